// On the page of an entry: whether the reader can read it now, what is missing, what it brings within reach, and where it stands on
// the reader's own route.
"use strict";

(() => {
  const { href, routes, known: store } = globalThis.portolan;
  const { words, slugOf, mark } = globalThis.portolan.standing;
  const plan = JSON.parse(document.getElementById("plan").textContent);
  const { entries, kinds } = plan;
  const bar = document.querySelector(".what-next");
  const button = bar.querySelector("button");
  const standing = bar.querySelector(".standing");
  const places = new Map(entries.map(({ slug }, place) => [slug, place]));
  const here = places.get(bar.dataset.slug);

  /** The entry that a link of the page leads to, if the page knows it. */
  const target = (link) => places.get(slugOf(link));
  const knownPlaces = () => [...store.all()].filter((slug) => places.has(slug)).map((slug) => places.get(slug));
  /** What is missing for an entry, in reading order, without the entry itself. */
  const missing = (place, known) => routes.route(entries, [place], known).steps.map((step) => step.place).filter((step) => step !== place);

  function describe(known) {
    const slug = bar.dataset.slug;
    if (store.own().has(slug)) return ["You know this."];
    if (known.includes(here)) return ["You know this: it follows from what you know."];
    if (store.own().size === 0) return [];
    const steps = missing(here, known);
    if (steps.length === 0) return ["You can read this now."];
    return words(plan).missing(steps);
  }

  function distance(far, hereIsKnown) {
    if (far === 0) return hereIsKnown ? "you can read it now" : "only this is missing";
    return hereIsKnown ? `${far} missing` : `${far} more missing`;
  }

  /** Says how far away each thing is that this entry opens, and puts the nearest first. */
  function rank(known) {
    document.querySelectorAll(".distance").forEach((old) => old.remove());
    if (store.own().size === 0) return;
    for (const list of document.querySelectorAll("section:has(> #unlocks) .needs-list")) {
      const rows = [...list.children].map((item) => {
        const head = item.querySelector(".need-head");
        const place = target(head.querySelector("a"));
        const far = known.includes(place) ? -1 : missing(place, [...known, here]).length;
        const note = document.createElement("p");
        note.className = "distance";
        note.textContent = distance(far, known.includes(here));
        if (far >= 0) head.after(note);
        return { item, far: far < 0 ? Infinity : far };
      });
      list.append(...rows.sort((a, b) => (a.far === b.far ? 0 : a.far - b.far)).map(({ item }) => item));
    }
  }

  /** Where the entry stands on the reader's own route, with the steps beside it; what is known since is no step any more. */
  function showRoute() {
    document.querySelector(".on-route")?.remove();
    const known = store.all();
    const steps = store.route().filter(({ slug }) => !known.has(slug));
    const at = steps.findIndex(({ slug }) => slug === bar.dataset.slug);
    if (at < 0) return;
    const line = document.createElement("nav");
    line.className = "on-route";
    line.setAttribute("aria-label", "Your route");
    const part = (words, address, title) => {
      const made = document.createElement("span");
      const to = document.createElement("a");
      to.href = href(address);
      to.textContent = title;
      made.append(words, to);
      return made;
    };
    const step = (words, { slug, title, kind }) => part(words, `${kinds[kind].folder}/${slug}/`, title);
    line.append(`Step ${at + 1} of ${steps.length} on your route`);
    if (at > 0) line.append(" · ", step("before: ", steps[at - 1]));
    if (at + 1 < steps.length) line.append(" · ", step("next: ", steps[at + 1]));
    line.append(" · ", part("", "route/", "back to the route"));
    document.querySelector(".page-head").append(line);
  }

  function show() {
    const known = knownPlaces();
    button.setAttribute("aria-pressed", String(store.own().has(bar.dataset.slug)));
    standing.replaceChildren(...describe(known));
    mark(document.querySelectorAll(".needs-list .need-head a, .route li > a"), new Set(known.map((place) => entries[place].slug)));
    rank(known);
    showRoute();
  }

  button.addEventListener("click", () => {
    store.toggle(bar.dataset.slug, [...routes.closure(entries, [here])].map((place) => entries[place].slug));
    show();
  });
  store.watch(show);
  show();
})();
