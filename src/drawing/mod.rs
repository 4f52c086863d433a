//! Drawings as SVG that stands in a page. It holds no colours and no fonts: those are the style sheet's, so that one drawing serves
//! on light paper and on dark. Everything in it that leads somewhere is a link.

mod landscape;
mod path;
mod sea;
mod svg;

pub use landscape::{landscape, width};
