//! From a call to the parameters of its layer: which argument is which, and whether it is of a kind
//! that the parameter takes. Values are not looked at here.

use cnn_core::error::At;
use cnn_core::signature::{Param, Signature, Takes};
use cnn_core::{Kind, Place};

use proc_macro2::Ident;

use crate::report::errors::{self, Errors, Extent};
use crate::report::suggest;
use crate::syntax::ast::{Arg, Call, Value};
use crate::value::expr::Expr;
use crate::value::scope::Scope;
use crate::value::text;

/// A call whose arguments have found their parameters.
pub struct Bound<'a> {
    pub kind: Kind,
    /// From the name to the closing parenthesis.
    pub extent: Extent,
    /// The keyword as it was written, or as it should have been. Editors show its documentation.
    pub keyword: Ident,
    /// One for each parameter.
    pub slots: Vec<Slot<'a>>,
    /// The call as text.
    pub text: String,
    /// The line it begins in; 0 if that is not known.
    pub line: u32,
    /// Where in the text the values are.
    pub places: Vec<Place>,
    /// Where in the source they are.
    pub extents: Vec<Extent>,
}

impl Bound<'_> {
    /// A layer without arguments.
    pub fn bare(kind: Kind, keyword: Ident, extent: Extent, text: String) -> Self {
        let line = errors::line(keyword.span());
        let (slots, places, extents) = (Vec::new(), Vec::new(), Vec::new());
        Bound { kind, extent, keyword, slots, text, line, places, extents }
    }
}

/// What stands for a parameter.
pub enum Slot<'a> {
    Omitted,
    /// Something that cannot stand there; its error has been reported.
    Invalid,
    /// `_`
    Infer,
    /// One of the parameter's words.
    Word(usize),
    Range(Expr, Expr),
    Expr(&'a Expr),
    /// None of the values is a list.
    List(Vec<Slot<'a>>),
}

/// Binds the call of a layer. `None`, after an error, if nothing can be said about it.
///
/// `layer` is what the call's name stands for; `blocks` are what a wrong name could also mean.
pub fn bind<'a, 'b>(
    call: &'a Call,
    layer: &str,
    scope: &Scope,
    blocks: impl Iterator<Item = &'b str>,
    errors: &mut Errors,
) -> Option<Bound<'a>> {
    let mut silent = Errors::default();
    let (kind, errors) = match Kind::from_keyword(layer) {
        Some(kind) => (kind, errors),
        None => {
            let (meant, block) = suggest::layer_or_block(layer, blocks);
            errors.push(call.name.span(), suggest::unknown_layer(layer, meant, block));
            // What else may be wrong is wrong with a guess.
            (meant?, &mut silent)
        }
    };
    let keyword = Ident::new(kind.keyword(), call.name.span());
    let mut binder = Binder {
        signature: kind.signature(),
        scope,
        slots: kind.signature().params.iter().map(|_| Slot::Omitted).collect(),
        text: kind.keyword().to_owned(),
        places: Vec::new(),
        extents: Vec::new(),
        errors,
    };
    let errors_before = binder.errors.len();
    binder.args(&call.args);
    let complete = binder.complete(call, errors_before);
    let Binder { slots, text, places, extents, .. } = binder;
    let line = errors::line(call.name.span());
    let bound = Bound { kind, extent: call.extent, keyword, slots, text, line, places, extents };
    complete.then_some(bound)
}

struct Binder<'a, 'e> {
    signature: &'static Signature,
    scope: &'e Scope,
    slots: Vec<Slot<'a>>,
    text: String,
    places: Vec<Place>,
    extents: Vec<Extent>,
    errors: &'e mut Errors,
}

impl<'a> Binder<'a, '_> {
    fn args(&mut self, args: &'a [Arg]) {
        let bare = self.bare_list(args);
        let mut position = bare.min(1);
        let mut named = false;
        for (i, arg) in args.iter().enumerate().skip(bare) {
            self.text.push_str(if i == 0 { "(" } else { ", " });
            let index = match &arg.name {
                Some(name) => {
                    named = true;
                    self.text.push_str(&format!("{name} = "));
                    self.named(name)
                }
                None if named => {
                    let message = "an argument by position cannot follow one by name";
                    self.errors.push(arg.value.extent(), message);
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
            if matches!(self.slots[index], Slot::Omitted) {
                self.slots[index] = self.slot(param, &arg.value);
            } else {
                let message = format!("`{}` is given twice", param.name);
                self.errors.push(arg.value.extent(), message);
            }
        }
        if !args.is_empty() {
            self.text.push(')');
        }
    }

    /// Reads a list without parentheses of its own, as methods of PyTorch take it, `permute(0, 2, 3, 1)`,
    /// and answers how many arguments it is made of.
    fn bare_list(&mut self, args: &'a [Arg]) -> usize {
        let word = |text: &str| {
            let mut params = self.signature.params.iter();
            matches!(text, "true" | "false") || params.any(|param| param.words.contains(&text))
        };
        let single = |arg: &&Arg| match &arg.value {
            Value::Expr(expr) => {
                arg.name.is_none() && !expr.is_float() && !word(expr.text().as_str())
            }
            Value::Infer(_) => arg.name.is_none(),
            Value::List { .. } | Value::Broken(_) => false,
        };
        let list: Vec<&Value> = args.iter().take_while(single).map(|arg| &arg.value).collect();
        let (1, [param, ..], [first, .., last]) =
            (self.signature.positional, self.signature.params, &list[..])
        else {
            return 0;
        };
        if !param.takes.list() {
            return 0;
        }
        let text = list.iter().map(|value| value.text()).collect::<Vec<_>>().join(", ");
        self.text.push_str(&format!("(({text})"));
        let keyword = self.signature.keyword;
        let other = |arg: &Arg| match &arg.name {
            Some(name) => format!(", {name} = {}", arg.value.text()),
            None => format!(", {}", arg.value.text()),
        };
        let others: String = args[list.len()..].iter().map(other).collect();
        let title = format!("`{keyword}` takes `{}` as one list", param.name);
        let message = format!("{title}\nhelp: write `{keyword}(({text}){others})`");
        self.errors.push(first.extent().to(last.extent()), message);
        self.slots[0] = Slot::List(list.iter().map(|value| self.slot(param, value)).collect());
        list.len()
    }

    fn named(&mut self, name: &Ident) -> Option<usize> {
        let text = name.to_string();
        let position = |name: &str| self.signature.params.iter().position(|p| p.name == name);
        position(&text).or_else(|| {
            let meant = suggest::param(self.signature, &text);
            self.errors.push(name.span(), suggest::unknown_param(self.signature, &text, meant));
            position(meant?)
        })
    }

    fn positional(&mut self, position: usize, value: &Value) -> Option<usize> {
        if position < self.signature.positional {
            return Some(position);
        }
        let keyword = self.signature.keyword;
        // Of arguments for which there are no parameters the first one tells enough.
        if position > self.signature.params.len().max(self.signature.positional) {
            return None;
        }
        let message = match (self.signature.positional, self.signature.params.get(position)) {
            (0, None) => format!("`{keyword}` takes no arguments"),
            (most, None) => {
                format!("`{keyword}` takes {} at most", suggest::counted(most, "argument"))
            }
            (most, Some(param)) => {
                let most = suggest::counted(most, "argument");
                let title = format!("`{keyword}` takes {most} by position, the others by name");
                let given = self.signature.params.iter().zip(&self.slots);
                let mut given = given.filter(|(_, slot)| !matches!(slot, Slot::Omitted));
                let flag = matches!(value.text().as_str(), "true" | "false");
                let fits = flag == matches!(param.takes, Takes::Flag);
                if fits && !given.any(|(known, _)| known.name == param.name) {
                    format!("{title}\nhelp: write `{} = {}`", param.name, value.text())
                } else {
                    format!("{title}\nit is `{}`", self.signature)
                }
            }
        };
        self.errors.push(value.extent(), message);
        None
    }

    /// Appends a value to the text of the call, and notes where it is.
    fn write(&mut self, value: &Value, param: Option<usize>) {
        let start = self.text.len();
        match value {
            Value::Infer(_) => self.text.push('_'),
            Value::Expr(expr) => self.text.push_str(&expr.text()),
            Value::Broken(_) => self.text.push('…'),
            Value::List { values, brackets: [open, close], .. } => {
                self.text.push_str(open);
                for (element, value) in values.iter().enumerate() {
                    self.text.push_str(if element == 0 { "" } else { ", " });
                    let start = self.text.len();
                    self.text.push_str(&value.text());
                    if let Some(param) = param {
                        let at = At::Element(param, element);
                        self.place(at, start, value);
                    }
                }
                self.text.push_str(close);
            }
        }
        if let Some(param) = param {
            self.place(At::Param(param), start, value);
        }
    }

    /// Notes a value that begins at `start` in the text and ends where the text now does.
    fn place(&mut self, at: At, start: usize, value: &Value) {
        self.places.push(Place { at, start, end: self.text.len() });
        self.extents.push(value.extent());
    }

    fn slot(&mut self, param: &'static Param, value: &'a Value) -> Slot<'a> {
        match value {
            Value::Infer(_) if param.infer => Slot::Infer,
            Value::Infer(span) => {
                let message = format!("`{}` cannot be inferred from what arrives", param.name);
                self.errors.push(*span, message);
                Slot::Invalid
            }
            Value::Expr(expr) => self.single(param, expr),
            Value::Broken(_) => Slot::Invalid,
            Value::List { values, .. } if param.takes.list() => {
                Slot::List(values.iter().map(|value| self.slot(param, value)).collect())
            }
            Value::List { span, .. } => {
                self.wrong_kind(param, (*span).into(), "a list");
                Slot::Invalid
            }
        }
    }

    fn single(&mut self, param: &'static Param, expr: &'a Expr) -> Slot<'a> {
        let extent = expr.extent();
        let word = expr.as_ident().filter(|word| self.scope.get(word).is_none());
        if let Some(word) = word {
            if let Some(index) = param.words.iter().position(|known| *known == word) {
                return Slot::Word(index);
            }
            // Constants are in capitals.
            let could_be_word = word.contains(char::is_lowercase);
            let words = param.words.iter().copied().filter(|_| could_be_word);
            if let Some(meant) = suggest::closest(&word, words) {
                let message = format!("`{}` knows no `{word}`\nhelp: write `{meant}`", param.name);
                self.errors.push(extent, message);
                return Slot::Invalid;
            }
            if let Some(meant) = suggest::value(param, &word) {
                let message = format!("`{word}` is none of Rust's values\nhelp: write `{meant}`");
                self.errors.push(extent, message);
                return Slot::Invalid;
            }
            // rustc would look for a constant of that name.
            if suggest::is_word(&word) {
                self.wrong_kind(param, extent, &format!("`{word}`"));
                return Slot::Invalid;
            }
        }
        if let Some(text) = expr.as_string() {
            match param.words.contains(&text.as_str()) {
                true => {
                    let message = format!("words stand without quotes\nhelp: write `{text}`");
                    self.errors.push(extent, message);
                }
                false => self.wrong_kind(param, extent, "a text"),
            }
            return Slot::Invalid;
        }
        if !matches!(param.takes, Takes::Range) && expr.as_range().is_some() {
            self.wrong_kind(param, extent, "a range");
            return Slot::Invalid;
        }
        if expr.is_path() {
            self.wrong_kind(param, extent, &format!("`{}`", text::path(expr.tokens())));
            return Slot::Invalid;
        }
        match param.takes {
            // What a name stands for may be a word.
            Takes::Word if expr.as_ident().is_some_and(|name| self.scope.get(&name).is_some()) => {
                Slot::Expr(expr)
            }
            Takes::Word => {
                let words = param.words.join("`, `");
                let message = format!("`{}` is one of `{words}`", param.name);
                self.errors.push(extent, message);
                Slot::Invalid
            }
            Takes::Range => match expr.as_range() {
                Some((start, end)) => Slot::Range(start, end),
                None => {
                    self.wrong_kind(param, extent, &format!("`{}`", expr.text()));
                    Slot::Invalid
                }
            },
            _ => Slot::Expr(expr),
        }
    }

    fn wrong_kind(&mut self, param: &Param, extent: Extent, what: &str) {
        let keyword = self.signature.keyword;
        let takes = param.takes.describe();
        let message = format!("`{}` of `{keyword}` takes {takes}, not {what}", param.name);
        self.errors.push(extent, message);
    }

    /// Whether every parameter has a value. Those that were given but are wrong have their errors
    /// already.
    fn complete(&mut self, call: &Call, errors_before: usize) -> bool {
        let params = self.signature.params.iter().zip(&self.slots);
        let missing: Vec<&str> = params
            .filter(|(param, slot)| matches!(slot, Slot::Omitted) && param.default.is_none())
            .map(|(param, _)| param.name)
            .collect();
        if !missing.is_empty() && self.errors.len() == errors_before {
            let message = format!(
                "`{}` needs `{}`\nit is `{}`",
                self.signature.keyword,
                missing.join("` and `"),
                self.signature,
            );
            self.errors.push(call.extent, message);
        }
        missing.is_empty() && !self.slots.iter().any(|slot| matches!(slot, Slot::Invalid))
    }
}
