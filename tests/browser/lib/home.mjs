// The home page of the map of this repository, in a browser.

import assert from "node:assert/strict";
import { startBrowser, watch } from "./browser.mjs";
import { build } from "./portolan.mjs";
import { startServer } from "./server.mjs";

export const TITLE = "The mathematics of AI";
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export async function home(t, { viewport = { width: 1440, height: 1000 }, hash = "", ...options } = {}) {
  const server = await startServer(t);
  const site = await build(t, undefined, `${server.url}/`);
  server.mount("/", site);
  const browser = await startBrowser(t);
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const { take } = await watch(page, server.url);
  await page.goto(`${server.url}/${hash}`);
  assert.equal(await page.title(), TITLE);
  return { page, take, url: server.url, site };
}
