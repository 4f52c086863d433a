// What of the chart is chosen: by field, status, topic, or what is needed; or a route through it. The address keeps the choice and
// the view, so that both can be sent to somebody: `#field=analysis`, `#route=linear-algebra,kernel-methods`, `#zoom=2&at=640,-20`.
"use strict";

if (portolan.chart) {
  const { chart, data, needs, choose, widen, restingWidth, middle, centre, view } = portolan.chart;
  const form = chart.querySelector(".chart-tools");
  const said = form.querySelector("[role=status]");
  const clear = form.querySelector("[data-clear]");
  const KEYS = ["field", "status", "topic", "need"];
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
    const leads = need && index.has(need) ? needing(index.get(need)) : () => true;
    const fits = (place, at) =>
      (!field || place.field === field) &&
      (!status || place.status === status) &&
      (!topic || place.topics.includes(topic)) &&
      leads(at);
    return data.places.flatMap((place, at) => (fits(place, at) ? [at] : []));
  }

  function show() {
    const wanted = Object.fromEntries(KEYS.map((key) => [key, form.elements[key].value]));
    const stops = route.flatMap((id) => (index.has(id) ? [index.get(id)] : []));
    clear.hidden = stops.length === 0 && !KEYS.some((key) => wanted[key]);
    if (stops.length > 0) {
      choose({ lit: stops, roads: stops.slice(1).map((to, n) => [stops[n], to, "on-route"]) });
      said.textContent = `Route: ${stops.map((at) => data.places[at].title).join(" → ")}`;
    } else if (clear.hidden) {
      choose(undefined);
      said.textContent = "";
    } else {
      const lit = filtered(wanted);
      choose({ lit, roads: [] });
      said.textContent = `${lit.length} of ${data.places.length} places`;
    }
  }

  /** The address of what is shown; what is as it was at first is left out. */
  function address() {
    const state = new URLSearchParams();
    for (const key of KEYS) if (form.elements[key].value) state.set(key, form.elements[key].value);
    if (route.length > 0) state.set("route", route.join(","));
    const { zoom, at } = view();
    if (Math.abs(zoom - 1) > 0.01) {
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
    if (zoom > 0) widen(restingWidth() * zoom, ...middle());
    if (at.length === 2 && at.every(Number.isFinite)) centre(at);
    show();
    chart.scrollIntoView({ block: "nearest" });
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    route = [];
    show();
    keep();
  });
  clear.addEventListener("click", () => {
    for (const key of KEYS) form.elements[key].value = "";
    route = [];
    show();
    keep();
    form.elements.field.focus();
  });
  chart.addEventListener("chart-moved", keep);
  addEventListener("hashchange", read);
  read();
}
