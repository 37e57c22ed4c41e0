//! What `macro_rules!` macros hand on, such as `$shape:expr`. It is in its own group, which has no brackets, so that
//! what it was given as stays together: of `$a * 2` with `1 + 2`, that is `(1 + 2) * 2`. Where nothing could fall
//! apart, the tokens alone have the same meaning, and can be anything that is allowed there.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// The tokens without the groups around what macros have handed on, as far as these are not needed.
pub fn opened(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut opened: Vec<TokenTree> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            opened.push(token.clone());
            continue;
        };
        let inner = self::opened(group.stream());
        if group.delimiter() == Delimiter::None {
            let alone = begins(&tokens[..index]) && ends(tokens.get(index + 1));
            let inner: Vec<TokenTree> = inner.clone().into_iter().collect();
            if alone || holds_together(&inner) {
                opened.extend(inner);
                continue;
            }
        }
        let mut group = Group::new(group.delimiter(), inner);
        group.set_span(token.span());
        opened.push(group.into());
    }
    opened.into_iter().collect()
}

/// Whether an expression or a statement begins behind some tokens.
fn begins(before: &[TokenTree]) -> bool {
    let is_joint = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    match before {
        [] => true,
        // The end of a longer operator, such as `==`.
        [.., first, _] if is_joint(first) => false,
        [.., TokenTree::Punct(punct)] => matches!(punct.as_char(), ',' | ';' | ':' | '='),
        [.., TokenTree::Ident(word)] => word == "in",
        _ => false,
    }
}

/// Whether an expression or a statement ends before a token.
fn ends(after: Option<&TokenTree>) -> bool {
    match after {
        None => true,
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ',' | ';'),
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
        Some(_) => false,
    }
}

/// Whether tokens stay together without a group around them: one alone, a path, a call, a field, or a type.
fn holds_together(tokens: &[TokenTree]) -> bool {
    let [first, .., last] = tokens else { return true };
    let is_type = matches!(last, TokenTree::Punct(punct) if punct.as_char() == '>');
    let mut dots = 0;
    let joins = |token: &TokenTree| {
        dots = match token {
            TokenTree::Punct(punct) if punct.as_char() == '.' => dots + 1,
            _ => 0,
        };
        match token {
            // Two dots are a range.
            TokenTree::Punct(punct) if punct.as_char() == '.' => dots < 2,
            TokenTree::Punct(punct) => punct.as_char() == ':',
            _ => true,
        }
    };
    let is_keyword = |word: &TokenTree| {
        let TokenTree::Ident(word) = word else { return false };
        ["if", "match", "for", "while", "loop", "move"].iter().any(|keyword| word == keyword)
    };
    is_type
        || !is_keyword(first) && tokens.iter().all(joins) && !matches!(last, TokenTree::Punct(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens in which `<< … >>` stand for what a macro hands on.
    fn tokens(text: &str) -> TokenStream {
        let mut open = vec![Vec::<TokenTree>::new()];
        for word in text.split(' ') {
            match word {
                "<<" => open.push(Vec::new()),
                ">>" => {
                    let inner = open.pop().unwrap().into_iter().collect();
                    open.last_mut().unwrap().push(Group::new(Delimiter::None, inner).into());
                }
                word => open.last_mut().unwrap().extend(word.parse::<TokenStream>().unwrap()),
            }
        }
        open.pop().unwrap().into_iter().collect()
    }

    /// Tokens as text that shows these groups.
    fn shown(tokens: TokenStream) -> String {
        let shown = tokens.into_iter().map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                format!("<< {} >>", shown(group.stream()))
            }
            token => token.to_string(),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(opened(tokens(text))), shown(tokens(expected)));
    }

    #[test]
    fn groups_are_opened_where_nothing_falls_apart() {
        check("<< [3,28,28] >> -> [10]", "[3,28,28] -> [10]");
        check("a : << conv(3,8,3) >> ; relu", "a : conv(3,8,3) ; relu");
        check("2 * << f(x).g[0] >>", "2 * f(x).g[0]");
        check("for i in << 0 .. 4 >> {}", "for i in 0 .. 4 {}");
        check("x = << a + b >> ;", "x = a + b ;");
        check("<< << 3 >> >> , 4", "3 , 4");
        check("2 * << m :: A < 3 > >> * 2", "2 * m :: A < 3 > * 2");
    }

    #[test]
    fn groups_are_kept_where_something_could() {
        check("2 * << a + b >>", "2 * << a + b >>");
        check("<< a + b >> * 2", "<< a + b >> * 2");
        check("x == << 0 .. 4 >>", "x == << 0 .. 4 >>");
        check("2 * << if a {} else {} >>", "2 * << if a {} else {} >>");
        check("- << - 1 >>", "- << - 1 >>");
    }
}
