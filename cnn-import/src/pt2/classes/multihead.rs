//! `torch.nn.MultiheadAttention`.

use cnn_core::Kind;

use super::steps::Steps;
use crate::form::{Call, Value};

/// The matrices of queries, keys and values, which are one tensor unless their inputs have different sizes.
const MATRICES: [&str; 4] = ["in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight"];

pub fn read(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>), String> {
    let (mut values, mut bias) = (Vec::new(), false);
    while values.len() < 3
        && let Some(linear) = steps.take_if("linear")
    {
        if !MATRICES.iter().any(|name| steps.check_tensor(&linear, "weight", name).is_ok()) {
            return Err("its first linear layers are not those of queries, keys and values".into());
        }
        bias = linear.has("bias");
        if bias {
            steps.check_tensor(&linear, "bias", "in_proj_bias")?;
        }
        values.push(steps.value(&linear, "input")?);
    }
    let (each, features) = weigh(steps)?;
    if steps.linear("out_proj.weight", "out_proj.bias")?.has("bias") != bias {
        return Err("only one of its biases is there".to_owned());
    }
    let kind = match &values[..] {
        [] => return Err("it has no linear layer for queries".to_owned()),
        [first, rest @ ..] if rest.iter().all(|value| value == first) => {
            values.truncate(1);
            Kind::Attention
        }
        [_, key, value] if key == value => {
            values.truncate(2);
            Kind::CrossAttention
        }
        _ => Kind::CrossAttention,
    };
    let call = Call::new(kind).with("num_heads", features / each.max(1)).with("bias", bias);
    Ok((call, values))
}

/// Weighs values by the scores of queries and keys: the features of a head, and of all of them.
fn weigh(steps: &mut Steps<'_>) -> Result<(usize, usize), String> {
    let query = match steps.peek() {
        "scaled_dot_product_attention" => {
            let attention = steps.take("scaled_dot_product_attention")?;
            if attention.has("attn_mask") || attention.flag("is_causal", false)? {
                return Err("it has a mask".to_owned());
            }
            if attention.has("scale") || attention.flag("enable_gqa", false)? {
                return Err("its scores are not those of its class".to_owned());
            }
            attention.tensor_name("query")
        }
        // With the weights as a second output, which is not used.
        "mul" => {
            let scaled = steps.take("mul")?;
            let query = scaled.tensor_name("self");
            let each = query.map_or(Err(String::new()), |query| steps.size_of(query, -1))?;
            let factor = scaled.number("other").unwrap_or(0.0);
            if (factor * factor * each as f64 - 1.0).abs() > 1e-6 {
                return Err("its queries are not divided by the root of their sizes".to_owned());
            }
            if steps.peek() == "baddbmm" {
                return Err("it has a mask".to_owned());
            }
            steps.take("bmm")?;
            steps.softmax()?;
            steps.take_if("dropout");
            steps.take("bmm")?;
            query
        }
        other => return Err(format!("it has `{other}` where scores are computed")),
    };
    let query = query.ok_or("it has no queries")?;
    Ok((steps.size_of(query, -1)?, steps.output_size(-1)?))
}
