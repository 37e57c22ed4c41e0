//! The weight file of a network: its header is read here, and its tensors are compared with those of the network.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cnn_weights::{Header, Prefix, Problem};
use syn::ext::IdentExt as _;

use crate::check::Checked;
use crate::emit::data;
use crate::emit::generics::has_defaults;
use crate::emit::weights::{OpenWeights, Weights};
use crate::lower::layers::Layers;
use crate::report::errors::Errors;
use crate::report::place::local_file;
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
    let header = match Header::read(&path).and_then(|header| scope(header, file)) {
        Ok(header) => header,
        Err(error) => {
            errors.push(file.path.span(), message(error, file));
            return Weights::unreadable(file);
        }
    };
    let watch = fs::metadata(&path).is_ok_and(|file| file.len() <= MOST_WATCHED);
    let mut weights = Weights::of(file, watch);
    if checked.valid && layers.complete {
        match compare(&header, network, file, layers, checked) {
            Ok(open) => weights.open = open,
            Err(message) => errors.push(file.path.span(), message),
        }
    }
    weights
}

/// Compares the tensors of a file with those of a network. Returns those of the file if only rustc knows the network's,
/// or the message for what is wrong.
fn compare(
    header: &Header,
    network: &NetworkItem,
    file: &WeightsFile,
    layers: &Layers<'_>,
    checked: &Checked,
) -> Result<Option<OpenWeights>, String> {
    let name = network.name.unraw().to_string();
    if let Some(known) = data::known(&name, layers, checked) {
        return header
            .compare(&known.graph(&[]))
            .map(|()| None)
            .map_err(|error| message(error, file));
    }
    if !has_defaults(&network.generics) {
        return Err("a file fits one network, but the parameters of this one have no defaults\n\
                    help: give each parameter a default, as in `const CLASSES: usize = 10`"
            .to_owned());
    }
    let tensors = header.state().map_err(|error| message(error, file))?.into_iter();
    let tensors =
        tensors.map(|tensor| (tensor.name.clone(), tensor.shape.clone(), tensor.dtype.to_string()));
    Ok(Some(OpenWeights::new(file, tensors.collect())))
}

/// Where the file is: beside the one in which it is named, unless its path says otherwise.
fn location(file: &WeightsFile) -> Option<PathBuf> {
    let path = PathBuf::from(file.path.value());
    if path.is_absolute() {
        return Some(path);
    }
    Some(local_file(file.path.span())?.parent()?.join(path))
}

/// The part of a file that has the weights.
fn scope(header: Header, file: &WeightsFile) -> Result<Header, cnn_weights::Error> {
    let Some(within) = &file.within else { return Ok(header) };
    let prefix = within.value();
    let scope = header.within(&prefix);
    if scope.tensors().is_empty() { Err(Problem::NoScope(prefix).into()) } else { Ok(scope) }
}

/// The message for a file that cannot be read or does not fit, with what to write in the attribute.
fn message(error: cnn_weights::Error, file: &WeightsFile) -> String {
    let path = file.path.value();
    match error.problem() {
        Problem::Mismatch(mismatch) => {
            if let (Some(Prefix::File(prefix)), None) = (&mismatch.prefix, &file.within) {
                let scope = prefix.trim_end_matches('.');
                return format!("{path}: {mismatch}\nhelp: write `{path:?}, within = {scope:?}`");
            }
        }
        Problem::Io(io) if io.kind() == ErrorKind::NotFound && Path::new(&path).is_relative() => {
            return format!(
                "{}\nthe path is relative to this source file",
                error.of(Path::new(&path))
            );
        }
        _ => {}
    }
    error.of(Path::new(&path)).to_string()
}
