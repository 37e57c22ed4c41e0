//! Patterns of operations, such as `Mul(x, Sigmoid(x))`.

use std::collections::HashMap;

use super::attributes::Node;
use super::constant::Constant;

/// How much a number may differ from that of a pattern, as files have it in 16 or 32 bits.
const TOLERANCE: f64 = 5e-4;

/// An expression of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// An operation. Those of `Add` and `Mul` are in any order, and a division is a product, too.
    Op(String, Vec<Expression>),
    /// A value that is computed from the input of the network.
    Value(String),
    /// A constant.
    Constant(String),
    /// One or the other.
    Any(String),
    /// A number, which is constant or computed of shapes alone.
    Size(String),
    /// An input that is left out.
    Missing,
    Number(f64),
}

impl Expression {
    /// Reads `Mul($w, Sigmoid(x))`.
    pub fn parse(text: &str) -> Option<Expression> {
        let (expression, rest) = Expression::read(text)?;
        rest.trim().is_empty().then_some(expression)
    }

    fn read(text: &str) -> Option<(Expression, &str)> {
        let text = text.trim_start();
        let end = text.find(['(', ')', ',', ' ']).unwrap_or(text.len());
        let (word, mut rest) = text.split_at(end);
        if !rest.starts_with('(') {
            let expression = match (word.split_at_checked(1), word.parse()) {
                (_, Ok(number)) => Expression::Number(number),
                _ if word == "-" => Expression::Missing,
                (Some(("$", name)), _) => Expression::Constant(name.to_owned()),
                (Some(("?", name)), _) => Expression::Any(name.to_owned()),
                (Some(("#", name)), _) => Expression::Size(name.to_owned()),
                _ => Expression::Value(word.to_owned()),
            };
            return (!word.is_empty()).then_some((expression, rest));
        }
        let mut inputs = Vec::new();
        while !rest.starts_with(')') {
            let (input, behind) = Expression::read(&rest[1..])?;
            inputs.push(input);
            rest = behind.trim_start();
            if !rest.starts_with([',', ')']) {
                return None;
            }
        }
        Some((Expression::Op(word.to_owned(), inputs), &rest[1..]))
    }
}

/// What the names of a pattern stand for.
pub type Bindings = HashMap<String, String>;

/// The graph that patterns are looked for in.
#[derive(Clone, Copy)]
pub struct Graph<'g, 'a> {
    pub nodes: &'a [Node],
    /// The node that makes each value.
    pub makers: &'g HashMap<String, usize>,
    pub constants: &'g HashMap<String, Constant>,
}

impl Graph<'_, '_> {
    /// What the names of a pattern stand for, if a value is computed as it says.
    pub fn find(&self, pattern: &Expression, value: &str) -> Option<Bindings> {
        self.solve(&[(pattern, value.to_owned())], Bindings::new())
    }

    /// Whether all these values are computed like this.
    fn solve(&self, goals: &[(&Expression, String)], mut bindings: Bindings) -> Option<Bindings> {
        let Some(((pattern, value), rest)) = goals.split_first() else { return Some(bindings) };
        let constant = self.constants.get(value);
        match pattern {
            Expression::Value(_) if constant.is_some() => None,
            Expression::Constant(_) if constant.is_none() => None,
            Expression::Size(_) if constant.is_some_and(|constant| constant.count() != 1) => None,
            Expression::Size(_) if !self.is_size(value, MOST_STEPS) => None,
            Expression::Value(name)
            | Expression::Constant(name)
            | Expression::Any(name)
            | Expression::Size(name) => {
                let known = bindings.entry(name.clone()).or_insert_with(|| value.clone());
                if known != value { None } else { self.solve(rest, bindings) }
            }
            Expression::Missing if value.is_empty() => self.solve(rest, bindings),
            Expression::Missing => None,
            Expression::Number(number) => {
                let same = is_near(constant?.scalar()?, *number);
                same.then(|| self.solve(rest, bindings)).flatten()
            }
            Expression::Op(op, patterns) => {
                let node = &self.nodes[*self.makers.get(value)?];
                if node.outputs.first() != Some(value) {
                    return None;
                }
                let ways = match (op.as_str(), &patterns[..]) {
                    ("Mul", [a, b]) if node.op == "Div" => self.quotient(node, [a, b])?,
                    // Without the axes over which it reduces.
                    (flat, _) if flat.strip_suffix("Flat") == Some(&node.op) => {
                        if node.flag("keepdims", true) != Ok(false) || !takes(node, patterns.len())
                        {
                            return None;
                        }
                        vec![patterns.iter().zip(node.inputs.iter().cloned()).collect()]
                    }
                    _ if *op != node.op || !fits(node) || !takes(node, patterns.len()) => {
                        return None;
                    }
                    ("Add" | "Mul", [a, b]) => {
                        let [x, y] = [&node.inputs[0], &node.inputs[1]].map(String::clone);
                        vec![vec![(a, x.clone()), (b, y.clone())], vec![(a, y), (b, x)]]
                    }
                    _ => vec![patterns.iter().zip(node.inputs.iter().cloned()).collect()],
                };
                ways.into_iter().find_map(|mut way| {
                    way.extend_from_slice(rest);
                    self.solve(&way, bindings.clone())
                })
            }
        }
    }

    /// Whether a value depends on shapes only.
    fn is_size(&self, value: &str, steps: usize) -> bool {
        if self.constants.contains_key(value) {
            return true;
        }
        let Some(node) = self.makers.get(value).map(|maker| &self.nodes[*maker]) else {
            return false;
        };
        let inner =
            |input: &String| input.is_empty() || steps > 0 && self.is_size(input, steps - 1);
        match node.op.as_str() {
            "Shape" => true,
            // The type is that of a value.
            "CastLike" => node.inputs.first().is_some_and(inner),
            op => OF_SIZES.contains(&op) && node.inputs.iter().all(inner),
        }
    }

    /// A division by a number, which is a product with another one.
    fn quotient<'p>(
        &self,
        node: &Node,
        [a, b]: [&'p Expression; 2],
    ) -> Option<Vec<Vec<(&'p Expression, String)>>> {
        let [x, divisor] = &node.inputs[..] else { return None };
        let (number, other) = match (a, b) {
            (Expression::Number(number), other) | (other, Expression::Number(number)) => {
                (*number, other)
            }
            _ => return None,
        };
        let divisor = self.constants.get(divisor)?.scalar()?;
        is_near(1.0 / divisor, number).then(|| vec![vec![(other, x.clone())]])
    }
}

/// How many operations there may be between shapes and a number that is computed of them.
const MOST_STEPS: usize = 8;

/// Operations with which exporters compute numbers of shapes.
const OF_SIZES: [&str; 9] =
    ["Slice", "Gather", "Cast", "Sqrt", "Div", "Mul", "Pow", "Reciprocal", "Squeeze"];

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= b.abs() * TOLERANCE
}

/// Whether a node takes exactly so many inputs.
fn takes(node: &Node, count: usize) -> bool {
    node.inputs.len() >= count && node.inputs[count..].iter().all(String::is_empty)
}

/// Whether the attributes of a node are those that patterns mean.
fn fits(node: &Node) -> bool {
    match node.op.as_str() {
        op if op.starts_with("Reduce") => node.flag("keepdims", true) == Ok(true),
        "Softmax" => node.int("axis", 0) == Ok(-1),
        "Pad" => node.text("mode", "constant").is_ok_and(|mode| mode == "constant"),
        "HardSigmoid" => {
            let [alpha, beta] =
                [("alpha", 0.2), ("beta", 0.5)].map(|(name, default)| node.float(name, default));
            alpha.is_ok_and(|alpha| is_near(alpha, 1.0 / 6.0)) && beta == Ok(0.5)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read() {
        let op = |name: &str, inputs| Expression::Op(name.to_owned(), inputs);
        let x = || Expression::Value("x".to_owned());
        assert_eq!(
            Expression::parse("Mul(x, Clip(Add(x, 3), 0, $w))"),
            Some(op(
                "Mul",
                vec![
                    x(),
                    op(
                        "Clip",
                        vec![
                            op("Add", vec![x(), Expression::Number(3.0)]),
                            Expression::Number(0.0),
                            Expression::Constant("w".to_owned()),
                        ]
                    )
                ]
            ))
        );
        assert_eq!(Expression::parse("Mul(x"), None);
        assert_eq!(Expression::parse("Mul(x, y) z"), None);
    }
}
