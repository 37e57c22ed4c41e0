//! The parameters and buffers of a network.

use std::collections::{BTreeMap, BTreeSet};

use cnn_core::{Graph, Op};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

use crate::tensor::{Tensor, rounded_to_f32};
use crate::window_attention::relative_position_index;

/// Tensors under the names of PyTorch's `state_dict`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    tensors: BTreeMap<String, Tensor>,
    /// The names of those that are made of integers.
    integers: BTreeSet<String>,
}

impl State {
    /// The state of a network, each tensor made from its name and sizes, but for the integers, which a layer
    /// knows.
    pub fn from_fn(graph: &Graph, tensor: impl FnMut(&str, &[usize]) -> Tensor) -> State {
        let (mut tensor, mut state) = (tensor, State::default());
        state.add_integers(graph, "");
        for (name, shape) in graph.state_dict() {
            if !state.integers.contains(&name) {
                let made = tensor(&name, shape.dims());
                state.tensors.insert(name, made);
            }
        }
        state
    }

    /// Random values, the same for the same seed, with which outputs are about as large as inputs:
    /// the variance of weights is one over the number of values that they weigh; factors and running
    /// variances are between ½ and 1½. All of them are exact in f32.
    ///
    /// ```
    /// use cnn::cnn;
    /// use cnn_reference::State;
    ///
    /// cnn! { struct Net: [3, 8, 8] < conv1: conv(3, 4, 3); bn1: batchnorm > }
    /// let state = State::random(&Net::GRAPH, 7);
    /// assert_eq!(state.get("conv1.weight").sizes(), [4, 3, 3, 3]);
    /// assert!(state.get("bn1.running_var").values().iter().all(|value| *value > 0.0));
    /// ```
    pub fn random(graph: &Graph, seed: u64) -> State {
        let mut random = fastrand::Rng::with_seed(seed);
        State::from_fn(graph, |name, sizes| {
            let positive =
                name.ends_with("running_var") || (sizes.len() == 1 && name.ends_with("weight"));
            let weighed: usize = sizes.iter().skip(1).product();
            let reach = if sizes.len() > 1 { (3.0 / weighed as f64).sqrt() } else { 0.5 };
            let mut value = || {
                let value = reach * (2.0 * random.f64() - 1.0);
                rounded_to_f32(if positive { 1.0 + value } else { value })
            };
            Tensor::new(sizes, (0..sizes.iter().product()).map(|_| value()).collect())
        })
    }

    /// The tensors of integers, under their names in full.
    fn add_integers(&mut self, graph: &Graph, scope: &str) {
        for node in graph.nodes {
            let name = format!("{scope}{}.", node.name);
            match node.op {
                Op::Network(nested) => self.add_integers(&nested.graph, &name),
                Op::WindowAttention(layer) => {
                    let name = format!("{name}relative_position_index");
                    self.integers.insert(name.clone());
                    self.tensors.insert(name, relative_position_index(&layer));
                }
                _ => {}
            }
        }
    }

    /// The tensor with this name.
    ///
    /// # Panics
    ///
    /// If there is no such tensor.
    pub fn get(&self, name: &str) -> &Tensor {
        self.tensors.get(name).unwrap_or_else(|| panic!("no tensor {name}"))
    }

    /// All names and tensors.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Tensor)> {
        self.tensors.iter().map(|(name, tensor)| (name.as_str(), tensor))
    }

    /// The tensors as a safetensors file with values of f32, and of i64 where they are integers.
    pub fn to_safetensors(&self) -> Vec<u8> {
        self.serialize(Dtype::F32, |value| (value as f32).to_le_bytes().to_vec())
    }

    /// The tensors as a safetensors file with values of f64.
    pub fn to_safetensors_f64(&self) -> Vec<u8> {
        self.serialize(Dtype::F64, |value| value.to_le_bytes().to_vec())
    }

    fn serialize(&self, dtype: Dtype, bytes: fn(f64) -> Vec<u8>) -> Vec<u8> {
        let tensors: Vec<(&str, &Tensor, Vec<u8>)> = self
            .iter()
            .map(|(name, tensor)| {
                let integer = |value: f64| (value as i64).to_le_bytes().to_vec();
                let bytes = if self.integers.contains(name) { integer } else { bytes };
                (name, tensor, tensor.values().iter().flat_map(|value| bytes(*value)).collect())
            })
            .collect();
        let views = tensors.iter().map(|(name, tensor, bytes)| {
            let dtype = if self.integers.contains(*name) { Dtype::I64 } else { dtype };
            let view = TensorView::new(dtype, tensor.sizes().to_vec(), bytes);
            (*name, view.expect("as many bytes as values"))
        });
        safetensors::serialize(views, None).expect("valid tensors")
    }

    /// The tensors of f32 in a safetensors file. The others are PyTorch's `num_batches_tracked`.
    ///
    /// # Panics
    ///
    /// If it is not a safetensors file.
    pub fn from_safetensors(file: &[u8]) -> State {
        let file = SafeTensors::deserialize(file).expect("a safetensors file");
        let floats = file.iter().filter(|(_, view)| view.dtype() == Dtype::F32);
        let tensor = |(name, view): (&str, TensorView<'_>)| {
            let values = view.data().chunks_exact(4);
            let values = values.map(|bytes| {
                f64::from(f32::from_le_bytes(bytes.try_into().expect("chunks of four")))
            });
            (name.to_owned(), Tensor::new(view.shape(), values.collect()))
        };
        State { tensors: floats.map(tensor).collect(), integers: BTreeSet::new() }
    }
}

/// The tensors of one layer.
#[derive(Clone, Copy)]
pub(crate) struct LayerState<'a> {
    /// Those of the network.
    pub(crate) state: &'a State,
    /// The full name of the layer.
    pub(crate) name: &'a str,
}

impl<'a> LayerState<'a> {
    /// The tensor with this suffix.
    pub(crate) fn get(self, suffix: &str) -> &'a Tensor {
        let name = if suffix.is_empty() {
            self.name.to_owned()
        } else {
            format!("{}.{suffix}", self.name)
        };
        self.state.get(&name)
    }

    /// The tensor with this suffix, if the layer has it.
    pub(crate) fn get_if(self, present: bool, suffix: &str) -> Option<&'a Tensor> {
        present.then(|| self.get(suffix))
    }
}
