// On the page of an open question: whether the reader has what it takes to attack it, and what is missing.
"use strict";

(() => {
  const { routes, known: store } = globalThis.portolan;
  const { words, mark } = globalThis.portolan.standing;
  const plan = JSON.parse(document.getElementById("plan").textContent);
  const { entries, needs = [] } = plan;
  const standing = document.querySelector(".what-next .standing");
  if (!standing) return;
  // The question is one step more, behind everything that it needs.
  const whole = [...entries, { needs }];
  const question = entries.length;

  function describe(known) {
    if (known.size === 0) return [];
    const places = [...entries.keys()].filter((place) => known.has(entries[place].slug));
    const missing = routes.route(whole, [question], places).steps.map(({ place }) => place).filter((place) => place !== question);
    if (missing.length === 0) return ["You have what it needs."];
    return words(plan).missing(missing);
  }

  function show() {
    const known = store.all();
    standing.replaceChildren(...describe(known));
    mark(document.querySelectorAll(".needs-list .need-head a"), known);
  }

  store.watch(show);
  show();
})();
