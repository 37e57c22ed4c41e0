//! What was meant by a name that does not exist.

use alloc::vec::Vec;
use core::mem;

/// The candidate that a name is most likely a misspelling of. Candidates are in small letters.
///
/// ```
/// use cnn_core::closest;
///
/// assert_eq!(closest("linaer", ["conv", "linear"]), Some("linear"));
/// assert_eq!(closest("attention", ["conv", "linear"]), None);
/// ```
pub fn closest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = name.to_lowercase();
    // One or two letters are like everything.
    let allowed = |candidate: &str| match name.len() {
        0..=2 => 0,
        length => candidate.len().max(length).div_ceil(3).min(MOST_EDITS),
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((edits(&lower, candidate, allowed(candidate))?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// What differs by more letters is another name.
pub const MOST_EDITS: usize = 3;

/// How many letters have to be inserted, removed, replaced or swapped with their neighbour to make
/// one name of the other, if they are at most `most`: the optimal string alignment distance.
pub fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
    let b: Vec<char> = b.chars().collect();
    // The distances of all beginnings of `b` from three beginnings of `a`: the one that is looked
    // at, and those that are one and two letters shorter.
    let mut shorter: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut line: Vec<usize> = Vec::new();
    let mut before = None;
    for (i, letter) in a.chars().enumerate() {
        line.clear();
        line.push(i + 1);
        for (j, &other) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(letter != other);
            let mut least = replaced.min(last[j + 1] + 1).min(line[j] + 1);
            if j > 0 && before == Some(other) && b[j - 1] == letter {
                least = least.min(shorter[j - 1] + 1);
            }
            line.push(least);
        }
        // Distances only grow from line to line, and a swap skips one.
        if last.iter().chain(&line).all(|&distance| distance > most) {
            return None;
        }
        mem::swap(&mut shorter, &mut last);
        mem::swap(&mut last, &mut line);
        before = Some(letter);
    }
    last.last().copied().filter(|&distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        assert_eq!(edits("conv2", "conv2", 3), Some(0));
        assert_eq!(edits("conv2", "conv_2", 3), Some(1));
        assert_eq!(edits("linaer", "linear", 3), Some(1));
        assert_eq!(edits("ca", "abc", 3), Some(3)); // no letter is moved twice
        assert_eq!(edits("", "relu", 3), None);
        assert_eq!(edits("relu", "", 4), Some(4));
        assert_eq!(edits("kernel", "kitchen", 2), None);
        assert_eq!(edits("×÷", "÷×", 3), Some(1));
    }

    #[test]
    fn giving_up_early_changes_nothing() {
        let letters = ["a", "b", "c"];
        let mut names = vec![std::string::String::new()];
        for start in 0..names.len().max(40) {
            for letter in letters {
                names.push([&names[start], letter].concat());
            }
        }
        for a in &names {
            for b in &names {
                let distance = edits(a, b, usize::MAX).unwrap();
                assert_eq!(edits(b, a, usize::MAX), Some(distance), "{a} {b}");
                for most in 0..5 {
                    let expected = (distance <= most).then_some(distance);
                    assert_eq!(edits(a, b, most), expected, "{a} {b}");
                }
            }
        }
    }
}
