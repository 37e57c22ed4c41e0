//! The parameters of blocks: what differs between their instances.

use cnn_core::signature::Param;
use cnn_core::{Arg, Shape};

use super::render;
use super::statement::{Expression, Written, WrittenArg};
use crate::form::{Argument, Call};

/// The largest factor between two parameters of which one is left out.
const MOST_FACTOR: usize = 8;

/// A parameter with its values in all instances.
pub struct Found {
    pub name: String,
    /// What its values are.
    sort: String,
    pub values: Vec<Argument>,
}

fn param(call: &Written, name: &str) -> Option<(usize, &'static Param)> {
    call.kind?.signature().params.iter().enumerate().find(|(_, param)| param.name == name)
}

/// What an argument is if it is not written.
pub fn default(call: &Written, arg: &WrittenArg) -> Option<Argument> {
    let (_, param) = param(call, &arg.param)?;
    match param.default? {
        Arg::Size(value) => Some(Argument::Size(value)),
        Arg::Signed(value) => Some(Argument::Signed(value)),
        Arg::Float(value) => Some(Argument::Float(value)),
        Arg::Flag(value) => Some(Argument::Flag(value)),
        _ => None,
    }
}

/// The arguments of a call that stands for these, with parameters where they differ.
pub fn merged(calls: &[&Written], params: &mut Vec<Found>) -> Option<Vec<WrittenArg>> {
    let mut order: Vec<&WrittenArg> = Vec::new();
    for arg in calls.iter().flat_map(|call| &call.args) {
        match order.iter_mut().find(|known| known.param == arg.param) {
            Some(known) if known.named && !arg.named => *known = arg,
            Some(_) => {}
            None => order.push(arg),
        }
    }
    if calls[0].kind.is_some() {
        order.sort_by_key(|arg| param(calls[0], &arg.param).map(|(index, _)| index));
    }
    let filled: Vec<Written> = calls.iter().map(|call| filled(call, &order)).collect();
    // What is written for all of them may be no argument of some of them.
    if calls.iter().zip(&filled).any(|(call, filled)| is_valid(call) && !is_valid(filled)) {
        return None;
    }
    let args = order.into_iter().enumerate().map(|(place, arg)| {
        let values: Vec<Expression> =
            filled.iter().map(|call| call.args[place].value.clone()).collect();
        WrittenArg { value: unified(&arg.param, &values, params), ..arg.clone() }
    });
    Some(args.collect())
}

/// A call with all of these arguments; what it does not have is the default.
fn filled(call: &Written, order: &[&WrittenArg]) -> Written {
    let args = order.iter().map(|arg| {
        let own = call.args.iter().find(|own| own.param == arg.param).map(|own| own.value.clone());
        let value = own.or_else(|| default(call, arg).map(Expression::Value));
        WrittenArg { value: value.unwrap_or(arg.value.clone()), ..(*arg).clone() }
    });
    Written { args: args.collect(), ..call.clone() }
}

/// Whether a layer can have its arguments, whatever its input is.
fn is_valid(call: &Written) -> bool {
    let Some(kind) = call.kind.filter(|kind| !kind.is_join()) else { return true };
    let args = call.args.iter().map(|arg| match &arg.value {
        Expression::Value(value) => Some((param(call, &arg.param)?.0, value.clone())),
        _ => None,
    });
    let args: Option<Vec<(usize, Argument)>> = args.collect();
    args.is_none_or(|args| Call { kind, args }.resolve(&[Shape::LOST]).errors.is_empty())
}

/// An expression for the values of all instances.
fn unified(name: &str, values: &[Expression], params: &mut Vec<Found>) -> Expression {
    if values.iter().all(|value| *value == values[0]) {
        return values[0].clone();
    }
    let ends = |end: fn(&Expression, &Expression) -> Expression| -> Vec<Expression> {
        let ends = values.iter().map(|value| match value {
            Expression::Range(first, second) => end(first, second),
            other => other.clone(),
        });
        ends.collect()
    };
    if matches!(values[0], Expression::Range(..)) {
        let start = unified("start", &ends(|start, _| start.clone()), params);
        let end = unified("end", &ends(|_, end| end.clone()), params);
        return Expression::Range(Box::new(start), Box::new(end));
    }
    let plain = values.iter().map(|value| match value {
        Expression::Value(value) => value.clone(),
        // Within instances, there are only values.
        other => Argument::List(vec![Argument::Float(format!("{other:?}").len() as f64)]),
    });
    let values: Vec<Argument> = plain.collect();
    let sort = sort(name);
    let mut alike = params.iter().filter(|known| known.sort == sort);
    if let Some(known) = alike.clone().find(|known| known.values == values) {
        return Expression::Param(known.name.clone());
    }
    if sort == CHANNELS
        && let Some(text) = alike.find_map(|known| multiple(known, &values))
    {
        return Expression::Param(text);
    }
    let stem = match name {
        "in_channels" | "in_features" => "cin",
        "out_channels" | "out_features" => "cout",
        "normalized_shape" | "embed_dim" | "feat_dim" | "num_features" | "num_channels" => {
            "channels"
        }
        name if render::is_name(name) => name,
        _ => "value",
    };
    let stem = stem.trim_end_matches(|char: char| char.is_ascii_digit());
    let taken = |name: &str| params.iter().any(|known| known.name == name);
    let mut own = stem.to_owned();
    let mut number = 1;
    while taken(&own) {
        number += 1;
        own = format!("{stem}{number}");
    }
    params.push(Found { name: own.clone(), sort: sort.to_owned(), values });
    Expression::Param(own)
}

const CHANNELS: &str = "channels";

/// What the values of a parameter are: numbers of channels and of features go together, others only with their own.
fn sort(name: &str) -> &str {
    let stem = name.trim_end_matches(|char: char| char.is_ascii_digit());
    match stem {
        "in_channels" | "out_channels" | "in_features" | "out_features" | "cin" | "cout"
        | "normalized_shape" | "embed_dim" | "feat_dim" | "num_features" | "num_channels"
        | "num_parameters" | "groups" | "start" | "end" => CHANNELS,
        stem => stem,
    }
}

/// `4 * cin` or `cin / 4`, if that is what the values are in all instances.
fn multiple(known: &Found, values: &[Argument]) -> Option<String> {
    let factor = |a: &[Argument], b: &[Argument]| {
        let mut factors = a.iter().zip(b).map(|pair| match pair {
            (Argument::Size(a), Argument::Size(b)) if *b > 0 && a % b == 0 => Some(a / b),
            _ => None,
        });
        let first = factors.next().flatten()?;
        let exact =
            (2..=MOST_FACTOR).contains(&first) && factors.all(|factor| factor == Some(first));
        exact.then_some(first)
    };
    let name = &known.name;
    factor(values, &known.values)
        .map(|factor| format!("{factor} * {name}"))
        .or_else(|| factor(&known.values, values).map(|factor| format!("{name} / {factor}")))
}

#[cfg(test)]
mod tests {
    use cnn_core::Kind;

    use super::*;

    #[test]
    fn what_only_some_calls_can_have_is_no_parameter() {
        let conv = || {
            let call = Call::new(Kind::Conv).with("in_channels", 4_usize);
            call.with("out_channels", 4_usize).with("kernel_size", 3_usize)
        };
        let standardized = conv().with("weight_standardization", true).with("eps", 1e-8);
        let [plain, strided, standardized] =
            [conv(), conv().with("stride", 2_usize), standardized].map(|call| Written::from(&call));
        let mut params = Vec::new();
        assert!(merged(&[&plain, &strided], &mut params).is_some());
        assert_eq!(params[0].name, "stride");
        assert!(merged(&[&plain, &standardized], &mut Vec::new()).is_none());
    }
}
