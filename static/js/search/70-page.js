// The search page: everything that was found, by kind; the query stands in the address behind `#q=`.
"use strict";

{
  /** How many finds of a kind are shown at first. */
  const SHOWN = 12;
  const { make, link, count } = portolan.show ?? {};

  const section = ({ title, hits }, number) => {
    const id = `finds-${number}`;
    const items = hits.map((hit) => make("li", {}, link(hit)));
    const list = make("ul", { class: "finds" }, ...items.slice(0, SHOWN));
    const contents = [make("h2", { id }, title, " ", make("span", { class: "aside-note" }, String(hits.length))), list];
    if (items.length > SHOWN) {
      const more = make("button", { type: "button", class: "quiet-button" }, `Show all ${hits.length}`);
      more.addEventListener("click", () => {
        list.append(...items.slice(SHOWN));
        more.remove();
        items[SHOWN].querySelector("a").focus();
      });
      contents.push(more);
    }
    return make("section", { class: "find-section", "aria-labelledby": id }, ...contents);
  };

  const asked = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";

  /** Turns an element into the search; what stood in it before is shown while nothing is asked. */
  portolan.searchPage = (place) => {
    const browse = make("div", {}, ...place.childNodes);
    const input = make("input", {
      type: "search", id: "search-input", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
      placeholder: matchMedia("(width < 34rem)").matches ? "Idea, theorem, person" : "An idea, a theorem, a person, a work",
    });
    const label = make("label", { for: "search-input" }, "Search the map");
    const status = make("p", { class: "search-status", role: "status" });
    const finds = make("div", { class: "find-sections" });
    place.append(make("div", { class: "search-field", role: "search" }, label, input), status, finds, browse);

    const update = () => {
      const text = input.value;
      const result = portolan.query(text, () => input.value === text && update());
      finds.replaceChildren(...result.groups.map(section));
      status.textContent = count(result, text);
      browse.hidden = result.count > 0;
    };
    const read = () => {
      if (asked() === input.value.trim()) return;
      input.value = asked();
      update();
    };
    input.addEventListener("input", () => {
      const text = input.value.trim();
      history.replaceState(null, "", text === "" ? "#" : `#q=${encodeURIComponent(text)}`);
      update();
    });
    addEventListener("hashchange", read);
    read();
    input.focus({ preventScroll: true });
  };
}
