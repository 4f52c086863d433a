// Asks the browser to keep the site for a time without a network, once the page is there and nothing else is to be done. A reader
// who saves data is not asked for more than was opened, and what `portolan serve` shows is a draft.
"use strict";

addEventListener("load", () => {
  const isDraft = document.documentElement.dataset.draft !== undefined;
  if (!navigator.serviceWorker || !location.protocol.startsWith("http") || navigator.connection?.saveData || isDraft) return;
  const begin = () => {
    // A browser that keeps nothing, as private windows do, is no reason to complain.
    navigator.serviceWorker.register(`${portolan.root}offline.js`).catch(() => {});
  };
  (globalThis.requestIdleCallback ?? setTimeout)(begin);
});
