//! Checks of a network with sample values for the sizes that the macro does not know.

use std::cell::RefCell;
use std::collections::HashMap;

use cnn_core::signature::Takes;
use cnn_core::{Arg, Resolved, Shape};
use proc_macro2::{Delimiter, TokenTree};

use crate::call::operand::{Operand, Scalar};
use crate::check::run::{KnownArgs, run};
use crate::lower::layers::{DeclaredShape, Layer, Layers};
use crate::lower::taps::Tap;
use crate::value::eval;
use crate::value::scope::Scope;
use crate::value::text;

/// Sample values for all that the macro does not know.
pub struct Sample<'a> {
    first: usize,
    distance: usize,
    scope: &'a Scope,
    /// Names whose values are given.
    given: HashMap<String, usize>,
    /// How many axes less than its input an embedded network has, if that is assumed.
    dropped: Option<usize>,
    /// The unknown sizes that have occurred, each with its place in their order.
    names: RefCell<HashMap<String, Unknown>>,
}

impl<'a> Sample<'a> {
    /// Values for names: those that are given, and others from the first one on.
    pub fn new(
        first: usize,
        distance: usize,
        scope: &'a Scope,
        given: HashMap<String, usize>,
        dropped: Option<usize>,
    ) -> Sample<'a> {
        Sample { first, distance, scope, given, dropped, names: RefCell::default() }
    }

    /// Another value for each name and run. `element` is whether it is an element of an array.
    fn value_of(&self, name: &str, element: bool) -> usize {
        if let Some(given) = self.given.get(name) {
            return *given;
        }
        let mut names = self.names.borrow_mut();
        let next = names.len();
        let unknown = names.entry(name.to_owned()).or_insert(Unknown { order: next, element });
        self.first + self.distance * unknown.order
    }

    /// The value that a size has.
    pub fn size(&self, scalar: &Scalar) -> Option<usize> {
        match (scalar.known, scalar.takes) {
            (Some(Arg::Size(size)), _) => Some(size),
            (None, Takes::Size | Takes::Axes | Takes::Factors | Takes::Sizes | Takes::Range) => {
                let unknown =
                    |tokens: &[TokenTree]| self.value_of(&text::of(tokens), is_element(tokens));
                eval::evaluate_sample(&scalar.expr, self.scope, &unknown)
            }
            _ => None,
        }
    }

    /// The elements of arrays, among them the sizes of networks, with their values.
    pub fn elements(&self) -> Vec<(String, usize)> {
        let names = self.names.borrow();
        let mut elements: Vec<_> = names.iter().filter(|(_, unknown)| unknown.element).collect();
        elements.sort_by_key(|(_, unknown)| unknown.order);
        let value = |unknown: &Unknown| self.first + self.distance * unknown.order;
        elements.into_iter().map(|(name, unknown)| (name.clone(), value(unknown))).collect()
    }

    /// The name that has this value, and was not given one.
    pub fn name_of(&self, value: usize) -> Option<String> {
        let names = self.names.borrow();
        let mut names = names.iter();
        let found = names.find(|(_, unknown)| self.first + self.distance * unknown.order == value);
        found.map(|(name, _)| name.clone())
    }

    /// Whether all names that were met had been given a value.
    pub fn is_given(&self) -> bool {
        self.names.borrow().is_empty()
    }

    /// The resolved layers.
    pub fn run(&self, layers: &Layers<'_>) -> Vec<Option<Resolved>> {
        let inputs = self.inputs(layers);
        let args = self.all_args(layers);
        let args: Vec<KnownArgs<'_>> = args.iter().map(borrow_all).collect();
        run(layers, &inputs, &args, |layer, tap, input| {
            if !layer.call.is_network() {
                return None;
            }
            // What is taken from inside still has all axes.
            let dropped = if tap.is_some() { 0 } else { self.dropped? };
            let rank = input.rank().checked_sub(dropped).filter(|rank| *rank > 0)?;
            let value = nested_value(layer, tap);
            let size = |axis| self.value_of(&format!("{value}[{axis}]"), true);
            Some(Shape::new(&(0..rank).map(size).collect::<Vec<_>>()))
        })
    }

    /// The shapes of the network's inputs.
    pub fn inputs(&self, layers: &Layers<'_>) -> Vec<Option<Shape>> {
        layers.inputs.iter().map(|input| self.shape(&input.shape)).collect()
    }

    /// The arguments of all layers.
    pub fn all_args(&self, layers: &Layers<'_>) -> Vec<Option<SampleArgs>> {
        layers.list.iter().map(|layer| self.args(layer)).collect()
    }

    /// The arguments of a layer with the indices of their parameters.
    fn args(&self, layer: &Layer<'_>) -> Option<SampleArgs> {
        let written = layer.call.written();
        written.map(|(param, operand)| Some((param, self.operand(operand)?))).collect()
    }

    pub fn shape(&self, shape: &DeclaredShape) -> Option<Shape> {
        let sizes = shape.sizes.iter().map(|size| self.size(size.as_ref()?));
        let sizes: Vec<usize> = sizes.collect::<Option<_>>()?;
        (sizes.len() <= cnn_core::MAX_RANK).then(|| Shape::new(&sizes))
    }

    fn operand(&self, operand: &Operand) -> Option<SampleArg> {
        Some(match operand {
            Operand::Fixed(arg) => SampleArg::One(*arg),
            Operand::Scalar(scalar) => SampleArg::One(self.arg(scalar)?),
            Operand::Range(start, end) => {
                let (start, end) = (self.size(start)?, self.size(end)?);
                SampleArg::One(Arg::Range(start, end))
            }
            Operand::Network(_) => return None,
            Operand::List { values, .. } => {
                let single = |operand: &Operand| match self.operand(operand)? {
                    SampleArg::One(arg) => Some(arg),
                    SampleArg::List(_) => None,
                };
                SampleArg::List(values.iter().map(single).collect::<Option<_>>()?)
            }
        })
    }

    fn arg(&self, scalar: &Scalar) -> Option<Arg<'static>> {
        match scalar.takes {
            // Nothing in the table depends on it.
            Takes::Float => Some(scalar.known.unwrap_or(Arg::Float(0.5))),
            Takes::Flag => Some(scalar.known.unwrap_or(Arg::Flag(self.first.is_multiple_of(2)))),
            _ => scalar.known.or_else(|| Some(Arg::Size(self.size(scalar)?))),
        }
    }
}

/// Something that the macro does not know.
struct Unknown {
    /// How many have been met before it.
    order: usize,
    /// Whether it is an element of an array, such as `WIDTHS[2]` or a size of a network.
    element: bool,
}

fn is_element(tokens: &[TokenTree]) -> bool {
    matches!(tokens.last(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket)
}

/// How the shape of what leaves a network, or is taken from inside it, is written in formulas.
pub fn nested_value(layer: &Layer<'_>, tap: Option<&Tap>) -> String {
    match (tap.map(|tap| &tap.label), layer.call.cut().map(|cut| &cut.label)) {
        (Some(label), _) | (None, Some(label)) => format!("{}.{label}", layer.name),
        (None, None) => format!("{}::OUTPUT", layer.call.bound().text().as_str()),
    }
}

/// The arguments of a layer with the indices of their parameters.
pub type SampleArgs = Vec<(usize, SampleArg)>;

/// An argument with sample values.
pub enum SampleArg {
    One(Arg<'static>),
    List(Vec<Arg<'static>>),
}

/// The arguments of a layer for cnn-core.
pub fn borrow_all(args: &Option<SampleArgs>) -> KnownArgs<'_> {
    Some(args.as_ref()?.iter().map(|(param, arg)| (*param, arg.arg())).collect())
}

impl SampleArg {
    fn arg(&self) -> Arg<'_> {
        match self {
            SampleArg::One(arg) => *arg,
            SampleArg::List(values) => Arg::List(values),
        }
    }
}
