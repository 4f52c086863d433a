//! Maps of any size, made up: fields in a row, each entry resting mostly on earlier ones of its own field.

use portolan::diag::Diagnostics;
use portolan::graph::Graph;
use portolan::model::Map;
use portolan::source::{SourceFile, Sources};
use portolan::{parse, resolve};

const WORDS: [&str; 20] = [
    "tensor",
    "measure",
    "kernel",
    "spectral",
    "optimal",
    "random",
    "convex",
    "mean-field",
    "transport",
    "geometry",
    "limits",
    "dynamics",
    "theory",
    "networks",
    "bounds",
    "models",
    "learning",
    "operators",
    "groups",
    "fields",
];

/// SplitMix64: numbers that look random and are the same everywhere.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % limit as u64) as usize
    }

    fn title(&mut self) -> String {
        let words: Vec<&str> = (0..=self.below(4))
            .map(|_| WORDS[self.below(WORDS.len())])
            .collect();
        words.join(" ")
    }
}

/// The files of a map: their paths and texts.
pub(crate) type Files = Vec<(String, String)>;

/// A map of so many entries.
pub(crate) fn files(entries: usize) -> Files {
    let fields = (entries / 60).clamp(10, 24);
    let mut dice = Dice(7);
    let settings = "title = \"Made up\"\ntagline = \"x\"\nlanguage = \"en\"\nbase_url = \"https://example.org/\"\nlicence = \"CC0\"\n\
                    [[statuses]]\nid = \"active\"\nmeaning = \"x\"\n";
    let mut files = vec![("content/map.toml".to_owned(), settings.to_owned())];
    for field in 0..fields {
        let title = format!("Field {field} of {}", WORDS[field % WORDS.len()]);
        let text = format!("+++\ntitle = \"{title}\"\nsummary = \"x\"\nholds = \"areas\"\n+++\n");
        files.push((format!("content/fields/field-{field}.md"), text));
    }
    for entry in 0..entries {
        let field = entry * fields / entries;
        let mut needs: Vec<usize> = Vec::new();
        if entry > 5 {
            let near = entry.saturating_sub(entries / fields);
            for number in 0..=dice.below(4) {
                let abroad = number == 0 && entry > entries / fields;
                needs.push(if abroad {
                    dice.below(entry)
                } else {
                    near + dice.below(entry - near)
                });
            }
        }
        files.push(area(entry, &dice.title(), field, &needs));
    }
    files
}

/// One area of such a map.
pub(crate) fn area(number: usize, title: &str, field: usize, needs: &[usize]) -> (String, String) {
    let mut text = format!(
        "+++\ntitle = \"{title}\"\nsummary = \"x\"\nfield = \"field-{field}\"\nstatus = \"active\"\n"
    );
    let mut needs = needs.to_vec();
    needs.sort_unstable();
    needs.dedup();
    for need in needs {
        text += &format!(
            "[[prerequisites]]\nid = \"area-{need:04}\"\nneed = \"essential\"\nwhy = \"a reason of a usual length, on one line\"\n"
        );
    }
    (format!("content/areas/area-{number:04}.md"), text + "+++\n")
}

/// Reads files as a map.
pub(crate) fn map(files: &Files) -> (Map, Graph) {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(SourceFile::new(path.clone(), text.clone().into_bytes()));
    }
    let mut diags = Diagnostics::default();
    let map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    assert!(!diags.has_errors(), "{:?}", diags.sorted(&sources));
    let graph = Graph::analyse(&map);
    (map, graph)
}
