// Chromium, and what it complains about.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/**
 * A browser that talks to nobody but the server under test. The site's service worker is left out, since its requests would mix with
 * those of the pages; who wants it says `serviceWorkers: "allow"`.
 */
export async function startBrowser(t) {
  if (!existsSync(EXECUTABLE)) {
    throw new Error(`there is no ${EXECUTABLE}; install Chromium (\`apt-get install chromium\`) or name it in CHROMIUM`);
  }
  const browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Pages that were left are not kept in case of a return.
      "--disable-features=BackForwardCache",
    ],
  });
  t.after(() => browser.close());
  for (const open of ["newContext", "newPage"]) {
    const make = browser[open].bind(browser);
    browser[open] = (options = {}) => make({ serviceWorkers: "block", ...options });
  }
  return browser;
}

/** Lists what goes wrong on a page: errors of scripts, refusals of its security policy, requests that fail or go elsewhere. */
export async function watch(page, base) {
  const complaints = [];
  await page.exposeFunction("reportRefusal", (text) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.reportRefusal(`${event.effectiveDirective} refuses ${event.blockedURI}`);
    });
  });
  page.on("console", (message) => {
    // What `startBrowser` asked for.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // The icon comes when all else is done; a tab that goes on before has no use for it.
    if (request.url().endsWith("/icon.svg") && reason === "net::ERR_ABORTED") return;
    complaints.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:")) complaints.push(`asks another place: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`status ${response.status()}: ${response.url()}`);
  });
  /** Everything since the last call. */
  const take = () => complaints.splice(0);
  return { take };
}
