// What pages say to a reader of the entries that they have in their plan: links to them, what is missing, and which are known.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.standing = (() => {
  /** Links to the entries of a plan, and lists of them in words. */
  function words({ entries, kinds }) {
    function link(place) {
      const { slug, kind, title } = entries[place];
      const made = document.createElement("a");
      made.href = portolan.href(`${kinds[kind].folder}/${slug}/`);
      made.textContent = title;
      return made;
    }

    /** The first few of some entries, and how many more there are. */
    function list(places, shown) {
      const parts = places.slice(0, shown).flatMap((place, number) => [...(number > 0 ? [", "] : []), link(place)]);
      return places.length > shown ? [...parts, ` and ${places.length - shown} more`] : parts;
    }

    /** `2 things are missing: ...` */
    function missing(places) {
      const SHOWN = 4;
      const head = places.length === 1 ? "1 thing is missing: " : `${places.length} things are missing: `;
      return [head, ...list(places, SHOWN), "."];
    }

    return { link, list, missing };
  }

  /** The slug of the entry that a link of the page leads to. */
  const slugOf = (link) => /([^/]+)\/(?:index\.html)?(?:#.*)?$/.exec(link.getAttribute("href"))?.[1];

  /** Puts a check behind those of some links that lead to what is known. */
  function mark(links, known) {
    document.querySelectorAll(".known-mark").forEach((old) => old.remove());
    for (const link of links) {
      if (!known.has(slugOf(link))) continue;
      const [sign, check, said] = ["span", "span", "span"].map((name) => document.createElement(name));
      sign.className = "known-mark";
      check.setAttribute("aria-hidden", "true");
      check.textContent = "✓";
      said.className = "unseen";
      said.textContent = " (known)";
      sign.append(check, said);
      link.after(sign);
    }
  }

  return { words, slugOf, mark };
})();
