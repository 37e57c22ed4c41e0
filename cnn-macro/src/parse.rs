//! From tokens to the syntax tree. Permissive: what cannot be read is reported, and reading goes on
//! after the next `;`, so that one typo is one error.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{ParseBuffer, ParseStream, Parser as _};
use syn::{Attribute, Generics, Lifetime, LitStr, Token, Visibility, braced, bracketed, token};

use crate::ast::{Body, Call, Declaration, Label, Network, Op, Sizes, Stmt};
use crate::errors::{Errors, Extent};
use crate::expr::Expr;

/// Reads all that one invocation declares.
pub fn declaration(tokens: TokenStream, errors: &mut Errors) -> Declaration {
    let parse = |input: ParseStream<'_>| {
        let mut reader = Reader { errors, last: Span::call_site() };
        let declaration = reader.declaration(input);
        reader.skip(input, |_| false);
        Ok(declaration)
    };
    parse.parse2(tokens).unwrap_or(Declaration::Items(Vec::new()))
}

/// What could not be read; its error has been reported.
pub(crate) struct Unreadable;

pub(crate) type Read<T> = Result<T, Unreadable>;

pub(crate) struct Reader<'e> {
    pub(crate) errors: &'e mut Errors,
    /// The last token that was read: where something is missing.
    last: Span,
}

impl Reader<'_> {
    fn declaration(&mut self, input: ParseStream<'_>) -> Declaration {
        if input.peek(token::Bracket) {
            let body = self.body(input).ok();
            if body.is_some() {
                self.end(input);
            }
            return Declaration::Inline(body);
        }
        let mut networks = Vec::new();
        while !input.is_empty() {
            match self.network(input) {
                Ok(network) => networks.push(network),
                // Without its name nothing of a network can be kept: on to the next one.
                Err(Unreadable) => self.skip(input, |input| {
                    input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![struct])
                }),
            }
        }
        Declaration::Items(networks)
    }

    fn network(&mut self, input: ParseStream<'_>) -> Read<Network> {
        let attrs = self.syn(input.call(Attribute::parse_outer))?;
        let vis = self.syn(input.parse::<Visibility>())?;
        if !input.peek(Token![struct]) {
            let message = "expected a network: `struct Name: [3, 28, 28] < layers >`, \
                           or `[3, 28, 28] < layers >` for its summary";
            return self.fail(input.span(), message);
        }
        self.last = self.syn(input.parse::<Token![struct]>())?.span;
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        let generics = if begins_generics(input) {
            self.syn(input.parse::<Generics>())?
        } else {
            Generics::default()
        };
        let body = self.header(input, &name).and_then(|()| self.body(input)).ok();
        if body.is_none() {
            self.skip(input, |input| {
                input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![struct])
            });
        }
        Ok(Network { attrs, vis, name, generics, body })
    }

    /// The colon before the shape.
    fn header(&mut self, input: ParseStream<'_>, name: &Ident) -> Read<()> {
        if input.peek(Token![:]) {
            self.last = self.syn(input.parse::<Token![:]>())?.span;
            return Ok(());
        }
        let message = format!(
            "`{name}` has to say what arrives at its first layer\n\
             help: write `struct {name}: [channels, height, width] < … >`"
        );
        self.fail(name.span(), message)
    }

    fn body(&mut self, input: ParseStream<'_>) -> Read<Body> {
        let sizes = self.sizes(input)?;
        let output = if input.peek(Token![->]) {
            self.syn(input.parse::<Token![->]>())?;
            Some(self.sizes(input)?)
        } else {
            None
        };
        let layers = self.layers(input)?;
        Ok(Body { input: sizes, output, layers })
    }

    fn sizes(&mut self, input: ParseStream<'_>) -> Read<Sizes> {
        if !input.peek(token::Bracket) {
            return self.fail(self.here(input), "expected a shape such as `[3, 28, 28]`");
        }
        let (brackets, content) = self.syn(brackets(input))?;
        self.last = brackets.span.close();
        let tokens: Vec<TokenTree> = self.rest(&content);
        let mut sizes = Vec::new();
        for piece in self.split(&tokens) {
            if let Some(expr) = Expr::new(piece.to_vec()) {
                sizes.push(self.expr(expr)?);
            }
        }
        Ok(Sizes { span: brackets.span.join(), sizes })
    }

    /// `< … >` or `{ … }`
    fn layers(&mut self, input: ParseStream<'_>) -> Read<Vec<Stmt>> {
        if input.peek(token::Brace) {
            let (braces, content) = self.syn(braces(input))?;
            let layers = self.statements(&content, |_| false);
            self.last = braces.span.close();
            return Ok(layers);
        }
        if !input.peek(Token![<]) {
            let message = "expected the layers: `< conv(3, 20, 5); relu; … >`";
            return self.fail(self.here(input), message);
        }
        let open = self.syn(input.parse::<Token![<]>())?;
        let layers = self.statements(input, |input| input.peek(Token![>]));
        match input.parse::<Token![>]>() {
            Ok(close) => self.last = close.span,
            Err(_) => self.errors.push(open.span, "this `<` is never closed by a `>`"),
        }
        Ok(layers)
    }

    fn statements(
        &mut self,
        input: ParseStream<'_>,
        ends: impl Fn(ParseStream<'_>) -> bool,
    ) -> Vec<Stmt> {
        let mut statements = Vec::new();
        loop {
            while let Ok(semicolon) = input.parse::<Token![;]>() {
                self.last = semicolon.span;
            }
            if input.is_empty() || ends(input) {
                return statements;
            }
            let Ok(statement) = self.statement(input) else {
                statements.push(Stmt::BROKEN);
                self.skip(input, |input| input.peek(Token![;]) || ends(input));
                continue;
            };
            // As in Rust, what ends with its own bracket needs no semicolon.
            let closed = matches!(statement.op, Op::Group { .. });
            statements.push(statement);
            if !input.is_empty() && !ends(input) && (!closed || input.peek(Token![,])) {
                self.semicolon(input);
            }
        }
    }

    /// The `;` between two statements.
    fn semicolon(&mut self, input: ParseStream<'_>) {
        if let Ok(semicolon) = input.parse::<Token![;]>() {
            self.last = semicolon.span;
        } else if let Ok(comma) = input.parse::<Token![,]>() {
            self.last = comma.span;
            self.errors.push(comma.span, "layers are separated by `;`, not by `,`");
        } else if input.peek(Ident::peek_any) || input.peek(token::Bracket) {
            let message = "a `;` is missing before this layer";
            self.errors.push(input.span(), message);
        } else {
            self.errors.push(input.span(), "expected `;`");
            self.skip(input, |input| input.peek(Token![;]) || input.peek(Token![>]));
        }
    }

    fn statement(&mut self, input: ParseStream<'_>) -> Read<Stmt> {
        let mut frozen = false;
        for attr in self.syn(input.call(Attribute::parse_outer))? {
            if attr.path().is_ident("frozen") {
                frozen = true;
            } else if !attr.path().is_ident("doc") {
                let message = "layers know one attribute, `#[frozen]`";
                self.errors.push(attr.bracket_token.span.join(), message);
            }
        }
        let label = self.label(input)?;
        let op = self.op(input)?;
        Ok(Stmt { frozen, label, op })
    }

    fn label(&mut self, input: ParseStream<'_>) -> Read<Option<Label>> {
        let labelled = input.peek2(Token![:]) && !input.peek2(Token![::]);
        let label = if labelled && input.peek(Ident::peek_any) {
            let ident = self.syn(input.call(Ident::parse_any))?;
            Label { text: ident.unraw().to_string(), span: ident.span() }
        } else if labelled && input.peek(LitStr) {
            let string = self.syn(input.parse::<LitStr>())?;
            Label { text: string.value(), span: string.span() }
        } else {
            return Ok(None);
        };
        if label.text.is_empty() || label.text.contains(char::is_whitespace) {
            self.errors.push(label.span, "a label is a name, without spaces");
        }
        self.last = self.syn(input.parse::<Token![:]>())?.span;
        Ok(Some(label))
    }

    fn op(&mut self, input: ParseStream<'_>) -> Read<Op> {
        if input.peek(token::Bracket) {
            return self.repeat(input);
        }
        if input.peek(Token![<]) || input.peek(token::Brace) {
            return Ok(Op::Group { seq: false, layers: self.layers(input)? });
        }
        if !input.peek(Ident::peek_any) {
            return self.fail(self.here(input), "expected a layer such as `conv(3, 20, 5)`");
        }
        let name = self.syn(input.call(Ident::parse_any))?;
        self.last = name.span();
        if name == "seq" && (input.peek(Token![<]) || input.peek(token::Brace)) {
            return Ok(Op::Group { seq: true, layers: self.layers(input)? });
        }
        let mut extent = Extent::from(name.span());
        let mut args = Vec::new();
        if let Some(group) = self.group(input, Delimiter::Parenthesis) {
            args = self.args(&group.stream().into_iter().collect::<Vec<_>>());
            extent = extent.to(group.span_close());
            self.last = group.span_close();
        }
        Ok(Op::Layer(Call { name, extent, args }))
    }

    /// `[op; count]`
    fn repeat(&mut self, input: ParseStream<'_>) -> Read<Op> {
        let (brackets, content) = self.syn(brackets(input))?;
        let op = self.op(&content);
        if op.is_ok() && content.parse::<Token![;]>().is_err() {
            self.skip(&content, |_| false);
            let message = "a repeat is written as an array, `[layer; count]`";
            return self.fail(brackets.span.join(), message);
        }
        let count = Expr::new(self.rest(&content));
        self.last = brackets.span.close();
        match (op, count) {
            (Ok(op), Some(count)) => Ok(Op::Repeat { op: Box::new(op), count }),
            (Ok(_), None) => {
                let message = "the count of the repeat is missing: `[layer; count]`";
                self.fail(brackets.span.join(), message)
            }
            (Err(error), _) => Err(error),
        }
    }

    /// The next token, if it is a group with this delimiter.
    fn group(
        &mut self,
        input: ParseStream<'_>,
        delimiter: Delimiter,
    ) -> Option<proc_macro2::Group> {
        let (TokenTree::Group(group), _) = input.cursor().token_tree()? else { return None };
        if group.delimiter() != delimiter {
            return None;
        }
        input.parse::<TokenTree>().ok()?;
        Some(group)
    }

    fn rest(&mut self, input: ParseStream<'_>) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        while let Ok(token) = input.parse::<TokenTree>() {
            tokens.push(token);
        }
        tokens
    }

    /// Skips tokens up to one at which reading can go on.
    fn skip(&mut self, input: ParseStream<'_>, until: impl Fn(ParseStream<'_>) -> bool) {
        while !input.is_empty() && !until(input) {
            if let Ok(token) = input.parse::<TokenTree>() {
                self.last = token.span();
            }
        }
    }

    /// Nothing may follow.
    fn end(&mut self, input: ParseStream<'_>) {
        if !input.is_empty() {
            self.errors.push(input.span(), "nothing may follow the layers of a network");
        }
    }

    /// The next token, or the last one where there is no other.
    fn here(&self, input: ParseStream<'_>) -> Span {
        if input.is_empty() { self.last } else { input.span() }
    }

    pub(crate) fn fail<T>(&mut self, at: impl Into<Extent>, message: impl Into<String>) -> Read<T> {
        self.errors.push(at, message);
        Err(Unreadable)
    }

    fn syn<T>(&mut self, result: syn::Result<T>) -> Read<T> {
        result.map_err(|error| {
            self.errors.push_syn(&error);
            Unreadable
        })
    }
}

impl Stmt {
    const BROKEN: Stmt = Stmt { frozen: false, label: None, op: Op::Broken };
}

fn brackets<'a>(input: ParseStream<'a>) -> syn::Result<(token::Bracket, ParseBuffer<'a>)> {
    let content;
    let brackets = bracketed!(content in input);
    Ok((brackets, content))
}

fn braces<'a>(input: ParseStream<'a>) -> syn::Result<(token::Brace, ParseBuffer<'a>)> {
    let content;
    let braces = braced!(content in input);
    Ok((braces, content))
}

/// Whether `<` begins generics, and not layers.
fn begins_generics(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let reads = fork.parse::<Generics>().is_ok() && fork.peek(Token![:]);
    reads || (input.peek(Token![<]) && (input.peek2(Token![const]) || input.peek2(Lifetime)))
}
