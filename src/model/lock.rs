//! What the lock of the chart holds: what has a place keeps it.

/// How many sizes of names there are.
pub const TIERS: usize = 3;

/// Where an entry lies on the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LockedPlace {
    /// To the right and down, in pixels of the natural size.
    pub at: [f64; 2],
    /// How large its name is written: 0 is largest. It is kept, so that a name never outgrows its room.
    pub tier: usize,
}

/// Where the title of a field lies on the chart, and the colour of its land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LockedField {
    /// To the right and down, in pixels of the natural size.
    pub at: [f64; 2],
    /// The number of its colour.
    pub colour: usize,
}

/// The lock of a map, by entries and fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lock {
    /// For each entry its place, if it has one.
    pub places: Vec<Option<LockedPlace>>,
    /// For each field its title's place, if it has one.
    pub fields: Vec<Option<LockedField>>,
}
