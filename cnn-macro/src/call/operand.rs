//! The values of arguments: those the macro knows, and those that are left to const evaluation.

use cnn_core::Arg;
use cnn_core::signature::Takes;
use proc_macro2::TokenStream;

use crate::report::place::SpanRange;
use crate::value::expr::Expr;

/// An argument with its value.
pub enum Operand {
    /// A value without an expression: nothing, `_` or a word.
    Fixed(Arg<'static>),
    Scalar(Scalar),
    Range(Scalar, Scalar),
    List {
        values: Vec<Operand>,
        /// The values, if all are known.
        known: Option<Vec<Arg<'static>>>,
    },
    /// Another network, which only rustc knows.
    Network(NetworkOperand),
}

/// Another network, or a part of it.
pub struct NetworkOperand {
    pub path: TokenStream,
    /// Where it ends, if that is not its end.
    pub until: Option<Cut>,
}

/// A label of a network at which a part of it ends.
pub struct Cut {
    pub label: String,
    /// Where it is written.
    pub span: SpanRange,
    /// Whether there are values in it, so that nothing can be written in its place.
    pub computed: bool,
}

/// One expression with its value.
pub struct Scalar {
    /// The expression that rustc can evaluate.
    pub expr: Expr,
    /// The same with an `isize` for each `usize` that the macro knows of, if an `isize` is taken and there are any.
    pub signed: Option<Expr>,
    /// Where it was written.
    pub span: SpanRange,
    /// Whether there are paths of another `cnn!` in it, which rustc cannot underline.
    pub elsewhere: bool,
    pub takes: Takes,
    /// `None` if only const evaluation knows it.
    pub known: Option<Arg<'static>>,
    /// Whether it depends on a parameter of the network, so that what is known is for its default.
    pub generic: bool,
}

impl Operand {
    pub fn list(values: Vec<Operand>) -> Operand {
        let single = |operand: &Operand| match operand {
            Operand::Fixed(arg) => Some(*arg),
            Operand::Scalar(scalar) => scalar.known,
            _ => None,
        };
        let known = values.iter().map(single).collect();
        Operand::List { values, known }
    }

    /// The value for cnn-core, if it is known.
    pub fn arg(&self) -> Option<Arg<'_>> {
        match self {
            Operand::Fixed(arg) => Some(*arg),
            Operand::Scalar(scalar) => scalar.known,
            Operand::Range(start, end) => match (start.known?, end.known?) {
                (Arg::Size(start), Arg::Size(end)) => Some(Arg::Range(start, end)),
                _ => None,
            },
            Operand::List { known, .. } => known.as_deref().map(Arg::List),
            Operand::Network(_) => None,
        }
    }

    pub fn is_omitted(&self) -> bool {
        matches!(self, Operand::Fixed(Arg::Omitted))
    }

    /// The expression, if it is nothing but a size.
    pub fn as_size(&self) -> Option<&Scalar> {
        match self {
            Operand::Scalar(scalar) => {
                let size = matches!(scalar.takes, Takes::Size | Takes::Axes | Takes::Sizes);
                size.then_some(scalar)
            }
            _ => None,
        }
    }

    /// The expressions in it.
    pub fn scalars(&self) -> Vec<&Scalar> {
        match self {
            Operand::Fixed(_) | Operand::Network(_) => Vec::new(),
            Operand::Scalar(scalar) => vec![scalar],
            Operand::Range(start, end) => vec![start, end],
            Operand::List { values, .. } => values.iter().flat_map(Operand::scalars).collect(),
        }
    }

    /// Whether the macro knows it for certain.
    pub fn is_certain(&self) -> bool {
        let network = matches!(self, Operand::Network(_));
        !network && self.scalars().iter().all(|scalar| scalar.is_certain())
    }

    /// Whether it depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.scalars().iter().any(|scalar| scalar.generic)
    }
}

impl Scalar {
    /// Whether the macro knows it for certain.
    pub fn is_certain(&self) -> bool {
        self.known.is_some() && !self.generic
    }
}
