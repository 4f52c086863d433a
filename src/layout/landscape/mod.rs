//! The landscape: sites on lands, as on a chart. West is where roads begin, east is where they lead.
//!
//! From nothing: lands are placed first (`lands`), then their sites (`sites`), both by stress majorisation (`stress`); then boxes
//! are pushed apart, each land within its own cell (`apart`). With positions that are already known, those stay, and what is new takes
//! the nearest free slot (`slots`). What the picture shows of it are the outlines: a raster of territories (`territory`), traced
//! into arcs that neighbours share (`trace`, `curve`).

mod apart;
mod curve;
mod lands;
mod sites;
mod slots;
mod stress;
pub mod territory;
pub mod trace;

use super::{Point, Rect, Size};

/// A territory with its title, which is a box like any other.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// Its name; ties and chance depend on it.
    pub id: String,
    /// The room of its title.
    pub title: Size,
    /// Where the centre of the title lies, if that is known already.
    pub known: Option<Point>,
}

/// A site on a land.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Its name; ties and chance depend on it.
    pub id: String,
    /// Which land it lies on.
    pub land: usize,
    /// Its room, with its label.
    pub size: Size,
    /// How far east it wants to be, in 0..1.
    pub depth: f64,
    /// Where the centre of its box lies, if that is known already.
    pub known: Option<Point>,
}

/// What is to be placed. Lands without sites are placed too.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scene {
    /// The territories, by id.
    pub lands: Vec<Land>,
    /// The sites, by id.
    pub sites: Vec<Site>,
    /// Roads between sites, from west to east.
    pub roads: Vec<(usize, usize)>,
}

/// The boxes of a scene in their places: those of the sites, then those of the titles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Boxes {
    /// The boxes.
    pub rects: Vec<Rect>,
    /// The land of each.
    pub land: Vec<usize>,
    /// How many of them are sites.
    pub sites: usize,
}

impl Boxes {
    /// The box of a land's title.
    #[must_use]
    pub fn title(&self, land: usize) -> &Rect {
        &self.rects[self.sites + land]
    }

    fn is_title(&self, at: usize) -> bool {
        at >= self.sites
    }
}

impl Scene {
    /// The boxes with nothing yet placed but what is known.
    fn boxes(&self) -> Boxes {
        let at = |known: Option<Point>| known.unwrap_or_default();
        let sites = self.sites.iter().map(|site| Rect {
            at: at(site.known),
            size: site.size,
        });
        let titles = self.lands.iter().map(|land| Rect {
            at: at(land.known),
            size: land.title,
        });
        Boxes {
            rects: sites.chain(titles).collect(),
            land: self
                .sites
                .iter()
                .map(|site| site.land)
                .chain(0..self.lands.len())
                .collect(),
            sites: self.sites.len(),
        }
    }

    /// What is known of each box.
    fn known(&self) -> Vec<Option<Point>> {
        let sites = self.sites.iter().map(|site| site.known);
        sites
            .chain(self.lands.iter().map(|land| land.known))
            .collect()
    }
}

/// Places everything. If anything is known, it stays where it is.
#[must_use]
pub fn place(scene: &Scene) -> Boxes {
    let known = scene.known();
    if known.iter().any(Option::is_some) {
        return slots::fill(scene, &known);
    }
    let lands = lands::place(scene);
    let mut boxes = sites::place(scene, &lands);
    apart::push(&mut boxes, &lands);
    boxes
}
