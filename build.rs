//! Converts the KaTeX fonts from TrueType to WOFF2 once, when the program is compiled.

#![expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script by the environment where to write"
)]

use std::{env, fs, path::Path};

/// The faces that KaTeX markup can ask for, as the crate `ratex-katex-fonts` names them.
const FACES: &[&str] = &[
    "KaTeX_AMS-Regular",
    "KaTeX_Caligraphic-Bold",
    "KaTeX_Caligraphic-Regular",
    "KaTeX_Fraktur-Bold",
    "KaTeX_Fraktur-Regular",
    "KaTeX_Main-Bold",
    "KaTeX_Main-BoldItalic",
    "KaTeX_Main-Italic",
    "KaTeX_Main-Regular",
    "KaTeX_Math-BoldItalic",
    "KaTeX_Math-Italic",
    "KaTeX_SansSerif-Bold",
    "KaTeX_SansSerif-Italic",
    "KaTeX_SansSerif-Regular",
    "KaTeX_Script-Regular",
    "KaTeX_Size1-Regular",
    "KaTeX_Size2-Regular",
    "KaTeX_Size3-Regular",
    "KaTeX_Size4-Regular",
    "KaTeX_Typewriter-Regular",
];

fn main() {
    // Templates and static files are embedded too; without these lines a changed one would not be compiled in.
    for watched in ["build.rs", "templates", "static"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut table = String::from("&[\n");
    for face in FACES {
        let ttf = ratex_katex_fonts::ttf_bytes(&format!("{face}.ttf"))
            .unwrap_or_else(|| panic!("the crate ratex-katex-fonts has no face {face}"));
        let woff2 = ttf2woff2::encode(&ttf, ttf2woff2::BrotliQuality::default())
            .unwrap_or_else(|error| panic!("{face} does not convert: {error}"));
        fs::write(Path::new(&out).join(format!("{face}.woff2")), woff2)
            .expect("OUT_DIR is writable");
        table += &format!(
            "    (\"{face}\", include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{face}.woff2\"))),\n"
        );
    }
    let licence =
        ratex_katex_fonts::ttf_bytes("OFL.txt").expect("the fonts' crate has their licence");
    fs::write(Path::new(&out).join("OFL.txt"), licence).expect("OUT_DIR is writable");
    table += "]\n";
    fs::write(Path::new(&out).join("fonts.rs"), table).expect("OUT_DIR is writable");
}
