//! Suggestions for misspelt names.

/// The candidate that a name is most likely a misspelling of. Candidates are in small letters.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::closest;
///
/// assert_eq!(closest("linaer", ["conv", "linear"]), Some("linear"));
/// assert_eq!(closest("attention", ["conv", "linear"]), None);
/// ```
#[cfg(feature = "encode")]
pub fn closest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = name.to_lowercase();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            Some((edits(&lower, candidate, allowed(name, candidate))?, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Names that differ by more letters are different.
pub const MOST_EDITS: usize = 3;

/// The longest names that are compared.
const LONGEST: usize = 64;

/// How many letters must be inserted, removed, replaced or swapped with their neighbour to make
/// one name of the other, if they are at most `most`: the optimal string alignment distance. A letter that
/// is not ASCII counts as several; very long names are like no other.
pub const fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most || b.len() > LONGEST {
        return None;
    }
    // The distances of all beginnings of `b` from three beginnings of `a`: the one that is looked
    // at, and those that are one and two letters shorter.
    let mut shorter = [0; LONGEST + 1];
    let mut last = [0; LONGEST + 1];
    let (mut i, mut j) = (0, 0);
    while j <= b.len() {
        last[j] = j;
        j += 1;
    }
    while i < a.len() {
        let mut line = [0; LONGEST + 1];
        line[0] = i + 1;
        j = 0;
        // Distances only grow from line to line, and a swap skips one.
        let mut within = line[0] <= most || last[0] <= most;
        while j < b.len() {
            let mut distance = last[j] + if a[i] == b[j] { 0 } else { 1 };
            distance = least(distance, least(last[j + 1], line[j]) + 1);
            if i > 0 && j > 0 && a[i - 1] == b[j] && a[i] == b[j - 1] {
                distance = least(distance, shorter[j - 1] + 1);
            }
            line[j + 1] = distance;
            within |= distance <= most || last[j + 1] <= most;
            j += 1;
        }
        if !within {
            return None;
        }
        (shorter, last) = (last, line);
        i += 1;
    }
    if last[b.len()] <= most { Some(last[b.len()]) } else { None }
}

const fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// How many letters of a name may be wrong: one or two letters are like everything.
pub(crate) const fn allowed(name: &str, candidate: &str) -> usize {
    let longer = if candidate.len() > name.len() { candidate.len() } else { name.len() };
    if name.len() <= 2 { 0 } else { least(longer.div_ceil(3), MOST_EDITS) }
}

#[cfg(all(test, feature = "encode"))]
mod tests {
    use std::vec;

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
        assert_eq!(edits("×", "÷", 3), Some(1));
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
