//! The words of the texts, and where they occur.

use super::OfKind;
use super::form::Words;
use crate::context::Context;
use crate::model::Document;
use crate::plain::Plain;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A word that more than one document in this many has helps to find none.
const TOO_COMMON: usize = 4;
/// Below this number of documents every word counts.
const FEW: usize = 12;
/// A document in which a word occurs as often is about it.
const OFTEN: usize = 3;

pub(super) fn words(context: &Context<'_>, kinds: &[OfKind]) -> Words {
    let plain = Plain {
        map: context.map,
        formulas: Some(context.formulas),
    };
    let documents: Vec<&Document> = kinds.iter().flat_map(|kind| &kind.documents).collect();
    let counted: Vec<BTreeMap<String, usize>> = documents
        .par_iter()
        .map(|document| {
            let body = &context.map.common(**document).body;
            counts(&plain.line(body.all_nodes()))
        })
        .collect();
    let mut found: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (number, words) in counted.into_iter().enumerate() {
        for (word, times) in words {
            found.entry(word).or_default().push((number, times));
        }
    }
    let limit = FEW.max(documents.len() / TOO_COMMON);
    let (rare, common): (BTreeMap<_, _>, BTreeMap<_, _>) = found
        .into_iter()
        .partition(|(_, documents)| documents.len() <= limit);
    let mut at = String::new();
    for documents in rare.values() {
        if !at.is_empty() {
            at.push(';');
        }
        postings(documents, &mut at);
    }
    Words {
        words: joined(rare),
        at,
        common: joined(common),
    }
}

/// The words of a text, and how often each occurs.
fn counts(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in split(text) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

fn joined<T>(words: BTreeMap<String, T>) -> String {
    words.into_keys().collect::<Vec<_>>().join(" ")
}

/// Words of at least two letters in lower case; what a hyphen joins stays together, soft hyphens are gone.
fn split(text: &str) -> impl Iterator<Item = String> {
    let text: String = text
        .to_lowercase()
        .chars()
        .filter(|c| *c != '\u{ad}')
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2019}' => '\'',
            c => c,
        })
        .collect();
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'') || is_mark(c)))
        .map(|word| word.trim_matches(['-', '\'']).to_owned())
        .filter(|word| word.chars().nth(1).is_some())
        .collect();
    words.into_iter()
}

/// Whether a character only puts an accent on the one before it.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// `documents` are numbers, in rising order, and how often the word occurs in each.
fn postings(documents: &[(usize, usize)], at: &mut String) {
    let mut before = None;
    for (n, (document, times)) in documents.iter().enumerate() {
        if n > 0 {
            at.push(',');
        }
        let distance = before.map_or(document + 1, |before| document - before);
        if distance > 1 {
            base36(distance, at);
        }
        if *times >= OFTEN {
            at.push('+');
        }
        before = Some(*document);
    }
}

fn base36(number: usize, text: &mut String) {
    if number >= 36 {
        base36(number / 36, text);
    }
    let digit = u32::try_from(number % 36).unwrap_or_default();
    write!(text, "{}", char::from_digit(digit, 36).unwrap_or('0'))
        .expect("a string takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_a_hyphen_joins() {
        let words: Vec<String> =
            split("The mean\u{2013}field in\u{ad}finite Poincaré’s (a) L2").collect();
        assert_eq!(words, ["the", "mean-field", "infinite", "poincaré's", "l2"]);
    }

    #[test]
    fn postings_are_distances() {
        let mut at = String::new();
        postings(&[(0, 1), (1, 3), (40, 2)], &mut at);
        assert_eq!(at, ",+,13");
    }
}
