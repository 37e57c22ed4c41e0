//! The sizes that arrive at a place: `let [c, h, w] = shape;`.
//!
//! They are looked up while the network is lowered, and only if it asks for them. What only rustc knows, or
//! depends on a parameter of the network, is 0 in a [`Shape`], as what follows from it is; so the other sizes are
//! known for certain. Of the arguments of a layer, all must be known but the numbers of channels and features, on
//! which only that size depends.

use std::collections::{HashSet, VecDeque};

use cnn_core::signature::{Param, Takes};
use cnn_core::{Arg, Args, Arrivals, Inputs, Shape, resolve};

use crate::call::operand::{Operand, Scalar};
use crate::lower::Lowering;
use crate::lower::environment::Environment;
use crate::lower::layers::{Flow, Layer, NOTHING};
use crate::lower::taps::tap_of;
use crate::report::place::NodeId;
use crate::report::wording::counted;
use crate::syntax::ast::{Pattern, WrittenValue};
use crate::value::known::Value;
use crate::value::scope::Binding;

/// The word for the input.
pub const SHAPE: &str = "shape";

/// The sizes of the values of a network, as far as somebody has asked for them.
#[derive(Default)]
pub struct Sizes {
    /// `None` for what follows an error that is reported later.
    known: Vec<Option<Shape>>,
}

impl<'a> Lowering<'a, '_, '_> {
    /// Whether a value is the sizes that arrive: `shape`, if nothing else has this name.
    pub(super) fn is_shape(value: &WrittenValue, env: &Environment) -> bool {
        let WrittenValue::Expr(expr) = value else { return false };
        expr.as_ident().is_some_and(|name| name == SHAPE) && env.scope().get(SHAPE).is_none()
    }

    /// Gives the names of a pattern to the sizes of what flows.
    pub(super) fn bind_sizes(
        &mut self,
        pattern: &Pattern,
        value: &WrittenValue,
        flow: Flow,
        env: &mut Environment,
    ) {
        if flow == Some(NOTHING) {
            self.nothing_flows(NodeId::of(value), value.span(), env);
        }
        let value = flow.filter(|flow| *flow != NOTHING).map(|flow| self.parts.made(flow));
        let shape = value.and_then(|value| Some((value, self.shape(value)?)));
        let Some((value, shape)) = shape else {
            return self.bind(pattern, Binding::Invalid, env);
        };
        match pattern {
            Pattern::List { patterns, .. } if shape.rank() == patterns.len() => {
                for (pattern, size) in patterns.iter().zip(shape.dims()) {
                    let unknown = pattern.names().into_iter().next().filter(|_| *size == 0);
                    let size = match unknown {
                        Some(name) => self.unknown(&format!("`{name}`"), pattern, value, env),
                        None => Binding::known(&Value::int(*size)),
                    };
                    self.bind(pattern, size, env);
                }
            }
            Pattern::List { span, patterns, .. } if shape.rank() > 0 => {
                let takes = counted(patterns.len(), "size");
                let message =
                    format!("this pattern has {takes}, but the shape is {}", written(&shape));
                self.error(NodeId::of(pattern), *span, message, env);
                self.bind(pattern, Binding::Invalid, env);
            }
            pattern if shape.rank() == 0 || shape.dims().contains(&0) => {
                let sizes = self.unknown("the shape", pattern, value, env);
                self.bind(pattern, sizes, env);
            }
            pattern => {
                let sizes = shape.dims().iter().map(|size| Binding::known(&Value::int(*size)));
                self.bind(pattern, Binding::List(sizes.collect()), env);
            }
        }
    }

    /// Reports that the macro does not know a size of a value.
    fn unknown(
        &mut self,
        name: &str,
        pattern: &Pattern,
        value: usize,
        env: &Environment,
    ) -> Binding {
        let message = format!(
            "the macro does not know {name} here: it {}\n\
             a layer can infer a size written `_`, and a block can take it as an argument",
            self.why_unknown(value)
        );
        self.error(NodeId::of(pattern), pattern.span(), message, env);
        Binding::Invalid
    }

    /// The shape of a value, of which what is not known for certain is 0. `None` if it follows an error that is
    /// reported later.
    fn shape(&mut self, value: usize) -> Option<Shape> {
        if tap_of(value).is_some() {
            return Some(Shape::LOST);
        }
        while self.sizes.known.len() <= value {
            let next = match self.sizes.known.len().checked_sub(self.inputs.len()) {
                None => self.input_sizes(self.sizes.known.len()),
                Some(layer) => self.made_sizes(&self.layers[layer]),
            };
            self.sizes.known.push(next);
        }
        self.sizes.known[value]
    }

    fn input_sizes(&self, input: usize) -> Option<Shape> {
        let sizes = self.inputs[input].shape.sizes.iter().map(|size| {
            let size = size.as_ref()?;
            Some(match size.known.filter(|_| size.is_certain()) {
                Some(Arg::Size(size)) => size,
                _ => 0,
            })
        });
        let sizes = sizes.collect::<Option<Vec<_>>>()?;
        (sizes.len() <= cnn_core::MAX_RANK).then(|| Shape::new(&sizes))
    }

    /// The output of a layer, given the outputs of those before it.
    fn made_sizes(&self, layer: &Layer<'a>) -> Option<Shape> {
        let is_tap = |value: &usize| tap_of(*value).is_some();
        let Some(args) = certain(layer).filter(|_| !layer.inputs.iter().any(is_tap)) else {
            return Some(Shape::LOST);
        };
        let values = layer.inputs.iter().map(|value| self.sizes.known[*value]);
        let values: Vec<Shape> = values.collect::<Option<_>>()?;
        let places: Vec<usize> = (0..values.len()).collect();
        let arrivals = Arrivals::new(values.len(), Inputs::Values(&places), &values);
        let args = Args { sizes: &[], others: &args };
        let made = resolve(layer.call.bound().kind(), &args, &arrivals);
        (made.errors.is_empty() && !values.is_empty()).then_some(made.output)
    }

    /// Why a size of a value is not known: what comes first on the way back from it.
    fn why_unknown(&self, value: usize) -> String {
        let mut seen = HashSet::new();
        let mut open = VecDeque::from([value]);
        while let Some(value) = open.pop_front() {
            if !seen.insert(value) {
                continue;
            }
            if tap_of(value).is_some() {
                return "comes from inside another network".to_owned();
            }
            let Some(layer) = value.checked_sub(self.inputs.len()) else {
                let sizes = self.inputs[value].shape.sizes.iter().flatten();
                if let Some(size) = sizes.into_iter().find(|size| !size.is_certain()) {
                    return depends_on(size);
                }
                continue;
            };
            let layer = &self.layers[layer];
            let operands = layer.call.operands();
            if layer.call.is_network() {
                return format!("comes after the network `{}`", layer.text().as_str());
            }
            let scalars = operands.iter().flat_map(Operand::scalars);
            if let Some(scalar) = scalars.into_iter().find(|scalar| !scalar.is_certain()) {
                return depends_on(scalar);
            }
            open.extend(&layer.inputs);
        }
        "depends on a value that only rustc knows".to_owned()
    }
}

/// A shape with `_` for the sizes that are not known.
fn written(shape: &Shape) -> String {
    let sizes = shape.dims().iter().map(|size| match size {
        0 => "_".to_owned(),
        size => size.to_string(),
    });
    format!("[{}]", sizes.collect::<Vec<_>>().join(", "))
}

/// The arguments of a layer, if the macro knows for certain all those that sizes depend on. How many channels there
/// are is otherwise inferred, or unknown.
fn certain<'l>(layer: &'l Layer<'_>) -> Option<Vec<(usize, Arg<'l>)>> {
    let params = layer.call.bound().kind().signature().params;
    let arg = |(param, operand): (usize, &'l Operand)| {
        let Param { takes, infer, makes, .. } = params[param];
        let counts = takes == Takes::Size && (infer || makes);
        match operand.is_certain() {
            true => Some((param, operand.arg()?)),
            false => counts.then_some((param, Arg::Infer)),
        }
    };
    layer.call.written().map(arg).collect()
}

/// `depends on SIZE, a parameter of the network`
fn depends_on(size: &Scalar) -> String {
    let what = if size.generic { "a parameter of the network" } else { "which only rustc knows" };
    format!("depends on `{}`, {what}", size.expr.text())
}
