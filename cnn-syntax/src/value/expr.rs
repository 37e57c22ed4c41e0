//! Expressions as they were written. What is not a literal or arithmetic on literals is Rust's
//! business, and goes to rustc as it is.

use std::cell::OnceCell;
use std::rc::Rc;

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser as _};
use syn::{Lit, Token, token};

use crate::report::place::{NodeId, SpanRange};
use crate::value::text;

/// syn is not asked about expressions with more tokens than this: nobody writes them by hand.
const LONGEST: usize = 100;

/// A Rust expression. Never empty.
#[derive(Clone)]
pub struct Expr(Rc<Inner>);

struct Inner {
    tokens: Vec<TokenTree>,
    span: SpanRange,
    /// syn's syntax tree of the tokens, once it has been needed.
    reading: OnceCell<Reading>,
}

/// syn's syntax tree of an expression.
enum Reading {
    /// Nothing but a literal. Most are numbers.
    Literal(Lit),
    Expression,
    /// The path of a network.
    Path,
    /// syn without its `full` feature reads the usual expressions; the others are left to rustc.
    Beyond,
    Wrong(syn::Error),
}

impl Expr {
    /// `None` if there are no tokens.
    pub fn new(tokens: Vec<TokenTree>) -> Option<Expr> {
        let span = SpanRange::of(&tokens)?;
        Some(Expr(Rc::new(Inner { tokens, span, reading: OnceCell::new() })))
    }

    pub fn span(&self) -> SpanRange {
        self.0.span
    }

    /// Which expression of the source it is.
    pub fn id(&self) -> NodeId {
        NodeId::of(&*self.0)
    }

    pub fn tokens(&self) -> &[TokenTree] {
        &self.0.tokens
    }

    /// Whether it can be an expression at all, or the path of a network. Where syn cannot tell,
    /// rustc will.
    pub fn validate(&self) -> syn::Result<()> {
        if let Some((start, end)) = self.as_range() {
            return start.validate().and_then(|()| end.validate());
        }
        match self.reading() {
            Reading::Wrong(error) => Err(error.clone()),
            _ => Ok(()),
        }
    }

    /// Whether it is a path such as `m::Backbone<10>`, and no expression.
    pub fn is_path(&self) -> bool {
        matches!(self.reading(), Reading::Path)
    }

    /// Whether rustc could fail to read it.
    pub fn is_opaque(&self) -> bool {
        !matches!(self.reading(), Reading::Literal(_) | Reading::Expression)
    }

    fn reading(&self) -> &Reading {
        self.0.reading.get_or_init(|| read(&self.0.tokens))
    }

    /// The expression as text, spaced as rustfmt would.
    pub fn text(&self) -> String {
        text::of(self.tokens())
    }

    /// The name, if the expression is nothing else.
    pub fn as_ident(&self) -> Option<&Ident> {
        match self.tokens() {
            [TokenTree::Ident(ident)] => Some(ident),
            _ => None,
        }
    }

    /// Whether any name in it, at whatever depth, fulfils a condition.
    pub fn any_name(&self, condition: &impl Fn(&str) -> bool) -> bool {
        // Most expressions are literals.
        self.as_literal().is_none() && any_ident(self.tokens(), condition)
    }

    /// Whether it is `true` or `false`.
    pub fn is_flag(&self) -> bool {
        self.as_ident().is_some_and(|name| name == "true" || name == "false")
    }

    /// The literal, if the expression is nothing else.
    pub fn as_literal(&self) -> Option<&Lit> {
        // Nothing else need be read for that.
        let [TokenTree::Literal(_)] = self.tokens() else { return None };
        match self.reading() {
            Reading::Literal(literal) => Some(literal),
            _ => None,
        }
    }

    /// The string, if the expression is nothing else.
    pub fn as_string(&self) -> Option<String> {
        match self.as_literal() {
            Some(Lit::Str(string)) => Some(string.value()),
            _ => None,
        }
    }

    /// Whether it is a literal such as `1.5`.
    pub fn is_float(&self) -> bool {
        matches!(self.as_literal(), Some(Lit::Float(_)))
    }

    /// The two sides, if the expression is a range `a..b`.
    pub fn as_range(&self) -> Option<(Expr, Expr)> {
        let dots = |pair: &[TokenTree]| {
            let [TokenTree::Punct(first), TokenTree::Punct(second)] = pair else { return false };
            first.as_char() == '.' && second.as_char() == '.' && first.spacing() == Spacing::Joint
        };
        let tokens = self.tokens();
        let at = tokens.windows(2).position(dots)?;
        let start = Expr::new(tokens[..at].to_vec())?;
        let end = Expr::new(tokens[at + 2..].to_vec())?;
        Some((start, end))
    }
}

impl ToTokens for Expr {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens().iter().cloned());
    }
}

fn read(tokens: &[TokenTree]) -> Reading {
    let is_block = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    match tokens {
        [TokenTree::Literal(literal)] => return Reading::Literal(Lit::new(literal.clone())),
        tokens if tokens.len() > LONGEST || tokens.iter().any(is_block) => return Reading::Beyond,
        _ => {}
    }
    let stream = || tokens.iter().cloned().collect::<TokenStream>();
    match syn::parse2::<syn::Expr>(stream()) {
        Ok(_) => Reading::Expression,
        Err(_) if !syn_is_full() && stop(tokens) == Some(Stop::Beyond) => Reading::Beyond,
        Err(_) if syn::parse2::<syn::Path>(stream()).is_ok() => Reading::Path,
        Err(error) => Reading::Wrong(error),
    }
}

/// Whether syn reads all expressions. This crate does not ask for its `full` feature, but another one in
/// the same build may.
fn syn_is_full() -> bool {
    syn::parse_str::<syn::Expr>("[]").is_ok()
}

/// Why syn stops reading.
#[derive(PartialEq)]
enum Stop {
    /// In the place of an operand, there is something that only its `full` feature accepts, such as an array or a
    /// closure.
    Beyond,
    Wrong,
}

/// Why syn stops within expressions with commas between them; `None` if it reads them all.
fn stop(tokens: &[TokenTree]) -> Option<Stop> {
    let mut stop = None;
    let read = |input: ParseStream<'_>| {
        while !input.is_empty() {
            let begin = input.cursor();
            if input.parse::<syn::Expr>().is_err() {
                stop = Some(stop_at(begin, input));
                break;
            }
            if !input.is_empty() && input.parse::<Token![,]>().is_err() {
                stop = Some(Stop::Wrong);
                break;
            }
        }
        Ok(())
    };
    // What syn says of the tokens that are left is of no interest here.
    let _ = read.parse2(tokens.iter().cloned().collect());
    stop
}

/// Why syn could not read the expression that begins at `begin` further than `input` is now.
fn stop_at(begin: Cursor<'_>, input: ParseStream<'_>) -> Stop {
    let (mut cursor, mut last, mut after_operand) = (begin, None, false);
    // How many lists of generics are open.
    let mut generics = 0_usize;
    while cursor != input.cursor()
        && let Some((token, next)) = cursor.token_tree()
    {
        after_operand = matches!(&last, Some(token) if !matches!(token, TokenTree::Punct(_)));
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' && !after_operand => generics += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                generics = generics.saturating_sub(1);
            }
            _ => {}
        }
        (last, cursor) = (Some(token), next);
    }
    let is_operator = match last {
        // Before it reads a group, syn goes past it.
        Some(TokenTree::Group(group)) => {
            let within = stop(&group.stream().into_iter().collect::<Vec<_>>());
            return within.unwrap_or(Stop::Wrong);
        }
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            '.' | ':' => false,
            // After a name, it calls a macro.
            '!' => !after_operand,
            _ => true,
        },
        Some(_) => false,
        None => true,
    };
    if is_operator && generics == 0 && !input.is_empty() && !begins_operand(input) {
        Stop::Beyond
    } else {
        Stop::Wrong
    }
}

/// Whether an operand begins that syn knows without its `full` feature.
fn begins_operand(input: ParseStream<'_>) -> bool {
    input.peek(token::Group)
        || input.peek(Lit)
        || input.peek(token::Paren)
        || input.peek(syn::Ident)
        || input.peek(Token![::])
        || input.peek(Token![<])
        || input.peek(Token![self])
        || input.peek(Token![Self])
        || input.peek(Token![super])
        || input.peek(Token![crate])
}

fn any_ident(tokens: &[TokenTree], condition: &impl Fn(&str) -> bool) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Ident(ident) => condition(&ident.to_string()),
        TokenTree::Group(group) => {
            any_ident(&group.stream().into_iter().collect::<Vec<_>>(), condition)
        }
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Expr, syn_is_full};

    fn expr(text: &str) -> Expr {
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        Expr::new(tokens.into_iter().collect()).unwrap()
    }

    #[test]
    fn what_syn_reads_is_clear() {
        for text in ["1", "2 * N", "f(3, a.b[4])", "-x as usize", "sizes::<3>(x)", "max!(a, b)"] {
            assert!(!expr(text).is_opaque(), "{text}");
            assert!(expr(text).validate().is_ok(), "{text}");
        }
    }

    #[test]
    fn what_only_rustc_reads_is_left_to_it() {
        for text in
            ["[1, 2]", "f([1])", "1 + [2][0]", "|x| x", "f(1, |x| x)", "if a { 1 } else { 2 }"]
        {
            assert!(expr(text).is_opaque() || syn_is_full(), "{text}");
            assert!(expr(text).validate().is_ok(), "{text}");
        }
    }

    #[test]
    fn what_nobody_reads_is_wrong() {
        for text in
            ["1 +", "a b", "f(1 2)", "f(1 2) / 3", "A = = 3", "a b([1])", "f::<A, , B>(1)", "a.|"]
        {
            assert!(expr(text).validate().is_err(), "{text}");
        }
        assert!(expr("m::Backbone<10>").is_path());
    }
}
