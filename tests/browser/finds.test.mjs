// What the search finds first on the real map: the built script and the built index, in Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import { first, openFinder } from "./lib/finder.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";

/** What is asked → the address of what must come first. */
const EXPECTED = {
  // Titles, whole and begun.
  "Optimal transport": "mathematics/optimal-transport/",
  "optimal tr": "mathematics/optimal-transport/",
  "neural tangent kernel": "areas/neural-tangent-kernel/",
  "double descent": "areas/double-descent/",
  tropical: "mathematics/tropical-geometry/",
  "path integral": "mathematics/path-integrals/",
  "SCALING LAWS": "areas/scaling-laws/",
  // Names in dialects.
  NTK: "areas/neural-tangent-kernel/",
  wasserstein: "mathematics/optimal-transport/",
  "AI alignment": "areas/alignment-theory/",
  // Accents, dashes, soft hyphens, possessives, TeX.
  Poincare: "references/nickel2017poincare/",
  Poincaré: "references/nickel2017poincare/",
  "mean-field": "areas/mean-field-training/",
  "mean field": "areas/mean-field-training/",
  "mean–field": "areas/mean-field-training/",
  meanfield: "areas/mean-field-training/",
  "op\u00adtimal trans\u00adport": "mathematics/optimal-transport/",
  "Barron’s rate": "areas/barron-spaces/#barron-rate",
  // Typing errors: left out, put in, changed, swapped.
  rademaher: "areas/uniform-convergence/#rademacher-bound",
  wasserstien: "mathematics/optimal-transport/",
  "optmal trnsport": "mathematics/optimal-transport/",
  "nueral tangent kernal": "areas/neural-tangent-kernel/",
  "quantum feild theory": "mathematics/quantum-field-theory/",
  "stochastic gradient decent": "areas/stochastic-gradient/",
  "unhackble proxies": "areas/alignment-theory/#unhackable",
  // British and American spelling, plurals.
  "renormalization group": "mathematics/renormalization/",
  "renormalisation group": "mathematics/renormalization/",
  "path integrals": "mathematics/path-integrals/",
  kernels: "topics/kernels/",
  // Works: people, year, title.
  "jacot 2018": "references/jacot2018neural/",
  "Jacot Gabriel Hongler": "references/jacot2018neural/",
  lecun: "references/choromanska2015loss/",
  "welling langevin": "references/welling2011bayesian/",
  // Statements, questions, fields, pages.
  "constancy of the kernel": "areas/neural-tangent-kernel/#constancy",
  bellman: "areas/mdp-dynamic-programming/#bellman",
  "scaling exponents": "questions/scaling-exponents/",
  "open questions": "questions/",
  "open question": "questions/",
  "open problems": "questions/",
  "open problem": "questions/",
  "rigour or heuristics": "debates/rigour-or-heuristics/",
  claims: "claims/",
  rosetta: "rosetta/",
};

async function openSite(t) {
  return openFinder(await build(t));
}

test("what is asked is found first", async (t) => {
  const { find } = await openSite(t);
  const wrong = Object.entries(EXPECTED).flatMap(([query, expected]) => {
    const found = first(find(query));
    return found === expected ? [] : [{ where: `"${query}"`, what: `finds ${found}, not ${expected}` }];
  });
  assertNone(wrong, "queries find something else");
  assert.ok(Object.keys(EXPECTED).length >= 30);
});

test("before the words of the texts have come, names are found in the same way", async (t) => {
  const { findName } = await openSite(t);
  for (const query of ["Optimal transport", "NTK", "wasserstien", "jacot 2018", "double descent"]) {
    assert.equal(first(findName(query)), EXPECTED[query], query);
  }
});

test("every title finds its own page", async (t) => {
  const { records, find } = await openSite(t);
  const documents = records.filter(({ isWhole }) => isWhole);
  assert.ok(documents.length > 150);
  const wrong = documents.flatMap(({ title, address }) => {
    const groups = find(title).groups.map(({ hits }) => hits[0].record);
    // Two things of one title may share the first place of their kinds.
    const found = groups.find((record) => record.title === title);
    return groups.some((record) => record.address === address) || found ? [] : [{ where: address, what: `"${title}" finds ${groups[0]?.address}` }];
  });
  assertNone(wrong, "titles find another page");
});

test("texts are found by what only they say", async (t) => {
  const { find, findName } = await openSite(t);
  assert.equal(findName("lipschitz").count, 0, "no name has the word, or this test needs another one");
  const { groups, count } = find("lipshitz");
  assert.ok(count > 5, "the word is found in the texts, although it was misspelt");
  assert.ok(["text", "often"].includes(groups[0].hits[0].place));
  assert.ok(find("$L^2$").count > 0 && find("L²").count === find("l2").count, "TeX and its picture are the same");
});

test("questions are found by what they need, and by what else they are called", async (t) => {
  const { find, findName } = await openSite(t);
  const questions = (found) => [...(found.groups.find(({ title }) => title === "Open questions")?.hits ?? [])].map(({ record }) => record.address);
  const needing = ["questions/depth-of-flows/", "questions/mean-field-rates/", "questions/one-basin/"];
  assert.deepEqual(questions(find("optimal transport")).sort(), needing, "also those that do not say so in their title or sentence");
  assert.deepEqual(questions(findName("optimal transport")).sort(), needing);
  for (const query of ["optimal transport open questions", "open problems in optimal transport", "optimal transport open problem"]) {
    assert.deepEqual(questions(find(query)).sort(), needing, query);
  }
  for (const query of ["open problem", "open problems", "open question", "open questions"]) assert.ok(questions(find(query)).length >= 20, query);
});

test("what is not there is not found, and what is half there is offered as such", async (t) => {
  const { find } = await openSite(t);
  const nothing = find("xyzzyq");
  assert.ok(nothing.count === 0 && nothing.groups.length === 0 && !nothing.some);
  assert.equal(find("   ").count, 0);
  const half = find("wasserstein xyzzyq");
  assert.ok(half.some && half.count > 0);
  assert.equal(first(half), "mathematics/optimal-transport/");
  const natural = find("what do you know about the neural tangent kernel?");
  assert.equal(first(natural), "areas/neural-tangent-kernel/", "words that all texts have are not needed");
});

test("no query breaks the search", async (t) => {
  const { find } = await openSite(t);
  const odd = ["", "-", "--", "'", "\\", "$", "^", "(", "[a", "*", "?", "\u0000", "__proto__", "constructor", "toString", "😀", "العربية", "x".repeat(2000), "a ".repeat(200)];
  for (const query of odd) assert.ok(find(query).count >= 0, query);
});
