// A route to take along: as Markdown, as BibLaTeX, as an address.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.takeAway = (() => {
  const absolute = (href) => new URL(href, location.href).href;
  const escaped = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&");

  function readingLine({ lead, work, by, part, note, source, href }) {
    const rest = `${part ? `, ${escaped(part)}` : ""}${note ? `: ${escaped(note)}` : ""}`;
    return `   - ${lead.toLowerCase()} [${escaped(work)}](${absolute(href)}) (${escaped(by)})${rest}${source ? ` <${source}>` : ""}`;
  }

  /** The route as Markdown. `say` has words about entries, `wish` what is wanted and known and its `address`. */
  function markdown(say, wish, steps, helpful) {
    const link = (place) => `[${escaped(say.title(place))}](${absolute(say.address(place))})`;
    const lines = [`# Route to ${wish.want.map((place) => escaped(say.title(place))).join(", ")}`, ""];
    if (wish.know.length > 0) lines.push(`Known: ${wish.know.map(link).join(", ")}`, "");
    steps.forEach((step, number) => {
      const { place, goal, added, reasons, choices } = step;
      lines.push(`${number + 1}. **${link(place)}**${goal ? " (goal)" : ""}${added ? " (added)" : ""}`);
      for (const reason of reasons.map(say.reason)) {
        lines.push(`   - ${reason.helpful ? "helpful for" : "for"} ${escaped(reason.from)}: ${escaped(reason.why)}`);
      }
      for (const choice of choices) lines.push(`   - ${escaped(say.choice(place, choice))}`);
      lines.push(...say.reading(step, steps[number - 1]).map(readingLine));
    });
    if (helpful.length > 0) lines.push("", "Helpful besides:", "", ...helpful.map(({ place }) => `- ${link(place)}`));
    return `${[...lines, "", `Made at ${wish.address}`].join("\n")}\n`;
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
