// The pages of a built site.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const LEADS_ON = /<meta http-equiv="refresh" content="0; url=([^"]+)"/;

/**
 * The addresses of all pages, such as `areas/nngp/`; `404.html` keeps its name. A page at an old address that only leads on to
 * the new one cannot be looked at: those come apart, as address → where it leads.
 */
export async function allPages(site) {
  const files = await readdir(site, { recursive: true });
  const pages = [];
  const redirects = new Map();
  for (const file of files.filter((file) => file.endsWith(".html")).sort()) {
    const address = file.replace(/(^|\/)index\.html$/, "$1");
    const to = LEADS_ON.exec(await readFile(join(site, file), "utf8"))?.[1];
    if (to === undefined) pages.push(address);
    else redirects.set(address, to);
  }
  return { pages, redirects };
}

/** One page of each kind: all that lie at the top, and from every folder the fullest, which holds most of what can go wrong. */
export async function oneOfEachKind(site) {
  const kinds = [];
  const fullest = new Map();
  for (const address of (await allPages(site)).pages) {
    const parts = address.split("/").filter((part) => part);
    if (parts.length < 2) {
      kinds.push(address);
      continue;
    }
    const folder = parts.slice(0, -1).join("/");
    const { size } = await stat(join(site, address, "index.html"));
    if (size > (fullest.get(folder)?.size ?? 0)) fullest.set(folder, { address, size });
  }
  return [...kinds, ...[...fullest.values()].map(({ address }) => address)];
}
