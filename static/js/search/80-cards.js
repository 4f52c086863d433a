// What the card at a link holds: title, kind and sentence of an entry; authors, year and title of a work; the text of a statement
// or of a footnote.
"use strict";

{
  const { make } = portolan.show ?? {};

  let known = null;

  /** Records by their address. */
  const recordAt = (address) => {
    known ??= new Map(portolan.allRecords().map((record) => [record.address, record]));
    return known.get(address);
  };

  /** A copy of something on this page, without what must be there only once. */
  const copy = (element, without) => {
    const twin = element.cloneNode(true);
    twin.querySelectorAll(without).forEach((part) => part.remove());
    for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id");
    return twin;
  };

  const footnote = (link) => {
    const note = document.getElementById(link.hash.slice(1));
    return note ? [make("div", { class: "preview-text" }, ...copy(note, ".footnote-back").childNodes)] : null;
  };

  /** Links in a card that vanishes cannot be reached: they become words. */
  const wordsOnly = (element) => {
    element.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
    return element;
  };

  const head = (kind, title) => [
    make("p", { class: "preview-kind" }, kind),
    make("p", { class: "preview-title" }, title),
  ];

  const document_ = ({ kind, status, title, summary }) => [...head(status ? `${kind} · ${status}` : kind, title), make("p", {}, summary)];

  const work = ({ title, people, year, venue, summary }) => {
    const line = summary || [people, year, venue].filter((part) => part).join(", ");
    return [...head("work", title), make("p", {}, line)];
  };

  /** The text of a statement. Its images are given from the root of the site, and must not be asked for from elsewhere. */
  const textOf = (html) => {
    const inert = document.createElement("template");
    // Made by the build out of the texts of this very site.
    inert.innerHTML = html;
    for (const image of inert.content.querySelectorAll("img")) {
      const source = image.getAttribute("src");
      if (source.startsWith("images/")) image.setAttribute("src", portolan.root + source);
    }
    return inert.content;
  };

  const statement = async (address, record) => {
    await portolan.load("search-statements.js").catch(() => {});
    const html = portolan.statements?.[address];
    const text = make("div", { class: "preview-text" });
    if (html) text.append(textOf(html));
    if (record.isWhole) return html ? [...head("statement", record.title), wordsOnly(text)] : document_(record);
    const firm = record.status ? `${record.kind} · ${record.status}` : record.kind;
    return [...head(`${firm} · ${record.of}`, record.title), wordsOnly(text)];
  };

  const onThisPage = (hash) => {
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!place?.matches(".statement, .display")) return null;
    const twin = wordsOnly(copy(place, ".anchor"));
    twin.classList.add("preview-copy");
    return [twin];
  };

  const unanchored = (address) => address.replace(/#.*$/, "");

  /** The contents of the card at a link; nothing if there is nothing to show. */
  portolan.cardOf = async (link) => {
    if (link.matches(".footnote-mark a")) return footnote(link);
    const address = portolan.address(link);
    const here = unanchored(portolan.address({ href: location.href }) ?? "");
    if (link.hash !== "" && unanchored(address) === here) return onThisPage(link.hash);
    const record = recordAt(address) ?? recordAt(unanchored(address));
    if (!record || record.address === here) return null;
    // A statement without a title is no record, but its text may be there.
    if (link.hash !== "") return statement(address, record);
    return record.isWhole ? document_(record) : work(record);
  };
}
