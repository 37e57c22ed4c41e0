//! Images and their classes.

mod digits;
mod folder;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use image::{DynamicImage, GrayImage, ImageError, ImageReader};

use crate::Result;

/// Images to learn from, and others that are held out to see what has been learned.
pub struct Data {
    /// The names of the classes.
    pub classes: Vec<String>,
    pub train: Arc<[Sample]>,
    pub held_out: Arc<[Sample]>,
    /// What is in the folders of the classes and is no image.
    pub ignored: Vec<PathBuf>,
}

/// An image and its class.
pub struct Sample {
    pub source: Source,
    /// Its index in [`Data::classes`].
    pub class: usize,
}

/// Where an image is.
pub enum Source {
    File(PathBuf),
    Memory(GrayImage),
}

impl Data {
    /// The images of a folder, or the digits.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read, a class has no images, or no image is held out.
    pub fn read(folder: Option<&Path>) -> Result<Data> {
        let Some(folder) = folder else { return digits::read() };
        let data = folder::read(folder)?;
        if data.held_out.is_empty() {
            return Err(format!(
                "{} has too few images: of five images of a class, one is held out",
                folder.display()
            )
            .into());
        }
        Ok(data)
    }

    /// The classes of `samples`, of which every fifth is held out.
    fn split(classes: Vec<String>, samples: Vec<Sample>) -> Data {
        let (mut train, mut held_out) = (Vec::new(), Vec::new());
        let mut counts = vec![0; classes.len()];
        for sample in samples {
            let count = &mut counts[sample.class];
            *count += 1;
            if *count % 5 == 0 { &mut held_out } else { &mut train }.push(sample);
        }
        Data { classes, train: train.into(), held_out: held_out.into(), ignored: Vec::new() }
    }
}

impl Source {
    /// The image. Its format is that of its content, whatever the name of the file is.
    pub fn open(&self) -> std::result::Result<DynamicImage, ImageError> {
        match self {
            Source::Memory(image) => Ok(image.clone().into()),
            Source::File(path) => ImageReader::open(path)?.with_guessed_format()?.decode(),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::File(path) => path.display().fmt(f),
            Source::Memory(_) => f.write_str("an image in memory"),
        }
    }
}

impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of class {}", self.source, self.class)
    }
}
