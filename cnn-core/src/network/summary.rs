//! Totals and per-layer cost of a network.

use super::cost::{costs, struct_with_costs};
use super::list::{Iter, list};
use super::{Cost, Edges, Graph, NetworkInputs, NetworkOutputs, Node, Nodes, Source};
use crate::layers::Kind;
use crate::shape::Shape;
use crate::shape::text::same_text;

costs!(struct_with_costs! {
/// Totals and per-layer cost of a network. Every number is for one sample.
///
/// # Conventions
///
/// * **Parameters** are learnable values: weights and biases. Running statistics are *buffers*.
/// * A **MAC** is one multiply-accumulate of a convolution or a linear layer:
///   `out_elements × in_channels / groups × ∏ kernel`, `out_elements × in_features`, and for a
///   transposed convolution `in_elements × out_channels / groups × ∏ kernel`.
/// * A MAC is two **FLOPs**: one multiplication and one addition.
/// * Everything else, such as biases, normalization, pooling, activations and sums, is counted separately as
///   **element-wise operations**. The documentation of each layer says how many it takes.
/// * **Activations** are the values of all outputs; the *peak* is the largest number of values
///   alive at the same time. Both are numbers of values, not bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Summary {
    /// The name of the network; empty for one that was declared inline.
    pub name: &'static str = "",
    /// The shape of the first input.
    pub input: Shape = Shape::LOST,
    /// The shape of the first output.
    pub output: Shape = Shape::LOST,
    /// All inputs.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "NetworkInputs::is_plain"))]
    pub inputs: NetworkInputs = NetworkInputs::NONE,
    /// All outputs.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "NetworkOutputs::is_plain"))]
    pub outputs: NetworkOutputs = NetworkOutputs::NONE,
    ..Cost,
    /// The largest number of values alive while the nodes run in order: the inputs and the output
    /// of the node that runs, and every earlier value that a later node still needs, or that is an
    /// output of the network. An input counts while it is needed.
    pub peak_activations: u64 = 0,
    /// The row at which that is, the first of them.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) peak_at: usize = 0,
    /// The same number, if the input is kept to the end.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) peak_with_input: u64 = 0,
    /// The layers, in the order they run.
    pub rows: Rows = Rows::NONE,
}
});

costs!(struct_with_costs! {
/// One layer of a [`Summary`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Row {
    /// The name of the layer, which is also that of its weights in PyTorch's `state_dict`.
    pub name: &'static str = "",
    /// Its keyword.
    pub kind: Kind = Kind::Identity,
    /// The name of PyTorch's module for it, such as `Conv2d`.
    pub class: &'static str = "",
    /// Its inputs, as in [`Node::inputs`](crate::Node::inputs). `Source::Node(index)` is the row with that index.
    pub inputs: Edges = Edges::NONE,
    /// The shape of its first input.
    pub input: Shape = Shape::LOST,
    /// The shape of its output.
    pub output: Shape = Shape::LOST,
    ..Cost,
    /// The row whose parameters and buffers it uses, if it is a repetition by `again`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub weights_of: Option<usize> = None,
    /// The summary of the embedded network, if this row is one.
    pub nested: Option<&'static Summary> = None,
}
});

/// The layers of a [`Summary`], in the order they run.
///
/// Like the [`Nodes`] of a graph, rows are created when they are accessed, so they are values and not references.
///
/// ```
/// # fn show(summary: &cnn_core::Summary) {
/// for row in summary {
///     println!("{}: {} MACs", row.name, row.macs);
/// }
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Rows {
    pub(super) nodes: Nodes,
}

impl Rows {
    /// None.
    const NONE: Rows = Rows { nodes: Nodes::NONE };

    /// The nodes that the rows are of.
    #[cfg(feature = "alloc")]
    pub(crate) const fn nodes(&self) -> Nodes {
        self.nodes
    }

    /// The number of items.
    pub const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The shape of a value.
    pub(crate) const fn shape(&self, source: Source) -> Shape {
        self.nodes.shape(source)
    }

    /// The item with this index.
    ///
    /// # Panics
    ///
    /// If the index is out of bounds.
    pub const fn at(&self, index: usize) -> Row {
        let Node { name, kind, op, inputs, input, output, weights_of, .. } = self.nodes.at(index);
        let nested = match op.nested() {
            Some(nested) if self.nodes.is_shared(index) => Some(&nested.again),
            Some(nested) => Some(&nested.summary),
            None => None,
        };
        let class = op.class(&input);
        let row =
            Row { name, kind, class, inputs, input, output, weights_of, nested, ..Row::BLANK };
        row.with_cost(self.nodes.cost(index))
    }
}

list!(Rows of Row);

impl Row {
    /// Whether the row has this name. Unlike `==`, it works in `const` contexts.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// const fn ends_with_fc(summary: &Summary) -> bool {
    ///     matches!(summary.rows.last(), Some(row) if row.is_named("fc"))
    /// }
    /// ```
    pub const fn is_named(&self, name: &str) -> bool {
        same_text(self.name, name)
    }

    /// Whether it has parameters or buffers of its own.
    #[cfg(feature = "alloc")]
    pub(crate) const fn has_weights(&self) -> bool {
        self.params > 0 || self.buffers > 0
    }
}

impl Summary {
    /// The summary of a network, given its totals, its peaks (that with the input kept is the second), and
    /// the layer at the first of these.
    pub(super) const fn of(graph: &Graph, cost: Cost, peaks: [u64; 2], peak_at: usize) -> Summary {
        let [peak_activations, peak_with_input] = peaks;
        let summary = Summary {
            name: graph.name,
            input: graph.input,
            output: graph.output,
            inputs: graph.inputs,
            outputs: graph.outputs,
            peak_activations,
            peak_at,
            peak_with_input,
            rows: Rows { nodes: graph.nodes },
            ..Summary::BLANK
        };
        summary.with_cost(cost)
    }

    /// The summary of a network that runs once more with the same weights, which have been counted.
    pub(super) const fn again(self) -> Summary {
        let nodes = Nodes { shared: true, ..self.rows.nodes };
        let cost = self.cost().without_weights();
        Summary { rows: Rows { nodes }, ..self }.with_cost(cost)
    }

    /// The first layer at which [`peak_activations`](Summary::peak_activations) values are alive. An embedded network
    /// counts as one layer. `None` if there are no layers.
    ///
    /// ```
    /// # fn show(summary: &cnn_core::Summary) -> Option<()> {
    /// let peak = summary.peak_row()?;
    /// println!("{} values are alive at {}", summary.peak_activations, peak.name);
    /// # Some(())
    /// # }
    /// ```
    pub const fn peak_row(&self) -> Option<Row> {
        self.rows.get(self.peak_at)
    }

    /// The layer with this name.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// const fn cost(summary: &Summary) -> u64 {
    ///     match summary.row("layer1.0.conv1") {
    ///         Some(row) => row.macs,
    ///         None => 0,
    ///     }
    /// }
    /// ```
    pub const fn row(&self, name: &str) -> Option<Row> {
        match self.rows.nodes.position(name) {
            Some(index) => Some(self.rows.at(index)),
            None => None,
        }
    }

    /// The layers, in the order they run.
    pub fn iter(&self) -> Iter<Rows> {
        self.rows.iter()
    }
}

impl IntoIterator for Summary {
    type Item = Row;
    type IntoIter = Iter<Rows>;

    fn into_iter(self) -> Iter<Rows> {
        self.rows.into_iter()
    }
}

impl IntoIterator for &Summary {
    type Item = Row;
    type IntoIter = Iter<Rows>;

    fn into_iter(self) -> Iter<Rows> {
        self.rows.into_iter()
    }
}
