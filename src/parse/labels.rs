//! Numbers of formulas: `\label{key}` in a displayed formula, `\eqref{key}` anywhere.
//!
//! The typesetter knows neither, so they are replaced by what it knows. What replaces is made as long as what it replaces, so
//! that the place of an error in one text is its place in the other.

use super::markdown::RawNode;
use crate::diag::Diagnostics;
use crate::model::body::{Formula, Label, Node, RawLink, RawTarget, is_reserved_anchor};
use crate::model::draft::RawBody;
use crate::problems::prose as problem;
use crate::source::{FileId, Span};
use crate::text::{nearest, slugify};
use pulldown_cmark::Event;
use std::collections::BTreeMap;
use std::ops::Range;

/// What stands before the key of a label in its id on the page.
const PREFIX: &str = "eq-";

/// Numbers the labelled formulas of a text, and resolves what refers to them.
pub(super) fn settle(body: &mut RawBody, diags: &mut Diagnostics) {
    let mut numbering = Numbering {
        labels: BTreeMap::new(),
        taken: taken(body),
        next: 1,
        diags,
    };
    for formula in body.nodes.iter_mut().filter_map(formula) {
        numbering.number(formula);
    }
    for formula in body.nodes.iter_mut().filter_map(formula) {
        numbering.refer(formula);
    }
    let mut labels: Vec<Label> = numbering.labels.into_values().collect();
    labels.sort_by_key(|label| label.span);
    body.labels = labels;
    let nodes = std::mem::take(&mut body.nodes);
    body.nodes = nodes.into_iter().flat_map(lone_reference).collect();
}

fn formula(node: &mut RawNode) -> Option<&mut Formula> {
    match node {
        Node::Math(formula) => Some(formula),
        _ => None,
    }
}

fn taken(body: &RawBody) -> BTreeMap<String, Span> {
    body.anchors()
        .map(|(id, span)| (id.to_owned(), span))
        .collect()
}

struct Numbering<'a> {
    labels: BTreeMap<String, Label>,
    /// The ids of headings and statements, and of the formulas so far.
    taken: BTreeMap<String, Span>,
    next: usize,
    diags: &'a mut Diagnostics,
}

impl Numbering<'_> {
    /// Gives every label of a formula its number, and puts a tag in its place.
    fn number(&mut self, formula: &mut Formula) {
        for (whole, key) in commands(&formula.tex, "\\label") {
            let span = within(formula, key.clone());
            let key = formula.tex[key].to_owned();
            let id = id_of(&key);
            if !formula.display {
                self.diags.push(problem::label_of_inline_formula(span));
            } else if !is_key(&key) {
                self.diags.push(problem::malformed_anchor(span, &key));
            } else if let Some(first) = self.labels.get(&key).map(|label| label.span) {
                self.diags.push(problem::duplicate_label(span, &key, first));
            } else if let Some(first) = self.taken.get(&id) {
                self.diags
                    .push(problem::duplicate_anchor(span, &id, *first));
            } else if is_reserved_anchor(&id) {
                self.diags.push(problem::reserved_anchor(span, &id));
            }
            let (number, tag) = match own_tag(&formula.tex, whole.clone()) {
                Some(number) => (number, String::new()),
                None => {
                    let number = self.next.to_string();
                    self.next += 1;
                    (number.clone(), format!("\\tag{{{number}}}"))
                }
            };
            overwrite(
                &mut formula.set,
                whole,
                if formula.display { &tag } else { "" },
            );
            formula.ids.push(id.clone());
            self.taken.entry(id.clone()).or_insert(span);
            self.labels.entry(key).or_insert(Label { id, number, span });
        }
    }

    /// Puts numbers in the place of references.
    fn refer(&mut self, formula: &mut Formula) {
        for (whole, key) in commands(&formula.tex, "\\eqref") {
            let span = within(formula, key.clone());
            let key = &formula.tex[key];
            if let Some(label) = self.labels.get(key) {
                overwrite(&mut formula.set, whole, &format!("({})", label.number));
            } else {
                let near = nearest(key, self.labels.keys().map(String::as_str));
                self.diags.push(problem::unknown_label(span, key, near));
                overwrite(&mut formula.set, whole, "");
            }
        }
    }
}

/// Whether a label may be so: like a slug, but also with the signs and capitals that are usual in TeX, as in `eq:NTK_flow`.
fn is_key(key: &str) -> bool {
    let usual = |c: char| c.is_ascii_alphanumeric() || "-:_.".contains(c);
    key.chars().all(usual) && id_of(key).len() > PREFIX.len()
}

/// The id of a labelled formula: `eq-ntk` for `ntk` and for `eq:ntk`.
fn id_of(key: &str) -> String {
    let name = key.strip_prefix("eq:").unwrap_or(key);
    format!("{PREFIX}{}", slugify(name))
}

/// Where `\name{argument}` stands in `tex`: the whole, and the argument.
fn commands(tex: &str, name: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let open = format!("{name}{{");
    let one = |(at, _): (usize, &str)| {
        let start = at + open.len();
        let end = start + tex[start..].find('}')?;
        Some((at..end + 1, start..end))
    };
    tex.match_indices(open.as_str()).filter_map(one).collect()
}

/// What the author wrote into `\tag{...}` on the line of a formula on which the label at `whole` stands.
fn own_tag(tex: &str, whole: Range<usize>) -> Option<String> {
    let start = tex[..whole.start].rfind("\\\\").map_or(0, |at| at + 2);
    let end = tex[whole.end..]
        .find("\\\\")
        .map_or(tex.len(), |at| whole.end + at);
    let (_, argument) = commands(&tex[start..end], "\\tag").into_iter().next()?;
    Some(tex[start..end][argument].to_owned())
}

/// Replaces a range by something that is not longer, and fills the rest with spaces.
fn overwrite(tex: &mut String, range: Range<usize>, by: &str) {
    let width = range.len();
    tex.replace_range(range, &format!("{by:width$}"));
}

/// The place of bytes of a formula. A formula inside a block quote has marks between its lines; there the whole is pointed at.
fn within(formula: &Formula, range: Range<usize>) -> Span {
    let marks = if formula.display { 2 } else { 1 };
    let whole = formula.span.range();
    if whole.len() != formula.tex.len() + 2 * marks {
        return formula.span;
    }
    let file: FileId = formula.span.file;
    Span::new(
        file,
        whole.start + marks + range.start..whole.start + marks + range.end,
    )
}

/// A formula that is nothing but a reference becomes a link.
fn lone_reference(node: RawNode) -> Vec<RawNode> {
    let Node::Math(formula) = &node else {
        return vec![node];
    };
    let tex = formula.tex.trim();
    let key = tex
        .strip_prefix("\\eqref{")
        .and_then(|rest| rest.strip_suffix('}'));
    match key.filter(|key| !key.contains('}') && !formula.set.trim().is_empty()) {
        Some(key) => {
            let link = RawLink {
                to: RawTarget::Url(format!("#{}", id_of(key))),
                span: formula.span,
            };
            let number = Event::Text(formula.set.trim().to_owned().into());
            vec![Node::LinkStart(link), Node::Markdown(number), Node::LinkEnd]
        }
        None => vec![node],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_replaces_is_as_long_as_what_it_replaces() {
        let mut tex = "a=b \\label{x} é".to_owned();
        let length = tex.len();
        let (whole, _) = commands(&tex, "\\label").remove(0);
        overwrite(&mut tex, whole, "\\tag{7}");
        assert_eq!(tex, "a=b \\tag{7}   é");
        assert_eq!(tex.len(), length);
    }

    #[test]
    fn labels_are_as_usual_in_tex() {
        assert_eq!(id_of("gas-law"), "eq-gas-law");
        assert_eq!(id_of("eq:NTK_flow"), "eq-ntk-flow");
        for key in ["ntk", "eq:ntk", "eq:NTK_flow", "thm.2"] {
            assert!(is_key(key), "{key}");
        }
        for key in ["", "eq:", "Not A Slug", "é", "a{b"] {
            assert!(!is_key(key), "{key}");
        }
    }

    #[test]
    fn a_tag_belongs_to_its_line() {
        let tex = "a \\tag{A} \\\\ b \\label{b} \\\\ c \\label{c} \\tag{C}";
        let labels = commands(tex, "\\label");
        assert_eq!(own_tag(tex, labels[0].0.clone()), None);
        assert_eq!(own_tag(tex, labels[1].0.clone()), Some("C".to_owned()));
    }
}
