// What is found, as elements: the same in the dialog, where they are options, and on the search page.
"use strict";

{
  /** An element with attributes and contents. */
  const make = (name, attributes = {}, ...contents) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...contents);
    return element;
  };

  const { fold, words } = portolan.text;

  /** A text in which the words that were found are marked. */
  const marked = (text, found) => {
    const pieces = text.split(/([\p{L}\p{N}\p{M}\u00ad'’]+)/u).map((piece, at) => {
      const isWord = at % 2 === 1 && words(fold(piece)).some(({ parts }) => parts.some((part) => found.has(part)));
      return isWord ? make("mark", {}, piece) : piece;
    });
    const line = make("span");
    line.append(...pieces);
    return line;
  };

  /** Why a record was found, if neither its title nor its sentence says so. */
  const reason = ({ place, found, record }) => {
    if (place === "name" && found) return `also called ${found}`;
    if (place === "needs") return `needs ${record.needs}`;
    if (place === "heading") return `section “${found.words}”`;
    return place === "text" || place === "often" ? "in the text" : "";
  };

  const about = ({ record }) => (record.of ? `${record.kind}, ${record.status ? `${record.status}, ` : ""}in ${record.of}` : record.summary);

  /** Where a find leads: to the heading, if that is what fits best. */
  const address = ({ record, place, found }) => (place === "heading" ? `${record.address}#${found.id}` : record.address);

  /** One find as a link. */
  const link = (hit) => {
    const why = reason(hit);
    const title = marked(hit.record.title, hit.words);
    title.className = "find-title";
    const line = marked(about(hit), hit.words);
    line.className = "find-about";
    const contents = [title];
    if (why !== "") contents.push(make("span", { class: "find-why" }, why));
    if (line.textContent !== "") contents.push(line);
    return make("a", { class: "find", href: portolan.href(address(hit)) }, ...contents);
  };

  /** How much was found, in words for all readers. */
  const count = ({ count: number, some }, text) => {
    if (text.trim() === "") return "";
    if (number === 0) return "Nothing on the map fits.";
    const finds = number === 1 ? "1 find" : `${number} finds`;
    return some ? `Nothing has all words; ${finds} with some of them.` : finds;
  };

  portolan.show = { make, link, count };
}
