//! Images as inputs of a network.

use fastrand::Rng;
use image::imageops::{self, FilterType};
use image::{DynamicImage, GenericImageView};
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;

use crate::arguments::Augment;
use crate::data::Sample;
use crate::networks::Network;
use crate::progress;
use crate::{Result, listed};

/// The mean and the standard deviation of ImageNet's colours, which torchvision's weights expect.
const COLOURS: ([f32; 3], [f32; 3]) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);

/// How an image becomes an input.
#[derive(Clone, Copy, Debug)]
pub struct Preparation {
    /// 1 or 3.
    channels: usize,
    height: u32,
    width: u32,
    augment: Augment,
}

impl Preparation {
    /// The preparation for a network whose input is an image.
    pub fn new(network: Network, augment: Augment) -> Result<Preparation> {
        let &[channels, height, width] = network.graph.input.dims() else {
            return Err(format!("`{}` does not take images", network.name).into());
        };
        let [height, width] = [u32::try_from(height)?, u32::try_from(width)?];
        Ok(Preparation { channels, height, width, augment })
    }

    /// The sizes of an input.
    pub fn dims(&self) -> [usize; 3] {
        [self.channels, self.height as usize, self.width as usize]
    }

    /// Opens all images once, so that what is wrong with any of them is known before the training begins.
    pub fn check(&self, samples: &[Sample], exact_size: bool) -> Result<()> {
        let bar = ProgressBar::new(samples.len() as u64)
            .with_style(progress::style("images are checked"));
        let problem = |sample: &Sample| match sample.source.open() {
            Err(error) => Some(format!("{}: {error}", sample.source)),
            Ok(image) if exact_size && image.dimensions() != (self.width, self.height) => {
                let ((width, height), expected) = (image.dimensions(), (self.width, self.height));
                Some(format!(
                    "{}: {width} × {height} pixels, but the network takes {} × {}",
                    sample.source, expected.0, expected.1
                ))
            }
            Ok(_) => None,
        };
        let problems: Vec<String> =
            samples.par_iter().progress_with(bar.clone()).filter_map(problem).collect();
        bar.finish_and_clear();
        if problems.is_empty() {
            return Ok(());
        }
        let counts = format!("of {} images, {} cannot be used:", samples.len(), problems.len());
        Err((counts + &listed(&problems)).into())
    }

    /// The values of an image that is held out: of its middle, which torchvision would crop after resizing. The other way
    /// round, a long and narrow image does not fill the memory.
    pub fn plain(&self, image: &DynamicImage) -> Vec<f32> {
        let sides = image.dimensions();
        if sides == (self.width, self.height) {
            return self.values(image);
        }
        let scale = |side: u32, of: u32| f64::from(side) / f64::from(of);
        // torchvision crops 224 of 256 pixels.
        let scale = scale(self.width, sides.0).max(scale(self.height, sides.1)) * 8.0 / 7.0;
        let part = |side: u32, most: u32| ((f64::from(side) / scale).round() as u32).clamp(1, most);
        let (w, h) = (part(self.width, sides.0), part(self.height, sides.1));
        let middle = image.crop_imm((sides.0 - w) / 2, (sides.1 - h) / 2, w, h);
        self.values(&middle.resize_exact(self.width, self.height, FilterType::Triangle))
    }

    /// The values of an image to learn from.
    pub fn augmented(&self, image: &DynamicImage, rng: &mut Rng) -> Vec<f32> {
        match self.augment {
            Augment::None => self.plain(image),
            Augment::Shift => self.shifted(image, rng),
            Augment::Photo => self.photo(image, rng),
        }
    }

    /// Shifted by up to an eighth, and black where nothing is left: torchvision's `RandomCrop` with padding.
    fn shifted(&self, image: &DynamicImage, rng: &mut Rng) -> Vec<f32> {
        let image = image.resize_exact(self.width, self.height, FilterType::Triangle);
        let mut shift = |side: u32| i64::from(rng.u32(0..=side / 8 * 2)) - i64::from(side / 8);
        let (x, y) = (shift(self.width), shift(self.height));
        let mut shifted = match self.channels {
            1 => DynamicImage::new_luma8(self.width, self.height),
            _ => DynamicImage::new_rgb8(self.width, self.height),
        };
        imageops::overlay(&mut shifted, &image, x, y);
        self.values(&shifted)
    }

    /// From 35 % to all of its area, with sides of a ratio from 3 : 4 to 4 : 3, mirrored or not: torchvision's
    /// `RandomResizedCrop` and `RandomHorizontalFlip`. Eight percent, torchvision's smallest area, are for a thousand
    /// classes and hundreds of epochs.
    fn photo(&self, image: &DynamicImage, rng: &mut Rng) -> Vec<f32> {
        let (width, height) = image.dimensions();
        let area = f64::from(width) * f64::from(height) * (0.35 + 0.65 * rng.f64());
        let ratio = (0.75_f64.ln() + rng.f64() * (4.0_f64 / 3.0 / 0.75).ln()).exp();
        let within = |side: f64, most: u32| (side.round() as u32).clamp(1, most);
        let w = within((area * ratio).sqrt(), width);
        let h = within((area / ratio).sqrt(), height);
        let part = image.crop_imm(rng.u32(0..=width - w), rng.u32(0..=height - h), w, h);
        let part = part.resize_exact(self.width, self.height, FilterType::Triangle);
        self.values(&if rng.bool() { part.fliph() } else { part })
    }

    /// The values, channel by channel. Colours are scaled as torchvision's weights expect it; grey is from 0 to 1.
    fn values(&self, image: &DynamicImage) -> Vec<f32> {
        if self.channels == 1 {
            return image
                .to_luma8()
                .into_raw()
                .into_iter()
                .map(|grey| f32::from(grey) / 255.0)
                .collect();
        }
        let image = image.to_rgb8();
        let (mean, std) = COLOURS;
        let channel = |c: usize| {
            image.pixels().map(move |pixel| (f32::from(pixel.0[c]) / 255.0 - mean[c]) / std[c])
        };
        (0..3).flat_map(channel).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preparation(channels: usize, augment: Augment) -> Preparation {
        Preparation { channels, height: 4, width: 6, augment }
    }

    /// Each column is one step brighter than the one before.
    fn ramp(width: u32, height: u32) -> DynamicImage {
        image::GrayImage::from_fn(width, height, |x, _| image::Luma([(10 * x) as u8])).into()
    }

    #[test]
    fn an_image_of_the_right_size_stays_as_it_is() {
        let values = preparation(1, Augment::None).plain(&ramp(6, 4));
        let row: Vec<f32> = (0..6).map(|x| 10.0 * x as f32 / 255.0).collect();
        assert_eq!(values, row.repeat(4));
    }

    #[test]
    fn colours_are_scaled_as_torchvision_does() {
        let image = image::RgbImage::from_pixel(6, 4, image::Rgb([255, 0, 128])).into();
        let values = preparation(3, Augment::None).plain(&image);
        assert_eq!(values.len(), 3 * 6 * 4);
        let expected = [(1.0 - 0.485) / 0.229, -0.456 / 0.224, (128.0 / 255.0 - 0.406) / 0.225];
        for (c, expected) in expected.into_iter().enumerate() {
            assert!((values[c * 24] - expected as f32).abs() < 1e-6, "{c}");
        }
    }

    #[test]
    fn images_of_any_size_and_colour_are_prepared() {
        let mut rng = Rng::with_seed(1);
        for (width, height) in [(1, 1), (6, 4), (5, 300), (300, 5), (7, 5)] {
            for channels in [1, 3] {
                for augment in [Augment::None, Augment::Shift, Augment::Photo] {
                    let preparation = preparation(channels, augment);
                    for image in [ramp(width, height), ramp(width, height).to_rgba16().into()] {
                        let values = preparation.augmented(&image, &mut rng);
                        assert_eq!(values.len(), channels * 24, "{width} {height} {augment:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_shifted_image_moves_by_whole_pixels_and_is_black_elsewhere() {
        let preparation = Preparation { channels: 1, height: 8, width: 8, augment: Augment::Shift };
        let white: DynamicImage = image::GrayImage::from_pixel(8, 8, image::Luma([255])).into();
        let mut rng = Rng::with_seed(3);
        let mut sums: Vec<f32> =
            (0..50).map(|_| preparation.augmented(&white, &mut rng).iter().sum()).collect();
        sums.sort_by(f32::total_cmp);
        sums.dedup();
        assert_eq!(sums, [49.0, 56.0, 64.0], "one row, one column, both, or none are lost");
    }

    #[test]
    fn photos_are_mirrored_and_cropped() {
        let preparation = preparation(1, Augment::Photo);
        let mut rng = Rng::with_seed(5);
        let mut mirrored = 0;
        for _ in 0..200 {
            let values = preparation.augmented(&ramp(24, 16), &mut rng);
            assert!(values.iter().all(|value| (0.0..=231.0 / 255.0).contains(value)));
            mirrored += usize::from(values[0] > values[5]);
        }
        assert!((70..130).contains(&mirrored), "{mirrored} of 200");
    }
}
