//! The layers of a network and of the networks in it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Deref;

use super::names::join;
use super::{Row, Summary};

/// A layer that is not a network, with its name in full.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The name, with those of the networks it is in: `backbone.layer1.0.conv1`.
    pub name: String,
    row: Row,
}

impl Deref for Leaf {
    type Target = Row;

    fn deref(&self) -> &Row {
        &self.row
    }
}

impl Summary {
    /// All layers in the order they run. Embedded networks are expanded: their layers are
    /// listed instead of them.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// fn largest(summary: &Summary) -> Option<String> {
    ///     summary.leaves().max_by_key(|leaf| leaf.params).map(|leaf| leaf.name)
    /// }
    /// ```
    pub fn leaves(&self) -> impl Iterator<Item = Leaf> + use<> {
        let mut leaves = Vec::new();
        collect(self, "", &mut leaves);
        leaves.into_iter()
    }
}

fn collect(summary: &Summary, prefix: &str, leaves: &mut Vec<Leaf>) {
    for row in summary.rows {
        let name = join(prefix, row.name);
        match row.nested {
            Some(nested) => collect(nested, &name, leaves),
            None => leaves.push(Leaf { name, row }),
        }
    }
}
