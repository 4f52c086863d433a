// The script finds the same routes as the program: to every goal of the real map, for readers who know this and that, and on
// random maps with many choices.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ROOT, temporaryFolder } from "./lib/folders.mjs";
import { inParallel } from "./lib/parallel.mjs";
import { build } from "./lib/portolan.mjs";
import { random } from "./lib/random.mjs";
import { graphOf, loadAlgorithm, routeOfProgram, routeOfScript, withoutTitles } from "./lib/routes.mjs";
import { writeSmallMap } from "./lib/small-map.mjs";

const PROGRAMS_AT_ONCE = [1, 2];

/** Compares the routes for these wishes; gives how many steps and choices there were. */
async function compare(algorithm, root, graph, wishes) {
  const seen = { routes: 0, steps: 0, choices: 0, relied: 0, helpful: 0 };
  await inParallel(wishes, PROGRAMS_AT_ONCE, async ([goals, known]) => {
    const expected = withoutTitles(await routeOfProgram(root, goals, known));
    const found = routeOfScript(algorithm, graph, goals, known);
    assert.deepEqual(found, expected, `to ${goals} knowing ${known}`);
    seen.routes += 1;
    seen.steps += found.steps.length;
    seen.choices += found.steps.flatMap(({ choices }) => choices).length;
    seen.relied += found.relied.length;
    seen.helpful += found.helpful.length;
  });
  return seen;
}

test("to every goal of the real map", async (t) => {
  const graph = await graphOf(await build(t));
  const algorithm = await loadAlgorithm();
  const slugs = graph.entries.map(({ slug }) => slug);
  const { below, some } = random(20261122);
  const fromNothing = slugs.map((slug) => [[slug], []]);
  const withKnowledge = Array.from({ length: 60 }, () => [some(slugs, 1 + below(3)), some(slugs, 1 + below(6))]);
  const seen = await compare(algorithm, ROOT, graph, [...fromNothing, ...withKnowledge]);
  t.diagnostic(JSON.stringify(seen));
  assert.equal(seen.routes, slugs.length + 60);
  assert.ok(slugs.length > 90 && seen.steps > 500 && seen.relied > 100, "the map has grown together");
});

/** An entry that needs some of those before it, or one of several. */
function entry({ below, some }, before) {
  const needs = Array.from({ length: below(4) }, () => {
    const options = some(before, 1 + below(3));
    const key = options.length === 1 ? `id = "${options[0]}"` : `any = ${JSON.stringify(options)}`;
    // One entry is named in one need only.
    before = before.filter((slug) => !options.includes(slug));
    const need = below(4) === 0 ? "helpful" : "essential";
    return options.length === 0 ? "" : `[[prerequisites]]\n${key}\nneed = "${need}"\nwhy = "because of ${options}"\n`;
  });
  return `+++\ntitle = "T"\nsummary = "S."\nfield = "field"\nstatus = "established"\n${needs.join("")}+++\n\nText.\n`;
}

test("on random maps with choices", async (t) => {
  const algorithm = await loadAlgorithm();
  let choices = 0;
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const chance = random(seed * 7919);
    const slugs = Array.from({ length: 14 }, (_, n) => `e${(n * 5) % 14}`);
    const files = Object.fromEntries(slugs.map((slug, n) => [`content/areas/${slug}.md`, entry(chance, slugs.slice(0, n))]));
    const root = await temporaryFolder(t);
    await writeSmallMap(root, { files });
    const graph = await graphOf(await build(t, root));
    const wishes = Array.from({ length: 15 }, () => [chance.some(slugs, 1 + chance.below(3)), chance.some(slugs, chance.below(4))]);
    choices += (await compare(algorithm, root, graph, wishes)).choices;
  }
  t.diagnostic(`${choices} choices`);
  assert.ok(choices > 60, "the random maps are not too tame");
});
