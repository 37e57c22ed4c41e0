//! Whether two texts are the same declaration.

use cnn_syntax::Outline;
use cnn_syntax::value::text::brackets;
use proc_macro2::{TokenStream, TokenTree};

use crate::lists::KEYWORDS;
use crate::tokens::Tokens;

/// Whether a formatted text has the tokens of the one `before`, which are `tokens`, but for `;` and `,` in front of a
/// closing bracket and `;` behind one, and its comments, and can be read.
pub fn is_same(before: &str, tokens: &Tokens<'_>, formatted: &str) -> bool {
    let (Ok(stream), Ok(before)) = (formatted.parse::<TokenStream>(), before.parse()) else {
        return false;
    };
    let Ok(outline) = Outline::read(stream.clone()) else { return false };
    let after = Tokens::new(formatted, 0..formatted.len(), stream.clone(), &outline);
    essence(before) == essence(stream) && comments(tokens).eq(comments(&after))
}

fn comments<'t>(tokens: &'t Tokens<'_>) -> impl Iterator<Item = String> + 't {
    let comments = (0..=tokens.len()).flat_map(|index| tokens.gap(index).comments);
    comments.map(|comment| comment.text.replace('\r', ""))
}

/// The tokens of a text that have a meaning.
fn essence(tokens: TokenStream) -> Vec<String> {
    let mut list = Vec::new();
    push_all(tokens, &mut list);
    list
}

fn push_all(tokens: TokenStream, list: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let [open, close] = brackets(group.delimiter());
                // In `(a,)`, the comma makes a list of one, but not in `f(a,)`.
                let is_call = list.last().is_some_and(|last| {
                    last.starts_with(|first: char| {
                        first.is_alphanumeric() || "_)]>".contains(first)
                    }) && !KEYWORDS.contains(&last.as_str())
                });
                list.push(open.to_owned());
                let start = list.len();
                push_all(group.stream(), list);
                let commas = list[start..].iter().filter(|token| *token == ",").count();
                if commas != 1 || is_call || open != "(" {
                    drop_separators(list);
                }
                list.push(close.to_owned());
            }
            TokenTree::Punct(punct) => {
                let mark = punct.as_char();
                if mark == '>' {
                    drop_separators(list);
                }
                // After layers and repeats, and another one.
                let follows =
                    list.last().is_some_and(|last| ["}", ">", "]", ";"].contains(&last.as_str()));
                if mark != ';' || !follows {
                    list.push(mark.to_string());
                }
            }
            token => list.push(token.to_string()),
        }
    }
}

fn drop_separators(list: &mut Vec<String>) {
    while list.last().is_some_and(|last| last == ";" || last == ",") {
        list.pop();
    }
}
