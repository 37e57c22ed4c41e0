//! The macro's values against those that Rust would have.

use super::*;
use crate::value::text;

fn value(text: &str, integers: Integers) -> Result<Number, NoValue> {
    let tokens: proc_macro2::TokenStream = text.parse().unwrap();
    let expr = Expr::new(tokens.into_iter().collect()).unwrap();
    let mut scope = Scope::default();
    scope.bind("C", Binding::Parameter(Some(Number::Int(7))));
    scope.bind("N", Binding::Parameter(None));
    evaluate(&expr, &scope, integers)
}

#[track_caller]
fn unsigned(text: &str, expected: i128) {
    assert_eq!(value(text, Integers::Unsigned), Ok(Number::Int(expected)), "{text}");
}

#[test]
fn arithmetic_is_rusts() {
    unsigned("4 * 4 * 50", 800);
    unsigned("2 + 3 * 4 - 1", 13);
    unsigned("(2 + 3) * 4", 20);
    unsigned("20 / 3 * 3 + 20 % 3", 20);
    unsigned("1 << 4 | 1", 17);
    unsigned("0x10 + 0b11 + 1_000usize", 1019);
    unsigned("7 & 3 ^ 1", 2);
    unsigned("2 * C", 14);
    unsigned("100 - 10 - 1", 89);
    unsigned("1 << 70 - 7", 1 << 63);
    assert_eq!(value("-(1 - 3)", Integers::Signed), Ok(Number::Int(2)));
    assert_eq!(value("--1", Integers::Signed), Ok(Number::Int(1)));
    assert_eq!(value("-7 / 2", Integers::Signed), Ok(Number::Int(-3)));
    assert_eq!(value("0.5 * 3.0", Integers::Unsigned), Ok(Number::Float(1.5)));
    assert_eq!(value("true", Integers::Unsigned), Ok(Number::Flag(true)));
    assert_eq!(value("0.2 * 3 as f64", Integers::Unsigned), Ok(Number::Float(0.2 * 3.0)));
    assert_eq!(value("7.9 as usize / 2", Integers::Unsigned), Ok(Number::Int(3)));
}

#[test]
fn conditions_are_rusts() {
    let flag = |text: &str, expected: bool| {
        assert_eq!(value(text, Integers::Unsigned), Ok(Number::Flag(expected)), "{text}");
    };
    flag("1 + 1 == 2 && C > 6", true);
    flag("C != 7 || 2 * 2 <= 3", false);
    flag("!(1 < 2) || true && !false", true);
    flag("1.5 >= 1.5", true);
    flag("true == false", false);
    flag("true & !false ^ true", false);
}

#[test]
fn blocks_ifs_and_methods_are_rusts() {
    unsigned("if C > 6 { 1 } else { 2 } + 3", 4);
    unsigned("if C > 7 { 1 } else if C == 7 { 5 } else { 2 }", 5);
    unsigned("if false { N } else { 2 }", 2);
    unsigned("if C == 7 || 1 / 0 > N { 1 } else if N > 1 { 2 } else { 3 } * 2", 2);
    unsigned("if C != 7 && N > 1 || true { 1 } else { N }", 1);
    unsigned("{ let a = 2 * C; let a: usize = a + 1; a * a }", 225);
    unsigned("(2.5 * 3.0).ceil() as usize", 8);
    unsigned("C.div_ceil(2).pow(3)", 64);
    unsigned("C.next_multiple_of(8)", 8);
    unsigned("-2.5 as usize", 0);
    assert_eq!(value("-(2.5).floor()", Integers::Signed), Ok(Number::Float(-2.0)));
}

#[test]
fn what_rust_could_not_compute_has_no_value() {
    let invalid = |text| match value(text, Integers::Unsigned) {
        Err(NoValue::Invalid(why)) => why,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(invalid("3 - 5 + 4"), "is negative");
    assert_eq!(invalid("-1"), "is negative");
    assert_eq!(invalid("1 / 0"), "divides by zero");
    assert_eq!(invalid("18446744073709551615 + 1"), "is too large");
    assert_eq!(invalid("99999999999999999999999999999999999999999999"), "is too large");
    assert_eq!(invalid("1 << 64"), "overflows");
}

#[test]
fn the_rest_is_left_to_rustc() {
    for text in [
        "x",
        "N",
        "f(3)",
        "4u32",
        "1 +",
        "a::B",
        "1 == 1.0",
        "!1",
        "1 && true",
        "1.5 + 1",
        "\"a\"",
        "1 2",
    ] {
        assert_eq!(value(text, Integers::Unsigned), Err(NoValue::Unknown), "{text}");
    }
}

#[test]
fn the_rest_can_have_sample_values() {
    let sample = |text: &str| {
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        let expr = Expr::new(tokens.into_iter().collect()).unwrap();
        evaluate_sample(&expr, &Scope::default(), &|tokens| text::of(tokens).len())
    };
    assert_eq!(sample("2 * ab + c::D"), Some(8));
    assert_eq!(sample("f(x, y) * x.len()"), Some(7 * 7));
    assert_eq!(sample("\"a\""), None);
}

#[test]
fn long_expressions_do_not_recurse() {
    let sum = vec!["1"; 50_000].join(" + ");
    unsigned(&sum, 50_000);
    let minus = "-".repeat(50_000) + "1";
    assert_eq!(value(&minus, Integers::Signed), Ok(Number::Int(1)));
}
