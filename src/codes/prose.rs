//! Explanations: the body of an entry.

use super::Explanation;

pub(super) const RAW_HTML: Explanation = Explanation {
    what: "The text has raw HTML.",
    why: "Contributions come from strangers, and HTML can carry scripts; and what is HTML cannot be checked, typeset for print or exported.",
    example: "Let <i>f</i> be continuous.",
    instead: "Let *f* be continuous. A literal `<` is written `\\<`, or inside a formula as `$<$`. Notes to other authors go into front matter, behind `#`.",
};

pub(super) const UNSAFE_URL: Explanation = Explanation {
    what: "A link or an image has a URL that is not allowed.",
    why: "Only `https:`, `http:`, `mailto:` and files of the map can do no harm. Images must be files of the map, because a page of the site asks no other host for anything.",
    example: "[proof](javascript:alert(1))",
    instead: "[proof](https://arxiv.org/abs/1806.07572)",
};

pub(super) const DEAD_LINK: Explanation = Explanation {
    what: "A relative link or an image leads to a file that the map does not have.",
    why: "The reader would get an error page.",
    example: "[kernels](../mathematics/kernel.md)",
    instead: "[[kernel-methods]], which portolan checks by name; or the path of a file, relative to the one you write in.",
};

pub(super) const DEAD_ANCHOR: Explanation = Explanation {
    what: "A link leads to a heading, statement or formula that its page does not have; or `\\eqref` names a label that no formula has.",
    why: "The reader would land at the top of the page and search.",
    example: "[[kernel-methods#representer]]",
    instead: "[[kernel-methods#representer-theorem]]: the id that stands in `{#...}`, or the heading in lower case with hyphens.",
};

pub(super) const DEAD_FOOTNOTE: Explanation = Explanation {
    what: "A footnote mark has no footnote, or a footnote has no mark.",
    why: "One of the two was forgotten or misspelt.",
    example: "Proved in 1989.[^cybenko]",
    instead: "Proved in 1989.[^cybenko]\n\n[^cybenko]: For sigmoidal activations.",
};

pub(super) const DUPLICATE_ANCHOR: Explanation = Explanation {
    what: "Two headings, statements or formulas of one entry have the same id, or one that the page itself uses.",
    why: "A link to that id could reach only one of them.",
    example: "## Width {#limit}\n\n## Depth {#limit}",
    instead: "## Width {#width-limit}\n\n## Depth {#depth-limit}",
};

pub(super) const BAD_CITATION: Explanation = Explanation {
    what: "Something that begins like a citation or a link to an entry is not one.",
    why: "It would be printed as it stands.",
    example: "[@jacot2018neural; Theorem 1]",
    instead: "[@jacot2018neural, Theorem 1], and several works as [@jacot2018neural; @lee2019wide]; an entry as [[slug]] or [[slug|text]] (in a table: [[slug\\|text]]).",
};

pub(super) const BAD_STATEMENT: Explanation = Explanation {
    what: "A block quote opens with a kind of statement that does not exist, or with a malformed id.",
    why: "The kind says how firm a claim is; the list of claims is made from it.",
    example: "> [!proposition] Constancy {#constancy}",
    instead: "> [!theorem] Constancy {#constancy}\n\nKinds: definition, theorem, heuristic, empirical, conjecture, refuted, example, remark.",
};

pub(super) const HEADING_ORDER: Explanation = Explanation {
    what: "A heading skips a level, or is of the first level.",
    why: "Screen readers and the table of contents read the levels as an outline. The first level is the page's title.",
    example: "# Kernels\n\n#### Rates",
    instead: "## Kernels\n\n### Rates",
};

pub(super) const MISSING_ALT: Explanation = Explanation {
    what: "An image has no text that says what it shows.",
    why: "Readers who do not see it would miss it.",
    example: "![](double-descent.png)",
    instead: "![Test error falls, rises to a peak at the interpolation threshold, and falls again](double-descent.png)",
};

pub(super) const BAD_FORMULA: Explanation = Explanation {
    what: "A formula, or a macro of `map.toml`, is not TeX that can be typeset.",
    why: "Formulas are typeset when the site is built; a formula that fails would reach readers as code.",
    example: "$\\frac{1}{2$",
    instead: "$\\frac{1}{2}$. What works in KaTeX works here: https://katex.org/docs/support_table. A dollar sign that opens no formula is written `\\$`.",
};

pub(super) const UNCITED_CLAIM: Explanation = Explanation {
    what: "A statement claims something and cites nothing for it.",
    why: "A theorem, an observation or a conjecture is somebody's; a reader must be able to go from the claim to its source.",
    example: "> [!theorem] Universal approximation\n> Networks with one hidden layer are dense in the continuous functions.",
    instead: "> [!theorem] Universal approximation\n> Networks with one hidden layer are dense in the continuous functions [@leshno1993multilayer, Theorem 1].\n\nDefinitions, examples and remarks claim nothing and need no source.",
};
