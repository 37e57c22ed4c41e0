//! Declarations that have something from others.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{errors, expansion_for};
use crate::expand::expand_with;
use crate::reader::Reader;
use crate::report::errors::Errors;
use crate::share::homes::Homes;
use crate::share::parcel::Used;
use crate::shown::Shown;
use crate::syntax::ast::{Declaration, Items};
use crate::syntax::{nesting, parse};

/// The blocks that the declarations of the tests import.
const SHARED: &str = "
    pub block unit(c, n = 2, act = relu) {
        a: conv(c, doubled(c), 3, padding = 1); act; skip: inner(doubled(c), c, act); tanh; add(skip)
    }
    block inner(cin, cout, last) { conv(cin, cout, n(1), 1); Scale; m::Net::<{ W }> until a.b; last }
    pub const fn doubled(c: usize) -> usize { twice(c, 2) }
    const fn twice(c: usize, n: usize) -> usize { c * n }
    pub block open(net, c) { net; conv(_, crate::W + f(c) + m::f(W), 1); relu }
";

/// The zoo's blocks.
const ZOO: &str = include_str!("../../../cnn-zoo/src/blocks.rs");

/// The parcels of what a declaration has from others, and the declaration: what `expand_with` takes. `None` if
/// it has nothing from others.
pub fn linked(declaration: &TokenStream) -> Option<TokenStream> {
    let mut errors = Errors::default();
    nesting::check(declaration, &mut errors)?;
    let read = parse::declaration(declaration.clone(), &mut errors).ok()?;
    let parcels: Vec<TokenStream> = read
        .uses()
        .iter()
        .map(|used| {
            let name = used.path.last().map(ToString::to_string).unwrap_or_default();
            let (_, zoo) = ZOO.split_once("\ncnn! {").unwrap();
            let zoo = zoo.trim_end().strip_suffix('}').unwrap();
            let parcel = [SHARED, zoo].into_iter().find_map(|items| parcel(items, &name));
            quote!({ #parcel })
        })
        .collect();
    (!parcels.is_empty()).then(|| quote!([] [#(#parcels)*] [::cnn] #declaration))
}

/// The parcel of an item among these.
fn parcel(items: &str, name: &str) -> Option<TokenStream> {
    let items = items_of(items);
    let is_item = items.blocks.iter().any(|block| block.name == name)
        || items.functions.iter().any(|function| function.name == name);
    let name = is_item.then(|| Ident::new(name, Span::call_site()))?;
    Some(Used::by(&name, &items, &Homes::default()).parcel(true))
}

fn items_of(text: &str) -> Items {
    let mut errors = Errors::default();
    match parse::declaration(text.parse().unwrap(), &mut errors) {
        Ok(Declaration::Items(items)) if errors.is_empty() => items,
        _ => panic!("{text}"),
    }
}

#[test]
fn a_parcel_holds_what_is_used_and_nothing_else() {
    let parcel = parcel(SHARED, "unit").unwrap().to_string();
    let names = ["block unit", "block inner", "const fn doubled", "const fn twice"];
    for name in names {
        assert_eq!(parcel.matches(name).count(), 1, "{name}: {parcel}");
    }
    assert!(!parcel.contains("block open"), "{parcel}");
}

#[test]
fn names_of_rust_are_looked_up_where_the_block_stands() {
    let net = "use a::blocks::open; struct Net: [4, 8, 8] < open(Here, W) > struct Here: [4, 8, 8] < relu >";
    let expansion = expansion_for(Reader::Compiler, net.parse().unwrap());
    let text = expansion.replace(' ', "");
    let path = "a::blocks::open::";
    assert!(text.contains("of::<Here>()"), "{expansion}");
    assert!(text.contains(&format!("crate::W+{path}f(W)+{path}m::f({path}W)")), "{expansion}");
}

#[test]
fn what_is_shared_has_no_names_of_its_own_here() {
    // Neither the parameters of the network nor its blocks are those of a shared block.
    let own = "block inner(x) { } const fn twice(a: usize) -> usize { 0 }";
    let net = "struct Net<const W: usize = 3>: [4, 8, 8] < unit(4); >";
    assert_eq!(errors(&format!("use a::unit; {own} {net}")), 0);
    let net = "struct Net: [4, 8, 8] < inner(8, 4, relu) >";
    assert_eq!(errors(&format!("use a::unit; {net}")), 1);
    // A shared function calls those of its own `cnn!`.
    let net = "struct Net: [4, 8, 8] < [relu; doubled(2) - 4]; linear(_, 3 / (doubled(3) - 6)) >";
    assert_eq!(errors(&format!("use a::doubled; {own} {net}")), 1);
}

#[test]
fn what_came_wrong_is_not_reported_again() {
    // Its block is missing in a parcel.
    let broken = quote!([] [{ unit { } }] [::cnn] use a::unit; struct A: [4, 8, 8] < unit(3); conv(9, 9, 1) >);
    let expansion = expand_with(broken, Shown::new(Reader::Compiler));
    assert!(!expansion.to_string().contains("compile_error"), "{expansion}");
}

#[test]
fn shared_blocks_may_not_use_each_other_without_end() {
    let tree: String = (1..40).map(|i| format!("block b{i}() {{ b{0}; b{0} }}", i - 1)).collect();
    let items = items_of(&format!("block b0() {{ }} {tree}"));
    let name = Ident::new("b39", Span::call_site());
    let parcel = Used::by(&name, &items, &Homes::default()).parcel(true);
    let tokens = quote!([] [{ #parcel }] [::cnn] use a::b39; struct A: [4] < b39 >);
    let expansion = expand_with(tokens, Shown::new(Reader::Compiler));
    assert_eq!(expansion.to_string().matches("compile_error").count(), 1);
}
