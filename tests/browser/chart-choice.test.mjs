// What is chosen on the chart: filters and routes light their places, list them as links, bring them into view, and stay in the
// address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { home } from "./lib/home.mjs";

const ROUTE = ["linear-algebra", "real-analysis", "measure-theory", "functional-analysis", "rkhs", "kernel-methods", "neural-tangent-kernel"];

const choose = (page, name, value) => page.locator(`select[name=${name}]`).selectOption(value);
const links = (page) => page.locator(".chart-found a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));

/** What the chart knows, as the page has it. */
const dataOf = (page) => page.evaluate(() => JSON.parse(document.getElementById("chart-data").textContent));

/** The lit places whose marks are outside the window of the chart or of the browser. */
const outOfSight = (page) =>
  page.evaluate(() => {
    const port = document.querySelector(".chart-port").getBoundingClientRect();
    return [...document.querySelectorAll(".place.lit")].flatMap((place) => {
      const { left, right, top, bottom } = place.querySelector(".mark").getBoundingClientRect();
      const inside = left > port.left && right < port.right && top > Math.max(0, port.top) && bottom < Math.min(innerHeight, port.bottom);
      return inside ? [] : [place.id];
    });
  });

test("who needs a place is listed with the reason, the direct ones first, and is in sight", async (t) => {
  const { page, take, url } = await home(t);
  await choose(page, "need", "tropical-geometry");
  const placed = await page.locator(".chart-svg .place").count();
  assert.ok(placed > 100);
  assert.match(await page.locator(".chart-said").innerText(), new RegExp(`^1 of ${placed} places needs Tropical geometry`), "the place itself does not count");
  assert.match(await page.locator(".chart-found").innerText(), /^Directly\s+Polyhedral and tropical geometry of ReLU networks, essential: \w/);
  assert.deepEqual(await outOfSight(page), []);
  assert.equal(await page.locator(".lights path").count(), 1);

  await choose(page, "need", "rkhs");
  const { places, edges } = await dataOf(page);
  const goal = places.findIndex((place) => place.id === "rkhs");
  const direct = edges.filter(([, to]) => to === goal);
  const items = await page.locator(".chart-reasons li").allInnerTexts();
  assert.deepEqual(
    items.toSorted(),
    direct.map(([from, , strength, why]) => `${places[from].title}, ${["helpful", "essential, or another like it", "essential"][strength]}: ${why}`).toSorted(),
  );
  const all = await links(page);
  assert.ok(all.length > direct.length, "others need it through these");
  assert.ok(await page.locator(".chart-found", { hasText: "Through others" }).isVisible());
  assert.match(await page.locator(".chart-said").innerText(), new RegExp(`^${all.length} of ${places.length} places need `));
  assert.equal(await page.locator(".place.lit").count(), all.length + 1);
  assert.deepEqual(await outOfSight(page), []);
  await page.waitForFunction(() => location.hash === "#need=rkhs");
  const other = await page.context().newPage();
  await other.goto(`${url}/#need=rkhs`);
  assert.deepEqual(await links(other), all);
  assert.deepEqual(await outOfSight(other), []);
  await page.locator(".chart-found a").first().click();
  await page.waitForURL(/\/areas\//);
  assert.deepEqual(take(), []);
});

test("what passes the other filters is listed in columns, and many can be folded", async (t) => {
  const { page, take } = await home(t);
  const { places } = await dataOf(page);
  for (const [name, value, has] of [
    ["field", "probability-and-statistics", (place) => place.field === "probability-and-statistics"],
    ["status", "active", (place) => place.status === "active"],
  ]) {
    await choose(page, name, value);
    const expected = places.filter(has).map((place) => place.id);
    assert.ok(expected.length > 5);
    assert.deepEqual((await links(page)).map((href) => href.split("/").at(-2)), expected);
    assert.equal(await page.locator(".place.lit").count(), expected.length);
    assert.match(await page.locator(".chart-said").innerText(), new RegExp(`^${expected.length} of ${places.length} places`));
    const fold = page.locator(".chart-found summary");
    assert.equal(await fold.count(), expected.length > 12 ? 1 : 0);
    if (expected.length > 12) {
      assert.ok(await page.locator(".chart-found a").first().isVisible());
      await fold.click();
      assert.equal(await page.locator(".chart-found a").first().isVisible(), false);
    }
    await choose(page, name, "");
    assert.equal(await page.locator(".chart-found").isVisible(), false);
  }
  assert.deepEqual(take(), []);
});

test("a choice brings its places near, keeps names, and Show all leads back", async (t) => {
  const { page } = await home(t);
  const width = () => page.evaluate(() => document.querySelector(".chart-svg").getBoundingClientRect().width);
  const resting = await width();
  await choose(page, "field", "core-mathematics");
  assert.ok((await width()) > 1.2 * resting, "what lies together is shown larger");
  assert.deepEqual(await outOfSight(page), []);
  const list = await page.locator(".chart-found").boundingBox();
  assert.ok(list.y < 1000, "the list begins on the same screen");
  await choose(page, "field", "");
  await choose(page, "status", "established");
  assert.ok((await width()) >= resting - 1, "the whole is not made so small that names go");
  const hidden = await page.locator(".place.lit text").evaluateAll((all) => all.filter((text) => getComputedStyle(text).display === "none").length);
  assert.equal(hidden, 0);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await page.locator(".place.lit").count(), 0);
  assert.ok(Math.abs((await width()) - resting) < 2);
  await page.waitForFunction(() => location.hash === "");
});

for (const [name, options] of [
  ["wide screen", {}],
  ["phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
]) {
  test(`a route is drawn by what needs what, numbered, listed and in sight on a ${name}`, async (t) => {
    const { page, take, url } = await home(t, { hash: `#route=${ROUTE}`, ...options });
    await page.waitForFunction(() => document.querySelector(".lights .on-route"));
    const { places, edges } = await dataOf(page);
    const at = (id) => places.findIndex((place) => place.id === id);
    const among = edges.filter(([from, to]) => ROUTE.includes(places[from].id) && ROUTE.includes(places[to].id));
    const ends = await page.locator(".lights .on-route").evaluateAll((all) => all.map((path) => path.getAttribute("d").match(/-?[\d.]+/g)).map((d) => [d.slice(0, 2), d.slice(-2)].map((end) => end.map(Number))));
    const expected = among.map(([from, to]) => [places[to].at, places[from].at]);
    assert.deepEqual(ends.map(String).toSorted(), expected.map(String).toSorted(), "the lines are the prerequisites among the steps");
    assert.equal(await page.locator(".place.lit").count(), ROUTE.length);
    assert.deepEqual(await outOfSight(page), []);

    assert.deepEqual(await page.locator(".stop text").allTextContents(), ROUTE.map((_, n) => `${n + 1}`));
    assert.deepEqual(await page.locator(".stop").evaluateAll((all) => all.map((one) => one.classList.contains("goal"))), ROUTE.map((_, n) => n === ROUTE.length - 1));
    const numbers = await page.locator(".stop circle:not(.ring)").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const port = await page.locator(".chart-port").boundingBox();
    for (const [n, box] of numbers.entries()) {
      assert.ok(box.width > 15 && box.width < 26, "numbers are as large at every zoom");
      assert.ok(box.left >= port.x && box.right <= port.x + port.width, "and wholly in the window");
      const mark = await page.locator(`#at-${ROUTE[n]} .mark`).boundingBox();
      const away = Math.hypot(box.x + box.width / 2 - mark.x - mark.width / 2, box.y + box.height / 2 - mark.y - mark.height / 2);
      assert.ok(away < 36, `the number ${n + 1} is beside its mark, ${away} px away`);
      const over = numbers.slice(0, n).filter((other) => Math.hypot(other.x - box.x, other.y - box.y) < 12);
      assert.deepEqual(over, [], `the number ${n + 1} can be read`);
    }

    assert.match(await page.locator(".chart-said").innerText(), /^Route to Neural tangent kernel and lazy training: 7 steps/);
    assert.deepEqual(await page.locator(".chart-found ol a").allInnerTexts(), ROUTE.map((id) => places[at(id)].title));
    assert.match(await page.locator(".chart-found li").last().innerText(), /\(goal\)$/);
    const back = page.getByRole("link", { name: "Back to the route finder" });
    assert.equal(await back.evaluate((link) => link.href), `${url}/route/#want=neural-tangent-kernel`);
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await page.locator(".stop, .place.lit").count(), 0);
    assert.equal(await back.isVisible(), false);
    assert.deepEqual(take(), []);
  });
}

test("the numbers of a route stand out in light and dark", async (t) => {
  const { page } = await home(t, { hash: `#route=${ROUTE}` });
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const ratios = await page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const luminance = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [...document.querySelectorAll(".stop")].map((stop) => {
        const fill = (part) => luminance(getComputedStyle(stop.querySelector(part)).fill);
        const [a, b] = [fill("text"), fill("circle:not(.ring)")].toSorted((x, y) => x - y);
        return (b + 0.05) / (a + 0.05);
      });
    });
    assert.equal(ratios.length, ROUTE.length);
    assert.ok(Math.min(...ratios) >= 4.5, `${colorScheme}: ${Math.min(...ratios)}`);
  }
});
