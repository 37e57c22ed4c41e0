//! The weight file of a network: its header is read here, and its tensors are compared with those of the network.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cnn_weights::{Header, Prefix, Problem};

use crate::check::Checked;
use crate::emit::data;
use crate::emit::generics::has_defaults;
use crate::emit::weights::{OpenWeights, Weights};
use crate::lower::layers::Layers;
use crate::report::errors::Errors;
use crate::syntax::ast::NetworkItem;
use crate::syntax::weights::WeightsFile;

/// rustc can only watch a file that it reads as a whole, so larger ones are not watched.
const MOST_WATCHED: u64 = 64 << 20;

/// Compares the file of a network, if it names one. What only rustc knows is left to const evaluation.
pub fn weights(
    network: &NetworkItem,
    layers: &Layers<'_>,
    checked: &Checked,
    errors: &mut Errors,
) -> Weights {
    let Some(file) = &network.weights else { return Weights::default() };
    // Without a compiler, as in some editors, nobody knows where the file is.
    let Some(path) = location(file) else { return Weights::of(file, false) };
    let written = file.path.value();
    let header = Header::read(&path).and_then(|header| scope(header, file));
    let header = match header {
        Ok(header) => header,
        Err(error) => {
            let is_missing = matches!(error.problem(), Problem::Io(error) if error.kind() == ErrorKind::NotFound);
            let mut message = error.of(Path::new(&written)).to_string();
            if is_missing && Path::new(&written).is_relative() {
                message += "\nthe path is relative to this source file";
            }
            errors.push(file.path.span(), message);
            return Weights::unreadable(file);
        }
    };
    let watch = fs::metadata(&path).is_ok_and(|file| file.len() <= MOST_WATCHED);
    let mut weights = Weights::of(file, watch);
    if !checked.valid || !layers.complete {
        return weights;
    }
    if let Some(known) = data::known(&network.name.to_string(), layers, checked) {
        if let Err(error) = header.compare(&known.graph(&[])) {
            errors.push(file.path.span(), message(&error.of(Path::new(&written)), file));
        }
    } else if has_defaults(&network.generics) {
        match header.state() {
            Ok(tensors) => {
                let tensors = tensors.into_iter();
                let tensors = tensors.map(|tensor| (tensor.name.clone(), tensor.shape.clone()));
                weights.open = Some(OpenWeights::new(file, tensors.collect()));
            }
            Err(error) => {
                errors.push(file.path.span(), error.of(Path::new(&written)).to_string());
            }
        }
    } else {
        let message = "a file fits one network, but the parameters of this one have no defaults\n\
                       help: give each parameter a default, as in `const CLASSES: usize = 10`";
        errors.push(file.path.span(), message);
    }
    weights
}

/// Where the file is: beside the one in which it is named, unless its path says otherwise.
fn location(file: &WeightsFile) -> Option<PathBuf> {
    let path = PathBuf::from(file.path.value());
    if path.is_absolute() {
        return Some(path);
    }
    let span = proc_macro::is_available().then(|| file.path.span().unwrap())?;
    Some(span.local_file()?.parent()?.join(path))
}

/// The part of a file that has the weights.
fn scope(header: Header, file: &WeightsFile) -> Result<Header, cnn_weights::Error> {
    let Some(within) = &file.within else { return Ok(header) };
    let prefix = within.value();
    let scope = header.within(&prefix);
    if scope.tensors().is_empty() { Err(Problem::NoScope(prefix).into()) } else { Ok(scope) }
}

/// The message for tensors that do not fit, with what to write in the attribute.
fn message(error: &cnn_weights::Error, file: &WeightsFile) -> String {
    match error.problem() {
        Problem::Mismatch(mismatch) => match (&mismatch.prefix, &file.within) {
            (Some(Prefix::File(prefix)), None) => {
                let (path, scope) = (file.path.value(), prefix.trim_end_matches('.'));
                format!("{path}: {mismatch}\nhelp: write `{path:?}, within = {scope:?}`")
            }
            _ => error.to_string(),
        },
        _ => error.to_string(),
    }
}
