// Words about the entries of a map, for the route as part of the page and for the route to take along.
"use strict";

globalThis.portolan ??= {};

globalThis.portolan.routeWords = (() => {
  const BECAUSE = { known: "you know", "on the way": "is on your route anyway", "fewer steps": "was taken, since it adds the fewest steps" };
  const MOST_NAMED = 2;

  /** `href` makes addresses of the site. */
  return function words({ entries, kinds, fields, works }, href) {
    const title = (place) => entries[place].title;
    const address = (place) => href(`${kinds[entries[place].kind].folder}/${entries[place].slug}/`);
    const reason = ({ from, need }) => ({ from: title(from), ...entries[from].needs[need] });

    function choice(place, { need, taken, because }) {
      const options = entries[place].needs[need].any.map(title).join(" or ");
      if (because === "known") return `${options} would do; ${BECAUSE.known} ${title(taken)}.`;
      return `${options} would do; ${title(taken)} ${BECAUSE[because] ?? "was taken: it is named first, and none adds fewer steps"}.`;
    }

    function resource(lead, { work, role, part, note }) {
      const { key, title: name, short, source } = works[work];
      const by = role ? `${short}, ${role}` : short;
      return { lead, key, work: name, by, part, note, source, href: href(`references/${key}/`) };
    }

    /** What to read at a step: its first work, which the step before it may have begun, and at a goal a second one. */
    function reading({ place, goal }, before) {
      const { read, then } = entries[place];
      if (!read) return [];
      const goesOn = before !== undefined && entries[before.place].read?.work === read.work;
      const lead = read.role ? "Read" : "Start with";
      const first = resource(goesOn ? "Go on in" : lead, read);
      return goal && then ? [first, resource("Then", then)] : [first];
    }

    const about = (place) => `${kinds[entries[place].kind].one} · ${fields[entries[place].field]}`;

    /** `A, B and 2 more`. */
    function some(list) {
      const named = list.slice(0, MOST_NAMED).map(title);
      const more = list.length - named.length;
      if (more > 0) named.push(`${more} more`);
      return named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)}` : named.join("");
    }

    return { title, address, reason, choice, reading, about, some };
  };
})();
