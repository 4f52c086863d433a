// The pictures of the prerequisite graph and the table of needs: words fit their boxes whatever the font, everything can be
// reached by keyboard, and every edge says its reason.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser, watch } from "./lib/browser.mjs";
import { frontMatter, slugs } from "./lib/content.mjs";
import { overflow } from "./lib/overflow.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";
import { startServer } from "./lib/server.mjs";

const AREA = "neural-tangent-kernel";
const TITLE = / · The mathematics of AI$/;
/** The narrowest and the widest fonts that a browser is likely to have. */
const FONTS = ["Liberation Sans", "DejaVu Sans"];

async function openSite(t, options = {}) {
  const server = await startServer(t);
  const site = await build(t);
  server.mount("/", site);
  const browser = await startBrowser(t);
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const page = await context.newPage();
  const watched = await watch(page, server.url);
  const open = async (address) => {
    await page.goto(`${server.url}/${address}`);
    assert.match(await page.title(), TITLE);
  };
  return { page, open, site, watched };
}

/** The prerequisites of an entry, as its file has them. */
async function needsOf(folder, slug) {
  const toml = await frontMatter(`${folder}/${slug}.md`);
  const tables = toml.split("[[prerequisites]]").slice(1).map((table) => table.split("[[")[0]);
  return tables.map((table) => ({
    ids: [...table.matchAll(/^(?:id|any) = (.*)$/gm)].flatMap(([, value]) => [...value.matchAll(/"([^"]+)"/g)].map((m) => m[1])),
    why: /^why = "(.*)"$/m.exec(table)[1].replaceAll("\\\\", "\\").replaceAll('\\"', '"'),
  }));
}

/** Every edge of the real map. */
async function allEdges() {
  const edges = [];
  for (const folder of ["areas", "mathematics"]) {
    for (const slug of await slugs(folder)) {
      for (const { ids, why } of await needsOf(folder, slug)) edges.push(...ids.map((id) => ({ folder, by: slug, id, why })));
    }
  }
  return edges;
}

/** Words that leave their box, and boxes that overlap; for `page.evaluate`. */
function misfits() {
  const wrong = [];
  const seen = [...document.querySelectorAll("svg.graph")].filter((svg) => svg.checkVisibility());
  if (seen.length === 0) wrong.push("no picture");
  for (const svg of seen) {
    const boxes = [...svg.querySelectorAll(".node")].map((node) => {
      const text = node.querySelector("text").getBBox();
      return { name: node.textContent, text, rect: node.querySelector("rect").getBBox() };
    });
    const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
    boxes.forEach(({ name, text, rect }, at) => {
      const inside = text.x >= rect.x + 1 && text.x + text.width <= rect.x + rect.width - 1;
      const high = text.y >= rect.y - 1 && text.y + text.height <= rect.y + rect.height + 1;
      if (!inside || !high) wrong.push(`“${name}” leaves its box`);
      for (const other of boxes.slice(0, at)) {
        if (!apart(rect, other.rect) || !apart(text, other.text)) wrong.push(`“${name}” lies over “${other.name}”`);
      }
    });
    if (boxes.length === 0) wrong.push("a picture without boxes");
  }
  return wrong;
}

test("words fit their boxes, and nothing overlaps, in two fonts", async (t) => {
  const { page, open, watched } = await openSite(t);
  const found = [];
  const pages = ["prerequisites/", "fields/physics/", `areas/${AREA}/`, "mathematics/probability/", "mathematics/linear-algebra/"];
  for (const address of pages) {
    await open(address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    // Pictures of a neighbourhood have another form on telephones.
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const font of FONTS) {
        await page.evaluate((font) => document.documentElement.style.setProperty("--sans", `"${font}"`), font);
        found.push(...(await page.evaluate(misfits)).map((what) => ({ where: `/${address} in ${font}, ${width} px`, what })));
      }
    }
  }
  assertNone(found, "misfits");
  assert.deepEqual(watched.take(), []);
});

test("pointing at an entry says what it needs and why", async (t) => {
  const { page, open, watched } = await openSite(t);
  const needs = await needsOf("areas", AREA);
  for (const [address, whole] of [["prerequisites/", true], [`areas/${AREA}/`, false]]) {
    await open(address);
    const picture = page.locator("figure:has(svg.graph)").first();
    const note = picture.locator(".graph-note");
    const box = (slug) => picture.locator(`a.node[href$="/${slug}/"]`);
    const near = picture.locator(".node.near");
    if (whole) {
      await box(AREA).hover();
      for (const { why } of needs) assert.ok((await note.innerText()).includes(why), why);
      const ways = await picture.locator(".ways path").count();
      assert.equal(ways, (await near.count()) - 1, "a way to each neighbour");
    } else {
      for (const { ids, why } of needs) {
        await box(ids[0]).hover();
        assert.ok((await note.innerText()).includes(why), why);
      }
    }
    assert.ok((await picture.locator(".graph.lit").count()) === 1, "the rest fades");
    await page.mouse.move(2, 2);
    assert.equal(await picture.locator(".graph.lit").count(), 0, "and comes back");
  }
  assert.deepEqual(watched.take(), []);
});

test("the ways that are lit lead from box to box", async (t) => {
  const { page, open } = await openSite(t);
  await open("prerequisites/");
  const loose = await page.evaluate(() => {
    const wrong = [];
    const at = (box, side) => [box.x + (side ? box.width : 0), box.y + box.height / 2];
    const nodes = [...document.querySelectorAll("svg.graph .node")];
    for (const node of nodes) {
      node.focus();
      const box = node.querySelector("rect").getBBox();
      const ends = [...document.querySelectorAll(".ways path")].map((path) => {
        const length = path.getTotalLength();
        return [path.getPointAtLength(0), path.getPointAtLength(length)].map(({ x, y }) => [x, y]);
      });
      const close = ([x, y], [u, v]) => Math.abs(x - u) < 0.2 && Math.abs(y - v) < 0.2;
      for (const [from, to] of ends) {
        if (!close(from, at(box, 1)) && !close(to, at(box, 0))) wrong.push(`${node.textContent}: ${from} to ${to}`);
      }
      if (ends.length === 0) wrong.push(`${node.textContent} has no way`);
    }
    return wrong;
  });
  assertNone(loose.map((what) => ({ where: "/prerequisites/", what })), "loose ends");
});

test("arrow keys move along the lines, and the focus can be seen", async (t) => {
  const { page, open } = await openSite(t);
  await open("prerequisites/");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.locator('a.node[href$="/linear-algebra/"]').focus();
  const start = await focused();
  await page.keyboard.press("ArrowRight");
  const next = await focused();
  assert.notEqual(next, start, "to what it opens");
  const order = (href) => page.locator(`a.node[href="${href}"] rect`).evaluate((rect) => rect.getBBox().x);
  assert.ok((await order(next)) > (await order(start)), "which is further right");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement.querySelector("rect")).outlineStyle);
  assert.equal(outline, "solid");
  await page.keyboard.press("ArrowLeft");
  assert.ok((await order(await focused())) < (await order(next)), "and back");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".graph.lit").count(), 0, "Escape lets go");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/mathematics\//);
  // On the page of an entry a step leads past its own box.
  await open(`areas/${AREA}/`);
  await page.locator(".neighbourhood a.node").first().focus();
  await page.keyboard.press("ArrowRight");
  const right = await page.evaluate(() => {
    const here = document.querySelector(".neighbourhood .here rect").getBBox();
    return document.activeElement.querySelector("rect").getBBox().x > here.x + here.width;
  });
  assert.ok(right, "from what it needs to what it opens");
});

test("on a telephone the neighbourhood fits and can be read, and the picture of all opens where it begins", async (t) => {
  const { page, open } = await openSite(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const entry of ["mathematics/tropical-geometry/", "mathematics/optimal-transport/", "mathematics/markov-chains/", "mathematics/high-dimensional-geometry/"]) {
    await open(entry);
    const shown = page.locator(".neighbourhood:visible");
    assert.equal(await shown.count(), 1, "one form");
    const { over, scale } = await shown.locator(".graph-scroll").evaluate((box) => {
      const svg = box.querySelector("svg.graph");
      return { over: box.scrollWidth - box.clientWidth, scale: svg.getBoundingClientRect().width / svg.viewBox.baseVal.width };
    });
    assert.ok(over <= 0, `${entry} is cut by ${over} pixels`);
    assert.ok(scale * 12 >= 10.99, `the words of ${entry} have ${scale * 12} pixels`);
  }
  await open("prerequisites/");
  const seen = await page.locator(".graph-scroll a.node").evaluateAll((nodes) => {
    const boxes = nodes.map((node) => node.getBoundingClientRect());
    const west = Math.min(...boxes.map(({ left }) => left));
    return boxes.filter(({ left, top }) => left < west + 10 && top > 0 && top < innerHeight).length;
  });
  assert.ok(seen >= 2, "entries of the first step are on the first screen");
});

test("without scripts every edge of the map is in the words, with its reason", async (t) => {
  const { page, open } = await openSite(t, { javaScriptEnabled: false });
  await open("prerequisites/");
  const words = await page.locator("[data-edges]").evaluateAll((all) => all.map((one) => [one.dataset.edges, one.textContent]));
  const reasons = new Map(words);
  const edges = await allEdges();
  assert.ok(edges.length > 200);
  assertNone(
    edges.filter(({ by, id, why }) => reasons.get(`${by}:${id}`) !== why).map(({ by, id }) => ({ where: "/prerequisites/", what: `${by}:${id}` })),
    "edges without their reason",
  );
  assert.equal(reasons.size, edges.length);
  await open("matrix/");
  const marks = await page.locator("td a.mark").count();
  const mathematics = new Set(await slugs("mathematics"));
  const named = edges.filter(({ folder, id }) => folder === "areas" && mathematics.has(id));
  assert.equal(marks, named.length, "a mark for each need");
  const titles = await page.locator("td a.mark").evaluateAll((all) => all.map((one) => one.title));
  assertNone(
    named.filter(({ why }) => !titles.some((title) => title.includes(`: ${why}`))).map(({ by, id }) => ({ where: "/matrix/", what: `${by}:${id}` })),
    "marks without their reason",
  );
});

test("the table of needs sorts, says why, and leads to the place", async (t) => {
  const { page, open, site, watched } = await openSite(t);
  await open("matrix/");
  const heads = () => page.locator(".matrix tbody th").allInnerTexts();
  const byPayoff = await heads();
  await page.getByRole("button", { name: "name" }).click();
  const byName = await heads();
  assert.notDeepEqual(byName, byPayoff);
  assert.deepEqual(byName, [...byName].sort((a, b) => a.localeCompare(b)));
  await page.getByRole("button", { name: "payoff" }).click();
  assert.deepEqual(await heads(), byPayoff);

  const mark = page.locator("td a.mark").first();
  const why = await mark.getAttribute("title");
  assert.match(why, /^(essential|helpful): .+/);
  await mark.hover();
  assert.equal(await mark.getAttribute("aria-label"), why, "the mark still says it");
  assert.equal(await mark.getAttribute("title"), null, "and the browser says nothing beside it");
  assert.ok((await page.locator(".matrix-note").innerText()).includes(why));
  await mark.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("mark")), true, "from mark to mark");
  await page.keyboard.press("Escape");
  assert.match(await page.locator(".matrix-note").innerText(), /^Point at a mark/);

  const missing = [];
  const targets = await page.locator("td a.mark").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  for (const target of targets) {
    const [address, id] = target.replace("../", "").split("#");
    const html = await readFile(join(site, address, "index.html"), "utf8");
    if (!html.includes(` id="${id}"`)) missing.push({ where: "/matrix/", what: target });
  }
  assertNone(missing, "links to no place");
  assert.deepEqual(watched.take(), []);
});

test("on a telephone the table keeps its first column and heads in sight", async (t) => {
  const { page, open } = await openSite(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await open("matrix/");
  assert.equal(await page.evaluate(overflow), null);
  const box = page.locator(".matrix-box");
  await box.scrollIntoViewIfNeeded();
  await box.evaluate((element) => element.scrollTo(300, 400));
  const row = page.locator(".matrix tbody th").nth(14);
  const [edge, left] = [await box.boundingBox(), await row.boundingBox()];
  assert.ok(Math.abs(left.x - edge.x) < 2, "the first column stays");
  const head = await page.locator(".matrix .area").nth(12).boundingBox();
  assert.ok(head.y >= edge.y && head.y < edge.y + 100, "and so do the heads");
  const cell = await page.locator("td a.mark").first().boundingBox();
  assert.ok(cell.width >= 24 && cell.height >= 24, "marks are large enough to be touched");
  // Wherever the page stands, to its very end.
  await page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" }));
  const top = await page.locator(".matrix thead").evaluate((head) => head.getBoundingClientRect().top);
  assert.ok(top >= -8, "the heads are seen with the last row");
});

test("on a telephone rows are seen at once, and a touch says the reasons", async (t) => {
  const { page, open } = await openSite(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await open("matrix/");
  const third = await page.locator(".matrix tbody th").nth(2).boundingBox();
  assert.ok(third.y + third.height < 844, "three rows on the first screen");

  const note = page.locator(".matrix-note");
  const mark = page.locator("td a.mark").first();
  const why = await mark.getAttribute("title");
  const href = await mark.evaluate((link) => link.href);
  await mark.tap();
  assert.match(page.url(), /\/matrix\/$/, "a touch does not leave");
  assert.ok((await note.innerText()).includes(why));
  assert.equal(await note.getByRole("link").evaluate((link) => link.href), href, "but can");
  await page.keyboard.press("Escape");
  assert.match(await note.innerText(), /^Touch a mark/);

  const row = mark.locator("xpath=ancestor::tr");
  const reasons = await row.locator(".mark").evaluateAll((marks) => marks.map((one) => one.title || one.getAttribute("aria-label")));
  await row.locator("th a").tap();
  const lines = await note.getByRole("listitem").allInnerTexts();
  assert.equal(lines.length, reasons.length, "each area that needs it");
  assertNone(
    reasons.filter((reason) => !lines.some((line) => line.endsWith(`: ${reason}`))).map((what) => ({ where: "/matrix/", what })),
    "reasons that are not said",
  );
  await note.getByRole("listitem").last().scrollIntoViewIfNeeded();
  await note.getByRole("button", { name: "Close" }).tap();
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".matrix-note .close")), false);
  assert.match(await note.innerText(), /^Touch a mark/);
});
