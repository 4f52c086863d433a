//! The theme's static files, the fonts and the images of the map → files of the site.
//!
//! All style sheets become one, so that a page asks for one; so do the scripts of each folder below `js/`. Only those faces of the
//! fonts are written that a formula of the map uses.

use crate::math::Formulas;
use crate::output::Output;
use crate::source::Sources;
use crate::theme::{FONT_LICENCE, FONTS, Theme};
use crate::urls;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Adds everything that is no page.
pub fn add(theme: &Theme, sources: &Sources, formulas: &Formulas, output: &mut Output) {
    let faces = faces_in_use(formulas);
    let mut css = String::new();
    let mut scripts: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (path, file) in &theme.statics {
        if path.starts_with("css/") && path.ends_with(".css") {
            css.push_str(&String::from_utf8_lossy(&file.bytes));
        } else if let Some(folder) = script_folder(path) {
            scripts.entry(folder).or_default().extend(&file.bytes);
        } else {
            output.add(format!("assets/{path}"), file.bytes.clone());
        }
    }
    for (folder, script) in scripts {
        output.add(format!("assets/{folder}.js"), script);
    }
    css.push_str(&font_faces(&faces));
    output.add("assets/site.css", css.into_bytes());
    for (name, bytes) in FONTS.iter().filter(|(name, _)| faces.contains(name)) {
        output.add(format!("fonts/{name}.woff2"), bytes.to_vec());
    }
    if !faces.is_empty() {
        output.add("fonts/OFL.txt", FONT_LICENCE.as_bytes().to_vec());
    }
    for (path, bytes) in sources.images() {
        output.add(urls::image(path), bytes.clone());
    }
}

/// The folder of a script that is joined with the others of its folder: `js/site` of `js/site/00-site.js`.
fn script_folder(path: &str) -> Option<&str> {
    let (folder, name) = path.rsplit_once('/')?;
    (folder.starts_with("js/") && name.ends_with(".js")).then_some(folder)
}

/// Which class of the typesetter's markup asks for which face. A formula without any of them is set in the first two.
const CLASSES: &[(&str, &str)] = &[
    ("amsrm", "KaTeX_AMS-Regular"),
    ("mathbb", "KaTeX_AMS-Regular"),
    ("textbb", "KaTeX_AMS-Regular"),
    ("mathcal", "KaTeX_Caligraphic-Regular"),
    ("mathfrak", "KaTeX_Fraktur-Regular"),
    ("textfrak", "KaTeX_Fraktur-Regular"),
    ("mathboldfrak", "KaTeX_Fraktur-Bold"),
    ("textboldfrak", "KaTeX_Fraktur-Bold"),
    ("mathbf", "KaTeX_Main-Bold"),
    ("textbf", "KaTeX_Main-Bold"),
    ("textit", "KaTeX_Main-Italic"),
    ("mathit", "KaTeX_Main-Italic"),
    ("boldsymbol", "KaTeX_Math-BoldItalic"),
    ("mathsf", "KaTeX_SansSerif-Regular"),
    ("textsf", "KaTeX_SansSerif-Regular"),
    ("mathboldsf", "KaTeX_SansSerif-Bold"),
    ("textboldsf", "KaTeX_SansSerif-Bold"),
    ("mathsfit", "KaTeX_SansSerif-Italic"),
    ("mathitsf", "KaTeX_SansSerif-Italic"),
    ("textitsf", "KaTeX_SansSerif-Italic"),
    ("mathscr", "KaTeX_Script-Regular"),
    ("textscr", "KaTeX_Script-Regular"),
    ("size1", "KaTeX_Size1-Regular"),
    ("delim-size1", "KaTeX_Size1-Regular"),
    ("small-op", "KaTeX_Size1-Regular"),
    ("size2", "KaTeX_Size2-Regular"),
    ("large-op", "KaTeX_Size2-Regular"),
    ("size3", "KaTeX_Size3-Regular"),
    ("size4", "KaTeX_Size4-Regular"),
    ("delim-size4", "KaTeX_Size4-Regular"),
    ("mathtt", "KaTeX_Typewriter-Regular"),
    ("texttt", "KaTeX_Typewriter-Regular"),
];

fn faces_in_use(formulas: &Formulas) -> BTreeSet<&'static str> {
    let mut classes: BTreeSet<&str> = BTreeSet::new();
    let mut any = false;
    for html in formulas.iter() {
        any = true;
        for attribute in html.split("class=\"").skip(1) {
            let words = attribute
                .split('"')
                .next()
                .unwrap_or_default()
                .split_whitespace();
            // A size is a face of its own only for brackets.
            let bracket = words.clone().any(|word| word == "delimsizing");
            classes.extend(words.filter(|word| bracket || !word.starts_with("size")));
        }
    }
    let base = if any {
        &["KaTeX_Main-Regular", "KaTeX_Math-Italic"][..]
    } else {
        &[]
    };
    let asked = CLASSES
        .iter()
        .filter(|(class, _)| classes.contains(class))
        .map(|(_, face)| *face);
    let mut faces: BTreeSet<&'static str> = base.iter().copied().chain(asked).collect();
    // A bold word inside an italic one has a face of its own.
    if faces.contains("KaTeX_Main-Bold") && faces.contains("KaTeX_Main-Italic") {
        faces.insert("KaTeX_Main-BoldItalic");
    }
    faces
}

/// The rules that tell a browser where the faces are.
fn font_faces(faces: &BTreeSet<&str>) -> String {
    let mut css = String::new();
    for face in faces {
        let (family, cut) = face.split_once('-').unwrap_or((face, "Regular"));
        let weight = if cut.starts_with("Bold") {
            "bold"
        } else {
            "normal"
        };
        let style = if cut.ends_with("Italic") {
            "italic"
        } else {
            "normal"
        };
        writeln!(
            css,
            "@font-face{{font-family:{family};font-weight:{weight};font-style:{style};font-display:block;\
             src:url(../fonts/{face}.woff2) format(\"woff2\")}}"
        )
        .expect("a string takes everything");
    }
    css
}
