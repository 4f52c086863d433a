// The home page: the ways in, and what is within reach of what a reader knows.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { graphOf, loadAlgorithm, routeOfScript } from "./lib/routes.mjs";
import { startServer } from "./lib/server.mjs";

const TITLE = "The mathematics of AI";
const SHOWN = 8;

async function openHome(t, options = {}) {
  const server = await startServer(t);
  const site = await build(t);
  server.mount("/repo/", site);
  const browser = await startBrowser(t);
  const page = await browser.newPage(options);
  const watcher = await watch(page, server.url);
  await page.goto(`${server.url}/repo/`);
  assert.equal(await page.title(), TITLE);
  return { page, site, watcher, url: `${server.url}/repo` };
}

const toggle = (page, slug) => page.locator(`#reach [data-slug="${slug}"]`);
const nearest = (page) =>
  page.locator("#reach .nearest > li").evaluateAll((items) => items.map((item) => ({ slug: item.querySelector("a").pathname.split("/").at(-2), note: item.querySelector(".distance").textContent })));

test("who knows something sees what is within reach, as the route finder has it", async (t) => {
  const { page, site, watcher, url } = await openHome(t);
  const standing = page.locator("#reach .standing");
  assert.equal(await standing.innerText(), "Nothing is marked yet.");
  assert.deepEqual(await nearest(page), []);

  const known = ["quantum-field-theory", "convex-analysis"];
  for (const slug of known) await toggle(page, slug).click();
  const [algorithm, graph] = [await loadAlgorithm(), await graphOf(site)];
  const areas = graph.entries.filter(({ kind }) => kind === 0).map(({ slug }) => slug);
  const missing = new Map(areas.map((slug) => [slug, routeOfScript(algorithm, graph, [slug], known).steps.length - 1]));
  const ready = [...missing.values()].filter((count) => count === 0).length;
  assert.match(await standing.innerText(), new RegExp(`can now read ${ready} of the ${areas.length} research areas`));

  const shown = await nearest(page);
  assert.equal(shown.length, SHOWN);
  for (const { slug, note } of shown) {
    const count = missing.get(slug);
    assert.ok(count === 0 ? note === "you can read it now" : note.startsWith(`${count} missing: `), `${slug}: ${note}`);
  }
  const counts = shown.map(({ slug }) => missing.get(slug));
  assert.deepEqual(counts, [...missing.values()].sort((a, b) => a - b).slice(0, SHOWN), "the nearest ones, the nearest first");

  // What follows is marked, and everything is kept for the other pages.
  assert.equal(await toggle(page, "quantum-field-theory").getAttribute("aria-pressed"), "true");
  assert.equal(await toggle(page, "linear-algebra").getAttribute("aria-pressed"), "false");
  assert.match(await toggle(page, "linear-algebra").getAttribute("class"), /implied/);
  await page.goto(`${url}/route/`);
  assert.deepEqual((await page.locator("#know .chip a").allInnerTexts()).sort(), ["Convex analysis", "Quantum field theory"]);
  await page.goto(`${url}/`);
  assert.equal(await toggle(page, "convex-analysis").getAttribute("aria-pressed"), "true");
  for (const slug of known) await toggle(page, slug).click();
  assert.equal(await standing.innerText(), "Nothing is marked yet.");
  assert.deepEqual(watcher.take(), []);
});

test("each way in leads to a page of the site", async (t) => {
  const { page } = await openHome(t, { javaScriptEnabled: false });
  const doors = page.locator(".doors a");
  const words = await doors.allInnerTexts();
  assert.deepEqual(words, ["Plan a route", "Mathematics", "Claims", "Open questions"]);
  const titles = [];
  for (const word of words) {
    await page.locator(".doors a", { hasText: word }).click();
    titles.push((await page.title()).replace(` · ${TITLE}`, ""));
    await page.goBack();
  }
  assert.equal(new Set(titles).size, words.length, titles.join());
  assert.equal(await page.locator("#reach").isVisible(), false, "nothing is shown that does not work");
  const news = page.locator(".news-box li");
  const days = await news.locator("time").evaluateAll((times) => times.map((time) => time.dateTime));
  assert.ok(days.length > 0);
  assert.deepEqual(days, [...days].sort().reverse(), "the last checked first");
});

test("from the file system the way goes on", async (t) => {
  const site = await build(t);
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(site, "index.html")).href);
  assert.equal(await page.title(), TITLE);
  await toggle(page, "probability").click();
  await page.locator("#reach .nearest a").first().click();
  await page.waitForURL("**/areas/*/index.html");
  assert.match(await page.title(), / · The mathematics of AI$/);
});
