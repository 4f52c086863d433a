//! A value as one JSON document that can also be printed to a terminal.

use serde::Serialize;
use std::fmt::Write;

/// The document, with a line feed at its end. Characters that a terminal would obey, or that turn the direction of writing, are escaped
/// as JSON escapes them: programs read the same.
pub(super) fn document(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("texts and numbers are always JSON");
    let mut harmless = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        // What JSON itself lays out with is no control character but the line feed.
        if turns || (c.is_control() && c != '\n') {
            write!(harmless, "\\u{:04x}", u32::from(c)).expect("a string takes everything");
        } else {
            harmless.push(c);
        }
    }
    harmless + "\n"
}
