// The page of claims, for somebody with one subject.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser, watch } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const TITLE = "What is claimed · The mathematics of AI";

async function openClaims(t, options = {}) {
  const server = await startServer(t);
  server.mount("/repo/", await build(t));
  const browser = await startBrowser(t);
  const page = await browser.newPage(options);
  const watcher = await watch(page, server.url);
  const url = `${server.url}/repo/claims/`;
  await page.goto(url);
  assert.equal(await page.title(), TITLE);
  return { page, watcher, url };
}

const shown = (page) => page.locator(".claims > li:visible");
const heads = (page) => shown(page).locator(".claim-head").allInnerTexts();

test("what is proved about a subject is a few keys away", async (t) => {
  const { page, watcher } = await openClaims(t);
  const all = await shown(page).count();
  await page.getByRole("searchbox", { name: "About" }).fill("double descent");
  const found = await heads(page);
  assert.ok(found.length > 1 && found.length < all / 4, `${found.length} of ${all}`);
  assert.ok(found.some((head) => /Theorem \d+ of Double descent|Double descent.*proved/.test(head)), found.join("\n"));
  assert.equal(await page.locator("#filters [role=status]").innerText(), `${found.length} of ${all} claims`);
  // Headings without claims are gone, and the jumps count what is there.
  const empty = await page.locator(".claim-field:visible").evaluateAll((fields) => fields.filter((field) => !field.querySelector("li:not([hidden])")).length);
  assert.equal(empty, 0);
  const counts = await page.locator(".jump li:visible .aside-note").allInnerTexts();
  assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), found.length);
  assert.deepEqual(watcher.take(), []);
});

test("accents, formulas and the field count; the address keeps the choice", async (t) => {
  const { page, url } = await openClaims(t);
  const about = page.getByRole("searchbox", { name: "About" });
  await about.fill("bartlett");
  assert.ok((await shown(page).count()) > 0, "the source of a claim is a word of it");
  await about.fill("xyzzy");
  assert.equal(await shown(page).count(), 0);
  await about.fill("");
  const field = page.getByRole("combobox", { name: "Field" });
  const values = await field.locator("option").evaluateAll((options) => options.map((option) => option.value).filter((value) => value));
  assert.ok(values.length > 5);
  await field.selectOption(values[0]);
  const fields = await page.locator(".claim-field:visible").evaluateAll((parts) => parts.map((part) => part.dataset.field));
  assert.deepEqual([...new Set(fields)], [values[0]]);
  const heard = await heads(page);
  assert.equal(page.url(), `${url}#field=${values[0]}`);
  await page.reload();
  assert.deepEqual(await heads(page), heard);
  await field.selectOption("");
  assert.equal(page.url(), url);
});

test("without scripts every claim is there, and no filter", async (t) => {
  const { page } = await openClaims(t, { javaScriptEnabled: false });
  assert.equal(await page.locator("#filters").isVisible(), false);
  assert.ok((await shown(page).count()) > 100);
});
