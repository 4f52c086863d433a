// The table of needs: sorts its rows, says the reason of a mark that is pointed at or has the focus, and moves between marks by
// the arrow keys. Without this script the rows are sorted by payoff, and the reasons are words in the cells.
"use strict";

for (const table of document.querySelectorAll(".matrix")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const areas = [...table.querySelectorAll(".area")];
  const sums = 3;

  /* Order of the rows */
  const title = (row) => row.querySelector("th").textContent.trim();
  const orders = {
    payoff: () => 0,
    name: (a, b) => title(a).localeCompare(title(b)),
    field: (a, b) => a.dataset.field - b.dataset.field,
  };
  const bar = document.createElement("p");
  bar.className = "sort";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Order of the rows");
  bar.append("Rows by");
  for (const [word, order] of Object.entries(orders)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.setAttribute("aria-pressed", String(word === "payoff"));
    button.addEventListener("click", () => {
      body.append(...[...rows].sort(order));
      for (const other of bar.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
    });
    bar.append(button);
  }
  table.parentElement.before(bar);

  /* The reason of a mark */
  const note = document.createElement("p");
  note.className = "matrix-note";
  note.setAttribute("aria-live", "polite");
  table.parentElement.after(note);
  let column;

  const hide = () => {
    note.textContent = "Point at a mark, or move to it with Tab and the arrow keys, to see the reason.";
    column?.classList.remove("at");
  };
  const show = (mark) => {
    hide();
    const cell = mark.closest("td");
    column = areas[cell.cellIndex - sums];
    column.classList.add("at");
    const b = document.createElement("b");
    b.textContent = `${column.textContent.trim()} ← ${title(cell.parentElement)}:`;
    note.replaceChildren(b, ` ${mark.textContent.trim()}`);
  };
  hide();
  const markAt = (event) => event.target.closest(".mark");
  body.addEventListener("pointerover", (event) => (markAt(event) ? show(markAt(event)) : hide()));
  body.addEventListener("pointerleave", hide);
  body.addEventListener("focusin", (event) => (markAt(event) ? show(markAt(event)) : hide()));
  body.addEventListener("focusout", hide);

  /* Arrow keys */
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  for (const mark of body.querySelectorAll(".indirect")) mark.tabIndex = -1;
  body.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
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
        found.focus();
        return;
      }
    }
  });
}
