//! What is added to scores: a bias for each relative position of two tokens, and a mask.

use cnn_core::layers::{WindowAttention, WindowForm};

use super::attention::Attention;
use super::{Sizes, is_near, network, region::Region};
use crate::onnx::constant::Constant;
use crate::onnx::read::Reader;
use crate::onnx::site::{Operand, Result, Weight};
use crate::size::Size;

/// By how much the scores of tokens are lowered that are in one window only because the image is rolled.
const APART: f64 = 100.0;

/// The tensors of the layer beside those of its linear layers.
pub fn tensors(
    reader: &Reader,
    region: &Region<'_>,
    attention: &Attention,
    layer: &WindowAttention,
    factors: &[f64],
) -> Result<Vec<Weight>> {
    let [without, _] = attention.scores.as_ref().ok_or("it has no scores")?;
    let table = table(&without.floats()?, layer)?;
    let tokens = layer.tokens();
    let index = layer.relative_position_index().map(|index| Size::Known(index as i64)).collect();
    let index = Weight {
        suffix: "relative_position_index",
        name: String::new(),
        constant: Constant::sizes_of(
            match layer.form {
                WindowForm::MaxVit => vec![tokens, tokens],
                WindowForm::Swin | WindowForm::SwinV2 => vec![tokens * tokens],
            },
            index,
        ),
    };
    if layer.form != WindowForm::SwinV2 {
        if factors.iter().any(|factor| !is_near(*factor, factors[0])) {
            return Err("the scores of the heads are multiplied by different numbers".to_owned());
        }
        let [down, right] = layer.distances();
        let table = Weight {
            suffix: "relative_position_bias_table",
            name: String::new(),
            constant: Constant::floats_of(vec![down * right, layer.num_heads], table),
        };
        return Ok(vec![table, index]);
    }
    let keys = layer.embed_dim..2 * layer.embed_dim;
    if let Some((_, bias)) = &attention.first.bias
        && bias.floats()?[keys].iter().any(|bias| *bias != 0.0)
    {
        return Err("the keys have a bias, which those of Swin V2 do not".to_owned());
    }
    let mut tensors = network::tensors(reader, region, &table, layer)?;
    tensors.extend([scale(reader, region, attention, factors)?, index]);
    Ok(tensors)
}

/// The factor of scores of each head.
pub fn factors(attention: &Attention, sizes: &Sizes) -> Result<Vec<f64>> {
    let [without, with] = attention.scores.as_ref().ok_or("it has no scores")?;
    let (without, with) = (without.floats()?, with.floats()?);
    let pairs = sizes.tokens * sizes.tokens;
    let first = (0..sizes.heads).map(|head| with[head * pairs] - without[head * pairs]);
    let factors: Vec<f64> = first.collect();
    let all = without.iter().zip(with).enumerate();
    let mut all = all.map(|(index, (without, with))| {
        is_near(with - without, factors[index / pairs % sizes.heads])
    });
    match all.all(|is| is) {
        true => Ok(factors),
        false => Err("the scores are multiplied by different numbers".to_owned()),
    }
}

/// The bias of each relative position, if scores have no other than that of their mask: `[positions, heads]`.
fn table(scores: &[f64], layer: &WindowAttention) -> Result<Vec<f64>> {
    let (pairs, heads) = (layer.tokens() * layer.tokens(), layer.num_heads);
    let index: Vec<usize> = layer.relative_position_index().collect();
    let [down, right] = layer.distances();
    let mut table = vec![0.0; down * right * heads];
    // Nothing is masked in the first window.
    for (pair, position) in index.iter().enumerate() {
        for head in 0..heads {
            table[position * heads + head] = scores[head * pairs + pair];
        }
    }
    let (mask, windows) = (layer.mask(), layer.windows.dims().iter().product::<usize>());
    for (place, score) in scores.iter().enumerate() {
        let (window, head, pair) =
            (place / (heads * pairs) % windows, place / pairs % heads, place % pairs);
        let apart = mask.as_ref().is_some_and(|mask| mask[window * pairs + pair]);
        let bias = table[index[pair] * heads + head] - if apart { APART } else { 0.0 };
        if !is_near(*score, bias) {
            let reason = match (place / (heads * pairs), &mask) {
                (0, _) => "what is added to the scores is not a bias for each relative position",
                (_, Some(_)) => "the mask does not match the shift",
                (_, None) => "the windows have different biases",
            };
            return Err(reason.to_owned());
        }
    }
    Ok(table)
}

/// The tensor of the factors of scores: the logarithms of these, which are at most that of 100.
fn scale(
    reader: &Reader,
    region: &Region<'_>,
    attention: &Attention,
    factors: &[f64],
) -> Result<Weight> {
    let suffix = "logit_scale";
    let dims = vec![factors.len(), 1, 1];
    let is_scale = |values: &[f64]| {
        let factor = |value: &f64| value.min(100_f64.ln()).exp();
        values.len() == factors.len()
            && values.iter().zip(factors).all(|(value, own)| is_near(factor(value), *own))
    };
    // The tensor that the factors are computed from.
    let mut name = attention.factors.first().map(String::as_str);
    while let Some(own) = name {
        if let Some(Operand::Constant(constant)) = reader.operand(own)
            && constant.floats().is_ok_and(|values| is_scale(&values))
        {
            return Ok(Weight { suffix, name: own.to_owned(), constant: constant.reshaped(dims)? });
        }
        let maker = region.before.get(own);
        name = maker.and_then(|node| node.inputs.first()).map(String::as_str);
    }
    // An exporter has computed them.
    let values: Vec<f64> = factors.iter().map(|factor| factor.ln()).collect();
    let constant = Constant::floats_of(dims, values);
    match is_scale(&constant.floats()?) {
        true => Ok(Weight { suffix, name: String::new(), constant }),
        false => {
            Err("the scores are multiplied by more than 100, or by a negative number".to_owned())
        }
    }
}
