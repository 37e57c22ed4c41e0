//! The table of a summary.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::tree::{Line, lines};
use super::{Align, Bytes, Grid, Grouped, Torchsummary};
use crate::{Kind, Row, Summary};

/// A column of a [`Table`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Column {
    /// The name of the layer.
    Name,
    /// PyTorch's module.
    Class,
    /// The shape that arrives.
    Input,
    /// The shape that leaves.
    Output,
    /// The parameters.
    Params,
    /// The parameters that are not frozen.
    TrainableParams,
    /// The values that are kept but not learned.
    Buffers,
    /// The multiply-accumulates.
    Macs,
    /// The element-wise operations.
    Ops,
    /// The values of the output.
    Activations,
}

impl Column {
    const fn title(self) -> &'static str {
        match self {
            Column::Name => "layer",
            Column::Class => "module",
            Column::Input => "input",
            Column::Output => "output",
            Column::Params => "parameters",
            Column::TrainableParams => "trainable",
            Column::Buffers => "buffers",
            Column::Macs => "MACs",
            Column::Ops => "operations",
            Column::Activations => "activations",
        }
    }

    const fn align(self) -> Align {
        match self {
            Column::Name | Column::Class | Column::Input | Column::Output => Align::Left,
            _ => Align::Right,
        }
    }

    /// A row that is a layer, a scope, or the whole network.
    fn cell(self, row: &Row) -> String {
        let number = match self {
            // These are no numbers of one row alone.
            Column::Name | Column::Class => return String::new(),
            Column::Input => return row.input.to_string(),
            Column::Output => return row.output.to_string(),
            Column::Params => row.params,
            Column::TrainableParams => row.trainable_params,
            Column::Buffers => row.buffers,
            Column::Macs => row.macs,
            Column::Ops => row.ops,
            Column::Activations => row.activations,
        };
        Grouped(number).to_string()
    }
}

/// A summary as a table: as text with [`Display`](fmt::Display), as Markdown, or in the layout of
/// torchsummary.
///
/// The text is a tree. Each scope, such as `layer1.0`, has a line with the sums of its layers, which
/// follow it, indented; so has a network inside of this one. With a [`depth`](Table::depth), what
/// is deeper is left to these sums. A join names what it joins.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::render::Column;
/// # use cnn_core::Summary;
/// # fn show(summary: &Summary) {
/// let table = summary.table().columns(&[Column::Name, Column::Output, Column::Macs]);
/// println!("{table}");
/// println!("{}", table.markdown());
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    summary: Summary,
    columns: Vec<Column>,
    depth: usize,
    /// The kinds that are listed; all, if none are chosen.
    kinds: Vec<Kind>,
}

impl Table {
    /// Chooses the columns. By default they are name, class, output, parameters and MACs.
    pub fn columns(mut self, columns: &[Column]) -> Table {
        self.columns = columns.to_vec();
        self
    }

    /// Shows scopes and networks up to this depth. At depth 1 every scope is one line.
    pub fn depth(mut self, depth: usize) -> Table {
        self.depth = depth;
        self
    }

    /// Lists only layers of these kinds. The sums remain those of all layers.
    pub fn only(mut self, kinds: &[Kind]) -> Table {
        self.kinds = kinds.to_vec();
        self
    }

    /// The layout of torchsummary, the tool of PyTorch users.
    pub fn torchsummary(&self) -> Torchsummary {
        Torchsummary::new(self.summary)
    }

    /// A table of GitHub's Markdown, in which names stand in full.
    pub fn markdown(&self) -> String {
        let lines = lines(&self.summary, self.depth, &self.kinds);
        let rows = lines.iter().filter(|line| !line.opened);
        self.grid(rows.map(|line| (line.name.clone(), line))).markdown()
    }

    fn tree(&self) -> String {
        let lines = lines(&self.summary, self.depth, &self.kinds);
        let indented = |line: &Line| ["  ".repeat(line.depth).as_str(), line.short()].concat();
        self.grid(lines.iter().map(|line| (indented(line), line))).text()
    }

    fn grid<'a>(&self, lines: impl Iterator<Item = (String, &'a Line)>) -> Grid {
        let columns = || self.columns.iter();
        let cells = |name: &str, class: &str, row: &Row| {
            columns()
                .map(|column| match column {
                    Column::Name => name.to_owned(),
                    Column::Class => class.to_owned(),
                    _ => column.cell(row),
                })
                .collect()
        };
        let total = self.summary.as_row();
        Grid {
            columns: columns().map(|column| (column.title().to_owned(), column.align())).collect(),
            rows: lines.map(|(name, line)| cells(&name, &line.class, &line.row)).collect(),
            total: cells("total", "", &total),
        }
    }
}

impl Summary {
    /// The summary as a table, whose columns, rows and layout can be chosen.
    pub fn table(&self) -> Table {
        let columns =
            [Column::Name, Column::Class, Column::Output, Column::Params, Column::Macs].to_vec();
        Table { summary: *self, columns, depth: usize::MAX, kinds: Vec::new() }
    }

    /// The sums of the network as one row.
    pub(super) fn as_row(&self) -> Row {
        Row {
            input: self.input,
            output: self.output,
            params: self.params,
            trainable_params: self.trainable_params,
            buffers: self.buffers,
            macs: self.macs,
            ops: self.ops,
            activations: self.activations,
            ..Row::BLANK
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table().fmt(f)
    }
}

impl fmt::Display for Table {
    /// The tree, the totals, and what they mean in bytes of 32-bit floats.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { name, input, output, .. } = self.summary;
        let colon = if name.is_empty() { "" } else { ": " };
        writeln!(f, "{name}{colon}{input} -> {output}\n\n{}", self.tree())?;
        let Summary { params, trainable_params, buffers, macs, ops, .. } = self.summary;
        write!(f, "parameters   {} ({} as f32)", Grouped(params), float_bytes(params))?;
        if trainable_params < params {
            write!(f, ", {} of them frozen", Grouped(params - trainable_params))?;
        }
        if buffers > 0 {
            write!(f, ", plus {} buffers", Grouped(buffers))?;
        }
        let (macs, ops) = (Grouped(macs), Grouped(ops));
        writeln!(f, "\nMACs         {macs}, plus {ops} element-wise operations")?;
        let Summary { activations: all, peak_activations: peak, .. } = self.summary;
        write!(f, "activations  {} ({} as f32), ", Grouped(all), float_bytes(all))?;
        write!(f, "at most {} alive at once ({})", Grouped(peak), float_bytes(peak))
    }
}

fn float_bytes(values: u64) -> Bytes {
    Bytes(u128::from(values) * 4)
}
