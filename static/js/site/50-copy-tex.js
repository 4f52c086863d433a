// Copying a formula gives its TeX. Without this script a reader would copy the boxes that it is drawn with.
"use strict";

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0).cloneRange();
  // Half a formula is no formula: the selection grows to whole ones.
  const formulaAt = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".katex");
  const first = formulaAt(range.startContainer);
  const last = formulaAt(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const copied = range.cloneContents();
  const formulas = [...copied.querySelectorAll(".katex")];
  if (formulas.length === 0) return;
  for (const formula of formulas) {
    const tex = formula.querySelector("annotation")?.textContent.trim() ?? "";
    const shown = formula.closest(".display") ?? (range.commonAncestorContainer.parentElement?.closest(".display") ? formula : null);
    (formula.closest(".display") ?? formula).replaceWith(shown ? `$$${tex}$$` : `$${tex}$`);
  }
  event.clipboardData.setData("text/plain", copied.textContent);
  event.preventDefault();
});
