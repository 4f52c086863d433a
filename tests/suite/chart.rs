//! The chart: what `design/map-layout.md` calls good, measured on the map of this repository and on maps that
//! are made up. A map of 1,000 places is measured by `cargo bench --bench chart`, which is built to be quick.

use crate::driver::Map as Kitchen;
use crate::made_up::{self, Dice, Files};
use crate::soundness::{assert_good, assert_sound};
use portolan::chart::chart;
use portolan::diag::Diagnostics;
use portolan::graph::Graph;
use portolan::layout::colour::{self, Colour, SLOTS, Theme};
use portolan::model::Map;
use portolan::model::lock::{Lock, LockedPlace};
use portolan::{drawing, load, parse, resolve};
use std::path::Path;

fn real() -> (Map, Graph) {
    let mut diags = Diagnostics::default();
    let sources = load::load(Path::new(env!("CARGO_MANIFEST_DIR")), &mut diags).unwrap();
    let map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    let graph = Graph::analyse(&map);
    (map, graph)
}

#[test]
fn the_chart_of_this_map_is_good() {
    let (map, graph) = real();
    let locked = chart(&map, &graph);
    assert_good(&map, &graph, &locked, "this map");
}

#[test]
fn a_chart_of_200_places_is_good() {
    let (map, graph) = made_up::map(&made_up::files(200));
    let chart = chart(&map, &graph);
    assert_good(&map, &graph, &chart, "200 places");
}

/// The files of a map with the lock of its chart.
fn locked(mut files: Files) -> Files {
    let (map, graph) = made_up::map(&files);
    let lock = chart(&map, &graph).lock(&map);
    let text = portolan::chart::lock::text(&map, &lock);
    files.push(("content/map.lock.toml".to_owned(), text));
    files
}

#[test]
fn a_locked_chart_is_the_one_that_was_locked() {
    let files = made_up::files(60);
    let (map, graph) = made_up::map(&files);
    let (again, _) = made_up::map(&locked(files));
    assert!(chart(&map, &graph) == chart(&again, &graph));
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut files = made_up::files(60);
    let draw = |files: &Files| {
        let (map, graph) = made_up::map(files);
        drawing::landscape(&map, &chart(&map, &graph), "")
    };
    let drawn = draw(&files);
    let mut dice = Dice(1);
    for at in 0..files.len() {
        let other = dice.below(files.len());
        files.swap(at, other);
    }
    assert!(drawn == draw(&files));
}

#[test]
fn what_is_added_or_taken_out_moves_nothing() {
    let files = locked(made_up::files(100));
    let (map, graph) = made_up::map(&files);
    let before = chart(&map, &graph);
    let mut dice = Dice(42);
    for trial in 0..20 {
        let mut grown = files.clone();
        let field = dice.below(10);
        let needs = [field * 10 + dice.below(10), dice.below(100)];
        grown.push(made_up::area(
            9000 + trial,
            "A newly found kind of theory",
            field,
            &needs,
        ));
        let (map, graph) = made_up::map(&grown);
        let after = chart(&map, &graph);
        assert_eq!(after.places.len(), 101);
        for (old, new) in before.places.iter().zip(&after.places) {
            assert_eq!((old.at, old.tier), (new.at, new.tier), "a place moved");
        }
        for (old, new) in before.lands.iter().zip(&after.lands) {
            assert_eq!((old.at, old.colour), (new.at, new.colour), "a title moved");
        }
        assert_sound(&after);
    }
    let gone = files
        .into_iter()
        .filter(|(path, _)| !path.ends_with("area-0099.md"))
        .collect();
    let (map, graph) = made_up::map(&gone);
    for (old, new) in before.places.iter().zip(&chart(&map, &graph).places) {
        assert_eq!((old.at, old.tier), (new.at, new.tier), "a place moved");
    }
}

#[test]
fn a_map_of_too_many_places_shows_its_fields() {
    let (mut map, graph) = made_up::map(&made_up::files(portolan::chart::PLACES + 1));
    let chart = chart(&map, &graph);
    assert!(chart.places.is_empty());
    assert_eq!(chart.lands.len(), 24);
    assert_sound(&chart);
    assert!(drawing::landscape(&map, &chart, "").is_some());
    let place = LockedPlace {
        at: [1.0, 2.0],
        tier: 0,
    };
    map.lock = Some(Lock {
        places: vec![Some(place); map.entries.len()],
        fields: vec![None; map.fields.len()],
    });
    assert_eq!(
        chart.lock(&map).places,
        vec![Some(place); map.entries.len()],
        "places that are not drawn are kept"
    );
}

#[test]
fn a_map_without_entries_has_no_chart() {
    let (map, graph) = made_up::map(&made_up::files(0));
    assert!(drawing::landscape(&map, &chart(&map, &graph), "").is_none());
}

/// The style sheet has the colours that the program chooses among.
#[test]
fn the_style_sheet_has_the_colours_of_the_slots() {
    let css = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/static/css/05-lands.css"
    ))
    .unwrap();
    for slot in 0..SLOTS {
        let hue = format!(
            ".land-{slot} {{\n    --hue: {};\n  }}",
            Colour::land(slot, Theme::Light).hue * 15
        );
        assert!(css.contains(&hue), "{hue}");
    }
    for (tone, block) in css.split("--l: ").skip(1).enumerate() {
        let [light, dark] = Theme::ALL.map(|theme| Colour::land(tone, theme));
        let rules = format!(
            "{};\n    --c: {};\n    --l-dark: {};\n    --c-dark: {};",
            light.lightness, light.chroma, dark.lightness, dark.chroma
        );
        assert!(block.starts_with(&rules), "{rules}");
    }
    let [light, dark] = Theme::ALL.map(|theme| Colour::title(0, theme));
    let ink = format!(
        "light-dark(oklch({} {} var(--hue)), oklch({} {} var(--hue)))",
        light.lightness, light.chroma, dark.lightness, dark.chroma
    );
    assert!(css.contains(&ink), "{ink}");
}

/// A colour `#rrggbb` of the style sheet, by its name, in the light and in the dark.
fn token(name: &str) -> [colour::Light; 2] {
    let css = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/static/css/00-tokens.css"
    ))
    .unwrap();
    let line = css
        .lines()
        .find(|line| line.trim().starts_with(&format!("--{name}:")))
        .unwrap();
    let mut colours = line.split('#').skip(1).map(|hex| {
        [0, 2, 4].map(|at| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055_f64).powi(2) * ((value + 0.055) / 1.055).sqrt().sqrt()
            }
        })
    });
    [colours.next().unwrap(), colours.next().unwrap()]
}

#[test]
fn names_are_legible_on_every_land() {
    let ink = token("ink");
    for (n, theme) in Theme::ALL.into_iter().enumerate() {
        let least = |contrast: &dyn Fn(usize) -> f64| {
            (0..SLOTS).map(contrast).fold(f64::INFINITY, f64::min)
        };
        let names = least(&|slot| colour::contrast(ink[n], Colour::land(slot, theme).light()));
        let titles = least(&|slot| {
            colour::contrast(
                Colour::title(slot, theme).light(),
                Colour::land(slot, theme).light(),
            )
        });
        println!("{theme:?}: names {names:.1}, titles {titles:.1}");
        assert!(
            names >= 7.0,
            "{theme:?}: names have a contrast of {names:.1}"
        );
        assert!(
            titles >= 4.5,
            "{theme:?}: titles have a contrast of {titles:.1}"
        );
    }
}

const LOCK: &str = "content/map.lock.toml";

#[test]
fn the_command_writes_the_lock_and_a_build_does_not() {
    let kitchen = Kitchen::kitchen();
    let lock = || std::fs::read_to_string(kitchen.root().join(LOCK)).ok();
    kitchen.build().silent_success();
    assert_eq!(lock(), None, "a build writes no lock");
    let first = kitchen.run(&["chart"]).silent_success();
    assert!(
        first.stdout.contains("4 places") && first.stdout.contains("4 new, written"),
        "{}",
        first.stdout
    );
    kitchen.check().silent_success();
    let before = lock().unwrap();
    let again = kitchen.run(&["chart"]).silent_success();
    assert!(
        again.stdout.contains("0 new, unchanged"),
        "{}",
        again.stdout
    );
    let anew = kitchen.run(&["chart", "--relayout"]).silent_success();
    assert!(
        anew.stdout.contains("4 new, unchanged"),
        "the same map gives the same chart: {}",
        anew.stdout
    );

    let pie = "+++\ntitle = \"Pie\"\nsummary = \"A pie.\"\nfield = \"oven\"\nstatus = \"classic\"\n\
               [[prerequisites]]\nid = \"whisking\"\nneed = \"helpful\"\nwhy = \"for the cream\"\n+++\n\nText.\n";
    let kitchen = kitchen.file("content/dishes/pie.md", pie);
    let outcome = kitchen.check();
    assert!(
        outcome.stderr.contains("[unplaced-entry]"),
        "{}",
        outcome.stderr
    );
    kitchen.build();
    let shown = kitchen.page("index.html");
    assert!(
        shown.contains("id=\"at-pie\""),
        "it is shown where it would be placed"
    );
    kitchen.run(&["chart"]).silent_success();
    let after = std::fs::read_to_string(kitchen.root().join(LOCK)).unwrap();
    let added: Vec<&str> = after
        .lines()
        .filter(|line| !before.contains(line))
        .collect();
    assert_eq!(added.len(), 1, "{added:?}");
    assert!(added[0].starts_with("pie = { x = "), "{added:?}");
    kitchen.build();
    assert!(
        shown == kitchen.page("index.html"),
        "it is locked where it was shown"
    );
}

#[test]
fn a_faulty_map_is_not_locked() {
    let outcome = Kitchen::case("unknown-entry").run(&["chart"]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (1, ""));
    assert!(
        outcome.stderr.contains("[unknown-entry]"),
        "{}",
        outcome.stderr
    );
}
