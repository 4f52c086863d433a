//! What a browser keeps from the first visit on, so that the site can be read without a network: the start of the service worker
//! (<https://www.w3.org/TR/service-workers/>) whose body is `static/js/offline.js`.

use crate::context::Context;
use crate::model::Kind;
use crate::output::Output;
use crate::urls;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Where the worker begins: it works for addresses beside and below it.
const WORKER: &str = "offline.js";
/// A larger file is kept when it is used, not before.
const LARGEST: usize = 512 * 1024;

/// Adds the worker, which names files of the site as it is now; what is added later is not kept from the first visit on.
pub fn offline(context: &Context<'_>, output: &mut Output) {
    let indexes = [Kind::Area, Kind::Foundation].map(|kind| urls::index(context.map, kind));
    let mut first = Vec::new();
    // Not a defence but a stamp: it must only be the same on every machine, and change when a file does.
    let mut stamp = SipHasher13::new();
    for (path, bytes) in output.iter() {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        if bytes.len() <= LARGEST && (is_tool(address) || indexes.iter().any(|at| at == address)) {
            stamp.write(path.as_bytes());
            stamp.write(bytes);
            first.push(address.to_owned());
        }
    }
    let first = serde_json::to_string(&first).expect("texts are always JSON");
    let worker = format!(
        "// Made by portolan: what is kept from the first visit on. How it is kept is said in the file that the last line runs.\n\
         const STAMP = \"{:016x}\";\nconst FIRST = {first};\nimportScripts(\"assets/js/offline.js\");\n",
        stamp.finish()
    );
    output.add(WORKER, worker.into_bytes());
}

/// Whether a file makes other pages work, or is a page from which all others are found.
fn is_tool(address: &str) -> bool {
    let looks = (address.starts_with("assets/") && has_ending(address, &[".css", ".js", ".svg"]))
        || (address.starts_with("fonts/") && has_ending(address, &[".woff2"]));
    let search = address.starts_with("search-");
    looks
        || search
        || matches!(
            address,
            "" | "offline/" | "route/" | "route/works.js" | "search/"
        )
}

fn has_ending(address: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| address.ends_with(ending))
}
