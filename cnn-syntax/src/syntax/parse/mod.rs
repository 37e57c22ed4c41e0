//! From tokens to the syntax tree. Permissive: what cannot be read is reported, and reading goes on
//! after the next `;`, so that one typo is one error.

mod arguments;
mod control;
mod foreign;
mod items;
mod statements;
mod uses;
mod values;

use std::collections::HashSet;

use cnn_core::Kind;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseBuffer, ParseStream, Parser as _};
use syn::{Token, braced, bracketed, token};

use crate::outline::Outline;
use crate::report::errors::Errors;
use crate::report::place::SpanRange;
use crate::syntax::ast::{Declaration, Items};
use crate::value::token::{is_punct, is_word};

/// Reads all that one invocation declares. `Err` has the condition of a layer that rustc has to decide first.
pub fn declaration(tokens: TokenStream, errors: &mut Errors) -> Result<Declaration, TokenStream> {
    read(tokens, errors, None)
}

/// The same, with the places of items and layers, for a reader that is interested in nothing else.
pub fn outline(tokens: TokenStream, errors: &mut Errors) -> Outline {
    let mut outline = Outline::default();
    // A condition does not matter: what it is about has been read, too.
    let _ = read(tokens, errors, Some(&mut outline));
    outline
}

fn read(
    tokens: TokenStream,
    errors: &mut Errors,
    outline: Option<&mut Outline>,
) -> Result<Declaration, TokenStream> {
    let blocks = block_names(&tokens);
    let parse = |input: ParseStream<'_>| {
        let (last, bound) = (Span::call_site(), HashSet::new());
        let commas = Vec::new();
        let mut parser = Parser { errors, last, blocks, bound, commas, condition: None, outline };
        let declaration = parser.declaration(input);
        parser.skip(input, |_| false);
        parser.report_commas();
        Ok(parser.condition.map_or(Ok(declaration), Err))
    };
    parse.parse2(tokens).unwrap_or(Ok(Declaration::Items(Items::default())))
}

/// Marks a part that could not be parsed; its error has been reported.
struct Unreadable;

type Read<T> = Result<T, Unreadable>;

/// The parser of declarations. The parts of each kind of node are in the files beside this one.
struct Parser<'e> {
    errors: &'e mut Errors,
    /// The last token that was read: where something is missing.
    last: Span,
    /// The blocks of the declaration, also those that are still to be read.
    blocks: HashSet<String>,
    /// The names that the item which is read has given to values so far.
    bound: HashSet<String>,
    /// Commas where a `;` should be: who writes one writes many.
    commas: Vec<Span>,
    /// The first condition of a layer that only rustc knows.
    condition: Option<TokenStream>,
    /// Where items and layers are, if somebody wants to know.
    outline: Option<&'e mut Outline>,
}

impl Parser<'_> {
    /// Whether a name is that of a layer or of a block.
    fn is_layer(&self, name: &Ident) -> bool {
        let name = name.to_string();
        let layer = || Kind::from_keyword(&name).is_some_and(|kind| !kind.is_join());
        self.blocks.contains(&name) || layer()
    }

    /// The next token, if it is a group with this delimiter.
    fn group(&mut self, input: ParseStream<'_>, delimiter: Delimiter) -> Option<Group> {
        let (TokenTree::Group(group), _) = input.cursor().token_tree()? else { return None };
        if group.delimiter() != delimiter {
            return None;
        }
        input.parse::<TokenTree>().ok()?;
        Some(group)
    }

    /// The tokens before one at which something ends.
    fn until(
        &mut self,
        input: ParseStream<'_>,
        end: impl Fn(ParseStream<'_>) -> bool,
    ) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        while !input.is_empty() && !end(input) {
            let Ok(token) = input.parse::<TokenTree>() else { break };
            self.last = token.span();
            tokens.push(token);
        }
        tokens
    }

    /// Skips tokens up to one at which reading can go on.
    fn skip(&mut self, input: ParseStream<'_>, until: impl Fn(ParseStream<'_>) -> bool) {
        self.until(input, until);
    }

    /// Skips the next token.
    fn skip_one(&mut self, input: ParseStream<'_>) {
        if let Ok(token) = input.parse::<TokenTree>() {
            self.last = token.span();
        }
    }

    /// The next token, or the last one where there is no other.
    fn here(&self, input: ParseStream<'_>) -> Span {
        if input.is_empty() { self.last } else { input.span() }
    }

    fn fail<T>(&mut self, at: impl Into<SpanRange>, message: impl Into<String>) -> Read<T> {
        self.errors.push(at, message);
        Err(Unreadable)
    }

    fn syn<T>(&mut self, result: syn::Result<T>) -> Read<T> {
        result.map_err(|error| {
            self.errors.push_syn(&error);
            Unreadable
        })
    }
}

/// The names of the blocks of a declaration, and of what it uses from others.
fn block_names(tokens: &TokenStream) -> HashSet<String> {
    let mut names = HashSet::new();
    let mut tokens = tokens.clone().into_iter();
    while let Some(token) = tokens.next() {
        if is_word(&token, "block")
            && let Some(TokenTree::Ident(name)) = tokens.next()
        {
            names.insert(name.to_string());
        } else if is_word(&token, "use") {
            let tree = tokens.by_ref().take_while(|token| !is_punct(token, ';'));
            used_names(tree, &mut names);
        }
    }
    names
}

/// The names that the tree of a `use` gives to something: the last of each path.
fn used_names(tree: impl Iterator<Item = TokenTree>, names: &mut HashSet<String>) {
    let mut last = None;
    for token in tree {
        match token {
            TokenTree::Ident(name) => last = Some(name.to_string()),
            TokenTree::Punct(comma) if comma.as_char() == ',' => names.extend(last.take()),
            TokenTree::Group(group) => {
                last = None;
                used_names(group.stream().into_iter(), names);
            }
            _ => {}
        }
    }
    names.extend(last);
}

fn brackets<'a>(input: ParseStream<'a>) -> syn::Result<(token::Bracket, ParseBuffer<'a>)> {
    let content;
    let brackets = bracketed!(content in input);
    Ok((brackets, content))
}

fn braces<'a>(input: ParseStream<'a>) -> syn::Result<(token::Brace, ParseBuffer<'a>)> {
    let content;
    let braces = braced!(content in input);
    Ok((braces, content))
}

/// Whether the next identifier is this word.
fn begins_with(input: ParseStream<'_>, word: &str) -> bool {
    input.cursor().ident().is_some_and(|(ident, _)| ident == word)
}

/// Whether a network or a block begins.
fn begins_named(input: ParseStream<'_>) -> bool {
    let public = input.peek(Token![pub]);
    public || (input.peek(Token![struct]) && input.peek2(syn::Ident)) || begins_block(input)
}

fn begins_block(input: ParseStream<'_>) -> bool {
    begins_with(input, "block") && input.peek2(syn::Ident)
}

/// Whether the first of some tokens is this punctuation mark.
fn starts_with(tokens: &[TokenTree], char: char) -> bool {
    matches!(tokens.first(), Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}
