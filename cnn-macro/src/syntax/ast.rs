//! The declaration as a syntax tree. A statement may be invalid and still be there.

use cnn_core::lint::Lint;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Attribute, Generics, Visibility};

use crate::report::errors::Extent;
use crate::syntax::budget::Limit;
use crate::value::expr::Expr;
use crate::value::function::Function;

/// What one invocation of the macro declares.
pub enum Declaration {
    /// Networks as items, with the blocks they are made of.
    Items(Items),
    /// One network as an expression: its summary. `None` if it could not be read.
    Inline(Option<Body>),
}

#[derive(Default)]
pub struct Items {
    pub networks: Vec<Network>,
    pub blocks: Vec<Block>,
    pub functions: Vec<FunctionItem>,
}

/// `const fn width(factor: f64) -> usize { … }`
pub struct FunctionItem {
    pub name: Ident,
    /// All of it, for rustc.
    pub tokens: TokenStream,
    /// `None` if the macro cannot evaluate it.
    pub function: Option<Function>,
}

/// `pub struct LeNet: [3, 28, 28] -> [10] < … >`
pub struct Network {
    /// Without the lints that are allowed, and without budgets.
    pub attrs: Vec<Attribute>,
    pub allowed: Vec<Lint>,
    pub limits: Vec<Limit>,
    pub vis: Visibility,
    pub name: Ident,
    pub generics: Generics,
    /// `None` if it could not be read.
    pub body: Option<Body>,
}

impl Network {
    /// The attributes that decide whether it is there.
    pub fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| {
            // `#[cfg_attr(feature = "std", cfg(test))]`
            let meta = || attr.meta.to_token_stream().to_string().replace(' ', "");
            let conditional = || attr.path().is_ident("cfg_attr") && meta().contains(",cfg(");
            attr.path().is_ident("cfg") || conditional()
        })
    }
}

/// `[3, 28, 28] -> [10] < … >`
pub struct Body {
    pub input: Sizes,
    pub output: Option<Sizes>,
    pub layers: Vec<Stmt>,
}

/// `[3, 28, 28]`
pub struct Sizes {
    pub span: Span,
    pub sizes: Vec<Expr>,
}

/// `block basic(cin, cout, stride = 1) { … }`
pub struct Block {
    pub docs: Vec<Attribute>,
    pub name: Ident,
    /// `None` if they could not be read.
    pub params: Option<Vec<Param>>,
    pub layers: Vec<Stmt>,
}

/// `stride = 1`
pub struct Param {
    pub name: Ident,
    pub default: Option<Value>,
}

/// `#[frozen] label: op`
pub struct Stmt {
    pub frozen: bool,
    /// The lints that are not to be reported.
    pub allowed: Vec<Lint>,
    pub label: Option<Label>,
    pub op: Op,
}

/// What a statement is called.
pub struct Label {
    /// `None` for `_`: the statement has no name of its own.
    ///
    /// Otherwise an identifier, or a string where the name is none, such as `"block1-{i}"`, in which
    /// values stand in braces.
    pub text: Option<String>,
    /// Whether it is written as a string.
    pub string: bool,
    pub span: Span,
}

pub enum Op {
    /// `conv(3, 20, 5)`, `basic(64, 128)` or `Backbone`
    Call(Call),
    /// `resnet::Backbone<10>`
    Network(NetworkPath),
    /// `[conv(20, 20, 3); 4]`
    Repeat { op: Box<Op>, count: Expr },
    /// `for i in 0..4 { … }`
    For { name: Ident, start: Expr, end: Expr, layers: Vec<Stmt> },
    /// `if stride > 1 { … } else { … }`
    If { condition: Expr, then: Vec<Stmt>, otherwise: Vec<Stmt> },
    /// `let width = 2 * cin`
    Let { name: Ident, value: Value },
    /// `{ … }` or `seq { … }`
    Group { seq: bool, layers: Vec<Stmt> },
    /// `add { … }`, `residual { … } shortcut { … }` or `concat(skip)`
    Join { keyword: Ident, branches: Branches },
    /// Something that could not be read.
    Broken,
}

impl Op {
    /// What stands in it, in the order of the source.
    pub fn nested(&self) -> Vec<&Op> {
        match self {
            Op::Repeat { op, .. } => vec![&**op],
            _ => self.lists().into_iter().flatten().map(|statement| &statement.op).collect(),
        }
    }

    /// The lists of statements in it.
    pub fn lists(&self) -> [&[Stmt]; 2] {
        let (first, second): (&[Stmt], &[Stmt]) = match self {
            Op::Group { layers, .. } | Op::For { layers, .. } => (layers, &[]),
            Op::If { then, otherwise, .. } => (then, otherwise),
            Op::Join { branches: Branches::Residual(layers, shortcut), .. } => (layers, shortcut),
            Op::Join { branches: Branches::Statements(branches), .. } => (branches, &[]),
            Op::Join { branches: Branches::Labels(_), .. }
            | Op::Call(_)
            | Op::Network(_)
            | Op::Repeat { .. }
            | Op::Let { .. }
            | Op::Broken => (&[], &[]),
        };
        [first, second]
    }
}

/// The path of another network.
#[derive(Clone)]
pub struct NetworkPath {
    pub tokens: Vec<TokenTree>,
    /// The name of the network.
    pub last: Ident,
}

impl NetworkPath {
    /// Whether it is a name without a path.
    pub fn is_local(&self) -> bool {
        matches!(self.tokens.first(), Some(TokenTree::Ident(first)) if *first == self.last)
    }
}

/// What is joined.
pub enum Branches {
    /// Each statement is one branch on the same input.
    Statements(Vec<Stmt>),
    /// The layers, and those of the shortcut.
    Residual(Vec<Stmt>, Vec<Stmt>),
    /// What left a labelled statement; `None` for `_`, what flows here.
    Labels(Vec<(Option<String>, Span)>),
}

/// `conv(3, 20, kernel_size = 5)`
pub struct Call {
    pub name: Ident,
    /// From the name to the closing parenthesis.
    pub extent: Extent,
    /// Whether there are parentheses.
    pub parens: bool,
    pub args: Vec<Arg>,
}

/// `5` or `kernel_size = 5`
pub struct Arg {
    pub name: Option<Ident>,
    pub value: Value,
}

pub enum Value {
    /// `_`
    Infer(Span),
    Expr(Expr),
    /// `(3, 5)` or `[3, 5]`; none of the values is a list.
    List {
        span: Span,
        /// How it is written.
        brackets: [&'static str; 2],
        values: Vec<Value>,
    },
    /// Something that could not be read.
    Broken(Extent),
}

impl Value {
    pub fn extent(&self) -> Extent {
        match self {
            Value::Infer(span) | Value::List { span, .. } => (*span).into(),
            Value::Expr(expr) => expr.extent(),
            Value::Broken(extent) => *extent,
        }
    }

    /// The value as text.
    pub fn text(&self) -> String {
        match self {
            Value::Infer(_) => "_".to_owned(),
            Value::Expr(expr) => expr.text(),
            Value::Broken(_) => "…".to_owned(),
            Value::List { values, brackets: [open, close], .. } => {
                let values: Vec<String> = values.iter().map(Value::text).collect();
                format!("{open}{}{close}", values.join(", "))
            }
        }
    }
}
