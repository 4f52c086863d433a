// The list of what is chosen, as links under the chart: the places that pass the filters, who needs a place and why, or the steps of a
// route.
"use strict";

if (portolan.chart) {
  const { chart, data, places, needs, STRENGTHS, element } = portolan.chart;
  const found = chart.querySelector(".chart-found");
  /** How many links are no burden; a longer list can be folded. */
  const MANY = 12;
  let open = true;

  function link(at) {
    const made = element("a", "", data.places[at].title);
    made.href = places[at].getAttribute("href");
    return made;
  }

  /** A list under a head, which folds it if it is long. */
  function part(head, items, className, tag = "ul") {
    if (items.length === 0) return [];
    const list = element(tag, className, ...items);
    if (items.length <= MANY) return [...(head ? [element("p", "head", head)] : []), list];
    const fold = element("details", "", element("summary", "head", head || `All ${items.length}`), list);
    fold.open = open;
    fold.addEventListener("toggle", () => (open = fold.open));
    return [fold];
  }

  const plain = (lit) => lit.map((at) => element("li", "", link(at)));

  /** Who needs a place: with the reason if directly, and then the others. */
  function needing(goal, lit) {
    const edge = (at) => needs[at].find(([, to]) => to === goal);
    const direct = lit.filter(edge).toSorted((a, b) => edge(b)[2] - edge(a)[2]);
    const reasons = direct.map((at) => element("li", "", link(at), `, ${STRENGTHS[edge(at)[2]]}: ${edge(at)[3]}`));
    const others = lit.filter((at) => !edge(at));
    return [...part("Directly", reasons, "chart-reasons"), ...part("Through others", plain(others), "chart-columns")];
  }

  function steps(stops) {
    const items = stops.map((at, order) => element("li", "", link(at), order === stops.length - 1 ? " (goal)" : ""));
    return part("", items, "chart-columns", "ol");
  }

  /** Shows the list of a choice; of none, nothing. */
  function list(...contents) {
    found.replaceChildren(...contents);
    found.hidden = contents.length === 0;
  }

  Object.assign(portolan.chart, { found: { list, needing, plain: (lit) => part("", plain(lit), "chart-columns"), steps } });
}
