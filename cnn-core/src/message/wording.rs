//! The catalogue of what can be wrong, in words.

use super::label;
use crate::error::{At, Part, Problem, Quantity};
use crate::language::Arrivals;
use crate::language::signature::Signature;
use crate::shape::{Shape, Text, geometry};

/// What the words are about: a call, and what arrives at it.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'a> {
    pub(crate) signature: &'static Signature,
    pub(crate) at: At,
    /// What arrives.
    pub(crate) arriving: Shape,
    /// The same, at a join all of it.
    pub(crate) arrivals: Arrivals<'a>,
}

impl Sentence<'_> {
    /// Says what is wrong, in one line or two.
    pub(crate) const fn write(&self, text: &mut Text, problem: &Problem) {
        let keyword = self.signature.keyword;
        match *problem {
            Problem::Features { takes, arrive, part }
            | Problem::Swapped { takes, arrive, part, .. } => {
                let (one, more) = match part {
                    Part::Channels => ("channel", "channels"),
                    Part::Last | Part::All => ("input", "inputs"),
                    Part::Dim(_) => ("value", "values"),
                };
                text.code(keyword).str(" takes ").counted(takes, one, more);
                text.str(", but ").size(arrive).str(if arrive == 1 {
                    " arrives"
                } else {
                    " arrive"
                })
            }
            Problem::Slopes { slopes, channels } => {
                text.code(keyword).str(" has one parameter, or one for each channel; not ");
                text.size(slopes).str(" for ").size(channels)
            }
            Problem::TooSmall { value, least } => {
                text.code(self.param()).str(" has to be at least ").size(least);
                text.str(", but is ").size(value)
            }
            Problem::AxisCount { values, axes } => {
                text.code(self.param())
                    .str(" has ")
                    .counted(values, "value", "values")
                    .str(", but ");
                text.shape(&self.arriving).str(" has ").counted(
                    axes,
                    "spatial axis",
                    "spatial axes",
                )
            }
            Problem::SpatialRank { least, most } => {
                text.code(keyword).str(" works on channels with ");
                if least == most {
                    text.counted(most, "spatial axis", "spatial axes");
                } else {
                    if least == 0 {
                        text.str("at most ");
                    } else {
                        text.size(least).str(" to ");
                    }
                    text.size(most).str(" spatial axes");
                }
                text.str(", but ").shape(&self.arriving).str(" has ");
                match self.arriving.spatial_rank() {
                    0 => text.str("none"),
                    axes => text.size(axes),
                }
            }
            Problem::Window { axis, kernel, dilation, size, padded } => {
                self.write_window(text, axis, kernel, dilation, size, padded)
            }
            Problem::PoolPadding { kernel, padding } => {
                text.code(keyword).str(" may pad by half its kernel of ").size(kernel);
                text.str(" at most, which is ").size(kernel / 2).str(", but pads by ").size(padding)
            }
            Problem::Unpadded { axis, kernel, size } => {
                text.str("in 3-D ").code(keyword).str(" needs a kernel within the input, ");
                text.str("padding not counted, but ").size(kernel).str(" exceeds the ");
                text.str(self.axis(axis)).str(" of ").size(size)
            }
            Problem::SameStride { stride } => {
                text.str("`padding = same` needs a stride of 1, but the stride is ").size(stride);
                text.str("\n`same_upper` works with a stride, as TensorFlow and ONNX pad")
            }
            Problem::OutputPadding { output_padding, stride, dilation } => {
                text.code(self.param()).str(" has to be smaller than the stride of ").size(stride);
                text.str(" or the dilation of ")
                    .size(dilation)
                    .str(", but is ")
                    .size(output_padding)
            }
            Problem::CutAway { axis, size, cut } => {
                text.str("nothing is left of the ")
                    .str(self.axis(axis))
                    .str(": the padding takes ");
                text.size(cut).str(" off ").size(size)
            }
            Problem::Groups { groups, channels, output } => {
                text.counted(groups, "group does", "groups do").str(" not divide ").size(channels);
                text.str(if output { " output channels" } else { " channels" })
            }
            Problem::Indivisible { dim, size, by } => {
                let name = self.arriving.dim_name(dim);
                text.code(keyword).str(" needs a ").str(name).str(" that is a multiple of ");
                text.size(by).str(", but it is ").size(size)
            }
            Problem::NoSuchDim { dim, dims } => {
                text.str("there is no dim ").signed(dim).str(": ").shape(&self.arriving);
                text.str(" has the dims 1 to ").size(dims - 1).str(", or -").size(dims - 1);
                text.str(" to -1\nas in PyTorch, dim 0 is the batch axis")
            }
            Problem::BatchDim { dim } => {
                text.str("dim ")
                    .signed(dim)
                    .str(" is the batch axis, which a network does not name");
                text.str("\nas in PyTorch, the dims of ").shape(&self.arriving).str(" begin at 1")
            }
            Problem::DimOrder { start, end } => text
                .str("`start_dim` is ")
                .size(start)
                .str(" and comes after `end_dim`, ")
                .size(end),
            Problem::Permutation { dims } => {
                text.code(self.param()).str(" has to name the dims 0 to ").size(dims - 1);
                text.str(" of ").shape(&self.arriving).str(" once each, first the batch axis 0")
            }
            Problem::OneElement => {
                text.code(keyword).str(" has only one value per channel to normalise in ");
                text.shape(&self.arriving).str(", which is then always 0")
            }
            Problem::Normalized { shape } => {
                text.code(keyword).str(" normalises over ").shape(&shape);
                text.str(", which is not how ").shape(&self.arriving).str(" ends")
            }
            Problem::Probability => text.str("a probability has to lie between 0 and 1"),
            Problem::Negative => text.code(self.param()).str(" has to be at least 0"),
            Problem::Zero => text.code(self.param()).str(" must not be 0"),
            Problem::NotPositive => text.code(self.param()).str(" has to be above 0"),
            Problem::ScaledAway { axis, size } => {
                text.str("nothing is left of the ").str(self.axis(axis)).str(" of ").size(size);
                text.str(": less than 1, rounded down")
            }
            Problem::Windows { windows, arrive } => {
                text.code(keyword).str(" puts ").counted(windows, "window", "windows");
                text.str(" together, but ").size(arrive).str(if arrive == 1 {
                    " arrives"
                } else {
                    " arrive"
                })
            }
            Problem::Below { param, floor, or_equal } => {
                let params = self.signature.params;
                let (above, below) = (params[param].name, params[floor].name);
                if self.at.same(At::Param(floor)) {
                    text.code(below).str(" has to be ");
                    text.str(if or_equal { "at most " } else { "less than " });
                    text.code(above).str(", which is not given and has its default")
                } else {
                    text.code(above).str(" has to be ");
                    text.str(if or_equal { "at least " } else { "greater than " });
                    text.code(below)
                }
            }
            Problem::OnlyWith { needs } => {
                let needs = self.signature.params[needs].name;
                text.code(self.param()).str(" needs `").str(needs).str(" = true`")
            }
            Problem::OneWeight => {
                text.str("a kernel has only one weight here, which is always 0 when standardized")
            }
            Problem::PadSource { axis, padding, size, cut, most } => {
                text.str("this mode can pad a ").str(self.axis(axis)).str(" of ").size(size);
                if cut > 0 {
                    text.str(", less the ").size(cut).str(" that are cropped,");
                }
                text.str(" by ").size(most).str(" at most, but pads by ").size(padding)
            }
            Problem::Cropped { axis, size } => {
                text.str("the negative padding crops away the whole ").str(self.axis(axis));
                text.str(" of ").size(size)
            }
            Problem::PadCount { values, axes, fewer } => {
                text.counted(values, "padding is", "paddings are").str(" given, but ");
                text.shape(&self.arriving).str(" takes ").size(2 * axes);
                text.str(", two for each axis from the last one inwards");
                text.str(if fewer { ", or fewer such pairs" } else { "" })
            }
            Problem::Range { dim, start, end, .. } if start >= end => {
                text.str("the range ").size(start).str("..").size(end).str(" has no ");
                text.str(if dim == 0 { "channels" } else { "positions" }).str(" in it")
            }
            Problem::Range { dim: 0, end, size, .. } => {
                text.str("the range ends at ").size(end).str(", but ");
                text.counted(size, "channel arrives", "channels arrive")
            }
            Problem::Range { dim, end, size, .. } => {
                text.str("the range ends at ").size(end).str(", but the ");
                text.str(self.arriving.dim_name(dim)).str(" is ").size(size)
            }
            Problem::DimTwice { dim } => text.str("dim ").signed(dim).str(" is named twice"),
            Problem::NotOne { dim, size } => {
                text.code(keyword).str(" leaves out dims of size 1, but the ");
                text.str(self.arriving.dim_name(dim)).str(" is ").size(size)
            }
            Problem::NothingLeft => {
                text.str("nothing is left of ").shape(&self.arriving);
                text.str(": all of its dims are taken away");
                match self.has_param("keepdim") {
                    true => text.str("\n`keepdim = true` keeps them, with a size of 1"),
                    false => text,
                }
            }
            Problem::TooFewValues { values, correction } => {
                text.code(keyword).str(" divides by the number of values less ").size(correction);
                text.str(", but there ").str(if values == 1 { "is " } else { "are " });
                text.num(values).str(" in ").shape(&self.arriving)
            }
            Problem::EmptyList => text.code(self.param()).str(" has no values"),
            Problem::TooManySizes { sizes, most } => {
                text.str("a shape has at most ").size(most).str(" sizes here, but this one has ");
                text.size(sizes)
            }
            Problem::InferredTwice => {
                text.str("only one size can be inferred, but this is the second `_`")
            }
            Problem::Values { values, shape } => {
                if let Some(values) = values {
                    text.num(values).str(if values == 1 { " value" } else { " values" });
                } else {
                    text.str("that many values");
                }
                text.str(" cannot have the shape ").shape(&shape);
                match shape.elements() {
                    Some(0) | None => text,
                    Some(takes) => text.str(", which has ").num(takes),
                }
            }
            Problem::Pairs { values, with, places } => {
                text.code(self.param()).str(" has ").counted(values, "value", "values");
                text.str(", but ").code(self.signature.params[with].name).str(" has ").size(places)
            }
            Problem::Tokens => {
                text.code(keyword).str(" works on tokens, [number, features], but ");
                text.shape(&self.arriving).str(" arrives");
                match self.arriving.rank() {
                    3 => text.str("\nan image becomes tokens by `flatten(2); transpose(1, 2)`"),
                    _ => text,
                }
            }
            Problem::Heads { heads, features } => {
                text.counted(heads, "head does", "heads do").str(" not divide ");
                text.counted(features, "feature", "features")
            }
            Problem::HeadsFirst { heads, features } => {
                text.code(keyword)
                    .str(" takes the number of heads first, and the features may be left out");
                text.str("\nit is `").str(keyword).str("(").size(heads).str(", ").size(features);
                text.str(")` here")
            }
            Problem::TwoBranches { branches } => {
                text.code(keyword).str(" has two branches, but this one has ").size(branches)
            }
            Problem::MatMul => {
                let (first, second) = (self.arrivals.first(), self.arrivals.get(1));
                text.str("the matrices ").shape(&first).str(" and ").shape(&second);
                text.str(" cannot be multiplied");
                let (rank, other) = (first.rank(), second.rank());
                if rank != other {
                    text.str(": one has ").size(rank).str(" axes, the other ").size(other)
                } else if rank < 2 {
                    text.str(": a matrix has two axes")
                } else if first.size(rank - 1) != second.size(rank - 2) {
                    text.str(": the first has ").counted(first.size(rank - 1), "column", "columns");
                    text.str(", the second ").counted(second.size(rank - 2), "row", "rows")
                } else {
                    text.str(": their other axes have to be the same, or 1")
                }
            }
            Problem::ModeRank { axes } => {
                text.str("this mode is for ").counted(axes, "spatial axis", "spatial axes");
                text.str(", but ").shape(&self.arriving).str(" has ");
                text.size(self.arriving.spatial_rank())
            }
            Problem::OneOf { first, second, both } => {
                let params = self.signature.params;
                text.code(keyword).str(if both { " takes only one of " } else { " needs " });
                text.code(params[first].name).str(if both { " and " } else { " or " });
                text.code(params[second].name)
            }
            Problem::NothingToAlign => {
                text.code(self.param()).str(" is for modes that interpolate: ");
                text.str("`linear`, `bilinear`, `bicubic` and `trilinear`")
            }
            Problem::Branches { branch, done } => {
                let (first, other) = (self.arrivals.first(), self.arrivals.get(branch));
                text.shape(&first).str(" and ").shape(&other).str(" cannot be ").str(done)
            }
            Problem::NetworkInput { takes } => {
                text.str("this network takes ").shape(&takes);
                text.str(", but ").shape(&self.arriving).str(" arrives")
            }
            Problem::Weights { has, needs } => {
                text.code(keyword).str(" has weights of ").shape(&has);
                text.str(", but what arrives here needs ").shape(&needs)
            }
            Problem::NetworkPorts { inputs, outputs } => {
                text.str(
                    "a network inside of another has one input and one output, but this one has ",
                );
                text.counted(inputs, "input", "inputs").str(" and ");
                text.counted(outputs, "output", "outputs")
            }
            Problem::Overflow { what } => text.str(match what {
                Quantity::OutputSize => "a size of the output is too large for a `usize`",
                Quantity::OutputValues => "the values of the outputs are too many for 64 bits",
                Quantity::Parameters => "the parameters are too many for 64 bits",
                Quantity::Macs => "the multiply-accumulates are too many for 64 bits",
                Quantity::Ops => "the element-wise operations are too many for 64 bits",
            }),
        };
    }

    const fn write_window<'t>(
        &self,
        text: &'t mut Text,
        axis: usize,
        kernel: usize,
        dilation: usize,
        size: usize,
        padded: usize,
    ) -> &'t mut Text {
        text.str("a kernel of ").size(kernel);
        if let (Some(extent), 2..) = (geometry::extent(kernel, dilation), dilation) {
            text.str(", which spans ").size(extent).str(" with a dilation of ").size(dilation);
            text.str(",");
        }
        text.str(" does not fit into a ").str(self.axis(axis)).str(" of ").size(size);
        if padded != size {
            text.str(", padded to ").size(padded);
        }
        text
    }

    /// Whether the layer has a parameter of this name.
    const fn has_param(&self, name: &str) -> bool {
        let (params, mut index) = (self.signature.params, 0);
        while index < params.len() {
            if label::same(params[index].name, name) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// The name of the parameter that is wrong.
    const fn param(&self) -> &'static str {
        match self.at {
            At::Param(param) | At::Element(param, _) => self.signature.params[param].name,
            At::Layer => self.signature.keyword,
        }
    }

    /// The name of a spatial axis.
    const fn axis(&self, axis: usize) -> &'static str {
        self.arriving.dim_name(axis + 1)
    }
}
