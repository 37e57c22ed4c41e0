//! Volumes as SVG.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

use super::super::diagram::Diagram;
use super::super::style::{Style, theme};
use super::super::svg::{Svg, description, node_row_id};
use super::super::text::Letters;
use super::place::{Kind, Solid, Strip};

/// Where the picture is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// In a file of its own.
    File,
    /// On a wide page.
    Wide,
    /// On a narrow page, after the one for wide pages.
    Narrow,
    /// Beside a name.
    Small,
}

/// The volumes as one line.
pub(super) fn write(diagram: &Diagram, strip: &Strip, look: Look) -> String {
    let Strip { width, height, .. } = strip;
    let mut svg =
        Svg { diagram, text: String::new(), has_links: matches!(look, Look::Wide | Look::Narrow) };
    let (class, role) = match look {
        Look::File => ("cnn-volumes", "img"),
        Look::Wide => ("cnn-volumes cnn-wide", "group"),
        Look::Narrow => ("cnn-volumes cnn-narrow", "group"),
        Look::Small => ("", "img"),
    };
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    svg.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"{class} role=\"{role}\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
    ));
    match look {
        Look::File | Look::Wide => {
            let name = if diagram.name.is_empty() { "A network" } else { &diagram.name };
            svg.element("title", name);
            svg.element("desc", &description(diagram, "Volumes"));
            svg.put(format_args!("<style>{}{STYLE}", theme("cnn-volumes", Letters::Small)));
            for Style { class, colour, .. } in Style::ALL {
                svg.put(format_args!(".cnn-volumes .{class}{{fill:{colour};stroke:{colour}}}"));
            }
            svg.put(format_args!("</style>"));
        }
        Look::Narrow => {}
        Look::Small => svg.element("title", &diagram.name),
    }
    if !strip.lines.is_empty() {
        svg.put(format_args!("<path {} d=\"", plain(look, "w", "stroke=\"#888\" fill=\"none\"")));
        for [[x, y], [to_x, to_y]] in &strip.lines {
            let middle = (x + to_x) / 2;
            svg.put(format_args!("M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"));
        }
        svg.put(format_args!("\"/>"));
    }
    match look {
        Look::Small => small(&mut svg, &strip.solids),
        _ => strip.solids.iter().for_each(|solid| volume(&mut svg, solid)),
    }
    if !strip.skips.is_empty() {
        svg.put(format_args!("<path {} d=\"", plain(look, "u", "stroke=\"#c4528c\"")));
        for ([from, to], y) in &strip.skips {
            svg.put(format_args!("M{from} {y}H{to}"));
            if look != Look::Small {
                svg.put(format_args!("m-5 -3l5 3l-5 3"));
            }
        }
        svg.put(format_args!("\"/>"));
    }
    for words in &strip.texts {
        let class = match words.kind {
            Kind::Shape => "",
            Kind::Count => " class=\"t\"",
            Kind::Skip => " class=\"v\"",
        };
        svg.put(format_args!("<text{class} x=\"{}\" y=\"{}\">", words.x, words.y));
        svg.escape(&words.text);
        svg.put(format_args!("</text>"));
    }
    svg.put(format_args!("</svg>"));
    svg.text
}

/// A class, or what stands for it where there is no style.
fn plain(look: Look, class: &str, attributes: &str) -> String {
    match look {
        Look::Small => attributes.to_owned(),
        _ => format!("class=\"{class}\""),
    }
}

/// The front, the side and the top of a volume, as parts of paths.
fn faces(solid: &Solid) -> [String; 3] {
    let Solid { x, thickness: t, height: h, back: [right, up], .. } = solid;
    let top = solid.y - h / 2;
    [
        format!("M{x} {top}h{t}v{h}h-{t}z"),
        format!("M{} {top}l{right} -{up}v{h}l-{right} {up}z", x + t),
        format!("M{x} {top}l{right} -{up}h{t}l-{right} {up}z"),
    ]
}

/// All volumes of a colour at once.
fn small(svg: &mut Svg<'_>, solids: &[Solid]) {
    for Style { class, colour, .. } in Style::ALL {
        let of_it = || solids.iter().filter(|solid| Style::of(solid.family).class == class);
        if of_it().next().is_none() {
            continue;
        }
        svg.put(format_args!("<g fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\".6\">"));
        for (face, opacity) in [".22", ".6", ".38"].into_iter().enumerate() {
            svg.put(format_args!("<path fill-opacity=\"{opacity}\" d=\""));
            of_it().for_each(|solid| svg.put(format_args!("{}", faces(solid)[face])));
            svg.put(format_args!("\"/>"));
        }
        svg.put(format_args!("</g>"));
    }
}

fn volume(svg: &mut Svg<'_>, solid: &Solid) {
    let Solid { x, thickness: t, height: h, back: [right, up], slices, .. } = solid;
    let (top, Style { class, .. }) = (solid.y - h / 2, Style::of(solid.family));
    let [front, side, above] = faces(solid);
    let nodes = &solid.volume.nodes;
    let first = svg.diagram.nodes.get(nodes.start).filter(|_| !nodes.is_empty());
    let element = match first {
        Some(first) if svg.has_links => {
            svg.put(format_args!("<a href=\"#"));
            svg.escape(&node_row_id(first));
            svg.put(format_args!("\">"));
            "a"
        }
        _ => {
            svg.put(format_args!("<g>"));
            "g"
        }
    };
    svg.element("title", &title(svg.diagram, solid));
    svg.put(format_args!(
        "<path class=\"{class} x\" d=\"{front}\"/><path class=\"{class} y\" d=\"{side}\"/>\
         <path class=\"{class} z\" d=\"{above}\"/>"
    ));
    if *slices > 1 {
        svg.put(format_args!("<path class=\"{class} o\" d=\""));
        for slice in 1..*slices as i32 {
            let at = x + t * slice / *slices as i32;
            svg.put(format_args!("M{at} {}v-{h}l{right} -{up}", top + h));
        }
        svg.put(format_args!("\"/>"));
    }
    svg.put(format_args!("</{element}>"));
}

/// What a volume is, in lines.
fn title(diagram: &Diagram, solid: &Solid) -> String {
    let volume = &solid.volume;
    let shape = |value: usize| diagram.sizes(value).line();
    let [first, last] = volume.values.map(shape);
    let shapes = if first == last { first } else { format!("{first} → {last}") };
    let Some(nodes) = diagram.nodes.get(volume.nodes.clone()).filter(|nodes| !nodes.is_empty())
    else {
        return format!("input\n{shapes}");
    };
    let name = match nodes {
        [only] => only.name.clone(),
        [first, .., last] => format!("{} … {}", first.name, last.name),
        [] => String::new(),
    };
    let times =
        if volume.count > 1 { format!(" in {} steps", volume.count) } else { String::new() };
    format!("{name}\n{shapes}{times}")
}

/// Letters and shades. Which of the two pictures of a page is seen, the width of the page decides.
const STYLE: &str = ".cnn-volumes text{fill:var(--ink);text-anchor:middle;stroke:none}\
    .cnn-volumes text.v{fill:#c4528c}.cnn-volumes text.t{opacity:.7}\
    .cnn-volumes a{text-decoration:none}\
    .cnn-volumes path{stroke-width:1.1;stroke-linejoin:round;stroke-opacity:.8}\
    .cnn-volumes .w{fill:none;stroke:var(--ink);stroke-opacity:.35}\
    .cnn-volumes .u{fill:none;stroke:#c4528c;stroke-width:1.6}\
    .cnn-volumes .x{fill-opacity:.2}.cnn-volumes .y{fill-opacity:.5}.cnn-volumes .z{fill-opacity:.32}\
    .cnn-volumes .o{fill:none!important;stroke-opacity:.55}\
    .cnn-volumes a:hover path{stroke-width:2;stroke-opacity:1}";
