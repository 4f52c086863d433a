// Every page opens without complaint, and every link of the site leads somewhere: on a web server, in a folder of one, from disk.

import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { overflow } from "./lib/overflow.mjs";
import { allPages } from "./lib/pages.mjs";
import { inParallel } from "./lib/parallel.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
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
  // A small window is painted sooner, and in the narrowest one a page must still have room.
  const context = await browser.newContext({ viewport: { width: 320, height: 200 } });
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
      wrong.push({ where: url, what: `the title is "${title}"` });
    }
    await tab.evaluate(() => document.fonts.ready);
    const page = await tab.evaluate(readPage);
    const tooWide = await tab.evaluate(overflow);
    const complaints = watcher.take();
    if (tooWide) complaints.push(tooWide);
    for (const family of page.brokenFonts) complaints.push(`the font ${family} does not load`);
    if (page.unstyled) complaints.push("the style sheet does not apply");
    wrong.push(...complaints.map((what) => ({ where: url, what })));
    pages.set(url, page);
  });
  await context.close();
  return { pages, wrong };
}

const sameHost = (one, other) => ["protocol", "host"].every((part) => new URL(one)[part] === new URL(other)[part]);

/** Checks every link of the pages that stays on the site, and where old addresses lead; `exists` says whether there is something. */
async function follow({ pages, wrong }, redirects, base, exists) {
  const targets = new Map();
  for (const [address, to] of redirects) targets.set(new URL(to, base + address).href, base + address);
  for (const [url, page] of pages) {
    // Links to the same host are the site's own, also those that miss its folder; on a disk there is one host.
    for (const link of page.links.filter((link) => sameHost(link, base))) targets.set(link, url);
  }
  const ids = new Map([...pages].map(([url, page]) => [url, new Set(page.ids)]));
  const known = new Map();
  await inParallel([...targets], Array(16).fill(), async ([link, from]) => {
    const [url, anchor] = link.split("#");
    if (!known.has(url)) known.set(url, url.startsWith(base) && exists(url));
    if (!(await known.get(url))) wrong.push({ where: from, what: `the link to ${url} leads nowhere` });
    // `#key=value` is no place but what a script shows.
    else if (anchor && !anchor.includes("=") && !ids.get(url)?.has(decodeURIComponent(anchor))) {
      wrong.push({ where: from, what: `there is no #${anchor} ${url === from ? "on the page itself" : `at ${url}`}` });
    }
  });
  return targets.size;
}

function report(t, wrong, pages, links) {
  t.diagnostic(`${pages.size} pages, ${links} different links`);
  assertNone(wrong, "things are wrong");
  assert.ok(pages.size > 100 && links > pages.size, "the whole site was seen");
}

async function onServer(t, mount) {
  const server = await startServer(t);
  const base = server.url + mount;
  const site = await build(t, undefined, base);
  server.mount(mount, site);
  const browser = await startBrowser(t);
  const { pages, redirects } = await allPages(site);
  const seen = await visit(browser, base, pages);
  const exists = (url) => fetch(url, { redirect: "manual" }).then((response) => response.status === 200);
  const links = await follow(seen, redirects, base, exists);
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
  const pages = (await allPages(site)).pages.filter((page) => page !== "404.html");
  const seen = await visit(browser, base, pages.map((page) => `${page}index.html`));
  const exists = (url) => stat(fileURLToPath(url)).then((found) => found.isFile(), () => false);
  // Old addresses lead on to addresses of the web: their pages have no script that could add the file's name.
  const links = await follow(seen, new Map(), base, exists);
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
