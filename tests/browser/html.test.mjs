// The Nu HTML checker finds no error on any page.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { packageFolder, temporaryFolder, writeFiles } from "./lib/folders.mjs";
import { build } from "./lib/portolan.mjs";
import { assertNone } from "./lib/report.mjs";

const JAR = join(packageFolder("vnu-jar"), "build/dist/vnu.jar");

/** The checker's errors in all pages below some folders. */
function errorsIn(folders) {
  const options = ["-jar", JAR, "--errors-only", "--format", "json", "--skip-non-html", ...folders];
  return new Promise((resolve, reject) => {
    execFile("java", options, { maxBuffer: 2 ** 28 }, (error, _, report) => {
      if (error?.code === "ENOENT") reject(new Error("there is no `java`; install a Java runtime (default-jre-headless)"));
      // The status is 1 if there are errors in the pages; the report comes on standard error in both cases.
      else if (error && error.code !== 1) reject(error);
      else resolve(JSON.parse(report).messages);
    });
  });
}

test("no page has an error", async (t) => {
  const site = await build(t);
  assert.match(await readFile(join(site, "index.html"), "utf8"), /<title>The mathematics of AI<\/title>/);

  // A page with a mistake goes along: a checker that read nothing would find nothing.
  const control = await temporaryFolder(t);
  await writeFiles(control, {
    "index.html": '<!doctype html><html lang="en"><head><title>Control</title></head><body><p id="a b"></p></body></html>\n',
  });
  const errors = await errorsIn([site, control]);
  const inControl = (error) => error.url === `file:${join(control, "index.html")}`;
  assert.equal(errors.filter(inControl).length, 1, "the checker finds the mistake that was made for it");

  const base = pathToFileURL(site).pathname;
  const found = errors
    .filter((error) => !inControl(error))
    .map(({ url, lastLine, message, extract = "" }) => ({ where: `${url.slice(`file:${base}/`.length)}:${lastLine}`, what: `${message} ${extract}` }));
  assertNone(found, "errors");
});
