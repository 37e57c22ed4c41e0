//! Modules that are one layer of our language, and many operations in the file.
//!
//! They are known by their classes. The operations that compute something must be those of the layer, in their order,
//! and the tensors those of the layer, in name and shape; otherwise the module is refused.

mod convs;
mod multihead;
mod norms;
mod steps;
mod windows;

use std::collections::{HashMap, HashSet};

use self::steps::Steps;
use super::module::{Module, short};
use super::names::{inputs, outputs};
use super::operands::Operand;
use super::operations::settled;
use super::read::{Reader, named};
use super::schema::Node;
use crate::form::{Call, Origin, Value};

type Read = fn(&mut Steps<'_>) -> Result<(Call, Vec<Value>), String>;

/// The classes, each with what reads its operations.
const KNOWN: [(&str, Read); 13] = [
    ("torch.nn.modules.activation.MultiheadAttention", multihead::read),
    ("torchvision.models.swin_transformer.ShiftedWindowAttention", windows::swin),
    ("torchvision.models.swin_transformer.ShiftedWindowAttentionV2", windows::swin_v2),
    ("torchvision.models.maxvit.RelativePositionalMultiHeadAttention", windows::maxvit),
    ("torchvision.ops.misc.FrozenBatchNorm2d", norms::frozen),
    ("torchvision.models.convnext.LayerNorm2d", norms::channels_first),
    ("timm.layers.std_conv.StdConv2d", convs::standardized),
    ("timm.layers.std_conv.ScaledStdConv2d", convs::standardized),
    ("timm.layers.blur_pool.BlurPool2d", convs::blurred),
    ("timm.layers.grn.GlobalResponseNorm", norms::global_response),
    ("timm.layers.norm.LayerNorm2d", norms::channels_first),
    ("timm.models.convnext.LayerNorm2d", norms::channels_first),
    ("torch.nn.modules.normalization.LocalResponseNorm", norms::local_response),
];

/// The classes that `Graph::pytorch` writes into the file of a network, whose name is unknown.
const WRITTEN: [(&str, Read); 12] = [
    ("WindowAttention", windows::written),
    ("WindowAttentionV2", windows::written_v2),
    ("RelativeAttention", windows::written_relative),
    ("FrozenBatchNorm", norms::frozen),
    ("StdConv1d", convs::standardized),
    ("StdConv2d", convs::standardized),
    ("StdConv3d", convs::standardized),
    ("BlurPool1d", convs::blurred),
    ("BlurPool2d", convs::blurred),
    ("BlurPool3d", convs::blurred),
    ("GlobalResponseNorm", norms::global_response),
    ("ChannelsFirstLayerNorm", norms::channels_first),
];

/// What reads the operations of a class.
fn reader_of(class: &str) -> Option<Read> {
    let known = KNOWN.iter().find(|(known, _)| *known == class);
    let written = || WRITTEN.iter().find(|(known, _)| *known == short(class));
    known.or_else(written).map(|(_, read)| *read)
}

/// Whether others may have a class with this name as well, which does something else.
pub fn is_guessed(class: &str) -> bool {
    KNOWN.iter().all(|(known, _)| *known != class)
}

/// The outermost of these modules around a node, if it is in one. The calls of `others` are none of them.
pub fn around<'a>(stack: &'a [Module], others: &HashSet<&str>) -> Option<&'a Module> {
    let is_other = |module: &Module| others.contains(module.call.as_str());
    stack.iter().find(|module| reader_of(&module.class).is_some() && !is_other(module))
}

/// Reads the operations of one call of such a module. `last_use` has the place of the last node that takes a tensor,
/// and `end` is the one behind this module.
pub fn read(
    reader: &mut Reader,
    module: &Module,
    nodes: &[Node],
    last_use: &HashMap<String, usize>,
    end: usize,
) -> Result<(), (Origin, String)> {
    let origin = Origin {
        source: nodes.first().and_then(|node| node.name.clone()).unwrap_or_default(),
        operation: module.class.clone(),
        ..named(&module.path)
    };
    let leaves = |name: &String| last_use.get(name).is_some_and(|last| *last >= end);
    let leaving: Vec<String> = nodes.iter().flat_map(outputs).filter(leaves).collect();
    let result = match &leaving[..] {
        // Nothing uses it.
        [] => Ok(()),
        [output] => layer(reader, module, nodes, output, &origin),
        _ => Err("more than its output is used, such as the weights of the attention".to_owned()),
    };
    result.map_err(|reason| (origin, reason))
}

fn layer(
    reader: &mut Reader,
    module: &Module,
    nodes: &[Node],
    output: &str,
    origin: &Origin,
) -> Result<(), String> {
    let made: HashSet<String> = nodes.iter().flat_map(outputs).collect();
    for name in nodes.iter().flat_map(inputs).filter(|name| !made.contains(name)) {
        settled(reader, &name)?;
        if reader.operand(&name) == Operand::Lost {
            // Why it is lost was reported where it was lost.
            return Err(String::new());
        }
    }
    let read = reader_of(&module.class).ok_or("its class is not known")?;
    let mut steps = Steps::new(reader, &module.path, nodes, output);
    let (call, values) = read(&mut steps)?;
    steps.end()?;
    let expected = reader.sample(output)?;
    let value = reader.builder.push(origin, call, values, Some(expected))?;
    reader.builder.form.folded += nodes.len() - 1;
    reader.set(output, Operand::Value(value));
    Ok(())
}
