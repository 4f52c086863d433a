// axe finds nothing on one page of each kind: WCAG 2.2 A and AA and good practice, light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { packageFolder } from "./lib/folders.mjs";
import { oneOfEachKind } from "./lib/pages.mjs";
import { inParallel } from "./lib/parallel.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
import { startServer } from "./lib/server.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const EVERYTHING = { runOnly: { type: "tag", values: TAGS }, rules: { "target-size": { enabled: true } } };
const only = (...rules) => ({ runOnly: { type: "rule", values: rules } });
/** Every rule once; then those whose answer hangs on the colours, and those whose answer hangs on the room. */
const LOOKS = [
  { colorScheme: "light", width: 1280, options: EVERYTHING },
  { colorScheme: "dark", width: 1280, options: only("color-contrast", "link-in-text-block") },
  { colorScheme: "light", width: 390, options: only("target-size", "scrollable-region-focusable", "aria-hidden-focus") },
];

/** Runs axe on the page as it is; gives what it objects to, and which rules had something to look at. */
async function objections(page, options) {
  const { violations, passes } = await page.evaluate((options) => {
    return globalThis.axe.run(document, { ...options, resultTypes: ["violations"] });
  }, options);
  return {
    found: violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`),
    ),
    rules: passes.map(({ id }) => id),
  };
}

/** Waits until the page's own scripts have seen the new size: they are told of it with the next frame. */
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test("no page has a barrier", async (t) => {
  const server = await startServer(t);
  const site = await build(t, undefined, `${server.url}/`);
  server.mount("/", site);
  const browser = await startBrowser(t);
  const axe = await readFile(join(packageFolder("axe-core"), "axe.min.js"), "utf8");
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const found = [];
  const rules = new Set();
  let runs = 0;
  const kinds = await oneOfEachKind(site);
  await inParallel(kinds, tabs, async (address, tab) => {
    await tab.goto(`${server.url}/${address}`);
    assert.match(await tab.title(), /The mathematics of AI$/);
    await tab.evaluate(axe);
    for (const { colorScheme, width, options } of LOOKS) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 900 });
      await settled(tab);
      const result = await objections(tab, options);
      found.push(...result.found.map((what) => ({ where: `/${address}, ${colorScheme}, ${width} px`, what })));
      for (const rule of result.rules) rules.add(rule);
      runs += 1;
    }
  });
  t.diagnostic(`${kinds.length} pages, ${runs} runs, ${rules.size} rules`);
  assert.ok(kinds.length >= 20, "all kinds of pages were there");
  assert.equal(runs, kinds.length * LOOKS.length);
  for (const rule of ["color-contrast", "target-size", "region", "link-in-text-block"]) {
    assert.ok(rules.has(rule), `the rule ${rule} was tried`);
  }
  assertNone(found, "barriers");
});
