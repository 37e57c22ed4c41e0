//! Limits for networks.

use crate::network::{Declaration, Graph, Network, Row, Summary};
use crate::shape::{DType, Text};

/// The number of layers that a message names, the most expensive ones.
const NAMED: usize = 3;

/// The names of metrics in other tools.
const ALIASES: [(&str, &str); 11] = [
    ("parameters", "params"),
    ("size", "flash"),
    ("rom", "flash"),
    ("weights", "flash"),
    ("memory", "ram"),
    ("arena", "ram"),
    ("depth", "layers"),
    ("flops", "macs"),
    ("multiply_adds", "macs"),
    ("mult_adds", "macs"),
    ("peak", "peak_activations"),
];

/// A number that a budget can limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Metric {
    /// `params`: the parameters.
    Params,
    /// `trainable_params`: the parameters that are not frozen.
    TrainableParams,
    /// `macs`: the multiply-accumulates for one sample. One of them is two FLOPs.
    Macs,
    /// `ops`: the element-wise operations for one sample.
    Ops,
    /// `activations`: the values of all outputs.
    Activations,
    /// `peak_activations`: the values alive at the same time.
    PeakActivations,
    /// `layers`: the layers; an embedded network counts as one.
    Layers,
    /// `flash(i8)`: the bytes of parameters and buffers.
    Flash(DType),
    /// `ram(i8)`: the bytes of the arena that holds all values while the network runs, see
    /// [`Graph::arena_bytes`].
    Ram(DType),
}

impl Metric {
    /// The names of all metrics in budgets. The last two take a data type.
    pub const NAMES: [&'static str; 9] = [
        "params",
        "trainable_params",
        "macs",
        "ops",
        "activations",
        "peak_activations",
        "layers",
        "flash",
        "ram",
    ];

    /// The metric with this name and data type.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::DType;
    /// use cnn::budget::Metric;
    ///
    /// assert_eq!(Metric::from_name("macs", None), Some(Metric::Macs));
    /// assert_eq!(Metric::from_name("flash", Some(DType::I8)), Some(Metric::Flash(DType::I8)));
    /// assert_eq!(Metric::from_name("flash", None), None);
    /// ```
    pub fn from_name(name: &str, dtype: Option<DType>) -> Option<Metric> {
        match (name, dtype) {
            ("params", None) => Some(Metric::Params),
            ("trainable_params", None) => Some(Metric::TrainableParams),
            ("macs", None) => Some(Metric::Macs),
            ("ops", None) => Some(Metric::Ops),
            ("activations", None) => Some(Metric::Activations),
            ("peak_activations", None) => Some(Metric::PeakActivations),
            ("layers", None) => Some(Metric::Layers),
            ("flash", Some(dtype)) => Some(Metric::Flash(dtype)),
            ("ram", Some(dtype)) => Some(Metric::Ram(dtype)),
            _ => None,
        }
    }

    /// The metric that other tools call by this name.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::budget::Metric;
    ///
    /// assert_eq!(Metric::name_from_alias("flops"), Some("macs"));
    /// ```
    pub fn name_from_alias(name: &str) -> Option<&'static str> {
        ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, name)| *name)
    }

    /// Whether the metric with this name takes a data type.
    pub fn takes_dtype(name: &str) -> bool {
        matches!(name, "flash" | "ram")
    }

    /// Its value for a network.
    const fn of(self, graph: &Graph, summary: &Summary) -> u64 {
        match self {
            Metric::Ram(dtype) => match graph.arena_bytes(dtype) {
                Some(bytes) => bytes as u64,
                // More than can be planned is more than any limit.
                None => u64::MAX,
            },
            Metric::Params => summary.params,
            Metric::TrainableParams => summary.trainable_params,
            Metric::Macs => summary.macs,
            Metric::Ops => summary.ops,
            Metric::Activations => summary.activations,
            Metric::PeakActivations => summary.peak_activations,
            Metric::Layers => summary.rows.len() as u64,
            Metric::Flash(dtype) => bytes(summary.params + summary.buffers, dtype),
        }
    }

    /// The contribution of a layer. `None` if it is not a sum over layers.
    const fn of_layer(self, row: &Row) -> Option<u64> {
        match self {
            Metric::Params => Some(row.params),
            Metric::TrainableParams => Some(row.trainable_params),
            Metric::Macs => Some(row.macs),
            Metric::Ops => Some(row.ops),
            Metric::Activations => Some(row.activations),
            Metric::Flash(dtype) => Some(bytes(row.params + row.buffers, dtype)),
            Metric::PeakActivations | Metric::Layers | Metric::Ram(_) => None,
        }
    }

    /// A number of it, in words: `432,080 parameters`.
    const fn write(self, text: &mut Text, number: u64) {
        match self {
            Metric::Params => text.grouped(number).str(" parameters"),
            Metric::TrainableParams => text.grouped(number).str(" trainable parameters"),
            Metric::Macs => text.grouped(number).str(" MACs"),
            Metric::Ops => text.grouped(number).str(" element-wise operations"),
            Metric::Activations => text.grouped(number).str(" activations"),
            Metric::PeakActivations => text.grouped(number).str(" activations alive at once"),
            Metric::Layers => text.grouped(number).str(" layers"),
            Metric::Flash(dtype) => text.kib(number).str(" of weights as ").str(dtype.name()),
            Metric::Ram(dtype) => {
                text.kib(number).str(" of values in memory as ").str(dtype.name())
            }
        };
    }

    /// A number of it, alone.
    const fn write_short(self, text: &mut Text, number: u64) {
        match self {
            Metric::Flash(_) | Metric::Ram(_) => text.kib(number),
            _ => text.grouped(number),
        };
    }
}

const fn bytes(values: u64, dtype: DType) -> u64 {
    values.saturating_mul(dtype.bytes())
}

/// An upper limit for a metric of a network.
///
/// `#[budget(…)]` on a network checks limits at its declaration. A `Limit` checks them anywhere, for example for
/// networks of other crates or in some builds only:
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::budget::{Limit, Metric};
/// # use cnn::{DType, Network};
/// # const fn check<N: Network>() {
/// const LIMIT: Limit = Limit::new(Metric::Flash(DType::I8), 256 * 1024);
/// LIMIT.check::<N>();
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The number that is limited.
    pub metric: Metric,
    /// The largest allowed value, as a number or in bytes.
    pub most: u64,
}

impl Limit {
    /// A limit of `most` for a metric.
    pub const fn new(metric: Metric, most: u64) -> Limit {
        Limit { metric, most }
    }

    /// Whether a network is within the limit.
    pub const fn holds<N: Network>(&self) -> bool {
        self.metric.of(&N::GRAPH, &N::SUMMARY) <= self.most
    }

    /// Checks a network. In a `const`, a failure is a compile error.
    ///
    /// # Panics
    ///
    /// If the network exceeds the limit. The message says by how much, and names the layers that cost most.
    #[track_caller]
    pub const fn check<N: Network>(&self) {
        self.check_network(&N::GRAPH, &N::SUMMARY);
    }

    #[track_caller]
    pub(crate) const fn check_network(&self, graph: &Graph, summary: &Summary) {
        if let Some(message) = self.message(graph, summary) {
            panic!("{}", message.as_str());
        }
    }

    /// The message for a network that exceeds the limit.
    const fn message(&self, graph: &Graph, summary: &Summary) -> Option<Text> {
        let (name, metric) = (graph.name, self.metric);
        let found = metric.of(graph, summary);
        if found <= self.most {
            return None;
        }
        let mut text = Text::new();
        if name.is_empty() {
            text.str("this network has ");
        } else {
            text.code(name).str(" has ");
        }
        metric.write(&mut text, found);
        text.str(", ");
        metric.write_short(&mut text, found - self.most);
        if self.most > 0 {
            text.str(" (").percent(found - self.most, self.most).str(")");
        }
        text.str(" more than its budget of ");
        metric.write_short(&mut text, self.most);
        match (metric, summary.peak_row()) {
            (Metric::PeakActivations, Some(row)) => {
                text.str("\nthe peak is at `").str(row.name).str("`");
            }
            _ => self.name_largest(&mut text, summary, found),
        }
        Some(text)
    }

    /// The layers that cost most, the largest first.
    const fn name_largest(&self, text: &mut Text, summary: &Summary, total: u64) {
        let mut above = (u64::MAX, 0);
        let mut named = 0;
        while named < NAMED {
            // The largest of those that come after the last one that was named.
            let mut largest: Option<(usize, u64)> = None;
            let mut row = 0;
            while row < summary.rows.len() {
                let Some(cost) = self.metric.of_layer(&summary.rows.at(row)) else { return };
                let open = cost < above.0 || (cost == above.0 && row > above.1);
                let larger = match largest {
                    Some((_, known)) => cost > known,
                    None => cost > 0,
                };
                if open && larger {
                    largest = Some((row, cost));
                }
                row += 1;
            }
            let Some((row, cost)) = largest else { return };
            text.str(if named == 0 { "\nmostly in " } else { ", " });
            text.code(summary.rows.at(row).name).str(" (");
            self.metric.write_short(text, cost);
            text.str(", ").percent(cost, total).str(")");
            above = (cost, row);
            named += 1;
        }
    }
}

impl Declaration {
    /// Checks a limit of the network's own budget, as its layers are checked. `figures` are those of
    /// its [`Resolution`](crate::Resolution).
    #[track_caller]
    pub const fn check_limit(&'static self, figures: &'static [u64], metric: Metric, most: u64) {
        Limit::new(metric, most).check_network(&self.graph(figures), &self.summary(figures));
    }
}
