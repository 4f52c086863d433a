// Formulas look as they do with KaTeX's own style sheet and fonts.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { packageFolder, temporaryFolder } from "./lib/folders.mjs";
import { allFormulas, PAGE, writeFormulas } from "./lib/formulas.mjs";
import { compare, encoded, slices } from "./lib/pictures.mjs";
import { build, check } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

/** What may be refused: KaTeX has none of these. */
const UNKNOWN = /\\begin\{multline\*\}|\\sideset|\\label|\\eqref/;
/** What must be: it would be markup out of a formula. */
const FORBIDDEN = /\\href/;
/** The largest share of a formula's inked pixels that may differ. */
const BOUND = 0;

// Each formula stands in a box of its own, at whole pixels: the height of one must not move the next by half a pixel.
const BOX = { width: 1000, height: 180 };
/** How many are in one picture; one picture each would take four times as long. */
const AT_ONCE = 10;
const FRAME = `
  .site-head, .page-head, .site-foot { display: none !important; }
  main { margin: 0 !important; max-width: none !important; padding: 0 0 ${AT_ONCE * BOX.height}px !important; }
  .prose { max-width: none !important; }
  .prose > p { contain: layout; height: ${BOX.height}px; margin: 0 !important; overflow: hidden; padding-top: 20px; }
  .display { margin: 0 !important; overflow: visible !important; padding: 0 !important; }
  .katex-display { margin: 0 !important; }
`;

/** Takes the site's rules for formulas away: its layer and its fonts. */
function withoutOwnRules() {
  const [sheet] = [...document.styleSheets].filter((sheet) => sheet.href.endsWith("assets/site.css"));
  let removed = 0;
  for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = sheet.cssRules[at];
    if ((rule instanceof CSSLayerBlockRule && rule.name === "math") || rule instanceof CSSFontFaceRule) {
      sheet.deleteRule(at);
      removed += 1;
    }
  }
  return removed;
}

/** Puts KaTeX's rules in their place, at the site's size, and keeps the site's `box-sizing` out of formulas. */
async function withKatexRules(page, url) {
  assert.ok((await page.evaluate(withoutOwnRules)) > 1, "the layer and the fonts were there");
  await page.addStyleTag({ url: `${url}/katex/katex.css` });
  await page.addStyleTag({
    content: `@layer base { .katex, .katex *, .katex ::before, .katex ::after { box-sizing: content-box; } }
      .katex { font-size: 1.16em; }`,
  });
}

/** One picture of each of the first `count` boxes. */
async function pictures(page, count) {
  await page.evaluate(() => document.fonts.ready);
  const failed = await page.evaluate(() => [...document.fonts].filter((font) => font.status === "error").length);
  assert.equal(failed, 0, "all fonts load");
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll(".prose > p")].filter((box) => {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      const parts = [...box.querySelectorAll(".katex-base, .katex-tag")].map((part) => part.getBoundingClientRect());
      return parts.some((part) => part.left < left || part.top < top || part.right > right || part.bottom > bottom);
    }).map((box) => box.querySelector("annotation").textContent),
  );
  assert.deepEqual(outside, [], "no formula is cut off");
  const boxes = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    const top = await page.evaluate((y) => (scrollTo(0, y), scrollY), first * BOX.height);
    assert.equal(top, first * BOX.height);
    boxes.push(...slices(await page.screenshot(), AT_ONCE));
  }
  return boxes.slice(0, count);
}

/** The formulas that are accepted, and those that are refused. */
async function sorted(t) {
  const all = await allFormulas();
  const root = await temporaryFolder(t);
  const formulaAt = await writeFormulas(root, all);
  const refused = new Set((await check(root)).filter(({ severity }) => severity === "error").map(formulaAt));
  return { accepted: all.filter((formula) => !refused.has(formula)), refused: [...refused] };
}

const names = (formulas) => formulas.map(({ id }) => id);

test("what KaTeX has is accepted", async (t) => {
  const { accepted, refused } = await sorted(t);
  assert.equal(accepted.length + refused.length, 172);
  const unexpected = refused.filter(({ tex }) => !UNKNOWN.test(tex) && !FORBIDDEN.test(tex));
  assert.deepEqual(names(unexpected), [], "refused without need");
  assert.deepEqual(names(accepted.filter(({ tex }) => FORBIDDEN.test(tex))), [], "accepted against the rule");
});

test("formulas look as with KaTeX's style sheet", async (t) => {
  const { accepted: formulas } = await sorted(t);
  const root = await temporaryFolder(t);
  await writeFormulas(root, formulas);
  const server = await startServer(t);
  server.mount("/", await build(t, root));
  server.mount("/katex/", join(packageFolder("katex"), "dist"));
  const browser = await startBrowser(t);
  const context = await browser.newContext({
    bypassCSP: true, // for the styles that this test adds
    colorScheme: "light",
    deviceScaleFactor: 2,
    reducedMotion: "reduce", // so that scrolling is done at once
    viewport: { width: BOX.width, height: AT_ONCE * BOX.height },
  });

  const shots = [];
  for (const change of [async () => {}, withKatexRules]) {
    const page = await context.newPage();
    await page.goto(`${server.url}/${PAGE}/`);
    assert.equal(await page.title(), "Formulas · A small map");
    const sources = await page.locator(".prose > p annotation").allTextContents();
    assert.deepEqual(sources.map((tex) => tex.trim()), formulas.map(({ tex }) => tex.trim()), "one paragraph a formula");
    await change(page, server.url);
    await page.addStyleTag({ content: FRAME });
    shots.push(await pictures(page, formulas.length));
  }

  const results = formulas.map((formula, n) => ({ id: formula.id, n, ...compare(shots[0][n], shots[1][n]) }));
  assert.deepEqual(results.filter(({ inked }) => inked < 50).map(({ id }) => id), [], "each formula is seen");
  const worst = results.toSorted((a, b) => b.share - a.share);
  const identical = results.filter((result) => result.identical).length;
  t.diagnostic(`${results.length} formulas, ${identical} identical in every pixel, largest share of differing pixels ${worst[0].share}`);

  // For a look at what differs: name a folder.
  const folder = process.env.PICTURES;
  if (folder) await mkdir(folder, { recursive: true });
  for (const { id, n, drawn } of folder ? worst.filter(({ identical }) => !identical) : []) {
    const name = id.replace(/\W/g, "-");
    await writeFile(join(folder, `${name}-site.png`), encoded(shots[0][n]));
    await writeFile(join(folder, `${name}-katex.png`), encoded(shots[1][n]));
    await writeFile(join(folder, `${name}-difference.png`), encoded(drawn));
  }
  const beyond = worst.filter(({ share }) => share > BOUND).map(({ id, share }) => `${id}: ${share.toFixed(4)}`);
  assert.deepEqual(beyond, []);
});
