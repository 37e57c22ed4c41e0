//! What was meant by a name that does not exist.

use cnn_core::Kind;
use cnn_core::signature::Signature;
pub use cnn_core::{closest, elsewhere};

/// The layer that was meant by a name that is none.
pub fn layer(name: &str) -> Option<Kind> {
    let keywords = Kind::layers().map(Kind::keyword);
    Kind::from_alias(name).or_else(|| Kind::from_keyword(closest(name, keywords)?))
}

/// The layer or the block that was meant by a name that is neither.
pub fn layer_or_block<'b>(
    name: &str,
    blocks: impl Iterator<Item = &'b str>,
) -> (Option<Kind>, Option<&'b str>) {
    match (Kind::from_alias(name), closest(name, blocks)) {
        (Some(kind), _) => (Some(kind), None),
        (None, Some(block)) => (None, Some(block)),
        (None, None) => (layer(name), None),
    }
}

/// The message for a layer that does not exist, although a layer or a block may have been meant.
pub fn unknown_layer(name: &str, layer: Option<Kind>, block: Option<&str>) -> String {
    match (layer, block) {
        (Some(kind), _) if Kind::from_alias(name) == Some(kind) => {
            let title = format!("`{name}` is called `{kind}` here");
            let translations = kind.signature().translations;
            match translations.iter().find(|(elsewhere, _)| *elsewhere == name) {
                Some((_, call)) if *call == kind.keyword() => title,
                Some((_, call)) => format!("{title}: `{call}`"),
                None => format!("{title}\nhelp: write `{kind}`"),
            }
        }
        (Some(kind), _) => format!("there is no layer `{name}`\nhelp: write `{kind}`"),
        (None, Some(block)) => format!("there is no block `{name}`\nhelp: write `{block}`"),
        (None, None) => format!(
            "there is no layer or block `{name}`\n\
             layers are listed in `cnn::layers`; a block can be used only in the `cnn!` that declares it"
        ),
    }
}

/// The message for a parameter that does not exist.
pub fn unknown_param(signature: &Signature, name: &str, meant: Option<&str>) -> String {
    let title = format!("`{}` has no parameter `{name}`", signature.keyword);
    if let Some(why) = elsewhere::why_not(name) {
        return format!("{title}: {why}");
    }
    if signature.params.is_empty() {
        return format!("`{}` takes no arguments", signature.keyword);
    }
    match meant {
        Some(meant) => format!("{title}\nhelp: write `{meant}`"),
        None => format!("{title}\nit is `{signature}`"),
    }
}

/// Whether some layer has a parameter that knows this word.
pub fn is_word(word: &str) -> bool {
    let params = Kind::ALL.iter().flat_map(|kind| kind.signature().params);
    params.into_iter().any(|param| param.words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_elsewhere_and_misspellings_are_understood() {
        assert_eq!(layer("Conv2d"), Some(Kind::Conv));
        assert_eq!(layer("linaer"), Some(Kind::Linear));
        assert_eq!(layer("max_pool"), Some(Kind::MaxPool));
        assert_eq!(layer("deformable_conv"), None);
    }
}
