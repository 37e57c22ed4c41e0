//! The declaration once more, as Rust that only editors read.
//!
//! rust-analyzer follows a word of the source to what it means in the expansion. In the code that
//! rustc gets there are no blocks, labels and names of arguments any more, so for editors the
//! declaration is written again with all of these as items of Rust: a function for each network and
//! each block, a constant for each label.
//!
//! * A word that should be a layer is a path into `__names`, which holds the keywords and the blocks:
//!   its definition is found, and while it is typed these are what can be completed.
//! * A word as an argument is one of its own names, or a path into `__values`.
//! * The facts about a layer (`hover.rs`) come last in the text: they can contain a half-typed word, too, and
//!   completion compares the expansion with the word to the one without it, up to the place of the word.
//! * They come first in a hover: everything else is in a macro call, `mirror!`, and a hover shows what a word means
//!   directly in the expansion before what it means in a macro within it.

use std::collections::HashSet;

use cnn_core::Kind;
use cnn_core::signature::{Signature, Takes};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use crate::editor::hover::{Hovers, noted};
use crate::emit::shared::{self, from_below};
use crate::lower::sizes::SHAPE;
use crate::share::homes::Homes;
use crate::syntax::ast::{
    Adapter, Argument, BlockItem, Branches, Call, Items, Joined, NetworkItem, Pattern, Sequence,
    Source, Statement, StatementKind, WrittenValue,
};
use crate::syntax::label::Reference;
use crate::value::expr::Expr;

/// All that an invocation declares.
pub fn items(
    krate: &TokenStream,
    items: &Items,
    homes: &Homes,
    hovers: &Hovers<'_>,
) -> TokenStream {
    let names = items.blocks.iter().map(|block| named(krate, block));
    let known = known_blocks(items, homes);
    let blocks = items.blocks.iter().map(|block| {
        let params = block.params.iter().flatten().map(|param| param.name.to_string());
        let values = values_in(&block.name);
        Mirror::new(&known, params, &block.layers, quote!(__names::#values)).block(block)
    });
    let networks = items.networks.iter().filter_map(|network| {
        let layers = &network.body.as_ref()?.layers;
        let mirror = Mirror::new(&known, std::iter::empty(), layers, quote!(__values));
        Some(mirror.network(network, layers))
    });
    let hovers = hovers.tokens(&known);
    let names = quote!(#(#names)*);
    whole(krate, homes, &names, &quote!(#(#blocks)* #(#networks)*), &hovers)
}

/// The layers of a network that is an expression.
pub fn inline(
    krate: &TokenStream,
    layers: &[Statement],
    homes: &Homes,
    hovers: &Hovers<'_>,
) -> TokenStream {
    let known = known_blocks(&Items::default(), homes);
    let body = Mirror::new(&known, std::iter::empty(), layers, quote!(__values)).scope(layers);
    let hovers = hovers.tokens(&known);
    whole(krate, homes, &TokenStream::new(), &quote!(fn __network() { #body }), &hovers)
}

/// The names of all blocks that a declaration knows.
fn known_blocks(items: &Items, homes: &Homes) -> HashSet<String> {
    let own = items.blocks.iter().map(|block| block.name.to_string());
    let others = homes.uses().map(|(name, _)| name.to_string());
    own.chain(others.filter(|name| !homes.is_value(name))).collect()
}

/// `names` are the blocks that are declared here.
fn whole(
    krate: &TokenStream,
    homes: &Homes,
    names: &TokenStream,
    functions: &TokenStream,
    hovers: &TokenStream,
) -> TokenStream {
    let uses = shared::values(homes);
    let others = used(krate, homes);
    quote! {
        #[allow(warnings)]
        const _: () = {
            use #krate::__private as __cnn;
            #uses
            mod __values {
                pub use #krate::__private::{arguments::*, words::*};
            }
            mod __names {
                use #krate::__private as __cnn;
                pub use #krate::__private::layers::*;
                #names
                #others
            }
            #krate::__private::mirror! { #functions }
            #hovers
        };
    }
}

/// A block as a name, with a module of its parameters and a trait for the notes of its calls.
fn named(krate: &TokenStream, block: &BlockItem) -> TokenStream {
    let BlockItem { docs, name, .. } = block;
    let (params_of, values, called) = (params_of(name), values_in(name), called(krate, block));
    quote! {
        #(#docs)*
        pub const #name: __cnn::Block = __cnn::Block;
        #called
        pub mod #values {
            pub use #krate::__private::{arguments::*, words::*};
            pub use super::#params_of::*;
        }
    }
}

/// The items that calls of a block refer to: a trait for their notes, and a module of the parameters.
fn called(krate: &TokenStream, block: &BlockItem) -> TokenStream {
    let BlockItem { name, params, .. } = block;
    let params = params.iter().flatten().map(|param| &param.name);
    let (noted, params_of) = (noted(name), params_of(name));
    quote! {
        pub trait #noted { const #name: #krate::Block; }
        pub mod #params_of {
            #(pub const #params: #krate::__private::Label = #krate::__private::Label;)*
        }
    }
}

/// What editors read of a block where other `cnn!`s use it, in the module that is called like the block: its name
/// alone, which is defined in one place.
pub fn shared(krate: &TokenStream, block: &BlockItem) -> TokenStream {
    let BlockItem { docs, name, .. } = block;
    let called = called(krate, block);
    quote! {
        pub mod __shown {
            #(#docs)*
            pub const #name: #krate::Block = #krate::Block;
            #called
        }
    }
}

/// The blocks from elsewhere as names here. Their paths are read where all names of the module can be seen, and no
/// others. Who may use a block may not be everybody, but is this module.
fn used(krate: &TokenStream, homes: &Homes) -> TokenStream {
    let blocks = homes.uses().filter(|(name, _)| !homes.is_value(&name.to_string()));
    let (mut uses, mut names) = (TokenStream::new(), Vec::new());
    for (name, path) in blocks {
        let called = path.iter().rev().find_map(|token| match token {
            TokenTree::Ident(last) => Some(last),
            _ => None,
        });
        let called = called.unwrap_or(name);
        let (noted_here, noted) = (noted(name), noted(called));
        let (params_here, params) = (params_of(name), params_of(called));
        let path = from_below(path, 2);
        uses.extend(quote! {
            pub(in super::super) use #path::__shown::{#called as #name, #params as #params_here};
        });
        uses.extend(match called == name {
            true => quote!(pub(in super::super) use #path::__shown::#noted;),
            // Its constant has the other name.
            false => quote!(pub trait #noted_here { const #name: #krate::Block; }),
        });
        names.extend([name.clone(), noted_here, params_here]);
    }
    if names.is_empty() {
        return TokenStream::new();
    }
    quote! {
        mod __used {
            use super::super::*;
            #uses
        }
        pub(super) use __used::{#(#names),*};
    }
}

/// One function of the mirror.
struct Mirror<'b> {
    blocks: &'b HashSet<String>,
    /// The names that the function itself gives to values.
    bound: HashSet<String>,
    /// The labels in it.
    labels: HashSet<String>,
    /// The module of the words that arguments consist of.
    values: TokenStream,
}

impl<'b> Mirror<'b> {
    fn new(
        blocks: &'b HashSet<String>,
        params: impl Iterator<Item = String>,
        layers: &[Statement],
        values: TokenStream,
    ) -> Mirror<'b> {
        let mut bound = params.collect();
        let mut labels = HashSet::new();
        for statement in layers {
            bind(&statement.kind, &mut bound);
        }
        collect_labels(layers, &mut labels);
        Mirror { blocks, bound, labels, values }
    }

    fn block(&self, block: &BlockItem) -> TokenStream {
        let function = format_ident!("__block_{}", block.name, span = Span::call_site());
        let params = block.params.iter().flatten().map(|param| &param.name);
        let defaults = block.params.iter().flatten().filter_map(|param| param.default.as_ref());
        let defaults = defaults.map(|default| self.value(default, None));
        let body = self.scope(&block.layers);
        quote!(fn #function(#(#params: usize),*) { #(#defaults)* #body })
    }

    fn network(&self, network: &NetworkItem, layers: &[Statement]) -> TokenStream {
        let function = format_ident!("__network_{}", network.name, span = Span::call_site());
        let (generics, _, where_clause) = network.generics.split_for_impl();
        let cfgs = network.cfgs();
        let body = self.scope(layers);
        quote!(#(#cfgs)* fn #function #generics () #where_clause { #body })
    }

    /// Statements whose labels are known to each other.
    fn scope(&self, statements: &[Statement]) -> TokenStream {
        let mut labels = TokenStream::new();
        self.labels(statements, &mut HashSet::new(), &mut labels);
        let statements = self.statements(statements);
        quote!(#labels #statements)
    }

    /// A constant for each label that is known in this scope.
    fn labels(
        &self,
        statements: &[Statement],
        known: &mut HashSet<String>,
        tokens: &mut TokenStream,
    ) {
        for statement in statements {
            let label = statement.label.as_ref().filter(|label| !label.unmarked);
            if let Some(label) = label.and_then(|label| label.ident.as_ref()) {
                let name = label.to_string();
                let label = quote!(const #label: __cnn::Label = __cnn::Label;);
                // Both arms of an `if` may have the same label.
                tokens.extend(if known.insert(name) { label } else { quote!({ #label }) });
            } else if let StatementKind::If { .. }
            | StatementKind::For { .. }
            | StatementKind::Group { seq: false, .. }
            | StatementKind::Join { .. } = statement.kind
            {
                for statements in statement.kind.lists() {
                    self.labels(statements, known, tokens);
                }
            }
        }
    }

    fn statements(&self, statements: &[Statement]) -> TokenStream {
        statements.iter().map(|statement| self.statement(statement)).collect()
    }

    fn statement(&self, statement: &Statement) -> TokenStream {
        let label = statement.label.as_ref();
        let scope = label.is_some_and(|label| label.text.is_some());
        let typed = label.filter(|label| label.unmarked).and_then(|label| label.ident.as_ref());
        let (typed, kind) = (typed.map(word), self.kind(&statement.kind, scope));
        quote!(#typed #kind)
    }

    /// `scope` is whether its labels are known only within it.
    fn kind(&self, kind: &StatementKind, scope: bool) -> TokenStream {
        let inner = |statements: &[Statement]| match scope {
            true => self.scope(statements),
            false => self.statements(statements),
        };
        match kind {
            StatementKind::Call(call) => self.call(call),
            StatementKind::Network { path, .. } => type_of(&path.tokens),
            StatementKind::Repeat { body, count } => {
                let (body, count) = (self.kind(body, true), self.typed(count, Takes::Size));
                quote!({ #body #count })
            }
            StatementKind::For { pattern, values, layers } => {
                self.iteration(pattern, values, &inner(layers))
            }
            StatementKind::If { condition, then, otherwise } => {
                let (condition, then, otherwise) =
                    (readable(condition), inner(then), inner(otherwise));
                quote!(if (#condition) { #then } else { #otherwise })
            }
            StatementKind::Let { pattern, value } => match (pattern, value) {
                // The sizes of the input are not a value of Rust.
                (pattern, WrittenValue::Expr(expr))
                    if expr.as_ident().is_some_and(|name| name == SHAPE) =>
                {
                    numbers(pattern)
                }
                (Pattern::Name { .. }, WrittenValue::Expr(expr)) => {
                    let (pattern, expr) = (written(pattern), readable(expr));
                    quote!(let #pattern = #expr;)
                }
                (pattern, value) => match (self.plain(value), pattern) {
                    (Some(value), pattern) => {
                        let pattern = written(pattern);
                        quote!(let #pattern = #value;)
                    }
                    (None, Pattern::Name { name, .. }) => {
                        let value = self.value(value, None);
                        quote!(let #name = { #value };)
                    }
                    (None, pattern) => {
                        let (value, names) = (self.value(value, None), numbers(pattern));
                        quote!({ #value } #names)
                    }
                },
            },
            StatementKind::Assign { name, value } => {
                let value = self.value(value, None);
                quote!(let _ = #name; { #value })
            }
            StatementKind::Group { seq, layers, .. } => {
                let layers =
                    if scope || *seq { self.scope(layers) } else { self.statements(layers) };
                quote!({ #layers })
            }
            StatementKind::Join { kind, call, branches } => {
                let (keyword, args) = (word(&call.name), self.args(call, Some(*kind), false));
                let branches = match branches {
                    Branches::Labels(joined) => {
                        joined.iter().map(|joined| self.joined(joined)).collect()
                    }
                    Branches::Statements(statements) => inner(statements),
                    Branches::Residual(layers, shortcut) => {
                        let (layers, shortcut) = (inner(layers), inner(shortcut));
                        quote!({ #layers } { #shortcut })
                    }
                };
                quote!({ #keyword #args #branches })
            }
            StatementKind::From(label) | StatementKind::Again { label, .. } => reference(label),
            StatementKind::Broken => TokenStream::new(),
        }
    }

    fn call(&self, call: &Call) -> TokenStream {
        let name = &call.name;
        let text = name.to_string();
        let kind = Kind::from_keyword(&text);
        let block = self.blocks.contains(&text);
        let args = self.args(call, kind, block);
        // A parameter that stands for a layer.
        if self.bound.contains(&text) {
            return quote!({ let _ = #name; #args });
        }
        if text.starts_with(char::is_uppercase) && kind.is_none() && !block {
            let network = type_of(&[name.clone().into()]);
            return quote!(#network { #args });
        }
        let name = word(name);
        quote!({ #name #args })
    }

    fn args(&self, call: &Call, kind: Option<Kind>, block: bool) -> TokenStream {
        let args = call.args.iter().enumerate();
        args.map(|(position, arg)| self.arg(call, position, arg, kind, block)).collect()
    }

    fn arg(
        &self,
        call: &Call,
        position: usize,
        arg: &Argument,
        kind: Option<Kind>,
        block: bool,
    ) -> TokenStream {
        let signature = kind.map(Kind::signature);
        let takes = signature.and_then(|signature| takes(signature, position, arg));
        let value = self.value(&arg.value, takes);
        let name = arg.name.as_ref().map(|name| match block {
            true => {
                let params_of = params_of(&call.name);
                quote!(use __names::#params_of::{#name as _};)
            }
            false => quote!(use __values::{#name as _};),
        });
        quote!({ #name #value })
    }

    fn joined(&self, joined: &Joined) -> TokenStream {
        match joined {
            Joined::One(one) => reference(one),
            Joined::List(list) => self.value(list, None),
        }
    }

    fn value(&self, value: &WrittenValue, takes: Option<Takes>) -> TokenStream {
        match value {
            WrittenValue::Infer(_) | WrittenValue::Broken(_) => TokenStream::new(),
            WrittenValue::List { values, .. } => {
                values.iter().map(|value| self.value(value, takes)).collect()
            }
            WrittenValue::Each { value, pattern, values, .. } => {
                self.iteration(pattern, values, &self.value(value, takes))
            }
            // What looks like a layer with arguments may be the call of a function.
            WrittenValue::Layer { call, .. } if takes.is_none() && self.is_layer(&call.name) => {
                self.call(call)
            }
            WrittenValue::Layer { expr, .. } => self.typed(expr, takes.unwrap_or(Takes::Size)),
            WrittenValue::Expr(expr) if expr.is_path() => type_of(expr.tokens()),
            WrittenValue::Expr(expr) => match (expr.tokens(), takes) {
                // A label, for the parameter of a block.
                ([TokenTree::Ident(name), ..], None) if self.labels.contains(&name.to_string()) => {
                    Reference::read(expr.tokens()).as_ref().map(reference).unwrap_or_default()
                }
                // A layer or a block.
                ([TokenTree::Ident(name)], None) if self.is_layer(name) => word(name),
                ([TokenTree::Ident(name)], _) if self.is_word(name) => {
                    let values = &self.values;
                    quote!(use #values::{#name as _};)
                }
                (_, Some(takes)) => self.typed(expr, takes),
                (_, None) => {
                    let expr = readable(expr);
                    quote!(let _ = #expr;)
                }
            },
        }
    }

    /// A loop, in which names have the values of a range, or some number.
    fn iteration(&self, pattern: &Pattern, sequence: &Sequence, body: &TokenStream) -> TokenStream {
        match (&sequence.source, pattern) {
            (Source::Range { start, end, .. }, Pattern::Name { name, .. }) => {
                let (start, end) = (readable(start), readable(end));
                return quote!(for #name in (#start)..(#end) { #body });
            }
            (Source::Values(values), pattern) if sequence.adapters.is_empty() => {
                if let Some(values) = self.plain(values) {
                    let pattern = written(pattern);
                    return quote!(for #pattern in #values { #body });
                }
            }
            _ => {}
        }
        let (values, names) = (self.sequence(sequence), numbers(pattern));
        quote!({ #values #names #body })
    }

    /// A value as Rust has it, if it is made of numbers and lists of them.
    fn plain(&self, value: &WrittenValue) -> Option<TokenStream> {
        match value {
            WrittenValue::Expr(expr) => {
                let is_word = |name: &Ident| self.is_word(name) || self.is_layer(name);
                let is_number = !expr.is_opaque() && expr.as_string().is_none();
                (is_number && !expr.as_ident().is_some_and(is_word)).then(|| readable(expr))
            }
            WrittenValue::List { brackets: [open, _], values, .. } => {
                let values = values.iter().map(|value| self.plain(value));
                let values = values.collect::<Option<Vec<_>>>()?;
                Some(match *open {
                    "[" => quote!([#(#values),*]),
                    _ => quote!((#(#values,)*)),
                })
            }
            _ => None,
        }
    }

    /// The values that an iteration goes through.
    fn sequence(&self, sequence: &Sequence) -> TokenStream {
        let source = match &sequence.source {
            Source::Range { start, end, .. } => {
                let (start, end) = (readable(start), readable(end));
                quote!(let _ = (#start, #end);)
            }
            Source::Values(values) => self.value(values, None),
            Source::Sequence(inner) => self.sequence(inner),
        };
        let adapters = sequence.adapters.iter().map(|adapter| match adapter {
            Adapter::StepBy(count) | Adapter::Skip(count) | Adapter::Take(count) => {
                self.typed(count, Takes::Size)
            }
            Adapter::Zip(other) => self.sequence(other),
            Adapter::Rev | Adapter::Enumerate => TokenStream::new(),
        });
        let adapters: TokenStream = adapters.collect();
        quote!({ #source } #adapters)
    }

    fn is_layer(&self, name: &Ident) -> bool {
        let name = name.to_string();
        Kind::from_keyword(&name).is_some() || self.blocks.contains(&name)
    }

    /// Whether a name could be one of those that arguments and their values have.
    fn is_word(&self, name: &Ident) -> bool {
        let name = name.to_string();
        let flag = matches!(name.as_str(), "true" | "false");
        !flag && !self.bound.contains(&name) && !name.starts_with(char::is_uppercase)
    }

    fn typed(&self, expr: &Expr, takes: Takes) -> TokenStream {
        let expr = readable(expr);
        match takes {
            Takes::Size | Takes::Axes | Takes::Sizes => quote!(let _: usize = #expr;),
            Takes::Signed | Takes::SignedList => quote!(let _: isize = #expr;),
            Takes::Float => quote!(let _: f64 = #expr;),
            Takes::Flag => quote!(let _: bool = #expr;),
            Takes::Factors | Takes::Word | Takes::Range | Takes::Network => {
                quote!(let _ = #expr;)
            }
        }
    }
}

/// The kind of value of the parameter that an argument is for.
fn takes(signature: &Signature, position: usize, arg: &Argument) -> Option<Takes> {
    let param = match &arg.name {
        Some(name) => signature.params.iter().find(|param| name == param.name),
        None => signature.at(position).and_then(Result::ok).map(|index| &signature.params[index]),
    };
    param.map(|param| param.takes)
}

/// The names that statements give to values.
fn bind(kind: &StatementKind, bound: &mut HashSet<String>) {
    if let StatementKind::Let { pattern, .. } | StatementKind::For { pattern, .. } = kind {
        bound.extend(pattern.names().into_iter().map(Ident::to_string));
    }
    for kind in kind.nested() {
        bind(kind, bound);
    }
}

/// A pattern, as it is written.
fn written(pattern: &Pattern) -> TokenStream {
    match pattern {
        Pattern::Name { name, mutable } => {
            let mutable = mutable.then(|| quote!(mut));
            quote!(#mutable #name)
        }
        Pattern::Any(_) => quote!(_),
        Pattern::List { brackets: [open, _], patterns, .. } => {
            let patterns = patterns.iter().map(written);
            match *open {
                "[" => quote!([#(#patterns),*]),
                _ => quote!((#(#patterns,)*)),
            }
        }
    }
}

/// The names of a pattern, as those of some numbers.
fn numbers(pattern: &Pattern) -> TokenStream {
    let names = pattern.names();
    quote!(#(let #names: usize = 0;)*)
}

/// The labels of some statements and of those in them.
fn collect_labels(statements: &[Statement], labels: &mut HashSet<String>) {
    for statement in statements {
        let label = statement.label.as_ref().and_then(|label| label.ident.as_ref());
        labels.extend(label.map(Ident::to_string));
        let mut kind = &statement.kind;
        while let StatementKind::Repeat { body, .. } = kind {
            kind = body;
        }
        for statements in kind.lists() {
            collect_labels(statements, labels);
        }
    }
}

/// The module of a block's parameters.
fn params_of(block: &Ident) -> Ident {
    format_ident!("__params_of_{}", block, span = Span::call_site())
}

/// The module of the words that arguments in a block consist of.
fn values_in(block: &Ident) -> Ident {
    format_ident!("__values_in_{}", block, span = Span::call_site())
}

/// A keyword or a block, or a word that is being typed.
fn word(name: &Ident) -> TokenStream {
    quote!(use __names::{#name as _};)
}

/// A network.
fn type_of(path: &[TokenTree]) -> TokenStream {
    quote!({ let _: #(#path)*; })
}

/// An expression, if it is one.
fn readable(expr: &Expr) -> TokenStream {
    if expr.is_opaque() { quote!(()) } else { expr.to_token_stream() }
}

/// The first part of a label that is joined. A keyword is not a name that Rust could look up.
fn reference(reference: &Reference) -> TokenStream {
    let first = reference.first.as_ref();
    match first.and_then(|first| syn::parse2::<Ident>(first.to_token_stream()).ok()) {
        Some(first) => quote!(let _ = #first;),
        None => TokenStream::new(),
    }
}
