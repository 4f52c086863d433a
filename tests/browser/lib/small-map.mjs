// A map as small as can be, for tests that change it or need odd content.

import { writeFiles } from "./folders.mjs";

const SETTINGS = `title = "A small map"
tagline = "Made for a test."
language = "en-GB"
base_url = "https://small.example/"
licence = "CC0"

[[statuses]]
id = "established"
meaning = "Settled."
`;

const FIELD = `+++
title = "The field"
summary = "Everything lies here."
holds = "areas"
+++

A field.
`;

const AREA = `+++
title = "The area"
summary = "All that there is."
field = "field"
status = "established"
+++

The old text.
`;

/** A page of prose with this body. */
export function prose(title, body) {
  return `+++\ntitle = "${title}"\nsummary = "Made for a test."\n+++\n\n${body}\n`;
}

/** Writes the map into a folder; `macros` are TeX macros, `files` further files or others in their place. */
export async function writeSmallMap(folder, { macros = {}, files = {} } = {}) {
  const lines = Object.entries(macros).map(([name, tex]) => `'${name}' = '${tex}'\n`);
  await writeFiles(folder, {
    "content/map.toml": `${SETTINGS}\n[macros]\n${lines.join("")}`,
    "content/fields/field.md": FIELD,
    "content/areas/area.md": AREA,
    ...files,
  });
}
