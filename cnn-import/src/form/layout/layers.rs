//! The layers that lead from a value to an arrangement of it.

use std::collections::{HashSet, VecDeque};

use cnn_core::Shape;

use super::{Layout, Part, Result, shape};
use crate::form::Call;
use crate::form::rearrange::{exchange, permuted, reshaped};

/// The most parts of which another order is looked for.
pub(super) const MOST_PARTS: usize = 7;

impl Layout {
    /// The layers that lead from the value to these axes.
    pub(super) fn calls(&self, from: Shape, axes: &[Vec<Part>]) -> Result<Vec<Call>> {
        let start: Vec<Part> = self.parts.iter().map(|(part, _)| *part).collect();
        if start.len() > MOST_PARTS {
            return Err("its axes are taken apart too often".to_owned());
        }
        let mut known = HashSet::from([start.clone()]);
        let mut open = VecDeque::from([(start, Vec::<[usize; 3]>::new())]);
        while let Some((order, moves)) = open.pop_front() {
            if let Some(last) = groups(&order, axes) {
                return self.written(from, &moves, &last, axes);
            }
            let count = order.len();
            let cuts = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
            for (a, b) in cuts {
                for c in b + 1..=count {
                    let next = [&order[..a], &order[b..c], &order[a..b], &order[c..]].concat();
                    if known.insert(next.clone()) {
                        open.push_back((next, [&moves[..], &[[a, b, c]]].concat()));
                    }
                }
            }
        }
        Err("there is no order of its axes".to_owned())
    }

    /// The layers that exchange parts beside each other, and then put the axes in order.
    fn written(
        &self,
        from: Shape,
        moves: &[[usize; 3]],
        groups: &[usize],
        axes: &[Vec<Part>],
    ) -> Result<Vec<Call>> {
        let mut order: Vec<Part> = self.parts.iter().map(|(part, _)| *part).collect();
        let mut calls = Vec::new();
        let mut now: Vec<usize> = from.dims().to_vec();
        let reshape = |now: &mut Vec<usize>, to: Vec<usize>, calls: &mut Vec<Call>| {
            if *now != to {
                shape(&to)?;
                calls.push(reshaped(now, &to));
                *now = to;
            }
            Ok::<(), String>(())
        };
        for [a, b, c] in moves.iter().copied() {
            let cuts = [&order[..a], &order[a..b], &order[b..c], &order[c..]];
            let mut sizes: Vec<usize> = cuts.iter().map(|parts| self.product(parts)).collect();
            let first = usize::from(a > 0);
            if c == order.len() {
                sizes.pop();
            }
            if a == 0 {
                sizes.remove(0);
            }
            reshape(&mut now, sizes, &mut calls)?;
            calls.push(exchange(first, first + 1));
            now.swap(first, first + 1);
            order = [&order[..a], &order[b..c], &order[a..b], &order[c..]].concat();
        }
        let sizes: Vec<usize> = axes.iter().map(|axis| self.product(axis)).collect();
        let in_order: Vec<usize> = groups.iter().map(|axis| sizes[*axis]).collect();
        if groups.is_sorted() {
            reshape(&mut now, sizes, &mut calls)?;
            return Ok(calls);
        }
        reshape(&mut now, in_order, &mut calls)?;
        let place = |axis: usize| groups.iter().position(|group| *group == axis).unwrap_or(axis);
        calls.push(permuted(&(0..groups.len()).map(place).collect::<Vec<_>>()));
        Ok(calls)
    }
}

/// The axes as they follow each other in this order, if no axis is taken apart in it.
fn groups(order: &[Part], axes: &[Vec<Part>]) -> Option<Vec<usize>> {
    let mut groups = Vec::new();
    let mut rest = order;
    // Axes of size 1 may be anywhere.
    while groups.len() < axes.len() {
        let next = (0..axes.len())
            .find(|axis| !groups.contains(axis) && axes[*axis].is_empty() && *axis == groups.len());
        let next = next.or_else(|| {
            (0..axes.len()).find(|axis| !axes[*axis].is_empty() && rest.starts_with(&axes[*axis]))
        });
        let next = next.or_else(|| {
            let one = (0..axes.len()).find(|axis| axes[*axis].is_empty() && !groups.contains(axis));
            one.filter(|_| rest.is_empty())
        })?;
        rest = &rest[axes[next].len()..];
        groups.push(next);
    }
    rest.is_empty().then_some(groups)
}
