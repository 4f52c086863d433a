//! Which open questions an entry helps to attack, on its page and in the index by need.

use crate::driver::Map;

/// The kitchen with further questions, each with its prerequisites.
fn kitchen(questions: &[(&str, &str)]) -> Map {
    let mut map = Map::kitchen();
    for (title, needs) in questions {
        let slug = title.to_lowercase();
        let text = format!(
            "+++\ntitle = \"{title}\"\nsummary = \"Nobody knows.\"\nabout = [\"omelette\"]\nreviewed = 2026-11-20\n\n{needs}+++\n\nOpen.\n"
        );
        map = map.file(&format!("content/questions/{slug}.md"), text);
    }
    map.build().silent_success();
    map
}

fn need(of: &str, strength: &str) -> String {
    format!("[[prerequisites]]\n{of}\nneed = \"{strength}\"\nwhy = \"because of it\"\n\n")
}

/// The part of a page between two of its texts, its markup left out and white space folded.
fn part(html: &str, from: &str, to: &str) -> String {
    let start = html.find(from).unwrap_or_else(|| panic!("no {from}"));
    let end = start + html[start..].find(to).unwrap();
    let mut text = String::new();
    for piece in html[start..end].split('<') {
        text += piece.split_once('>').map_or("", |(_, words)| words);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attacks(map: &Map, address: &str) -> String {
    part(&map.page(address), "<h2 id=\"attacks\">", "</section>")
}

/// A soufflé cannot do without folding, and folding not without whisking.
#[test]
fn questions_that_name_an_entry_stand_before_those_that_need_it_through_an_area() {
    let map = kitchen(&[
        ("Zest", &need("id = \"folding\"", "essential")),
        ("Yolk", &need("id = \"folding\"", "helpful")),
        ("Air", &need("id = \"souffle\"", "essential")),
    ]);
    assert_eq!(
        attacks(&map, "techniques/folding/index.html"),
        "Open questions that it helps to attack Zest Nobody knows. essential: because of it Yolk Nobody knows. \
         helpful: because of it Air Nobody knows. through Soufflé Among all open questions"
    );
    let row = part(
        &map.page("questions/index.html"),
        "<div data-need=\"folding\">",
        "</div>",
    );
    assert_eq!(row, "Folding Zest · Yolk · Air through Soufflé");
}

#[test]
fn what_only_helps_or_has_alternatives_leads_no_further() {
    let map = kitchen(&[
        ("Zest", &need("id = \"souffle\"", "helpful")),
        (
            "Yolk",
            &need("any = [\"souffle\", \"omelette\"]", "essential"),
        ),
    ]);
    let page = map.page("techniques/folding/index.html");
    assert!(!page.contains("id=\"attacks\""));
}

#[test]
fn common_ground_is_counted_and_not_listed() {
    let titles = ["Ab", "Bc", "Cd", "De", "Ef", "Fg"];
    let needs = need("id = \"souffle\"", "essential");
    let questions: Vec<(&str, &str)> = titles.iter().map(|title| (*title, &*needs)).collect();
    let five = kitchen(&questions[..5]);
    let listed = attacks(&five, "techniques/folding/index.html");
    assert_eq!(listed.matches("through Soufflé").count(), 5, "{listed}");

    let six = kitchen(&questions);
    assert_eq!(
        attacks(&six, "techniques/folding/index.html"),
        "Open questions that it helps to attack 6 open questions need it through others. All open questions"
    );
    // The kitchen's own question names whisking.
    assert_eq!(
        attacks(&six, "techniques/whisking/index.html"),
        "Open questions that it helps to attack Can a soufflé stay up? Nobody has made one that does not fall. \
         essential: to make a foam that sets 6 more open questions need it through others. All open questions"
    );
    let list = six.page("questions/index.html");
    assert!(!list.contains("data-need=\"folding\""));
    assert_eq!(
        part(&list, "<p class=\"common-ground\">", "</p>"),
        "Common ground, which many of the questions need through others and none names: Folding (6) ."
    );
    let row = part(&list, "<div data-need=\"whisking\">", "</div>");
    assert_eq!(
        row,
        "Whisking Can a soufflé stay up? · 6 more through others"
    );
}
