//! `#[weights("lenet.safetensors", within = "model", embed)]`: the file with the weights of a network.

use proc_macro2::Ident;
use syn::parse::ParseStream;
use syn::{Attribute, LitStr, Token};

use crate::report::errors::Errors;
use crate::report::suggest::closest;

const FORM: &str = "help: write `[weights(\"file.safetensors\")]`";

/// What can stand behind the path.
const OPTIONS: [&str; 2] = ["embed", "within"];

/// The file with the weights of a network.
pub struct WeightsFile {
    /// As for `include_bytes!`: relative to the file in which it is written.
    pub path: LitStr,
    /// The scope of the file that has the tensors: `model` for `model.conv1.weight`.
    pub within: Option<LitStr>,
    /// Whether the bytes are a constant of the network.
    pub embed: bool,
}

/// Takes the weight file out of the attributes of a network.
pub fn split(
    attrs: Vec<Attribute>,
    errors: &mut Errors,
) -> (Vec<Attribute>, Option<Box<WeightsFile>>) {
    let (files, others): (Vec<_>, Vec<_>) =
        attrs.into_iter().partition(|attr| attr.path().is_ident("weights"));
    let mut file = None;
    for attr in files {
        if file.is_some() {
            errors.push(attr.bracket_token.span.join(), "a network has one file of weights");
            continue;
        }
        let Ok(list) = attr.meta.require_list() else {
            let message = format!("the file of the weights is missing\n{FORM}");
            errors.push(attr.bracket_token.span.join(), message);
            continue;
        };
        match list.parse_args_with(read) {
            Ok(read) => file = Some(Box::new(read)),
            Err(error) => errors.push_syn(&error),
        }
    }
    (others, file)
}

fn read(input: ParseStream<'_>) -> syn::Result<WeightsFile> {
    if !input.peek(LitStr) {
        let message = "the path of a file is written in quotes, such as \"lenet.safetensors\"";
        return Err(syn::Error::new(input.span(), message));
    }
    let mut file = WeightsFile { path: input.parse()?, within: None, embed: false };
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        if input.is_empty() {
            break;
        }
        let option: Ident = input.parse()?;
        match option.to_string().as_str() {
            "embed" => file.embed = true,
            "within" => {
                input.parse::<Token![=]>()?;
                file.within = Some(input.parse()?);
            }
            other => {
                let message = match closest(other, OPTIONS) {
                    Some(meant) => {
                        format!("weights have no option `{other}`\nhelp: write `{meant}`")
                    }
                    None => format!(
                        "weights have no option `{other}`; they have `{}`",
                        OPTIONS.join("` and `")
                    ),
                };
                return Err(syn::Error::new(option.span(), message));
            }
        }
    }
    Ok(file)
}
