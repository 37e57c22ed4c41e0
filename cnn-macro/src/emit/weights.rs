//! `#[weights(…)]` as tokens: the bytes of the file, and the comparison of its tensors where only const evaluation knows
//! the network's.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

use crate::emit::respan::respan;
use crate::syntax::weights::WeightsFile;

/// What a weight file adds to the items of a network.
#[derive(Default)]
pub struct Weights {
    /// A constant that makes cargo build again when the file changes.
    pub watched: TokenStream,
    /// `WEIGHTS`, if the network embeds the file.
    pub constant: TokenStream,
    /// The tensors of the file, if const evaluation compares them.
    pub open: Option<OpenWeights>,
}

/// The tensors of a file that const evaluation compares with those of the network.
pub struct OpenWeights {
    /// The path, as it is written, and where.
    file: (String, Span),
    /// The names, sizes and types, sorted by name.
    tensors: Vec<(String, Vec<usize>, String)>,
}

impl Weights {
    /// The file that is watched or embedded, and has not been compared.
    pub fn of(file: &WeightsFile, watch: bool) -> Weights {
        let path = &file.path;
        let mut weights = Weights::default();
        if file.embed {
            weights.constant = constant(file, &quote!(*::core::include_bytes!(#path)));
        } else if watch {
            weights.watched = quote!(
                const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
            );
        }
        weights
    }

    /// A file that cannot be read, which has been reported: what uses its bytes is not wrong.
    pub fn unreadable(file: &WeightsFile) -> Weights {
        let constant = file.embed.then(|| constant(file, &quote!([])));
        Weights { constant: constant.unwrap_or_default(), ..Weights::default() }
    }
}

/// `WEIGHTS` with these bytes.
fn constant(file: &WeightsFile, bytes: &TokenStream) -> TokenStream {
    let path = file.path.value();
    let title =
        format!("The bytes of `{path}`, which begin at an address that is a multiple of 8.");
    quote! {
        #[doc = #title]
        pub const WEIGHTS: &'static [::core::primitive::u8] = {
            const BYTES: &__cnn::Aligned<[::core::primitive::u8]> = &__cnn::Aligned(#bytes);
            &BYTES.0
        };
    }
}

impl OpenWeights {
    pub fn new(file: &WeightsFile, mut tensors: Vec<(String, Vec<usize>, String)>) -> OpenWeights {
        tensors.sort_unstable();
        OpenWeights { file: (file.path.value(), file.path.span()), tensors }
    }

    /// A function that compares the tensors. `owner` is what has the data of the network, whose figures are `figures`.
    pub fn function(&self, owner: &TokenStream, figures: &TokenStream) -> TokenStream {
        let (file, _) = &self.file;
        let tensors = self.tensors.iter().map(|(name, sizes, dtype)| {
            let sizes = sizes.iter().copied().map(Literal::usize_unsuffixed);
            quote!((#name, &[#(#sizes),*], #dtype))
        });
        quote! {
            #[track_caller]
            const fn __check_weights() {
                #owner __NETWORK.check_weights(#figures, #file, &[#(#tensors),*]);
            }
        }
    }

    /// A constant that fails, at the path, if they do not fit.
    pub fn check(&self, owner: &TokenStream) -> TokenStream {
        let check = respan(quote!(#owner __check_weights()), self.file.1.into());
        quote!(const _: () = #check;)
    }
}
