//! PyTorch's weights, in safetensors files.

use std::collections::HashMap;
use std::path::Path;

use burn::module::{Module, ModuleVisitor, Param};
use burn::store::burn_pack::Tensor as Loaded;
use burn::store::{
    FloatCastAdapter, ModuleAdapter, ModuleContext, ModuleSnapshot, SafetensorsStore,
};
use burn::tensor::{DType, Tensor};
use cnn_weights::{Error, Header, Ignored, Problem, check_graph};

use crate::net::Net;

impl<const IN: usize, const OUT: usize> Net<IN, OUT> {
    /// Loads the tensors of a safetensors file, such as `safetensors.torch.save_file` writes of a
    /// `state_dict` in PyTorch. Their names are those of
    /// [`Graph::state_dict`](cnn_core::Graph::state_dict); `num_batches_tracked` is ignored. As in
    /// PyTorch, floats are converted to the type of the network: a file of `F16` can be loaded into a
    /// network that computes in `f32`.
    ///
    /// The header of the file is compared with the network first. If anything does not fit, the error lists
    /// all of it, and the network stays as it was:
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
    /// let text = error.to_string();
    /// let (file, differences) = text.split_once(": ").unwrap();
    /// assert!(file.ends_with("weights.safetensors"));
    /// assert_eq!(differences, "\
    /// the tensors do not fit `Other`: of its 4 tensors, 2 are missing, 2 have a different shape
    ///   `first.weight` is [3, 4], but should be [5, 4]
    ///   `first.bias` is [3], but should be [5]
    ///   `scond.weight` is missing; the file has `second.weight` [2, 3], but it should be [2, 5]
    ///   `scond.bias` is missing; the file has `second.bias` [2], which would fit
    /// help: use a label, as in `label: conv(…)`, to name `scond.bias` as in the file, `second.bias`");
    /// # std::fs::remove_dir_all(&directory)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be read or is not a safetensors file; if tensors are missing, have a different shape,
    /// have values of the wrong type, or do not belong to the network.
    pub fn load_safetensors(&mut self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        check_graph(self.graph(), path)?;
        self.load(SafetensorsStore::from_file(path)).map_err(|error| error.of(path))
    }

    /// Like [`load_safetensors`](Net::load_safetensors), from a file in memory.
    ///
    /// # Errors
    ///
    /// The same as those of [`load_safetensors`](Net::load_safetensors).
    pub fn load_safetensors_bytes(&mut self, bytes: Vec<u8>) -> Result<(), Error> {
        Header::from_bytes(&bytes)?.compare(self.graph())?;
        self.load(SafetensorsStore::from_bytes(Some(bytes)))
    }

    /// Like [`load_safetensors`](Net::load_safetensors), but what does not fit is ignored where its name begins
    /// with one of these prefixes: a tensor of the network keeps its value, and one of the file is left out.
    /// So a checkpoint can be loaded into a backbone with a new head. The answer lists what was ignored.
    ///
    /// ```
    /// # use burn::tensor::Device;
    /// # use cnn::cnn;
    /// # use cnn_burn::Net;
    /// # let directory = std::env::temp_dir().join(format!("cnn-burn-except-{}", std::process::id()));
    /// # std::fs::create_dir_all(&directory)?;
    /// # let path = directory.join("weights.safetensors");
    /// cnn! {
    ///     struct Trained: [4] -> [1000] < body: fc(4, 3); relu; head: fc(3, 1000) >
    ///     struct Tuned: [4] -> [2] < body: fc(4, 3); relu; head: fc(3, 2) >
    /// }
    /// let device = Device::default();
    /// Net::<2, 2>::new::<Trained>(&device)?.save_safetensors(&path)?;
    /// let ignored = Net::<2, 2>::new::<Tuned>(&device)?.load_safetensors_except(&path, &["head"])?;
    /// assert_eq!(ignored.missing, ["head.weight", "head.bias"]);
    /// # std::fs::remove_dir_all(&directory)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`load_safetensors`](Net::load_safetensors), for all other tensors.
    pub fn load_safetensors_except(
        &mut self,
        path: impl AsRef<Path>,
        prefixes: &[&str],
    ) -> Result<Ignored, Error> {
        let path = path.as_ref();
        let header = Header::read(path)?;
        let ignored =
            header.compare_except(self.graph(), prefixes).map_err(|error| error.of(path))?;
        let mut names: Vec<String> =
            self.graph().state_dict().into_iter().map(|(name, _)| name).collect();
        names.retain(|name| !ignored.missing.contains(name));
        let store = SafetensorsStore::from_file(path).with_full_paths(names).allow_partial(true);
        self.load(store).map_err(|error| error.of(path))?;
        Ok(ignored)
    }

    /// Loads the tensors of a file whose header fits.
    fn load(&mut self, store: SafetensorsStore) -> Result<(), Error> {
        let mut dtypes = Dtypes::default();
        self.visit(&mut dtypes);
        let mut store = store.with_from_adapter(dtypes);
        self.load_from(&mut store).map_err(|error| Problem::Engine(error.into()))?;
        Ok(())
    }

    /// Writes all parameters and running statistics to a safetensors file, and overwrites an existing one.
    /// PyTorch loads it with `safetensors.torch.load_file`; `cnn-candle` loads it, too.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn save_safetensors(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        // Libraries for PyTorch expect this in a file with its tensors.
        let store = SafetensorsStore::from_file(path).metadata("format", "pt");
        self.save_into(&mut store.overwrite(true))
            .map_err(|error| Error::from(Problem::Write(error.into())).of(path))
    }
}

/// Converts the tensors of a file to the types that the network has. burn would keep those of the file.
#[derive(Clone, Default)]
struct Dtypes {
    path: Vec<String>,
    found: HashMap<String, DType>,
}

impl ModuleVisitor for Dtypes {
    fn enter_module(&mut self, name: &str, _container: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _name: &str, _container: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.found.insert(self.path.join("."), param.base().dtype());
    }
}

impl ModuleAdapter for Dtypes {
    fn adapt(&self, tensor: Loaded, context: ModuleContext<'_>) -> Loaded {
        match self.found.get(&tensor.name) {
            Some(dtype) => FloatCastAdapter::to(*dtype).adapt(tensor, context),
            None => tensor,
        }
    }

    fn clone_box(&self) -> Box<dyn ModuleAdapter> {
        Box::new(self.clone())
    }
}
