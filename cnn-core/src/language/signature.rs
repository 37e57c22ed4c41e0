//! The signatures of keywords: the names, order, kinds and defaults of their parameters.
//!
//! Signatures are data. The macro reads them to match arguments to parameters, so it knows the
//! grammar and not the layers.

use core::fmt;

use super::Arg;

/// The kind of value a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A size: a `usize`.
    Size,
    /// A size for all spatial axes, or one for each.
    Axes,
    /// A factor for all spatial axes, or one for each: a `usize`, or a real number that the macro knows.
    Factors,
    /// A list of sizes; a single size is a list of one.
    Sizes,
    /// A number that may be negative: an `isize`.
    Signed,
    /// A list of numbers that may be negative; a single one is a list of one.
    SignedList,
    /// A real number: an `f64`.
    Float,
    /// `true` or `false`.
    Flag,
    /// Nothing but one of the parameter's words.
    Word,
    /// A range of indices, `a..b`.
    Range,
    /// Another network.
    Network,
}

impl Takes {
    /// Whether a tuple or an array may be given.
    pub const fn list(self) -> bool {
        matches!(self, Takes::Axes | Takes::Factors | Takes::Sizes | Takes::SignedList)
    }

    /// The kind of value in words, for messages.
    pub const fn describe(self) -> &'static str {
        match self {
            Takes::Size => "a size",
            Takes::Axes => "a size, or one per axis such as `(3, 5)`",
            Takes::Factors => "a factor, or one per axis such as `(1.5, 2)`",
            Takes::Sizes => "one size or several such as `(3, 5)`",
            Takes::Signed => "an integer",
            Takes::SignedList => "one integer or several such as `(1, 2)`",
            Takes::Float => "a number",
            Takes::Flag => "`true` or `false`",
            Takes::Word => "a word",
            Takes::Range => "a range such as `0..16`",
            Takes::Network => "a network",
        }
    }
}

/// One parameter of a layer.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// PyTorch's name for it.
    pub name: &'static str,
    /// The kind of value it takes.
    pub takes: Takes,
    /// Words that can be given instead of a value, such as `same` for a padding.
    pub words: &'static [&'static str],
    /// The value if the argument is omitted; `None` if it is required.
    pub default: Option<Arg<'static>>,
    /// Whether `_` may be written: "infer it from the input".
    pub infer: bool,
    /// Whether a list of one value stands for all axes.
    pub broadcast: bool,
    /// Whether it is the number of channels or features that the layer makes, on which no other size of the output
    /// depends.
    pub makes: bool,
}

impl Param {
    /// A required parameter, given by position or by name.
    pub(crate) const fn new(name: &'static str, takes: Takes) -> Param {
        // PyTorch takes a sequence of one value for all axes nearly everywhere.
        let broadcast = matches!(takes, Takes::Axes);
        let default = match takes {
            // The first word is the default.
            Takes::Word => Some(Arg::Word(0)),
            _ => None,
        };
        Param { name, takes, words: &[], default, infer: false, broadcast, makes: false }
    }

    /// A list has to have one value for each axis, also if it is a single one.
    pub(crate) const fn one_per_axis(self) -> Param {
        Param { broadcast: false, ..self }
    }

    pub(crate) const fn words(self, words: &'static [&'static str]) -> Param {
        Param { words, ..self }
    }

    pub(crate) const fn or(self, default: Arg<'static>) -> Param {
        Param { default: Some(default), ..self }
    }

    /// It is the number of channels or features that the layer makes.
    pub(crate) const fn made(self) -> Param {
        Param { makes: true, ..self }
    }

    /// `_` may be written.
    pub(crate) const fn inferable(self) -> Param {
        Param { infer: true, ..self }
    }
}

/// The signature of a layer's keyword.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    /// The keyword.
    pub keyword: &'static str,
    /// The name of an unlabelled layer, before its number: the keyword, or `bn` for batch norm.
    pub stem: &'static str,
    /// The parameters, in PyTorch's order.
    pub params: &'static [Param],
    /// Flags that the layer has in PyTorch, but not here, with their positions in PyTorch's order. All
    /// of them are `false` by default.
    pub lacks: &'static [(usize, &'static str)],
    /// The names of the layer in other libraries in which it takes the same arguments: PyTorch's classes and functions,
    /// other spellings.
    pub aliases: &'static [&'static str],
    /// Its names where it takes other arguments, as in Keras, with the equivalent call.
    pub translations: &'static [(&'static str, &'static str)],
    /// Whether it is written as a call; otherwise the grammar has a form for it.
    pub called: bool,
    /// Whether it joins any number of branches: then a single one is what it makes.
    pub any_number: bool,
}

impl Signature {
    pub(crate) const fn new(keyword: &'static str, params: &'static [Param]) -> Signature {
        Signature {
            keyword,
            stem: keyword,
            params,
            lacks: &[],
            aliases: &[],
            translations: &[],
            called: true,
            any_number: false,
        }
    }

    pub(crate) const fn lacks(self, lacks: &'static [(usize, &'static str)]) -> Signature {
        Signature { lacks, ..self }
    }

    pub(crate) const fn stem(self, stem: &'static str) -> Signature {
        Signature { stem, ..self }
    }

    /// The grammar has a form of its own for it.
    pub(crate) const fn structural(self) -> Signature {
        Signature { called: false, ..self }
    }

    /// Likewise, and it joins any number of branches.
    pub(crate) const fn joins(self) -> Signature {
        Signature { any_number: true, ..self.structural() }
    }

    pub(crate) const fn aliases(self, aliases: &'static [&'static str]) -> Signature {
        Signature { aliases, ..self }
    }

    pub(crate) const fn translations(
        self,
        translations: &'static [(&'static str, &'static str)],
    ) -> Signature {
        Signature { translations, ..self }
    }

    /// The index of the parameter that an argument by position is for, as PyTorch counts them, or the
    /// flag that the layer lacks; `None` if PyTorch has nothing there either.
    pub fn at(&self, position: usize) -> Option<Result<usize, &'static str>> {
        let before = self.lacks.iter().filter(|(lacking, _)| *lacking < position).count();
        match self.lacks.iter().find(|(lacking, _)| *lacking == position) {
            Some((_, name)) => Some(Err(name)),
            None => Some(Ok(position - before)).filter(|_| position - before < self.params.len()),
        }
    }

    /// How many arguments must be written: those before the first parameter with a default.
    pub const fn required(&self) -> usize {
        let mut count = 0;
        while count < self.params.len() && self.params[count].default.is_none() {
            count += 1;
        }
        count
    }
}

impl fmt::Display for Signature {
    /// How the layer is written: `fc(in_features, out_features, bias = true)`. A flag that it lacks is
    /// shown where parameters follow it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.keyword)?;
        let (mut position, mut shown) = (0, 0);
        while shown < self.params.len() {
            f.write_str(if position == 0 { "(" } else { ", " })?;
            match self.at(position) {
                Some(Err(lacking)) => write!(f, "{lacking} = false")?,
                _ => {
                    fmt::Display::fmt(&self.params[shown], f)?;
                    shown += 1;
                }
            }
            position += 1;
        }
        f.write_str(if self.params.is_empty() { "" } else { ")" })
    }
}

impl fmt::Display for Param {
    /// The name and, if there is one, the default: `stride = 1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        match self.default {
            None => Ok(()),
            Some(Arg::Size(value)) => write!(f, " = {value}"),
            Some(Arg::Signed(value)) => write!(f, " = {value}"),
            Some(Arg::Float(value)) => write!(f, " = {value:?}"),
            Some(Arg::Flag(value)) => write!(f, " = {value}"),
            Some(Arg::Word(index)) => write!(f, " = {}", self.words[index]),
            Some(Arg::Infer) => f.write_str(" = _"),
            // The layer computes it from the others.
            Some(_) => f.write_str(" = …"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Kind;

    #[test]
    fn a_signature_shows_how_the_layer_is_written() {
        let text = |kind: Kind| format!("{}", kind.signature());
        assert_eq!(text(Kind::Relu), "relu");
        assert_eq!(
            text(Kind::Fc),
            "fc(in_features, out_features, bias = true, weight_norm = false, spectral_norm = false)"
        );
        assert_eq!(
            text(Kind::MaxPool),
            "maxpool(kernel_size, stride = …, padding = 0, dilation = 1, return_indices = false, \
             ceil_mode = false)"
        );
        assert_eq!(text(Kind::Pad), "pad(padding, mode = zeros)",);
        assert_eq!(
            text(Kind::BatchNorm),
            "batchnorm(num_features = _, eps = 1e-5, momentum = 0.1, affine = true, \
             track_running_stats = true)"
        );
    }

    #[test]
    fn positions_are_pytorchs() {
        let pool = Kind::MaxPool.signature();
        assert_eq!(pool.at(3), Some(Ok(3)));
        assert_eq!(pool.at(4), Some(Err("return_indices")));
        assert_eq!(pool.at(5), Some(Ok(4)));
        assert_eq!(pool.at(6), None);
        assert_eq!(Kind::Relu.signature().at(0), Some(Err("inplace")));
        assert_eq!(Kind::Relu.signature().at(1), None);
        assert_eq!(Kind::Sigmoid.signature().at(0), None);
    }
}
