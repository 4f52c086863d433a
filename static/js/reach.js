// On the home page: what a reader knows, and which areas that brings within reach.
"use strict";

(() => {
  const { routes, known: store, standing } = globalThis.portolan;
  const plan = JSON.parse(document.getElementById("plan").textContent);
  const { entries, kinds } = plan;
  const { link, list: listed } = standing.words(plan);
  const box = document.getElementById("reach");
  const buttons = [...box.querySelectorAll("[data-slug]")];
  const places = new Map(entries.map(({ slug }, place) => [slug, place]));
  const areas = [...entries.keys()].filter((place) => entries[place].kind === 0);
  const SHOWN = 8;
  const NAMED = 3;

  const counted = (n, one, many) => `${n} ${n === 1 ? one : many}`;

  /** The areas that are not known, with what is missing before each, the nearest first. */
  function nearest(known) {
    const others = areas.filter((place) => !known.has(place));
    const found = others.map((place) => ({
      place,
      missing: routes.route(entries, [place], known).steps.map((step) => step.place).filter((step) => step !== place),
    }));
    return found.sort((a, b) => a.missing.length - b.missing.length);
  }

  function row({ place, missing }) {
    const item = document.createElement("li");
    const note = document.createElement("span");
    note.className = "distance";
    if (missing.length === 0) note.append("you can read it now");
    else note.append(`${missing.length} missing: `, ...listed(missing, NAMED));
    item.append(link(place), " ", note);
    return item;
  }

  function show() {
    const named = store.own();
    const all = new Set([...store.all()].filter((slug) => places.has(slug)).map((slug) => places.get(slug)));
    for (const button of buttons) {
      const { slug } = button.dataset;
      button.setAttribute("aria-pressed", String(named.has(slug)));
      button.classList.toggle("implied", !named.has(slug) && all.has(places.get(slug)));
    }
    const list = named.size > 0 ? nearest(all) : [];
    const ready = list.filter(({ missing }) => missing.length === 0).length;
    const nothing = "Nothing is marked yet.";
    const words = `You know ${counted(all.size, "entry", "entries")} of ${entries.length}, and can now read ${ready} of the ${counted(areas.length, kinds[0].one, kinds[0].many)}. The nearest:`;
    box.querySelector(".standing").textContent = named.size > 0 ? words : nothing;
    box.querySelector(".nearest").replaceChildren(...list.slice(0, SHOWN).map(row));
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { slug } = button.dataset;
      store.toggle(slug, [...routes.closure(entries, [places.get(slug)])].map((place) => entries[place].slug));
      show();
    });
  }
  store.watch(show);
  show();
})();
