//! The works that routes name, as BibLaTeX by key, for the script that offers them as a file. It is a script itself, because a
//! page from the file system may load scripts and nothing else.

use crate::context::Context;
use std::collections::BTreeMap;

pub(super) fn script(context: &Context<'_>) -> String {
    let map = context.map;
    let read = map
        .entries
        .iter()
        .flat_map(|entry| [entry.first_resource(), entry.next_resource()])
        .flatten();
    let works: BTreeMap<&str, &str> = read
        .map(|resource| map.reference(resource.reference))
        .map(|reference| (reference.key.as_str(), reference.bibtex.as_str()))
        .collect();
    let works = serde_json::to_string(&works).expect("texts are always JSON");
    format!("\"use strict\";\nglobalThis.portolan.works = {works};\n")
}
