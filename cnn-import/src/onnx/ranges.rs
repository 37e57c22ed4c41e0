//! Which positions along an axis operations take.

use std::ops::Range;

use super::constant::{Constant, bounded};
use super::fold::{axes, axis};

type Result<T> = std::result::Result<T, String>;

/// The positions that a `Slice` with these inputs takes of the axes of a tensor.
pub fn of_slice(dims: &[usize], inputs: &[Option<Constant>]) -> Result<Vec<(usize, Vec<usize>)>> {
    let list = |index: usize| -> Result<Option<Vec<i64>>> {
        inputs.get(index).and_then(Option::as_ref).map(Constant::ints).transpose()
    };
    let (starts, ends) = (list(1)?.unwrap_or_default(), list(2)?.unwrap_or_default());
    let along = list(3)?.unwrap_or_else(|| (0..starts.len() as i64).collect());
    let steps = list(4)?.unwrap_or_else(|| vec![1; starts.len()]);
    if [ends.len(), along.len(), steps.len()] != [starts.len(); 3] {
        return Err("its lists do not have the same length".to_owned());
    }
    axes(&along, dims.len())?;
    let range = |index: usize| {
        let axis = axis(along[index], dims.len())?;
        let size = bounded(&[dims[axis]])? as i64;
        let at = |value: i64| if value < 0 { value.saturating_add(size) } else { value };
        let (start, end, step) = (at(starts[index]), at(ends[index]), steps[index]);
        let positions: Vec<usize> = match step {
            0 => return Err("its step is 0".to_owned()),
            1.. => {
                let range = start.clamp(0, size)..end.clamp(0, size);
                range.step_by(step as usize).map(|position| position as usize).collect()
            }
            _ => {
                let all =
                    std::iter::successors(Some(start.min(size - 1)), |at| at.checked_add(step));
                all.take_while(|at| *at > end.max(-1)).map(|position| position as usize).collect()
            }
        };
        Ok((axis, positions))
    };
    (0..starts.len()).map(range).collect()
}

/// The parts of a `Split` into so many outputs: those of these sizes, or as large as each other as far as that is possible.
pub fn of_split(size: usize, sizes: Option<&[i64]>, count: usize) -> Result<Vec<Range<usize>>> {
    let sizes = match sizes {
        Some(sizes) => sizes.to_vec(),
        None => {
            let each = size.div_ceil(count.max(1));
            let part = |index: usize| size.saturating_sub(index * each).min(each) as i64;
            (0..count).map(part).collect()
        }
    };
    match sizes.len() == count {
        true => parts(size, &sizes),
        false => Err("it does not have an output for each part".to_owned()),
    }
}

/// The most parts of a sequence, whose number is in no relation to the size of a file.
const MOST_PARTS: usize = 1 << 12;

/// The parts of a `SplitToSequence`, which are all as large as a number, or each as a list says.
pub fn of_sequence(size: usize, split: &Constant) -> Result<Vec<Range<usize>>> {
    let sizes = split.ints()?;
    match (split.dims.len(), &sizes[..]) {
        (0, [each]) if *each > 0 => {
            let each = usize::try_from(*each).unwrap_or(usize::MAX).min(size.max(1));
            match size.div_ceil(each) {
                count @ 0..=MOST_PARTS => Ok((0..count)
                    .map(|n| n.saturating_mul(each)..size.min((n + 1).saturating_mul(each)))
                    .collect()),
                count => Err(format!("it has {count} parts")),
            }
        }
        (1, sizes) => parts(size, sizes),
        _ => Err("its parts are not known".to_owned()),
    }
}

/// Parts of these sizes, one after the other, which are all of an axis.
fn parts(all: usize, sizes: &[i64]) -> Result<Vec<Range<usize>>> {
    let mut start = 0_usize;
    let part = |size: &i64| {
        let size = usize::try_from(*size).map_err(|_| format!("a part has the size {size}"))?;
        let part = start..start.saturating_add(size);
        start = part.end;
        Ok(part)
    };
    let parts: Vec<Range<usize>> = sizes.iter().map(part).collect::<Result<_>>()?;
    match start == all && parts.iter().all(|part| !part.is_empty()) {
        true => Ok(parts),
        false => Err(format!("its parts do not make the {all} values of the axis")),
    }
}

/// The padding at both ends of each axis.
pub fn of_pads(rank: usize, pads: &[i64], along: Option<&[i64]>) -> Result<Vec<[i64; 2]>> {
    let along: Vec<usize> = match along {
        None => (0..rank).collect(),
        Some(list) => list.iter().map(|one| axis(*one, rank)).collect::<Result<_>>()?,
    };
    if pads.len() != 2 * along.len() {
        return Err("its padding does not have a size for both ends of each axis".to_owned());
    }
    let mut all = vec![[0; 2]; rank];
    for (index, axis) in along.iter().enumerate() {
        all[*axis] = [pads[index], pads[index + along.len()]];
    }
    Ok(all)
}
