//! The layers of a summary as lines of a tree.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::analysis::{ReceptiveField, Traffic};
use crate::layers::Kind;
use crate::network::names::{join, joined};
use crate::network::{Cost, Node, Row, Source, Summary};
use crate::shape::Shape;
use crate::writing::label;

/// A line of a [`Table`](super::Table): a layer, or a scope with the sums of its layers.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Line {
    /// The name in full.
    pub name: String,
    /// The number of scopes around it.
    pub depth: usize,
    /// The layer, or the sums of the scope.
    pub row: Row,
    /// The data it moves from and to memory.
    pub traffic: Traffic,
    /// The keyword; `None` for a scope.
    pub kind: Option<Kind>,
    /// PyTorch's module; empty for a scope.
    pub class: String,
    /// The same as people read it: of a join with what it joins.
    pub(super) module: String,
    /// The layer in a few words, `conv 7×7 /2`; empty for a scope.
    pub call: String,
    /// The full names of the layers and inputs whose outputs it uses; an input without a name is `input`. Empty for a
    /// scope.
    pub inputs: Vec<String>,
    /// The receptive field of its output; for a scope, that of its last layer. `None` if no column shows it.
    pub receptive_field: Option<ReceptiveField>,
    /// Whether it is a scope or a network whose layers follow as lines.
    pub opened: bool,
}

impl Line {
    /// The sums of a network.
    pub(super) fn total(summary: &Summary, receptive_field: Option<ReceptiveField>) -> Line {
        Line {
            name: "total".into(),
            depth: 0,
            row: Row {
                input: only(summary.inputs.len(), summary.input),
                output: only(summary.outputs.len(), summary.output),
                ..Row::BLANK
            }
            .with_cost(summary.cost()),
            traffic: summary.traffic(),
            kind: None,
            class: String::new(),
            module: String::new(),
            call: String::new(),
            inputs: Vec::new(),
            receptive_field,
            // Its numbers are those of all lines.
            opened: true,
        }
    }
}

/// The lines with names as a tree has them: each within its scope, at the end of a branch.
pub(super) fn drawn(mut lines: Vec<Line>) -> Vec<Line> {
    // For each depth, whether another line of the same scope follows: known from the last line to the first.
    let mut follows: Vec<bool> = Vec::new();
    for line in lines.iter_mut().rev() {
        follows.resize(line.depth + 1, false);
        let mut name = String::new();
        for (depth, follows) in follows.iter().enumerate().skip(1) {
            name.push_str(match (depth == line.depth, *follows) {
                (true, true) => "├ ",
                (true, false) => "└ ",
                (false, true) => "│ ",
                (false, false) => "  ",
            });
        }
        name.push_str(line.name.rsplit('.').next().unwrap_or_default());
        (line.name, follows[line.depth]) = (name, true);
    }
    lines
}

/// The shape of the only input or output. Of several none stands for all.
fn only(count: usize, shape: Shape) -> Shape {
    if count == 1 { shape } else { Shape::LOST }
}

/// A summary as a tree, `depth` levels deep. `fields` are the receptive fields of its leaves.
pub(super) fn lines(
    summary: &Summary,
    fields: Option<&[ReceptiveField]>,
    depth: usize,
    kinds: &[Kind],
) -> Vec<Line> {
    let mut tree = Tree { most: depth.max(1), kinds, fields, lines: Vec::new() };
    tree.network(summary, "", 0);
    tree.lines
}

struct Tree<'l> {
    /// The depth up to which scopes are opened.
    most: usize,
    /// The kinds that are listed; all, if there are none.
    kinds: &'l [Kind],
    /// Those of the leaves that are still to come.
    fields: Option<&'l [ReceptiveField]>,
    lines: Vec<Line>,
}

impl Tree<'_> {
    fn network(&mut self, summary: &Summary, name: &str, depth: usize) {
        let layers: Vec<Layer> =
            summary.rows.nodes().iter().zip(summary.rows).map(Layer::new).collect();
        self.add(&layers, &Network { name, summary }, "", depth);
    }

    /// Adds those layers of a network that are in a scope.
    fn add(&mut self, mut layers: &[Layer], network: &Network<'_>, scope: &str, depth: usize) {
        while let Some((layer, others)) = layers.split_first() {
            let Some(inner) = inner_scope(layer.row.name, scope) else {
                layers = others;
                self.add_layer(layer, network, depth);
                continue;
            };
            let same = |layer: &&Layer| inner_scope(layer.row.name, scope) == Some(inner);
            let (inside, others) = layers.split_at(layers.iter().take_while(same).count());
            layers = others;
            let opened = depth + 1 < self.most;
            let (name, row) = (join(network.name, inner), sum(inside));
            let traffic = inside.iter().map(|layer| network.summary.row_traffic(&layer.row));
            let traffic = traffic.fold(Traffic::NONE, Traffic::plus);
            let receptive_field = self.field(inside, opened);
            self.lines.push(Line {
                name,
                depth,
                row,
                traffic,
                kind: None,
                class: String::new(),
                module: String::new(),
                call: String::new(),
                inputs: Vec::new(),
                receptive_field,
                opened,
            });
            if opened {
                self.add(inside, network, inner, depth + 1);
            }
        }
    }

    fn add_layer(&mut self, layer: &Layer, network: &Network<'_>, depth: usize) {
        let row = &layer.row;
        let name = join(network.name, row.name);
        let nested = row.nested.filter(|_| depth + 1 < self.most);
        let opened = nested.is_some();
        let receptive_field = self.field(slice::from_ref(layer), opened);
        if opened || self.kinds.is_empty() || self.kinds.contains(&row.kind) {
            self.lines.push(Line {
                name: name.clone(),
                depth,
                row: *row,
                traffic: network.summary.row_traffic(row),
                kind: Some(row.kind),
                class: row.class.into(),
                module: network.module(row),
                call: network.call(layer),
                inputs: network.inputs(row),
                receptive_field,
                opened,
            });
        }
        if let Some(nested) = nested {
            self.network(nested, &name, depth + 1);
        }
    }
}

impl Tree<'_> {
    /// The receptive field of what leaves some layers. Unless they are `opened`, no others of them follow.
    fn field(&mut self, layers: &[Layer], opened: bool) -> Option<ReceptiveField> {
        let fields = self.fields?;
        let (inside, others) = fields.split_at_checked(leaf_count(layers))?;
        if !opened {
            self.fields = Some(others);
        }
        inside.last().cloned()
    }
}

/// The number of layers without the networks.
fn leaf_count(layers: &[Layer]) -> usize {
    let leaves =
        |layer: &Layer| layer.row.nested.map_or(1, |nested| nested.rows.nodes().leaf_count());
    layers.iter().map(leaves).sum()
}

/// A layer of a network.
struct Layer {
    row: Row,
    /// What it does.
    call: String,
}

impl Layer {
    fn new((node, row): (Node, Row)) -> Layer {
        let call = match node.op.nested() {
            Some(nested) => nested.graph.name.into(),
            None => label(node.kind, &node.op, &node.input),
        };
        Layer { row, call }
    }
}

/// The network that rows are in.
struct Network<'a> {
    /// Its own name in the network around it.
    name: &'a str,
    summary: &'a Summary,
}

impl Network<'_> {
    /// What a layer does; of a join, what it joins.
    fn call(&self, layer: &Layer) -> String {
        let row = &layer.row;
        match row.kind.is_join() {
            true => joined(&layer.call, row.name, self.sources(row)),
            false => layer.call.clone(),
        }
    }

    /// PyTorch's module, whose weights a layer uses if they are not its own, and what a join joins.
    fn module(&self, row: &Row) -> String {
        match row.weights_of {
            Some(first) if !row.kind.is_join() => {
                let first = self.summary.rows.at(first);
                match first.has_weights() {
                    true => format!("{}, weights of {}", row.class, first.name),
                    false => row.class.into(),
                }
            }
            _ if row.kind.is_join() => joined(row.class, row.name, self.sources(row)),
            _ => row.class.into(),
        }
    }

    /// What a layer takes, by the names in this network.
    fn sources(&self, row: &Row) -> impl Iterator<Item = Cow<'static, str>> {
        row.inputs.iter().map(|edge| match edge.from {
            Source::Input(index) => match self.summary.inputs.at(index).name {
                "" => "input".into(),
                name => name.into(),
            },
            Source::Node(index) => self.summary.rows.at(index).name.into(),
            Source::Tap { node, output } => {
                let Row { name, nested, .. } = self.summary.rows.at(node);
                let label = nested.and_then(|nested| nested.outputs.get(output));
                join(name, label.map_or("", |label| label.name)).into()
            }
        })
    }

    /// What a layer takes, by the names in full.
    fn inputs(&self, row: &Row) -> Vec<String> {
        self.sources(row).map(|source| join(self.name, &source)).collect()
    }
}

/// The scope that a name is in directly below another scope: for `layer1.0.conv1` in `layer1` it is
/// `layer1.0`. `None` if the name is in that scope itself.
fn inner_scope<'a>(name: &'a str, scope: &str) -> Option<&'a str> {
    let start = if scope.is_empty() { 0 } else { scope.len() + 1 };
    let end = name.get(start..)?.find('.')?;
    name.get(..start + end)
}

/// The sums of some layers in a row.
fn sum(layers: &[Layer]) -> Row {
    let cost = layers.iter().fold(Cost::ZERO, |sum, layer| sum.plus(layer.row.cost()));
    let mut sum = Row::BLANK.with_cost(cost);
    if let (Some(first), Some(last)) = (layers.first(), layers.last()) {
        (sum.input, sum.output) = (first.row.input, last.row.output);
    }
    sum
}
