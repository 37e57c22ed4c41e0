//! Patterns: of `let`, `for` and `match`.

use proc_macro2::{Delimiter, TokenTree};

use super::{Evaluated, Evaluator, UNKNOWN, is_punct, is_word, pieces, range};
use crate::value::known::Value;
use crate::value::number::Number;
use crate::value::scope::Binding;

impl Evaluator<'_> {
    /// Whether a value is what a pattern describes. The names in it stand for parts of the value then.
    pub(super) fn matches(&mut self, pattern: &[TokenTree], value: &Value) -> Evaluated<bool> {
        let locals = self.locals.len();
        for one in pattern.split(|token| is_punct(token, '|')) {
            if !one.is_empty() && self.matches_one(one, value)? {
                return Ok(true);
            }
            self.locals.truncate(locals);
        }
        Ok(false)
    }

    fn matches_one(&mut self, pattern: &[TokenTree], value: &Value) -> Evaluated<bool> {
        match pattern {
            [TokenTree::Ident(word)] if word == "_" => Ok(true),
            [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mut" => {
                self.locals.push((name.to_string(), value.clone()));
                Ok(true)
            }
            [TokenTree::Ident(name), at, pattern @ ..] if is_punct(at, '@') => {
                self.locals.push((name.to_string(), value.clone()));
                self.matches(pattern, value)
            }
            [TokenTree::Ident(name)]
                if !is_word(&pattern[0], "true") && !is_word(&pattern[0], "false") =>
            {
                let name = name.to_string();
                // A constant of the declaration is compared with.
                match self.scope.items().constant(&name).map(Binding::value) {
                    Some(Some(constant)) => Ok(constant == *value),
                    Some(None) => Err(UNKNOWN),
                    None if name.starts_with(char::is_uppercase) => Err(UNKNOWN),
                    None => {
                        self.locals.push((name, value.clone()));
                        Ok(true)
                    }
                }
            }
            [TokenTree::Group(group)] if group.delimiter() != Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let patterns: Vec<&[TokenTree]> = pieces(&inner).collect();
                match (value, &patterns[..]) {
                    (value, [one])
                        if group.delimiter() != Delimiter::Bracket && one.len() == inner.len() =>
                    {
                        self.matches(one, value)
                    }
                    (Value::List(list), patterns) if list.len() == patterns.len() => {
                        for (pattern, value) in patterns.iter().zip(list.iter()) {
                            if !self.matches(pattern, value)? {
                                return Ok(false);
                            }
                        }
                        Ok(true)
                    }
                    _ => Err(UNKNOWN),
                }
            }
            pattern => self.in_range(pattern, value),
        }
    }

    /// `3`, `1..4`, `..=4` or `5..`
    fn in_range(&mut self, pattern: &[TokenTree], value: &Value) -> Evaluated<bool> {
        let Some((start, end, inclusive)) = range(pattern) else {
            return Ok(self.all(pattern)? == *value);
        };
        let mut bound = |tokens: &[TokenTree]| match tokens {
            [] => Ok(None),
            tokens => self.number(tokens).map(Some),
        };
        let (start, end) = (bound(start)?, bound(end)?);
        let Value::Number(value) = *value else { return Err(UNKNOWN) };
        let order = |bound: Number| value.order(bound).ok_or(UNKNOWN);
        let above = match start {
            Some(start) => order(start)?.is_ge(),
            None => true,
        };
        let below = match end {
            Some(end) if inclusive => order(end)?.is_le(),
            Some(end) => order(end)?.is_lt(),
            None => true,
        };
        Ok(above && below)
    }
}
