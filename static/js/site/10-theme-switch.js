// The button that changes the colours: as the system has them, light, dark, and round again. The choice is kept in the browser.
"use strict";

{
  const NEXT = { system: "light", light: "dark", dark: "system" };
  const WORDS = { system: "as the system", light: "light", dark: "dark" };
  const page = document.documentElement;
  const button = document.querySelector(".theme-switch");

  const show = (theme) => {
    if (theme === "system") delete page.dataset.theme;
    else page.dataset.theme = theme;
    if (!button) return;
    const label = `Colours: ${WORDS[theme]}`;
    button.dataset.shows = theme;
    button.setAttribute("aria-label", label);
    button.title = `${label}. Click for ${WORDS[NEXT[theme]]}`;
  };

  const keep = (theme) => {
    try {
      if (theme === "system") localStorage.removeItem("portolan-theme");
      else localStorage.setItem("portolan-theme", theme);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  };

  show(page.dataset.theme ?? "system");
  button?.addEventListener("click", () => {
    const theme = NEXT[page.dataset.theme ?? "system"];
    show(theme);
    keep(theme);
  });
  // Another window of the site has changed them.
  addEventListener("storage", (event) => {
    if (event.key === "portolan-theme") show(event.newValue ?? "system");
  });
}
