// Everything that can be taken away is what it says it is: each file is read by a parser or a schema that we did not write.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse as parseBib } from "@retorquere/bibtex-parser";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse as parseCsv } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed } from "feedsmith";
import Graph from "graphology";
import graphml from "graphology-graphml";
import jsonld from "jsonld";
import { parse as parseDot } from "ts-graphviz/ast";
import { slugs, works } from "./lib/content.mjs";
import { allPages } from "./lib/pages.mjs";
import { build, exported } from "./lib/portolan.mjs";

const BASE = "https://data.example/map/";
const ENTRY = "areas/neural-tangent-kernel/";
const PATH = "paths/physicist/";

const sorted = (list) => [...list].sort();

/** The keys of a bibliography that has no fault. */
function keysOf(bib) {
  const { entries, errors } = parseBib(bib);
  assert.deepEqual(errors, []);
  for (const { key, fields } of entries) assert.ok(fields.title, `${key} has a title`);
  return sorted(entries.map(({ key }) => key));
}

/** The keys of the works that a page links to. */
function worksLinked(html) {
  const [, main] = /<main[^]*?>([^]*)<\/main>/.exec(html);
  return sorted(new Set([...main.matchAll(/href="[./]*references\/([^/"]+)\/"/g)].map((match) => match[1])));
}

/** Reads JSON-LD without asking schema.org: all words are its words, and a URL is a name. */
async function expandedThing(html) {
  const [, text] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html);
  const context = { "@vocab": "https://schema.org/", url: { "@type": "@id" } };
  const documentLoader = async (documentUrl) => {
    assert.equal(documentUrl, "https://schema.org");
    return { contextUrl: null, documentUrl, document: { "@context": context } };
  };
  const things = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true });
  assert.equal(things.length, 1);
  return {
    types: things[0]["@type"].map((type) => type.replace("https://schema.org/", "")),
    get: (word) => things[0][`https://schema.org/${word}`]?.map((value) => value["@value"] ?? value["@id"] ?? value),
  };
}

test("what can be taken away", async (t) => {
  const site = await build(t, undefined, BASE);
  const read = (path) => readFile(join(site, path), "utf8");
  assert.match(await read("index.html"), /<title>The mathematics of AI<\/title>/);
  const { pages } = await allPages(site);
  const addresses = new Set(pages.map((page) => BASE + page));
  const map = JSON.parse(await read("map.json"));
  const entries = sorted([...(await slugs("areas")), ...(await slugs("mathematics"))]);
  const needs = map.entries.flatMap(({ slug, prerequisites }) =>
    prerequisites.flatMap(({ one_of, need }) => one_of.map((needed) => `${slug} ${need} ${needed}`)),
  );

  await t.test("map.json keeps to its schema", async () => {
    const ajv = addFormats(new Ajv({ allErrors: true, strictTypes: false }));
    const validate = ajv.compile(JSON.parse(await read("assets/map.schema.json")));
    validate(map);
    assert.deepEqual(validate.errors, null);
    assert.deepEqual(sorted(map.entries.map(({ slug }) => slug)), entries);
    assert.deepEqual(sorted(map.references.map(({ key }) => key)), await works());
    validate({ ...map, unheard_of: 1 });
    assert.equal(validate.errors.length, 1, "the schema refuses what it does not know");
  });

  await t.test("map.graphml is the prerequisite graph", async () => {
    const graph = graphml.parse(Graph, await read("map.graphml"));
    assert.deepEqual(sorted(graph.nodes()), entries);
    const edges = graph.mapEdges((_, { need, why }, from, to) => {
      assert.ok(why, `${from} → ${to} says why`);
      return `${from} ${need} ${to}`;
    });
    assert.deepEqual(sorted(edges), sorted(needs), "an edge leads from an entry to what it needs");
    for (const node of graph.nodes()) assert.ok(addresses.has(graph.getNodeAttribute(node, "url")), node);
  });

  await t.test("feed.xml is an Atom feed", async () => {
    const text = await read("feed.xml");
    assert.equal(XMLValidator.validate(text), true);
    const feed = parseAtomFeed(text);
    assert.equal(feed.title.value, map.title);
    assert.ok(feed.id && feed.updated && feed.authors.length > 0, "what Atom asks of a feed");
    assert.ok(feed.links.some(({ rel, href }) => rel === "self" && href === `${BASE}feed.xml`));
    assert.ok(feed.entries.length > 0);
    for (const { id, title, updated, links } of feed.entries) {
      assert.ok(title.value && !Number.isNaN(Date.parse(updated)), id);
      assert.ok(addresses.has(links[0].href), `${id} is a page`);
    }
    assert.equal(new Set(feed.entries.map(({ id }) => id)).size, feed.entries.length, "ids differ");
    const dates = feed.entries.map(({ updated }) => updated);
    assert.deepEqual(dates, sorted(dates).reverse(), "the newest first");
    assert.equal(feed.updated, dates[0]);
  });

  await t.test("sitemap.xml has every page", async () => {
    const text = await read("sitemap.xml");
    assert.equal(XMLValidator.validate(text), true);
    const found = new XMLParser().parse(text).urlset.url.map(({ loc }) => loc);
    const missing = [...addresses].filter((address) => !found.includes(address));
    // Nobody looks for these with a search engine.
    const forNoReader = ["404.html", "diagnostics/", "offline/", "search/"].map((page) => BASE + page);
    assert.deepEqual(sorted(missing), sorted(forNoReader));
    assert.deepEqual(found.filter((address) => !addresses.has(address)), []);
  });

  await t.test("references.bib has every work", async () => {
    const keys = keysOf(await read("references.bib"));
    assert.deepEqual(keys, await works());
    t.diagnostic(`${keys.length} works`);
  });

  for (const [what, page] of [["an entry", ENTRY], ["a path", PATH]]) {
    await t.test(`the bibliography of ${what} has the works that it points at`, async () => {
      const keys = keysOf(await read(`${page}references.bib`));
      assert.ok(keys.length > 0);
      const known = new Set(await works());
      assert.deepEqual(keys.filter((key) => !known.has(key)), []);
      const html = await read(`${page}index.html`);
      assert.ok(html.includes('references.bib"'), "the page links it");
      for (const key of worksLinked(html)) assert.ok(keys.includes(key), key);
    });
  }

  await t.test("pages say in JSON-LD what they are", async () => {
    const entry = await expandedThing(await read(`${ENTRY}index.html`));
    assert.deepEqual(entry.types, ["LearningResource", "DefinedTerm"]);
    assert.deepEqual(entry.get("url"), [BASE + ENTRY]);
    assert.equal(entry.get("competencyRequired").length, new Set(needs.filter((need) => need.startsWith("neural-tangent-kernel "))).size);

    const kinds = new Map();
    for (const key of await works()) {
      const html = await read(`references/${key}/index.html`);
      const work = await expandedThing(html);
      assert.deepEqual(work.get("url").length, 1, key);
      assert.equal(work.get("name").length, 1, key);
      for (const type of work.types) kinds.set(type, (kinds.get(type) ?? 0) + 1);
    }
    t.diagnostic(`works as ${[...kinds].map(([type, count]) => `${count} ${type}`).join(", ")}`);
    assert.ok(kinds.get("ScholarlyArticle") > 0 && kinds.get("Book") > 0);
  });

  await t.test("llms.txt has the form that is proposed at llmstxt.org", async () => {
    const lines = (await read("llms.txt")).split("\n").filter((line) => line);
    assert.equal(lines[0], `# ${map.title}`);
    assert.match(lines[1], /^> ./);
    const first = lines.findIndex((line) => line.startsWith("## "));
    assert.ok(first > 0, "it has sections");
    for (const line of lines.slice(first).filter((line) => !line.startsWith("## "))) {
      const [, title, url] = /^- \[(.+)\]\((\S+)\)(: .+)?$/.exec(line) ?? assert.fail(`no item of a list: ${line}`);
      const isFile = url.startsWith(BASE) && (await readFile(join(site, url.slice(BASE.length))).then(() => true, () => false));
      assert.ok(addresses.has(url) || isFile, `${title} leads to ${url}`);
    }
    const full = await read("llms-full.txt");
    for (const { title } of map.entries) assert.ok(full.includes(title), title);
  });
});

test("portolan export gives the same without a site", async (t) => {
  const site = await build(t);
  for (const [form, file] of [["json", "map.json"], ["graphml", "map.graphml"], ["bib", "references.bib"]]) {
    assert.equal(await exported(form), await readFile(join(site, file), "utf8"), form);
  }
  const entries = sorted([...(await slugs("areas")), ...(await slugs("mathematics"))]);
  const rows = parseCsv(await exported("csv"), { columns: true });
  assert.deepEqual(Object.keys(rows[0]), ["entry", "needs", "need", "choice", "why"]);
  for (const { entry, needs, why } of rows) assert.ok(entries.includes(entry) && entries.includes(needs) && why, `${entry} needs ${needs}`);

  const { children } = parseDot(await exported("dot"));
  const graph = children.find(({ type }) => type === "Graph");
  assert.ok(graph.directed);
  const inside = (node) => (node.children ?? []).flatMap((child) => [child, ...inside(child)]);
  const nodes = inside(graph).filter(({ type }) => type === "Node").map(({ id }) => id.value);
  const edges = inside(graph).filter(({ type }) => type === "Edge").map(({ targets }) => targets.map(({ id }) => id.value).join(" → "));
  assert.deepEqual(sorted(new Set(nodes)), entries);
  assert.deepEqual(sorted(edges), sorted(rows.map(({ entry, needs }) => `${needs} → ${entry}`)));
  t.diagnostic(`${nodes.length} nodes, ${edges.length} edges`);
});
