//! The table of a summary.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::fmt;

use super::column::Basis;
use super::tree::lines;
use super::{Column, Grid, Line, Torchsummary, Units, Value};
use crate::analysis::ReceptiveField;
use crate::layers::Kind;
use crate::network::Summary;
use crate::shape::number::{Bytes, Exact};
use crate::shape::{DType, Shape};

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
    pub(super) summary: Summary,
    pub(super) columns: Vec<Column>,
    depth: usize,
    /// The kinds that are listed; all, if none are chosen.
    kinds: Vec<Kind>,
    pub(super) units: Units,
    pub(super) basis: Basis,
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

    /// Chooses the units of numbers in the table. The totals below the text are exact.
    pub fn units(mut self, units: Units) -> Table {
        self.units = units;
        self
    }

    /// Chooses how values are stored: as what memory is counted.
    pub fn dtype(mut self, dtype: DType) -> Table {
        self.basis.dtype = dtype;
        self
    }

    /// Counts for so many samples at once, at least one. What each sample takes, its MACs,
    /// operations and activations, is multiplied. Parameters and buffers are there once; shapes
    /// remain those of one sample.
    pub fn batch(mut self, samples: usize) -> Table {
        self.basis.batch = samples.max(1);
        self
    }

    /// The layout of torchsummary, the tool of PyTorch users.
    pub fn torchsummary(&self) -> Torchsummary {
        Torchsummary::new(self.summary)
    }

    /// A table of GitHub's Markdown, in which names stand in full.
    pub fn markdown(&self) -> String {
        self.whole(&self.flat()).markdown()
    }

    /// A `tabular` for a paper, in which names stand in full and numbers at the right.
    ///
    /// It takes LaTeX's package `booktabs`, and stands in a `table` of yours with a caption. What
    /// TeX would take for a command is escaped.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// use cnn_core::render::Units;
    /// # fn save(summary: &Summary) -> std::io::Result<()> {
    /// std::fs::write("layers.tex", summary.table().depth(1).units(Units::Mega).latex())
    /// # }
    /// ```
    pub fn latex(&self) -> String {
        self.whole(&self.flat()).latex()
    }

    /// The lines of the text: a scope, and then what is in it.
    pub fn lines(&self) -> Vec<Line> {
        lines(&self.summary, self.fields().as_deref(), self.depth, &self.kinds)
    }

    /// The sums of the network.
    pub(super) fn total(&self) -> Line {
        Line::total(&self.summary, self.fields().and_then(|fields| fields.last().cloned()))
    }

    /// The receptive fields of the leaves, if a column shows them.
    fn fields(&self) -> Option<Vec<ReceptiveField>> {
        let needed = self.columns.iter().any(|column| column.is_per_axis());
        needed.then(|| self.summary.receptive_fields())
    }

    /// The lines whose numbers add up to the totals.
    pub(super) fn flat(&self) -> Vec<Line> {
        self.lines().into_iter().filter(|line| !line.opened).collect()
    }

    fn tree(&self) -> String {
        let indented = |line: Line| Line { name: line.indented(), ..line };
        let lines: Vec<Line> = self.lines().into_iter().map(indented).collect();
        self.whole(&lines).text()
    }

    /// The grid for people, with a row for each input and each output that has a name.
    fn whole(&self, lines: &[Line]) -> Grid {
        let show = self.shown();
        let mut grid = self.grid(lines, &show);
        let row = |name: &str, what: &str, shape: Shape| -> Vec<String> {
            let cell = |column: &Column| match column {
                Column::Name => name.into(),
                Column::Class => what.into(),
                Column::Output => show(Value::Shape(shape)),
                _ => String::new(),
            };
            self.columns.iter().map(cell).collect()
        };
        let Summary { inputs, outputs, .. } = self.summary;
        let inputs = inputs.iter().filter(|input| !input.name.is_empty());
        let inputs = inputs.map(|input| row(input.name, "input", input.shape));
        let outputs = outputs.iter().filter(|output| !output.name.is_empty());
        let outputs = outputs.map(|output| row(output.name, "output", output.shape));
        grid.rows = inputs.chain(grid.rows).chain(outputs).collect();
        grid
    }

    /// How values are shown to people.
    fn shown(&self) -> impl Fn(Value) -> String + use<> {
        let units = self.units;
        move |value| value.show(units)
    }

    /// What stands in a cell.
    pub(super) fn value(&self, column: Column, line: &Line) -> Value {
        column.value(line, self.basis, &self.summary.cost())
    }

    pub(super) fn grid(&self, lines: &[Line], show: &dyn Fn(Value) -> String) -> Grid {
        let cells = |line: &Line| {
            self.columns.iter().map(|column| show(self.value(*column, line))).collect()
        };
        let column = |column: &Column| {
            let title = match column.unit(self.units) {
                Some(unit) => format!("{} ({unit})", column.title()),
                None => column.title().to_string(),
            };
            (title, column.align())
        };
        Grid {
            columns: self.columns.iter().map(column).collect(),
            rows: lines.iter().map(cells).collect(),
            total: cells(&self.total()),
        }
    }
}

impl Summary {
    /// The summary as a table, whose columns, rows and layout can be chosen.
    pub fn table(&self) -> Table {
        Table {
            summary: *self,
            columns: vec![
                Column::Name,
                Column::Class,
                Column::Output,
                Column::Params,
                Column::Macs,
            ],
            depth: usize::MAX,
            kinds: Vec::new(),
            units: Units::default(),
            basis: Basis { dtype: DType::default(), batch: 1 },
        }
    }
}

/// Inputs or outputs as they are declared: `[10]`, or `(coarse: [255, 13, 13], fine: [255, 26, 26])`.
pub(super) fn ports(ports: impl Iterator<Item = (&'static str, Shape)>) -> String {
    let texts: Vec<String> = ports
        .map(|(name, shape)| match name {
            "" => shape.to_string(),
            name => format!("{name}: {shape}"),
        })
        .collect();
    match &texts[..] {
        [only] if only.starts_with('[') => only.clone(),
        texts => format!("({})", texts.join(", ")),
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table().fmt(f)
    }
}

impl fmt::Display for Table {
    /// The tree, the totals, and what they mean in bytes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { name, inputs, outputs, .. } = self.summary;
        let colon = if name.is_empty() { "" } else { ": " };
        let inputs = ports(inputs.iter().map(|input| (input.name, input.shape)));
        let outputs = ports(outputs.iter().map(|output| (output.name, output.shape)));
        write!(f, "{name}{colon}{inputs} -> {outputs}")?;
        let Basis { dtype, batch } = self.basis;
        if batch > 1 {
            write!(f, ", a batch of {}", Exact(batch as u128))?;
        }
        writeln!(f, "\n\n{}", self.tree())?;

        let bytes = |values: u128| Bytes(values.saturating_mul(dtype.bytes() as u128));
        let Summary { params, trainable_params, buffers, .. } = self.summary;
        write!(f, "parameters   {} ({} as {dtype})", Exact(params.into()), bytes(params.into()))?;
        if trainable_params < params {
            write!(f, ", {} of them frozen", Exact((params - trainable_params).into()))?;
        }
        if buffers > 0 {
            write!(f, ", plus {} buffers", Exact(buffers.into()))?;
        }

        let batched = |number: u64| u128::from(number).saturating_mul(batch as u128);
        let (macs, ops) = (Exact(batched(self.summary.macs)), Exact(batched(self.summary.ops)));
        writeln!(f, "\nMACs         {macs}, plus {ops} element-wise operations")?;
        let all = batched(self.summary.activations);
        let peak = batched(self.summary.peak_activations);
        write!(f, "activations  {} ({} as {dtype}), ", Exact(all), bytes(all))?;
        write!(f, "at most {} alive at once ({})", Exact(peak), bytes(peak))
    }
}
