//! Tokens as text, for messages and documentation: spaced as rustfmt would, whatever the spacing
//! of the source and the printer of the compiler.

use proc_macro2::{Delimiter, Spacing, TokenTree};

/// Operators of more than one character, longest first.
const LONG: [&str; 25] = [
    "..=", "...", "<<=", ">>=", "::", "..", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "->",
    "=>", "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<-",
];

/// Words that no call begins with, nor an index.
const KEYWORDS: [&str; 12] =
    ["as", "break", "else", "for", "if", "in", "let", "match", "move", "mut", "return", "while"];

/// The text of some tokens.
pub fn of(tokens: &[TokenTree]) -> String {
    text(tokens, Spaces::default())
}

/// The text of a path in which `<` opens generics: `m::Backbone<8>`.
pub fn path(tokens: &[TokenTree]) -> String {
    text(tokens, Spaces::of_types())
}

fn text(tokens: &[TokenTree], spaces: Spaces) -> String {
    let mut printer = Printer { text: String::new(), spaces };
    printer.write(tokens);
    printer.text
}

/// Where spaces are: asked for each part of a text in turn, it says if one is before that part.
#[derive(Clone, Default)]
pub struct Spaces {
    last: Last,
    /// Open lists of generics.
    angles: usize,
    /// Whether every `<` opens one.
    types: bool,
    /// Whether a `|` closes the parameters of a closure.
    closure: bool,
    /// What was known in front of each open bracket.
    outside: Vec<Spaces>,
}

/// The last token, as far as the next space depends on it.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    #[default]
    Start,
    Word,
    /// A word after which brackets are no arguments.
    Keyword,
    /// The name of a type, after which `<` opens a list of generics.
    Type,
    /// Something with a space behind it, such as an operator that takes an operand on its right.
    Space,
    /// `::`, after which `<` opens a list of generics.
    Path,
    /// Something that the next token follows without a space.
    Glue,
}

impl Last {
    fn is_operand(self) -> bool {
        matches!(self, Last::Word | Last::Type)
    }
}

impl Spaces {
    /// Of a text in which every `<` opens a list of generics.
    pub fn of_types() -> Spaces {
        Spaces { types: true, ..Spaces::default() }
    }

    /// Whether nothing has been written yet, or nothing since a bracket.
    pub fn is_start(&self) -> bool {
        self.last == Last::Start
    }

    /// Before a name or a literal.
    pub fn word(&mut self, word: &str) -> bool {
        let space = matches!(self.last, Last::Word | Last::Type | Last::Keyword | Last::Space);
        self.last = match word {
            word if KEYWORDS.contains(&word) => Last::Keyword,
            word if is_type(word) => Last::Type,
            _ => Last::Word,
        };
        space
    }

    /// Before a comment in the middle of a line.
    pub fn comment(&mut self) {
        if !self.last.is_operand() {
            self.last = Last::Space;
        }
    }

    /// Before an opening bracket; `padded` ones have spaces within.
    pub fn open(&mut self, delimiter: Delimiter, padded: bool) -> bool {
        let space = match (self.last, delimiter) {
            (Last::Space | Last::Keyword, _) => true,
            (Last::Start | Last::Glue | Last::Path, _) => false,
            (_, delimiter) => delimiter == Delimiter::Brace,
        };
        let last = if padded { Last::Space } else { Last::Start };
        let mut outside = std::mem::take(self);
        let mut all = std::mem::take(&mut outside.outside);
        all.push(outside);
        *self = Spaces { last, outside: all, ..Spaces::default() };
        space
    }

    /// After a closing bracket.
    pub fn close(&mut self) {
        let mut outside = std::mem::take(&mut self.outside);
        *self = outside.pop().unwrap_or_default();
        self.outside = outside;
        self.last = Last::Word;
    }

    /// Before an operator, or another mark.
    pub fn operator(&mut self, operator: &str) -> bool {
        let after_space = matches!(self.last, Last::Space | Last::Keyword);
        let operand_before = self.last.is_operand();
        let (space, last) = match operator {
            "," | ";" | ":" => (false, Last::Space),
            "<" if matches!(self.last, Last::Path | Last::Type)
                || self.angles > 0
                || self.types =>
            {
                self.angles += 1;
                (after_space, Last::Glue)
            }
            ">" | ">>" if self.angles > 0 => {
                self.angles = self.angles.saturating_sub(operator.len());
                (false, Last::Word)
            }
            "::" => (after_space, Last::Path),
            "?" => (false, Last::Word),
            "." | ".." | "..=" | "#" | "$" | "'" | "@" => (after_space, Last::Glue),
            "!" if operand_before => (false, Last::Glue),
            "|" if self.closure => {
                self.closure = false;
                (false, Last::Space)
            }
            "|" if !operand_before => {
                self.closure = true;
                (after_space, Last::Glue)
            }
            "||" if !operand_before => (after_space, Last::Space),
            _ if operand_before => (true, Last::Space),
            _ => (after_space, Last::Glue),
        };
        self.last = last;
        space
    }
}

/// Whether a name is written as that of a type, such as `Backbone`, and not as that of a constant.
pub fn is_type(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

struct Printer {
    text: String,
    spaces: Spaces,
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
                    let space = self.spaces.operator(&operator);
                    self.push(space, &operator);
                }
            }
        }
    }

    fn word(&mut self, word: &str) {
        let space = self.spaces.word(word);
        self.push(space, word);
    }

    fn group(&mut self, group: &proc_macro2::Group) {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let delimiter = match group.delimiter() {
            // What a `macro_rules` macro hands on as an expression is one.
            Delimiter::None if inner.len() > 1 => Delimiter::Parenthesis,
            Delimiter::None => return self.write(&inner),
            delimiter => delimiter,
        };
        let [open, close] = brackets(delimiter);
        let padded = delimiter == Delimiter::Brace && !inner.is_empty();
        let space = self.spaces.open(delimiter, padded);
        self.push(space, open);
        self.write(&inner);
        self.spaces.close();
        self.push(padded, close);
    }

    fn push(&mut self, space: bool, text: &str) {
        if space {
            self.text.push(' ');
        }
        self.text.push_str(text);
    }
}

/// The brackets of a group.
pub fn brackets(delimiter: Delimiter) -> [&'static str; 2] {
    match delimiter {
        Delimiter::Parenthesis => ["(", ")"],
        Delimiter::Bracket => ["[", "]"],
        Delimiter::Brace => ["{", "}"],
        Delimiter::None => ["", ""],
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
    longest(&run).to_owned()
}

/// The operator that some marks begin with, which follow each other without a space. Not empty.
pub fn longest(marks: &str) -> &str {
    let long = LONG.iter().find(|long| marks.starts_with(**long));
    &marks[..long.map_or(1, |long| long.len())]
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
        check("x -= 1");
        check("for (i, width) in [1, 2].iter().enumerate()");
        check("let (a, b) = if c { (1, 2) } else { (3, 4) }");
        check("|x: usize| x + 1");
        check("a | b || !c");
        check("m::Net<3>");
        check("x? + 1");
    }
}
