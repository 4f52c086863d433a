// The table of needs: sorts its rows, says the reason of a mark that is pointed at or has the focus, and moves between marks by
// the arrow keys. A finger has nothing to point with: a touch of a mark says its reason, one of a row's name who needs it and why,
// and both stay until they are sent away. Without this script the rows are sorted by payoff, the reasons are titles of the marks,
// and the marks and names are links.
"use strict";

for (const table of document.querySelectorAll(".matrix")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const areas = [...table.querySelectorAll(".area")];
  const note = document.querySelector(".matrix-note");
  const bar = document.querySelector(".sort");
  const sums = 3;

  /* Order of the rows */
  const title = (row) => row.querySelector("th").textContent.trim();
  const orders = {
    payoff: () => 0,
    name: (a, b) => title(a).localeCompare(title(b)),
    field: (a, b) => a.dataset.field - b.dataset.field,
  };
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    body.append(...[...rows].sort(orders[button.dataset.order]));
    for (const other of bar.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
  });

  /* What is said under the table */
  const make = (name, content = "", more = {}) => {
    const element = Object.assign(document.createElement(name), more);
    element.append(...[content].flat());
    return element;
  };
  const byTouch = matchMedia("(hover: none), (width < 45rem)");
  const columnOf = (mark) => areas[mark.closest("td").cellIndex - sums];
  /** The reason of a mark; from then on the browser shows no small one over it. */
  const reason = (mark) => {
    if (mark.title) {
      mark.setAttribute("aria-label", mark.title);
      mark.removeAttribute("title");
    }
    return mark.getAttribute("aria-label");
  };
  let column;
  let keptFor;

  const say = (...content) => {
    column?.classList.remove("at");
    column = undefined;
    note.classList.remove("kept");
    keptFor = undefined;
    note.replaceChildren(...content);
    note.scrollTop = 0;
  };
  const rest = () => {
    const hint = byTouch.matches
      ? "Touch a mark to see the reason, or a name to see which areas need it and why."
      : "Point at a mark, or move to it with Tab and the arrow keys, to see the reason.";
    say(make("p", hint));
  };
  const show = (mark) => {
    const at = columnOf(mark);
    say(make("p", [make("b", `${at.textContent.trim()} ← ${title(mark.closest("tr"))}:`), ` ${reason(mark)}`]));
    column = at;
    column.classList.add("at");
  };
  const hide = () => {
    if (!keptFor) rest();
  };
  const leave = () => {
    const back = keptFor;
    rest();
    if (note.contains(document.activeElement) || document.activeElement === document.body) back?.focus({ preventScroll: true });
  };
  /** Lets what is said stay, with a button that sends it away. */
  const keep = (asked) => {
    const close = make("button", "Close", { type: "button", className: "close" });
    close.addEventListener("click", leave);
    note.prepend(close);
    note.classList.add("kept");
    keptFor = asked;
  };
  const link = (words, href) => make("a", words, { href });
  const place = (mark) => mark.href ?? columnOf(mark).querySelector("a").href;

  const keepMark = (mark) => {
    show(mark);
    const area = columnOf(mark).textContent.trim();
    note.append(make("p", link(mark.href ? `Read it at ${area}` : `Open ${area}`, place(mark))));
    keep(mark);
  };
  const keepRow = (row) => {
    const name = row.querySelector("th a");
    const marks = [...row.querySelectorAll("td .mark")];
    const lines = ["essential", "helpful", "indirect"].flatMap((kind) => marks.filter((mark) => mark.matches(`.${kind}`)));
    const line = (mark) => make("li", [link(columnOf(mark).textContent.trim(), place(mark)), `: ${reason(mark)}`]);
    const head = make("p", [make("b", lines.length > 0 ? "What needs " : "Nothing here needs ", { tabIndex: -1 }), link(title(row), name.href)]);
    say(head, make("ul", lines.map(line)));
    keep(name);
    head.firstChild.focus({ preventScroll: true });
  };
  rest();
  byTouch.addEventListener("change", rest);

  const markAt = (event) => event.target.closest(".mark");
  /** What was asked for stays; only something else that is asked for takes its place. */
  const follow = (event) => {
    if (event.pointerType === "touch" || keptFor) return;
    if (markAt(event)) show(markAt(event));
    else hide();
  };
  body.addEventListener("pointerover", follow);
  body.addEventListener("focusin", follow);
  body.addEventListener("pointerleave", hide);
  body.addEventListener("focusout", hide);
  let touched = false;
  table.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
  table.addEventListener("click", (event) => {
    // From the keyboard, a link is a link.
    if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey || !(touched || byTouch.matches)) return;
    const mark = markAt(event);
    const name = event.target.closest("tbody th");
    if (!mark && !name) return;
    event.preventDefault();
    if (mark) keepMark(mark);
    else keepRow(name.parentElement);
  });
  note.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && keptFor) leave();
  });

  /* Arrow keys */
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  body.addEventListener("keydown", (event) => {
    if (event.key === "Escape") rest();
    const mark = markAt(event);
    const step = steps[event.key];
    if (!mark || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const cell = mark.closest("td");
    const shown = [...body.rows];
    let [y, x] = [shown.indexOf(cell.parentElement), cell.cellIndex];
    for (;;) {
      [y, x] = [y + step[0], x + step[1]];
      const next = shown[y]?.cells[x];
      if (!next || x < sums) return;
      const found = next.querySelector(".mark");
      if (found) {
        if (!found.href) found.tabIndex = -1;
        found.focus();
        return;
      }
    }
  });
}
