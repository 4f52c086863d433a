// Zoom and pan of the chart. The drawing lies in a box that scrolls, so touch, wheel, keys and scroll bars move it as they move
// any page; this script changes how large it is drawn, and which names have room at that size. Without it, the chart is whole.
"use strict";

portolan.chart = ((chart) => {
  if (!chart) return undefined;

  const port = chart.querySelector(".chart-port");
  const svg = chart.querySelector(".chart-svg");
  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const STEP = 1.4;
  const NEAREST = 5;
  // From which shares of the natural width there is room for more names, and for all; and up to which names grow.
  const MORE = 0.5;
  const ALL = 0.66;
  const GROWTH = 1.3;

  let width;

  /** How wide the drawing is if nobody zooms, as the style sheet has it. */
  const restingWidth = () => Math.max(Math.min(port.clientWidth, data.wide * 1.3), data.wide * 0.55);

  /** Shows the names that have room, never larger than they need be. */
  function name() {
    const scale = width / data.wide;
    // On a phone the first glance is for the great names.
    const more = port.clientWidth < 600 ? (MORE + ALL) / 2 : MORE;
    const level = 1 + (scale >= more) + (scale >= ALL);
    if (chart.dataset.level !== `${level}`) chart.dataset.level = level;
    const near = Math.min(1, GROWTH / scale).toFixed(2);
    if (svg.style.getPropertyValue("--near") !== near) svg.style.setProperty("--near", near);
  }

  /** Draws the chart so wide that a point of the screen stays over the same spot. */
  function widen(wanted, x, y) {
    const resting = restingWidth();
    const next = Math.max(Math.min(port.clientWidth, resting), Math.min(wanted, data.wide * NEAREST));
    const before = svg.getBoundingClientRect();
    const share = [(x - before.left) / before.width, (y - before.top) / before.height];
    if (Math.abs(next - resting) < 1) {
      svg.style.width = svg.style.minWidth = port.style.height = "";
    } else {
      // What was as high as the chart stays so, and becomes a window on it.
      if (!port.style.height && next > resting) {
        port.style.height = `${Math.min(port.getBoundingClientRect().height, Math.max(320, innerHeight * 0.85))}px`;
      }
      if (next < resting) port.style.height = "";
      svg.style.width = `${next}px`;
      svg.style.minWidth = "0";
    }
    width = next;
    name();
    const after = svg.getBoundingClientRect();
    port.scrollLeft += after.left + share[0] * after.width - x;
    port.scrollTop += after.top + share[1] * after.height - y;
    chart.dispatchEvent(new CustomEvent("chart-moved"));
  }

  function middle() {
    const box = port.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }

  const zoom = (factor, x = middle()[0], y = middle()[1]) => widen(width * factor, x, y);
  const rest = () => widen(restingWidth(), ...middle());
  const whole = () => widen(port.clientWidth, ...middle());

  /** A point of the chart, in the units of the drawing, to the middle of the window. */
  function centre([x, y]) {
    const spot = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
    const [left, top] = middle();
    port.scrollBy(spot.x - left, spot.y - top);
  }

  /** Where the chart stands: how far it is zoomed, and what is in the middle of the window. */
  function view() {
    const spot = new DOMPoint(...middle()).matrixTransform(svg.getScreenCTM().inverse());
    return { zoom: width / restingWidth(), at: [Math.round(spot.x), Math.round(spot.y)] };
  }

  // However many steps a gesture has in a frame, the chart is drawn once.
  let pending;
  function soon(wanted, x, y) {
    if (!pending) {
      requestAnimationFrame(() => {
        const { wanted, x, y } = pending;
        pending = undefined;
        widen(wanted, x, y);
      });
    }
    pending = { wanted, x, y };
  }

  port.addEventListener("wheel", (event) => {
    // The wheel alone scrolls the page; with Ctrl, which is also what two fingers on a pad send, it zooms.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const factor = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 120);
    soon((pending?.wanted ?? width) * factor, event.clientX, event.clientY);
  }, { passive: false });

  // Two fingers.
  let pinch;
  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  port.addEventListener("touchstart", ({ touches }) => {
    pinch = touches.length === 2 ? { spread: spread(touches), width } : undefined;
  }, { passive: true });
  port.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches;
    soon(pinch.width * spread([a, b]) / pinch.spread, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
  }, { passive: false });
  port.addEventListener("touchend", () => (pinch = undefined));

  // The mouse drags the chart; a click that was a drag leads nowhere.
  let drag;
  const drop = () => {
    port.classList.remove("moving");
    drag = undefined;
  };
  port.addEventListener("pointerdown", (event) => {
    // What lies outside the drawing, as the scroll bars do, is the port itself.
    if (event.pointerType !== "mouse" || event.button !== 0 || event.target === port) return;
    drag = { x: event.clientX, y: event.clientY, left: port.scrollLeft, top: port.scrollTop, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!drag) return;
    // The button was released where nobody heard of it.
    if (!(event.buttons & 1)) return drop();
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.abs(x) + Math.abs(y) < 5) return;
    drag.moved = true;
    port.classList.add("moving");
    port.scrollTo(drag.left - x, drag.top - y);
  });
  addEventListener("pointercancel", drop);
  addEventListener("pointerup", () => {
    const moved = drag?.moved;
    drop();
    if (!moved) return;
    const stay = (event) => event.preventDefault();
    port.addEventListener("click", stay, { capture: true });
    // The click of this drag comes at once, or never: a later one is meant.
    setTimeout(() => port.removeEventListener("click", stay, { capture: true }));
  });
  port.addEventListener("dragstart", (event) => event.preventDefault());
  port.addEventListener("scroll", () => chart.dispatchEvent(new CustomEvent("chart-moved")), { passive: true });

  const keys = { "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), "0": rest };
  chart.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  const buttons = { in: () => zoom(STEP), out: () => zoom(1 / STEP), all: whole };
  for (const button of chart.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", buttons[button.dataset.zoom]);
  }

  new ResizeObserver(() => {
    if (!svg.style.width) width = svg.getBoundingClientRect().width;
    name();
  }).observe(port);
  width = svg.getBoundingClientRect().width;
  name();
  port.classList.add("moves");
  // A map too large for its places to be drawn has nothing to point at or to choose from.
  const tools = data.places.length > 0 ? [".chart-zoom", ".chart-tools", ".chart-help"] : [".chart-zoom"];
  for (const tool of tools) chart.querySelector(tool).hidden = false;

  return { chart, port, svg, data, widen, restingWidth, middle, centre, view };
})(document.getElementById("chart"));
