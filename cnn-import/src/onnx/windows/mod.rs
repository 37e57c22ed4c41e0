//! Attention in windows, which exporters write as dozens of operations: those of the layer, and others that compute its
//! mask and its biases.
//!
//! `region.rs` finds the operations, `trace.rs` follows values through them, those that are only arranged with `arranged.rs`,
//! to what `attention.rs` notes of them, and here is which layer does the same. What is added to scores is read by `biases.rs`, with the tensors of the network that
//! `network.rs` finds.

mod arranged;
mod attention;
mod biases;
mod network;
mod region;
mod trace;

pub use region::{Region, find};

use cnn_core::{Kind, Op, Shape};

use super::shapes::Axis;
use super::site::{Operand, Result, Site, Weight};
use crate::form::Call;
use crate::form::positions::{PADDING, Positions};
use attention::{Attention, Linear};
use trace::follow;

/// The layer that does what the operations of a region do.
pub fn read(site: &mut Site<'_>, region: &Region<'_>) -> Result<Vec<Operand>> {
    // Without a reason, it has been reported already.
    let explained = |reason: String| match reason.is_empty() {
        true => reason,
        false => format!("it ends an attention that no layer computes: {reason}"),
    };
    layer(site, region).map(|operand| vec![operand]).map_err(explained)
}

fn layer(site: &mut Site<'_>, region: &Region<'_>) -> Result<Operand> {
    let input = site.shape(0)?;
    // What an arrangement does with the batch can be seen only of several samples.
    let samples = match site.reader.batch.0 {
        Some(Axis::Known(samples)) => usize::try_from(samples).unwrap_or(0),
        _ => 2,
    };
    if input.rank() != 3 || samples == 0 {
        return Err("its input is neither an image nor windows".to_owned());
    }
    let (mut attention, followed) = follow(site.reader, region, &input, samples)?;
    site.reader.followed = followed;
    let sizes = Sizes::new(&attention, &input, samples)?;
    sizes.check(&attention)?;
    let factors = biases::factors(&attention, &sizes)?;
    if !attention.unit && factors.iter().all(|factor| is_near(*factor, factors[0])) {
        // That of each head, whether it multiplies vectors or scores.
        attention.factor *= factors[0];
    }
    let call = call(&attention, &sizes, &input, samples)?;
    let resolved = call.resolve(&[input]);
    let Op::WindowAttention(layer) = resolved.op else {
        return Err(format!("`{call}` cannot take `{input}`"));
    };
    let mut found = biases::tensors(site.reader, region, &attention, &layer, &factors)?;
    for ([weight, bias], linear) in
        layer.linear().into_iter().zip([attention.first, attention.last])
    {
        for (suffix, tensor) in [(weight, linear.weight), (bias, linear.bias)] {
            let weight = tensor.map(|(name, constant)| Weight { suffix, name, constant });
            found.extend(weight);
        }
    }
    let mut tensors = Vec::new();
    for tensor in (0..).map_while(|index| resolved.op.tensor(index, &input)) {
        let own = found.iter().find(|own| own.suffix == tensor.suffix);
        let fits = own.filter(|own| own.constant.dims == tensor.shape.dims());
        tensors.push(
            fits.cloned().ok_or_else(|| format!("its `{}` has another shape", tensor.suffix))?,
        );
    }
    let value = site.value(0)?;
    site.with_weights(call, value, tensors)
}

/// The sizes of an attention.
struct Sizes {
    /// The number of windows of all samples.
    windows: usize,
    tokens: usize,
    heads: usize,
    /// The features of one head, and of all.
    each: usize,
    features: usize,
}

impl Sizes {
    fn new(attention: &Attention, input: &Shape, samples: usize) -> Result<Sizes> {
        let scores = attention.scores.as_ref().ok_or("it has no scores")?;
        let [.., heads, tokens, keys] = scores[0].dims[..] else {
            return Err("it has no heads".to_owned());
        };
        let features = input.dims()[2];
        let rows = attention.windows.as_ref().ok_or("it has no windows")?.of.len() / features;
        let fits = tokens == keys
            && tokens > 0
            && heads > 0
            && rows.is_multiple_of(tokens)
            && features.is_multiple_of(heads)
            && scores[0].count() == rows * heads * tokens
            && (rows / tokens).is_multiple_of(samples);
        match fits {
            true => Ok(Sizes {
                windows: rows / tokens,
                tokens,
                heads,
                each: features / heads,
                features,
            }),
            false => Err("the sizes of its heads do not fit".to_owned()),
        }
    }

    /// Checks that the parts of the first linear layer are queries, keys and values, that each of them has the features
    /// of one head after the other, and that the last linear layer takes them in this order again.
    fn check(&self, attention: &Attention) -> Result<()> {
        let Sizes { windows, tokens, heads, each, features } = *self;
        for (index, vectors) in attention.vectors.iter().enumerate() {
            let rows = (0..windows).flat_map(|window| {
                (0..heads).flat_map(move |head| {
                    (0..tokens).flat_map(move |token| {
                        let row = window * tokens + token;
                        let first = (3 * row + index) * features + head * each;
                        first..first + each
                    })
                })
            });
            if !vectors.is(rows) {
                return Err("queries, keys and values are not three equal parts, with one head after the other".to_owned());
            }
        }
        let mixed = (0..windows).flat_map(|window| {
            (0..tokens).flat_map(move |token| {
                (0..heads).flat_map(move |head| {
                    let first = ((window * heads + head) * tokens + token) * each;
                    first..first + each
                })
            })
        });
        let is_mixed = attention.mixed.as_ref().is_some_and(|own| own.is(mixed));
        let square = |linear: &Linear, outputs: usize| {
            let dims = linear.weight.as_ref().map(|(_, weight)| &weight.dims[..]);
            dims == Some(&[outputs, features])
        };
        let fits = square(&attention.first, 3 * features) && square(&attention.last, features);
        match attention.vectors.len() == 3 && is_mixed && fits {
            true => Ok(()),
            false => Err("the heads are not joined one after the other".to_owned()),
        }
    }
}

/// The call of the layer, without what is checked later.
fn call(attention: &Attention, sizes: &Sizes, input: &Shape, samples: usize) -> Result<Call> {
    let windows = attention.windows.as_ref().ok_or("it has no windows")?;
    let result = attention.result.as_ref().ok_or("it makes something else")?;
    let is_factor = |features: usize| {
        let factor = 1.0 / (features as f64).sqrt();
        (attention.factor - factor).abs() <= 1e-5 * factor
    };
    if windows.is_unchanged() && result.is_unchanged() && !attention.unit {
        let call = Call::new(Kind::RelativeAttention)
            .with("feat_dim", sizes.features)
            .with("head_dim", sizes.each);
        let is_square = sizes.tokens.isqrt().pow(2) == sizes.tokens;
        let [windows, tokens, _] = input.dims() else { return Err("it has no tokens".to_owned()) };
        let fits = is_square && *tokens == sizes.tokens && windows * samples == sizes.windows;
        // With one head, both forms have the same factor.
        if fits && is_factor(sizes.features) && attention.dropouts == [0.0; 2] {
            return Ok(call);
        }
    }
    let kind = match attention.unit {
        true => Kind::WindowAttentionV2,
        false if is_factor(sizes.each) => Kind::WindowAttention,
        false => {
            let (factor, each) = (attention.factor, sizes.each);
            return Err(format!("the scores are multiplied by {factor}, and not by 1 / √{each}"));
        }
    };
    if attention.unit && attention.factor != 1.0 {
        return Err(format!("the cosines are multiplied by {}", attention.factor));
    }
    let image = Image::find(windows, sizes, input, samples)
        .ok_or("the tokens are not those of windows of the image")?;
    let expected = image.positions(input, samples);
    let is_back = result.dims == [&[samples], input.dims()].concat()
        && expected.iter().enumerate().all(|(index, position)| {
            *position == PADDING || result.of.get(*position as usize) == Some(&(index as u32))
        });
    if !is_back {
        return Err("the windows are not put back to where they were".to_owned());
    }
    Ok(Call::new(kind)
        .with("embed_dim", sizes.features)
        .with("window_size", &image.window[..])
        .with("shift_size", &image.shift[..])
        .with("num_heads", sizes.heads)
        .with("qkv_bias", attention.first.bias.is_some())
        .with("proj_bias", attention.last.bias.is_some())
        .with("attention_dropout", attention.dropouts[0])
        .with("dropout", attention.dropouts[1]))
}

/// How an image is divided into windows.
struct Image {
    window: [usize; 2],
    shift: [usize; 2],
}

impl Image {
    /// The division that results in these tokens.
    fn find(windows: &Positions, sizes: &Sizes, input: &Shape, samples: usize) -> Option<Image> {
        let [height, width, features] = *input.dims() else { return None };
        // The first token says by how much the image is rolled.
        let pixel = (*windows.of.first()? as usize) / features;
        let shift = [pixel / width, pixel % width];
        if pixel >= height * width {
            return None;
        }
        let widths = (1..=sizes.tokens).filter(|width| sizes.tokens.is_multiple_of(*width));
        let mut images = widths.map(|width| Image { window: [sizes.tokens / width, width], shift });
        images.find(|image| {
            let [down, right] = image.count(input);
            // A layer rolls no axis that has one window.
            (down > 1 || shift[0] == 0)
                && (right > 1 || shift[1] == 0)
                && samples * down * right == sizes.windows
                && image.positions(input, samples) == windows.of
        })
    }

    /// The number of windows along height and width.
    fn count(&self, input: &Shape) -> [usize; 2] {
        [0, 1].map(|axis| input.dims()[axis].div_ceil(self.window[axis]))
    }

    /// The positions of all tokens of all windows in the images.
    fn positions(&self, input: &Shape, samples: usize) -> Vec<u32> {
        let ([down, right], [height, width]) = (self.count(input), self.window);
        let (rows, columns, features) = (input.dims()[0], input.dims()[1], input.dims()[2]);
        let mut all = Vec::new();
        for window in 0..samples * down * right {
            let sample = window / (down * right);
            let (above, left) = (window / right % down * height, window % right * width);
            for token in 0..height * width {
                let row = (above + token / width + self.shift[0]) % (down * height);
                let column = (left + token % width + self.shift[1]) % (right * width);
                let first = ((sample * rows + row) * columns + column) * features;
                match row < rows && column < columns {
                    true => all.extend(first as u32..(first + features) as u32),
                    false => all.extend(std::iter::repeat_n(PADDING, features)),
                }
            }
        }
        all
    }
}

/// Whether two numbers are equal, as files have them in 32 bits.
fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-5 * (1.0 + other.abs())
}
