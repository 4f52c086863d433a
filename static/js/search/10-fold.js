// Texts → words that can be compared. The same is done to what is searched and to what is asked, so it only has to be lossy in
// the same way: accents, case, dashes, soft hyphens, possessives and the marks of TeX do not matter.
"use strict";

globalThis.portolan ??= {};
{
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", "∞": "infinity",
    α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ϵ: "epsilon", ζ: "zeta", η: "eta", θ: "theta", ϑ: "theta",
    ι: "iota", κ: "kappa", λ: "lambda", μ: "mu", ν: "nu", ξ: "xi", ο: "omicron", π: "pi", ρ: "rho", σ: "sigma", ς: "sigma",
    τ: "tau", υ: "upsilon", φ: "phi", ϕ: "phi", χ: "chi", ψ: "psi", ω: "omega",
  };
  const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  // Commands that only change the look of what follows.
  const LOOKS = /\\(?:math(?:bb|cal|rm|bf|sf|frak|scr|it)|operatorname|text|boldsymbol|left|right|var)\*?/g;

  // British and American spelling: `-ise`, `-yse`, `-our`, `-lling`.
  const american = (text) =>
    text
      .replace(/(\p{L}{3})iz(?=(?:e|ed|es|er|ers|ing|able|ations?)\b)/gu, "$1is")
      .replace(/lyz(?=(?:e|ed|es|er|ers|ing)\b)/g, "lys")
      .replace(/(\p{L}{3})our(?=(?:s|al|ed|ing|able)?\b)/gu, "$1or")
      .replace(/(\p{L}{2}[aeiou])ll(?=(?:ed|er|ers|ing)\b)/gu, "$1l");

  /** `Poincaré’s $L^2$–spaces` → `poincare l2-spaces` */
  const fold = (text) =>
    american(
      text
        .replace(LOOKS, "")
        .replace(/[\\${}^_\u00ad\u200b\u2060]/g, "")
        .replace(/\p{Pd}|\u2212/gu, "-")
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(LETTER, (letter) => LETTERS[letter])
        .replace(/['’ʼ´]s\b/g, "")
        .replace(/['’ʼ´]/g, ""),
    );

  /** The words of a folded text: each with its parts, if hyphens join it (`mean-field` → whole `meanfield`). */
  const words = (folded) =>
    (folded.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).map((word) => ({
      whole: word.replaceAll("-", ""),
      parts: word.split("-"),
    }));

  /** `kernels` → `kernel`; a word that has no plural's end stays. */
  const singular = (word) => {
    if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    return word.length > 3 && /[^aisu]s$/.test(word) ? word.slice(0, -1) : word;
  };

  /**
   * How many letters must be changed, put in, left out or swapped with their neighbour to make `b` of `a`: the restricted
   * Damerau–Levenshtein distance (R. A. Wagner, R. Lowrance, J. ACM 22 (1975) 177, without edits inside a swap).
   * With `prefix`, what `b` has behind the best place costs nothing. Gives `most + 1` as soon as it must be more than `most`.
   */
  const distance = (a, b, most, prefix = false) => {
    if (!prefix && Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return prefix ? Math.min(...row) : row[b.length];
  };

  portolan.text = { fold, words, singular, distance };
}
