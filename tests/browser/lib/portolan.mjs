// The program under test.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT, temporaryFolder } from "./folders.mjs";
import { PATIENCE } from "./waiting.mjs";

/** The release binary; another one can be named by the variable PORTOLAN. */
export const BINARY = process.env.PORTOLAN ?? join(ROOT, "target/release/portolan");

if (!existsSync(BINARY)) {
  throw new Error(`there is no ${BINARY}; run \`cargo build --release\`, or tests/run, which does it`);
}

const run = promisify(execFile);

/** Builds the map at `root` into a temporary folder, and says where that is. */
export async function build(t, root = ROOT, baseUrl = undefined) {
  const folder = join(await temporaryFolder(t), "site");
  const address = baseUrl === undefined ? [] : ["--base-url", baseUrl];
  await run(BINARY, ["build", root, "--output", folder, ...address], { timeout: PATIENCE });
  return folder;
}

/** The problems that `portolan check` finds in the map at `root`. */
export async function check(root) {
  // With errors in the content the status is 1, and the report is still on standard output.
  const { stdout } = await run(BINARY, ["check", root, "--format", "json"], { timeout: PATIENCE }).catch((error) => {
    if (error.code === 1) return error;
    throw error;
  });
  return JSON.parse(stdout).diagnostics;
}

/** What `portolan export` prints of the real map. */
export async function exported(form) {
  const { stdout } = await run(BINARY, ["export", form, ROOT], { timeout: PATIENCE, maxBuffer: 2 ** 28 });
  return stdout;
}
