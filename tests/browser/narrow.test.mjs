// No kind of page is wider than its window, from the narrowest telephone to a wall; what is too long scrolls in its own box.
// (links.test.mjs opens all pages anyway, and does so in the narrowest window.)

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/folders.mjs";
import { overflow } from "./lib/overflow.mjs";
import { oneOfEachKind } from "./lib/pages.mjs";
import { inParallel } from "./lib/parallel.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
import { startServer } from "./lib/server.mjs";
import { prose, writeSmallMap } from "./lib/small-map.mjs";

const WIDTHS = [320, 390, 820, 1440, 2560];
const TABS = 3;

async function openSite(t) {
  const server = await startServer(t);
  const site = await build(t, undefined, `${server.url}/`);
  server.mount("/", site);
  const browser = await startBrowser(t);
  // A telephone's scroll bars lie over the page; those of the desktop would hide a page of one scroll bar's width too much.
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 640 } });
  const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
  return { server, site, tabs };
}

test("one page of each kind, at all widths", async (t) => {
  const { server, site, tabs } = await openSite(t);
  const kinds = await oneOfEachKind(site);
  assert.ok(kinds.length >= 20, "all kinds of pages were there");
  const wrong = [];
  await inParallel(kinds, tabs, async (address, tab) => {
    await tab.goto(`${server.url}/${address}`);
    assert.match(await tab.title(), /The mathematics of AI$/);
    await tab.evaluate(() => document.fonts.ready);
    // What is folded together must have room too.
    await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 800 });
      const found = await tab.evaluate(overflow);
      if (found) wrong.push({ where: `/${address}`, what: found });
    }
  });
  assertNone(wrong, "pages are too wide");
});

test("what is too long scrolls in its own box", async (t) => {
  const terms = Array.from({ length: 40 }, (_, n) => `x_{${n}}^2`).join("+");
  const cells = (text) => `| ${Array(12).fill(text).join(" | ")} |`;
  const body = [
    `$$${terms}$$`,
    `Inside a line: $${terms}$ and on.`,
    `${cells("heading")}\n${cells("---")}\n${cells("incomprehensibilities")}`,
    `\`\`\`\n${"code ".repeat(60)}${"x".repeat(200)}\n\`\`\``,
    `A word of ${"many".repeat(60)} letters.`,
  ];
  const root = await temporaryFolder(t);
  await writeSmallMap(root, { files: { "content/pages/long.md": prose("Long", body.join("\n\n")) } });
  const server = await startServer(t);
  server.mount("/", await build(t, root));
  const browser = await startBrowser(t);
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(`${server.url}/long/`);
  assert.equal(await page.title(), "Long · A small map");
  await page.evaluate(() => document.fonts.ready);
  assert.equal(await page.evaluate(overflow), null);

  const box = page.locator(".prose .display");
  const reach = await box.evaluate((element) => {
    element.scrollLeft = 1e6;
    const last = [...element.querySelectorAll(".katex-html .katex-base")].at(-1).getBoundingClientRect();
    return { scrolled: element.scrollLeft, end: last.right, edge: element.getBoundingClientRect().right };
  });
  assert.ok(reach.scrolled > 500, "the formula is longer than its box, and moves");
  assert.ok(reach.end <= reach.edge + 1, "its end can be reached");
});
