//! The operations of ONNX, each as layers.

mod activation;
mod arrange;
mod blocks;
mod branch;
mod conv;
mod join;
mod layouts;
mod linear;
mod norm;
mod parts;
mod pass;
mod pool;
mod reduce;
mod resize;
mod standardized;

use super::fold::ARITHMETIC;
use super::site::{Operand, Result, Site};
use super::windows;

/// What a unit makes, which may be arranged in another way than values are.
pub fn read_arranged(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    layouts::settle(site);
    // An operation in its usual form is known better.
    read(site).or_else(|reason| match reason.is_empty() {
        true => Err(reason),
        false => layouts::read(site).map_err(|_| reason),
    })
}

/// What a unit makes.
pub fn read(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    if let Some(region) = &site.unit.region {
        return windows::read(site, region);
    }
    let op = site.unit.op.clone();
    if let Some(call) = activation::activation(site, &op)? {
        return site.unary(call);
    }
    match op.as_str() {
        "Identity" | "Cast" | "CastLike" | "Shape" | "Size" | "Expand" | "Dropout" => {
            pass::pass(site, &op)
        }
        "Strided" => pass::strided(site),
        "DotProduct" => layouts::attention(site, false),
        "DividedDotProduct" => layouts::attention(site, true),
        "Conv" => conv::conv(site),
        "StandardizedConv" => standardized::conv(site),
        "Standardized" => standardized::own(site, None, None),
        "StandardizedWithBias" => standardized::own(site, None, Some(5)),
        "StandardizedWithGain" => standardized::own(site, Some(5), None),
        "StandardizedWithBoth" => standardized::own(site, Some(5), Some(6)),
        "ConvTranspose" => conv::transposed(site),
        "Gemm" => linear::gemm(site),
        "MatMul" | "Linear" => linear::product(site),
        "BatchNormalization" => norm::batch(site),
        "Affine" => norm::affine(site),
        "InstanceNormalization" => norm::instance(site),
        "LayerNormalization" => norm::layer(site),
        "LayerNorm" | "RmsNorm" => norm::pattern(site, &op),
        "RMSNormalization" => norm::rms(site),
        "GroupNormalization" => norm::group(site),
        "GroupNorm" => norm::group_pattern(site),
        "LpNormalization" => norm::unit_length(site),
        "GlobalResponseNorm" => norm::global_response(site),
        "UnitLength" => norm::unit_length_by_division(site),
        "LRN" => norm::local_response(site),
        "MaxPool" | "AveragePool" | "PaddedAveragePool" | "LpPool" => pool::pool(site, &op),
        op if op.starts_with("AdaptiveAveragePool") => pool::by_matrices(site, op),
        "GlobalAveragePool" | "GlobalMaxPool" | "GlobalLpPool" => pool::global(site, &op),
        "Add" | "Sub" | "Mul" | "Div" | "Max" | "Min" | "Sum" | "Mean" | "Pow" => {
            join::join(site, &op)
        }
        "PRelu" => activation::prelu(site),
        "Concat" => join::concat(site),
        "Flatten" | "Reshape" => arrange::reshape(site, &op),
        "Squeeze" | "Unsqueeze" => arrange::ones(site, &op),
        "Transpose" => arrange::transpose(site),
        "DepthToSpace" => blocks::depth_to_space(site),
        "SpaceToDepth" => blocks::space_to_depth(site),
        "PixelUnshuffle" => blocks::pixel_unshuffle_of_torch(site),
        "Blocks" => blocks::reordered(site),
        "If" => branch::decided(site),
        "Split" => parts::split(site),
        "PartOfSequence" => parts::part_of_sequence(site),
        "Slice" => parts::slice(site),
        "Gather" => parts::gather(site),
        "Pad" => resize::pad(site),
        "Resize" | "Upsample" => resize::resize(site, &op),
        op if op.starts_with("Reduce") => reduce::reduce(site, op),
        op => {
            // What is computed of something lost is no operation of its own.
            if ARITHMETIC.contains(&op) {
                for index in 0..site.operands.len() {
                    site.operand(index)?;
                }
            }
            Err("there is no layer for it".to_owned())
        }
    }
}
