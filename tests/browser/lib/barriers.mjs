// What axe objects to on a page in the state that it is in.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "./folders.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Runs axe in the page; gives its objections as lines. */
export async function barriers(page) {
  await page.evaluate(await readFile(join(packageFolder("axe-core"), "axe.min.js"), "utf8"));
  return page.evaluate(async (tags) => {
    const options = { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
  }, TAGS);
}
