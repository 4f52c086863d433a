// What the content folder holds, read without the program.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./folders.mjs";

/** The names of the Markdown files of a folder of the real map, without those for people. */
export async function slugs(folder) {
  const files = await readdir(join(ROOT, "content", folder));
  return files.filter((file) => file.endsWith(".md") && file !== "README.md").map((file) => file.slice(0, -3)).sort();
}

/** The keys of all works in the bibliography of the real map. */
export async function works() {
  const folder = join(ROOT, "content/references");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".bib"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/^@\w+\{([^,\s]+),/gm)].map((match) => match[1])).sort();
}

/** The front matter of one file, as its lines. */
export async function frontMatter(path) {
  const text = await readFile(join(ROOT, "content", path), "utf8");
  return text.split("+++")[1];
}
