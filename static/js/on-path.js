// On the page of an entry: the path along which the reader has come, as the address says (`#path=analyst`), stands first and is marked.
// Otherwise all paths through the entry are alike.
"use strict";

(() => {
  function show() {
    const slug = new URLSearchParams(location.hash.slice(1)).get("path");
    if (!slug) return;
    for (const one of document.querySelectorAll("[data-path]")) {
      const isMine = one.dataset.path === slug;
      one.classList.toggle("is-mine", isMine);
      one.querySelector(".my-path")?.remove();
      if (!isMine) continue;
      const note = document.createElement("span");
      note.className = "my-path";
      note.textContent = "Your path: ";
      one.prepend(note);
      one.parentElement.prepend(one);
    }
  }

  addEventListener("hashchange", show);
  show();
})();
