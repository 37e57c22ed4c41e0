//! The generated messages against `proto/onnx.proto`.

use std::collections::BTreeMap;

const DEFINITION: &str = include_str!("../../proto/onnx.proto");
const GENERATED: &str = include_str!("../../src/proto/onnx.rs");

/// The fields of messages and the values of enums: for `NodeProto.op_type`, its number, label and type.
type Members = BTreeMap<String, (i64, String)>;

#[test]
fn the_messages_are_those_of_the_definition() {
    let (defined, generated) = (defined(), generated());
    assert!(defined.len() > 150, "{}", defined.len());
    for (member, is) in &defined {
        assert_eq!(generated.get(member), Some(is), "{member}: run proto/generate");
    }
    for member in generated.keys() {
        assert!(defined.contains_key(member), "{member}: run proto/generate");
    }
}

/// The name without what Rust changes in it.
fn plain(scope: &str, name: &str) -> String {
    format!("{scope}.{}", name.trim_start_matches("r#")).replace('_', "").to_lowercase()
}

fn number(text: &str) -> i64 {
    match text.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).expect("a number"),
        None => text.parse().unwrap_or_else(|_| panic!("{text} is a number")),
    }
}

fn defined() -> Members {
    const SCALARS: [&str; 7] = ["bytes", "double", "float", "int32", "int64", "string", "uint64"];
    let kind = |of: &str| if SCALARS.contains(&of) { of.to_owned() } else { "other".to_owned() };
    let (mut members, mut scopes) = (Members::new(), Vec::<String>::new());
    for line in DEFINITION.lines() {
        let code = line.split("//").next().unwrap_or_default().replace([';', '['], " ");
        let words: Vec<&str> = code.split_whitespace().collect();
        let scope = scopes.last().cloned().unwrap_or_default();
        let mut insert = |name, value, is| {
            members.insert(plain(&scope, name), (number(value), is));
        };
        match words[..] {
            ["message" | "enum" | "oneof", name, ..] => scopes.push(name.to_owned()),
            ["}"] => _ = scopes.pop(),
            _ if scope.is_empty() => {}
            [label @ ("optional" | "repeated"), of, name, "=", value, ..] => {
                insert(name, value, format!("{label} {}", kind(of)));
            }
            [of, name, "=", value, ..] => insert(name, value, format!("one {}", kind(of))),
            [name, "=", value, ..] => insert(name, value, "value".to_owned()),
            _ => {}
        }
    }
    members
}

fn generated() -> Members {
    let (mut members, mut scope, mut attribute) = (Members::new(), "", String::new());
    for line in GENERATED.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        let name = line.trim_start_matches("pub ").split([':', ' ', '(']).next().expect("a word");
        if let Some(rest) = line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum ")) {
            scope = rest.trim_end_matches([' ', '{']);
        } else if line.starts_with("#[prost(") || !attribute.is_empty() && !attribute.ends_with(']')
        {
            attribute.push_str(line);
        } else if !attribute.is_empty() {
            if !attribute.contains("oneof =") {
                members.insert(plain(scope, name), of_attribute(&attribute));
            }
            attribute.clear();
        } else if let [name, "=", value] =
            line.trim_end_matches(',').split(' ').collect::<Vec<_>>()[..]
        {
            members.insert(plain(scope, name), (number(value), "value".to_owned()));
        }
    }
    members
}

/// `#[prost(float, repeated, packed = "false", tag = "7")]`
fn of_attribute(attribute: &str) -> (i64, String) {
    let inside = attribute.trim_start_matches("#[prost(").trim_end_matches(")]");
    let parts: Vec<&str> = inside.split(',').map(str::trim).collect();
    let kind = match parts[0].split(' ').next() {
        Some("message" | "enumeration") => "other",
        kind => kind.expect("a word"),
    };
    let label = parts.iter().find(|part| matches!(**part, "optional" | "repeated"));
    let tag = parts.iter().find_map(|part| part.strip_prefix("tag = \"")).expect("a tag");
    (number(tag.trim_end_matches('"')), format!("{} {kind}", label.unwrap_or(&"one")))
}
