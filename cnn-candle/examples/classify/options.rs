//! The command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use lexopt::prelude::*;

use crate::Result;

pub const HELP: &str = "\
What is in a picture? Runs a network with PyTorch's weights on it.

usage: classify [--invert] [PICTURE]...
       classify --network NAME --weights FILE [--labels FILE] PICTURE...

Without a network, handwritten digits are read, light on dark and of any size; without pictures, those
beside the example.

  --network NAME   a network of cnn-zoo, such as resnet18
  --weights FILE   its weights, as safetensors.torch.save_file(model.state_dict(), FILE) writes them
  --labels FILE    what the classes are called, a line for each
  --top N          how many classes are shown: 5, or 3 digits, if not given
  --resize N       the length of the picture's shorter side, of which the middle is taken; if not given,
                   that of torchvision's IMAGENET1K_V1 weights (of most IMAGENET1K_V2, it is 232)
  --invert         the digits are dark on light
";

/// The arguments of the program.
pub struct Options {
    /// A network of the zoo; without one, the digits are read.
    pub network: Option<String>,
    pub weights: Option<PathBuf>,
    pub labels: Option<PathBuf>,
    pub top: usize,
    pub resize: Option<u32>,
    pub invert: bool,
    pictures: Vec<PathBuf>,
}

impl Options {
    /// Reads the arguments; `None` if they ask for help.
    pub fn parse(args: impl Iterator<Item = OsString>) -> Result<Option<Options>> {
        let mut options = Options {
            network: None,
            weights: None,
            labels: None,
            top: 5,
            resize: None,
            invert: false,
            pictures: Vec::new(),
        };
        let mut top = None;
        let mut parser = lexopt::Parser::from_args(args);
        while let Some(arg) = parser.next()? {
            match arg {
                Long("network") => options.network = Some(parser.value()?.string()?),
                Long("weights") => options.weights = Some(parser.value()?.into()),
                Long("labels") => options.labels = Some(parser.value()?.into()),
                Long("top") => top = Some(parser.value()?.parse()?),
                Long("resize") => options.resize = Some(parser.value()?.parse()?),
                Long("invert") => options.invert = true,
                Long("help") | Short('h') => return Ok(None),
                Value(picture) => options.pictures.push(picture.into()),
                _ => return Err(arg.unexpected().into()),
            }
        }
        options.network.take_if(|name| name == "digits");
        options.top = top.unwrap_or(if options.network.is_none() { 3 } else { 5 });
        let needless = match &options.network {
            None => options.resize.is_some().then_some("--resize is for networks of the zoo"),
            Some(_) => options.invert.then_some("--invert is for digits"),
        };
        needless.map_or(Ok(Some(options)), |error| Err(error.into()))
    }

    /// The pictures of the arguments, or the digits in the folder of this example.
    pub fn pictures(&self) -> Result<Vec<PathBuf>> {
        match (&self.network, &self.pictures[..]) {
            (Some(network), []) => Err(format!("`{network}` needs a picture: name one").into()),
            (None, []) => Ok((0..10).map(|digit| beside(&format!("{digit}.png"))).collect()),
            (_, pictures) => Ok(pictures.to_vec()),
        }
    }
}

/// The path of a file that PyTorch made for this example.
pub fn beside(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/classify/pytorch").join(file)
}
