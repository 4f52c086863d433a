// The colours: the system's, or those that the reader chose and the site remembers.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const PAPER = { light: "rgb(252, 250, 245)", dark: "rgb(16, 24, 31)" };
const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const button = (page) => page.getByRole("button", { name: /^Colours: / });

async function openSite(t, options) {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const watcher = await watch(page, server.url);
  await page.goto(`${server.url}/topics/`);
  assert.match(await page.title(), /^Topics · /);
  return { page, watcher, url: server.url };
}

test("the choice goes round and is remembered", async (t) => {
  const { page, watcher, url } = await openSite(t, { colorScheme: "light" });
  assert.equal(await paper(page), PAPER.light);
  const seen = [];
  for (let click = 0; click < 3; click += 1) {
    await button(page).click();
    seen.push(`${await button(page).getAttribute("aria-label")}, ${await paper(page)}`);
  }
  assert.deepEqual(seen, [
    `Colours: light, ${PAPER.light}`,
    `Colours: dark, ${PAPER.dark}`,
    `Colours: as the system, ${PAPER.light}`,
  ]);
  await button(page).click();
  await button(page).click();
  await page.goto(`${url}/paths/`);
  assert.match(await page.title(), /^Paths · /);
  assert.equal(await paper(page), PAPER.dark, "the next page knows");
  assert.equal(await button(page).getAttribute("aria-label"), "Colours: dark");
  assert.deepEqual(watcher.take(), []);
});

test("a choice holds against the system, and its absence follows it", async (t) => {
  const { page } = await openSite(t, { colorScheme: "dark" });
  assert.equal(await paper(page), PAPER.dark);
  await button(page).click();
  assert.equal(await paper(page), PAPER.light);
  await button(page).click();
  await button(page).click();
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await paper(page), PAPER.light);
});

test("print is black on white whatever was chosen", async (t) => {
  const { page } = await openSite(t, { colorScheme: "light" });
  await button(page).click();
  await button(page).click();
  await page.emulateMedia({ media: "print" });
  assert.equal(await paper(page), "rgb(255, 255, 255)");
});

test("without scripts the system's colours hold", async (t) => {
  const { page } = await openSite(t, { colorScheme: "dark", javaScriptEnabled: false });
  assert.equal(await paper(page), PAPER.dark);
  assert.equal(await page.locator(".theme-switch").isVisible(), false);
});

test("it works from the file system", async (t) => {
  const site = await build(t);
  const browser = await startBrowser(t);
  const page = await browser.newPage({ colorScheme: "light" });
  await page.goto(pathToFileURL(join(site, "topics/index.html")).href);
  assert.match(await page.title(), /^Topics · /);
  await button(page).click();
  await button(page).click();
  await page.goto(pathToFileURL(join(site, "paths/index.html")).href);
  assert.match(await page.title(), /^Paths · /);
  assert.equal(await paper(page), PAPER.dark);
});
