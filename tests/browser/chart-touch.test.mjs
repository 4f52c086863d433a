// The chart under fingers, and its card: the first tap shows what a place needs, the page still scrolls, and no line is cut.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, TITLE, home } from "./lib/home.mjs";

const boxOf = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());

test("the first tap on a place shows its card, the second opens it, and so does the link", async (t) => {
  const { page, take, url } = await home(t, PHONE);
  const card = page.locator(".chart-card");
  const tap = (slug) => page.locator(`#at-${slug} .mark`).tap();
  await tap("kernel-methods");
  assert.match(await card.innerText(), /^Kernel methods and RKHS · established\s+Needs\s+Reproducing kernel Hilbert spaces: \w[\s\S]*Unlocks\s+[\s\S]*Open/);
  assert.equal(page.url(), `${url}/`, "the page is still there");
  assert.ok((await page.locator(".place.lit").count()) > 3);
  await page.waitForTimeout(400);
  assert.ok(await card.isVisible(), "the card stays when the finger has left");
  await card.getByRole("button", { name: "Close" }).tap();
  assert.equal(await card.isVisible(), false);
  await tap("kernel-methods");
  assert.ok(await card.isVisible(), "a tap after the card went is a first one");
  await tap("gaussian-processes");
  assert.match(await card.innerText(), /^Gaussian processes/, "another place, another card");
  await page.locator(".chart-svg").tap({ position: { x: 560, y: 720 }, force: true });
  assert.equal(await card.isVisible(), false, "a tap on the sea sends it away");
  await tap("kernel-methods");
  await card.getByRole("link", { name: "Open Kernel methods and RKHS" }).tap();
  await page.waitForURL(`${url}/areas/kernel-methods/`);
  await page.goBack();
  await tap("kernel-methods");
  await tap("kernel-methods");
  await page.waitForURL(`${url}/areas/kernel-methods/`);
  assert.deepEqual(take(), []);
});

test("a click of the mouse opens at once, and so do the keyboard and a tap without scripts", async (t) => {
  const { page, url } = await home(t);
  await page.locator("#at-kernel-methods .mark").click();
  await page.waitForURL(`${url}/areas/kernel-methods/`);
  await page.goBack();
  await page.locator('.place[tabindex="0"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(areas|mathematics)\/./);
  const still = await home(t, { ...PHONE, javaScriptEnabled: false });
  await still.page.locator("#at-linear-algebra .mark").tap();
  await still.page.waitForURL(`${still.url}/mathematics/linear-algebra/`);
});

test("the words fit the means at hand", async (t) => {
  const { page } = await home(t);
  const mouse = await page.locator(".chart-help").innerText();
  assert.match(mouse, /Point at .*Ctrl .*arrow keys/);
  assert.doesNotMatch(mouse, /Tap|finger/);
  const phone = await home(t, PHONE);
  const touch = await phone.page.locator(".chart-help").innerText();
  assert.match(touch, /Tap .*tap it again .*two fingers/);
  assert.doesNotMatch(touch, /Point at|Ctrl|wheel|arrow keys|click/);
});

test("the card has three reasons a side at most, the essential first, and is cut nowhere", async (t) => {
  for (const options of [{}, { viewport: { width: 1440, height: 420 } }, { viewport: { width: 700, height: 260 } }, PHONE, { ...PHONE, viewport: { width: 844, height: 390 } }]) {
    const { page } = await home(t, options);
    const { width, height } = page.viewportSize();
    const where = `${width} x ${height}`;
    for (const slug of ["kernel-methods", "linear-algebra", "measure-theory", "neural-tangent-kernel", "random-matrix-theory"]) {
      const place = page.locator(`#at-${slug}`);
      await place.evaluate((element) => element.scrollIntoView({ block: "center", inline: "center" }));
      if (options.hasTouch) await place.locator(".mark").tap();
      else await place.locator(".mark").hover();
      await page.locator(".chart-card .what", { hasText: (await place.getAttribute("aria-label")).split(",")[0] }).waitFor();
      const found = await page.evaluate(() => {
        const card = document.querySelector(".chart-card");
        const box = card.getBoundingClientRect();
        const lists = [...card.querySelectorAll("ul")];
        return {
          inside: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
          cut: card.scrollHeight > card.clientHeight || [...card.querySelectorAll("li, p")].some((part) => part.getBoundingClientRect().bottom > box.bottom),
          most: Math.max(0, ...lists.map((list) => list.querySelectorAll("li:not(.more)").length)),
          sorted: lists.every((list) => {
            const weak = [...list.querySelectorAll("li:not(.more)")].map((item) => / \((helpful|essential, or)/.test(item.textContent));
            return weak.every((one, n) => n === 0 || one >= weak[n - 1]);
          }),
        };
      });
      assert.deepEqual({ ...found, most: found.most <= 3 }, { inside: true, cut: false, most: true, sorted: true }, `${slug}, ${where}`);
    }
  }
});

test("what the card leaves out is counted", async (t) => {
  const { page } = await home(t);
  await page.locator("#at-linear-algebra").evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.locator("#at-linear-algebra .mark").hover();
  await page.locator(".chart-card").waitFor({ state: "visible" });
  const { shown, more, all } = await page.evaluate(() => {
    const { places, edges } = JSON.parse(document.getElementById("chart-data").textContent);
    const at = places.findIndex((place) => place.id === "linear-algebra");
    const items = document.querySelectorAll(".chart-card ul:last-of-type li:not(.more)").length;
    return { shown: items, more: document.querySelector(".chart-card ul:last-of-type .more").textContent, all: edges.filter(([, to]) => to === at).length };
  });
  assert.ok(shown > 0 && shown <= 3);
  assert.equal(more, `and ${all - shown} more`);
});

test("on a phone the first view shows the research areas, legible, and land that goes on at both sides", async (t) => {
  const { page, take } = await home(t, PHONE);
  const { sizes, sideways, top, areas, foundations, frame } = await page.evaluate(() => {
    const port = document.querySelector(".chart-port").getBoundingClientRect();
    const texts = [...document.querySelectorAll(".chart-svg .title text")];
    const drawn = texts.filter((text) => getComputedStyle(text).display !== "none");
    const { places } = JSON.parse(document.getElementById("chart-data").textContent);
    const inside = ({ id }) => {
      const { left, right } = document.querySelector(`#at-${id} .mark`).getBoundingClientRect();
      return left > port.left && right < port.right;
    };
    return {
      sizes: drawn.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a),
      sideways: document.documentElement.scrollWidth > innerWidth,
      top: port.top,
      areas: places.filter((place) => place.area && inside(place)).length,
      foundations: places.filter((place) => !place.area && inside(place)).length,
      frame: document.querySelector(".chart-window").className,
    };
  });
  assert.ok(Math.min(...sizes) >= 10, `titles are ${Math.min(...sizes)} px high`);
  assert.equal(sideways, false);
  assert.ok(top < 500, "the chart begins on the first screen");
  assert.ok(areas > 20 && areas > 2 * foundations, `${areas} areas and ${foundations} foundations`);
  assert.match(frame, /more-west more-east/);
  assert.deepEqual(take(), []);
});

test("one finger scrolls the page past the chart, also when it is zoomed, and there is room at the sides", async (t) => {
  const { page } = await home(t, PHONE);
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const swipe = async (x, y, dx, dy) => {
    await touch("touchStart", { x, y });
    for (let n = 1; n <= 10; n++) {
      await touch("touchMove", { x: x + (dx * n) / 10, y: y + (dy * n) / 10 });
      await page.waitForTimeout(16);
    }
    await touch("touchEnd");
    await page.waitForTimeout(600);
  };
  await page.getByRole("button", { name: "Zoom in" }).tap();
  await page.getByRole("button", { name: "Zoom in" }).tap();
  await page.locator(".chart-zoom").evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  const state = () => page.evaluate(() => ({ y: scrollY, top: document.querySelector(".chart-port").scrollTop, left: document.querySelector(".chart-port").scrollLeft }));
  const before = await state();
  await swipe(195, 500, 0, -250);
  const after = await state();
  assert.ok(after.y - before.y > 150, `the page scrolls: ${after.y - before.y}`);
  assert.equal(after.top, before.top, "and the chart does not");
  await swipe(195, 300, -150, 0);
  const aside = await state();
  assert.ok(aside.left - after.left > 90, "sideways the finger moves the chart");
  const port = await boxOf(page, ".chart-port");
  assert.ok(port.left >= 14 && port.right <= 376, "the thumb has room at the sides");
});

test("two fingers zoom and move the chart, whose place between them stays there", async (t) => {
  const { page } = await home(t, PHONE);
  await page.locator(".chart-zoom").evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  /** The place nearest to the middle of what is seen of the chart. */
  const middle = await page.evaluate(() => {
    const port = document.querySelector(".chart-port").getBoundingClientRect();
    const [x, y] = [(port.left + port.right) / 2, (port.top + Math.min(port.bottom, innerHeight)) / 2];
    const far = (place) => {
      const box = place.querySelector(".mark").getBoundingClientRect();
      return Math.hypot(box.x - x, box.y - y);
    };
    return [...document.querySelectorAll(".chart-svg .place")].toSorted((a, b) => far(a) - far(b))[0].id;
  });
  // Where it lies on the screen, and how wide the chart is.
  const state = () =>
    page.evaluate((id) => {
      const { x, y, width } = document.getElementById(id).querySelector(".mark").getBoundingClientRect();
      return { x: x + width / 2, y, wide: document.querySelector(".chart-svg").getBoundingClientRect().width, page: scrollY };
    }, middle);
  const start = await state();
  const [x, y] = [start.x, start.y];
  await touch("touchStart", [x - 45, y], [x + 45, y]);
  for (let n = 1; n <= 6; n++) await touch("touchMove", [x - 45 - 12 * n, y], [x + 45 + 12 * n, y]);
  for (let n = 1; n <= 6; n++) await touch("touchMove", [x - 117, y - 10 * n], [x + 117, y - 10 * n]);
  await page.waitForTimeout(100);
  const stretched = await state();
  assert.ok(stretched.wide > 2 * start.wide, `${stretched.wide} of ${start.wide}`);
  assert.ok(Math.hypot(stretched.x - x, stretched.y - (y - 60)) < 25, `it is between the fingers: ${stretched.x - x}, ${stretched.y - y + 60}`);
  await touch("touchEnd");
  await page.waitForTimeout(100);
  const drawn = await state();
  assert.ok(Math.hypot(drawn.x - stretched.x, drawn.y - stretched.y) < 6, `and stays when it is drawn: ${drawn.x - stretched.x}, ${drawn.y - stretched.y}`);
  assert.ok(Math.abs(drawn.wide - stretched.wide) < 2);
  assert.equal(await page.locator(".chart-svg").evaluate((svg) => svg.style.transform), "");
  assert.equal(drawn.page, start.page, "the page stays");
});

test("the buttons of the chart lie on nothing of it", async (t) => {
  const { page } = await home(t);
  for (const width of [390, 820, 1440, 2560]) {
    await page.setViewportSize({ width, height: 1000 });
    const [zoom, port] = [await boxOf(page, ".chart-zoom"), await boxOf(page, ".chart-port")];
    assert.ok(zoom.bottom <= port.top && zoom.width > 60, `${width} px: ${zoom.bottom}, ${port.top}`);
  }
  assert.equal(await page.title(), TITLE);
});
