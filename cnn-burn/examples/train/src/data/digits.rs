//! scikit-learn's handwritten digits.

use flate2::read::GzDecoder;
use image::GrayImage;

use super::{Data, Sample, Source};
use crate::Result;

/// 1,797 images of 64 pixels from 0 to 16, each with its digit.
const ROWS: &[u8] = include_bytes!("../../data/digits.csv.gz");

pub fn read() -> Result<Data> {
    let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(GzDecoder::new(ROWS));
    let mut samples = Vec::new();
    for row in csv.deserialize::<Vec<u8>>() {
        let row = row?;
        let (class, pixels) = row.split_last().ok_or("an empty row")?;
        let pixels = pixels.iter().map(|&ink| (f32::from(ink) / 16.0 * 255.0).round() as u8);
        let image = GrayImage::from_raw(8, 8, pixels.collect()).ok_or("a row of another length")?;
        samples.push(Sample { source: Source::Memory(image), class: usize::from(*class) });
    }
    Ok(Data::split((0..10).map(|digit| digit.to_string()).collect(), samples))
}
