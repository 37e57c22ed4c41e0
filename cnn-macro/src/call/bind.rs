//! From a call to the parameters of its layer: which argument is which, and whether it is of a kind
//! that the parameter takes. Values are not looked at here.

use std::mem;

use cnn_core::Kind;
use cnn_core::error::At;
use cnn_core::signature::{Param, Signature, Takes};
use proc_macro2::Ident;
use syn::Lit;

use crate::call::evaluate::NESTED;
use crate::call::text::CallText;
use crate::report::errors::Errors;
use crate::report::place::{NodeId, SpanRange};
use crate::report::suggest::{self, Meant, foreign_names};
use crate::report::wording::counted;
use crate::syntax::ast::{Argument, Call, WrittenValue};
use crate::value::expr::Expr;
use crate::value::scope::Scope;
use crate::value::text;

/// A call whose arguments have found their parameters.
pub struct BoundCall<'a> {
    node: NodeId,
    kind: Kind,
    /// The keyword as it was written, or as it should have been. Editors show its documentation.
    keyword: Ident,
    /// One for each parameter.
    args: Vec<BoundArg<'a>>,
    text: CallText,
    /// Whether it is in a block of another `cnn!`, where nothing can be replaced from here.
    shared: bool,
}

impl<'a> BoundCall<'a> {
    /// A layer without arguments.
    pub fn bare(node: NodeId, kind: Kind, keyword: Ident, text: CallText) -> Self {
        BoundCall { node, kind, keyword, args: Vec::new(), text, shared: false }
    }

    /// Its node in the syntax tree.
    pub fn node(&self) -> NodeId {
        self.node
    }

    /// Whether it is in a block of another `cnn!`.
    pub fn is_shared(&self) -> bool {
        self.shared
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn keyword(&self) -> &Ident {
        &self.keyword
    }

    /// The value of each parameter.
    pub fn args(&self) -> &[BoundArg<'a>] {
        &self.args
    }

    pub fn text(&self) -> &CallText {
        &self.text
    }
}

/// The value of a parameter.
pub enum BoundArg<'a> {
    Omitted,
    /// An argument that is not allowed there; its error has been reported.
    Invalid,
    /// `_`
    Infer,
    /// One of the parameter's words.
    Word(usize),
    Range(Expr, Expr),
    Expr(&'a Expr),
    /// None of the values is a list.
    List(Vec<BoundArg<'a>>),
}

/// Binds the call of a layer. `None`, after an error, if nothing can be said about it.
///
/// `layer` is what the call's name stands for; `blocks` are what a wrong name could also mean.
pub fn bind<'a>(
    call: &'a Call,
    layer: &str,
    scope: &Scope,
    blocks: impl FnOnce() -> Vec<String>,
    errors: &mut Errors,
) -> Option<BoundCall<'a>> {
    if let Some(kind) = Kind::from_keyword(layer) {
        return bind_kind(kind, call, false, scope, errors);
    }
    let blocks = blocks();
    let meant = Meant::by(layer, blocks.iter().map(String::as_str));
    errors.push(call.name.span(), meant.message(layer));
    // The arguments are read as those of a guess, so errors in them are not reported.
    let kind = meant.layer().filter(|kind| kind.signature().called)?;
    bind_kind(kind, call, false, scope, &mut Errors::default())
}

/// Binds the call of a kind of layer, which may be `residual`. `None`, after an error, if nothing can be said
/// about it.
pub fn bind_kind<'a>(
    kind: Kind,
    call: &'a Call,
    residual: bool,
    scope: &Scope,
    errors: &mut Errors,
) -> Option<BoundCall<'a>> {
    let word = if residual { "residual" } else { kind.keyword() };
    let keyword = Ident::new(word, call.name.span());
    let mut binder = Binder {
        signature: kind.signature(),
        scope,
        bound: kind.signature().params.iter().map(|_| BoundArg::Omitted).collect(),
        text: CallText::of(word, call.span, residual),
        full: false,
        errors,
    };
    let errors_before = binder.errors.len();
    binder.args(&call.args);
    let complete = binder.complete(call, errors_before);
    let Binder { bound: args, text, scope, .. } = binder;
    let (node, shared) = (NodeId::of(call), scope.home().number != 0);
    complete.then_some(BoundCall { node, kind, keyword, args, text, shared })
}

struct Binder<'a, 'e> {
    signature: &'static Signature,
    scope: &'e Scope,
    /// The value of each parameter, as far as the arguments have been read.
    bound: Vec<BoundArg<'a>>,
    text: CallText,
    /// Whether an error says that there are too many arguments.
    full: bool,
    errors: &'e mut Errors,
}

/// The message for a value of another language.
fn not_rust(word: &str, meant: &str) -> String {
    format!("`{word}` is not a Rust value\nhelp: write `{meant}`")
}

impl<'a> Binder<'a, '_> {
    fn args(&mut self, args: &'a [Argument]) {
        let bare = self.bare_list(args);
        let mut position = bare.min(1);
        let mut named = false;
        for (i, arg) in args.iter().enumerate().skip(bare) {
            self.text.push(if i == 0 { "(" } else { ", " });
            let index = match &arg.name {
                Some(name) => {
                    named = true;
                    self.text.push(&format!("{name} = "));
                    self.named(name)
                }
                None if named => {
                    let message = "positional arguments cannot follow named arguments";
                    self.errors.push(arg.value.span(), message);
                    None
                }
                None => {
                    position += 1;
                    self.positional(position - 1, &arg.value)
                }
            };
            self.write(&arg.value, index);
            let Some(index) = index else { continue };
            let param = &self.signature.params[index];
            if matches!(self.bound[index], BoundArg::Omitted) {
                self.bound[index] = self.bound_arg(param, &arg.value);
            } else {
                let message = format!("`{}` is given twice", param.name);
                self.errors.push(arg.value.span(), message);
            }
        }
        if !args.is_empty() {
            self.text.push(")");
        }
    }

    /// Reads a list without parentheses of its own, as methods of PyTorch take it, `permute(0, 2, 3, 1)`,
    /// and returns how many arguments it is made of.
    fn bare_list(&mut self, args: &'a [Argument]) -> usize {
        let is_word = |name: &Ident| {
            self.signature.params.iter().any(|param| param.words.iter().any(|word| name == word))
        };
        let is_size = |expr: &Expr| {
            !expr.is_float() && !expr.is_flag() && !expr.as_ident().is_some_and(is_word)
        };
        let single = |arg: &&Argument| match &arg.value {
            WrittenValue::Expr(expr) | WrittenValue::Layer { expr, .. } => {
                arg.name.is_none() && is_size(expr)
            }
            WrittenValue::Infer(_) => arg.name.is_none(),
            WrittenValue::List { .. } | WrittenValue::Each { .. } | WrittenValue::Broken(_) => {
                false
            }
        };
        let list: Vec<&WrittenValue> =
            args.iter().take_while(single).map(|arg| &arg.value).collect();
        let ([param, others @ ..], [first, second, ..]) = (self.signature.params, &list[..]) else {
            return 0;
        };
        // A second size must be for nothing else: a name may stand for a word or a number.
        let meant = match others {
            [] => true,
            [next, ..] => {
                let name = matches!(second, WrittenValue::Expr(expr) if expr.as_ident().is_some());
                matches!(next.takes, Takes::Word | Takes::Flag | Takes::Float) && !name
            }
        };
        if !param.takes.list() || !meant {
            return 0;
        }
        let written = |value: &&WrittenValue| match is_inferred_elsewhere(param, value) {
            true => "_".to_owned(),
            false => value.text(),
        };
        let text = list.iter().map(written).collect::<Vec<_>>().join(", ");
        self.text.push(&format!("(({text})"));
        let keyword = self.signature.keyword;
        let other = |arg: &Argument| match &arg.name {
            Some(name) => format!(", {name} = {}", arg.value.text()),
            None => format!(", {}", arg.value.text()),
        };
        let others: String = args[list.len()..].iter().map(other).collect();
        let title = format!("`{keyword}` takes `{}` as one list", param.name);
        let message = format!("{title}\nhelp: write `{keyword}(({text}){others})`");
        self.errors.push(first.span().to(list[list.len() - 1].span()), message);
        self.bound[0] = BoundArg::List(
            list.iter().map(|value| self.bound_in_bare_list(param, value)).collect(),
        );
        list.len()
    }

    /// A value in a list whose brackets are missing, which has been said.
    fn bound_in_bare_list(
        &mut self,
        param: &'static Param,
        value: &'a WrittenValue,
    ) -> BoundArg<'a> {
        match is_inferred_elsewhere(param, value) {
            true => BoundArg::Infer,
            false => self.bound_arg(param, value),
        }
    }

    fn named(&mut self, name: &Ident) -> Option<usize> {
        let text = name.to_string();
        let position = |name: &str| self.signature.params.iter().position(|p| p.name == name);
        position(&text).or_else(|| {
            let meant = foreign_names::parameter(self.signature, &text);
            self.errors.push(name.span(), suggest::unknown_param(self.signature, &text, meant));
            position(meant?)
        })
    }

    fn positional(&mut self, position: usize, value: &WrittenValue) -> Option<usize> {
        let signature = self.signature;
        let (text, last) = (value.text(), signature.at(position + 1).is_none());
        let message = match (signature.at(position), &*text) {
            (Some(Ok(index)), _) => return Some(index),
            // The default of a flag that the layer lacks.
            (Some(Err(_)), "false") => return None,
            (Some(Err(_)), "False") => not_rust(&text, "false"),
            (Some(Err(lacking)), "true" | "True") => {
                suggest::unknown_param(signature, lacking, None)
            }
            (Some(Err(lacking)), _) if !last => suggest::unknown_param(signature, lacking, None),
            // If several arguments have no parameters, an error about the first one is enough.
            _ if mem::replace(&mut self.full, true) => return None,
            _ if signature.params.is_empty() => {
                format!("`{}` takes no arguments", signature.keyword)
            }
            _ => {
                let lacking = signature.lacks.iter().filter(|(lacking, _)| *lacking < position);
                let most = counted(signature.params.len() + lacking.count(), "argument");
                format!("`{}` takes at most {most}", signature.keyword)
            }
        };
        self.errors.push(value.span(), message);
        None
    }

    /// Appends a value to the text of the call, and notes where it is.
    fn write(&mut self, value: &WrittenValue, param: Option<usize>) {
        let start = self.text.end();
        match value {
            WrittenValue::Infer(_) => self.text.push("_"),
            WrittenValue::Expr(expr) | WrittenValue::Layer { expr, .. } => {
                self.text.push(&expr.text());
            }
            WrittenValue::Broken(_) => self.text.push("…"),
            WrittenValue::Each { .. } => self.text.push(&value.text()),
            WrittenValue::List { values, brackets: [open, close], .. } => {
                self.text.push(open);
                for (element, value) in values.iter().enumerate() {
                    self.text.push(if element == 0 { "" } else { ", " });
                    let start = self.text.end();
                    self.text.push(&value.text());
                    if let Some(param) = param {
                        let named = self.is_named(value, param);
                        self.text.place(At::Element(param, element), start, value.span(), named);
                    }
                }
                self.text.push(close);
            }
        }
        if let Some(param) = param {
            let named = self.is_named(value, param);
            self.text.place(At::Param(param), start, value.span(), named);
        }
    }

    /// Whether there are names in a value, so that another number cannot just replace it: a word of the parameter
    /// is none. In a block of another `cnn!`, nothing can be replaced from here, and in a join, whose text is without
    /// its labels, neither.
    fn is_named(&self, value: &WrittenValue, param: usize) -> bool {
        match value {
            _ if self.scope.home().number != 0 || !self.signature.called => true,
            WrittenValue::Expr(expr) | WrittenValue::Layer { expr, .. } => match expr.as_ident() {
                Some(name) => !self.signature.params[param].words.iter().any(|word| name == word),
                None => expr.any_name(&|_| true),
            },
            WrittenValue::List { values, .. } => {
                values.iter().any(|value| self.is_named(value, param))
            }
            WrittenValue::Each { .. } => true,
            WrittenValue::Infer(_) | WrittenValue::Broken(_) => false,
        }
    }

    fn bound_arg(&mut self, param: &'static Param, value: &'a WrittenValue) -> BoundArg<'a> {
        match value {
            WrittenValue::Infer(_) if param.infer => BoundArg::Infer,
            WrittenValue::Infer(span) => {
                let message = format!("`{}` cannot be inferred from the input", param.name);
                self.errors.push(*span, message);
                BoundArg::Invalid
            }
            WrittenValue::Expr(expr) | WrittenValue::Layer { expr, .. } => self.single(param, expr),
            WrittenValue::Broken(_) => BoundArg::Invalid,
            WrittenValue::List { values, .. } if param.takes.list() => {
                BoundArg::List(values.iter().map(|value| self.element(param, value)).collect())
            }
            WrittenValue::Each { .. } if param.takes.list() => {
                let (name, list) = (param.name, value.text());
                let message = format!(
                    "`{name}` cannot take a list with a `for` directly; write `let {name} = {list};` before the layer"
                );
                self.errors.push(value.span(), message);
                BoundArg::Invalid
            }
            WrittenValue::List { span, .. } | WrittenValue::Each { span, .. } => {
                self.wrong_kind(param, (*span).into(), "a list");
                BoundArg::Invalid
            }
        }
    }

    /// A value in a list.
    fn element(&mut self, param: &'static Param, value: &'a WrittenValue) -> BoundArg<'a> {
        match value {
            WrittenValue::List { span, .. } | WrittenValue::Each { span, .. } => {
                self.errors.push(*span, NESTED);
                BoundArg::Invalid
            }
            value => self.bound_arg(param, value),
        }
    }

    fn single(&mut self, param: &'static Param, expr: &'a Expr) -> BoundArg<'a> {
        let span = expr.span();
        if is_minus_one(param, expr) {
            self.errors.push(span, "an inferred size is written `_`, not -1\nhelp: write `_`");
            return BoundArg::Infer;
        }
        let word = expr.as_ident().filter(|_| !expr.is_flag()).map(Ident::to_string);
        if let Some(word) = word.filter(|word| self.scope.get(word).is_none()) {
            if let Some(index) = param.words.iter().position(|known| *known == word) {
                return BoundArg::Word(index);
            }
            // Constants are in capitals.
            let could_be_word = word.contains(char::is_lowercase);
            let words = param.words.iter().copied().filter(|_| could_be_word);
            if let Some(meant) = suggest::closest(&word, words) {
                let message = format!("`{}` cannot be `{word}`\nhelp: write `{meant}`", param.name);
                self.errors.push(span, message);
                return BoundArg::Invalid;
            }
            if let Some(meant) = foreign_names::value(param, &word) {
                self.errors.push(span, not_rust(&word, meant));
                return BoundArg::Invalid;
            }
            if word == "None" || word == "null" {
                let takes =
                    format!("`{}` takes {}, not `{word}`", param.name, param.takes.describe());
                let instead = match (param.infer, &param.default) {
                    (true, _) => "\nhelp: write `_`",
                    (false, Some(_)) => "; leave it out for its default",
                    (false, None) => "",
                };
                self.errors.push(span, format!("{takes}{instead}"));
                return BoundArg::Invalid;
            }
            // rustc would report a missing constant of that name.
            if suggest::is_word(&word) {
                self.wrong_kind(param, span, &format!("`{word}`"));
                return BoundArg::Invalid;
            }
        }
        if let Some(Lit::Str(string)) = expr.as_literal() {
            let text = string.value();
            match param.words.contains(&text.as_str()) {
                true => {
                    let message =
                        format!("`{text}` is written without quotes\nhelp: write `{text}`");
                    self.errors.push(span, message);
                }
                false => self.wrong_kind(param, span, "a string"),
            }
            return BoundArg::Invalid;
        }
        if !matches!(param.takes, Takes::Range) && expr.as_range().is_some() {
            self.wrong_kind(param, span, "a range");
            return BoundArg::Invalid;
        }
        if expr.is_path() {
            self.wrong_kind(param, span, &format!("`{}`", text::path(expr.tokens())));
            return BoundArg::Invalid;
        }
        match param.takes {
            // The name may stand for a word.
            Takes::Word
                if expr
                    .as_ident()
                    .is_some_and(|name| self.scope.get(&name.to_string()).is_some()) =>
            {
                BoundArg::Expr(expr)
            }
            Takes::Word => {
                let words = param.words.join("`, `");
                let message = format!("`{}` must be one of `{words}`", param.name);
                self.errors.push(span, message);
                BoundArg::Invalid
            }
            Takes::Range => match expr.as_range() {
                Some((start, end)) => BoundArg::Range(start, end),
                None => {
                    self.wrong_kind(param, span, &format!("`{}`", expr.text()));
                    BoundArg::Invalid
                }
            },
            _ => BoundArg::Expr(expr),
        }
    }

    fn wrong_kind(&mut self, param: &Param, span: SpanRange, what: &str) {
        let keyword = self.signature.keyword;
        let takes = param.takes.describe();
        let message = format!("`{}` of `{keyword}` takes {takes}, not {what}", param.name);
        self.errors.push(span, message);
    }

    /// Whether every parameter has a value. Errors about wrong values have been reported before.
    fn complete(&mut self, call: &Call, errors_before: usize) -> bool {
        let params = self.signature.params.iter().zip(&self.bound);
        let missing: Vec<&str> = params
            .filter(|(param, arg)| matches!(arg, BoundArg::Omitted) && param.default.is_none())
            .map(|(param, _)| param.name)
            .collect();
        if !missing.is_empty() && self.errors.len() == errors_before {
            let message = format!(
                "`{}` needs `{}`\nits signature is `{}`",
                self.signature.keyword,
                missing.join("` and `"),
                self.signature,
            );
            self.errors.push(call.span, message);
        }
        missing.is_empty() && !self.bound.iter().any(|arg| matches!(arg, BoundArg::Invalid))
    }
}

/// Whether a value is PyTorch's −1 for a size that is inferred.
fn is_inferred_elsewhere(param: &Param, value: &WrittenValue) -> bool {
    matches!(value, WrittenValue::Expr(expr) if is_minus_one(param, expr))
}

fn is_minus_one(param: &Param, expr: &Expr) -> bool {
    param.infer && matches!(param.takes, Takes::Sizes) && expr.text() == "-1"
}
