// A web server as simple as the hosts of static files: GitHub Pages answers in the same way.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const kindOf = (path) => stat(path).then((found) => (found.isDirectory() ? "folder" : "file"), () => "nothing");

/** Starts a server at 127.0.0.1 without content. `mount(prefix, folder)` shows a folder below an address such as `/repo/`. */
export async function startServer(t) {
  const mounts = [];

  async function send(response, status, path) {
    response.writeHead(status, { "Content-Type": KINDS[extname(path)] ?? "application/octet-stream" });
    response.end(await readFile(path));
  }

  async function answer(request, response) {
    const address = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
    const found = mounts.find(({ prefix }) => address.startsWith(prefix));
    if (!found) return response.writeHead(404).end("nothing is mounted here");
    const path = join(found.folder, address.slice(found.prefix.length));
    const kind = await kindOf(path);
    if (kind === "file") return send(response, 200, path);
    if (kind === "folder" && !address.endsWith("/")) {
      return response.writeHead(301, { Location: encodeURI(`${address}/`) }).end();
    }
    const index = join(path, "index.html");
    if ((await kindOf(index)) === "file") return send(response, 200, index);
    const missing = join(found.folder, "404.html");
    if ((await kindOf(missing)) === "file") return send(response, 404, missing);
    response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((started, failed) => server.once("error", failed).listen(0, "127.0.0.1", started));
  /** From now on nobody answers. */
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  t.after(stop);
  return {
    stop,
    url: `http://127.0.0.1:${server.address().port}`,
    mount(prefix, folder) {
      mounts.unshift({ prefix, folder });
    },
  };
}
