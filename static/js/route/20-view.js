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

  /** Words about the entries of a graph; `href` makes addresses of the site. */
  function words({ entries, kinds, fields, works }, href) {
    const title = (place) => entries[place].title;
    const address = (place) => href(`${kinds[entries[place].kind].folder}/${entries[place].slug}/`);
    const reason = ({ from, need }) => ({ from: title(from), ...entries[from].needs[need] });
    const because = { known: "you know", "on the way": "is on your route anyway", "fewer steps": "was taken, since it adds the fewest steps" };
    const choice = (place, { need, taken, because: why }) => {
      const options = entries[place].needs[need].any.map(title).join(" or ");
      if (why === "known") return `${options} would do; ${because.known} ${title(taken)}.`;
      return `${options} would do; ${title(taken)} ${because[why] ?? "was taken: it is named first, and none adds fewer steps"}.`;
    };
    const read = (place) => {
      const found = entries[place].read;
      if (!found) return undefined;
      const { key, title: work, short } = works[found.work];
      return { key, work, short, part: found.part, role: found.role, href: href(`references/${key}/`) };
    };
    const about = (place) => `${kinds[entries[place].kind].one} · ${fields[entries[place].field]}`;
    return { title, address, reason, choice, read, about };
  }

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

  function readingLine(read) {
    const verb = read.role === "start here" ? "Start with " : "Read ";
    const part = read.part ? `, ${read.part}` : "";
    return element("p", { class: "step-read" }, verb, element("a", { href: read.href }, read.work), ` (${read.short})${part}`);
  }

  /** A check box that says what is known; `change` is told its new state. */
  function tick(title, checked, change) {
    const box = element("input", { type: "checkbox", checked });
    box.addEventListener("change", () => change(box.checked));
    return element("label", { class: "tick" }, box, " I know this", element("span", { class: "unseen" }, `: ${title}`));
  }

  function stepItem(say, { place, goal, reasons, choices }, change) {
    const read = say.read(place);
    return element(
      "li",
      { class: goal ? "step goal" : "step" },
      element(
        "div",
        { class: "step-head" },
        element("h3", {}, element("a", { href: say.address(place) }, say.title(place))),
        goal ? element("span", { class: "goal-mark" }, "goal") : undefined,
        tick(say.title(place), false, (known) => change(place, known)),
      ),
      element("p", { class: "step-about" }, say.about(place)),
      ...(reasons.length > 0 ? reasonList(say, reasons) : []),
      ...choices.map((choice) => element("p", { class: "step-choice" }, say.choice(place, choice))),
      read && readingLine(read),
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

  function reliedPart(say, relied, named, change) {
    if (relied.length === 0) return undefined;
    const item = (place) => {
      const own = named.has(place);
      const implied = own ? undefined : element("span", { class: "step-about" }, "follows from what you know");
      const box = own ? tick(say.title(place), true, (known) => change(place, known)) : implied;
      return element("li", {}, element("a", { href: say.address(place) }, say.title(place)), " ", box);
    };
    const summary = `What you know and build on: ${relied.length}`;
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

  return { element, counted, words, stepItem, helpfulPart, reliedPart, nextPart };
})();
