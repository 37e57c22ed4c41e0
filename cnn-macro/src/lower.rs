//! From the syntax tree to a flat list of layers in the order they run, with their names in
//! PyTorch's `state_dict` and the values of their arguments.

use std::collections::HashMap;
use std::rc::Rc;

use cnn_core::Arg;
use cnn_core::signature::Takes;
use proc_macro2::Span;

use crate::ast::{Body, Call, Op, Sizes, Stmt};
use crate::bind::{Bound, bind};
use crate::errors::Errors;
use crate::eval::{self, Integers, Number, Scope};
use crate::expr::Expr;
use crate::operand::{self, Operand, Value};

/// More layers than any network has; repeats could ask for any number.
const MAX_LAYERS: usize = 100_000;

/// A network as a list of layers.
pub struct Flat<'a> {
    pub input: Header,
    pub output: Option<Header>,
    pub layers: Vec<Layer<'a>>,
    /// Whether the last layer is known to give the output: nothing unreadable follows it.
    pub complete: bool,
}

/// The sizes of a declared shape. `None` where one of them is impossible.
pub struct Header {
    pub span: Span,
    pub sizes: Vec<Option<Value>>,
}

/// A layer in its place.
pub struct Layer<'a> {
    pub name: String,
    pub call: Rc<Template<'a>>,
    /// The values it takes: 0 is the network's input, `i + 1` the output of layer `i`. None, if it
    /// follows something unreadable.
    pub inputs: Vec<usize>,
    pub frozen: bool,
}

/// A call with the values of its arguments. Repeats share it.
pub struct Template<'a> {
    pub bound: Bound<'a>,
    pub operands: Vec<Operand>,
}

impl Flat<'_> {
    /// What is left of a network whose body could not be read.
    pub fn unreadable() -> Self {
        let input = Header { span: Span::call_site(), sizes: vec![None] };
        Flat { input, output: None, layers: Vec::new(), complete: false }
    }

    /// The layers that each call has become: several, if it is repeated.
    pub fn by_call(&self) -> Vec<Vec<usize>> {
        let mut calls: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<*const Template<'_>, usize> = HashMap::new();
        for (index, layer) in self.layers.iter().enumerate() {
            let call = *known.entry(Rc::as_ptr(&layer.call)).or_insert(calls.len());
            match calls.get_mut(call) {
                Some(layers) => layers.push(index),
                None => calls.push(vec![index]),
            }
        }
        calls
    }
}

/// Flattens the body of a network.
pub fn lower<'a>(body: &'a Body, scope: &Scope, errors: &mut Errors) -> Flat<'a> {
    let input = header("a size of the input", &body.input, scope, errors);
    let output =
        body.output.as_ref().map(|sizes| header("a size of the output", sizes, scope, errors));
    let mut lowering = Lowering {
        scope,
        errors,
        templates: HashMap::new(),
        names: HashMap::new(),
        layers: Vec::new(),
        flow: Some(0),
        full: false,
    };
    lowering.statements(&body.layers, &mut Names::new(String::new(), false), false);
    let complete = lowering.flow.is_some();
    Flat { input, output, layers: lowering.layers, complete }
}

fn header(what: &str, sizes: &Sizes, scope: &Scope, errors: &mut Errors) -> Header {
    let values = sizes.sizes.iter();
    let values = values.map(|size| operand::value(what, Takes::Size, size, scope, errors));
    Header { span: sizes.span, sizes: values.collect() }
}

/// How the statements of a scope are named.
struct Names {
    /// What stands before every name, with its dot.
    prefix: String,
    /// Whether statements without a label are named by their index.
    seq: bool,
    index: usize,
    counts: HashMap<&'static str, usize>,
}

impl Names {
    fn new(prefix: String, seq: bool) -> Names {
        Names { prefix, seq, index: 0, counts: HashMap::new() }
    }

    /// The label that the scope itself gives to its next statement, if it does.
    fn next_index(&mut self) -> Option<String> {
        let index = self.index;
        self.index += 1;
        self.seq.then(|| index.to_string())
    }

    /// `conv1`, `conv2`, …
    fn count(&mut self, stem: &'static str) -> String {
        let count = self.counts.entry(stem).or_default();
        *count += 1;
        format!("{stem}{count}")
    }

    fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The names in a scope below this one.
    fn below(&self, name: &str, seq: bool) -> Names {
        Names::new(format!("{}{name}.", self.prefix), seq)
    }
}

struct Lowering<'a, 's, 'e> {
    scope: &'s Scope,
    errors: &'e mut Errors,
    /// The calls that were read already; `None` for those with errors.
    templates: HashMap<*const Call, Option<Rc<Template<'a>>>>,
    names: HashMap<String, Span>,
    layers: Vec<Layer<'a>>,
    /// The value that flows into the next layer; `None` after something unreadable.
    flow: Option<usize>,
    /// Whether there are too many layers.
    full: bool,
}

/// What a statement says about the layers in it.
#[derive(Clone)]
struct Marks {
    /// The name that it gives.
    label: Option<String>,
    /// Where that name is written, if it is.
    span: Option<Span>,
    frozen: bool,
}

impl<'a> Lowering<'a, '_, '_> {
    fn statements(&mut self, statements: &'a [Stmt], names: &mut Names, frozen: bool) {
        for statement in statements {
            let index = names.next_index();
            let label = statement.label.as_ref();
            let marks = Marks {
                label: label.map(|label| label.text.clone()).or(index),
                span: label.map(|label| label.span),
                frozen: frozen || statement.frozen,
            };
            self.op(&statement.op, marks, names);
        }
    }

    fn op(&mut self, op: &'a Op, marks: Marks, names: &mut Names) {
        match op {
            Op::Layer(call) => self.layer(call, marks, names),
            Op::Group { seq, layers } => match marks.label {
                Some(label) => {
                    self.statements(layers, &mut names.below(&label, *seq), marks.frozen);
                }
                None if *seq => {
                    let mut names = Names::new(names.prefix.clone(), true);
                    self.statements(layers, &mut names, marks.frozen);
                }
                None => self.statements(layers, names, marks.frozen),
            },
            Op::Repeat { op, count } => match self.count(count) {
                Some(count) => self.repeat(op, count, &marks, names),
                None => self.flow = None,
            },
            Op::Broken => self.flow = None,
        }
    }

    /// With a label, a repeat is a `seq` of that many statements; otherwise it is the statements.
    fn repeat(&mut self, op: &'a Op, count: usize, marks: &Marks, names: &mut Names) {
        let mut inner = match (&marks.label, marks.span) {
            (Some(label), Some(_)) => Some(names.below(label, true)),
            _ => None,
        };
        let nested = inner.is_some();
        let names = inner.as_mut().unwrap_or(names);
        for i in 0..count {
            // The index that a scope gave to the statement is that of its first repetition.
            let label = if nested || i > 0 { names.next_index() } else { marks.label.clone() };
            self.op(op, Marks { label, span: None, frozen: marks.frozen }, names);
            if self.full {
                return;
            }
        }
    }

    /// The count of a repeat, which the macro has to know.
    fn count(&mut self, count: &Expr) -> Option<usize> {
        let message = match eval::evaluate(count, self.scope, Integers::Unsigned) {
            Ok(Number::Int(_)) if eval::is_generic(count, self.scope) => {
                "how many layers there are cannot depend on a parameter of the network"
            }
            Ok(Number::Int(value)) => return usize::try_from(value).ok(),
            _ => "the count of a repeat has to be a number, or arithmetic on numbers",
        };
        self.errors.push(count.extent(), message);
        None
    }

    fn layer(&mut self, call: &'a Call, marks: Marks, names: &mut Names) {
        let Some(template) = self.template(call) else {
            self.flow = None;
            return;
        };
        if self.layers.len() == MAX_LAYERS {
            if !self.full {
                let message = format!("a network has {MAX_LAYERS} layers at most");
                self.errors.push(call.extent, message);
            }
            self.full = true;
            return;
        }
        let stem = template.bound.kind.signature().stem;
        let name = match marks.label {
            Some(label) => label,
            None => names.count(stem),
        };
        let name = names.full(&name);
        let span = marks.span.unwrap_or(call.name.span());
        if self.names.insert(name.clone(), span).is_some() {
            let message = format!(
                "a second layer would be named `{name}`; give one of them a label, `label: …`"
            );
            self.errors.push(span, message);
        }
        let inputs = self.flow.into_iter().collect();
        self.flow = Some(self.layers.len() + 1);
        self.layers.push(Layer { name, call: template, inputs, frozen: marks.frozen });
    }

    /// The call with its values. Errors in it are reported once, however often it is repeated.
    fn template(&mut self, call: &'a Call) -> Option<Rc<Template<'a>>> {
        let key: *const Call = call;
        if let Some(template) = self.templates.get(&key) {
            return template.clone();
        }
        let template = bind(call, self.errors).and_then(|bound| {
            let operands = operand::operands(&bound, self.scope, self.errors)?;
            Some(Rc::new(Template { bound, operands }))
        });
        self.templates.insert(key, template.clone());
        template
    }
}

impl Template<'_> {
    /// The arguments that are written, with the indices of their parameters, if all are known.
    pub fn args(&self) -> Option<Vec<(usize, Arg<'_>)>> {
        let written = self.operands.iter().enumerate().filter(|(_, operand)| !operand.is_omitted());
        written.map(|(param, operand)| Some((param, operand.arg()?))).collect()
    }

    /// Whether it depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.operands.iter().any(Operand::is_generic)
    }
}
