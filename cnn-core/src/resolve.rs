//! The one algebra: a layer with its arguments and the input.

use crate::error::{At, Problem, Quantity, ShapeError, ShapeErrors};
use crate::facts::Ends;
use crate::language::call::Call;
use crate::language::{Args, Arrivals};
use crate::layers::{Kind, Op};
use crate::network::Cost;
use crate::shape::{Count, Shape};

/// A layer with its output and its cost for one sample.
#[derive(Clone, Copy, Debug)]
pub struct Resolved {
    /// The layer with its hyper-parameters.
    pub op: Op,
    /// The shape of the input; at a join the first one.
    pub input: Shape,
    /// The shape of the output. After an error, sizes may be unknown.
    pub output: Shape,
    /// Its cost.
    pub cost: Cost,
    /// The errors, if there are any.
    pub errors: ShapeErrors,
}

impl Resolved {
    /// Adds an error if the layer cannot use the weights of `first`, whose input is `input`: their shapes must be
    /// equal.
    pub const fn share(&mut self, first: &Op, input: &Shape) {
        let (has, needs) = (first.tensors(input), self.op.tensors(&self.input));
        let mut index = 0;
        while self.errors.is_empty()
            && let (Some(has), Some(needs)) = (has.get(index), needs.get(index))
        {
            if !has.shape.agrees(&needs.shape) {
                let problem = Problem::Weights { has: has.shape, needs: needs.shape };
                self.errors.push(ShapeError { problem, at: At::Layer, fix: None });
            }
            index += 1;
        }
    }
}

/// The one algebra: resolves the layer `kind`, called with `args`, on its input.
///
/// The macro and const evaluation both run this function. It always has an answer: after an error, it continues with
/// the declared sizes, as far as there are any.
///
/// ```
/// use cnn_core::{Args, Arrivals, Kind, Shape, resolve};
///
/// let image = Arrivals::one(Shape::new(&[3, 28, 28]));
/// let conv = resolve(Kind::Conv, &Args::sizes(&[3, 20, 5]), &image);
/// assert_eq!(conv.output.dims(), [20, 24, 24]);
/// assert_eq!((conv.cost.params, conv.cost.macs), (1_520, 864_000));
/// assert!(conv.errors.is_empty());
/// ```
pub const fn resolve(kind: Kind, args: &Args<'_>, arrivals: &Arrivals<'_>) -> Resolved {
    let mut call = Call::new(kind.signature(), args, arrivals);
    let input = call.input;
    let op = Op::read(kind, &mut call);
    let whole = op.output(&mut call);
    let cost = if let Some(nested) = op.nested() {
        nested.summary.cost()
    } else {
        cost(&op, &mut call, &input, &whole)
    };
    Resolved { op, input, output: call.errors.left_of(whole), cost, errors: call.errors }
}

/// The cost of a layer, if all of it can be counted. The values of its output are those before an error takes some
/// away.
const fn cost(op: &Op, call: &mut Call<'_>, input: &Shape, output: &Shape) -> Cost {
    let ends = Ends { input, inputs: call.arrivals.count(), output };
    let [params, buffers, macs, ops, activations] = call.exact(counts(op, &ends));
    Cost { params, trainable_params: params, buffers, macs, ops, activations }
}

/// Parameters, buffers, multiply-accumulates, element-wise operations and values of the output. The
/// parameters are the elements of a layer's tensors, so there is no second formula for them.
pub(crate) const fn counts(op: &Op, ends: &Ends<'_>) -> [(Count, Quantity); 5] {
    let (mut params, mut buffers) = (Count::ZERO, Count::ZERO);
    let tensors = op.tensors(ends.input);
    let mut index = 0;
    while let Some(tensor) = tensors.get(index) {
        let values = Count::elements(&tensor.shape);
        if tensor.learned {
            params = params.plus(values);
        } else {
            buffers = buffers.plus(values);
        }
        index += 1;
    }
    let work = op.work(ends);
    let macs = match work.mac_factors {
        Some([values, each]) => Count::elements(&values).times_all(&each),
        None => Count::ZERO,
    };
    [
        (params, Quantity::Parameters),
        (buffers, Quantity::Parameters),
        (macs, Quantity::Macs),
        (work.ops, Quantity::Ops),
        (Count::elements(ends.output), Quantity::OutputValues),
    ]
}
