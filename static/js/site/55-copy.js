// The buttons that copy a block of BibLaTeX say for a moment that it was copied.
"use strict";

{
  const SHOWN = 2000;

  /** Without a safe connection a browser gives scripts no clipboard; then what is selected can still be copied. */
  const copy = async (block) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(block.textContent);
    getSelection().selectAllChildren(block);
    if (!document.execCommand("copy")) throw new Error("the browser does not copy");
    getSelection().removeAllRanges();
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const block = button.closest(".bibtex-box").querySelector("code");
    const said = button.nextElementSibling;
    const say = (word, heard) => {
      button.textContent = word;
      said.textContent = heard;
    };
    // The reader may be quicker than the word: only the last click turns it back.
    clearTimeout(Number(button.dataset.turnsBack));
    await copy(block).then(
      () => say("Copied", "Copied"),
      () => {
        getSelection().selectAllChildren(block);
        say("Selected", "The browser does not copy; the text is selected");
      },
    );
    button.dataset.turnsBack = setTimeout(() => say("Copy", ""), SHOWN);
  });
}
