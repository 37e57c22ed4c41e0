//! From tokens to networks, blocks, functions and constants.

use cnn_core::MOST_INPUTS;
use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenTree};
use quote::ToTokens;
use syn::buffer::Cursor;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{Attribute, Generics, Lifetime, Token, Visibility, token};

use crate::outline::{Item, ItemKind};
use crate::report::place::SpanRange;
use crate::syntax::ast::{
    BlockItem, BlockParam, Body, ConstantItem, Declaration, FunctionItem, Inline, Items,
    NetworkItem, WrittenInput, WrittenOutput, WrittenShape,
};
use crate::syntax::parse::{Parser, Read, Unreadable, begins_block};
use crate::syntax::{attributes, budget, weights};
use crate::value::expr::Expr;
use crate::value::function::{Function, integers, refuse_later};
use crate::value::token::is_punct;
use crate::value::{loops, text};

impl Parser<'_> {
    pub(super) fn declaration(&mut self, input: ParseStream<'_>) -> Declaration {
        let mut items = Items::default();
        while !input.is_empty() {
            let before = input.cursor();
            let start = input.span();
            if input.peek(token::Bracket) && items.is_only_uses() {
                self.note_item(start, ItemKind::Inline);
                let body = self.body(input).ok();
                if body.is_some() && !input.is_empty() {
                    self.errors.push(input.span(), "nothing may follow the layers of a network");
                }
                return Declaration::Inline(Inline { items, body });
            }
            if let Err(Unreadable) = self.item(input, &mut items) {
                // An item without a name is lost. The next one is not.
                if input.cursor() == before {
                    self.skip_one(input);
                }
                self.skip(input, begins_item);
            }
        }
        Declaration::Items(items)
    }

    fn item(&mut self, input: ParseStream<'_>, items: &mut Items) -> Read<()> {
        self.bound.clear();
        let start = input.span();
        let attrs = self.syn(input.call(Attribute::parse_outer))?;
        let vis = self.syn(input.parse::<Visibility>())?;
        if input.peek(Token![use]) {
            self.note_item(start, ItemKind::Use);
            return self.use_item(&attrs, &vis, input, &mut items.uses);
        }
        if begins_block(input) {
            self.note_item(start, ItemKind::Block);
            return self.block(attrs, vis, input, items);
        }
        if input.peek(Token![fn]) || (input.peek(Token![const]) && input.peek2(Token![fn])) {
            self.note_item(start, ItemKind::Function);
            items.functions.push(self.function(attrs, vis, input)?);
            return Ok(());
        }
        if input.peek(Token![const]) {
            self.note_item(start, ItemKind::Constant);
            items.constants.push(self.constant(attrs, vis, input)?);
            return Ok(());
        }
        if !input.peek(Token![struct]) {
            let message = if input.peek(Token![>]) {
                "unmatched `>`"
            } else if input.peek(Token![;]) {
                "a network is not followed by `;`"
            } else {
                "expected a network: `struct Name: [3, 28, 28] < layers >`, \
                 or `[3, 28, 28] < layers >` for its summary"
            };
            return self.fail(self.here(input), message);
        }
        self.note_item(start, ItemKind::Network { colon: None });
        let begin = first_span(&vis);
        self.last = self.syn(input.parse::<Token![struct]>())?.span;
        let begin = begin.unwrap_or(self.last);
        if !input.peek(Ident::peek_any) {
            return self
                .fail(self.last, "a network needs a name: `struct Name: [3, 28, 28] < … >`");
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
        let (attrs, weights) = weights::split(attrs, self.errors);
        let place = SpanRange::from(begin).to(self.last);
        let network =
            NetworkItem { attrs, allowed, limits, weights, vis, name, generics, body, place };
        // With a `#[cfg]`, there may be another one.
        let is_same = |known: &NetworkItem| {
            known.name == network.name
                && known.cfgs().next().is_none()
                && network.cfgs().next().is_none()
        };
        if items.networks.iter().any(is_same) {
            let message = format!("network `{}` is already declared", network.name);
            self.errors.push(network.name.span(), message);
        } else {
            items.networks.push(network);
        }
        Ok(())
    }

    fn note_item(&mut self, start: Span, kind: ItemKind) {
        if let Some(outline) = &mut self.outline {
            outline.items.push(Item { start, kind });
        }
    }

    fn note_colon(&mut self) {
        let item = self.outline.as_mut().and_then(|outline| outline.items.last_mut());
        if let Some(Item { kind: ItemKind::Network { colon }, .. }) = item {
            *colon = Some(self.last);
        }
    }

    /// The colon before the shape.
    fn header(&mut self, input: ParseStream<'_>, name: &Ident) -> Read<()> {
        if input.peek(Token![:]) {
            self.last = self.syn(input.parse::<Token![:]>())?.span;
            self.note_colon();
            return Ok(());
        }
        if input.cursor().group(Delimiter::Bracket).is_some() {
            let message =
                format!("a name is separated from its shape by `:`\nhelp: write `{name}:`");
            self.errors.push(name.span(), message);
            return Ok(());
        }
        let message = format!(
            "the input shape of `{name}` is missing\n\
             help: write `struct {name}: [channels, height, width] < … >`"
        );
        self.fail(name.span(), message)
    }

    fn body(&mut self, input: ParseStream<'_>) -> Read<Body> {
        let inputs = self.inputs(input)?;
        let outputs = if input.peek(Token![->]) {
            self.syn(input.parse::<Token![->]>())?;
            self.outputs(input)?
        } else if input.peek(Token![=>]) {
            let arrow = self.syn(input.parse::<Token![=>]>())?;
            let span = SpanRange::from(arrow.spans[0]).to(arrow.spans[1]);
            self.errors.push(span, "the output is written after `->`\nhelp: write `->`");
            self.outputs(input)?
        } else {
            Vec::new()
        };
        let layers = self.layers(input)?;
        Ok(Body { inputs, outputs, layers })
    }

    /// `[3, 28, 28]`, or `(left: [3, 28, 28], right: [3, 28, 28])`
    fn inputs(&mut self, input: ParseStream<'_>) -> Read<Vec<WrittenInput>> {
        let Some(group) = self.ports(input, "inputs")? else {
            let inputs = vec![WrittenInput { name: None, shape: self.sizes(input)? }];
            self.unnamed(input, "inputs")?;
            return Ok(inputs);
        };
        let mut inputs: Vec<WrittenInput> = Vec::new();
        for piece in self.split(&group) {
            let (name, shape) = self.port(piece)?;
            let Some(shape) = shape else {
                let message = format!(
                    "the shape of the input `{name}` must be given; only outputs can be `_`"
                );
                return self.fail(name.span(), message);
            };
            let same = |known: &WrittenInput| known.name.as_ref() == Some(&name);
            if inputs.iter().any(same) {
                self.errors.push(name.span(), format!("input `{name}` is already declared"));
            } else if inputs.len() == MOST_INPUTS {
                let message = format!("a network can have at most {MOST_INPUTS} inputs");
                self.errors.push(name.span(), message);
            } else {
                inputs.push(WrittenInput { name: Some(name), shape });
            }
        }
        Ok(inputs)
    }

    /// `[10]`, or `(coarse: [255, 13, 13], fine: _)`
    fn outputs(&mut self, input: ParseStream<'_>) -> Read<Vec<WrittenOutput>> {
        let Some(group) = self.ports(input, "outputs")? else {
            let outputs = vec![WrittenOutput { name: None, shape: Some(self.sizes(input)?) }];
            self.unnamed(input, "outputs")?;
            return Ok(outputs);
        };
        let mut outputs: Vec<WrittenOutput> = Vec::new();
        for piece in self.split(&group) {
            let (name, shape) = self.port(piece)?;
            if outputs.iter().any(|known| known.name.as_ref() == Some(&name)) {
                self.errors.push(name.span(), format!("output `{name}` is already declared"));
            } else {
                outputs.push(WrittenOutput { name: Some(name), shape });
            }
        }
        Ok(outputs)
    }

    /// The content of the parentheses around named inputs or outputs, if there are any.
    fn ports(&mut self, input: ParseStream<'_>, what: &str) -> Read<Option<Vec<TokenTree>>> {
        let Some((TokenTree::Group(group), _)) = input.cursor().token_tree() else {
            return Ok(None);
        };
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_named = match &tokens[..] {
            [TokenTree::Ident(_), TokenTree::Punct(punct), ..] => {
                punct.as_char() == ':' && punct.spacing() == Spacing::Alone
            }
            _ => false,
        };
        if let Some(path) = self.split(&tokens).into_iter().find_map(dotted_port) {
            let label = text::of(path);
            let message = format!(
                "an output must be a label of this network, but `{label}` belongs to another one\n\
                 `from({label}); name: identity;` gives it a label here"
            );
            self.skip_one(input);
            return self.fail(SpanRange::of(path).unwrap_or(self.last.into()), message);
        }
        let shapes = self.shapes(&tokens);
        if is_named && group.delimiter() == Delimiter::Parenthesis {
            self.skip_one(input);
            self.last = group.span_close();
            return Ok(Some(tokens));
        }
        if is_named {
            let ports: Vec<String> = self.split(&tokens).into_iter().map(port_text).collect();
            let ports = ports.join(", ");
            let message = format!(
                "the {what} of a network are written in parentheses\nhelp: write `({ports})`"
            );
            self.skip_one(input);
            return self.fail(group.span(), message);
        }
        let message = match shapes.as_deref() {
            None | Some([]) => return Ok(None),
            Some([shape]) => {
                format!("a single shape is written without parentheses\nhelp: write `{shape}`")
            }
            Some(shapes) => several_without_names(what, shapes),
        };
        self.skip_one(input);
        self.fail(group.span(), message)
    }

    /// Complains of further shapes after the first, which have no names: `[3, 28, 28], [10]`.
    fn unnamed(&mut self, input: ParseStream<'_>, what: &str) -> Read<()> {
        if !input.peek(Token![,]) {
            return Ok(());
        }
        let comma = input.span();
        self.fail(comma, several_without_names(what, &[]))
    }

    /// Tokens as shapes with commas between them, if they are several or one.
    fn shapes(&self, tokens: &[TokenTree]) -> Option<Vec<String>> {
        let mut shapes = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                    shapes.push(text::of(&tokens[index..=index]));
                }
                TokenTree::Punct(punct) if punct.as_char() == ',' => {}
                _ => return None,
            }
        }
        Some(shapes)
    }

    /// `left: [3, 28, 28]`, or `coarse: _`, which has no shape.
    fn port(&mut self, tokens: &[TokenTree]) -> Read<(Ident, Option<WrittenShape>)> {
        let span = SpanRange::of(tokens).unwrap_or(self.last.into());
        match tokens {
            [TokenTree::Ident(name), TokenTree::Punct(colon), TokenTree::Ident(infer)]
                if colon.as_char() == ':' && infer == "_" =>
            {
                Ok((name.clone(), None))
            }
            [TokenTree::Ident(name), TokenTree::Punct(colon), TokenTree::Group(group)]
                if colon.as_char() == ':' && group.delimiter() == Delimiter::Bracket =>
            {
                let tokens = group.stream().into_iter().collect();
                Ok((name.clone(), Some(self.shape(group.span(), tokens)?)))
            }
            _ => self.fail(span, "expected a name and a shape: `left: [3, 28, 28]`"),
        }
    }

    fn sizes(&mut self, input: ParseStream<'_>) -> Read<WrittenShape> {
        let (span, tokens) = match self.group(input, Delimiter::Bracket) {
            Some(group) => {
                self.last = group.span_close();
                (group.span(), group.stream().into_iter().collect())
            }
            None => self.foreign_shape(input)?,
        };
        self.shape(span, tokens)
    }

    /// The sizes between two brackets.
    fn shape(&mut self, span: Span, mut tokens: Vec<TokenTree>) -> Read<WrittenShape> {
        for token in &mut tokens {
            if let TokenTree::Punct(punct) = token
                && punct.as_char() == ';'
            {
                let message = "sizes are separated by `,`\nhelp: write `,`";
                self.errors.push(punct.span(), message);
                *punct = Punct::new(',', Spacing::Alone);
            }
        }
        let mut pieces = self.split(&tokens);
        if let [batch, sizes @ ..] = &pieces[..]
            && is_batch(batch)
            && !sizes.is_empty()
        {
            let sizes: Vec<String> = sizes.iter().map(|size| text::of(size)).collect();
            let message =
                format!("shapes do not include the batch\nhelp: write `[{}]`", sizes.join(", "));
            self.errors.push(span, message);
            pieces.remove(0);
        }
        let mut sizes = Vec::new();
        for piece in pieces {
            if let Some(times) = self.times(piece) {
                sizes.extend(times);
                continue;
            }
            if let Some(expr) = Expr::new(piece.to_vec()) {
                if expr.as_ident().is_some_and(|name| name == "_") {
                    let message = "the sizes of a shape must be given; only layers can infer them";
                    return self.fail(expr.span(), message);
                }
                sizes.push(self.expr(expr)?);
            }
        }
        Ok(WrittenShape { span, sizes })
    }

    /// The sizes of `3x28x28`. `None` if it is something else.
    fn times(&mut self, tokens: &[TokenTree]) -> Option<Vec<Expr>> {
        let text: String = text::of(tokens).split_whitespace().collect();
        let sizes: Vec<&str> = text.split('x').collect();
        let is_size = |size: &&str| !size.is_empty() && size.bytes().all(|b| b.is_ascii_digit());
        // `0x1C` is one number.
        if sizes.len() < 2 || !sizes.iter().all(is_size) || sizes[0] == "0" {
            return None;
        }
        let span = SpanRange::of(tokens)?;
        let message = format!("sizes are separated by `,`\nhelp: write `{}`", sizes.join(", "));
        self.errors.push(span, message);
        let literal = |size: &&str| {
            let mut literal = Literal::usize_unsuffixed(size.parse().ok()?);
            literal.set_span(span.start());
            Expr::new(vec![literal.into()])
        };
        sizes.iter().map(literal).collect()
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
        self.errors.push(span, format!("a shape is written in brackets\nhelp: write `[{sizes}]`"));
        self.skip_one(input);
        Ok((span, tokens))
    }

    /// `const fn width(factor: f64) -> usize { … }`
    fn function(
        &mut self,
        attrs: Vec<Attribute>,
        vis: Visibility,
        input: ParseStream<'_>,
    ) -> Read<FunctionItem> {
        if input.parse::<Token![const]>().is_err() {
            let message = "a function in `cnn!` must be a `const fn`\nhelp: write `const fn`";
            self.errors.push(input.span(), message);
        }
        self.last = self.syn(input.parse::<Token![fn]>())?.span;
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        let ends = |input: ParseStream<'_>| input.peek(token::Brace) || input.peek(Token![;]);
        let signature = self.until(input, ends);
        let Some(body) = self.group(input, Delimiter::Brace) else {
            return self.fail(self.last, format!("the body of `{name}` is missing"));
        };
        self.last = body.span_close();
        let all = [&signature[..], &[TokenTree::Group(body.clone())]].concat();
        // Attributes may change what it is, or whether it is there.
        let plain = attrs.iter().all(|attr| attr.path().is_ident("doc"));
        let function = if plain { Function::new(&all) } else { None };
        let readable = loops::without_for(body.clone());
        // Other functions may have other types, and these such methods of their own.
        let readable = if function.is_some() { refuse_later(readable) } else { readable };
        Ok(FunctionItem { attrs, vis, name, signature, body, readable, function })
    }

    /// `const WIDTHS: [usize; 3] = [16, 32, 64];`
    fn constant(
        &mut self,
        attrs: Vec<Attribute>,
        vis: Visibility,
        input: ParseStream<'_>,
    ) -> Read<ConstantItem> {
        const FORM: &str = "a constant is written as in Rust: `const DEPTH: usize = 3;`";
        self.last = self.syn(input.parse::<Token![const]>())?.span;
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        if input.parse::<Token![:]>().is_err() {
            return self.fail(name.span(), FORM);
        }
        let ty = self.until(input, |input| input.peek(Token![=]) || input.peek(Token![;]));
        if ty.is_empty() || input.parse::<Token![=]>().is_err() {
            return self.fail(name.span(), FORM);
        }
        let value = self.until(input, |input| input.peek(Token![;]));
        if let Ok(semicolon) = input.parse::<Token![;]>() {
            self.last = semicolon.span;
        } else {
            return self.fail(self.last, "missing `;` after this constant");
        }
        let Some(value) = Expr::new(value) else { return self.fail(name.span(), FORM) };
        let value = self.expr(value)?;
        let plain = attrs.iter().all(|attr| attr.path().is_ident("doc"));
        let integers = integers(&ty).filter(|_| plain);
        Ok(ConstantItem { attrs, vis, name, ty, value, integers })
    }

    /// `block basic(cin, cout, stride = 1) { … }`
    fn block(
        &mut self,
        attrs: Vec<Attribute>,
        vis: Visibility,
        input: ParseStream<'_>,
        items: &mut Items,
    ) -> Read<()> {
        let (mut docs, mut allowed) = (Vec::new(), Vec::new());
        for attr in attrs {
            let span = attr.bracket_token.span.join();
            if attr.path().is_ident("doc") {
                docs.push(attr);
            } else if attr.path().is_ident("allow") {
                let others = attributes::allowed(&attr, &mut allowed);
                if let Some(other) = others.first() {
                    self.errors.push(other.span(), attributes::unknown_lint(other));
                }
            } else {
                self.errors.push(span, "blocks accept only the attribute `#[allow(…)]`");
            }
        }
        let begin = input.cursor();
        self.syn(input.call(Ident::parse_any))?;
        let name = self.syn(input.parse::<Ident>())?;
        self.last = name.span();
        let params = self.params(&name, input).ok();
        if params.is_none() {
            // Its name is kept, so that calls of it are not errors as well.
            self.skip(input, |input| input.peek(token::Brace) || begins_item(input));
        }
        let layers = self.layers(input)?;
        let tokens = tokens_between(begin, input.cursor());
        let begin = docs.first().and_then(first_span).or_else(|| first_span(&vis));
        let begin = begin.or_else(|| tokens.first().map(TokenTree::span)).unwrap_or(self.last);
        let place = SpanRange::from(begin).to(self.last);
        items.blocks.push(BlockItem { docs, allowed, vis, place, tokens, name, params, layers });
        Ok(())
    }

    /// `(cin, cout, stride = 1)`
    fn params(&mut self, block: &Ident, input: ParseStream<'_>) -> Read<Vec<BlockParam>> {
        let Some(group) = self.group(input, Delimiter::Parenthesis) else {
            let message = format!(
                "the parameters of the block are missing\nhelp: write `block {block}() {{ … }}`"
            );
            return self.fail(block.span(), message);
        };
        self.last = group.span_close();
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut params: Vec<BlockParam> = Vec::new();
        for piece in self.split(&tokens) {
            let param = self.param(piece)?;
            if params.iter().any(|known| known.name == param.name) {
                let message = format!("parameter `{}` is already declared", param.name);
                self.errors.push(param.name.span(), message);
            }
            self.bound.insert(param.name.to_string());
            params.push(param);
        }
        Ok(params)
    }

    fn param(&mut self, tokens: &[TokenTree]) -> Read<BlockParam> {
        match tokens {
            [TokenTree::Ident(name)] => Ok(BlockParam { name: name.clone(), default: None }),
            [TokenTree::Ident(name), TokenTree::Punct(punct), default @ ..]
                if punct.as_char() == '=' =>
            {
                Ok(BlockParam { name: name.clone(), default: self.value(default) })
            }
            [TokenTree::Ident(name), TokenTree::Punct(punct), ..] if punct.as_char() == ':' => {
                let span = SpanRange::of(tokens).unwrap_or(self.last.into());
                let message = format!("block parameters have no types\nhelp: write `{name}`");
                self.fail(span, message)
            }
            _ => {
                let span = SpanRange::of(tokens).unwrap_or(self.last.into());
                self.fail(span, "a block parameter is a name, or `name = value`")
            }
        }
    }
}

/// The path in `backbone.layer3: _`.
fn dotted_port(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let colon = tokens.iter().position(|token| is_punct(token, ':'))?;
    let path = &tokens[..colon];
    let begins = matches!(path, [TokenTree::Ident(_), dot, ..] if is_punct(dot, '.'));
    begins.then_some(path)
}

/// `left: [3, 28, 28]`
fn port_text(tokens: &[TokenTree]) -> String {
    match tokens {
        [name, TokenTree::Punct(colon), shape @ ..] if colon.as_char() == ':' => {
            format!("{name}: {}", text::of(shape))
        }
        tokens => text::of(tokens),
    }
}

/// The message for several inputs or outputs without names.
fn several_without_names(what: &str, shapes: &[String]) -> String {
    let (arrow, names) = match what {
        "inputs" => ("", ["left", "right"]),
        _ => ("-> ", ["first", "second"]),
    };
    let shape = |index: usize| shapes.get(index).map_or("[…]", String::as_str);
    let [first, second] = [0, 1].map(|index| format!("{}: {}", names[index], shape(index)));
    format!("a network with several {what} names them: `{arrow}({first}, {second})`")
}

/// Whether a size is what other libraries write for the batch: `_`, `-1` or `None`.
fn is_batch(size: &[TokenTree]) -> bool {
    matches!(text::of(size).as_str(), "_" | "-1" | "- 1" | "None")
}

/// The tokens from one place to another.
fn tokens_between(mut begin: Cursor<'_>, end: Cursor<'_>) -> Vec<TokenTree> {
    let mut tokens = Vec::new();
    while begin != end
        && let Some((token, next)) = begin.token_tree()
    {
        tokens.push(token);
        begin = next;
    }
    tokens
}

/// Where something begins, if it is not empty.
fn first_span(tokens: &impl ToTokens) -> Option<Span> {
    tokens.to_token_stream().into_iter().next().map(|token| token.span())
}

fn begins_item(input: ParseStream<'_>) -> bool {
    input.peek(Token![#])
        || input.peek(Token![use])
        || input.peek(Token![pub])
        || input.peek(Token![struct])
        || input.peek(Token![const])
        || input.peek(Token![fn])
        || begins_block(input)
}

/// Whether `<` begins generics, and not layers.
fn begins_generics(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let reads = fork.parse::<Generics>().is_ok() && fork.peek(Token![:]);
    reads || (input.peek(Token![<]) && (input.peek2(Token![const]) || input.peek2(Lifetime)))
}
