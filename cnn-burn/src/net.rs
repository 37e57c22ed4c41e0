//! A network for training and inference.

use std::convert::Infallible;

use burn::tensor::{Device, Tensor};
use cnn_core::engine::Model;
use cnn_core::{Graph, Network};

use crate::error::{BuildError, ForwardError};
use crate::layers;
use crate::unit::Unit;
use crate::value::Value;

const RANKS: &str = "the ranks are checked when the network is built";

/// A network on burn. `IN` and `OUT` are the ranks of its input and output, with the batch: a
/// network from images to classes is a `Net<4, 2>`. Of several inputs or outputs, they are those of the
/// first.
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
/// It is a [`Module`](burn::module::Module) of burn: optimizers, `valid`, `to_device`, records and
/// stores work as with any other module, also if it is a field of a larger one.
///
/// # Training and inference
///
/// As everywhere in burn, the device decides. On a device with
/// [`autodiff`](burn::tensor::Device::autodiff), gradients are computed, dropout drops values, and batch
/// norm uses the statistics of the batch and updates the running ones. On a device without it, or after
/// [`valid`](burn::module::Module::valid), the network is in inference mode.
///
/// Layers that are declared `#[frozen]` are always in inference mode: their parameters have no gradients, so
/// optimizers keep no state for them, a batch norm uses its running statistics and leaves them as they are, and
/// dropout drops nothing. That is PyTorch's `requires_grad_(False)` and `eval()`, which survives a `train()`.
#[derive(Clone, Debug)]
pub struct Net<const IN: usize, const OUT: usize> {
    pub(crate) model: Model<Unit>,
}

impl<const IN: usize, const OUT: usize> Net<IN, OUT> {
    /// The network with new parameters, with PyTorch's initial values: weights and biases of convolutions
    /// and linear layers are uniform in `± 1 / √fan_in`, norms have 1 and 0, `prelu` has 0.25 and
    /// `layer_scale` 1e-6. The device draws the numbers: [`seed`](burn::tensor::Device::seed) makes them
    /// reproducible.
    ///
    /// Ranks that are not those of the network do not compile. This does:
    ///
    /// ```
    /// # use cnn::cnn;
    /// # cnn! { struct Small: [1, 8, 8] -> [10] < fc(_, 10) > }
    /// let net = cnn_burn::Net::<4, 2>::new::<Small>(&Default::default());
    /// ```
    ///
    /// With another first rank, it is the error that "the first rank of `Net<IN, OUT>` is that of the network's
    /// input with a batch":
    ///
    /// ```compile_fail
    /// # use cnn::cnn;
    /// # cnn! { struct Small: [1, 8, 8] -> [10] < fc(_, 10) > }
    /// let net = cnn_burn::Net::<3, 2>::new::<Small>(&Default::default());
    /// ```
    ///
    /// # Errors
    ///
    /// If burn cannot run a layer.
    pub fn new<N: Network>(device: &Device) -> Result<Self, BuildError> {
        const { assert_ranks(&N::GRAPH, IN, OUT) };
        Net::from_graph(&N::GRAPH, device)
    }

    /// The network of a graph, which may be chosen at run time.
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
        let model = Model::new(graph, |_, node, shared| {
            Ok(layers::layer(node)?.map(|layer| match shared {
                true => Unit::again(node, layer),
                false => Unit::new(node, layer, device),
            }))
        });
        match model {
            Ok(model) => Ok(Net { model }),
            Err(nodes) => Err(BuildError::Refused { network, nodes }),
        }
    }

    /// The output for a batch.
    ///
    /// # Panics
    ///
    /// If the network does not run on the input, with the message of the [`ForwardError`] that
    /// [`try_forward`](Net::try_forward) returns.
    #[track_caller]
    pub fn forward(&self, input: Tensor<IN>) -> Tensor<OUT> {
        match self.try_forward(input) {
            Ok(output) => output,
            Err(error) => panic!("{error}"),
        }
    }

    /// The output for a batch, or why the network does not run on it.
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
    /// If the input is not `[batch, …]` with the network's own shape, if it has no samples, if a norm would
    /// have to compute the variance of a single value, or if the network has several inputs or outputs.
    pub fn try_forward(&self, input: Tensor<IN>) -> Result<Tensor<OUT>, ForwardError> {
        self.observe(input, |_, _| {})
    }

    /// All outputs for a batch of all inputs, each in the order in which the network declares them. A
    /// [`Value`] is a tensor of any rank.
    ///
    /// ```
    /// # use burn::tensor::{Device, Tensor};
    /// # use cnn::cnn;
    /// # use cnn_burn::{Net, Value};
    /// cnn! {
    ///     struct Pair: (left: [2, 8, 8], right: [3]) -> (map: _, class: [4]) <
    ///         from(left);
    ///         map: conv(2, 3, 3);
    ///         adaptive_avgpool(1); flatten;
    ///         mul(right);
    ///         class: fc(3, 4);
    ///     >
    /// }
    ///
    /// let device = Device::default();
    /// let net: Net<4, 4> = Net::new::<Pair>(&device).unwrap();
    /// let left = Value::from(Tensor::<4>::zeros([5, 2, 8, 8], &device));
    /// let right = Value::from(Tensor::<2>::zeros([5, 3], &device));
    /// let outputs = net.forward_all(vec![left, right])?;
    /// let [map, class] = &outputs[..] else { unreachable!() };
    /// assert_eq!((map.dims(), class.dims()), (vec![5, 3, 6, 6], vec![5, 4]));
    /// # Ok::<(), cnn_burn::ForwardError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If an input is missing or left over, or is not `[batch, …]` with the network's own shape, if the
    /// batches differ or are empty, or if a norm would have to compute the variance of a single value.
    pub fn forward_all(&self, inputs: Vec<Value>) -> Result<Vec<Value>, ForwardError> {
        self.observe_all(inputs, |_, _| {})
    }

    /// Like [`forward_all`](Net::forward_all), with the inputs and outputs by their names.
    ///
    /// # Errors
    ///
    /// The same as those of [`forward_all`](Net::forward_all), and if a name is not that of an input.
    pub fn forward_named<'n>(
        &self,
        inputs: impl IntoIterator<Item = (&'n str, Value)>,
    ) -> Result<Vec<(&'static str, Value)>, ForwardError> {
        let graph = self.graph();
        let outputs = self.forward_all(graph.sort_inputs(inputs)?)?;
        Ok(graph.outputs.iter().map(|output| output.name).zip(outputs).collect())
    }

    /// Like [`try_forward`](Net::try_forward), and shows the output of each layer with its full name: to
    /// extract features, to debug, or to compare with another implementation.
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
    /// # Ok::<(), cnn_burn::ForwardError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`try_forward`](Net::try_forward).
    pub fn observe(
        &self,
        input: Tensor<IN>,
        observer: impl FnMut(&str, &Value),
    ) -> Result<Tensor<OUT>, ForwardError> {
        self.graph().check_input(&input.dims())?;
        let mut outputs = self.observe_all(vec![Value::new(input).expect(RANKS)], observer)?;
        Ok(outputs.swap_remove(0).into_tensor().expect(RANKS))
    }

    /// Like [`forward_all`](Net::forward_all), and shows the output of each layer with its full name.
    ///
    /// # Errors
    ///
    /// The same as those of [`forward_all`](Net::forward_all).
    pub fn observe_all(
        &self,
        inputs: Vec<Value>,
        mut observer: impl FnMut(&str, &Value),
    ) -> Result<Vec<Value>, ForwardError> {
        let autodiff = inputs.iter().any(Value::is_autodiff);
        self.check(&inputs, autodiff)?;
        let run = self.model.run_all(
            inputs,
            |running, inputs| {
                Ok::<_, Infallible>(running.layer.forward(running.weights, inputs, autodiff))
            },
            |built, output| observer(&built.name, output),
        );
        let Ok(outputs) = run;
        Ok(outputs)
    }

    /// The graph that is run.
    pub fn graph(&self) -> &Graph {
        self.model.graph()
    }

    /// Checks the sizes of the inputs, and that each norm has more than one value to compute a variance of.
    fn check(&self, inputs: &[Value], autodiff: bool) -> Result<(), ForwardError> {
        let sizes: Vec<Vec<usize>> = inputs.iter().map(Value::dims).collect();
        let sizes: Vec<&[usize]> = sizes.iter().map(Vec::as_slice).collect();
        let batch = self.graph().check_inputs(&sizes)?;
        for (built, unit) in self.model.layers() {
            let training = autodiff && (built.shared || unit.is_trained());
            if unit.values_per_variance(batch, training) == Some(1) {
                let (node, kind, shape) = (built.name.clone(), built.node.kind, built.node.input);
                return Err(ForwardError::OneValue { node, kind, shape });
            }
        }
        Ok(())
    }
}

/// Stops the compiler if these are not the ranks of a network's input and output with a batch.
const fn assert_ranks(graph: &Graph, input: usize, output: usize) {
    assert!(
        graph.input.rank() + 1 == input,
        "the first rank of `Net<IN, OUT>` is that of the network's input with a batch: \
         2 for [F], 3 for [C, L], 4 for [C, H, W], 5 for [C, D, H, W]"
    );
    assert!(
        graph.output.rank() + 1 == output,
        "the second rank of `Net<IN, OUT>` is that of the network's output with a batch: \
         2 for [F], 3 for [C, L], 4 for [C, H, W], 5 for [C, D, H, W]"
    );
}

#[cfg(test)]
mod tests {
    use super::assert_ranks;

    cnn::cnn! { struct Small: [1, 8, 8] -> [10] < fc(_, 10) > }

    #[test]
    fn the_ranks_of_the_network_are_accepted() {
        assert_ranks(&Small::GRAPH, 4, 2);
    }

    #[test]
    #[should_panic = "the first rank of `Net<IN, OUT>` is that of the network's input"]
    fn another_first_rank_is_refused() {
        assert_ranks(&Small::GRAPH, 3, 2);
    }

    #[test]
    #[should_panic = "the second rank of `Net<IN, OUT>` is that of the network's output"]
    fn another_second_rank_is_refused() {
        assert_ranks(&Small::GRAPH, 4, 4);
    }
}
