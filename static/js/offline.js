// The service worker: what a device keeps of the site, so that it can be read without a network. Whoever has a network gets the
// site as it is now, always; only what the network does not give comes from what was kept. `offline.js` at the root of the site
// names the files to keep from the first visit on (`FIRST`), and a number that changes when they do (`STAMP`).
"use strict";

{
  const root = registration.scope;
  // Two maps on one host do not share what they keep.
  const named = (what) => `portolan ${root} ${what}`;
  const first = named(`first ${STAMP}`);
  const visited = named("visited");
  const fromStart = new Set(FIRST.map((address) => root + address));

  addEventListener("install", (event) => {
    const fresh = FIRST.map((address) => new Request(root + address, { cache: "no-cache" }));
    event.waitUntil(caches.open(first).then((cache) => cache.addAll(fresh)));
    skipWaiting();
  });

  addEventListener("activate", (event) => {
    const tidy = async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith(named("first ")) && name !== first);
      await Promise.all(old.map((name) => caches.delete(name)));
      await clients.claim();
    };
    event.waitUntil(tidy());
  });

  async function keep(request, response) {
    const cache = await caches.open(fromStart.has(request.url) ? first : visited);
    await cache.put(request, response);
  }

  async function kept(request) {
    for (const name of [first, visited]) {
      const found = await caches.match(request, { cacheName: name, ignoreSearch: true });
      if (found) return found;
    }
    // A page that was never opened; the one that says so leads back to it.
    const address = new URL(request.url).href.slice(root.length);
    return request.mode === "navigate" ? Response.redirect(`${root}offline/#${address}`) : Response.error();
  }

  async function answer(event) {
    const { request } = event;
    let response;
    try {
      response = await fetch(request);
    } catch {
      return kept(request);
    }
    // A full disk is no reason to show nothing.
    if (response.status === 200) event.waitUntil(keep(request, response.clone()).catch(() => {}));
    return response;
  }

  addEventListener("fetch", (event) => {
    if (event.request.method === "GET" && event.request.url.startsWith(root)) event.respondWith(answer(event));
  });
}
