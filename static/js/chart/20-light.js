// Lights a place of the chart with what it needs and what it unlocks, and says why; the rest fades. Arrow keys lead from place to
// place, so that the chart is few stops for the tabulator.
"use strict";

if (portolan.chart) {
  const { chart, svg, data } = portolan.chart;
  const places = data.places.map((place) => document.getElementById(`at-${place.id}`));
  const number = new Map(places.map((link, at) => [link, at]));
  const needs = data.places.map(() => []);
  const unlocks = data.places.map(() => []);
  for (const edge of data.edges) {
    needs[edge[0]].push(edge);
    unlocks[edge[1]].push(edge);
  }
  const card = chart.querySelector(".chart-card");
  const SHOWN = 4;
  /** How long the pointer must rest on a place, and how long the card stays when it has left, in milliseconds. */
  const REST = 90;
  const STAY = 220;
  const SVG = "http://www.w3.org/2000/svg";
  const lights = document.createElementNS(SVG, "g");
  lights.setAttribute("class", "lights");
  lights.setAttribute("aria-hidden", "true");
  svg.insertBefore(lights, svg.querySelector(".names"));

  /** A curve like that of the roads, from one place to another. */
  function road(from, to, kind) {
    const [[x, y], [u, v]] = [data.places[from].at, data.places[to].at];
    const swing = 0.09 / (1 + Math.hypot(u - x, v - y) / 900);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", kind);
    path.setAttribute("d", `M${x} ${y}Q${(x + u) / 2 + (v - y) * swing} ${(y + v) / 2 - (u - x) * swing} ${u} ${v}`);
    return path;
  }

  // What is lit for good, by filters or a route, and what is lit for as long as one points at it.
  let chosen;
  let pointed;

  function draw() {
    const { lit, roads } = pointed ?? chosen ?? {};
    svg.classList.toggle("quiet", lit !== undefined);
    for (const link of svg.querySelectorAll(".lit")) link.classList.remove("lit");
    for (const at of lit ?? []) places[at].classList.add("lit");
    lights.replaceChildren(...(roads ?? []).map(([from, to, kind]) => road(from, to, kind)));
  }

  /** Lights places and roads for good; nothing lights all. */
  function choose(what) {
    chosen = what;
    draw();
  }

  function text(tag, className, words) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = words;
    return element;
  }

  function list(head, edges, other) {
    if (edges.length === 0) return [];
    const items = edges.slice(0, SHOWN).map((edge) => {
      const item = document.createElement("li");
      item.append(text("b", "", data.places[edge[other]].title), edge[2] ? "" : " (helpful, or one of several)", `: ${edge[3]}`);
      return item;
    });
    if (edges.length > SHOWN) items.push(text("li", "", `and ${edges.length - SHOWN} more`));
    const all = document.createElement("ul");
    all.append(...items);
    return [text("p", "head", head), all];
  }

  function describe(at) {
    const place = data.places[at];
    const first = (a, b) => b[2] - a[2];
    card.replaceChildren(
      text("p", "what", place.status ? `${place.title} · ${place.status}` : place.title),
      ...list("Needs", needs[at].toSorted(first), 1),
      ...list("Unlocks", unlocks[at].toSorted(first), 0),
    );
    card.hidden = false;
    const [frame, spot] = [chart.getBoundingClientRect(), places[at].getBoundingClientRect()];
    const wide = card.offsetWidth;
    const east = spot.right - frame.left + 14;
    const west = spot.left - frame.left - wide - 14;
    const left = east + wide < frame.width || west < 0 ? Math.min(east, frame.width - wide) : west;
    const top = Math.min(spot.top, Math.max(8, innerHeight - card.offsetHeight - 8)) - frame.top;
    card.style.left = `${Math.max(0, left)}px`;
    card.style.top = `${top}px`;
  }

  let waiting;
  function point(at) {
    clearTimeout(waiting);
    pointed = undefined;
    if (at === undefined) card.hidden = true;
    else {
      const roads = [
        ...needs[at].map(([from, to, must]) => [to, from, must ? "needs" : "needs helpful"]),
        ...unlocks[at].map(([from, to, must]) => [to, from, must ? "unlocks" : "unlocks helpful"]),
      ];
      pointed = { lit: [at, ...roads.flatMap(([from, to]) => [from, to])], roads };
      describe(at);
    }
    draw();
  }

  /** The card goes a little later than the pointer, which may be on its way to it. */
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => point(focused()), STAY);
  }

  const under = (target) => number.get(target.closest?.(".place"));
  svg.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(waiting);
    const at = under(event.target);
    // A pointer that only crosses a name does not mean it.
    if (at === undefined) later();
    else waiting = setTimeout(() => point(at), REST);
  });
  svg.addEventListener("pointerleave", () => later());
  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", () => later());
  const focused = () => (document.activeElement?.matches(":focus-visible") ? under(document.activeElement) : undefined);
  svg.addEventListener("focusin", ({ target }) => point(focused() === undefined ? undefined : under(target)));
  // The card can be visited, by the pointer and, if it scrolls, by the tabulator.
  svg.addEventListener("focusout", ({ relatedTarget }) => relatedTarget === card || card.matches(":hover") || point(undefined));
  card.addEventListener("focusout", () => later());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && !card.hidden && point(undefined));

  // One stop for each land, and one for its places; arrows lead to the nearest place in their direction.
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  let stop = 0;
  const stopAt = (at) => {
    places[stop].tabIndex = -1;
    places[at].tabIndex = 0;
    stop = at;
  };
  function neighbour(at, [dx, dy]) {
    const [x, y] = data.places[at].at;
    let best;
    data.places.forEach((place, other) => {
      const [along, across] = [(place.at[0] - x) * dx + (place.at[1] - y) * dy, (place.at[0] - x) * dy - (place.at[1] - y) * dx];
      const cost = along + 2 * Math.abs(across);
      if (along > 1 && Math.abs(across) < 2 * along && !(best?.cost <= cost)) best = { other, cost };
    });
    return best?.other;
  }
  svg.addEventListener("keydown", (event) => {
    const at = under(event.target);
    if (at === undefined || !WAYS[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = neighbour(at, WAYS[event.key]);
    if (next === undefined) return;
    stopAt(next);
    places[next].focus();
  });
  svg.addEventListener("focusin", ({ target }) => {
    if (under(target) !== undefined) stopAt(under(target));
  });
  places.forEach((link) => (link.tabIndex = -1));
  if (places.length > 0) stopAt(number.get(svg.querySelector(".place")));

  Object.assign(portolan.chart, { choose, needs });
}
