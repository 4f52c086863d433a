//! Rules of statements.

use crate::diag::Diagnostics;
use crate::graph::Graph;
use crate::model::Map;
use crate::model::body::Node;
use crate::problems::prose as problem;

pub(super) fn claims_are_cited(map: &Map, _: &Graph, diags: &mut Diagnostics) {
    for document in map.documents() {
        let body = &map.common(document).body;
        for (number, statement) in body.statements.iter().enumerate() {
            let cited = body
                .statement_nodes(number)
                .any(|node| matches!(node, Node::Cite(_)));
            if statement.kind.is_claim() && !cited {
                diags.push(problem::uncited_claim(
                    statement.span,
                    statement.kind.name(),
                ));
            }
        }
    }
}
