//! A network that infers.

use std::path::Path;

use candle_core::{DType, Device, Module, Result, Tensor};
use candle_nn::VarBuilder;
use cnn::{Graph, Network};
use cnn_weights::Header;

use crate::error::{BuildError, InputError};
use crate::precision::computes;
use crate::refusal::refusal;
use crate::walk::{Observer, Walk};

/// A network on candle, with its weights. It is a [`Module`] of candle.
///
/// It infers: batch norms take their running statistics, and nothing is dropped.
#[derive(Clone, Debug)]
pub struct Net {
    walk: Walk,
    dtype: DType,
}

impl Net {
    /// The network with the tensors of a `VarBuilder`, under the names of
    /// [`Graph::state_dict`](cnn::Graph::state_dict), and with its type of values and device.
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
    /// If a layer is one that this version does not know, if candle does not compute with the type of the
    /// weights, or if tensors are missing or have another shape: all of them.
    pub fn new<N: Network>(weights: &VarBuilder<'_>) -> std::result::Result<Net, BuildError> {
        Net::from_graph(&N::GRAPH, weights)
    }

    /// The network of a graph, for those that are chosen while the program runs.
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
        let nodes = graph.refusals(refusal);
        if !nodes.is_empty() {
            return Err(BuildError::Refused { network, nodes });
        }
        let mut tensors = Vec::new();
        let walk = Walk::new(graph, "", weights, &mut tensors);
        if !tensors.is_empty() {
            return Err(BuildError::Tensors { network, tensors });
        }
        Ok(Net { walk, dtype })
    }

    /// The network with the tensors of a safetensors file, such as a `state_dict` that was saved in
    /// PyTorch with `safetensors.torch.save_file`, as `f32`.
    ///
    /// The header of the file is compared with the network before anything is loaded. If anything
    /// does not fit, all of it is reported.
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

    /// As [`load_safetensors`](Net::load_safetensors), of a file in memory.
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

    /// As [`load_safetensors_bytes`](Net::load_safetensors_bytes), for a graph that is chosen while
    /// the program runs.
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

    /// The same network with each batch norm folded into the weights of the layer before it, so that it
    /// costs nothing.
    ///
    /// Folded is a norm with running statistics that directly follows a convolution, a transposed one
    /// or a fully connected layer with `[F]` as its output, if nothing else takes that layer's output.
    /// Others stay as they are. The outputs are the same but for rounding.
    ///
    /// What a layer made before its norm is not computed any more: [`observe`](Net::observe) does not
    /// show it.
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
        self.walk.fold()?;
        Ok(self)
    }

    /// What the network makes of a batch.
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
    /// If the input is not `[batch, …]` with the network's own shape and the type of the weights, or
    /// has no samples, with the message of an [`InputError`]; or if the device fails.
    pub fn forward(&self, input: &Tensor) -> Result<Tensor> {
        self.run(input, None)
    }

    /// As [`forward`](Net::forward), and shows the output of each layer under the layer's name: for
    /// features, for debugging, or to compare with another implementation.
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
    /// A layer with a [folded](Net::fold_batchnorm) norm is shown once, as the norm.
    ///
    /// # Errors
    ///
    /// As those of [`forward`](Net::forward).
    pub fn observe(
        &self,
        input: &Tensor,
        mut observer: impl FnMut(&str, &Tensor),
    ) -> Result<Tensor> {
        self.run(input, Some(&mut observer))
    }

    /// The graph that is run.
    pub fn graph(&self) -> &Graph {
        &self.walk.graph
    }

    fn run(&self, input: &Tensor, mut observer: Observer<'_>) -> Result<Tensor> {
        self.check(input).map_err(candle_core::Error::wrap)?;
        self.walk.run(input.clone(), "", &mut observer)
    }

    /// Whether the network takes an input.
    fn check(&self, input: &Tensor) -> std::result::Result<(), InputError> {
        let Graph { name: network, input: takes, .. } = self.walk.graph;
        let dims = input.dims();
        if dims.get(1..) != Some(takes.dims()) {
            return Err(InputError::Shape { network, takes, arrives: dims.to_vec() });
        }
        if dims[0] == 0 {
            return Err(InputError::Empty { network });
        }
        if input.dtype() != self.dtype {
            let (takes, arrives) = (self.dtype, input.dtype());
            return Err(InputError::DType { network, takes, arrives });
        }
        Ok(())
    }
}

impl Module for Net {
    fn forward(&self, input: &Tensor) -> Result<Tensor> {
        Net::forward(self, input)
    }
}
