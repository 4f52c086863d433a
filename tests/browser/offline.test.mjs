// What was opened can be read without a network, with the route finder and the search; who has a network sees the site as it is.

import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser, watch } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/folders.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";
import { freePort, startServe } from "./lib/serving.mjs";
import { writeSmallMap } from "./lib/small-map.mjs";
import { PATIENCE, until } from "./lib/waiting.mjs";

const HOME = "The mathematics of AI";

/** A visitor whose browser has kept what it wants to keep from the first visit on. */
async function firstVisit(t, { prefix = "/", site } = {}) {
  const server = await startServer(t);
  server.mount(prefix, site ?? (await build(t)));
  const browser = await startBrowser(t);
  const context = await browser.newContext({ serviceWorkers: "allow" });
  const page = await context.newPage();
  const watcher = await watch(page, server.url);
  const base = `${server.url}${prefix}`;
  await page.goto(base);
  assert.equal(await page.title(), HOME);
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.scriptURL));
  await page.waitForFunction(() => navigator.serviceWorker.controller, undefined, { timeout: PATIENCE });
  return { server, page, context, watcher, base };
}

async function open(page, url, title) {
  await page.goto(url);
  assert.match(await page.title(), title);
}

for (const prefix of ["/", "/repo/"]) {
  test(`below ${prefix}, the next visit needs no network`, async (t) => {
    const { server, page, watcher, base } = await firstVisit(t, { prefix });
    await open(page, `${base}areas/neural-tangent-kernel/`, /^Neural tangent kernel/);
    assert.deepEqual(watcher.take(), []);
    server.stop();

    await open(page, `${base}areas/neural-tangent-kernel/`, /^Neural tangent kernel/);
    const styled = await page.evaluate(() => getComputedStyle(document.querySelector("main")).maxWidth);
    assert.notEqual(styled, "none", "with its looks");

    await open(page, `${base}route/#want=neural-tangent-kernel`, /^Route finder · /);
    assert.ok((await page.locator(".route-steps > li").count()) > 0, "the route finder finds a route");

    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: /search/i }).fill("double descent");
    await page.getByRole("option", { name: /Double descent/ }).first().waitFor();
  });
}

test("a page that was never opened says so, leads back to itself, and lists what can be read", async (t) => {
  const { server, page, base } = await firstVisit(t);
  await open(page, `${base}topics/`, /^Topics/);
  server.stop();
  await open(page, `${base}areas/gans/`, /^Without a network/);
  const again = page.getByRole("link", { name: "Try again" });
  assert.equal(await again.evaluate((link) => link.href), `${base}areas/gans/`);
  const kept = await page.locator("[data-kept] a").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(kept.includes(`${base}topics/`), "what was opened");
  assert.ok(kept.includes(`${base}route/`), "what is kept from the start");
  assert.ok(!kept.includes(`${base}areas/gans/`));
  await page.getByRole("link", { name: /^Topics · / }).click();
  assert.match(await page.title(), /^Topics/);
});

test("an address of this page leads to no other site", async (t) => {
  const { page, base } = await firstVisit(t);
  for (const wanted of ["https://example.org/", "//example.org/", "javascript:alert(1)", "../../elsewhere/"]) {
    await page.goto(`${base}offline/#${wanted}`);
    await page.reload();
    const href = await page.getByRole("link", { name: "Try again" }).evaluate((link) => link.href);
    assert.ok(href.startsWith(base), `${wanted} became ${href}`);
  }
});

test("with a network the site is shown as it is now, and what is kept follows it", async (t) => {
  const site = join(await temporaryFolder(t), "site");
  await cp(await build(t), site, { recursive: true });
  const { server, page, base } = await firstVisit(t, { site });
  await open(page, `${base}topics/`, /^Topics · /);

  const change = async (path, from, to) => {
    const text = await readFile(join(site, path), "utf8");
    assert.ok(text.includes(from));
    await writeFile(join(site, path), text.replaceAll(from, to));
  };
  await change("topics/index.html", "<title>Topics", "<title>New topics");
  await change("route/index.html", "<title>Route finder", "<title>New route finder");
  await change("offline.js", 'STAMP = "', 'STAMP = "new');
  await open(page, `${base}topics/`, /^New topics · /);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  const keptFromStart = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(" first ")));
  await until(async () => (await keptFromStart()).join().includes(" first new"), "the new worker");
  await until(async () => (await keptFromStart()).length === 1, "the old one's files are gone");
  server.stop();
  await open(page, `${base}topics/`, /^New topics · /);
  await open(page, `${base}route/`, /^New route finder · /);
});

test("a draft that `portolan serve` shows is not kept", async (t) => {
  const root = await temporaryFolder(t);
  await writeSmallMap(root);
  const { url } = await startServe(t, root, await freePort());
  const browser = await startBrowser(t);
  const page = await (await browser.newContext({ serviceWorkers: "allow" })).newPage();
  await page.goto(url);
  assert.equal(await page.title(), "A small map");
  // When the site would have asked, it has not.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
});
