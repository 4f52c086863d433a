//! What templates see: one plain, written-out struct a page kind. It is converted by hand from the model, so that templates do
//! no arithmetic, join no addresses and format no dates.

mod chart;
mod citation;
mod claims;
mod date;
mod entry;
mod foundations;
mod frame;
mod here;
mod home;
mod indexes;
mod jsonld;
mod layers;
mod matrix;
mod neighbourhood;
mod parts;
mod payoff;
mod plan;
mod prerequisites;
mod prose;
mod questions;
mod references;
mod rosetta;
mod route;
mod search;
mod steps;
mod territory;
mod way;

use crate::context::Context;
use crate::model::{Document, Kind, PageId, ReferenceId};
use crate::urls;
use here::Here;
use rayon::prelude::*;
use serde::Serialize;

pub use chart::{ChartView, Choice};
pub use citation::CitationView;
pub use claims::{Claim, ClaimField, ClaimKind, ClaimsView, Source};
pub use date::DateView;
pub use entry::EntryView;
pub use foundations::{FoundationRow, FoundationsView};
pub use frame::{Frame, MenuItem};
pub use home::{Door, HomeView, Known, News};
pub use indexes::{AreasView, ListGroup, ListItem, ListView, StatusCount};
pub use matrix::{MatrixCell, MatrixGroup, MatrixRow, MatrixView};
pub use parts::{
    Card, FieldGroup, FieldKey, Group, Layers, Link, Need, Person, Reason, ResourceRow, RoleGroup,
    RouteStep, Status, Step, StepRow, TocItem, Work,
};
pub use payoff::PayoffRow;
pub use prerequisites::PrerequisitesView;
pub use prose::{
    DataView, DebateView, DiagnosticView, DiagnosticsView, PathView, PositionView, ProseView,
    RedirectView, StepView, WithdrawnView,
};
pub use questions::{
    AttackRow, Attacked, AttacksView, ByNeed, Common, QuestionGroup, QuestionItem, QuestionView,
    QuestionsView,
};
pub use references::{CitedAt, ReferenceView, ReferencesView, UseRow};
pub use rosetta::{RosettaCell, RosettaGroup, RosettaRow, RosettaView};
pub use route::{Preset, RouteField, RouteKind, RouteRow, RouteView};
pub use search::{Browse, SearchView};
pub use steps::OnPath;
pub use territory::{FieldView, NeededCard, TopicView};

/// One page: its address, and what its template gets as `frame` and `page`.
#[derive(Debug)]
pub struct Page {
    /// Its address.
    pub address: String,
    /// What every template gets.
    pub frame: Frame,
    /// What its own template gets.
    pub view: View,
}

impl Page {
    /// Whether the program has made it out of many documents, to be looked things up in: an index, the claims.
    #[must_use]
    pub fn is_made(&self) -> bool {
        let one = matches!(
            self.view,
            View::Prose(_)
                | View::Redirect(_)
                | View::NotFound(_)
                | View::Offline(_)
                | View::Diagnostics(_)
                | View::Search(_)
        );
        !one && self.address.matches('/').count() == 1
    }
}

macro_rules! views {
    ($($(#[$doc:meta])* $variant:ident($view:ty) $template:literal;)+) => {
        /// What a template gets as `page`.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        pub enum View {
            $($(#[$doc])* $variant($view),)+
        }

        impl View {
            /// The template that shows it.
            #[must_use]
            pub const fn template(&self) -> &'static str {
                match self { $(Self::$variant(_) => $template,)+ }
            }

            /// The page's title, and one sentence about it.
            #[must_use]
            pub fn head(&self) -> (&str, &str) {
                match self { $(Self::$variant(view) => (&view.title, &view.summary),)+ }
            }
        }
    };
}

views! {
    /// The home page.
    Home(Box<HomeView>) "home.html";
    /// The index of areas.
    Areas(AreasView) "areas.html";
    /// The index of foundations: the prerequisite index.
    Foundations(FoundationsView) "foundations.html";
    /// An area or a foundation.
    Entry(Box<EntryView>) "entry.html";
    /// A list of documents of one kind.
    List(ListView) "list.html";
    /// The list of open questions.
    Questions(QuestionsView) "questions.html";
    /// A field.
    Field(FieldView) "field.html";
    /// A topic.
    Topic(TopicView) "topic.html";
    /// An open question.
    Question(QuestionView) "question.html";
    /// A debate.
    Debate(DebateView) "debate.html";
    /// A curated path.
    Path(PathView) "path.html";
    /// A page of prose.
    Prose(ProseView) "page.html";
    /// The bibliography.
    References(ReferencesView) "references.html";
    /// A work.
    Reference(Box<ReferenceView>) "reference.html";
    /// What every problem means.
    Diagnostics(DiagnosticsView) "diagnostics.html";
    /// Everything that the map claims.
    Claims(ClaimsView) "claims.html";
    /// What each dialect calls the entries.
    Rosetta(RosettaView) "rosetta.html";
    /// The route finder.
    Route(RouteView) "route.html";
    /// The prerequisites of everything.
    Prerequisites(Box<PrerequisitesView>) "prerequisites.html";
    /// How strongly each area needs each foundation.
    Matrix(Box<MatrixView>) "matrix.html";
    /// What can be taken away.
    Data(DataView) "data.html";
    /// The search, and what can be browsed instead.
    Search(SearchView) "search.html";
    /// An entry that was withdrawn.
    Withdrawn(WithdrawnView) "withdrawn.html";
    /// An address that a document had before.
    Redirect(RedirectView) "redirect.html";
    /// The page for addresses that do not exist.
    NotFound(ProseView) "404.html";
    /// The page for addresses that cannot be fetched.
    Offline(ProseView) "offline.html";
}

/// Every page of the site, in the order of the addresses' kinds.
#[must_use]
pub fn pages(context: &Context<'_>) -> Vec<Page> {
    let map = context.map;
    let documents: Vec<Document> = map.documents().collect();
    let works: Vec<ReferenceId> = (0..map.references.len()).map(ReferenceId::at).collect();
    let mut pages = fixed(context);
    pages.par_extend(
        documents
            .into_par_iter()
            .filter_map(|document| self::document(context, document)),
    );
    pages.par_extend(works.into_par_iter().map(|id| {
        let mut here = Here::new(context, urls::reference(map, id), None);
        here.reference = Some(id);
        here.page(View::Reference(Box::new(references::reference(&here, id))))
    }));
    pages.extend(map.redirects.iter().map(|redirect| {
        let here = Here::new(
            context,
            urls::with_slug(map, redirect.to, &redirect.from),
            None,
        );
        here.page(View::Redirect(prose::redirect(&here, redirect)))
    }));
    pages
}

fn fixed(context: &Context<'_>) -> Vec<Page> {
    let map = context.map;
    let page = |address: &str, view: fn(&Here<'_>) -> View| {
        let home = map
            .pages
            .iter()
            .position(|page| page.is_home())
            .filter(|_| address.is_empty());
        let here = Here::new(
            context,
            address.to_owned(),
            home.map(|at| Document::Page(PageId::at(at))),
        );
        let view = view(&here);
        here.page(view)
    };
    vec![
        page("", |here| View::Home(Box::new(home::home(here)))),
        page(&urls::index(map, Kind::Area), |here| {
            View::Areas(indexes::areas(here))
        }),
        page(&urls::index(map, Kind::Foundation), |here| {
            View::Foundations(foundations::foundations(here))
        }),
        page("fields/", |here| View::List(indexes::fields(here))),
        page("topics/", |here| View::List(indexes::topics(here))),
        page("questions/", |here| View::Questions(questions::list(here))),
        page("debates/", |here| View::List(indexes::debates(here))),
        page("paths/", |here| View::List(indexes::paths(here))),
        page("references/", |here| {
            View::References(references::references(here))
        }),
        page("claims/", |here| View::Claims(claims::claims(here))),
        page("rosetta/", |here| View::Rosetta(rosetta::rosetta(here))),
        page("route/", |here| View::Route(route::route(here))),
        page("search/", |here| View::Search(search::search(here))),
        page("prerequisites/", |here| {
            View::Prerequisites(Box::new(prerequisites::prerequisites(here)))
        }),
        page("matrix/", |here| {
            View::Matrix(Box::new(matrix::matrix(here)))
        }),
        page("data/", |here| View::Data(prose::data(here))),
        page("diagnostics/", |here| {
            View::Diagnostics(prose::diagnostics(here))
        }),
        page("404.html", |here| View::NotFound(prose::not_found(here))),
        page("offline/", |here| View::Offline(prose::offline(here))),
    ]
}

fn document(context: &Context<'_>, document: Document) -> Option<Page> {
    let address = urls::document(context.map, document);
    // The text of the home page has no page of its own.
    if address.is_empty() {
        return None;
    }
    let here = Here::new(context, address, Some(document));
    let view = match document {
        Document::Entry(id) => View::Entry(Box::new(entry::entry(&here, id))),
        Document::Field(id) => View::Field(territory::field(&here, id)),
        Document::Topic(id) => View::Topic(territory::topic(&here, id)),
        Document::Question(id) => View::Question(questions::question(&here, id)),
        Document::Debate(id) => View::Debate(prose::debate(&here, id)),
        Document::Path(id) => View::Path(prose::path(&here, id)),
        Document::Page(_) => View::Prose(prose::page(&here, document)),
        Document::Withdrawn(id) => View::Withdrawn(prose::withdrawn(&here, id)),
    };
    Some(here.page(view))
}
