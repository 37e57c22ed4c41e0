//! The values of expressions, as far as the macro knows them: of literals, of arithmetic,
//! comparisons and logic on them, of `if`, and of the functions that stand in the declaration.

use std::cell::Cell;

use proc_macro2::{Delimiter, TokenTree};
use syn::Lit;

use crate::expr::Expr;
use crate::function::Function;
use crate::number::{Integers, NoValue, Number};
use crate::scope::{Binding, Scope};
use crate::text;

/// How many calls of functions one expression may lead to, and how deep. rustc evaluates what needs
/// more.
const MAX_CALLS: usize = 1_000;
const MAX_CALL_DEPTH: usize = 8;

/// The value of an expression.
pub fn evaluate(expr: &Expr, scope: &Scope, integers: Integers) -> Result<Number, NoValue> {
    let calls = Cell::new(0);
    Evaluator { scope, integers, leaves: None, calls: &calls, depth: 0 }.all(expr.tokens())
}

/// The value of an expression of any kind.
pub fn evaluate_any(expr: &Expr, scope: &Scope) -> Result<Number, NoValue> {
    evaluate(expr, scope, Integers::Unsigned).or_else(|error| {
        // A negative number may be meant for a dim, or a padding.
        evaluate(expr, scope, Integers::Signed).map_err(|_| error)
    })
}

/// The value of a size if what the macro does not know, such as `widths::STEM` or `twice(C)`, had
/// the values that `leaves` gives.
pub fn suppose(expr: &Expr, scope: &Scope, leaves: &dyn Fn(&str) -> usize) -> Option<usize> {
    let (integers, calls) = (Integers::Unsigned, Cell::new(0));
    let evaluator = Evaluator { scope, integers, leaves: Some(leaves), calls: &calls, depth: 0 };
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
    /// How many functions have been called.
    calls: &'a Cell<usize>,
    /// How many of them are open.
    depth: usize,
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
            left = left.apply(operator, right, self.integers)?;
        }
        Ok(left)
    }

    /// An operand with the operators before it, and the casts after it.
    fn operand(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let (mut negative, mut inverted) = (false, false);
        while let [TokenTree::Punct(punct), after @ ..] = *rest {
            match punct.as_char() {
                '-' => negative = !negative,
                '!' => inverted = !inverted,
                _ => break,
            }
            *rest = after;
        }
        let mut number = match self.with_methods(rest)? {
            Number::Flag(value) if !negative => Number::Flag(value != inverted),
            // The bits of an integer turned over are nobody's size.
            _ if inverted => return Err(NoValue::Unknown),
            Number::Int(value) if negative => self.integers.number(Some(-value))?,
            Number::Float(value) if negative => Number::Float(-value),
            Number::Flag(_) => return Err(NoValue::Unknown),
            number => number,
        };
        while let [TokenTree::Ident(keyword), TokenTree::Ident(target), after @ ..] = *rest
            && keyword == "as"
        {
            *rest = after;
            number = number.cast(&target.to_string())?;
        }
        Ok(number)
    }

    /// An operand with the methods that are called on it.
    fn with_methods(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let mut number = self.primary(rest)?;
        while let [
            TokenTree::Punct(dot),
            TokenTree::Ident(name),
            TokenTree::Group(args),
            after @ ..,
        ] = *rest
            && dot.as_char() == '.'
        {
            *rest = after;
            let args: Vec<TokenTree> = args.stream().into_iter().collect();
            let arg = if args.is_empty() { None } else { Some(self.all(&args)?) };
            number = number.method(&name.to_string(), arg, self.integers)?;
        }
        Ok(number)
    }

    fn primary(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let before = *rest;
        let Some((token, after)) = rest.split_first() else { return Err(NoValue::Unknown) };
        *rest = after;
        match token {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                match group.delimiter() {
                    Delimiter::Parenthesis | Delimiter::None => self.all(&inner),
                    Delimiter::Brace => self.block(&inner),
                    Delimiter::Bracket => Err(NoValue::Unknown),
                }
            }
            TokenTree::Literal(literal) => self.literal(literal),
            TokenTree::Ident(ident) if ident == "if" => self.condition(rest),
            TokenTree::Ident(ident) => match self.name(&ident.to_string(), rest) {
                Err(NoValue::Unknown) => self.leaf(before, rest),
                number => number,
            },
            TokenTree::Punct(_) => Err(NoValue::Unknown),
        }
    }

    /// A name, or the call of a function of the declaration.
    fn name(&self, name: &str, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        match (name, *rest) {
            ("true", _) => Ok(Number::Flag(true)),
            ("false", _) => Ok(Number::Flag(false)),
            (_, [TokenTree::Group(args), after @ ..]) => {
                let function = self.scope.function(name).ok_or(NoValue::Unknown)?;
                *rest = after;
                self.call(function, &args.stream().into_iter().collect::<Vec<_>>())
            }
            _ => self.scope.number(name).ok_or(NoValue::Unknown),
        }
    }

    /// The call of a function of the declaration.
    fn call(&self, function: &Function, args: &[TokenTree]) -> Result<Number, NoValue> {
        let calls = self.calls.replace(self.calls.get() + 1);
        if calls >= MAX_CALLS || self.depth >= MAX_CALL_DEPTH {
            return Err(NoValue::Unknown);
        }
        let evaluate = |arg: &[TokenTree], integers| Evaluator { integers, ..*self }.all(arg);
        let scope = self.scope.inside(function.bind(args, evaluate)?);
        let (integers, depth) = (function.integers, self.depth + 1);
        Evaluator { scope: &scope, integers, depth, ..*self }.block(&function.body)
    }

    /// What follows `if`.
    fn condition(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let brace = |token: &TokenTree| match token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let at = rest.iter().position(brace).ok_or(NoValue::Unknown)?;
        let Number::Flag(condition) = self.all(&rest[..at])? else {
            return Err(NoValue::Unknown);
        };
        *rest = &rest[at..];
        let [TokenTree::Group(then), TokenTree::Ident(word), otherwise @ ..] = *rest else {
            return Err(NoValue::Unknown);
        };
        if word != "else" {
            return Err(NoValue::Unknown);
        }
        *rest = otherwise;
        // Both sides are read, so that the rest is known; one of them counts.
        let then = || self.block(&then.stream().into_iter().collect::<Vec<_>>());
        match *rest {
            [TokenTree::Ident(word), after @ ..] if word == "if" => {
                *rest = after;
                let otherwise = self.condition(rest);
                if condition { then() } else { otherwise }
            }
            [TokenTree::Group(group), after @ ..] if group.delimiter() == Delimiter::Brace => {
                *rest = after;
                let otherwise = || self.block(&group.stream().into_iter().collect::<Vec<_>>());
                if condition { then() } else { otherwise() }
            }
            _ => Err(NoValue::Unknown),
        }
    }

    /// `let`s, and the value after them.
    fn block(&self, tokens: &[TokenTree]) -> Result<Number, NoValue> {
        let mut rest = tokens;
        let mut scope: Option<Scope> = None;
        loop {
            let inner = Evaluator { scope: scope.as_ref().unwrap_or(self.scope), ..*self };
            let [TokenTree::Ident(word), TokenTree::Ident(name), after @ ..] = rest else {
                return inner.all(rest);
            };
            if word != "let" {
                return inner.all(rest);
            }
            let is = |char| move |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char);
            let end = after.iter().position(is(';')).ok_or(NoValue::Unknown)?;
            let start = after.iter().position(is('=')).ok_or(NoValue::Unknown)?;
            let value = inner.all(after.get(start + 1..end).ok_or(NoValue::Unknown)?)?;
            rest = &after[end + 1..];
            let scope = scope.get_or_insert_with(|| self.scope.clone());
            scope.bind(name.to_string(), Binding::number(value));
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
        self.integers.number(Some(leaves(&text) as i128))
    }

    fn literal(&self, literal: &proc_macro2::Literal) -> Result<Number, NoValue> {
        match Lit::new(literal.clone()) {
            Lit::Int(int) if int.suffix().is_empty() || int.suffix() == self.integers.name() => {
                // A literal beyond 128 bits is beyond a `usize`, too.
                self.integers.number(int.base10_parse().ok())
            }
            Lit::Float(float) if matches!(float.suffix(), "" | "f64") => {
                float.base10_parse().map(Number::Float).map_err(|_| NoValue::Unknown)
            }
            _ => Err(NoValue::Unknown),
        }
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
    fn blocks_ifs_and_methods_are_rusts() {
        unsigned("if C > 6 { 1 } else { 2 } + 3", 4);
        unsigned("if C > 7 { 1 } else if C == 7 { 5 } else { 2 }", 5);
        unsigned("if false { N } else { 2 }", 2);
        unsigned("{ let a = 2 * C; let a: usize = a + 1; a * a }", 225);
        unsigned("(2.5 * 3.0).ceil() as usize", 8);
        unsigned("C.div_ceil(2).pow(3)", 64);
        unsigned("C.next_multiple_of(8)", 8);
        unsigned("-2.5 as usize", 0);
        assert_eq!(value("-(2.5).floor()", Integers::Signed), Ok(Number::Float(-2.0)));
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
