// What the reader knows, kept in this browser only. Each entry that the reader named is kept with what it implies, so that every
// page can tell what is known without the whole map.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.known = (() => {
  // Two maps on one host do not share what is known.
  const root = new URL("../../", document.currentScript.src);
  const key = (name) => `portolan ${root.pathname} ${name}`;

  // A browser that keeps nothing is no reason to fail: then a page knows what it was told itself.
  const kept = new Map();
  function read(name, empty) {
    try {
      kept.set(name, JSON.parse(localStorage.getItem(key(name))) ?? empty);
    } catch {
      // Storage is forbidden, or something else has written there.
    }
    return kept.get(name) ?? empty;
  }
  function write(name, value) {
    kept.set(name, value);
    try {
      localStorage.setItem(key(name), JSON.stringify(value));
    } catch {
      // As above.
    }
  }

  const isStep = (step) =>
    typeof step?.title === "string" && /^[a-z0-9-]+$/.test(step.slug) && [0, 1].includes(step.kind);
  const isList = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
  /** What was named, slug → the slugs that it implies. */
  const own = () => {
    const found = Object.entries(read("known", {}));
    return new Map(found.filter(([, implied]) => isList(implied)));
  };
  const keep = (named) => write("known", Object.fromEntries(named));
  return {
    root: root.href,
    own,
    keep,
    /** Takes an entry as known, with what it implies, or takes that back. */
    toggle: (slug, implied) => {
      const named = own();
      if (!named.delete(slug)) named.set(slug, implied.filter((other) => other !== slug));
      keep(named);
    },
    /** Every slug that is known, named or implied. */
    all: () => new Set([...own()].flatMap(([slug, implied]) => [slug, ...implied])),
    /** The address that the reader's own wish had last. */
    address: () => {
      const address = read("address", "");
      return typeof address === "string" ? address : "";
    },
    keepAddress: (address) => write("address", address),
    /** The reader's own route as it was last: `{slug, title, kind}` of each step. */
    route: () => {
      const steps = read("route", []);
      return Array.isArray(steps) && steps.every(isStep) ? steps : [];
    },
    keepRoute: (steps) => write("route", steps),
    /** Calls back when another page may have changed something. */
    watch: (changed) => {
      addEventListener("storage", (event) => event.key === key("known") && changed());
      addEventListener("pageshow", (event) => event.persisted && changed());
    },
  };
})();
