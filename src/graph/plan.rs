//! How a route is found; [`super::route`] says by which rules. Here, entries are told by their place in [`Graph::order`].

use super::route::{Because, Choice, Helpful, Route, Step};
use super::{Edge, Graph};
use crate::model::{EntryId, Need};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Alternatives of which one is essential.
struct Open {
    asker: usize,
    prerequisite: usize,
    options: Vec<usize>,
}

/// An alternative that was taken for a choice.
struct Pick {
    asker: usize,
    prerequisite: usize,
    taken: usize,
    because: Because,
}

impl Graph {
    /// Some entries and everything that they cannot do without, except what is in `known`.
    pub(super) fn closure(&self, from: &[usize], known: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut work = from.to_vec();
        while let Some(place) = work.pop() {
            if !known.contains(&place) && found.insert(place) {
                let certain = self.at(place).iter().filter(|edge| edge.is_certain());
                work.extend(certain.map(|edge| self.places[edge.to.index()]));
            }
        }
        found
    }

    fn at(&self, place: usize) -> &[Edge] {
        self.needs(self.order[place])
    }
}

/// A route in the making.
pub(super) struct Plan<'a> {
    pub(super) graph: &'a Graph,
    /// What is known, with all that this implies.
    pub(super) known: BTreeSet<usize>,
    pub(super) goals: Vec<usize>,
}

impl Plan<'_> {
    /// The route without what would be helpful, and the places of its steps.
    pub(super) fn essential(&self) -> (Route, BTreeSet<usize>) {
        let mut picks: Vec<Pick> = Vec::new();
        let mut needed = self.needed(&picks, None);
        while let Some(open) = self.open_choice(&needed) {
            let pick = self.settle(open, &needed);
            needed.append(&mut self.graph.closure(&[pick.taken], &self.known));
            picks.push(pick);
        }
        self.take_back(&mut picks);
        let needed = self.needed(&picks, None);
        let choices = self.choices(&needed, &picks);
        let steps = self.reading_order(&needed).into_iter().map(|place| Step {
            entry: self.graph.order[place],
            goal: self.goals.contains(&place),
            reasons: self.reasons(place, &needed, &choices),
            choices: choices.get(&place).cloned().unwrap_or_default(),
        });
        let route = Route {
            steps: steps.collect(),
            relied: self.relied(&needed, &choices),
            helpful: Vec::new(),
        };
        (route, needed)
    }

    fn place(&self, id: EntryId) -> usize {
        self.graph.places[id.index()]
    }

    /// The goals and what was picked, with everything that they cannot do without; `left_out` is a pick to do without.
    fn needed(&self, picks: &[Pick], left_out: Option<usize>) -> BTreeSet<usize> {
        let kept = picks
            .iter()
            .enumerate()
            .filter(|(number, _)| Some(*number) != left_out);
        let mut from = self.goals.clone();
        from.extend(kept.map(|(_, pick)| pick.taken));
        self.graph.closure(&from, &self.known)
    }

    /// The essential choices of an entry, in the order in which they are written.
    fn essential_choices(&self, asker: usize) -> Vec<Open> {
        let mut choices: Vec<Open> = Vec::new();
        for edge in self.graph.at(asker) {
            if edge.need != Need::Essential || !edge.alternative {
                continue;
            }
            let option = self.place(edge.to);
            match choices
                .last_mut()
                .filter(|open| open.prerequisite == edge.prerequisite)
            {
                Some(open) => open.options.push(option),
                None => choices.push(Open {
                    asker,
                    prerequisite: edge.prerequisite,
                    options: vec![option],
                }),
            }
        }
        choices
    }

    /// The choice nearest to the goals of which no alternative is known or on the route.
    fn open_choice(&self, needed: &BTreeSet<usize>) -> Option<Open> {
        let settled = |option: &usize| self.known.contains(option) || needed.contains(option);
        needed.iter().rev().find_map(|asker| {
            let mut choices = self.essential_choices(*asker).into_iter();
            choices.find(|open| !open.options.iter().any(settled))
        })
    }

    fn settle(&self, open: Open, needed: &BTreeSet<usize>) -> Pick {
        let costs: Vec<(usize, usize)> = open
            .options
            .iter()
            .map(|option| (self.cost(*option, needed), *option))
            .collect();
        let least = costs.iter().map(|(cost, _)| *cost).min().unwrap_or(0);
        let mut cheapest = costs.iter().filter(|(cost, _)| *cost == least);
        let taken = cheapest.next().map_or(open.asker, |(_, option)| *option);
        let because = if cheapest.next().is_some() {
            Because::First
        } else {
            Because::Fewer
        };
        Pick {
            asker: open.asker,
            prerequisite: open.prerequisite,
            taken,
            because,
        }
    }

    /// How many steps an entry would add.
    fn cost(&self, entry: usize, needed: &BTreeSet<usize>) -> usize {
        let all = self.graph.closure(&[entry], &self.known);
        all.difference(needed).count()
    }

    /// Takes picks back that later ones have made needless, the first ones first.
    fn take_back(&self, picks: &mut Vec<Pick>) {
        let needless = |picks: &Vec<Pick>| {
            (0..picks.len()).find(|number| {
                self.open_choice(&self.needed(picks, Some(*number)))
                    .is_none()
            })
        };
        while let Some(number) = needless(picks) {
            picks.remove(number);
        }
    }

    /// How the choices of all steps were settled.
    fn choices(&self, needed: &BTreeSet<usize>, picks: &[Pick]) -> BTreeMap<usize, Vec<Choice>> {
        let mut settled: BTreeMap<usize, Vec<Choice>> = BTreeMap::new();
        for open in needed
            .iter()
            .flat_map(|asker| self.essential_choices(*asker))
        {
            let known = open.options.iter().find(|place| self.known.contains(place));
            let picked = picks
                .iter()
                .find(|pick| (pick.asker, pick.prerequisite) == (open.asker, open.prerequisite));
            let on_the_way = open.options.iter().find(|place| needed.contains(place));
            let (taken, because) = match (known, picked, on_the_way) {
                (Some(known), _, _) => (*known, Because::Known),
                (_, Some(pick), _) => (pick.taken, pick.because),
                (_, _, Some(step)) => (*step, Because::OnTheWay),
                (None, None, None) => continue,
            };
            settled.entry(open.asker).or_default().push(Choice {
                prerequisite: open.prerequisite,
                taken: self.graph.order[taken],
                because,
            });
        }
        settled
    }

    /// Depth first from the goals, without recursion: a chain of prerequisites may be as long as the map.
    fn reading_order(&self, needed: &BTreeSet<usize>) -> Vec<usize> {
        let mut order = Vec::with_capacity(needed.len());
        let mut entered = BTreeSet::new();
        for goal in self.goals.iter().filter(|goal| needed.contains(goal)) {
            let mut work = vec![(*goal, false)];
            while let Some((place, left)) = work.pop() {
                if left {
                    order.push(place);
                } else if entered.insert(place) {
                    work.push((place, true));
                    let below: BTreeSet<usize> = self
                        .graph
                        .at(place)
                        .iter()
                        .map(|edge| self.place(edge.to))
                        .filter(|to| needed.contains(to))
                        .collect();
                    work.extend(below.into_iter().map(|to| (to, false)));
                }
            }
        }
        order
    }

    /// The edges from steps to a step. Of a choice, only the edge to what was taken counts.
    fn reasons(
        &self,
        place: usize,
        needed: &BTreeSet<usize>,
        choices: &BTreeMap<usize, Vec<Choice>>,
    ) -> Vec<Edge> {
        let counts = |edge: &&Edge| {
            let from = self.place(edge.from);
            needed.contains(&from) && (edge.need == Need::Helpful || is_taken(edge, from, choices))
        };
        let entry = self.graph.order[place];
        let mut reasons: Vec<Edge> = self
            .graph
            .needed_by(entry)
            .iter()
            .filter(counts)
            .copied()
            .collect();
        reasons.sort_by_key(|edge| {
            let from = self.place(edge.from);
            let nearest = (self.goals.contains(&from), from);
            (edge.need, Reverse(nearest), edge.prerequisite)
        });
        reasons
    }

    fn relied(
        &self,
        needed: &BTreeSet<usize>,
        choices: &BTreeMap<usize, Vec<Choice>>,
    ) -> Vec<EntryId> {
        let mut direct = Vec::new();
        for place in needed {
            let essential = |edge: &&Edge| is_taken(edge, *place, choices);
            let needs = self.graph.at(*place).iter().filter(essential);
            direct.extend(needs.map(|edge| self.place(edge.to)));
        }
        direct.retain(|place| self.known.contains(place));
        let all = self.graph.closure(&direct, &BTreeSet::new());
        all.into_iter()
            .map(|place| self.graph.order[place])
            .collect()
    }

    /// What steps call helpful and is neither known nor on the route; of choices, all that nothing settles.
    pub(super) fn helpful(&self, needed: &BTreeSet<usize>) -> Vec<Helpful> {
        let here = |edge: &Edge| {
            let to = self.place(edge.to);
            self.known.contains(&to) || needed.contains(&to)
        };
        let mut asked: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
        for place in needed.iter().rev() {
            let edges = self.graph.at(*place);
            for edge in edges.iter().filter(|edge| edge.need == Need::Helpful) {
                let same = |other: &&Edge| other.prerequisite == edge.prerequisite;
                if !edges.iter().filter(same).any(here) {
                    asked.entry(self.place(edge.to)).or_default().push(*edge);
                }
            }
        }
        let mut found: Vec<(usize, Helpful)> = asked
            .into_iter()
            .map(|(place, reasons)| {
                let helpful = Helpful {
                    entry: self.graph.order[place],
                    reasons,
                    steps: self.cost(place, needed),
                };
                (place, helpful)
            })
            .collect();
        found.sort_by_key(|(place, found)| (Reverse(found.reasons.len()), found.steps, *place));
        found.into_iter().map(|(_, helpful)| helpful).collect()
    }
}

/// Whether a step at `from` builds on the other end of its edge for certain, or because it was taken.
fn is_taken(edge: &Edge, from: usize, choices: &BTreeMap<usize, Vec<Choice>>) -> bool {
    let taken = || {
        let mut choices = choices.get(&from).into_iter().flatten();
        choices.any(|choice| (choice.prerequisite, choice.taken) == (edge.prerequisite, edge.to))
    };
    edge.is_certain() || (edge.need == Need::Essential && taken())
}
