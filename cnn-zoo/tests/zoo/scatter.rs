//! A plot of networks, parameters against multiply-accumulates, as one line of SVG.

use std::fmt::Write as _;

/// A network.
pub struct Point {
    pub family: &'static str,
    pub name: &'static str,
    pub link: String,
    pub params: u64,
    pub macs: u64,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 500.0;
/// The plot without its axes: left, top, right, bottom.
const PLOT: [f64; 4] = [64.0, 12.0, 708.0, 460.0];
/// The exponents of 10 at the ends of the axes.
const PARAMS: [f64; 2] = [5.5, 9.0];
const MACS: [f64; 2] = [6.3, 11.6];
/// How large letters are, and how wide at most.
const LETTER: [f64; 2] = [11.0, 7.0];
/// Colours that can be told apart on white and on black; families in a row have different ones.
const COLOURS: [&str; 6] = ["#3f83d6", "#d9703c", "#2f9e7a", "#8c6bd8", "#c4528c", "#b08a2e"];

fn at(point: &Point) -> (f64, f64) {
    let along = |value: u64, [from, to]: [f64; 2]| ((value as f64).log10() - from) / (to - from);
    let [left, top, right, bottom] = PLOT;
    let x = left + along(point.params, PARAMS) * (right - left);
    let y = bottom - along(point.macs, MACS) * (bottom - top);
    assert!(
        (left..right).contains(&x) && (top..bottom).contains(&y),
        "{} is not on it",
        point.name
    );
    (x, y)
}

/// The plot. A line goes through the networks of a family.
pub fn svg(points: &[Point]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cnn-plot\" role=\"img\" width=\"{WIDTH}\" \
         height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><title>Parameters and MACs of all \
         networks</title><desc>A point for each of {} networks, on logarithmic scales: the further \
         right, the more parameters; the higher, the more multiply-accumulates. The table below has \
         the numbers.</desc><style>.cnn-plot{{color:var(--main-color,#24292f);font:11px \"Fira \
         Sans\",system-ui,sans-serif}}.cnn-plot text{{fill:currentColor}}.cnn-plot \
         .x{{stroke:currentColor;stroke-opacity:.15}}.cnn-plot circle{{fill-opacity:.75}}.cnn-plot \
         a:hover circle{{fill-opacity:1;stroke:currentColor;stroke-width:2}}</style>",
        points.len()
    );
    axes(&mut svg);
    let families = points.chunk_by(|a, b| a.family == b.family);
    let mut labels: Vec<[f64; 4]> = points
        .iter()
        .map(|point| {
            let (x, y) = at(point);
            [x - 5.0, y - 5.0, x + 5.0, y + 5.0]
        })
        .collect();
    for (family, colour) in families.zip(COLOURS.iter().cycle()) {
        let mut family: Vec<&Point> = family.iter().collect();
        family.sort_by_key(|point| point.params);
        let line: Vec<String> = family
            .iter()
            .map(|point| {
                let (x, y) = at(point);
                format!("{x:.1} {y:.1}")
            })
            .collect();
        write!(
            svg,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-opacity=\".35\"/>",
            line.join("L")
        )
        .unwrap();
        for point in &family {
            let (x, y) = at(point);
            let Point { name, link, params, macs, .. } = point;
            let title = format!(
                "{name}: {:.2} M parameters, {:.3} GMACs",
                *params as f64 / 1e6,
                *macs as f64 / 1e9
            );
            write!(
                svg,
                "<a href=\"{link}\"><title>{title}</title><circle cx=\"{x:.1}\" cy=\"{y:.1}\" \
                 r=\"4\" fill=\"{colour}\"/></a>"
            )
            .unwrap();
        }
        let [(x, y), (from_x, from_y)] = label(&family, &mut labels);
        // A name that stands further off is tied to its point.
        let width = 5.6 * family[0].family.chars().count() as f64;
        let (to_x, to_y) = (from_x.clamp(x - 2.0, x + width), y - 4.0);
        if (to_x - from_x).hypot(to_y - from_y) > 20.0 {
            write!(
                svg,
                "<path d=\"M{from_x:.1} {from_y:.1}L{to_x:.1} {to_y:.1}\" stroke=\"{colour}\"/>"
            )
            .unwrap();
        }
        write!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", family[0].family).unwrap();
    }
    svg + "</svg>"
}

/// The places of a family's name and of the point that it belongs to: as near as nothing else is.
fn label(family: &[&Point], taken: &mut Vec<[f64; 4]>) -> [(f64, f64); 2] {
    let [height, letter] = LETTER;
    let width = letter * family[0].family.chars().count() as f64;
    let distances = [8.0, 16.0, 28.0, 42.0, 58.0, 76.0, 96.0];
    let places = distances.iter().flat_map(|distance| {
        family.iter().rev().flat_map(move |point| {
            let (x, y) = at(point);
            // To the right, to the left, above, below, and between them.
            let ways = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)];
            ways.map(|(right, down)| {
                let start = [-width - distance, -width / 2.0, *distance][(right + 1) as usize];
                let base = [-distance, 4.0, distance + 8.0][(down + 1) as usize];
                [(x + start, y + base), (x, y)]
            })
        })
    });
    let area = |(x, y): (f64, f64)| [x, y - height, x + width, y + 3.0];
    let [left, top, right, bottom] = PLOT;
    let free = |[place, _]: &[(f64, f64); 2]| {
        let [l, t, r, b] = area(*place);
        let meets = |[left, top, right, bottom]: &[f64; 4]| {
            l < *right && *left < r && t < *bottom && *top < b
        };
        l > left && t > top && r < right && b < bottom && !taken.iter().any(meets)
    };
    let place = places.into_iter().find(free);
    let place = place.unwrap_or_else(|| panic!("no place for {}", family[0].family));
    taken.push(area(place[0]));
    place
}

/// Lines at the powers of ten, with their names.
fn axes(svg: &mut String) {
    let [left, top, right, bottom] = PLOT;
    let decades = |[from, to]: [f64; 2]| from.ceil() as i32..=to.floor() as i32;
    for decade in decades(PARAMS) {
        let x = left + (f64::from(decade) - PARAMS[0]) / (PARAMS[1] - PARAMS[0]) * (right - left);
        write!(
            svg,
            "<path class=\"x\" d=\"M{x:.1} {top}V{bottom}\"/><text x=\"{x:.1}\" y=\"{}\" \
             text-anchor=\"middle\">{}</text>",
            bottom + 16.0,
            power(decade)
        )
        .unwrap();
    }
    for decade in decades(MACS) {
        let y = bottom - (f64::from(decade) - MACS[0]) / (MACS[1] - MACS[0]) * (bottom - top);
        write!(
            svg,
            "<path class=\"x\" d=\"M{left} {y:.1}H{right}\"/><text x=\"{}\" y=\"{:.1}\" \
             text-anchor=\"end\">{}</text>",
            left - 8.0,
            y + 4.0,
            power(decade)
        )
        .unwrap();
    }
    let middle = (left + right) / 2.0;
    let y = (top + bottom) / 2.0;
    write!(
        svg,
        "<path d=\"M{left} {top}V{bottom}H{right}\" fill=\"none\" stroke=\"currentColor\" \
         stroke-opacity=\".5\"/><text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">parameters</text>\
         <text transform=\"translate(14 {y}) rotate(-90)\" text-anchor=\"middle\">MACs</text>",
        HEIGHT - 6.0
    )
    .unwrap();
}

/// A power of ten: `100 M`.
fn power(decade: i32) -> String {
    let unit = ["", "k", "M", "G", "T"][decade as usize / 3];
    format!("{} {unit}", 10u32.pow(decade as u32 % 3))
}
