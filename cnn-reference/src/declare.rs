//! Networks that are declared at run time, by tests.

use cnn_core::layers::Nested;
use cnn_core::signature::{Param, Takes};
use cnn_core::{
    Arg, Args, Declaration, Encodable, EncodableInput, EncodableNetwork, EncodableOutput, Encoded,
    Inputs, Kind, Pass, Shape, Step, encode,
};
use serde_json::{Map, Value as Json};

/// The network of these layers, which lives as long as the program. Whether their shapes agree is not
/// checked.
///
/// ```
/// use cnn_core::{Kind, Shape, Step};
///
/// let steps = vec![
///     Step::new("0", Kind::Fc, &[8, 4], &[]),
///     Step::new("1", Kind::Relu, &[], &[]),
/// ];
/// let network = cnn_reference::network(Shape::new(&[8]), steps);
/// assert_eq!(network.graph.output.dims(), [4]);
/// assert_eq!(network.summary.params, 36);
/// ```
pub fn network(input: Shape, steps: Vec<Step<'static>>) -> Nested {
    let last = steps.len();
    network_of(&[("", input)], steps, &[("", last)])
}

/// The same with several inputs or outputs, which have names. An output is a value: the inputs come first,
/// and then what each layer makes.
///
/// ```
/// use cnn_core::{Kind, Shape, Step};
///
/// let inputs = [("left", Shape::new(&[8])), ("right", Shape::new(&[8]))];
/// let steps = vec![Step::new("sum", Kind::Add, &[], &[]).at(&[0, 1])];
/// let network = cnn_reference::network_of(&inputs, steps, &[("sum", 2), ("left", 0)]);
/// assert_eq!(network.graph.outputs.at(1).shape.dims(), [8]);
/// ```
pub fn network_of(
    inputs: &[(&str, Shape)],
    steps: Vec<Step<'static>>,
    outputs: &[(&str, usize)],
) -> Nested {
    network_with(inputs, steps, &[], outputs)
}

/// The same, with values from inside networks, which follow those of the layers: each is the index of a
/// step that is a network, and that of one of its outputs.
pub fn network_with(
    inputs: &[(&str, Shape)],
    steps: Vec<Step<'static>>,
    taps: &[(usize, usize)],
    outputs: &[(&str, usize)],
) -> Nested {
    let shapes: Vec<Shape> = inputs.iter().map(|(_, shape)| *shape).collect();
    let (mut pass, mut values, mut layers) = (Pass::new(&shapes), shapes.clone(), Vec::new());
    let first_tap = inputs.len() + steps.len();
    values.resize(first_tap + taps.len(), Shape::LOST);
    // Networks are not bytes.
    let mut networks: Vec<Args<'static>> = Vec::new();
    for (index, step) in steps.into_iter().enumerate() {
        let own = inputs.len() + index;
        // A step that takes the value before it counts from its own.
        let before = if matches!(step.inputs, Inputs::Previous) { own } else { values.len() };
        let layer = pass.step(&step, &values[..before]);
        values[own] = layer.output;
        for (tap, (_, output)) in taps.iter().enumerate().filter(|(_, (of, _))| *of == index) {
            let output = layer.op.nested().and_then(|nested| nested.graph.outputs.get(*output));
            values[first_tap + tap] = output.map_or(Shape::LOST, |output| output.shape);
        }
        let figures = Some((layer.output, layer.cost));
        let nested = layer.op.nested();
        let args = nested.map(|_| networks.len());
        networks.extend(nested.map(|_| step.args));
        let (open, call, in_branch) = (false, 0, false);
        layers.push(Encodable { step, args, figures, open, call, nested, in_branch });
    }
    let inputs: Vec<EncodableInput<'_>> =
        inputs.iter().map(|(name, shape)| EncodableInput { name, shape: *shape }).collect();
    let ends: Vec<EncodableOutput<'_>> = outputs
        .iter()
        .map(|(name, value)| EncodableOutput { name, value: *value, declared: None })
        .collect();
    let Encoded { data, text, .. } = encode(&EncodableNetwork {
        inputs: &inputs,
        outputs: &ends,
        layers: &layers,
        taps,
        marks: &[],
        open: true,
    });
    let (data, text, args) = (data.leak(), text.leak(), networks.leak());
    let declared = vec![None; outputs.len()].leak();
    let declaration = Declaration::open("", data, text, shapes.leak(), declared, args, false);
    let declaration: &'static Declaration = Box::leak(Box::new(declaration));
    Nested::new(declaration.graph(&[]), declaration.summary(&[]))
}

/// The arguments of a layer from JSON, with PyTorch's names; `None` if the parameter does not take the
/// value, such as a negative size.
///
/// `null` stands for the default; if there is none, the argument is inferred. A range is a list of its ends.
///
/// ```
/// use cnn_core::{Arg, Kind};
/// use serde_json::json;
///
/// let written = json!({"out_features": 4, "bias": false, "in_features": null});
/// let arguments = cnn_reference::arguments(Kind::Linear, written.as_object().unwrap());
/// let expected = vec![(0, Arg::Infer), (1, Arg::Size(4)), (2, Arg::Flag(false))];
/// assert_eq!(arguments, Some(expected));
/// ```
pub fn arguments(kind: Kind, written: &Map<String, Json>) -> Option<Vec<(usize, Arg<'static>)>> {
    let params = kind.signature().params.iter().enumerate();
    let written = params.filter_map(|(i, param)| Some((i, param, written.get(param.name)?)));
    written.map(|(i, param, value)| Some((i, argument(param, value)?))).collect()
}

/// An argument in the form that the macro emits.
fn argument(param: &Param, value: &Json) -> Option<Arg<'static>> {
    Some(match value {
        Json::Null if param.default.is_some() => Arg::Omitted,
        Json::Null => Arg::Infer,
        Json::Bool(value) => Arg::Flag(*value),
        Json::String(word) => Arg::Word(param.words.iter().position(|known| known == word)?),
        Json::Array(ends) if param.takes == Takes::Range => {
            let end = |index: usize| Some(ends.get(index)?.as_u64()? as usize);
            Arg::Range(end(0)?, end(1)?)
        }
        Json::Array(values) => {
            let list: Option<Vec<_>> = values.iter().map(|value| argument(param, value)).collect();
            Arg::List(list?.leak())
        }
        Json::Number(number) => match param.takes {
            Takes::Float => Arg::Float(number.as_f64()?),
            Takes::Factors if number.is_f64() => Arg::Float(number.as_f64()?),
            Takes::Signed | Takes::SignedList => Arg::Signed(number.as_i64()? as isize),
            _ => Arg::Size(usize::try_from(number.as_i64()?).ok()?),
        },
        Json::Object(_) => return None,
    })
}
