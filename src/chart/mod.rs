//! The map as a chart: fields are lands, entries are places on them, prerequisites are roads from west to east.
//!
//! What the lock knows stays where it is; the rest is placed as if it were about to be locked. Nothing is drawn here: what comes out
//! are positions, outlines, colours, and which names are shown at which scale.

mod labels;
mod levels;
pub mod lock;
mod roads;
mod weight;

use crate::graph::Graph;
use crate::layout::landscape::trace::{Outlines, trace};
use crate::layout::landscape::{Boxes, Land as LandBox, Scene, Site, place, territory};
use crate::layout::{Point, Rect, colour};
use crate::model::lock::{Lock, LockedField, LockedPlace};
use crate::model::{EntryId, FieldId, Map};

pub use levels::{LEVELS, Level};

/// A map with more entries is drawn as its fields alone; names of thousands of places are no picture.
pub const PLACES: usize = 2000;

/// An entry on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The entry.
    pub entry: EntryId,
    /// The number of its land.
    pub land: usize,
    /// Where its mark lies.
    pub at: Point,
    /// How large its name is written: 0 is largest.
    pub tier: usize,
    /// The lines of its name.
    pub lines: Vec<String>,
    /// The number of the first level at which its name is shown.
    pub level: usize,
}

/// A field on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// The field.
    pub field: FieldId,
    /// The centre of its title.
    pub at: Point,
    /// The lines of its title.
    pub lines: Vec<String>,
    /// The number of its colour.
    pub colour: usize,
    /// The number of the first level at which its title is shown.
    pub level: usize,
}

/// A chart, ready to be drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chart {
    /// The places, by entry.
    pub places: Vec<Place>,
    /// The lands, by field.
    pub lands: Vec<Land>,
    /// The roads that no others imply, by places: from what is needed to what needs it.
    pub roads: Vec<(usize, usize)>,
    /// The room that every name takes, marks included: those of the places, then those of the lands.
    pub boxes: Boxes,
    /// Coasts and borders.
    pub outlines: Outlines,
    /// The part of the plane that the chart shows.
    pub frame: Option<Rect>,
}

/// Makes the chart of a map.
#[must_use]
pub fn chart(map: &Map, graph: &Graph) -> Chart {
    let mut fields: Vec<FieldId> = map.entries.iter().map(|entry| entry.field).collect();
    fields.sort_by_key(|id| &map.field(*id).common.slug);
    fields.dedup();
    if fields.is_empty() {
        return Chart::default();
    }
    let drawn = map.entries.len() <= PLACES;
    let entries: Vec<EntryId> = map.entry_ids().filter(|_| drawn).collect();
    let plan = Plan::new(map, graph, entries, fields);
    let boxes = rounded(place(&plan.scene));
    plan.finish(boxes)
}

/// What is known before anything is placed.
struct Plan {
    places: Vec<Place>,
    lands: Vec<Land>,
    colours: Vec<Option<usize>>,
    weights: Vec<usize>,
    roads: Vec<(usize, usize)>,
    scene: Scene,
}

impl Plan {
    fn new(map: &Map, graph: &Graph, entries: Vec<EntryId>, fields: Vec<FieldId>) -> Self {
        let weights = if entries.is_empty() {
            Vec::new()
        } else {
            weight::weights(graph)
        };
        let mut plan = Self {
            places: Vec::new(),
            lands: Vec::new(),
            colours: Vec::new(),
            weights: entries.iter().map(|id| weights[id.index()]).collect(),
            roads: Vec::new(),
            scene: Scene::default(),
        };
        let deepest = graph
            .levels
            .iter()
            .max()
            .copied()
            .unwrap_or_default()
            .max(1);
        for entry in &entries {
            let depth = f64::from(graph.levels[entry.index()]) / f64::from(deepest);
            let field = map.entry(*entry).field;
            let land = fields
                .iter()
                .position(|id| *id == field)
                .unwrap_or_default();
            plan.add_place(map, *entry, (land, depth));
        }
        for field in fields {
            plan.add_land(map, field);
        }
        if !entries.is_empty() {
            plan.scene.roads = roads::all(graph);
            plan.roads = roads::reduced(graph);
        }
        plan
    }

    fn add_place(&mut self, map: &Map, entry: EntryId, (land, depth): (usize, f64)) {
        let locked = map
            .lock
            .as_ref()
            .and_then(|lock| lock.places[entry.index()]);
        let weight = self.weights[self.places.len()];
        let tier = locked.map_or_else(|| labels::tier(weight), |place| place.tier);
        let common = &map.entry(entry).common;
        let lines = labels::PLACES[tier].lines(&common.title);
        let size = labels::place_size(tier, &lines);
        self.scene.sites.push(Site {
            id: common.slug.clone(),
            land,
            size,
            depth,
            known: locked.map(|place| labels::centre(place.at, size)),
        });
        self.places.push(Place {
            entry,
            land,
            at: Point::default(),
            tier,
            lines,
            level: 0,
        });
    }

    fn add_land(&mut self, map: &Map, field: FieldId) {
        let locked = map
            .lock
            .as_ref()
            .and_then(|lock| lock.fields[field.index()]);
        let common = &map.field(field).common;
        let lines = labels::title_lines(&common.title);
        self.scene.lands.push(LandBox {
            id: common.slug.clone(),
            title: labels::TITLE.room(&lines),
            known: locked.map(|land| land.at),
        });
        self.colours.push(locked.map(|land| land.colour));
        self.lands.push(Land {
            field,
            at: Point::default(),
            lines,
            colour: 0,
            level: 0,
        });
    }

    fn finish(mut self, boxes: Boxes) -> Chart {
        let raster = territory::divide(&boxes);
        let outlines = trace(&raster, self.lands.len());
        let colours = colour::choose(&self.colours, &outlines.neighbours());
        let levels = levels::levels(&boxes, &self.places, &self.weights);
        for (at, place) in self.places.iter_mut().enumerate() {
            place.at = labels::mark(&boxes.rects[at]);
            place.level = levels[at];
        }
        for (number, land) in self.lands.iter_mut().enumerate() {
            land.at = boxes.title(number).at;
            land.level = levels[boxes.sites + number];
            land.colour = colours[number];
        }
        let size = [
            raster.columns as f64 * territory::CELL,
            raster.rows as f64 * territory::CELL,
        ];
        let at = [0, 1].map(|axis| raster.origin[axis] + size[axis] / 2.0);
        Chart {
            places: self.places,
            lands: self.lands,
            roads: self.roads,
            boxes,
            outlines,
            frame: Some(Rect { at, size }),
        }
    }
}

/// Positions as the lock keeps them: marks and titles to a tenth of a pixel, so that a chart from a lock is the one that was locked.
fn rounded(mut boxes: Boxes) -> Boxes {
    let tenth = |x: f64| (x * 10.0).round() / 10.0;
    for (at, rect) in boxes.rects.iter_mut().enumerate() {
        rect.at = if at < boxes.sites {
            labels::centre(labels::mark(rect).map(tenth), rect.size)
        } else {
            rect.at.map(tenth)
        };
    }
    boxes
}

impl Chart {
    /// The number of a field's colour; a field without entries has no land, and takes its turn.
    #[must_use]
    pub fn colour(&self, field: FieldId) -> usize {
        let mut lands = self.lands.iter();
        lands
            .find(|land| land.field == field)
            .map_or(field.index() % colour::SLOTS, |land| land.colour)
    }

    /// What the lock of this map should hold. Where places are not drawn, those that were locked are kept.
    #[must_use]
    pub fn lock(&self, map: &Map) -> Lock {
        let known = map.lock.as_ref().filter(|_| self.places.is_empty());
        let mut lock = Lock {
            places: known.map_or_else(|| vec![None; map.entries.len()], |lock| lock.places.clone()),
            fields: vec![None; map.fields.len()],
        };
        let tenth = |at: Point| at.map(|x| (x * 10.0).round() / 10.0);
        for place in &self.places {
            lock.places[place.entry.index()] = Some(LockedPlace {
                at: tenth(place.at),
                tier: place.tier,
            });
        }
        for land in &self.lands {
            lock.fields[land.field.index()] = Some(LockedField {
                at: tenth(land.at),
                colour: land.colour,
            });
        }
        lock
    }
}
