//! A text → plain words, for what shows no markup: the search index, descriptions.
//!
//! A formula becomes the characters of its MathML, so `$L^2(\R)$` reads `L2(ℝ)`.

use crate::math::Formulas;
use crate::model::Map;
use crate::model::body::{Body, Citation, Node, Target};
use pulldown_cmark::Event;

/// Writes texts without markup.
#[derive(Debug, Clone, Copy)]
pub struct Plain<'a> {
    /// The map that the texts belong to.
    pub map: &'a Map,
    /// Its formulas, where they are wanted in words; else they are left out.
    pub formulas: Option<&'a Formulas>,
}

impl Plain<'_> {
    /// The words of some nodes on one line, single spaces between them. Citations are left out.
    pub fn line<'n>(&self, nodes: impl IntoIterator<Item = &'n Node<Target, Citation>>) -> String {
        let mut text = String::new();
        let mut link: Option<&Target> = None;
        for node in nodes {
            match node {
                Node::Markdown(Event::Text(words) | Event::Code(words)) => text.push_str(words),
                // The end of *emphasis* is no end of a word; what follows says so itself.
                Node::Markdown(Event::End(end)) if is_inline(*end) => {}
                Node::Markdown(Event::SoftBreak | Event::HardBreak | Event::End(_))
                | Node::HeadingEnd(_)
                | Node::StatementEnd(_) => text.push(' '),
                Node::LinkEnd => {
                    if let Some(Target::Document(to, _)) = link {
                        text.push_str(&self.map.common(*to).title);
                    }
                }
                Node::Math(formula) => {
                    if let Some(formulas) = self.formulas {
                        text.push_str(&characters(formulas.html(formula)));
                    } else {
                        text.push(' ');
                    }
                }
                _ => {}
            }
            // A link whose end follows at once shows the title of its target.
            link = match node {
                Node::LinkStart(target) => Some(target),
                _ => None,
            };
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of a heading.
    #[must_use]
    pub fn heading(&self, body: &Body<Target, Citation>, number: usize) -> String {
        let inside = body
            .nodes
            .iter()
            .skip_while(|node| !matches!(node, Node::HeadingStart(n) if *n == number))
            .skip(1)
            .take_while(|node| !matches!(node, Node::HeadingEnd(_)));
        self.line(inside)
    }
}

const fn is_inline(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link
    )
}

/// The characters of a typeset formula: what stands in its MathML, without what only layout needs.
#[must_use]
pub fn characters(html: &str) -> String {
    let start = html.find("<math").unwrap_or(html.len());
    let mathml = &html[start..];
    let mathml = &mathml[..mathml.find("<annotation").unwrap_or(mathml.len())];
    let mut text = String::new();
    for piece in mathml.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, words)| words));
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    // Function application, invisible times and the like.
    text.replace(['\u{2061}', '\u{2062}', '\u{2063}', '\u{200b}'], "")
        .replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use super::characters;

    #[test]
    fn formulas_become_their_characters() {
        let html = "<span><math><mi>L</mi><mn>2</mn><mo>&lt;</mo><annotation encoding=\"x\">L^2&lt;</annotation></math>L</span>";
        assert_eq!(characters(html), "L2<");
        assert_eq!(characters(""), "");
    }
}
