//! The hovers of some networks, as they have been read.

use std::fmt::Write as _;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::reader::Reader;
use crate::tests::expansion_for;

/// A hover fits on one screen: facts, and at most this many rows with a title, a rule and the totals.
const MOST_LINES: usize = 24 + 3 + 8;

/// `BLESS=1 cargo test -p cnn-macro hovers` writes them anew.
#[test]
fn hovers_are_as_they_have_been_read() {
    for (file, network) in [("lenet", "LeNet"), ("resnet", "ResNet18"), ("unet", "UNet")] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let source =
            std::fs::read_to_string(root.join(format!("../cnn-zoo/src/{file}.rs"))).unwrap();
        let shown = expansion_for(Reader::Editor, with_only(declaration(&source), network));
        let mut text = String::new();
        write_docs(shown.parse().unwrap(), network, &mut text);
        let own = text.split_once(&format!("struct {network}\n")).unwrap().1;
        let own = own.split("\n\n---\n").next().unwrap();
        assert!(own.lines().count() <= MOST_LINES, "{own}");
        assert!(!own.contains("<div") && !own.contains("<td"), "{own}");
        let path = root.join(format!("src/snapshots/hovers/{file}.md"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        } else {
            assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), text, "{file}");
        }
    }
}

/// The `cnn!` of a file.
fn declaration(source: &str) -> TokenStream {
    let tokens: Vec<TokenTree> = source.parse::<TokenStream>().unwrap().into_iter().collect();
    let name = tokens.iter().position(|token| matches!(token, TokenTree::Ident(name) if name == "cnn"
        && matches!(tokens_after(&tokens, token), Some(TokenTree::Punct(bang)) if bang.as_char() == '!')));
    match &tokens[name.unwrap() + 2] {
        TokenTree::Group(group) => group.stream(),
        other => panic!("{other}"),
    }
}

fn tokens_after<'t>(tokens: &'t [TokenTree], token: &TokenTree) -> Option<&'t TokenTree> {
    let place = tokens.iter().position(|other| std::ptr::eq(other, token))?;
    tokens.get(place + 1)
}

/// The blocks and one of the networks, which are after them.
fn with_only(tokens: TokenStream, network: &str) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_struct =
        |index: &usize| matches!(&tokens[*index], TokenTree::Ident(word) if word == "struct");
    let structs: Vec<usize> = (0..tokens.len()).filter(is_struct).collect();
    let wanted = structs.iter().position(|index| tokens[index + 1].to_string() == network).unwrap();
    let is_braces = |index: &usize| {
        matches!(&tokens[*index], TokenTree::Group(group)
        if group.delimiter() == Delimiter::Brace)
    };
    // After the last block.
    let first = (0..structs[0]).rev().find(is_braces).map_or(0, |index| index + 1);
    let end = structs.get(wanted + 1).map_or(tokens.len(), |next| {
        (0..*next).rev().find(|at| tokens[*at].to_string() == ">").unwrap() + 1
    });
    let own = match wanted {
        0 => first,
        _ => (0..structs[wanted]).rev().find(|at| tokens[*at].to_string() == ">").unwrap() + 1,
    };
    tokens[..first].iter().chain(&tokens[own..end]).cloned().collect()
}

/// The network's documentation, and that of labels and calls.
fn write_docs(tokens: TokenStream, network: &str, text: &mut String) {
    let mut docs: Vec<String> = Vec::new();
    let mut item = None;
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                if let [TokenTree::Ident(doc), _, TokenTree::Literal(literal)] = &inside[..]
                    && doc == "doc"
                {
                    docs.push(syn::parse_str::<syn::LitStr>(&literal.to_string()).unwrap().value());
                }
            }
            TokenTree::Ident(word) if word == "const" || word == "struct" => {
                item = Some(word.to_string());
            }
            TokenTree::Ident(name) if item.is_some() => {
                let item = item.take().unwrap_or_default();
                let is_shown = item == "struct" || docs.iter().any(|line| line.contains("**"));
                if !docs.is_empty() && is_shown && (item != "struct" || name == network) {
                    let docs = std::mem::take(&mut docs).join("\n");
                    let _ = write!(text, "{item} {name}\n\n{docs}\n\n---\n");
                }
                docs.clear();
            }
            TokenTree::Group(group) => write_docs(group.stream(), network, text),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
