//! What files have several operations for, and our language has one layer.

use super::constant::Constant;

/// A pattern, with the operation that it stands for.
pub struct Pattern {
    /// The operation, as `operations/` knows it.
    pub op: &'static str,
    /// The names in the pattern that are its inputs.
    pub inputs: &'static [&'static str],
    pub text: &'static str,
    /// What the constants must be like.
    pub fits: fn(&[Option<&Constant>]) -> bool,
}

const fn of(op: &'static str, text: &'static str) -> Pattern {
    Pattern { op, inputs: &["x"], text, fits: |_| true }
}

/// `x × (1 + y) / 2`, in one of the orders that it is written in.
macro_rules! gelu {
    (a, $y:expr) => {
        concat!("Mul(Mul(x, Add(", $y, ", 1)), 0.5)")
    };
    (b, $y:expr) => {
        concat!("Mul(Mul(x, 0.5), Add(", $y, ", 1))")
    };
    (c, $y:expr) => {
        concat!("Mul(x, Mul(Add(", $y, ", 1), 0.5))")
    };
}

/// What is near the error function, with the cube of `x`.
macro_rules! tanh {
    ($cube:expr) => {
        concat!("Tanh(Mul(Add(x, Mul(", $cube, ", 0.044715)), 0.7978846))")
    };
}

/// `x`, by the length of its channel over the mean length of all channels.
macro_rules! relative {
    () => {
        "Mul(x, Div(ReduceL2(x, $axes), Add(ReduceMean(ReduceL2(x, $axes), $channels), $eps)))"
    };
}

/// A weight with a mean of 0 and a variance of 1.
macro_rules! standardized {
    () => {
        "Div(Sub($w, ReduceMean($w, $axes)), Sqrt(Add(ReduceMean(Mul(Sub($w, ReduceMean($w, $axes)), Sub($w, ReduceMean($w, $axes))), $others), $eps)))"
    };
}

/// A weight that a norm brings to its own mean and variance.
macro_rules! moments {
    () => {
        "Reshape(BatchNormalization($w, $factors, $summands, ReduceMeanFlat($w, $axes), ReduceMeanFlat(Mul(Sub($w, ReduceMean($w, $axes)), Sub($w, ReduceMean($w, $axes))), $axes), -, $eps), $shape)"
    };
}

/// A weight with two axes, and a bias for each column.
fn is_linear(inputs: &[Option<&Constant>]) -> bool {
    matches!(inputs, [_, Some(weight), Some(bias)]
        if weight.dims.len() == 2 && bias.dims[..] == weight.dims[1..])
}

/// A weight, and perhaps a bias, for each value of the last axis.
fn is_norm(inputs: &[Option<&Constant>]) -> bool {
    let mut weights = inputs.iter().skip(2).flatten();
    inputs.get(1).is_some_and(|eps| eps.is_some_and(|eps| eps.count() == 1))
        && weights.all(|weight| weight.dims.len() == 1)
}

/// A factor and a summand for each channel of images.
fn is_affine(inputs: &[Option<&Constant>]) -> bool {
    matches!(inputs, [_, Some(factor), Some(summand)]
        if factor.dims == summand.dims && matches!(factor.dims[..], [1, channels, 1, 1] if channels > 1))
}

/// One axis, and the least length.
fn is_length(inputs: &[Option<&Constant>]) -> bool {
    matches!(inputs, [_, Some(axes), Some(eps)] if axes.count() == 1 && eps.count() == 1)
}

/// Matrices that make means of the windows of an adaptive pool, and orders that exchange the axes of images.
fn is_pool(inputs: &[Option<&Constant>]) -> bool {
    inputs.iter().flatten().all(|constant| match constant.dims[..] {
        [_] => constant.ints().is_ok_and(|order| order == [0, 1, 3, 2]),
        [size, places] => is_means(constant, size, places),
        _ => false,
    })
}

/// Whether the columns of a matrix are the means of the windows of an adaptive pool.
fn is_means(matrix: &Constant, size: usize, places: usize) -> bool {
    let Some(values) = (1..size).contains(&places).then(|| matrix.floats().ok()).flatten() else {
        return false;
    };
    let mean = |index: usize| {
        let (row, place) = (index / places, index % places);
        let (start, end) = (place * size / places, ((place + 1) * size).div_ceil(places));
        if (start..end).contains(&row) { 1.0 / (end - start) as f64 } else { 0.0 }
    };
    values
        .iter()
        .enumerate()
        .all(|(index, value)| (value - mean(index)).abs() <= 1e-3 * mean(index))
}

/// Rows, and then columns, are taken apart, and what is in between moves behind the channels.
fn is_pixel_unshuffle(inputs: &[Option<&Constant>]) -> bool {
    let list = |index: usize| inputs.get(index)?.as_ref()?.ints().ok();
    let Some(size) = list(1).and_then(|rows| rows.get(3).copied()) else { return false };
    let expected: [&[i64]; 6] = [
        &[0, 0, -1, size, 0],
        &[3],
        &[0, 0, 0, 0, -1, size],
        &[0, 1, 3, 5, 2, 4],
        &[0, -1, 1, 1, 0, 0],
        &[2, 3],
    ];
    (1..).zip(expected).all(|(index, expected)| list(index).as_deref() == Some(expected))
}

/// All patterns; of two that begin alike, the longer one comes first.
pub const PATTERNS: [Pattern; 65] = [
    Pattern {
        op: "Linear",
        inputs: &["x", "w", "b"],
        text: "Add(MatMul(x, $w), $b)",
        fits: is_linear,
    },
    // Of the exporter for what ONNX had no operation for before opset 21.
    Pattern {
        op: "GroupNorm",
        inputs: &["x", "groups", "one", "zero", "eps", "shape", "w", "b"],
        text: "Add(Mul(Reshape(InstanceNormalization(Reshape(x, ?groups), $one, $zero, $eps), ?shape), $w), $b)",
        fits: |_| true,
    },
    Pattern {
        op: "LayerNorm",
        inputs: &["x", "eps", "w", "b"],
        text: "Add(Mul(Div(Sub(x, ReduceMean(x, -1)), Sqrt(Add(ReduceMean(Pow(Sub(x, ReduceMean(x, -1)), 2), -1), $eps))), $w), $b)",
        fits: is_norm,
    },
    Pattern {
        op: "LayerNorm",
        inputs: &["x", "eps", "w", "b"],
        text: "Add(Mul(Div(Sub(x, ReduceMean(x, -1)), Sqrt(Add(ReduceMean(Mul(Sub(x, ReduceMean(x, -1)), Sub(x, ReduceMean(x, -1))), -1), $eps))), $w), $b)",
        fits: is_norm,
    },
    Pattern {
        op: "LayerNorm",
        inputs: &["x", "eps", "w"],
        text: "Mul(Div(Sub(x, ReduceMean(x, -1)), Sqrt(Add(ReduceMean(Pow(Sub(x, ReduceMean(x, -1)), 2), -1), $eps))), $w)",
        fits: is_norm,
    },
    Pattern {
        op: "LayerNorm",
        inputs: &["x", "eps"],
        text: "Div(Sub(x, ReduceMean(x, -1)), Sqrt(Add(ReduceMean(Pow(Sub(x, ReduceMean(x, -1)), 2), -1), $eps)))",
        fits: is_norm,
    },
    Pattern {
        op: "RmsNorm",
        inputs: &["x", "eps", "w"],
        text: "Mul(Mul(x, Reciprocal(Sqrt(Add(ReduceMean(Pow(x, 2), -1), $eps)))), $w)",
        fits: is_norm,
    },
    Pattern {
        op: "RmsNorm",
        inputs: &["x", "eps", "w"],
        text: "Mul(Mul(x, Div(1, Sqrt(Add(ReduceMean(Pow(x, 2), -1), $eps)))), $w)",
        fits: is_norm,
    },
    Pattern {
        op: "RmsNorm",
        inputs: &["x", "eps", "w"],
        text: "Mul(Div(x, Sqrt(Add(ReduceMean(Pow(x, 2), -1), $eps))), $w)",
        fits: is_norm,
    },
    // What tf2onnx makes of a norm, unless it is folded into a convolution.
    Pattern {
        op: "Affine",
        inputs: &["x", "w", "b"],
        text: "Add(Mul(x, $w), $b)",
        fits: is_affine,
    },
    Pattern {
        op: "StandardizedConv",
        inputs: &["x", "w", "factors", "summands", "trains", "eps", "shape"],
        text: "Conv(x, Reshape(BatchNormalization($w, $factors, $summands, ?mean, ?var, $trains, $eps), $shape))",
        fits: |_| true,
    },
    Pattern {
        op: "StandardizedConv",
        inputs: &["x", "w", "factors", "summands", "trains", "eps", "shape", "b"],
        text: "Conv(x, Reshape(BatchNormalization($w, $factors, $summands, ?mean, ?var, $trains, $eps), $shape), $b)",
        fits: |_| true,
    },
    // The newer exporter computes what the norm is given.
    Pattern {
        op: "StandardizedConv",
        inputs: &["x", "w", "factors", "summands", "axes", "eps", "shape"],
        text: concat!("Conv(x, ", moments!(), ")"),
        fits: |_| true,
    },
    Pattern {
        op: "StandardizedConv",
        inputs: &["x", "w", "factors", "summands", "axes", "eps", "shape", "b"],
        text: concat!("Conv(x, ", moments!(), ", $b)"),
        fits: |_| true,
    },
    // The same of cnn-onnx, with a gain and a bias, or without.
    Pattern {
        op: "Standardized",
        inputs: &["x", "w", "axes", "others", "eps"],
        text: concat!("Conv(x, ", standardized!(), ")"),
        fits: |_| true,
    },
    Pattern {
        op: "StandardizedWithBias",
        inputs: &["x", "w", "axes", "others", "eps", "b"],
        text: concat!("Conv(x, ", standardized!(), ", $b)"),
        fits: |_| true,
    },
    Pattern {
        op: "StandardizedWithGain",
        inputs: &["x", "w", "axes", "others", "eps", "gain"],
        text: concat!("Conv(x, Mul(", standardized!(), ", $gain))"),
        fits: |_| true,
    },
    Pattern {
        op: "StandardizedWithBoth",
        inputs: &["x", "w", "axes", "others", "eps", "gain", "b"],
        text: concat!("Conv(x, Mul(", standardized!(), ", $gain), $b)"),
        fits: |_| true,
    },
    Pattern {
        op: "PartOfSequence",
        inputs: &["x", "split", "axis", "index"],
        text: "SequenceAt(SplitToSequence(x, $split, $axis), $index)",
        fits: |_| true,
    },
    // Scores are scaled before or after they are computed, or not at all.
    Pattern {
        op: "DotProduct",
        inputs: &["q", "k", "v", "one", "other"],
        text: "MatMul(Softmax(MatMul(Mul(q, #one), Mul(k, #other))), v)",
        fits: |_| true,
    },
    Pattern {
        op: "DotProduct",
        inputs: &["q", "k", "v", "factor"],
        text: "MatMul(Softmax(MatMul(Mul(q, #factor), k)), v)",
        fits: |_| true,
    },
    Pattern {
        op: "DotProduct",
        inputs: &["q", "k", "v", "factor"],
        text: "MatMul(Softmax(Mul(MatMul(q, k), #factor)), v)",
        fits: |_| true,
    },
    Pattern {
        op: "DividedDotProduct",
        inputs: &["q", "k", "v", "divisor"],
        text: "MatMul(Softmax(Div(MatMul(q, k), #divisor)), v)",
        fits: |_| true,
    },
    Pattern {
        op: "DividedDotProduct",
        inputs: &["q", "k", "v", "divisor"],
        text: "MatMul(Softmax(MatMul(Div(q, #divisor), k)), v)",
        fits: |_| true,
    },
    // Between shapes that no value of the network has.
    Pattern {
        op: "Blocks",
        inputs: &["x", "split", "order", "whole"],
        text: "Reshape(Transpose(Reshape(x, ?split), $order), ?whole)",
        fits: |inputs| matches!(inputs, [_, _, Some(order), _] if order.count() == 6),
    },
    Pattern {
        op: "PixelUnshuffle",
        inputs: &["x", "rows", "before", "columns", "order", "whole", "after"],
        text: "Squeeze(Reshape(Transpose(Reshape(Reshape(Unsqueeze(x, $before), $rows), $columns), $order), $whole), $after)",
        fits: is_pixel_unshuffle,
    },
    // What the exporter makes of `as_strided`, which pools of channels-last images end with.
    Pattern {
        op: "Strided",
        inputs: &["x", "flat", "batch", "stride", "axes", "channels", "rows", "columns"],
        text: "Gather(Reshape(x, $flat), Add(Add(Add(Unsqueeze(Mul(Range(0, ?batch, 1), $stride), $axes), $channels), $rows), $columns))",
        fits: |_| true,
    },
    Pattern {
        op: "Strided",
        inputs: &["x", "flat", "batch", "stride", "axes", "channels", "rows", "columns"],
        text: "Gather(Reshape(x, $flat), Add(Add(Add(Add(Unsqueeze(Mul(Range(0, ?batch, 1), $stride), $axes), 0), $channels), $rows), $columns))",
        fits: |_| true,
    },
    Pattern {
        op: "GlobalResponseNorm",
        inputs: &["x", "axes", "channels", "eps", "w", "b"],
        text: concat!("Add(x, Add($b, Mul($w, ", relative!(), ")))"),
        fits: |_| true,
    },
    // As PyTorch's exporter writes `addcmul`.
    Pattern {
        op: "GlobalResponseNorm",
        inputs: &["x", "axes", "channels", "eps", "w", "b"],
        text: concat!("Add(x, Add($b, Mul(Mul($w, ", relative!(), "), 1)))"),
        fits: |_| true,
    },
    // What divides values by their length, unless that is near 0.
    Pattern {
        op: "UnitLength",
        inputs: &["x", "axes", "eps"],
        text: "Div(x, Clip(ReduceL2(x, $axes), $eps))",
        fits: is_length,
    },
    Pattern {
        op: "UnitLength",
        inputs: &["x", "axes", "eps"],
        text: "Div(x, Expand(Clip(ReduceL2(x, $axes), $eps), ?shape))",
        fits: is_length,
    },
    // Adaptive pools whose windows have different sizes, along both axes or one of them.
    Pattern {
        op: "AdaptiveAveragePool",
        inputs: &["x", "rows", "columns", "before", "behind"],
        text: "MatMul(Transpose(MatMul(Transpose(x, $before), $rows), $behind), $columns)",
        fits: is_pool,
    },
    Pattern {
        op: "AdaptiveAveragePoolOfRows",
        inputs: &["x", "rows", "before", "behind"],
        text: "Transpose(MatMul(Transpose(x, $before), $rows), $behind)",
        fits: is_pool,
    },
    Pattern {
        op: "AdaptiveAveragePoolOfColumns",
        inputs: &["x", "columns"],
        text: "MatMul(x, $columns)",
        fits: is_pool,
    },
    // With the padding that a pool of PyTorch counts.
    Pattern {
        op: "PaddedAveragePool",
        inputs: &["x", "pads"],
        text: "AveragePool(Pad(x, $pads))",
        fits: |_| true,
    },
    Pattern {
        op: "PaddedAveragePool",
        inputs: &["x", "pads"],
        text: "AveragePool(Pad(x, $pads, 0))",
        fits: |_| true,
    },
    Pattern {
        op: "Softplus",
        inputs: &["x", "threshold"],
        text: "Where(Greater(x, $threshold), x, Softplus(x))",
        fits: |_| true,
    },
    Pattern {
        op: "Threshold",
        inputs: &["x", "threshold", "value"],
        text: "Where(Greater(x, $threshold), x, $value)",
        fits: |_| true,
    },
    of("Silu", "Mul(x, Sigmoid(x))"),
    of("Mish", "Mul(x, Tanh(Softplus(x)))"),
    of("Mish", "Mul(x, Tanh(Log(Add(Exp(x), 1))))"),
    of("Hardswish", "Mul(x, HardSigmoid(x))"),
    of("Hardswish", "Mul(Mul(x, Clip(Add(x, 3), 0, 6)), 0.1666667)"),
    of("Hardswish", "Mul(x, Mul(Clip(Add(x, 3), 0, 6), 0.1666667))"),
    of("Hardswish", "Mul(Clip(Add(x, 3), 0, 6), Mul(x, 0.1666667))"),
    of("Hardsigmoid", "Mul(Clip(Add(x, 3), 0, 6), 0.1666667)"),
    of("Hardsigmoid", "Clip(Add(Mul(x, 0.1666667), 0.5), 0, 1)"),
    of("LogSigmoid", "Log(Sigmoid(x))"),
    of("LogSigmoid", "Neg(Softplus(Neg(x)))"),
    of("Tanhshrink", "Sub(x, Tanh(x))"),
    of("Gelu", gelu!(a, "Erf(Mul(x, 0.70710678))")),
    of("Gelu", gelu!(b, "Erf(Mul(x, 0.70710678))")),
    of("Gelu", gelu!(c, "Erf(Mul(x, 0.70710678))")),
    of("Gelu", "Mul(x, Add(Mul(Erf(Mul(x, 0.70710678)), 0.5), 0.5))"),
    of("GeluTanh", gelu!(a, tanh!("Pow(x, 3)"))),
    of("GeluTanh", gelu!(b, tanh!("Pow(x, 3)"))),
    of("GeluTanh", gelu!(c, tanh!("Pow(x, 3)"))),
    of("GeluTanh", gelu!(a, tanh!("Mul(x, Mul(x, x))"))),
    of("GeluTanh", gelu!(b, tanh!("Mul(x, Mul(x, x))"))),
    of("GeluTanh", gelu!(c, tanh!("Mul(x, Mul(x, x))"))),
    of("GeluTanh", gelu!(b, "Tanh(Mul(Add(x, Mul(Mul(Mul(x, 0.044715), x), x)), 0.7978846))")),
    of("GeluTanh", gelu!(b, "Tanh(Mul(Mul(x, 0.7978846), Add(Mul(Mul(x, x), 0.044715), 1)))")),
    of("Softsign", "Div(x, Add(Abs(x), 1))"),
    of("Softplus", "Log(Add(Exp(x), 1))"),
];
