// Wheel, fingers, mouse, keys and buttons zoom the chart and move it.
"use strict";

if (portolan.chart) {
  const { chart, port, svg, limit, widen, width, middle, rest, whole } = portolan.chart;
  const STEP = 1.4;
  const zoom = (factor) => widen(width() * factor, ...middle());

  // To draw a large chart anew takes a browser longer than a frame, and a gesture has many steps. So the picture is only stretched and
  // shifted until the gesture ends; then it is drawn as large as it was stretched.
  let gesture;
  function stretch(factor, x, y) {
    if (!gesture) {
      const box = svg.getBoundingClientRect();
      gesture = { from: [x, y], width: width() };
      svg.style.transformOrigin = `${x - box.left}px ${y - box.top}px`;
      chart.dispatchEvent(new CustomEvent("card-closed"));
    }
    Object.assign(gesture, { factor: limit(gesture.width * factor) / gesture.width, to: [x, y] });
    svg.style.transform = `translate(${x - gesture.from[0]}px, ${y - gesture.from[1]}px) scale(${gesture.factor})`;
  }

  function settle() {
    if (!gesture) return;
    const { from, to, factor, width } = gesture;
    gesture = undefined;
    svg.style.transform = "";
    widen(width * factor, ...from);
    port.scrollBy(from[0] - to[0], from[1] - to[1]);
  }

  let still;
  port.addEventListener("wheel", (event) => {
    // The wheel alone scrolls the page; with Ctrl, which is also what two fingers on a pad send, it zooms.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const step = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 120);
    stretch((gesture?.factor ?? 1) * step, ...(gesture?.from ?? [event.clientX, event.clientY]));
    // A wheel does not say when it has stopped.
    clearTimeout(still);
    still = setTimeout(settle, 160);
  }, { passive: false });

  // Two fingers zoom and move; one is for the page, which otherwise could not be scrolled past a chart as high as the screen.
  let pinch;
  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const between = ([a, b]) => [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2];
  port.addEventListener("touchstart", ({ touches }) => {
    settle();
    pinch = touches.length === 2 ? spread(touches) : undefined;
    if (pinch) stretch(1, ...between(touches));
  }, { passive: true });
  port.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    stretch(spread(event.touches) / pinch, ...between(event.touches));
  }, { passive: false });
  for (const end of ["touchend", "touchcancel"]) {
    port.addEventListener(end, () => {
      pinch = undefined;
      settle();
    });
  }

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
