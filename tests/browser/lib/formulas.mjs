// The formulas of tests/cases/formulas.json, as a map.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./folders.mjs";
import { prose, writeSmallMap } from "./small-map.mjs";

export const PAGE = "formulas";
const FILE = `content/pages/${PAGE}.md`;

/** All of them: `{id, tex, display, macros}`. */
export async function allFormulas() {
  return JSON.parse(await readFile(join(ROOT, "tests/cases/formulas.json"), "utf8"));
}

/** Writes a map whose page holds the formulas, each in a paragraph of its own; gives file and line → formula. */
export async function writeFormulas(folder, formulas) {
  const macros = Object.assign({}, ...formulas.map((formula) => formula.macros));
  const mark = (formula) => (formula.display ? "$$" : "$");
  const body = formulas.map((formula) => mark(formula) + formula.tex + mark(formula)).join("\n\n");
  const text = prose("Formulas", body);
  await writeSmallMap(folder, { macros, files: { [FILE]: text } });
  const lines = text.split("\n");
  return (problem) => {
    if (problem.file !== FILE) throw new Error(`a problem that is not in a formula: ${problem.message}`);
    return formulas.find((formula) => lines[problem.line - 1] === mark(formula) + formula.tex + mark(formula));
  };
}
