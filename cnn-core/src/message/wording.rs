//! The catalogue of what can be wrong, in words.

use crate::error::{At, Part, Problem, Quantity};
use crate::language::Arrivals;
use crate::language::signature::Signature;
use crate::shape::text::same_text;
use crate::shape::{Shape, Text, geometry};

/// What the words are about: a call, and its input.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'a> {
    pub(crate) signature: &'static Signature,
    pub(crate) at: At,
    /// The input.
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
                text.code(self.param())
                    .str(" must be 1 or the number of channels, ")
                    .size(channels);
                text.str(", but is ").size(slopes)
            }
            Problem::TooSmall { value, least } => {
                text.code(self.param()).str(" must be at least ").size(least);
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
                text.code(keyword).str(" takes an input with ");
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
                text.str("the padding of ").code(keyword).str(" must be at most ").size(kernel / 2);
                text.str(", half its kernel of ").size(kernel).str(", but is ").size(padding)
            }
            Problem::Unpadded { axis, kernel, size } => {
                text.str("in 3-D, the kernel of ").code(keyword).str(" must fit into the input ");
                text.str("without its padding, but ").size(kernel).str(" exceeds the ");
                text.str(self.axis(axis)).str(" of ").size(size)
            }
            Problem::SameStride { stride } => {
                text.str("`padding = same` needs a stride of 1, but the stride is ").size(stride);
                text.str("\nwith a stride, use `same_upper`, the padding of TensorFlow and ONNX")
            }
            Problem::OutputPadding { output_padding, stride, dilation } => {
                text.code(self.param()).str(" must be smaller than the stride of ").size(stride);
                text.str(" or the dilation of ")
                    .size(dilation)
                    .str(", but is ")
                    .size(output_padding)
            }
            Problem::CutAway { axis, size, cut } => {
                text.str("nothing is left of the ")
                    .str(self.axis(axis))
                    .str(": the padding removes ");
                text.size(cut).str(" from ").size(size)
            }
            Problem::Groups { groups, channels, output } => {
                text.size(channels).str(if output { " output channels" } else { " channels" });
                text.str(" cannot be divided into ").counted(groups, "group", "groups")
            }
            Problem::Indivisible { dim, size, by } => {
                let name = self.arriving.dim_name(dim);
                text.str("the ").str(name).str(" must be a multiple of ").size(by);
                text.str(" for ").code(keyword).str(", but is ").size(size)
            }
            Problem::NoSuchDim { dim, dims } => {
                text.str("there is no dim ").signed(dim).str(": ").shape(&self.arriving);
                match dims {
                    2 => text.str(" has only dim 1, or -1"),
                    _ => {
                        text.str(" has the dims 1 to ").size(dims - 1);
                        text.str(", or -").size(dims - 1).str(" to -1")
                    }
                };
                text.str("\nas in PyTorch, dim 0 is the batch")
            }
            Problem::BatchDim { dim } => {
                text.str("dim ").signed(dim).str(" is the batch, which layers cannot change");
                text.str("\nas in PyTorch, the dims of ").shape(&self.arriving).str(" start at 1")
            }
            Problem::DimOrder { start, end } => text
                .str("`start_dim` is ")
                .size(start)
                .str(", which comes after `end_dim`, ")
                .size(end),
            Problem::Permutation { dims } => {
                text.code(self.param()).str(" must list the dims 0 to ").size(dims - 1);
                text.str(" of ").shape(&self.arriving).str(" once each, starting with 0, the batch")
            }
            Problem::OneElement => {
                text.code(keyword).str(" has only one value per channel to normalize in ");
                text.shape(&self.arriving).str(", so its output would always be 0")
            }
            Problem::Normalized { shape } => {
                text.code(keyword).str(" normalizes over ").shape(&shape);
                text.str(", but ").shape(&self.arriving).str(" does not end with these sizes")
            }
            Problem::Probability => text.str("a probability must be between 0 and 1"),
            Problem::Negative => text.code(self.param()).str(" must be at least 0"),
            Problem::Zero => text.code(self.param()).str(" must not be 0"),
            Problem::NotPositive => text.code(self.param()).str(" must be greater than 0"),
            Problem::ScaledAway { axis, size } => {
                text.str("nothing is left of the ").str(self.axis(axis)).str(" of ").size(size);
                text.str(": less than 1, rounded down")
            }
            Problem::WindowCount { windows, arrive } => {
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
                    text.code(below).str(" must be ");
                    text.str(if or_equal { "at most " } else { "less than " });
                    text.code(above).str(", which has its default value here")
                } else {
                    text.code(above).str(" must be ");
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
                text.str(" by at most ").size(most).str(", but the padding is ").size(padding)
            }
            Problem::Cropped { axis, size } => {
                text.str("the negative padding crops away the whole ").str(self.axis(axis));
                text.str(" of ").size(size)
            }
            Problem::PadCount { values, axes, fewer } => {
                text.code(self.param()).str(" has ").counted(values, "value", "values");
                text.str(", but ").shape(&self.arriving).str(" takes ").size(2 * axes);
                text.str(": two per axis, starting with the last axis");
                text.str(if fewer { "; fewer pairs pad fewer axes" } else { "" })
            }
            Problem::Range { start, end, .. } if start >= end => {
                text.str("the range ").size(start).str("..").size(end).str(" is empty")
            }
            Problem::Range { dim: 0, end, size, .. } => {
                text.str("the range ends at ").size(end).str(", but ");
                text.counted(size, "channel arrives", "channels arrive")
            }
            Problem::Range { dim, end, size, .. } => {
                text.str("the range ends at ").size(end).str(", but the ");
                text.str(self.arriving.dim_name(dim)).str(" is ").size(size)
            }
            Problem::DimTwice { dim } => text.str("dim ").signed(dim).str(" is listed twice"),
            Problem::NotOne { dim, size } => {
                text.code(keyword).str(" removes dims of size 1, but the ");
                text.str(self.arriving.dim_name(dim)).str(" is ").size(size)
            }
            Problem::NothingLeft => {
                text.str("nothing would be left of ").shape(&self.arriving);
                text.str(": all of its dims are removed");
                match self.has_param("keepdim") {
                    true => text.str("\n`keepdim = true` keeps them, with a size of 1"),
                    false => text,
                }
            }
            Problem::TooFewValues { values, correction } => {
                text.code(keyword).str(" divides by the number of values minus ").size(correction);
                text.str(", but there ").str(if values == 1 { "is only " } else { "are only " });
                text.num(values).str(" in ").shape(&self.arriving)
            }
            Problem::EmptyList => text.code(self.param()).str(" is empty"),
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
                match shape.checked_elements() {
                    Some(0) | None => text,
                    Some(takes) => text.str(", which holds ").num(takes),
                }
            }
            Problem::Pairs { values, with, places } => {
                text.code(self.param()).str(" has ").counted(values, "value", "values");
                text.str(", but ").code(self.signature.params[with].name).str(" has ").size(places)
            }
            Problem::Tokens => {
                text.code(keyword).str(" takes tokens, [number, features], but ");
                text.shape(&self.arriving).str(" arrives");
                match self.arriving.rank() {
                    3 => text.str("\n`flatten(2); transpose(1, 2)` turns an image into tokens"),
                    _ => text,
                }
            }
            Problem::ChannelsLast => {
                text.code(keyword).str(" works on [height, width, channels], but ");
                text.shape(&self.arriving).str(" arrives");
                match self.arriving.rank() {
                    2 => text.str("\n`unflatten(1, (height, width))` turns tokens into an image"),
                    _ => text,
                }
            }
            Problem::Windows => {
                text.code(keyword).str(" works on [windows, tokens, features], but ");
                text.shape(&self.arriving).str(" arrives")
            }
            Problem::Square { tokens } => {
                text.code(keyword).str(" works on square windows, but these have ").size(tokens);
                text.str(" tokens, which is not a square number")
            }
            Problem::HeadFeatures { each, features } => {
                text.counted(features, "feature", "features")
                    .str(" cannot be divided into heads of ");
                text.counted(each, "feature", "features")
            }
            Problem::Heads { heads, features } => {
                text.counted(features, "feature", "features").str(" cannot be divided into ");
                text.counted(heads, "head", "heads")
            }
            Problem::HeadsFirst { heads, features } => {
                text.code(keyword)
                    .str(" takes the number of heads first; the features are optional");
                text.str("\nhere that is `").str(keyword).str("(").size(heads).str(", ");
                text.size(features).str(")`")
            }
            Problem::BranchCount { branches, least, most } => {
                text.code(keyword).str(match (least, most) {
                    (2, 2) => " takes two branches",
                    (3, 3) => " takes three branches: queries, keys and values",
                    _ => " takes two or three branches: queries, keys and values",
                });
                text.str(", but has ").size(branches)
            }
            Problem::Attend { .. } => self.write_attend(text),
            Problem::MatMul => {
                let (first, second) = (self.arrivals.first(), self.arrivals.get(1));
                text.str("the matrices ").shape(&first).str(" and ").shape(&second);
                text.str(" cannot be multiplied");
                let (rank, other) = (first.rank(), second.rank());
                if rank != other {
                    text.str(": the first has ")
                        .size(rank)
                        .str(" axes, but the second has ")
                        .size(other)
                } else if rank < 2 {
                    text.str(": a matrix has two axes")
                } else if first.size(rank - 1) != second.size(rank - 2) {
                    text.str(": the first has ").counted(first.size(rank - 1), "column", "columns");
                    text.str(", but the second has ").counted(second.size(rank - 2), "row", "rows")
                } else {
                    text.str(": their other axes must be equal, or 1")
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
                text.code(keyword).str(" has weights of shape ").shape(&has);
                text.str(", but this input needs ").shape(&needs)
            }
            Problem::NetworkPorts { inputs, outputs } => {
                text.str("a network used as a layer must have one input and one output, but ");
                text.str("this one has ");
                text.counted(inputs, "input", "inputs").str(" and ");
                text.counted(outputs, "output", "outputs")
            }
            Problem::Overflow { what } => text.str(match what {
                Quantity::OutputSize => "an output size does not fit in a `usize`",
                Quantity::OutputValues => "the number of output values does not fit in 64 bits",
                Quantity::Parameters => "the number of parameters does not fit in 64 bits",
                Quantity::Macs => "the number of MACs does not fit in 64 bits",
                Quantity::Ops => "the number of element-wise operations does not fit in 64 bits",
            }),
        };
    }

    const fn write_attend<'t>(&self, text: &'t mut Text) -> &'t mut Text {
        let [query, key] = [self.arrivals.first(), self.arrivals.get(1)];
        let value = self.arrivals.get(self.arrivals.count() - 1);
        text.str("the queries ").shape(&query).str(", keys ").shape(&key).str(" and values ");
        text.shape(&value).str(" do not fit together: ");
        let rank = query.rank();
        let tokens = self.has_param("num_heads");
        if tokens && (key.rank() != 2 || value.rank() != 2) || rank < 2 {
            text.str("tokens have two axes, [number, features]")
        } else if rank != key.rank() || rank != value.rank() {
            text.str("they have ").size(rank).str(", ").size(key.rank()).str(" and ");
            text.size(value.rank()).str(" axes")
        } else if !tokens && query.size(rank - 1) != key.size(rank - 1) {
            text.str("a query has ").counted(query.size(rank - 1), "feature", "features");
            text.str(", but a key has ").size(key.size(rank - 1))
        } else if key.size(rank - 2) != value.size(rank - 2) {
            text.str("there are ").counted(key.size(rank - 2), "key", "keys").str(", but ");
            text.counted(value.size(rank - 2), "value", "values")
        } else {
            text.str("their other axes must be equal, or 1")
        }
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
            if same_text(params[index].name, name) {
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
