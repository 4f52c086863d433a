// How large the chart is drawn, and what part of it is in its window. The drawing lies in a box that scrolls, so touch, wheel, keys and
// scroll bars move it as they move any page; this script changes its size, and which names have room at that size. Without it, the
// chart is whole.
"use strict";

portolan.chart = ((chart) => {
  if (!chart) return undefined;

  const port = chart.querySelector(".chart-port");
  const frame = port.parentElement;
  const svg = chart.querySelector(".chart-svg");
  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const NEAREST = 5;
  // From which shares of the natural width there is room for more names, and for all; and up to which names grow.
  const MORE = 0.5;
  const ALL = 0.66;
  const GROWTH = 1.3;
  /** Below which no name of a place can be read, whether it is lit or not. */
  const FAR = 0.45;
  /** How large places are at most that are brought into view, and the room that their names take around them. */
  const CLOSE = 1.15;
  const AROUND = { side: 95, above: 45, below: 70 };
  /** And at least, on the screen. */
  const MARGIN = 34;

  let width;
  let fitted;

  /** How wide the drawing is if nobody zooms, as the style sheet has it. */
  const restingWidth = () => Math.max(Math.min(port.clientWidth, data.wide * 1.3), data.wide * 0.55);
  const { width: across, height: down } = svg.viewBox.baseVal;
  const restingHeight = () => (restingWidth() * down) / across;
  const scale = () => width / data.wide;
  // On a phone the first glance is for the great names.
  const more = () => (port.clientWidth < 600 ? (MORE + ALL) / 2 : MORE);

  /** Shows the names that have room, never larger than they need be. */
  function name() {
    const level = 1 + (scale() >= more()) + (scale() >= ALL);
    if (chart.dataset.level !== `${level}`) chart.dataset.level = level;
    chart.classList.toggle("far", scale() < FAR);
    const near = Math.min(1, GROWTH / scale()).toFixed(2);
    if (svg.style.getPropertyValue("--near") !== near) svg.style.setProperty("--near", near);
  }

  /** Draws the chart so wide, and its window so high, or as high as the chart. */
  function size(next, high) {
    const rests = Math.abs(next - restingWidth()) < 1;
    svg.style.width = rests ? "" : `${next}px`;
    svg.style.minWidth = rests ? "" : "0";
    port.style.height = high && !rests ? `${high}px` : "";
    width = next;
    name();
  }

  /** Tells the other scripts that the chart has moved, and the reader at which sides it goes on. */
  function moved() {
    const east = port.scrollWidth - port.clientWidth - port.scrollLeft;
    frame.classList.toggle("more-west", port.scrollLeft > 3);
    frame.classList.toggle("more-east", east > 3);
    const bar = `${port.offsetWidth - port.clientWidth}px`;
    if (frame.style.getPropertyValue("--bar") !== bar) frame.style.setProperty("--bar", bar);
    chart.dispatchEvent(new CustomEvent("chart-moved"));
  }

  /** The width nearest to a wanted one that the chart may have. */
  const limit = (wanted) => Math.max(Math.min(port.clientWidth, restingWidth()), Math.min(wanted, data.wide * NEAREST));

  /** Draws the chart so wide that a point of the screen stays over the same spot. */
  function widen(wanted, x, y) {
    const resting = restingWidth();
    const next = limit(wanted);
    const before = svg.getBoundingClientRect();
    const share = [(x - before.left) / before.width, (y - before.top) / before.height];
    // What was as high as the chart stays so, and becomes a window on it.
    const high = parseFloat(port.style.height) || Math.min(port.getBoundingClientRect().height, Math.max(320, innerHeight * 0.8));
    size(next, next > resting ? high : undefined);
    const after = svg.getBoundingClientRect();
    port.scrollLeft += after.left + share[0] * after.width - x;
    port.scrollTop += after.top + share[1] * after.height - y;
    moved();
  }

  function middle() {
    const box = port.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }

  /** A point of the chart, in the units of the drawing, to the middle of the window. */
  function centre([x, y]) {
    const spot = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
    const [left, top] = middle();
    port.scrollBy(spot.x - left, spot.y - top);
  }

  /**
   * Brings points of the chart into view, as large as they have room in a window that leaves some for what stands below it; but not so
   * small that names go, as long as they can stay.
   */
  function fit(points) {
    if (points.length === 0) return rest();
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const seat = Math.min(restingHeight(), Math.max(300, innerHeight * 0.55));
    const room = (pixels, length, margins) => Math.min(pixels / (length + margins), (pixels - 2 * MARGIN) / Math.max(1, length));
    const beside = room(port.clientWidth, east - west, 2 * AROUND.side);
    const upright = room(seat, south - north, AROUND.above + AROUND.below);
    let best = Math.min(beside, upright, CLOSE);
    if (best < more()) best = Math.max(best, Math.min(beside, restingWidth() / data.wide));
    const next = limit(best * data.wide);
    const high = (next * down) / across;
    size(next, high > seat && best <= upright ? seat : undefined);
    centre([(west + east) / 2, (north - AROUND.above + south + AROUND.below) / 2]);
    fitted = { width, left: port.scrollLeft, top: port.scrollTop };
    moved();
  }

  /** Whether the chart stands as it was last fitted. */
  const isFitted = () =>
    fitted !== undefined &&
    Math.abs(fitted.width - width) < 1 &&
    Math.abs(fitted.left - port.scrollLeft) < 2 &&
    Math.abs(fitted.top - port.scrollTop) < 2;

  /** The chart as it is at first. Where it is wider than its window, that shows what most came for, and land cut at both sides. */
  function rest() {
    size(restingWidth());
    const goals = data.places.filter((place) => place.area);
    const sum = goals.reduce((total, place) => total + place.at[0], 0);
    const x = goals.length > 0 ? sum / goals.length : svg.viewBox.baseVal.x + across * 0.6;
    centre([x, svg.viewBox.baseVal.y + down / 2]);
    fitted = { width, left: port.scrollLeft, top: port.scrollTop };
    moved();
  }

  const whole = () => widen(port.clientWidth, ...middle());

  /** Where the chart stands: how far it is zoomed, and what is in the middle of the window. */
  function view() {
    const spot = new DOMPoint(...middle()).matrixTransform(svg.getScreenCTM().inverse());
    return { zoom: width / restingWidth(), at: [Math.round(spot.x), Math.round(spot.y)] };
  }

  new ResizeObserver(() => {
    if (!svg.style.width) width = svg.getBoundingClientRect().width;
    name();
    moved();
  }).observe(port);
  port.addEventListener("scroll", moved, { passive: true });
  width = svg.getBoundingClientRect().width;
  port.classList.add("moves");
  rest();
  // A map too large for its places to be drawn has nothing to point at or to choose from.
  const tools = data.places.length > 0 ? [".chart-zoom", ".chart-tools", ".chart-help"] : [".chart-zoom"];
  for (const tool of tools) chart.querySelector(tool).hidden = false;

  return { chart, port, svg, data, limit, widen, restingWidth, middle, centre, fit, isFitted, rest, whole, view, scale, width: () => width };
})(document.getElementById("chart"));
