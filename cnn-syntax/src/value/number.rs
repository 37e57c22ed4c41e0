//! Numbers, with Rust's own arithmetic: a step that would overflow in Rust has no value here.

use std::borrow::Cow;
use std::cmp::Ordering;

/// A number, or a truth value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    Int(i128),
    Float(f64),
    Flag(bool),
}

/// Which integers the steps of an evaluation may give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Integers {
    /// Those of a `usize`.
    Unsigned,
    /// Those of an `isize`.
    Signed,
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    BitOr,
    BitXor,
    BitAnd,
    ShiftLeft,
    ShiftRight,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Operator {
    /// Whether it makes a number of two, so that it can be part of an assignment such as `+=`.
    pub fn is_arithmetic(self) -> bool {
        self.strength() > Operator::Equal.strength()
    }

    /// How strongly it binds.
    pub fn strength(self) -> u8 {
        match self {
            Operator::Or => 0,
            Operator::And => 1,
            Operator::Equal
            | Operator::NotEqual
            | Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => 2,
            Operator::BitOr => 3,
            Operator::BitXor => 4,
            Operator::BitAnd => 5,
            Operator::ShiftLeft | Operator::ShiftRight => 6,
            Operator::Add | Operator::Subtract => 7,
            Operator::Multiply | Operator::Divide | Operator::Remainder => 8,
        }
    }
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq)]
pub enum NoValue {
    /// It is not arithmetic on what the macro knows; const evaluation decides.
    Unknown,
    /// The arithmetic fails: how.
    Invalid(Cow<'static, str>),
}

impl Integers {
    /// Their type.
    pub fn name(self) -> &'static str {
        match self {
            Integers::Unsigned => "usize",
            Integers::Signed => "isize",
        }
    }

    /// An integer that a step gives, if Rust could compute it.
    pub fn number(self, value: Option<i128>) -> Result<Number, NoValue> {
        let allowed = match self {
            Integers::Unsigned => 0..=u64::MAX.into(),
            Integers::Signed => i64::MIN.into()..=i64::MAX.into(),
        };
        match value {
            Some(value) if allowed.contains(&value) => Ok(Number::Int(value)),
            Some(value) if value < 0 && self == Integers::Unsigned => {
                Err(NoValue::Invalid("is negative".into()))
            }
            _ => Err(NoValue::Invalid("is too large".into())),
        }
    }
}

impl Number {
    /// Its kind.
    pub fn kind(self) -> &'static str {
        match self {
            Number::Int(_) => "an integer",
            Number::Float(_) => "a float",
            Number::Flag(_) => "a boolean",
        }
    }

    /// How it compares with a number of the same type. Rust compares no others.
    pub fn order(self, other: Number) -> Option<Ordering> {
        match (self, other) {
            (Number::Int(a), Number::Int(b)) => a.partial_cmp(&b),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
            (Number::Flag(a), Number::Flag(b)) => a.partial_cmp(&b),
            _ => None,
        }
    }

    /// `left operator right`
    pub fn apply(
        self,
        operator: Operator,
        right: Number,
        integers: Integers,
    ) -> Result<Number, NoValue> {
        if let Some(flag) = compare(operator, self, right) {
            return Ok(Number::Flag(flag));
        }
        match (self, right) {
            (Number::Int(a), Number::Int(b)) => match operator {
                Operator::Divide | Operator::Remainder if b == 0 => {
                    Err(NoValue::Invalid("divides by zero".into()))
                }
                Operator::ShiftLeft | Operator::ShiftRight if !(0..64).contains(&b) => {
                    Err(NoValue::Invalid("overflows".into()))
                }
                Operator::Add => integers.number(a.checked_add(b)),
                Operator::Subtract => integers.number(a.checked_sub(b)),
                Operator::Multiply => integers.number(a.checked_mul(b)),
                Operator::Divide => integers.number(Some(a / b)),
                Operator::Remainder => integers.number(Some(a % b)),
                // Like Rust's, a shift to the left loses the bits that leave.
                Operator::ShiftLeft if integers == Integers::Signed => {
                    Ok(Number::Int(((a as i64) << b).into()))
                }
                Operator::ShiftLeft => Ok(Number::Int(((a as u64) << b).into())),
                Operator::ShiftRight => integers.number(Some(a >> b)),
                Operator::BitAnd => integers.number(Some(a & b)),
                Operator::BitXor => integers.number(Some(a ^ b)),
                Operator::BitOr => integers.number(Some(a | b)),
                _ => Err(NoValue::Unknown),
            },
            (Number::Float(a), Number::Float(b)) => match operator {
                Operator::Add => Ok(Number::Float(a + b)),
                Operator::Subtract => Ok(Number::Float(a - b)),
                Operator::Multiply => Ok(Number::Float(a * b)),
                Operator::Divide => Ok(Number::Float(a / b)),
                _ => Err(NoValue::Unknown),
            },
            // Rust has no arithmetic on mixed types.
            _ => Err(NoValue::Unknown),
        }
    }

    /// `number as target`
    pub fn cast(self, target: &str) -> Result<Number, NoValue> {
        match (self, target) {
            (Number::Int(value), "f64") => Ok(Number::Float(value as f64)),
            (Number::Int(_), "usize" | "isize") | (Number::Float(_), "f64") => Ok(self),
            // Rust takes the nearest integer there is.
            (Number::Float(value), "usize") => Ok(Number::Int((value as u64).into())),
            (Number::Float(value), "isize") => Ok(Number::Int((value as i64).into())),
            (Number::Flag(value), "usize" | "isize") => Ok(Number::Int(value.into())),
            _ => Err(NoValue::Unknown),
        }
    }

    /// `number.method(arg)`, of the methods that are `const` in Rust; and `max` and `min` of integers, which are not,
    /// but of which rustc only sees the value.
    pub fn method(
        self,
        name: &str,
        arg: Option<Number>,
        integers: Integers,
    ) -> Result<Number, NoValue> {
        let unsigned = integers == Integers::Unsigned;
        let invalid = |why: &'static str| Err(NoValue::Invalid(why.into()));
        let value = match (self, name, arg) {
            (Number::Int(a), _, Some(Number::Int(b))) => {
                return match name {
                    "div_ceil" | "next_multiple_of" if unsigned && b == 0 => {
                        invalid("divides by zero")
                    }
                    "div_euclid" | "rem_euclid" if b == 0 => invalid("divides by zero"),
                    "div_ceil" if unsigned => integers.number(Some((a + b - 1) / b)),
                    "next_multiple_of" if unsigned => integers.number(Some((a + b - 1) / b * b)),
                    "is_multiple_of" if unsigned => {
                        Ok(Number::Flag(if b == 0 { a == 0 } else { a % b == 0 }))
                    }
                    "div_euclid" => integers.number(Some(a.div_euclid(b))),
                    "rem_euclid" => integers.number(Some(a.rem_euclid(b))),
                    "max" => Ok(Number::Int(a.max(b))),
                    "min" => Ok(Number::Int(a.min(b))),
                    "abs_diff" => integers.number(Some((a - b).abs())),
                    "saturating_sub" if unsigned => Ok(Number::Int((a - b).max(0))),
                    "pow" => {
                        let exponent = u32::try_from(b).ok();
                        integers.number(exponent.and_then(|exponent| a.checked_pow(exponent)))
                    }
                    _ => Err(NoValue::Unknown),
                };
            }
            (Number::Int(a), "isqrt", None) if a < 0 => {
                return invalid("takes the root of a negative number");
            }
            (Number::Int(a), "ilog2" | "ilog10", None) if a <= 0 => {
                return invalid("takes the logarithm of a number below 1");
            }
            (Number::Int(a), _, None) => {
                return match name {
                    "isqrt" => Ok(Number::Int(a.isqrt())),
                    "ilog2" => Ok(Number::Int(a.ilog2().into())),
                    "ilog10" => Ok(Number::Int(a.ilog10().into())),
                    "is_power_of_two" if unsigned => Ok(Number::Flag(a.count_ones() == 1)),
                    "next_power_of_two" if unsigned => integers.number(
                        u64::try_from(a)
                            .ok()
                            .and_then(|a| a.checked_next_power_of_two().map(i128::from)),
                    ),
                    "abs" if !unsigned => integers.number(Some(a.abs())),
                    _ => Err(NoValue::Unknown),
                };
            }
            (Number::Float(a), "ceil", None) => a.ceil(),
            (Number::Float(a), "floor", None) => a.floor(),
            (Number::Float(a), "round", None) => a.round(),
            (Number::Float(a), "trunc", None) => a.trunc(),
            (Number::Float(a), "abs", None) => a.abs(),
            (Number::Float(a), "max", Some(Number::Float(b))) => a.max(b),
            (Number::Float(a), "min", Some(Number::Float(b))) => a.min(b),
            (Number::Float(_), name, _) if let Some(later) = runs_later(name) => {
                return Err(NoValue::Invalid(format!("calls {later}").into()));
            }
            _ => return Err(NoValue::Unknown),
        };
        Ok(Number::Float(value))
    }
}

/// A method of floats that cannot be called while compiling, with the reason and what can be called instead; `None` for
/// one that can be.
pub fn runs_later(method: &str) -> Option<String> {
    let instead = match method {
        "sqrt" => "for integers there is `isqrt`, the root rounded down: `n.isqrt()`",
        "log2" => "for integers there is `ilog2`, the logarithm rounded down: `n.ilog2() as usize`",
        "log10" => {
            "for integers there is `ilog10`, the logarithm rounded down: `n.ilog10() as usize`"
        }
        "powi" | "powf" => "multiply instead; for integers there is `pow`: `n.pow(2)`",
        "exp" | "exp2" | "ln" | "log" | "cbrt" | "hypot" | "sin" | "cos" | "tan" | "tanh" => {
            "a constant can have its value: `const FACTOR: f64 = 1.414;`"
        }
        _ => return None,
    };
    Some(format!("`{method}`, which Rust cannot evaluate at compile time\n{instead}"))
}

/// The truth of a comparison, or of logic on truth values; `None` for other operators.
fn compare(operator: Operator, left: Number, right: Number) -> Option<bool> {
    if let (Number::Flag(a), Number::Flag(b)) = (left, right) {
        match operator {
            Operator::And | Operator::BitAnd => return Some(a && b),
            Operator::Or | Operator::BitOr => return Some(a || b),
            Operator::BitXor => return Some(a != b),
            _ => {}
        }
    }
    let order = left.order(right)?;
    match operator {
        Operator::Equal => Some(order.is_eq()),
        Operator::NotEqual => Some(order.is_ne()),
        Operator::Less => Some(order.is_lt()),
        Operator::LessOrEqual => Some(order.is_le()),
        Operator::Greater => Some(order.is_gt()),
        Operator::GreaterOrEqual => Some(order.is_ge()),
        _ => None,
    }
}
