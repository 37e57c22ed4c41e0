//! What networks compute, in a form that depends neither on the order of their layers nor on how shapes are written.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use cnn_core::engine::{Body, Model};
use cnn_core::layers::{
    Activation, BatchNorm, Drops, Join, Parameter, Reduce, Reduction, Slice, Upsample, Window,
};
use cnn_core::{Graph, Op, Shape};
use cnn_import::Form;
use cnn_import::form::Value;

/// What a value is computed of.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// A number that only equal computations have.
    hash: u64,
    /// The summands, if it is a sum, and the shape in which they are added.
    summands: (Vec<u64>, Shape),
    /// The value of which this is a part, or has the axes in another order.
    part: Option<Part>,
    /// The same, whatever the axes are in between: the value, how many places it has, and the place of each value here.
    arranged: Option<(u64, usize, Rc<[u32]>)>,
    shape: Shape,
}

impl PartialEq for Meaning {
    fn eq(&self, other: &Meaning) -> bool {
        (self.hash, self.shape) == (other.hash, other.shape)
    }
}

/// Places of a value.
#[derive(Clone, Debug)]
struct Part {
    sizes: Vec<usize>,
    /// The first place along each axis of it, the number of them, and the steps between them.
    places: Vec<[usize; 3]>,
    /// The axis of it that each axis here is.
    order: Vec<usize>,
}

impl Part {
    fn shape(&self) -> Shape {
        let sizes: Vec<usize> = self.order.iter().map(|axis| self.places[*axis][1]).collect();
        Shape::new(&sizes)
    }

    /// The place of each value.
    fn all(&self) -> Vec<usize> {
        let mut strides = vec![1; self.sizes.len()];
        for axis in (1..strides.len()).rev() {
            strides[axis - 1] = strides[axis] * self.sizes[axis];
        }
        let mut all = vec![0];
        for axis in &self.order {
            let ([first, count, step], stride) = (self.places[*axis], strides[*axis]);
            let along =
                |place: usize| (0..count).map(move |at| place + (first + at * step) * stride);
            all = all.into_iter().flat_map(along).collect();
        }
        all
    }
}

impl Meaning {
    fn new(what: impl Hash, shape: Shape) -> Meaning {
        let mut hasher = DefaultHasher::new();
        what.hash(&mut hasher);
        let hash = hasher.finish();
        Meaning { hash, summands: (Vec::new(), shape), part: None, arranged: None, shape }
    }

    /// Whether another value has the same values, in whatever shape.
    pub fn has_same_values(&self, other: &Meaning) -> bool {
        self.hash == other.hash
    }

    fn input(index: usize, shape: Shape) -> Meaning {
        Meaning::new(("input", index), shape)
    }

    /// The same values in another shape. Only the last of several shapes matters, and none if it is the first.
    fn reshaped(self, shape: Shape) -> Meaning {
        match self.shape == shape {
            true => self,
            false => Meaning { part: None, shape, ..self },
        }
    }

    /// All of the value, as a part of it or of what it is a part of.
    fn part(&self) -> Part {
        self.part.clone().unwrap_or_else(|| self.whole())
    }

    /// All of the value.
    fn whole(&self) -> Part {
        let sizes = self.shape.dims().to_vec();
        let places = sizes.iter().map(|size| [0, *size, 1]).collect();
        let order = (0..sizes.len()).collect();
        Part { sizes, places, order }
    }

    /// A part of it, or one with its axes in another order.
    fn changed(self, change: impl Fn(&mut Part)) -> Meaning {
        let (mut part, mut own) = (self.part(), self.whole());
        change(&mut part);
        change(&mut own);
        let count = self.shape.dims().iter().product();
        let (of, count, places): (u64, usize, Rc<[u32]>) = match self.arranged {
            None => (self.hash, count, own.all().into_iter().map(|place| place as u32).collect()),
            Some((of, count, before)) => {
                (of, count, own.all().into_iter().map(|place| before[place]).collect())
            }
        };
        let shape = own.shape();
        if places.iter().copied().eq(0..count as u32) {
            return Meaning {
                hash: of,
                summands: self.summands,
                part: None,
                arranged: None,
                shape,
            };
        }
        let hash = Meaning::new((of, &places), shape).hash;
        Meaning {
            hash,
            summands: self.summands,
            part: Some(part),
            arranged: Some((of, count, places)),
            shape,
        }
    }

    /// Its axes in another order.
    fn permuted(self, order: &[usize]) -> Meaning {
        self.changed(|part| part.order = order.iter().map(|axis| part.order[*axis]).collect())
    }

    /// Some places of an axis.
    fn sliced(self, slice: &Slice) -> Meaning {
        self.changed(|part| {
            let [start, count, step] = &mut part.places[part.order[slice.dim]];
            *start += slice.start * *step;
            *count = (slice.end - slice.start).div_ceil(slice.step);
            *step *= slice.step;
        })
    }

    /// The summands of a sum, or the value itself.
    fn summands(self) -> Vec<u64> {
        let (summands, shape) = self.summands;
        match summands.is_empty() || self.arranged.is_some() || self.shape != shape {
            true => vec![Meaning::new((self.hash, self.shape.dims()), self.shape).hash],
            false => summands,
        }
    }

    /// What a layer makes of its inputs. Its tensors have the names of the layer `weights`.
    fn of(mut op: Op, weights: &str, mut inputs: Vec<Meaning>, shape: Shape) -> Meaning {
        match &mut op {
            Op::Identity(_) | Op::Reshape(_) | Op::Flatten(_) => {
                return inputs.swap_remove(0).reshaped(shape);
            }
            // They do nothing but while training, and are not in files.
            Op::Dropout(dropout) if matches!(dropout.drops, Drops::Samples) => {
                return inputs.swap_remove(0);
            }
            Op::Linear(linear) if linear.flatten => {
                let flat = Shape::new(&[linear.in_features]);
                inputs[0] = inputs[0].clone().reshaped(flat);
                linear.flatten = false;
            }
            Op::Permute(permute) => {
                return inputs.swap_remove(0).permuted(permute.dims.dims());
            }
            Op::Slice(slice) => return inputs.swap_remove(0).sliced(slice),
            // Shapes matter where a value is used.
            Op::Parameter(parameter) => {
                let parameter =
                    Parameter { init: 0.0, std: 0.0, shape: parameter.stored, ..*parameter };
                return Meaning::new((format!("{parameter:?}"), weights), parameter.stored)
                    .reshaped(shape);
            }
            // Windows with one place.
            Op::AdaptivePool(_) if inputs[0].shape == shape => return inputs.swap_remove(0),
            Op::AvgPool(pool)
                if inputs[0].shape == shape
                    && pool.window.kernel_size.dims().iter().all(|size| *size == 1) =>
            {
                return inputs.swap_remove(0);
            }
            Op::AdaptivePool(pool)
                if pool.average && shape.dims()[1..].iter().all(|size| *size == 1) =>
            {
                let axes: Vec<usize> = (1..shape.rank()).collect();
                op = Op::Reduce(Reduce {
                    how: Reduction::Mean,
                    dims: Shape::new(&axes),
                    keepdim: false,
                });
                let flat = Shape::new(&shape.dims()[..1]);
                return Meaning::of(op, weights, inputs, flat).reshaped(shape);
            }
            Op::LayerNorm(norm) if norm.channels_first => {
                let rank = shape.rank();
                let (last, first): (Vec<usize>, Vec<usize>) = (
                    (1..rank).chain([0]).collect(),
                    [rank - 1].into_iter().chain(0..rank - 1).collect(),
                );
                norm.channels_first = false;
                let inner = inputs.swap_remove(0).permuted(&last);
                let shape = inner.shape;
                return Meaning::of(op, weights, vec![inner], shape).permuted(&first);
            }
            // Of one value.
            Op::Reduce(reduce)
                if reduce.how == Reduction::Mean
                    && reduce.dims.dims().iter().all(|axis| inputs[0].shape.dims()[*axis] == 1) =>
            {
                return inputs.swap_remove(0).reshaped(shape);
            }
            // An axis of size 1 that stays.
            Op::Reduce(reduce) if reduce.keepdim => {
                reduce.keepdim = false;
                let gone: Vec<usize> = (0..shape.rank())
                    .filter(|axis| !reduce.dims.dims().contains(axis))
                    .map(|axis| shape.dims()[axis])
                    .collect();
                return Meaning::of(op, weights, inputs, Shape::new(&gone)).reshaped(shape);
            }
            // What only training needs, and whether the factors are learned then.
            Op::BatchNorm(norm) => norm.momentum = 0.0,
            Op::FrozenBatchNorm(norm) => {
                op = Op::BatchNorm(BatchNorm {
                    num_features: norm.num_features,
                    eps: norm.eps,
                    momentum: 0.0,
                    affine: true,
                    track_running_stats: true,
                });
            }
            // Files have 32 bits of a number.
            Op::Activation(Activation::Scale { factor }) => *factor = f64::from(*factor as f32),
            // What the size of the output says already.
            Op::MaxPool(pool) => pool.ceil_mode = false,
            Op::AvgPool(pool) if is_covered(&pool.window, &inputs[0].shape) => {
                (pool.ceil_mode, pool.count_include_pad) = (false, true);
            }
            Op::Upsample(upsample) if is_exact(upsample, &inputs[0].shape) => {
                upsample.scale_factor = None;
            }
            Op::Join(Join::Add) => {
                let mut summands: Vec<u64> =
                    inputs.into_iter().flat_map(Meaning::summands).collect();
                summands.sort_unstable();
                return Meaning {
                    summands: (summands.clone(), shape),
                    ..Meaning::new(summands, shape)
                };
            }
            // Of values whose axes are in the same order, which that of the whole is, too.
            Op::Join(Join::Concat { dim }) => {
                let order = inputs[0].part().order;
                let same = inputs.iter().all(|input| input.part().order == order);
                if same && !order.is_sorted() {
                    let place = |axis| order.iter().position(|own| *own == axis).unwrap();
                    let back: Vec<usize> = (0..order.len()).map(place).collect();
                    *dim = order[*dim];
                    let inputs = inputs.into_iter().map(|input| input.permuted(&back)).collect();
                    let sizes: Vec<usize> = back.iter().map(|axis| shape.dims()[*axis]).collect();
                    return Meaning::of(op, weights, inputs, Shape::new(&sizes)).permuted(&order);
                }
            }
            Op::Join(Join::Mul | Join::Max | Join::Min) => inputs.sort_by_key(|input| input.hash),
            _ => {}
        }
        let arriving = inputs.first().map_or(shape, |input| input.shape);
        let owner = op.tensor(0, &arriving).map(|_| weights);
        let from: Vec<(u64, &[usize])> =
            inputs.iter().map(|input| (input.hash, input.shape.dims())).collect();
        Meaning::new((format!("{op:?}"), owner, from), shape)
    }
}

/// Whether windows end where the input does, which has no padding.
fn is_covered(window: &Window, input: &Shape) -> bool {
    let padding = [window.padding.before, window.padding.after];
    padding.iter().all(|padding| padding.dims().iter().all(|size| *size == 0))
        && input.dims()[1..].iter().enumerate().all(|(axis, size)| {
            let (kernel, stride) = (window.kernel_size.size(axis), window.stride.size(axis));
            *size >= kernel && (size - kernel).is_multiple_of(stride)
        })
}

/// Whether the factors of an upsampling are the quotients of its sizes.
fn is_exact(upsample: &Upsample, input: &Shape) -> bool {
    upsample.scale_factor.is_none_or(|factors| {
        let sizes = input.dims()[1..].iter().zip(upsample.size.dims());
        sizes.zip(factors).all(|((from, to), factor)| factor * *from as f64 == *to as f64)
    })
}

/// What a network computes.
pub struct Meanings {
    /// Of each layer with a value, in their order, with its name.
    pub layers: Vec<(String, Meaning)>,
    pub outputs: Vec<Meaning>,
}

/// What a declared network computes.
pub fn of_graph(graph: &Graph) -> Meanings {
    let body = |op| match op {
        Op::Network(nested) => Body::Network(nested),
        op => Body::Layer(op),
    };
    let model = Model::new(graph, |_, node, _| Ok(body(node.op))).unwrap();
    let inputs = graph.inputs.iter().enumerate();
    let inputs = inputs.map(|(index, input)| Meaning::input(index, input.shape)).collect();
    let mut layers = Vec::new();
    let run = model.run_all(
        inputs,
        |running, inputs| {
            let output = running.built.node.output;
            Ok::<_, Infallible>(Meaning::of(*running.layer, running.weights_of, inputs, output))
        },
        |built, meaning| layers.push((built.name.clone(), meaning.clone())),
    );
    let Ok(outputs) = run;
    Meanings { layers, outputs }
}

/// What an imported network computes.
pub fn of_form(form: &Form) -> Meanings {
    let mut layers: Vec<(String, Meaning)> = Vec::new();
    let value = |layers: &[(String, Meaning)], value| match value {
        Value::Input(index) => Meaning::input(index, form.inputs[index].shape),
        Value::Node(index) => layers[index].1.clone(),
    };
    for node in &form.nodes {
        let inputs = node.inputs.iter().map(|input| value(&layers, *input)).collect();
        let path = node.path().unwrap_or_default();
        let meaning = Meaning::of(node.op, &path, inputs, node.shape);
        layers.push((format!("{path} ({}, {})", node.source, node.call), meaning));
    }
    let outputs = form.outputs.iter().map(|(_, output)| value(&layers, *output)).collect();
    Meanings { layers, outputs }
}
