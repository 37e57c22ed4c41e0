//! The arguments of calls, which own their values.

use std::fmt;

use cnn_core::{Arg, Args, Arrivals, Inputs, Kind, Resolved, Shape, resolve};

/// The value of an argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A size.
    Size(usize),
    /// A number that may be negative.
    Signed(isize),
    /// A real number.
    Float(f64),
    /// `true` or `false`.
    Flag(bool),
    /// One of the words of the parameter.
    Word(&'static str),
    /// `a..b`.
    Range(usize, usize),
    /// A value for each axis.
    List(Vec<Argument>),
}

impl From<usize> for Argument {
    fn from(value: usize) -> Argument {
        Argument::Size(value)
    }
}

impl From<isize> for Argument {
    fn from(value: isize) -> Argument {
        Argument::Signed(value)
    }
}

impl From<f64> for Argument {
    fn from(value: f64) -> Argument {
        Argument::Float(value)
    }
}

impl From<bool> for Argument {
    fn from(value: bool) -> Argument {
        Argument::Flag(value)
    }
}

impl From<&'static str> for Argument {
    fn from(word: &'static str) -> Argument {
        Argument::Word(word)
    }
}

/// A list of equal values is a single one.
impl<T: Clone + Into<Argument> + PartialEq> From<&[T]> for Argument {
    fn from(values: &[T]) -> Argument {
        match values {
            [first, rest @ ..] if rest.iter().all(|value| value == first) => first.clone().into(),
            _ => Argument::List(values.iter().cloned().map(Into::into).collect()),
        }
    }
}

impl fmt::Display for Argument {
    /// As it is written in a declaration.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Argument::Size(value) => write!(f, "{value}"),
            Argument::Signed(value) => write!(f, "{value}"),
            Argument::Float(value) => write!(f, "{value:?}"),
            Argument::Flag(value) => write!(f, "{value}"),
            Argument::Word(word) => f.write_str(word),
            Argument::Range(start, end) => write!(f, "{start}..{end}"),
            Argument::List(values) => {
                f.write_str("(")?;
                for (index, value) in values.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { ", " })?;
                    write!(f, "{value}")?;
                }
                // A list in parentheses contains a comma.
                f.write_str(if values.len() == 1 { ",)" } else { ")" })
            }
        }
    }
}

/// A layer with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The keyword.
    pub kind: Kind,
    /// The arguments, with the indices of their parameters in the signature, in their order.
    pub args: Vec<(usize, Argument)>,
}

impl Call {
    /// A call without arguments.
    pub fn new(kind: Kind) -> Call {
        Call { kind, args: Vec::new() }
    }

    /// With the argument of the parameter with this name.
    ///
    /// # Panics
    ///
    /// If the signature has no such parameter.
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Call {
        let params = self.kind.signature().params;
        let index = params.iter().position(|param| param.name == name);
        let index = index.expect("the parameter is in the signature");
        self.args.push((index, value.into()));
        self.args.sort_by_key(|(index, _)| *index);
        self
    }

    /// The layer, for values of these shapes.
    pub fn resolve(&self, inputs: &[Shape]) -> Resolved {
        self.resolve_without(inputs, usize::MAX)
    }

    /// The layer as if an argument was not written.
    fn resolve_without(&self, inputs: &[Shape], omitted: usize) -> Resolved {
        let args = || self.args.iter().filter(move |(index, _)| *index != omitted);
        let lists: Vec<Vec<Arg<'_>>> = args()
            .map(|(param, value)| match value {
                Argument::List(values) => {
                    values.iter().map(|value| self.plain(*param, value)).collect()
                }
                _ => Vec::new(),
            })
            .collect();
        let others: Vec<(usize, Arg<'_>)> = args()
            .zip(&lists)
            .map(|((param, value), list)| match value {
                Argument::List(_) => (*param, Arg::List(list)),
                _ => (*param, self.plain(*param, value)),
            })
            .collect();
        let values: Vec<usize> = (0..inputs.len()).collect();
        let arrivals = match inputs {
            [] => Arrivals::one(Shape::LOST),
            [one] => Arrivals::one(*one),
            _ => Arrivals::new(inputs.len(), Inputs::Values(&values), inputs),
        };
        resolve(self.kind, &Args { sizes: &[], others: &others }, &arrivals)
    }

    /// A value that is no list.
    fn plain(&self, param: usize, value: &Argument) -> Arg<'static> {
        match value {
            Argument::Size(value) => Arg::Size(*value),
            Argument::Signed(value) => Arg::Signed(*value),
            Argument::Float(value) => Arg::Float(*value),
            Argument::Flag(value) => Arg::Flag(*value),
            Argument::Range(start, end) => Arg::Range(*start, *end),
            Argument::Word(word) => {
                let words = self.kind.signature().params[param].words;
                words.iter().position(|known| known == word).map_or(Arg::Omitted, Arg::Word)
            }
            Argument::List(_) => Arg::Omitted,
        }
    }

    /// Leaves out every argument without which the layer is the same: defaults, and what follows from the input. A list of
    /// one size is the size, if that means the same.
    pub fn shorten(&mut self, inputs: &[Shape]) {
        let whole = self.resolve(inputs);
        for index in 0..self.args.len() {
            if let Argument::List(list) = &self.args[index].1
                && let [one] = &list[..]
            {
                let one = one.clone();
                let list = std::mem::replace(&mut self.args[index].1, one);
                let shorter = self.resolve(inputs);
                if !shorter.errors.is_empty() || shorter.op != whole.op {
                    self.args[index].1 = list;
                }
            }
        }
        for (index, param) in self.kind.signature().params.iter().enumerate().rev() {
            if param.default.is_none() || !self.args.iter().any(|(own, _)| *own == index) {
                continue;
            }
            let shorter = self.resolve_without(inputs, index);
            if shorter.errors.is_empty() && shorter.op == whole.op {
                self.args.retain(|(own, _)| *own != index);
            }
        }
    }

    /// How the arguments are written: those at the front by position, all others by name.
    pub fn written(&self) -> Vec<(Option<&'static str>, &Argument)> {
        let signature = self.kind.signature();
        // As people write them: a kernel, and the stride behind it.
        let most = signature.required().max(1) + 1;
        let mut by_position = true;
        let args = self.args.iter().enumerate().map(|(place, (param, value))| {
            by_position &=
                *param == place && place < most && signature.at(place) == Some(Ok(place));
            let flag = matches!(value, Argument::Flag(_) | Argument::Float(_) | Argument::Word(_));
            let named = !by_position || flag && place >= signature.required() && place > 0;
            by_position &= !named;
            (named.then(|| signature.params[*param].name), value)
        });
        args.collect()
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.keyword())?;
        for (index, (name, value)) in self.written().into_iter().enumerate() {
            f.write_str(if index == 0 { "(" } else { ", " })?;
            if let Some(name) = name {
                write!(f, "{name} = ")?;
            }
            write!(f, "{value}")?;
        }
        f.write_str(if self.args.is_empty() { "" } else { ")" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_from_the_input_is_left_out() {
        let mut conv = Call::new(Kind::Conv)
            .with("in_channels", 3_usize)
            .with("out_channels", 8_usize)
            .with("kernel_size", &[3_usize, 3][..])
            .with("stride", 2_usize)
            .with("padding", &[1_usize, 0][..])
            .with("groups", 1_usize)
            .with("bias", false);
        conv.shorten(&[Shape::new(&[3, 8, 8])]);
        assert_eq!(conv.to_string(), "conv(3, 8, 3, 2, padding = (1, 0), bias = false)");
        let mut pool =
            Call::new(Kind::MaxPool).with("kernel_size", 2_usize).with("stride", 2_usize);
        pool.shorten(&[Shape::new(&[3, 8, 8])]);
        assert_eq!(pool.to_string(), "maxpool(2)");
        let list = |size: usize| Argument::List(vec![size.into()]);
        let mut norm = Call::new(Kind::LayerNorm).with("normalized_shape", list(8));
        norm.shorten(&[Shape::new(&[4, 4, 8])]);
        assert_eq!(norm.to_string(), "layernorm(8)");
    }
}
