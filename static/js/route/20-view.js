// A route as part of the page.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.routeView = (() => {
  const SHOWN_REASONS = 2;

  /** An element with attributes and children; `undefined` children are left out. */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(key, "");
      else if (value !== undefined && value !== false) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== undefined));
    return made;
  }

  const counted = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

  function reasonList(say, reasons) {
    const item = (reason) => {
      const { from, why, helpful } = say.reason(reason);
      return element("li", {}, element("span", { class: "for" }, `${helpful ? "helpful for" : "for"} ${from}:`), ` ${why}`);
    };
    const items = reasons.map(item);
    const shown = element("ul", { class: "reasons" }, ...items.slice(0, SHOWN_REASONS));
    if (items.length <= SHOWN_REASONS) return [shown];
    const more = counted(items.length - SHOWN_REASONS, "more reason");
    const rest = element("ul", { class: "reasons" }, ...items.slice(SHOWN_REASONS));
    return [shown, element("details", { class: "more-reasons" }, element("summary", {}, more), rest)];
  }

  function readingLine({ lead, work, by, part, note, source, href }) {
    const rest = `${part ? `, ${part}` : ""}${note ? `: ${note}` : ""}`;
    const address = source && element("span", { class: "only-print work-address" }, source);
    return element("p", { class: "step-read" }, `${lead} `, element("a", { href }, work), ` (${by})${rest}`, address || undefined);
  }

  /** A check box that says what is known; `change` is told its new state. */
  function tick(title, checked, change) {
    const box = element("input", { type: "checkbox", checked });
    box.addEventListener("change", () => change(box.checked));
    return element("label", { class: "tick" }, box, " I know this", element("span", { class: "unseen" }, `: ${title}`));
  }

  /** A step; `before` is the one before it. */
  function stepItem(say, step, before, change) {
    const { place, goal, added, reasons, choices } = step;
    const mark = (goal && "goal") || (added && "added");
    return element(
      "li",
      { class: goal ? "step goal" : "step" },
      element(
        "div",
        { class: "step-head" },
        element("h3", {}, element("a", { href: say.address(place) }, say.title(place))),
        mark ? element("span", { class: "goal-mark" }, mark) : undefined,
        tick(say.title(place), false, (known) => change(place, known)),
      ),
      element("p", { class: "step-about" }, say.about(place)),
      ...(reasons.length > 0 ? reasonList(say, reasons) : []),
      ...choices.map((choice) => element("p", { class: "step-choice" }, say.choice(place, choice))),
      ...say.reading(step, before).map(readingLine),
    );
  }

  function helpfulPart(say, helpful, add) {
    if (helpful.length === 0) return undefined;
    const item = ({ place, reasons, steps }) => {
      const button = element("button", { type: "button", class: "plain" }, "Add", element("span", { class: "unseen" }, ` ${say.title(place)} to the route`));
      button.addEventListener("click", () => add(place));
      const head = element("div", { class: "step-head" }, element("a", { href: say.address(place) }, say.title(place)));
      head.append(element("span", { class: "step-about" }, counted(steps, "step")), button);
      return element("li", {}, head, ...reasonList(say, reasons));
    };
    const summary = `${counted(helpful.length, "thing")} more would make it easier`;
    return element("details", { class: "helpful" }, element("summary", {}, summary), element("ul", { class: "extras" }, ...helpful.map(item)));
  }

  /** What the steps build on; `sources` gives for each place what was named and implies it, itself included. */
  function reliedPart(say, relied, sources, change) {
    if (relied.length === 0) return undefined;
    const isNamed = (place) => sources(place).includes(place);
    const item = (place) => {
      const end = isNamed(place)
        ? tick(say.title(place), true, (known) => change(place, known))
        : element("span", { class: "step-about" }, `follows from ${say.some(sources(place))}`);
      return element("li", {}, element("a", { href: say.address(place) }, say.title(place)), " ", end);
    };
    const named = relied.filter(isNamed).length;
    const implied = relied.length - named;
    const parts = [named > 0 && `${named} that you named`, implied > 0 && counted(implied, "that follows", "that follow")];
    const summary = `What you know and build on: ${relied.length} (${parts.filter((part) => part).join(", ")})`;
    return element("details", { class: "relied" }, element("summary", {}, summary), element("ul", {}, ...relied.map(item)));
  }

  /** What could be read next, with how many entries it helps to reach. */
  function nextPart(say, next, add) {
    const item = ({ place, opens }) => {
      const button = element("button", { type: "button", class: "plain" }, "I want this", element("span", { class: "unseen" }, `: ${say.title(place)}`));
      button.addEventListener("click", () => add(place));
      const note = opens > 0 ? `${say.about(place)} · ${counted(opens, "entry cannot", "entries cannot")} do without it` : say.about(place);
      const words = element("div", {}, element("a", { href: say.address(place) }, say.title(place)), element("p", { class: "step-about" }, note));
      return element("li", {}, words, button);
    };
    return element("div", {}, element("h3", {}, "Within your reach now"), element("ul", { class: "next" }, ...next.map(item)));
  }

  return { element, counted, stepItem, helpfulPart, reliedPart, nextPart };
})();
