// Comparing two pictures of the same thing.

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** How far a colour may be from the other one and still count as equal; pixelmatch's scale from 0 to 1. */
const THRESHOLD = 0.1;

/** How many pixels of a picture are not of the colour of its first one. */
function ink({ data }) {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) count += 1;
  }
  return count;
}

/** Cuts a PNG file into pictures of the same height, from top to bottom. */
export function slices(png, count) {
  const whole = PNG.sync.read(png);
  const height = whole.height / count;
  return Array.from({ length: count }, (_, n) => {
    const slice = new PNG({ width: whole.width, height });
    PNG.bitblt(whole, slice, 0, n * height, whole.width, height, 0, 0);
    return slice;
  });
}

/** A picture as a PNG file. */
export const encoded = (picture) => PNG.sync.write(picture);

/** Compares two pictures of the same size. The share is that of differing pixels among those with ink; `drawn` shows them. */
export function compare(a, b) {
  const inked = ink(a);
  if (a.data.equals(b.data)) return { inked, share: 0 };
  const drawn = new PNG({ width: a.width, height: a.height });
  const differing = pixelmatch(a.data, b.data, drawn.data, a.width, a.height, { threshold: THRESHOLD, includeAA: true });
  return { inked, share: differing / Math.max(inked, ink(b), 1), drawn };
}
