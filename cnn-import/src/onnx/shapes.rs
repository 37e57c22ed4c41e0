//! The shapes that a file says its values have.

use std::collections::HashMap;

use cnn_core::{MAX_INPUT_RANK, MAX_RANK, Shape};
use cnn_onnx::proto::tensor_shape_proto::dimension::Value as DimValue;
use cnn_onnx::proto::type_proto::Value as TypeValue;
use cnn_onnx::proto::{GraphProto, ValueInfoProto};

use crate::size::Size;

/// An axis: a number, or a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    Known(i64),
    Named(String),
    Unknown,
}

/// The type of the values of a tensor, as ONNX numbers it, and the shape, if that is known.
#[derive(Clone, Debug)]
pub struct Type {
    pub element: i32,
    pub axes: Option<Vec<Axis>>,
}

/// The type of a value; `None` if it is no tensor.
pub fn type_of(info: &ValueInfoProto) -> Option<Type> {
    let Some(TypeValue::TensorType(tensor)) = info.r#type.as_ref()?.value.as_ref() else {
        return None;
    };
    let axes = tensor.shape.as_ref().map(|shape| {
        let axes = shape.dim.iter().map(|axis| match &axis.value {
            Some(DimValue::DimValue(size)) => Axis::Known(*size),
            Some(DimValue::DimParam(name)) if !name.is_empty() => Axis::Named(name.clone()),
            _ => Axis::Unknown,
        });
        axes.collect()
    });
    Some(Type { element: tensor.elem_type.unwrap_or(0), axes })
}

/// The number of samples: a number, a name, or nothing that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch(pub Option<Axis>);

impl Batch {
    pub fn is(&self, size: Size) -> bool {
        match size {
            Size::Batch(factor) => factor == 1,
            Size::Known(size) => self.0 == Some(Axis::Known(size)),
            Size::Other => false,
        }
    }

    /// As a size.
    pub fn size(&self) -> Size {
        match self.0 {
            Some(Axis::Known(size)) => Size::Known(size),
            _ => Size::Batch(1),
        }
    }
}

/// What a file says about the values in it.
#[derive(Debug, Default)]
pub struct Shapes {
    types: HashMap<String, Type>,
}

impl Shapes {
    pub fn new(graph: &GraphProto) -> Shapes {
        let infos = graph.value_info.iter().chain(&graph.output);
        let types = infos.filter_map(|info| Some((info.name.clone()?, type_of(info)?)));
        Shapes { types: types.collect() }
    }

    /// Whether a value has these sizes, as far as the file says them.
    pub fn agree(&self, value: &str, sizes: &[Size]) -> bool {
        let Some(axes) = self.types.get(value).and_then(|known| known.axes.as_ref()) else {
            return true;
        };
        let differ = |(axis, size): (&Axis, &Size)| match (axis, size) {
            // A size of 0 stands for one that is not known.
            (Axis::Known(axis), Size::Known(size)) => *axis != 0 && axis != size,
            _ => false,
        };
        axes.len() == sizes.len() && !axes.iter().zip(sizes).any(differ)
    }

    /// The shape of a value for one sample, if the file says it in numbers.
    ///
    /// # Errors
    ///
    /// If its first axis is not the batch.
    pub fn sample(&self, value: &str, batch: &Batch) -> Result<Option<Shape>, String> {
        let Some(axes) = self.types.get(value).and_then(|known| known.axes.as_ref()) else {
            return Ok(None);
        };
        let Some((first, rest)) = axes.split_first() else {
            return Err("its output has no axis, and so no samples".to_owned());
        };
        if let (Axis::Known(size), Some(samples)) = (first, &batch.0)
            && *size != 0
            && *samples != Axis::Known(*size)
            && *samples != Axis::Unknown
        {
            return Err("the first axis of its output is not the batch".to_owned());
        }
        let sizes: Option<Vec<usize>> = rest
            .iter()
            .map(|axis| match axis {
                Axis::Known(size) => usize::try_from(*size).ok().filter(|size| *size > 0),
                _ => None,
            })
            .collect();
        Ok(sizes.filter(|sizes| sizes.len() <= MAX_RANK).map(|sizes| Shape::new(&sizes)))
    }
}

/// The shape of an input for one sample.
pub fn input(axes: &[Axis]) -> Result<Shape, String> {
    let Some((_, rest)) = axes.split_first() else {
        return Err("it has no axes, where the first one should be the batch".to_owned());
    };
    if rest.len() > MAX_INPUT_RANK {
        return Err(format!(
            "it has {} axes, and there can be {MAX_INPUT_RANK} beside the batch",
            rest.len()
        ));
    }
    let size = |axis: &Axis| match axis {
        Axis::Known(size) => match usize::try_from(*size) {
            Ok(size) if size > 0 => Ok(size),
            _ => Err(format!("one of its sizes is {size}")),
        },
        Axis::Named(name) => Err(format!(
            "its size `{name}` is not known; export the network for a fixed size of the input"
        )),
        Axis::Unknown => Err("one of its sizes is not known; export the network for a fixed size \
                              of the input"
            .to_owned()),
    };
    let sizes = rest.iter().map(size).collect::<Result<Vec<usize>, String>>()?;
    match sizes.is_empty() {
        true => Err("it has no axis beside the batch".to_owned()),
        false => Ok(Shape::new(&sizes)),
    }
}
