//! The macro against PyTorch: every second chain as a network of one crate, checked by rustc. The algebra
//! is compared on all of them in the tests of the library.

use std::fmt::Write as _;

use crate::oracle::{Answer, Chain, chains};
use crate::probes::probes;
use crate::rustc::{self, Diagnostic};

/// A crate with a network for each chain, one layer a line.
struct Source {
    text: String,
    /// For each chain the line of its first layer.
    first_lines: Vec<usize>,
}

impl Source {
    fn new(chains: &[Chain], prelude: &str, size: &dyn Fn(i64) -> String) -> Source {
        let mut source = Source { text: prelude.to_owned(), first_lines: Vec::new() };
        for (number, chain) in chains.iter().enumerate() {
            source.network(number, chain, size);
        }
        source
    }

    fn network(&mut self, number: usize, chain: &Chain, size: &dyn Fn(i64) -> String) {
        let text = &mut self.text;
        // Values are only named where some layer takes several of them.
        let joins = chain.layers.iter().any(|layer| layer.takes.is_some());
        let input =
            if joins { format!("(v0: {:?})", chain.input) } else { format!("{:?}", chain.input) };
        let start = if joins { " from(v0);" } else { "" };
        writeln!(text, "cnn::cnn! {{ pub struct C{number}: {input} <{start}").unwrap();
        self.first_lines.push(text.lines().count() + 1);
        for (last, layer) in chain.layers.iter().enumerate() {
            let label = if joins { format!("v{}: ", last + 1) } else { String::new() };
            writeln!(text, "    {label}{};", layer.source(last, size)).unwrap();
        }
        writeln!(text, "> }}").unwrap();
        if chain.why.is_none() {
            write!(text, "const _: () = {{").unwrap();
            for (index, answer) in chain.answers.iter().enumerate() {
                let Answer { output, costs, .. } = answer;
                let row = format!("C{number}::SUMMARY.rows.at({index})");
                write!(text, " check(&{row}, &{output:?}, {costs:?});").unwrap();
            }
            writeln!(text, " }};").unwrap();
        }
    }

    /// Where what rustc says differs from what PyTorch says.
    fn differences(&self, chains: &[Chain], diagnostics: &[Diagnostic]) -> Vec<String> {
        let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|d| d.is_error()).collect();
        let mut wrong = Vec::new();
        for (number, chain) in chains.iter().enumerate() {
            let first = self.first_lines[number];
            let end = self.first_lines.get(number + 1).copied().unwrap_or(usize::MAX);
            let own: Vec<_> = errors.iter().filter(|e| (first..end).contains(&e.line)).collect();
            let mut lines: Vec<usize> = own.iter().map(|error| error.line).collect();
            // Three chains have two mistakes in the layer that fails, in two arguments.
            lines.dedup();
            let expected: Vec<usize> =
                chain.why.iter().map(|_| first + chain.answers.len()).collect();
            if lines != expected {
                wrong.push(format!("chain {number} ({:?}): {own:#?}", chain.why));
            }
        }
        wrong
    }
}

const PRELUDE: &str = "\
#![allow(dead_code)]
const fn check(row: &cnn::Row, output: &[usize], costs: Option<(u64, u64)>) {
    assert!(row.output.same(&cnn::Shape::new(output)));
    if let Some((params, macs)) = costs {
        assert!(row.params == params);
        assert!(row.macs == macs);
    }
}
/// A size that the macro cannot know.
const fn later(size: usize) -> usize {
    size
}
";

#[test]
fn the_macro_agrees_with_pytorch_on_chains() {
    let chains: Vec<Chain> = chains().into_iter().step_by(2).collect();
    let source = Source::new(&chains, PRELUDE, &|size| size.to_string());
    let diagnostics = rustc::check(&source.text);
    let wrong = source.differences(&chains, &diagnostics);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_macro_agrees_with_pytorch_on_every_probe() {
    // An input with a size of zero is an error before the layer, and has a test of its own.
    let chains = probes().into_iter().map(|probe| probe.chain);
    let chains: Vec<Chain> = chains.filter(|chain| !chain.input.contains(&0)).collect();
    let source = Source::new(&chains, PRELUDE, &|size| size.to_string());
    let diagnostics = rustc::check(&source.text);
    let wrong = source.differences(&chains, &diagnostics);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn const_evaluation_agrees_with_the_macro_to_the_word() {
    // Negative sizes cannot be had from a `const fn`.
    let chains: Vec<Chain> = chains().into_iter().filter(sayable).step_by(10).collect();
    let known = Source::new(&chains, PRELUDE, &|size| size.to_string());
    let later = Source::new(&chains, PRELUDE, &|size| format!("later({size})"));
    let by_macro = rustc::check(&known.text);
    let by_const = rustc::check(&later.text);
    let wrong = later.differences(&chains, &by_const);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(rustc::titles(&by_macro), rustc::titles(&by_const));
}

fn sayable(chain: &Chain) -> bool {
    let negative = |value: &serde_json::Value| value.to_string().contains('-');
    !chain.layers.iter().any(|layer| layer.args.values().any(negative))
}
