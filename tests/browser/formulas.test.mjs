// Formulas look as they do with KaTeX's own style sheet and fonts.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser } from "./lib/browser.mjs";
import { packageFolder, temporaryFolder } from "./lib/folders.mjs";
import { allFormulas, isReference, PAGE, writeApart, writeTogether } from "./lib/formulas.mjs";
import { compare, encoded, slices } from "./lib/pictures.mjs";
import { build, check } from "./lib/portolan.mjs";
import { startServer } from "./lib/server.mjs";

/** What may be refused, because KaTeX has it not, or because it is markup out of a formula; with what must be said instead. */
const REFUSED = [
  { tex: /\\begin\{multline\*?\}/, instead: /gather|align/ },
  { tex: /\\sideset/, instead: /beside the operator/ },
  { tex: /\\href/, instead: /Markdown/ },
];
/** The largest share of a formula's inked pixels that may differ. */
const BOUND = 0;
/** How often one may look again. */
const ATTEMPTS = 3;

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

/**
 * Puts KaTeX's rules in their place, at the site's size, and keeps the site's `box-sizing` out of formulas. KaTeX numbers every
 * line by a counter of the style sheet; here a line has a number if it has a label, and then it stands in the page's text.
 */
async function withKatexRules(page, url) {
  assert.ok((await page.evaluate(withoutOwnRules)) > 1, "the layer and the fonts were there");
  await page.addStyleTag({ url: `${url}/katex/katex.css` });
  await page.addStyleTag({
    content: `@layer base { .katex, .katex *, .katex ::before, .katex ::after { box-sizing: content-box; } }
      .katex { font-size: 1.16em; }
      .katex .eqn-num::before { content: none; }`,
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

/** All formulas, each with the errors that are reported for it. */
async function checked(t) {
  const all = await allFormulas();
  const root = await temporaryFolder(t);
  const problemsOf = await writeApart(root, all);
  const errors = (await check(root)).filter(({ severity }) => severity === "error");
  const found = [...problemsOf(errors)];
  assert.equal(found.flatMap(([, problems]) => problems).length, errors.length, "there are no other errors");
  return found;
}

test("what KaTeX has is accepted, and a refusal says what to write instead", async (t) => {
  const found = await checked(t);
  assert.equal(found.length, 172);
  for (const [{ id }, problems] of found) {
    const what = problems.map(({ message, help }) => `refused: ${message}; ${help.join("; ")}`);
    t.diagnostic(`${id.padEnd(18)} ${what.join("; ") || "rendered"}`);
  }
  const refused = found.filter(([, problems]) => problems.length > 0);
  t.diagnostic(`${found.length - refused.length} rendered, ${refused.length} refused`);
  for (const [{ id, tex }, problems] of refused) {
    const reason = REFUSED.find((reason) => reason.tex.test(tex));
    assert.ok(reason, `${id} is refused without need: ${problems[0].message}`);
    assert.equal(problems.length, 1, id);
    assert.equal(problems[0].code, "bad-formula");
    assert.match(problems[0].help.join(), reason.instead, id);
  }
  assert.equal(refused.length, REFUSED.length, "what must be refused is refused");
});

test("formulas look as with KaTeX's style sheet", async (t) => {
  const accepted = (await checked(t)).filter(([, problems]) => problems.length === 0).map(([formula]) => formula);
  const formulas = accepted.filter((formula) => !isReference(formula));
  const root = await temporaryFolder(t);
  await writeTogether(root, formulas);
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

  /** One picture of each formula, after a change of the style. */
  async function shots(change) {
    const page = await context.newPage();
    await page.goto(`${server.url}/${PAGE}/`);
    assert.equal(await page.title(), "Formulas · A small map");
    const sources = await page.locator(".prose > p annotation").allTextContents();
    assert.deepEqual(sources.map((tex) => tex.trim()), formulas.map(({ tex }) => tex.trim()), "one paragraph a formula");
    await change(page, server.url);
    await page.addStyleTag({ content: FRAME });
    const taken = await pictures(page, formulas.length);
    await page.close();
    return taken;
  }

  let results = formulas.map(({ id }) => ({ id, share: Infinity }));
  // Once in a while the browser puts a sign a quarter of a pixel aside; what differs by its style differs every time.
  for (let attempt = 0; attempt < ATTEMPTS && results.some(({ share }) => share > BOUND); attempt += 1) {
    const [site, katex] = [await shots(async () => {}), await shots(withKatexRules)];
    const now = formulas.map(({ id }, n) => ({ id, site: site[n], katex: katex[n], ...compare(site[n], katex[n]) }));
    results = results.map((before, n) => (now[n].share < before.share ? now[n] : before));
  }
  assert.deepEqual(results.filter(({ inked }) => inked < 50).map(({ id }) => id), [], "each formula is seen");
  const worst = results.toSorted((a, b) => b.share - a.share);
  const different = worst.filter(({ drawn }) => drawn);
  t.diagnostic(`${results.length} formulas, ${results.length - different.length} identical in every pixel, largest share of differing pixels ${worst[0].share}`);

  // For a look at what differs: name a folder.
  const folder = process.env.PICTURES;
  if (folder) await mkdir(folder, { recursive: true });
  for (const { id, site, katex, drawn } of folder ? different : []) {
    const name = join(folder, id.replace(/\W/g, "-"));
    for (const [what, picture] of Object.entries({ site, katex, drawn })) await writeFile(`${name}-${what}.png`, encoded(picture));
  }
  assert.deepEqual(worst.filter(({ share }) => share > BOUND).map(({ id, share }) => `${id}: ${share.toFixed(4)}`), []);
});
