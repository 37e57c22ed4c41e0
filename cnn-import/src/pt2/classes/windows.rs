//! Attention in windows: that of torchvision's Swin transformers and of its MaxViT.

use cnn_core::Kind;

use super::steps::Steps;
use crate::form::{Argument, Call, Value};
use crate::pt2::operands::Operands;

/// The tensors of relative positions.
const TABLE: &str = "relative_position_bias_table";
const INDEX: &str = "relative_position_index";

type Result<T> = std::result::Result<T, String>;

pub fn swin(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let index = steps.take("index")?;
    steps.check_tensor(&index, "self", TABLE)?;
    steps.check_tensor(&index, "indices", INDEX)?;
    let image = Image::take(steps)?;
    let scaled = steps.take("mul")?;
    let each = steps.size_of(scaled.tensor_name("self").unwrap_or_default(), -1)?;
    check_factor(&scaled, 1.0 / (each as f64).sqrt())?;
    steps.take_all(&["matmul", "add"])?;
    image.weigh(steps, Kind::WindowAttention)
}

/// That of `Graph::pytorch`, which takes its biases behind the linear layer.
pub fn written(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let image = Image::take(steps)?;
    let index = steps.take("index")?;
    steps.check_tensor(&index, "self", TABLE)?;
    steps.check_tensor(&index, "indices", INDEX)?;
    let scaled = steps.take("mul")?;
    let each = steps.size_of(scaled.tensor_name("self").unwrap_or_default(), -1)?;
    check_factor(&scaled, 1.0 / (each as f64).sqrt())?;
    steps.take_all(&["matmul", "add"])?;
    image.weigh(steps, Kind::WindowAttention)
}

/// That of `Graph::pytorch`.
pub fn written_v2(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let image = Image::take(steps)?;
    biases_v2(steps)?;
    scores_v2(steps)?;
    image.weigh(steps, Kind::WindowAttentionV2)
}

pub fn swin_v2(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    biases_v2(steps)?;
    let image = Image::take(steps)?;
    scores_v2(steps)?;
    image.weigh(steps, Kind::WindowAttentionV2)
}

/// A small network makes biases of positions.
fn biases_v2(steps: &mut Steps<'_>) -> Result<()> {
    steps.linear("cpb_mlp.0.weight", "cpb_mlp.0.bias")?;
    steps.take("relu")?;
    steps.linear("cpb_mlp.2.weight", "cpb_mlp.2.bias")?;
    // Values are the same before and after they are taken by their indices.
    let index = steps.take_if("index");
    steps.take("sigmoid")?;
    check_factor(&steps.take("mul")?, 16.0)?;
    let index = index.map_or_else(|| steps.take("index"), Ok)?;
    steps.check_tensor(&index, "indices", INDEX)
}

/// Queries and keys have a length of 1, and the logarithms of the factors of their scores are at most that of 100.
fn scores_v2(steps: &mut Steps<'_>) -> Result<()> {
    for _ in 0..2 {
        steps.take_all(&["linalg_vector_norm", "clamp_min", "div"])?;
    }
    steps.take("matmul")?;
    let scale = steps.take("clamp")?;
    steps.check_tensor(&scale, "self", "logit_scale")?;
    if (scale.float("max", 0.0)? - 100_f64.ln()).abs() > 1e-6 {
        return Err("the factors of its scores have another limit than 100".to_owned());
    }
    steps.take_all(&["exp", "mul", "add"])
}

pub fn maxvit(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    relative(steps, |steps, equation| check_product(&steps.take("einsum")?, equation))
}

/// That of `Graph::pytorch`.
pub fn written_relative(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    relative(steps, |steps, _| steps.take("matmul").map(|_| ()))
}

/// Attention with relative positions, whose products `product` takes.
fn relative(
    steps: &mut Steps<'_>,
    product: fn(&mut Steps<'_>, &str) -> Result<()>,
) -> Result<(Call, Vec<Value>)> {
    let features = steps.output_size(-1)?;
    let linear = steps.linear("to_qkv.weight", "to_qkv.bias")?;
    let factor = 1.0 / (features as f64).sqrt();
    let scaled = steps.take_if("mul");
    if scaled.is_some() {
        product(steps, "BGHID,BGHJD->BGHIJ")?;
    }
    let index = steps.take("index")?;
    steps.check_tensor(&index, "self", TABLE)?;
    steps.check_tensor(&index, "indices", INDEX)?;
    match scaled {
        Some(scaled) => check_factor(&scaled, factor)?,
        None => {
            check_factor(&steps.take("mul")?, factor)?;
            product(steps, "BGHID,BGHJD->BGHIJ")?;
        }
    }
    steps.take("add")?;
    let softmax = steps.softmax()?;
    let heads = steps.size(&softmax, -3)?;
    no_dropout(steps)?;
    product(steps, "BGHIJ,BGHJD->BGHID")?;
    steps.linear("merge.weight", "merge.bias")?;
    no_dropout(steps)?;
    let call = Call::new(Kind::RelativeAttention)
        .with("feat_dim", features)
        .with("head_dim", features / heads.max(1));
    Ok((call, vec![steps.value(&linear, "input")?]))
}

/// Takes a dropout that drops nothing, if there is one.
fn no_dropout(steps: &mut Steps<'_>) -> Result<()> {
    match dropout(steps)? {
        0.0 => Ok(()),
        p => Err(format!("it drops values with a probability of {p}, which its layer cannot")),
    }
}

/// An image in windows, and its queries, keys and values.
struct Image {
    value: Value,
    window: [usize; 2],
    shift: [usize; 2],
    qkv_bias: bool,
}

impl Image {
    /// Takes the operations up to the linear layer.
    fn take(steps: &mut Steps<'_>) -> Result<Image> {
        let windows = steps.first_of_rank(6).ok_or("it has no windows")?;
        let window = [steps.size_of(&windows, 2)?, steps.size_of(&windows, 4)?];
        let padded = steps.take_if("pad");
        if let Some(padded) = &padded {
            check_padding(padded, window)?;
        }
        let shifted = steps.take_if("roll");
        let shift = shifted.as_ref().map_or(Ok([0; 2]), |roll| shifts(roll, -1))?;
        // In Swin V2, keys have no bias: zeros are written into it, or joined with the other two.
        steps.take_if("zero");
        let linear = match steps.take_if("zeros_like") {
            None => steps.linear("qkv.weight", "qkv.bias")?,
            Some(_) => {
                let bias = steps.take("cat")?;
                steps.check_tensor(&bias, "tensors", "qkv.bias")?;
                let linear = steps.take("linear")?;
                steps.check_tensor(&linear, "weight", "qkv.weight")?;
                linear
            }
        };
        let (first, argument) = match padded.as_ref().or(shifted.as_ref()) {
            Some(first) => (first, "self"),
            None => (&linear, "input"),
        };
        let value = steps.value(first, argument)?;
        Ok(Image { value, window, shift, qkv_bias: linear.has("bias") })
    }

    /// Takes the operations from the mask of the scores on.
    fn weigh(self, steps: &mut Steps<'_>, kind: Kind) -> Result<(Call, Vec<Value>)> {
        if steps.take_if("new_zeros").is_some() {
            // Nine parts of the image, which are together only because it wraps around, have numbers.
            steps.take_all(&["fill"; 9])?;
            steps.take_all(&["sub", "ne", "masked_fill", "eq", "masked_fill", "add"])?;
        } else if steps.peek() == "arange" {
            // The ends of rows and of columns are marked.
            for shift in self.shift {
                let end = steps.take("arange")?.int("end", 0)?;
                let first = steps.take("ge")?.number("other");
                if first != Some((end - shift as i64) as f64) {
                    return Err("its mask is not that of its shift".to_owned());
                }
            }
            steps.take_all(&["mul", "add", "ne"])?;
            check_factor(&steps.take("mul")?, -100.0)?;
            steps.take("add")?;
        } else if self.shift != [0; 2] {
            return Err("its windows are shifted without a mask".to_owned());
        }
        let softmax = steps.softmax()?;
        let heads = steps.size(&softmax, -3)?;
        let attention_dropout = dropout(steps)?;
        steps.take("matmul")?;
        let linear = steps.linear("proj.weight", "proj.bias")?;
        let dropout = dropout(steps)?;
        let back = steps.take_if("roll").map_or(Ok([0; 2]), |roll| shifts(&roll, 1))?;
        if back != self.shift {
            return Err("its windows are not shifted back".to_owned());
        }
        let pair = |sizes: [usize; 2]| Argument::from(&sizes[..]);
        let call = Call::new(kind)
            .with("embed_dim", steps.output_size(-1)?)
            .with("window_size", pair(self.window))
            .with("shift_size", pair(self.shift))
            .with("num_heads", heads)
            .with("qkv_bias", self.qkv_bias)
            .with("proj_bias", linear.has("bias"))
            .with("attention_dropout", attention_dropout)
            .with("dropout", dropout);
        Ok((call, vec![self.value]))
    }
}

/// How far an image is rolled along both axes, in this direction.
fn shifts(roll: &Operands<'_>, sign: isize) -> Result<[usize; 2]> {
    let (shifts, dims) = (roll.ints("shifts")?, roll.ints("dims")?);
    let positive = |shift: isize| usize::try_from(shift * sign).ok();
    match (shifts.as_deref(), dims.as_deref()) {
        (Some([down, right]), Some([1, 2])) => positive(*down).zip(positive(*right)),
        _ => None,
    }
    .map(|(down, right)| [down, right])
    .ok_or_else(|| "its windows are not shifted along both axes of the image".to_owned())
}

/// Checks that an image is padded at its end, to whole windows.
fn check_padding(pad: &Operands<'_>, window: [usize; 2]) -> Result<()> {
    let less = |size: isize, window: usize| usize::try_from(size).is_ok_and(|size| size < window);
    match pad.ints("pad")?.as_deref() {
        Some([0, 0, 0, right, 0, down]) if less(*right, window[1]) && less(*down, window[0]) => {
            Ok(())
        }
        _ => Err("its image is not padded to whole windows".to_owned()),
    }
}

fn check_factor(mul: &Operands<'_>, factor: f64) -> Result<()> {
    match mul.number("other") {
        Some(number) if (number - factor).abs() <= 1e-6 * factor.abs() => Ok(()),
        _ => Err(format!("its values are not multiplied by {factor}")),
    }
}

fn check_product(einsum: &Operands<'_>, equation: &str) -> Result<()> {
    let own = einsum.text("equation").unwrap_or_default().replace(' ', "");
    if own == equation { Ok(()) } else { Err(format!("it has another product, `{own}`")) }
}

fn dropout(steps: &mut Steps<'_>) -> Result<f64> {
    steps.take_if("dropout").map_or(Ok(0.0), |dropout| dropout.float("p", 0.0))
}
