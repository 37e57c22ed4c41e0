//! Random declarations, made from the grammar in the guide.

use std::collections::HashMap;

use cnn_syntax::Outline;

const GUIDE: &str = include_str!("../../../src/guide.md");

/// The right side of a production, or a part of it.
#[derive(Debug)]
enum Rule {
    /// What is in quotes.
    Text(String),
    /// The name of a production, or one in capitals for something of Rust's.
    Name(String),
    All(Vec<Rule>),
    One(Vec<Rule>),
    Optional(Box<Rule>),
    /// Any number, with commas between them or without.
    Many(Box<Rule>, bool),
}

pub struct Grammar {
    rules: HashMap<String, Rule>,
}

impl Grammar {
    pub fn of_the_guide() -> Grammar {
        let (_, text) = GUIDE.split_once("```text\ndeclaration").expect("the grammar");
        let (text, _) = text.split_once("```").expect("its end");
        let text = format!("declaration{text}");
        let mut sides: Vec<(String, String)> = Vec::new();
        for line in text.lines() {
            match line.split_once("::=") {
                Some((name, side)) => sides.push((name.trim().to_owned(), side.to_owned())),
                None => sides.last_mut().expect("it begins with a name").1.push_str(line),
            }
        }
        let rule = |side: String| one(&mut parts(&side).into_iter().peekable());
        Grammar { rules: sides.into_iter().map(|(name, side)| (name, rule(side))).collect() }
    }

    /// A declaration that can be read. `random` gives numbers below its argument.
    pub fn declaration(&self, random: &mut dyn FnMut(usize) -> usize) -> String {
        loop {
            let mut writer = Writer { grammar: self, random, text: String::new(), count: 0 };
            writer.production("declaration", 0);
            let text = writer.text;
            if Outline::read(text.parse().unwrap()).is_ok() {
                return format!("cnn! {{{text} }}\n");
            }
        }
    }
}

/// Quoted texts, names and marks.
fn parts(side: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for (index, text) in side.split('"').enumerate() {
        if index % 2 == 1 {
            parts.push(format!("\"{text}"));
            continue;
        }
        for word in text.split_whitespace() {
            let name = word.trim_end_matches(['?', '*', ',']);
            parts.extend((!name.is_empty()).then(|| name.to_owned()));
            let mark = word[name.len()..].to_owned();
            parts.extend((!mark.is_empty()).then_some(mark));
        }
    }
    parts
}

type Parts = std::iter::Peekable<std::vec::IntoIter<String>>;

/// Alternatives.
fn one(parts: &mut Parts) -> Rule {
    let mut rules = vec![all(parts)];
    while parts.next_if_eq("|").is_some() {
        rules.push(all(parts));
    }
    if rules.len() == 1 { rules.remove(0) } else { Rule::One(rules) }
}

fn all(parts: &mut Parts) -> Rule {
    let mut rules = Vec::new();
    while let Some(part) = parts.next_if(|part| part != "|" && part != ")") {
        let rule = match part.strip_prefix('"') {
            Some(text) => Rule::Text(text.to_owned()),
            None if part == "(" => {
                let rule = one(parts);
                let close = parts.next().expect("a parenthesis that closes");
                assert_eq!(close, ")");
                rule
            }
            None => Rule::Name(part),
        };
        rules.push(match parts.next_if(|part| ["?", "*", ",*"].contains(&part.as_str())) {
            None => rule,
            Some(mark) if mark == "?" => Rule::Optional(Box::new(rule)),
            Some(mark) => Rule::Many(Box::new(rule), mark == ",*"),
        });
    }
    Rule::All(rules)
}

struct Writer<'a> {
    grammar: &'a Grammar,
    random: &'a mut dyn FnMut(usize) -> usize,
    text: String,
    /// How many names there are that must differ.
    count: usize,
}

impl Writer<'_> {
    fn production(&mut self, name: &str, depth: usize) {
        let grammar = self.grammar;
        self.rule(&grammar.rules[name], name, depth + 1);
    }

    fn rule(&mut self, rule: &Rule, production: &str, depth: usize) {
        // Deep down, what comes first ends.
        let is_deep = depth > 14;
        match rule {
            Rule::Text(text) => self.word(text),
            Rule::Name(name) if self.grammar.rules.contains_key(name) => {
                self.production(name, depth);
            }
            Rule::Name(name) => self.rust(name, production),
            Rule::All(rules) => {
                for rule in rules {
                    self.rule(rule, production, depth);
                }
            }
            Rule::One(rules) => {
                let index = if is_deep { 0 } else { (self.random)(rules.len()) };
                self.rule(&rules[index], production, depth);
            }
            Rule::Optional(rule) => {
                let is_mark = matches!(&**rule, Rule::Text(text) if text == ";");
                if is_mark || !is_deep && (self.random)(3) == 0 {
                    self.rule(rule, production, depth);
                }
            }
            Rule::Many(rule, commas) => {
                let count = if is_deep { 1 } else { 1 + (self.random)(4) };
                for index in 0..count {
                    self.rule(rule, production, depth);
                    if *commas && index + 1 < count {
                        self.word(",");
                    }
                }
            }
        }
    }

    /// Something that Rust has, too.
    fn rust(&mut self, name: &str, production: &str) {
        let mut any = |texts: &[&str]| texts[(self.random)(texts.len())].to_owned();
        let text = match (name, production) {
            ("NAME", "join") => any(&["add", "mul", "concat", "sub"]),
            ("NAME", "call") => any(&["relu", "conv", "linear", "a_block_with_a_long_name", "Net"]),
            ("NAME", "pattern" | "assignment" | "reference" | "label") => any(&["a", "b", "width"]),
            ("NAME", _) => {
                self.count += 1;
                format!("{}{}", any(&["n", "some_name_that_is_long_", "Name"]), self.count)
            }
            ("STRING", _) => any(&["\"a-1\"", "\"a{1}.b\""]),
            ("PATH", _) => {
                any(&["m::Net", "m::Net<3>", "crate::a_module::Network<WIDTH, { 3 + 4 }>"])
            }
            ("TYPE", _) => any(&["usize", "[usize; 3]", "&[(usize, f64)]"]),
            ("EXPRESSION", _) => any(&[
                "3",
                "WIDTH",
                "2 * n - 1",
                "-1",
                "f(1, 2)",
                "(a + b) / 2",
                "x as f64",
                "a[0]",
                "!a && b",
                "[1, 2][0]",
                "f::<1, 2>(a)",
                "some_function(a_long_argument, another_argument)",
                "a == b",
            ]),
            ("GENERICS", _) => any(&["<const N: usize = 3>", "<const A: usize, B: cnn::Network>"]),
            ("ATTRIBUTE", "item") => any(&["/// Doc.\n", "#[allow(unused_value)]"]),
            ("ATTRIBUTE", _) => {
                any(&["#[frozen]", "/// Doc.\n", "#[cfg(test)]", "#[allow(bias_before_batchnorm)]"])
            }
            ("VISIBILITY", _) => any(&["pub", "pub(crate)"]),
            ("FUNCTION", _) => any(&[
                "const fn f(x: usize) -> usize { x + 1 }",
                "const fn g() -> [usize; 2] {\n  [1,2]\n}",
            ]),
            ("TREE", _) => any(&["crate::a", "a::{b, c as d}", "super::a::b as other"]),
            _ => panic!("`{name}` in `{production}`"),
        };
        self.word(&text);
    }

    fn word(&mut self, word: &str) {
        let gap = ["", " ", " ", " ", "\n", "  \n\n "][(self.random)(6)];
        let is_mark = |char: char| "()[]{},;".contains(char);
        let fits = self.text.ends_with(is_mark) || word.starts_with(is_mark);
        self.text.push_str(if gap.is_empty() && !fits { " " } else { gap });
        self.text.push_str(word);
    }
}
