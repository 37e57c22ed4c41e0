//! The names that a declaration binds, and what they stand for.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::Lit;

use crate::report::place::{NodeId, SpanRange};
use crate::value::expr::Expr;
use crate::value::function::Function;
use crate::value::known::Value;
use crate::value::number::Number;
use crate::value::substitute;

/// How deep lists may nest. What walks over them recurses.
pub const MAX_NESTED: usize = 8;

/// The meaning of a name.
#[derive(Clone)]
pub enum Binding {
    /// A parameter of the network. rustc knows it by its name.
    Parameter {
        /// The value of its default.
        number: Option<Number>,
        /// Whether it is a `usize`.
        unsigned: bool,
    },
    /// A type parameter of the network.
    Type,
    /// An expression.
    Expr {
        /// Its value, if the macro knows it.
        number: Option<Number>,
        /// Something that rustc evaluates.
        tokens: Vec<TokenTree>,
        /// Whether it depends on a parameter of the network.
        generic: bool,
        /// Its label, if a label is asked for. `None` if it cannot be one.
        label: Option<Rc<LabelValue>>,
        /// Its layer, if it is used in the place of a layer. `None` if it cannot be one.
        layer: Option<Rc<LayerValue>>,
    },
    /// A tuple or an array. Those that are computed can be long, and scopes are often copied.
    List(Rc<[Binding]>),
    /// A word: one that some parameter knows, such as `same`, or a layer or a block. A layer can have it
    /// for a label, too.
    Word {
        word: String,
        /// The number of the `cnn!` in which it is written, where it may be a block.
        home: usize,
        label: Rc<LabelValue>,
    },
    /// `_`
    Infer,
    /// Something wrong; its error has been reported.
    Invalid,
}

impl Binding {
    /// A value that the macro knows for certain.
    pub fn number(number: Number) -> Binding {
        let tokens = match number {
            Number::Int(value) => match usize::try_from(value) {
                Ok(value) => vec![TokenTree::Literal(Literal::usize_unsuffixed(value))],
                Err(_) => group(Literal::i128_unsuffixed(value)),
            },
            Number::Float(value) if value >= 0.0 && value.is_finite() => {
                vec![TokenTree::Literal(Literal::f64_unsuffixed(value))]
            }
            Number::Float(value) if value.is_finite() => group(Literal::f64_unsuffixed(value)),
            // These have no literals. Whatever takes a number refuses them.
            Number::Float(_) => Vec::new(),
            Number::Flag(value) => {
                let word = if value { "true" } else { "false" };
                vec![TokenTree::Ident(Ident::new(word, Span::call_site()))]
            }
        };
        Binding::Expr { number: Some(number), tokens, generic: false, label: None, layer: None }
    }

    /// A value that the macro knows for certain, which may be a list.
    pub fn known(value: &Value) -> Binding {
        match value {
            Value::Number(number) => Binding::number(*number),
            Value::List(list) => Binding::List(list.iter().map(Binding::known).collect()),
        }
    }

    /// The value, if the macro knows all of it.
    pub fn value(&self) -> Option<Value> {
        match self {
            Binding::Parameter { number, .. } | Binding::Expr { number, .. } => {
                number.map(Value::Number)
            }
            Binding::List(list) => {
                list.iter().map(Binding::value).collect::<Option<_>>().map(Value::List)
            }
            Binding::Type | Binding::Word { .. } | Binding::Infer | Binding::Invalid => None,
        }
    }

    /// The kind of number, if it is a known one.
    pub fn kind(&self) -> Option<&'static str> {
        match self {
            Binding::Expr { number: Some(number), .. } => Some(number.kind()),
            _ => None,
        }
    }

    /// Whether it, or something in it, depends on a parameter of the network.
    fn is_generic(&self) -> bool {
        match self {
            Binding::Parameter { .. } | Binding::Expr { generic: true, .. } => true,
            Binding::List(list) => list.iter().any(Binding::is_generic),
            _ => false,
        }
    }

    /// How deep lists nest in it.
    pub fn depth(&self) -> usize {
        match self {
            Binding::List(list) => 1 + list.iter().map(Binding::depth).max().unwrap_or(0),
            _ => 0,
        }
    }

    /// How many values there are in it, at least one.
    pub fn size(&self) -> usize {
        match self {
            Binding::List(list) => list.iter().map(Binding::size).sum::<usize>().max(1),
            _ => 1,
        }
    }

    /// The string that it is.
    pub fn text(&self) -> Option<&str> {
        match self {
            Binding::Expr { tokens, label: Some(label), .. } if is_text(tokens) => {
                Some(&label.label)
            }
            _ => None,
        }
    }

    /// The same value as the argument of a block: its labels are those that are there now.
    pub fn given(self, labels: usize) -> Binding {
        match self {
            Binding::Word { word, home, label } => {
                Binding::Word { word, home, label: label.used(labels) }
            }
            Binding::Expr { number, tokens, generic, label, layer } => {
                let label = label.map(|label| label.used(labels));
                Binding::Expr { number, tokens, generic, label, layer }
            }
            Binding::List(list) => {
                Binding::List(list.iter().map(|value| value.clone().given(labels)).collect())
            }
            binding => binding,
        }
    }
}

/// A value as a label. Whether there is such a label is asked only if a layer needs one: until then the
/// value may as well be a constant or a word.
pub struct LabelValue {
    pub label: String,
    /// Where the label is looked up: where the value was written, however many blocks hand it on.
    pub place: Rc<Place>,
    /// The name that the label begins with, and what that stands for: `skip` of `skip.conv1`.
    pub base: Option<(String, Rc<LabelValue>)>,
    /// Whether the label contains values, so that it does not occur in the source.
    pub computed: bool,
    /// The value in the source, with the calls of blocks around it, for messages.
    pub node: NodeId,
    pub span: SpanRange,
    pub within: Rc<str>,
}

/// A call as a value, such as `leaky_relu(0.1)`: a layer or a block, with its arguments. What the names in
/// these mean is decided where it is written, however many blocks hand it on.
pub struct LayerValue {
    /// The call in the source.
    pub call: NodeId,
    /// `leaky_relu(0.1)`
    pub text: String,
    pub scope: Rc<Scope>,
    pub place: Rc<Place>,
    /// The blocks that are open there.
    pub blocks: Rc<Vec<OpenBlock>>,
    /// In a block of another `cnn!`, the call in this one that led there.
    pub outer: Option<NodeId>,
}

/// A block that is open.
#[derive(Clone)]
pub struct OpenBlock {
    pub item: NodeId,
    pub name: String,
}

/// Whether an expression is a string, such as a label.
pub fn is_text(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Literal(literal)] => matches!(Lit::new(literal.clone()), Lit::Str(_)),
        _ => false,
    }
}

/// A place among the layers.
pub struct Place {
    /// The prefix of the names of the scope, with its dot.
    pub prefix: String,
    /// How many labels there were before it: what comes later has left no layer yet. `None` in a `let`,
    /// which may be before the labels that it names; where its name is used decides.
    pub labels: Option<usize>,
}

impl LabelValue {
    /// The same label where it is used: only the labels that are there now count, if it is open which do.
    pub fn used(self: &Rc<LabelValue>, labels: usize) -> Rc<LabelValue> {
        if self.place.labels.is_some() {
            return self.clone();
        }
        let base = self.base.as_ref().map(|(name, base)| (name.clone(), base.used(labels)));
        Rc::new(LabelValue {
            label: self.label.clone(),
            place: Rc::new(Place { prefix: self.place.prefix.clone(), labels: Some(labels) }),
            base,
            computed: self.computed,
            node: self.node,
            span: self.span,
            within: self.within.clone(),
        })
    }
}

/// A negative literal in parentheses, so that it can be used anywhere.
fn group(literal: Literal) -> Vec<TokenTree> {
    let tokens = TokenStream::from(TokenTree::Literal(literal));
    vec![TokenTree::Group(Group::new(Delimiter::Parenthesis, tokens))]
}

/// How many steps all expressions of an invocation may take together. rustc evaluates what needs more.
const MAX_STEPS: usize = 500_000;

/// The functions and constants of a declaration, which are known everywhere in it.
#[derive(Clone, Default)]
pub struct Items {
    pub functions: HashMap<String, Function>,
    /// Those whose values the macro knows.
    pub constants: HashMap<String, Binding>,
    /// How many steps evaluations have taken.
    steps: Cell<usize>,
}

impl Items {
    /// With some more functions.
    pub fn with(mut self, functions: impl IntoIterator<Item = (String, Function)>) -> Items {
        self.functions.extend(functions);
        self
    }

    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions.get(name)
    }

    /// The functions by their names.
    pub fn functions(&self) -> &HashMap<String, Function> {
        &self.functions
    }

    pub fn constant(&self, name: &str) -> Option<&Binding> {
        self.constants.get(name)
    }

    /// Takes so many steps. `false` if there are not that many left.
    pub fn take(&self, steps: usize) -> bool {
        self.steps.set(self.steps.get().saturating_add(steps));
        self.steps.get() <= MAX_STEPS
    }
}

/// The `cnn!` in which something is written.
#[derive(Clone, Default)]
pub struct Home {
    /// 0 for the one that is expanded.
    pub number: usize,
    /// Where rustc finds the names of its module; `None` if that is the module around.
    pub module: Option<Rc<[TokenTree]>>,
}

/// The names in scope.
#[derive(Clone, Default)]
pub struct Scope {
    // There are few, which are looked up often, also in a build of the macro that is not optimized: it takes
    // less time to look at all of them than to hash a name, or to search a tree.
    names: Vec<(String, Binding)>,
    /// Whether any of them is wrong.
    some_invalid: bool,
    items: Rc<Items>,
    home: Home,
}

impl Scope {
    pub fn new(items: Rc<Items>) -> Scope {
        Scope { items, ..Scope::default() }
    }

    /// The scope of what is written in another `cnn!`.
    pub fn at(home: Home, items: Rc<Items>) -> Scope {
        Scope { items, home, ..Scope::default() }
    }

    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The functions and constants of the declaration.
    pub fn items(&self) -> &Rc<Items> {
        &self.items
    }

    pub fn bind(&mut self, name: impl Into<String>, binding: Binding) {
        self.some_invalid |= matches!(binding, Binding::Invalid);
        let name = name.into();
        match self.names.iter_mut().find(|(bound, _)| *bound == name) {
            Some((_, bound)) => *bound = binding,
            None => self.names.push((name, binding)),
        }
    }

    pub fn get(&self, name: &str) -> Option<&Binding> {
        for (bound, binding) in &self.names {
            if bound.len() == name.len() && bound == name {
                return Some(binding);
            }
        }
        self.items.constant(name)
    }

    /// The names with what they stand for, in no order. Constants of the declaration are not among them.
    pub fn names(&self) -> impl Iterator<Item = (&str, &Binding)> {
        self.names.iter().map(|(name, binding)| (name.as_str(), binding))
    }

    /// Whether an expression depends on a parameter of the network.
    pub fn is_generic(&self, expr: &Expr) -> bool {
        let generic = |name: &str| self.get(name).is_some_and(Binding::is_generic);
        let is_list = |name: &str| matches!(self.get(name), Some(Binding::List(_)));
        // Which elements of a list it uses is only known when they have replaced it.
        expr.any_name(&generic)
            && (!expr.any_name(&is_list) || substitute::expr(expr, self).any_name(&generic))
    }

    /// Whether an expression uses a name whose value is wrong. That has been reported, and what follows
    /// from it need not be.
    pub fn is_invalid(&self, expr: &Expr) -> bool {
        self.some_invalid && expr.any_name(&|name| matches!(self.get(name), Some(Binding::Invalid)))
    }
}
