//! Routes: against their definition on random maps with choices, and as the program prints them.

use crate::driver::Map as Folder;
use portolan::diag::Diagnostics;
use portolan::graph::{Because, Graph, Route, Step};
use portolan::model::{EntryId, Map, Need};
use portolan::source::{SourceFile, Sources};
use portolan::{parse, resolve};
use std::collections::BTreeSet;

const SETTINGS: &str = "title = \"t\"\ntagline = \"t\"\nlanguage = \"en\"\nbase_url = \"https://t.example/\"\nlicence = \"t\"\n\
                        [[statuses]]\nid = \"s\"\n";
const FIELD: &str = "+++\ntitle = \"f\"\nsummary = \"f\"\nholds = \"areas\"\n+++\n";

/// A prerequisite: its alternatives, and how strong it is.
type Wanted<'a> = (&'a [&'a str], Need);

/// An entry as a file.
fn entry(needs: &[Wanted<'_>]) -> String {
    let mut text =
        String::from("+++\ntitle = \"t\"\nsummary = \"s\"\nfield = \"f\"\nstatus = \"s\"\n");
    for (options, need) in needs {
        let key = match options {
            [one] => format!("id = \"{one}\""),
            several => format!("any = {several:?}"),
        };
        let need = need.name();
        text += &format!("[[prerequisites]]\n{key}\nneed = \"{need}\"\nwhy = \"w\"\n");
    }
    text + "+++\n"
}

/// A map of these entries: a slug, and what it needs.
fn map(entries: &[(&str, &[Wanted<'_>])]) -> (Map, Graph) {
    let mut sources = Sources::default();
    let mut add = |path: String, text: &str| sources.add(SourceFile::new(path, text.into()));
    add("content/map.toml".into(), SETTINGS);
    add("content/fields/f.md".into(), FIELD);
    for (slug, needs) in entries {
        add(format!("content/areas/{slug}.md"), &entry(needs));
    }
    let mut diags = Diagnostics::default();
    let map = resolve::resolve(parse::parse(&sources, &mut diags), &sources, &mut diags);
    assert!(!diags.has_errors(), "{:?}", diags.sorted(&sources));
    let graph = Graph::analyse(&map);
    (map, graph)
}

fn ids(map: &Map, slugs: &[&str]) -> Vec<EntryId> {
    let id = |slug: &&str| map.entry_ids().find(|id| name(map, *id) == *slug).unwrap();
    slugs.iter().map(id).collect()
}

fn name(map: &Map, id: EntryId) -> &str {
    &map.entry(id).common.slug
}

fn names<'a>(map: &'a Map, route: &Route) -> Vec<&'a str> {
    let steps = route.steps.iter();
    steps.map(|step| name(map, step.entry)).collect()
}

const ESSENTIAL: Need = Need::Essential;
const HELPFUL: Need = Need::Helpful;

/// Two ways to a goal, one of them longer, and a second goal.
const WAYS: &[(&str, &[Wanted<'_>])] = &[
    ("ground", &[]),
    ("long", &[(&["ground"], ESSENTIAL)]),
    ("short", &[]),
    ("equal", &[]),
    (
        "goal",
        &[(&["long", "short"], ESSENTIAL), (&["extra"], HELPFUL)],
    ),
    ("extra", &[(&["ground"], ESSENTIAL)]),
    ("other", &[(&["ground"], ESSENTIAL)]),
    ("even", &[(&["short", "equal"], ESSENTIAL)]),
];

#[test]
fn a_choice_is_settled_for_this_reader() {
    let (map, graph) = map(WAYS);
    let route = |goals: &[&str], known: &[&str]| {
        let route = graph.route_to(&ids(&map, goals), &ids(&map, known));
        let choices = route.steps.iter().flat_map(|step| &step.choices);
        let choices: Vec<_> = choices
            .map(|choice| (name(&map, choice.taken), choice.because))
            .collect();
        (names(&map, &route).join(" "), choices)
    };
    assert_eq!(
        route(&["goal"], &[]),
        ("short goal".to_owned(), vec![("short", Because::Fewer)])
    );
    assert_eq!(
        route(&["goal"], &["ground"]),
        ("long goal".to_owned(), vec![("long", Because::First)]),
        "who knows the ground has no reason to avoid the long way"
    );
    assert_eq!(
        route(&["goal"], &["long"]),
        ("goal".to_owned(), vec![("long", Because::Known)])
    );
    assert_eq!(
        route(&["goal", "long"], &[]),
        (
            "ground long goal".to_owned(),
            vec![("long", Because::OnTheWay)]
        )
    );
    assert_eq!(
        route(&["even"], &[]),
        ("short even".to_owned(), vec![("short", Because::First)]),
        "of equals, the first that was written"
    );
}

#[test]
fn who_knows_an_entry_knows_what_it_needs() {
    let (map, graph) = map(WAYS);
    let route = graph.route_to(&ids(&map, &["other", "goal"]), &ids(&map, &["extra"]));
    assert_eq!(names(&map, &route), ["other", "long", "goal"]);
    assert_eq!(
        route.relied,
        ids(&map, &["ground"]),
        "the ground is known through `extra`"
    );
    assert!(
        route.helpful.is_empty(),
        "what is known need not be offered"
    );
    let known = graph.route_to(&ids(&map, &["goal"]), &ids(&map, &["goal"]));
    assert_eq!(known, Route::default(), "nothing is left to do");
}

#[test]
fn what_would_help_is_offered_with_its_price() {
    let (map, graph) = map(WAYS);
    let route = graph.route_to(&ids(&map, &["goal"]), &[]);
    let offers: Vec<_> = route
        .helpful
        .iter()
        .map(|helpful| {
            (
                name(&map, helpful.entry),
                helpful.steps,
                helpful.reasons.len(),
            )
        })
        .collect();
    assert_eq!(offers, [("extra", 2, 1)]);
}

#[test]
fn goals_are_reached_one_after_the_other() {
    let (map, graph) = map(WAYS);
    let order = |goals: &[&str]| names(&map, &graph.route_to(&ids(&map, goals), &[])).join(" ");
    assert_eq!(order(&["goal", "other"]), "ground long goal other");
    assert_eq!(order(&["other", "goal"]), "ground other long goal");
}

#[test]
fn a_needless_pick_is_taken_back() {
    let (map, graph) = map(&[
        ("a", &[]),
        ("b", &[]),
        ("c", &[]),
        ("low", &[(&["b"], ESSENTIAL), (&["c"], ESSENTIAL)]),
        ("dear", &[(&["low"], ESSENTIAL), (&["a"], ESSENTIAL)]),
        // `a` is cheapest at first, but the second choice brings `b` anyway.
        (
            "goal",
            &[(&["a", "b"], ESSENTIAL), (&["low", "dear"], ESSENTIAL)],
        ),
    ]);
    let route = graph.route(ids(&map, &["goal"])[0]);
    assert_eq!(names(&map, &route), ["c", "b", "low", "goal"]);
    let [first, second] = route.steps[3].choices[..] else {
        panic!("two choices")
    };
    assert_eq!(
        (name(&map, first.taken), first.because),
        ("b", Because::OnTheWay)
    );
    assert_eq!(
        (name(&map, second.taken), second.because),
        ("low", Because::Fewer)
    );
}

/// A small generator of its own (xorshift, Marsaglia 2003), so that a failing map can be made again from its number.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n).unwrap()).unwrap()
    }
}

/// A map in which each entry needs some of those before it, or one of several.
fn random_map(random: &mut Random, n: usize) -> (Map, Graph) {
    let slugs: Vec<String> = (0..n).map(|n| format!("e{n}")).collect();
    let mut needs: Vec<Vec<(Vec<&str>, Need)>> = Vec::new();
    for from in 0..n {
        let mut free: Vec<&str> = slugs[..from].iter().map(String::as_str).collect();
        let mut list = Vec::new();
        for _ in 0..random.below(4) {
            let many = 1 + random.below(3);
            if free.len() < many {
                break;
            }
            let options = (0..many)
                .map(|_| free.remove(random.below(free.len())))
                .collect();
            let need = if random.below(4) == 0 {
                HELPFUL
            } else {
                ESSENTIAL
            };
            list.push((options, need));
        }
        needs.push(list);
    }
    let needs: Vec<Vec<Wanted<'_>>> = needs
        .iter()
        .map(|list| {
            list.iter()
                .map(|(options, need)| (&options[..], *need))
                .collect()
        })
        .collect();
    let entries: Vec<(&str, &[Wanted<'_>])> = slugs
        .iter()
        .zip(&needs)
        .map(|(slug, needs)| (slug.as_str(), &needs[..]))
        .collect();
    map(&entries)
}

/// Some entries with all that they need for certain, by the definition.
fn certain(map: &Map, of: &[EntryId]) -> BTreeSet<EntryId> {
    let mut found: BTreeSet<EntryId> = BTreeSet::new();
    let mut work = of.to_vec();
    while let Some(id) = work.pop() {
        if found.insert(id) {
            for need in &map.entry(id).prerequisites {
                if need.need == ESSENTIAL && need.one_of.len() == 1 {
                    work.push(need.one_of[0]);
                }
            }
        }
    }
    found
}

#[test]
fn routes_can_be_walked_and_hold_nothing_needless() {
    let mut settled = 0;
    for seed in 1..=300 {
        let mut random = Random(seed * 7919);
        let n = 3 + random.below(12);
        let (map, graph) = random_map(&mut random, n);
        let some = |random: &mut Random, many: usize| -> Vec<EntryId> {
            (0..many).map(|_| EntryId::at(random.below(n))).collect()
        };
        let how_many = 1 + random.below(3);
        let goals = some(&mut random, how_many);
        let how_many = random.below(4);
        let known = some(&mut random, how_many);
        let route = graph.route_to(&goals, &known);
        let known = certain(&map, &known);
        can_be_walked(seed, &map, &route, &known);
        let steps: BTreeSet<EntryId> = route.steps.iter().map(|step| step.entry).collect();
        assert!(
            steps.is_disjoint(&known),
            "seed {seed}: what is known is no step"
        );
        for goal in goals {
            assert!(
                steps.contains(&goal) || known.contains(&goal),
                "seed {seed}: goals are reached"
            );
        }
        for step in &route.steps {
            let essential = step.reasons.iter().any(|edge| edge.need == ESSENTIAL);
            assert!(
                step.goal || essential,
                "seed {seed}: every step has a reason"
            );
            settled += step.choices.len();
        }
        for helpful in &route.helpful {
            let new = !steps.contains(&helpful.entry) && !known.contains(&helpful.entry);
            assert!(
                new && helpful.steps > 0,
                "seed {seed}: only what is new is offered"
            );
        }
    }
    assert!(settled > 100, "the random maps are not too tame");
}

/// Each step comes behind everything that it needs, one alternative of each choice, and everything helpful on the route.
fn can_be_walked(seed: u64, map: &Map, route: &Route, known: &BTreeSet<EntryId>) {
    let mut learnt = known.clone();
    let on_route = |id: &EntryId| route.steps.iter().any(|step| step.entry == *id);
    for Step { entry, choices, .. } in &route.steps {
        for (number, need) in map.entry(*entry).prerequisites.iter().enumerate() {
            let have = |id: &EntryId| learnt.contains(id);
            if need.need == HELPFUL {
                let late = |id: &&EntryId| on_route(id) && !have(id);
                assert_eq!(
                    need.one_of.iter().find(late),
                    None,
                    "seed {seed}: helpful things first"
                );
            } else {
                assert!(
                    need.one_of.iter().any(have),
                    "seed {seed}: {entry:?} needs {need:?}"
                );
                let choice = choices.iter().find(|choice| choice.prerequisite == number);
                assert_eq!(
                    choice.is_some(),
                    need.one_of.len() > 1,
                    "seed {seed}: choices are said"
                );
                assert!(
                    choice.is_none_or(|choice| have(&choice.taken)),
                    "seed {seed}: {choice:?}"
                );
            }
        }
        learnt.insert(*entry);
    }
}

#[test]
fn a_long_chain_does_not_exhaust_the_stack() {
    let slugs: Vec<String> = (0..3000).map(|n| format!("e{n}")).collect();
    let needs: Vec<Vec<&str>> = (0..3000)
        .map(|n: usize| {
            n.checked_sub(1)
                .map(|n| slugs[n].as_str())
                .into_iter()
                .collect()
        })
        .collect();
    let wanted: Vec<Vec<Wanted<'_>>> = needs
        .iter()
        .map(|needs| {
            if needs.is_empty() {
                vec![]
            } else {
                vec![(&needs[..], ESSENTIAL)]
            }
        })
        .collect();
    let entries: Vec<_> = slugs
        .iter()
        .zip(&wanted)
        .map(|(slug, needs)| (slug.as_str(), &needs[..]))
        .collect();
    let (map, graph) = map(&entries);
    let route = graph.route(ids(&map, &["e2999"])[0]);
    assert_eq!(route.steps.len(), 3000);
}

const PIE: &str = "+++\ntitle = \"Pie\"\nsummary = \"A crust and what is in it.\"\nfield = \"oven\"\nstatus = \"classic\"\n\
    [[prerequisites]]\nany = [\"folding\", \"whisking\"]\nneed = \"essential\"\nwhy = \"the filling is light\"\n\
    [[prerequisites]]\nid = \"omelette\"\nneed = \"helpful\"\nwhy = \"the same pan\"\n+++\n\nSee [[souffle]].\n";

#[test]
fn a_route_in_the_terminal() {
    let map = Folder::kitchen().file("content/dishes/pie.md", PIE);
    let said = map
        .run(&["route", "pie", "souffle"])
        .silent_success()
        .stdout;
    assert_eq!(
        said,
        "Pie, Soufflé: 4 new\n\n  \
           1. Whisking  whisking\n     for Folding: what is folded must first be beaten\n\n  \
           2. Folding  folding\n     for Pie: the filling is light\n     for Soufflé: the foam must survive the sauce\n\n  \
           3. Pie  [goal]  pie\n     Folding or Whisking would do; Folding is on the way anyway\n\n  \
           4. Soufflé  [goal]  souffle\n     read McGee 2004, chapter 2: why egg foams rise and fall\n\n\
         1 thing more would make it easier: --helpful lists them.\n"
    );
    let said = map.run(&["route", "pie", "--known", "folding", "--helpful"]);
    assert_eq!(
        said.silent_success().stdout,
        "Pie: 1 new, 2 known\n\n  \
           1. Pie  [goal]  pie\n     Folding or Whisking would do; Folding is known\n\n\
         You build on Whisking, Folding.\n\nHelpful besides:\n\n   \
           - Omelette, 1 step  omelette\n     helpful for Pie: the same pan\n"
    );
}

/// Two entries whose first work is the same, and a goal with a second one.
fn readers() -> Folder {
    let first = |part: &str| {
        format!(
            "[[resources]]\nref = \"mcgee2004food\"\nrole = \"start here\"\npart = \"{part}\"\nnote = \"says why\"\n"
        )
    };
    let second =
        "[[resources]]\nref = \"eggs2019\"\nrole = \"critique\"\nnote = \"says why not\"\n";
    let work = "@book{eggs2019, author = {Egg, Ann}, title = {Eggs}, date = {2019}, publisher = {Press}, isbn = {9780684800011}}\n";
    let head = "+++\ntitle = \"T\"\nsummary = \"S.\"\nfield = \"oven\"\nstatus = \"classic\"\n";
    let need = "[[prerequisites]]\nid = \"base\"\nneed = \"essential\"\nwhy = \"it lies below\"\n";
    let text = "+++\n\nText.\n";
    Folder::kitchen()
        .file("content/references/eggs.bib", work)
        .file(
            "content/dishes/base.md",
            format!("{head}{}{text}", first("chapter 1")),
        )
        .file(
            "content/dishes/top.md",
            format!("{head}{need}{second}{}{text}", first("chapter 2")),
        )
}

#[test]
fn a_route_says_what_to_read_and_why() {
    let said = readers().run(&["route", "top"]).stdout;
    let lines: Vec<&str> = said.lines().map(str::trim).collect();
    let read: Vec<&&str> = lines
        .iter()
        .filter(|line| line.contains("McGee") || line.contains("Egg "))
        .collect();
    assert_eq!(
        read,
        [
            &"read McGee 2004, chapter 1: says why",
            &"go on in McGee 2004, chapter 2: says why",
            &"then Egg 2019 (critique): says why not",
        ]
    );
    let said = readers().run(&["route", "top", "--format", "json"]).stdout;
    let route: serde_json::Value = serde_json::from_str(&said).unwrap();
    let [base, top] = [&route["steps"][0], &route["steps"][1]];
    assert_eq!(base["then"], serde_json::Value::Null);
    assert_eq!(
        (&top["read"]["role"], &top["read"]["note"]),
        (&"start here".into(), &"says why".into())
    );
    assert_eq!(
        (&top["then"]["reference"], &top["then"]["role"]),
        (&"eggs2019".into(), &"critique".into())
    );
}

#[test]
fn a_route_as_json() {
    let map = Folder::kitchen().file("content/dishes/pie.md", PIE);
    let outcome = map
        .run(&["route", "pie", "--format", "json"])
        .silent_success();
    let route: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let pie = &route["steps"][1];
    assert_eq!((&pie["entry"], &pie["goal"]), (&"pie".into(), &true.into()));
    assert_eq!(pie["choices"][0]["taken"], "whisking");
    assert_eq!(pie["choices"][0]["because"], "fewer steps");
    assert_eq!(
        route["steps"][0]["reasons"][0]["why"],
        "the filling is light"
    );
    assert_eq!(route["helpful"][0]["entry"], "omelette");
}

#[test]
fn an_unknown_goal_is_guessed() {
    let map = Folder::kitchen();
    let said = |goal: &str| {
        let outcome = map.run(&["route", goal]);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""));
        outcome.stderr
    };
    let hint = "did you mean `souffle`?";
    assert_eq!(
        said("soufle"),
        format!("portolan: there is no entry `soufle`; {hint}\n")
    );
    assert_eq!(
        said("Soufflé"),
        format!("portolan: there is no entry `Soufflé`; {hint}\n")
    );
    assert!(said("thermodynamics").ends_with("its file name without `.md` is wanted\n"));
    assert_eq!(map.run(&["route"]).status, 2, "a goal is wanted");
    assert_eq!(
        map.run(&["route", "souffle", "--known", "wisking"]).status,
        2
    );
}

#[test]
fn no_route_through_a_map_with_errors() {
    let outcome = Folder::case("prerequisite-cycle").run(&["route", "souffle"]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (1, ""));
    assert!(
        outcome.stderr.starts_with("error[prerequisite-cycle]"),
        "{}",
        outcome.stderr
    );
}
