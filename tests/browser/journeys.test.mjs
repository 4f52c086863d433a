// From a claim to its exact source and its BibTeX in two clicks; and from a formula to its TeX in one selection.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { works } from "./lib/content.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const CLAIMS = 20;
const AREA = "areas/neural-tangent-kernel/";

async function openSite(t) {
  const server = await startServer(t);
  const site = await build(t);
  server.mount("/", site);
  const browser = await startBrowser(t);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  return { page, url: server.url };
}

/** Some of a list, evenly from its start to its end. */
const spread = (list, count) => Array.from({ length: count }, (_, n) => list[Math.floor((n * list.length) / count)]);

test("a claim's source and its BibTeX are two clicks away", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/claims/`);
  assert.equal(await page.title(), "What is claimed · The mathematics of AI");
  const claims = page.locator("ul.claims > li");
  const count = await claims.count();
  assert.ok(count > 100, `${count} claims`);
  const known = new Set(await works());
  const all = Array.from({ length: count }, (_, n) => n);
  for (const n of spread(all, CLAIMS)) {
    await page.goto(`${url}/claims/`);
    const source = claims.nth(n).locator(".claim-sources a").first();
    const name = await claims.nth(n).locator(".claim-head a").first().innerText();
    assert.ok(await source.isVisible(), `${name} has a source`);
    await source.click();
    await page.waitForURL("**/references/*/");
    const [, key] = /references\/([^/]+)\/$/.exec(page.url());
    assert.ok(known.has(key), key);
    assert.match(await page.title(), / · The mathematics of AI$/);
    const bibtex = page.locator("pre.bibtex");
    assert.ok(await bibtex.isVisible(), `${name}: its BibTeX is there after one click`);
    assert.match(await bibtex.innerText(), new RegExp(`^@\\w+\\{${key},[^]*title = [^]*\\}\\s*$`), key);
    const outside = page.locator('main a[rel~="external"]');
    assert.ok((await outside.count()) === 0 || (await outside.first().isVisible()), "and where to read it");
  }
  t.diagnostic(`${CLAIMS} of ${count} claims`);
});

/** Selects from one place to another, asks for a copy, and gives what would come to the clipboard. */
function copied([first, firstAt], [last, lastAt]) {
  const range = document.createRange();
  range.setStart(document.querySelector(first), firstAt);
  range.setEnd(document.querySelector(last), lastAt);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
  document.dispatchEvent(event);
  return { text: event.clipboardData.getData("text/plain"), taken: event.defaultPrevented };
}

test("copying a formula gives its TeX", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/${AREA}`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  const marked = await page.evaluate(() => {
    const inline = [...document.querySelectorAll(".prose > p .katex")].find((formula) => !formula.closest(".display"));
    const shown = document.querySelector(".prose .display .katex");
    inline.closest("p").id = "paragraph";
    inline.id = "inline";
    shown.id = "shown";
    inline.querySelector(".katex-html").id = "drawn";
    const tex = (formula) => formula.querySelector("annotation").textContent.trim();
    return { inline: tex(inline), shown: tex(shown), parts: document.querySelector("#paragraph").childNodes.length };
  });
  await page.evaluate(`globalThis.copied = ${copied}`);
  const copy = (from, to) => page.evaluate(([from, to]) => globalThis.copied(from, to), [from, to]);

  assert.deepEqual(await copy(["#drawn", 0], ["#drawn", 1]), { text: `$${marked.inline}$`, taken: true }, "a part of a formula is the whole");
  const shown = await copy(["#shown", 0], ["#shown", 2]);
  assert.deepEqual(shown, { text: `$$${marked.shown}$$`, taken: true }, "one on its own line");
  const paragraph = await copy(["#paragraph", 0], ["#paragraph", marked.parts]);
  assert.ok(paragraph.text.includes(`$${marked.inline}$`), `the formula stands in its text: ${paragraph.text}`);
  assert.match(paragraph.text, /[a-z]{3,} [a-z]+/, "the words are kept");
  const words = await copy(["h1", 0], ["h1", 1]);
  assert.equal(words.taken, false, "text without formulas is the browser's matter");
});
