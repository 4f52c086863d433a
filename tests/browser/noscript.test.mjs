// Without JavaScript every page is complete, and the site can be walked by its links.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { frontMatter, slugs, works } from "./lib/content.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const AREA = "neural-tangent-kernel";
const LISTS = ["areas", "mathematics", "topics", "fields", "questions", "debates", "paths"];

async function openSite(t) {
  const server = await startServer(t);
  server.mount("/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext({ javaScriptEnabled: false });
  return { page: await context.newPage(), url: server.url };
}

/** The values of a key in front matter, in order. */
const values = (toml, key) => [...toml.matchAll(new RegExp(`^${key} = "(.*)"$`, "gm"))].map((match) => match[1]);

test("an area has everything", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/areas/${AREA}/`);
  const toml = await frontMatter(`areas/${AREA}.md`);
  assert.equal(await page.title(), `${values(toml, "title")[0]} · The mathematics of AI`);

  const needs = toml.split("[[prerequisites]]").slice(1).map((table) => table.split("[[")[0]);
  assert.ok(needs.length > 0);
  for (const need of needs) {
    const [why] = values(need, "why");
    const item = page.locator(".needs .need", { hasText: why.replaceAll("\\\\", "\\") });
    assert.ok(await item.first().isVisible(), `the prerequisite says: ${why}`);
    assert.ok((await item.first().locator("a").count()) > 0, "and is a link");
  }

  const works = values(toml, "ref");
  assert.ok(works.length > 0);
  for (const key of works) {
    assert.ok(await page.locator(`section:has(> #resources) a[href$="references/${key}/"]`).isVisible(), key);
  }
  const paragraphs = page.locator(".prose > p");
  assert.ok((await paragraphs.count()) >= 4 && (await paragraphs.first().isVisible()), "the body is there");
});

test("the route to an area opens by itself", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/areas/${AREA}/`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  const steps = page.locator("details.route li");
  const count = Number((await page.locator("details.route summary").innerText()).match(/(\d+) steps before this one$/)[1]);
  assert.equal(await steps.count(), count, "as many steps as the summary says");
  assert.equal(await steps.first().isVisible(), false, "it is closed at first");
  await page.locator("details.route summary").click();
  for (const step of await steps.all()) {
    assert.ok(await step.locator("a").isVisible());
    assert.notEqual((await step.locator(".why").first().innerText()).trim(), "", "each step has a reason");
  }
});

test("formulas are there and have size", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/areas/${AREA}/`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  const formulas = await page.locator(".prose .katex-html").all();
  assert.ok(formulas.length > 10);
  for (const formula of formulas) {
    assert.ok(await formula.isVisible());
    const box = await formula.boundingBox();
    assert.ok(box.width > 2 && box.height > 5, `a formula of ${box.width} × ${box.height}`);
  }
  assert.equal(await page.locator(".katex-mathml math annotation").count(), await page.locator(".katex").count());
});

test("the lists hold every entry", async (t) => {
  const { page, url } = await openSite(t);
  const listed = Object.fromEntries(await Promise.all(LISTS.map(async (list) => [list, await slugs(list)])));
  listed.references = await works();
  for (const [list, expected] of Object.entries(listed)) {
    await page.goto(`${url}/${list}/`);
    assert.match(await page.title(), / · The mathematics of AI$/);
    const hrefs = await page.locator("main a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
    const inside = hrefs.filter((href) => href.startsWith(`/${list}/`)).map((href) => href.split("/")[2]);
    assert.deepEqual([...new Set(inside)].filter((slug) => slug).sort(), expected, list);
  }
});

test("one can walk from the home page to a work", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/`);
  assert.equal(await page.title(), "The mathematics of AI");
  await page.locator("#menu a", { hasText: "Research areas" }).click();
  await page.waitForURL("**/areas/");
  await page.locator(`main .card a[href$="/${AREA}/"]`).click();
  await page.waitForURL(`**/areas/${AREA}/`);
  await page.locator("section:has(> #resources) a.work-title").first().click();
  await page.waitForURL("**/references/*/");
  await page.locator(`.uses a[href$="/areas/${AREA}/"]`).click();
  await page.waitForURL(`**/areas/${AREA}/`);
  await page.locator("a.site-name").click();
  await page.waitForURL(`${url}/`);
});
