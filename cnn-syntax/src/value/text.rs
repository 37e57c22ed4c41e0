//! Tokens as text, for messages and documentation: spaced as rustfmt would, whatever the spacing
//! of the source and the printer of the compiler.

use proc_macro2::{Delimiter, Spacing, TokenTree};

/// Operators of more than one character, longest first.
const LONG: [&str; 14] =
    ["..=", "::", "..", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "->", "=>", "+="];

/// The text of some tokens.
pub fn of(tokens: &[TokenTree]) -> String {
    let mut printer = Printer { text: String::new(), last: Last::Start, angles: 0, types: false };
    printer.write(tokens);
    printer.text
}

/// The text of a path in which `<` opens generics: `m::Backbone<8>`.
pub fn path(tokens: &[TokenTree]) -> String {
    let mut printer = Printer { text: String::new(), last: Last::Start, angles: 0, types: true };
    printer.write(tokens);
    printer.text
}

/// The last token, as far as the next space depends on it.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Start,
    Word,
    /// An operator that takes an operand on its right.
    Operator,
    /// `::`, after which `<` opens a list of generics.
    Path,
    /// Something that the next token follows without a space.
    Glue,
}

struct Printer {
    text: String,
    last: Last,
    /// Open lists of generics.
    angles: usize,
    /// Whether every `<` opens one.
    types: bool,
}

impl Printer {
    fn write(&mut self, tokens: &[TokenTree]) {
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            rest = after;
            match token {
                TokenTree::Group(group) => self.group(group),
                // What a macro hands on as `$crate` is a crate for who reads it.
                TokenTree::Ident(ident) => self.word(ident.to_string().trim_start_matches('$')),
                TokenTree::Literal(literal) => self.word(&literal.to_string()),
                TokenTree::Punct(_) => {
                    let operator = operator(tokens_of(token, after));
                    rest = &after[operator.len() - 1..];
                    self.operator(&operator);
                }
            }
        }
    }

    fn word(&mut self, word: &str) {
        if self.last == Last::Word {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.last = Last::Word;
    }

    fn group(&mut self, group: &proc_macro2::Group) {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => (" { ", " }"),
            // What a `macro_rules` macro hands on as an expression is one.
            Delimiter::None if inner.len() > 1 => ("(", ")"),
            Delimiter::None => ("", ""),
        };
        self.text.push_str(if self.last == Last::Word { open } else { open.trim_start() });
        self.text.push_str(&of(&inner));
        self.text.push_str(close);
        self.last = Last::Word;
    }

    fn operator(&mut self, operator: &str) {
        let operand_before = self.last == Last::Word;
        match operator {
            "," | ";" => {
                self.text.push_str(operator);
                self.text.push(' ');
                self.last = Last::Operator;
            }
            "<" if self.last == Last::Path || self.angles > 0 || self.types => {
                self.angles += 1;
                self.glue("<");
            }
            ">" | ">>" if self.angles > 0 => {
                self.angles = self.angles.saturating_sub(operator.len());
                self.text.push_str(operator);
                self.last = Last::Word;
            }
            "::" => {
                self.glue("::");
                self.last = Last::Path;
            }
            "." | ".." | "..=" | "?" | "#" | "$" | "'" | "@" => self.glue(operator),
            "!" if operand_before => self.glue("!"),
            _ if operand_before => {
                self.text.push(' ');
                self.text.push_str(operator);
                self.text.push(' ');
                self.last = Last::Operator;
            }
            _ => self.glue(operator),
        }
    }

    fn glue(&mut self, operator: &str) {
        self.text.push_str(operator);
        self.last = Last::Glue;
    }
}

fn tokens_of<'a>(
    first: &'a TokenTree,
    after: &'a [TokenTree],
) -> impl Iterator<Item = &'a TokenTree> {
    std::iter::once(first).chain(after)
}

/// The operator that some tokens begin with.
fn operator<'a>(tokens: impl Iterator<Item = &'a TokenTree>) -> String {
    let mut run = String::new();
    for token in tokens {
        let TokenTree::Punct(punct) = token else { break };
        run.push(punct.as_char());
        if punct.spacing() == Spacing::Alone || run.len() == 3 {
            break;
        }
    }
    let long = LONG.iter().find(|long| run.starts_with(**long));
    long.map_or_else(|| run[..1].to_owned(), |long| (*long).to_owned())
}

#[cfg(test)]
mod tests {
    use proc_macro2::{TokenStream, TokenTree};

    #[track_caller]
    fn check(text: &str) {
        let tokens: TokenStream = text.parse().unwrap();
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        assert_eq!(super::of(&tokens), text);
    }

    #[test]
    fn text_is_spaced_as_rustfmt_would() {
        check("4 * 4 * 50");
        check("-1");
        check("a - -1");
        check("(3, 5)");
        check("[1, 2]");
        check("f(a, b) + c::D");
        check("sizes::<3, { N + 1 }>(x)");
        check("a << 2");
        check("&x as usize");
        check("x.len()");
        check("0..C / 2");
        check("max!(a, b)");
        check("a == b && !c");
        check("Vec::<Vec<u8>>::new()");
    }
}
