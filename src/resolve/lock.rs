//! The lock's names → identities. A place whose entry is gone, or now lies in another field, is none any more.

use crate::diag::Diagnostics;
use crate::model::Map;
use crate::model::draft::LockDraft;
use crate::model::lock::Lock;
use crate::problems::chart as problem;
use std::collections::BTreeMap;

/// Resolves the names of the lock, and warns of those that are no use.
pub(super) fn resolve(drafts: Vec<LockDraft>, map: &Map, diags: &mut Diagnostics) -> Lock {
    let slugs = |slugs: Vec<&str>| -> BTreeMap<String, usize> {
        slugs.into_iter().map(str::to_owned).zip(0..).collect()
    };
    let entries = slugs(
        map.entries
            .iter()
            .map(|entry| entry.common.slug.as_str())
            .collect(),
    );
    let fields = slugs(
        map.fields
            .iter()
            .map(|field| field.common.slug.as_str())
            .collect(),
    );
    let mut lock = Lock {
        places: vec![None; map.entries.len()],
        fields: vec![None; map.fields.len()],
    };
    for draft in drafts {
        let field = fields.get(&draft.field.value).copied();
        match field {
            Some(field) => lock.fields[field] = draft.title,
            None => diags.push(problem::gone_field(draft.field.span, &draft.field.value)),
        }
        for (name, place) in draft.places {
            let entry = entries.get(&name.value).copied();
            match entry.filter(|entry| Some(map.entries[*entry].field.index()) == field) {
                Some(entry) => lock.places[entry] = Some(place),
                None => {
                    let now =
                        entry.map(|entry| map.field(map.entries[entry].field).common.slug.as_str());
                    diags.push(problem::gone_place(name.span, &name.value, now));
                }
            }
        }
    }
    lock
}
