//! How the tensors of a file differ from those of a network.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt;

use cnn_core::{DIFFERENCES, Graph, MOST_EDITS, Shape, edits};

/// Longer names are not compared letter by letter.
const LONGEST_NAME: usize = 256;

/// With more pairs of a missing and an extra tensor, no names are proposed.
const MOST_PAIRS: usize = 1 << 20;

/// How the tensors of a file differ from those of a network.
///
/// Its text has a line for each tensor: those of the network in the order of its
/// [`state_dict`](Graph::state_dict), then those that belong to no layer:
///
/// ```text
/// the tensors do not fit `LeNet`: of its 8 tensors, 2 are missing, 1 has a different shape, 1 does not belong to it
///   `conv2.weight` is missing; the file has `conv_2.weight` [50, 20, 5, 5], which would fit
///   `conv2.bias` [50] is missing
///   `fc1.weight` is [500, 784], but should be [500, 800]
///   `fc3.weight` [2, 2] does not belong to any layer
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateMismatch {
    /// The name of the network.
    pub network: &'static str,
    /// The number of the network's tensors.
    pub expected: usize,
    /// The prefix that all names have on one side only. The names below do not include it.
    pub prefix: Option<Prefix>,
    /// The tensors that differ. If only the prefix is wrong, there are none.
    pub tensors: Vec<TensorMismatch>,
}

/// The prefix that all names have on one side only, with its dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prefix {
    /// In the file, such as `module.`, which PyTorch's `DataParallel` adds.
    File(String),
    /// In the network, such as `backbone.` of a nested network.
    Network(String),
}

/// A tensor that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TensorMismatch {
    /// The network has it, the file does not.
    Missing {
        /// Its name.
        name: String,
        /// Its shape in the network.
        shape: Shape,
        /// The name and sizes of a tensor of the file that may be meant.
        nearest: Option<(String, Vec<usize>)>,
    },
    /// It has a different shape in the file.
    Misshapen {
        /// Its name.
        name: String,
        /// Its shape in the network.
        shape: Shape,
        /// Its sizes in the file.
        found: Vec<usize>,
    },
    /// The file has it, the network does not, and its name is like no missing one.
    Extra {
        /// Its name.
        name: String,
        /// Its sizes in the file.
        found: Vec<usize>,
    },
}

/// Compares the names and sizes of tensors, wherever they were read from, with those of a network.
///
/// `num_batches_tracked`, a counter that no layer computes with, may be there or not. If a name is there
/// twice, the last one counts.
///
/// ```
/// # fn example(graph: &cnn_core::Graph) {
/// let found = [("conv1.weight", vec![20, 3, 5, 5]), ("conv1.bias", vec![20])];
/// if let Err(mismatch) = cnn_weights::compare_state(graph, found) {
///     println!("{mismatch}");
/// }
/// # }
/// ```
///
/// # Errors
///
/// All tensors that are missing, have a different shape, or do not belong to any layer.
pub fn compare_state<N: Into<String>>(
    graph: &Graph,
    found: impl IntoIterator<Item = (N, Vec<usize>)>,
) -> Result<(), StateMismatch> {
    compare_state_except(graph, found, &[]).map(|_| ())
}

/// The tensors that were excluded from the comparison.
///
/// ```
/// let ignored = cnn_weights::Ignored {
///     missing: vec!["fc.weight".to_owned()],
///     left_over: vec!["fc.weight".to_owned(), "aux.bias".to_owned()],
/// };
/// assert_eq!(ignored.to_string(), "not loaded: `fc.weight`; left over in the file: `fc.weight`, `aux.bias`");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ignored {
    /// The network's tensors that the file does not have, or not in this shape, in the order of the
    /// network's [`state_dict`](Graph::state_dict).
    pub missing: Vec<String>,
    /// The file's tensors that the network does not have, or not in this shape, in the order of the file.
    pub left_over: Vec<String>,
}

impl fmt::Display for Ignored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |names: &[String]| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
        };
        let (missing, left_over) = (list(&self.missing), list(&self.left_over));
        write!(f, "not loaded: {missing}; left over in the file: {left_over}")
    }
}

/// Like [`compare_state`], but what does not fit is ignored where its name begins with one of these prefixes:
/// with `fc`, that is `fc.weight` and not `fc2.weight`. So a checkpoint fits a backbone with a new head.
///
/// ```
/// # fn example(graph: &cnn_core::Graph) -> Result<(), cnn_weights::StateMismatch> {
/// let found = [("conv1.weight", vec![20, 3, 5, 5]), ("fc.weight", vec![1000, 20])];
/// let ignored = cnn_weights::compare_state_except(graph, found, &["fc"])?;
/// println!("{ignored}");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// The same as those of [`compare_state`], for all other tensors.
pub fn compare_state_except<N: Into<String>>(
    graph: &Graph,
    found: impl IntoIterator<Item = (N, Vec<usize>)>,
    prefixes: &[&str],
) -> Result<Ignored, StateMismatch> {
    let found = found.into_iter().map(|(name, dims)| (name.into(), dims));
    let mut found: Vec<(String, Vec<usize>)> =
        found.filter(|(name, _)| !is_counter(name)).collect();
    let mut state = graph.state_dict();
    let mut ignored = Ignored::default();
    let matches = |name: &str| {
        let within = |prefix: &&str| {
            name.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        prefixes.iter().any(within)
    };
    // What fits although it may be ignored is compared, and loaded, like all else.
    let fits = |name: &str, dims: &[usize]| {
        found.iter().any(|(other, found)| other == name && found == dims)
    };
    let fitting: BTreeSet<String> = state
        .iter()
        .filter(|(name, shape)| matches(name) && fits(name, shape.dims()))
        .map(|(name, _)| name.clone())
        .collect();
    let is_kept = |name: &str| !matches(name) || fitting.contains(name);
    state.retain(|(name, _)| {
        let kept = is_kept(name);
        ignored.missing.extend((!kept).then(|| name.clone()));
        kept
    });
    found.retain(|(name, _)| {
        let kept = is_kept(name);
        ignored.left_over.extend((!kept).then(|| name.clone()));
        kept
    });
    let prefix = Prefix::remove(&mut state, &mut found);
    let expected = state.len();
    let tensors = differences(state, &found);
    if prefix.is_none() && tensors.is_empty() {
        return Ok(ignored);
    }
    Err(StateMismatch { network: graph.name, expected, prefix, tensors })
}

/// Whether a tensor is PyTorch's counter of the batches that a batch norm has seen.
pub(crate) fn is_counter(name: &str) -> bool {
    name.rsplit('.').next() == Some("num_batches_tracked")
}

/// The tensors that differ.
fn differences(state: Vec<(String, Shape)>, found: &[(String, Vec<usize>)]) -> Vec<TensorMismatch> {
    let mut places: BTreeMap<&str, usize> =
        found.iter().enumerate().map(|(place, (name, _))| (name.as_str(), place)).collect();
    let mut tensors = Vec::new();
    for (name, shape) in state {
        match places.remove(name.as_str()).map(|place| &found[place].1) {
            Some(dims) if dims == shape.dims() => {}
            Some(dims) => {
                tensors.push(TensorMismatch::Misshapen { name, shape, found: dims.clone() });
            }
            None => tensors.push(TensorMismatch::Missing { name, shape, nearest: None }),
        }
    }
    let mut extra: Vec<usize> = places.into_values().collect();
    extra.sort_unstable();
    let mut extra: Vec<Option<(String, Vec<usize>)>> =
        extra.into_iter().map(|place| Some(found[place].clone())).collect();
    propose(&mut tensors, &mut extra);
    let extra = extra.into_iter().flatten();
    tensors.extend(extra.map(|(name, found)| TensorMismatch::Extra { name, found }));
    tensors
}

/// Finds tensors of the file that may be meant by missing ones, each by one of them.
fn propose(tensors: &mut [TensorMismatch], extra: &mut [Option<(String, Vec<usize>)>]) {
    if tensors.len().saturating_mul(extra.len()) > MOST_PAIRS {
        return;
    }
    let mut pairs = Vec::new();
    for (of, tensor) in tensors.iter().enumerate() {
        let TensorMismatch::Missing { name, shape, .. } = tensor else { continue };
        for (place, other) in extra.iter().enumerate() {
            let Some((other, dims)) = other else { continue };
            let fits = dims == shape.dims();
            if let Some(distance) = distance(name, other, fits) {
                pairs.push((!fits, distance, of, place));
            }
        }
    }
    // Those that fit come first, and of these the nearest.
    pairs.sort_unstable();
    for (_, _, of, place) in pairs {
        if let TensorMismatch::Missing { nearest: nearest @ None, .. } = &mut tensors[of]
            && let found @ Some(_) = extra[place].take()
        {
            *nearest = found;
        }
    }
}

/// The distance of two names, if one may be meant by the other: a few letters, or if the tensor `fits`,
/// one part of a longer name (`downsample` for `shortcut`).
fn distance(name: &str, other: &str, fits: bool) -> Option<usize> {
    if name.len().max(other.len()) > LONGEST_NAME {
        return None;
    }
    if !fits {
        return misspelling(name, other);
    }
    if let Some(edits) = edits(name, other, MOST_EDITS) {
        return Some(edits);
    }
    let differing = name.split('.').zip(other.split('.')).filter(|(a, b)| a != b).count();
    let parts = name.split('.').count();
    let one = parts > 2 && parts == other.split('.').count() && differing == 1;
    one.then_some(MOST_EDITS + 1)
}

/// The number of letters that distinguish two names, if there are few of them in each part: `fc2` and
/// `bn1` differ in three letters, and are not alike.
fn misspelling(name: &str, other: &str) -> Option<usize> {
    if name.split('.').count() != other.split('.').count() {
        return None;
    }
    name.split('.').zip(other.split('.')).try_fold(0, |sum, (a, b)| {
        let allowed = a.len().max(b.len()).div_ceil(3).min(MOST_EDITS);
        Some(sum + edits(a, b, allowed)?).filter(|sum| *sum <= MOST_EDITS)
    })
}

impl Prefix {
    /// Finds what all names begin with on one side only, and removes it there.
    fn remove(state: &mut [(String, Shape)], found: &mut [(String, Vec<usize>)]) -> Option<Prefix> {
        let ours = common_prefix(state.iter().map(|(name, _)| name.as_str())).to_owned();
        let theirs = common_prefix(found.iter().map(|(name, _)| name.as_str())).to_owned();
        // Of `module.features.` and `features.`, what both have in common stays.
        let prefix = if let Some(prefix) = theirs.strip_suffix(&ours)
            && !prefix.is_empty()
        {
            Prefix::File(prefix.to_owned())
        } else if let Some(prefix) = ours.strip_suffix(&theirs)
            && !prefix.is_empty()
        {
            Prefix::Network(prefix.to_owned())
        } else {
            return None;
        };
        let (of_state, of_found) = match &prefix {
            Prefix::File(prefix) => (0, prefix.len()),
            Prefix::Network(prefix) => (prefix.len(), 0),
        };
        // Without a prefix that is there by chance, no names agree.
        let names: BTreeSet<&str> = state.iter().map(|(name, _)| &name[of_state..]).collect();
        if !found.iter().any(|(name, _)| names.contains(&name[of_found..])) {
            return None;
        }
        strip(state, of_state);
        strip(found, of_found);
        Some(prefix)
    }
}

fn strip<T>(tensors: &mut [(String, T)], length: usize) {
    for (name, _) in tensors {
        name.drain(..length);
    }
}

/// The scopes that contain all names, with a dot at the end: `module.`
fn common_prefix<'n>(mut names: impl Iterator<Item = &'n str>) -> &'n str {
    let Some(first) = names.next() else { return "" };
    let common = names.fold(first.len(), |common, name| {
        let same = first.bytes().zip(name.bytes()).take(common).take_while(|(a, b)| a == b);
        same.count()
    });
    let dot = first.as_bytes()[..common].iter().rposition(|&byte| byte == b'.');
    dot.map_or("", |dot| &first[..=dot])
}

impl Error for StateMismatch {}

impl fmt::Display for StateMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.network {
            "" => f.write_str("the tensors do not fit the network")?,
            network => write!(f, "the tensors do not fit `{network}`")?,
        }
        self.counts(f)?;
        match &self.prefix {
            Some(Prefix::File(prefix)) => write!(
                f,
                "\n  all names of the file begin with `{prefix}`, which the network's do not"
            )?,
            Some(Prefix::Network(prefix)) => write!(
                f,
                "\n  all names of the network begin with `{prefix}`, which the file's do not"
            )?,
            None => {}
        }
        if self.prefix.is_some() {
            let rest = if self.tensors.is_empty() { "all others agree" } else { "beside that" };
            write!(f, "; {rest}{}", if self.tensors.is_empty() { "" } else { ":" })?;
        }
        self.tensors.iter().try_for_each(|tensor| write!(f, "\n  {tensor}"))
    }
}

impl StateMismatch {
    /// `: of its 8 tensors, 1 is missing, 1 has a different shape; 2 are not its`
    fn counts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |which: fn(&TensorMismatch) -> bool| {
            self.tensors.iter().filter(|&tensor| which(tensor)).count()
        };
        let missing = count(|tensor| matches!(tensor, TensorMismatch::Missing { .. }));
        let misshapen = count(|tensor| matches!(tensor, TensorMismatch::Misshapen { .. }));
        let extra = count(|tensor| matches!(tensor, TensorMismatch::Extra { .. }));
        let mut before = if missing + misshapen > 0 {
            write!(f, ": of its {} tensors,", self.expected)?;
            " "
        } else {
            ": "
        };
        for (count, [one, more]) in [missing, misshapen, extra].into_iter().zip(DIFFERENCES) {
            if count > 0 {
                write!(f, "{before}{count} {}", if count == 1 { one } else { more })?;
                before = ", ";
            }
        }
        Ok(())
    }
}

impl fmt::Display for TensorMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TensorMismatch::Missing { name, shape, nearest: None } => {
                write!(f, "`{name}` {shape} is missing")
            }
            TensorMismatch::Missing { name, shape, nearest: Some((other, found)) } => {
                write!(f, "`{name}` is missing; the file has `{other}` {found:?}, ")?;
                if found == shape.dims() {
                    f.write_str("which would fit")
                } else {
                    write!(f, "but it should be {shape}")
                }
            }
            TensorMismatch::Misshapen { name, shape, found } => {
                write!(f, "`{name}` is {found:?}, but should be {shape}")?;
                let turned = found.iter().rev().eq(shape.dims());
                f.write_str(if shape.rank() == 2 && turned { ": transpose it" } else { "" })
            }
            TensorMismatch::Extra { name, found } => {
                write!(f, "`{name}` {found:?} does not belong to any layer")
            }
        }
    }
}
