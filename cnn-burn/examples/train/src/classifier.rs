//! A network as burn's training library wants it.

use burn::module::Module;
use burn::nn::loss::CrossEntropyLossConfig;
use burn::tensor::{Device, Int, Tensor};
use burn::train::{ClassificationOutput, InferenceStep, TrainOutput, TrainStep};
use cnn::Graph;
use cnn_burn::Net;

use crate::Result;

/// Images, and the class of each of them.
#[derive(Clone, Debug)]
pub struct Batch {
    /// `[batch, channels, height, width]`.
    pub images: Tensor<4>,
    /// `[batch]`.
    pub targets: Tensor<1, Int>,
}

/// A network that learns to tell classes apart.
#[derive(Module, Debug)]
pub struct Classifier {
    net: Net<4, 2>,
    classes: usize,
    /// The devices whose gradients burn adds up for a step.
    summands: usize,
}

impl Classifier {
    /// The classifier with new parameters.
    ///
    /// A network of the zoo has a thousand outputs. If there are fewer classes, the first outputs are theirs and the
    /// others are ignored, which is the same function as that of a network with as many outputs as classes.
    ///
    /// # Errors
    ///
    /// If there are more classes than outputs, or burn cannot run a layer.
    pub fn new(graph: &'static Graph, classes: usize, device: &Device) -> Result<Classifier> {
        let outputs = graph.output.dims()[0];
        if classes > outputs {
            let name = graph.name;
            return Err(
                format!("`{name}` has {outputs} outputs, but there are {classes} classes").into()
            );
        }
        Ok(Classifier { net: Net::from_graph(graph, device)?, classes, summands: 1 })
    }

    /// The classifier for a strategy that adds up the gradients of so many devices. Each of them computes the gradient
    /// of the mean of its own batch, of which a step needs the mean.
    pub fn summed_over(self, devices: usize) -> Classifier {
        Classifier { summands: devices, ..self }
    }

    /// The network.
    pub fn net(&self) -> &Net<4, 2> {
        &self.net
    }

    /// The network, to load its weights.
    pub fn net_mut(&mut self) -> &mut Net<4, 2> {
        &mut self.net
    }

    /// The scores of the classes, the loss, which is the mean of the batch, and the targets.
    pub fn classify(&self, Batch { images, targets }: Batch) -> ClassificationOutput {
        let scores = self.net.forward(images).narrow(1, 0, self.classes);
        let loss = CrossEntropyLossConfig::new().init(&scores.device());
        let loss = loss.forward(scores.clone(), targets.clone());
        ClassificationOutput::new(loss, scores, targets)
    }
}

impl TrainStep for Classifier {
    type Input = Batch;
    type Output = ClassificationOutput;

    fn step(&self, batch: Batch) -> TrainOutput<ClassificationOutput> {
        let output = self.classify(batch);
        let loss = output.loss.clone() / self.summands as f64;
        TrainOutput::new(self, loss.backward(), output)
    }
}

impl InferenceStep for Classifier {
    type Input = Batch;
    type Output = ClassificationOutput;

    fn step(&self, batch: Batch) -> ClassificationOutput {
        self.classify(batch)
    }
}
