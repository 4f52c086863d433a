// On the page that stands for one which was never opened and cannot be fetched: a way back to it, and what can be read meanwhile.
"use strict";

(async () => {
  const again = document.querySelector("[data-again]");
  const wanted = location.hash.slice(1);
  if (wanted) {
    again.hidden = false;
    again.querySelector("a").href = new URL(wanted, portolan.root).href.startsWith(portolan.root) ? portolan.root + wanted : portolan.root;
  }
  if (!globalThis.caches) return;

  const pages = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(`portolan ${portolan.root} `)) continue;
    const cache = await caches.open(name);
    const requests = (await cache.keys()).filter(({ url }) => url.endsWith("/") && !url.endsWith("/offline/"));
    for (const request of requests) {
      const html = await (await cache.match(request)).text();
      pages.set(request.url, new DOMParser().parseFromString(html, "text/html").title);
    }
  }
  const language = document.documentElement.lang;
  const items = [...pages].sort(([, a], [, b]) => a.localeCompare(b, language)).map(([url, title]) => {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  document.querySelector("[data-kept] ul").replaceChildren(...items);
  document.querySelector("[data-kept]").hidden = items.length === 0;
})();
