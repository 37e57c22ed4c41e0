//! Channels as blocks of an image, and the other way round.

use cnn_core::{Kind, Shape};

use super::arrange::sample;
use super::layouts;
use crate::form::Call;
use crate::onnx::site::{Operand, Result, Site};
use crate::size::Size;

/// How blocks become channels, or channels blocks.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    /// As PyTorch's: the channels of a block follow each other.
    Channels,
    /// The places of a block are in front of the channels.
    Places,
}

fn pixel_shuffle(site: &mut Site<'_>, size: usize, order: Order) -> Result<Vec<Operand>> {
    let mut value = site.value(0)?;
    if order == Order::Places && size > 1 {
        let call = Call::new(Kind::ChannelShuffle).with("groups", size * size);
        value = site.inner(call, vec![value])?;
    }
    let call = Call::new(Kind::PixelShuffle).with("upscale_factor", size);
    Ok(vec![site.layer(call, vec![value])?])
}

fn pixel_unshuffle(site: &mut Site<'_>, size: usize, order: Order) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let channels = site.shape(0)?.dims()[0];
    let call = Call::new(Kind::PixelUnshuffle).with("downscale_factor", size);
    if order == Order::Channels || channels == 1 {
        return Ok(vec![site.layer(call, vec![value])?]);
    }
    let value = site.inner(call, vec![value])?;
    let call = Call::new(Kind::ChannelShuffle).with("groups", channels);
    Ok(vec![site.layer(call, vec![value])?])
}

/// The size of blocks of an image.
fn size(site: &Site<'_>) -> Result<usize> {
    if site.shape(0)?.rank() != 3 {
        return Err("its input is no image".to_owned());
    }
    let size = site.node.int("blocksize", 0)?;
    let small = usize::try_from(size).ok().filter(|size| (1..1 << 16).contains(size));
    small.ok_or_else(|| format!("`blocksize` is {size}"))
}

pub fn depth_to_space(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let size = size(site)?;
    let order = match site.node.text("mode", "DCR")?.as_str() {
        "CRD" => Order::Channels,
        "DCR" => Order::Places,
        other => return Err(format!("its mode `{other}` is not known")),
    };
    pixel_shuffle(site, size, order)
}

pub fn space_to_depth(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let size = size(site)?;
    pixel_unshuffle(site, size, Order::Places)
}

/// What PyTorch's exporter writes for its own.
pub fn pixel_unshuffle_of_torch(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let size = site.ints(1)?.and_then(|rows| usize::try_from(*rows.get(3)?).ok());
    pixel_unshuffle(site, size.ok_or("its blocks have no size")?, Order::Channels)
}

/// The same, written with six axes: seen as `split`, in another order, and seen as images again. What is neither is only
/// arranged.
pub fn reordered(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let list = |index: usize| match site.constant(index)? {
        Some(constant) => constant.sizes(),
        None => Err(format!("its input {index} is missing")),
    };
    let (split, order, whole) = (list(1)?, list(2)?, list(3)?);
    let order: Vec<i64> = order.into_iter().filter_map(Size::known).collect();
    match shuffle(site, &split, &order, &whole)? {
        Some((size, kind, true)) => pixel_shuffle(site, size, kind),
        Some((size, kind, false)) => pixel_unshuffle(site, size, kind),
        None => layouts::reordered(site, &split, &order, &whole),
    }
}

/// The size of blocks, the order of their channels, and whether they become places; `None` if it is no shuffle of pixels.
fn shuffle(
    site: &Site<'_>,
    split: &[Size],
    order: &[i64],
    whole: &[Size],
) -> Result<Option<(usize, Order, bool)>> {
    let (true, Ok(shape)) = (matches!(site.operand(0)?, Operand::Value(_)), site.shape(0)) else {
        return Ok(None);
    };
    let Ok(split) = sample(site, &shape, split, true) else { return Ok(None) };
    let (&[channels, height, width], &[a, b, c, d, e]) = (shape.dims(), &split[..]) else {
        return Ok(None);
    };
    // With the shape that is expected then.
    let (size, shuffles, kind, expected) = match order {
        [0, 1, 4, 2, 5, 3] if b == c => (b, true, Order::Channels, [a * b * c, d, e]),
        [0, 3, 4, 1, 5, 2] if a == b => (a, true, Order::Places, [a * b * c, d, e]),
        [0, 1, 3, 5, 2, 4] if c == e => (c, false, Order::Channels, [a, b * c, d * e]),
        [0, 3, 5, 1, 2, 4] if c == e => (c, false, Order::Places, [a, b * c, d * e]),
        _ => return Ok(None),
    };
    let moved: Vec<usize> = order.iter().skip(1).map(|axis| split[*axis as usize - 1]).collect();
    let whole = sample(site, &Shape::new(&moved), whole, true);
    let made = match shuffles {
        true => [channels / (size * size).max(1), height * size, width * size],
        false => [channels * size * size, height / size.max(1), width / size.max(1)],
    };
    let is = expected == [channels, height, width] && whole.is_ok_and(|whole| whole == made);
    Ok(is.then_some((size, kind, shuffles)))
}
