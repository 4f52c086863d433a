// Pictures of the prerequisite graph. Pointing at a box, or moving to it, lights what it needs and what it opens, says why, and
// fades the rest; the arrow keys move along the lines and up and down a column. Without this script the boxes are links, and the
// reasons stand in the lists of the page: this script takes them from there.
"use strict";

{
  const SVG = "http://www.w3.org/2000/svg";
  const HINT = "Point at an entry, or move to it with Tab and the arrow keys, to see what it needs and why.";

  const reasons = new Map();
  for (const place of document.querySelectorAll("[data-edges]")) {
    for (const edge of place.dataset.edges.split(" ")) {
      if (!reasons.has(edge)) reasons.set(edge, place.textContent.trim());
    }
  }

  /** The slug of a box's entry: the last part of its address. */
  const slug = (node) =>
    node.dataset.id ?? node.getAttribute("href").replace(/(index\.html)?(#.*)?$/, "").split("/").at(-2) ?? "";

  const name = (node) => node.querySelector("text").textContent.replace(/\s+/g, " ").trim();

  /** Left and right edge and middle of a box. */
  function box(node) {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((key) => Number(node.firstElementChild.getAttribute(key)));
    return { left: x, right: x + width, middle: y + height / 2 };
  }

  /** A path of moves, levels and curves, cut into its pieces. */
  function pieces(path) {
    const found = [];
    let at = [0, 0];
    for (const [, letter, numbers] of path.getAttribute("d").matchAll(/([MHC])([^MHC]+)/g)) {
      const values = numbers.split(" ").map(Number);
      const end = letter === "H" ? [values[0], at[1]] : values.slice(-2);
      if (letter !== "M") found.push({ from: String(at), to: String(end), d: `M${at.join(" ")}${letter}${numbers}` });
      at = end;
    }
    return found;
  }

  class Picture {
    constructor(svg) {
      this.svg = svg;
      this.nodes = [...svg.querySelectorAll(".node")];
      this.needs = this.nodes.map((node) => (node.dataset.needs ?? "").split(" ").filter(Boolean).map(Number));
      this.opens = this.nodes.map(() => []);
      this.needs.forEach((list, by) => list.forEach((needed) => this.opens[needed].push(by)));
      this.lines = this.nodes.map(() => []);
      for (const path of svg.querySelectorAll("[data-of]")) this.lines[path.dataset.of].push(path);
      this.ways = document.createElementNS(SVG, "g");
      this.ways.classList.add("ways");
      svg.insertBefore(this.ways, this.nodes[0]);
      this.note = document.createElement("div");
      this.note.className = "graph-note";
      this.note.setAttribute("aria-live", "polite");
      svg.closest("figure").append(this.note);
      this.clear();
      this.listen();
    }

    listen() {
      const { svg } = this;
      const number = (event) => this.nodes.indexOf(event.target.closest(".node"));
      svg.addEventListener("pointerover", (event) => number(event) >= 0 && this.show(number(event)));
      svg.addEventListener("pointerleave", () => this.rest());
      svg.addEventListener("focusin", (event) => this.show(number(event)));
      svg.addEventListener("focusout", () => this.clear());
      svg.addEventListener("keydown", (event) => {
        if (event.key === "Escape") return this.clear();
        const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : this.next(number(event), event.key);
        if (!next) return undefined;
        event.preventDefault();
        return next.focus();
      });
    }

    /** What an arrow key leads to. */
    next(from, key) {
      const here = box(this.nodes[from]);
      const nearest = (numbers) => {
        const far = (node) => Math.abs(box(node).middle - here.middle);
        return numbers.map((n) => this.nodes[n]).sort((a, b) => far(a) - far(b))[0];
      };
      // The page's own box is no link, so a step goes past it.
      const past = (list) => (n) => (this.nodes[n].localName === "a" ? [n] : list[n]);
      if (key === "ArrowLeft") return nearest(this.needs[from].flatMap(past(this.needs)));
      if (key === "ArrowRight") return nearest(this.opens[from].flatMap(past(this.opens)));
      const side = { ArrowUp: -1, ArrowDown: 1 }[key];
      if (!side) return undefined;
      const above = (n) => {
        const other = box(this.nodes[n]);
        const same = other.left < here.right && here.left < other.right;
        return n !== from && same && this.nodes[n].localName === "a" && (other.middle - here.middle) * side > 0;
      };
      return nearest([...this.nodes.keys()].filter(above));
    }

    /** The drawn way from a box to one that needs it; a plain curve if the picture leaves that line out. */
    way(needed, by) {
      const [from, to] = [box(this.nodes[needed]), box(this.nodes[by])];
      const goal = String([to.left, to.middle]);
      const all = this.lines[needed].flatMap((path) => pieces(path).map((piece) => ({ ...piece, path })));
      const drawn = [];
      for (let end = goal; ; ) {
        const piece = all.find((one) => one.to === end);
        if (!piece || drawn.includes(piece)) break;
        drawn.unshift(piece);
        end = piece.from;
      }
      const element = document.createElementNS(SVG, "path");
      const middle = (from.right + to.left) / 2;
      const plain = `M${from.right} ${from.middle}C${middle} ${from.middle} ${middle} ${to.middle} ${to.left} ${to.middle}`;
      element.setAttribute("d", drawn.map(({ d }) => d).join("") || plain);
      element.setAttribute("class", this.nodes[needed].getAttribute("class").match(/land-\d+/)[0]);
      element.classList.toggle("weak", drawn.length === 0 || drawn.at(-1).path.classList.contains("weak"));
      return element;
    }

    show(at) {
      const [needs, opens] = [this.needs[at], this.opens[at]];
      const near = new Set([at, ...needs, ...opens]);
      this.svg.classList.add("lit");
      this.nodes.forEach((node, n) => {
        node.classList.toggle("near", near.has(n));
        node.classList.toggle("chosen", n === at);
      });
      this.ways.replaceChildren(...needs.map((n) => this.way(n, at)), ...opens.map((n) => this.way(at, n)));
      const line = (words, other, edge) => {
        const p = document.createElement("p");
        const b = document.createElement("b");
        b.textContent = name(this.nodes[other]);
        p.append(`${words} `, b, reasons.has(edge) ? `: ${reasons.get(edge)}` : "");
        return p;
      };
      const id = slug(this.nodes[at]);
      const head = document.createElement("p");
      head.append(Object.assign(document.createElement("b"), { textContent: name(this.nodes[at]) }));
      this.note.replaceChildren(
        head,
        ...needs.map((n) => line("needs", n, `${id}:${slug(this.nodes[n])}`)),
        ...opens.map((n) => line("opens", n, `${slug(this.nodes[n])}:${id}`)),
      );
    }

    /** The pointer has gone: what has the focus is shown again, if anything has. */
    rest() {
      const focused = this.nodes.indexOf(document.activeElement);
      if (focused >= 0) this.show(focused);
      else this.clear();
    }

    clear() {
      this.svg.classList.remove("lit");
      for (const node of this.nodes) node.classList.remove("near", "chosen");
      this.ways.replaceChildren();
      const hint = document.createElement("p");
      hint.textContent = HINT;
      this.note.replaceChildren(hint);
    }
  }

  for (const svg of document.querySelectorAll("svg.graph")) {
    const picture = new Picture(svg);
    // A picture that is higher than its box opens where it begins.
    const scroller = svg.closest(".graph-scroll");
    const first = picture.nodes.map(box).sort((a, b) => a.left - b.left || a.middle - b.middle)[0];
    if (first && scroller.scrollTop === 0) scroller.scrollTop = first.middle - scroller.clientHeight / 3;
  }
}
