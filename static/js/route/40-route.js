// The route finder: what is wanted and known, in the address and in this browser, and the route that follows.
"use strict";

(() => {
  const { href, routes, known: store, combobox, routeView, takeAway } = globalThis.portolan;
  const { element, counted } = routeView;
  const graph = JSON.parse(document.getElementById("route-data").textContent);
  const { entries, kinds } = graph;
  const byId = (id) => document.getElementById(id);
  const say = routeView.words(graph, href);
  const places = new Map(entries.map(({ slug }, place) => [slug, place]));
  const slugs = (list) => [...list].map((place) => entries[place].slug);
  const placesOf = (list) => list.filter((slug) => places.has(slug)).map((slug) => places.get(slug));

  const MOST_NEXT = 12;
  const MANY = 4;

  /**
   * What is wanted, in this order, and what was said to be known. `shared` is a wish that somebody else has sent and that differs
   * from what this reader knows; `kept` one that is kept in this browser.
   */
  const wish = { want: [], know: new Set(), shared: false, kept: false };

  /** The wish that an address holds; one that names nothing known leaves that to the reader. */
  function parse(hash) {
    const parameters = new URLSearchParams(hash.slice(1));
    const list = (key) => placesOf((parameters.get(key) ?? "").split(","));
    return { want: list("want"), know: parameters.has("know") ? new Set(list("know")) : undefined };
  }

  const own = () => new Set(placesOf([...store.own().keys()]));

  function address() {
    const parts = [`want=${slugs(wish.want).join(",")}`];
    if (wish.know.size > 0) parts.push(`know=${slugs(wish.know).join(",")}`);
    return wish.want.length + wish.know.size > 0 ? `#${parts.join("&")}` : "";
  }

  function keep() {
    wish.kept = !wish.shared;
    if (wish.shared) return;
    const implied = (place) => slugs(routes.closure(entries, [place])).filter((slug) => slug !== entries[place].slug);
    store.keep(new Map([...wish.know].map((place) => [entries[place].slug, implied(place)])));
    store.keepAddress(address());
  }

  /**
   * Takes the wish from the address; if that is this browser's own, what is known may have changed since. What somebody else knows is
   * shown to a reader who has said nothing, and becomes the reader's own only when the reader changes something.
   */
  function load() {
    const isOwn = location.hash === "" || location.hash === store.address();
    const given = parse(isOwn ? store.address() : location.hash);
    const mine = own();
    wish.want = given.want;
    wish.know = isOwn ? mine : (given.know ?? mine);
    const differs = [...mine, ...wish.know].some((place) => mine.has(place) !== wish.know.has(place));
    wish.shared = differs && mine.size > 0;
    wish.kept = false;
    if (!differs) keep();
    show();
  }

  function change(update) {
    update();
    keep();
    history.replaceState(null, "", address() || location.pathname);
    const refocus = focusOfAnswer();
    show();
    refocus();
  }

  /** The answer is made anew with each change; what had the focus in it, or what has taken its place, gets it back. */
  function focusOfAnswer() {
    const held = document.activeElement;
    if (!byId("answer").contains(held)) return () => {};
    const part = ["route-steps", "helpful", "relied"].find((name) => held.closest(`.${name}`));
    const controls = () => [...document.querySelectorAll(`#answer .${part} :is(.tick input, button)`)];
    const at = controls().indexOf(held);
    return () => (controls()[at] ?? document.querySelector(`#answer .${part} > summary`) ?? byId("found")).focus();
  }

  /** Replaces the answer; what the reader has opened stays open. */
  function answer(...parts) {
    const open = [...byId("answer").querySelectorAll(":scope > details[open]")].map(({ className }) => className);
    byId("answer").replaceChildren(...parts.filter((part) => part));
    for (const details of byId("answer").querySelectorAll(":scope > details")) details.open = open.includes(details.className);
  }

  const setKnown = (place, isKnown) => change(() => (isKnown ? wish.know.add(place) : wish.know.delete(place)));
  const want = (place) => change(() => wish.want.includes(place) || wish.want.push(place));

  /** The chosen entries of one part of the wish; `remove` takes some away. */
  function chips(part, chosen, remove) {
    const button = (attributes, words, gone) => {
      const made = element("button", { type: "button", ...attributes }, words);
      made.addEventListener("click", () => {
        change(() => remove(gone));
        byId(`${part}-input`).focus();
      });
      return made;
    };
    const chip = (place) => {
      const cross = button({ "aria-label": `Remove ${say.title(place)}` }, "×", [place]);
      return element("li", { class: "chip" }, element("a", { href: say.address(place) }, say.title(place)), cross);
    };
    const items = chosen.map(chip);
    if (items.length >= MANY) items.push(element("li", {}, button({ class: "plain" }, "Clear all", chosen)));
    document.querySelector(`#${part} .chips`).replaceChildren(...items);
  }

  /** What the sender of an address knows is not kept as what this reader knows, unless the reader wants so. */
  function sharedNote() {
    const button = (words, act) => {
      const made = element("button", { type: "button", class: "plain" }, words);
      made.addEventListener("click", () => {
        change(act);
        byId("found").focus();
      });
      return made;
    };
    const mine = button("Use what I know", () => {
      wish.know = own();
      wish.shared = false;
    });
    const theirs = button("Keep this as mine", () => (wish.shared = false));
    return element("div", { class: "shared-note" }, element("p", {}, "This address came with its own list of what is known, and it differs from yours."), mine, theirs);
  }

  function actions(route) {
    const said = (words) => (byId("said").textContent = words);
    const button = (words, act, done) => {
      const made = element("button", { type: "button" }, words);
      made.addEventListener("click", async () => {
        try {
          await act();
          if (done) said(done);
          if (done) made.textContent = done;
        } catch (error) {
          said(`That did not work: ${error.message}`);
        }
      });
      return made;
    };
    const bib = async () => {
      const works = await takeAway.works("works.js");
      const keys = new Set(route.steps.map(({ place }) => say.read(place)?.key).filter((key) => key));
      takeAway.download("route.bib", [...keys].map((key) => works[key]).join("\n"));
    };
    const text = () => takeAway.markdown(say, { want: wish.want, know: [...wish.know] }, route);
    const chart = href(`#route=${slugs(route.steps.map(({ place }) => place)).join(",")}`);
    return element(
      "div",
      { class: "actions" },
      button("Copy link", () => takeAway.copy(location.href), "Link copied"),
      button("Copy as Markdown", () => takeAway.copy(text()), "Markdown copied"),
      button("Download .bib", bib),
      button("Print", () => print()),
      element("a", { href: chart, class: "button" }, "Show on the chart"),
    );
  }

  function steps(route) {
    return element("ol", { class: "route-steps" }, ...route.steps.map((step) => routeView.stepItem(say, step, setKnown)));
  }

  /** What is not known and needs nothing that is not known, what opens most first. */
  function withinReach() {
    const known = routes.closure(entries, wish.know);
    const isMet = (need) => need.helpful || need.any.some((place) => known.has(place));
    const ready = [...entries.keys()].filter((place) => !known.has(place) && entries[place].needs.every(isMet));
    const opens = new Map(ready.map((place) => [place, -1]));
    for (const place of entries.keys()) {
      for (const step of routes.closure(entries, [place])) if (opens.has(step)) opens.set(step, opens.get(step) + 1);
    }
    const found = ready.map((place) => ({ place, opens: opens.get(place) }));
    return found.sort((a, b) => b.opens - a.opens).slice(0, MOST_NEXT);
  }

  function nothingWanted() {
    const note = wish.know.size > 0 ? "Now say what you want to understand." : "Say what you want to understand, and what you know already.";
    const words = element("p", { class: "empty" }, `${note} The steps between appear here, each with its reason.`);
    const next = wish.know.size > 0 ? withinReach() : [];
    return next.length > 0 ? [words, routeView.nextPart(say, next, want)] : [words];
  }

  function show() {
    chips("want", wish.want, (gone) => (wish.want = wish.want.filter((place) => !gone.includes(place))));
    chips("know", [...wish.know], (gone) => gone.forEach((place) => wish.know.delete(place)));
    const route = routes.route(entries, wish.want, wish.know);
    const parts = [];
    if (wish.shared) parts.push(sharedNote());
    if (wish.want.length === 0) {
      byId("found").textContent = "Your route";
      byId("said").textContent = "";
      answer(...parts, ...nothingWanted());
      return;
    }
    const count = `${route.steps.length} new, ${route.relied.length} known`;
    byId("found").textContent = route.steps.length > 0 ? `Your route: ${count}` : "You know all of this";
    byId("said").textContent = `Your route has ${counted(route.steps.length, "step")}: ${count}`;
    const printed = element("p", { class: "only-print" }, `To understand ${wish.want.map(say.title).join(", ")}${wish.know.size > 0 ? `, knowing ${[...wish.know].map(say.title).join(", ")}` : ""}.`);
    parts.push(printed);
    if (route.steps.length > 0) parts.push(actions(route), steps(route));
    parts.push(routeView.reliedPart(say, route.relied, wish.know, setKnown), routeView.helpfulPart(say, route.helpful, want));
    answer(...parts);
  }

  const candidates = entries.map(({ title, names, topics, kind }, place) => ({
    place,
    title,
    names,
    topics: topics.map((topic) => graph.topics[topic]),
    kind: kinds[kind].one,
  }));
  candidates.sort((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));
  combobox(byId("want-input"), () => candidates.filter(({ place }) => !wish.want.includes(place)), want);
  combobox(byId("know-input"), () => candidates.filter(({ place }) => !wish.know.has(place)), (place) => setKnown(place, true));

  for (const link of document.querySelectorAll("a.take")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const preset = parse(link.getAttribute("href"));
      change(() => {
        wish.want = preset.want;
        for (const place of preset.know ?? []) wish.know.add(place);
      });
      byId("found").focus();
    });
  }
  addEventListener("hashchange", () => location.hash.includes("=") && load());
  store.watch(() => (wish.kept ? change(() => (wish.know = own())) : load()));
  load();
})();
