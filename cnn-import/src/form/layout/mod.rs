//! Arrangements that our language has no value for: with the batch elsewhere than in front, or with more axes. They end
//! with one that it has, and only then are layers written.

mod layers;

use std::collections::{HashSet, VecDeque};

use cnn_core::{Kind, MAX_RANK, Shape};

use crate::form::{Argument, Builder, Call, Origin, Value};
use crate::size::Size;

type Result<T> = std::result::Result<T, String>;

/// The most axes of a value, beside the batch.
pub const MOST_AXES: usize = 4;

/// A value whose sizes are products of parts, and whose axes are other products of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    value: Value,
    /// The parts of a sample, as they follow each other in the value, with their sizes.
    parts: Vec<(Part, usize)>,
    /// The parts of each axis, with that of the batch.
    axes: Vec<Vec<Part>>,
    /// The number of samples, if it is known.
    batch: Option<i64>,
    /// How many parts there have been.
    count: usize,
    /// Where it was arranged last.
    origin: Origin,
}

/// A place in an axis of an arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Batch,
    /// The axis of a value with this index.
    Axis(usize),
}

/// How an arrangement follows from a value: what is in each of its axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around(Vec<Vec<Place>>);

/// What names a part; 0 is the batch.
type Part = usize;

const BATCH: Part = 0;

impl Layout {
    /// A value as it is.
    pub fn new(value: Value, shape: &Shape, batch: Option<i64>) -> Layout {
        let mut layout = Layout {
            value,
            parts: Vec::new(),
            axes: vec![vec![BATCH]],
            batch,
            count: 0,
            origin: Origin::default(),
        };
        for size in shape.dims() {
            let part = layout.part();
            layout.parts.push((part, *size));
            layout.axes.push(vec![part]);
        }
        layout.drop_ones();
        layout
    }

    /// The same, arranged by this operation.
    pub fn at(self, origin: Origin) -> Layout {
        Layout { origin, ..self }
    }

    fn part(&mut self) -> Part {
        self.count += 1;
        self.count
    }

    /// An axis of size 1 has no parts.
    fn drop_ones(&mut self) {
        let ones: HashSet<Part> =
            self.parts.iter().filter(|(_, size)| *size == 1).map(|(part, _)| *part).collect();
        self.parts.retain(|(part, _)| !ones.contains(part));
        self.axes.iter_mut().for_each(|axis| axis.retain(|part| !ones.contains(part)));
    }

    fn size(&self, part: Part) -> usize {
        self.parts.iter().find(|(own, _)| *own == part).map_or(1, |(_, size)| *size)
    }

    fn product(&self, parts: &[Part]) -> usize {
        parts.iter().fold(1, |product, part| product.saturating_mul(self.size(*part)))
    }

    /// Cuts a part into one of this size and the rest, which follows it.
    fn cut(&mut self, part: Part, size: usize) {
        let rest = self.part();
        if let Some(place) = self.parts.iter().position(|(own, _)| *own == part) {
            let whole = self.parts[place].1;
            self.parts[place].1 = size;
            self.parts.insert(place + 1, (rest, whole / size));
        }
        for axis in &mut self.axes {
            if let Some(place) = axis.iter().position(|own| *own == part) {
                axis.insert(place + 1, rest);
            }
        }
    }

    /// The same values in another shape.
    pub fn reshape(mut self, sizes: &[Size]) -> Result<Layout> {
        let mut open: VecDeque<Part> = self.axes.concat().into();
        let mut axes = Vec::new();
        for size in sizes {
            let (mut rest, mut batch) = match size {
                Size::Known(size) => (usize::try_from(*size).unwrap_or(0), false),
                Size::Batch(factor) => (usize::try_from(*factor).unwrap_or(0), true),
                Size::Other => return Err("one of its sizes is not known".to_owned()),
            };
            let mut axis = Vec::new();
            while let Some(part) = open.front().copied() {
                let own = match (part, self.batch) {
                    (BATCH, None) if batch => {
                        batch = false;
                        1
                    }
                    (BATCH, Some(samples)) => usize::try_from(samples).unwrap_or(0),
                    (BATCH, None) => 0,
                    _ if rest <= 1 => 0,
                    _ => self.size(part),
                };
                if own == 0 || rest % own != 0 && (part == BATCH || own % rest != 0) {
                    break;
                }
                if rest % own != 0 {
                    self.cut(part, rest);
                    open.insert(1, self.count);
                    rest = 1;
                } else {
                    rest /= own;
                }
                axis.push(part);
                open.pop_front();
            }
            if rest != 1 || batch {
                return Err("its new axes cut through those before".to_owned());
            }
            axes.push(axis);
        }
        if !open.is_empty() {
            return Err("it loses values".to_owned());
        }
        self.axes = axes;
        Ok(self)
    }

    /// The same values in another shape. Where its axes are not made of parts of those before, layers are written for
    /// these, which follow each other then.
    pub fn reshaped(self, builder: &mut Builder, sizes: &[Size]) -> Result<Layout> {
        let reason = match self.clone().reshape(sizes) {
            Ok(layout) => return Ok(layout),
            Err(reason) => reason,
        };
        let common = common(&self.sizes(), sizes).ok_or(reason)?;
        let (batch, origin) = (self.batch, self.origin.clone());
        let value = self.reshape(&common)?.arranged(builder)?;
        Layout::new(value, &builder.form.shape(value), batch).at(origin).reshape(sizes)
    }

    /// The index of an axis; negative ones count from the end.
    fn axis(&self, axis: i64) -> Result<usize> {
        let count = self.axes.len() as i64;
        let index = if axis < 0 { axis + count } else { axis };
        match usize::try_from(index) {
            Ok(index) if index < self.axes.len() => Ok(index),
            _ => Err(format!("there is no axis {axis}")),
        }
    }

    /// The axes in another order.
    pub fn permute(mut self, order: &[i64]) -> Result<Layout> {
        let order: Vec<usize> = order.iter().map(|axis| self.axis(*axis)).collect::<Result<_>>()?;
        let different: HashSet<usize> = order.iter().copied().collect();
        if order.len() != self.axes.len() || different.len() != order.len() {
            return Err("its new order does not have all axes".to_owned());
        }
        self.axes = order.into_iter().map(|axis| self.axes[axis].clone()).collect();
        Ok(self)
    }

    /// Two axes exchanged.
    pub fn transpose(mut self, one: i64, other: i64) -> Result<Layout> {
        let (one, other) = (self.axis(one)?, self.axis(other)?);
        self.axes.swap(one, other);
        Ok(self)
    }

    /// The number of positions along an axis.
    pub fn length(&self, axis: i64) -> Result<usize> {
        let parts = &self.axes[self.axis(axis)?];
        match parts.contains(&BATCH) {
            true => Err("it takes samples of the batch apart".to_owned()),
            false => Ok(self.product(parts)),
        }
    }

    /// A single position of an axis, without the axis.
    pub fn select(self, builder: &mut Builder, axis: i64, position: usize) -> Result<Layout> {
        let (axis, length) = (self.axis(axis)?, self.length(axis)?);
        if position >= length {
            return Err(format!("there is no position {position}"));
        }
        let mut layout = self;
        if let Some((first, rest)) = layout.axes[axis].clone().split_first() {
            let inner = layout.product(rest);
            if inner > 1 {
                return Err("it takes a part of an axis".to_owned());
            }
            layout = layout.narrow(builder, *first, position)?;
        }
        layout.axes.remove(axis);
        Ok(layout)
    }

    /// A single position of a part, which is a layer.
    fn narrow(mut self, builder: &mut Builder, part: Part, position: usize) -> Result<Layout> {
        let place = self.parts.iter().position(|(own, _)| *own == part).unwrap_or(0);
        let own = self.parts[place].1;
        // The axis of the value that begins with the part.
        let before = self.parts[..place].iter();
        let mut before = before.fold(1_usize, |product, (_, size)| product.saturating_mul(*size));
        let shape = builder.form.shape(self.value);
        let mut dims = shape.dims().iter().enumerate().skip_while(|(_, size)| {
            let inner = before.is_multiple_of(**size) && (before > 1 || **size == 1);
            before /= if inner { **size } else { 1 };
            inner
        });
        let found = dims.next().filter(|(_, size)| **size % own == 0);
        let Some((dim, stride)) = found.map(|(dim, size)| (dim, size / own)) else {
            return Err("the positions that it takes are not beside each other".to_owned());
        };
        let start = position.saturating_mul(stride);
        let range = Argument::Range(start, start.saturating_add(stride));
        let call = Call::new(Kind::Slice).with("dim", dim as isize + 1).with("range", range);
        self.value = builder.push(&self.origin, call, vec![self.value], None)?;
        self.parts.remove(place);
        self.axes.iter_mut().for_each(|axis| axis.retain(|own| *own != part));
        Ok(self)
    }

    /// The number of axes, with that of the batch.
    pub fn rank(&self) -> usize {
        self.axes.len()
    }

    /// The sizes of all axes.
    pub fn sizes(&self) -> Vec<Size> {
        let batch = self.batch.map_or(Size::Batch(1), Size::Known);
        let size = |part: &Part| match *part {
            BATCH => batch,
            part => Size::Known(self.size(part) as i64),
        };
        self.axes
            .iter()
            .map(|axis| axis.iter().map(size).fold(Size::Known(1), Size::times))
            .collect()
    }

    /// With another axis of size 1.
    pub fn unsqueeze(mut self, axis: usize) -> Result<Layout> {
        match axis > self.axes.len() {
            true => Err(format!("there is no place for an axis {axis}")),
            false => {
                self.axes.insert(axis, Vec::new());
                Ok(self)
            }
        }
    }

    /// Without an axis of size 1.
    pub fn squeeze(mut self, axis: usize) -> Result<Layout> {
        match self.axes.get(axis) {
            Some(parts) if parts.is_empty() => {
                self.axes.remove(axis);
                Ok(self)
            }
            _ => Err(format!("the size of its axis {axis} is not 1")),
        }
    }

    /// A value with the batch in front and then the axes in their order, and how the arrangement follows from it. An axis
    /// that has more than the batch is several ones.
    pub fn around(&self, builder: &mut Builder) -> Result<(Value, Around)> {
        let mut layout = Layout { axes: vec![vec![BATCH]], ..self.clone() };
        let mut around = Vec::new();
        for axis in &self.axes {
            let mut places = Vec::new();
            let groups: Vec<&[Part]> = match axis.iter().position(|part| *part == BATCH) {
                None => vec![axis],
                Some(place) => vec![&axis[..place], &axis[place..=place], &axis[place + 1..]],
            };
            let has_batch = groups.len() > 1;
            for group in groups {
                if group == [BATCH] {
                    places.push(Place::Batch);
                } else if !has_batch || !group.is_empty() {
                    places.push(Place::Axis(layout.axes.len() - 1));
                    layout.axes.push(group.to_vec());
                }
            }
            around.push(places);
        }
        Ok((layout.arranged(builder)?, Around(around)))
    }

    /// What an arrangement becomes if another value takes the place of its own.
    pub fn of(value: Value, shape: &Shape, batch: Option<i64>, around: &Around) -> Result<Layout> {
        let layout = Layout::new(value, shape, batch);
        let part = |place: &Place| match place {
            Place::Batch => Some(vec![BATCH]),
            Place::Axis(axis) => layout.axes.get(axis + 1).cloned(),
        };
        let axes = around.0.iter().map(|places| {
            let parts: Option<Vec<Vec<Part>>> = places.iter().map(part).collect();
            parts.map(|parts| parts.concat())
        });
        match axes.collect::<Option<Vec<_>>>() {
            Some(axes) => Ok(Layout { axes, ..layout }),
            None => Err("it makes a value with fewer axes".to_owned()),
        }
    }

    /// The arrangement as a value, if the batch is in front.
    pub fn arranged(&self, builder: &mut Builder) -> Result<Value> {
        let axes = match self.axes.split_first() {
            Some((first, axes)) if first[..] == [BATCH] => axes,
            _ => return Err("the first axis of a value that it takes is not the batch".to_owned()),
        };
        if axes.iter().any(|axis| axis.contains(&BATCH)) {
            return Err("the batch is twice in a value that it takes".to_owned());
        }
        if axes.len() > MOST_AXES {
            return Err(format!(
                "a value that it takes has {} axes, and there can be {MOST_AXES} beside the batch",
                axes.len()
            ));
        }
        let mut value = self.value;
        for call in self.calls(builder.form.shape(value), axes)? {
            value = builder.push(&self.origin, call, vec![value], None)?;
        }
        Ok(value)
    }
}

/// The axes of which those of both shapes are parts, behind a first one that both have.
fn common(one: &[Size], other: &[Size]) -> Option<Vec<Size>> {
    let [(batch, one), (same, other)] = [one.split_first()?, other.split_first()?];
    let mut both = [one, other].map(|sizes| sizes.iter().map(|size| size.axis()));
    let mut axes = vec![*batch];
    let mut products = [1, 1];
    loop {
        let behind = usize::from(products[0] > products[1]);
        if products[0] == products[1] {
            if products[0] > 1 {
                axes.push(Size::Known(products[0] as i64));
            }
            products = [1, 1];
            let ([rest, others], true) = (both.clone().map(|sizes| sizes.len()), batch == same)
            else {
                return None;
            };
            if rest == 0 && others == 0 {
                return Some(axes);
            }
        }
        products[behind] = both[behind].next()??.checked_mul(products[behind])?;
    }
}

/// A shape, if it is one that our language has.
pub fn shape(dims: &[usize]) -> Result<Shape> {
    match dims {
        dims if dims.len() > MAX_RANK => {
            Err(format!("it has {} axes, and there can be {MAX_RANK} beside the batch", dims.len()))
        }
        dims if dims.contains(&0) => Err("one of its sizes is 0".to_owned()),
        dims => Ok(Shape::new(dims)),
    }
}

#[cfg(test)]
mod tests;
