//! The texts of a map and places in them: files, byte spans, lines and columns.
//!
//! Everything that speaks of a place in the content holds a [`Span`]; only this module turns one into a line and a column.
//! It does not know what the texts mean.

use std::collections::BTreeMap;
use std::ops::Range;

/// One file of [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `range` of `file`.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let byte = |n: usize| u32::try_from(n).expect("`load` refuses files of 4 GiB");
        Self {
            file,
            start: byte(range.start),
            end: byte(range.end),
        }
    }

    /// The bytes of the span.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Binds a value to its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place as a person reads it; both numbers start at 1, and a column counts characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// One text and its name.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path from the map's root, with `/` between the parts.
    pub path: String,
    /// The text as it was read; bytes that are not UTF-8 are replaced.
    pub text: String,
    /// Where the first byte lay that was not UTF-8.
    pub broken_at: Option<usize>,
    line_starts: Vec<usize>,
}

impl SourceFile {
    /// Splits a text into lines; `bytes` need not be UTF-8.
    #[must_use]
    pub fn new(path: String, bytes: Vec<u8>) -> Self {
        let (text, broken_at) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                (
                    String::from_utf8_lossy(error.as_bytes()).into_owned(),
                    Some(at),
                )
            }
        };
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Self {
            path,
            text,
            broken_at,
            line_starts,
        }
    }

    fn place(&self, byte: usize) -> Place {
        let byte = byte.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let before = &self.text[self.line_starts[line - 1]..floor_boundary(&self.text, byte)];
        // A byte order mark is no character that a person could count.
        Place {
            line,
            column: before.trim_start_matches('\u{feff}').chars().count() + 1,
        }
    }
}

/// The last character boundary at or before `byte`.
fn floor_boundary(text: &str, byte: usize) -> usize {
    (0..=byte)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// All texts of a map, in the order of their paths, and its images.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    images: BTreeMap<String, Vec<u8>>,
}

impl Sources {
    /// Adds a text and gives its identity.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("a map has fewer than 2^32 files"));
        self.files.push(file);
        id
    }

    /// Adds an image that entries may show; `path` is its path from the map's root.
    pub fn add_image(&mut self, path: String, bytes: Vec<u8>) {
        self.images.insert(path, bytes);
    }

    /// One text.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All texts with their identities.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The images by their paths.
    #[must_use]
    pub const fn images(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.images
    }

    /// The first and the last place of a span.
    #[must_use]
    pub fn places(&self, span: Span) -> (Place, Place) {
        let file = self.file(span.file);
        (
            file.place(span.start as usize),
            file.place(span.end as usize),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, byte: usize) -> (usize, usize) {
        let place = SourceFile::new("x".into(), text.into()).place(byte);
        (place.line, place.column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("aé∞b\nc", 6), (1, 4));
        assert_eq!(place("aé∞b\r\nc", 9), (2, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(place("\u{feff}ab", 4), (1, 2));
    }

    #[test]
    fn the_end_of_a_text_is_a_place() {
        assert_eq!(place("ab\n", 3), (2, 1));
        assert_eq!(place("", 9), (1, 1));
    }

    #[test]
    fn bytes_that_are_no_text_are_found() {
        let file = SourceFile::new("x".into(), b"ab\xffc".to_vec());
        assert_eq!(file.broken_at, Some(2));
        assert_eq!(file.text, "ab\u{fffd}c");
    }
}
