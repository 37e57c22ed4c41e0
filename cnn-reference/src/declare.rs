//! Networks that are declared at run time, by tests.

use cnn_core::layers::Nested;
use cnn_core::signature::{Param, Takes};
use cnn_core::{Arg, Edge, Kind, Net, Shape, Step};
use serde_json::{Map, Value as Json};

/// The most inputs that a node has on average.
const EDGES_PER_NODE: usize = 3;

/// The network of these layers, which lives as long as the program.
///
/// # Panics
///
/// If there are more than 16 layers, or if they have more than three inputs each on average. Whether their
/// shapes agree is not checked.
///
/// ```
/// use cnn_core::{Kind, Shape, Step};
///
/// let steps = vec![
///     Step::plain("0", Kind::Fc, &[8, 4], &[], "", 0),
///     Step::plain("1", Kind::Relu, &[], &[], "", 0),
/// ];
/// let network = cnn_reference::network(Shape::new(&[8]), steps);
/// assert_eq!(network.graph.output.dims(), [4]);
/// assert_eq!(network.summary.params, 36);
/// ```
pub fn network(input: Shape, steps: Vec<Step<'static>>) -> Nested {
    /// The number of layers is a constant of the type.
    macro_rules! by_length {
        ($($length:literal)*) => {
            match steps.len() {
                $($length => of_length::<$length, { $length * EDGES_PER_NODE }>(input, steps),)*
                more => panic!("{more} layers"),
            }
        };
    }
    by_length!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)
}

fn of_length<const N: usize, const E: usize>(input: Shape, steps: Vec<Step<'static>>) -> Nested {
    let steps: Box<[Step<'static>; N]> = Box::new(steps.try_into().expect("N steps"));
    let steps: &'static [Step<'static>; N] = Box::leak(steps);
    let count: usize = steps.iter().map(|step| step.inputs.count()).sum();
    // The array is filled from its end.
    let edges: &'static [Edge; E] = Box::leak(Box::new(Edge::all(steps)));
    let net = Net::<N>::new("", input, None, steps, &edges[E - count..], false);
    let net: &'static Net<N> = Box::leak(Box::new(net));
    Nested { graph: net.graph(), summary: net.summary() }
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
            Takes::Signed | Takes::SignedList => Arg::Signed(number.as_i64()? as isize),
            _ => Arg::Size(usize::try_from(number.as_i64()?).ok()?),
        },
        Json::Object(_) => return None,
    })
}
