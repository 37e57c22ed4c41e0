//! The small network that computes the biases of Swin's second version from the distances of tokens.

use cnn_core::layers::WindowAttention;

use super::region::Region;
use crate::onnx::attributes::Node;
use crate::onnx::constant::Constant;
use crate::onnx::read::Reader;
use crate::onnx::site::{Operand, Result, Weight};

/// The largest bias.
const LARGEST: f64 = 16.0;

/// Its tensors, if it computes these biases, `[positions, heads]`.
pub fn tensors(
    reader: &Reader,
    region: &Region<'_>,
    table: &[f64],
    layer: &WindowAttention,
) -> Result<Vec<Weight>> {
    let network = Network { reader, region };
    let (relu, last) = network.hidden()?;
    let (sums, bias) = network.bias(relu)?;
    let (coords, first) = network.first(sums, layer)?;
    let [down, right] = layer.distances();
    if coords.constant.count() != down * right * 2 {
        return Err(lost());
    }
    let coords = Weight { constant: coords.constant.reshaped(vec![1, down, right, 2])?, ..coords };
    let tensors = [coords, first, bias, last];
    match computes(&tensors, table, layer.num_heads)? {
        true => Ok(tensors.into()),
        false => Err("the biases are not what the network of Swin V2 computes".to_owned()),
    }
}

struct Network<'a> {
    reader: &'a Reader,
    region: &'a Region<'a>,
}

impl<'a> Network<'a> {
    fn constant(&self, name: &str) -> Result<Constant> {
        match self.reader.operand(name) {
            Some(Operand::Constant(constant)) => Ok(constant),
            _ => Err(lost()),
        }
    }

    /// The weight of a product of matrices, `[outputs, inputs]`.
    fn weight(&self, node: &Node, suffix: &'static str) -> Result<Weight> {
        let name = node.inputs.get(1).cloned().unwrap_or_default();
        let constant = self.constant(&name)?;
        let by_rows = node.op == "Gemm" && node.flag("transB", false)?;
        let constant = match constant.dims.len() {
            2 if by_rows => constant,
            2 => constant.transposed(&[1, 0])?,
            _ => return Err(lost()),
        };
        Ok(Weight { suffix, name, constant })
    }

    /// The activation of the hidden layer, and the weight of the layer behind it.
    fn hidden(&self) -> Result<(&'a Node, Weight)> {
        let mut all = self.region.before.values();
        let relu = all.find(|node| node.op == "Relu").ok_or_else(lost)?;
        let takes = |node: &&&Node| is_product(node) && node.inputs.first() == relu.outputs.first();
        let last = self.region.before.values().find(takes).ok_or_else(lost)?;
        Ok((relu, self.weight(last, "cpb_mlp.2.weight")?))
    }

    /// The sums of the hidden layer without its bias, and the bias.
    fn bias(&self, relu: &'a Node) -> Result<(&'a str, Weight)> {
        let input = relu.inputs.first().ok_or_else(lost)?;
        let node = self.region.before.get(input.as_str()).ok_or_else(lost)?;
        let of = |sums: &'a str, name: &str| {
            let constant = self.constant(name)?;
            let constant = constant.reshaped(vec![constant.count()])?;
            Ok((sums, Weight { suffix: "cpb_mlp.0.bias", name: name.to_owned(), constant }))
        };
        match (node.op.as_str(), &node.inputs[..]) {
            ("Gemm", [_, _, bias]) => of(input, bias),
            ("Add", [one, other]) => {
                let is_made = |name: &str| self.region.before.get(name).is_some_and(is_product);
                let count = |name: &str| self.constant(name).map_or(0, |constant| constant.count());
                match is_made(one) || !is_made(other) && count(one) > count(other) {
                    true => of(one, other),
                    false => of(other, one),
                }
            }
            _ => Err(lost()),
        }
    }

    /// The coordinates, and the weight of the first layer.
    fn first(&self, sums: &str, layer: &WindowAttention) -> Result<(Weight, Weight)> {
        let (coords, suffix) = ("relative_coords_table", "cpb_mlp.0.weight");
        if let Some(node) = self.region.before.get(sums).filter(|node| is_product(node)) {
            let name = node.inputs.first().cloned().unwrap_or_default();
            let constant = self.constant(&name)?;
            return Ok((Weight { suffix: coords, name, constant }, self.weight(node, suffix)?));
        }
        // An exporter has multiplied them.
        let all = coordinates(layer);
        let constant = solved(&all, &self.constant(sums)?.floats()?).ok_or_else(lost)?;
        let first = Weight { suffix, name: String::new(), constant };
        let dims = vec![all.len(), 2];
        let constant = Constant::floats_of(dims, all.into_iter().flatten().collect());
        Ok((Weight { suffix: coords, name: String::new(), constant }, first))
    }
}

fn lost() -> String {
    "the network that computes the biases is not in the file".to_owned()
}

fn is_product(node: &&Node) -> bool {
    ["MatMul", "Gemm"].contains(&node.op.as_str())
}

/// The coordinates of all distances of two tokens: their logarithms, of which that of the largest distance is 8.
fn coordinates(layer: &WindowAttention) -> Vec<[f64; 2]> {
    let along = |axis: usize| {
        let size = layer.window_size.size(axis) as f64;
        (0..layer.distances()[axis]).map(move |index| {
            let part = (index as f64 + 1.0 - size) / (size - 1.0) * 8.0;
            part.signum() * (part.abs() + 1.0).log2() / 8_f64.log2()
        })
    };
    let columns: Vec<f64> = along(1).collect();
    along(0).flat_map(|row| columns.iter().map(move |column| [row, *column])).collect()
}

/// The weight with which coordinates become these values: `[features, 2]`, by least squares.
fn solved(coords: &[[f64; 2]], values: &[f64]) -> Option<Constant> {
    let features = values.len().checked_div(coords.len())?;
    let sum = |one: usize, other: usize| coords.iter().map(|at| at[one] * at[other]).sum::<f64>();
    let (a, b, d) = (sum(0, 0), sum(0, 1), sum(1, 1));
    let determinant = a * d - b * b;
    let weight = (0..features).flat_map(|feature| {
        let column = |axis: usize| {
            let rows = coords.iter().zip(values.chunks(features));
            rows.map(|(at, row)| at[axis] * row[feature]).sum::<f64>()
        };
        let (x, y) = (column(0), column(1));
        [(d * x - b * y) / determinant, (a * y - b * x) / determinant]
    });
    let weight: Vec<f64> = weight.collect();
    (features > 0 && determinant > 0.0).then(|| Constant::floats_of(vec![features, 2], weight))
}

/// Whether a network with these tensors computes these biases.
fn computes(tensors: &[Weight; 4], table: &[f64], heads: usize) -> Result<bool> {
    let [coords, first, bias, last] = tensors.each_ref().map(|tensor| tensor.constant.floats());
    let (coords, first, bias, last) = (coords?, first?, bias?, last?);
    if bias.is_empty() || last.len() != heads * bias.len() || first.len() != 2 * bias.len() {
        return Ok(false);
    }
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    Ok(coords.chunks(2).zip(table.chunks(heads)).all(|(at, biases)| {
        let units = first.chunks(2).zip(&bias);
        let hidden: Vec<f64> =
            units.map(|(weight, bias)| (dot(weight, at) + bias).max(0.0)).collect();
        last.chunks(bias.len()).zip(biases).all(|(weight, own)| {
            let made = LARGEST / (1.0 + (-dot(weight, &hidden)).exp());
            (made - own).abs() <= 1e-3
        })
    }))
}
