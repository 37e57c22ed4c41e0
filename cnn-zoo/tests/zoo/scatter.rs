//! A plot of networks, what they compute against what they know, as one line of SVG.

use std::fmt::Write as _;

/// A network.
pub struct Point {
    pub family: &'static str,
    pub name: &'static str,
    pub link: String,
    pub params: u64,
    pub macs: u64,
    /// Its accuracy in percent.
    pub result: f64,
    /// The hue of its family.
    pub hue: usize,
}

/// How large a plot is.
pub struct Size {
    class: &'static str,
    width: f64,
    height: f64,
    /// The plot without its axes: left, top, right, bottom.
    plot: [f64; 4],
    /// How large circles are.
    scale: f64,
}

/// For a page, and for a phone. What is seen, the page's width decides.
pub const WIDE: Size = Size {
    class: "cnn-plot cnn-wide",
    width: 936.0,
    height: 560.0,
    plot: [52.0, 10.0, 926.0, 516.0],
    scale: 1.0,
};
pub const NARROW: Size = Size {
    class: "cnn-plot cnn-narrow",
    width: 344.0,
    height: 460.0,
    plot: [40.0, 8.0, 340.0, 418.0],
    scale: 0.62,
};

/// The exponents of 10 at the ends of the axis of MACs, and the percents at those of the other.
const MACS: [f64; 2] = [7.4, 11.45];
const RESULTS: [f64; 2] = [54.0, 88.0];
/// How large letters are, and how wide at most.
const LETTER: [f64; 2] = [11.0, 7.0];

fn at(point: &Point, size: &Size) -> (f64, f64) {
    let [left, top, right, bottom] = size.plot;
    let x = left + ((point.macs as f64).log10() - MACS[0]) / (MACS[1] - MACS[0]) * (right - left);
    let y = bottom - part(point.result) * (bottom - top);
    assert!(
        (left..right).contains(&x) && (top..bottom).contains(&y),
        "{} is not on it",
        point.name
    );
    (x, y)
}

/// How high a result is, from 0 to 1: half as many errors are as far up everywhere.
fn part(result: f64) -> f64 {
    let height = |result: f64| -(100.0 - result).ln();
    (height(result) - height(RESULTS[0])) / (height(RESULTS[1]) - height(RESULTS[0]))
}

/// The area of a circle is that of the parameters.
fn radius(point: &Point, size: &Size) -> f64 {
    (2.2 + (point.params as f64 / 1e6).sqrt() * 0.72) * size.scale
}

/// The plot. A line goes through the networks of a family.
pub fn svg(points: &[Point], size: &Size) -> String {
    let Size { class, width, height, .. } = size;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" role=\"group\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\"><title>Accuracy and MACs of classifiers</title>\
         <desc>A circle for each of {} networks: the further right, the more multiply-accumulates, on a \
         logarithmic scale; the higher, the more accurate; the larger, the more parameters. The list below has \
         the numbers.</desc><style>.cnn-plot{{--ink:var(--main-color,#24292f);font:11px \"Fira Sans\",system-ui,\
         sans-serif;max-width:100%;height:auto}}.cnn-plot text{{fill:var(--ink);paint-order:stroke;\
         stroke:var(--main-background-color,#fff);\
         stroke-width:3px;stroke-opacity:.8;stroke-linejoin:round}}.cnn-plot \
         .x{{stroke:var(--ink);stroke-opacity:.15}}.cnn-plot .y{{fill:none;stroke:var(--ink);stroke-opacity:.5}}\
         .cnn-plot circle{{fill-opacity:.6;stroke-opacity:.9}}.cnn-plot a:hover circle{{fill-opacity:1;\
         stroke:var(--ink);stroke-width:2}}.cnn-narrow{{display:none}}@media(max-width:1000px){{.cnn-wide\
         {{display:none}}.cnn-narrow{{display:inline}}}}</style>",
        points.len()
    );
    axes(&mut svg, size);
    let mut labels: Vec<[f64; 4]> = points
        .iter()
        .map(|point| {
            let ((x, y), r) = (at(point, size), radius(point, size).min(9.0));
            [x - r, y - r, x + r, y + r]
        })
        .collect();
    let families: Vec<&[Point]> = points.chunk_by(|a, b| a.family == b.family).collect();
    for family in &families {
        let line: Vec<String> = ordered(family)
            .iter()
            .map(|point| {
                let (x, y) = at(point, size);
                format!("{x:.1} {y:.1}")
            })
            .collect();
        let hue = family[0].hue;
        write!(
            svg,
            "<path d=\"M{}\" fill=\"none\" stroke=\"hsl({hue} 60% 55%)\" stroke-opacity=\".4\"/>",
            line.join("L")
        )
        .unwrap();
    }
    // Small circles are above large ones.
    let mut circles: Vec<&Point> = points.iter().collect();
    circles.sort_by_key(|point| std::cmp::Reverse(point.params));
    for point in circles {
        let ((x, y), r) = (at(point, size), radius(point, size));
        let Point { name, link, params, macs, result, hue, .. } = point;
        write!(
            svg,
            "<a href=\"{link}\"><title>{name}: {result:.1} %, {:.2} M parameters, {:.3} GMACs</title>\
             <circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" fill=\"hsl({hue} 60% 55%)\" \
             stroke=\"hsl({hue} 60% 45%)\"/></a>",
            *params as f64 / 1e6,
            *macs as f64 / 1e9
        )
        .unwrap();
    }
    for family in &families {
        let ordered = ordered(family);
        // On a phone, there is no room for some; the list below has the same hues.
        let Some([(x, y), (from_x, from_y)]) = label(&ordered, &mut labels, size) else { continue };
        // A name that is further off is tied to its point.
        let width = 5.6 * family[0].family.chars().count() as f64;
        let (to_x, to_y) = (from_x.clamp(x - 2.0, x + width), y - 4.0);
        if (to_x - from_x).hypot(to_y - from_y) > 24.0 {
            write!(
                svg,
                "<path d=\"M{from_x:.1} {from_y:.1}L{to_x:.1} {to_y:.1}\" stroke=\"hsl({} 60% 55%)\"/>",
                family[0].hue
            )
            .unwrap();
        }
        write!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", family[0].family).unwrap();
    }
    svg + "</svg>"
}

/// From the cheapest to the most expensive.
fn ordered(family: &[Point]) -> Vec<&Point> {
    let mut ordered: Vec<&Point> = family.iter().collect();
    ordered.sort_by_key(|point| point.macs);
    ordered
}

/// The places of a family's name and of the point that it belongs to: as near as nothing else is.
fn label(family: &[&Point], taken: &mut Vec<[f64; 4]>, size: &Size) -> Option<[(f64, f64); 2]> {
    let [height, letter] = LETTER;
    let width = letter * family[0].family.chars().count() as f64;
    let distances = [9.0, 16.0, 28.0, 42.0, 58.0, 76.0, 96.0];
    let places = distances.iter().flat_map(|distance| {
        family.iter().rev().flat_map(move |point| {
            let (x, y) = at(point, size);
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
    let [left, top, right, bottom] = size.plot;
    let free = |[place, _]: &[(f64, f64); 2]| {
        let [l, t, r, b] = area(*place);
        let meets = |[left, top, right, bottom]: &[f64; 4]| {
            l < *right && *left < r && t < *bottom && *top < b
        };
        l > left && t > top && r < right && b < bottom && !taken.iter().any(meets)
    };
    let place = places.into_iter().find(free)?;
    taken.push(area(place[0]));
    Some(place)
}

/// Lines at the powers of ten and at percents, with their names.
fn axes(svg: &mut String, size: &Size) {
    let [left, top, right, bottom] = size.plot;
    for decade in MACS[0].ceil() as i32..=MACS[1].floor() as i32 {
        let x = left + (f64::from(decade) - MACS[0]) / (MACS[1] - MACS[0]) * (right - left);
        write!(
            svg,
            "<path class=\"x\" d=\"M{x:.1} {top}V{bottom}\"/><text x=\"{x:.1}\" y=\"{}\" \
             text-anchor=\"middle\">{}</text>",
            bottom + 16.0,
            power(decade)
        )
        .unwrap();
    }
    for percent in [55, 60, 65, 70, 75, 80, 85] {
        let y = bottom - part(f64::from(percent)) * (bottom - top);
        write!(
            svg,
            "<path class=\"x\" d=\"M{left} {y:.1}H{right}\"/><text x=\"{}\" y=\"{:.1}\" \
             text-anchor=\"end\">{percent} %</text>",
            left - 6.0,
            y + 4.0,
        )
        .unwrap();
    }
    write!(
        svg,
        "<path class=\"y\" d=\"M{left} {top}V{bottom}H{right}\"/><text x=\"{}\" y=\"{}\" \
         text-anchor=\"middle\">MACs for one image</text><text x=\"{}\" y=\"{}\">top-1 accuracy on ImageNet</text>",
        (left + right) / 2.0,
        size.height - 8.0,
        left + 6.0,
        top + 12.0
    )
    .unwrap();
}

/// A power of ten: `100 M`.
fn power(decade: i32) -> String {
    let unit = ["", "K", "M", "G", "T"][decade as usize / 3];
    format!("{} {unit}", 10u32.pow(decade as u32 % 3))
}
