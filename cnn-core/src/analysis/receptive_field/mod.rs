//! Receptive fields: which inputs a value of a layer depends on.
//!
//! Data goes one way: a layer says of each dim how it [`Reach`](crate::facts::Reach)es its input,
//! [`taps`] makes positions of that, [`along`] puts the windows of several layers together, and
//! [`field`] does so for all that layers and joins may do. Here the network is walked through.

mod along;
mod field;
mod taps;

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use along::{Along, length};
use field::Field;
use taps::gcd;

use crate::network::{Graph, Node, Source, Summary};
use crate::shape::Shape;

/// The part of the network's input that a value of a layer depends on, along each spatial axis of the input, at
/// inference.
///
/// It is the receptive field of a value far from the borders, so it may be larger than the input, as in most modern
/// networks; the rest is padding. If several paths lead to the input, it reaches from the first position of any path to
/// the last of any. Positions in between may be skipped because of dilation and strides. Channels are not
/// distinguished.
///
/// After a layer that mixes all positions, such as `fc`, a global pool or a norm with statistics of the sample, it is
/// the union for these positions.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::Graph;
///
/// fn show(graph: &Graph) {
///     for (node, field) in graph.nodes.iter().zip(graph.receptive_fields()) {
///         if let [Some(height), Some(width)] = field.axes() {
///             println!("{} sees {} × {} pixels", node.name, height.size, width.size);
///         }
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceptiveField {
    axes: Vec<Option<Extent>>,
}

/// A [`ReceptiveField`] along one axis. Formulas for a chain of layers with kernel `K`, stride `S`,
/// padding `P` and dilation `D` are those of Araujo, Norris and Sim, [Computing Receptive Fields of
/// Convolutional Neural Networks](https://distill.pub/2019/computing-receptive-fields):
///
/// ```text
/// size     1 + Σ D × (K − 1) × ∏ S of the layers before
/// stride   ∏ S
/// padding  Σ P × ∏ S of the layers before
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// The number of positions from the first to the last that a value depends on; the largest, if values differ. 0 if
    /// the value does not depend on the input.
    pub size: u64,
    /// The effective stride, from one value to the next. `None` if all values depend on the same positions, if paths of
    /// different strides meet, or if there is no rule, as after `glu`.
    pub stride: Option<EffectiveStride>,
    /// The effective padding: the distance by which the field of the first value begins before the network's input,
    /// negative if it begins inside. `None` if all values depend on the same positions, or the first one on none.
    pub padding: Option<i64>,
}

/// The distance between neighbouring values of a layer, in positions of the network's input, as the reduced fraction
/// `inputs / outputs`. After upsampling, it can be less than 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EffectiveStride {
    /// The numerator: positions of the network's input.
    pub inputs: u64,
    /// The denominator: positions of the layer's output.
    pub outputs: u64,
}

impl ReceptiveField {
    /// The extent along each spatial axis of the network's input, of which there may be none. `None` for an axis whose
    /// extent is unknown: where positions become channels, where more than 512 different windows would have to be
    /// listed, as after some upsamplings or where paths of different strides meet, or after an error.
    pub fn axes(&self) -> &[Option<Extent>] {
        &self.axes
    }
}

impl fmt::Display for ReceptiveField {
    /// The sizes along the axes, `212 × 212`; `?` where it is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size =
            |axis: &Option<Extent>| axis.map_or("?".into(), |extent| extent.size.to_string());
        f.pad(&self.axes.iter().map(size).collect::<Vec<String>>().join(" × "))
    }
}

impl EffectiveStride {
    /// The fraction as a number.
    ///
    /// ```
    /// # fn show(extent: &cnn_core::Extent) -> Option<()> {
    /// println!("{} pixels from value to value", extent.stride?.as_f64());
    /// # Some(())
    /// # }
    /// ```
    pub fn as_f64(self) -> f64 {
        self.inputs as f64 / self.outputs as f64
    }
}

impl fmt::Display for EffectiveStride {
    /// `32`, or `1/2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.outputs {
            1 => self.inputs.fmt(f),
            outputs => f.pad(&[self.inputs.to_string(), outputs.to_string()].join("/")),
        }
    }
}

impl Graph {
    /// The receptive field of each layer, in the order they run. Embedded networks are replaced by their layers, as in
    /// [`Summary::leaves`](crate::Summary::leaves).
    ///
    /// ```
    /// # fn depth(graph: &cnn_core::Graph) -> Option<u64> {
    /// // How many pixels the last layer sees from top to bottom.
    /// Some(graph.receptive_fields().last()?.axes().first()?.as_ref()?.size)
    /// # }
    /// ```
    pub fn receptive_fields(&self) -> Vec<ReceptiveField> {
        self.receptive_fields_on(0)
    }

    /// The receptive fields on the input with this index.
    /// [`receptive_fields`](Graph::receptive_fields) is about the first input.
    ///
    /// # Panics
    ///
    /// If there is no input with this index.
    pub fn receptive_fields_on(&self, input: usize) -> Vec<ReceptiveField> {
        receptive_fields(self, input)
    }
}

impl Summary {
    /// The receptive field of each of the [`leaves`](Summary::leaves), in their order.
    ///
    /// ```
    /// # fn show(summary: &cnn_core::Summary) {
    /// for (leaf, field) in summary.leaves().zip(summary.receptive_fields()) {
    ///     println!("{}: {field}", leaf.name); // `conv2: 14 × 14`
    /// }
    /// # }
    /// ```
    pub fn receptive_fields(&self) -> Vec<ReceptiveField> {
        receptive_fields(&self.rows.nodes().graph(), 0)
    }
}

fn receptive_fields(graph: &Graph, input: usize) -> Vec<ReceptiveField> {
    let shape = graph.inputs.at(input).shape;
    let itself = |dim| {
        let all = Some([0, shape.size(dim) as i128 - 1]);
        Field::Along { dim, along: Along::itself(), all }
    };
    let axes = 1..shape.rank();
    let given = graph.inputs.iter().enumerate().map(|(index, other)| Value {
        shape: other.shape,
        // The other inputs depend on nothing of this one.
        fields: axes
            .clone()
            .map(|dim| if index == input { itself(dim) } else { Field::Fixed(None) })
            .collect(),
    });
    let given: Vec<Value> = given.collect();
    let mut walk = Walk { input: shape, found: Vec::new() };
    walk.network(graph, &given);
    walk.found
}

/// A value: its shape, and what it depends on along each axis of the network's input.
#[derive(Clone)]
struct Value {
    shape: Shape,
    fields: Vec<Field>,
}

struct Walk {
    /// The network's input.
    input: Shape,
    found: Vec<ReceptiveField>,
}

impl Walk {
    /// Finds the receptive fields of the layers of a network, and answers its outputs.
    fn network(&mut self, graph: &Graph, given: &[Value]) -> Vec<Value> {
        // Of a node that is a network, all outputs.
        let mut values: Vec<Vec<Value>> = Vec::new();
        for node in graph.nodes {
            let inputs: Vec<&Value> =
                node.inputs.iter().map(|edge| value(edge.from, given, &values)).collect();
            let made = match (node.op.nested(), inputs.first()) {
                (Some(nested), Some(first)) => self.network(&nested.graph, &[(*first).clone()]),
                (Some(nested), None) => self.network(&nested.graph, &[self.unknown(&node)]),
                (None, _) => vec![self.layer(&node, &inputs)],
            };
            values.push(made);
        }
        if graph.outputs.is_empty() {
            return given.to_vec();
        }
        graph.outputs.iter().map(|output| value(output.from, given, &values).clone()).collect()
    }

    fn layer(&mut self, node: &Node, inputs: &[&Value]) -> Value {
        let field = |axis: usize| self.field(node, inputs, axis);
        let fields: Vec<Field> = (0..self.input.spatial_rank()).map(field).collect();
        let axes = fields.iter().map(Field::extent).collect();
        self.found.push(ReceptiveField { axes });
        Value { shape: node.output, fields }
    }

    /// What the output of a layer depends on along an axis.
    fn field(&self, node: &Node, inputs: &[&Value], axis: usize) -> Field {
        let output = &node.output;
        // Of what was wrong nothing is known.
        if output.dims().contains(&0) {
            return Field::Unknown;
        }
        let fields = if node.kind.is_join() {
            let arriving = |(branch, value): (usize, &&Value)| {
                value.fields[axis].arriving(&node.op, branch, &value.shape, output)
            };
            let and = |a: Field, b: Field| a.and(&b, &node.op, output);
            inputs.iter().enumerate().map(arriving).reduce(and)
        } else {
            let input = inputs.first();
            input.map(|value| value.fields[axis].after(&node.op, &value.shape, output))
        };
        fields.unwrap_or(Field::Unknown)
    }

    fn unknown(&self, node: &Node) -> Value {
        let fields = (1..self.input.rank()).map(|_| Field::Unknown).collect();
        Value { shape: node.input, fields }
    }
}

/// A value of a network, given its inputs and what its nodes have made so far.
fn value<'v>(from: Source, inputs: &'v [Value], made: &'v [Vec<Value>]) -> &'v Value {
    match from {
        Source::Input(index) => &inputs[index],
        Source::Node(index) => &made[index][0],
        Source::Tap { node, output } => &made[node][output],
    }
}

impl Field {
    /// What is told of it.
    fn extent(&self) -> Option<Extent> {
        let (size, stride, padding) = match self {
            Field::Along { along, .. } => {
                let first = along.at(0).map(|[first, _]| first);
                let padding = first.and_then(|first| i64::try_from(-first).ok());
                (along.longest(), along.stride(), padding)
            }
            Field::Fixed(window) => (length(*window), None, None),
            Field::Spread { longest, .. } => ((*longest)?, None, None),
            Field::Unknown => return None,
        };
        Some(Extent { size, stride, padding })
    }
}

impl Along {
    fn stride(&self) -> Option<EffectiveStride> {
        let (outputs, inputs) =
            (self.windows.len() as i128, self.shift.filter(|shift| *shift > 0)?);
        let common = gcd(outputs, inputs);
        Some(EffectiveStride {
            inputs: u64::try_from(inputs / common).ok()?,
            outputs: u64::try_from(outputs / common).ok()?,
        })
    }
}
