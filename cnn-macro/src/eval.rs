//! The values of literals, and of arithmetic, comparisons and logic on them, in Rust's own terms: a
//! step that would overflow in Rust has no value here.

use proc_macro2::{Delimiter, TokenTree};
use syn::Lit;

use crate::expr::Expr;
use crate::scope::Scope;
use crate::text;

/// The value of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    Int(i128),
    Float(f64),
    Flag(bool),
}

/// What integers are allowed on the way to a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Integers {
    /// Those of a `usize`.
    Unsigned,
    /// Those of an `isize`.
    Signed,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoValue {
    /// It is not arithmetic on what the macro knows; const evaluation decides.
    Unknown,
    /// The arithmetic fails: how.
    Invalid(&'static str),
}

/// The value of an expression.
pub fn evaluate(expr: &Expr, scope: &Scope, integers: Integers) -> Result<Number, NoValue> {
    Evaluator { scope, integers, leaves: None }.all(expr.tokens())
}

/// The value of a size if what the macro does not know, such as `widths::STEM` or `twice(C)`, had
/// the values that `leaves` gives.
pub fn suppose(expr: &Expr, scope: &Scope, leaves: &dyn Fn(&str) -> usize) -> Option<usize> {
    let evaluator = Evaluator { scope, integers: Integers::Unsigned, leaves: Some(leaves) };
    match evaluator.all(expr.tokens()) {
        Ok(Number::Int(value)) => usize::try_from(value).ok(),
        _ => None,
    }
}

struct Evaluator<'a> {
    scope: &'a Scope,
    integers: Integers,
    /// The values of what is not known, if they are supposed.
    leaves: Option<&'a dyn Fn(&str) -> usize>,
}

/// Tokens that are still to be read.
type Rest<'t> = &'t [TokenTree];

impl Evaluator<'_> {
    fn all(&self, tokens: &[TokenTree]) -> Result<Number, NoValue> {
        let mut rest = tokens;
        let number = self.operation(&mut rest, 0)?;
        if rest.is_empty() { Ok(number) } else { Err(NoValue::Unknown) }
    }

    /// Operands and the operators between them that bind at least as strongly as `level`.
    fn operation(&self, rest: &mut Rest<'_>, level: u8) -> Result<Number, NoValue> {
        let mut left = self.operand(rest)?;
        while let Some((operator, strength, length)) = operator(rest) {
            if strength < level {
                break;
            }
            *rest = &rest[length..];
            let right = self.operation(rest, strength + 1)?;
            left = self.apply(operator, left, right)?;
        }
        Ok(left)
    }

    fn operand(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let mut number = self.prefixed(rest)?;
        while let [TokenTree::Ident(keyword), TokenTree::Ident(target), after @ ..] = *rest
            && keyword == "as"
        {
            *rest = after;
            number = self.cast(number, &target.to_string())?;
        }
        Ok(number)
    }

    fn cast(&self, number: Number, target: &str) -> Result<Number, NoValue> {
        match (number, target) {
            (Number::Int(value), "f64") => Ok(Number::Float(value as f64)),
            (Number::Int(_), "usize" | "isize") | (Number::Float(_), "f64") => Ok(number),
            (Number::Float(value), "usize" | "isize") => self.int(Some(value as i128)),
            _ => Err(NoValue::Unknown),
        }
    }

    /// An operand with the operators before it.
    fn prefixed(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let (mut negative, mut inverted) = (false, false);
        loop {
            let before = *rest;
            let Some((token, after)) = rest.split_first() else { return Err(NoValue::Unknown) };
            *rest = after;
            let number = match token {
                TokenTree::Punct(punct) if punct.as_char() == '-' => {
                    negative = !negative;
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    inverted = !inverted;
                    continue;
                }
                TokenTree::Group(group)
                    if matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::None) =>
                {
                    self.all(&group.stream().into_iter().collect::<Vec<_>>())?
                }
                TokenTree::Literal(literal) => self.literal(literal)?,
                TokenTree::Ident(ident) => match self.name(&ident.to_string()) {
                    Err(NoValue::Unknown) => self.leaf(before, rest)?,
                    number => number?,
                },
                _ => return Err(NoValue::Unknown),
            };
            return match number {
                Number::Flag(value) if !negative => Ok(Number::Flag(value != inverted)),
                // The bits of an integer turned over are nobody's size.
                _ if inverted => Err(NoValue::Unknown),
                Number::Int(value) if negative => self.int(Some(-value)),
                Number::Float(value) if negative => Ok(Number::Float(-value)),
                Number::Flag(_) => Err(NoValue::Unknown),
                _ => Ok(number),
            };
        }
    }

    fn name(&self, name: &str) -> Result<Number, NoValue> {
        match name {
            "true" => Ok(Number::Flag(true)),
            "false" => Ok(Number::Flag(false)),
            _ => self.scope.number(name).ok_or(NoValue::Unknown),
        }
    }

    /// A path, a call or another expression that only rustc understands, which begins at `before`.
    fn leaf(&self, before: Rest<'_>, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let Some(leaves) = self.leaves else { return Err(NoValue::Unknown) };
        while let Some((token, after)) = rest.split_first() {
            let continues = match token {
                TokenTree::Group(_) | TokenTree::Ident(_) => true,
                TokenTree::Punct(punct) => matches!(punct.as_char(), ':' | '.'),
                TokenTree::Literal(_) => false,
            };
            if !continues {
                break;
            }
            *rest = after;
        }
        let text = text::of(&before[..before.len() - rest.len()]);
        self.int(Some(leaves(&text) as i128))
    }

    fn literal(&self, literal: &proc_macro2::Literal) -> Result<Number, NoValue> {
        let suffix = match self.integers {
            Integers::Unsigned => "usize",
            Integers::Signed => "isize",
        };
        match Lit::new(literal.clone()) {
            Lit::Int(int) if int.suffix().is_empty() || int.suffix() == suffix => {
                // A literal beyond 128 bits is beyond a `usize`, too.
                self.int(int.base10_parse().ok())
            }
            Lit::Float(float) if float.suffix().is_empty() || float.suffix() == "f64" => {
                float.base10_parse().map(Number::Float).map_err(|_| NoValue::Unknown)
            }
            _ => Err(NoValue::Unknown),
        }
    }

    fn apply(&self, operator: &str, left: Number, right: Number) -> Result<Number, NoValue> {
        if let Some(flag) = compare(operator, left, right) {
            return Ok(Number::Flag(flag));
        }
        match (left, right) {
            (Number::Int(a), Number::Int(b)) => match operator {
                "/" | "%" if b == 0 => Err(NoValue::Invalid("divides by zero")),
                "<<" | ">>" if !(0..64).contains(&b) => Err(NoValue::Invalid("overflows")),
                "+" => self.int(a.checked_add(b)),
                "-" => self.int(a.checked_sub(b)),
                "*" => self.int(a.checked_mul(b)),
                "/" => self.int(Some(a / b)),
                "%" => self.int(Some(a % b)),
                // Like Rust's, a shift to the left loses the bits that leave.
                "<<" if self.integers == Integers::Signed => {
                    Ok(Number::Int(((a as i64) << b).into()))
                }
                "<<" => Ok(Number::Int(((a as u64) << b).into())),
                ">>" => self.int(Some(a >> b)),
                "&" => self.int(Some(a & b)),
                "^" => self.int(Some(a ^ b)),
                "|" => self.int(Some(a | b)),
                _ => Err(NoValue::Unknown),
            },
            (Number::Float(a), Number::Float(b)) => match operator {
                "+" => Ok(Number::Float(a + b)),
                "-" => Ok(Number::Float(a - b)),
                "*" => Ok(Number::Float(a * b)),
                "/" => Ok(Number::Float(a / b)),
                _ => Err(NoValue::Unknown),
            },
            // Rust has no arithmetic on mixed types.
            _ => Err(NoValue::Unknown),
        }
    }

    /// An integer on the way, if Rust could have it there.
    fn int(&self, value: Option<i128>) -> Result<Number, NoValue> {
        let allowed = match self.integers {
            Integers::Unsigned => 0..=u64::MAX.into(),
            Integers::Signed => i64::MIN.into()..=i64::MAX.into(),
        };
        match value {
            Some(value) if allowed.contains(&value) => Ok(Number::Int(value)),
            Some(value) if value < 0 && self.integers == Integers::Unsigned => {
                Err(NoValue::Invalid("is negative"))
            }
            _ => Err(NoValue::Invalid("is too large")),
        }
    }
}

/// The truth of a comparison, or of logic on truth values; `None` for other operators.
fn compare(operator: &str, left: Number, right: Number) -> Option<bool> {
    let order = match (left, right) {
        (Number::Int(a), Number::Int(b)) => a.partial_cmp(&b)?,
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b)?,
        (Number::Flag(a), Number::Flag(b)) => match operator {
            "&&" | "&" => return Some(a && b),
            "||" | "|" => return Some(a || b),
            "^" => return Some(a != b),
            _ => a.cmp(&b),
        },
        // Rust compares no mixed types.
        _ => return None,
    };
    match operator {
        "==" => Some(order.is_eq()),
        "!=" => Some(order.is_ne()),
        "<" => Some(order.is_lt()),
        "<=" => Some(order.is_le()),
        ">" => Some(order.is_gt()),
        ">=" => Some(order.is_ge()),
        _ => None,
    }
}

/// The binary operator that comes next: itself, how strongly it binds, how many tokens it has.
fn operator(rest: Rest<'_>) -> Option<(&'static str, u8, usize)> {
    let char = |index: usize| match rest.get(index) {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    };
    Some(match (char(0)?, char(1)) {
        ('|', Some('|')) => ("||", 0, 2),
        ('&', Some('&')) => ("&&", 1, 2),
        ('=', Some('=')) => ("==", 2, 2),
        ('!', Some('=')) => ("!=", 2, 2),
        ('<', Some('=')) => ("<=", 2, 2),
        ('>', Some('=')) => (">=", 2, 2),
        ('<', Some('<')) => ("<<", 6, 2),
        ('>', Some('>')) => (">>", 6, 2),
        ('<', _) => ("<", 2, 1),
        ('>', _) => (">", 2, 1),
        ('|', _) => ("|", 3, 1),
        ('^', _) => ("^", 4, 1),
        ('&', _) => ("&", 5, 1),
        ('+', _) => ("+", 7, 1),
        ('-', _) => ("-", 7, 1),
        ('*', _) => ("*", 8, 1),
        ('/', _) => ("/", 8, 1),
        ('%', _) => ("%", 8, 1),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scope::Binding;

    fn value(text: &str, integers: Integers) -> Result<Number, NoValue> {
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        let expr = Expr::new(tokens.into_iter().collect()).unwrap();
        let mut scope = Scope::default();
        scope.bind("C", Binding::Parameter(Some(Number::Int(7))));
        scope.bind("N", Binding::Parameter(None));
        evaluate(&expr, &scope, integers)
    }

    #[track_caller]
    fn unsigned(text: &str, expected: i128) {
        assert_eq!(value(text, Integers::Unsigned), Ok(Number::Int(expected)), "{text}");
    }

    #[test]
    fn arithmetic_is_rusts() {
        unsigned("4 * 4 * 50", 800);
        unsigned("2 + 3 * 4 - 1", 13);
        unsigned("(2 + 3) * 4", 20);
        unsigned("20 / 3 * 3 + 20 % 3", 20);
        unsigned("1 << 4 | 1", 17);
        unsigned("0x10 + 0b11 + 1_000usize", 1019);
        unsigned("7 & 3 ^ 1", 2);
        unsigned("2 * C", 14);
        unsigned("100 - 10 - 1", 89);
        unsigned("1 << 70 - 7", 1 << 63);
        assert_eq!(value("-(1 - 3)", Integers::Signed), Ok(Number::Int(2)));
        assert_eq!(value("--1", Integers::Signed), Ok(Number::Int(1)));
        assert_eq!(value("-7 / 2", Integers::Signed), Ok(Number::Int(-3)));
        assert_eq!(value("0.5 * 3.0", Integers::Unsigned), Ok(Number::Float(1.5)));
        assert_eq!(value("true", Integers::Unsigned), Ok(Number::Flag(true)));
        assert_eq!(value("0.2 * 3 as f64", Integers::Unsigned), Ok(Number::Float(0.2 * 3.0)));
        assert_eq!(value("7.9 as usize / 2", Integers::Unsigned), Ok(Number::Int(3)));
    }

    #[test]
    fn conditions_are_rusts() {
        let flag = |text: &str, expected: bool| {
            assert_eq!(value(text, Integers::Unsigned), Ok(Number::Flag(expected)), "{text}");
        };
        flag("1 + 1 == 2 && C > 6", true);
        flag("C != 7 || 2 * 2 <= 3", false);
        flag("!(1 < 2) || true && !false", true);
        flag("1.5 >= 1.5", true);
        flag("true == false", false);
        flag("true & !false ^ true", false);
    }

    #[test]
    fn what_rust_could_not_compute_has_no_value() {
        let invalid = |text| match value(text, Integers::Unsigned) {
            Err(NoValue::Invalid(why)) => why,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(invalid("3 - 5 + 4"), "is negative");
        assert_eq!(invalid("-1"), "is negative");
        assert_eq!(invalid("1 / 0"), "divides by zero");
        assert_eq!(invalid("18446744073709551615 + 1"), "is too large");
        assert_eq!(invalid("99999999999999999999999999999999999999999999"), "is too large");
        assert_eq!(invalid("1 << 64"), "overflows");
    }

    #[test]
    fn the_rest_is_left_to_rustc() {
        for text in [
            "x",
            "N",
            "f(3)",
            "4u32",
            "1 +",
            "a::B",
            "1 == 1.0",
            "!1",
            "1 && true",
            "1.5 + 1",
            "\"a\"",
            "1 2",
        ] {
            assert_eq!(value(text, Integers::Unsigned), Err(NoValue::Unknown), "{text}");
        }
    }

    #[test]
    fn the_rest_can_be_supposed() {
        let suppose = |text: &str| {
            let tokens: proc_macro2::TokenStream = text.parse().unwrap();
            let expr = Expr::new(tokens.into_iter().collect()).unwrap();
            suppose(&expr, &Scope::default(), &|leaf| leaf.len())
        };
        assert_eq!(suppose("2 * ab + c::D"), Some(8));
        assert_eq!(suppose("f(x, y) * x.len()"), Some(7 * 7));
        assert_eq!(suppose("\"a\""), None);
    }

    #[test]
    fn long_expressions_do_not_recurse() {
        let sum = vec!["1"; 50_000].join(" + ");
        unsigned(&sum, 50_000);
        let minus = "-".repeat(50_000) + "1";
        assert_eq!(value(&minus, Integers::Signed), Ok(Number::Int(1)));
    }
}
