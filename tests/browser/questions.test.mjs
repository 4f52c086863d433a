// Somebody with one piece of mathematics asks which open questions it helps to attack; and what stands around them: topics, paths,
// citations.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { build } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

const SITE = "The mathematics of AI";
const NEED = "optimal-transport";
const DIRECT = [
  "Do wide networks have a single basin, up to permuting neurons?",
  "How fast does mean-field training converge when there is no noise?",
  "How many layers does a well-conditioned normalising flow need?",
];
/** A question that names an area which cannot do without something that the question does not name. */
const THROUGH = { need: "odes", title: "Ordinary differential equations", question: "What does gradient descent on a deep matrix factorisation select?", area: "Deep linear networks" };

async function openSite(t, options = {}) {
  const server = await startServer(t);
  server.mount("/repo/", await build(t));
  const browser = await startBrowser(t);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const watcher = await watch(page, server.url);
  const go = async (address, title) => {
    await page.goto(`${server.url}/repo/${address}`);
    assert.equal(await page.title(), `${title} · ${SITE}`);
  };
  return { page, context, watcher, go, url: `${server.url}/repo/` };
}

const shown = (page) => page.locator(".question-group .card:visible .card-head");
const titles = (page, selector) => page.locator(selector).allInnerTexts();

test("which questions can be attacked with something is asked at the top", async (t) => {
  const { page, watcher, go, url } = await openSite(t, { viewport: { width: 1024, height: 768 } });
  await go("questions/", "Open questions");
  const all = await shown(page).count();
  const select = page.getByRole("combobox", { name: "I can use" });
  assert.ok((await select.boundingBox()).y < 768, "without scrolling");
  await select.selectOption({ label: "Optimal transport" });
  const found = await shown(page).allInnerTexts();
  for (const title of DIRECT) assert.ok(found.includes(title), title);
  assert.ok(found.length < all / 2, `${found.length} of ${all}`);
  assert.equal(await page.locator("#filters [role=status]").innerText(), `${found.length} of ${all} questions`);
  assert.equal(await page.locator(".question-group:visible:not(:has(.card:not([hidden])))").count(), 0, "no field without a question");
  assert.equal(await page.locator(".card:visible", { hasText: DIRECT[0] }).locator(".through").count(), 0);

  assert.equal(page.url(), `${url}questions/#need=${NEED}`);
  await page.reload();
  assert.deepEqual(await shown(page).allInnerTexts(), found, "the address keeps the choice");
  await select.selectOption({ label: THROUGH.title });
  const notes = page.locator(".card:visible", { hasText: THROUGH.question }).locator(".through");
  assert.equal(await notes.innerText(), `Needs ${THROUGH.title} through ${THROUGH.area}.`);
  await select.selectOption("");
  assert.equal(await shown(page).count(), all);
  assert.equal(await page.locator(".through").count(), 0);
  assert.equal(page.url(), `${url}questions/`);
  await page.goto(`${url}questions/#need=no-such-thing`);
  assert.equal(await shown(page).count(), all);
  assert.deepEqual(watcher.take(), []);
});

test("the jumps lead to the two orders, and every card says what is essential and what helps", async (t) => {
  const { page, go } = await openSite(t);
  await go("questions/", "Open questions");
  const jumps = page.getByRole("navigation", { name: "Ways to look for a question" });
  assert.match((await jumps.innerText()).replace(/\s+/g, " "), /^20 questions: by field by what you need$/);
  await jumps.getByRole("link", { name: "by what you need" }).click();
  await page.waitForFunction(() => document.getElementById("by-need").getBoundingClientRect().top < innerHeight);
  const card = page.locator(".card", { hasText: DIRECT[0] });
  const lines = (await card.locator(".about-links").allInnerTexts()).map((line) => line.replace(/\s+/g, " "));
  assert.deepEqual(lines, [
    "You need: Non-convex loss landscapes and mode connectivity · Optimal transport",
    "Helpful: Mean-field limits of training",
    "Hangs on: Non-convex loss landscapes and mode connectivity · Lottery tickets, pruning and sparsity",
  ]);
  await card.getByRole("link", { name: "Optimal transport" }).click();
  await page.waitForURL("**/mathematics/optimal-transport/");
});

test("the index by need lists what comes through areas behind what is named, and what all need not at all", async (t) => {
  const { page, go } = await openSite(t, { javaScriptEnabled: false });
  await go("questions/", "Open questions");
  assert.equal(await page.locator("#filters").isVisible(), false);
  const row = async (need) => (await titles(page, `[data-need="${need}"] .attacked`)).map((text) => text.replace(/\s+/g, " "));
  assert.deepEqual((await row(NEED)).slice(0, DIRECT.length), DIRECT, "those that name it first, by title");
  const found = await row(THROUGH.need);
  const at = found.indexOf(`${THROUGH.question} through ${THROUGH.area}`);
  assert.ok(at > 0, found.join("\n"));
  assert.doesNotMatch(found[0], / through /, "behind what names it");
  assert.equal(await page.locator('[data-need="linear-algebra"]').count(), 0);
  assert.match(await page.locator(".common-ground").innerText(), /^Common ground.*Linear algebra \(\d+\)/);
  assert.match(await page.locator('[data-need="probability"] dd').innerText(), /· \d+ more through others$/);
});

test("an entry says in its head how many questions it helps to attack, and then which and why", async (t) => {
  const { page, watcher, go, url } = await openSite(t);
  await go(`mathematics/${NEED}/`, "Optimal transport");
  const cards = page.locator('section:has(> #attacks) .card');
  const count = await cards.count();
  await page.locator(".page-head").getByRole("link", { name: `${count} open questions that it helps to attack` }).click();
  assert.equal(new URL(page.url()).hash, "#attacks");
  assert.deepEqual((await cards.locator(".card-head").allInnerTexts()).slice(0, DIRECT.length), DIRECT);
  assert.match(await cards.first().locator(".why").innerText(), /^essential: \S/);
  await page.getByRole("link", { name: "Among all open questions" }).click();
  await page.waitForURL(`${url}questions/#need=${NEED}`);
  await page.locator("#filters [role=status]", { hasText: `${count} of` }).waitFor();
  assert.equal(await shown(page).count(), count, "the list agrees");

  await go(`mathematics/${THROUGH.need}/`, THROUGH.title);
  assert.equal(await cards.filter({ hasText: THROUGH.question }).locator(".why").innerText(), `through ${THROUGH.area}`);

  await go("mathematics/linear-algebra/", "Linear algebra");
  assert.equal(await page.locator('section:has(> #attacks) .card').count(), 0, "what all need is not listed");
  assert.match(await page.locator('section:has(> #attacks)').innerText(), /\d+ open questions need it through others/);
  assert.equal(await page.locator(".attacks-line").count(), 0);
  assert.deepEqual(watcher.take(), []);
});

test("a question says what is missing for this reader, and checks what is known", async (t) => {
  const { page, watcher, go } = await openSite(t);
  const title = DIRECT[0];
  await go("questions/one-basin/", title);
  const standing = page.locator(".what-next .standing");
  assert.equal(await standing.innerText(), "", "nothing is said to who said nothing");
  await go(`mathematics/${NEED}/`, "Optimal transport");
  await page.getByRole("button", { name: "I know this" }).click();
  await go("questions/one-basin/", title);
  const missing = Number(/^(\d+) things are missing: /.exec(await standing.innerText())?.[1]);
  assert.ok(missing > 0, await standing.innerText());
  assert.deepEqual(await titles(page, ".need-head:has(.known-mark) > a"), ["Optimal transport"]);
  await standing.getByRole("link").first().click();
  await page.waitForURL(/\/(areas|mathematics)\/[^/]+\/$/);
  await go("areas/nonconvex-landscapes/", "Non-convex loss landscapes and mode connectivity");
  await page.getByRole("button", { name: "I know this" }).click();
  await go("questions/one-basin/", title);
  assert.equal(await standing.innerText(), "You have what it needs.");
  assert.deepEqual(watcher.take(), []);
});

test("the pages of topics list what is open and disputed about their entries", async (t) => {
  const { page, go } = await openSite(t, { javaScriptEnabled: false });
  await go("topics/transport/", "Transport");
  assert.ok((await titles(page, "section:has(> #questions) .card-head")).includes(DIRECT[1]));
  await go("topics/interpretability/", "Interpretability");
  assert.ok((await page.locator("section:has(> #debates) .card").count()) > 0);
});

test("lists without an order of their own stand by their titles", async (t) => {
  const { page, go } = await openSite(t, { javaScriptEnabled: false });
  const sorted = (list) => [...list].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  for (const [address, title] of [["topics/", "Topics"], ["debates/", "Debates"]]) {
    await go(address, title);
    const found = await titles(page, ".cards .card-head");
    assert.ok(found.length > 5);
    assert.deepEqual(found, sorted(found), address);
  }
  await go("questions/", "Open questions");
  const groups = await page.locator(".question-group").evaluateAll((all) => all.map((group) => [...group.querySelectorAll(".card-head")].map((head) => head.textContent)));
  assert.deepEqual(groups, groups.map(sorted));
});

test("questions and debates can be cited, and every block of BibLaTeX can be copied", async (t) => {
  const { page, context, watcher, go, url } = await openSite(t);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const pages = [
    ["questions/one-basin/", DIRECT[0], "https://"],
    ["debates/rigour-or-heuristics/", null, "https://"],
    ["areas/neural-tangent-kernel/", "Neural tangent kernel and lazy training", "https://"],
    ["references/jacot2018neural/", null, "author = {Jacot"],
  ];
  for (const [address, title, holds] of pages) {
    if (title) await go(address, title);
    else {
      await page.goto(url + address);
      assert.match(await page.title(), / · The mathematics of AI$/);
    }
    if (!address.startsWith("references/")) assert.equal(await page.locator("#cite").innerText(), "Cite this page");
    const box = page.locator(".bibtex-box");
    const button = box.getByRole("button");
    assert.equal(await button.innerText(), "Copy");
    await button.click();
    await box.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await box.getByRole("status").innerText(), "Copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await box.locator("code").textContent());
    assert.ok(copied.startsWith("@") && copied.includes(holds), copied);
    await box.getByRole("button", { name: "Copy", exact: true }).waitFor();
  }
  assert.deepEqual(watcher.take(), []);
});

test("without scripts there is no button that would do nothing", async (t) => {
  const { page, go } = await openSite(t, { javaScriptEnabled: false });
  await go("questions/one-basin/", DIRECT[0]);
  assert.ok(await page.locator("pre.bibtex").isVisible());
  assert.equal(await page.locator(".bibtex-box button").isVisible(), false);
});

const PATH = "From analysis to the flows of training";

/** The paths on the page of an entry, each with whether it is marked. */
const onPaths = (page) =>
  page.locator(".on-paths li").evaluateAll((all) => all.map((one) => [one.querySelector(".on-path-head").textContent, one.matches(".is-mine")]));

async function walk(t, { page, go }) {
  await go("paths/analyst/", PATH);
  const steps = await page.locator(".steps > li").count();
  await page.locator(".steps > li .card-head a").first().click();
  let shared = 0;
  for (let step = 1; step <= steps; step += 1) {
    await page.waitForURL(/#path=analyst$/);
    const paths = await onPaths(page);
    shared += Number(paths.length > 1);
    assert.deepEqual(paths[0], [PATH, true], `step ${step}: ${await page.title()}`);
    assert.ok(paths.slice(1).every(([, mine]) => !mine));
    const mine = page.locator(".on-paths .is-mine");
    assert.match(await mine.innerText(), new RegExp(`^Your path:\\s+Step ${step} of ${steps}\\s`));
    assert.match(await page.locator(".on-paths-line").innerText(), new RegExp(`^Your path:\\s+Step ${step} of ${steps}`));
    if (step < steps) await mine.getByText("Next:").getByRole("link").click();
  }
  assert.ok(shared > 0, "some step is on another path too, or this test needs another path");
  t.diagnostic(`${steps} steps, ${shared} of them on other paths too`);
}

test("who comes along a path stays on it, and finds at its end what is open", async (t) => {
  const site = await openSite(t);
  const { page, watcher } = site;
  await walk(t, site);
  const end = page.locator(".on-paths .is-mine .on-path-links");
  assert.match(await end.innerText(), /This is its last step\.\s+\d+ open questions hang on this path/);
  const count = Number(/(\d+) open questions/.exec(await end.innerText())[1]);
  await end.getByRole("link", { name: "open questions" }).click();
  await page.waitForURL("**/paths/analyst/#questions");
  assert.equal(await page.locator("section:has(> #questions) .card").count(), count);
  assert.deepEqual(watcher.take(), []);
});

test("a path is also walked on a disk, and without scripts all paths are alike", async (t) => {
  const folder = await build(t);
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const base = pathToFileURL(`${folder}/`).href;
  const go = async (address, title) => {
    await page.goto(`${base}${address}index.html`);
    assert.equal(await page.title(), `${title} · ${SITE}`);
  };
  await walk(t, { page, go });

  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${base}mathematics/${NEED}/index.html#path=analyst`);
  assert.equal(await plain.title(), `Optimal transport · ${SITE}`);
  assert.equal(await plain.locator(".is-mine, .my-path").count(), 0);
  assert.ok(await plain.locator(".on-paths li").first().isVisible());
});

test("names with particles are cited whole, and works of one year are told apart", async (t) => {
  const { page, go, url } = await openSite(t, { javaScriptEnabled: false });
  await page.goto(`${url}references/`);
  assert.equal(await page.title(), `References · ${SITE}`);
  await go("claims/", "What is claimed");
  const sources = new Map(await page.locator(".claim-sources a").evaluateAll((links) => links.map((link) => [link.href, link.textContent])));
  const short = [...sources.values()];
  assert.equal(new Set(short).size, short.length, "no two works are cited alike");
  assert.ok(short.includes("Caponnetto and De Vito 2007"), short.filter((one) => one.startsWith("Caponnetto")).join());
  assert.ok(!short.some((one) => /^(Vito|Arous|Summa|Sarma|Raedt|Broeck)\b/.test(one)));
});
