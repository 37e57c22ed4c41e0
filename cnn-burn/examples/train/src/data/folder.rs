//! A folder with a subfolder of images for each class.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Data, Sample, Source};
use crate::Result;

/// The names that images end in, in lower case.
const EXTENSIONS: [&str; 3] = ["jpg", "jpeg", "png"];

/// The images of a folder. If it has the folders `train` and `val`, the images of the latter are held out; else every
/// fifth of each class is.
pub fn read(folder: &Path) -> Result<Data> {
    let mut ignored = Vec::new();
    let parts = ["train", "val"].map(|part| folder.join(part));
    if !parts.iter().all(|part| part.is_dir()) {
        let (classes, samples) = samples(folder, &mut ignored)?;
        return Ok(Data { ignored, ..Data::split(classes, samples) });
    }
    let (classes, train) = samples(&parts[0], &mut ignored)?;
    let (others, held_out) = samples(&parts[1], &mut ignored)?;
    if classes != others {
        let odd = classes.iter().find(|class| !others.contains(class));
        let odd = odd.or_else(|| others.iter().find(|class| !classes.contains(class)));
        return Err(format!(
            "{} and {} must have the same classes, but only one of them has `{}`",
            parts[0].display(),
            parts[1].display(),
            odd.map_or("", String::as_str)
        )
        .into());
    }
    Ok(Data { classes, train: train.into(), held_out: held_out.into(), ignored })
}

/// The classes of a folder in the order of their names, and the images of all of them. What is no image is added to
/// `ignored`.
fn samples(folder: &Path, ignored: &mut Vec<PathBuf>) -> Result<(Vec<String>, Vec<Sample>)> {
    let directories: Vec<PathBuf> =
        children(folder)?.into_iter().filter(|path| path.is_dir()).collect();
    if directories.len() < 2 {
        return Err(format!(
            "{} has {} subfolders: there must be one for each class, and at least two classes",
            folder.display(),
            directories.len()
        )
        .into());
    }
    let (mut classes, mut samples) = (Vec::new(), Vec::new());
    for (class, directory) in directories.iter().enumerate() {
        let before = samples.len();
        for path in children(directory)? {
            match is_image(&path) {
                true => samples.push(Sample { source: Source::File(path), class }),
                false => ignored.push(path),
            }
        }
        if samples.len() == before {
            return Err(format!(
                "{} has no images: a class needs files whose names end in .jpg, .jpeg or .png",
                directory.display()
            )
            .into());
        }
        let name = directory.file_name().unwrap_or_default();
        classes.push(name.to_string_lossy().into_owned());
    }
    Ok((classes, samples))
}

/// What is in a folder, in the order of the names, without what is hidden.
fn children(folder: &Path) -> Result<Vec<PathBuf>> {
    let problem = |error| format!("cannot read the folder {}: {error}", folder.display());
    let mut children = Vec::new();
    for entry in fs::read_dir(folder).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            children.push(entry.path());
        }
    }
    children.sort();
    Ok(children)
}

fn is_image(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    EXTENSIONS.contains(&extension.as_str())
}
