// Places of the repository, and temporary folders.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The repository, which is also the real map. */
export const ROOT = resolve(import.meta.dirname, "../../..");

const require = createRequire(import.meta.url);

/** Where an npm package lies. */
export function packageFolder(name) {
  return dirname(require.resolve(`${name}/package.json`));
}

/** A new folder that is gone when the test has ended. */
export async function temporaryFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), "portolan-test-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files (path → text) under a folder. */
export async function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
