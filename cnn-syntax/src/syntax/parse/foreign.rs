//! Statements as other languages have them, and what to write instead.

use cnn_core::Kind;
use cnn_core::foreign_names::{self, Meaning};
use proc_macro2::{Delimiter, Group, Ident, Literal, Spacing, TokenTree};
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{Lit, Token, token};

use crate::report::place::{SpanRange, line};
use crate::report::wording::{counted, labels_in_braces};
use crate::syntax::ast::{Call, StatementKind};
use crate::syntax::label::{Label, Reference};
use crate::syntax::parse::{Parser, Read, begins_with};
use crate::value::text;
use crate::value::token::is_punct;

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
            let message =
                format!("the arguments of a layer are written in parentheses, `{name}(…)`");
            Some(self.fail(name.span(), message))
        } else if input.peek(Token![*]) {
            let message = format!("a repeat is written as an array, `[{name}; count]`");
            Some(self.fail(input.span(), message))
        } else if input.peek(Token![:]) {
            Some(self.fail(input.span(), "a layer can only have one label"))
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
            let message = format!("a label with a dot must be a string\nhelp: write `\"{path}\"`");
            return self.fail(span, message);
        }
        let word = last.to_string();
        let Some(kind) = meant(&word) else {
            let message = format!(
                "`{path}` is not a layer; layers are listed in order and not called on values"
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

    /// `nn::Linear(3, 20)`
    pub(super) fn layer_with_path(
        &mut self,
        path: &[TokenTree],
        last: &Ident,
        input: ParseStream<'_>,
    ) -> Read<StatementKind> {
        let (text, word) = (text::path(path), last.to_string());
        let span = SpanRange::of(path).unwrap_or(last.span().into());
        let Some(kind) = meant(&word) else {
            self.group(input, Delimiter::Parenthesis);
            let message = format!(
                "`{text}` is called like a layer, but layers have no path; a block is imported with `use`"
            );
            return self.fail(span, message);
        };
        let message = format!("`{text}` is called `{kind}` here\nhelp: write `{kind}`");
        self.errors.push(span, message);
        self.called(Ident::new(kind.keyword(), last.span()), input)
    }

    /// `conv!(3, 8, 3)`
    fn macro_call(&mut self, name: &Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let bang = self.syn(input.parse::<Token![!]>())?;
        let message = format!("layers are not macros\nhelp: write `{name}`");
        self.errors.push(SpanRange::from(name.span()).to(bang.span), message);
        self.called(name.clone(), input)
    }

    /// Reads the rest of a call whose name an error has been reported about. Its arguments are
    /// written as in another language.
    fn called(&mut self, name: Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let span = name.span().into();
        let group = self.group(input, Delimiter::Parenthesis);
        // In `F.relu(x)`, the value that the layer is called on is not an argument here.
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
        if let Some(name) = unmarked_label(input.cursor()) {
            let message = format!("a label is followed by `:`\nhelp: write `{name}:`");
            self.errors.push(name.span(), message);
            self.skip_one(input);
            return Ok(Some(Label { unmarked: true, ..Label::ident(&name) }));
        }
        let begins_path = input.peek(syn::Ident) || begins_with(input, "self");
        let is_value =
            |path: &[Ident]| matches!(path, [name] if self.bound.contains(&name.to_string()));
        let assigned = assigned(input.cursor()).filter(|path| begins_path && !is_value(path));
        if let Some(path) = assigned {
            return self.assigned_label(&path, input).map(Some);
        }
        let Some((literal, _)) = input.cursor().literal() else { return Ok(None) };
        self.syn(input.parse::<Literal>())?;
        self.last = literal.span();
        let text = literal.to_string();
        if input.parse::<Token![:]>().is_err() {
            let message = format!("a label is followed by `:`\nhelp: write `{text}:`");
            self.errors.push(literal.span(), message);
        } else {
            let message = format!("a label must be a name or a string\nhelp: write `\"{text}\"`");
            self.errors.push(literal.span(), message);
        }
        Ok(Some(Label::literal(&literal)))
    }

    /// `conv1 = conv(3, 8, 3)` or `self.conv1 = conv(3, 8, 3)`, of which the part before the `=` is a label.
    fn assigned_label(&mut self, path: &[Ident], input: ParseStream<'_>) -> Read<Label> {
        let end = |input: ParseStream<'_>| input.peek(Token![=]);
        let tokens = self.until(input, end);
        let equals = input.span();
        self.skip_one(input);
        if let [name] = path
            && begins_value(input)
        {
            let message = format!(
                "there is no value `{name}` to assign to; declare it with `let mut {name} = …;`"
            );
            return self.fail(name.span(), message);
        }
        let title = "a label is separated from its layer by `:`";
        let label = match path {
            [this, label @ ..] if this == "self" && !label.is_empty() => label,
            label => label,
        };
        let text = label.iter().map(Ident::to_string).collect::<Vec<_>>().join(".");
        let span = SpanRange::of(&tokens).unwrap_or(equals.into());
        let (label, written) = match label {
            [name] => (Label::ident(name), text),
            _ => {
                let written = format!("{text:?}");
                let mut literal = Literal::string(&text);
                literal.set_span(span.start());
                (Label::literal(&literal), written)
            }
        };
        if begins_with(input, "self") {
            // Of `x = self.conv1(x)` enough is said where the layer is called.
        } else if path.len() == 1 {
            self.errors.push(equals, format!("{title}\nhelp: write `:`"));
        } else {
            self.errors.push(span.to(equals), format!("{title}\nhelp: write `{written}:`"));
        }
        Ok(label)
    }

    /// `concat { skip, _ }`, where labels are in the braces of branches. Returns whether it was that.
    pub(super) fn labels_in_braces(&mut self, input: ParseStream<'_>) -> bool {
        let Some((content, span, _)) = input.cursor().group(Delimiter::Brace) else { return false };
        let tokens: Vec<TokenTree> = content.token_stream().into_iter().collect();
        let pieces = tokens.split(|token| is_punct(token, ',')).filter(|piece| !piece.is_empty());
        let is_label = |reference: &Reference| {
            let first = reference.first.as_ref().map(Ident::to_string);
            first.is_none_or(|word| Kind::from_keyword(&word).is_none())
        };
        let labels: Option<Vec<Reference>> =
            pieces.map(|piece| Reference::read(piece).filter(is_label)).collect();
        if labels.is_none_or(|labels| labels.len() < 2) {
            return false;
        }
        self.errors.push(span.join(), labels_in_braces(&text::of(&tokens)));
        self.skip_one(input);
        self.last = span.close();
        true
    }

    /// Reports commas in place of `;`.
    pub(super) fn report_commas(&mut self) {
        let title = "layers are separated by `;`, not `,`";
        match self.commas[..] {
            [] => {}
            [comma] => self.errors.push(comma, format!("{title}\nhelp: write `;`")),
            [first, ref others @ ..] => {
                let others = counted(others.len(), "more place");
                self.errors.push(first, format!("{title}, here and in {others}"));
            }
        }
    }
}

/// The label of `stem conv(3, 8, 3)`, in one line: a `:` is missing.
fn unmarked_label(cursor: Cursor<'_>) -> Option<Ident> {
    let (label, next) = cursor.ident()?;
    let (layer, after) = next.ident()?;
    let (name, word) = (label.to_string(), layer.to_string());
    let could_be_label = !["if", "for", "let", "from", "again"].contains(&name.as_str())
        && !name.starts_with(char::is_uppercase)
        && misplaced(&name, false).is_none()
        && line(label.span()) == line(layer.span());
    if !could_be_label {
        return None;
    }
    // Names from elsewhere are many, so they are looked at last.
    let known = |word: &str| meant(word).is_some();
    let is_called = after.group(Delimiter::Parenthesis).is_some() && word != "until";
    ((is_called || known(&word)) && !known(&name)).then_some(label)
}

/// The names of `self.conv1 = `, or of `conv1 = `.
fn assigned(mut cursor: Cursor<'_>) -> Option<Vec<Ident>> {
    let mut path = Vec::new();
    loop {
        let (name, next) = cursor.ident()?;
        path.push(name);
        match next.punct()? {
            (dot, next) if dot.as_char() == '.' => cursor = next,
            (equals, _) if equals.as_char() == '=' && equals.spacing() == Spacing::Alone => {
                return Some(path);
            }
            _ => return None,
        }
    }
}

/// The layer that is called so, here or elsewhere.
fn meant(word: &str) -> Option<Kind> {
    match foreign_names::layer(word)? {
        Meaning::Layer(kind) | Meaning::Call(kind, _) => Some(kind),
        Meaning::Form(_) | Meaning::Nothing(_) => None,
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

/// The message for a word that cannot begin a statement, or not with what follows it.
fn misplaced(word: &str, braces: bool) -> Option<String> {
    Some(match word {
        "residual" => {
            "`residual` adds its input to the output of its layers: `residual { … }`".to_owned()
        }
        "shortcut" => {
            "a `shortcut` must follow a `residual`: `residual { … } shortcut { … }`".to_owned()
        }
        "match" | "while" | "loop" | "fn" | "struct" | "block" | "return" | "impl" => {
            format!("`{word}` is not allowed here")
        }
        "else" => "an `else` must follow an `if`: `if … { … } else { … }`".to_owned(),
        _ if braces => {
            format!(
                "`{word}` is not a group; groups are `seq`, `residual`, `add`, `mul` and `concat`"
            )
        }
        _ => return None,
    })
}
