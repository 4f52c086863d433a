// On the page of an open question: whether the reader has what it takes to attack it, and what is missing.
"use strict";

(() => {
  const { routes, known: store, href } = globalThis.portolan;
  const { entries, kinds, needs = [] } = JSON.parse(document.getElementById("plan").textContent);
  const standing = document.querySelector(".what-next .standing");
  if (!standing) return;
  const SHOWN = 4;
  // The question is one step more, behind everything that it needs.
  const whole = [...entries, { needs }];
  const question = entries.length;

  function link(place) {
    const { slug, kind, title } = entries[place];
    const made = document.createElement("a");
    made.href = href(`${kinds[kind].folder}/${slug}/`);
    made.textContent = title;
    return made;
  }

  function describe(known) {
    if (known.size === 0) return [];
    const places = [...entries.keys()].filter((place) => known.has(entries[place].slug));
    const missing = routes.route(whole, [question], places).steps.map(({ place }) => place).filter((place) => place !== question);
    if (missing.length === 0) return ["You have what it needs."];
    const words = [missing.length === 1 ? "1 thing is missing: " : `${missing.length} things are missing: `];
    missing.slice(0, SHOWN).forEach((place, number) => words.push(number > 0 ? ", " : "", link(place)));
    words.push(missing.length > SHOWN ? ` and ${missing.length - SHOWN} more.` : ".");
    return words;
  }

  /** Puts a check behind the links to what is known. */
  function mark(known) {
    document.querySelectorAll(".known-mark").forEach((old) => old.remove());
    for (const entry of document.querySelectorAll(".needs-list .need-head a")) {
      const [, slug] = /([^/]+)\/(?:index\.html)?(?:#.*)?$/.exec(entry.getAttribute("href")) ?? [];
      if (!known.has(slug)) continue;
      const [sign, words, check] = ["span", "span", "span"].map((name) => document.createElement(name));
      sign.className = "known-mark";
      check.setAttribute("aria-hidden", "true");
      check.textContent = "✓";
      words.className = "unseen";
      words.textContent = " (known)";
      sign.append(check, words);
      entry.after(sign);
    }
  }

  function show() {
    const known = store.all();
    standing.replaceChildren(...describe(known));
    mark(known);
  }

  store.watch(show);
  show();
})();
