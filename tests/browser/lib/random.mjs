// Chance that can be repeated.

/** A generator (xorshift, Marsaglia 2003): `below(n)` gives a whole number from 0 to n - 1. */
export function random(seed) {
  let state = seed >>> 0 || 1;
  const below = (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
  /** `many` different items of a list, or as many as there are. */
  const some = (list, many) => {
    const left = [...list];
    const taken = [];
    while (taken.length < many && left.length > 0) taken.push(...left.splice(below(left.length), 1));
    return taken;
  };
  return { below, some };
}
