//! The web app manifest (<https://www.w3.org/TR/appmanifest/>): what a device shows that keeps the site among its programs.

use crate::context::Context;
use serde::Serialize;

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    description: &'a str,
    lang: &'a str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: [Icon; 3],
}

#[derive(Serialize)]
struct Icon {
    src: &'static str,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// The paper of `static/css/00-tokens.css`.
const PAPER: &str = "#fcfaf5";

pub(super) fn manifest(context: &Context<'_>) -> String {
    let settings = &context.map.settings;
    let png = |src, sizes| Icon {
        src,
        sizes,
        kind: "image/png",
    };
    let manifest = Manifest {
        name: &settings.title,
        description: &settings.tagline,
        lang: &settings.language,
        start_url: "./",
        scope: "./",
        display: "minimal-ui",
        background_color: PAPER,
        theme_color: PAPER,
        icons: [
            Icon {
                src: "assets/icon.svg",
                sizes: "any",
                kind: "image/svg+xml",
            },
            png("assets/icon-180.png", "180x180"),
            png("assets/icon-512.png", "512x512"),
        ],
    };
    serde_json::to_string_pretty(&manifest).expect("texts are always JSON") + "\n"
}
