//! Attention.

use cnn_core::layers::{Attention, CrossAttention, ScaledDotProductAttention};

use super::linear::rows;
use super::{Joined, Unary};
use crate::write::{Site, Value, int};

impl Unary for Attention {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let bias = site.state_if(self.bias, "in_proj_bias");
        let weight = site.state("in_proj_weight");
        let projected = rows(x, &weight, bias.as_ref(), site);
        let parts = site.split(&projected, 2, 3);
        let [query, key, value] = [0, 1, 2].map(|part| parts[part].clone());
        let scale = 1.0 / ((self.embed_dim / self.num_heads) as f64).sqrt();
        let heads = Heads { count: self.num_heads, features: self.embed_dim };
        let mixed = heads.attend([&query, &key, &value], scale, |scores, _| scores, site);
        out(&mixed, self.bias, site)
    }
}

impl Joined for CrossAttention {
    fn write(&self, branches: &[Value], site: &mut Site<'_>) -> Value {
        let weights = match self.is_packed() {
            true => {
                let weight = site.state("in_proj_weight");
                site.split(&weight, 0, 3)
            }
            false => ["q_proj_weight", "k_proj_weight", "v_proj_weight"]
                .map(|suffix| site.state(suffix))
                .to_vec(),
        };
        let biases = site.state_if(self.bias, "in_proj_bias");
        let biases = biases.map(|bias| site.split(&bias, 0, 3));
        let mut project = |part: usize, x: &Value| {
            let bias = biases.as_ref().map(|biases| &biases[part]);
            rows(x, &weights[part], bias, site)
        };
        let query = project(0, &branches[0]);
        let key = project(1, &branches[1]);
        let value = project(2, &branches[branches.len() - 1]);
        let scale = 1.0 / ((self.embed_dim / self.num_heads) as f64).sqrt();
        let heads = Heads { count: self.num_heads, features: self.embed_dim };
        let mixed = heads.attend([&query, &key, &value], scale, |scores, _| scores, site);
        out(&mixed, self.bias, site)
    }
}

/// The linear layer behind the heads.
fn out(x: &Value, bias: bool, site: &mut Site<'_>) -> Value {
    let bias = site.state_if(bias, "out_proj.bias");
    let weight = site.state("out_proj.weight");
    rows(x, &weight, bias.as_ref(), site)
}

/// The heads that the features of tokens are divided among.
pub(super) struct Heads {
    pub(super) count: usize,
    pub(super) features: usize,
}

impl Heads {
    /// What the heads make of the tokens of queries, keys and values, each `[batch, tokens, features]`: sums of values
    /// weighted by the softmax of the scores, to which something may be added.
    pub(super) fn attend(
        &self,
        [query, key, value]: [&Value; 3],
        scale: f64,
        add: impl FnOnce(Value, &mut Site<'_>) -> Value,
        site: &mut Site<'_>,
    ) -> Value {
        let query = self.each(query, [0, 2, 1, 3], site);
        let query = site.with("Mul", &query, scale);
        let keys = self.each(key, [0, 2, 3, 1], site);
        let scores = site.op("MatMul", &[&query, &keys], []);
        let scores = add(scores, site);
        let value = self.each(value, [0, 2, 1, 3], site);
        self.weighed(&scores, &value, site)
    }

    /// The features of each head by themselves, `[batch, tokens, heads, each]`, in this order.
    pub(super) fn each(&self, x: &Value, order: [i64; 4], site: &mut Site<'_>) -> Value {
        let each = self.features / self.count;
        let parts = site.reshape(x, &[0, 0, self.count as i64, each as i64]);
        site.transpose(&parts, &order)
    }

    /// Sums of values, with the features of all heads in a row again.
    pub(super) fn weighed(&self, scores: &Value, value: &Value, site: &mut Site<'_>) -> Value {
        let weights = site.op("Softmax", &[scores], [int("axis", -1)]);
        let mixed = site.op("MatMul", &[&weights, value], []);
        let tokens = site.transpose(&mixed, &[0, 2, 1, 3]);
        site.reshape(&tokens, &[0, 0, self.features as i64])
    }
}

impl Joined for ScaledDotProductAttention {
    fn write(&self, branches: &[Value], site: &mut Site<'_>) -> Value {
        let [query, key, value] = [&branches[0], &branches[1], &branches[2]];
        let last = site.input.rank();
        let (tokens, features) = (site.input.size(last - 2), site.input.size(last - 1));
        let scale = self.scale.unwrap_or(1.0 / (features as f64).sqrt());
        let query = site.with("Mul", query, scale);
        let mut order: Vec<i64> = (0..site.rank()).collect();
        order.swap(last - 1, last);
        let keys = site.transpose(key, &order);
        let mut scores = site.op("MatMul", &[&query, &keys], []);
        if self.is_causal {
            let pairs = (0..tokens).flat_map(|query| (0..self.keys).map(move |key| (query, key)));
            let mask = pairs.map(|(query, key)| if key > query { f64::NEG_INFINITY } else { 0.0 });
            let mask = site.floats(&[tokens, self.keys], &mask.collect::<Vec<_>>());
            scores = site.op("Add", &[&scores, &mask], []);
        }
        let weights = site.op("Softmax", &[&scores], [int("axis", -1)]);
        site.op("MatMul", &[&weights, value], [])
    }
}
