// Shows only the open questions that something helps to attack: those beside which the index by need lists it. A question that needs
// it only through others says so.
"use strict";

(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const { start, hideEmpty } = globalThis.portolan.filters;
  const said = form.querySelector("[role=status]");
  const cards = new Map([...document.querySelectorAll(".question-group .card")].map((card) => [card.querySelector("a").href, card]));

  /** The addresses of the questions beside an entry in the index, each with the words that stand behind it there. */
  function attacked(slug) {
    const row = [...document.querySelectorAll(".by-need [data-need]")].find(({ dataset }) => dataset.need === slug);
    const questions = [...row.querySelectorAll(".attacked")];
    return new Map(questions.map((question) => [question.querySelector("a").href, question.querySelector(".for")?.textContent ?? ""]));
  }

  function show() {
    const { need } = form.elements;
    const chosen = need.value ? attacked(need.value) : null;
    document.querySelectorAll(".question-group .through").forEach((old) => old.remove());
    for (const [address, card] of cards) {
      card.hidden = chosen !== null && !chosen.has(address);
      const through = chosen?.get(address);
      if (!through) continue;
      const note = document.createElement("p");
      note.className = "through aside-note";
      note.textContent = `Needs ${need.selectedOptions[0].textContent} ${through}.`;
      card.append(note);
    }
    hideEmpty(document.querySelectorAll(".question-group"), ".card");
    said.textContent = chosen === null ? "" : `${chosen.size} of ${cards.size} questions`;
  }

  start(form, show);
})();
