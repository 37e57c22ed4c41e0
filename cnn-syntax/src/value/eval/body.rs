//! Statements: the body of a function.

use proc_macro2::{Delimiter, TokenTree};

use super::{Evaluated, Evaluator, Rest, Stop, UNKNOWN, number, operator};
use crate::value::known::Value;
use crate::value::number::Operator;
use crate::value::token::{is_braces, is_punct, is_word};

impl Evaluator<'_> {
    /// Statements, and the value after them.
    pub(super) fn block(&mut self, tokens: &[TokenTree]) -> Evaluated<Value> {
        let locals = self.locals.len();
        let value = self.statements(tokens);
        self.locals.truncate(locals);
        value
    }

    fn statements(&mut self, tokens: &[TokenTree]) -> Evaluated<Value> {
        let mut rest = tokens;
        loop {
            while let [first, after @ ..] = rest
                && is_punct(first, ';')
            {
                rest = after;
            }
            let Some(first) = rest.first() else { return Ok(Value::unit()) };
            let word = match first {
                TokenTree::Ident(ident) => ident.to_string(),
                _ => String::new(),
            };
            let closed = match word.as_str() {
                "let" => {
                    let (statement, after) = up_to_semicolon(rest)?;
                    self.binding(&statement[1..])?;
                    rest = after;
                    continue;
                }
                "for" => Some(self.iteration(&mut rest)?),
                "while" => Some(self.repetition(&mut rest)?),
                "loop" => Some(self.endless(&mut rest)?),
                "if" => {
                    rest = &rest[1..];
                    Some(self.condition(&mut rest, false)?)
                }
                "match" => {
                    rest = &rest[1..];
                    Some(self.choice(&mut rest)?)
                }
                _ if is_braces(first) => {
                    rest = &rest[1..];
                    Some(self.braces(Some(first))?)
                }
                _ => None,
            };
            if let Some(value) = closed {
                if rest.is_empty() {
                    return Ok(value);
                }
                continue;
            }
            match rest.iter().position(|token| is_punct(token, ';')) {
                Some(end) => {
                    self.take(1)?;
                    if !self.assignment(&rest[..end])? {
                        self.all(&rest[..end])?;
                    }
                    rest = &rest[end + 1..];
                }
                // An assignment needs no `;` before the end.
                None if self.assignment(rest)? => return Ok(Value::unit()),
                None => return self.all(rest),
            }
        }
    }

    /// `a`, `mut a: usize` or `(a, b)`, with `= value`: what follows `let`.
    fn binding(&mut self, tokens: &[TokenTree]) -> Evaluated<()> {
        let start = tokens.iter().position(|token| is_punct(token, '=')).ok_or(UNKNOWN)?;
        let value = self.all(&tokens[start + 1..])?;
        let colon = tokens[..start].iter().position(|token| is_punct(token, ':'));
        if self.matches(&tokens[..colon.unwrap_or(start)], &value)? { Ok(()) } else { Err(UNKNOWN) }
    }

    /// `a = 3`, `a += 3` or `a[2] = 3`. Whether it is one.
    fn assignment(&mut self, tokens: &[TokenTree]) -> Evaluated<bool> {
        let [TokenTree::Ident(name), rest @ ..] = tokens else { return Ok(false) };
        let is_index = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        let indices = rest.iter().take_while(|token| is_index(token)).count();
        let (indices, rest) = rest.split_at(indices);
        let Some((operator, length)) = assigned(rest) else { return Ok(false) };
        let value = self.all(&rest[length..])?;
        let name = name.to_string();
        let position = self.locals.iter().rposition(|(local, _)| *local == name).ok_or(UNKNOWN)?;
        let mut path = Vec::new();
        for index in indices {
            let TokenTree::Group(index) = index else { return Err(UNKNOWN) };
            path.push(self.count(&index.stream().into_iter().collect::<Vec<_>>())?);
        }
        let integers = self.integers;
        // An array is copied for each value that is assigned in it.
        let length = self.locals[position].1.size();
        self.take(1 + length)?;
        let place = self.locals[position].1.at(&path)?;
        *place = match operator {
            None => value,
            Some(operator) => {
                let left = number(place)?;
                Value::Number(left.apply(operator, number(&value)?, integers)?)
            }
        };
        Ok(true)
    }

    /// `for i in 0..4 { … }`
    fn iteration(&mut self, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let at = rest.iter().position(is_braces).ok_or(UNKNOWN)?;
        let within = rest[..at].iter().position(|token| is_word(token, "in")).ok_or(UNKNOWN)?;
        let (pattern, values) = (&rest[1..within], &rest[within + 1..at]);
        let body = body(&rest[at])?;
        *rest = &rest[at + 1..];
        let locals = self.locals.len();
        let Value::List(list) = self.all(values)? else { return Err(UNKNOWN) };
        for value in list.iter() {
            self.take(1)?;
            if !self.matches(pattern, value)? {
                return Err(UNKNOWN);
            }
            let goes_on = self.turn(&body);
            self.locals.truncate(locals);
            if !goes_on? {
                break;
            }
        }
        Ok(Value::unit())
    }

    /// `while a < 3 { … }`
    fn repetition(&mut self, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let at = rest.iter().position(is_braces).ok_or(UNKNOWN)?;
        let (condition, body) = (&rest[1..at], body(&rest[at])?);
        *rest = &rest[at + 1..];
        loop {
            self.take(1)?;
            if !self.flag(condition)? || !self.turn(&body)? {
                return Ok(Value::unit());
            }
        }
    }

    /// `loop { … }`
    fn endless(&mut self, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let [_, group, after @ ..] = *rest else { return Err(UNKNOWN) };
        let body = body(group)?;
        *rest = after;
        loop {
            self.take(1)?;
            if !self.turn(&body)? {
                return Ok(Value::unit());
            }
        }
    }

    /// One turn of a loop. Whether there is to be another one.
    fn turn(&mut self, body: &[TokenTree]) -> Evaluated<bool> {
        match self.block(body) {
            Ok(_) | Err(Stop::Continue) => Ok(true),
            Err(Stop::Break) => Ok(false),
            Err(stop) => Err(stop),
        }
    }

    /// What follows `match`: a value, and the arms in braces. Only the arm that is taken is evaluated.
    pub(super) fn choice(&mut self, rest: &mut Rest<'_>) -> Evaluated<Value> {
        let at = rest.iter().position(is_braces).ok_or(UNKNOWN)?;
        let value = self.all(&rest[..at])?;
        let arms = body(&rest[at])?;
        *rest = &rest[at + 1..];
        let mut arms = &arms[..];
        loop {
            let arrow = arms.windows(2).position(is_arrow).ok_or(UNKNOWN)?;
            let (pattern, after) = (&arms[..arrow], &arms[arrow + 2..]);
            let guard = pattern.iter().position(|token| is_word(token, "if"));
            let locals = self.locals.len();
            let mut taken = self.matches(&pattern[..guard.unwrap_or(pattern.len())], &value)?;
            if let Some(guard) = guard
                && taken
            {
                taken = self.flag(&pattern[guard + 1..])?;
            }
            let (arm, others) = arm(after);
            if taken {
                let value = self.all(arm);
                self.locals.truncate(locals);
                return value;
            }
            self.locals.truncate(locals);
            arms = others;
        }
    }
}

/// The first arm of some, without the comma behind it, and the others.
fn arm(tokens: &[TokenTree]) -> (&[TokenTree], &[TokenTree]) {
    if let [first, after @ ..] = tokens
        && is_braces(first)
    {
        let comma = usize::from(after.first().is_some_and(|token| is_punct(token, ',')));
        return (&tokens[..1], &after[comma..]);
    }
    match tokens.iter().position(|token| is_punct(token, ',')) {
        Some(end) => (&tokens[..end], &tokens[end + 1..]),
        None => (tokens, &[]),
    }
}

/// `=>`
fn is_arrow(pair: &[TokenTree]) -> bool {
    is_punct(&pair[0], '=') && is_punct(&pair[1], '>')
}

/// The tokens between two braces.
fn body(group: &TokenTree) -> Evaluated<Vec<TokenTree>> {
    match group {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            Ok(group.stream().into_iter().collect())
        }
        _ => Err(UNKNOWN),
    }
}

/// A statement, and what follows its `;`.
fn up_to_semicolon(rest: Rest<'_>) -> Evaluated<(Rest<'_>, Rest<'_>)> {
    let end = rest.iter().position(|token| is_punct(token, ';')).ok_or(UNKNOWN)?;
    Ok((&rest[..end], &rest[end + 1..]))
}

/// The operator of `=` or `+=`, if some tokens begin with one, and how many tokens that is.
fn assigned(tokens: &[TokenTree]) -> Option<(Option<Operator>, usize)> {
    let is = |index: usize, char| tokens.get(index).is_some_and(|token| is_punct(token, char));
    if is(0, '=') {
        return (!is(1, '=')).then_some((None, 1));
    }
    let (operator, length) = operator(tokens)?;
    let assigns = operator.is_arithmetic() && is(length, '=') && !is(length + 1, '=');
    assigns.then_some((Some(operator), length + 1))
}
