//! Numbers with names in them: `501·CLASSES + 1,520`.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use cnn_core::render::Grouped;

/// A sum of products of names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formula {
    /// The names of a product, in order, and its factor.
    terms: BTreeMap<Vec<String>, u64>,
}

impl Formula {
    pub fn number(number: u64) -> Formula {
        Formula { terms: BTreeMap::from([(Vec::new(), number)]) }
    }

    pub fn symbol(name: &str) -> Formula {
        Formula { terms: BTreeMap::from([(vec![name.to_owned()], 1)]) }
    }

    /// The number it is, if there are no names in it.
    pub fn as_number(&self) -> Option<u64> {
        let mut terms = self.terms.iter().filter(|(_, factor)| **factor > 0);
        match (terms.next(), terms.next()) {
            (None, _) => Some(0),
            (Some((names, factor)), None) if names.is_empty() => Some(*factor),
            _ => None,
        }
    }

    /// `None` if a factor does not fit in 64 bits.
    pub fn plus(mut self, other: &Formula) -> Option<Formula> {
        for (names, factor) in &other.terms {
            let total = self.terms.entry(names.clone()).or_default();
            *total = total.checked_add(*factor)?;
        }
        Some(self)
    }

    /// `None` if a factor does not fit in 64 bits.
    pub fn times(&self, other: &Formula) -> Option<Formula> {
        let mut product = Formula::default();
        for (left, a) in &self.terms {
            for (right, b) in &other.terms {
                let mut names = [left.as_slice(), right].concat();
                names.sort();
                let term = Formula { terms: BTreeMap::from([(names, a.checked_mul(*b)?)]) };
                product = product.plus(&term)?;
            }
        }
        Some(product)
    }
}

impl fmt::Display for Formula {
    /// The products with the most names first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut terms: Vec<_> = self.terms.iter().filter(|(_, factor)| **factor > 0).collect();
        terms.sort_by_key(|(names, _)| std::cmp::Reverse(names.len()));
        if terms.is_empty() {
            return f.write_str("0");
        }
        if let [(names, 1)] = &terms[..]
            && let [name] = &names[..]
        {
            return f.write_str(name);
        }
        for (i, (names, factor)) in terms.into_iter().enumerate() {
            f.write_str(if i == 0 { "" } else { " + " })?;
            if *factor != 1 || names.is_empty() {
                write!(f, "{}", Grouped(*factor))?;
                f.write_str(if names.is_empty() { "" } else { "·" })?;
            }
            // The names are sorted, so equal ones are adjacent.
            for (i, names) in names.chunk_by(|a, b| a == b).enumerate() {
                let name = &names[0];
                let parens = if name.contains(' ') { ("(", ")") } else { ("", "") };
                let dot = if i == 0 { "" } else { "·" };
                write!(f, "{dot}{}{name}{}", parens.0, parens.1)?;
                for digit in names.len().to_string().chars().filter(|_| names.len() > 1) {
                    let digit = digit
                        .to_digit(10)
                        .and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize));
                    f.write_char(digit.unwrap_or_default())?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Formula;

    #[test]
    fn formulas_read_as_mathematics() {
        let (n, c) = (Formula::symbol("N"), Formula::symbol("2 * C"));
        let product = n.times(&Formula::number(500)).unwrap();
        let sum = product.plus(&n).unwrap().plus(&Formula::number(1520)).unwrap();
        assert_eq!(sum.to_string(), "501·N + 1,520");
        assert_eq!(c.times(&n).unwrap().to_string(), "(2 * C)·N");
        assert_eq!(n.times(&n).unwrap().times(&c).unwrap().to_string(), "(2 * C)·N²");
        assert_eq!(Formula::number(0).to_string(), "0");
        assert_eq!(n.times(&Formula::number(0)).unwrap().to_string(), "0");
        assert_eq!(Formula::number(u64::MAX).plus(&Formula::number(1)), None);
    }
}
