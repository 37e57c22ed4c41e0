//! Batches of images, always the same ones in the same epoch.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use burn::data::dataloader::{DataLoader, DataLoaderIterator, Progress};
use burn::data::dataset::DatasetError;
use burn::tensor::{Device, Int, Tensor, TensorData};
use fastrand::Rng;
use rayon::prelude::*;

use crate::classifier::Batch;
use crate::data::Sample;
use crate::pictures::Preparation;

/// Batches that are prepared before they are asked for.
const AHEAD: usize = 2;

/// Loads batches. burn's own loader shuffles with one sequence of random numbers for all epochs, which starts anew when
/// a training is resumed. This one has a sequence for each epoch, and for each image in it.
#[derive(Debug)]
pub struct Loader {
    samples: Arc<[Sample]>,
    /// Which part of the order of an epoch is loaded: all of it, unless several devices share it.
    part: Range<usize>,
    batch: usize,
    preparation: Preparation,
    /// Where the random numbers come from, if it is for training.
    seed: Option<u64>,
    /// The last epoch that was loaded.
    epoch: AtomicUsize,
    device: Device,
}

impl Loader {
    /// Loads all samples in their order, as they are.
    pub fn held_out(samples: &Arc<[Sample]>, batch: usize, preparation: Preparation) -> Loader {
        let (samples, part) = (samples.clone(), 0..samples.len());
        let (device, epoch) = (Device::default(), AtomicUsize::new(0));
        Loader { samples, part, batch, preparation, seed: None, epoch, device }
    }

    /// Loads all samples in an order of its own for each epoch, augmented. The first one is that after `epoch`.
    pub fn training(
        samples: &Arc<[Sample]>,
        batch: usize,
        preparation: Preparation,
        seed: u64,
        epoch: usize,
    ) -> Loader {
        let epoch = AtomicUsize::new(epoch);
        Loader { seed: Some(seed), epoch, ..Loader::held_out(samples, batch, preparation) }
    }

    /// As burn's training library takes it.
    pub fn share(self) -> Arc<dyn DataLoader<Batch>> {
        Arc::new(self)
    }

    fn copy(&self, part: Range<usize>, device: &Device) -> Loader {
        Loader {
            samples: self.samples.clone(),
            part,
            batch: self.batch,
            preparation: self.preparation,
            seed: self.seed,
            epoch: AtomicUsize::new(self.epoch.load(Ordering::Relaxed)),
            device: device.clone(),
        }
    }

    /// Starts to prepare the batches of the next epoch.
    fn start(&self) -> Receiver<Result<Prepared, DatasetError>> {
        let epoch = self.epoch.fetch_add(1, Ordering::Relaxed) as u64 + 1;
        let seed = self.seed.map(|seed| mixed(seed, epoch));
        let mut order: Vec<usize> = (0..self.samples.len()).collect();
        if let Some(seed) = seed {
            Rng::with_seed(seed).shuffle(&mut order);
            // Dropout draws from the device.
            self.device.seed(seed);
        }
        let order = order[self.part.clone()].to_vec();
        let (samples, preparation, batch) = (self.samples.clone(), self.preparation, self.batch);
        let (sender, receiver) = sync_channel(AHEAD);
        thread::spawn(move || {
            for batch in order.chunks(batch) {
                // The statistics of a single image may be undefined.
                if seed.is_some() && batch.len() == 1 && order.len() > 1 {
                    continue;
                }
                if sender.send(Prepared::new(&samples, batch, preparation, seed)).is_err() {
                    // Nobody wants the rest.
                    return;
                }
            }
        });
        receiver
    }
}

impl DataLoader<Batch> for Loader {
    fn iter<'a>(&'a self) -> Box<dyn DataLoaderIterator<Batch> + 'a> {
        let (receiver, device) = (self.start(), &self.device);
        Box::new(Batches {
            receiver,
            device,
            dims: self.preparation.dims(),
            done: 0,
            all: self.part.len(),
        })
    }

    fn num_items(&self) -> usize {
        self.part.len()
    }

    fn to_device(&self, device: &Device) -> Arc<dyn DataLoader<Batch>> {
        Arc::new(self.copy(self.part.clone(), device))
    }

    fn slice(&self, start: usize, end: usize) -> Arc<dyn DataLoader<Batch>> {
        let part = self.part.start + start..self.part.start + end;
        Arc::new(self.copy(part, &self.device))
    }
}

/// A batch that is not on a device yet.
struct Prepared {
    pixels: Vec<f32>,
    targets: Vec<i64>,
}

impl Prepared {
    fn new(
        samples: &[Sample],
        batch: &[usize],
        preparation: Preparation,
        seed: Option<u64>,
    ) -> Result<Prepared, DatasetError> {
        let pixels = |&index: &usize| {
            let source = &samples[index].source;
            let image = source.open().map_err(|error| {
                DatasetError::new(std::io::Error::other(format!("{source}: {error}")))
            })?;
            Ok(match seed {
                Some(seed) => {
                    let mut rng = Rng::with_seed(mixed(seed, index as u64));
                    preparation.augmented(&image, &mut rng)
                }
                None => preparation.plain(&image),
            })
        };
        let pixels: Vec<Vec<f32>> = batch.par_iter().map(pixels).collect::<Result<_, _>>()?;
        let targets = batch.iter().map(|&index| samples[index].class as i64).collect();
        Ok(Prepared { pixels: pixels.concat(), targets })
    }
}

/// The batches of an epoch.
struct Batches<'a> {
    receiver: Receiver<Result<Prepared, DatasetError>>,
    device: &'a Device,
    /// The sizes of an image.
    dims: [usize; 3],
    done: usize,
    all: usize,
}

impl Iterator for Batches<'_> {
    type Item = Result<Batch, DatasetError>;

    fn next(&mut self) -> Option<Self::Item> {
        // The sender is gone when all batches have been sent.
        let prepared = self.receiver.recv().ok()?;
        Some(prepared.map(|Prepared { pixels, targets }| {
            self.done += targets.len();
            let [channels, height, width] = self.dims;
            let pixels = TensorData::new(pixels, [targets.len(), channels, height, width]);
            Batch {
                images: Tensor::from_data(pixels, self.device),
                targets: Tensor::<1, Int>::from_data(targets.as_slice(), self.device),
            }
        }))
    }
}

impl DataLoaderIterator<Batch> for Batches<'_> {
    fn progress(&self) -> Progress {
        Progress::new(self.done, self.all, Some("images".to_owned()))
    }
}

/// A seed of its own for each number.
fn mixed(seed: u64, number: u64) -> u64 {
    Rng::with_seed(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).u64(..)
}

#[cfg(test)]
mod tests {
    use image::GrayImage;

    use super::*;
    use crate::arguments::Augment;
    use crate::data::Source;
    use crate::networks;

    /// Images whose pixels are their index.
    fn samples(count: usize) -> Arc<[Sample]> {
        let image = |index| GrayImage::from_pixel(8, 8, image::Luma([index as u8]));
        (0..count).map(|class| Sample { source: Source::Memory(image(class)), class }).collect()
    }

    fn preparation(augment: Augment) -> Preparation {
        Preparation::new(networks::find("digits").unwrap(), augment).unwrap()
    }

    fn targets(loader: &dyn DataLoader<Batch>) -> Vec<Vec<i64>> {
        loader.iter().map(|batch| batch.unwrap().targets.into_data().iter().collect()).collect()
    }

    #[test]
    fn held_out_images_come_in_order_and_all_of_them() {
        let loader = Loader::held_out(&samples(5), 2, preparation(Augment::None));
        assert_eq!(targets(&loader), [vec![0, 1], vec![2, 3], vec![4]]);
        assert_eq!(targets(&loader), [vec![0, 1], vec![2, 3], vec![4]]);
    }

    #[test]
    fn each_epoch_has_an_order_which_does_not_depend_on_the_ones_before() {
        let loader =
            |epoch| Loader::training(&samples(20), 4, preparation(Augment::Photo), 7, epoch);
        let all = loader(0);
        let epochs: Vec<Vec<Vec<i64>>> = (0..3).map(|_| targets(&all)).collect();
        assert_ne!(epochs[0], epochs[1]);
        assert_eq!(targets(&loader(2)), epochs[2]);
        let pixels = |loader: &Loader| -> Vec<f32> {
            loader
                .iter()
                .flat_map(|batch| batch.unwrap().images.into_data().iter().collect::<Vec<f32>>())
                .collect()
        };
        assert_eq!(pixels(&loader(1)), pixels(&loader(1)));
    }

    #[test]
    fn a_single_last_image_is_left_out_of_training() {
        let loader = Loader::training(&samples(5), 2, preparation(Augment::None), 1, 0);
        assert_eq!(targets(&loader).concat().len(), 4);
    }

    #[test]
    fn devices_share_an_epoch() {
        let loader = Loader::training(&samples(10), 5, preparation(Augment::None), 1, 0);
        let whole = targets(&loader.copy(0..10, &Device::default())).concat();
        let halves =
            [(0, 5), (5, 10)].map(|(start, end)| targets(&*loader.slice(start, end)).concat());
        assert_eq!(halves.concat(), whole);
    }
}
