//! The values of expressions, as far as the macro knows them: of literals, of arithmetic,
//! comparisons and logic on them, of `if`, and of the functions that stand in the declaration.

use std::cell::Cell;

use proc_macro2::{Delimiter, TokenTree};
use syn::Lit;

use crate::value::expr::Expr;
use crate::value::function::Function;
use crate::value::number::{Integers, NoValue, Number, Operator};
use crate::value::scope::{Binding, Scope};

/// How many calls of functions one expression may lead to, and how deep. rustc evaluates what needs
/// more.
const MAX_CALLS: usize = 1_000;
const MAX_CALL_DEPTH: usize = 8;

/// The value of an expression.
pub fn evaluate(expr: &Expr, scope: &Scope, integers: Integers) -> Result<Number, NoValue> {
    let calls = Cell::new(0);
    Evaluator { scope, integers, unknown: None, calls: &calls, depth: 0 }.all(expr.tokens())
}

/// The value of an expression of any kind.
pub fn evaluate_any(expr: &Expr, scope: &Scope) -> Result<Number, NoValue> {
    evaluate(expr, scope, Integers::Unsigned).or_else(|error| {
        // A negative number may be meant for a dim, or a padding.
        evaluate(expr, scope, Integers::Signed).map_err(|_| error)
    })
}

/// Gives the tokens of something unknown a sample value.
type SampleValues<'a> = &'a dyn Fn(&[TokenTree]) -> usize;

/// The value that a size would have if what the macro does not know, such as `widths::STEM` or
/// `twice(C)`, had the values that `unknown` gives.
pub fn evaluate_sample(expr: &Expr, scope: &Scope, unknown: SampleValues<'_>) -> Option<usize> {
    let (integers, calls) = (Integers::Unsigned, Cell::new(0));
    let evaluator = Evaluator { scope, integers, unknown: Some(unknown), calls: &calls, depth: 0 };
    match evaluator.all(expr.tokens()) {
        Ok(Number::Int(value)) => usize::try_from(value).ok(),
        _ => None,
    }
}

struct Evaluator<'a> {
    scope: &'a Scope,
    integers: Integers,
    /// Sample values for what is not known, if it is to have any.
    unknown: Option<SampleValues<'a>>,
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
        while let Some((operator, length)) = operator(rest) {
            let strength = operator.strength();
            if strength < level {
                break;
            }
            *rest = &rest[length..];
            left = match (operator, left) {
                // As in Rust, the other side is not evaluated.
                (Operator::And, Number::Flag(false)) | (Operator::Or, Number::Flag(true))
                    if !rest.is_empty() =>
                {
                    skip_operation(rest, strength + 1);
                    left
                }
                _ => {
                    let right = self.operation(rest, strength + 1)?;
                    left.apply(operator, right, self.integers)?
                }
            };
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
            // No size is the complement of an integer.
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
                Err(NoValue::Unknown) => self.unknown(before, rest),
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
        let (integers, depth) = (function.integers(), self.depth + 1);
        Evaluator { scope: &scope, integers, depth, ..*self }.block(function.body())
    }

    /// What follows `if`, with all its `else`s. Only the branch that is taken is evaluated.
    fn condition(&self, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let mut value = None;
        loop {
            let at = rest.iter().position(is_brace).ok_or(NoValue::Unknown)?;
            let (condition, after) = rest.split_at(at);
            if value.is_none() {
                match self.all(condition)? {
                    Number::Flag(true) => value = Some(self.braces(after.first())?),
                    Number::Flag(false) => {}
                    _ => return Err(NoValue::Unknown),
                }
            }
            match after {
                [_, TokenTree::Ident(word), otherwise, after @ ..]
                    if word == "else" && is_brace(otherwise) =>
                {
                    *rest = after;
                    return value.map_or_else(|| self.braces(Some(otherwise)), Ok);
                }
                [_, TokenTree::Ident(word), TokenTree::Ident(again), after @ ..]
                    if word == "else" && again == "if" =>
                {
                    *rest = after;
                }
                _ => return Err(NoValue::Unknown),
            }
        }
    }

    fn braces(&self, group: Option<&TokenTree>) -> Result<Number, NoValue> {
        match group {
            Some(TokenTree::Group(group)) => {
                self.block(&group.stream().into_iter().collect::<Vec<_>>())
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
    fn unknown(&self, before: Rest<'_>, rest: &mut Rest<'_>) -> Result<Number, NoValue> {
        let Some(unknown) = self.unknown else { return Err(NoValue::Unknown) };
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
        let value = unknown(&before[..before.len() - rest.len()]);
        self.integers.number(Some(value as i128))
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

/// Skips what an operation of this strength would read.
fn skip_operation(rest: &mut Rest<'_>, level: u8) {
    while let Some((_, after)) = rest.split_first() {
        if operator(rest).is_some_and(|(operator, _)| operator.strength() < level) {
            break;
        }
        *rest = after;
    }
}

fn is_brace(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The binary operator that comes next, and how many tokens it has.
fn operator(rest: Rest<'_>) -> Option<(Operator, usize)> {
    let char = |index: usize| match rest.get(index) {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    };
    Some(match (char(0)?, char(1)) {
        ('|', Some('|')) => (Operator::Or, 2),
        ('&', Some('&')) => (Operator::And, 2),
        ('=', Some('=')) => (Operator::Equal, 2),
        ('!', Some('=')) => (Operator::NotEqual, 2),
        ('<', Some('=')) => (Operator::LessOrEqual, 2),
        ('>', Some('=')) => (Operator::GreaterOrEqual, 2),
        ('<', Some('<')) => (Operator::ShiftLeft, 2),
        ('>', Some('>')) => (Operator::ShiftRight, 2),
        ('<', _) => (Operator::Less, 1),
        ('>', _) => (Operator::Greater, 1),
        ('|', _) => (Operator::BitOr, 1),
        ('^', _) => (Operator::BitXor, 1),
        ('&', _) => (Operator::BitAnd, 1),
        ('+', _) => (Operator::Add, 1),
        ('-', _) => (Operator::Subtract, 1),
        ('*', _) => (Operator::Multiply, 1),
        ('/', _) => (Operator::Divide, 1),
        ('%', _) => (Operator::Remainder, 1),
        _ => return None,
    })
}

#[cfg(test)]
#[path = "eval_tests.rs"]
mod tests;
