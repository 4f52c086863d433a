// What of the chart is chosen: by field, status, topic, or what is needed; or a route through it. The address keeps the choice and
// the view, so that both can be sent to somebody: `#field=analysis`, `#route=linear-algebra,kernel-methods`, `#zoom=2&at=640,-20`.
"use strict";

if (portolan.chart) {
  const { chart, data, needs, unlocks, choose, number, found, widen, restingWidth, middle, centre, fit, isFitted, view } = portolan.chart;
  const form = chart.querySelector(".chart-tools");
  const said = form.querySelector("[role=status]");
  const clear = form.querySelector("[data-clear]");
  const back = form.querySelector(".chart-back");
  const KEYS = ["field", "status", "topic", "need"];
  /** How much of the list of what is chosen should be on the screen, in pixels. */
  const LIST = 120;
  let route = [];

  const inOrder = data.places.filter((place) => !place.status).toSorted((a, b) => a.title.localeCompare(b.title));
  form.elements.need.append(...inOrder.map((place) => new Option(place.title, place.id)));
  // A choice of which there is none is no choice.
  for (const key of KEYS) form.elements[key].closest("label").hidden = form.elements[key].options.length < 2;

  const index = new Map(data.places.map((place, at) => [place.id, at]));

  /** Whether a place needs another, directly or through others. */
  function needing(goal) {
    const known = new Map([[goal, true]]);
    const look = (at) => {
      if (!known.has(at)) {
        known.set(at, false);
        known.set(at, needs[at].some(([, to]) => look(to)));
      }
      return known.get(at);
    };
    return look;
  }

  function filtered({ field, status, topic, need }) {
    const goal = index.get(need);
    const leads = goal === undefined ? () => true : needing(goal);
    const fits = (place, at) =>
      at !== goal &&
      (!field || place.field === field) &&
      (!status || place.status === status) &&
      (!topic || place.topics.includes(topic)) &&
      leads(at);
    return data.places.flatMap((place, at) => (fits(place, at) ? [at] : []));
  }

  /** A route: its stops in the order in which they are read, and which of them need which. */
  function showRoute(stops) {
    const on = new Set(stops);
    const edges = stops.flatMap((at) => needs[at].filter(([, to]) => on.has(to)));
    choose({ lit: stops, roads: edges.map(([from, to, strength]) => [to, from, strength === 2 ? "on-route" : "on-route helpful"]) });
    number(stops);
    const goal = data.places[stops.at(-1)];
    said.textContent = `Route to ${goal.title}: ${stops.length} ${stops.length === 1 ? "step" : "steps"}`;
    back.href = back.getAttribute("href").replace(/#.*|$/, `#want=${goal.id}`);
    found.list(...found.steps(stops));
    return stops;
  }

  function showFiltered(wanted) {
    const lit = filtered(wanted);
    const goal = index.get(wanted.need);
    if (goal === undefined) {
      choose({ lit, roads: [] });
      said.textContent = `${lit.length} of ${data.places.length} places`;
      found.list(...found.plain(lit));
      return lit;
    }
    const among = new Set(lit);
    const direct = unlocks[goal].filter(([from]) => among.has(from));
    choose({ lit: [goal, ...lit], roads: direct.map(([from, to, strength]) => [to, from, strength === 2 ? "unlocks" : "unlocks helpful"]) });
    said.textContent = `${lit.length} of ${data.places.length} places ${lit.length === 1 ? "needs" : "need"} ${data.places[goal].title}`;
    found.list(...found.needing(goal, lit));
    return [goal, ...lit];
  }

  /** Lights and lists what is chosen; answers which places are to be seen. */
  function show() {
    const wanted = Object.fromEntries(KEYS.map((key) => [key, form.elements[key].value]));
    const stops = [...new Set(route.flatMap((id) => (index.has(id) ? [index.get(id)] : [])))];
    back.hidden = stops.length === 0;
    clear.hidden = stops.length === 0 && !KEYS.some((key) => wanted[key]);
    if (stops.length > 0) return showRoute(stops);
    number([]);
    if (!clear.hidden) return showFiltered(wanted);
    choose(undefined);
    said.textContent = "";
    found.list();
    return [];
  }

  /** Brings what is chosen into the window of the chart, and that, with the tools below it, into the window of the browser. */
  function bring(lit) {
    fit(lit.map((at) => data.places[at].at));
    const top = chart.getBoundingClientRect().top;
    if (lit.length > 0 && (top < 0 || form.getBoundingClientRect().bottom > innerHeight - LIST)) {
      scrollBy({ top: top - 6, behavior: "instant" });
    }
  }

  /** The address of what is shown; what is as it was at first is left out. */
  function address() {
    const state = new URLSearchParams();
    for (const key of KEYS) if (form.elements[key].value) state.set(key, form.elements[key].value);
    if (route.length > 0) state.set("route", route.join(","));
    // The view that follows from the choice is another on another screen.
    const { zoom, at } = view();
    if (!isFitted() && (Math.abs(zoom - 1) > 0.01 || state.toString() !== "")) {
      state.set("zoom", zoom.toFixed(2));
      state.set("at", at.join(","));
    }
    // Commas need no escape in a fragment.
    return state.toString().replaceAll("%2C", ",");
  }

  let waiting;
  function keep() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const hash = address();
      // An address that leads to another part of the page stays.
      if (hash || location.hash.includes("=")) history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    }, 250);
  }

  function read() {
    if (!location.hash.includes("=")) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const key of KEYS) form.elements[key].value = state.get(key) ?? "";
    for (const key of KEYS) if (form.elements[key].selectedIndex < 0) form.elements[key].value = "";
    route = (state.get("route") ?? "").split(",").filter(Boolean);
    const zoom = Number(state.get("zoom"));
    const at = (state.get("at") ?? "").split(",").map(Number);
    bring(show());
    if (zoom > 0) widen(restingWidth() * zoom, ...middle());
    if (at.length === 2 && at.every(Number.isFinite)) centre(at);
    if (clear.hidden) chart.scrollIntoView({ block: "nearest" });
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    route = [];
    bring(show());
    keep();
  });
  clear.addEventListener("click", () => {
    for (const key of KEYS) form.elements[key].value = "";
    route = [];
    bring(show());
    keep();
    form.elements.field.focus();
  });
  chart.addEventListener("chart-moved", keep);
  addEventListener("hashchange", read);
  read();
}
