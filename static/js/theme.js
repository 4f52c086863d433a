// Puts on the colours that the reader chose before the page is painted: that is why this script, and no other, is waited for.
// It is fetched beside the style sheet, which is waited for anyway. (Asynchronous, it let every second page flash up in the other
// colours.) Without a choice, the system's colours hold; without scripts, those are all there is.
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
