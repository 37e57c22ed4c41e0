//! The source of a declaration.

mod blocks;
mod flow;
mod loops;
mod params;
mod ports;
mod render;
mod repeats;
mod statement;
mod tree;

use cnn_format::{Style, format_file};

use crate::Error;
use crate::form::{Form, Value};
use blocks::Block;
use flow::Flow;
use statement::Statement;

pub use render::is_name;

/// How a declaration is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// With blocks, branches and repeats.
    #[default]
    Structured,
    /// A line for each layer, in scopes.
    Flat,
}

/// Writes a form as the source of a file with one `cnn!`.
///
/// # Errors
///
/// If the form has refusals, or `name` is no identifier.
pub fn write(form: &Form, name: &str, layout: Layout) -> Result<String, Error> {
    if let Some(refusal) = form.refusals.first() {
        return Err(Error::new(refusal.to_string()));
    }
    if !is_name(name) {
        return Err(Error::new(format!(
            "`{name}` cannot be the name of a struct: it may have letters, digits and `_`, and is no word of Rust"
        )));
    }
    if form.inputs.is_empty() || form.outputs.is_empty() {
        return Err(Error::new("the network has no input or no output"));
    }
    let form = &ports::named(form);
    let tree = tree::tree(form);
    let structured = layout == Layout::Structured;
    let (mut statements, flow) = Flow::statements(form, &tree, structured);
    if let Some(hidden) = &flow.hidden {
        return Err(Error::new(format!(
            "`{hidden}` cannot be named where its value is used: that is the name of another layer there"
        )));
    }
    let mut blocks = Vec::new();
    if structured {
        blocks = blocks::find(&mut statements, form, &flow.mentioned);
        repeats::find(&mut statements);
        blocks.iter_mut().for_each(|block| repeats::find(&mut block.statements));
    }
    let text = file(form, name, &flow, &statements, &blocks);
    let formatted = format_file(&text, &Style::default())
        .map_err(|mistake| Error::new(format!("the declaration cannot be read: {mistake}")))?;
    match formatted.mistakes.first() {
        Some(mistake) => Err(Error::new(format!("the declaration cannot be read: {mistake}"))),
        None => Ok(formatted.text),
    }
}

fn file(
    form: &Form,
    name: &str,
    flow: &Flow<'_>,
    statements: &[Statement],
    blocks: &[Block],
) -> String {
    let mut text = "use cnn::cnn;\n\ncnn! {\n".to_owned();
    for block in blocks {
        let params = block.params.join(", ");
        text += &format!(
            "block {}({params}) {{\n{}}}\n\n",
            block.name,
            render::block(&block.statements)
        );
    }
    let named = form.inputs.len() > 1 || flow.named.contains_key(&Value::Input(0));
    let inputs = match named {
        false => form.inputs[0].shape.to_string(),
        true => {
            let inputs = form.inputs.iter().map(|input| format!("{}: {}", input.name, input.shape));
            format!("({})", inputs.collect::<Vec<_>>().join(", "))
        }
    };
    let outputs = match &form.outputs[..] {
        [(_, value)] => form.shape(*value).to_string(),
        outputs => {
            let outputs =
                outputs.iter().map(|(name, value)| format!("{name}: {}", form.shape(*value)));
            format!("({})", outputs.collect::<Vec<_>>().join(", "))
        }
    };
    text + &format!(
        "pub struct {name}: {inputs} -> {outputs} <\n{}>\n}}\n",
        render::block(statements)
    )
}
