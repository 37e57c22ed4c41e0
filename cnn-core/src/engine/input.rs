//! The check of inputs against those of the network.

use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use crate::{Graph, NetworkInputs, Shape};

/// Why a network does not run on its inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// The shape of an input is not a batch of the network's input shape.
    #[non_exhaustive]
    Shape {
        /// The name of the network.
        network: &'static str,
        /// The name of the input; empty for one that has none.
        input: &'static str,
        /// The shape of the network's input, for one sample.
        takes: Shape,
        /// The given sizes, the batch first.
        arrives: Vec<usize>,
    },
    /// The batch is empty.
    #[non_exhaustive]
    Empty {
        /// The name of the network.
        network: &'static str,
    },
    /// The number of inputs is not that of the network.
    #[non_exhaustive]
    Count {
        /// The name of the network.
        network: &'static str,
        /// The names of its inputs.
        takes: Vec<&'static str>,
        /// The number of given inputs.
        arrive: usize,
    },
    /// The inputs have batches of different sizes.
    #[non_exhaustive]
    Batches {
        /// The name of the network.
        network: &'static str,
        /// The samples of each input, which has this name.
        samples: Vec<(&'static str, usize)>,
    },
    /// An input has a name that the network does not have, or that another input has, too.
    #[non_exhaustive]
    Name {
        /// The name of the network.
        network: &'static str,
        /// The name.
        name: alloc::string::String,
        /// The names of the network's inputs.
        takes: Vec<&'static str>,
    },
    /// A single output is requested, but the network has several.
    #[non_exhaustive]
    Outputs {
        /// The name of the network.
        network: &'static str,
        /// Their names.
        outputs: Vec<&'static str>,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::Shape { network, input, takes, arrives } => {
                match *input {
                    "" => write!(f, "`{network}` takes [batch")?,
                    input => write!(f, "the input `{input}` of `{network}` is [batch")?,
                }
                takes.dims().iter().try_for_each(|size| write!(f, ", {size}"))?;
                write!(f, "], but {arrives:?} arrives")
            }
            InputError::Empty { network } => {
                write!(f, "`{network}` takes at least one sample, but the batch is empty")
            }
            InputError::Count { network, takes, arrive } => {
                match &takes[..] {
                    [_] => write!(f, "`{network}` takes one input")?,
                    takes => {
                        write!(f, "`{network}` takes the inputs ")?;
                        names(f, takes)?;
                    }
                }
                let verb = if *arrive == 1 { "arrives" } else { "arrive" };
                write!(f, ", but {arrive} {verb}")
            }
            InputError::Batches { network, samples } => {
                write!(f, "the inputs of `{network}` have the same number of samples, but ")?;
                for (index, (name, count)) in samples.iter().enumerate() {
                    let before = if index == 0 { "" } else { ", " };
                    write!(f, "{before}`{name}` has {count}")?;
                }
                Ok(())
            }
            InputError::Name { network, name, takes } if takes.contains(&name.as_str()) => {
                write!(f, "the input `{name}` of `{network}` is given twice")
            }
            InputError::Name { network, name, takes } => {
                write!(f, "`{network}` has no input `{name}`; it takes ")?;
                names(f, takes)
            }
            InputError::Outputs { network, outputs } => {
                write!(f, "`{network}` has the outputs ")?;
                names(f, outputs)?;
                write!(f, ": ask for all of them")
            }
        }
    }
}

/// `` `left` and `right` ``
fn names(f: &mut fmt::Formatter<'_>, names: &[&str]) -> fmt::Result {
    for (index, name) in names.iter().enumerate() {
        let before = match index {
            0 => "",
            _ if index + 1 == names.len() => " and ",
            _ => ", ",
        };
        match *name {
            "" => write!(f, "{before}one input without a name")?,
            name => write!(f, "{before}`{name}`")?,
        }
    }
    Ok(())
}

fn all_names(inputs: NetworkInputs) -> Vec<&'static str> {
    inputs.iter().map(|input| input.name).collect()
}

impl Graph {
    /// Checks the sizes of the input of a network with one input and one output, the batch first, and
    /// returns the number of its samples.
    ///
    /// ```
    /// # fn check(graph: &cnn_core::Graph) {
    /// if let Err(error) = graph.check_input(&[5, 3, 28, 28]) {
    ///     println!("{error}"); // `LeNet` takes [batch, 1, 28, 28], but [5, 3, 28, 28] arrives
    /// }
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the sizes are not `[batch, …]` with the network's own, if the batch is empty, or if the network
    /// has several inputs or outputs.
    pub fn check_input(&self, sizes: &[usize]) -> Result<usize, InputError> {
        let samples = self.check_inputs(&[sizes])?;
        if self.outputs.len() > 1 {
            let outputs = self.outputs.iter().map(|output| output.name).collect();
            return Err(InputError::Outputs { network: self.name, outputs });
        }
        Ok(samples)
    }

    /// Checks the sizes of all inputs in their order, the batch first, and returns the number of samples.
    ///
    /// # Errors
    ///
    /// If the number of inputs is not that of the network, if the sizes of one are not `[batch, …]` with
    /// the network's own, or if the batches are empty or differ.
    pub fn check_inputs(&self, sizes: &[&[usize]]) -> Result<usize, InputError> {
        let network = self.name;
        if sizes.len() != self.inputs.len() {
            let (takes, arrive) = (all_names(self.inputs), sizes.len());
            return Err(InputError::Count { network, takes, arrive });
        }
        let mut samples = Vec::new();
        for (input, sizes) in self.inputs.iter().zip(sizes) {
            match sizes {
                [batch, sample @ ..] if sample == input.shape.dims() => {
                    samples.push((input.name, *batch));
                }
                _ => {
                    let (input, takes, arrives) = (input.name, input.shape, sizes.to_vec());
                    return Err(InputError::Shape { network, input, takes, arrives });
                }
            }
        }
        let (_, first) = samples[0];
        if samples.iter().any(|(_, count)| *count != first) {
            return Err(InputError::Batches { network, samples });
        }
        if first == 0 { Err(InputError::Empty { network }) } else { Ok(first) }
    }

    /// Brings inputs that are given by their names into the order of the network's inputs.
    ///
    /// ```
    /// # fn sort(graph: &cnn_core::Graph) -> Result<(), cnn_core::engine::InputError> {
    /// let [left, right] = ["the left picture", "the right one"];
    /// assert_eq!(graph.sort_inputs([("right", right), ("left", left)])?, [left, right]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If an input is missing, is given twice, or has a name that no input of the network has.
    pub fn sort_inputs<'n, V>(
        &self,
        named: impl IntoIterator<Item = (&'n str, V)>,
    ) -> Result<Vec<V>, InputError> {
        let (network, takes) = (self.name, all_names(self.inputs));
        let mut values: Vec<Option<V>> = takes.iter().map(|_| None).collect();
        let mut arrive = 0;
        for (name, value) in named {
            let place = takes.iter().position(|takes| *takes == name);
            match place.map(|place| &mut values[place]) {
                Some(empty @ None) => *empty = Some(value),
                _ => return Err(InputError::Name { network, name: name.into(), takes }),
            }
            arrive += 1;
        }
        let all: Option<Vec<V>> = values.into_iter().collect();
        all.ok_or(InputError::Count { network, takes, arrive })
    }
}

impl Error for InputError {}
