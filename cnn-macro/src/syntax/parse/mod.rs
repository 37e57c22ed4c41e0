//! From tokens to the syntax tree. Permissive: what cannot be read is reported, and reading goes on
//! after the next `;`, so that one typo is one error.

mod arguments;
mod control;
mod foreign;
mod statements;

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{ParseBuffer, ParseStream, Parser as _};
use syn::{Attribute, Generics, Lifetime, Token, Visibility, braced, bracketed, token};

use crate::report::errors::{Errors, Extent};
use crate::syntax::ast::{Block, Body, Declaration, FunctionItem, Items, Network, Param, Sizes};
use crate::syntax::attributes;
use crate::syntax::budget;
use crate::value::expr::Expr;
use crate::value::function::Function;
use crate::value::text;

/// Reads all that one invocation declares.
pub fn declaration(tokens: TokenStream, errors: &mut Errors) -> Declaration {
    let parse = |input: ParseStream<'_>| {
        let mut reader = Reader { errors, last: Span::call_site() };
        let declaration = reader.declaration(input);
        reader.skip(input, |_| false);
        Ok(declaration)
    };
    parse.parse2(tokens).unwrap_or(Declaration::Items(Items::default()))
}

/// What could not be read; its error has been reported.
pub(crate) struct Unreadable;

pub(crate) type Read<T> = Result<T, Unreadable>;

/// The reader of declarations. It reads items here, statements in `statements.rs` and arguments in
/// `args.rs`.
pub(crate) struct Reader<'e> {
    pub(crate) errors: &'e mut Errors,
    /// The last token that was read: where something is missing.
    pub(crate) last: Span,
}

impl Reader<'_> {
    fn declaration(&mut self, input: ParseStream<'_>) -> Declaration {
        if input.peek(token::Bracket) {
            let body = self.body(input).ok();
            if body.is_some() && !input.is_empty() {
                self.errors.push(input.span(), "nothing may follow the layers of a network");
            }
            return Declaration::Inline(body);
        }
        let mut items = Items::default();
        while !input.is_empty() {
            let before = input.cursor();
            if let Err(Unreadable) = self.item(input, &mut items) {
                // Without its name nothing of an item can be kept: on to the next one.
                if input.cursor() == before {
                    self.skip_one(input);
                }
                self.skip(input, begins_item);
            }
        }
        Declaration::Items(items)
    }

    fn item(&mut self, input: ParseStream<'_>, items: &mut Items) -> Read<()> {
        let attrs = self.syn(input.call(Attribute::parse_outer))?;
        if begins_block(input) {
            self.block(attrs, input, items)?;
            return Ok(());
        }
        let vis = self.syn(input.parse::<Visibility>())?;
        if input.peek(Token![fn]) || (input.peek(Token![const]) && input.peek2(Token![fn])) {
            items.functions.push(self.function(&attrs, &vis, input)?);
            return Ok(());
        }
        if !input.peek(Token![struct]) {
            let message = if input.peek(Token![const]) {
                "a `cnn!` holds networks, blocks and functions; constants stand outside of it"
            } else if begins_block(input) {
                "blocks have no visibility: they are known in this `cnn!`"
            } else if input.peek(Token![>]) {
                "this `>` closes nothing"
            } else if input.peek(Token![;]) {
                "no `;` stands after a network"
            } else {
                "expected a network: `struct Name: [3, 28, 28] < layers >`, \
                 or `[3, 28, 28] < layers >` for its summary"
            };
            return self.fail(self.here(input), message);
        }
        self.last = self.syn(input.parse::<Token![struct]>())?.span;
        if !input.peek(Ident::peek_any) {
            return self.fail(self.last, "a network has a name: `struct Name: [3, 28, 28] < … >`");
        }
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        let generics = if begins_generics(input) {
            self.syn(input.parse::<Generics>())?
        } else {
            Generics::default()
        };
        let body = self.header(input, &name).and_then(|()| self.body(input)).ok();
        if body.is_none() {
            self.skip(input, begins_item);
        }
        let (attrs, allowed) = attributes::split(attrs);
        let (attrs, limits) = budget::split(attrs, self.errors);
        items.networks.push(Network { attrs, allowed, limits, vis, name, generics, body });
        Ok(())
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
        let (span, mut tokens) = match self.group(input, Delimiter::Bracket) {
            Some(group) => {
                self.last = group.span_close();
                (group.span(), group.stream().into_iter().collect())
            }
            None => self.foreign_shape(input)?,
        };
        for token in &mut tokens {
            if let TokenTree::Punct(punct) = token
                && punct.as_char() == ';'
            {
                let message = "sizes are separated by `,`\nhelp: write `,`";
                self.errors.push(punct.span(), message);
                *punct = Punct::new(',', Spacing::Alone);
            }
        }
        let mut sizes = Vec::new();
        for piece in self.split(&tokens) {
            if let Some(expr) = Expr::new(piece.to_vec()) {
                if expr.as_ident().is_some_and(|name| name == "_") {
                    let message = "the sizes of a shape have to be given; only layers can infer";
                    return self.fail(expr.extent(), message);
                }
                sizes.push(self.expr(expr)?);
            }
        }
        Ok(Sizes { span, sizes })
    }

    /// The sizes of a shape without its brackets: `(3, 28, 28)` or `3`.
    fn foreign_shape(&mut self, input: ParseStream<'_>) -> Read<(Span, Vec<TokenTree>)> {
        let token = input.cursor().token_tree().map(|(token, _)| token);
        let (span, tokens): (_, Vec<TokenTree>) = match token {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                (group.span(), group.stream().into_iter().collect())
            }
            Some(TokenTree::Literal(literal)) => (literal.span(), vec![literal.into()]),
            _ => {
                let message = "the shape is missing: `[3, 28, 28] < … >`";
                return self.fail(self.here(input), message);
            }
        };
        let sizes = text::of(&tokens);
        self.errors.push(span, format!("a shape stands in brackets\nhelp: write `[{sizes}]`"));
        self.skip_one(input);
        Ok((span, tokens))
    }

    /// `const fn width(factor: f64) -> usize { … }`
    fn function(
        &mut self,
        attrs: &[Attribute],
        vis: &Visibility,
        input: ParseStream<'_>,
    ) -> Read<FunctionItem> {
        if input.parse::<Token![const]>().is_err() {
            let message = "sizes are known at compile time\nhelp: write `const fn`";
            self.errors.push(input.span(), message);
        }
        self.last = self.syn(input.parse::<Token![fn]>())?.span;
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        let ends = |input: ParseStream<'_>| input.peek(token::Brace) || input.peek(Token![;]);
        let mut signature = self.until(input, ends);
        let Some(body) = self.group(input, Delimiter::Brace) else {
            return self.fail(self.last, format!("the body of `{name}` is missing"));
        };
        self.last = body.span_close();
        signature.push(TokenTree::Group(body));
        let tokens = quote!(#(#attrs)* #vis const fn #name #(#signature)*);
        // Attributes may change what it is, or whether it is there.
        let plain = attrs.iter().all(|attr| attr.path().is_ident("doc"));
        let function = if plain { Function::new(&signature) } else { None };
        Ok(FunctionItem { name, tokens, function })
    }

    /// `block basic(cin, cout, stride = 1) { … }`
    fn block(
        &mut self,
        docs: Vec<Attribute>,
        input: ParseStream<'_>,
        items: &mut Items,
    ) -> Read<()> {
        if let Some(attr) = docs.iter().find(|attr| !attr.path().is_ident("doc")) {
            self.errors.push(attr.bracket_token.span.join(), "blocks have no attributes");
        }
        self.syn(input.call(Ident::parse_any))?;
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        let params = self.params(&name, input).ok();
        if params.is_none() {
            // Its name is known, whatever is wrong with it.
            self.skip(input, |input| input.peek(token::Brace) || begins_item(input));
        }
        let layers = self.layers(input)?;
        items.blocks.push(Block { docs, name, params, layers });
        Ok(())
    }

    /// `(cin, cout, stride = 1)`
    fn params(&mut self, block: &Ident, input: ParseStream<'_>) -> Read<Vec<Param>> {
        let Some(group) = self.group(input, Delimiter::Parenthesis) else {
            let message = format!(
                "the parameters of the block are missing\nhelp: write `block {block}() {{ … }}`"
            );
            return self.fail(block.span(), message);
        };
        self.last = group.span_close();
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut params: Vec<Param> = Vec::new();
        for piece in self.split(&tokens) {
            let param = self.param(piece)?;
            if params.iter().any(|known| known.name == param.name) {
                let message = format!("a second parameter is called `{}`", param.name);
                self.errors.push(param.name.span(), message);
            }
            params.push(param);
        }
        Ok(params)
    }

    fn param(&mut self, tokens: &[TokenTree]) -> Read<Param> {
        match tokens {
            [TokenTree::Ident(name)] => Ok(Param { name: name.clone(), default: None }),
            [TokenTree::Ident(name), TokenTree::Punct(punct), default @ ..]
                if punct.as_char() == '=' =>
            {
                Ok(Param { name: name.clone(), default: self.value(default) })
            }
            [TokenTree::Ident(name), TokenTree::Punct(punct), ..] if punct.as_char() == ':' => {
                let extent = Extent::of(tokens).unwrap_or(self.last.into());
                let message = format!("parameters of blocks have no types\nhelp: write `{name}`");
                self.fail(extent, message)
            }
            _ => {
                let extent = Extent::of(tokens).unwrap_or(self.last.into());
                self.fail(extent, "a parameter of a block is a name, or `name = value`")
            }
        }
    }

    /// The next token, if it is a group with this delimiter.
    pub(crate) fn group(&mut self, input: ParseStream<'_>, delimiter: Delimiter) -> Option<Group> {
        let (TokenTree::Group(group), _) = input.cursor().token_tree()? else { return None };
        if group.delimiter() != delimiter {
            return None;
        }
        input.parse::<TokenTree>().ok()?;
        Some(group)
    }

    /// The tokens before one at which something ends.
    pub(crate) fn until(
        &mut self,
        input: ParseStream<'_>,
        end: impl Fn(ParseStream<'_>) -> bool,
    ) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        while !input.is_empty() && !end(input) {
            let Ok(token) = input.parse::<TokenTree>() else { break };
            self.last = token.span();
            tokens.push(token);
        }
        tokens
    }

    /// Skips tokens up to one at which reading can go on.
    pub(crate) fn skip(&mut self, input: ParseStream<'_>, until: impl Fn(ParseStream<'_>) -> bool) {
        self.until(input, until);
    }

    fn skip_one(&mut self, input: ParseStream<'_>) {
        if let Ok(token) = input.parse::<TokenTree>() {
            self.last = token.span();
        }
    }

    /// The next token, or the last one where there is no other.
    pub(crate) fn here(&self, input: ParseStream<'_>) -> Span {
        if input.is_empty() { self.last } else { input.span() }
    }

    pub(crate) fn fail<T>(&mut self, at: impl Into<Extent>, message: impl Into<String>) -> Read<T> {
        self.errors.push(at, message);
        Err(Unreadable)
    }

    pub(crate) fn syn<T>(&mut self, result: syn::Result<T>) -> Read<T> {
        result.map_err(|error| {
            self.errors.push_syn(&error);
            Unreadable
        })
    }
}

pub(crate) fn brackets<'a>(
    input: ParseStream<'a>,
) -> syn::Result<(token::Bracket, ParseBuffer<'a>)> {
    let content;
    let brackets = bracketed!(content in input);
    Ok((brackets, content))
}

pub(crate) fn braces<'a>(input: ParseStream<'a>) -> syn::Result<(token::Brace, ParseBuffer<'a>)> {
    let content;
    let braces = braced!(content in input);
    Ok((braces, content))
}

/// Whether the next identifier is this word.
pub(crate) fn begins_with(input: ParseStream<'_>, word: &str) -> bool {
    input.cursor().ident().is_some_and(|(ident, _)| ident == word)
}

/// Whether a network or a block begins.
pub(crate) fn begins_named(input: ParseStream<'_>) -> bool {
    let public = input.peek(Token![pub]);
    public || (input.peek(Token![struct]) && input.peek2(syn::Ident)) || begins_block(input)
}

fn begins_item(input: ParseStream<'_>) -> bool {
    input.peek(Token![#])
        || input.peek(Token![pub])
        || input.peek(Token![struct])
        || input.peek(Token![const])
        || input.peek(Token![fn])
        || begins_block(input)
}

fn begins_block(input: ParseStream<'_>) -> bool {
    begins_with(input, "block") && input.peek2(syn::Ident)
}

/// Whether `<` begins generics, and not layers.
fn begins_generics(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let reads = fork.parse::<Generics>().is_ok() && fork.peek(Token![:]);
    reads || (input.peek(Token![<]) && (input.peek2(Token![const]) || input.peek2(Lifetime)))
}
