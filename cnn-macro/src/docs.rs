//! The table on the network's page. Sizes that only const evaluation knows stand there as they were
//! written, and what is computed from them as a formula.
//!
//! There is no symbolic algebra here. The one algebra, cnn-core's, runs a few times with the
//! unknown values supposed; a size that each time equals an expression of the source is shown as
//! that expression.

use std::cell::RefCell;
use std::collections::HashMap;

use cnn_core::render::{Align, Grid};
use cnn_core::signature::Takes;
use cnn_core::{Arg, Shape};
use quote::ToTokens;
use syn::Generics;

use crate::check::{self, Checked, KnownArgs, Outcome};
use crate::eval;
use crate::flat::{Flat, Header, Layer};
use crate::formula::Formula;
use crate::operand::{Operand, Value};
use crate::scope::Scope;
use crate::text;

/// How often unknown values are supposed. A size that is equal to an expression by chance would
/// have to be so every time.
const SUPPOSITIONS: usize = 3;

/// What stands where not even a formula is known.
const UNKNOWN: &str = "…";

/// The table as Markdown. Where it holds only for the defaults of the network's parameters, it
/// says so.
pub fn table(flat: &Flat<'_>, checked: &Checked, scope: &Scope, generics: &Generics) -> String {
    let open = checked.layers.iter().any(|verdict| verdict.generic);
    let defaults: Vec<String> = generics
        .const_params()
        .filter_map(|param| {
            let default: Vec<_> = param.default.as_ref()?.1.to_token_stream().into_iter().collect();
            Some(format!("`{} = {}`", param.ident, text::of(&default)))
        })
        .collect();
    let table = markdown(flat, checked, scope);
    match &defaults[..] {
        defaults if open && !defaults.is_empty() => {
            format!("For {}:\n\n{table}", defaults.join(", "))
        }
        _ => table,
    }
}

fn markdown(flat: &Flat<'_>, checked: &Checked, scope: &Scope) -> String {
    let known = checked.outcomes.iter().all(Option::is_some);
    let page = if known {
        Page { flat, runs: vec![checked.outcomes.clone()], symbols: Vec::new() }
    } else {
        Page::supposed(flat, scope)
    };
    page.grid().markdown()
}

/// A network with the outcomes of some runs.
struct Page<'a> {
    flat: &'a Flat<'a>,
    runs: Vec<Vec<Option<Outcome>>>,
    /// Unknown expressions of the source, with their value in each run.
    symbols: Vec<(String, Vec<usize>)>,
}

impl<'a> Page<'a> {
    fn supposed(flat: &'a Flat<'a>, scope: &Scope) -> Page<'a> {
        let suppositions: Vec<_> =
            (0..SUPPOSITIONS).map(|run| Supposition::new(run, scope)).collect();
        let runs = suppositions.iter().map(|supposition| supposition.run(flat)).collect();
        let args = flat.layers.iter().flat_map(|layer| &layer.call.operands);
        let sizes = flat.input.sizes.iter().flatten().chain(args.flat_map(Operand::values));
        let mut symbols: Vec<(String, Vec<usize>)> = Vec::new();
        for size in sizes.filter(|size| size.known.is_none()) {
            let values = suppositions.iter().map(|supposition| supposition.size(size));
            let Some(values) = values.collect::<Option<Vec<usize>>>() else { continue };
            symbols.push((size.expr.text(), values));
        }
        // Of two expressions that are always equal, the shorter one.
        symbols.sort_by_key(|(text, _)| text.len());
        Page { flat, runs, symbols }
    }

    fn grid(&self) -> Grid {
        let mut rows = Vec::new();
        let mut totals = [Some(Formula::default()), Some(Formula::default())];
        let mut output = String::new();
        for (index, layer) in self.flat.layers.iter().enumerate() {
            output = self.shape(index);
            let costs = [self.params(index), self.macs(index)];
            for (total, cost) in totals.iter_mut().zip(&costs) {
                *total = total.as_ref().zip(cost.as_ref()).and_then(|(a, b)| a.plus(b));
            }
            let [params, macs] = costs.map(|cost| show(&cost));
            let call = ["`", &layer.call.bound.text, "`"].concat();
            rows.push(vec![layer.name.clone(), call, output.clone(), params, macs]);
        }
        let [params, macs] = totals.map(|total| show(&total));
        let column = |title: &str, align| (title.to_owned(), align);
        Grid {
            columns: vec![
                column("layer", Align::Left),
                column("", Align::Left),
                column("output", Align::Left),
                column("parameters", Align::Right),
                column("MACs", Align::Right),
            ],
            rows,
            total: vec!["total".to_owned(), String::new(), output, params, macs],
        }
    }

    /// The outcomes of a layer in all runs.
    fn outcomes(&self, layer: usize) -> Option<Vec<&Outcome>> {
        self.runs.iter().map(|run| run[layer].as_ref()).collect()
    }

    /// `20 × 24 × 24`
    fn shape(&self, layer: usize) -> String {
        let Some(outcomes) = self.outcomes(layer) else { return UNKNOWN.to_owned() };
        let shapes: Vec<Shape> = outcomes.iter().map(|(_, outcome)| outcome.output).collect();
        let Some(sizes) = self.sizes(&shapes) else { return UNKNOWN.to_owned() };
        let sizes: Vec<String> = sizes.iter().map(show).collect();
        sizes.join(" × ")
    }

    fn params(&self, layer: usize) -> Option<Formula> {
        let outcomes = self.outcomes(layer)?;
        let mut params = Formula::default();
        for index in 0.. {
            let tensors = outcomes.iter().map(|(input, outcome)| outcome.op.tensor(index, input));
            let tensors: Vec<_> = tensors.collect();
            if tensors.iter().all(Option::is_none) {
                break;
            }
            let tensors: Vec<_> = tensors.into_iter().collect::<Option<_>>()?;
            if tensors.iter().all(|tensor| tensor.learned) {
                let shapes: Vec<Shape> = tensors.iter().map(|tensor| tensor.shape).collect();
                params = params.plus(&self.product(&shapes)?)?;
            }
        }
        Some(params)
    }

    fn macs(&self, layer: usize) -> Option<Formula> {
        let outcomes = self.outcomes(layer)?;
        let factors =
            outcomes.iter().map(|(input, outcome)| outcome.op.mac_factors(input, &outcome.output));
        let Some(factors) = factors.collect::<Option<Vec<_>>>() else {
            return Some(Formula::number(0));
        };
        let values: Vec<Shape> = factors.iter().map(|[values, _]| *values).collect();
        let each: Vec<Shape> = factors.iter().map(|[_, each]| *each).collect();
        self.product(&values)?.times(&self.product(&each)?)
    }

    fn product(&self, shapes: &[Shape]) -> Option<Formula> {
        let sizes = self.sizes(shapes)?;
        sizes.iter().try_fold(Formula::number(1), |product, size| product.times(size.as_ref()?))
    }

    /// The sizes of a shape that has these values in the runs.
    fn sizes(&self, shapes: &[Shape]) -> Option<Vec<Option<Formula>>> {
        let rank = shapes.first()?.rank();
        if rank == 0 || shapes.iter().any(|shape| shape.rank() != rank) {
            return None;
        }
        let values = |axis| shapes.iter().map(|shape| shape.size(axis)).collect::<Vec<_>>();
        Some((0..rank).map(|axis| self.size(&values(axis))).collect())
    }

    /// A size that has these values in the runs.
    fn size(&self, values: &[usize]) -> Option<Formula> {
        if values.contains(&0) {
            return None;
        }
        let symbol = self.symbols.iter().find(|(_, symbol)| symbol == values);
        match symbol {
            Some((text, _)) => Some(Formula::symbol(text)),
            None if values.iter().all(|value| *value == values[0]) => {
                Some(Formula::number(values[0] as u64))
            }
            None => None,
        }
    }
}

fn show(formula: &Option<Formula>) -> String {
    formula.as_ref().map_or(UNKNOWN.to_owned(), Formula::to_string)
}

/// Values for all that the macro does not know.
struct Supposition<'a> {
    run: usize,
    scope: &'a Scope,
    /// The order in which names were met.
    names: RefCell<HashMap<String, usize>>,
}

impl<'a> Supposition<'a> {
    fn new(run: usize, scope: &'a Scope) -> Supposition<'a> {
        Supposition { run, scope, names: RefCell::default() }
    }

    /// Another value for each name and run, larger than what kernels and strides take away.
    fn leaf(&self, name: &str) -> usize {
        let mut names = self.names.borrow_mut();
        let next = names.len();
        let index = *names.entry(name.to_owned()).or_insert(next);
        1024 + 8 * index + 2048 * self.run * (index + 1)
    }

    fn size(&self, value: &Value) -> Option<usize> {
        match (value.known, value.takes) {
            (Some(Arg::Size(value)), _) => Some(value),
            (None, Takes::Size | Takes::Axes | Takes::Sizes | Takes::Range) => {
                eval::suppose(&value.expr, self.scope, &|name| self.leaf(name))
            }
            _ => None,
        }
    }

    fn run(&self, flat: &Flat<'_>) -> Vec<Option<Outcome>> {
        let input = self.header(&flat.input);
        let args: Vec<_> = flat.layers.iter().map(|layer| self.args(layer)).collect();
        let args: Vec<KnownArgs<'_>> =
            args.iter().map(|args| Some(args.as_ref()?.iter().map(borrow).collect())).collect();
        check::run(flat, input, &args)
    }

    /// The arguments of a layer with the indices of their parameters.
    fn args(&self, layer: &Layer<'_>) -> Option<Vec<(usize, Supposed)>> {
        let operands = layer.call.operands.iter().enumerate();
        let written = operands.filter(|(_, operand)| !operand.is_omitted());
        written.map(|(param, operand)| Some((param, self.operand(operand)?))).collect()
    }

    fn header(&self, header: &Header) -> Option<Shape> {
        let sizes = header.sizes.iter().map(|size| self.size(size.as_ref()?));
        let sizes: Vec<usize> = sizes.collect::<Option<_>>()?;
        (sizes.len() <= cnn_core::MAX_RANK).then(|| Shape::new(&sizes))
    }

    fn operand(&self, operand: &Operand) -> Option<Supposed> {
        Some(match operand {
            Operand::Fixed(arg) => Supposed::One(*arg),
            Operand::Value(value) => Supposed::One(self.value(value)?),
            Operand::Range(start, end) => {
                let (start, end) = (self.size(start)?, self.size(end)?);
                Supposed::One(Arg::Range(start, end))
            }
            Operand::Network(_) => return None,
            Operand::List { values, .. } => {
                let single = |operand: &Operand| match self.operand(operand)? {
                    Supposed::One(arg) => Some(arg),
                    Supposed::List(_) => None,
                };
                Supposed::List(values.iter().map(single).collect::<Option<_>>()?)
            }
        })
    }

    fn value(&self, value: &Value) -> Option<Arg<'static>> {
        match value.takes {
            // Nothing in the table depends on it.
            Takes::Float => Some(value.known.unwrap_or(Arg::Float(0.5))),
            _ => value.known.or_else(|| Some(Arg::Size(self.size(value)?))),
        }
    }
}

/// An argument with supposed values.
enum Supposed {
    One(Arg<'static>),
    List(Vec<Arg<'static>>),
}

fn borrow((param, arg): &(usize, Supposed)) -> (usize, Arg<'_>) {
    (*param, arg.arg())
}

impl Supposed {
    fn arg(&self) -> Arg<'_> {
        match self {
            Supposed::One(arg) => *arg,
            Supposed::List(values) => Arg::List(values),
        }
    }
}
