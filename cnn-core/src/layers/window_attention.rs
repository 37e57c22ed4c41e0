//! Attention of the tokens of a window to each other, with a bias for each relative position.

use core::fmt;

use super::attention::{checked_heads, write_heads};
use crate::error::{At, Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Axes, Flag, Float, Size, params};
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensor, Tensors};

/// A line for each version of Swin's attention: its keyword, whose it is, and what it is called elsewhere.
macro_rules! of_images {
    ($($keyword:ident: $form:ident, $aliases:expr, $translations:expr;)*) => {
        $(
            pub(crate) mod $keyword {
                use super::*;

                params! {
                    embed_dim: Size.inferable(),
                    window_size: Axes,
                    shift_size: Axes,
                    num_heads: Size,
                    qkv_bias: Flag = true,
                    proj_bias: Flag = true,
                    attention_dropout: Float = 0.0,
                    dropout: Float = 0.0,
                }

                pub(crate) static KEYWORD: Keyword = keyword(
                    Signature::new(stringify!($keyword), PARAMS)
                        .aliases(&$aliases)
                        .translations(&$translations),
                );

                pub(crate) const fn read(call: &mut Call<'_>) -> WindowAttention {
                    let sizes =
                        (PARAM.embed_dim, PARAM.window_size, PARAM.shift_size, PARAM.num_heads);
                    let biases = (PARAM.qkv_bias, PARAM.proj_bias);
                    let dropouts = (PARAM.attention_dropout, PARAM.dropout);
                    of_images(call, WindowForm::$form, sizes, biases, dropouts)
                }
            }
        )*
    };
}

of_images! {
    window_attention: Swin, ["ShiftedWindowAttention", "shifted_window_attention"],
        [("WindowAttention", "window_attention(embed_dim, window_size, shift_size, num_heads)")];
    window_attention_v2: SwinV2, ["ShiftedWindowAttentionV2", "shifted_window_attention_v2"], [];
}

pub(crate) mod relative_attention {
    use super::*;

    params! {
        feat_dim: Size.inferable(),
        head_dim: Size,
        max_seq_len: Size = _,
    }

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("relative_attention", PARAMS)
            .aliases(&["RelativePositionalMultiHeadAttention"]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> WindowAttention {
        if !call.input.is_lost() && call.input.rank() != 3 {
            call.fail(At::Layer, Problem::Windows);
            call.input = Shape::LOST;
        }
        let embed_dim = call.features(PARAM.feat_dim, Part::Last);
        let head_dim = call.size(PARAM.head_dim);
        if head_dim > 0 && !embed_dim.is_multiple_of(head_dim) {
            let problem = Problem::HeadFeatures { each: head_dim, features: embed_dim };
            call.fail(PARAM.head_dim.at(), problem);
        }
        let tokens = call.features(PARAM.max_seq_len, Part::Dim(1));
        let side = tokens.isqrt();
        if side * side != tokens {
            call.fail(At::Layer, Problem::Square { tokens });
        }
        WindowAttention {
            form: WindowForm::MaxVit,
            embed_dim,
            num_heads: match embed_dim.checked_div(head_dim) {
                Some(heads) => heads,
                None => 0,
            },
            window_size: Shape::splat(side, 2),
            shift_size: Shape::splat(0, 2),
            windows: Shape::one(call.input.size(0)),
            qkv_bias: true,
            proj_bias: true,
            attention_dropout: 0.0,
            dropout: 0.0,
        }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Linear, reuse: Reuse::Never }
}

/// Attention in the windows of an image with the channels last.
const fn of_images(
    call: &mut Call<'_>,
    form: WindowForm,
    (embed_dim, window_size, shift_size, num_heads): (Size, Axes, Axes, Size),
    (qkv_bias, proj_bias): (Flag, Flag),
    (attention_dropout, dropout): (Float, Float),
) -> WindowAttention {
    if !call.input.is_lost() && call.input.rank() != 3 {
        call.fail(At::Layer, Problem::ChannelsLast);
        call.input = Shape::LOST;
    }
    let (num_heads, embed_dim) = checked_heads(call, num_heads, embed_dim);
    let (window, mut shift) = (call.axes(window_size, 2, 1), call.axes(shift_size, 2, 0));
    let mut windows = Shape::splat(0, 2);
    let mut axis = 0;
    while axis < 2 {
        let (size, each) = (call.input.size(axis), window.size(axis));
        if each > 0 {
            windows = windows.with(axis, size.div_ceil(each));
        }
        // In the second version, the distances between tokens are divided by the largest one.
        if matches!(form, WindowForm::SwinV2) && each == 1 {
            call.fail(call.place(window_size.0, axis), Problem::TooSmall { value: 1, least: 2 });
        }
        // One window has everything in it.
        if windows.size(axis) < 2 {
            shift = shift.with(axis, 0);
        }
        axis += 1;
    }
    WindowAttention {
        form,
        embed_dim,
        num_heads,
        window_size: window,
        shift_size: shift,
        windows,
        qkv_bias: call.flag(qkv_bias),
        proj_bias: call.flag(proj_bias),
        attention_dropout: call.probability(attention_dropout),
        dropout: call.probability(dropout),
    }
}

/// Attention of the tokens of a window to each other, with a bias for each relative position.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct WindowAttention {
    /// Its form, which determines its input, tensors and scores.
    pub form: WindowForm,
    /// The features of a token.
    pub embed_dim: usize,
    /// The heads, each of which sees `embed_dim / num_heads` features of queries, keys and values.
    pub num_heads: usize,
    /// Height and width of a window.
    pub window_size: Shape,
    /// The shift of the windows along each axis, in positions; 0 along axes with a single window.
    pub shift_size: Shape,
    /// The number of windows along height and width, after padding. If the input already consists of windows, this is
    /// one size, their number.
    pub windows: Shape,
    /// Whether queries, keys and values have a bias; keys have none in [`WindowForm::SwinV2`].
    pub qkv_bias: bool,
    /// Whether the last linear layer has a bias.
    pub proj_bias: bool,
    /// The probability with which a weight is dropped in training.
    pub attention_dropout: f64,
    /// The probability with which a value of the output is dropped in training.
    pub dropout: f64,
}

/// The forms of attention in windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum WindowForm {
    /// Swin's: an image `[H, W, C]` is divided into windows, which may be shifted.
    Swin,
    /// Swin v2's: scores are cosines, and a small network computes the biases.
    SwinV2,
    /// MaxViT's: the input is `[windows, tokens, C]`, and scores are divided by √C.
    #[cfg_attr(feature = "serde", serde(rename = "maxvit"))]
    MaxVit,
}

/// The width of the network that computes the biases of [`WindowForm::SwinV2`].
const HIDDEN: usize = 512;

impl WindowAttention {
    /// The shape that arrives.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// The number of tokens in a window.
    pub const fn tokens(&self) -> usize {
        self.window_size.size(0).saturating_mul(self.window_size.size(1))
    }

    /// The number of distances between two positions of a window along each axis: `2 × size − 1`.
    pub const fn distances(&self) -> [usize; 2] {
        let [height, width] = [self.window_size.size(0), self.window_size.size(1)];
        [height.saturating_mul(2).saturating_sub(1), width.saturating_mul(2).saturating_sub(1)]
    }

    /// The index of the relative position of each pair of tokens in a window, row by row. These are the values of the
    /// tensor `relative_position_index`.
    #[cfg(feature = "alloc")]
    pub fn relative_position_index(&self) -> impl Iterator<Item = usize> {
        let ([height, width], [_, distances]) =
            ([self.window_size.size(0), self.window_size.size(1)], self.distances());
        let tokens = self.tokens();
        (0..tokens * tokens).map(move |pair| {
            let (one, other) = (pair / tokens, pair % tokens);
            let down = one / width + height - 1 - other / width;
            let right = one % width + width - 1 - other % width;
            down * distances + right
        })
    }

    /// For each window and each pair of its tokens, whether they are only together because the shifted image wraps
    /// around; the scores of such pairs are lowered by 100. `None` without a shift.
    #[cfg(feature = "alloc")]
    pub fn mask(&self) -> Option<alloc::vec::Vec<bool>> {
        let [down, right] = [self.windows.size(0), self.windows.size(1)];
        let [height, width] = [self.window_size.size(0), self.window_size.size(1)];
        let [moved_down, moved_right] = [self.shift_size.size(0), self.shift_size.size(1)];
        if moved_down + moved_right == 0 {
            return None;
        }
        let tokens = self.tokens();
        // Whether a token has come from the other end, along each axis.
        let moved = move |window: usize, token: usize| {
            let row = window / right * height + token / width;
            let column = window % right * width + token % width;
            (row >= down * height - moved_down, column >= right * width - moved_right)
        };
        let pairs = (0..down * right * tokens * tokens).map(|pair| {
            let (window, pair) = (pair / (tokens * tokens), pair % (tokens * tokens));
            moved(window, pair / tokens) != moved(window, pair % tokens)
        });
        Some(pairs.collect())
    }

    /// Those of torchvision, in its order: first the tensors for relative positions, of which
    /// `relative_position_index` is made of integers, and then the linear layers.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let (one, heads, tokens) = (self.embed_dim, self.num_heads, self.tokens());
        let [down, right] = self.distances();
        let distances = down.saturating_mul(right);
        let table =
            Tensor::parameter("relative_position_bias_table", Shape::new(&[distances, heads]));
        let pairs = Shape::one(tokens.saturating_mul(tokens));
        let mut tensors = match self.form {
            WindowForm::Swin => Tensors::NONE.and(table).and(index(pairs)),
            WindowForm::SwinV2 => {
                let coords = Shape::new(&[1, down, right, 2]);
                Tensors::NONE
                    .and(Tensor::parameter("logit_scale", Shape::new(&[heads, 1, 1])))
                    .and(Tensor::buffer("relative_coords_table", coords))
                    .and(index(pairs))
            }
            WindowForm::MaxVit => Tensors::NONE.and(table).and(index(Shape::splat(tokens, 2))),
        };
        let three = one.saturating_mul(3);
        let [first, last] = self.linear();
        tensors = tensors.and(Tensor::parameter(first[0], Shape::new(&[three, one])));
        if self.qkv_bias {
            tensors = tensors.and(Tensor::parameter(first[1], Shape::one(three)));
        }
        tensors = tensors.and(Tensor::parameter(last[0], Shape::splat(one, 2)));
        if self.proj_bias {
            tensors = tensors.and(Tensor::parameter(last[1], Shape::one(one)));
        }
        match self.form {
            WindowForm::SwinV2 => tensors
                .and(Tensor::parameter("cpb_mlp.0.weight", Shape::new(&[HIDDEN, 2])))
                .and(Tensor::parameter("cpb_mlp.0.bias", Shape::one(HIDDEN)))
                .and(Tensor::parameter("cpb_mlp.2.weight", Shape::new(&[heads, HIDDEN]))),
            WindowForm::Swin | WindowForm::MaxVit => tensors,
        }
    }

    /// The suffixes of weight and bias of the linear layer for queries, keys and values, and of that after the heads.
    pub const fn linear(&self) -> [[&'static str; 2]; 2] {
        match self.form {
            WindowForm::Swin | WindowForm::SwinV2 => {
                [["qkv.weight", "qkv.bias"], ["proj.weight", "proj.bias"]]
            }
            WindowForm::MaxVit => {
                [["to_qkv.weight", "to_qkv.bias"], ["merge.weight", "merge.bias"]]
            }
        }
    }

    /// For T tokens of E features, those of padded windows among them, in windows of N:
    ///
    /// ```text
    /// queries, keys and values   T × E × 3E
    /// scores                     T × N × E
    /// their sums of values       T × N × E
    /// the last linear layer      T × E × E
    /// ```
    ///
    /// and for the biases of Swin v2, whatever the batch, `512 × (2 + heads)` for each relative position.
    /// Element-wise operations are the biases, a factor for each query, and for each score its bias and three for the
    /// softmax.
    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        let (one, tokens) = (self.embed_dim, self.tokens());
        let each = one.saturating_mul(4).saturating_add(tokens.saturating_mul(2));
        let all = Count::elements(&self.windows).times(tokens);
        let values = all.times(one);
        let scores = all.times(tokens).times(self.num_heads).times(4);
        let biases = 3 * self.qkv_bias as usize + self.proj_bias as usize;
        let ops = values.times(1 + biases).plus(scores);
        let mac_factors = match self.form {
            WindowForm::Swin | WindowForm::MaxVit => {
                [self.windows.join(&self.window_size), Shape::new(&[one, each])]
            }
            WindowForm::SwinV2 => {
                let [down, right] = self.distances();
                let hidden = HIDDEN.saturating_mul(self.num_heads.saturating_add(2));
                let made = Count::of(down).times(right).times(hidden);
                let macs = match values.times(each).plus(made).as_size() {
                    Some(macs) => macs,
                    None => usize::MAX,
                };
                [Shape::one(1), Shape::one(macs)]
            }
        };
        Work { mac_factors: Some(mac_factors), ops }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        let class = match self.form {
            WindowForm::Swin => "ShiftedWindowAttention",
            WindowForm::SwinV2 => "ShiftedWindowAttentionV2",
            WindowForm::MaxVit => "RelativePositionalMultiHeadAttention",
        };
        [class; 3]
    }

    /// The scores after the softmax, those of Swin v2 also before it; queries, keys, values and what the heads make of
    /// them; the windows of an image, and what the cosines of Swin v2 are made from.
    pub(crate) const fn keeps(&self) -> Keeps {
        let all = Count::elements(&self.windows).times(self.tokens());
        let scores = all.times(self.tokens()).times(self.num_heads);
        let values = all.times(self.embed_dim);
        let Count(own) = match self.form {
            WindowForm::Swin => values.times(5).plus(scores),
            WindowForm::SwinV2 => values.times(8).plus(scores.times(2)),
            WindowForm::MaxVit => values.times(4).plus(scores),
        };
        let inputs = matches!(self.form, WindowForm::MaxVit);
        Keeps { inputs, own, ..Keeps::NOTHING }
    }

    /// Each position takes those of its window, and all features.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = match (self.form, dim) {
            (WindowForm::MaxVit, 0) => Reach::Same,
            (WindowForm::Swin | WindowForm::SwinV2, 0 | 1) => {
                let (size, first) = (self.window_size.size(dim), self.shift_size.size(dim));
                Reach::Blocks { size, first }
            }
            _ => Reach::All,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        text.write_str(" ")?;
        super::write_sizes(text, &self.window_size)?;
        write_heads(text, self.num_heads)
    }
}

const fn index(pairs: Shape) -> Tensor {
    Tensor::buffer("relative_position_index", pairs).of_integers()
}
