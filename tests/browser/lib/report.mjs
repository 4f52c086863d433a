// Failures as short lists.

import assert from "node:assert/strict";

const SHOWN = 40;

/** Fails with a list of what was found, unless there is nothing; the same thing at many places (`{where, what}`) is one line. */
export function assertNone(found, title) {
  const places = new Map();
  for (const { where, what } of found) places.set(what, (places.get(what) ?? new Set()).add(where));
  if (places.size === 0) return;
  const lines = [...places].map(([what, at]) => {
    const [first] = at;
    return at.size === 1 ? `${first}: ${what}` : `${first} and ${at.size - 1} more: ${what}`;
  });
  const more = lines.length > SHOWN ? `\n  and ${lines.length - SHOWN} more` : "";
  assert.fail(`${lines.length} ${title}:\n  ${lines.slice(0, SHOWN).join("\n  ")}${more}`);
}
