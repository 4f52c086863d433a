// Makes boxes that scroll sideways reachable by keyboard, as long as they scroll.
"use strict";

{
  const names = { display: "Formula", table: "Table" };
  const look = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls === box.hasAttribute("tabindex")) return;
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", `${names[box.classList[0]]}; scrolls sideways`);
    } else {
      for (const attribute of ["tabindex", "role", "aria-label"]) box.removeAttribute(attribute);
    }
  };
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  for (const box of document.querySelectorAll(".display, .table")) watcher.observe(box);
  // Fonts that come late change how wide a formula is.
  document.fonts.ready.then(() => document.querySelectorAll(".display, .table").forEach(look));
}
