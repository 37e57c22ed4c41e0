//! Whether a picture is sound: XML of a bounded size, with all texts and boxes in their places.

use roxmltree::{Document, Node};

/// The most bytes that a picture may have.
const MOST: usize = 64_000;

/// How wide a picture may be: rustdoc has this room on a phone of 390 pixels, and more than that on a page of 1280.
const PHONE: f64 = 348.0;
const PAGE: f64 = 936.0;

/// How wide the letters from space to `~` are in DejaVu Sans, a wide font that many systems have, in
/// hundredths of the font's size.
const WIDTHS: [u32; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75,
    79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// A rectangle: its left, top, right and bottom.
#[derive(Clone, Copy, Debug)]
struct Area([f64; 4]);

impl Area {
    fn contains(self, other: Area) -> bool {
        let ([l, t, r, b], [left, top, right, bottom]) = (self.0, other.0);
        l <= left && t <= top && right <= r && bottom <= b
    }

    fn meets(self, other: Area) -> bool {
        let ([l, t, r, b], [left, top, right, bottom]) = (self.0, other.0);
        l < right && left < r && t < bottom && top < b
    }
}

/// Panics where a picture is not sound, or not whole on a phone.
pub fn check(name: &str, svg: &str) {
    parse(name, svg, |root| {
        described(name, root);
        for node in root.descendants() {
            assert_eq!(node.attribute("id"), None, "{name}: ids clash");
        }
        check_boxes(name, root);
    });
}

/// Panics where volumes are not sound, or wider than a page.
pub fn check_volumes(name: &str, svg: &str) {
    parse(name, svg, |root| {
        described(name, root);
        check_texts(name, root, PAGE);
    });
}

/// Panics where what is on a page is not sound, or not whole at any width of it: volumes for wide and for narrow
/// pages, and columns of boxes.
pub fn check_page(name: &str, html: &str) {
    parse(name, &format!("<div>{html}</div>"), |root| {
        let mut ids: Vec<&str> =
            root.descendants().filter_map(|node| node.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        // Names of layers are unique, but not in random networks.
        assert!(ids.len() == count || name == "random", "{name}: ids clash");
        let class = |node: Node<'_, '_>| node.attribute("class").unwrap_or("").to_owned();
        let pictures = root.descendants().filter(|node| node.has_tag_name(tag("svg")));
        let mut seen = [0; 3];
        for picture in pictures {
            match &class(picture)[..] {
                "cnn-volumes cnn-wide" => {
                    seen[0] += 1;
                    check_texts(name, picture, PAGE);
                }
                "cnn-volumes cnn-narrow" => {
                    seen[1] += 1;
                    check_texts(name, picture, PHONE);
                }
                "cnn-net" => {
                    seen[2] += 1;
                    check_boxes(name, picture);
                }
                other => panic!("{name}: {other}"),
            }
        }
        assert!(matches!(seen, [1, 1, 1..=3]), "{name}: {seen:?}");
    });
}

fn parse(name: &str, xml: &str, check: impl Fn(Node<'_, '_>)) {
    assert!(!xml.contains(['\n', '\r']), "{name}: a line break");
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{name}: {error}\n{xml}"));
    check(document.root_element());
}

fn described(name: &str, root: Node<'_, '_>) {
    assert_eq!(root.attribute("role"), Some("img"), "{name}");
    for element in ["title", "desc"] {
        let child = root.children().find(|child| child.has_tag_name(tag(element)));
        assert!(
            child.is_some_and(|child| !child.text().unwrap_or("").is_empty()),
            "{name}: {element}"
        );
    }
}

/// Where a picture is, as wide as it may be.
fn page(name: &str, root: Node<'_, '_>, most: f64) -> Area {
    let range = root.range();
    assert!(range.len() <= MOST, "{name}: {} bytes", range.len());
    for node in root.descendants().filter(Node::is_element) {
        let known = ["svg", "title", "desc", "style", "g", "a", "rect", "path", "text"];
        assert!(known.contains(&node.tag_name().name()), "{name}: {:?}", node.tag_name());
    }
    let (width, height) = (number(root, "width"), number(root, "height"));
    assert!(width <= most, "{name} is {width} wide");
    Area([0.0, 0.0, width, height])
}

/// Texts that are in the picture, and none on another one.
fn check_texts(name: &str, root: Node<'_, '_>, most: f64) {
    let page = page(name, root, most);
    let texts = root.descendants().filter(|node| node.has_tag_name(tag("text")));
    let texts: Vec<(Area, &str)> = texts.map(extent).collect();
    for (index, (area, text)) in texts.iter().enumerate() {
        assert!(page.contains(*area), "{name}: {text:?} {area:?} in {page:?}");
        for (other, beside) in &texts[..index] {
            assert!(!area.meets(*other), "{name}: {text:?} on {beside:?}");
        }
    }
}

fn check_boxes(name: &str, root: Node<'_, '_>) {
    let page = page(name, root, PHONE);
    let (mut boxes, mut frames, mut loose) = (Vec::new(), Vec::new(), Vec::new());
    for child in root.children().filter(Node::is_element) {
        let class = |node: &Node<'_, '_>| node.attribute("class").unwrap_or("").to_owned();
        match (child.tag_name().name(), &class(&child)[..]) {
            ("g", "cnn-narrow") => {}
            ("g", "cnn-wide") => loose.extend(child.first_child().map(extent)),
            ("g" | "a", _) => {
                let rect = child.children().find(|node| {
                    node.has_tag_name(tag("rect"))
                        && (class(node) == "k" || class(node).ends_with('q'))
                });
                let rect = rect.unwrap_or_else(|| panic!("{name}: a group without a box"));
                let area = area(rect);
                assert!(page.contains(area), "{name}: {area:?} in {page:?}");
                let texts: Vec<(Area, &str)> = child
                    .children()
                    .filter(|node| node.has_tag_name(tag("text")))
                    .map(extent)
                    .collect();
                for (index, (text, content)) in texts.iter().enumerate() {
                    assert!(area.contains(*text), "{name}: {content:?} {text:?} in {area:?}");
                    for (other, beside) in &texts[..index] {
                        assert!(!text.meets(*other), "{name}: {content:?} on {beside:?}");
                    }
                }
                if class(&rect) == "k" { frames.push(area) } else { boxes.push(area) }
            }
            ("text", _) => loose.push(extent(child)),
            _ => {}
        }
    }
    for (index, area) in boxes.iter().enumerate() {
        for other in &boxes[..index] {
            assert!(!area.meets(*other), "{name}: {area:?} on {other:?}");
        }
        for frame in &frames {
            assert!(frame.contains(*area) || !frame.meets(*area), "{name}: {area:?} {frame:?}");
        }
    }
    for (index, (area, text)) in loose.iter().enumerate() {
        assert!(page.contains(*area), "{name}: {text:?} {area:?} in {page:?}");
        for (other, beside) in &loose[..index] {
            assert!(!area.meets(*other), "{name}: {text:?} on {beside:?}");
        }
        for other in &boxes {
            assert!(!area.meets(*other), "{name}: {text:?} on a box, {area:?} {other:?}");
        }
    }
}

fn tag(name: &str) -> (&str, &str) {
    ("http://www.w3.org/2000/svg", name)
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("no {name}")).parse().unwrap()
}

fn area(node: Node<'_, '_>) -> Area {
    let [x, y, w, h] = ["x", "y", "width", "height"].map(|name| number(node, name));
    Area([x, y, x + w, y + h])
}

/// Where a text is.
fn extent<'a>(node: Node<'a, '_>) -> (Area, &'a str) {
    let text = node.text().unwrap_or("");
    // Texts of volumes have the size of their picture, and are centred.
    let is_volume = !node.has_attribute("class")
        || node.ancestors().any(|node| {
            node.attribute("class").is_some_and(|class| class.starts_with("cnn-volumes"))
        });
    let (size, mono) = match node.attribute("class") {
        _ if is_volume => (11.0, false),
        Some("t") => (15.0, false),
        Some("l") => (13.0, false),
        Some("s") => (11.0, false),
        Some("n") => (11.0, true),
        other => panic!("{other:?}"),
    };
    let width = |char: char| match char {
        ' '..='~' if !mono => WIDTHS[char as usize - 32],
        '·' => 34,
        '–' => 50,
        '×' | '→' if !mono => 84,
        '…' if !mono => 100,
        ' '..='~' | '×' | '…' | '→' => 61,
        _ => 100,
    };
    let width = f64::from(text.chars().map(width).sum::<u32>()) * size / 100.0;
    let (x, y) = (number(node, "x"), number(node, "y"));
    let left = match node.attribute("text-anchor") {
        None if !is_volume => x,
        None | Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        other => panic!("{other:?}"),
    };
    // From the top of capitals to the bottom of a `p`.
    (Area([left, y - 0.75 * size, left + width, y + 0.22 * size]), text)
}
