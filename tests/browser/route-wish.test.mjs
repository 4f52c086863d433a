// What the route finder does with a wish: each change can be undone, the address says it, what is used stays in its place, and the
// entries on the way know the route.

import assert from "node:assert/strict";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser, watch } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/folders.mjs";
import { build } from "./lib/portolan.mjs";
import { GOAL, openSite, pick, stepsOf, TITLE } from "./lib/route-finder.mjs";
import { graphOf, loadAlgorithm } from "./lib/routes.mjs";

const chipsOf = (page, part) => page.locator(`#${part} .chip a`).allInnerTexts();
const hashOf = (page) => new URL(page.url()).hash;
const knownIn = (page) => page.evaluate(() => Object.keys(JSON.parse(localStorage["portolan /repo/ known"])));
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

test("every change of the wish can be undone, one after the other", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  const undo = page.getByRole("button", { name: /^Undo/ });
  const did = page.locator("#did");
  assert.equal(await undo.count(), 0, "there is nothing to undo yet");
  await pick(page, "#want-input", "ntk");
  await pick(page, "#know-input", "measure th");
  const before = [await chipsOf(page, "want"), await chipsOf(page, "know"), hashOf(page)];

  await page.getByRole("link", { name: /^Use this path/ }).first().click();
  const goals = (await chipsOf(page, "want")).length;
  const added = (await chipsOf(page, "know")).length - 1;
  assert.ok(goals > 3 && added > 3);
  assert.equal(await did.innerText(), `${goals} goals; ${added} entries were added to what you know.`);
  assert.ok((await page.locator("#said").textContent()).startsWith(await did.innerText()), "which is said too");
  assert.ok(await hasFocus(page.locator("#found")));
  await page.locator("#know").getByRole("button", { name: "Clear all" }).click();
  assert.equal((await chipsOf(page, "know")).length, 0);
  await page.locator("#want").getByRole("button", { name: /^Remove/ }).first().click();

  // With the keyboard: what is behind the heading.
  await page.locator("#found").focus();
  await page.keyboard.press("Tab");
  assert.ok(await hasFocus(undo));
  await page.keyboard.press("Enter");
  assert.equal((await chipsOf(page, "want")).length, goals);
  assert.match(await page.locator("#said").textContent(), /^Undone: .* no longer wanted\. Your route has/);
  assert.ok(await hasFocus(undo), "so that it can be pressed again");
  await page.keyboard.press("Enter");
  assert.equal((await chipsOf(page, "know")).length, added + 1);
  await page.keyboard.press("Enter");
  assert.deepEqual([await chipsOf(page, "want"), await chipsOf(page, "know"), hashOf(page)], before);
  assert.deepEqual(await knownIn(page), ["measure-theory"], "what is kept is undone too");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  assert.deepEqual([await chipsOf(page, "want"), await chipsOf(page, "know"), hashOf(page)], [[], [], ""]);
  assert.equal(await undo.count(), 0);
  assert.ok(await hasFocus(page.locator("#found")));

  // Ticking and adding; and somebody else's list, which is not the reader's any more.
  await pick(page, "#want-input", "ntk");
  const steps = await stepsOf(page);
  await page.locator(".route-steps .tick input").first().click();
  await undo.click();
  assert.deepEqual(await stepsOf(page), steps);
  await page.goto(`${url}/route/#want=${GOAL}&know=measure-theory`);
  await page.getByRole("button", { name: "Keep this as mine" }).click();
  assert.deepEqual(await knownIn(page), ["measure-theory"]);
  await undo.click();
  assert.deepEqual(await knownIn(page), []);
  assert.equal(await page.locator(".shared-note").count(), 1);
});

test("the address says what is shown", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  await pick(page, "#want-input", "ntk");
  await pick(page, "#know-input", "measure th");
  const whole = `#want=${GOAL}&know=measure-theory`;
  await page.goto(`${url}/topics/`);
  await page.goto(`${url}/route/`);
  assert.equal(hashOf(page), whole, "without a wish in it");
  await page.goto(`${url}/route/#want=rkhs`);
  await page.locator("#want .chip", { hasText: "Reproducing kernel Hilbert spaces" }).waitFor();
  assert.equal(hashOf(page), "#want=rkhs&know=measure-theory", "with goals alone");
  // The reader learns something elsewhere: the address was this reader's own, so it is nobody else's list.
  await page.goto(`${url}/mathematics/probability/`);
  await page.locator(".what-next button").click();
  await page.goBack();
  await page.locator(".route-steps").waitFor();
  assert.equal(hashOf(page), "#want=rkhs&know=measure-theory,probability");
  assert.equal(await page.locator(".shared-note").count(), 0);
  await page.goto(`${url}/route/#rules`);
  await page.reload();
  assert.deepEqual([hashOf(page), await page.locator("#want .chip").count()], ["#rules", 1], "a place of the page is no wish");
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Link copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${url}/route/#want=rkhs&know=measure-theory,probability`);
});

test("what is chosen already is offered as such", async (t) => {
  const { page, url } = await openSite(t);
  await page.goto(`${url}/route/#want=${GOAL}`);
  assert.equal(await page.title(), TITLE);
  await page.locator("#want-input").fill("neural tangent");
  const [first] = await page.locator("#want-options [role=option]").allInnerTexts();
  assert.match(first, /^Neural tangent kernel and lazy training\s+already chosen · /);
  await page.keyboard.press("Enter");
  assert.equal(hashOf(page), `#want=${GOAL}`);
  assert.equal(await page.locator("#said").textContent(), "Neural tangent kernel and lazy training is already chosen; nothing has changed.");
  assert.equal(await page.getByRole("button", { name: /^Undo/ }).count(), 0);
  await page.locator("#want-input").click();
  assert.ok(!(await page.locator("#want-options").innerText()).includes("already chosen"), "who asks for nothing is offered what is new");
});

test("what is used stays at its height, and what was added is no goal", async (t) => {
  const { page, url } = await openSite(t, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}/route/#want=${GOAL},transformer-theory`);
  assert.equal(await page.title(), TITLE);
  await page.locator("details.helpful > summary").click();
  const focused = () => page.evaluate(() => document.activeElement.getBoundingClientRect().top);
  const uses = [
    page.locator("details.helpful button").first(),
    page.locator(".route-steps .tick input").nth(5),
    page.locator(".route-steps .tick input").nth(2),
    page.locator("details.helpful button").first(),
  ];
  for (const control of uses) {
    await control.scrollIntoViewIfNeeded();
    await control.focus();
    const top = await focused();
    await page.keyboard.press("Space");
    const moved = Math.abs((await focused()) - top);
    assert.ok(moved < 2, `moved by ${moved} px`);
  }
  const added = page.locator(".route-steps > li", { has: page.getByText("added", { exact: true }) });
  assert.equal(await added.count(), 2);
  assert.equal(await page.locator(".route-steps > li.goal").count(), 2, "goals are what the reader asked for");
  assert.match(hashOf(page), new RegExp(`^#want=${GOAL},transformer-theory&also=[a-z-]+,[a-z-]+&know=`));
  const shown = await stepsOf(page);
  await page.reload();
  assert.deepEqual(await stepsOf(page), shown);
  assert.equal(await added.count(), 2);
});

test("with many goals both fields stay within reach", async (t) => {
  const { page, url } = await openSite(t, { viewport: { width: 1440, height: 700 } });
  await page.goto(`${url}/route/`);
  assert.equal(await page.title(), TITLE);
  await page.getByRole("link", { name: /^Use this path/ }).first().click();
  const column = () =>
    page.evaluate(() => {
      scrollTo({ top: 2000, behavior: "instant" });
      const box = (part) => document.querySelector(part).getBoundingClientRect();
      const rows = ["want", "know"].map((part) => {
        const list = box(`#${part} .chips`);
        return [...document.querySelectorAll(`#${part} .chips > li`)].filter((chip) => chip.getBoundingClientRect().bottom <= list.bottom + 1).length;
      });
      return { top: box("#want-input").top, bottom: box("#know .chips").bottom, rows };
    });
  const high = await column();
  assert.ok(high.top > 0 && high.bottom <= 700, JSON.stringify(high));
  assert.ok(Math.min(...high.rows) >= 2, `${high.rows} chips are seen`);
  await page.setViewportSize({ width: 1440, height: 500 });
  assert.ok((await column()).top < 0, "in a low window the column goes with the page");
});

test("each step says what to read and why, and what is known where it comes from", async (t) => {
  const { page, url, site } = await openSite(t);
  const graph = await graphOf(site);
  const { entries, works } = graph;
  const algorithm = await loadAlgorithm();
  // A goal on whose way a step goes on in the work of the one before.
  const stepsTo = (goal) => algorithm.route(entries, [goal], []).steps.map(({ place }) => place);
  const repeats = (steps) => steps.findIndex((place, at) => at > 0 && entries[place].read.work === entries[steps[at - 1]].read.work);
  const goal = [...entries.keys()].find((place) => repeats(stepsTo(place)) > 0);
  const steps = stepsTo(goal);
  await page.goto(`${url}/route/#want=${entries[goal].slug}`);
  assert.equal(await page.title(), TITLE);
  const line = (lead, { work, role, part, note }) => {
    const { title, short } = works[work];
    return `${lead} ${title} (${role ? `${short}, ${role}` : short})${part ? `, ${part}` : ""}: ${note}`;
  };
  const expected = steps.flatMap((place, at) => {
    const { read, then } = entries[place];
    const first = line(at === repeats(steps) ? "Go on in" : "Start with", read);
    return place === goal ? [first, line("Then", then)] : [first];
  });
  const again = steps.map((place, at) => at > 0 && entries[place].read.work === entries[steps[at - 1]].read.work);
  assert.equal(again.filter((is) => is).length, 1, "the test knows of one");
  assert.deepEqual(await page.locator(".step-read").evaluateAll((lines) => lines.map((p) => [...p.childNodes].filter((node) => node.className === undefined || node.tagName === "A").map((node) => node.textContent).join(""))), expected);

  await page.goto(`${url}/route/#want=${GOAL}`);
  await pick(page, "#know-input", "measure th");
  const relied = page.locator("details.relied");
  const { length } = algorithm.route(entries, [entries.findIndex(({ slug }) => slug === GOAL)], [entries.findIndex(({ slug }) => slug === "measure-theory")]).relied;
  assert.equal(await page.locator("details.relied > summary").innerText(), `What you know and build on: ${length} (1 that you named, ${length - 1} that follow)`);
  await relied.locator("summary").click();
  assert.equal(await relied.getByText("follows from Measure theory and integration").count(), length - 1);
});

/** The line on the page of an entry that says where it stands on the route. */
const onRoute = (page) => page.getByRole("navigation", { name: "Your route" });

test("entries on the route say so", async (t) => {
  const { page, context, url, site } = await openSite(t);
  await page.goto(`${url}/route/#want=${GOAL}`);
  assert.equal(await page.title(), TITLE);
  const titles = await page.locator(".route-steps h3").allInnerTexts();
  const steps = await stepsOf(page);
  await page.locator(".route-steps h3 a").nth(3).click();
  await onRoute(page).waitFor();
  assert.equal(await onRoute(page).innerText(), `Step 4 of ${steps.length} on your route · before: ${titles[2]} · next: ${titles[4]} · back to the route`);
  await onRoute(page).getByRole("link", { name: titles[4] }).click();
  await page.waitForURL(`**/${steps[4]}/`);
  assert.match(await onRoute(page).innerText(), new RegExp(`^Step 5 of ${steps.length} `));
  await page.locator(".what-next button").click();
  assert.equal(await onRoute(page).count(), 0, "what is known is no step any more");
  await page.locator(".what-next button").click();
  await onRoute(page).getByRole("link", { name: "back to the route" }).click();
  await page.waitForURL("**/route/#*");
  assert.deepEqual(await stepsOf(page), steps);

  // Not on the route; something else in its place; another map on the same host.
  await page.goto(`${url}/areas/gans/`);
  assert.match(await page.title(), / · The mathematics of AI$/);
  assert.equal(await onRoute(page).count(), 0);
  for (const rubbish of ["{", '"words"', `[{"slug":"../../x","title":"T","kind":0}]`, `[{"slug":"${GOAL}","title":{},"kind":0}]`, `[{"slug":"${GOAL}","title":"T","kind":7}]`, "[null]"]) {
    await page.evaluate((text) => localStorage.setItem("portolan /repo/ route", text), rubbish);
    await page.goto(`${url}/areas/${GOAL}/`);
    assert.equal(await onRoute(page).count(), 0, rubbish);
  }
  await page.goto(`${url}/route/#want=${GOAL}`);
  const other = join(await temporaryFolder(t), "site");
  await cp(site, other, { recursive: true });
  t.after(() => rm(other, { recursive: true, force: true }));
  const elsewhere = await context.newPage();
  await elsewhere.route("**/elsewhere/**", (route) => route.fulfill({ path: join(other, new URL(route.request().url()).pathname.replace("/elsewhere/", "").replace(/\/$/, "/index.html")) }));
  await elsewhere.goto(`${new URL(url).origin}/elsewhere/areas/${GOAL}/`);
  assert.match(await elsewhere.title(), /^Neural tangent kernel/);
  assert.equal(await onRoute(elsewhere).count(), 0);
  // Somebody else's route is not the reader's own.
  await page.goto(`${url}/route/#want=gans&know=measure-theory`);
  await page.locator(".shared-note").waitFor();
  await page.goto(`${url}/areas/gans/`);
  assert.equal(await onRoute(page).count(), 0);
});

test("entries from the file system know the route too", async (t) => {
  const site = await build(t);
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const { take } = await watch(page, "file:");
  await page.goto(`${pathToFileURL(join(site, "route/index.html")).href}#want=${GOAL}`);
  assert.equal(await page.title(), TITLE);
  await page.locator(".route-steps h3 a").nth(1).click();
  assert.match(await onRoute(page).innerText(), /^Step 2 of /);
  await onRoute(page).getByRole("link").first().click();
  assert.match(await onRoute(page).innerText(), /^Step 1 of .* route · next: /);
  await onRoute(page).getByRole("link", { name: "back to the route" }).click();
  await page.waitForURL("**/route/index.html#*");
  assert.deepEqual(take(), []);
});
