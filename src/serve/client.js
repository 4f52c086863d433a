// Reloads the page when the site has changed. Only `portolan serve` adds this script; a built site does not have it.
"use strict";

(() => {
  // Browsers are not asked to keep it.
  document.documentElement.dataset.draft = "";
  const news = new EventSource(`/-/news${new URL(document.currentScript.src).search}`);
  news.addEventListener("message", () => {
    sessionStorage.setItem("portolan-scroll", `${location.pathname} ${scrollY}`);
    location.reload();
  });
  const [path, top] = (sessionStorage.getItem("portolan-scroll") ?? "").split(" ");
  sessionStorage.removeItem("portolan-scroll");
  if (path === location.pathname) scrollTo(0, Number(top));
})();
