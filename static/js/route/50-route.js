// The route finder: the fields and lists of the wish, and the route that follows from it.
"use strict";

(() => {
  const { href, routes, known: store, combobox, routeWords, routeView, takeAway, wishOf } = globalThis.portolan;
  const { element, counted } = routeView;
  const graph = JSON.parse(document.getElementById("route-data").textContent);
  const { entries, kinds } = graph;
  const byId = (id) => document.getElementById(id);
  const say = routeWords(graph, href);
  const wish = wishOf(entries);

  const MOST_NEXT = 12;
  const MANY = 4;
  /** How long a button says that it has done something, in milliseconds. */
  const DONE = 4000;

  /** Says something that has happened, to those who see it and to those who do not. */
  function tell(words, more = "") {
    byId("did").textContent = words;
    byId("did").hidden = words === "";
    byId("said").textContent = `${words} ${more}`.trim();
  }

  function change(words, update) {
    const giveBack = hold();
    wish.change(words, update);
    show(words);
    giveBack();
  }

  /**
   * The answer is made anew with each change; what had the focus in it, or what has taken its place, gets it back and stays at its
   * height in the window.
   */
  function hold() {
    const held = document.activeElement;
    if (!byId("answer").contains(held)) return () => {};
    const part = ["route-steps", "helpful", "relied"].find((name) => held.closest(`.${name}`));
    const controls = () => [...document.querySelectorAll(`#answer .${part} :is(.tick input, button)`)];
    const at = controls().indexOf(held);
    const { top } = held.getBoundingClientRect();
    return () => {
      const heir = controls()[at] ?? controls().at(-1) ?? document.querySelector(`#answer .${part} > summary`);
      if (!heir) return byId("found").focus();
      heir.focus({ preventScroll: true });
      scrollBy({ top: heir.getBoundingClientRect().top - top, behavior: "instant" });
    };
  }

  /** Replaces the answer; what the reader has opened stays open. */
  function answer(...parts) {
    const open = [...byId("answer").querySelectorAll(":scope > details[open]")].map(({ className }) => className);
    byId("answer").replaceChildren(...parts.filter((part) => part));
    for (const details of byId("answer").querySelectorAll(":scope > details")) details.open = open.includes(details.className);
  }

  function setKnown(place, isKnown) {
    const words = isKnown ? `You know ${say.title(place)}.` : `You do not know ${say.title(place)}.`;
    change(words, ({ know }) => (isKnown ? know.add(place) : know.delete(place)));
  }

  function want(place) {
    change(`${say.title(place)} is a goal.`, () => {
      wish.also = wish.also.filter((other) => other !== place);
      wish.want.push(place);
    });
  }

  const add = (place) => change(`${say.title(place)} was added.`, ({ also }) => also.push(place));

  /** What somebody picked for one part of the wish, unless it is there already. */
  const picked = (isChosen, take) => (place) => (isChosen(place) ? tell(`${say.title(place)} is already chosen; nothing has changed.`) : take(place));

  /** The chosen entries of one part of the wish; `remove` takes some away. */
  function chips(part, chosen, remove) {
    const button = (attributes, words, sentence, gone) => {
      const made = element("button", { type: "button", ...attributes }, words);
      made.addEventListener("click", () => {
        change(sentence, () => remove(gone));
        byId(`${part}-input`).focus();
      });
      return made;
    };
    const ends = part === "want" ? "no longer wanted." : "no longer counted as known.";
    const chip = (place) => {
      const title = say.title(place);
      const cross = button({ "aria-label": `Remove ${title}` }, "×", `${title} is ${ends}`, [place]);
      const note = part === "want" && wish.also.includes(place) ? element("span", { class: "chip-note" }, "added") : undefined;
      return element("li", { class: "chip" }, element("a", { href: say.address(place) }, title), note, cross);
    };
    const items = chosen.map(chip);
    if (items.length >= MANY) items.push(element("li", {}, button({ class: "plain" }, "Clear all", `${counted(items.length, "entry is", "entries are")} ${ends}`, chosen)));
    document.querySelector(`#${part} .chips`).replaceChildren(...items);
  }

  /** What the sender of an address knows is not kept as what this reader knows, unless the reader wants so. */
  function sharedNote() {
    const button = (words, sentence, update) => {
      const made = element("button", { type: "button", class: "plain" }, words);
      made.addEventListener("click", () => {
        change(sentence, update);
        byId("found").focus();
      });
      return made;
    };
    const some = wish.own().size > 0;
    const mine = button(some ? "Use what I know" : "Leave it out", some ? "What you know is used." : "The list was left out.", () => {
      wish.know = wish.own();
      wish.shared = false;
    });
    const theirs = button("Keep this as mine", "The list is kept as what you know.", () => (wish.shared = false));
    const words = `This address came with its own list of what is known${some ? ", and it differs from yours" : ""}. Nothing of it is kept in your browser unless you say so.`;
    return element("div", { class: "shared-note" }, element("p", {}, words), mine, theirs);
  }

  /** A button that says for a while that it has done what it should. It has both labels, so that its width does not change. */
  function doer(words, act, done) {
    const made = element("button", { type: "button", class: "doer" }, element("span", {}, words), done && element("span", {}, done));
    let timer;
    made.addEventListener("click", async () => {
      try {
        await act();
      } catch (error) {
        return tell(`That did not work: ${error.message}`);
      }
      if (!done) return undefined;
      made.dataset.done = "";
      byId("said").textContent = done;
      clearTimeout(timer);
      timer = setTimeout(() => {
        delete made.dataset.done;
        if (byId("said").textContent === done) byId("said").textContent = "";
      }, DONE);
    });
    return made;
  }

  function actions(steps) {
    const bib = async () => {
      const works = await takeAway.works("works.js");
      const keys = new Set(steps.flatMap((step) => say.reading(step)).map(({ key }) => key));
      takeAway.download("route.bib", [...keys].map((key) => works[key]).join("\n"));
    };
    const text = () => takeAway.markdown(say, { want: wish.want, know: [...wish.know], address: wish.link() }, steps, wish.helpful());
    const chart = href(`#route=${wish.slugs(steps.map(({ place }) => place))}`);
    return element(
      "div",
      { class: "actions" },
      doer("Copy link", () => takeAway.copy(wish.link()), "Link copied"),
      doer("Copy as Markdown", () => takeAway.copy(text()), "Markdown copied"),
      doer("Download .bib", bib, "Downloaded"),
      doer("Print", () => print()),
      element("a", { href: chart, class: "button" }, "Show on the chart"),
    );
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

  /** Of each place, which of the named entries imply it. */
  function sources() {
    const closures = [...wish.know].map((named) => [named, routes.closure(entries, [named])]);
    return (place) => closures.filter(([, implied]) => implied.has(place)).map(([named]) => named);
  }

  function printed() {
    const titles = (list) => [...list].map(say.title).join(", ");
    const known = wish.know.size > 0 ? `, knowing ${titles(wish.know)}` : "";
    const words = element("p", {}, `To understand ${titles(wish.want)}${known}.`);
    return element("div", { class: "only-print" }, words, element("p", { class: "route-address" }, wish.link()));
  }

  /** The answer to what is wanted, and the words for its heading. */
  function found() {
    const steps = wish.steps();
    const relied = wish.relied();
    const isDone = steps.length === 0;
    const list = element("ol", { class: "route-steps" }, ...steps.map((step, at) => routeView.stepItem(say, step, steps[at - 1], setKnown)));
    const rest = [routeView.reliedPart(say, relied, sources(), setKnown), routeView.helpfulPart(say, wish.helpful(), add)];
    const count = `${steps.length} new, ${relied.length} known`;
    return {
      heading: isDone ? "You know all of this" : `Your route: ${count}`,
      said: `Your route has ${counted(steps.length, "step")}: ${count}`,
      parts: [printed(), ...(isDone ? [] : [actions(steps), list]), ...rest],
    };
  }

  /** Shows the wish and what follows from it; `did` says what has just changed. */
  function show(did = "") {
    chips("want", [...wish.want, ...wish.also], (gone) => {
      for (const key of ["want", "also"]) wish[key] = wish[key].filter((place) => !gone.includes(place));
    });
    chips("know", [...wish.know], (gone) => gone.forEach((place) => wish.know.delete(place)));
    const { heading, said, parts } = wish.want.length > 0 ? found() : { heading: "Your route", said: "", parts: nothingWanted() };
    byId("found").textContent = heading;
    byId("undo").hidden = wish.last() === undefined;
    byId("undo-what").textContent = `: ${wish.last()}`;
    tell(did, said);
    answer(wish.shared && sharedNote(), ...parts);
  }

  const candidates = entries.map(({ title, names, topics, kind }, place) => ({
    place,
    title,
    names,
    topics: topics.map((topic) => graph.topics[topic]),
    kind: kinds[kind].one,
  }));
  candidates.sort((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));
  const offer = (part, isChosen, take) =>
    combobox(byId(`${part}-input`), () => candidates.map((one) => ({ ...one, chosen: isChosen(one.place) })), picked(isChosen, take));
  offer("want", (place) => wish.want.includes(place), want);
  offer("know", (place) => wish.know.has(place), (place) => setKnown(place, true));

  for (const link of document.querySelectorAll("a.take")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const preset = wish.parse(link.getAttribute("href"));
      const fresh = [...(preset.know ?? [])].filter((place) => !wish.know.has(place));
      const known = fresh.length > 0 ? counted(fresh.length, "entry was", "entries were") : "nothing was";
      change(`${counted(preset.want.length, "goal")}; ${known} added to what you know.`, () => {
        [wish.want, wish.also] = [preset.want, []];
        for (const place of fresh) wish.know.add(place);
      });
      byId("found").focus();
    });
  }
  byId("undo").addEventListener("click", () => {
    show(`Undone: ${wish.undo()}`);
    (byId("undo").hidden ? byId("found") : byId("undo")).focus();
  });
  // Not every browser gives the focus to what is clicked.
  byId("answer").addEventListener("click", ({ target }) => target.closest("button, input")?.focus({ preventScroll: true }), true);
  const load = () => {
    wish.load();
    show();
  };
  addEventListener("hashchange", () => location.hash.includes("=") && load());
  store.watch(() => wish.follow() && show());
  load();
})();
