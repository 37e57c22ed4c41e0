//! The colours of a picture.

use alloc::format;
use alloc::string::String;

use super::text::Letters;
use crate::facts::Family;

/// What pictures of a class look like, letters of this size among others. Their colours follow the page: rustdoc's
/// variables decide there, and elsewhere the system's preference does. A picture has a background of its own, since a
/// browser that opens the file paints none that would fit.
pub(super) fn theme(class: &str, letters: Letters) -> String {
    let size = letters.size();
    format!(
        ".{class}{{--ink:var(--main-color,#24292f);background:var(--main-background-color,#fff);\
         font:{size}px \"Fira Sans\",system-ui,sans-serif;max-width:100%;height:auto}}\
         @media(prefers-color-scheme:dark){{.{class}{{--ink:var(--main-color,#e6edf3);\
         background:var(--main-background-color,#0d1117)}}}}"
    )
}

/// A class of boxes, and its colour, which can be told from the others on white, grey and black.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) class: &'static str,
    pub(super) colour: &'static str,
    /// What it stands for in a legend.
    pub(super) name: &'static str,
}

const CONV: Style = Style { class: "a", colour: "#3f83d6", name: "convolution" };
const LINEAR: Style = Style { class: "b", colour: "#8c6bd8", name: "linear" };
const POOL: Style = Style { class: "c", colour: "#2f9e7a", name: "pooling" };
const NORM: Style = Style { class: "d", colour: "#b08a2e", name: "norm, dropout" };
const ACTIVATION: Style = Style { class: "e", colour: "#d9703c", name: "activation" };
const JOIN: Style = Style { class: "f", colour: "#c4528c", name: "join" };
const ARRANGE: Style = Style { class: "g", colour: "#7d8a97", name: "reshape" };
const SCOPE: Style = Style { class: "h", colour: "#7d8a97", name: "block" };

impl Style {
    pub(super) const ALL: [Style; 8] = [CONV, LINEAR, POOL, NORM, ACTIVATION, JOIN, ARRANGE, SCOPE];

    pub(super) fn of(family: Family) -> Style {
        match family {
            Family::Conv => CONV,
            Family::Linear => LINEAR,
            Family::Pool => POOL,
            Family::Norm | Family::Scale => NORM,
            Family::Activation | Family::Softmax => ACTIVATION,
            Family::Join => JOIN,
            Family::Arrange | Family::Pass => ARRANGE,
            Family::Scope => SCOPE,
        }
    }
}
