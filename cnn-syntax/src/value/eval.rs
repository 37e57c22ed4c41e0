//! The values of expressions, as far as the macro knows them: of literals, of lists, of arithmetic,
//! comparisons and logic on them, of `if` and `match`, and of the functions and constants that are in the
//! declaration. What functions are made of is in `body.rs`.

use std::rc::Rc;

use proc_macro2::{Delimiter, Spacing, TokenTree};
use syn::Lit;

use crate::value::element;
use crate::value::expr::Expr;
use crate::value::function::Function;
use crate::value::known::Value;
use crate::value::number::{Integers, NoValue, Number, Operator, runs_later};
use crate::value::scope::{Binding, MAX_NESTED, Scope};
use crate::value::token::{is_braces, is_punct, is_word};

mod body;
mod pattern;

/// How deep functions may call each other. rustc evaluates what needs more.
const MAX_CALL_DEPTH: usize = 8;

/// How many steps one expression may take: calls of functions, turns of loops, values of lists.
const MAX_STEPS: usize = 20_000;

/// The number that an expression is.
pub fn evaluate(expr: &Expr, scope: &Scope, integers: Integers) -> Result<Number, NoValue> {
    match evaluate_value(expr, scope, integers)? {
        Value::Number(number) => Ok(number),
        Value::List(_) => Err(NoValue::Unknown),
    }
}

/// The value of an expression of any kind.
pub fn evaluate_any(expr: &Expr, scope: &Scope) -> Result<Value, NoValue> {
    evaluate_value(expr, scope, Integers::Unsigned).or_else(|error| {
        // A negative number may be meant for a dim, or a padding.
        evaluate_value(expr, scope, Integers::Signed).map_err(|_| error)
    })
}

/// The value of an expression: a number or a list.
pub fn evaluate_value(expr: &Expr, scope: &Scope, integers: Integers) -> Result<Value, NoValue> {
    let mut evaluator = Evaluator::new(scope, integers, None);
    // Most expressions are numbers, which have been read before.
    match expr.as_literal() {
        Some(literal) => no_stop(evaluator.literal(literal).map(Value::Number)),
        None => evaluator.value(expr.tokens()),
    }
}

/// The value of an index of a list.
pub fn index(tokens: &[TokenTree], scope: &Scope) -> Result<usize, NoValue> {
    match Evaluator::new(scope, Integers::Unsigned, None).value(tokens)? {
        Value::Number(Number::Int(index)) => usize::try_from(index).map_err(|_| NoValue::Unknown),
        _ => Err(NoValue::Unknown),
    }
}

/// Gives the tokens of something unknown a sample value.
type SampleValues<'a> = &'a dyn Fn(&[TokenTree]) -> usize;

/// The value that a size would have if what the macro does not know, such as `widths::STEM` or
/// `twice(C)`, had the values that `unknown` gives.
pub fn evaluate_sample(expr: &Expr, scope: &Scope, unknown: SampleValues<'_>) -> Option<usize> {
    let mut evaluator = Evaluator::new(scope, Integers::Unsigned, Some(unknown));
    match evaluator.value(expr.tokens()) {
        Ok(Value::Number(Number::Int(value))) => usize::try_from(value).ok(),
        _ => None,
    }
}

/// The values of names while an expression is evaluated.
struct Evaluator<'a> {
    scope: &'a Scope,
    integers: Integers,
    /// Sample values for what is not known, if it is to have any.
    unknown: Option<SampleValues<'a>>,
    /// The names that the expression, or the function that is open, itself gives to values.
    locals: Vec<(String, Value)>,
    /// How many functions are open. Within one, the names around it are not known.
    depth: usize,
    /// How many steps have been taken.
    steps: usize,
}

/// Why an evaluation does not go on.
enum Stop {
    NoValue(NoValue),
    Break,
    Continue,
    Return(Value),
}

impl From<NoValue> for Stop {
    fn from(why: NoValue) -> Stop {
        Stop::NoValue(why)
    }
}

const UNKNOWN: Stop = Stop::NoValue(NoValue::Unknown);

type Evaluated<T> = Result<T, Stop>;

/// Tokens that are still to be read.
type Rest<'t> = &'t [TokenTree];

impl<'a> Evaluator<'a> {
    fn new(
        scope: &'a Scope,
        integers: Integers,
        unknown: Option<SampleValues<'a>>,
    ) -> Evaluator<'a> {
        Evaluator { scope, integers, unknown, locals: Vec::new(), depth: 0, steps: 0 }
    }

    fn value(&mut self, tokens: &[TokenTree]) -> Result<Value, NoValue> {
        no_stop(self.all(tokens))
    }

    /// Takes so many steps, if there are that many left.
    fn take(&mut self, steps: usize) -> Evaluated<()> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > MAX_STEPS || !self.scope.items().take(steps) {
            return Err(UNKNOWN);
        }
        Ok(())
    }

    fn all(&mut self, tokens: &[TokenTree]) -> Evaluated<Value> {
        if let Some((start, end, inclusive)) = range(tokens) {
            return self.range(start, end, inclusive);
        }
        let mut rest = tokens;
        let value = self.operation(&mut rest, 0)?;
        if rest.is_empty() { Ok(value) } else { Err(UNKNOWN) }
    }

    /// The numbers of a range.
    fn range(&mut self, start: Rest<'_>, end: Rest<'_>, inclusive: bool) -> Evaluated<Value> {
        let (start, end) = (self.count(start)?, self.count(end)?);
        let end = end.checked_add(usize::from(inclusive)).ok_or(UNKNOWN)?;
        self.take(end.saturating_sub(start))?;
        Ok(Value::List((start..end).map(Value::int).collect()))
    }

    fn number(&mut self, tokens: &[TokenTree]) -> Evaluated<Number> {
        number(&self.all(tokens)?)
    }

    fn flag(&mut self, tokens: &[TokenTree]) -> Evaluated<bool> {
        match self.number(tokens)? {
            Number::Flag(flag) => Ok(flag),
            _ => Err(UNKNOWN),
        }
    }

    /// A number that counts something, whatever integers are around it.
    fn count(&mut self, tokens: &[TokenTree]) -> Evaluated<usize> {
        let around = std::mem::replace(&mut self.integers, Integers::Unsigned);
        let number = self.number(tokens);
        self.integers = around;
        match number? {
            Number::Int(value) => usize::try_from(value).map_err(|_| UNKNOWN),
            _ => Err(UNKNOWN),
        }
    }

    /// Operands and the operators between them that bind at least as strongly as `level`.
    fn operation(&mut self, rest: &mut Rest<'_>, level: u8) -> Evaluated<Value> {
        let mut left = self.operand(rest)?;
        while let Some((operator, length)) = operator(rest) {
            let strength = operator.strength();
            if strength < level {
                break;
            }
            *rest = &rest[length..];
            let decided = match (operator, &left) {
                // As in Rust, the other side is not evaluated.
                (Operator::And, Value::Number(Number::Flag(false)))
                | (Operator::Or, Value::Number(Number::Flag(true))) => !rest.is_empty(),
                _ => false,
            };
            if decided {
                skip_operation(rest, strength + 1);
                continue;
            }
            let right = number(&self.operation(rest, strength + 1)?)?;
            left = Value::Number(number(&left)?.apply(operator, right, self.integers)?);
        }
        Ok(left)
    }

    /// An operand with the operators before it, and the casts after it.
    fn operand(&mut self, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let (mut negative, mut inverted) = (false, false);
        while let [TokenTree::Punct(punct), after @ ..] = *rest {
            match punct.as_char() {
                '-' => negative = !negative,
                '!' => inverted = !inverted,
                // A reference to a list is as good as the list.
                '&' => {}
                _ => break,
            }
            *rest = after;
        }
        let mut value = match self.with_methods(rest)? {
            value if !negative && !inverted => value,
            Value::List(_) => return Err(UNKNOWN),
            Value::Number(number) => Value::Number(match number {
                Number::Flag(value) if !negative => Number::Flag(value != inverted),
                // No size is the complement of an integer.
                _ if inverted => return Err(UNKNOWN),
                Number::Int(value) => self.integers.number(Some(-value))?,
                Number::Float(value) => Number::Float(-value),
                Number::Flag(_) => return Err(UNKNOWN),
            }),
        };
        while let [TokenTree::Ident(keyword), TokenTree::Ident(target), after @ ..] = *rest
            && keyword == "as"
        {
            *rest = after;
            value = Value::Number(number(&value)?.cast(&target.to_string())?);
        }
        Ok(value)
    }

    /// An operand with the methods that are called on it, and the indices behind it.
    fn with_methods(&mut self, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let mut value = self.primary(rest)?;
        loop {
            match *rest {
                [TokenTree::Group(index), after @ ..]
                    if index.delimiter() == Delimiter::Bracket =>
                {
                    *rest = after;
                    let index: Vec<TokenTree> = index.stream().into_iter().collect();
                    let index = self.count(&index)?;
                    let Value::List(list) = &value else { return Err(UNKNOWN) };
                    let element = list.get(index).cloned();
                    value = element.ok_or_else(|| element::beyond(index, list.len()))?;
                }
                [
                    TokenTree::Punct(dot),
                    TokenTree::Ident(name),
                    TokenTree::Group(args),
                    after @ ..,
                ] if dot.as_char() == '.' && args.delimiter() == Delimiter::Parenthesis => {
                    *rest = after;
                    let args: Vec<TokenTree> = args.stream().into_iter().collect();
                    value = match (&value, args.is_empty()) {
                        (Value::List(list), true) if name == "len" => Value::int(list.len()),
                        (Value::List(list), true) if name == "rev" => {
                            Value::List(list.iter().rev().cloned().collect())
                        }
                        (Value::List(list), false) if name == "step_by" => {
                            let list = Rc::clone(list);
                            match self.count(&args)? {
                                0 => return Err(UNKNOWN),
                                step => Value::List(list.iter().step_by(step).cloned().collect()),
                            }
                        }
                        (Value::List(_), _) => return Err(UNKNOWN),
                        // Where a function cannot call something, that is reported there.
                        _ if self.depth > 0 && runs_later(&name.to_string()).is_some() => {
                            return Err(UNKNOWN);
                        }
                        (Value::Number(number), is_empty) => {
                            let arg = if is_empty { None } else { Some(self.number(&args)?) };
                            Value::Number(number.method(&name.to_string(), arg, self.integers)?)
                        }
                    };
                }
                _ => return Ok(value),
            }
        }
    }

    fn primary<'t>(&mut self, rest: &mut Rest<'t>) -> Evaluated<Value> {
        let before = *rest;
        let Some((token, after)) = rest.split_first() else { return Err(UNKNOWN) };
        *rest = after;
        match token {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                match group.delimiter() {
                    Delimiter::Parenthesis if has_comma(&inner) || inner.is_empty() => {
                        self.list(&inner)
                    }
                    Delimiter::Parenthesis | Delimiter::None => self.all(&inner),
                    Delimiter::Brace => self.block(&inner),
                    Delimiter::Bracket => self.array(&inner),
                }
            }
            TokenTree::Literal(literal) => {
                self.literal(&Lit::new(literal.clone())).map(Value::Number)
            }
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                match name.as_str() {
                    "if" => self.condition(rest, true),
                    "match" => self.choice(rest),
                    "return" => {
                        let value = self.all(std::mem::take(rest))?;
                        Err(Stop::Return(value))
                    }
                    "break" => Err(Stop::Break),
                    "continue" => Err(Stop::Continue),
                    name => match self.name(name, before, rest) {
                        Err(Stop::NoValue(NoValue::Unknown)) => self.unknown(before, rest),
                        value => value,
                    },
                }
            }
            TokenTree::Punct(_) => Err(UNKNOWN),
        }
    }

    /// The values between commas.
    fn list(&mut self, tokens: &[TokenTree]) -> Evaluated<Value> {
        let mut values = Vec::new();
        for piece in pieces(tokens) {
            self.take(1)?;
            values.push(self.all(piece)?);
            self.can_nest(values.last())?;
        }
        Ok(Value::List(values.into()))
    }

    /// Whether a value may be in a list: nested values have been walked over, and will be again.
    fn can_nest(&mut self, value: Option<&Value>) -> Evaluated<()> {
        let Some(value @ Value::List(_)) = value else { return Ok(()) };
        self.take(value.size())?;
        if value.depth() < MAX_NESTED { Ok(()) } else { Err(UNKNOWN) }
    }

    /// The content of brackets: `1, 2, 3` or `0; 3`.
    fn array(&mut self, tokens: &[TokenTree]) -> Evaluated<Value> {
        let Some(at) = tokens.iter().position(|token| is_punct(token, ';')) else {
            return self.list(tokens);
        };
        let (value, count) = (self.all(&tokens[..at])?, self.count(&tokens[at + 1..])?);
        self.can_nest(Some(&value))?;
        self.take(count.saturating_mul(value.size()))?;
        Ok(Value::List(vec![value; count].into()))
    }

    /// A name, an element of a list, or the call of a function of the declaration. `before` begins with the
    /// name, and `rest` is what follows it.
    fn name<'t>(&mut self, name: &str, before: Rest<'t>, rest: &mut Rest<'t>) -> Evaluated<Value> {
        match (name, *rest) {
            ("true", _) => return Ok(Value::Number(Number::Flag(true))),
            ("false", _) => return Ok(Value::Number(Number::Flag(false))),
            (_, [TokenTree::Group(args), after @ ..])
                if args.delimiter() == Delimiter::Parenthesis =>
            {
                *rest = after;
                return self.call(name, &args.stream().into_iter().collect::<Vec<_>>());
            }
            _ => {}
        }
        if let Some((_, value)) = self.locals.iter().rfind(|(local, _)| local == name) {
            return Ok(value.clone());
        }
        let scope = self.scope;
        if self.depth > 0 {
            let value = scope.items().constant(name).and_then(Binding::value);
            return value.ok_or(UNKNOWN);
        }
        // An element is looked up without the others, which may not be known.
        let found = element::find(before, scope, &mut |index| match self.count(index) {
            Ok(index) => Ok(index),
            Err(Stop::NoValue(why)) => Err(why),
            Err(_) => Err(NoValue::Unknown),
        })?;
        let Some((binding, length)) = found else { return Err(UNKNOWN) };
        *rest = &before[length..];
        match (binding, *rest) {
            (
                Binding::List(list),
                [TokenTree::Punct(dot), TokenTree::Ident(len), TokenTree::Group(_), after @ ..],
            ) if dot.as_char() == '.' && len == "len" => {
                *rest = after;
                Ok(Value::int(list.len()))
            }
            (binding, _) => {
                self.take(binding.size())?;
                binding.value().ok_or(UNKNOWN)
            }
        }
    }

    /// The call of a function of the declaration, or `len(list)`.
    fn call(&mut self, name: &str, args: &[TokenTree]) -> Evaluated<Value> {
        let scope = self.scope;
        let Some(function) = scope.items().function(name) else {
            return match (name, element::list(args, scope)) {
                ("len", Some(list)) if self.depth == 0 => Ok(Value::int(list.len())),
                _ => Err(UNKNOWN),
            };
        };
        self.take(1)?;
        if self.depth == MAX_CALL_DEPTH {
            return Err(UNKNOWN);
        }
        let locals = self.arguments(function, args)?;
        let around = std::mem::replace(&mut self.locals, locals);
        let integers = std::mem::replace(&mut self.integers, function.integers());
        self.depth += 1;
        let value = self.block(function.body());
        (self.locals, self.integers, self.depth) = (around, integers, self.depth - 1);
        match value {
            Err(Stop::Return(value)) => Ok(value),
            // A loop outside of the function does not belong to it.
            Err(Stop::Break | Stop::Continue) => Err(UNKNOWN),
            // Without a value, it is not the function that was meant.
            Ok(value) if value == Value::unit() => Err(UNKNOWN),
            value => value,
        }
    }

    /// The parameters of a function with the values of its arguments.
    fn arguments(
        &mut self,
        function: &Function,
        args: &[TokenTree],
    ) -> Evaluated<Vec<(String, Value)>> {
        let args: Vec<&[TokenTree]> = pieces(args).collect();
        if args.len() != function.params().len() {
            return Err(UNKNOWN);
        }
        let mut locals = Vec::new();
        for ((name, integers), arg) in function.params().iter().zip(args) {
            let around = std::mem::replace(&mut self.integers, *integers);
            let value = self.all(arg);
            self.integers = around;
            locals.push((name.clone(), value?));
        }
        Ok(locals)
    }

    /// What follows `if`, with all its `else`s. Only the branch that is taken is evaluated. `else` is needed
    /// where there must be a value.
    fn condition(&mut self, rest: &mut Rest<'_>, needed: bool) -> Evaluated<Value> {
        let mut value = None;
        loop {
            let at = rest.iter().position(is_braces).ok_or(UNKNOWN)?;
            let (condition, after) = rest.split_at(at);
            if value.is_none() && self.flag(condition)? {
                value = Some(self.braces(after.first())?);
            }
            match after {
                [_, TokenTree::Ident(word), otherwise, after @ ..]
                    if word == "else" && is_braces(otherwise) =>
                {
                    *rest = after;
                    return value.map_or_else(|| self.braces(Some(otherwise)), Ok);
                }
                [_, TokenTree::Ident(word), TokenTree::Ident(again), after @ ..]
                    if word == "else" && again == "if" =>
                {
                    *rest = after;
                }
                [_, after @ ..] if !needed => {
                    *rest = after;
                    return Ok(Value::unit());
                }
                _ => return Err(UNKNOWN),
            }
        }
    }

    fn braces(&mut self, group: Option<&TokenTree>) -> Evaluated<Value> {
        match group {
            Some(TokenTree::Group(group)) => {
                self.block(&group.stream().into_iter().collect::<Vec<_>>())
            }
            _ => Err(UNKNOWN),
        }
    }

    /// A path, a call or another expression that only rustc understands, which begins at `before`.
    fn unknown(&self, before: Rest<'_>, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let Some(unknown) = self.unknown else { return Err(UNKNOWN) };
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
        Ok(Value::Number(self.integers.number(Some(value as i128))?))
    }

    fn literal(&self, literal: &Lit) -> Evaluated<Number> {
        match literal {
            Lit::Int(int) if int.suffix().is_empty() || int.suffix() == self.integers.name() => {
                // A literal beyond 128 bits is beyond a `usize`, too.
                Ok(self.integers.number(int.base10_parse().ok())?)
            }
            Lit::Float(float) if matches!(float.suffix(), "" | "f64") => {
                float.base10_parse().map(Number::Float).map_err(|_| UNKNOWN)
            }
            _ => Err(UNKNOWN),
        }
    }
}

/// A value at which an evaluation ends.
fn no_stop<T>(evaluated: Evaluated<T>) -> Result<T, NoValue> {
    evaluated.map_err(|stop| match stop {
        Stop::NoValue(why) => why,
        Stop::Break | Stop::Continue | Stop::Return(_) => NoValue::Unknown,
    })
}

/// The number that a value is.
fn number(value: &Value) -> Evaluated<Number> {
    match value {
        Value::Number(number) => Ok(*number),
        Value::List(_) => Err(UNKNOWN),
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

fn has_comma(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|token| is_punct(token, ','))
}

/// The tokens between the commas.
pub fn pieces(tokens: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    tokens.split(|token| is_punct(token, ',')).filter(|piece| !piece.is_empty())
}

/// The start and the end of a range `a..b`, and whether the end is part of it, as that of `a..=b` is.
pub fn range(tokens: &[TokenTree]) -> Option<(&[TokenTree], &[TokenTree], bool)> {
    let dots = |pair: &[TokenTree]| {
        let [TokenTree::Punct(first), TokenTree::Punct(second)] = pair else { return false };
        first.as_char() == '.' && second.as_char() == '.' && first.spacing() == Spacing::Joint
    };
    let at = tokens.windows(2).position(dots)?;
    let (start, end) = (&tokens[..at], &tokens[at + 2..]);
    match end {
        [equals, end @ ..] if is_punct(equals, '=') => Some((start, end, true)),
        end => Some((start, end, false)),
    }
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
