//! Explanations: names that lead nowhere, and the prerequisite graph.

use super::Explanation;

pub(super) const UNKNOWN_ENTRY: Explanation = Explanation {
    what: "A prerequisite, a relation, a step or a link names an entry that is not on the map.",
    why: "A map whose roads end in nothing is not to be trusted.",
    example: "See [[neural-tangent-kernal]].",
    instead: "See [[neural-tangent-kernel]]. The slug is the entry's file name without `.md`.",
};

pub(super) const UNKNOWN_FIELD: Explanation = Explanation {
    what: "An entry belongs to a field that has no file, or to a field of the other kind.",
    why: "Each entry lies in exactly one territory of the map.",
    example: "field = \"fysics\"",
    instead: "field = \"physics\", where content/fields/physics.md exists.",
};

pub(super) const UNKNOWN_TOPIC: Explanation = Explanation {
    what: "An entry has a topic that has no file.",
    why: "Topics are a controlled vocabulary: five spellings of one theme would be five thin pages.",
    example: "topics = [\"kernel\"]",
    instead: "topics = [\"kernels\"], where content/topics/kernels.md exists; or add that file, with a sentence that says what the theme is.",
};

pub(super) const UNKNOWN_REFERENCE: Explanation = Explanation {
    what: "A citation or a resource names a work that is in no `.bib` file.",
    why: "A reader must be able to find every work that the map speaks of.",
    example: "[@jacot2081neural]",
    instead: "[@jacot2018neural], with an entry of that key in content/references/.",
};

pub(super) const MISSING_REASON: Explanation = Explanation {
    what: "A prerequisite, a relation or a step of a path does not say why.",
    why: "The reason is what makes a map of prerequisites worth reading: it tells the reader what to look out for.",
    example: "[[prerequisites]]\nid = \"functional-analysis\"\nneed = \"essential\"",
    instead: "[[prerequisites]]\nid = \"functional-analysis\"\nneed = \"essential\"\nwhy = \"the limit lives in an RKHS; convergence is that of operators\"",
};

pub(super) const SELF_PREREQUISITE: Explanation = Explanation {
    what: "An entry is its own prerequisite.",
    why: "Nobody could ever start.",
    example: "id = \"kernel-methods\" among the prerequisites of content/areas/kernel-methods.md",
    instead: "Take it out, or name the entry that you meant.",
};

pub(super) const PREREQUISITE_CYCLE: Explanation = Explanation {
    what: "Entries need each other in a circle.",
    why: "There would be no order in which to learn them. The message shows the whole circle and the place of every edge.",
    example: "`nngp` needs `gaussian-processes`, which needs `nngp`",
    instead: "Take out the edge that is not needed to *start*; what is only useful later is a `[[related]]`. If two entries truly need each other, they may be one entry.",
};

pub(super) const IMPLIED_PREREQUISITE: Explanation = Explanation {
    what: "A prerequisite is implied by another one of the same entry.",
    why: "Readers reach it anyway; edges that add nothing hide those that do.",
    example: "`neural-tangent-kernel` needs `functional-analysis` and `kernel-methods`, which itself needs `functional-analysis`",
    instead: "Take out the implied edge. If its reason is worth telling, tell it in the text.",
};

pub(super) const LONELY_ENTRY: Explanation = Explanation {
    what: "No edge and no link connects an entry with any other.",
    why: "On a map, an entry that leads nowhere and is reached from nowhere will not be read.",
    example: "an area without prerequisites that no entry mentions",
    instead: "Add a prerequisite with its reason, a `[[related]]`, or link to the entry where it is used.",
};

pub(super) const STALE_ENTRY: Explanation = Explanation {
    what: "An entry was checked against the literature too long ago, or never. Only said if you ask: `portolan check --stale 12 --on 2026-11-22`.",
    why: "What was open may have been proved; a map that nobody checks misleads politely.",
    example: "reviewed = 2024-01-15",
    instead: "Read the entry against its sources and the newest survey, mend it, and set `reviewed` to the day on which you did.",
};
