//! A network for inference.

use std::path::Path;

use candle_core::{DType, Device, Module, Result, Tensor};
use candle_nn::VarBuilder;
use cnn_core::engine::{Body, Model};
use cnn_core::{Graph, Network};
use cnn_weights::Header;

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
    /// assert!(error.starts_with("4 tensors of `Small` cannot be had:\n  `hidden.weight` [3, 4]: "));
    /// ```
    ///
    /// # Errors
    ///
    /// If candle cannot run a layer, if it does not compute with the type of the weights, or if tensors are
    /// missing or have another shape. All such layers and tensors are listed.
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
    /// As those of [`new`](Net::new).
    pub fn from_graph(
        graph: &Graph,
        weights: &VarBuilder<'_>,
    ) -> std::result::Result<Net, BuildError> {
        let (network, dtype) = (graph.name, weights.dtype());
        if !computes(dtype, weights.device()) {
            return Err(BuildError::DType { network, dtype });
        }
        let mut tensors = Vec::new();
        let model = Model::new(graph, |name, node| {
            let layer = layers::layer(node)?;
            Ok(layer.map(|layer| Unit::load(name, node, layer, weights, &mut tensors)))
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
    /// If the file cannot be read, is no safetensors file or not that of the network, or if candle
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

    /// As [`load_safetensors`](Net::load_safetensors), from a file in memory.
    ///
    /// ```
    /// use candle_core::Device;
    /// use cnn_candle::Net;
    ///
    /// cnn::cnn! { struct Small: [4] -> [2] < fc(4, 2) > }
    ///
    /// let file = b"PK\x03\x04 is how a file of torch.save begins";
    /// let error = Net::load_safetensors_bytes::<Small>(file, &Device::Cpu).unwrap_err();
    /// assert!(error.to_string().contains("no safetensors file"), "{error}");
    /// ```
    ///
    /// # Errors
    ///
    /// As those of [`load_safetensors`](Net::load_safetensors).
    pub fn load_safetensors_bytes<N: Network>(
        bytes: &[u8],
        device: &Device,
    ) -> std::result::Result<Net, BuildError> {
        Net::from_safetensors(&N::GRAPH, bytes, device)
    }

    /// As [`load_safetensors_bytes`](Net::load_safetensors_bytes), for a graph, which may be chosen at
    /// run time.
    ///
    /// # Errors
    ///
    /// As those of [`load_safetensors`](Net::load_safetensors).
    pub fn from_safetensors(
        graph: &Graph,
        bytes: &[u8],
        device: &Device,
    ) -> std::result::Result<Net, BuildError> {
        Header::from_bytes(bytes)
            .and_then(|header| header.compare(graph))
            .map_err(BuildError::Weights)?;
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
    /// If the input is not `[batch, …]` with the network's own shape and the type of the weights, or has
    /// no samples: then the message is that of a [`ForwardError`]. Or if the device fails.
    pub fn forward(&self, input: &Tensor) -> Result<Tensor> {
        self.observe(input, |_, _| {})
    }

    /// As [`forward`](Net::forward), and shows the output of each layer with its full name: to extract
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
    /// As those of [`forward`](Net::forward).
    pub fn observe(
        &self,
        input: &Tensor,
        mut observer: impl FnMut(&str, &Tensor),
    ) -> Result<Tensor> {
        self.check(input).map_err(candle_core::Error::wrap)?;
        self.model.run(
            input.clone(),
            |_, unit, inputs| unit.forward(&inputs),
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

    /// Checks the shape and the type of an input.
    fn check(&self, input: &Tensor) -> std::result::Result<(), ForwardError> {
        let graph = self.model.graph();
        graph.check_input(input.dims())?;
        if input.dtype() != self.dtype {
            let (takes, arrives) = (self.dtype, input.dtype());
            return Err(ForwardError::DType { network: graph.name, takes, arrives });
        }
        Ok(())
    }
}

impl Module for Net {
    fn forward(&self, input: &Tensor) -> Result<Tensor> {
        Net::forward(self, input)
    }
}
