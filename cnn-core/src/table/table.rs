//! The table of a summary.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::fmt;

use super::column::{Basis, Scale};
use super::fit::{GLUE, wrapped};
use super::tree::{drawn, lines};
use super::{Column, Line, Torchsummary, Units, Value};
use crate::analysis::ReceptiveField;
use crate::layers::Kind;
use crate::network::{Cost, Summary};
use crate::shape::notation::{Bytes, Grouped, TIMES};
use crate::shape::{DType, Shape};
use crate::writing::{Facts, Grid};

/// A summary as a table: as text with [`Display`](fmt::Display), as Markdown, or in the layout of
/// torchsummary.
///
/// The text is a tree. Each scope, such as `layer1.0`, and each embedded network has a line with the sums of its layers,
/// which follow as its branches. With a [`depth`](Table::depth), deeper levels are only included in these sums.
///
/// The text is at most 80 columns [wide](Table::width), if that is possible with what was chosen.
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
    pub(super) width: usize,
    chosen: Chosen,
}

/// What the user has chosen, and is not changed for the text to fit.
#[derive(Clone, Copy, Debug, Default)]
struct Chosen {
    columns: bool,
    depth: bool,
    units: bool,
}

/// The default width of the text: that of a terminal that was never resized.
const WIDTH: usize = 80;

impl Table {
    /// Chooses the columns. By default they are name, class, output, parameters and MACs.
    pub fn columns(mut self, columns: &[Column]) -> Table {
        self.columns = columns.to_vec();
        self.chosen.columns = true;
        self
    }

    /// Shows scopes and networks up to this depth. At depth 1 every scope is one line.
    pub fn depth(mut self, depth: usize) -> Table {
        self.depth = depth;
        self.chosen.depth = true;
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
        self.chosen.units = true;
        self
    }

    /// Sets the maximum width of the text, in columns of a terminal. The default is 80.
    ///
    /// A wider table first gets [short units](Units::Short), then loses its modules and its deepest levels, and finally
    /// its names are truncated. Columns, units and depth that were chosen explicitly are kept, so such a table may be
    /// wider. `usize::MAX` keeps everything.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// # fn show(summary: &Summary) {
    /// // As many as the shell says, which tells programs if `COLUMNS` is exported.
    /// let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    /// println!("{}", summary.table().width(columns.unwrap_or(80)));
    /// # }
    /// ```
    pub fn width(mut self, columns: usize) -> Table {
        self.width = columns;
        self
    }

    /// Chooses the data type of values, which determines their memory.
    pub fn dtype(mut self, dtype: DType) -> Table {
        self.basis.dtype = dtype;
        self
    }

    /// Counts for a batch of this many samples, at least one. MACs, operations and activations are multiplied by it;
    /// parameters, buffers and shapes are not.
    pub fn batch(mut self, samples: usize) -> Table {
        self.basis.batch = samples.max(1);
        self
    }

    /// The layout of torchsummary, the tool of PyTorch users.
    pub fn torchsummary(&self) -> Torchsummary {
        Torchsummary::new(self.summary)
    }

    /// A table of GitHub's Markdown, with names in full.
    pub fn markdown(&self) -> String {
        self.whole(&self.flat()).markdown()
    }

    /// A `tabular` for a paper, with names in full and numbers aligned to the right.
    ///
    /// It needs LaTeX's package `booktabs`, and a `table` around it for a caption. Characters that are special in TeX
    /// are escaped.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// # use cnn::Summary;
    /// use cnn::render::Units;
    /// # fn save(summary: &Summary) -> std::io::Result<()> {
    /// std::fs::write("layers.tex", summary.table().depth(1).units(Units::Mega).latex())
    /// # }
    /// ```
    pub fn latex(&self) -> String {
        self.whole(&self.flat()).latex()
    }

    /// The lines of the text: each scope, followed by its layers.
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
        self.fitted().text()
    }

    /// The grid of the text: the first one that fits of those that leave out more and more.
    fn fitted(&self) -> Grid {
        let widest = self.drawn();
        let fits = |grid: &Grid| grid.width() <= self.width;
        if fits(&widest) {
            return widest;
        }
        let narrower = self.narrower(self.deepest());
        let fitting = narrower.iter().map(Table::drawn).find(fits);
        let cut = || narrower.last().unwrap_or(self).drawn().with_names_cut(0, self.width);
        fitting.or_else(cut).unwrap_or(widest)
    }

    /// How deep the deepest line is.
    pub(super) fn deepest(&self) -> usize {
        self.lines().iter().map(|line| line.depth).max().unwrap_or(0)
    }

    /// Tables that leave out more and more of what was not chosen explicitly.
    pub(super) fn narrower(&self, deepest: usize) -> Vec<Table> {
        let mut table = self.clone();
        let mut narrower = Vec::new();
        if !self.chosen.units {
            table.units = Units::Short;
            narrower.push(table.clone());
        }
        if !self.chosen.columns {
            table.columns.retain(|column| *column != Column::Class);
            narrower.push(table.clone());
        }
        if !self.chosen.depth {
            let depths = (1..=deepest).rev();
            narrower.extend(depths.map(|depth| Table { depth, ..table.clone() }));
        }
        narrower
    }

    /// The grid of the text, however wide it is.
    fn drawn(&self) -> Grid {
        self.whole(&drawn(self.lines()))
    }

    /// The grid for people, with a row for each input and each output that has a name.
    fn whole(&self, lines: &[Line]) -> Grid {
        let units = self.units;
        let mut grid = self.grid(lines);
        let row = |name: &str, what: &str, shape: Shape| -> Vec<String> {
            let cell = |column: &Column| match column {
                Column::Name => name.into(),
                Column::Class => what.into(),
                Column::Output => Value::Shape(shape).show(units),
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

    /// The value of a cell.
    pub(super) fn value(&self, column: Column, line: &Line, scale: &Scale) -> Value {
        column.value(line, self.basis, scale)
    }

    /// What shares and bars are relative to.
    pub(super) fn scale(&self) -> Scale {
        let has_bars = self.columns.iter().any(|column| column.is_bar());
        let lines = if has_bars { self.flat() } else { Vec::new() };
        let costs = lines.iter().map(|line| line.row.cost());
        Scale { whole: self.summary.cost(), largest: costs.fold(Cost::ZERO, Cost::max) }
    }

    /// The cells of a line as people read them.
    pub(super) fn cells(&self, line: &Line, scale: &Scale) -> Vec<String> {
        let cell = |column: &Column| match column {
            Column::Class => line.module.clone(),
            _ => self.value(*column, line, scale).show(self.units),
        };
        self.columns.iter().map(cell).collect()
    }

    pub(super) fn grid(&self, lines: &[Line]) -> Grid {
        let scale = self.scale();
        let column = |column: &Column| {
            let title = match column.unit(self.units) {
                Some(unit) => format!("{} ({unit})", column.title()),
                None => column.title().to_string(),
            };
            (title, column.align())
        };
        Grid {
            columns: self.columns.iter().map(column).collect(),
            rows: lines.iter().map(|line| self.cells(line, &scale)).collect(),
            total: self.cells(&self.total(), &scale),
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
            width: WIDTH,
            chosen: Chosen::default(),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table().fmt(f)
    }
}

impl fmt::Display for Table {
    /// The tree, followed by the totals in numbers and bytes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let paragraph = |text: &str, indent| wrapped(text, self.width, indent);
        writeln!(f, "{}\n\n{}", paragraph(&self.headline(), 2), self.tree())?;
        let footer = self.footer().map(|line| paragraph(&line, FOOTER));
        f.write_str(&footer.join("\n"))
    }
}

/// Where the numbers of the footer begin.
const FOOTER: usize = 13;

impl Table {
    /// The name, the shapes and the batch.
    fn headline(&self) -> String {
        let Facts { input, output, .. } = self.summary.facts();
        let name = match self.summary.name {
            "" => String::new(),
            name => format!("{name}: "),
        };
        let batch = match self.basis.batch {
            1 => String::new(),
            batch => format!(", a batch of {}", Grouped(batch as u64)),
        };
        let glued = |shape: String| shape.replace(TIMES, &glued(TIMES));
        format!("{name}{} → {}{batch}", glued(input), glued(output))
    }

    /// The exact totals.
    fn footer(&self) -> [String; 3] {
        let Basis { dtype, batch } = self.basis;
        let bytes = |values: u64| glued(&Bytes(values.saturating_mul(dtype.bytes())).to_string());
        let batched = |number: u64| number.saturating_mul(batch as u64);
        let Summary { params, trainable_params, buffers, macs, ops, .. } = self.summary;
        let mut parameters = format!("{} ({} as {dtype})", Grouped(params), bytes(params));
        if trainable_params < params {
            parameters += &format!(", {} of them frozen", Grouped(params - trainable_params));
        }
        if buffers > 0 {
            parameters += &format!(", plus {} buffers", Grouped(buffers));
        }
        let (macs, ops) = (Grouped(batched(macs)), Grouped(batched(ops)));
        let all = batched(self.summary.activations);
        let peak = batched(self.summary.peak_activations);
        [
            format!("parameters   {parameters}"),
            format!("MACs         {macs}, plus {ops} element-wise operations"),
            format!(
                "activations  {} ({} as {dtype}), at most {} alive at once ({})",
                Grouped(all),
                bytes(all),
                Grouped(peak),
                bytes(peak),
            ),
        ]
    }
}

/// A text that is never broken at its spaces.
fn glued(text: &str) -> String {
    text.replace(' ', &GLUE.to_string())
}
