// The search of a built site without a browser: its own script and its own data, run as they are.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

/** Reads the search of a site; gives `find(query)`, with and without the words of the texts. */
export async function openFinder(site) {
  const context = createContext({});
  for (const file of ["assets/js/search.js", "search-index.js", "search-words.js"]) {
    runInContext(await readFile(join(site, file), "utf8"), context, { filename: file });
  }
  const { find: engine, records, index, words } = context.portolan;
  const names = engine.build(records(index));
  const texts = engine.build(records(index));
  engine.addTexts(texts, words);
  return {
    records: texts.records,
    find: (query) => engine.find(texts, query),
    findName: (query) => engine.find(names, query),
  };
}

/** The address of the first find, or nothing. */
export const first = ({ groups }) => groups[0]?.hits[0].record.address;
