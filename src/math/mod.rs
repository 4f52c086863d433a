//! TeX → HTML with hidden MathML, by `katex-rs`; each distinct formula once.
//!
//! Commands that could carry a link, an image or markup (`\href`, `\includegraphics`, `\htmlClass` ...) are refused, because
//! content comes from strangers.

mod markup;

use crate::diag::Diagnostics;
use crate::model::Map;
use crate::model::body::Formula;
use crate::model::reference::TitlePiece;
use crate::model::settings::Macro;
use crate::problems::prose as problem;
use crate::source::{Sources, Span};
use katex::macros::MacroDefinition;
use katex::{KatexContext, ParseError, Settings};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The colour that the typesetter gives to a command that it does not trust; no formula can ask for it by chance.
const REFUSED: &str = "#c0ffe1";

static CONTEXT: LazyLock<KatexContext> = LazyLock::new(KatexContext::default);

/// What is typeset, whether it stands on its own line, and what its author wrote.
type Key = (String, bool, String);

/// All typeset formulas of a map.
#[derive(Debug, Clone, Default)]
pub struct Formulas {
    html: BTreeMap<Key, Result<String, Fault>>,
    /// The macros that they were typeset with: names and what they stand for.
    macros: Vec<(String, String)>,
}

/// Why a formula cannot be typeset, and where in its TeX (bytes).
#[derive(Debug, Clone)]
struct Fault {
    reason: String,
    at: Option<(usize, usize)>,
}

impl Formulas {
    /// Typesets every formula of the map and reports those that fail, at each place where they stand. Formulas that `known`
    /// has typeset before are taken from there, if the macros are the same.
    #[must_use]
    pub fn typeset(
        map: &Map,
        sources: &Sources,
        known: Option<&Self>,
        diags: &mut Diagnostics,
    ) -> Self {
        let macros = &map.settings.macros;
        report_macros(macros, diags);
        let macro_texts: Vec<(String, String)> = macros
            .iter()
            .map(|known| (known.name.clone(), known.tex.clone()))
            .collect();
        let known = known.filter(|known| known.macros == macro_texts);
        let bodies = || map.documents().map(|document| &map.common(document).body);
        let mut keys: BTreeSet<Key> = bodies()
            .flat_map(|body| body.formulas())
            .map(|formula| (formula.set.clone(), formula.display, formula.tex.clone()))
            .collect();
        for reference in &map.references {
            keys.extend(
                title_formulas(&reference.title).map(|tex| (tex.to_owned(), false, tex.to_owned())),
            );
        }
        let html = keys
            .into_par_iter()
            .map(|key| {
                let known = known.and_then(|known| known.html.get(&key)).cloned();
                let result = known.unwrap_or_else(|| render(&key, macros));
                (key, result)
            })
            .collect();
        let formulas = Self {
            html,
            macros: macro_texts,
        };
        for formula in bodies().flat_map(|body| body.formulas()) {
            if let Some(fault) = formulas.fault(&formula.set, formula.display, &formula.tex) {
                let span = place(sources, formula, fault.at);
                diags.push(problem::bad_formula(
                    span,
                    &fault.reason,
                    instead(&formula.tex),
                ));
            }
        }
        for reference in &map.references {
            for fault in
                title_formulas(&reference.title).filter_map(|tex| formulas.fault(tex, false, tex))
            {
                diags.push(problem::bad_formula(reference.span, &fault.reason, None));
            }
        }
        formulas
    }

    fn fault(&self, set: &str, display: bool, tex: &str) -> Option<&Fault> {
        self.html
            .get(&(set.to_owned(), display, tex.to_owned()))
            .and_then(|result| result.as_ref().err())
    }

    /// A typeset formula; empty if it failed, which was reported.
    #[must_use]
    pub fn html(&self, formula: &Formula) -> &str {
        let key = (formula.set.clone(), formula.display, formula.tex.clone());
        self.html
            .get(&key)
            .and_then(|result| result.as_deref().ok())
            .unwrap_or_default()
    }

    /// A typeset formula of a title.
    #[must_use]
    pub fn title(&self, tex: &str) -> &str {
        let key = (tex.to_owned(), false, tex.to_owned());
        self.html
            .get(&key)
            .and_then(|result| result.as_deref().ok())
            .unwrap_or_default()
    }

    /// All typeset formulas.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.html
            .values()
            .filter_map(|result| result.as_deref().ok())
    }
}

fn title_formulas(title: &[TitlePiece]) -> impl Iterator<Item = &str> {
    title.iter().filter_map(|piece| match piece {
        TitlePiece::Math(tex) => Some(tex.as_str()),
        TitlePiece::Text(_) => None,
    })
}

fn render((set, display, tex): &Key, macros: &[Macro]) -> Result<String, Fault> {
    let macros = macros.iter().map(|known| {
        (
            known.name.clone(),
            MacroDefinition::String(known.tex.clone()),
        )
    });
    let settings = Settings::builder()
        .display_mode(*display)
        .error_color(REFUSED.to_owned())
        .macros(macros.collect())
        .max_size(50.0)
        .max_expand(1000)
        .build();
    let fault = |error: ParseError| Fault {
        reason: error.kind.to_string(),
        at: error.position().map(|at| (at, error.length().unwrap_or(0))),
    };
    let html = katex::render_to_string(&CONTEXT, set, &settings).map_err(fault)?;
    if html.contains(REFUSED) {
        return Err(Fault {
            reason: "it has a command for links, images or markup".to_owned(),
            at: None,
        });
    }
    Ok(markup::mended(&html, set, tex))
}

/// Tries each macro by itself, so that its own fault is not reported at every formula.
fn report_macros(macros: &[Macro], diags: &mut Diagnostics) {
    for known in macros {
        let arguments = (1..=9)
            .filter(|n| known.tex.contains(&format!("#{n}")))
            .max()
            .unwrap_or(0);
        let tex = known.name.clone() + &"{x}".repeat(arguments);
        if let Err(fault) = render(&(tex.clone(), false, tex), macros) {
            diags.push(problem::bad_macro(known.span, &known.name, &fault.reason));
        }
    }
}

/// What to write instead of a command that KaTeX does not have.
fn instead(tex: &str) -> Option<&'static str> {
    const HINTS: &[(&str, &str)] = &[
        (
            "\\begin{multline",
            "use `\\begin{gather}` or `\\begin{align}` instead of `multline`",
        ),
        (
            "\\sideset",
            "put the marks beside the operator: `{}_a^b\\sum`",
        ),
        ("\\href", "put the link around the formula in Markdown"),
        ("\\url", "put the link into Markdown"),
        ("\\includegraphics", "put the image into Markdown"),
        ("\\html", "leave the markup out"),
    ];
    HINTS
        .iter()
        .find(|(command, _)| tex.contains(command))
        .map(|(_, hint)| *hint)
}

/// Where in the content a byte of a formula lies. Inside a block quote the lines of the source have marks before them that the
/// formula has not; so the line is found by its number, and the column from its end.
fn place(sources: &Sources, formula: &Formula, at: Option<(usize, usize)>) -> Span {
    let Some((at, length)) = at.filter(|(at, _)| *at <= formula.tex.len()) else {
        return formula.span;
    };
    let marks = if formula.display { 2 } else { 1 };
    let text = &sources.file(formula.span.file).text[formula.span.range()];
    let inside = &text[marks..text.len() - marks];
    let line_number = formula.tex[..at].matches('\n').count();
    let tex_line_start = formula.tex[..at]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let tex_line = formula.tex[tex_line_start..]
        .lines()
        .next()
        .unwrap_or_default();
    let mut start = formula.span.start as usize + marks;
    for line in inside.split_inclusive('\n').take(line_number) {
        start += line.len();
    }
    let line = inside
        .split('\n')
        .nth(line_number)
        .unwrap_or_default()
        .trim_end_matches('\r');
    let marks_before = line.len().saturating_sub(tex_line.len());
    let start = (start + marks_before + at - tex_line_start).min(formula.span.end as usize - marks);
    let end = (start + length).clamp(start, formula.span.end as usize - marks);
    Span::new(formula.span.file, start..end)
}
