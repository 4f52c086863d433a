// The formulas of tests/cases/formulas.json, as maps.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./folders.mjs";
import { prose, writeSmallMap } from "./small-map.mjs";

/** The page that holds all of them. */
export const PAGE = "formulas";

/** All of them: `{id, tex, display, macros}`. */
export async function allFormulas() {
  return JSON.parse(await readFile(join(ROOT, "tests/cases/formulas.json"), "utf8"));
}

/** Whether this is nothing but a reference to a numbered formula, and so a link. */
export const isReference = ({ tex }) => /^\\eqref\{[^}]*\}$/.test(tex);

const macrosOf = (formulas) => Object.assign({}, ...formulas.map((formula) => formula.macros));

function written({ tex, display }) {
  const mark = display ? "$$" : "$";
  return mark + tex + mark;
}

/** Writes a map with one page, which holds the formulas, each in a paragraph of its own. */
export async function writeTogether(folder, formulas) {
  const text = prose("Formulas", formulas.map(written).join("\n\n"));
  await writeSmallMap(folder, { macros: macrosOf(formulas), files: { [`content/pages/${PAGE}.md`]: text } });
}

/** The formulas whose labels this one refers to. */
function targets({ tex }, formulas) {
  const labels = [...tex.matchAll(/\\eqref(\{[^}]*\})/g)].map((match) => `\\label${match[1]}`);
  return formulas.filter((other) => labels.some((label) => other.tex.includes(label)));
}

/**
 * Writes a map with a page for each formula, so that none can be in another's way. What a formula refers to stands on its page
 * too, below it. Gives the problems of each formula: a function from a list of problems.
 */
export async function writeApart(folder, formulas) {
  const file = (at) => `content/pages/formula-${at}.md`;
  const text = (formula, at) => prose(`Formula ${at}`, [formula, ...targets(formula, formulas)].map(written).join("\n\n"));
  const files = Object.fromEntries(formulas.map((formula, at) => [file(at), text(formula, at)]));
  await writeSmallMap(folder, { macros: macrosOf(formulas), files });
  return (problems) => new Map(formulas.map((formula, at) => [formula, problems.filter((problem) => problem.file === file(at))]));
}
