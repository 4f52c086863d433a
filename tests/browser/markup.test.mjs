// The typesetter is a port of KaTeX: on every formula of the real map its markup is KaTeX's own, but for what cannot be seen and for
// heights (small brackets in scripts stand 0.05 em higher in the port).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import katex from "katex";
import { startBrowser } from "./lib/browser.mjs";
import { ROOT, temporaryFolder } from "./lib/folders.mjs";
import { allPages } from "./lib/pages.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
import { prose, writeSmallMap } from "./lib/small-map.mjs";

/** The macros of the real map, as KaTeX takes them. */
async function macrosOfTheMap() {
  const settings = await readFile(join(ROOT, "content/map.toml"), "utf8");
  const [, table] = settings.split("\n[macros]\n");
  return Object.fromEntries([...table.matchAll(/^'(\\\w+)' = '(.*)'$/gm)].map(([, name, tex]) => [name, tex]));
}

/** Every formula on the pages of a site: `{tex, displayMode, html, where}`, each once. */
async function formulasOf(page, site) {
  const found = new Map();
  for (const address of (await allPages(site)).pages) {
    const html = await readFile(join(site, address.endsWith(".html") ? address : `${address}index.html`), "utf8");
    if (!html.includes("katex-html")) continue;
    const formulas = await page.evaluate((text) => {
      const boxes = [...new DOMParser().parseFromString(text, "text/html").querySelectorAll(".katex")];
      return boxes.map((box) => ({
        tex: box.querySelector("annotation").textContent,
        displayMode: box.closest(".katex-display") !== null,
        html: box.querySelector(".katex-html").outerHTML,
      }));
    }, html);
    for (const formula of formulas) found.set(`${formula.displayMode} ${formula.tex}`, { ...formula, where: address });
  }
  return [...found.values()];
}

/** Gives those of pairs of markup that would look different, each with what comes where they part. */
function different(pairs) {
  const seen = (style) => style.split(";").map((rule) => rule.trim()).filter((rule) => rule && !/^(height|vertical-align|top):/.test(rule)).sort().join(";");
  const written = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    const shape = ["d", "viewBox", "width"].map((name) => (node.getAttribute(name) ?? "").replaceAll("-0 ", "0 ").replace(/\s+/g, " ")).join();
    const inside = [...node.childNodes].map(written).join("");
    return `<${[...node.classList].sort().join(" ")}|${seen(node.getAttribute("style") ?? "")}|${shape}>${inside}</>`;
  };
  const read = (html) => written(new DOMParser().parseFromString(html, "text/html").querySelector(".katex-html"));
  // A box around a bracket that has no style, and spaces in another order, look the same.
  const settled = (text) =>
    text
      .replace(/(?:<mspace[^>]*>\s?<\/>)+/gu, (spaces) => spaces.match(/<[^>]*>\s?<\/>/gu).sort().join(""))
      .replace(/<(?:m(?!space)\w+)?(?: ?mtight)?\|\|,,>([^<>]*)<\/>/g, "$1")
      .replaceAll("<katex-inner mtight|", "<katex-inner|");
  return pairs.flatMap(({ tex, where, ours, theirs }) => {
    const [a, b] = [settled(read(ours)), settled(read(theirs))];
    const at = [...a].findIndex((sign, number) => sign !== b[number]);
    return a === b ? [] : [{ where, what: `${tex}: ${a.slice(at - 40, at + 60)} and not ${b.slice(at - 40, at + 60)}` }];
  });
}

async function compared(t, site, macros) {
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const formulas = await formulasOf(page, site);
  const pairs = formulas.map(({ tex, displayMode, html, where }) => ({
    tex,
    where,
    ours: html,
    // A label becomes a number, which stands beside the formula.
    theirs: katex.renderToString(tex.replace(/\\label\{[^}]*\}/g, ""), { displayMode, macros: { ...macros }, output: "html", maxSize: 50 }),
  }));
  return { formulas, found: await page.evaluate(different, pairs) };
}

test("the formulas of the map are built as KaTeX builds them", async (t) => {
  const { formulas, found } = await compared(t, await build(t), await macrosOfTheMap());
  t.diagnostic(`${formulas.length} formulas`);
  assert.ok(formulas.length > 1000);
  assertNone(found, "formulas");
});

test("a root stands beside what it holds, be that one sign", async (t) => {
  const roots = ["\\sqrt n", "\\sqrt2", "\\sqrt\\gamma", "\\sqrt{n}", "\\sqrt[3]x", "x_{\\sqrt n}", "\\sqrt{\\sqrt m}", "\\frac{1}{\\sqrt T}", "\\sqrt{\\frac12}"];
  const root = await temporaryFolder(t);
  const text = prose("Roots", roots.map((tex) => `$${tex}$ $$${tex}$$`).join("\n\n"));
  await writeSmallMap(root, { files: { "content/pages/roots.md": text } });
  const { formulas, found } = await compared(t, await build(t, root), {});
  assert.equal(formulas.length, 2 * roots.length);
  assertNone(found, "roots");
});
