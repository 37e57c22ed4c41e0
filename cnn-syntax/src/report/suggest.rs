//! Suggestions for names that do not exist.

use cnn_core::Kind;
use cnn_core::foreign_names::Meaning;
use cnn_core::signature::Signature;
use cnn_core::{MOST_EDITS, edits};
pub use cnn_core::{closest, foreign_names};

/// The meaning of the name of a call that is neither a layer nor a block.
pub enum Meant<'b> {
    /// A name of another library.
    Elsewhere(Meaning),
    /// A layer with a similar name.
    Layer(Kind),
    /// A block with a similar name.
    Block(&'b str),
    Unknown,
}

impl<'b> Meant<'b> {
    /// `blocks` are the names that it could be a misspelling of, beside those of layers.
    pub fn by(name: &str, blocks: impl Iterator<Item = &'b str>) -> Meant<'b> {
        // A name of four letters is not a misspelling of another one that differs in two.
        let alike = |keyword: &&str| {
            let most = (name.len().max(keyword.len()) / 3).min(MOST_EDITS);
            edits(&name.to_lowercase(), keyword, most).is_some()
        };
        let keywords = Kind::layers().map(Kind::keyword).filter(alike);
        if let Some(meaning) = foreign_names::layer(name) {
            Meant::Elsewhere(meaning)
        } else if let Some(block) = closest(name, blocks) {
            Meant::Block(block)
        } else {
            let layer = closest(name, keywords).and_then(Kind::from_keyword);
            layer.map_or(Meant::Unknown, Meant::Layer)
        }
    }

    /// The layer that can take the place of the name, with the same arguments.
    pub fn layer(&self) -> Option<Kind> {
        match self {
            Meant::Elsewhere(Meaning::Layer(kind)) | Meant::Layer(kind) => Some(*kind),
            _ => None,
        }
    }

    /// The message for the name.
    pub fn message(&self, name: &str) -> String {
        match self {
            Meant::Elsewhere(Meaning::Layer(kind)) if !kind.signature().called => format!(
                "`{name}` is called `{kind}` here: `{kind} {{ …; … }}` joins branches, `{kind}(…)` joins labels"
            ),
            Meant::Elsewhere(Meaning::Layer(kind)) => {
                format!("`{name}` is called `{kind}` here\nhelp: write `{kind}`")
            }
            Meant::Elsewhere(Meaning::Call(kind, call)) => {
                let title = format!("`{name}` is called `{kind}` here");
                if *call == kind.keyword() { title } else { format!("{title}: `{call}`") }
            }
            Meant::Elsewhere(Meaning::Form(form)) => format!("`{name}` is written as {form}"),
            Meant::Elsewhere(Meaning::Nothing(why)) => format!("there is no layer `{name}`: {why}"),
            Meant::Layer(kind) => format!("there is no layer `{name}`\nhelp: write `{kind}`"),
            Meant::Block(block) => format!("there is no block `{name}`\nhelp: write `{block}`"),
            Meant::Unknown => format!(
                "there is no layer or block `{name}`\n\
                 layers are listed in `cnn::layers`; a block of another `cnn!` must be imported with `use`"
            ),
        }
    }
}

/// The message for a parameter that does not exist.
pub fn unknown_param(signature: &Signature, name: &str, meant: Option<&str>) -> String {
    let title = format!("`{}` has no parameter `{name}`", signature.keyword);
    if let Some(why) = foreign_names::why_not(name) {
        return format!("{title}: {why}");
    }
    if signature.params.is_empty() {
        return format!("`{}` takes no arguments", signature.keyword);
    }
    match meant {
        Some(meant) => format!("{title}\nhelp: write `{meant}`"),
        None => format!("{title}\nits signature is `{signature}`"),
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
    fn only_what_is_alike_is_proposed() {
        let layer = |name: &str| Meant::by(name, ["stage"].into_iter()).layer();
        assert_eq!(layer("Conv2d"), Some(Kind::Conv));
        assert_eq!(layer("linaer"), Some(Kind::Linear));
        assert_eq!(layer("max_pool"), Some(Kind::MaxPool));
        for other in ["deformable_conv", "GRU", "clone", "cover", "sage", "Backbone"] {
            assert_eq!(layer(other), None, "{other}");
        }
    }
}
