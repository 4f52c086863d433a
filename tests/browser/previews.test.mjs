// Cards at links: for pointer and keyboard, dismissible and hoverable (WCAG 1.4.13), and in place of a jump for citations and footnotes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { barriers } from "./lib/barriers.mjs";
import { startBrowser, watch } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/folders.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";
import { prose, writeSmallMap } from "./lib/small-map.mjs";

const PAGE = "areas/neural-tangent-kernel/";
const TITLE = "Neural tangent kernel and lazy training · The mathematics of AI";
/** Longer than a card waits before it comes. */
const A_WHILE = 900;

async function openSite(t, options = {}) {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const watcher = await watch(page, server.url);
  await page.goto(`${server.url}/${PAGE}`);
  assert.equal(await page.title(), TITLE);
  return { page, watcher, url: server.url };
}

test("an entry shows title, kind and sentence, and the card can be visited and sent away", async (t) => {
  const { page, watcher } = await openSite(t);
  const link = page.locator(".needs a", { hasText: "Kernel methods and RKHS" }).first();
  const card = page.getByRole("tooltip");
  await link.hover();
  await card.waitFor();
  assert.equal(await card.locator(".preview-title").innerText(), "Kernel methods and RKHS");
  assert.match(await card.locator(".preview-kind").innerText(), /^research area · established$/);
  assert.match(await card.innerText(), /inner products/);
  assert.equal(await link.getAttribute("aria-describedby"), "preview");
  assert.deepEqual(await barriers(page), []);
  await card.hover();
  await page.waitForTimeout(A_WHILE);
  assert.ok(await card.isVisible(), "it stays under the pointer");
  await page.keyboard.press("Escape");
  assert.equal(await card.count(), 0, "Escape sends it away, wherever the pointer is");
  await link.hover();
  await card.waitFor();
  await page.mouse.move(2, 2);
  await card.waitFor({ state: "detached" });
  assert.deepEqual(watcher.take(), []);
});

test("what scrolls under a resting pointer shows no card until the pointer moves", async (t) => {
  const { page, watcher } = await openSite(t);
  const link = page.locator(".needs a", { hasText: "Kernel methods and RKHS" }).first();
  const card = page.getByRole("tooltip");
  await link.evaluate((element) => element.scrollIntoView({ block: "center" }));
  assert.ok((await page.evaluate(() => scrollY)) > 120);
  const box = await link.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // The pointer rests where the link will be when the page has scrolled.
  await page.evaluate(() => scrollBy(0, -120));
  await page.mouse.move(x - 60, y);
  await page.mouse.move(x, y);
  await page.evaluate(() => scrollBy(0, 120));
  await page.waitForTimeout(A_WHILE);
  assert.equal(await card.count(), 0, "the page moved, not the pointer");
  await page.mouse.move(x + 2, y);
  await card.waitFor();
  assert.deepEqual(watcher.take(), []);
});

test("the keyboard gets the card too", async (t) => {
  const { page } = await openSite(t);
  await page.locator(".what-next a").last().focus();
  await page.keyboard.press("Tab");
  assert.ok(await page.locator(".need-head a").first().evaluate((link) => link === document.activeElement));
  await page.getByRole("tooltip").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("tooltip").count(), 0);
});

test("a statement of another page shows its text", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/debates/rigour-or-heuristics/`);
  assert.match(await page.title(), /^Rigour/);
  await page.locator('.prose a[href$="#temperature"]').hover();
  const card = page.getByRole("tooltip");
  await card.waitFor();
  assert.match(await card.locator(".preview-kind").innerText(), /^Heuristic \d+ · argued, not proved · Stochastic gradient methods$/);
  assert.ok((await card.locator(".katex").count()) > 0, "with its formulas");
  assert.equal(await card.locator("a").count(), 0, "and nothing that vanishes under the focus");
});

test("a citation opens in place, and its page is one step further", async (t) => {
  const { page, watcher } = await openSite(t);
  const cite = page.locator(".prose .cite", { hasText: "Jacot et al. 2018" }).first();
  await cite.click();
  const card = page.getByRole("dialog", { name: "Jacot et al. 2018" });
  await card.waitFor();
  assert.match(page.url(), /neural-tangent-kernel\/$/);
  assert.deepEqual(await barriers(page), []);
  assert.match(await card.innerText(), /Neural Tangent Kernel: Convergence[^]*Arthur Jacot, Franck Gabriel and Clément Hongler, 2018/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".preview").count(), 0);
  assert.ok(await cite.evaluate((link) => link === document.activeElement), "the focus is back");
  await page.keyboard.press("Enter");
  await card.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/references/jacot2018neural/");
  assert.deepEqual(watcher.take(), []);
});

test("a click beside the card closes it, and a modified click is the browser's", async (t) => {
  const { page } = await openSite(t);
  const cite = page.locator(".prose .cite").first();
  await cite.click();
  await page.locator(".preview[role=dialog]").waitFor();
  await page.locator("h1").click();
  assert.equal(await page.locator(".preview").count(), 0);
  const [tab] = await Promise.all([page.context().waitForEvent("page"), cite.click({ modifiers: ["ControlOrMeta"] })]);
  await tab.waitForLoadState();
  assert.match(tab.url(), /\/references\//);
});

test("fingers get no previews, but citations in place", async (t) => {
  const { page } = await openSite(t, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  const cite = page.locator(".prose .cite").first();
  await cite.tap();
  const card = page.locator(".preview[role=dialog]");
  await card.waitFor();
  const box = await card.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390, "it is inside the window");
  await page.locator("h1").tap();
  assert.equal(await page.locator(".preview").count(), 0);
  await page.locator(".need-head a").first().tap();
  await page.waitForURL(/\/(areas|mathematics)\/(?!neural-tangent)/);
});

test("footnotes open in place, from the file system too", async (t) => {
  const root = await temporaryFolder(t);
  const body = "A claim.[^n] See [[area]].\n\n[^n]: The *small* print, with a [link](https://small.example/).";
  await writeSmallMap(root, { files: { "content/pages/notes.md": prose("Notes", body) } });
  const site = await build(t, root);
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const base = pathToFileURL(site).href;
  const watcher = await watch(page, base);
  await page.goto(`${base}/notes/index.html`);
  assert.equal(await page.title(), "Notes · A small map");
  await page.locator(".footnote-mark a").click();
  const card = page.getByRole("dialog", { name: "Footnote 1" });
  await card.waitFor();
  assert.match(await card.innerText(), /The small print/);
  assert.equal(await card.locator("a").count(), 2, "its links can be followed, and the footnote itself");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator(".footnote-mark a").evaluate((link) => link === document.activeElement), "the focus is where it was");
  await page.waitForTimeout(600);
  assert.equal(await page.locator(".preview").count(), 0, "and the card does not come back");
  await page.locator(".prose a", { hasText: "The area" }).hover();
  await page.getByRole("tooltip", { name: "" }).waitFor();
  assert.match(await page.getByRole("tooltip").innerText(), /All that there is/);
  assert.deepEqual(watcher.take(), []);
});

test("links that are described beside them get no card", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/areas/`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  await page.locator("main .card a").first().hover();
  await page.waitForTimeout(A_WHILE);
  assert.equal(await page.locator(".preview").count(), 0);
});

test("the table of contents follows", async (t) => {
  const { page } = await openSite(t);
  const current = page.locator('.toc a[aria-current="location"]');
  await page.locator("#resources").evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await current.filter({ hasText: "What to read" }).waitFor();
  assert.equal(await current.count(), 1);
  await page.evaluate(() => scrollTo(0, 0));
  await current.waitFor({ state: "detached" });
});
