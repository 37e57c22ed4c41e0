//! Several devices compute together what one computes.

mod common;

use burn::data::dataloader::{DataLoaderIterator, Progress};
use burn::data::dataset::DatasetError;
use burn::module::{Module, ModuleVisitor, Param};
use burn::optim::GradientsParams;
use burn::tensor::{Device, Int, Tensor, TensorData};
use burn::train::TrainStep;
use burn::train::train::MultiDevicesTrainStep;
use cnn::cnn;
use common::{Folder, stdout, train};
use train::{Batch, Classifier};

cnn! {
    /// Without batch norms, whose statistics are those of each device's own part.
    struct Plain: [1, 8, 8] -> [10] <
        conv(1, 8, 3, padding = 1); relu; maxpool(2);
        conv(8, 16, 3, padding = 1); groupnorm(4); relu; maxpool(2);
        fc(_, 32); relu; fc(32, 10);
    >
}

/// Loads one batch.
struct Once(Option<Batch>);

impl Iterator for Once {
    type Item = Result<Batch, DatasetError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.take().map(Ok)
    }
}

impl DataLoaderIterator<Batch> for Once {
    fn progress(&self) -> Progress {
        Progress::new(1, 1, None)
    }
}

/// Images from `start` to `end` of a fixed sequence.
fn batch(start: usize, end: usize, device: &Device) -> Batch {
    let pixels =
        (start * 64..end * 64).map(|i| ((i * 7919 % 1013) as f32 / 1013.0) - 0.5).collect();
    let targets: Vec<i64> = (start..end).map(|i| (i * 3 % 10) as i64).collect();
    Batch {
        images: Tensor::from_data(
            TensorData::new::<f32, _>(pixels, [end - start, 1, 8, 8]),
            device,
        ),
        targets: Tensor::<1, Int>::from_data(targets.as_slice(), device),
    }
}

/// The gradients of all parameters.
struct Gradients<'a> {
    of: &'a GradientsParams,
    found: Vec<Vec<f32>>,
}

impl Gradients<'_> {
    fn of(module: &Classifier, of: &GradientsParams) -> Vec<Vec<f32>> {
        let mut gradients = Gradients { of, found: Vec::new() };
        module.visit(&mut gradients);
        gradients.found
    }
}

impl ModuleVisitor for Gradients<'_> {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let gradient = self.of.get::<D>(param.id).expect("all parameters are trained");
        self.found.push(gradient.into_data().iter().collect());
    }
}

#[test]
fn the_gradient_of_two_devices_is_that_of_the_whole_batch() {
    let devices = [Device::flex().autodiff(), Device::flex().autodiff()];
    devices[0].seed(1);
    let one = Classifier::new(&Plain::GRAPH, 10, &devices[0]).unwrap();
    let whole = TrainStep::step(&one, batch(0, 16, &devices[0])).grads;
    let whole = Gradients::of(&one, &whole);

    // The two devices add up their gradients.
    let two = one.clone().summed_over(2);
    let halves = [batch(0, 8, &devices[0]), batch(8, 16, &devices[1])];
    let mut loaders =
        halves.map(|half| Box::new(Once(Some(half))) as Box<dyn DataLoaderIterator<Batch>>);
    let (outputs, _) = MultiDevicesTrainStep::new(&devices).step(&mut loaders, &two).unwrap();
    let parts: Vec<Vec<Vec<f32>>> =
        outputs.iter().map(|output| Gradients::of(&two, &output.output.grads)).collect();
    assert_eq!(parts.len(), 2);

    let mut compared = 0;
    for (tensor, whole) in whole.iter().enumerate() {
        let scale = whole.iter().fold(0.0, |most: f32, value| most.max(value.abs()));
        assert!(scale > 1e-4, "a gradient of zero would fit anything");
        for (i, value) in whole.iter().enumerate() {
            let sum = parts[0][tensor][i] + parts[1][tensor][i];
            assert!((sum - value).abs() <= 1e-5 * scale, "{sum} is not {value}");
            compared += 1;
        }
    }
    assert_eq!(compared, Plain::PARAMS);
}

#[test]
fn two_devices_learn_as_well_as_one() {
    let folder = Folder::new("devices");
    let accuracy = |name: &str, extra: &[&str]| -> f64 {
        let output = folder.path(name);
        let fixed = ["--epochs", "5", "--plain", "--output", output.to_str().unwrap()];
        let printed = stdout(&mut train(&[&fixed, extra].concat()));
        common::accuracy(&printed)
    };
    let one = accuracy("one", &["--batch", "32"]);
    // As many images in a step.
    for strategy in ["main", "sharded"] {
        let two =
            accuracy(strategy, &["--batch", "16", "--device", "cpu,cpu", "--strategy", strategy]);
        assert!(one > 85.0 && two > 85.0, "{one} and, with {strategy}, {two}");
    }
}
