//! A network for inference.

use std::path::Path;

use candle_core::{DType, Device, Module, Result, Tensor};
use candle_nn::VarBuilder;
use cnn_core::engine::{Body, Model};
use cnn_core::{Graph, Network};
use cnn_weights::{Header, Ignored};

use crate::error::{BuildError, ForwardError};
use crate::fold::fold;
use crate::layers;
use crate::precision::computes;
use crate::unit::Unit;

/// A network on candle, with its weights. It is a [`Module`] of candle.
///
/// It is for inference: batch norms use their running statistics, and nothing is dropped.
#[derive(Clone, Debug)]
pub struct Net {
    model: Model<Unit>,
    dtype: DType,
}

impl Net {
    /// The network with the tensors of a `VarBuilder`, which have the names of [`Graph::state_dict`], and
    /// with its type of values and device.
    ///
    /// ```
    /// use candle_core::{DType, Device};
    /// use candle_nn::VarBuilder;
    /// use cnn_candle::Net;
    ///
    /// cnn::cnn! { struct Small: [4] -> [2] < hidden: fc(4, 3); relu; fc(3, 2) > }
    ///
    /// let none = VarBuilder::from_tensors(Default::default(), DType::F32, &Device::Cpu);
    /// let error = Net::new::<Small>(&none).unwrap_err().to_string();
    /// assert!(error.starts_with("4 tensors of `Small` are not available:\n  `hidden.weight` [3, 4]: "));
    /// ```
    ///
    /// # Errors
    ///
    /// If candle cannot run a layer, if it does not compute with the type of the weights, or if tensors are
    /// missing or have a different shape. All such layers and tensors are listed.
    pub fn new<N: Network>(weights: &VarBuilder<'_>) -> std::result::Result<Net, BuildError> {
        Net::from_graph(&N::GRAPH, weights)
    }

    /// The network of a graph, which may be chosen at run time.
    ///
    /// ```
    /// use candle_core::{DType, Device};
    /// use candle_nn::VarBuilder;
    /// use cnn_candle::Net;
    ///
    /// let weights = VarBuilder::zeros(DType::F32, &Device::Cpu);
    /// for entry in cnn_zoo::all().iter().filter(|entry| entry.summary.params < 100_000) {
    ///     assert!(Net::from_graph(entry.graph, &weights).is_ok());
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`new`](Net::new).
    pub fn from_graph(
        graph: &Graph,
        weights: &VarBuilder<'_>,
    ) -> std::result::Result<Net, BuildError> {
        let (network, dtype) = (graph.name, weights.dtype());
        if !computes(dtype, weights.device()) {
            return Err(BuildError::DType { network, dtype });
        }
        let mut tensors = Vec::new();
        let model = Model::new(graph, |name, node, shared| {
            let layer = layers::layer(node)?;
            Ok(layer.map(|layer| match shared {
                true => Unit::again(node, layer),
                false => Unit::load(name, node, layer, weights, &mut tensors),
            }))
        });
        let model = model.map_err(|nodes| BuildError::Refused { network, nodes })?;
        if !tensors.is_empty() {
            return Err(BuildError::Tensors { network, tensors });
        }
        Ok(Net { model, dtype })
    }

    /// The network with the tensors of a safetensors file, as `f32`. In PyTorch,
    /// `safetensors.torch.save_file` writes such a file of a `state_dict`.
    ///
    /// The header of the file is compared with the network before anything is loaded. The error lists
    /// everything that does not fit.
    ///
    /// ```no_run
    /// use candle_core::Device;
    /// use cnn_candle::Net;
    /// use cnn_zoo::resnet::ResNet18;
    ///
    /// let net = Net::load_safetensors::<ResNet18>("resnet18.safetensors", &Device::Cpu)?;
    /// # Ok::<(), cnn_candle::BuildError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is not a safetensors file or belongs to another network, or if candle
    /// cannot run a layer.
    pub fn load_safetensors<N: Network>(
        path: impl AsRef<Path>,
        device: &Device,
    ) -> std::result::Result<Net, BuildError> {
        let path = path.as_ref();
        cnn_weights::check::<N>(path).map_err(BuildError::Weights)?;
        let bytes = std::fs::read(path).map_err(|error| BuildError::Candle(error.into()))?;
        Net::load_safetensors_bytes::<N>(&bytes, device)
    }

    /// Like [`load_safetensors`](Net::load_safetensors), but tensors of the file that the network does not have
    /// are ignored where their names begin with one of these prefixes: the classifier of a checkpoint, of which
    /// the network is the backbone. The answer lists what was ignored.
    ///
    /// ```no_run
    /// use candle_core::Device;
    /// use cnn_candle::Net;
    ///
    /// cnn::cnn! { struct Backbone: [3, 32, 32] < conv1: conv(3, 8, 3) > }
    ///
    /// let device = Device::Cpu;
    /// let (net, ignored) =
    ///     Net::load_safetensors_except::<Backbone>("whole.safetensors", &device, &["fc"])?;
    /// println!("{ignored}");
    /// # Ok::<(), cnn_candle::BuildError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`load_safetensors`](Net::load_safetensors), for all other tensors; and if the file does not
    /// have a tensor of the network: without it, the network does not run.
    pub fn load_safetensors_except<N: Network>(
        path: impl AsRef<Path>,
        device: &Device,
        prefixes: &[&str],
    ) -> std::result::Result<(Net, Ignored), BuildError> {
        let (path, graph) = (path.as_ref(), &N::GRAPH);
        let header = Header::read(path).map_err(BuildError::Weights)?;
        let ignored = header.compare_except(graph, prefixes).map_err(BuildError::Weights)?;
        let bytes = std::fs::read(path).map_err(|error| BuildError::Candle(error.into()))?;
        Ok((Net::from_compared(graph, &bytes, device)?, ignored))
    }

    /// Like [`load_safetensors`](Net::load_safetensors), from a file in memory.
    ///
    /// ```
    /// use candle_core::Device;
    /// use cnn_candle::Net;
    ///
    /// cnn::cnn! { struct Small: [4] -> [2] < fc(4, 2) > }
    ///
    /// let file = b"PK\x03\x04 is how a file of torch.save begins";
    /// let error = Net::load_safetensors_bytes::<Small>(file, &Device::Cpu).unwrap_err();
    /// assert!(error.to_string().contains("not a safetensors file"), "{error}");
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`load_safetensors`](Net::load_safetensors).
    pub fn load_safetensors_bytes<N: Network>(
        bytes: &[u8],
        device: &Device,
    ) -> std::result::Result<Net, BuildError> {
        Net::from_safetensors(&N::GRAPH, bytes, device)
    }

    /// Like [`load_safetensors_bytes`](Net::load_safetensors_bytes), for a graph, which may be chosen at
    /// run time.
    ///
    /// # Errors
    ///
    /// The same as those of [`load_safetensors`](Net::load_safetensors).
    pub fn from_safetensors(
        graph: &Graph,
        bytes: &[u8],
        device: &Device,
    ) -> std::result::Result<Net, BuildError> {
        Header::from_bytes(bytes)
            .and_then(|header| header.compare(graph))
            .map_err(BuildError::Weights)?;
        Net::from_compared(graph, bytes, device)
    }

    /// Builds a network with weights whose names and shapes have been compared with it.
    fn from_compared(
        graph: &Graph,
        bytes: &[u8],
        device: &Device,
    ) -> std::result::Result<Net, BuildError> {
        let weights = VarBuilder::from_slice_safetensors(bytes, DType::F32, device)
            .map_err(BuildError::Candle)?;
        Net::from_graph(graph, &weights)
    }

    /// The same network with batch norms folded into the weights of the layers before them, so that they
    /// cost nothing.
    ///
    /// A norm is folded if it has running statistics and directly follows a convolution, a transposed
    /// convolution or a fully connected layer whose output is `[F]`, and no other layer takes that output.
    /// Other norms stay as they are. The outputs are the same except for rounding.
    ///
    /// The output of a layer without its norm is not computed any more, so [`observe`](Net::observe) does
    /// not show it.
    ///
    /// ```
    /// # use candle_core::{DType, Device, Tensor};
    /// # use candle_nn::VarBuilder;
    /// # use cnn_candle::Net;
    /// cnn::cnn! {
    ///     struct Small: [1, 8, 8] -> [10] <
    ///         conv(1, 4, 3, bias = false); batchnorm; relu; fc(_, 10)
    ///     >
    /// }
    ///
    /// # let device = Device::Cpu;
    /// # let weights = VarBuilder::zeros(DType::F32, &device);
    /// let net = Net::new::<Small>(&weights)?.fold_batchnorm()?;
    ///
    /// let mut names = Vec::new();
    /// net.observe(&Tensor::zeros((5, 1, 8, 8), DType::F32, &device)?, |name, _| {
    ///     names.push(name.to_owned());
    /// })?;
    /// assert_eq!(names, ["bn1", "relu1", "fc1"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the device fails.
    pub fn fold_batchnorm(mut self) -> Result<Net> {
        fold(&mut self.model)?;
        Ok(self)
    }

    /// The output for a batch.
    ///
    /// ```
    /// # use candle_core::{DType, Device, Tensor};
    /// # use candle_nn::VarBuilder;
    /// # use cnn_candle::Net;
    /// # cnn::cnn! { struct Small: [1, 8, 8] -> [10] < fc(_, 10) > }
    /// # let device = Device::Cpu;
    /// # let net = Net::new::<Small>(&VarBuilder::zeros(DType::F32, &device))?;
    /// let error = net.forward(&Tensor::zeros((5, 3, 8, 8), DType::F32, &device)?).unwrap_err();
    /// let message = "`Small` takes [batch, 1, 8, 8], but [5, 3, 8, 8] arrives";
    /// assert!(error.to_string().starts_with(message));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the input is not `[batch, …]` with the network's own shape and the type of the weights, if it has
    /// no samples, or if the network has several inputs or outputs: then the message is that of a
    /// [`ForwardError`]. Or if the device fails.
    pub fn forward(&self, input: &Tensor) -> Result<Tensor> {
        self.observe(input, |_, _| {})
    }

    /// All outputs for a batch of all inputs, each in the order in which the network declares them.
    ///
    /// ```
    /// # use candle_core::{DType, Device, Tensor};
    /// # use candle_nn::VarBuilder;
    /// # use cnn_candle::Net;
    /// cnn::cnn! {
    ///     struct Pair: (left: [2, 8, 8], right: [3]) -> (map: _, class: [4]) <
    ///         from(left);
    ///         map: conv(2, 3, 3);
    ///         adaptive_avgpool(1); flatten;
    ///         mul(right);
    ///         class: fc(3, 4);
    ///     >
    /// }
    ///
    /// # let device = Device::Cpu;
    /// # let net = Net::new::<Pair>(&VarBuilder::zeros(DType::F32, &device))?;
    /// let left = Tensor::zeros((5, 2, 8, 8), DType::F32, &device)?;
    /// let right = Tensor::zeros((5, 3), DType::F32, &device)?;
    /// let [map, class] = &net.forward_all(&[left, right])?[..] else { unreachable!() };
    /// assert_eq!((map.dims(), class.dims()), (&[5, 3, 6, 6][..], &[5, 4][..]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If an input is missing or left over, or is not `[batch, …]` with the network's own shape and the type
    /// of the weights, or if the batches differ or are empty. Or if the device fails.
    pub fn forward_all(&self, inputs: &[Tensor]) -> Result<Vec<Tensor>> {
        self.observe_all(inputs, |_, _| {})
    }

    /// Like [`forward_all`](Net::forward_all), with the inputs and outputs by their names.
    ///
    /// ```
    /// # use candle_core::{DType, Device, Tensor};
    /// # use candle_nn::VarBuilder;
    /// # use cnn_candle::Net;
    /// # cnn::cnn! {
    /// #     struct Pair: (left: [2], right: [2]) -> (sum: _, product: _) <
    /// #         sum: add { from(left); from(right) } product: mul { from(left); from(right) }
    /// #     >
    /// # }
    /// # let device = Device::Cpu;
    /// # let net = Net::new::<Pair>(&VarBuilder::zeros(DType::F32, &device))?;
    /// let [three, four] = [3.0, 4.0].map(|value: f32| Tensor::full(value, (1, 2), &device));
    /// for (name, value) in net.forward_named([("right", four?), ("left", three?)])? {
    ///     println!("{name}: {value}"); // sum: [[7., 7.]], product: [[12., 12.]]
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`forward_all`](Net::forward_all), and if a name is not that of an input.
    pub fn forward_named<'n>(
        &self,
        inputs: impl IntoIterator<Item = (&'n str, Tensor)>,
    ) -> Result<Vec<(&'static str, Tensor)>> {
        let graph = self.model.graph();
        let inputs = graph.sort_inputs(inputs).map_err(|error| wrap(error.into()))?;
        let outputs = self.forward_all(&inputs)?;
        Ok(graph.outputs.iter().map(|output| output.name).zip(outputs).collect())
    }

    /// Like [`forward`](Net::forward), and shows the output of each layer with its full name: to extract
    /// features, to debug, or to compare with another implementation.
    ///
    /// ```
    /// # use candle_core::{DType, Device, Tensor};
    /// # use candle_nn::VarBuilder;
    /// # use cnn_candle::Net;
    /// # cnn::cnn! { struct Small: [1, 8, 8] -> [10] < conv(1, 4, 3); relu; fc(_, 10) > }
    /// # let device = Device::Cpu;
    /// # let net = Net::new::<Small>(&VarBuilder::zeros(DType::F32, &device))?;
    /// let mut shapes = Vec::new();
    /// net.observe(&Tensor::zeros((5, 1, 8, 8), DType::F32, &device)?, |name, value| {
    ///     shapes.push(format!("{name} {:?}", value.dims()));
    /// })?;
    /// assert_eq!(shapes, ["conv1 [5, 4, 6, 6]", "relu1 [5, 4, 6, 6]", "fc1 [5, 10]"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// A layer with a [folded](Net::fold_batchnorm) norm is shown once, by the name of the norm.
    ///
    /// # Errors
    ///
    /// The same as those of [`forward`](Net::forward).
    pub fn observe(&self, input: &Tensor, observer: impl FnMut(&str, &Tensor)) -> Result<Tensor> {
        self.model.graph().check_input(input.dims()).map_err(|error| wrap(error.into()))?;
        Ok(self.observe_all(std::slice::from_ref(input), observer)?.swap_remove(0))
    }

    /// Like [`forward_all`](Net::forward_all), and shows the output of each layer with its full name.
    ///
    /// # Errors
    ///
    /// The same as those of [`forward_all`](Net::forward_all).
    pub fn observe_all(
        &self,
        inputs: &[Tensor],
        mut observer: impl FnMut(&str, &Tensor),
    ) -> Result<Vec<Tensor>> {
        self.check(inputs).map_err(wrap)?;
        self.model.run_all(
            inputs.to_vec(),
            |running, inputs| running.layer.forward(running.weights, &inputs),
            |built, output| match &built.body {
                Body::Layer(unit) if unit.hidden => {}
                _ => observer(&built.name, output),
            },
        )
    }

    /// The graph that is run.
    pub fn graph(&self) -> &Graph {
        self.model.graph()
    }

    /// Checks the shapes and the types of the inputs.
    fn check(&self, inputs: &[Tensor]) -> std::result::Result<(), ForwardError> {
        let graph = self.model.graph();
        let sizes: Vec<&[usize]> = inputs.iter().map(Tensor::dims).collect();
        graph.check_inputs(&sizes)?;
        match inputs.iter().find(|input| input.dtype() != self.dtype) {
            None => Ok(()),
            Some(other) => {
                let (takes, arrives) = (self.dtype, other.dtype());
                Err(ForwardError::DType { network: graph.name, takes, arrives })
            }
        }
    }
}

/// An error of this crate as one of candle's.
fn wrap(error: ForwardError) -> candle_core::Error {
    candle_core::Error::wrap(error)
}

impl Module for Net {
    fn forward(&self, input: &Tensor) -> Result<Tensor> {
        Net::forward(self, input)
    }
}
