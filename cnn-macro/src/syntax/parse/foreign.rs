//! Statements as other languages have them, and what to write instead.

use cnn_core::Kind;
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenTree};
use syn::parse::ParseStream;
use syn::{Lit, Token, token};

use crate::report::place::SpanRange;
use crate::syntax::ast::{Call, StatementKind};
use crate::syntax::label::Label;
use crate::syntax::parse::{Parser, Read};

impl Parser<'_> {
    /// Reads what no layer begins with, or what nothing of this language follows. `None` if nothing is
    /// wrong so far.
    pub(super) fn foreign(
        &mut self,
        name: &Ident,
        input: ParseStream<'_>,
    ) -> Option<Read<StatementKind>> {
        let braces = input.peek(token::Brace);
        if let Some(message) = misplaced(&name.to_string(), braces) {
            return Some(self.fail(name.span(), message));
        }
        if input.peek(Token![.]) {
            Some(self.method(name, input))
        } else if input.peek(Token![!]) && !input.peek(Token![!=]) {
            Some(self.macro_call(name, input))
        } else if input.peek(Lit) {
            let message = format!("the arguments of a layer stand in parentheses, `{name}(…)`");
            Some(self.fail(name.span(), message))
        } else if input.peek(Token![*]) {
            let message = format!("a repeat is written as an array, `[{name}; count]`");
            Some(self.fail(input.span(), message))
        } else if input.peek(Token![:]) {
            Some(self.fail(input.span(), "a layer has one label"))
        } else {
            None
        }
    }

    /// `nn.Conv2d(3, 8, 3)`, `x.relu()` or `self.conv1(x)`
    fn method(&mut self, first: &Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let (mut path, mut last) = (first.to_string(), first.clone());
        while input.parse::<Token![.]>().is_ok() {
            last = self.syn(input.parse::<Ident>())?;
            path.push('.');
            path.push_str(&last.to_string());
        }
        let span = SpanRange::from(first.span()).to(last.span());
        self.last = last.span();
        if input.peek(Token![:]) {
            let message = format!("a label with a dot is a string\nhelp: write `\"{path}\"`");
            return self.fail(span, message);
        }
        let word = last.to_string();
        let Some(kind) = Kind::from_keyword(&word).or_else(|| Kind::from_alias(&word)) else {
            let message = format!(
                "`{path}` is no layer; layers follow each other, and none is \
                                   called on a value"
            );
            return self.fail(span, message);
        };
        let message = format!("`{path}` is called `{kind}` here\nhelp: write `{kind}`");
        let value = input.cursor().group(Delimiter::Parenthesis);
        let span = match value {
            // Of `F.relu(x)`, the value is not written here either.
            Some((_, parens, _)) if kind.signature().params.is_empty() => span.to(parens.close()),
            _ => span,
        };
        self.errors.push(span, message);
        self.called(Ident::new(kind.keyword(), last.span()), input)
    }

    /// `conv!(3, 8, 3)`
    fn macro_call(&mut self, name: &Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let bang = self.syn(input.parse::<Token![!]>())?;
        let message = format!("layers are no macros\nhelp: write `{name}`");
        self.errors.push(SpanRange::from(name.span()).to(bang.span), message);
        self.called(name.clone(), input)
    }

    /// Reads the rest of a call whose name an error has been reported about. Its arguments are
    /// written as in another language.
    fn called(&mut self, name: Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let span = name.span().into();
        let group = self.group(input, Delimiter::Parenthesis);
        // In `F.relu(x)`, the value that the layer is called on is no argument here.
        let tokens: Vec<TokenTree> = group.iter().flat_map(Group::stream).collect();
        let args = match &tokens[..] {
            [] | [TokenTree::Ident(_)] => {
                return Ok(StatementKind::Call(Call::new(name, span)));
            }
            tokens => self.args(tokens),
        };
        Ok(StatementKind::Call(Call { parens: true, args, ..Call::new(name, span) }))
    }

    /// A label that something else than `:` follows, or that cannot be one.
    pub(super) fn foreign_label(&mut self, input: ParseStream<'_>) -> Read<Option<Label>> {
        // `conv1 = conv(3, 8, 3)`
        let is_name = input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = input.cursor().ident().map(|(name, _)| name.to_string());
        if is_name && !name.is_some_and(|name| self.bound.contains(&name)) {
            let name = self.syn(input.parse::<Ident>())?;
            let equals = self.syn(input.parse::<Token![=]>())?;
            if begins_value(input) {
                let message = format!(
                    "there is no value `{name}` to assign to; `let mut {name} = …;` would be one"
                );
                return self.fail(name.span(), message);
            }
            self.errors
                .push(equals.span, "a name and its layer have a `:` between them\nhelp: write `:`");
            return Ok(Some(Label::ident(&name)));
        }
        let Some((literal, _)) = input.cursor().literal() else { return Ok(None) };
        self.syn(input.parse::<Literal>())?;
        self.last = literal.span();
        let text = literal.to_string();
        if input.parse::<Token![:]>().is_err() {
            let message = format!("a label is followed by `:`\nhelp: write `{text}:`");
            self.errors.push(literal.span(), message);
        } else {
            let message = format!("a label is a name or a string\nhelp: write `\"{text}\"`");
            self.errors.push(literal.span(), message);
        }
        Ok(Some(Label::literal(&literal)))
    }
}

/// Whether a number begins, or arithmetic, and no layer.
fn begins_value(input: ParseStream<'_>) -> bool {
    let operator = |input: ParseStream<'_>| {
        input.peek2(Token![+])
            || input.peek2(Token![-])
            || input.peek2(Token![*])
            || input.peek2(Token![/])
    };
    input.peek(Lit) || input.peek(token::Paren) || input.peek(syn::Ident) && operator(input)
}

/// What is wrong with a word that begins no statement, or not with what follows.
fn misplaced(word: &str, braces: bool) -> Option<String> {
    Some(match word {
        "residual" => {
            "`residual` adds what arrives to what its layers make of it: `residual { … }`"
                .to_owned()
        }
        "shortcut" => {
            "a `shortcut` stands after a residual: `residual { … } shortcut { … }`".to_owned()
        }
        "match" | "while" | "loop" | "fn" | "struct" | "block" | "return" | "impl" => {
            format!("`{word}` does not stand among layers")
        }
        "else" => "an `else` stands after an `if`: `if … { … } else { … }`".to_owned(),
        _ if braces => {
            format!("`{word}` is no group; groups are `seq`, `residual`, `add`, `mul` and `concat`")
        }
        _ => return None,
    })
}
