// A text field that offers entries while one types, as the ARIA Authoring Practices describe an editable combobox with a list.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.combobox = (() => {
  const MOST_OFFERED = 40;

  /** Without accents, case and signs: `Poincaré's` and `poincares` are the same. */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();

  const startsWord = (text, query) => ` ${text}`.includes(` ${query}`);

  /** `QFT` for `Quantum field theory`. */
  const initials = (text) => text.split(" ").map((word) => word[0]).join("");

  /** How well a candidate fits, lower is better, and the name or topic by which it does. */
  function fit({ title, names, topics }, query) {
    const first = (list, test) => list.find((word) => test(fold(word), query));
    if (fold(title).startsWith(query)) return { rank: 0 };
    const name = first(names, (text) => text.startsWith(query));
    if (name) return { rank: 1, by: `also ${name}` };
    if (query.length > 1 && initials(fold(title)).startsWith(query)) return { rank: 1 };
    if (startsWord(fold(title), query)) return { rank: 2 };
    const inside = first(names, startsWord);
    if (inside) return { rank: 3, by: `also ${inside}` };
    const topic = first(topics, startsWord);
    if (topic) return { rank: 4, by: `topic ${topic}` };
    if (fold(title).includes(query)) return { rank: 5 };
    const all = [title, ...names, ...topics].map(fold).join(" ");
    return query.split(" ").every((word) => startsWord(all, word)) ? { rank: 6 } : undefined;
  }

  /** The candidates for what was typed, best first. */
  function offers(candidates, typed) {
    const query = fold(typed);
    // What is chosen already is only offered to who asks for it.
    const open = candidates.filter(({ chosen }) => query !== "" || !chosen);
    const found = open.map((candidate) => ({ candidate, ...fit(candidate, query) })).filter(({ rank }) => rank !== undefined);
    // Sorting keeps the order of equals, so titles stay in theirs.
    return found.sort((a, b) => a.rank - b.rank).slice(0, MOST_OFFERED);
  }

  function option({ candidate, by }, id) {
    const item = document.createElement("li");
    item.id = id;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(candidate.title);
    const note = document.createElement("span");
    note.className = "option-note";
    note.textContent = [candidate.chosen && "already chosen", by, candidate.kind].filter((words) => words).join(" · ");
    item.append(" ", note);
    return item;
  }

  /**
   * Makes `input` offer what `candidates()` gives: `{place, title, names, topics, kind, chosen}` in the order of their titles. Calls
   * `picked(place)`, also with one that is chosen already.
   */
  return function combobox(input, candidates, picked) {
    const list = document.getElementById(input.getAttribute("aria-controls"));
    let shown = [];
    let active = -1;

    function activate(number) {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = number;
      const item = list.children[active];
      item?.setAttribute("aria-selected", "true");
      item?.scrollIntoView({ block: "nearest" });
      if (item) input.setAttribute("aria-activedescendant", item.id);
      else input.removeAttribute("aria-activedescendant");
    }

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    }

    function open() {
      shown = offers(candidates(), input.value);
      list.replaceChildren(...shown.map((offer, number) => option(offer, `${list.id}-${number}`)));
      active = -1;
      if (shown.length === 0) {
        const nothing = document.createElement("li");
        nothing.className = "nothing";
        nothing.setAttribute("role", "option");
        nothing.setAttribute("aria-disabled", "true");
        nothing.textContent = "Nothing on this map has such a name.";
        list.append(nothing);
      }
      list.hidden = false;
      list.scrollTop = 0;
      input.setAttribute("aria-expanded", "true");
      activate(shown.length > 0 && input.value.trim() !== "" ? 0 : -1);
    }

    function pick(number) {
      const offer = shown[number];
      if (!offer) return;
      input.value = "";
      close();
      picked(offer.candidate.place);
    }

    const move = (by) => {
      if (list.hidden) open();
      if (shown.length === 0) return;
      const next = active < 0 && by < 0 ? shown.length - 1 : active + by;
      activate((next + shown.length) % shown.length);
    };

    input.addEventListener("input", open);
    input.addEventListener("click", open);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const keys = {
        ArrowDown: () => move(1),
        ArrowUp: () => move(-1),
        Enter: () => pick(active),
        Escape: () => (list.hidden ? (input.value = "") : close()),
      };
      if (!keys[event.key] || event.isComposing) return;
      event.preventDefault();
      keys[event.key]();
    });
    // The field must not lose the focus before the click has picked something.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) pick([...list.children].indexOf(item));
    });
  };
})();
