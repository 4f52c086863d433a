//! Explanations: the chart.

use super::Explanation;

pub(super) const UNPLACED_ENTRY: Explanation = Explanation {
    what: "The map has a lock for its chart, and an entry, or a field with entries, is missing in it.",
    why: "What has a place keeps it, so that readers find it again. Until it is locked, a new entry is shown where it would be placed, and may move when others are added.",
    example: "a new entry, and no line for it in content/map.lock.toml",
    instead: "Run `portolan chart`, look at the chart, and commit `content/map.lock.toml` with the entry.",
};

pub(super) const GONE_PLACE: Explanation = Explanation {
    what: "The lock of the chart has a place for an entry or a field that is not on the map, or for an entry that now lies in another field.",
    why: "A lock that names what is gone cannot be reviewed. Nothing is drawn at such a place.",
    example: "a line for an entry in content/map.lock.toml, and no file for the entry",
    instead: "Run `portolan chart`: it takes the line out, and gives an entry that moved a place on its new land.",
};
