//! The header of a file, compared with a network before anything is loaded.

use burn::module::{Module, ModuleVisitor, Param};
use burn::tensor::{DType, Tensor};
use safetensors::SafeTensors;

use crate::weights_error::{Mismatch, WeightsError};

/// A tensor: its name, its sizes, and the type of its values as files call it.
struct Entry {
    name: String,
    sizes: Vec<usize>,
    dtype: String,
}

/// All tensors that a module visits.
#[derive(Default)]
struct Entries {
    path: Vec<String>,
    found: Vec<Entry>,
}

impl ModuleVisitor for Entries {
    fn enter_module(&mut self, name: &str, _container: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _name: &str, _container: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let tensor = param.base();
        let dtype: DType = tensor.dtype();
        // `F32`, `F16`, …: burn and the format have the same names.
        let dtype = format!("{dtype:?}");
        let sizes = tensor.dims().to_vec();
        self.found.push(Entry { name: self.path.join("."), sizes, dtype });
    }
}

/// All that does not fit: first in the order of the network's tensors, then in that of the names
/// that are none of its.
pub(crate) fn mismatches(
    module: &impl Module,
    bytes: &[u8],
) -> Result<Vec<Mismatch>, WeightsError> {
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(WeightsError::format)?;
    let file = metadata.tensors();
    let mut entries = Entries::default();
    module.visit(&mut entries);
    let network = entries.found;

    let mut extra: Vec<&str> = file.keys().map(String::as_str).collect();
    // PyTorch's batch norms count the batches, and nothing computes with it.
    extra.retain(|name| !name.ends_with("num_batches_tracked"));
    extra.retain(|name| network.iter().all(|entry| entry.name != *name));
    extra.sort_unstable();

    let mut wrong = Vec::new();
    let mut missing = Vec::new();
    for Entry { name, sizes, dtype } in network {
        let Some(found) = file.get(&name) else {
            wrong.push(Mismatch::Missing { nearest: nearest(&name, &extra), name: name.clone() });
            missing.push(name);
            continue;
        };
        if found.shape != sizes {
            let (found, expected) = (found.shape.clone(), sizes);
            wrong.push(Mismatch::Shape { name, expected, found });
        } else if found.dtype.to_string() != dtype {
            let found = found.dtype.to_string();
            wrong.push(Mismatch::DType { name, expected: dtype, found });
        }
    }
    let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
    wrong.extend(extra.iter().map(|name| Mismatch::Extra {
        nearest: nearest(name, &missing),
        name: (*name).to_string(),
    }));
    Ok(wrong)
}

/// The name that is most like another one, if they are alike at all: names differ in one place, by
/// a prefix such as `module.`, an index, or some letters that are wrong.
fn nearest(name: &str, candidates: &[&str]) -> Option<String> {
    let alike = |other: &str| {
        let equal = |(a, b): &(u8, u8)| a == b;
        let before = name.bytes().zip(other.bytes()).take_while(equal).count();
        let after = name.bytes().rev().zip(other.bytes().rev()).take_while(equal).count();
        (before + after).min(name.len()).min(other.len())
    };
    let enough = |other: &str| 3 * alike(other) >= 2 * name.len().min(other.len());
    let likely = candidates.iter().copied().filter(|other| enough(other));
    likely.max_by_key(|other| (alike(other), usize::MAX - other.len())).map(str::to_string)
}
