//! Links and citations of a text: words → targets.

use super::names::Names;
use crate::diag::Diagnostics;
use crate::model::body::{
    Body, Citation, Node, RawCitation, RawLink, RawTarget, Statement, Target,
};
use crate::model::draft::RawBody;
use crate::problems::prose as problem;
use crate::source::{Sources, Span, Spanned};
use crate::text::nearest;

/// Everything that links of one text are resolved against.
pub(super) struct Context<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) sources: &'a Sources,
}

type ResolvedNode = Node<Target, Citation>;

impl Context<'_> {
    pub(super) fn body(&self, raw: RawBody, diags: &mut Diagnostics) -> Body<Target, Citation> {
        let statements = raw
            .statements
            .into_iter()
            .map(|statement| Statement {
                kind: statement.kind,
                number: statement.number,
                title: self.nodes(statement.title, diags),
                id: statement.id,
                span: statement.span,
            })
            .collect();
        Body {
            nodes: self.nodes(raw.nodes, diags),
            headings: raw.headings,
            statements,
            labels: raw.labels,
        }
    }

    fn nodes(
        &self,
        raw: Vec<Node<RawLink, RawCitation>>,
        diags: &mut Diagnostics,
    ) -> Vec<ResolvedNode> {
        let mut nodes = Vec::with_capacity(raw.len());
        // A link that leads nowhere is reported, and loses its start and end.
        let mut kept = Vec::new();
        for node in raw {
            match node {
                Node::LinkStart(link) => {
                    let target = self.target(&link, diags);
                    kept.push(target.is_some());
                    nodes.extend(target.map(Node::LinkStart));
                }
                Node::LinkEnd => {
                    if kept.pop().unwrap_or(false) {
                        nodes.push(Node::LinkEnd);
                    }
                }
                Node::Image(link, alt) => {
                    nodes.extend(self.image(&link, diags).map(|to| Node::Image(to, alt)))
                }
                Node::Cite(list) => {
                    let list = list
                        .into_iter()
                        .filter_map(|raw| self.citation(raw, diags))
                        .collect();
                    nodes.push(Node::Cite(list));
                }
                Node::Markdown(event) => nodes.push(Node::Markdown(event)),
                Node::Math(formula) => nodes.push(Node::Math(formula)),
                Node::HeadingStart(number) => nodes.push(Node::HeadingStart(number)),
                Node::HeadingEnd(number) => nodes.push(Node::HeadingEnd(number)),
                Node::StatementStart(number) => nodes.push(Node::StatementStart(number)),
                Node::StatementEnd(number) => nodes.push(Node::StatementEnd(number)),
            }
        }
        nodes
    }

    pub(super) fn citation(&self, raw: RawCitation, diags: &mut Diagnostics) -> Option<Citation> {
        let reference = self.names.reference(&raw.key, diags)?;
        Some(Citation {
            reference,
            locator: raw.locator,
        })
    }

    fn target(&self, link: &RawLink, diags: &mut Diagnostics) -> Option<Target> {
        match &link.to {
            RawTarget::Wiki(name, anchor) => {
                let document = self.names.document(name, diags)?;
                Some(Target::Document(document, anchor.clone()))
            }
            RawTarget::Url(url) => match url.strip_prefix('#') {
                Some(anchor) => Some(Target::Anchor(Spanned::new(anchor.to_owned(), link.span))),
                None if is_external(url) => Some(Target::External(url.clone())),
                None if is_unsafe(url) => {
                    diags.push(problem::unsafe_url(link.span));
                    None
                }
                None => self.file(url, link.span, diags),
            },
        }
    }

    fn image(&self, link: &RawLink, diags: &mut Diagnostics) -> Option<Target> {
        let RawTarget::Url(url) = &link.to else {
            return None;
        };
        if is_external(url) || is_unsafe(url) {
            diags.push(problem::foreign_image(link.span));
            return None;
        }
        match self.file(url, link.span, diags)? {
            Target::Image(path) => Some(Target::Image(path)),
            _ => {
                diags.push(problem::dead_link(link.span, url, None));
                None
            }
        }
    }

    /// A file of the map, by its path relative to the file that the link stands in.
    fn file(&self, url: &str, at: Span, diags: &mut Diagnostics) -> Option<Target> {
        let (path, anchor) = url
            .split_once('#')
            .map_or((url, None), |(path, anchor)| (path, Some(anchor)));
        let here = &self.sources.file(at.file).path;
        let found = join(here, path).and_then(|path| {
            if self.sources.images().contains_key(&path) {
                return Some(Target::Image(path));
            }
            let (folder, name) = path.strip_prefix("content/")?.split_once('/')?;
            let document = self.names.document_in(folder, name.strip_suffix(".md")?)?;
            Some(Target::Document(
                document,
                anchor.map(|anchor| Spanned::new(anchor.to_owned(), at)),
            ))
        });
        if found.is_none() {
            let name = path.rsplit('/').next().unwrap_or_default();
            let images = self
                .sources
                .images()
                .keys()
                .filter_map(|path| path.rsplit('/').next());
            let texts: Vec<String> = self
                .names
                .slugs()
                .map(|slug| format!("{slug}.md"))
                .collect();
            let near = nearest(name, images.chain(texts.iter().map(String::as_str)));
            diags.push(problem::dead_link(at, path, near));
        }
        found
    }
}

fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    is_scheme.then_some(scheme)
}

fn is_external(url: &str) -> bool {
    let known = ["https", "http", "mailto"];
    !odd(url)
        && scheme(url).is_some_and(|scheme| known.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// Whether a URL that is not external is more than the path of a file. Browsers skip control characters and read `\` as `/`,
/// so those are unsafe wherever they stand.
fn is_unsafe(url: &str) -> bool {
    odd(url) || url.starts_with('/') || url.contains(':') || url.contains('?')
}

fn odd(url: &str) -> bool {
    url.contains('\\') || url.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// `path` relative to the file `from`, both from the map's root; `None` if it leads out of the root.
fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmful_urls_are_seen_through() {
        for url in [
            "javascript:alert(1)",
            "JaVaScript:x",
            "data:text/html,x",
            "//host/x",
            "/etc/passwd",
            "vbscript:x",
            "java\tscript:x",
            "http:\\\\x",
            "\u{1}javascript:x",
            "file:///x",
            "x?y",
        ] {
            assert!(!is_external(url) && is_unsafe(url), "{url}");
        }
        for url in ["https://a.b/c?d#e", "mailto:a@b.c", "HTTP://a.b"] {
            assert!(is_external(url), "{url}");
        }
    }

    #[test]
    fn paths_do_not_leave_the_root() {
        assert_eq!(
            join("content/areas/a.md", "../mathematics/b.md").as_deref(),
            Some("content/mathematics/b.md")
        );
        assert_eq!(join("content/areas/a.md", "../../../x"), None);
    }
}
