//! The weight file of a network, without the feature `weights`.

use crate::check::Checked;
use crate::emit::weights::Weights;
use crate::lower::layers::Layers;
use crate::report::errors::Errors;
use crate::syntax::ast::NetworkItem;

/// Says how to turn the feature on, if a network names a file.
pub fn weights(network: &NetworkItem, _: &Layers<'_>, _: &Checked, errors: &mut Errors) -> Weights {
    let Some(file) = &network.weights else { return Weights::default() };
    let message = "files of weights are read with the feature `weights` of the crate `cnn`\n\
                   help: run `cargo add cnn --features weights`";
    errors.push(file.path.span(), message);
    Weights::unreadable(file)
}
