// A route to take along: as Markdown, as BibLaTeX, as an address.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.takeAway = (() => {
  const absolute = (href) => new URL(href, location.href).href;
  const escaped = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&");

  /** The route as Markdown. `say` has words about entries, `wish` the places that are wanted and known. */
  function markdown(say, wish, route) {
    const link = (place) => `[${escaped(say.title(place))}](${absolute(say.address(place))})`;
    const lines = [`# Route to ${wish.want.map((place) => escaped(say.title(place))).join(", ")}`, ""];
    if (wish.know.length > 0) lines.push(`Known: ${wish.know.map(link).join(", ")}`, "");
    route.steps.forEach(({ place, goal, reasons, choices }, number) => {
      lines.push(`${number + 1}. **${link(place)}**${goal ? " (goal)" : ""}`);
      for (const reason of reasons.map(say.reason)) {
        lines.push(`   - ${reason.helpful ? "helpful for" : "for"} ${escaped(reason.from)}: ${escaped(reason.why)}`);
      }
      for (const choice of choices) lines.push(`   - ${escaped(say.choice(place, choice))}`);
      const read = say.read(place);
      if (read) lines.push(`   - read [${escaped(read.work)}](${absolute(read.href)}) (${read.short})${read.part ? `, ${escaped(read.part)}` : ""}`);
    });
    if (route.helpful.length > 0) lines.push("", "Helpful besides:", "", ...route.helpful.map(({ place }) => `- ${link(place)}`));
    return `${[...lines, "", `Made at ${location.href}`].join("\n")}\n`;
  }

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Without a safe connection there is only the old way.
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("the browser does not let pages copy");
  }

  /** The works of the map by key; the file is loaded when it is first wanted. */
  function works(src) {
    if (globalThis.portolan.works) return Promise.resolve(globalThis.portolan.works);
    return new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = src;
      script.addEventListener("load", () => loaded(globalThis.portolan.works));
      script.addEventListener("error", () => failed(new Error("the works cannot be loaded")));
      document.head.append(script);
    });
  }

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-bibtex" }));
    link.download = name;
    link.click();
    // The browser has the text once the click is handled.
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  return { markdown, copy, works, download };
})();
