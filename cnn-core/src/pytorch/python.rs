//! Names, numbers and calls as Python writes them.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::shape::Shape;

/// Words that are no names in Python.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

/// What the file itself uses.
pub(super) const TAKEN: [&str; 10] =
    ["F", "OrderedDict", "getattr", "math", "nn", "range", "self", "super", "torch", "tuple"];

/// What every `nn.Module` and every `nn.Sequential` has, or begins with: a child of this name hides behind it.
const OF_MODULES: [&str; 41] = [
    "T_destination",
    "add_module",
    "append",
    "apply",
    "bfloat16",
    "buffers",
    "call_super_init",
    "children",
    "compile",
    "cpu",
    "cuda",
    "double",
    "dump_patches",
    "eval",
    "extend",
    "extra_repr",
    "float",
    "forward",
    "get_buffer",
    "get_extra_state",
    "get_parameter",
    "get_submodule",
    "half",
    "insert",
    "ipu",
    "load_state_dict",
    "modules",
    "mtia",
    "parameters",
    "pop",
    "requires_grad_",
    "set_extra_state",
    "set_submodule",
    "share_memory",
    "state_dict",
    "to",
    "to_empty",
    "train",
    "training",
    "type",
    "xpu",
];

/// Whether a name can be written after a dot.
pub(super) fn is_identifier(name: &str) -> bool {
    let begins = |first: char| first.is_ascii_alphabetic() || first == '_';
    name.starts_with(begins)
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && !KEYWORDS.contains(&name)
}

/// Whether a child of this name would hide behind something of `nn.Module`.
pub(super) fn is_of_modules(name: &str) -> bool {
    OF_MODULES.contains(&name)
        || name.starts_with('_')
        || ["named_", "register_"].iter().any(|start| name.starts_with(start))
        || name == "zero_grad"
}

/// Whether it is a number as `nn.Sequential` counts.
pub(super) fn is_number(name: &str) -> bool {
    name.parse::<usize>().is_ok_and(|number| number.to_string() == name)
}

/// A variable that reads like a name.
pub(super) fn variable(name: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
    let mut variable: String = name.chars().map(letter).collect();
    if !variable.starts_with(|first: char| first.is_ascii_alphabetic()) {
        variable.insert(0, 'x');
    }
    if KEYWORDS.contains(&variable.as_str()) || TAKEN.contains(&variable.as_str()) {
        variable.push('_');
    }
    variable
}

/// The name of a class: `layer_norm` becomes `LayerNorm`. Empty if nothing of the name can be used.
pub(super) fn class(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut class = String::new();
    for word in words {
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            class.push(first.to_ascii_uppercase());
            class.push_str(letters.as_str());
        }
    }
    let digits = class.len() - class.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    class.split_off(digits)
}

/// A number that is not whole.
pub(super) fn float(value: f64) -> String {
    if value.is_finite() { format!("{value:?}") } else { format!("float(\"{value}\")") }
}

/// `True` or `False`.
pub(super) fn flag(value: bool) -> String {
    if value { "True" } else { "False" }.to_owned()
}

/// `(3, 5)`; a single value has a comma.
pub(super) fn tuple<T: ToString>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    match &values[..] {
        [single] => format!("({single},)"),
        values => format!("({})", values.join(", ")),
    }
}

/// A text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Sizes: one number if they are equal.
pub(super) fn sizes(sizes: &Shape) -> String {
    if sizes.is_uniform() { sizes.size(0).to_string() } else { tuple(sizes.dims()) }
}

/// An argument of a constructor.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arg {
    /// The parameter.
    pub(super) name: String,
    /// The value, as an expression.
    pub(super) value: String,
    /// What it is if it is not written.
    pub(super) default: Option<String>,
    /// Whether it is written without its name.
    pub(super) positional: bool,
}

#[expect(clippy::needless_pass_by_value, reason = "numbers and texts are given as they are")]
impl Arg {
    /// One that is written without its name.
    pub(super) fn at(name: &str, value: impl ToString) -> Arg {
        Arg { name: name.to_owned(), value: value.to_string(), default: None, positional: true }
    }

    /// One that is written with its name, unless it has its default.
    pub(super) fn named(name: &str, value: impl ToString, default: impl ToString) -> Arg {
        let default = Some(default.to_string());
        Arg { name: name.to_owned(), value: value.to_string(), default, positional: false }
    }

    /// One that is always written, with its name.
    pub(super) fn always(name: &str, value: impl ToString) -> Arg {
        Arg { name: name.to_owned(), value: value.to_string(), default: None, positional: false }
    }

    /// It as it is written; nothing if it has its default.
    pub(super) fn written(&self) -> Option<String> {
        match &self.default {
            Some(default) if *default == self.value => None,
            _ if self.positional => Some(self.value.clone()),
            _ => Some(format!("{}={}", self.name, self.value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_pythons() {
        assert!(is_identifier("conv1") && is_identifier("_x"));
        for name in ["0", "class", "block1-0", "", "None", "größe"] {
            assert!(!is_identifier(name), "{name}");
        }
        assert!(is_number("10") && !is_number("01") && !is_number("+1"));
        assert_eq!(variable("block1-0"), "block1_0");
        assert_eq!(variable("0"), "x0");
        assert_eq!(variable("lambda"), "lambda_");
        assert_eq!(class("inverted_residual"), "InvertedResidual");
        assert_eq!(class("3d"), "d");
    }

    #[test]
    fn numbers_are_pythons() {
        assert_eq!([float(1e-5), float(0.1), float(2.0)], ["1e-5", "0.1", "2.0"]);
        assert_eq!(float(f64::INFINITY), "float(\"inf\")");
        assert_eq!(tuple([1]), "(1,)");
        assert_eq!(quoted("a\"b"), "\"a\\\"b\"");
    }
}
