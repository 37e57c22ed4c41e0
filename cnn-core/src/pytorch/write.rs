//! The file.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::flow::Path;
use super::helper::Helper;
use super::layer::{Module, Stored};
use super::python::{Arg, TAKEN, is_identifier, is_of_modules, quoted};
use super::scope::{Class, Made, Member, registry};
use super::share::{Written, shared};

/// The most characters of a line, as Black counts.
const WIDTH: usize = 88;

/// The file of these classes, the last of which is the network with this name.
pub(super) fn file(classes: Vec<Class>, name: &str, docs: &[String]) -> String {
    let mut helpers: Vec<Helper> = Vec::new();
    for class in &classes {
        for (_, member) in &class.members {
            if let Member::Module(made) = member {
                collect(made, &mut helpers);
            }
        }
    }
    let mut taken: BTreeSet<String> =
        TAKEN.into_iter().chain([name]).map(ToString::to_string).collect();
    taken.extend(helpers.iter().map(|helper| helper.name()));
    let mut written = shared(classes, taken);
    if let Some(network) = written.last_mut() {
        network.name = name.to_string();
    }
    let mut body = String::new();
    for helper in helpers {
        body += &format!("\n\n{}", helper.source());
    }
    let last = written.len().saturating_sub(1);
    for (index, class) in written.iter().enumerate() {
        body += &format!("\n\n{}", text(class, if index == last { docs } else { &[] }));
    }
    imports(&body) + &body
}

/// What the text uses.
fn imports(body: &str) -> String {
    let mut imports = String::new();
    if body.contains("math.") {
        imports += "import math\n";
    }
    if body.contains("OrderedDict(") {
        imports += "from collections import OrderedDict\n";
    }
    if !imports.is_empty() {
        imports += "\n";
    }
    if body.contains("torch.") {
        imports += "import torch\n";
    }
    if body.contains("F.") {
        imports += "import torch.nn.functional as F\n";
    }
    imports + "from torch import nn\n"
}

fn collect(made: &Made, helpers: &mut Vec<Helper>) {
    fn add(helper: Helper, helpers: &mut Vec<Helper>) {
        helper.needs().into_iter().for_each(|needed| add(needed, helpers));
        if !helpers.contains(&helper) {
            helpers.push(helper);
        }
    }
    match made {
        Made::Module(Module { helper, .. }) => {
            helper.iter().for_each(|helper| add(*helper, helpers));
        }
        Made::Sequential(items) => items.iter().for_each(|(_, made)| collect(made, helpers)),
        Made::List(items) => items.iter().for_each(|made| collect(made, helpers)),
        Made::Class(_) => {}
    }
}

fn text(class: &Written, docs: &[String]) -> String {
    let mut lines = vec![format!("class {}(nn.Module):", class.name)];
    if let [first, others @ ..] = docs {
        lines.push(format!("    \"\"\"{first}"));
        let indented = |line: &String| match line.as_str() {
            "" => String::new(),
            line => format!("    {line}"),
        };
        lines.extend(others.iter().map(indented));
        lines.push("    \"\"\"".to_string());
    }
    if !docs.is_empty() {
        lines.push(String::new());
    }
    let params = class.params.iter().map(|param| match &param.default {
        Some(default) => format!("{}={default}", param.name),
        None => param.name.clone(),
    });
    let params: Vec<String> = ["self".to_string()].into_iter().chain(params).collect();
    let mut text = lines.join("\n") + "\n";
    text += &bracketed("    def __init__(", &params, "):", 4, false);
    text += "\n        super().__init__()\n";
    for (path, member) in &class.members {
        text += &define(path, member);
    }
    if let Some(forward) = &class.forward {
        let params: Vec<String> =
            ["self".to_string()].into_iter().chain(forward.params.iter().cloned()).collect();
        text += "\n";
        text += &bracketed("    def forward(", &params, "):", 4, false);
        text += "\n";
        for line in &forward.lines {
            text += &statement(line);
        }
        text += &statement(&format!("return {}", forward.result));
    }
    text
}

/// A statement, which is broken at the comma or the operator of a long list.
fn statement(line: &str) -> String {
    let short = format!("        {line}\n");
    if short.len() <= WIDTH {
        return short;
    }
    // `x = torch.cat((a, b, c), dim=1)`
    if let (Some(open), Some(close)) = (line.find("(("), line.find(')'))
        && open < close
        && line[open + 2..close].contains(", ")
    {
        let (start, rest) = (&line[..open + 2], &line[close..]);
        let items: Vec<String> =
            line[open + 2..close].split(", ").map(ToString::to_string).collect();
        return bracketed(&format!("        {start}"), &items, rest, 8, true) + "\n";
    }
    // `return a, b` and `a, b = self.body(x)`
    if let Some(values) = line.strip_prefix("return ")
        && !values.contains('(')
    {
        let items: Vec<String> = values.split(", ").map(ToString::to_string).collect();
        return bracketed("        return (", &items, ")", 8, true) + "\n";
    }
    if let Some((made, call)) = line.split_once(" = ")
        && made.contains(", ")
    {
        let items: Vec<String> = made.split(", ").map(ToString::to_string).collect();
        let end = format!(") = {call}");
        return bracketed("        (", &items, &end, 8, true) + "\n";
    }
    short
}

/// Items in brackets: in one line if there is room.
fn bracketed(start: &str, items: &[String], end: &str, indent: usize, broken: bool) -> String {
    let line = format!("{start}{}{end}", items.join(", "));
    if line.len() <= WIDTH && !broken {
        return line;
    }
    let inner = " ".repeat(indent + 4);
    let mut text = start.to_string();
    let all = format!("{inner}{}", items.join(", "));
    if all.len() <= WIDTH && !broken {
        return format!("{text}\n{all}\n{}{end}", " ".repeat(indent));
    }
    for item in items {
        text += &format!("\n{inner}{item},");
    }
    format!("{text}\n{}{end}", " ".repeat(indent))
}

/// A member of a class.
fn define(path: &Path, member: &Member) -> String {
    let Some((name, around)) = path.split_last() else { return String::new() };
    let mut of = "self".to_string();
    for name in around {
        of = match is_identifier(name) && !is_of_modules(name) {
            true => format!("{of}.{name}"),
            false => format!("{of}._modules[{}]", quoted(name)),
        };
    }
    match member {
        Member::Module(made) => {
            let value = |start: &str, end: &str| {
                format!("        {start}{}{end}\n", expression(made, 8, start.len() + end.len()))
            };
            if is_of_modules(name) {
                value(&format!("{of}.{}[{}] = ", registry(None), quoted(name)), "")
            } else if is_identifier(name) {
                value(&format!("{of}.{name} = "), "")
            } else {
                value(&format!("{of}.add_module({}, ", quoted(name)), ")")
            }
        }
        Member::Tensor(stored) => tensor(&of, name, stored),
    }
}

fn tensor(of: &str, name: &str, stored: &Stored) -> String {
    let Stored { init, learned } = stored;
    let value = if *learned { format!("nn.Parameter({init})") } else { init.clone() };
    if is_of_modules(name) {
        format!("        {of}.{}[{}] = {value}\n", registry(Some(stored)), quoted(name))
    } else if *learned && is_identifier(name) {
        format!("        {of}.{name} = {value}\n")
    } else {
        format!("        {of}.register_{}({}, {value})\n", stored.kind(), quoted(name))
    }
}

/// What makes a module, with so many characters around it in its first line.
fn expression(made: &Made, indent: usize, around: usize) -> String {
    let inner = " ".repeat(indent + 4);
    let outer = " ".repeat(indent);
    let lines = |start: &str, items: &[String], end: &str| {
        let items: String = items.iter().map(|item| format!("{inner}{item},\n")).collect();
        format!("{start}\n{items}{outer}{end}")
    };
    match made {
        Made::Module(module) => {
            let args: Vec<String> = module.args.iter().filter_map(Arg::written).collect();
            let (start, end) = (format!("{}(", module.class), ")");
            let line = format!("{start}{}{end}", args.join(", "));
            if let Some(function) = module.around {
                let short = format!("{function}({line})");
                if indent + around + short.len() < WIDTH {
                    return short;
                }
                let made = Made::Module(Module { around: None, ..module.clone() });
                return format!(
                    "{function}(\n{inner}{}\n{outer})",
                    expression(&made, indent + 4, 0)
                );
            }
            if indent + around + line.len() < WIDTH || args.is_empty() {
                return line;
            }
            let all = format!("{inner}{}", args.join(", "));
            match all.len() <= WIDTH {
                true => format!("{start}\n{all}\n{outer}{end}"),
                false => lines(&start, &args, end),
            }
        }
        Made::Sequential(items) => {
            let plain =
                items.iter().enumerate().all(|(index, (name, _))| *name == index.to_string());
            let made: Vec<&Made> = items.iter().map(|(_, made)| made).collect();
            if plain {
                let items = repeated(&made, indent + 4);
                let line = format!("nn.Sequential({})", items.join(", "));
                return match items.len() == 1
                    && !line.contains('\n')
                    && indent + around + line.len() < WIDTH
                {
                    true => line,
                    false => lines("nn.Sequential(", &items, ")"),
                };
            }
            let items: Vec<String> = items
                .iter()
                .map(|(name, made)| {
                    let name = quoted(name);
                    format!("({name}, {})", expression(made, indent + 8, name.len() + 4))
                })
                .collect();
            let list: String = items.iter().map(|item| format!("{inner}    {item},\n")).collect();
            format!("nn.Sequential(\n{inner}OrderedDict([\n{list}{inner}])\n{outer})")
        }
        Made::List(items) => {
            let made: Vec<&Made> = items.iter().collect();
            lines("nn.ModuleList([", &repeated(&made, indent + 4), "])")
        }
        Made::Class(_) => unreachable!("classes are constructed by calls"),
    }
}

/// Elements of a sequence, of which three equal ones or more are written once.
fn repeated(items: &[&Made], indent: usize) -> Vec<String> {
    let texts: Vec<String> = items.iter().map(|made| expression(made, indent, 1)).collect();
    let (mut written, mut index) = (Vec::new(), 0);
    while index < texts.len() {
        let count = texts[index..].iter().take_while(|text| **text == texts[index]).count();
        if count > 2 && !texts[index].contains('\n') {
            written.push(format!("*[{} for _ in range({count})]", texts[index]));
            index += count;
        } else {
            written.push(texts[index].clone());
            index += 1;
        }
    }
    written
}
