//! The links of the built documentation.
//!
//! rustdoc checks the links that it resolves itself, but not those that are written as HTML, and not the anchors of
//! pictures and tables.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

/// `cargo test -p cnn --test library links -- --ignored` reads `target/doc`, which `cargo doc` must have written after
/// the last change: pages of items that no longer exist have broken links.
#[test]
#[ignore = "reads the documentation, which must be built before"]
fn every_relative_link_has_a_target() {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    let root = target.join("doc");
    let pages: Vec<PathBuf> = ["cnn", "cnn_core", "cnn_macro", "cnn_zoo"]
        .iter()
        .flat_map(|package| {
            let pages = pages_below(&root.join(package));
            assert!(!pages.is_empty(), "{package} has no pages in {}", root.display());
            pages
        })
        .collect();
    let site = Site::default();
    let broken: Vec<String> = pages.iter().flat_map(|page| site.broken_links(page)).collect();
    assert!(broken.is_empty(), "{} broken links\n{}", broken.len(), broken.join("\n"));
}

/// The pages that have been read.
#[derive(Default)]
struct Site {
    /// The anchors of each page; `None` if there is no such file.
    anchors: RefCell<HashMap<PathBuf, Option<Rc<HashSet<String>>>>>,
}

impl Site {
    /// The links of a page without a target.
    fn broken_links(&self, page: &Path) -> Vec<String> {
        let html = fs::read_to_string(page).unwrap();
        let links: HashSet<String> =
            ["href", "src"].iter().flat_map(|name| attributes(&html, name)).collect();
        let is_broken = |link: &String| !self.has_target(page, link);
        let mut broken: Vec<String> = links.into_iter().filter(is_broken).collect();
        broken.sort();
        broken.into_iter().map(|link| format!("{}: {link}", page.display())).collect()
    }

    /// Whether a link leads to a file and an anchor in it. Addresses of other sites are not checked.
    fn has_target(&self, page: &Path, link: &str) -> bool {
        let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
        if !scheme.is_empty() && scheme.chars().all(|letter| letter.is_ascii_alphabetic()) {
            return true;
        }
        let (address, anchor) = link.split_once('#').unwrap_or((link, ""));
        let address = address.split('?').next().unwrap_or_default();
        let file = match address {
            "" => page.to_owned(),
            address => normal(&page.parent().unwrap().join(address)),
        };
        let file = if file.is_dir() { file.join("index.html") } else { file };
        match self.anchors(&file) {
            None => false,
            Some(anchors) => anchor.is_empty() || lines(anchor).all(|it| anchors.contains(it)),
        }
    }

    /// The anchors of a file, if it exists.
    fn anchors(&self, file: &Path) -> Option<Rc<HashSet<String>>> {
        let read = || match file.extension() {
            Some(html) if html == "html" => {
                let html = fs::read_to_string(file).ok()?;
                // The pages of items in private modules redirect to where the items are public.
                match attributes(&html, "content")
                    .find_map(|it| Some(it.strip_prefix("0;URL=")?.to_owned()))
                {
                    Some(address) => self.anchors(&normal(&file.parent()?.join(address))),
                    None => Some(Rc::new(attributes(&html, "id").collect())),
                }
            }
            _ => file.is_file().then(Rc::default),
        };
        if let Some(known) = self.anchors.borrow().get(file) {
            return known.clone();
        }
        let anchors = read();
        self.anchors.borrow_mut().insert(file.to_owned(), anchors.clone());
        anchors
    }
}

/// An anchor, or both ends of a range of lines in source code: `12-34`.
fn lines(anchor: &str) -> impl Iterator<Item = &str> {
    let is_number = |end: &str| end.parse::<usize>().is_ok();
    let range = anchor.split_once('-').filter(|(first, last)| is_number(first) && is_number(last));
    let (first, last) = range.map_or((anchor, None), |(first, last)| (first, Some(last)));
    [Some(first), last].into_iter().flatten()
}

/// The values of all attributes with a name, with or without quotes.
fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = String> + use<'h> {
    let name = format!(" {name}=");
    html.split('<').flat_map(move |tag| {
        let tag = if tag.starts_with('/') { "" } else { tag };
        let values = tag.split_once(&name).map(|(_, value)| match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or_default(),
            None => value.split([' ', '>']).next().unwrap_or_default(),
        });
        // Scripts contain HTML with escaped quotes.
        let values = values.filter(|value| !value.starts_with('\\'));
        values.map(|value| value.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    })
}

/// A path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                normal.pop();
            }
            component => normal.push(component),
        }
    }
    normal
}

/// All pages in a directory and below.
fn pages_below(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten();
    let entries = entries.map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() => pages_below(&path),
            Some(html) if html == "html" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn attributes_are_found_with_and_without_quotes() {
    let html =
        "<a href=\"b.html?x=1&amp;y#z\" id=\"c\">href=d</a><a href=#12 id=12 data-nosnippet>12</a>";
    let found = |name| attributes(html, name).collect::<Vec<_>>();
    assert_eq!(found("href"), ["b.html?x=1&y#z", "#12"]);
    assert_eq!(found("id"), ["c", "12"]);
}

#[test]
fn links_lead_to_files_and_anchors() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    fs::create_dir_all(directory.join("a")).unwrap();
    let page = directory.join("a/page.html");
    fs::write(
        &page,
        "<a href=\"../b.html#c\"><a href=\"../b.html#d\"><a href=\"e.html\"><a href=\"#f\">",
    )
    .unwrap();
    fs::write(directory.join("b.html"), "<p id=c><p id=\"12\"><p id=34>").unwrap();
    let site = Site::default();
    let broken = site.broken_links(&page);
    assert_eq!(broken.len(), 3, "{broken:?}");
    for link in ["../b.html", "../b.html#12-34", "../b.html?q#c", "https://x.org/y", "mailto:x@y"] {
        assert!(site.has_target(&page, link), "{link}");
    }
    assert!(!site.has_target(&page, "../b.html#12-35"));
}
