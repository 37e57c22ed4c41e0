//! What a layer does, in a few words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::layers::Window;
use crate::{Kind, Op, Shape};

/// What a layer does in a few words, for a box of a diagram: `conv 7×7 /2`.
///
/// Channels are left out: they are on the edges. `/2` is a stride, `×2` that of a transposed
/// convolution.
///
/// ```
/// use cnn_core::render::label;
/// use cnn_core::{Args, Arrivals, Kind, Shape, resolve};
///
/// let image = Shape::new(&[3, 224, 224]);
/// let conv = resolve(Kind::Conv, &Args::sizes(&[3, 64, 7, 2, 3]), &Arrivals::one(image));
/// assert_eq!(label(Kind::Conv, &conv.op, &image), "conv 7×7 /2");
/// ```
pub fn label(kind: Kind, op: &Op, input: &Shape) -> String {
    let keyword = kind.keyword();
    match op {
        Op::Conv(conv) => {
            let whole = conv.groups == conv.in_channels;
            [window(keyword, &conv.window, "/"), groups(conv.groups, whole)].concat()
        }
        Op::ConvTranspose(conv) => {
            let whole = conv.groups == conv.in_channels;
            [window(keyword, &conv.window, "×"), groups(conv.groups, whole)].concat()
        }
        Op::MaxPool(pool) => window(keyword, &pool.window, "/"),
        Op::AvgPool(pool) => window(keyword, &pool.window, "/"),
        Op::AdaptivePool(pool) => format!("{keyword} {}", sizes(pool.output_size.dims())),
        Op::BatchNorm(_) => kind.signature().stem.to_string(),
        // That of a stochastic depth grows from block to block, which are alike otherwise.
        Op::Dropout(dropout) if !dropout.samples => format!("{keyword} {}", dropout.p),
        Op::GroupNorm(norm) => format!("{keyword} {}", norm.num_groups),
        Op::Upsample(upsample) => match upsample.scale_factor {
            Some(factor) if uniform(&factor) => format!("{keyword} ×{}", factor.size(0)),
            _ => format!("{keyword} to {}", sizes(upsample.size.dims())),
        },
        Op::PixelShuffle(shuffle) => format!("{keyword} ×{}", shuffle.upscale_factor),
        Op::PixelUnshuffle(shuffle) => format!("{keyword} /{}", shuffle.downscale_factor),
        Op::ChannelShuffle(shuffle) => format!("{keyword} {}", shuffle.groups),
        Op::Channels(channels) => match (channels.start, channels.end) {
            // The halves of a split read alike whatever the channels are.
            (0, end) if 2 * end == input.size(0) => format!("{keyword}: first half"),
            (start, end) if 2 * start == end && end == input.size(0) => {
                format!("{keyword}: second half")
            }
            (start, end) => format!("{keyword} {start}..{end}"),
        },
        _ => keyword.to_string(),
    }
}

/// A sliding window: its size, and, after the sign for it, its stride where it is more than 1.
fn window(keyword: &str, window: &Window, stride: &str) -> String {
    let mut text = format!("{keyword} {}", sizes(window.kernel_size.dims()));
    if window.stride.dims().iter().any(|stride| *stride > 1) {
        text.push(' ');
        text.push_str(stride);
        text.push_str(&same_or_sizes(&window.stride));
    }
    if window.dilation.dims().iter().any(|dilation| *dilation > 1) {
        text.push_str(" dilated ");
        text.push_str(&same_or_sizes(&window.dilation));
    }
    text
}

fn groups(groups: usize, each_channel: bool) -> String {
    match groups {
        0 | 1 => String::new(),
        _ if each_channel => " depthwise".to_string(),
        _ => format!(" in {groups} groups"),
    }
}

fn uniform(shape: &Shape) -> bool {
    shape.dims().iter().all(|size| *size == shape.size(0))
}

fn same_or_sizes(shape: &Shape) -> String {
    if uniform(shape) { shape.size(0).to_string() } else { sizes(shape.dims()) }
}

/// `3×3`.
fn sizes(dims: &[usize]) -> String {
    let sizes: Vec<String> = dims.iter().map(ToString::to_string).collect();
    sizes.join("×")
}
