//! Tensors as a safetensors file.

use safetensors::Dtype;
use safetensors::tensor::TensorView;

use crate::Error;

/// A tensor with its name, and its values one after the other.
pub type Named<B> = (String, Dtype, Vec<usize>, B);

/// The bytes of a file with these tensors.
pub fn file<B: AsRef<[u8]>>(tensors: &[Named<B>]) -> Result<Vec<u8>, Error> {
    let views: Result<Vec<_>, _> = tensors
        .iter()
        .map(|(name, dtype, sizes, bytes)| {
            let view = TensorView::new(*dtype, sizes.clone(), bytes.as_ref());
            view.map(|view| (name.as_str(), view))
        })
        .collect();
    let bytes = views.and_then(|views| safetensors::serialize(views, None));
    bytes.map_err(|error| Error::new(error.to_string()))
}
