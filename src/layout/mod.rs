//! Geometry: where things lie in a picture. Boxes and edges in, positions and paths out; nothing here draws, and nothing knows
//! what the boxes stand for.
//!
//! All lengths are pixels of a picture at its natural size. Positions are worked out by `+ - * /` alone, and ties are broken by
//! keys, so that two machines, and two orders of the same input, agree byte for byte.

pub mod layered;
pub mod measure;
pub mod star;
