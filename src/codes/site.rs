//! Explanations: the bibliography and the templates.

use super::Explanation;

pub(super) const BAD_BIBLIOGRAPHY: Explanation = Explanation {
    what: "A `.bib` file is not BibLaTeX, or a work in it lacks what its reference needs.",
    why: "Every work shows at least its authors or editors, its title and its year.",
    example: "@article{jacot2018neural,\n  title = {Neural Tangent Kernel},\n  author = {Jacot, Arthur\n}",
    instead: "@article{jacot2018neural,\n  title = {Neural Tangent Kernel},\n  author = {Jacot, Arthur and Gabriel, Franck and Hongler, Clément},\n  year = {2018},\n}",
};

pub(super) const BAD_IDENTIFIER: Explanation = Explanation {
    what: "An arXiv id, a DOI, an ISBN or a year cannot be right by its form or its check digit.",
    why: "A wrong identifier sends the reader to another work. A wrong reference is worse than none.",
    example: "isbn = {978-0-521-83378-7}",
    instead: "isbn = {978-0-521-83378-3}. An arXiv id is `1806.07572` or `cond-mat/9901001`, a DOI is `10.1017/9781108627771`, both without a URL before them.",
};

pub(super) const DUPLICATE_REFERENCE: Explanation = Explanation {
    what: "Two works of the bibliography have one key, one DOI or one arXiv id.",
    why: "`[@key]` must lead to one work, and one work should have one page.",
    example: "@book{bach2024learning, ...} in two files",
    instead: "Keep one of them; if they are different works, give the later one another key.",
};

pub(super) const UNCONFIRMED_REFERENCE: Explanation = Explanation {
    what: "A work of the bibliography does not say what its facts were checked against.",
    why: "Memory, and one source alone, are often wrong about years, editions and lists of authors.",
    example: "@book{bach2024learning, ...} without `confirmed`",
    instead: "confirmed = {title, authors, year by the publisher's page},",
};

pub(super) const UNUSED_REFERENCE: Explanation = Explanation {
    what: "No entry cites a work of the bibliography or has it among its resources.",
    why: "A work without a place on the map tells the reader nothing.",
    example: "a work in content/references/ whose key occurs nowhere else",
    instead: "Add it to the resources of an entry, with a role and a note that says why to read it; or take it out.",
};

pub(super) const TEMPLATE: Explanation = Explanation {
    what: "A template is malformed, is missing, or uses a value that its page does not have.",
    why: "A page with a hole in it must not be published.",
    example: "<h1>{{ entry.titel }}</h1>",
    instead: "<h1>{{ entry.title }}</h1>. `templates/README.md` says which values each template gets.",
};
