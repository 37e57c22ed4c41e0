//! Which expression has some values: what the algebra made of sizes that the macro does not know.

use crate::docs::formula::Formula;

/// The number of runs that a formula must fit if it does not occur in the source.
const ENOUGH: usize = 4;

/// The largest divisor that is recognised. The strides of no network multiply to more.
const LARGEST_DIVISOR: i128 = 128;

/// The simplest formula that has these values, given what expressions of the source have in the same
/// runs, the shortest first. `None` if there is none, or too little to tell.
pub fn size(values: &[usize], symbols: &[(String, Vec<usize>)]) -> Option<Formula> {
    let first = *values.first()?;
    if values.iter().all(|value| *value == first) {
        return Some(Formula::number(first as u64));
    }
    let is_name = |text: &str| !text.contains(' ');
    let same = || symbols.iter().find(|(_, symbol)| symbol == values);
    if let Some((text, _)) = same().filter(|(text, _)| is_name(text)) {
        return Some(Formula::symbol(text));
    }
    let enough = values.len() >= ENOUGH;
    let names = || symbols.iter().filter(|(text, _)| enough && is_name(text));
    let scaled = names().find_map(|(text, symbol)| scaled(values, text, symbol));
    let source = || same().map(|(text, _)| Formula::symbol(text));
    let fitted = || {
        names()
            .find_map(|(text, symbol)| {
                line(values, text, symbol).or(quotient(values, text, symbol))
            })
            .or_else(|| pairs(values, &names().collect::<Vec<_>>()))
    };
    scaled.or_else(source).or_else(fitted)
}

/// `3·C`.
fn scaled(values: &[usize], text: &str, symbol: &[usize]) -> Option<Formula> {
    let factor = values[0].checked_div(symbol[0])?;
    let fits = |(value, size): (&usize, &usize)| size.checked_mul(factor) == Some(*value);
    let formula = || Formula::number(factor as u64).times(&Formula::symbol(text));
    if values.iter().zip(symbol).all(fits) { formula() } else { None }
}

/// `2·C + 16`, `S - 2`.
fn line(values: &[usize], text: &str, symbol: &[usize]) -> Option<Formula> {
    let wide = |size: usize| i128::try_from(size).ok();
    let pairs = values.iter().zip(symbol);
    let pairs: Vec<(i128, i128)> =
        pairs.map(|(value, size)| Some((wide(*value)?, wide(*size)?))).collect::<Option<_>>()?;
    let (value, size) = pairs[0];
    let (other_value, other_size) = *pairs.iter().find(|(_, other)| *other != size)?;
    let factor = (other_value - value) / (other_size - size);
    let more = value - factor.checked_mul(size)?;
    let fits = |(value, size): &(i128, i128)| {
        factor.checked_mul(*size).is_some_and(|p| p + more == *value)
    };
    if factor <= 0 || !pairs.iter().all(fits) {
        return None;
    }
    let scaled = Formula::number(factor as u64).times(&Formula::symbol(text))?;
    match u64::try_from(more) {
        Ok(more) => scaled.plus(&Formula::number(more)),
        Err(_) => Some(Formula::symbol(&format!("{scaled} - {}", -more))),
    }
}

/// `⌈S/32⌉`, `⌊(S-1)/4⌋`: what windows and their strides make of a size. However many windows there
/// are, they are one division that is rounded down. With a divisor, each run allows some constants
/// that are added before; if all runs together allow exactly one, it is the formula.
fn quotient(values: &[usize], text: &str, symbol: &[usize]) -> Option<Formula> {
    // In the largest run the constant hardly matters, so the divisor is known approximately.
    let (size, value) = symbol.iter().zip(values).max()?;
    let near = size.checked_div(*value)? as i128;
    let (least, most) = (near - near / 8 - 1, near + near / 8 + 1);
    (least.max(2)..=most.min(LARGEST_DIVISOR)).find_map(|divisor| {
        let (mut least, mut most) = (i128::MIN, i128::MAX);
        for (value, size) in values.iter().zip(symbol) {
            let exact = (*value as i128).checked_mul(divisor)? - *size as i128;
            (least, most) = (least.max(exact), most.min(exact + divisor - 1));
        }
        let text = match least {
            _ if least != most => return None,
            0 => format!("⌊{text}/{divisor}⌋"),
            more if more == divisor - 1 => format!("⌈{text}/{divisor}⌉"),
            less if less < 0 => format!("⌊({text}-{})/{divisor}⌋", -less),
            more => format!("⌊({text}+{more})/{divisor}⌋"),
        };
        Some(Formula::symbol(&text))
    })
}

/// `A + B`, `16·H·W`: what joins and flattening make of two sizes.
fn pairs(values: &[usize], names: &[&(String, Vec<usize>)]) -> Option<Formula> {
    // In a network with many parameters, only the first ones are tried.
    let names = &names[..names.len().min(8)];
    for (index, (left, a)) in names.iter().enumerate() {
        for (right, b) in &names[index..] {
            let product: Option<Vec<usize>> =
                a.iter().zip(b).map(|(a, b)| a.checked_mul(*b)).collect();
            let both = Formula::symbol(left).times(&Formula::symbol(right))?;
            if let Some(product) = product
                && let Some(factor) = values[0].checked_div(product[0])
                && values.iter().zip(&product).all(|(v, p)| p.checked_mul(factor) == Some(*v))
            {
                return Formula::number(factor as u64).times(&both);
            }
            if values.iter().zip(a.iter().zip(b)).all(|(v, (a, b))| a.checked_add(*b) == Some(*v)) {
                return Formula::symbol(left).plus(&Formula::symbol(right));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::size;

    const S: [usize; 6] = [1024, 3072, 2049, 2047, 1026, 61];
    const C: [usize; 6] = [1088, 3264, 2177, 2367, 1474, 67];

    fn fit(value: impl Fn(usize, usize) -> usize) -> Option<String> {
        let symbols = [("S".to_owned(), S.to_vec()), ("C".to_owned(), C.to_vec())];
        let values: Vec<usize> = S.iter().zip(&C).map(|(s, c)| value(*s, *c)).collect();
        size(&values, &symbols).map(|formula| formula.to_string())
    }

    #[test]
    fn sizes_are_recognised() {
        assert_eq!(fit(|_, _| 7).unwrap(), "7");
        assert_eq!(fit(|_, c| c).unwrap(), "C");
        assert_eq!(fit(|_, c| 2 * c).unwrap(), "2·C");
        assert_eq!(fit(|_, c| 2 * c + 16).unwrap(), "2·C + 16");
        assert_eq!(fit(|s, _| s - 2).unwrap(), "S - 2");
        assert_eq!(fit(|s, _| s.div_ceil(2).div_ceil(2)).unwrap(), "⌈S/4⌉");
        assert_eq!(fit(|s, _| s / 8).unwrap(), "⌊S/8⌋");
        assert_eq!(fit(|s, _| s.div_ceil(2) / 2).unwrap(), "⌊(S+1)/4⌋");
        assert_eq!(fit(|s, _| (s - 3) / 2 + 1).unwrap(), "⌊(S-1)/2⌋");
        assert_eq!(fit(|s, c| s + c).unwrap(), "C + S");
        assert_eq!(fit(|s, c| 3 * s * c).unwrap(), "3·C·S");
        assert_eq!(fit(|s, _| s * s).unwrap(), "S²");
        assert_eq!(fit(|s, c| s * s % (c + 9) + 1), None);
    }

    #[test]
    fn two_runs_are_not_enough_to_guess() {
        assert_eq!(size(&[2050, 6146], &[("S".to_owned(), vec![1024, 3072])]), None);
    }
}
