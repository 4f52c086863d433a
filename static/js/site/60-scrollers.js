// Boxes that scroll: makes those that scroll sideways reachable by keyboard, as long as they do, and says on which sides of a box
// there is more, which style sheets show by a fade (`data-more`).
"use strict";

{
  const names = { display: "Formula", table: "Table" };
  const sideways = ".display, .table";
  const all = `${sideways}, .graph-scroll, .matrix-box, .margin, .jump.stays ul`;

  const reach = (box) => {
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
  /** A pixel is lost where sizes are no whole numbers. */
  const much = (pixels) => pixels > 2;
  const say = (box) => {
    const sides = {
      left: much(box.scrollLeft),
      right: much(box.scrollWidth - box.clientWidth - box.scrollLeft),
      top: much(box.scrollTop),
      bottom: much(box.scrollHeight - box.clientHeight - box.scrollTop),
    };
    const more = Object.keys(sides).filter((side) => sides[side]).join(" ");
    if (more === (box.dataset.more ?? "")) return;
    if (more) box.dataset.more = more;
    else delete box.dataset.more;
  };
  const look = (box) => {
    if (box.matches(sideways)) reach(box);
    say(box);
  };
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));
  for (const box of document.querySelectorAll(all)) {
    watcher.observe(box);
    box.addEventListener("scroll", () => say(box), { passive: true });
  }
  // Fonts that come late change how wide a formula is.
  document.fonts.ready.then(() => document.querySelectorAll(all).forEach(look));
}
