//! The table of a summary.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{Align, Bytes, Grid, Grouped, Torchsummary};
use crate::{Row, Summary};

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

    fn cell(self, row: &Row) -> String {
        match self {
            Column::Name => row.name.to_owned(),
            Column::Class => row.class.to_owned(),
            Column::Input => row.input.to_string(),
            Column::Output => row.output.to_string(),
            Column::Params => Grouped(row.params).to_string(),
            Column::TrainableParams => Grouped(row.trainable_params).to_string(),
            Column::Buffers => Grouped(row.buffers).to_string(),
            Column::Macs => Grouped(row.macs).to_string(),
            Column::Ops => Grouped(row.ops).to_string(),
            Column::Activations => Grouped(row.activations).to_string(),
        }
    }

    fn total(self, summary: &Summary) -> String {
        match self {
            Column::Name => "total".to_owned(),
            Column::Class => String::new(),
            Column::Input => summary.input.to_string(),
            Column::Output => summary.output.to_string(),
            Column::Params => Grouped(summary.params).to_string(),
            Column::TrainableParams => Grouped(summary.trainable_params).to_string(),
            Column::Buffers => Grouped(summary.buffers).to_string(),
            Column::Macs => Grouped(summary.macs).to_string(),
            Column::Ops => Grouped(summary.ops).to_string(),
            Column::Activations => Grouped(summary.activations).to_string(),
        }
    }
}

/// A summary as a table: as text with [`Display`](fmt::Display), as Markdown, or in the layout of
/// torchsummary.
///
/// ```
/// use cnn_core::render::Column;
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
    rows: Vec<Row>,
    columns: Vec<Column>,
}

impl Table {
    pub(crate) fn new(summary: Summary) -> Table {
        let columns =
            [Column::Name, Column::Class, Column::Output, Column::Params, Column::Macs].to_vec();
        Table { rows: summary.leaves().collect(), summary, columns }
    }

    /// Chooses the columns. By default they are name, class, output, parameters and MACs.
    pub fn columns(mut self, columns: &[Column]) -> Table {
        self.columns = columns.to_vec();
        self
    }

    /// Lists only the rows for which `keep` is true. The totals remain those of the network.
    pub fn only(mut self, keep: impl FnMut(&Row) -> bool) -> Table {
        self.rows.retain(keep);
        self
    }

    /// The layout of torchsummary, the tool of PyTorch users.
    pub fn torchsummary(&self) -> Torchsummary {
        Torchsummary::new(self.summary, &self.rows)
    }

    /// A table of GitHub's Markdown.
    pub fn markdown(&self) -> String {
        self.grid().markdown()
    }

    fn grid(&self) -> Grid {
        let columns = || self.columns.iter();
        Grid {
            columns: columns().map(|column| (column.title().to_owned(), column.align())).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| columns().map(|column| column.cell(row)).collect())
                .collect(),
            total: columns().map(|column| column.total(&self.summary)).collect(),
        }
    }
}

impl fmt::Display for Table {
    /// The rows, the totals, and what they mean in bytes of 32-bit floats.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { name, input, output, .. } = self.summary;
        let colon = if name.is_empty() { "" } else { ": " };
        writeln!(f, "{name}{colon}{input} -> {output}\n\n{}", self.grid().text())?;
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

impl Summary {
    /// The summary as a table, whose columns, rows and layout can be chosen.
    pub fn table(&self) -> Table {
        Table::new(*self)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table().fmt(f)
    }
}
