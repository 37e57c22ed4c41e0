//! scikit-learn's handwritten digits.

use std::error::Error;

use flate2::read::GzDecoder;

/// 1,797 images of 64 pixels, each with its digit.
const ROWS: &[u8] = include_bytes!("../train/data/digits.csv.gz");

/// An image and the digit it shows.
pub struct Row {
    /// From 0 to 1, where there is ink.
    pub pixels: [f32; 64],
    pub digit: i64,
}

/// The images to train on, and every fifth, which is held out.
pub fn read() -> Result<(Vec<Row>, Vec<Row>), Box<dyn Error>> {
    let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(GzDecoder::new(ROWS));
    let (mut seen, mut held_out) = (Vec::new(), Vec::new());
    for (index, row) in csv.deserialize::<Vec<f32>>().enumerate() {
        let row = row?;
        let (digit, pixels) = row.split_last().ok_or("an empty row")?;
        let pixels: [f32; 64] = pixels.try_into()?;
        let row = Row { pixels: pixels.map(|pixel| pixel / 16.0), digit: *digit as i64 };
        if index % 5 == 4 { &mut held_out } else { &mut seen }.push(row);
    }
    Ok((seen, held_out))
}

/// An image, drawn with characters.
pub fn drawing(pixels: &[f32; 64]) -> String {
    let shade = |pixel: &f32| [' ', '░', '▒', '▓', '█'][(pixel * 4.0).round() as usize];
    let line = |row: &[f32]| row.iter().map(shade).flat_map(|shade| [shade; 2]).collect();
    let lines: Vec<String> = pixels.chunks(8).map(line).collect();
    lines.join("\n") + "\n"
}
