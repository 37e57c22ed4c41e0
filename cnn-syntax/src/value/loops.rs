//! `for` in functions, as rustc can read it: a `const fn` may use `while`, and no iterators yet.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::value::eval;
use crate::value::token::{is_braces, is_word};

/// The body of a function, with `while` in place of `for` wherever that is over numbers or over an array. The
/// other ones are left as they are, and rustc says what it thinks of them.
pub fn without_for(body: Group) -> Group {
    let stream = body.stream();
    if !has_for(stream.clone()) {
        return body;
    }
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut result: Vec<TokenTree> = Vec::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let begins = match result.last() {
            None => true,
            Some(TokenTree::Punct(punct)) => punct.as_char() == ';',
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
            Some(_) => false,
        };
        if begins
            && is_word(token, "for")
            && let Some((written, length)) = rewritten(&tokens[index..])
        {
            result.extend(written);
            index += length;
            continue;
        }
        result.push(match token {
            TokenTree::Group(group) => TokenTree::Group(without_for(group.clone())),
            token => token.clone(),
        });
        index += 1;
    }
    let mut written = Group::new(body.delimiter(), result.into_iter().collect());
    written.set_span(body.span());
    written
}

/// `for pattern in values { … }` as a `while`, and how many tokens it is made of.
fn rewritten(tokens: &[TokenTree]) -> Option<(TokenStream, usize)> {
    let end = tokens.iter().position(is_braces)?;
    let within = tokens[..end].iter().position(|token| is_word(token, "in"))?;
    let (pattern, values) = (&tokens[1..within], &tokens[within + 1..end]);
    let TokenTree::Group(body) = &tokens[end] else { return None };
    let body = without_for(body.clone());
    let [at, last] = ["at", "last"].map(|name| Ident::new(name, Span::mixed_site()));
    let pattern = quote!(#(#pattern)*);
    let inner;
    let (range, adapter) = match values {
        [
            TokenTree::Group(range),
            TokenTree::Punct(_),
            TokenTree::Ident(name),
            TokenTree::Group(args),
        ] => {
            inner = range.stream().into_iter().collect::<Vec<_>>();
            (&inner[..], Some((name.to_string(), args.stream())))
        }
        values => (values, None),
    };
    let Some((start, stop, inclusive)) = eval::range(range) else {
        if adapter.is_some() {
            return None;
        }
        let list = Ident::new("list", Span::mixed_site());
        let written = quote! {{
            let #list = #(#values)*;
            let mut #at = 0;
            while #at < #list.len() {
                let #pattern = #list[#at];
                #at += 1;
                #body
            }
        }};
        return Some((written, end + 1));
    };
    let (start, stop) = (quote!(#(#start)*), quote!(#(#stop)*));
    let stop = if inclusive { quote!((#stop) + 1) } else { stop };
    let (name, step) = adapter.unwrap_or_else(|| ("step_by".to_owned(), quote!(1)));
    let written = match name.as_str() {
        "rev" => quote! {{
            let #last = #start;
            let mut #at = #stop;
            while #at > #last {
                #at -= 1;
                let #pattern = #at;
                #body
            }
        }},
        "step_by" => quote! {{
            let mut #at = #start;
            let #last = #stop;
            while #at < #last {
                let #pattern = #at;
                #at += #step;
                #body
            }
        }},
        _ => return None,
    };
    Some((written, end + 1))
}

fn has_for(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "for",
        TokenTree::Group(group) => has_for(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> String {
        let tokens = format!("{{ {text} }}").parse::<TokenStream>().unwrap();
        let Some(TokenTree::Group(body)) = tokens.into_iter().next() else { panic!("{text}") };
        without_for(body).to_string()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let expected = format!("{{ {expected} }}").parse::<TokenStream>().unwrap();
        assert_eq!(rewritten(text), expected.to_string());
    }

    #[test]
    fn numbers_and_arrays_are_counted() {
        check(
            "for i in 0..n { f(i); }",
            "{ let mut at = 0; let last = n; while at < last { let i = at; at += 1; { f(i); } } }",
        );
        check(
            "let mut a = 0; for i in (1..=n).rev() { for w in [i, 2] { a += w; } } a",
            "let mut a = 0;
            { let last = 1; let mut at = (n) + 1; while at > last { at -= 1; let i = at; {
                { let list = [i, 2]; let mut at = 0; while at < list.len() {
                    let w = list[at]; at += 1; { a += w; } } }
            } } }
            a",
        );
        check(
            "if b { for (a, b) in (0..9).step_by(3) { } }",
            "if b { { let mut at = 0; let last = 9; while at < last {
                let (a, b) = at; at += 3; { } } } }",
        );
    }

    #[test]
    fn the_rest_is_left_to_rustc() {
        for text in
            ["let f: for<'a> fn(&'a u8) = g;", "for i in (0..3).map(f) { }", "for", "for i in"]
        {
            check(text, text);
        }
    }
}
