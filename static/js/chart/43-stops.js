// The numbers of the stops of a route, beside their marks: as large at every zoom, and where they hide neither names nor each other if
// there is such a place.
"use strict";

if (portolan.chart) {
  const { chart, svg, data, places, scale, shape } = portolan.chart;
  const RADIUS = 9;
  const RING = 12;
  const signs = shape("g", { class: "stops", "aria-hidden": "true" });
  svg.append(signs);
  // Around the mark, above it first, and then further away.
  const WAYS = [1, 1.7].flatMap((far) =>
    [[0, -16], [-15, -9], [15, -9], [-18, 0], [18, 0], [-15, 12], [15, 12]].map(([x, y]) => [x * far, y * far, far]),
  );

  let stops = [];
  let size;

  /** The last stop is the goal, and has a ring. */
  function sign(at, order) {
    const goal = order === stops.length - 1;
    const ring = goal ? [shape("circle", { r: RING, class: "ring" })] : [];
    return shape("g", { class: goal ? "stop goal" : "stop" }, ...ring, shape("circle", { r: RADIUS }), shape("text", { y: 3.6 }, `${order + 1}`));
  }

  const covered = ([x, y], reach, box) =>
    Math.max(0, Math.min(x + reach, box.right) - Math.max(x - reach, box.left)) *
    Math.max(0, Math.min(y + reach, box.bottom) - Math.max(y - reach, box.top));

  /** What the name of a place covers, in the units of the drawing. */
  function nameOf(at) {
    const [x, y] = data.places[at].at;
    const { x: left, y: top, width, height } = places[at].querySelector("text").getBBox();
    return { left: x + left, right: x + left + width, top: y + top, bottom: y + top + height };
  }

  function seat() {
    const next = Math.max(0.6, Math.min(5, 1 / scale()));
    if (stops.length === 0 || next === size) return;
    size = next;
    const taken = stops.map(nameOf);
    for (const at of stops) {
      const [x, y] = data.places[at].at;
      taken.push({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 });
    }
    stops.forEach((at, order) => {
      const [x, y] = data.places[at].at;
      const reach = RADIUS * size;
      const spots = WAYS.map(([dx, dy, far]) => ({ spot: [x + dx * size, y + dy * size], far }));
      const costs = spots.map(({ spot, far }) => taken.reduce((sum, box) => sum + covered(spot, reach, box), 0) + 40 * (far - 1) * size * size);
      const [u, v] = spots[costs.indexOf(Math.min(...costs))].spot;
      taken.push({ left: u - reach, right: u + reach, top: v - reach, bottom: v + reach });
      signs.children[order].setAttribute("transform", `translate(${u.toFixed(1)} ${v.toFixed(1)}) scale(${size.toFixed(3)})`);
    });
  }
  chart.addEventListener("chart-moved", seat);

  /** Numbers these places, or none. */
  function number(wanted) {
    stops = wanted;
    size = undefined;
    signs.replaceChildren(...stops.map(sign));
    seat();
  }

  Object.assign(portolan.chart, { number });
}
