//! Whether the tables of pages fit on a screen of 1280 px.

use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use crate::reader::Reader;
use crate::tests::expansion_for;

/// The room that rustdoc leaves for a table on a screen of 1280 px.
const ROOM: f64 = 936.0;

/// The space on both sides of a cell, and its border: `.3em .6em` of 16 px.
const AROUND: f64 = 2.0 * 9.6 + 1.0;

/// The minimum width of a cell that may be broken anywhere: 7em, including its padding.
const LONG: f64 = 7.0 * 16.0 - AROUND;

#[test]
fn no_table_of_the_zoo_is_wider_than_a_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cnn-zoo/src");
    let (mut tables, mut widest) = (0, 0.0);
    for directory in [root.clone(), root.join("timm")] {
        for page in pages(&directory) {
            for table in page.split("<table").skip(1) {
                let table = table.split("</table>").next().unwrap_or_default();
                let columns =
                    least_widths(&table.replace("\\\"", "\"").replace("\\u{a0}", "\u{a0}"));
                let width: f64 = columns.iter().sum();
                assert!(width <= ROOM, "{columns:?} px in {}: {table}", directory.display());
                widest = width.max(widest);
                tables += 1;
            }
        }
    }
    assert!(tables > 500 && widest > ROOM / 2.0, "{tables} tables up to {widest} px");
}

/// The expansions of the declarations in a directory, for rustdoc.
fn pages(directory: &Path) -> Vec<String> {
    let blocks = std::fs::read_to_string(directory.join("blocks.rs")).unwrap();
    let blocks = declarations(&blocks);
    let mut pages = Vec::new();
    for file in std::fs::read_dir(directory).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "rs") || path.ends_with("blocks.rs") {
            continue;
        }
        for declaration in declarations(&std::fs::read_to_string(&path).unwrap()) {
            // Without its imports, a declaration is complete with the blocks.
            let whole = match without_uses(declaration.clone()) {
                (own, true) => blocks.iter().cloned().chain([own]).collect(),
                (own, false) => own,
            };
            let page = expansion_for(Reader::Documentation, whole);
            // The macro of a shared block has one for who calls it by hand.
            let macros = page.matches("macro_rules ! __cnn_shared").count();
            assert_eq!(page.matches("compile_error").count(), macros, "{}", path.display());
            pages.push(page);
        }
    }
    pages
}

/// The declarations in a file.
fn declarations(source: &str) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = source.parse::<TokenStream>().unwrap().into_iter().collect();
    let is_macro = |tokens: &&[TokenTree]| {
        matches!(tokens, [TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(_)]
            if name == "cnn" && bang.as_char() == '!')
    };
    let found = tokens.windows(3).filter(is_macro);
    found
        .filter_map(|tokens| match &tokens[2] {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        })
        .collect()
}

/// A declaration without what it has from others, and whether it has something.
fn without_uses(tokens: TokenStream) -> (TokenStream, bool) {
    let mut own = Vec::new();
    let (mut inside, mut any) = (false, false);
    for token in tokens {
        if matches!(&token, TokenTree::Ident(word) if word == "use") {
            (inside, any) = (true, true);
        }
        let ends = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
        match inside {
            true if ends => inside = false,
            true => {}
            false => own.push(token),
        }
    }
    (own.into_iter().collect(), any)
}

/// How wide the columns of a table are if everything is broken that can be.
fn least_widths(table: &str) -> Vec<f64> {
    let mut columns: Vec<f64> = Vec::new();
    for row in table.split("<tr").skip(1) {
        let row = row.replace("<th", "<td");
        for (column, cell) in row.split("<td").skip(1).enumerate() {
            let (attributes, cell) = cell.split_once('>').unwrap_or_default();
            let width = match attributes.contains("class=\"long\"") {
                true => LONG,
                false => widest_word(cell),
            };
            match columns.get_mut(column) {
                Some(most) => *most = most.max(width),
                None => columns.push(width),
            }
        }
    }
    columns.into_iter().map(|column| column + AROUND).collect()
}

fn widest_word(cell: &str) -> f64 {
    let code = cell.contains("<code>");
    let text = cell.replace("<wbr>", " ");
    let (mut words, mut tag) = (vec![0.0], false);
    let (plain, entities) = (text.replace("&lt;", "(").replace("&gt;", ")"), "&amp;");
    for char in plain.replace(entities, "+").chars() {
        match char {
            '<' => tag = true,
            '>' => tag = false,
            _ if tag => {}
            ' ' => words.push(0.0),
            char => *words.last_mut().unwrap() += pixels(char, code),
        }
    }
    let padding = if code { 4.0 } else { 0.0 };
    words.into_iter().fold(0.0, f64::max) + padding
}

/// At least as wide as a character is in rustdoc's fonts at 16 px.
fn pixels(char: char, code: bool) -> f64 {
    match char {
        _ if code => 9.7,
        '.' | ',' | ':' | '\u{a0}' => 4.5,
        'm' | 'w' => 13.5,
        _ if char.is_uppercase() => 12.0,
        _ => 9.0,
    }
}
