//! How works are cited in a text: by author and year, so that readers can tell them apart.

use crate::driver::Map;

/// How a page cites works, given as keys with people and year, in the same order.
fn cited(works: &[(&str, &str, &str)]) -> Vec<String> {
    let work = |(key, author, year): &(&str, &str, &str)| {
        format!(
            "@book{{{key},\n  title = {{On {key}}},\n  author = {{{author}}},\n  year = {{{year}}},\n  confirmed = {{all by hand}},\n}}\n"
        )
    };
    let keys: Vec<String> = works.iter().map(|(key, ..)| format!("@{key}")).collect();
    let page = format!(
        "+++\ntitle = \"Cited\"\nsummary = \"A page.\"\n+++\n\nSee [{}].\n",
        keys.join("; ")
    );
    let map = Map::kitchen()
        .file(
            "content/references/more.bib",
            works.iter().map(work).collect::<String>(),
        )
        .file("content/pages/cited.md", page);
    map.build().silent_success();
    let html = map.page("cited/index.html");
    let links = html.split("class=\"cite\"").skip(1);
    links
        .map(|link| link.split(['>', '<']).nth(1).unwrap().to_owned())
        .collect()
}

#[test]
fn works_of_the_same_people_and_year_have_letters_in_the_order_of_their_keys() {
    let found = cited(&[
        ("mallat2012wavelets", "Mallat, Stéphane", "2012"),
        ("mallat2012groups", "Mallat, Stéphane", "2012"),
        ("mallat2016", "Mallat, Stéphane", "2016"),
        ("three2012a", "Mallat, S. and Two, B. and Three, C.", "2012"),
        (
            "three2012b",
            "Mallat, S. and Other, B. and Third, C.",
            "2012",
        ),
    ]);
    let expected = [
        "Mallat 2012b",
        "Mallat 2012a",
        "Mallat 2016",
        "Mallat et al. 2012a",
        "Mallat et al. 2012b",
    ];
    assert_eq!(found, expected);
}

#[test]
fn behind_z_come_two_letters() {
    let keys: Vec<String> = (0..28).map(|n| format!("many{n:02}")).collect();
    let works: Vec<(&str, &str, &str)> = keys
        .iter()
        .map(|key| (key.as_str(), "Many, A.", "2020"))
        .collect();
    let found = cited(&works);
    assert_eq!(found[0], "Many 2020a");
    assert_eq!(found[25..], ["Many 2020z", "Many 2020aa", "Many 2020ab"]);
}

#[test]
fn family_names_are_cited_whole() {
    let found = cited(&[
        ("a", "De Vito, Ernesto", "2001"),
        ("b", "van der Vaart, Aad and Ben Arous, Gérard", "2002"),
        ("c", "{Langosco di Langosco}, Lauro", "2003"),
        ("d", "Van den Broeck, Guy", "2004"),
    ]);
    let expected = [
        "De Vito 2001",
        "van der Vaart and Ben Arous 2002",
        "Langosco di Langosco 2003",
        "Van den Broeck 2004",
    ];
    assert_eq!(found, expected);
}
