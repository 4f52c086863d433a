//! The way from what a reader knows to what the reader wants: everything that is missing, in an order that can be learnt.
//!
//! - Who knows an entry knows what it cannot do without; such a thing is never a step.
//! - Of a choice (`any`) that nothing known and nothing on the route settles, the alternative is taken that adds the fewest
//!   steps, and of equals the one that was written first. Choices nearest to the goals are settled first, and one that turns out not to be
//!   needed is taken back. The very shortest route through many choices is NP-hard to find (it contains set cover);
//!   this rule is one that a reader can follow.
//! - The order is that of a depth-first walk from the goals: each step stands right before the first one that asks for
//!   it, and what has the most below it comes first, so that what belongs together stays together.
//!
//! `static/js/plan/10-routes.js` is the same in the reader's browser; `tests/browser/route.test.mjs` compares the two.

use super::plan::Plan;
use super::{Edge, Graph};
use crate::model::EntryId;
use std::collections::BTreeSet;

/// What is missing between what is known and the goals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// The steps, each behind everything that it needs; goals that are not known are among them.
    pub steps: Vec<Step>,
    /// What is known and the steps build on, directly or through others.
    pub relied: Vec<EntryId>,
    /// What would make the way easier, the most asked for first.
    pub helpful: Vec<Helpful>,
}

/// One step of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to learn.
    pub entry: EntryId,
    /// Whether it is one of the goals.
    pub goal: bool,
    /// Why: the edges to it from other steps, essential ones first, and of these the nearest to a goal. Only a goal may have none.
    pub reasons: Vec<Edge>,
    /// How its own essential choices were settled.
    pub choices: Vec<Choice>,
}

/// A choice that was settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its number in the list of prerequisites.
    pub prerequisite: usize,
    /// The alternative that was taken.
    pub taken: EntryId,
    /// Why this one.
    pub because: Because,
}

/// Why an alternative was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// It is known.
    Known,
    /// It is on the route for another reason.
    OnTheWay,
    /// It adds fewer steps than any other.
    Fewer,
    /// None adds fewer steps, and it was written first.
    First,
}

/// Something that the route can do without, but that makes it easier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helpful {
    /// What to learn.
    pub entry: EntryId,
    /// The edges to it from steps.
    pub reasons: Vec<Edge>,
    /// How many steps it would add, itself included.
    pub steps: usize,
}

impl Graph {
    /// What must be learnt before `goal` by somebody who knows nothing; the goal itself is the last step. What would be helpful is
    /// not looked for.
    #[must_use]
    pub fn route(&self, goal: EntryId) -> Route {
        self.plan(&[goal], &[]).essential().0
    }

    /// What is missing between `known` and `goals`. Goals are reached in the order in which they are given, unless one needs
    /// another.
    #[must_use]
    pub fn route_to(&self, goals: &[EntryId], known: &[EntryId]) -> Route {
        let plan = self.plan(goals, known);
        let (route, needed) = plan.essential();
        Route {
            helpful: plan.helpful(&needed),
            ..route
        }
    }

    fn plan(&self, goals: &[EntryId], known: &[EntryId]) -> Plan<'_> {
        let places = |ids: &[EntryId]| -> Vec<usize> {
            ids.iter().map(|id| self.places[id.index()]).collect()
        };
        Plan {
            graph: self,
            known: self.closure(&places(known), &BTreeSet::new()),
            goals: places(goals),
        }
    }
}
