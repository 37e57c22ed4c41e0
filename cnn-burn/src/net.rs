//! A network that trains and runs.

use burn::tensor::{Device, Tensor};
use cnn::{Graph, Kind, Network, Op};

use crate::error::{BuildError, InputError};
use crate::refusal::refusal;
use crate::value::Value;
use crate::walk::{Observer, Walk};

/// A network on burn. `IN` and `OUT` are the ranks of its input and output, with the batch: a
/// network from images to classes is a `Net<4, 2>`.
///
/// ```
/// use burn::tensor::{Device, Tensor};
/// use cnn::cnn;
/// use cnn_burn::Net;
///
/// cnn! {
///     struct Small: [1, 8, 8] -> [10] < conv(1, 4, 3); relu; maxpool(2); fc(_, 10) >
/// }
///
/// let device = Device::default();
/// let net: Net<4, 2> = Net::new::<Small>(&device)?;
/// let classes = net.forward(Tensor::zeros([5, 1, 8, 8], &device));
/// assert_eq!(classes.dims(), [5, 10]);
/// # Ok::<(), cnn_burn::BuildError>(())
/// ```
///
/// It is a [`Module`](burn::module::Module) of burn: optimisers, `valid`, `to_device`, records and
/// stores work as with any other, also where it is a field of a larger one.
///
/// # Training and inference
///
/// As everywhere in burn, the device decides. On one with
/// [`autodiff`](burn::tensor::Device::autodiff), gradients flow, dropout drops and batch norm takes
/// the statistics of the batch, and keeps them; on one without, or after
/// [`valid`](burn::module::Module::valid), the network infers.
///
/// Layers that are declared `#[frozen]` have parameters without gradients, as with PyTorch's
/// `requires_grad_(False)`: a frozen batch norm still keeps statistics, and frozen dropout drops.
/// burn's [`freeze_group`](burn::module::Module::freeze_group) also stops that.
#[derive(Clone, Debug)]
pub struct Net<const IN: usize, const OUT: usize> {
    pub(crate) walk: Walk,
}

impl<const IN: usize, const OUT: usize> Net<IN, OUT> {
    /// The network with new parameters, as PyTorch makes them: convolutions and linear layers
    /// uniform in `± 1 / √fan_in`, with their biases; norms with 1 and 0; `prelu` with 0.25;
    /// `layer_scale` with 1e-6. The numbers are the device's:
    /// [`seed`](burn::tensor::Device::seed) makes them reproducible.
    ///
    /// Ranks that are not those of the network do not compile:
    ///
    /// ```compile_fail
    /// # use cnn::cnn;
    /// # cnn! { struct Small: [1, 8, 8] -> [10] < fc(_, 10) > }
    /// let net = cnn_burn::Net::<3, 2>::new::<Small>(&Default::default());
    /// ```
    ///
    /// # Errors
    ///
    /// If a layer is one that this version does not know.
    pub fn new<N: Network>(device: &Device) -> Result<Self, BuildError> {
        const {
            assert!(
                N::GRAPH.input.rank() + 1 == IN,
                "the first rank of `Net<IN, OUT>` is that of the network's input with a batch: \
                 2 for [F], 3 for [C, L], 4 for [C, H, W], 5 for [C, D, H, W]"
            );
            assert!(
                N::GRAPH.output.rank() + 1 == OUT,
                "the second rank of `Net<IN, OUT>` is that of the network's output with a batch: \
                 2 for [F], 3 for [C, L], 4 for [C, H, W], 5 for [C, D, H, W]"
            );
        };
        Net::from_graph(&N::GRAPH, device)
    }

    /// The network of a graph, for those that are chosen while the program runs.
    ///
    /// ```
    /// use burn::tensor::Device;
    /// use cnn_burn::Net;
    ///
    /// for entry in cnn_zoo::all().iter().filter(|entry| entry.summary.params < 100_000) {
    ///     let net = Net::<4, 2>::from_graph(entry.graph, &Device::default());
    ///     println!("{}: {}", entry.name, net.is_ok());
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If the ranks are not those of the graph, or burn cannot run a layer.
    pub fn from_graph(graph: &Graph, device: &Device) -> Result<Self, BuildError> {
        let network = graph.name;
        let expected = [graph.input.rank() + 1, graph.output.rank() + 1];
        if expected != [IN, OUT] {
            return Err(BuildError::Ranks { network, expected, found: [IN, OUT] });
        }
        let nodes = graph.refusals(refusal);
        if !nodes.is_empty() {
            return Err(BuildError::Refused { network, nodes });
        }
        Ok(Net { walk: Walk::new(graph, device) })
    }

    /// What the network makes of a batch.
    ///
    /// # Panics
    ///
    /// If the network does not take the input, with the message of the [`InputError`] that
    /// [`try_forward`](Net::try_forward) returns.
    #[track_caller]
    pub fn forward(&self, input: Tensor<IN>) -> Tensor<OUT> {
        match self.try_forward(input) {
            Ok(output) => output,
            Err(error) => panic!("{error}"),
        }
    }

    /// What the network makes of a batch, or why it does not take it.
    ///
    /// ```
    /// # use burn::tensor::{Device, Tensor};
    /// # use cnn::cnn;
    /// # use cnn_burn::Net;
    /// # cnn! { struct Small: [1, 8, 8] -> [10] < fc(_, 10) > }
    /// let device = Device::default();
    /// let net: Net<4, 2> = Net::new::<Small>(&device).unwrap();
    /// let error = net.try_forward(Tensor::zeros([5, 3, 8, 8], &device)).unwrap_err();
    /// assert_eq!(error.to_string(), "`Small` takes [batch, 1, 8, 8], but [5, 3, 8, 8] arrives");
    /// ```
    ///
    /// # Errors
    ///
    /// If the input is not `[batch, …]` with the network's own shape, if it has no samples, or if a
    /// norm would have to find the variance of a single value.
    pub fn try_forward(&self, input: Tensor<IN>) -> Result<Tensor<OUT>, InputError> {
        self.run(input, None)
    }

    /// As [`try_forward`](Net::try_forward), and shows the output of each layer under the layer's
    /// name: for features, for debugging, or to compare with another implementation.
    ///
    /// ```
    /// # use burn::tensor::{Device, Tensor};
    /// # use cnn::cnn;
    /// # use cnn_burn::Net;
    /// # cnn! { struct Small: [1, 8, 8] -> [10] < conv(1, 4, 3); relu; fc(_, 10) > }
    /// # let device = Device::default();
    /// # let net: Net<4, 2> = Net::new::<Small>(&device).unwrap();
    /// let mut shapes = Vec::new();
    /// net.observe(Tensor::zeros([5, 1, 8, 8], &device), |name, value| {
    ///     shapes.push(format!("{name} {:?}", value.dims()));
    /// })?;
    /// assert_eq!(shapes, ["conv1 [5, 4, 6, 6]", "relu1 [5, 4, 6, 6]", "fc1 [5, 10]"]);
    /// # Ok::<(), cnn_burn::InputError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As those of [`try_forward`](Net::try_forward).
    pub fn observe(
        &self,
        input: Tensor<IN>,
        mut observer: impl FnMut(&str, &Value),
    ) -> Result<Tensor<OUT>, InputError> {
        self.run(input, Some(&mut observer))
    }

    /// The graph that is run.
    pub fn graph(&self) -> &Graph {
        &self.walk.graph
    }

    fn run(
        &self,
        input: Tensor<IN>,
        mut observer: Observer<'_>,
    ) -> Result<Tensor<OUT>, InputError> {
        let autodiff = input.device().is_autodiff();
        self.check(&input.dims(), autodiff)?;
        let output = Value::new(input)
            .map(|input| self.walk.run(input, autodiff, "", &mut observer))
            .and_then(Value::into_tensor);
        match output {
            Some(output) => Ok(output),
            None => unreachable!("the ranks have been checked when the network was built"),
        }
    }

    /// Whether the network takes an input with these sizes.
    fn check(&self, dims: &[usize; IN], autodiff: bool) -> Result<(), InputError> {
        let Graph { name: network, input: takes, .. } = self.walk.graph;
        if dims[1..] != *takes.dims() {
            return Err(InputError::Shape { network, takes, arrives: dims.to_vec() });
        }
        match dims[0] {
            0 => Err(InputError::Empty { network }),
            batch => self.walk.check(batch, autodiff, ""),
        }
    }
}

impl Walk {
    /// Whether each norm has more than one value to find a variance of.
    fn check(&self, batch: usize, autodiff: bool, prefix: &str) -> Result<(), InputError> {
        self.units.iter().try_for_each(|unit| {
            let training = unit.is_training(autodiff);
            // A norm keeps the shape.
            let places: usize = unit.node.output.dims()[1..].iter().product();
            let (kind, values, needs_variance) = match unit.node.op {
                Op::BatchNorm(norm) => {
                    (Kind::BatchNorm, batch * places, training || !norm.track_running_stats)
                }
                _ => (Kind::InstanceNorm, places, training),
            };
            let norm = matches!(unit.node.op, Op::BatchNorm(_) | Op::InstanceNorm(_));
            let single = (norm && needs_variance && values == 1).then_some(kind);
            let name = || format!("{prefix}{}", unit.node.name);
            match (single, &unit.nested) {
                (Some(kind), _) => {
                    Err(InputError::OneValue { node: name(), kind, shape: unit.node.output })
                }
                (None, Some(nested)) => nested.check(batch, autodiff, &format!("{}.", name())),
                (None, None) => Ok(()),
            }
        })
    }
}
