// Finds records. A query is cut into words; a record fits if it has all of them. What a word is worth for a record is
//
//     where it stands (WEIGHT) × how well it fits (FIT) × how rare it is (from 1 for a word that all records have to about 3),
//
// the best place counting; the sum over the words is multiplied by how readily records of its kind are shown. Added to it: what
// share of the title the query makes up, and much for a query that is a title or a name, or the beginning of one. Records of
// equal worth stand in the order of the index. A word that is spelt as nothing on the map is taken for the nearest ones. Words that
// most texts have (`what is ... about`) need not be there. If nothing has all the others, records that have some are shown.
"use strict";

{
  const WEIGHT = { title: 10, name: 9, people: 6, year: 5, heading: 4, summary: 2.5, venue: 1.5, needs: 1.5, kind: 2, also: 2, often: 1.4, text: 0.8 };
  const FIT = { same: 1, plural: 0.95, prefix: 0.6, spelling: 0.4, spellingOfPrefix: 0.2 };
  const IS_TITLE = 60;
  const IS_NAME = 55;
  const BEGINS = 12;
  const SHARE = 5;

  const { fold, words, singular, distance } = portolan.text;

  /** An index over the records. */
  const build = (records) => {
    const index = { records, words: new Map(), singulars: new Map(), common: new Set(), folded: [] };
    records.forEach((record, number) => {
      add(index, number, record.title, "title");
      record.names?.forEach((name) => add(index, number, name, "name", name));
      record.headings?.forEach((heading) => add(index, number, heading.words, "heading", heading));
      for (const place of ["summary", "people", "year", "venue", "needs", "kind", "also"]) {
        // The summary of a work is made of what is indexed anyway.
        if (record[place] && !(place === "summary" && record.people)) add(index, number, record[place], place);
      }
      if (record.of) add(index, number, record.of, "summary");
      if (record.of) add(index, number, record.status, "kind");
      if (record.slug) add(index, number, record.slug, "title");
      const title = words(fold(record.title));
      const names = [...(record.names ?? []), ...(record.slug ? [record.slug] : [])];
      index.folded.push({ size: title.length, title: joined(title), names: names.map((name) => joined(words(fold(name)))) });
    });
    return index;
  };

  const joined = (list) => list.map(({ parts }) => parts.join(" ")).join(" ");

  const post = (index, word, posting) => {
    const known = index.words.get(word);
    if (known) known.push(posting);
    else {
      index.words.set(word, [posting]);
      index.singulars.set(word, singular(word));
    }
  };

  const add = (index, number, text, place, found = null) => {
    for (const { whole, parts } of words(fold(text))) {
      for (const part of parts) post(index, part, { number, place, found });
      if (parts.length > 1) post(index, whole, { number, place, found });
    }
  };

  /** Adds the words of the texts (search-words.js). */
  const addTexts = (index, data) => {
    const lists = data.at.split(";");
    data.words.split(" ").forEach((text, at) => {
      const postings = [];
      let number = -1;
      for (const step of lists[at].split(",")) {
        const often = step.endsWith("+");
        number += parseInt(often ? step.slice(0, -1) : step, 36) || 1;
        postings.push({ number, place: often ? "often" : "text", found: null });
      }
      for (const { whole, parts } of words(fold(text))) {
        for (const word of parts.length > 1 ? [whole, ...parts] : parts) postings.forEach((posting) => post(index, word, posting));
      }
    });
    for (const { whole } of words(fold(data.common))) index.common.add(whole);
  };

  /** The words of the index that a word of the query may mean, each with how well it fits. */
  const meanings = (index, word, forgiving) => {
    const found = new Map();
    const one = singular(word);
    for (const [known, knownOne] of index.singulars) {
      if (known === word) found.set(known, FIT.same);
      else if (knownOne === one) found.set(known, FIT.plural);
      else if (word.length > 1 && known.startsWith(word)) found.set(known, FIT.prefix * (0.6 + (0.4 * word.length) / known.length));
    }
    if (word.length > 3 && /\p{L}/u.test(word) && (forgiving || found.size === 0)) misspelt(index, word, found);
    return found;
  };

  const misspelt = (index, word, found) => {
    const most = word.length > 7 ? 2 : 1;
    for (const known of index.words.keys()) {
      // Few people get the first letter wrong, but many swap the first two.
      if (known[0] !== word[0] && !(known[0] === word[1] && known[1] === word[0])) continue;
      if (known.length < word.length - most || found.has(known)) continue;
      const far = distance(word, known, most, true);
      if (far > most) continue;
      const whole = far === 0 ? most + 1 : distance(word, known, most);
      if (whole <= most) found.set(known, FIT.spelling / whole);
      else if (far > 0 && word.length > 4) found.set(known, FIT.spellingOfPrefix / far);
    }
  };

  /** What one word is worth for each record that has it. */
  const worth = (index, word, forgiving) => {
    const best = new Map();
    for (const [known, fit] of meanings(index, word, forgiving)) {
      const postings = index.words.get(known);
      const rare = 1 + Math.log10(index.records.length / postings.length + 1) / 1.5;
      for (const { number, place, found } of postings) {
        const value = WEIGHT[place] * fit * rare;
        if (value > (best.get(number)?.value ?? 0)) best.set(number, { value, place, found, words: [known] });
      }
    }
    return best;
  };

  /** The same for what hyphens join: as one word, or all of its parts. */
  const worthOfTerm = (index, { whole, parts }, forgiving) => {
    const best = worth(index, whole, forgiving && parts.length === 1);
    if (parts.length === 1) return best;
    for (const [number, sum] of all(parts.map((part) => worth(index, part, forgiving)))) {
      const value = sum.value / parts.length;
      if (value > (best.get(number)?.value ?? 0)) best.set(number, { ...sum, value });
    }
    return best;
  };

  /** Sums over several words, of the records that have at least `least` of them (all, if not said). */
  const all = (maps, least = maps.length, optional = []) => {
    const sums = new Map();
    for (const [at, map] of maps.entries()) {
      for (const [number, { value, place, found, words: known }] of map) {
        const sum = sums.get(number) ?? { value: 0, best: 0, count: 0, place, found, words: [] };
        sum.value += value;
        if (!optional[at]) sum.count += 1;
        sum.words.push(...known);
        if (value > sum.best) Object.assign(sum, { best: value, place, found });
        sums.set(number, sum);
      }
    }
    return new Map([...sums].filter(([, { count }]) => count >= least));
  };

  /** What a record is worth beyond its words. */
  const extra = (folded, isWhole, query, size) => {
    let value = folded.size > 0 ? (SHARE * Math.min(size, folded.size)) / folded.size : 0;
    const one = singular(query);
    const begins = [folded.title, ...folded.names].some((text) => text.startsWith(query));
    // What only is a statement or a work of that title comes behind what the map itself has to say.
    if (!isWhole) return value + (begins ? BEGINS : 0);
    if (singular(folded.title) === one) value += IS_TITLE;
    else if (folded.names.some((name) => singular(name) === one)) value += IS_NAME;
    else if (begins) value += BEGINS;
    return value;
  };

  const ranked = (index, sums, query, size, required) => {
    const hits = [...sums].map(([number, sum]) => {
      const record = index.records[number];
      const named = sum.place === "title" || sum.place === "name";
      const share = (sum.value / size) * (sum.count / required);
      const value = share + (named ? extra(index.folded[number], record.isWhole, query, size) : 0);
      return { record, number, value: value * record.prior, place: sum.place, found: sum.found, words: new Set(sum.words) };
    });
    return hits.sort((a, b) => b.value - a.value || a.number - b.number);
  };

  const grouped = (hits) => {
    const groups = new Map();
    for (const hit of hits) {
      const { group } = hit.record;
      if (!groups.has(group)) groups.set(group, { title: group, hits: [] });
      groups.get(group).hits.push(hit);
    }
    return [...groups.values()];
  };

  /** Everything that fits a query, by kind: the kind with the best hit first. `some`: nothing has all words. */
  const find = (index, text) => {
    const terms = words(fold(text));
    if (terms.length === 0) return { groups: [], count: 0, some: false };
    const query = joined(terms);
    const common = terms.map(({ whole }) => index.common.has(whole));
    const optional = common.includes(false) ? common : [];
    const required = terms.length - optional.filter((is) => is).length;
    const fitting = (forgiving, least) => all(terms.map((term) => worthOfTerm(index, term, forgiving)), least, optional);
    let sums = fitting(false, required);
    if (sums.size === 0) sums = fitting(true, required);
    const some = sums.size === 0 && required > 1;
    for (let least = required - 1; least > 0 && sums.size === 0; least -= 1) sums = fitting(false, least);
    const hits = ranked(index, sums, query, terms.length, required);
    return { groups: grouped(hits), count: hits.length, some };
  };

  portolan.find = { build, addTexts, find };
}
