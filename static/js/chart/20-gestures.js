// Wheel, fingers, mouse, keys and buttons zoom the chart and move it.
"use strict";

if (portolan.chart) {
  const { chart, port, widen, width, middle, rest, whole } = portolan.chart;
  const STEP = 1.4;
  const zoom = (factor) => widen(width() * factor, ...middle());

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
    soon((pending?.wanted ?? width()) * factor, event.clientX, event.clientY);
  }, { passive: false });

  // Two fingers zoom and move; one is for the page, which otherwise could not be scrolled past a chart as high as the screen.
  let pinch;
  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const between = ([a, b]) => [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2];
  port.addEventListener("touchstart", ({ touches }) => {
    pinch = touches.length === 2 ? { spread: spread(touches), width: width(), at: between(touches) } : undefined;
  }, { passive: true });
  port.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const at = between(event.touches);
    port.scrollBy(pinch.at[0] - at[0], pinch.at[1] - at[1]);
    pinch.at = at;
    soon(pinch.width * spread(event.touches) / pinch.spread, ...at);
  }, { passive: false });
  for (const end of ["touchend", "touchcancel"]) port.addEventListener(end, () => (pinch = undefined));

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
}
