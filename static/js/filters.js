// What pages with a filter share. The address keeps what is chosen, as in `#about=kernel&field=physics`, so that it can be sent to
// somebody and other pages can lead to it.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.filters = (() => {
  /** Keeps a form and the address in step, and calls `show` whenever something else is chosen. */
  function start(form, show) {
    const fields = [...form.elements].filter(({ name }) => name);

    function keep() {
      const state = new URLSearchParams();
      for (const { name, value } of fields) if (value) state.set(name, value);
      const hash = state.toString();
      if (hash || location.hash.includes("=")) history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    }

    function read() {
      if (!location.hash.includes("=")) return;
      const state = new URLSearchParams(location.hash.slice(1));
      for (const field of fields) {
        field.value = state.get(field.name) ?? "";
        // What the list does not have is no choice.
        if (field.selectedIndex < 0) field.value = "";
      }
      show();
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      show();
      keep();
    });
    addEventListener("hashchange", read);
    read();
  }

  /** Hides the parts of the page in which nothing is left. */
  function hideEmpty(parts, inside) {
    for (const part of parts) part.hidden = !part.querySelector(`${inside}:not([hidden])`);
  }

  return { start, hideEmpty };
})();
