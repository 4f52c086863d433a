// On paper: no menu, the whole text, the route open.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const AREA = "areas/neural-tangent-kernel/";

async function openArea(t) {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  await page.goto(`${server.url}/${AREA}`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  return page;
}

/** Whether an element is drawn, also when it lies in a closed `<details>`. */
const isDrawn = (locator) =>
  locator.evaluate((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().height > 0);

test("what is printed and what is not", async (t) => {
  const page = await openArea(t);
  const menu = page.locator("#menu");
  const step = page.locator("details.route li").last();
  assert.deepEqual([await isDrawn(menu), await isDrawn(step)], [true, false], "on the screen");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual([await isDrawn(menu), await isDrawn(step)], [false, true], "on paper");
  for (const what of ["h1", ".prose > p", ".needs .need", "#resources", ".prose .katex-html"]) {
    assert.ok(await isDrawn(page.locator(what).first()), what);
  }
});

test("paper is white and its ink black, in the dark too", async (t) => {
  const page = await openArea(t);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const [paper, ink] = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return [style.backgroundColor, style.color];
  });
  assert.deepEqual([paper, ink], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("a PDF has several pages", async (t) => {
  const page = await openArea(t);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.match(pdf, /^%PDF-/);
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  t.diagnostic(`${pages} pages`);
  assert.ok(pages > 1 && pages < 30, `${pages} pages`);
});
