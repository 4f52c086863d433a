// The card of a place: what it is, what it needs and unlocks, and why. It lies beside the place where it hides least of what is lit;
// on narrow screens, at the edge of the screen that is further away.
"use strict";

if (portolan.chart) {
  const { chart, port, data, places, needs, unlocks, STRENGTHS, element } = portolan.chart;
  const card = chart.querySelector(".chart-card");
  /** How many reasons the card has at most for each direction, and how high it is at most: it must not hide what it speaks of. */
  const SHOWN = 3;
  const HIGHEST = 410;
  /** Between card and place, and between card and the edge of the screen. */
  const GAP = 14;
  const EDGE = 8;

  let shown;

  function list(head, edges, other, most) {
    if (edges.length === 0) return [];
    const items = edges.slice(0, most).map((edge) => {
      const strength = edge[2] === 2 ? "" : ` (${STRENGTHS[edge[2]]})`;
      return element("li", "", element("b", "", data.places[edge[other]].title), `${strength}: ${edge[3]}`);
    });
    const left = edges.length - items.length;
    if (left > 0) items.push(element("li", "more", items.length > 0 ? `and ${left} more` : `${left} of them`));
    return [element("p", "head", head), element("ul", "", ...items)];
  }

  /** For fingers, which have no click beside the tap that asked for the card. */
  function doors(at) {
    const open = element("a", "open", "Open");
    open.href = places[at].getAttribute("href");
    open.setAttribute("aria-label", `Open ${data.places[at].title}`);
    const close = element("button", "", "Close");
    close.type = "button";
    close.addEventListener("click", () => chart.dispatchEvent(new CustomEvent("card-closed")));
    return element("p", "doors", open, close);
  }

  function fill(at, most, tapped) {
    const { title, status } = data.places[at];
    card.replaceChildren(
      element("p", "what", status ? `${title} · ${status}` : title),
      ...list("Needs", needs[at], 1, Math.ceil(most / 2)),
      ...list("Unlocks", unlocks[at], 0, Math.floor(most / 2)),
      ...(tapped ? [doors(at)] : []),
    );
  }

  /** Beside, above or under the place: where the fewest of the lit places are hidden, and the place itself never if that can be. */
  function lay({ at, lit }) {
    const spot = places[at].getBoundingClientRect();
    const frame = chart.getBoundingClientRect();
    const [wide, high] = [card.offsetWidth, card.offsetHeight];
    const [right, bottom] = [document.documentElement.clientWidth - EDGE - wide, innerHeight - EDGE - high];
    const inside = (value, most) => Math.max(EDGE, Math.min(value, most));
    const ys = [spot.top, spot.bottom - high, spot.top + (spot.height - high) / 2];
    const xs = [spot.left + (spot.width - wide) / 2, spot.left, spot.right - wide];
    const ways = [
      ...[spot.right + GAP, spot.left - GAP - wide].flatMap((x) => ys.map((y) => [x, y])),
      ...[spot.bottom + GAP, spot.top - GAP - high].flatMap((y) => xs.map((x) => [x, y])),
    ].map(([x, y]) => [inside(x, right), inside(y, bottom)]);
    const boxes = [...new Set([at, ...lit])].map((one) => [places[one].getBoundingClientRect(), one === at ? 100 : 1]);
    const hidden = ([x, y]) =>
      boxes.reduce((sum, [box, weight]) => {
        const over = box.left < x + wide && x < box.right && box.top < y + high && y < box.bottom;
        return sum + (over ? weight : 0);
      }, 0);
    const costs = ways.map(hidden);
    const [x, y] = ways[costs.indexOf(Math.min(...costs))];
    card.style.left = `${x - frame.left}px`;
    card.style.top = `${y - frame.top}px`;
  }

  function put() {
    card.classList.toggle("docked", chart.clientWidth < 600);
    if (card.classList.contains("docked")) {
      const spot = places[shown.at].getBoundingClientRect();
      card.classList.toggle("at-top", (spot.top + spot.bottom) / 2 > innerHeight / 2);
      card.style.left = card.style.top = "";
    } else lay(shown);
  }

  /** Shows the card of a place among those that are lit; with fewer reasons if the screen is low, so that no line is cut. */
  function show(at, lit, tapped) {
    shown = { at, lit, tapped };
    card.hidden = false;
    card.classList.toggle("docked", chart.clientWidth < 600);
    const room = Math.min(innerHeight - 2 * EDGE, Math.max(innerHeight * 0.5, 160), HIGHEST);
    let most = 2 * SHOWN;
    do fill(at, most, tapped);
    while (card.offsetHeight > room && most-- > 0);
    put();
  }

  function hide() {
    card.hidden = true;
    shown = undefined;
  }

  // The card that a tap or the keyboard asked for goes with its place, until that has left the window; the pointer is on another place
  // when the chart has moved below it.
  chart.addEventListener("chart-moved", () => {
    if (!shown) return;
    const [spot, frame] = [places[shown.at].getBoundingClientRect(), port.getBoundingClientRect()];
    const gone = spot.right < frame.left || spot.left > frame.right || spot.bottom < frame.top || spot.top > frame.bottom;
    const stays = shown.tapped || document.activeElement === places[shown.at];
    if (gone || !stays) chart.dispatchEvent(new CustomEvent("card-closed"));
    else put();
  });

  Object.assign(portolan.chart, { card: { element: card, show, hide } });
}
