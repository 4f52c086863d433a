// `portolan serve` as a process.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { BINARY } from "./portolan.mjs";
import { PATIENCE, within } from "./waiting.mjs";

/** A port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts `portolan serve` and waits until the site is there; it is ended with the test. */
export async function startServe(t, root, port) {
  const process = spawn(BINARY, ["serve", root, "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(process, "exit");
  t.after(async () => {
    process.kill();
    await exited;
  });
  const said = [];
  process.stderr.on("data", (text) => said.push(text));
  const started = new Promise((ready, failed) => {
    process.stdout.on("data", (text) => {
      said.push(text);
      if (said.join("").includes("the site is at")) ready();
    });
    process.on("error", failed);
    process.on("exit", (status) => failed(new Error(`serve ended with status ${status}: ${said.join("")}`)));
  });
  await within(started, "for `portolan serve` to show the site");
  return { url: `http://127.0.0.1:${port}` };
}

/** Runs `portolan serve` where it cannot; gives its status and what it says. */
export async function failToServe(root, port) {
  const process = spawn(BINARY, ["serve", root, "--port", String(port)], { stdio: ["ignore", "ignore", "pipe"], timeout: PATIENCE });
  let said = "";
  process.stderr.on("data", (text) => (said += text));
  const [status] = await once(process, "close");
  return { status, said };
}
