// Puts on the colours that the reader chose, before the page is painted where possible: the script is tiny and blocks nothing.
// Without a choice, the system's colours hold; without scripts, those are all there is.
"use strict";

{
  const page = document.documentElement;
  page.dataset.scripts = "";
  try {
    const theme = localStorage.getItem("portolan-theme");
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}
