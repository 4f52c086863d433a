// The rows of search-index.js → records: what can be found, and what a preview shows.
"use strict";

{
  /** How readily a record of a kind is shown, if it fits as well as another: the map's own entries first, works last. */
  const PRIOR = { entry: 1.2, document: 1, page: 0.8, statement: 0.75, work: 0.65 };

  const documents = (data) =>
    data.kinds.flatMap(({ at, many, one, also = "", rows }, place) => {
      // The two kinds of entries stand first, pages last.
      const sort = place < 2 ? "entry" : place === data.kinds.length - 1 ? "page" : "document";
      return rows.map(([slug, title, summary, names, headings, status, needs = ""]) => ({
        address: `${at}${slug}/`,
        isWhole: true,
        // A page is also known by its address.
        slug: sort === "page" ? slug : "",
        group: many,
        kind: one,
        also,
        needs,
        prior: PRIOR[sort],
        title,
        summary,
        names,
        headings: Array.from({ length: headings.length / 2 }, (_, n) => ({ id: headings[2 * n], words: headings[2 * n + 1] })),
        status: data.statuses[status - 1] ?? "",
      }));
    });

  const statements = (data, all) =>
    data.statements.map(([document, id, label, title, firm]) => ({
      address: `${all[document].address}#${id}`,
      group: "Statements",
      kind: label,
      prior: PRIOR.statement,
      title,
      summary: "",
      status: firm,
      of: all[document].title,
    }));

  const works = (data) =>
    data.works.map(([key, title, people, year, others, venue]) => ({
      address: `references/${key}/`,
      group: "References",
      kind: "work",
      prior: PRIOR.work,
      title,
      summary: `${[people, year || ""].filter((part) => part !== "").join(", ")}${venue ? `. ${venue}` : ""}`,
      people: `${people} ${others}`,
      year: year === 0 ? "" : String(year),
      venue,
    }));

  /** All records: documents in the order of their numbers, then statements, then works. */
  portolan.records = (data) => {
    const all = documents(data);
    return [...all, ...statements(data, all), ...works(data)];
  };
}
