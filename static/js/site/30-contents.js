// The table of contents follows the reader: it marks the heading under which the window stands.
"use strict";

{
  const links = [...document.querySelectorAll(".toc a[href^='#']")];
  const places = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  let current = null;

  const follow = () => {
    const line = innerHeight * 0.3;
    const passed = places.filter(({ heading }) => heading.getBoundingClientRect().top <= line);
    const found = passed.at(-1)?.link ?? null;
    if (found === current) return;
    current?.removeAttribute("aria-current");
    found?.setAttribute("aria-current", "location");
    current = found;
  };

  if (places.length > 0) {
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        follow();
      });
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon, { passive: true });
    soon();
  }
}
