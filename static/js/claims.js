// Shows only the claims of a field, or those in which some words stand.
"use strict";

(() => {
  const { start, hideEmpty } = globalThis.portolan.filters;
  const form = document.getElementById("filters");
  const said = form.querySelector("[role=status]");
  /** Without accents, case and signs, so that `Poincare` finds `Poincaré`. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const claims = [...document.querySelectorAll(".claims > li")].map((item) => {
    const text = item.cloneNode(true);
    // A formula stands in the page twice, as signs and as what is read aloud; its source is what somebody would type.
    for (const formula of text.querySelectorAll(".katex")) formula.replaceWith(formula.querySelector("annotation")?.textContent ?? "");
    return { item, field: item.closest("[data-field]").dataset.field, text: ` ${fold(text.textContent)}` };
  });

  function show() {
    const { about, field } = form.elements;
    const words = fold(about.value).split(" ").filter((word) => word);
    let shown = 0;
    for (const claim of claims) {
      const fits = (!field.value || claim.field === field.value) && words.every((word) => claim.text.includes(` ${word}`));
      claim.item.hidden = !fits;
      shown += Number(fits);
    }
    hideEmpty(document.querySelectorAll(".claim-field"), ".claims > li");
    const kinds = [...document.querySelectorAll("section:has(> .claim-field)")];
    hideEmpty(kinds, ".claims > li");
    for (const kind of kinds) {
      const jump = document.querySelector(`.jump a[href="#${kind.querySelector("h2").id}"]`).closest("li");
      jump.hidden = kind.hidden;
      jump.querySelector(".aside-note").textContent = kind.querySelectorAll(".claims > li:not([hidden])").length;
    }
    said.textContent = shown < claims.length ? `${shown} of ${claims.length} claims` : "";
  }

  start(form, show);
})();
