//! From tokens to statements.

use cnn_core::Kind;
use proc_macro2::{Delimiter, Ident, Literal, Punct, Span, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{Attribute, Lit, LitStr, Meta, Path, Token, token};

use crate::outline::Layers;
use crate::report::place::SpanRange;
use crate::syntax::ast::{
    Branches, Call, Joined, NetworkPath, Statement, StatementKind, WrittenValue,
};
use crate::syntax::attributes;
use crate::syntax::condition::Condition;
use crate::syntax::label::{Label, Reference};
use crate::syntax::parse::arguments::is_named;
use crate::syntax::parse::{Parser, Read, Unreadable, begins_named, begins_with, braces, brackets};
use crate::value::expr::Expr;
use crate::value::text;

impl Parser<'_> {
    /// `< … >` or `{ … }`
    pub(super) fn layers(&mut self, input: ParseStream<'_>) -> Read<Vec<Statement>> {
        if input.peek(token::Brace) {
            return self.braced_layers(input);
        }
        if !input.peek(Token![<]) {
            let message = "expected the layers: `< conv(3, 20, 5); relu; … >`";
            return self.fail(self.here(input), message);
        }
        let open = self.syn(input.parse::<Token![<]>())?;
        // Where the next item begins, this one has ended.
        let (layers, starts) =
            self.statements(input, |input| input.peek(Token![>]) || begins_named(input));
        match input.parse::<Token![>]>() {
            Ok(close) => {
                self.last = close.span;
                self.note_layers(open.span, close.span, starts);
            }
            Err(_) => self.errors.push(open.span, "this `<` is never closed"),
        }
        Ok(layers)
    }

    pub(super) fn braced_layers(&mut self, input: ParseStream<'_>) -> Read<Vec<Statement>> {
        if !input.peek(token::Brace) {
            return self.fail(self.here(input), "expected layers in braces, `{ … }`");
        }
        let (braces, content) = self.syn(braces(input))?;
        let (layers, starts) = self.statements(&content, |_| false);
        self.last = braces.span.close();
        self.note_layers(braces.span.open(), braces.span.close(), starts);
        Ok(layers)
    }

    /// Statements, and where each of them begins, if somebody wants to know.
    fn statements(
        &mut self,
        input: ParseStream<'_>,
        ends: impl Fn(ParseStream<'_>) -> bool,
    ) -> (Vec<Statement>, Vec<Span>) {
        let (mut statements, mut starts) = (Vec::new(), Vec::new());
        loop {
            while let Ok(semicolon) = input.parse::<Token![;]>() {
                self.last = semicolon.span;
            }
            if input.is_empty() || ends(input) {
                return (statements, starts);
            }
            if self.outline.is_some() {
                starts.push(input.span());
            }
            let Ok((statement, present)) = self.statement(input) else {
                statements.push(Statement::plain(StatementKind::Broken));
                self.skip_statement(input, &ends);
                continue;
            };
            let closed = statement.kind.is_closed();
            if present {
                statements.push(statement);
            }
            if !input.is_empty() && !ends(input) && (!closed || input.peek(Token![,])) {
                self.semicolon(input);
            }
        }
    }

    fn note_layers(&mut self, open: Span, close: Span, statements: Vec<Span>) {
        if let Some(outline) = &mut self.outline {
            outline.layers.push(Layers { open, close, statements });
        }
    }

    /// Skips to where the next statement can begin: after a `;`, or after braces.
    fn skip_statement(&mut self, input: ParseStream<'_>, ends: &impl Fn(ParseStream<'_>) -> bool) {
        let end = |input: ParseStream<'_>| {
            input.peek(Token![;]) || input.peek(token::Brace) || ends(input)
        };
        self.skip(input, end);
        if input.peek(token::Brace) {
            self.group(input, Delimiter::Brace);
        }
    }

    /// The `;` between two statements.
    fn semicolon(&mut self, input: ParseStream<'_>) {
        if let Ok(semicolon) = input.parse::<Token![;]>() {
            self.last = semicolon.span;
        } else if let Ok(comma) = input.parse::<Token![,]>() {
            self.last = comma.span;
            self.commas.push(comma.span);
        } else if let Some((text, span)) = separator(input) {
            let message = format!("layers are separated by `;`, not `{text}`\nhelp: write `;`");
            self.errors.push(span, message);
        } else if input.peek(Ident::peek_any) || input.peek(token::Bracket) {
            self.errors.push(input.span(), "missing `;` before this layer");
        } else {
            self.errors.push(input.span(), "expected `;`");
            self.skip(input, |input| input.peek(Token![;]) || input.peek(Token![>]));
        }
    }

    /// A statement, and whether it is there: `#[cfg(false)]` says that it is not.
    fn statement(&mut self, input: ParseStream<'_>) -> Read<(Statement, bool)> {
        let (mut frozen, mut allowed, mut present) = (false, Vec::new(), true);
        let mut docs = Vec::new();
        for attr in self.syn(input.call(Attribute::parse_outer))? {
            if matches!(&attr.meta, Meta::Path(path) if path.is_ident("frozen")) {
                frozen = true;
            } else if attr.path().is_ident("allow") {
                let others = attributes::allowed(&attr, &mut allowed);
                if let Some(other) = others.first() {
                    self.errors.push(other.span(), attributes::unknown_lint(other));
                }
            } else if attr.path().is_ident("cfg") {
                match Condition::of(&attr) {
                    Condition::Decided(value) => present &= value,
                    Condition::Open(condition) => {
                        self.condition.get_or_insert(condition);
                    }
                    Condition::Malformed => {
                        let message = "`cfg` takes a condition: `#[cfg(feature = \"deep\")]`";
                        self.errors.push(attr.bracket_token.span.join(), message);
                    }
                }
            } else if attr.path().is_ident("doc") {
                docs.extend(attributes::doc(&attr));
            } else {
                let message = match attr.path().is_ident("frozen") {
                    true => "`frozen` takes no value\nhelp: write `[frozen]`",
                    false => {
                        "layers accept only the attributes `#[frozen]`, `#[allow(…)]` and `#[cfg(…)]`"
                    }
                };
                self.errors.push(attr.bracket_token.span.join(), message);
            }
        }
        let label = self.label(input)?;
        let kind = self.kind(input)?;
        if let (StatementKind::Again { keyword, .. }, true) = (&kind, frozen) {
            let message = "`again` has no weights of its own: put `#[frozen]` on the layers that it runs again";
            self.errors.push(keyword.span(), message);
        }
        let unlabelled = matches!(
            kind,
            StatementKind::If { .. }
                | StatementKind::For { .. }
                | StatementKind::Let { .. }
                | StatementKind::Assign { .. }
                | StatementKind::From(_)
        );
        if let Some(label) = label.as_ref().filter(|_| unlabelled) {
            self.errors.push(label.span, "only layers and groups can have labels");
        }
        Ok((Statement { docs: docs.join("\n"), frozen, allowed, label, kind }, present))
    }

    fn label(&mut self, input: ParseStream<'_>) -> Read<Option<Label>> {
        if !input.peek2(Token![:])
            || input.peek2(Token![::])
            || input.peek(Lit) && !input.peek(LitStr)
        {
            let layer = input.peek2(token::Paren) || input.peek2(token::Brace);
            return if layer { Ok(None) } else { self.foreign_label(input) };
        }
        let label = if input.peek(Token![_]) {
            let underscore = self.syn(input.parse::<Token![_]>())?;
            Some(Label::unnamed(underscore.span))
        } else if input.peek(Ident::peek_any) {
            let ident = self.syn(input.call(Ident::parse_any))?;
            Some(Label::ident(&ident))
        } else if input.peek(LitStr) {
            let string = self.syn(input.parse::<LitStr>())?;
            let label = Label::string(&string);
            if label.is_none() {
                self.errors.push(
                    string.span(),
                    "a label is a name without spaces or empty parts; braces in it hold values",
                );
            }
            label
        } else {
            return Ok(None);
        };
        self.last = self.syn(input.parse::<Token![:]>())?.span;
        Ok(label)
    }

    /// The kind of a statement.
    fn kind(&mut self, input: ParseStream<'_>) -> Read<StatementKind> {
        if input.peek(token::Bracket) {
            return self.repeat(input);
        }
        if begins_layers(input) {
            let at = self.here(input);
            return Ok(StatementKind::Group { seq: false, at, layers: self.layers(input)? });
        }
        if !input.peek(Ident::peek_any) {
            return self.fail(self.here(input), "expected a layer such as `conv(3, 20, 5)`");
        }
        if input.peek2(Token![::]) || (input.peek2(Token![<]) && begins_with_capital(input)) {
            return self.network(input);
        }
        let name = self.syn(input.call(Ident::parse_any))?;
        self.last = name.span();
        match name.to_string().as_str() {
            "if" => self.condition(input, 0),
            "for" => self.iteration(input),
            "let" => self.binding(input),
            "seq" if begins_layers(input) => {
                Ok(StatementKind::Group { seq: true, at: name.span(), layers: self.layers(input)? })
            }
            "residual" if begins_layers(input) => self.residual(name, input),
            "from" => Ok(StatementKind::From(self.label_of(&name, input)?)),
            "again" => {
                let label = self.label_of(&name, input)?;
                Ok(StatementKind::Again { keyword: name, label })
            }
            word => {
                if let Some(assignment) = self.assignment(&name, input) {
                    return assignment;
                }
                if let Some(join) = Kind::joins().find(|join| join.keyword() == word) {
                    return self.join(join, &name, input);
                }
                match self.foreign(&name, input) {
                    Some(read) => read,
                    None => self.call(name, input),
                }
            }
        }
    }

    /// `resnet::Backbone<10>`
    fn network(&mut self, input: ParseStream<'_>) -> Read<StatementKind> {
        let path = self.syn(input.parse::<Path>())?;
        let tokens: Vec<TokenTree> = path.to_token_stream().into_iter().collect();
        self.last = tokens.last().map_or(self.last, TokenTree::span);
        match path.segments.last() {
            Some(last) if input.peek(token::Paren) || is_layer(&last.ident) => {
                self.layer_with_path(&tokens, &last.ident, input)
            }
            Some(last) => {
                let path = NetworkPath { last: last.ident.clone(), tokens };
                Ok(StatementKind::Network { path, until: self.cut(input)? })
            }
            None => self.fail(self.last, "expected the path of a network"),
        }
    }

    fn call(&mut self, name: Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let span = name.span().into();
        let mut call = Call::new(name, span);
        if let Some(group) = self.group(input, Delimiter::Parenthesis) {
            call.args = self.args(&group.stream().into_iter().collect::<Vec<_>>());
            call.parens = true;
            call.span = call.span.to(group.span_close());
            self.last = group.span_close();
        }
        call.until = self.cut(input)?;
        Ok(StatementKind::Call(call))
    }

    /// `until layer4`, behind a network.
    fn cut(&mut self, input: ParseStream<'_>) -> Read<Option<Reference>> {
        if !begins_with(input, "until") {
            return Ok(None);
        }
        let keyword = self.syn(input.call(Ident::parse_any))?;
        let mut tokens = Vec::new();
        loop {
            if !input.peek(Ident::peek_any) && !input.peek(Lit) {
                break;
            }
            tokens.push(self.syn(input.parse::<TokenTree>())?);
            if !input.peek(Token![.]) {
                break;
            }
            tokens.push(self.syn(input.parse::<TokenTree>())?);
        }
        self.last = tokens.last().map_or(keyword.span(), TokenTree::span);
        match Reference::read(&tokens) {
            Some(label) if label.text.is_some() => Ok(Some(label)),
            _ => {
                let message = "`until` takes a label of the network: `Backbone until layer4`";
                self.fail(keyword.span(), message)
            }
        }
    }

    /// `[conv(20, 20, 3); 4]`
    fn repeat(&mut self, input: ParseStream<'_>) -> Read<StatementKind> {
        let (brackets, content) = self.syn(brackets(input))?;
        let body = self.kind(&content);
        if body.is_err() {
            self.skip(&content, |_| false);
        }
        if let Ok(comma) = content.parse::<Token![,]>() {
            let message = "a layer is separated from its count by `;`\n\
                           help: write `;`";
            self.errors.push(comma.span, message);
        } else if body.is_ok() && !content.is_empty() && content.parse::<Token![;]>().is_err() {
            self.skip(&content, |_| false);
            let message = "a repeat is written as an array, `[layer; count]`";
            return self.fail(brackets.span.join(), message);
        }
        let count = Expr::new(self.until(&content, |input| input.peek(Token![;])));
        if !content.is_empty() {
            self.errors.push(content.span(), "a repeat takes one count");
            self.skip(&content, |_| false);
        }
        self.last = brackets.span.close();
        match (body, count) {
            (Ok(body), Some(count)) => Ok(StatementKind::Repeat { body: Box::new(body), count }),
            (Ok(_), None) => {
                let message = "the count of the repeat is missing: `[layer; count]`";
                self.fail(brackets.span.join(), message)
            }
            (Err(error), _) => Err(error),
        }
    }

    /// `residual { … } shortcut { … }`
    fn residual(&mut self, keyword: Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        let layers = self.layers(input)?;
        let mut shortcut = Vec::new();
        if begins_with(input, "shortcut") {
            self.last = self.syn(input.call(Ident::parse_any))?.span();
            shortcut = self.layers(input)?;
        }
        let branches = Branches::Residual(layers, shortcut);
        let span = keyword.span().into();
        Ok(StatementKind::Join { kind: Kind::Add, call: Call::new(keyword, span), branches })
    }

    /// `add { … }` or `add(label)`, with arguments by name among the labels or in parentheses before the branches
    fn join(&mut self, kind: Kind, keyword: &Ident, input: ParseStream<'_>) -> Read<StatementKind> {
        if self.labels_in_braces(input) {
            return Ok(StatementKind::Broken);
        }
        let span = keyword.span().into();
        let mut call = Call::new(keyword.clone(), span);
        let mut labels = Vec::new();
        let group = self.group(input, Delimiter::Parenthesis);
        if let Some(group) = &group {
            self.last = group.span_close();
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            for piece in self.split(&tokens) {
                match (piece, kind.signature().params) {
                    _ if is_named(piece) => call.args.extend(self.args(piece)),
                    ([TokenTree::Literal(value)], [param, ..]) if is_number(value) => {
                        let message = format!(
                            "`{keyword}` takes labels by position and arguments by name\n\
                             help: write `{} = {value}`",
                            param.name
                        );
                        return self.fail(value.span(), message);
                    }
                    _ => labels.push(self.joined(piece)?),
                }
            }
            if !call.args.is_empty() {
                call.span = call.span.to(group.span_close());
                call.parens = true;
            }
        }
        let branches = if begins_layers(input) && labels.is_empty() {
            let branches = self.layers(input)?;
            if let [statement] = &branches[..]
                && kind.signature().any_number
                && !matches!(
                    statement.kind,
                    StatementKind::If { .. } | StatementKind::For { .. } | StatementKind::Broken
                )
            {
                // A branch that depends on a condition may be the only one on purpose.
                let message = format!(
                    "`{keyword}` has only one branch: each statement is a branch, and `identity;` passes the input on"
                );
                self.errors.push(keyword.span(), message);
            }
            Branches::Statements(branches)
        } else if group.is_some() {
            let is_flow = |label: &Joined| matches!(label, Joined::One(one) if one.text.is_none());
            if labels.iter().all(is_flow) && labels.len() < 2 {
                return self.join_form(keyword);
            }
            Branches::Labels(labels)
        } else {
            return self.join_form(keyword);
        };
        Ok(StatementKind::Join { kind, call, branches })
    }

    /// The label in `from(skip)` or `again(tower)`.
    fn label_of(&mut self, keyword: &Ident, input: ParseStream<'_>) -> Read<Reference> {
        let again = keyword == "again";
        let form = match again {
            true => "`again` takes the label of the layers to run again: `again(label);`",
            false => "`from` takes the label to continue from: `from(label);`",
        };
        let Some(group) = self.group(input, Delimiter::Parenthesis) else {
            return self.fail(keyword.span(), form);
        };
        self.last = group.span_close();
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let label = match self.split(&tokens)[..] {
            [label] => self.reference(label)?,
            [] => return self.fail(keyword.span(), form),
            _ if again => return self.fail(group.span(), "`again` takes one label"),
            _ => {
                let message = format!(
                    "`from` takes one label; several must be joined\nhelp: write `concat({})`",
                    text::of(&tokens)
                );
                let call = SpanRange::from(keyword.span()).to(group.span_close());
                return self.fail(call, message);
            }
        };
        if label.text.is_none() {
            return self.fail(label.span, form);
        }
        Ok(label)
    }

    fn join_form(&mut self, keyword: &Ident) -> Read<StatementKind> {
        let message = format!(
            "`{keyword}` joins branches, `{keyword} {{ …; … }}`, \
             or the outputs of labels, `{keyword}(label)`"
        );
        self.fail(keyword.span(), message)
    }

    /// A label, or a list of labels.
    fn joined(&mut self, tokens: &[TokenTree]) -> Read<Joined> {
        match self.list(tokens) {
            Some(WrittenValue::List { span, values, .. }) if values.is_empty() => {
                self.fail(span, "this list has no labels")
            }
            Some(WrittenValue::Broken(_)) => Err(Unreadable),
            Some(list) => Ok(Joined::List(list)),
            None => self.reference(tokens).map(Joined::One),
        }
    }

    /// `skip`, `encoder.skip`, `"block-1"` or `_`
    fn reference(&mut self, tokens: &[TokenTree]) -> Read<Reference> {
        let span = SpanRange::of(tokens).unwrap_or(self.last.into());
        match tokens {
            [TokenTree::Ident(word)] if word == Kind::Identity.keyword() => {
                let message = "among labels, the current value is written `_`\nhelp: write `_`";
                self.errors.push(span, message);
                Ok(Reference::flow(span.start()))
            }
            _ => match Reference::read(tokens) {
                Some(reference) => Ok(reference),
                None => self.fail(span, "expected the label of a layer"),
            },
        }
    }
}

impl StatementKind {
    /// Whether it ends with a bracket of its own: then, as in Rust, it needs no semicolon.
    fn is_closed(&self) -> bool {
        match self {
            StatementKind::Group { .. }
            | StatementKind::If { .. }
            | StatementKind::For { .. }
            | StatementKind::Repeat { .. }
            | StatementKind::Broken => true,
            StatementKind::Join { branches, .. } => !matches!(branches, Branches::Labels(_)),
            _ => false,
        }
    }
}

fn is_number(literal: &Literal) -> bool {
    literal.to_string().starts_with(|first: char| first.is_ascii_digit())
}

/// The separators of layers in other languages.
fn separator(input: ParseStream<'_>) -> Option<(&'static str, SpanRange)> {
    let tokens =
        [("->", 2), ("=>", 2), ("|>", 2), (">>", 2), ("|", 1), ("+", 1), (".", 1), ("/", 1)];
    let mut cursor = input.cursor();
    let mut puncts = Vec::new();
    while let Some((punct, next)) = cursor.punct() {
        puncts.push(punct);
        cursor = next;
    }
    let text: String = puncts.iter().map(Punct::as_char).collect();
    let (text, length) = tokens.into_iter().find(|(token, _)| text.starts_with(token))?;
    for _ in 0..length {
        input.parse::<Punct>().ok()?;
    }
    let (first, last) = (puncts.first()?, puncts.get(length - 1)?);
    Some((text, SpanRange::from(first.span()).to(last.span())))
}

/// Whether the last name of a path is surely that of a layer: networks begin with a capital.
fn is_layer(name: &Ident) -> bool {
    Kind::from_keyword(&name.to_string()).is_some()
}

fn begins_layers(input: ParseStream<'_>) -> bool {
    input.peek(Token![<]) || input.peek(token::Brace)
}

fn begins_with_capital(input: ParseStream<'_>) -> bool {
    let ident = input.cursor().ident();
    ident.is_some_and(|(ident, _)| ident.to_string().starts_with(char::is_uppercase))
}
