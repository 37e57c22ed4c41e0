//! The limits of budgets: a constant and a check for each.

use cnn_core::DType;
use cnn_core::budget::Metric;
use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use crate::emit::respan::respan;
use crate::syntax::budget::BudgetLimit;

/// The constants that hold the limits.
pub fn constants(limits: &[BudgetLimit]) -> TokenStream {
    let constants = limits.iter().enumerate().map(|(index, limit)| {
        let (name, most) = (name(index), most(limit));
        quote!(const #name: ::core::primitive::u64 = #most;)
    });
    constants.collect()
}

/// Expressions that fail, at the user's limits, where a network exceeds them.
/// `owner` is what has the data of the network.
pub fn checks(owner: &TokenStream, limits: &[BudgetLimit]) -> Vec<TokenStream> {
    let limits = limits.iter().enumerate().map(|(index, limit)| {
        let (name, metric) = (name(index), metric(limit));
        // The arguments are not the user's: lints would look at their paths.
        let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#metric, #name));
        arguments.set_span(limit.span().end());
        let check = respan(quote!(#owner __check_limit), limit.span().start().into());
        quote!(#check #arguments)
    });
    limits.collect()
}

/// The constant of a limit.
fn name(index: usize) -> Ident {
    format_ident!("__LIMIT_{index}")
}

/// The number that is limited.
fn metric(limit: &BudgetLimit) -> TokenStream {
    let dtype = |dtype: DType| format_ident!("{}", dtype.name().to_uppercase());
    match limit.metric() {
        Metric::Flash(of) => {
            let dtype = dtype(of);
            quote!(__cnn::Metric::Flash(__cnn::DType::#dtype))
        }
        Metric::Ram(of) => {
            let dtype = dtype(of);
            quote!(__cnn::Metric::Ram(__cnn::DType::#dtype))
        }
        metric => {
            let name = format_ident!("{metric:?}");
            quote!(__cnn::Metric::#name)
        }
    }
}

/// The limit as an expression.
fn most(limit: &BudgetLimit) -> TokenStream {
    let most = limit.most().to_token_stream();
    match limit.unit() {
        1 => most,
        unit => quote!(::core::primitive::u64::saturating_mul(#most, #unit)),
    }
}
