//! Names of layers, which are in scopes: `layer1.0.conv1`.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Two names with a dot between them, where neither is empty.
pub(crate) fn join(prefix: &str, name: &str) -> String {
    match (prefix, name) {
        ("", name) | (name, "") => name.to_owned(),
        _ => [prefix, ".", name].concat(),
    }
}

/// A name as it reads in the scope of another one: without what both have in common.
fn relative<'a>(name: &'a str, from: &str) -> &'a str {
    let scope = from.rfind('.').map_or("", |dot| &from[..=dot]);
    let common = name.bytes().zip(scope.bytes()).take_while(|(a, b)| a == b).count();
    let dot = name[..common].rfind('.').map_or(0, |dot| dot + 1);
    &name[dot..]
}

/// A join with the names of its inputs, relative to its scope: `Add(bn2, downsample.1)`.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::render::joined;
///
/// let inputs = ["layer1.0.bn2", "layer1.0.downsample.1"];
/// assert_eq!(joined("Add", "layer1.0.add1", inputs), "Add(bn2, downsample.1)");
/// ```
pub fn joined<S: AsRef<str>>(
    join: &str,
    name: &str,
    inputs: impl IntoIterator<Item = S>,
) -> String {
    let inputs = inputs.into_iter().map(|input| relative(input.as_ref(), name).to_owned());
    let inputs: Vec<String> = inputs.collect();
    format!("{join}({})", inputs.join(", "))
}
