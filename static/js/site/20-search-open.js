// Opens the search: by its button, "/" or Ctrl-K. Everything else of it is loaded then.
"use strict";

{
  const ready = () => Promise.all([portolan.load("assets/js/search.js"), portolan.load("search-index.js")]);

  const open = async (instead) => {
    try {
      await ready();
    } catch {
      // Without its data there is still the page that says what can be browsed.
      location.assign(instead);
      return;
    }
    portolan.openSearch();
  };

  const button = document.querySelector(".search-open");
  const page = document.querySelector("[data-search-page]");
  const here = () => page?.querySelector("input")?.focus();

  button?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (page) here();
    else open(button.href);
  });
  // What is needed is fetched while the pointer is still on its way.
  for (const kind of ["pointerenter", "focus"]) button?.addEventListener(kind, () => ready().catch(() => {}), { once: true });

  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !portolan.isTyping(event);
    const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if ((!slash && !ctrlK) || !button) return;
    event.preventDefault();
    if (page) here();
    else open(button.href);
  });

  if (page) ready().then(() => portolan.searchPage(page), () => {});
}
