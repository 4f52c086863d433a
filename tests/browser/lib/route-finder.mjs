// The route finder of the real map, as a reader opens and uses it.

import assert from "node:assert/strict";
import { startBrowser, watch } from "./browser.mjs";
import { build } from "./portolan.mjs";
import { startServer } from "./server.mjs";

export const GOAL = "neural-tangent-kernel";
export const TITLE = "Route finder · The mathematics of AI";

/** A site under `/repo/` and one tab, which must not complain. */
export async function openSite(t, options = {}) {
  // Before the server is gone: a page may still ask for its icon.
  let take = () => [];
  t.after(() => assert.deepEqual(take(), [], "nothing was complained about"));
  const server = await startServer(t);
  const site = await build(t);
  server.mount("/repo/", site);
  const browser = await startBrowser(t);
  const context = await browser.newContext({ acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  const url = `${server.url}/repo`;
  ({ take } = await watch(page, url));
  return { page, context, url, site };
}

/** The slugs of the steps that are shown. */
export const stepsOf = (page) =>
  page.locator(".route-steps > li h3 a").evaluateAll((links) => links.map((link) => /([^/]+)\/(index\.html)?$/.exec(link.pathname)[1]));

/** Types into a field, waits for the offers, and takes the first. */
export async function pick(page, field, words) {
  await page.locator(field).focus();
  await page.keyboard.type(words);
  await page.locator(`${field}[aria-expanded=true]`).waitFor();
  await page.keyboard.press("Enter");
}
