//! What surrounds every page.

use super::here::Here;
use super::parts::Link;
use crate::model::Kind;
use crate::urls;
use serde::Serialize;

/// What every template gets as `frame`.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The map's title.
    pub site_title: String,
    /// One sentence about it.
    pub tagline: String,
    /// The language of the texts.
    pub language: String,
    /// What brings a link to the root of the site.
    pub root: String,
    /// The page's title for the browser.
    pub title: String,
    /// The page's title alone.
    pub heading: String,
    /// One sentence about the page.
    pub description: String,
    /// The page's own address on the web; none for the page of missing addresses.
    pub canonical: Option<String>,
    /// The language as those write it who show links to the page: `en_GB`.
    pub locale: String,
    /// A picture to show with such links: its address on the web.
    pub image: String,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// What is only in the foot on wide screens, and belongs in the menu on narrow ones.
    pub menu_more: Vec<MenuItem>,
    /// Further pages, for the foot.
    pub pages: Vec<Link>,
    /// The licence of the texts.
    pub licence: String,
    /// Where it can be read.
    pub licence_url: Option<String>,
    /// The source repository.
    pub repository: Option<String>,
    /// Where the page can be edited.
    pub edit_url: Option<String>,
    /// What the page is about, for programs: JSON that can stand in an element of the page as it is.
    pub json_ld: Option<String>,
    /// Whether the page is the home page.
    pub is_home: bool,
}

/// One item of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub title: String,
    /// Whether the page is it, or lies under it.
    pub current: bool,
}

pub(super) fn frame(here: &Here<'_>, title: &str, description: &str) -> Frame {
    let settings = &here.context.map.settings;
    let is_home = here.address.is_empty();
    let page_title = if is_home {
        settings.title.clone()
    } else {
        format!("{title} · {}", settings.title)
    };
    let base_url = here.context.base_url();
    Frame {
        site_title: settings.title.clone(),
        tagline: settings.tagline.clone(),
        language: settings.language.clone(),
        root: here.root.clone(),
        title: page_title,
        heading: if is_home { &settings.title } else { title }.to_owned(),
        description: description.to_owned(),
        canonical: (here.address != "404.html").then(|| format!("{base_url}{}", here.address)),
        locale: settings.language.replace('-', "_"),
        image: format!("{base_url}assets/icon-512.png"),
        menu: menu(here),
        menu_more: menu_more(here),
        pages: pages(here),
        licence: settings.licence.clone(),
        licence_url: settings.licence_url.clone(),
        repository: here.context.repository(),
        edit_url: edit_url(here),
        json_ld: super::jsonld::of(here),
        is_home,
    }
}

fn menu(here: &Here<'_>) -> Vec<MenuItem> {
    let map = here.context.map;
    let kinds =
        [Kind::Area, Kind::Foundation].map(|kind| (urls::index(map, kind), here.many(kind)));
    let edges = here.context.graph.needs.iter().map(Vec::len).sum();
    let lists = [
        ("prerequisites/", "Prerequisites", edges),
        ("matrix/", "Matrix", edges),
        ("topics/", "Topics", map.topics.len()),
        ("paths/", "Paths", map.paths.len()),
        ("questions/", "Questions", map.questions.len()),
        ("debates/", "Debates", map.debates.len()),
        ("references/", "References", map.references.len()),
    ];
    let lists = lists
        .into_iter()
        .filter(|(_, _, n)| *n > 0)
        .map(|(at, title, _)| (at.to_owned(), title.to_owned()));
    let route = ("route/".to_owned(), "Route finder".to_owned());
    kinds
        .into_iter()
        .chain([route])
        .chain(lists)
        .map(|(address, title)| menu_item(here, &address, &title))
        .collect()
}

fn menu_item(here: &Here<'_>, address: &str, title: &str) -> MenuItem {
    MenuItem {
        href: format!("{}{address}", here.root),
        title: title.to_owned(),
        current: here.address.starts_with(address),
    }
}

/// The claims, the names, and the page that a map puts first: the one that says how it is read.
fn menu_more(here: &Here<'_>) -> Vec<MenuItem> {
    let first = own_pages(here).next();
    MADE[..2]
        .iter()
        .map(|(address, title)| menu_item(here, address, title))
        .chain(first.map(|(address, title)| menu_item(here, &address, title)))
        .collect()
}

/// Pages that the program makes besides what the menu has.
const MADE: [(&str, &str); 4] = [
    ("claims/", "Claims"),
    ("rosetta/", "Rosetta"),
    ("fields/", "Fields"),
    ("data/", "Data"),
];

fn own_pages<'a>(here: &Here<'a>) -> impl Iterator<Item = (String, &'a str)> {
    let own = here.context.map.pages.iter();
    own.filter(|page| page.order.is_some() && !page.is_home())
        .map(|page| (format!("{}/", page.common.slug), page.common.title.as_str()))
}

/// The pages of prose in their order, and those that the program makes besides what the menu has.
fn pages(here: &Here<'_>) -> Vec<Link> {
    let made = MADE
        .into_iter()
        .map(|(address, title)| (address.to_owned(), title));
    let link = |(address, title): (String, &str)| Link {
        href: format!("{}{address}", here.root),
        title: title.to_owned(),
    };
    own_pages(here).chain(made).map(link).collect()
}

fn edit_url(here: &Here<'_>) -> Option<String> {
    let map = here.context.map;
    let path = &here
        .context
        .sources
        .file(map.common(here.document?).file)
        .path;
    Some(format!(
        "{}/edit/{}/{path}",
        here.context.repository()?,
        map.settings.branch
    ))
}
