//! Open questions: their list, by field and by what one needs to attack them; the page of one; and those of an entry.

use super::citation::{CitationView, citation};
use super::date::DateView;
use super::here::Here;
use super::parts::{Card, Link, Need, RoleGroup, Work};
use super::territory::mentions;
use crate::graph::LISTED;
use crate::model::{Document, EntryId, Need as Strength, Question, QuestionId};
use crate::text::{counted, title_key};
use serde::Serialize;
use std::cmp::Reverse;

/// The list of open questions.
#[derive(Debug, Serialize)]
pub struct QuestionsView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// `20 questions`.
    pub count: String,
    /// The questions by the field of the first entry that they hang on.
    pub groups: Vec<QuestionGroup>,
    /// The same questions by what they need.
    pub by_need: Vec<ByNeed>,
    /// What so many of them need through others that a list would say nothing; each with how many.
    pub common: Vec<Common>,
}

/// The questions of one field.
#[derive(Debug, Serialize)]
pub struct QuestionGroup {
    /// The field; none for questions that hang on nothing.
    pub title: Option<String>,
    /// Its questions.
    pub items: Vec<QuestionItem>,
}

/// A question of the list.
#[derive(Debug, Serialize)]
pub struct QuestionItem {
    /// The question.
    pub card: Card,
    /// What one cannot attack it without; of several one will do.
    pub essential: Vec<Vec<Link>>,
    /// What helps.
    pub helpful: Vec<Vec<Link>>,
    /// The entries that it hangs on.
    pub about: Vec<Link>,
}

/// What can be attacked with one entry.
#[derive(Debug, Serialize)]
pub struct ByNeed {
    /// The entry's name in addresses.
    pub slug: String,
    /// The entry.
    pub entry: Link,
    /// The questions, those that name it first.
    pub questions: Vec<Attacked>,
    /// How many more need it through others.
    pub more: usize,
}

/// A question that an entry helps to attack.
#[derive(Debug, Serialize)]
pub struct Attacked {
    /// The question.
    pub link: Link,
    /// The areas through which it needs the entry, if it does not name it.
    pub through: Vec<Link>,
}

/// An entry that many questions need through others.
#[derive(Debug, Serialize)]
pub struct Common {
    /// The entry.
    pub entry: Link,
    /// How many.
    pub count: usize,
}

/// The open questions that an entry helps to attack, for its page.
#[derive(Debug, Serialize)]
pub struct AttacksView {
    /// `2 open questions`; empty if none is listed.
    pub count: String,
    /// The questions, those that name the entry first.
    pub rows: Vec<AttackRow>,
    /// How many need it only through others, if they are too many to be listed: `17 more open questions`.
    pub rest: String,
    /// The list of all questions, with the choice of this entry.
    pub href: String,
}

/// A question that the entry of the page helps to attack.
#[derive(Debug, Serialize)]
pub struct AttackRow {
    /// The question.
    pub card: Card,
    /// What the entry is needed for, as the question says it.
    pub why: Option<String>,
    /// The areas through which the question needs the entry, if it does not name it.
    pub through: Vec<Link>,
}

/// An open question.
#[derive(Debug, Serialize)]
pub struct QuestionView {
    /// Its title.
    pub title: String,
    /// Its sentence.
    pub summary: String,
    /// The entries that it hangs on.
    pub about: Vec<Card>,
    /// What one cannot attack it without.
    pub essential: Vec<Need>,
    /// What makes it easier.
    pub helpful: Vec<Need>,
    /// The same as a wish of the route finder, for the end of its address; of a choice, the first.
    pub wish: String,
    /// The graph below what it needs, as JSON.
    pub plan: String,
    /// Its text.
    pub body: String,
    /// What to read.
    pub resources: Vec<RoleGroup>,
    /// When it was last checked that it is open.
    pub reviewed: Option<DateView>,
    /// The works that the text cites.
    pub works: Vec<Work>,
    /// Documents whose texts link here.
    pub mentions: Vec<Card>,
    /// How to cite the page.
    pub citation: CitationView,
}

/// The questions of some identities, by their titles.
pub(super) fn by_title(here: &Here<'_>, mut ids: Vec<QuestionId>) -> Vec<QuestionId> {
    let title = |id: &QuestionId| title_key(&here.context.map.questions[id.index()].common.title);
    ids.sort_by_cached_key(|id| (title(id), *id));
    ids
}

fn all(here: &Here<'_>) -> impl Iterator<Item = QuestionId> {
    (0..here.context.map.questions.len()).map(QuestionId::at)
}

/// The cards of the open questions that hang on some entry for which `is_about` holds, by their titles.
pub(super) fn hanging(here: &Here<'_>, is_about: impl Fn(EntryId) -> bool) -> Vec<Card> {
    let about = |id: &QuestionId| &here.context.map.questions[id.index()].about;
    let found = all(here).filter(|id| about(id).iter().any(|entry| is_about(*entry)));
    by_title(here, found.collect())
        .into_iter()
        .map(|id| here.card(Document::Question(id)))
        .collect()
}

pub(super) fn list(here: &Here<'_>) -> QuestionsView {
    let map = here.context.map;
    let mut groups: Vec<QuestionGroup> = map
        .fields
        .iter()
        .map(|field| Some(field.common.title.clone()))
        .chain([None])
        .map(|title| QuestionGroup {
            title,
            items: Vec::new(),
        })
        .collect();
    let rest = groups.len() - 1;
    for id in by_title(here, all(here).collect()) {
        let first = map.questions[id.index()].about.first();
        let group = first.map_or(rest, |entry| map.entry(*entry).field.index());
        groups[group].items.push(item(here, id));
    }
    let (by_need, common) = by_need(here);
    QuestionsView {
        title: "Open questions".to_owned(),
        summary: "What is not known, and what one would need to attack it.".to_owned(),
        count: counted(map.questions.len(), "question", "questions"),
        groups: groups
            .into_iter()
            .filter(|group| !group.items.is_empty())
            .collect(),
        by_need,
        common,
    }
}

fn item(here: &Here<'_>, id: QuestionId) -> QuestionItem {
    let question = &here.context.map.questions[id.index()];
    let links = |ids: &[EntryId]| {
        ids.iter()
            .map(|id| here.link(Document::Entry(*id)))
            .collect()
    };
    let needs = |need: Strength| {
        let of_strength = question.prerequisites.iter().filter(|one| one.need == need);
        of_strength.map(|one| links(&one.one_of)).collect()
    };
    QuestionItem {
        card: here.card(Document::Question(id)),
        essential: needs(Strength::Essential),
        helpful: needs(Strength::Helpful),
        about: links(&question.about),
    }
}

/// The questions by what they need, and what is needed by so many that it tells none apart.
fn by_need(here: &Here<'_>) -> (Vec<ByNeed>, Vec<Common>) {
    let map = here.context.map;
    let mut ids: Vec<EntryId> = map.entry_ids().collect();
    ids.sort_by_cached_key(|id| (title_key(&map.entry(*id).common.title), *id));
    let (mut rows, mut common) = (Vec::new(), Vec::new());
    for id in ids {
        let attack = &here.context.graph.attacks[id.index()];
        let entry = here.link(Document::Entry(id));
        let questions = attacked(here, id);
        if !questions.is_empty() {
            let attacked = |(id, through): (QuestionId, Vec<EntryId>)| Attacked {
                link: here.link(Document::Question(id)),
                through: links(here, &through),
            };
            rows.push(ByNeed {
                slug: map.entry(id).common.slug.clone(),
                entry,
                questions: questions.into_iter().map(attacked).collect(),
                more: attack.in_all - attack.through.len(),
            });
        } else if attack.in_all > 0 {
            common.push(Common {
                entry,
                count: attack.in_all,
            });
        }
    }
    common.sort_by_key(|row| Reverse(row.count));
    (rows, common)
}

fn links(here: &Here<'_>, ids: &[EntryId]) -> Vec<Link> {
    ids.iter()
        .map(|id| here.link(Document::Entry(*id)))
        .collect()
}

/// The questions that an entry helps to attack, each with the areas through which it needs the entry: those that name it first,
/// and of these those that cannot do without it.
fn attacked(here: &Here<'_>, id: EntryId) -> Vec<(QuestionId, Vec<EntryId>)> {
    let map = here.context.map;
    let attack = &here.context.graph.attacks[id.index()];
    let direct = |strength: Strength| {
        let of_strength = attack.direct.iter().filter(move |(question, at)| {
            map.questions[question.index()].prerequisites[*at].need == strength
        });
        by_title(here, of_strength.map(|(question, _)| *question).collect())
    };
    let named = [Strength::Essential, Strength::Helpful]
        .into_iter()
        .flat_map(direct)
        .map(|question| (question, Vec::new()));
    let through = by_title(
        here,
        attack.through.iter().map(|one| one.question).collect(),
    );
    let areas = |question: QuestionId| {
        let found = attack.through.iter().find(|one| one.question == question);
        found.map_or_else(Vec::new, |one| one.areas.clone())
    };
    named
        .chain(through.into_iter().map(|id| (id, areas(id))))
        .collect()
}

/// The open questions that an entry helps to attack, without those that hang on it, which its page lists anyway.
pub(super) fn attacks(here: &Here<'_>, id: EntryId) -> Option<AttacksView> {
    let map = here.context.map;
    let attack = &here.context.graph.attacks[id.index()];
    let row = |(question, through): (QuestionId, Vec<EntryId>)| AttackRow {
        card: here.card(Document::Question(question)),
        why: why(&map.questions[question.index()], id),
        through: links(here, &through),
    };
    let rows: Vec<AttackRow> = attacked(here, id)
        .into_iter()
        .filter(|(question, _)| !map.questions[question.index()].about.contains(&id))
        .map(row)
        .collect();
    let more = if rows.is_empty() { "" } else { "more " };
    let rest = match attack.in_all {
        0..=LISTED => String::new(),
        many => format!("{many} {more}open questions"),
    };
    (!rows.is_empty() || !rest.is_empty()).then(|| AttacksView {
        count: match rows.len() {
            0 => String::new(),
            n => counted(n, "open question", "open questions"),
        },
        rows,
        rest,
        href: format!("{}questions/#need={}", here.root, map.entry(id).common.slug),
    })
}

/// `essential: what it is used for`, if the question names the entry.
fn why(question: &Question, id: EntryId) -> Option<String> {
    let mut needs = question.prerequisites.iter();
    let need = needs.find(|need| need.one_of.contains(&id))?;
    Some(format!("{}: {}", need.need.name(), need.why))
}

pub(super) fn question(here: &Here<'_>, id: QuestionId) -> QuestionView {
    let question = &here.context.map.questions[id.index()];
    let document = Document::Question(id);
    let (essential, helpful) = here
        .prerequisites(None, &question.prerequisites)
        .into_iter()
        .partition(|need| need.need == "essential");
    QuestionView {
        title: question.common.title.clone(),
        summary: question.common.summary.clone(),
        about: here.entries(question.about.iter().copied()),
        essential,
        helpful,
        wish: super::route::wish(
            here,
            question
                .prerequisites
                .iter()
                .filter_map(|need| need.one_of.first().copied()),
        ),
        plan: super::plan::below(here, &question.prerequisites),
        body: here.body(document),
        resources: here.resources(&question.resources),
        reviewed: question.reviewed.map(DateView::from),
        works: here.cited(document),
        mentions: mentions(here, document),
        citation: citation(here, document, question.reviewed),
    }
}
