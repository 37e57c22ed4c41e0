//! The declaration as a syntax tree. A statement may be invalid and still be there.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Generics, Visibility};

use crate::errors::Extent;
use crate::expr::Expr;

/// What one invocation of the macro declares.
pub enum Declaration {
    /// Networks as items.
    Items(Vec<Network>),
    /// One network as an expression: its summary. `None` if it could not be read.
    Inline(Option<Body>),
}

/// `pub struct LeNet: [3, 28, 28] -> [10] < … >`
pub struct Network {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub name: Ident,
    pub generics: Generics,
    /// `None` if it could not be read.
    pub body: Option<Body>,
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

/// `#[frozen] label: op`
pub struct Stmt {
    pub frozen: bool,
    pub label: Option<Label>,
    pub op: Op,
}

/// A name for a statement: an identifier, or a string where the name is none, as `"block1-0"`.
pub struct Label {
    pub text: String,
    pub span: Span,
}

pub enum Op {
    /// `conv(3, 20, 5)`
    Layer(Call),
    /// `[conv(20, 20, 3); 4]`
    Repeat { op: Box<Op>, count: Expr },
    /// `{ … }` or `seq { … }`
    Group { seq: bool, layers: Vec<Stmt> },
    /// Something that could not be read.
    Broken,
}

/// `conv(3, 20, kernel_size = 5)`
pub struct Call {
    pub name: Ident,
    /// From the name to the closing parenthesis.
    pub extent: Extent,
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
    /// Something that could not be read.
    Broken(Extent),
    /// `(3, 5)` or `[3, 5]`; none of the values is a list.
    List {
        span: Span,
        /// How it is written.
        brackets: [&'static str; 2],
        values: Vec<Value>,
    },
}

impl Value {
    pub fn extent(&self) -> Extent {
        match self {
            Value::Infer(span) | Value::List { span, .. } => (*span).into(),
            Value::Expr(expr) => expr.extent(),
            Value::Broken(extent) => *extent,
        }
    }
}
