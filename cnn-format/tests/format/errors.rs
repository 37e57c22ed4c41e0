//! What is wrong with a file, and what is formatted all the same.

use cnn_format::{Formatted, Style, format_file};

#[track_caller]
fn mistakes(source: &str) -> Vec<String> {
    let Formatted { mistakes, .. } = format_file(source, &Style::default()).unwrap();
    mistakes.iter().map(ToString::to_string).collect()
}

#[test]
fn a_wrong_declaration_is_left_alone_and_the_others_are_formatted() {
    let source = "\
cnn! { struct A: [3]<relu> }
cnn! {
    struct B: [3] < relu
       tanh >
}
cnn! { struct C: [3]<tanh> }
";
    let Formatted { text, mistakes } = format_file(source, &Style::default()).unwrap();
    assert_eq!(
        text,
        source.replace("[3]<relu>", "[3] < relu >").replace("[3]<tanh>", "[3] < tanh >")
    );
    let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert_eq!(mistakes, ["4:8: missing `;` before this layer"]);
}

#[test]
fn places_count_lines_and_characters_of_the_file() {
    let source = "#!/bin/run\n/* äöü */ cnn! { struct A: [3] < relu tanh > }\n";
    assert_eq!(mistakes(source), ["2:39: missing `;` before this layer"]);
    let error = format_file("fn f() {\n    (\n}\n", &Style::default()).unwrap_err();
    assert_eq!((error.line, error.column), (3, 1), "{error}");
    assert!(error.message.starts_with("this is not Rust"), "{error}");
}

#[test]
fn only_declarations_are_changed() {
    for source in [
        "// cnn! { struct A:[3]<relu> }\n",
        "/// cnn! { struct A:[3]<relu> }\nfn  f( ) { }\n",
        "const S: &str = \"cnn! { struct A:[3]<relu> }\";\n",
        "macro_rules! m { ($n:expr) => { cnn! { struct A:[$n]<relu> } } }\n",
        "other! { struct A:[3]<relu> }\n",
        "cnn :: layers! { struct A:[3]<relu> }\n",
        "let cnn=3; if cnn!=  4 { }",
        "cnn!{}\n",
    ] {
        let formatted = format_file(source, &Style::default()).unwrap();
        assert_eq!(formatted.text, *source);
        assert!(formatted.mistakes.is_empty());
    }
}

#[test]
fn declarations_are_found_wherever_they_are() {
    let wrong = "[3]<relu>";
    for (before, after) in [
        ("cnn! { struct A: ", " }\n"),
        ("mod a {\n    mod b { cnn::cnn! { struct A: ", " } }\n}\n"),
        ("fn f() { let s = cnn!(", "); }\n"),
        ("const S: Summary = ::cnn::cnn![", "];\n"),
        ("vec![cnn!(", ").params]\n"),
        ("macro_rules! m { () => { cnn! { struct A: ", " } } }\n"),
        ("#[cfg(test)]\ncnn! { struct A: ", " }\n"),
    ] {
        let formatted = format_file(&format!("{before}{wrong}{after}"), &Style::default()).unwrap();
        assert_eq!(formatted.text, format!("{before}[3] < relu >{after}"));
    }
}
