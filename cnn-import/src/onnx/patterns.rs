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

/// All patterns; of two that begin alike, the longer one comes first.
pub const PATTERNS: [Pattern; 35] = [
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
    of("Gelu", "Mul(Mul(x, Add(Erf(Mul(x, 0.70710678)), 1)), 0.5)"),
    of("Gelu", "Mul(Mul(x, 0.5), Add(Erf(Mul(x, 0.70710678)), 1))"),
    of("Gelu", "Mul(x, Mul(Add(Erf(Mul(x, 0.70710678)), 1), 0.5))"),
    of("Gelu", "Mul(x, Add(Mul(Erf(Mul(x, 0.70710678)), 0.5), 0.5))"),
    of(
        "GeluTanh",
        "Mul(Mul(x, Add(Tanh(Mul(Add(x, Mul(Pow(x, 3), 0.044715)), 0.7978846)), 1)), 0.5)",
    ),
    of(
        "GeluTanh",
        "Mul(Mul(x, 0.5), Add(Tanh(Mul(Add(x, Mul(Pow(x, 3), 0.044715)), 0.7978846)), 1))",
    ),
    of(
        "GeluTanh",
        "Mul(x, Mul(Add(Tanh(Mul(Add(x, Mul(Pow(x, 3), 0.044715)), 0.7978846)), 1), 0.5))",
    ),
    of(
        "GeluTanh",
        "Mul(Mul(x, 0.5), Add(Tanh(Mul(Add(x, Mul(Mul(x, Mul(x, x)), 0.044715)), 0.7978846)), 1))",
    ),
    of(
        "GeluTanh",
        "Mul(Mul(x, 0.5), Add(Tanh(Mul(Add(x, Mul(Mul(Mul(x, 0.044715), x), x)), 0.7978846)), 1))",
    ),
    of(
        "GeluTanh",
        "Mul(Mul(x, 0.5), Add(Tanh(Mul(Mul(x, 0.7978846), Add(Mul(Mul(x, x), 0.044715), 1))), 1))",
    ),
    of("Softsign", "Div(x, Add(Abs(x), 1))"),
    of("Softplus", "Log(Add(Exp(x), 1))"),
];
