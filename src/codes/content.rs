//! Explanations: files and front matter.

use super::Explanation;

pub(super) const NOT_UTF8: Explanation = Explanation {
    what: "A content file has bytes that are not UTF-8 text.",
    why: "Every browser and every tool that touches the map reads UTF-8; other bytes would reach readers as garbage.",
    example: "an entry saved as Latin-1, in which `é` is the single byte E9",
    instead: "Save the file as UTF-8 in your editor (without a byte order mark), then look at its accents.",
};

pub(super) const TOO_LARGE: Explanation = Explanation {
    what: "A content file, an image or a formula is larger than a map needs.",
    why: "Entries point and do not replace textbooks; and one pasted blob would slow down every build and every reader.",
    example: "an entry of two megabytes",
    instead: "Split the entry, or link to the material. The limits are 512 KiB a text, 2 MiB a bibliography or an image, and 10,000 characters a formula.",
};

pub(super) const BAD_FILE_NAME: Explanation = Explanation {
    what: "A file in `content/` has a name or a folder that portolan does not read.",
    why: "The file's name is the entry's slug, its id and its address on the site, so it must be a word that every system and every link can carry; and a file in a folder that nothing reads would be lost in silence.",
    example: "content/areas/Neural Tangent Kernel.md",
    instead: "content/areas/neural-tangent-kernel.md: lower-case letters and digits joined by hyphens, in one of the folders that CONTRIBUTING names. A `README.md` is for people and is skipped.",
};

pub(super) const OUTSIDE_ROOT: Explanation = Explanation {
    what: "A symbolic link in `content/` leads to a folder, or out of the map's folder.",
    why: "Contributions come from strangers; a link must not pull a file of your machine into a public site.",
    example: "content/pages/about.md -> /etc/passwd",
    instead: "Copy the file into the map.",
};

pub(super) const BAD_FRONT_MATTER: Explanation = Explanation {
    what: "The front matter of a file (or `map.toml`) is missing or is not TOML.",
    why: "Front matter says what an entry is and what it needs; without it nothing of the entry can be used.",
    example: "+++\ntitle = “Kernel methods”\n+++",
    instead: "+++\ntitle = \"Kernel methods\"\n+++\n\nThe file's first line is `+++`, a second `+++` ends the block, and what stands between is TOML (https://toml.io): strings in straight quotes.",
};

pub(super) const UNKNOWN_KEY: Explanation = Explanation {
    what: "The front matter has a key that means nothing here.",
    why: "A misspelt key would otherwise be dropped in silence, and with it what you wanted to say.",
    example: "sumary = \"Learning with reproducing kernels.\"",
    instead: "summary = \"Learning with reproducing kernels.\"",
};

pub(super) const MISSING_KEY: Explanation = Explanation {
    what: "The front matter lacks a key that every file of this kind has.",
    why: "Indexes, cards and the chart show these keys for every entry.",
    example: "an entry without `summary`",
    instead: "summary = \"One sentence that says what the entry is about.\"",
};

pub(super) const WRONG_TYPE: Explanation = Explanation {
    what: "A key holds a value of another type than it should.",
    why: "A number where a text is expected is most often a slip; guessing would hide it.",
    example: "topics = \"kernels\"",
    instead: "topics = [\"kernels\"]",
};

pub(super) const BAD_VALUE: Explanation = Explanation {
    what: "A value is of the right type but is not one that can be used: a word outside its vocabulary, an empty text, a date that is none.",
    why: "Vocabularies (statuses, dialects, relations, roles, levels) are controlled, so that readers can filter by them; `map.toml` defines them.",
    example: "status = \"settled\"",
    instead: "status = \"established\"",
};

pub(super) const DUPLICATE_VALUE: Explanation = Explanation {
    what: "A list names the same thing twice.",
    why: "One of the two is most often meant to be another; and two reasons for one prerequisite are better said in one.",
    example: "topics = [\"kernels\", \"kernels\"]",
    instead: "topics = [\"kernels\", \"infinite-width\"]",
};

pub(super) const DUPLICATE_SLUG: Explanation = Explanation {
    what: "Two entries have one slug, or a file has a slug that the site needs for a page of its own.",
    why: "`[[slug]]` must lead to one place. Areas and foundations share one set of slugs.",
    example: "content/areas/information-geometry.md beside content/mathematics/information-geometry.md",
    instead: "Rename one of the files, for instance to content/mathematics/geometry-of-statistical-models.md.",
};
