//! `#[budget(params <= 500_000, flash(i8) <= 256 KiB)]`: limits that const evaluation checks.

use cnn_core::DType;
use cnn_core::budget::Metric;
use proc_macro2::{Delimiter, Ident, TokenTree};
use syn::{Attribute, Meta};

use crate::report::errors::Errors;
use crate::report::place::SpanRange;
use crate::report::suggest::closest;
use crate::value::expr::Expr;
use crate::value::text;
use crate::value::token::is_punct;

/// The units of limits, and their values.
const UNITS: [(&str, u64); 6] = [
    ("K", 1_000),
    ("M", 1_000_000),
    ("G", 1_000_000_000),
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
];

/// `params <= 500 K`
pub struct BudgetLimit {
    metric: Metric,
    most: Expr,
    unit: u64,
    span: SpanRange,
}

impl BudgetLimit {
    /// The number that is limited.
    pub fn metric(&self) -> Metric {
        self.metric
    }

    /// The limit, in its unit.
    pub fn most(&self) -> &Expr {
        &self.most
    }

    /// How much the unit is.
    pub fn unit(&self) -> u64 {
        self.unit
    }

    /// The place of the limit, where an excess is reported.
    pub fn span(&self) -> SpanRange {
        self.span
    }
}

/// Takes the budgets out of the attributes of a network.
pub fn split(attrs: Vec<Attribute>, errors: &mut Errors) -> (Vec<Attribute>, Vec<BudgetLimit>) {
    let (budgets, others): (Vec<_>, Vec<_>) =
        attrs.into_iter().partition(|attr| attr.path().is_ident("budget"));
    let mut limits = Vec::new();
    for attr in budgets {
        let Meta::List(list) = &attr.meta else {
            let message =
                "a budget needs at least one limit\nhelp: write `[budget(params <= 1 M)]`";
            errors.push(attr.bracket_token.span.join(), message);
            continue;
        };
        let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        for piece in tokens.split(|token| is_punct(token, ',')).filter(|piece| !piece.is_empty()) {
            limits.extend(limit(piece, errors));
        }
    }
    (others, limits)
}

/// `flash(i8) <= 256 KiB`
fn limit(tokens: &[TokenTree], errors: &mut Errors) -> Option<BudgetLimit> {
    let [TokenTree::Ident(name), rest @ ..] = tokens else {
        let message = "a limit is written `params <= 500_000`";
        errors.push(SpanRange::of(tokens)?, message);
        return None;
    };
    let (dtype, rest) = match rest {
        [TokenTree::Group(group), rest @ ..] if group.delimiter() == Delimiter::Parenthesis => {
            (Some(group), rest)
        }
        rest => (None, rest),
    };
    let dtype = match dtype {
        Some(group) => Some(self::dtype(group, errors)?),
        None => None,
    };
    let metric = metric(name, dtype, errors)?;
    let operators = rest.iter().take_while(|token| matches!(token, TokenTree::Punct(_))).count();
    let (operator, most) = rest.split_at(operators);
    compares(name, operator, errors)?;
    let span = SpanRange::of(most);
    let (most, unit) = unit(most, errors)?;
    let (Some(most), Some(span)) = (Expr::new(most.to_vec()), span) else {
        errors.push(SpanRange::of(tokens)?, format!("the limit of `{name}` is missing"));
        return None;
    };
    if let Err(error) = most.validate() {
        errors.push_syn(&error);
        return None;
    }
    if most.is_float() {
        let message = "a limit is a whole number, optionally with a unit such as `K` or `KiB`";
        errors.push(most.span(), message);
        return None;
    }
    Some(BudgetLimit { metric, most, unit, span })
}

fn dtype(group: &proc_macro2::Group, errors: &mut Errors) -> Option<DType> {
    let text = text::of(&group.stream().into_iter().collect::<Vec<_>>());
    let dtype = DType::from_name(&text);
    if dtype.is_none() {
        let names = DType::ALL.map(DType::name);
        let elsewhere = DType::from_alias(&text).map(DType::name);
        let message = match elsewhere.or_else(|| closest(&text, names)) {
            Some(meant) => format!("there is no data type `{text}`\nhelp: write `({meant})`"),
            None => format!("the data types are `{}`", names.join("`, `")),
        };
        errors.push(group.span(), message);
    }
    dtype
}

fn metric(name: &Ident, dtype: Option<DType>, errors: &mut Errors) -> Option<Metric> {
    let text = name.to_string();
    let metric = Metric::from_name(&text, dtype);
    if metric.is_none() {
        let elsewhere = Metric::name_from_alias(&text);
        let message = if Metric::NAMES.contains(&text.as_str()) {
            match dtype {
                None => format!("`{text}` depends on the data type\nhelp: write `{text}(f32)`"),
                Some(_) => format!("`{text}` does not depend on a data type: `{text} <= …`"),
            }
        } else if let Some(meant) = elsewhere.or_else(|| closest(&text, Metric::NAMES)) {
            let proposal = match Metric::takes_dtype(meant) && dtype.is_none() {
                true => format!("{meant}(f32)"),
                false => meant.to_owned(),
            };
            format!("a budget cannot limit `{text}`\nhelp: write `{proposal}`")
        } else {
            format!("a budget cannot limit `{text}`; it can limit `{}`", Metric::NAMES.join("`, `"))
        };
        errors.push(name.span(), message);
    }
    metric
}

/// Whether the operator is the one of limits.
fn compares(name: &Ident, operator: &[TokenTree], errors: &mut Errors) -> Option<()> {
    if matches!(operator, [first, second] if is_punct(first, '<') && is_punct(second, '=')) {
        return Some(());
    }
    match SpanRange::of(operator) {
        Some(span) => {
            errors.push(span, "limits are written with `<=`\nhelp: write `<=`");
        }
        None => errors.push(name.span(), format!("the limit is missing: `{name} <= …`")),
    }
    None
}

/// A limit without its unit, and the unit.
fn unit<'t>(tokens: &'t [TokenTree], errors: &mut Errors) -> Option<(&'t [TokenTree], u64)> {
    let [before @ .., value, TokenTree::Ident(unit)] = tokens else { return Some((tokens, 1)) };
    if matches!(value, TokenTree::Punct(_)) {
        return Some((tokens, 1));
    }
    let text = unit.to_string();
    if let Some((_, size)) = UNITS.iter().find(|(name, _)| *name == text) {
        return Some((&tokens[..=before.len()], *size));
    }
    let message = match text.to_lowercase().as_str() {
        "k" => "the unit is written in capitals\nhelp: write `K`".to_owned(),
        "m" => "the unit is written in capitals\nhelp: write `M`".to_owned(),
        "kb" | "kib" => {
            format!("there is no unit `{text}`: 1024 bytes are a KiB\nhelp: write `KiB`")
        }
        "mb" | "mib" => format!("there is no unit `{text}`: 1024 KiB are a MiB\nhelp: write `MiB`"),
        _ => {
            let names = UNITS.map(|(name, _)| name);
            format!("there is no unit `{text}`; the units are `{}`", names.join("`, `"))
        }
    };
    errors.push(unit.span(), message);
    None
}
