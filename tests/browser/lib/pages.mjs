// The pages of a built site.

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The addresses of all pages, such as `areas/nngp/`; `404.html` keeps its name. */
export async function allPages(site) {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html")).map((file) => file.replace(/(^|\/)index\.html$/, "$1"));
  return pages.sort();
}

/** The fullest page of a folder, since it holds most of what can go wrong. */
async function fullest(site, names) {
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(site, name, "index.html"))).size));
  return `${names[sizes.indexOf(Math.max(...sizes))]}/`;
}

const LISTS = ["areas", "mathematics", "topics", "fields", "questions", "debates", "paths", "references"];

/** One page of each kind: its name in reports → its address. */
export async function oneOfEachKind(site) {
  const kinds = { home: "", diagnostics: "diagnostics/", missing: "404.html" };
  for (const list of LISTS) {
    const inside = await readdir(join(site, list), { withFileTypes: true });
    const members = inside.filter((entry) => entry.isDirectory()).map((entry) => `${list}/${entry.name}`);
    kinds[`${list}, the list`] = `${list}/`;
    kinds[`${list}, one of them`] = await fullest(site, members);
  }
  const top = await readdir(site, { withFileTypes: true });
  const other = top.filter((entry) => entry.isDirectory() && !LISTS.includes(entry.name));
  const prose = other.map((entry) => entry.name).filter((name) => !["assets", "fonts", "images", "diagnostics"].includes(name));
  kinds["a page of prose"] = await fullest(site, prose);
  return kinds;
}
