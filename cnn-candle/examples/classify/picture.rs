//! Pictures as inputs of networks.

use std::path::Path;

use candle_core::{Device, Tensor};
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageReader};

use crate::Result;
use crate::preset::Preset;

/// The largest ratio of the longer side of a picture to the shorter one. Resizing a longer picture would
/// fill the memory, and hardly any of it would be used.
const LONGEST: u32 = 50;

/// Reads a picture in any format that `image` is built with, whatever the name of the file. `image` refuses
/// pictures that take more than 512 MiB.
pub fn open(path: &Path) -> Result<DynamicImage> {
    let picture = ImageReader::open(path)
        .and_then(ImageReader::with_guessed_format)
        .map_err(image::ImageError::IoError)
        .and_then(ImageReader::decode);
    let picture = picture.map_err(|error| format!("{}: {error}", path.display()))?;
    let sides = [picture.width(), picture.height()];
    let (shorter, longer) = (sides[0].min(sides[1]), sides[0].max(sides[1]));
    if shorter == 0 || longer / shorter >= LONGEST {
        let [width, height] = sides;
        return Err(format!(
            "{}: a picture of {width} × {height} pixels is too narrow: cut it to what it shows",
            path.display()
        )
        .into());
    }
    Ok(picture)
}

/// The input of the network of digits: 8 × 8 pixels, 1 where there is ink.
pub fn digit(picture: &DynamicImage, invert: bool) -> candle_core::Result<Tensor> {
    let grey = imageops::resize(&picture.to_luma8(), 8, 8, FilterType::Triangle);
    let ink = |value: u8| f32::from(if invert { 255 - value } else { value }) / 255.0;
    let values: Vec<f32> = grey.into_raw().into_iter().map(ink).collect();
    Tensor::from_vec(values, (1, 1, 8, 8), &Device::Cpu)
}

/// A photo as torchvision prepares it: it is resized by its shorter side, cropped to its middle, and each
/// colour is scaled.
///
/// torchvision resizes with Pillow, which computes in fixed point and rounds between rows and columns;
/// `image` computes in f32. So one value in five or six differs by 1 of 255.
pub fn photo(picture: &DynamicImage, preset: &Preset) -> candle_core::Result<Tensor> {
    let Preset { resize, crop, filter, mean, std } = *preset;
    let (width, height) = (picture.width(), picture.height());
    let longer = |longer: u32, shorter: u32| {
        (u64::from(resize) * u64::from(longer) / u64::from(shorter)) as u32
    };
    let (width, height) = if width <= height {
        (resize, longer(height, width))
    } else {
        (longer(width, height), resize)
    };
    let resized = imageops::resize(&picture.to_rgb8(), width, height, filter);
    // Python rounds halves to even numbers.
    let offset = |side: u32| (f64::from(side - crop) / 2.0).round_ties_even() as u32;
    let (left, top) = (offset(width), offset(height));
    let value = |channel: usize, y: u32, x: u32| {
        let value = resized.get_pixel(left + x, top + y).0[channel];
        (f32::from(value) / 255.0 - mean[channel]) / std[channel]
    };
    let mut values = Vec::new();
    for channel in 0..3 {
        for y in 0..crop {
            values.extend((0..crop).map(|x| value(channel, y, x)));
        }
    }
    Tensor::from_vec(values, (1, 3, crop as usize, crop as usize), &Device::Cpu)
}
