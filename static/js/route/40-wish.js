// What is wanted and known: as the page shows it, in the address, in this browser, and as it was before each change.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.wishOf = (entries) => {
  const { routes, known: store } = globalThis.portolan;
  const places = new Map(entries.map(({ slug }, place) => [slug, place]));
  const slugs = (list) => [...list].map((place) => entries[place].slug);
  const placesOf = (list) => [...new Set(list.filter((slug) => places.has(slug)).map((slug) => places.get(slug)))];
  const own = () => new Set(placesOf([...store.own().keys()]));
  const isSame = (a, b) => a.size === b.size && [...a].every((place) => b.has(place));

  /**
   * What is wanted, in this order; what was added because it helps, behind it; and what was said to be known. `shared` is a wish that
   * somebody else has sent and that differs from what this reader knows: nothing of it is kept until the reader wants so.
   */
  const wish = { want: [], also: [], know: new Set(), shared: false };
  let route;
  /** What this browser keeps as known. */
  let mine = new Set();
  /** The wish before each change, what was kept then, and what the change was. */
  let past = [];

  /** The wish that an address holds; one that names nothing known leaves that to the reader. */
  function parse(hash) {
    const parameters = new URLSearchParams(hash.slice(1));
    const list = (key) => placesOf((parameters.get(key) ?? "").split(","));
    const want = list("want");
    const also = list("also").filter((place) => !want.includes(place));
    return { want, also, know: parameters.has("know") ? new Set(list("know")) : undefined };
  }

  function hash() {
    const { want, also, know } = wish;
    const parts = [`want=${slugs(want)}`];
    if (also.length > 0) parts.push(`also=${slugs(also)}`);
    if (know.size > 0) parts.push(`know=${slugs(know)}`);
    return want.length + know.size > 0 ? `#${parts.join("&")}` : "";
  }

  function keepKnown(known) {
    mine = new Set(known);
    const implied = (place) => slugs(routes.closure(entries, [place])).filter((slug) => slug !== entries[place].slug);
    store.keep(new Map([...known].map((place) => [entries[place].slug, implied(place)])));
  }

  function keep() {
    if (wish.shared) return;
    keepKnown(wish.know);
    store.keepAddress(hash());
    const step = ({ place }) => ({ slug: entries[place].slug, title: entries[place].title, kind: entries[place].kind });
    store.keepRoute(route.steps.map(step));
  }

  /**
   * Finds the route, and puts the wish into the address, marked as this reader's own, so that what is known may change meanwhile. An
   * address that leads to a place of the page is left alone until the reader changes something.
   */
  function settle({ isNew }) {
    if (wish.want.length === 0) [wish.want, wish.also] = [wish.also, []];
    route = routes.route(entries, [...wish.want, ...wish.also], wish.know);
    if (!isNew && location.hash !== "" && !location.hash.includes("=")) return;
    history.replaceState(wish.shared ? null : { own: true }, "", hash() || location.pathname);
  }

  /** Takes the wish from the address; if that is this reader's own, what is known may have changed since. */
  function load() {
    const given = location.hash.includes("=") ? location.hash : "";
    const isOwn = given === "" || given === store.address() || history.state?.own === true;
    const { know, ...wanted } = parse(given || store.address());
    mine = own();
    Object.assign(wish, wanted, { know: new Set((isOwn ? undefined : know) ?? mine) });
    wish.shared = !isSame(mine, wish.know);
    past = [];
    settle({ isNew: false });
    keep();
  }

  /** Changes the wish by `update(wish)`; `words` say how. */
  function change(words, update) {
    past.push({ want: [...wish.want], also: [...wish.also], know: new Set(wish.know), shared: wish.shared, mine: new Set(mine), address: store.address(), words });
    update(wish);
    settle({ isNew: true });
    keep();
  }

  /** Takes the last change back, and gives its words. */
  function undo() {
    const { words, mine: kept, address, ...before } = past.pop();
    Object.assign(wish, before);
    settle({ isNew: true });
    if (wish.shared) {
      keepKnown(kept);
      store.keepAddress(address);
    }
    keep();
    return words;
  }

  /** Takes over what another page of this browser has changed in what is known; says whether there was anything. */
  function follow() {
    const now = own();
    if (isSame(now, mine)) return false;
    const before = mine;
    const update = (set) => {
      for (const place of now) if (!before.has(place)) set.add(place);
      for (const place of before) if (!now.has(place)) set.delete(place);
    };
    for (const state of [...past, wish]) if (!state.shared) update(state.know);
    for (const state of past) update(state.mine);
    mine = now;
    wish.shared = !isSame(mine, wish.know);
    settle({ isNew: false });
    return true;
  }

  return Object.assign(wish, {
    parse,
    load,
    change,
    undo,
    follow,
    slugs,
    own,
    /** What the last change was, if there is one to take back. */
    last: () => past.at(-1)?.words,
    /** The steps, each with the mark that it has. */
    steps: () => route.steps.map((step) => ({ ...step, goal: wish.want.includes(step.place), added: wish.also.includes(step.place) })),
    relied: () => route.relied,
    helpful: () => route.helpful,
    link: () => new URL(hash() || location.pathname, location.href).href,
  });
};
