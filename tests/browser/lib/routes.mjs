// Routes as the program finds them, and as the script of the site does.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runInThisContext } from "node:vm";
import { ROOT } from "./folders.mjs";
import { BINARY } from "./portolan.mjs";
import { PATIENCE } from "./waiting.mjs";

const run = promisify(execFile);

/** The route that the program prints. */
export async function routeOfProgram(root, goals, known = []) {
  const knows = known.length > 0 ? ["--known", known.join(",")] : [];
  const { stdout } = await run(BINARY, ["route", ...goals, ...knows, "--format", "json", "--root", root], { timeout: PATIENCE });
  return JSON.parse(stdout);
}

/** The graph that the route finder of a built site has in its page. */
export async function graphOf(site) {
  const html = await readFile(join(site, "route/index.html"), "utf8");
  return JSON.parse(/<script type="application\/json" id="route-data">(.*?)<\/script>/s.exec(html)[1]);
}

/** The script's own algorithm, as the pages load it. */
export async function loadAlgorithm() {
  const file = join(ROOT, "static/js/plan/10-routes.js");
  runInThisContext(await readFile(file, "utf8"), file);
  return globalThis.portolan.routes;
}

/** The route that the script finds, in the words of the program. */
export function routeOfScript(algorithm, { entries }, goals, known = []) {
  const slug = (place) => entries[place].slug;
  const places = (slugs) => slugs.map((slug) => entries.findIndex((entry) => entry.slug === slug));
  const reasons = (list) =>
    list.map(({ from, need }) => {
      const { helpful, why } = entries[from].needs[need];
      return { from: slug(from), need: helpful ? "helpful" : "essential", why };
    });
  const route = algorithm.route(entries, places(goals), places(known));
  return {
    steps: route.steps.map(({ place, goal, reasons: why, choices }) => ({
      entry: slug(place),
      goal,
      reasons: reasons(why),
      choices: choices.map(({ need, taken, because }) => ({
        one_of: entries[place].needs[need].any.map(slug),
        taken: slug(taken),
        because,
      })),
    })),
    relied: route.relied.map(slug),
    helpful: route.helpful.map(({ place, steps, reasons: why }) => ({ entry: slug(place), steps, reasons: reasons(why) })),
  };
}

/** Only what both say: titles and first resources are the program's own addition. */
export function withoutTitles(route) {
  return {
    ...route,
    steps: route.steps.map(({ entry, goal, reasons, choices }) => ({ entry, goal, reasons, choices })),
    helpful: route.helpful.map(({ entry, steps, reasons }) => ({ entry, steps, reasons })),
  };
}
