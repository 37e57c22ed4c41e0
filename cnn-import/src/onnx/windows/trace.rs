//! Follows the values of an attention through its operations: where each of them comes from, and what is added to scores.

use std::collections::HashMap;
use std::rc::Rc;

use cnn_core::Shape;

use super::arranged::{
    Arranged, Stage, all, arrange, check_equation, first_of_each, is_tiny, joined, keys, lengths,
    scaled, sequence, split, too_many,
};
use super::attention::Attention;
use super::region::Region;
use crate::form::positions::Positions;
use crate::onnx::attributes::Node;
use crate::onnx::constant::{Constant, Data};
use crate::onnx::fold;
use crate::onnx::read::Reader;
use crate::onnx::site::{Operand, Result};
use crate::order::count;
use crate::size::Size;

/// A value in an attention.
#[derive(Clone, Debug)]
enum Flow {
    Arranged(Arranged),
    /// The lengths of vectors, which are along the last axis.
    Lengths(Positions),
    /// Several values in one.
    Parts(Vec<Arranged>),
    /// Scores, if all products are 0, and if all are 1.
    Scores([Constant; 2]),
    /// What the softmax makes of scores, with their shape.
    Weights(Vec<usize>),
}

/// An input of an operation.
enum Input {
    Flow(Rc<Flow>),
    Constant(Constant),
}

struct Trace<'a> {
    reader: &'a Reader,
    /// The number of samples that are followed.
    samples: i64,
    flows: HashMap<&'a str, Rc<Flow>>,
    constants: HashMap<&'a str, Constant>,
    /// How many values have been followed.
    followed: u64,
    attention: Attention,
}

/// The most values that are followed through all attentions of a file, those behind each operation.
const MOST_FOLLOWED: u64 = 1 << 32;

/// Follows so many samples of the shape `input` through an attention. Also returns how many values have been followed.
pub fn follow(
    reader: &Reader,
    region: &Region<'_>,
    input: &Shape,
    samples: usize,
) -> Result<(Attention, u64)> {
    let dims = [&[samples], input.dims()].concat();
    let input = Flow::Arranged(all(Stage::Input, &dims)?);
    let mut trace = Trace {
        reader,
        samples: samples as i64,
        flows: HashMap::from([(region.input.as_str(), Rc::new(input))]),
        constants: HashMap::new(),
        followed: reader.followed,
        attention: Attention { factor: 1.0, ..Attention::default() },
    };
    for node in &region.nodes {
        trace
            .run(node)
            .map_err(|reason| format!("in `{}` (`{}`): {reason}", node.name, node.op))?;
    }
    if let Some(Flow::Arranged(Arranged { of: Stage::Result, at, .. })) =
        trace.flows.get(region.output.as_str()).map(Rc::as_ref)
    {
        trace.attention.result = Some(at.clone());
    }
    Ok((trace.attention, trace.followed))
}

impl<'a> Trace<'a> {
    fn run(&mut self, node: &'a Node) -> Result<()> {
        if let Some(constant) = self.shape(node)? {
            return self.note(node, constant);
        }
        let mut inputs = Vec::new();
        for input in &node.inputs {
            inputs.push(self.input(input)?);
        }
        if node.op == "CastLike" {
            inputs.truncate(1);
        }
        if inputs.iter().flatten().any(|input| matches!(input, Input::Flow(_))) {
            let made = self.flow(node, &inputs)?;
            self.spend(made.iter().map(Flow::count).sum())?;
            let outputs = node.outputs.iter().map(String::as_str);
            self.flows.extend(outputs.zip(made.into_iter().map(Rc::new)));
            return Ok(());
        }
        let constants = constants(&inputs);
        let folded = match (node.op.as_str(), &constants[..]) {
            ("CastLike", [Some(one)]) => Some(one.to_floats()?),
            _ => fold::fold(node, &constants)?,
        };
        let folded = folded.ok_or("it cannot be computed from constants")?;
        self.note(node, folded)
    }

    fn note(&mut self, node: &'a Node, constant: Constant) -> Result<()> {
        self.spend(constant.count())?;
        if let Some(output) = node.outputs.first() {
            self.constants.insert(output, constant);
        }
        Ok(())
    }

    /// Counts values that have been computed.
    fn spend(&mut self, count: usize) -> Result<()> {
        self.followed += count as u64;
        if self.followed > MOST_FOLLOWED { Err(too_many()) } else { Ok(()) }
    }

    /// What an input is; `None` if it is left out.
    fn input(&self, name: &str) -> Result<Option<Input>> {
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(flow) = self.flows.get(name) {
            return Ok(Some(Input::Flow(Rc::clone(flow))));
        }
        if let Some(constant) = self.constants.get(name) {
            return Ok(Some(Input::Constant(constant.clone())));
        }
        match self.reader.operand(name) {
            Some(Operand::Constant(constant)) => Ok(Some(Input::Constant(self.known(constant)))),
            Some(Operand::Lost(reason)) => Err(reason),
            _ => Err(format!("`{name}` is a value of the network")),
        }
    }

    /// A constant for the samples that are followed.
    fn known(&self, constant: Constant) -> Constant {
        let Data::Sizes(sizes) = &constant.data else { return constant };
        let known = |size: &Size| match size {
            Size::Batch(factor) => factor.checked_mul(self.samples).map_or(*size, Size::Known),
            size => *size,
        };
        Constant::sizes_of(constant.dims, sizes.iter().map(known).collect())
    }

    /// What a `Shape` or a `Size` is, and nothing for other operations.
    fn shape(&self, node: &Node) -> Result<Option<Constant>> {
        let (true, Some(name)) = (["Shape", "Size"].contains(&&node.op[..]), node.inputs.first())
        else {
            return Ok(None);
        };
        let sizes = match (self.flows.get(name.as_str()), self.reader.operand(name)) {
            (Some(flow), _) => flow.dims()?.iter().map(|size| Size::of(*size)).collect(),
            (None, Some(Operand::Value(value))) => self.reader.sizes(value),
            (None, Some(Operand::Layout(layout))) => layout.sizes(),
            // That of a constant is computed as other constants are.
            _ => return Ok(None),
        };
        let dims = self.known(Constant::sizes_of(vec![sizes.len()], sizes)).ints()?;
        if node.op == "Size" {
            let count = dims.iter().fold(1_i64, |count, size| count.saturating_mul(*size));
            return Ok(Some(Constant::sizes_of(Vec::new(), vec![Size::Known(count)])));
        }
        let (start, end) = fold::part(node, dims.len())?;
        Ok(Some(Constant::list(&dims[start..end])))
    }

    /// What an operation makes of values.
    fn flow(&mut self, node: &Node, inputs: &[Option<Input>]) -> Result<Vec<Flow>> {
        let constants = constants(inputs);
        let flow = |index: usize| match inputs.get(index) {
            Some(Some(Input::Flow(flow))) => Some(&**flow),
            _ => None,
        };
        let made = match (node.op.as_str(), flow(0), flow(1)) {
            ("Identity" | "Cast", Some(flow), None) => flow.clone(),
            ("Dropout", Some(flow), None) => self.dropout(flow, constants.get(1))?,
            ("MatMul" | "Einsum", Some(Flow::Arranged(one)), Some(Flow::Arranged(other))) => {
                self.products(one, &keys(node, other)?)?
            }
            ("MatMul" | "Einsum", Some(Flow::Weights(dims)), Some(Flow::Arranged(values))) => {
                if node.op == "Einsum" {
                    check_equation(node, false)?;
                }
                self.sums(dims, values)?
            }
            ("MatMul" | "Gemm", Some(Flow::Arranged(arranged)), None) => {
                self.linear(node, arranged, &constants)?
            }
            ("Softmax", Some(Flow::Scores(scores)), None) => self.softmax(node, scores)?,
            ("Add", Some(Flow::Arranged(arranged)), None)
            | ("Add", None, Some(Flow::Arranged(arranged))) => {
                let index = usize::from(flow(0).is_some());
                let name = node.inputs.get(index).map(String::as_str).unwrap_or_default();
                self.bias(arranged, name, constants.get(index).and_then(Option::as_ref))?
            }
            (_, Some(Flow::Scores(scores)), None) => self.scores(node, 0, scores, &constants)?,
            (_, None, Some(Flow::Scores(scores))) => self.scores(node, 1, scores, &constants)?,
            ("Mul", Some(Flow::Arranged(arranged)), None)
            | ("Mul", None, Some(Flow::Arranged(arranged))) => {
                let factor = constants.get(usize::from(flow(0).is_some()));
                Flow::Arranged(scaled(arranged, factor, |own, factor| own * factor)?)
            }
            ("Div", Some(Flow::Arranged(arranged)), None) => {
                Flow::Arranged(scaled(arranged, constants.get(1), |own, factor| own / factor)?)
            }
            ("ReduceL2", Some(Flow::Arranged(vectors)), None) => {
                Flow::Lengths(lengths(node, vectors, constants.get(1))?)
            }
            ("Clip" | "Max", Some(Flow::Lengths(lengths)), None) => {
                let limits = constants.iter().flatten().map(Constant::scalar);
                if limits.count() != 1 || !constants.get(1).is_some_and(is_tiny) {
                    return Err("lengths have a limit that is not near 0".to_owned());
                }
                Flow::Lengths(lengths.clone())
            }
            ("Expand", Some(Flow::Lengths(lengths)), None) => Flow::Lengths(lengths.clone()),
            ("Div", Some(Flow::Arranged(vectors)), Some(Flow::Lengths(lengths))) => {
                if first_of_each(&vectors.at).is_none_or(|own| own.of != lengths.of) {
                    return Err("vectors are divided by the lengths of others".to_owned());
                }
                Flow::Arranged(Arranged { unit: true, ..vectors.clone() })
            }
            ("Concat", ..) => {
                let parts = inputs.iter().map(|input| match input {
                    Some(Input::Flow(flow)) => match &**flow {
                        Flow::Arranged(arranged) => Some(arranged),
                        _ => None,
                    },
                    _ => None,
                });
                let parts: Option<Vec<&Arranged>> = parts.collect();
                Flow::Arranged(joined(node, &parts.ok_or("it joins constants")?)?)
            }
            ("Split", Some(Flow::Arranged(arranged)), None) => {
                let parts = split(node, arranged, constants.get(1))?.into_iter();
                return Ok(parts.map(Flow::Arranged).collect());
            }
            ("SplitToSequence", Some(Flow::Arranged(arranged)), None) => {
                Flow::Parts(sequence(arranged, &constants)?)
            }
            ("SequenceAt", Some(Flow::Parts(parts)), None) => {
                let index =
                    constants.get(1).and_then(Option::as_ref).ok_or("its index is missing")?;
                let index = index.ints()?.first().copied().unwrap_or(0);
                Flow::Arranged(parts[fold::axis(index, parts.len())?].clone())
            }
            (_, Some(Flow::Arranged(arranged)), None) => {
                let at = arrange(node, &arranged.at, &constants)?;
                Flow::Arranged(Arranged { at, ..*arranged })
            }
            _ => return Err("no attention does this".to_owned()),
        };
        Ok(vec![made])
    }

    fn dropout(&mut self, flow: &Flow, p: Option<&Option<Constant>>) -> Result<Flow> {
        let p = p.and_then(Option::as_ref).map_or(Some(0.5), Constant::scalar);
        let place = match flow {
            Flow::Weights(_) => 0,
            Flow::Arranged(arranged) if arranged.of == Stage::Result => 1,
            _ => return Err("it drops values where no attention does".to_owned()),
        };
        self.attention.dropouts[place] = p.ok_or("its probability is no number")?;
        Ok(flow.clone())
    }

    /// A linear layer: the first one, or the last one.
    fn linear(
        &mut self,
        node: &Node,
        arranged: &Arranged,
        constants: &[Option<Constant>],
    ) -> Result<Flow> {
        let weight = constants.get(1).and_then(Option::as_ref).ok_or("its weight is missing")?;
        let is_gemm = node.op == "Gemm";
        let one = node.float("alpha", 1.0)? == 1.0 && node.float("beta", 1.0)? == 1.0;
        if is_gemm && (!one || node.flag("transA", false)?) {
            return Err("it is no linear layer".to_owned());
        }
        let weight = match is_gemm && node.flag("transB", false)? {
            true => weight.clone(),
            false if weight.dims.len() == 2 => weight.transposed(&[1, 0])?,
            false => return Err("its weight is no matrix".to_owned()),
        };
        let ([outputs, inputs], Some((last, rows))) =
            (&weight.dims[..], arranged.at.dims.split_last())
        else {
            return Err("its weight is no matrix".to_owned());
        };
        if inputs != last || arranged.factor != 1.0 || arranged.unit {
            return Err("its input is not that of an attention".to_owned());
        }
        let dims = [rows, &[*outputs]].concat();
        let weight = Some((node.inputs[1].clone(), weight));
        let (linear, input, of) = match arranged.of {
            Stage::Input => {
                (&mut self.attention.first, &mut self.attention.windows, Stage::Projected)
            }
            Stage::Mixed => (&mut self.attention.last, &mut self.attention.mixed, Stage::Result),
            _ => return Err("there is another linear layer".to_owned()),
        };
        *input = Some(arranged.at.clone());
        linear.weight = weight;
        let made = all(of, &dims)?;
        match constants.get(2).and_then(Option::as_ref) {
            Some(bias) => self.bias(&made, &node.inputs[2], Some(bias)),
            None => Ok(Flow::Arranged(made)),
        }
    }

    /// The bias of a linear layer.
    fn bias(&mut self, arranged: &Arranged, name: &str, bias: Option<&Constant>) -> Result<Flow> {
        let linear = match arranged.of {
            Stage::Projected => &mut self.attention.first,
            Stage::Result => &mut self.attention.last,
            _ => return Err("something is added to its input".to_owned()),
        };
        let features = arranged.at.dims.last().copied().unwrap_or(0);
        let bias = bias.ok_or("its bias is missing")?;
        let fits = bias.count() == features && bias.dims.last() == Some(&features);
        if !fits || linear.bias.is_some() || !arranged.at.is_unchanged() || arranged.factor != 1.0 {
            return Err("what it adds is no bias of a linear layer".to_owned());
        }
        linear.bias = Some((name.to_owned(), bias.reshaped(vec![features])?));
        Ok(Flow::Arranged(arranged.clone()))
    }

    /// The products of queries and keys.
    fn products(&mut self, queries: &Arranged, keys: &Arranged) -> Result<Flow> {
        let both = [queries, keys];
        if both.iter().any(|one| one.of != Stage::Projected) || queries.unit != keys.unit {
            return Err("it is no product of queries and keys".to_owned());
        }
        self.attention.unit = queries.unit;
        self.attention.factor = queries.factor * keys.factor;
        self.attention.vectors = both.map(|one| one.at.clone()).into();
        let (_, rows) = queries.at.dims.split_last().ok_or("its queries are numbers")?;
        let tokens = rows.last().copied().ok_or("its queries are a vector")?;
        let dims = [rows, &[tokens]].concat();
        let filled = |value| Constant { dims: dims.clone(), data: Data::Filled(value) };
        Ok(Flow::Scores([filled(0.0), filled(1.0)]))
    }

    /// An operation of scores and constants.
    fn scores(
        &mut self,
        node: &Node,
        index: usize,
        scores: &[Constant; 2],
        constants: &[Option<Constant>],
    ) -> Result<Flow> {
        let other = node.inputs.get(1 - index).cloned().unwrap_or_default();
        match node.op.as_str() {
            "Add" => self.attention.biases.push(other),
            "Mul" => self.attention.factors.push(other),
            _ => {}
        }
        let mut constants = constants.to_vec();
        let mut made = Vec::new();
        for scores in scores {
            constants[index] = Some(scores.clone());
            let folded = fold::fold(node, &constants)?;
            made.push(folded.ok_or("it is no operation on scores")?);
        }
        let [without, with] = &made[..] else { return Err("it has no scores".to_owned()) };
        Ok(Flow::Scores([without.clone(), with.clone()]))
    }

    fn softmax(&mut self, node: &Node, scores: &[Constant; 2]) -> Result<Flow> {
        let dims = scores[0].dims.clone();
        // Earlier, axes from the second one on were seen as one.
        let usual = if self.reader.opset < 13 { 1 } else { -1 };
        if fold::axis(node.int("axis", usual)?, dims.len())? + 1 != dims.len() {
            return Err("its softmax is not along the last axis".to_owned());
        }
        self.attention.scores = Some(scores.clone());
        Ok(Flow::Weights(dims))
    }

    /// The sums of values.
    fn sums(&mut self, weights: &[usize], values: &Arranged) -> Result<Flow> {
        let plain = values.of == Stage::Projected && values.factor == 1.0 && !values.unit;
        let (Some((tokens, rows)), [.., own, features]) =
            (weights.split_last(), &values.at.dims[..])
        else {
            return Err("its values are numbers".to_owned());
        };
        if !plain || own != tokens || self.attention.vectors.len() != 2 {
            return Err("it is no sum of values".to_owned());
        }
        self.attention.vectors.push(values.at.clone());
        Ok(Flow::Arranged(all(Stage::Mixed, &[rows, &[*features]].concat())?))
    }
}

impl Flow {
    /// The number of its values.
    fn count(&self) -> usize {
        match self {
            Flow::Parts(parts) => parts.iter().map(|part| part.at.of.len()).sum(),
            Flow::Scores([without, with]) => without.count() + with.count(),
            Flow::Arranged(_) | Flow::Lengths(_) | Flow::Weights(_) => self.dims().map_or(0, count),
        }
    }

    fn dims(&self) -> Result<&[usize]> {
        match self {
            Flow::Arranged(arranged) => Ok(&arranged.at.dims),
            Flow::Lengths(lengths) => Ok(&lengths.dims),
            Flow::Scores([scores, _]) => Ok(&scores.dims),
            Flow::Weights(dims) => Ok(dims),
            Flow::Parts(_) => Err("a list has no shape".to_owned()),
        }
    }
}

/// The constants among inputs, each in its place.
fn constants(inputs: &[Option<Input>]) -> Vec<Option<Constant>> {
    let constant = |input: &Option<Input>| match input {
        Some(Input::Constant(constant)) => Some(constant.clone()),
        _ => None,
    };
    inputs.iter().map(constant).collect()
}
