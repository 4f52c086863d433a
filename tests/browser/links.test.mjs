// Every page opens without complaint, and every link of the site leads somewhere: on a web server, in a folder of one, from disk.

import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { allPages } from "./lib/pages.mjs";
import { inParallel } from "./lib/parallel.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const SITE_TITLE = "The mathematics of AI";
const TABS = 4;

/** What a page shows, read in the browser, after the site's own scripts have run. */
function readPage() {
  const marked = [...document.querySelectorAll("[href], [src]")];
  return {
    title: document.title,
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: marked.map((element) => new URL(element.getAttribute("href") ?? element.getAttribute("src"), document.baseURI).href),
    brokenFonts: [...document.fonts].filter((font) => font.status === "error").map((font) => font.family),
    unstyled: getComputedStyle(document.querySelector("main")).maxWidth === "none",
  };
}

/** Opens all pages in a few tabs; gives address → what it shows, and everything that was wrong. */
async function visit(browser, base, addresses) {
  const context = await browser.newContext();
  const tabs = await Promise.all(
    Array.from({ length: TABS }, async () => {
      const tab = await context.newPage();
      return { tab, watcher: await watch(tab, base) };
    }),
  );
  const pages = new Map();
  const wrong = [];
  await inParallel(addresses, tabs, async (address, { tab, watcher }) => {
    const url = base + address;
    await tab.goto(url);
    const title = await tab.title();
    if (title !== SITE_TITLE && !(title.endsWith(` · ${SITE_TITLE}`) && title.length > SITE_TITLE.length + 3)) {
      wrong.push(`${url}: the title is "${title}"`);
    }
    await tab.evaluate(() => document.fonts.ready);
    const page = await tab.evaluate(readPage);
    for (const family of page.brokenFonts) wrong.push(`${url}: the font ${family} does not load`);
    if (page.unstyled) wrong.push(`${url}: the style sheet does not apply`);
    for (const complaint of await watcher.take()) wrong.push(`${url}: ${complaint}`);
    pages.set(url, page);
  });
  await context.close();
  return { pages, wrong };
}

/** Checks every link of the pages that stays on the site; `exists` says whether there is something at a URL. */
async function follow({ pages, wrong }, base, exists) {
  const targets = new Map();
  for (const [url, page] of pages) {
    for (const link of page.links.filter((link) => new URL(link).origin === new URL(base).origin)) {
      targets.set(link, url);
    }
  }
  const ids = new Map([...pages].map(([url, page]) => [url, new Set(page.ids)]));
  const known = new Map();
  await inParallel([...targets], Array(16).fill(), async ([link, from]) => {
    const [url, anchor] = link.split("#");
    if (!known.has(url)) known.set(url, url.startsWith(base) && exists(url));
    if (!(await known.get(url))) wrong.push(`${from}: the link to ${link} leads nowhere`);
    else if (anchor && !ids.get(url)?.has(decodeURIComponent(anchor))) wrong.push(`${from}: there is no #${anchor} at ${url}`);
  });
  return targets.size;
}

function report(t, wrong, pages, links) {
  t.diagnostic(`${pages.size} pages, ${links} different links`);
  assert.deepEqual([...new Set(wrong)].slice(0, 40), [], `${wrong.length} things are wrong`);
  assert.ok(pages.size > 100 && links > pages.size, "the whole site was seen");
}

async function onServer(t, mount) {
  const server = await startServer(t);
  const base = server.url + mount;
  const site = await build(t, undefined, base);
  server.mount(mount, site);
  const browser = await startBrowser(t);
  const seen = await visit(browser, base, await allPages(site));
  const exists = (url) => fetch(url, { redirect: "manual" }).then((response) => response.status === 200);
  const links = await follow(seen, base, exists);
  report(t, seen.wrong, seen.pages, links);
  return { base, browser };
}

test("on a web server", async (t) => {
  await onServer(t, "/");
});

test("in a folder of a web server, where a wrong address is answered too", async (t) => {
  const { base, browser } = await onServer(t, "/repo/");
  // The page of missing addresses is shown at any depth, so relative links would not hold there.
  const page = await browser.newPage();
  const response = await page.goto(`${base}no/such/place/`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  assert.equal(response.status(), 404);
  assert.equal((await page.evaluate(readPage)).unstyled, false, "the style sheet is found from below");
  await page.locator("#menu a").first().click();
  await page.waitForURL(`${base}areas/`);
});

test("from disk", async (t) => {
  const site = await build(t);
  const base = pathToFileURL(`${site}/`).href;
  const browser = await startBrowser(t);
  // Nothing on a disk answers with 404.html, and its links are those of the web.
  const files = (await allPages(site)).filter((page) => page !== "404.html").map((page) => `${page}index.html`);
  const seen = await visit(browser, base, files);
  const exists = (url) => stat(fileURLToPath(url)).then((found) => found.isFile(), () => false);
  const links = await follow(seen, base, exists);
  report(t, seen.wrong, seen.pages, links);
});

test("every file that the style sheet names exists", async (t) => {
  const site = await build(t);
  assert.match(await readFile(join(site, "index.html"), "utf8"), /<title>The mathematics of AI<\/title>/);
  const css = await readFile(join(site, "assets/site.css"), "utf8");
  const named = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1]).filter((url) => !url.startsWith("data:"));
  assert.ok(named.length > 0, "it names fonts");
  for (const url of named) assert.ok((await stat(join(site, "assets", url))).size > 0, url);
});
