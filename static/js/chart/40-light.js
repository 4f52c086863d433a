// Lights a place of the chart with what it needs and what it unlocks, and says why; the rest fades. Arrow keys lead from place to
// place, so that the chart is few stops for the tabulator.
"use strict";

if (portolan.chart) {
  const { chart, port, svg, data, places, needs, unlocks, under, card } = portolan.chart;
  /** How long the pointer must rest on a place, and how long the card stays when it has left, in milliseconds. */
  const REST = 90;
  const STAY = 220;
  const SVG = "http://www.w3.org/2000/svg";

  function shape(tag, attributes, ...contents) {
    const made = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...contents);
    return made;
  }

  const lights = shape("g", { class: "lights", "aria-hidden": "true" });
  svg.insertBefore(lights, svg.querySelector(".names"));

  /** A curve like that of the roads, from one place to another. */
  function road(from, to, kind) {
    const [[x, y], [u, v]] = [data.places[from].at, data.places[to].at];
    const swing = 0.09 / (1 + Math.hypot(u - x, v - y) / 900);
    const d = `M${x} ${y}Q${(x + u) / 2 + (v - y) * swing} ${(y + v) / 2 - (u - x) * swing} ${u} ${v}`;
    return shape("path", { class: kind, d });
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

  let waiting;
  /** Lights a place with its neighbours and shows its card, or lets go of what was lit so. */
  function point(at, tapped = false) {
    clearTimeout(waiting);
    pointed = undefined;
    if (at === undefined) card.hide();
    else {
      const roads = [
        ...needs[at].map(([from, to, strength]) => [to, from, strength === 2 ? "needs" : "needs helpful"]),
        ...unlocks[at].map(([from, to, strength]) => [to, from, strength === 2 ? "unlocks" : "unlocks helpful"]),
      ];
      const lit = [...new Set([at, ...roads.flatMap(([from, to]) => [from, to])])];
      pointed = { lit, roads, tapped: tapped ? at : undefined };
    }
    draw();
    if (pointed) card.show(at, pointed.lit, tapped);
  }

  /** The card goes a little later than the pointer, which may be on its way to it. */
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => point(focused()), STAY);
  }

  const focused = () => (document.activeElement?.matches(":focus-visible") ? under(document.activeElement) : undefined);
  const isMouse = ({ pointerType }) => pointerType === "mouse";
  svg.addEventListener("pointerover", (event) => {
    if (!isMouse(event)) return;
    clearTimeout(waiting);
    const at = under(event.target);
    // A pointer that only crosses a name does not mean it.
    if (at === undefined) later();
    else waiting = setTimeout(() => point(at), REST);
  });
  svg.addEventListener("pointerleave", (event) => isMouse(event) && later());
  card.element.addEventListener("pointerenter", (event) => isMouse(event) && clearTimeout(waiting));
  card.element.addEventListener("pointerleave", (event) => isMouse(event) && later());

  // A finger cannot point without a tap: its first shows the card, the second on the same place opens it. What comes from keys, or
  // from programs that read aloud, opens at once.
  let last;
  svg.addEventListener("pointerdown", ({ pointerType }) => (last = pointerType));
  svg.addEventListener("click", (event) => {
    const at = under(event.target);
    if (at === undefined || last === "mouse" || event.detail === 0 || pointed?.tapped === at) return;
    event.preventDefault();
    point(at, true);
  });
  document.addEventListener("click", ({ target }) => {
    if (pointed?.tapped !== undefined && under(target) === undefined && !card.element.contains(target)) point(undefined);
  });
  new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || point(undefined)).observe(port);

  svg.addEventListener("focusin", ({ target }) => {
    if (focused() !== undefined) point(under(target));
    else if (pointed?.tapped === undefined) point(undefined);
  });
  svg.addEventListener("focusout", ({ relatedTarget }) => {
    if (pointed?.tapped === undefined && !card.element.matches(":hover") && !card.element.contains(relatedTarget)) point(undefined);
  });
  chart.addEventListener("card-closed", () => point(undefined));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && !card.element.hidden && point(undefined));

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
  if (places.length > 0) stopAt(under(svg.querySelector(".place")));

  Object.assign(portolan.chart, { choose, shape });
}
