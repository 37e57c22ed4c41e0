//! The macro's values against those that Rust would have.

use super::*;
use crate::value::text;

fn tokens(text: &str) -> Vec<TokenTree> {
    text.parse::<proc_macro2::TokenStream>().unwrap().into_iter().collect()
}

fn parameter(number: Option<Number>) -> Binding {
    Binding::Parameter { number, unsigned: true }
}

fn value(text: &str, integers: Integers) -> Result<Number, NoValue> {
    let expr = Expr::new(tokens(text)).unwrap();
    let mut scope = Scope::default();
    scope.bind("C", parameter(Some(Number::Int(7))));
    scope.bind("N", parameter(None));
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
fn methods_of_integers_are_rusts() {
    unsigned("130.isqrt() + 129.ilog2() * 100 + 999.ilog10() * 10_000", 20_711);
    unsigned("3.max(C) * 10 + 3.min(C)", 73);
    unsigned("3.abs_diff(C) + C.abs_diff(3)", 8);
    unsigned("3.saturating_sub(C) + C.saturating_sub(3)", 4);
    unsigned("17.rem_euclid(5) * 10 + 17.div_euclid(5)", 23);
    unsigned("C.next_power_of_two() + 8.next_power_of_two()", 16);
    unsigned("if 8.is_power_of_two() && !C.is_power_of_two() { 1 } else { 2 }", 1);
    unsigned("if 8.is_multiple_of(4) && !8.is_multiple_of(0) { 1 } else { 2 }", 1);
    let signed = |text: &str, expected: i128| {
        assert_eq!(value(text, Integers::Signed), Ok(Number::Int(expected)), "{text}");
    };
    signed("(-7).rem_euclid(5) * 10 + (-7).div_euclid(5)", 28);
    signed("(-7).abs() + (-7).abs_diff(3) + (-7).max(2)", 19);
    for (text, why) in [
        ("1.rem_euclid(0)", "divides by zero"),
        ("0.ilog2()", "takes the logarithm of a number below 1"),
    ] {
        let invalid = Err(NoValue::Invalid(why.into()));
        assert_eq!(value(text, Integers::Unsigned), invalid, "{text}");
    }
    let negative = Err(NoValue::Invalid("takes the root of a negative number".into()));
    assert_eq!(value("(-4).isqrt()", Integers::Signed), negative);
    for text in ["C.sqrt()", "C.ilog(3)", "C.pow()"] {
        assert_eq!(value(text, Integers::Unsigned), Err(NoValue::Unknown), "{text}");
    }
    let later = value("(2.0).sqrt()", Integers::Unsigned);
    assert!(matches!(later, Err(NoValue::Invalid(why)) if why.contains("`n.isqrt()`")));
}

#[test]
fn lists_have_elements_and_a_length() {
    unsigned("[3, 5, 7][1] + (8, 2)[0]", 13);
    unsigned("[[1, 2], [3, 4]][1][0]", 3);
    unsigned("[4; 3][2] * [0; 5].len()", 20);
    unsigned("(0..=3).rev()[0] + (0..10).step_by(4).len()", 6);
    let list = |text: &str| {
        let binding = evaluate_any(&Expr::new(tokens(text)).unwrap(), &Scope::default());
        Binding::known(&binding.unwrap())
    };
    let mut scope = Scope::default();
    scope.bind("w", list("[8, 16, 32]"));
    scope.bind("pairs", list("[(3, 16), (5, 32)]"));
    scope.bind("i", Binding::known(&Value::int(1)));
    let mixed = [list("7"), parameter(None)];
    scope.bind("mixed", Binding::List(mixed.into()));
    let value =
        |text: &str| evaluate(&Expr::new(tokens(text)).unwrap(), &scope, Integers::Unsigned);
    for (text, expected) in [
        ("w[i] / w[0]", 2),
        ("w[w.len() - 1] + len(w)", 35),
        ("pairs[i][1] - len(pairs[0])", 30),
        ("mixed[0] + mixed.len()", 9),
        ("if i == 0 { w[7] } else { 1 }", 1),
    ] {
        assert_eq!(value(text), Ok(Number::Int(expected)), "{text}");
    }
    for text in ["w", "w + 1", "mixed[1]", "w[C]", "v[0]", "len(i)", "-w"] {
        assert_eq!(value(text), Err(NoValue::Unknown), "{text}");
    }
    let invalid = |text: &str, why: &str| {
        assert_eq!(value(text), Err(NoValue::Invalid(why.to_owned().into())), "{text}");
    };
    invalid("w[2 + 1]", "reads `w[3]` of a list of 3 values");
    invalid("w[0][0]", "indexes `w[0]`, which is not a list");
    invalid("pairs[0][5]", "reads `pairs[0][5]` of a list of 2 values");
    invalid("[1, 2][2]", "reads index 2 of a list of 2 values");
}

/// The value of the call `f(…)` of some functions.
fn called(functions: &str, call: &str) -> Result<Value, NoValue> {
    let functions = tokens(functions);
    let mut known = std::collections::HashMap::new();
    for function in
        functions.split(|token| is_punct(token, ';')).filter(|tokens| !tokens.is_empty())
    {
        let [_, _, name, signature @ ..] = function else { panic!("{function:?}") };
        known.insert(name.to_string(), Function::new(signature).unwrap());
    }
    let scope = Scope::new(Rc::new(crate::value::scope::Items::default().with(known)));
    evaluate_any(&Expr::new(tokens(call)).unwrap(), &scope)
}

#[test]
fn functions_are_rusts() {
    let check = |function: &str, call: &str, expected: usize| {
        assert_eq!(called(function, call), Ok(Value::int(expected)), "{function} {call}");
    };
    let sum = "const fn f(n: usize) -> usize {
        let mut sum = 0;
        for i in 0..n { if i % 2 == 0 { continue; } if i > 6 { break } sum += i; }
        sum
    }";
    check(sum, "f(100)", 1 + 3 + 5);
    let growth = "const fn f(stem: usize, counts: [usize; 4]) -> usize {
        let mut channels = stem;
        let mut i = 0;
        while i < counts.len() {
            channels += 32 * counts[i];
            i += 1;
            if i < 4 { channels = channels / 2; }
        }
        channels
    }";
    check(growth, "f(64, [6, 12, 24, 16])", 1024);
    let choice = "const fn f(depth: usize) -> usize {
        match depth {
            18 | 34 => 2,
            50 => 3,
            d @ 51..=99 if d % 2 == 1 => { 4 }
            ..18 => return 1,
            _ => 5,
        }
    }";
    for (depth, expected) in [(18, 2), (34, 2), (50, 3), (51, 4), (52, 5), (7, 1), (200, 5)] {
        check(choice, &format!("f({depth})"), expected);
    }
    let sorted = "const fn f(mut list: [usize; 3]) -> [usize; 3] {
        loop {
            let mut done = true;
            for i in (1..list.len()).rev() {
                if list[i - 1] > list[i] {
                    let (low, high) = (list[i], list[i - 1]);
                    list[i - 1] = low;
                    list[i] = high;
                    done = false;
                }
            }
            if done { break; }
        }
        list
    }";
    check(sorted, "f([5, 1, 3])[2] + 10 * f((9, 8, 7))[0]", 75);
    let pair = "const fn f(x: f64) -> (usize, bool) { let wide = x > 1.0; (x as usize, wide) };
        const fn g(x: f64) -> usize { let (n, wide) = f(x); match (n, wide) { (0, _) => 1, (n, true) => n, _ => 7 } }";
    check(pair, "g(0.5) + g(4.2) * 10 + g(1.0) * 100", 741);
    let signed = "const fn f(x: isize) -> isize { let mut y = x; y -= 5; if y < 0 { y = -y } y }";
    check(signed, "f(3)", 2);
    // What is not taken need not have a value.
    let lazy = "const fn f(x: usize) -> usize { match x { 0 => outer(x), _ => if x > 5 { other } else { x } } }";
    check(lazy, "f(3)", 3);
}

#[test]
fn functions_that_go_on_are_left_to_rustc() {
    for function in [
        "const fn f(x: usize) -> usize { while true {} x }",
        "const fn f(x: usize) -> usize { loop { let y = x; } }",
        "const fn f(x: usize) -> usize { f(x) }",
        "const fn f(x: usize) -> usize { [0; 99999999999][x] }",
        "const fn f(x: usize) -> usize { for i in 0..99999999999 { } x }",
        "const fn f(x: usize) -> usize { if x > 3 { 2 } }",
        "const fn f(x: usize) -> usize { let y = 3 }",
        "const fn f(x: usize) -> usize { break; x }",
        "const fn f(x: usize) -> usize { y = 3; x }",
        "const fn f(x: usize) -> usize { match x { 0 => 1 } }",
        "const fn f(x: usize) -> usize { let; x }",
        "const fn f(x: usize) -> usize { match }",
        "const fn f(x: usize) -> usize { for }",
        "const fn f(x: usize) -> usize { loop }",
    ] {
        assert_eq!(called(function, "f(1)"), Err(NoValue::Unknown), "{function}");
    }
    let why = called("const fn f(x: usize) -> usize { let mut w = [1]; w[x] = 2; w[0] }", "f(1)");
    assert!(matches!(why, Err(NoValue::Invalid(_))), "{why:?}");
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
        let expr = Expr::new(tokens(text)).unwrap();
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
