//! The words of every problem: one constructor each, by family. Logic elsewhere reads without prose, and no sentence stands twice.

pub mod chart;
pub mod files;
pub mod front_matter;
pub mod graph;
pub mod names;
pub mod prose;
pub mod references;
pub mod site;
