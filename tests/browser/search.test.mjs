// The search by keyboard and pointer: at a domain's root, below a folder, and from the file system.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { barriers } from "./lib/barriers.mjs";
import { startBrowser, watch } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const TITLE = "Neural tangent kernel and lazy training · The mathematics of AI";
const FOUND = "Optimal transport · The mathematics of AI";
const PAGE = "areas/neural-tangent-kernel/";

async function openSite(t, prefix = "/") {
  const server = await startServer(t);
  server.mount(prefix, await build(t));
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const watcher = await watch(page, server.url);
  return { page, watcher, base: server.url + prefix };
}

const input = (page) => page.getByRole("combobox", { name: "Search the map" });
const selected = (page) => page.locator('[role=option][aria-selected="true"]');

/** Opens the search by a key, asks, and goes to the first find. */
async function journey(page, url) {
  await page.goto(url);
  assert.equal(await page.title(), TITLE);
  await page.keyboard.press("/");
  await input(page).waitFor();
  await page.keyboard.type("optimal trnsport");
  await page.locator(".search-status", { hasText: /^\d+ finds$/ }).waitFor();
  assert.equal((await selected(page).locator(".find-title").innerText()).trim(), "Optimal transport");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/mathematics/optimal-transport/**");
  assert.equal(await page.title(), FOUND);
}

test("from the first key to the page that was looked for", async (t) => {
  const { page, watcher, base } = await openSite(t);
  await journey(page, base + PAGE);
  assert.deepEqual(watcher.take(), []);
});

for (const width of [1280, 390]) {
  test(`the finds are in sight at ${width} pixels`, async (t) => {
    const { page, base } = await openSite(t);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(base + PAGE);
    assert.equal(await page.title(), TITLE);
    await page.keyboard.press("/");
    await input(page).waitFor();
    await page.keyboard.type("neural tangent");
    await page.locator(".search-status", { hasText: /^\d+ finds$/ }).waitFor();
    // Everything that stands in the dialog is what a pointer meets there: nothing covers it, cuts it off, or lies outside.
    const hidden = await page.evaluate(() => {
      const parts = [...document.querySelectorAll(".search-dialog :is(input, .search-close, .search-status, .search-all)")];
      parts.push(...[...document.querySelectorAll(".search-dialog .find")].slice(0, 3));
      const meets = (part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const corners = [[left + 2, top + 2], [right - 2, bottom - 2]];
        return corners.every(([x, y]) => part.contains(document.elementFromPoint(x, y)));
      };
      return parts.filter((part) => !meets(part)).map((part) => part.outerHTML.slice(0, 80));
    });
    assert.deepEqual(hidden, []);
  });
}

test("Escape closes the dialog, whatever stands in it", async (t) => {
  const { page, base } = await openSite(t);
  await page.goto(base + PAGE);
  assert.equal(await page.title(), TITLE);
  await page.locator(".toc a").first().focus();
  await page.keyboard.press("/");
  await input(page).waitFor();
  await page.keyboard.type("kernel");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".search-dialog").isVisible(), false);
  assert.equal(await page.locator(".toc a").first().evaluate((link) => link === document.activeElement), true, "focus is where it was");
});

test("below a folder", async (t) => {
  const { page, watcher, base } = await openSite(t, "/repo/");
  await journey(page, base + PAGE);
  assert.ok(page.url().startsWith(`${base}mathematics/`));
  assert.deepEqual(watcher.take(), []);
});

test("from the file system", async (t) => {
  const site = await build(t);
  const base = pathToFileURL(site).href;
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const watcher = await watch(page, base);
  await journey(page, pathToFileURL(join(site, PAGE, "index.html")).href);
  assert.ok(page.url().endsWith("/optimal-transport/index.html"));
  await page.goto(`${base}/search/index.html#q=rademaher`);
  assert.equal(await page.title(), "Search · The mathematics of AI");
  await page.locator(".finds .find").first().click();
  await page.waitForURL("**/areas/uniform-convergence/index.html#rademacher-bound");
  assert.deepEqual(watcher.take(), []);
});

test("nothing of the search is loaded before it is wanted", async (t) => {
  const { page, base } = await openSite(t);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(base + PAGE);
  assert.equal(await page.title(), TITLE);
  await page.waitForLoadState("networkidle");
  const searches = () => asked.filter((path) => path.includes("search"));
  assert.deepEqual(searches(), []);
  await page.keyboard.press("Control+k");
  await input(page).waitFor();
  await page.keyboard.type("ntk");
  await page.locator(".find").first().waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(searches().sort(), ["/assets/js/search.js", "/search-index.js", "/search-words.js"]);
});

test("keys and states are those of a combobox", async (t) => {
  const { page, base } = await openSite(t);
  await page.goto(base + PAGE);
  assert.equal(await page.title(), TITLE);
  const button = page.locator(".search-open");
  await button.focus();
  await page.keyboard.press("Enter");
  const field = input(page);
  await field.waitFor();
  assert.equal(await field.getAttribute("aria-expanded"), "false");
  await page.keyboard.type("kernel");
  await page.locator("[role=option]").first().waitFor();
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  const active = () => field.getAttribute("aria-activedescendant");
  const firstId = await active();
  assert.equal(await page.locator(`#${firstId}`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await active(), firstId);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  const last = await page.locator("[role=option]").last().getAttribute("id");
  assert.equal(await active(), last, "it goes round");
  assert.equal(await selected(page).count(), 1);
  const groups = page.getByRole("listbox", { name: "Finds" }).getByRole("group");
  assert.ok((await groups.count()) > 2, "finds are grouped by kind");
  assert.match(await page.getByRole("dialog", { name: "Search" }).getByRole("status").innerText(), /^\d+ finds$/);
  await page.keyboard.press("Escape");
  // The first Escape empties the field in some browsers; the dialog is gone after the second at the latest.
  if (await page.locator("dialog[open]").count()) await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.ok(await button.evaluate((element) => element === document.activeElement), "the focus is where it was");
});

test("a slash that is typed is a slash", async (t) => {
  const { page, base } = await openSite(t);
  await page.goto(base + PAGE);
  assert.equal(await page.title(), TITLE);
  await page.keyboard.press("/");
  await input(page).waitFor();
  await page.keyboard.type("a/b");
  assert.equal(await input(page).inputValue(), "a/b");
});

test("a find on the same page closes the dialog", async (t) => {
  const { page, base } = await openSite(t);
  await page.goto(base + PAGE);
  assert.equal(await page.title(), TITLE);
  await page.keyboard.press("/");
  await input(page).waitFor();
  await page.keyboard.type("constancy of the kernel");
  await page.locator(".find").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/#constancy");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

test("the search page keeps what was asked in its address", async (t) => {
  const { page, watcher, base } = await openSite(t);
  await page.goto(`${base}search/`);
  assert.equal(await page.title(), "Search · The mathematics of AI");
  assert.ok(await page.locator(".without-script").isHidden());
  const field = page.getByRole("searchbox", { name: "Search the map" });
  await field.fill("kernel");
  await page.locator(".find-section").first().waitFor();
  assert.match(page.url(), /#q=kernel$/);
  const more = page.getByRole("button", { name: /^Show all/ }).first();
  const section = page.locator(".find-section", { has: page.getByRole("button", { name: /^Show all/ }) }).first();
  const total = Number((await more.innerText()).match(/\d+/)[0]);
  const heading = await section.getAttribute("aria-labelledby");
  await more.click();
  assert.equal(await page.locator(`section[aria-labelledby="${heading}"] .find`).count(), total);
  await page.reload();
  await page.locator(".find-section").first().waitFor();
  assert.equal(await field.inputValue(), "kernel");
  await page.evaluate(() => (location.hash = "q=wasserstien"));
  await page.locator(".find", { hasText: "Optimal transport" }).first().waitFor();
  assert.equal(await field.inputValue(), "wasserstien");
  assert.deepEqual(watcher.take(), []);
});

test("without scripts the search is a page of lists", async (t) => {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/${PAGE}`);
  assert.equal(await page.title(), TITLE);
  assert.ok(await page.locator(".theme-switch").isHidden());
  await page.locator(".search-open").click();
  await page.waitForURL("**/search/");
  assert.ok(await page.locator(".without-script").isVisible());
  await page.locator("main .card a", { hasText: "Open questions" }).click();
  await page.waitForURL("**/questions/");
});

test("on a narrow screen the menu opens without scripts too", async (t) => {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/${PAGE}`);
  assert.equal(await page.title(), TITLE);
  const item = page.locator("#menu a", { hasText: "Paths" });
  assert.ok(await item.isHidden());
  await page.getByRole("button", { name: "Menu" }).click();
  await item.click();
  await page.waitForURL("**/paths/");
});

test("on a telephone the menu opens below its button, which closes it again, and has what the foot has", async (t) => {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`${server.url}/${PAGE}`);
  assert.equal(await page.title(), TITLE);
  const head = await page.locator(".site-head").boundingBox();
  assert.ok(head.height < 72, "the header is low");
  const button = page.getByRole("button", { name: "Menu" });
  const at = await button.boundingBox();
  await button.tap();
  const menu = page.locator("#site-menu");
  assert.ok((await menu.boundingBox()).y >= at.y + at.height, "below the button");
  for (const title of ["Claims", "Rosetta", "How to read the map"]) assert.ok(await menu.getByRole("link", { name: title }).isVisible(), title);
  await page.touchscreen.tap(at.x + at.width / 2, at.y + at.height / 2);
  assert.ok(await menu.isHidden(), "a second touch of the same spot closes it");
  assert.ok(page.url().endsWith(PAGE), "and leads nowhere");
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.ok(await menu.getByRole("link", { name: "Rosetta" }).isHidden(), "a wide menu has no more than before");
});

test("the search has no barrier, wide and narrow, light and dark", async (t) => {
  const { page, base } = await openSite(t);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const where = `${colorScheme}, ${width} px`;
      await page.goto(base + PAGE);
      assert.equal(await page.title(), TITLE);
      await page.keyboard.press("/");
      await input(page).waitFor();
      await page.keyboard.type("wasserstien");
      await page.locator(".find").first().waitFor();
      assert.deepEqual(await barriers(page), [], `the dialog, ${where}`);
      await page.goto(`${base}search/#q=kernel`);
      await page.locator(".find").first().waitFor();
      assert.deepEqual(await barriers(page), [], `the page, ${where}`);
    }
  }
});
