// What a page costs: bytes as a host sends them (gzip), without fonts, and which requests keep it from being painted.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { startBrowser } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

/** Addresses, and how many bytes they may cost. */
const BUDGETS = {
  "areas/neural-tangent-kernel/": 60_000,
  "mathematics/optimal-transport/": 60_000,
  "search/": 30_000,
};
/** The data of the search, which come at the first query. */
const SEARCH = 300_000;

async function cost(site, path) {
  return gzipSync(await readFile(join(site, path)), { level: 9 }).length;
}

/** The script that puts on the chosen colours may be waited for as long as it is next to nothing. */
const THEME = 500;

test("pages are light, and wait for nothing but their looks", async (t) => {
  const server = await startServer(t);
  const site = await build(t);
  server.mount("/", site);
  const browser = await startBrowser(t);
  for (const [address, budget] of Object.entries(BUDGETS)) {
    const page = await browser.newPage();
    const paths = new Set();
    page.on("response", (response) => paths.add(new URL(response.url()).pathname.slice(1)));
    await page.goto(`${server.url}/${address}`);
    assert.match(await page.title(), / · The mathematics of AI$/);
    await page.waitForLoadState("networkidle");
    const blocking = await page.evaluate(() =>
      performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => new URL(entry.name).pathname),
    );
    assert.deepEqual(blocking.sort(), ["/assets/js/theme.js", "/assets/site.css"], address);
    const first = [...paths].filter((path) => !path.startsWith("fonts/") && !path.startsWith("search-") && !path.endsWith("/search.js"));
    const costs = await Promise.all(first.map(async (path) => [path, await cost(site, path.endsWith("/") ? `${path}index.html` : path)]));
    assert.ok(Object.fromEntries(costs)["assets/js/theme.js"] < THEME);
    const sum = costs.reduce((total, [, bytes]) => total + bytes, 0);
    t.diagnostic(`${address}: ${sum} bytes: ${costs.map(([path, bytes]) => `${path} ${bytes}`).join(", ")}`);
    assert.ok(sum < budget, `${address} costs ${sum} bytes`);
    await page.close();
  }
});

test("the search costs what a picture does", async (t) => {
  const site = await build(t);
  const files = ["assets/js/search.js", "search-index.js", "search-words.js", "search-statements.js"];
  const costs = await Promise.all(files.map((file) => cost(site, file)));
  t.diagnostic(files.map((file, at) => `${file} ${costs[at]}`).join(", "));
  assert.ok(costs.reduce((sum, bytes) => sum + bytes) < SEARCH);
});
