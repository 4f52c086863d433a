// Pages that are wider than their window.

/** What reaches over the right edge of the window, if the page does; for `page.evaluate`. */
export function overflow() {
  if (document.scrollingElement.scrollWidth <= innerWidth) return null;
  // What lies in a box that scrolls or clips is not to blame.
  const contained = (element) => {
    const parent = element.parentElement;
    return parent !== document.body && (getComputedStyle(parent).overflowX !== "visible" || contained(parent));
  };
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !contained(element),
  );
  const names = wide.slice(0, 3).map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
  return `${document.scrollingElement.scrollWidth} px in a window of ${innerWidth}: ${names.join(", ")}`;
}
