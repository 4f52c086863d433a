// The route finder as a reader uses it: with the keyboard, from a shared address, from the file system, without JavaScript.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { packageFolder } from "./lib/folders.mjs";
import { overflow } from "./lib/overflow.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
import { GOAL, openSite, pick, stepsOf, TITLE } from "./lib/route-finder.mjs";
import { graphOf, loadAlgorithm, routeOfScript } from "./lib/routes.mjs";

test("a reader plans a route with the keyboard alone", async (t) => {
  const { page, url, site } = await openSite(t);
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  await pick(page, "#want-input", "ntk");
  await pick(page, "#know-input", "qft");
  await pick(page, "#know-input", "measure th");
  assert.deepEqual(await page.locator(".chip a").allInnerTexts(), [
    "Neural tangent kernel and lazy training",
    "Quantum field theory",
    "Measure theory and integration",
  ]);

  const known = ["quantum-field-theory", "measure-theory"];
  const expected = routeOfScript(await loadAlgorithm(), await graphOf(site), [GOAL], known);
  assert.deepEqual(await stepsOf(page), expected.steps.map(({ entry }) => entry));
  const count = `${expected.steps.length} new, ${expected.relied.length} known`;
  assert.equal(await page.locator("#found").innerText(), `Your route: ${count}`);
  assert.match(await page.locator("#said").textContent(), new RegExp(count), "and it is said to those who cannot see it");
  for (const step of await page.locator(".route-steps > li:not(.goal)").all()) {
    assert.ok((await step.locator(".reasons li").count()) > 0, "each step has a reason");
  }
  assert.equal(new URL(page.url()).hash, `#want=${GOAL}&know=${known}`);

  // What is ticked is gone, with all that only it needed, and the focus is on what follows.
  const [first] = await stepsOf(page);
  await page.locator(".route-steps .tick input").first().focus();
  await page.keyboard.press("Space");
  assert.ok(!(await stepsOf(page)).includes(first));
  assert.ok(await page.locator(".route-steps .tick input").first().evaluate((box) => box === document.activeElement));
  await page.reload();
  assert.ok(!(await stepsOf(page)).includes(first), "and that is kept");
  assert.equal(await page.locator(".shared-note").count(), 0);

  // Esc closes the offers; the arrows walk through them.
  await page.locator("#want-input").fill("kernel");
  await page.keyboard.press("ArrowDown");
  const active = await page.locator("#want-input").getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#want-input").getAttribute("aria-expanded"), "false");
});

test("offers are found by accents, other names, topics and initials", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  const offered = async (words) => {
    await page.locator("#want-input").fill(words);
    return page.locator("#want-options [role=option]").allInnerTexts();
  };
  assert.match((await offered("PDE"))[0], /^Partial differential equations/);
  assert.match((await offered("lazy"))[0], /lazy training/);
  assert.match((await offered("Poincare"))[0] ?? "", /./);
  assert.deepEqual(await offered("xyzzy"), ["Nothing on this map has such a name."]);
  const { topics } = await graphOf(await build(t));
  assert.ok((await offered(topics[0])).length > 0, "a topic gives its entries");
});

test("a route can be taken along", async (t) => {
  const { page, url, site } = await openSite(t);
  await page.goto(`${url}/route/#want=${GOAL}&know=measure-theory`);
  assert.equal(await page.title(), TITLE);
  const copy = page.getByRole("button", { name: "Copy as Markdown" });
  const { width } = await copy.boundingBox();
  await copy.click();
  const copied = page.getByRole("button", { name: "Markdown copied" });
  await copied.waitFor();
  assert.equal((await copied.boundingBox()).width, width, "the button is as wide as before");
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  const steps = await stepsOf(page);
  assert.equal(markdown.match(/^\d+\. \*\*\[/gm).length, steps.length);
  assert.ok(markdown.includes(`](${url}/areas/${GOAL}/)** (goal)`));
  assert.ok(markdown.includes(`Made at ${page.url()}`));
  await copy.waitFor();

  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button", { hasText: "Download .bib" }).click()]);
  const bib = await readFile(await download.path(), "utf8");
  await page.getByRole("button", { name: "Downloaded" }).waitFor();
  const { entries, works } = await graphOf(site);
  const read = steps.flatMap((slug) => {
    const { read: first, then } = entries.find((entry) => entry.slug === slug);
    return slug === GOAL ? [first, then] : [first];
  });
  const named = read.filter((found) => found);
  const keys = new Set(named.map(({ work }) => works[work].key));
  for (const { work, note } of named) assert.ok(markdown.includes(`](${url}/references/${works[work].key}/)`) && markdown.includes(note.slice(0, 20)));
  assert.deepEqual([...bib.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key), [...keys]);
  assert.ok(keys.size > 3);

  const chart = await page.locator(".actions a").getAttribute("href");
  assert.equal(chart, `${url}/#route=${steps}`, "the root has one address on the web");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(
    await Promise.all([".wish", ".actions", ".tick", "#all", ".step h3", ".only-print"].map((part) => page.locator(part).first().isVisible())),
    [false, false, false, false, true, true],
  );
  await page.locator("details.helpful").evaluate((details) => (details.open = true));
  assert.equal(await page.locator("#finder button:visible").count(), 0, "paper has no buttons");
  assert.equal(await page.locator(".route-address").innerText(), page.url(), "but the address of the route");
  const sources = named.map(({ work }) => works[work].source).filter((source) => source);
  assert.ok(sources.length > 3);
  assert.deepEqual(await page.locator(".work-address:visible").allInnerTexts(), sources, "and those of the works");
});

test("somebody else's knowledge is not taken for the reader's own", async (t) => {
  const { page, url } = await openSite(t);
  const note = page.locator(".shared-note");
  const keptNames = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("portolan")));
  await page.goto(`${url}/route/#want=${GOAL}&know=measure-theory`);
  assert.equal(await page.title(), TITLE);
  assert.match(await note.innerText(), /^This address came with its own list of what is known\. Nothing of it is kept in your browser unless you say so\./);
  assert.equal(await page.locator("#know .chip").count(), 1, "who has said nothing yet sees it as it is");
  assert.deepEqual(await keptNames(), [], "but nothing of it is kept");
  await page.locator(".route-steps .tick input").first().click();
  await page.locator("#want button", { hasText: "×" }).click();
  assert.equal(await note.count(), 1);
  assert.deepEqual(await keptNames(), [], "also when the reader changes something");
  await page.goto(`${url}/route/`);
  assert.equal(await page.locator(".chip").count(), 0, "the reader has still said nothing");
  await page.goto(`${url}/route/#want=kernel-methods&know=measure-theory`);
  await page.getByRole("button", { name: "Leave it out" }).click();
  assert.equal((await note.count()) + (await page.locator("#know .chip").count()), 0);
  await page.goto(`${url}/route/#want=${GOAL}&know=measure-theory`);
  await page.getByRole("button", { name: "Keep this as mine" }).click();
  assert.equal(await note.count(), 0);
  await page.goto(`${url}/route/#want=rkhs`);
  await page.locator("#want .chip", { hasText: "Reproducing kernel Hilbert spaces" }).waitFor();
  assert.equal(await page.locator("#know .chip").count(), 1, "only what the reader has kept");
  await page.goto(`${url}/route/#want=${GOAL}&know=kernel-methods`);
  await note.waitFor();
  assert.match(await note.innerText(), /differs from yours\. Nothing of it is kept/);
  const theirs = await stepsOf(page);
  await page.locator("button", { hasText: "Use what I know" }).click();
  assert.equal(await page.locator(".shared-note").count(), 0);
  assert.notDeepEqual(await stepsOf(page), theirs);
  assert.equal(new URL(page.url()).hash, `#want=${GOAL}&know=measure-theory`);
});

test("the focus and what is open stay where they were when the answer is made anew", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/route/#want=${GOAL}`);
  assert.equal(await page.title(), TITLE);
  await pick(page, "#know-input", "measure th");
  const inside = (part) => page.evaluate((name) => document.activeElement.closest(name) !== null, part);
  const more = page.locator("details.helpful");
  await more.locator("summary").first().click();
  await more.locator("button").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await more.evaluate((details) => details.open), "what is helpful stays open");
  assert.ok(await inside("details.helpful"));
  await page.locator("details.relied > summary").click();
  await page.locator("details.relied .tick input").focus();
  await page.keyboard.press("Space");
  assert.ok(await inside("#found"), "where its part is gone, the heading has the focus");
  await pick(page, "#know-input", "measure th");
  while ((await page.locator("#want .chip button").count()) > 0) await page.locator("#want .chip button").first().click();
  await page.locator(".next button").first().focus();
  await page.keyboard.press("Enter");
  assert.equal((await stepsOf(page)).length, 1);
  assert.ok(await inside("#found"));
});

test("a path can be taken as a wish", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  const take = page.locator("a.take").first();
  const wish = new URLSearchParams((await take.getAttribute("href")).slice(1));
  await take.click();
  assert.deepEqual((await stepsOf(page)).sort(), wish.get("want").split(",").sort(), "the steps of the path, since it says what it assumes");
  await page.locator("#know button", { hasText: "Clear all" }).click();
  assert.ok((await stepsOf(page)).length > wish.get("want").split(",").length);
});

test("entries say whether they can be read now", async (t) => {
  const { page, url, site } = await openSite(t);
  const algorithm = await loadAlgorithm();
  const graph = await graphOf(site);
  const missing = (goal, known) => routeOfScript(algorithm, graph, [goal], known).steps.length - 1;
  await page.goto(`${url}/areas/${GOAL}/`);
  assert.match(await page.title(), /^Neural tangent kernel/);
  const standing = page.locator(".standing");
  assert.equal(await standing.innerText(), "", "nothing is said to who has said nothing");

  await page.goto(`${url}/mathematics/functional-analysis/`);
  const button = page.locator(".what-next button");
  await button.click();
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.equal(await standing.innerText(), "You know this.");
  assert.match(await page.locator(".needs .need-head").first().innerText(), /✓/, "what it needs is known too");
  // What it opens is ranked by how far it is.
  for (const list of await page.locator("section:has(> #unlocks) .needs-list").all()) {
    const far = await list.locator(".distance").allInnerTexts();
    const numbers = far.map((words) => Number(/^\d+/.exec(words)?.[0] ?? 0));
    assert.ok(numbers.length > 0);
    assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
  }

  await page.goto(`${url}/areas/${GOAL}/`);
  assert.match(await standing.innerText(), new RegExp(`^${missing(GOAL, ["functional-analysis"])} things are missing: `));
  await page.locator("a", { hasText: "Plan my way here" }).click();
  await page.locator(".route-steps").waitFor();
  assert.equal((await stepsOf(page)).length - 1, missing(GOAL, ["functional-analysis"]), "the route finder knows it too");
  assert.equal(await page.locator(".shared-note").count() + (await page.locator("#know .chip").count()), 1);

  await page.goto(`${url}/mathematics/functional-analysis/`);
  await button.click();
  assert.equal(await standing.innerText(), "");
  assert.equal(await page.locator(".known-mark, .distance").count(), 0);
});

test("from the file system", async (t) => {
  const site = await build(t);
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const { take } = await watch(page, "file:");
  const file = (path) => pathToFileURL(join(site, path)).href;
  await page.goto(file("route/index.html"));
  assert.equal(await page.title(), TITLE);
  await pick(page, "#want-input", "ntk");
  await pick(page, "#know-input", "measure th");
  assert.ok((await stepsOf(page)).length > 5);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button", { hasText: "Download .bib" }).click()]);
  assert.match(await readFile(await download.path(), "utf8"), /^@/);
  assert.ok((await page.locator(".actions a").getAttribute("href")).startsWith(`${file("index.html")}#route=`));
  await page.locator(".route-steps h3 a").last().click();
  await page.waitForURL(`**/areas/${GOAL}/index.html`);
  assert.match(await page.locator(".standing").innerText(), /missing/);
  await page.locator(".standing a").first().click();
  await page.waitForURL("**/mathematics/*/index.html");
  assert.deepEqual(take(), []);
});

test("without JavaScript the page leads to the ways that are written out", async (t) => {
  const { page, url } = await openSite(t, { javaScriptEnabled: false });
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  assert.equal(await page.locator("#finder").isVisible(), false, "nothing is shown that does not work");
  assert.equal(await page.locator(".take").first().isVisible(), false);
  const way = page.locator(`#all ~ * a[href$="/areas/${GOAL}/#route"]`);
  assert.ok(await way.isVisible());
  await way.click();
  await page.waitForURL(`**/areas/${GOAL}/#route`);
  assert.equal(await page.locator(".what-next").isVisible(), false);
  assert.ok(await page.locator("details.route summary").isVisible());
});

test("a planned route has no barrier and fits into every window", async (t) => {
  const { page, url } = await openSite(t, { reducedMotion: "reduce" });
  const axe = await readFile(join(packageFolder("axe-core"), "axe.min.js"), "utf8");
  await page.goto(`${url}/route/#want=${GOAL},transformer-theory&know=measure-theory`);
  assert.equal(await page.title(), TITLE);
  await page.evaluate(axe);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const found = [];
  const look = async (where) => {
    const violations = await page.evaluate(() => globalThis.axe.run(document, { rules: { "target-size": { enabled: true } } }).then((result) => result.violations));
    for (const { id, nodes } of violations) for (const { target } of nodes) found.push({ where, what: `${id}: ${target}` });
  };
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 390, 820, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${colorScheme}, ${width} px`;
      const wide = await page.evaluate(overflow);
      if (wide) found.push({ where, what: wide });
      if ([390, 1440].includes(width)) await look(where);
    }
    await page.locator("#want-input").fill("the");
    await look(`${colorScheme}, with offers`);
    await page.locator("#want-input").fill("");
    await page.keyboard.press("Escape");
  }
  // An entry that the reader knows, with its marks.
  await page.goto(`${url}/mathematics/functional-analysis/`);
  await page.evaluate(axe);
  await page.locator(".what-next button").click();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await look(`an entry, ${colorScheme}`);
  }
  assert.ok((await page.locator(".known-mark").count()) > 0 && (await page.locator(".distance").count()) > 0);
  assertNone(found, "barriers");
});
