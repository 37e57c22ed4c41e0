//! A network with its weights.

use std::fs;
use std::path::Path;

use candle_core::{D, Device, Tensor};
use cnn::Graph;
use cnn_candle::Net;
use image::DynamicImage;

use crate::Result;
use crate::network::Digits;
use crate::options::{Options, beside};
use crate::picture;
use crate::preset::{Preset, first_weights};

pub struct Classifier {
    net: Net,
    preparation: Preparation,
    /// The names of the classes.
    labels: Vec<String>,
}

/// How a picture becomes an input.
enum Preparation {
    Digit { invert: bool },
    Photo(Preset),
}

impl Classifier {
    /// The network that the options name, with its weights.
    pub fn new(options: &Options) -> Result<Classifier> {
        let (graph, preparation) = match &options.network {
            None => (&Digits::GRAPH, Preparation::Digit { invert: options.invert }),
            Some(name) => {
                let graph = find(name)?;
                (graph, Preparation::Photo(preset(name, graph, options.resize)?))
            }
        };
        let weights = match (&options.weights, &options.network) {
            (Some(path), _) => path.clone(),
            (None, None) => beside("digits.safetensors"),
            (None, Some(name)) => return Err(how_to_get_weights(name).into()),
        };
        let labels = match &options.labels {
            Some(path) => read_labels(path, graph)?,
            None if options.network.is_none() => (0..10).map(|digit| digit.to_string()).collect(),
            None => (0..classes(graph)).map(|class| format!("class {class}")).collect(),
        };
        Ok(Classifier { net: load(graph, &weights)?, preparation, labels })
    }

    /// A score for each class.
    pub fn scores(&self, picture: &DynamicImage) -> Result<Vec<f32>> {
        let input = match &self.preparation {
            Preparation::Digit { invert } => picture::digit(picture, *invert)?,
            Preparation::Photo(preset) => picture::photo(picture, preset)?,
        };
        Ok(self.net.forward(&input)?.squeeze(0)?.to_vec1()?)
    }

    /// The likeliest classes, with their probabilities.
    pub fn best(&self, scores: &[f32], count: usize) -> Result<Vec<(&str, f32)>> {
        let scores = Tensor::new(scores, &Device::Cpu)?;
        let probabilities: Vec<f32> = candle_nn::ops::softmax(&scores, D::Minus1)?.to_vec1()?;
        let labels = self.labels.iter().map(String::as_str);
        let mut classes: Vec<(&str, f32)> = labels.zip(probabilities).collect();
        classes.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        classes.truncate(count);
        Ok(classes)
    }
}

/// A network of the zoo that classifies.
fn find(name: &str) -> Result<&'static Graph> {
    let zoo = cnn_zoo::all();
    let Some(entry) = zoo.iter().find(|entry| entry.name == name) else {
        let names = zoo.iter().map(|entry| entry.name).chain(["digits"]);
        let help = match cnn_core::closest(name, names.clone()) {
            Some(closest) => format!("did you mean `{closest}`?"),
            None => format!("these are there: {}", names.collect::<Vec<_>>().join(", ")),
        };
        return Err(format!("there is no network `{name}`\nhelp: {help}").into());
    };
    match why_not(entry.graph) {
        None => Ok(entry.graph),
        Some(reason) => Err(format!("`{name}` does not classify pictures: {reason}").into()),
    }
}

/// Why a network does not classify pictures, if it does not.
pub fn why_not(graph: &Graph) -> Option<String> {
    let Graph { input, output, outputs, .. } = graph;
    match (input.rank(), output.rank(), outputs.len()) {
        (3, 1, 1) => None,
        (3, _, 1) => Some(format!("its output is {output}")),
        (3, _, several) => Some(format!("it has {several} outputs")),
        _ => Some(format!("its input is {input}")),
    }
}

/// How pictures are prepared for a network.
fn preset(name: &str, graph: &Graph, resize: Option<u32>) -> Result<Preset> {
    let crop = u32::try_from(graph.input.size(1))?;
    let preset = Preset::of(name, crop);
    match resize {
        None => Ok(preset),
        // In torchvision, the side is at most 1.15 times as long as that of the crop.
        Some(resize) if (crop..=8 * crop).contains(&resize) => Ok(Preset { resize, ..preset }),
        Some(resize) => {
            Err(format!("--resize {resize}: `{name}` takes {crop} pixels or more of each side")
                .into())
        }
    }
}

fn classes(graph: &Graph) -> usize {
    graph.output.size(0)
}

fn how_to_get_weights(name: &str) -> String {
    let save = format!("safetensors.torch.save_file(model.state_dict(), \"{name}.safetensors\")");
    // torchvision does not have these.
    if ["lenet", "unet"].contains(&name) {
        return format!("`{name}` needs --weights\nhelp: PyTorch saves them with\n  {save}");
    }
    let first = first_weights(name);
    format!(
        "`{name}` needs --weights\nhelp: those of torchvision can be saved in Python with\n  \
         model = torchvision.models.{name}(weights=\"{first}\")\n  {save}"
    )
}

/// The names of the classes, a line of the file for each.
fn read_labels(path: &Path, graph: &Graph) -> Result<Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let labels: Vec<String> = text.lines().map(str::to_owned).collect();
    if labels.len() == classes(graph) {
        return Ok(labels);
    }
    let (network, lines, classes) = (graph.name, labels.len(), classes(graph));
    let path = path.display();
    Err(format!("{path}: there are {lines} labels, but `{network}` has {classes} classes").into())
}

/// The network with the weights of a file. They are compared first.
fn load(graph: &Graph, weights: &Path) -> Result<Net> {
    cnn_weights::check_graph(graph, weights)?;
    Ok(Net::from_safetensors(graph, &fs::read(weights)?, &Device::Cpu)?)
}
