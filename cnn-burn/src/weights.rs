//! PyTorch's weights, in safetensors files.

use std::path::Path;

use burn::store::{ModuleSnapshot, SafetensorsStore};

use crate::Net;
use crate::error::WeightsError;

impl<const IN: usize, const OUT: usize> Net<IN, OUT> {
    /// Takes over the tensors of a safetensors file, such as a `state_dict` that was saved in
    /// PyTorch with `safetensors.torch.save_file`. The names of the tensors are those of
    /// [`Graph::state_dict`](cnn::Graph::state_dict); `num_batches_tracked` is passed over.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or has not all tensors in the shapes of the network.
    pub fn load_safetensors(&mut self, path: impl AsRef<Path>) -> Result<(), WeightsError> {
        let mut store = SafetensorsStore::from_file(path.as_ref());
        self.load_from(&mut store).map(|_| ()).map_err(WeightsError::new)
    }

    /// As [`load_safetensors`](Net::load_safetensors), of a file in memory.
    ///
    /// # Errors
    ///
    /// If these are not the bytes of a safetensors file, or not all tensors are there in the shapes
    /// of the network.
    pub fn load_safetensors_bytes(&mut self, bytes: Vec<u8>) -> Result<(), WeightsError> {
        let mut store = SafetensorsStore::from_bytes(Some(bytes));
        self.load_from(&mut store).map(|_| ()).map_err(WeightsError::new)
    }

    /// Writes all parameters and running statistics to a safetensors file, which replaces one that
    /// is there. PyTorch loads it with `safetensors.torch.load_file`.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn save_safetensors(&self, path: impl AsRef<Path>) -> Result<(), WeightsError> {
        // What libraries for PyTorch expect of a file with its tensors.
        let store = SafetensorsStore::from_file(path.as_ref()).metadata("format", "pt");
        self.save_into(&mut store.overwrite(true)).map_err(WeightsError::new)
    }
}
