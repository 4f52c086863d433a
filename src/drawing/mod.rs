//! Drawings as SVG that stands in a page. It holds no colours and no fonts: those are the style sheet's, so that one drawing serves
//! on light paper and on dark. Everything in it that leads somewhere is a link.

pub mod label;
mod landscape;
pub mod layers;
mod path;
mod sea;
pub mod star;
mod svg;

pub use landscape::{landscape, width};
