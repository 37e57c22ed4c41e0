//! PyTorch's weights, in safetensors files.

use std::path::Path;

use burn::store::{ModuleSnapshot, SafetensorsStore};

use crate::Net;
use crate::header::mismatches;
use crate::weights_error::WeightsError;

impl<const IN: usize, const OUT: usize> Net<IN, OUT> {
    /// Takes over the tensors of a safetensors file, such as a `state_dict` that was saved in
    /// PyTorch with `safetensors.torch.save_file`. The names of the tensors are those of
    /// [`Graph::state_dict`](cnn::Graph::state_dict); `num_batches_tracked` is passed over.
    ///
    /// The file is compared with the network first. If anything does not fit, all of it is
    /// reported, and the network stays as it was:
    ///
    /// ```
    /// # use burn::tensor::Device;
    /// # use cnn::cnn;
    /// # use cnn_burn::Net;
    /// # let directory = std::env::temp_dir().join(format!("cnn-burn-load-{}", std::process::id()));
    /// # std::fs::create_dir_all(&directory)?;
    /// # let path = directory.join("weights.safetensors");
    /// cnn! {
    ///     struct Saved: [4] -> [2] < first: fc(4, 3); relu; second: fc(3, 2) >
    ///     struct Other: [4] -> [2] < first: fc(4, 5); relu; scond: fc(5, 2) >
    /// }
    /// let device = Device::default();
    /// Net::<2, 2>::new::<Saved>(&device)?.save_safetensors(&path)?;
    /// let error = Net::<2, 2>::new::<Other>(&device)?.load_safetensors(&path).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the weights do not fit `Other`, 6 tensors:\n  \
    ///        first.weight is [3, 4], not [5, 4]\n  \
    ///        first.bias is [3], not [5]\n  \
    ///        scond.weight is missing, but there is second.weight\n  \
    ///        scond.bias is missing, but there is second.bias\n  \
    ///        second.bias is none of the network's, which has scond.bias\n  \
    ///        second.weight is none of the network's, which has scond.weight"
    /// );
    /// # std::fs::remove_dir_all(&directory)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be read or is no safetensors file, or if a tensor of the network is
    /// missing, is there in another shape or type, or is none of the network's.
    pub fn load_safetensors(&mut self, path: impl AsRef<Path>) -> Result<(), WeightsError> {
        let bytes = std::fs::read(path.as_ref())
            .map_err(|error| WeightsError::Io { path: path.as_ref().to_path_buf(), error })?;
        self.load_safetensors_bytes(bytes)
    }

    /// As [`load_safetensors`](Net::load_safetensors), of a file in memory.
    ///
    /// # Errors
    ///
    /// As those of [`load_safetensors`](Net::load_safetensors).
    pub fn load_safetensors_bytes(&mut self, bytes: Vec<u8>) -> Result<(), WeightsError> {
        let tensors = mismatches(self, &bytes)?;
        if !tensors.is_empty() {
            return Err(WeightsError::Mismatch { network: self.graph.name, tensors });
        }
        let mut store = SafetensorsStore::from_bytes(Some(bytes));
        self.load_from(&mut store).map(|_| ()).map_err(WeightsError::store)
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
        self.save_into(&mut store.overwrite(true)).map_err(WeightsError::store)
    }
}
