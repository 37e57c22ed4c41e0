//! The declaration as a syntax tree. A statement may be invalid and still be there.

use std::cell::OnceCell;

use cnn_core::Kind;
use cnn_core::lint::Lint;
use proc_macro2::{Group, Ident, Span, TokenTree};
use syn::{Attribute, Generics, Visibility};

use crate::report::place::{NodeId, SpanRange};
use crate::syntax::attributes;
use crate::syntax::budget::BudgetLimit;
use crate::syntax::label::{Label, Reference};
use crate::syntax::weights::WeightsFile;
use crate::value::expr::Expr;
use crate::value::function::Function;
use crate::value::number::Integers;

/// The declarations of one invocation of the macro.
pub enum Declaration {
    /// Networks as items, with the blocks they are made of.
    Items(Items),
    /// One network as an expression: its summary.
    Inline(Inline),
}

/// A network as an expression.
pub struct Inline {
    /// Nothing but what it has from others.
    pub items: Items,
    /// `None` if it could not be read.
    pub body: Option<Body>,
}

impl Declaration {
    /// The imports from other `cnn!`s.
    pub fn uses(&self) -> &[UseItem] {
        match self {
            Declaration::Items(items) => &items.uses,
            Declaration::Inline(inline) => &inline.items.uses,
        }
    }
}

#[derive(Default)]
pub struct Items {
    pub uses: Vec<UseItem>,
    pub networks: Vec<NetworkItem>,
    pub blocks: Vec<BlockItem>,
    pub functions: Vec<FunctionItem>,
    pub constants: Vec<ConstantItem>,
}

impl Items {
    /// Whether nothing is declared yet.
    pub fn is_only_uses(&self) -> bool {
        self.networks.is_empty()
            && self.blocks.is_empty()
            && self.functions.is_empty()
            && self.constants.is_empty()
    }
}

/// `use crate::blocks::unit as bottleneck;`: one name of those that a `use` has in braces.
pub struct UseItem {
    /// The path of the block or the function.
    pub path: Vec<TokenTree>,
    /// Its name here.
    pub name: Ident,
    /// The form with another name: `unit as other_unit`.
    pub other: String,
}

/// `const fn width(factor: f64) -> usize { … }`
pub struct FunctionItem {
    /// Its attributes and its documentation.
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub name: Ident,
    /// The part between its name and its body.
    pub signature: Vec<TokenTree>,
    pub body: Group,
    /// The body for rustc.
    pub readable: Group,
    /// `None` if the macro cannot evaluate it.
    pub function: Option<Function>,
}

/// `pub const WIDTHS: [usize; 3] = [16, 32, 64];`
pub struct ConstantItem {
    /// Its attributes and its documentation.
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub name: Ident,
    pub ty: Vec<TokenTree>,
    pub value: Expr,
    /// The type of integers in the value. `None` if the macro cannot evaluate it.
    pub integers: Option<Integers>,
}

/// `pub struct LeNet: [3, 28, 28] -> [10] < … >`
pub struct NetworkItem {
    /// Those that are left for rustc. The fields below have those of this macro.
    pub attrs: Vec<Attribute>,
    pub allowed: Vec<Lint>,
    pub limits: Vec<BudgetLimit>,
    pub weights: Option<Box<WeightsFile>>,
    pub vis: Visibility,
    pub name: Ident,
    pub generics: Generics,
    /// `None` if it could not be read.
    pub body: Option<Body>,
    /// All of it, without its attributes.
    pub place: SpanRange,
}

impl NetworkItem {
    /// The attributes that decide whether it is compiled.
    pub fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attributes::is_cfg(attr))
    }
}

/// `[3, 28, 28] -> [10] < … >`
pub struct Body {
    /// At least one; several have names.
    pub inputs: Vec<WrittenInput>,
    /// None, if nothing is said of what leaves the network; several have names.
    pub outputs: Vec<WrittenOutput>,
    pub layers: Vec<Statement>,
}

/// `[3, 28, 28]`, or `left: [3, 28, 28]`
pub struct WrittenInput {
    pub name: Option<Ident>,
    pub shape: WrittenShape,
}

/// `[10]`, or `coarse: [255, 13, 13]`
pub struct WrittenOutput {
    /// The label whose value it is; without one it is what flows at the end.
    pub name: Option<Ident>,
    /// `None` for `_`.
    pub shape: Option<WrittenShape>,
}

/// `[3, 28, 28]`
pub struct WrittenShape {
    pub span: Span,
    pub sizes: Vec<Expr>,
}

/// `block basic(cin, cout, stride = 1) { … }`
pub struct BlockItem {
    pub docs: Vec<Attribute>,
    /// The lints that are not to be reported.
    pub allowed: Vec<Lint>,
    /// Who can use it, beside this `cnn!`.
    pub vis: Visibility,
    /// All of it, with its documentation.
    pub place: SpanRange,
    /// All of it from `block` on, for other `cnn!`s.
    pub tokens: Vec<TokenTree>,
    pub name: Ident,
    /// `None` if they could not be read.
    pub params: Option<Vec<BlockParam>>,
    pub layers: Vec<Statement>,
}

impl BlockItem {
    /// How it is called: `basic(cin, cout, stride = 1)`.
    pub fn usage(&self) -> String {
        let param = |param: &BlockParam| match &param.default {
            Some(default) => format!("{} = {}", param.name, default.text()),
            None => param.name.to_string(),
        };
        let params: Vec<String> = self.params.iter().flatten().map(param).collect();
        format!("{}({})", self.name, params.join(", "))
    }
}

/// Whether other `cnn!`s may use an item.
pub fn is_shared(vis: &Visibility) -> bool {
    !matches!(vis, Visibility::Inherited)
}

/// `stride = 1`
pub struct BlockParam {
    pub name: Ident,
    pub default: Option<WrittenValue>,
}

/// `#[frozen] label: conv(3, 20, 5)`
pub struct Statement {
    /// The doc comments before it, as Markdown.
    pub docs: String,
    pub frozen: bool,
    /// The lints that are not to be reported.
    pub allowed: Vec<Lint>,
    pub label: Option<Label>,
    pub kind: StatementKind,
}

impl Statement {
    /// A statement without a label, attributes or a doc comment.
    pub fn plain(kind: StatementKind) -> Statement {
        Statement { docs: String::new(), frozen: false, allowed: Vec::new(), label: None, kind }
    }
}

/// The kind of a statement.
pub enum StatementKind {
    /// `conv(3, 20, 5)`, `basic(64, 128)` or `Backbone`
    Call(Call),
    /// `resnet::Backbone<10>`, or a part of it: `resnet::Backbone until layer4`
    Network { path: NetworkPath, until: Option<Reference> },
    /// `[conv(20, 20, 3); 4]`
    Repeat { body: Box<StatementKind>, count: Expr },
    /// `for i in 0..4 { … }`
    For { pattern: Pattern, values: Sequence, layers: Vec<Statement> },
    /// `if stride > 1 { … } else { … }`
    If { condition: Expr, then: Vec<Statement>, otherwise: Vec<Statement> },
    /// `let width = 2 * cin`
    Let { pattern: Pattern, value: WrittenValue },
    /// `width = 2 * width`
    Assign { name: Ident, value: WrittenValue },
    /// `from(skip)`: what left `skip` flows from here on.
    From(Reference),
    /// `again(tower)`: what `tower` names once more, with the same weights.
    Again { keyword: Ident, label: Reference },
    /// `{ … }` or `seq { … }`, which begins at this place
    Group { seq: bool, at: Span, layers: Vec<Statement> },
    /// `add { … }`, `residual { … } shortcut { … }` or `concat(skip)`
    ///
    /// The call has the keyword, and the arguments that have names.
    Join { kind: Kind, call: Call, branches: Branches },
    /// Something that could not be read.
    Broken,
}

impl StatementKind {
    /// The kinds of the statements directly in it, in the order of the source.
    pub fn nested(&self) -> Vec<&StatementKind> {
        match self {
            StatementKind::Repeat { body, .. } => vec![&**body],
            _ => self.lists().into_iter().flatten().map(|statement| &statement.kind).collect(),
        }
    }

    /// The lists of statements directly in it.
    pub fn lists(&self) -> [&[Statement]; 2] {
        let (first, second): (&[Statement], &[Statement]) = match self {
            StatementKind::Group { layers, .. } | StatementKind::For { layers, .. } => {
                (layers, &[])
            }
            StatementKind::If { then, otherwise, .. } => (then, otherwise),
            StatementKind::Join { branches: Branches::Residual(layers, shortcut), .. } => {
                (layers, shortcut)
            }
            StatementKind::Join { branches: Branches::Statements(branches), .. } => (branches, &[]),
            StatementKind::Join { branches: Branches::Labels(_), .. }
            | StatementKind::Call(_)
            | StatementKind::Network { .. }
            | StatementKind::Repeat { .. }
            | StatementKind::Let { .. }
            | StatementKind::Assign { .. }
            | StatementKind::From(_)
            | StatementKind::Again { .. }
            | StatementKind::Broken => (&[], &[]),
        };
        [first, second]
    }
}

/// The path of another network.
#[derive(Clone)]
pub struct NetworkPath {
    pub tokens: Vec<TokenTree>,
    /// The name of the network.
    pub last: Ident,
}

impl NetworkPath {
    /// Whether it is a name without a path.
    pub fn is_local(&self) -> bool {
        matches!(self.tokens.first(), Some(TokenTree::Ident(first)) if *first == self.last)
    }
}

/// The values that are joined.
pub enum Branches {
    /// Each statement is one branch on the same input.
    Statements(Vec<Statement>),
    /// The layers, and those of the shortcut.
    Residual(Vec<Statement>, Vec<Statement>),
    /// The outputs of labelled statements.
    Labels(Vec<Joined>),
}

/// One of the labels that are joined, or several.
pub enum Joined {
    One(Reference),
    /// `["part{i}" for i in 0..4]`
    List(WrittenValue),
}

impl Joined {
    /// Which one it is, and its place.
    pub fn place(&self) -> (NodeId, SpanRange) {
        match self {
            Joined::One(reference) => (NodeId::of(reference), reference.span),
            Joined::List(list) => (NodeId::of(list), list.span()),
        }
    }
}

/// `conv(3, 20, kernel_size = 5)`
pub struct Call {
    pub name: Ident,
    /// From the name to the closing parenthesis.
    pub span: SpanRange,
    /// Whether there are parentheses.
    pub parens: bool,
    pub args: Vec<Argument>,
    /// The label in `Backbone until layer4`, where only a part of the network is meant.
    pub until: Option<Reference>,
    /// The blocks of other `cnn!`s that it leads to.
    pub copies: Copies,
}

impl Call {
    /// A call without arguments.
    pub fn new(name: Ident, span: SpanRange) -> Call {
        let (parens, args, until, copies) = (false, Vec::new(), None, Copies::default());
        Call { name, span, parens, args, until, copies }
    }
}

/// What one call has become of the blocks of other `cnn!`s that it leads to: each is read once more, as if it
/// stood where the call does.
#[derive(Default)]
pub struct Copies(OnceCell<Box<[OnceCell<Option<BlockItem>>]>>);

impl Copies {
    /// The copy with this number of so many, which `read` makes once.
    pub fn get(
        &self,
        number: usize,
        count: usize,
        read: impl FnOnce() -> Option<BlockItem>,
    ) -> Option<&BlockItem> {
        let copies = self.0.get_or_init(|| (0..count).map(|_| OnceCell::new()).collect());
        copies.get(number)?.get_or_init(read).as_ref()
    }
}

/// `5` or `kernel_size = 5`
pub struct Argument {
    pub name: Option<Ident>,
    pub value: WrittenValue,
}

/// A value as it is written.
pub enum WrittenValue {
    /// `_`
    Infer(Span),
    Expr(Expr),
    /// `leaky_relu(0.1)`: the call of a layer or of a block, or of a function that has its name.
    Layer {
        call: Call,
        expr: Expr,
    },
    /// `(3, 5)` or `[3, 5]`
    List {
        span: Span,
        /// How it is written.
        brackets: [&'static str; 2],
        values: Vec<WrittenValue>,
    },
    /// `["part{i}" for i in 0..4]`
    Each {
        span: Span,
        value: Box<WrittenValue>,
        pattern: Pattern,
        values: Box<Sequence>,
    },
    /// Something that could not be read.
    Broken(SpanRange),
}

impl WrittenValue {
    pub fn span(&self) -> SpanRange {
        match self {
            WrittenValue::Infer(span)
            | WrittenValue::List { span, .. }
            | WrittenValue::Each { span, .. } => (*span).into(),
            WrittenValue::Expr(expr) | WrittenValue::Layer { expr, .. } => expr.span(),
            WrittenValue::Broken(span) => *span,
        }
    }

    /// The value as text.
    pub fn text(&self) -> String {
        match self {
            WrittenValue::Infer(_) => "_".to_owned(),
            WrittenValue::Expr(expr) | WrittenValue::Layer { expr, .. } => expr.text(),
            WrittenValue::Broken(_) => "…".to_owned(),
            WrittenValue::List { values, brackets: [open, close], .. } => {
                let values: Vec<String> = values.iter().map(WrittenValue::text).collect();
                format!("{open}{}{close}", values.join(", "))
            }
            WrittenValue::Each { value, pattern, values, .. } => {
                format!("[{} for {} in {}]", value.text(), pattern.text(), values.text())
            }
        }
    }
}

/// A pattern, which gives names to a value or to its parts.
pub enum Pattern {
    /// `width`, or `mut width`
    Name { name: Ident, mutable: bool },
    /// `_`
    Any(Span),
    /// `(width, _)`
    List { span: Span, brackets: [&'static str; 2], patterns: Vec<Pattern> },
}

impl Pattern {
    pub fn span(&self) -> Span {
        match self {
            Pattern::Name { name, .. } => name.span(),
            Pattern::Any(span) | Pattern::List { span, .. } => *span,
        }
    }

    /// The names in it.
    pub fn names(&self) -> Vec<&Ident> {
        match self {
            Pattern::Name { name, .. } => vec![name],
            Pattern::Any(_) => Vec::new(),
            Pattern::List { patterns, .. } => patterns.iter().flat_map(Pattern::names).collect(),
        }
    }

    /// The pattern as text.
    pub fn text(&self) -> String {
        match self {
            Pattern::Name { name, mutable: false } => name.to_string(),
            Pattern::Name { name, mutable: true } => format!("mut {name}"),
            Pattern::Any(_) => "_".to_owned(),
            Pattern::List { brackets: [open, close], patterns, .. } => {
                let patterns: Vec<String> = patterns.iter().map(Pattern::text).collect();
                format!("{open}{}{close}", patterns.join(", "))
            }
        }
    }
}

/// The values of an iteration.
pub struct Sequence {
    pub source: Source,
    /// The adapters, in order.
    pub adapters: Vec<Adapter>,
    pub span: SpanRange,
}

pub enum Source {
    /// `0..4` or `0..=3`
    Range { start: Expr, end: Expr, inclusive: bool },
    /// `[3, 5]`, or the name of a list
    Values(WrittenValue),
    /// Another one, in parentheses.
    Sequence(Box<Sequence>),
}

/// `.rev()`
pub enum Adapter {
    Rev,
    StepBy(Expr),
    Skip(Expr),
    Take(Expr),
    Enumerate,
    Zip(Box<Sequence>),
}

impl Adapter {
    /// Those that there are. As in Rust, `iter` makes a list an iteration; here it is one already.
    pub const NAMES: [&'static str; 7] =
        ["rev", "step_by", "enumerate", "zip", "skip", "take", "iter"];
}

impl Sequence {
    /// The sequence as text.
    pub fn text(&self) -> String {
        let mut text = match &self.source {
            Source::Range { start, end, inclusive } => {
                let equals = if *inclusive { "=" } else { "" };
                format!("{}..{equals}{}", start.text(), end.text())
            }
            Source::Values(values) => values.text(),
            Source::Sequence(inner) => format!("({})", inner.text()),
        };
        for adapter in &self.adapters {
            text.push_str(&match adapter {
                Adapter::Rev => ".rev()".to_owned(),
                Adapter::StepBy(step) => format!(".step_by({})", step.text()),
                Adapter::Skip(count) => format!(".skip({})", count.text()),
                Adapter::Take(count) => format!(".take({})", count.text()),
                Adapter::Enumerate => ".enumerate()".to_owned(),
                Adapter::Zip(other) => format!(".zip({})", other.text()),
            });
        }
        text
    }
}
