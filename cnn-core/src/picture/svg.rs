//! A picture as SVG.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;

use super::diagram::{Diagram, DiagramNode};
use super::place::{BAR_MARGIN, Bordered, COPY, Mark, Picture, Write, title_line};
use super::style::{Style, theme};
use super::text::Letters;
use crate::facts::Family;

/// The largest width of a page on which columns are below each other.
pub(super) const NARROW: i32 = 1000;

/// How round corners of lines are.
const RADIUS: i32 = 6;

/// The picture as one line.
pub(super) fn write(diagram: &Diagram, picture: &Picture) -> String {
    let mut svg = Svg { diagram, text: String::new(), has_links: false };
    svg.picture(picture, true);
    svg.text
}

/// The columns of a page, as a line of HTML: boxes lead to the rows of the table, and have names, too.
pub(super) fn page(diagram: &Diagram, columns: &[Picture]) -> String {
    let text = "<div style=\"display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 24px;margin:.75em 0\">".to_owned();
    let mut svg = Svg { diagram, text, has_links: true };
    for (index, column) in columns.iter().enumerate() {
        svg.picture(column, index == 0);
    }
    svg.text + "</div>"
}

/// The id of the row of a layer in a table, to which its box leads.
pub fn row_id(layer: &str) -> String {
    ["layer-", &anchor(layer)].concat()
}

/// The id of the row of an input or an output in a table. A layer may have the same name.
pub fn port_id(name: &str) -> String {
    ["port-", &anchor(name)].concat()
}

/// The id of the row to which a node leads. The node of several outputs leads to the first.
pub(super) fn node_row_id(node: &DiagramNode) -> String {
    match node.kind {
        Some(_) => row_id(&node.name),
        None => port_id(node.name.split(", ").next().unwrap_or_default()),
    }
}

/// The id of a box that begins with a layer, to which a row leads.
pub fn box_id(layer: &str) -> String {
    ["box-", &anchor(layer)].concat()
}

/// A name without characters that have a meaning in an address.
pub fn anchor(name: &str) -> String {
    name.chars()
        .map(|char| if char.is_alphanumeric() || "._-".contains(char) { char } else { '-' })
        .collect()
}

/// The network in a sentence, for those who do not see it.
pub(super) fn description(diagram: &Diagram, what: &str) -> String {
    let sizes = |value: usize| diagram.sizes(value).line();
    let input = if diagram.has_inputs() { "several inputs".to_owned() } else { sizes(0) };
    let output = match diagram.nodes.last() {
        Some(last) if diagram.has_outputs() => format!("the outputs {}", last.name),
        _ => sizes(diagram.nodes.len()),
    };
    let [params, macs] = title_line(diagram);
    let layers = diagram.layers().count();
    let text = format!(
        "{what} of a network with {layers} layers, from {input} to {output}: {params}, {macs}."
    );
    Letters::Name.fit(&text, 2000).into_owned()
}

pub(super) struct Svg<'a> {
    pub(super) diagram: &'a Diagram,
    pub(super) text: String,
    /// Whether boxes have names, and lead to rows of a table.
    pub(super) has_links: bool,
}

impl Svg<'_> {
    /// A picture; the first on a page says how all look.
    fn picture(&mut self, picture: &Picture, is_first: bool) {
        let (width, height) = (picture.width, picture.height);
        // What is in an image cannot be reached.
        let role = if self.has_links { "group" } else { "img" };
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cnn-net\" role=\"{role}\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
        ));
        if is_first {
            let name = if self.diagram.name.is_empty() { "A network" } else { &self.diagram.name };
            self.element("title", &Letters::Title.fit(name, 600));
            self.element("desc", &description(self.diagram, "Diagram"));
            self.style();
        }
        // Frames are behind lines, and lines behind boxes.
        for mark in &picture.marks {
            if let Mark::Frame(border) = mark {
                self.frame(border);
            }
        }
        self.lines(&picture.marks);
        for mark in &picture.marks {
            self.mark(mark);
        }
        self.put(format_args!("</svg>"));
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Box { border, family, depth, pill, bars, .. } => {
                self.boxed(border, *family, *depth, *pill, *bars);
            }
            Mark::Text(write) => self.write(write),
            Mark::Sample { x, y, macs } => {
                let class = if *macs { "m" } else { "p" };
                self.put(format_args!(
                    "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"12\" height=\"3\"/>"
                ));
            }
            Mark::Swatch { x, y, family } => {
                let class = Style::of(*family).class;
                self.put(format_args!(
                    "<rect class=\"{class} r\" x=\"{x}\" y=\"{y}\" width=\"12\" height=\"10\" rx=\"2\"/>"
                ));
            }
            Mark::Wide(mark) => {
                self.put(format_args!("<g class=\"cnn-wide\">"));
                self.mark(mark);
                self.put(format_args!("</g>"));
            }
            Mark::Narrow(mark) => {
                self.put(format_args!("<g class=\"cnn-narrow\">"));
                self.lines(core::slice::from_ref(mark));
                self.put(format_args!("</g>"));
            }
            Mark::Frame(_) | Mark::Line { .. } | Mark::Dot(..) => {}
        }
    }

    /// Begins what belongs to a box, which has the name of its first layer. Gives the name of the element.
    fn open(&mut self, border: &Bordered, is_frame: bool) -> &'static str {
        let node = self.diagram.nodes.get(border.node);
        let element = match node {
            Some(node) if self.has_links && !border.title.is_empty() => {
                let (row, mark) = (node_row_id(node), box_id(&node.name));
                self.put(format_args!("<a href=\"#"));
                self.escape(&row);
                // Of a frame and the box in it that begins with the same layer, the box has the name.
                if !is_frame {
                    self.put(format_args!("\" id=\""));
                    self.escape(&mark);
                }
                self.put(format_args!("\">"));
                "a"
            }
            _ => {
                self.put(format_args!("<g>"));
                "g"
            }
        };
        if !border.title.is_empty() {
            self.element("title", &border.title);
        }
        element
    }

    pub(super) fn put(&mut self, args: core::fmt::Arguments<'_>) {
        // Writing to a `String` cannot fail.
        let _ = self.text.write_fmt(args);
    }

    /// Text in which nothing is taken for markup.
    pub(super) fn escape(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '"' => self.text.push_str("&quot;"),
                '\n' => self.text.push_str("&#10;"),
                // Control characters are not allowed in XML, and line breaks would end the line.
                char if char.is_control() => self.text.push(' '),
                char => self.text.push(char),
            }
        }
    }

    pub(super) fn element(&mut self, name: &str, text: &str) {
        self.put(format_args!("<{name}>"));
        self.escape(text);
        self.put(format_args!("</{name}>"));
    }

    fn style(&mut self) {
        self.put(format_args!(
            "<style>{}\
             .cnn-net text{{fill:var(--ink);stroke:none}}\
             .cnn-net a{{text-decoration:none}}\
             .cnn-net .t{{font-size:15px;font-weight:600}}\
             .cnn-net .l{{font-weight:500}}\
             .cnn-net .s,.cnn-net .n{{font-size:11px;opacity:.85}}\
             .cnn-net .n{{font-family:\"Source Code Pro\",ui-monospace,monospace;opacity:.75}}\
             .cnn-net .w{{fill:none;stroke:var(--ink);opacity:.55;stroke-width:1.2}}\
             .cnn-net .k{{fill:var(--ink);fill-opacity:.035;stroke:var(--ink);stroke-opacity:.25}}\
             .cnn-net .p{{fill:var(--ink);fill-opacity:.5}}\
             .cnn-net .m{{fill:#d9703c}}\
             .cnn-net .q{{fill-opacity:.14}}\
             .cnn-net .q,.cnn-net .r{{stroke-opacity:.75}}\
             .cnn-net .r{{fill-opacity:.38}}",
            theme("cnn-net", Letters::Label)
        ));
        for Style { class, colour, .. } in Style::ALL {
            self.put(format_args!(".cnn-net .{class}{{fill:{colour};stroke:{colour}}}"));
        }
        if self.has_links {
            self.put(format_args!(
                ".cnn-narrow{{display:none}}@media(max-width:{NARROW}px){{.cnn-wide{{display:none}}\
                 .cnn-narrow{{display:inline}}}}.cnn-net a:hover .q,.cnn-net a:hover .k{{stroke-width:2;stroke-opacity:1}}\
                 .cnn-net a:target .q{{stroke-width:3;stroke-opacity:1;fill-opacity:.3}}"
            ));
        }
        self.put(format_args!("</style>"));
    }

    fn frame(&mut self, border: &Bordered) {
        let Bordered { x, y, w, h, texts, copies, .. } = border;
        let element = self.open(border, true);
        if *copies {
            self.put(format_args!(
                "<path class=\"w\" d=\"M{} {}v{}a8 8 0 0 1 -8 8h{}\"/>",
                x + w + COPY,
                y + 12,
                h - 12 + COPY - 8,
                -(w - 8 + COPY - 12),
            ));
        }
        self.put(format_args!(
            "<rect class=\"k\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"8\"/>"
        ));
        for write in texts {
            self.write(write);
        }
        self.put(format_args!("</{element}>"));
    }

    fn boxed(&mut self, border: &Bordered, family: Family, depth: i32, pill: bool, bars: [i32; 2]) {
        let Bordered { x, y, w, h, texts, copies, .. } = border;
        let class = Style::of(family).class;
        let element = self.open(border, false);
        if *copies {
            // Around the side, and below.
            self.put(format_args!(
                "<path class=\"w\" d=\"M{} {}v{}l-{depth} {depth}h{}\"/>",
                x + w + depth + COPY,
                y - depth + 6,
                h - 6 + COPY,
                -(w - 6 + COPY),
            ));
        }
        if depth > 0 {
            self.put(format_args!(
                "<path class=\"{class} r\" d=\"M{x} {y}l{depth} -{depth}h{w}v{h}l-{depth} {depth}v-{h}z\
                 m{w} 0l{depth} -{depth}\"/>"
            ));
        }
        let rx = if pill { h / 2 } else { 3 };
        self.put(format_args!(
            "<rect class=\"{class} q\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{rx}\"/>"
        ));
        for write in texts {
            self.write(write);
        }
        for (index, (bar, class)) in bars.into_iter().zip(["p", "m"]).enumerate() {
            if bar > 1 {
                let (x, y) = (x + BAR_MARGIN, y + h - 7 + 3 * index as i32);
                self.put(format_args!(
                    "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{bar}\" height=\"2\"/>"
                ));
            }
        }
        self.put(format_args!("</{element}>"));
    }

    fn write(&mut self, write: &Write) {
        let Write { x, y, letters, middle, end, text } = write;
        let class = match letters {
            Letters::Title => "t",
            Letters::Label => "l",
            Letters::Small => "s",
            Letters::Name => "n",
        };
        let anchor = match (middle, end) {
            (true, _) => " text-anchor=\"middle\"",
            (_, true) => " text-anchor=\"end\"",
            _ => "",
        };
        self.put(format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>"));
        self.escape(text);
        self.put(format_args!("</text>"));
    }

    /// All lines as one path.
    fn lines(&mut self, marks: &[Mark]) {
        self.put(format_args!("<path class=\"w\" d=\""));
        for mark in marks {
            match mark {
                Mark::Line { points, arrow } => self.line(points, *arrow),
                Mark::Dot(x, y) => {
                    self.put(format_args!("M{} {y}a2 2 0 0 0 4 0 2 2 0 0 0 -4 0", x - 2));
                }
                _ => {}
            }
        }
        self.put(format_args!("\"/>"));
    }

    fn line(&mut self, points: &[(i32, i32)], arrow: bool) {
        let [(x, y), .., (end_x, end_y)] = points else { return };
        self.put(format_args!("M{x} {y}"));
        for corner in points.windows(3) {
            let [before, at, after] = corner else { continue };
            let length = |a: &(i32, i32), b: &(i32, i32)| (a.0 - b.0).abs() + (a.1 - b.1).abs();
            let radius = RADIUS.min(length(before, at) / 2).min(length(at, after) / 2);
            let towards = |to: &(i32, i32)| {
                let (dx, dy) = ((to.0 - at.0).signum(), (to.1 - at.1).signum());
                (at.0 + dx * radius, at.1 + dy * radius)
            };
            let ((from_x, from_y), (to_x, to_y)) = (towards(before), towards(after));
            self.put(format_args!("L{from_x} {from_y}Q{} {} {to_x} {to_y}", at.0, at.1));
        }
        self.put(format_args!("L{end_x} {end_y}"));
        if arrow {
            let before = points[points.len() - 2];
            let (dx, dy) = ((end_x - before.0).signum(), (end_y - before.1).signum());
            // Two strokes back from the tip.
            let (back_x, back_y) = (end_x - 5 * dx, end_y - 5 * dy);
            self.put(format_args!(
                "M{} {}L{end_x} {end_y}L{} {}",
                back_x + 3 * dy,
                back_y + 3 * dx,
                back_x - 3 * dy,
                back_y - 3 * dx
            ));
        }
    }
}
