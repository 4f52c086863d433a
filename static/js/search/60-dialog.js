// The search over the page: a combobox with a list of options (ARIA Authoring Practices), in a modal dialog.
"use strict";

{
  /** How many finds of a kind are shown, and which part of the best find's worth they must have; the search page has all. */
  const SHOWN = 5;
  const WORTH = 0.12;
  const { make, link, count } = portolan.show ?? {};

  let parts = null;
  let active = -1;

  const options = () => [...parts.list.querySelectorAll("[role=option]")];

  const choose = (at) => {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length === 0 ? -1 : (at + all.length) % all.length;
    const chosen = all[active];
    if (!chosen) return parts.input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    parts.input.setAttribute("aria-activedescendant", chosen.id);
  };

  const group = ({ title, hits }, number, best) => {
    const id = `find-group-${number}`;
    const good = hits.filter(({ value }) => value >= WORTH * best);
    const shown = (good.length > 0 ? good.slice(0, SHOWN) : hits.slice(0, 1)).map((hit, at) => {
      const option = link(hit);
      option.id = `find-${number}-${at}`;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    });
    const head = make("div", { class: "find-head", id, role: "presentation" }, title);
    if (hits.length > shown.length) head.append(make("span", { class: "find-more" }, `${shown.length} of ${hits.length}`));
    return make("div", { role: "group", "aria-labelledby": id }, head, ...shown);
  };

  const update = () => {
    const text = parts.input.value;
    const result = portolan.query(text, () => parts.input.value === text && update());
    const best = result.groups[0]?.hits[0].value;
    parts.list.replaceChildren(...result.groups.map((found, number) => group(found, number, best)));
    parts.input.setAttribute("aria-expanded", String(result.count > 0));
    parts.status.textContent = count(result, text);
    parts.all.hidden = result.count === 0;
    parts.all.href = `${portolan.href("search/")}#q=${encodeURIComponent(text.trim())}`;
    parts.list.scrollTop = 0;
    active = -1;
    choose(0);
  };

  const keys = (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") choose(active + 1);
    else if (event.key === "ArrowUp") choose(active - 1);
    else if (event.key === "Enter") {
      const chosen = options()[active];
      if (!chosen) return;
      if (event.ctrlKey || event.metaKey) open(chosen.href, "_blank", "noopener");
      else chosen.click();
    } else if (event.key === "Escape") {
      // Browsers would only empty the field.
      parts.dialog.close();
    } else return;
    event.preventDefault();
  };

  const create = () => {
    const input = make("input", {
      type: "search", id: "search-input", role: "combobox", "aria-expanded": "false", "aria-controls": "search-finds",
      "aria-autocomplete": "list", "aria-label": "Search the map", autocomplete: "off", spellcheck: "false", enterkeyhint: "go",
      placeholder: matchMedia("(width < 34rem)").matches ? "Idea, theorem, person" : "An idea, a theorem, a person, a work",
    });
    const close = make("button", { type: "button", class: "search-close" }, "Close");
    const status = make("p", { class: "search-status", role: "status" });
    const list = make("div", { id: "search-finds", class: "search-finds", role: "listbox", "aria-label": "Finds" });
    const all = make("a", { class: "search-all", href: portolan.href("search/") }, "All finds on one page");
    const keysHelp = make("span", { class: "search-keys" }, make("kbd", {}, "↑"), " ", make("kbd", {}, "↓"), " choose ", make("kbd", {}, "Enter"), " open ", make("kbd", {}, "Esc"), " close");
    const dialog = make("dialog", { class: "search-dialog", "aria-label": "Search" },
      make("div", { class: "search-field" }, input, close), status, list, make("p", { class: "search-foot" }, all, keysHelp));
    all.hidden = true;
    document.body.append(dialog);
    parts = { dialog, input, status, list, all };
    input.addEventListener("input", update);
    input.addEventListener("keydown", keys);
    close.addEventListener("click", () => dialog.close());
    // A click beside the dialog is one on its backdrop, which belongs to it.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    // A find may be on this very page; then nothing else would close the dialog.
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
  };

  /** Opens the dialog, with what was last asked selected in it. */
  portolan.openSearch = () => {
    if (!parts) create();
    if (!parts.dialog.open) parts.dialog.showModal();
    parts.input.focus();
    parts.input.select();
    // The texts are fetched while the reader types.
    if (parts.input.value === "") portolan.query("", () => {});
  };
}
