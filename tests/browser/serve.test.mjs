// `portolan serve` shows the site, follows every change, and answers to this machine only.

import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { startBrowser, watch } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/folders.mjs";
import { failToServe, freePort, startServe } from "./lib/serving.mjs";
import { prose, writeSmallMap } from "./lib/small-map.mjs";
import { until } from "./lib/waiting.mjs";

const AREA = "content/areas/area.md";
const EXTRA = "content/pages/extra.md";
const TITLE = "The area · A small map";

async function serveSmallMap(t) {
  const root = await temporaryFolder(t);
  await writeSmallMap(root, { files: { [EXTRA]: prose("Extra", "A page more.") } });
  const port = await freePort();
  return { root, port, ...(await startServe(t, root, port)) };
}

async function openArea(t) {
  const map = await serveSmallMap(t);
  const browser = await startBrowser(t);
  const page = await browser.newPage();
  const watcher = await watch(page, map.url);
  await page.goto(`${map.url}/areas/area/`);
  assert.equal(await page.title(), TITLE);
  const says = (text) => page.locator(".prose", { hasText: text }).waitFor();
  await says("The old text.");
  const problems = page.locator("#portolan-problems");
  assert.equal(await problems.count(), 0, "nothing is wrong at first");
  const edit = async (change) => {
    const file = join(map.root, AREA);
    await writeFile(file, change(await readFile(file, "utf8")));
  };
  return { ...map, page, watcher, says, problems, edit };
}

test("an edit shows by itself", async (t) => {
  const { page, watcher, says, edit } = await openArea(t);
  await edit((text) => text.replace("The old text.", "The new text."));
  await says("The new text.");
  await edit((text) => text.replace('"The area"', '"The renamed area"'));
  await page.waitForFunction(() => document.title === "The renamed area · A small map");
  const complaints = watcher.take().filter((text) => !text.includes("/-/news"));
  assert.deepEqual(complaints, [], "the reload keeps to the page's security policy");
});

test("editors that replace the file are followed too", async (t) => {
  const { root, says } = await openArea(t);
  const text = await readFile(join(root, AREA), "utf8");
  await writeFile(join(root, `${AREA}.new`), text.replace("The old text.", "The replaced text."));
  await rename(join(root, `${AREA}.new`), join(root, AREA));
  await says("The replaced text.");
});

test("a mistake shows on the page until it is mended", async (t) => {
  const { page, says, problems, edit } = await openArea(t);
  await edit((text) => text.replace("The old text.", "See [[nowhere]]."));
  await problems.waitFor();
  const said = await problems.innerText();
  assert.match(said, /unknown-entry/);
  assert.ok(said.includes(AREA), `it names the file: ${said}`);
  assert.equal(await page.title(), TITLE);
  await says("The old text.");
  await edit((text) => text.replace("See [[nowhere]].", "The mended text."));
  await says("The mended text.");
  assert.equal(await problems.count(), 0, "the mistake is forgotten");
});

test("a file that vanishes is survived", async (t) => {
  const { root, url, says, edit } = await openArea(t);
  assert.equal((await fetch(`${url}/extra/`)).status, 200);
  await rm(join(root, EXTRA));
  await until(async () => (await fetch(`${url}/extra/`)).status === 404, "the page goes with its file");
  await edit((text) => text.replace("The old text.", "Still here."));
  await says("Still here.");
});

test("a port in use is no riddle", async (t) => {
  const { root, port, url } = await serveSmallMap(t);
  assert.match(await (await fetch(url)).text(), /<title>A small map<\/title>/);
  const { status, said } = await failToServe(root, port);
  assert.equal(status, 2);
  assert.match(said, new RegExp(`port ${port} is in use`));
  const named = Number(said.match(/--port (\d+)/)?.[1]);
  const { url: other } = await startServe(t, root, named);
  assert.equal((await fetch(other)).status, 200, "the port that it names is free");
});

/** The status of the answer to a request that calls the server by this name. */
function statusFor(port, path, host) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers: { Host: host } }, (response) => {
      resolve(response.statusCode);
      response.destroy();
    });
    asked.on("error", reject).end();
  });
}

test("other names are refused", async (t) => {
  const { port, url } = await serveSmallMap(t);
  assert.match(await (await fetch(url)).text(), /<title>A small map<\/title>/);
  for (const path of ["/", "/areas/area/", "/-/news", "/-/serve.js"]) {
    assert.equal(await statusFor(port, path, `evil.example:${port}`), 403, path);
    assert.equal(await statusFor(port, path, "127.0.0.1.evil.example"), 403, path);
    assert.equal(await statusFor(port, path, `localhost:${port}`), 200, path);
  }
});

/** Whether somebody takes a connection there. */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.on("connect", () => (socket.destroy(), resolve(true)));
    socket.on("error", () => resolve(false));
  });
}

test("it listens at 127.0.0.1 only", async (t) => {
  const { port, url } = await serveSmallMap(t);
  assert.match(await (await fetch(url)).text(), /<title>A small map<\/title>/);
  assert.equal(await answers("127.0.0.1", port), true);
  // This is the same machine by another of its addresses; a server that listens everywhere would answer.
  assert.equal(await answers("127.0.0.2", port), false);
});
