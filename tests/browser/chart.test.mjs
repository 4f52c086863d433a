// The chart of the home page: no name covers another whatever the font, and it can be zoomed, dragged, lit, filtered and walked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/folders.mjs";
import { TITLE, home } from "./lib/home.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
import { startServer } from "./lib/server.mjs";
import { writeSmallMap } from "./lib/small-map.mjs";

/** Pairs of names of the chart whose boxes overlap, as far as they are shown. */
const overlaps = (page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll(".chart-svg :is(.place, .title) text")].flatMap((text) => {
      const boxes = [...text.querySelectorAll("tspan")].map((line) => {
        // The room of the letters: the box of a line has air above and below, which may meet that of its neighbours.
        const range = document.createRange();
        range.setStart(line.firstChild, 0);
        range.setEnd(line.firstChild, line.textContent.trimEnd().length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const air = (bottom - top) * 0.14;
        return { left, right, top: top + air, bottom: bottom - air, name: line.textContent };
      });
      return getComputedStyle(text).display === "none" ? [] : [boxes];
    });
    const clash = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
    const found = shown.flatMap((a, n) =>
      shown.slice(0, n).flatMap((b) => a.flatMap((x) => b.filter((y) => clash(x, y)).map((y) => `${x.name} / ${y.name}`))),
    );
    return { shown: shown.length, found };
  });

test("no name covers another, in two fonts, at each level of names, on wide and narrow screens", async (t) => {
  const { page } = await home(t);
  let least = Infinity;
  for (const font of ["DejaVu Sans", "DejaVu Serif"]) {
    await page.evaluate((family) => {
      // The policy of the page forbids new style sheets, so the rule goes into one that is there.
      const rule = `.chart-svg :is(.place, .title) text { font-family: "${family}" !important; }`;
      document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length);
    }, font);
    for (const width of [390, 820, 1440, 2560]) {
      await page.setViewportSize({ width, height: 1000 });
      await page.waitForTimeout(150);
      const { shown, found } = await overlaps(page);
      t.diagnostic(`${font}, ${width} px: ${shown} names`);
      assertNone(found, `${font} at ${width} px`);
      least = Math.min(least, shown);
    }
  }
  assert.ok(least >= 19, `all titles are shown at each width; ${least} names are`);
});

test("every place is a link with a name, and the lists below have the same places", async (t) => {
  const { page, take } = await home(t, { javaScriptEnabled: false });
  const { places, listed, unnamed } = await page.evaluate(() => {
    const links = [...document.querySelectorAll(".chart-svg a")];
    const lists = [...document.querySelectorAll(".territories a")].map((link) => link.getAttribute("href"));
    return {
      places: links.map((link) => link.getAttribute("href")).toSorted(),
      listed: [...new Set(lists)].toSorted(),
      unnamed: links.filter((link) => !link.getAttribute("aria-label")).length,
    };
  });
  assert.equal(unnamed, 0);
  assert.deepEqual(places, listed);
  assert.deepEqual(take(), []);
});

test("the chart can be zoomed and dragged, and the address keeps the view", async (t) => {
  const { page, take, url } = await home(t);
  const width = () => page.evaluate(() => document.querySelector(".chart-svg").getBoundingClientRect().width);
  const scrolled = () => page.evaluate(() => document.querySelector(".chart-port").scrollLeft);
  const resting = await width();
  await page.mouse.move(700, 600);
  await page.mouse.wheel(0, 120);
  await page.waitForTimeout(100);
  assert.equal(await width(), resting, "the wheel alone scrolls the page");
  assert.ok((await page.evaluate(() => scrollY)) > 0);
  await page.getByRole("button", { name: "Zoom in" }).click();
  assert.ok((await width()) > 1.3 * resting, "the button zooms in");
  await page.waitForFunction(() => location.hash.includes("zoom=1.4"));
  const zoomed = await page.evaluate(() => location.hash);
  const before = await scrolled();
  await page.mouse.move(700, 400);
  await page.mouse.down();
  await page.mouse.move(560, 380, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await scrolled()) - before - 140) < 3, "the mouse drags");
  assert.equal(await page.title(), TITLE, "a drag follows no link");
  // A drag that ends outside the chart is over; the next click on a place is meant.
  await page.evaluate(() => {
    globalThis.follows = [];
    document.addEventListener("click", (event) => {
      globalThis.follows.push(!event.defaultPrevented);
      event.preventDefault();
    });
  });
  await page.mouse.move(700, 400);
  await page.mouse.down();
  await page.mouse.move(700, 2, { steps: 4 });
  await page.mouse.up();
  await page.evaluate(() => (globalThis.follows.length = 0));
  await page.locator(".place .mark:visible").first().dispatchEvent("click");
  assert.deepEqual(await page.evaluate(() => globalThis.follows), [true], "a click after a drag that ended elsewhere");
  // The address follows when the chart has come to rest.
  await page.waitForFunction((old) => location.hash !== old, zoomed);
  await page.waitForTimeout(400);
  const hash = await page.evaluate(() => location.hash);
  const kept = await scrolled();
  const other = await page.context().newPage();
  await other.goto(`${url}/${hash}`);
  const found = await other.evaluate(() => document.querySelector(".chart-port").scrollLeft);
  assert.ok(Math.abs(found - kept) < 4, `the address leads to the same view: ${found}, ${kept}`);
  await page.locator(".chart-svg .title").first().focus();
  await page.keyboard.press("0");
  assert.ok(Math.abs((await width()) - resting) < 2, "the key 0 shows the chart as it was");
  assert.deepEqual(take(), []);
});

test("Ctrl and the wheel zoom, and the place under the pointer stays there", async (t) => {
  const { page, take } = await home(t);
  const width = () => page.evaluate(() => document.querySelector(".chart-svg").getBoundingClientRect().width);
  const resting = await width();
  const spot = () => page.locator("#at-mechanistic-interpretability .mark").evaluate((mark) => mark.getBoundingClientRect().toJSON());
  const under = await spot();
  await page.mouse.move(under.x + 2, under.y + 2);
  await page.keyboard.down("Control");
  for (let n = 0; n < 4; n++) await page.mouse.wheel(0, -30);
  await page.keyboard.up("Control");
  await page.waitForFunction((wide) => document.querySelector(".chart-svg").getBoundingClientRect().width > 2 * wide, resting);
  await page.waitForFunction(() => document.querySelector(".chart-svg").style.transform === "");
  const now = await spot();
  assert.ok(Math.hypot(now.x - under.x, now.y - under.y) < 10, `${now.x - under.x}, ${now.y - under.y}`);
  assert.ok((await width()) > 2 * resting);
  assert.deepEqual(take(), []);
});

test("pointing and focus light what is needed and unlocked, with the reasons, and arrows lead on", async (t) => {
  const { page, take } = await home(t);
  const mark = page.locator("#at-kernel-methods .mark");
  await mark.scrollIntoViewIfNeeded();
  await mark.hover();
  const card = page.locator(".chart-card");
  await card.waitFor({ state: "visible" });
  assert.match(await card.innerText(), /Kernel methods[\s\S]*Needs[\s\S]*: [\s\S]*Unlocks/);
  const lit = () => page.locator(".place.lit").count();
  assert.ok((await lit()) > 3);
  assert.equal(await page.locator(".lights path").count(), (await lit()) - 1);
  // The pointer can go on to the card, and Escape sends it away, wherever the focus is.
  await card.hover();
  await page.waitForTimeout(500);
  assert.ok(await card.isVisible(), "the card stays under the pointer");
  await page.keyboard.press("Escape");
  assert.equal(await card.isVisible(), false);
  await mark.hover();
  await card.waitFor({ state: "visible" });
  await page.mouse.move(5, 5);
  await card.waitFor({ state: "hidden" });
  assert.equal(await lit(), 0);
  // One stop for the places, and from there by arrows.
  assert.equal(await page.locator('.place[tabindex="0"]').count(), 1);
  await page.locator('.place[tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  const first = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("ArrowRight");
  const second = await page.evaluate(() => document.activeElement.id);
  assert.match(first, /^at-/);
  assert.notEqual(first, second);
  const x = (id) => page.evaluate((name) => document.getElementById(name).getBoundingClientRect().x, id);
  assert.ok((await x(second)) > (await x(first)), "an arrow leads in its direction");
  await card.waitFor({ state: "visible" });
  assert.deepEqual(take(), []);
});

/** A map of many places in fields of forty. */
function manyPlaces(count) {
  const files = {};
  const fields = Math.ceil(count / 40);
  for (let field = 0; field < fields; field++) {
    files[`content/fields/field-${field}.md`] = `+++\ntitle = "Field number ${field}"\nsummary = "x"\nholds = "areas"\n+++\n`;
  }
  for (let at = 0; at < count; at++) {
    const field = Math.floor((at * fields) / count);
    const needs = [at - 1 - (at % 7), at - 11, (at * 13) % Math.max(1, at)].filter((need) => need >= 0 && need < at);
    const edges = [...new Set(needs)].map((need) => `[[prerequisites]]\nid = "area-${need}"\nneed = "essential"\nwhy = "a reason of one line"\n`);
    files[`content/areas/area-${at}.md`] =
      `+++\ntitle = "Area of number ${at}"\nsummary = "x"\nfield = "field-${field}"\nstatus = "established"\n${edges.join("")}+++\n`;
  }
  return files;
}

test("with 1,000 places the chart answers; the times are told", { timeout: 300_000 }, async (t) => {
  const folder = await temporaryFolder(t);
  await writeSmallMap(folder, { files: manyPlaces(1000) });
  const server = await startServer(t);
  server.mount("/", await build(t, folder, `${server.url}/`));
  const browser = await startBrowser(t);
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(`${server.url}/`);
  assert.equal(await page.title(), "A small map");
  assert.equal(await page.locator(".place").count(), 1001);
  const times = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const { widen, restingWidth, middle, port } = globalThis.portolan.chart;
    const places = [...document.querySelectorAll(".place")];
    const actions = {
      stretch: () => port.dispatchEvent(new WheelEvent("wheel", { deltaY: -4, ctrlKey: true, clientX: 700, clientY: 600, cancelable: true })),
      zoom: (n) => widen(restingWidth() * (1 + n / 10), ...middle()),
      pan: (n) => port.scrollTo(n * 40, n * 10),
      light: (n) => {
        places[n * 30].tabIndex = 0;
        places[n * 30].focus({ preventScroll: true, focusVisible: true });
      },
    };
    const middleOf = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
    const result = {};
    for (const [name, act] of Object.entries(actions)) {
      const [script, whole] = [[], []];
      for (let n = 1; n <= 15; n++) {
        await frame();
        const start = performance.now();
        act(n);
        script.push(performance.now() - start);
        await frame();
        await frame();
        whole.push(performance.now() - start);
      }
      result[name] = { script: middleOf(script).toFixed(1), frames: middleOf(whole).toFixed(1) };
    }
    return result;
  });
  for (const [name, { script, frames }] of Object.entries(times)) {
    t.diagnostic(`${name}: ${script} ms in the script, ${frames} ms until the second frame after it (33.3 if none is lost)`);
  }
});
