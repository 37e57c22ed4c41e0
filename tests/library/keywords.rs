//! The documentation of the keywords says what cnn-core accepts.

use std::fs;

use cnn::Kind;

#[test]
fn every_keyword_is_documented_with_its_signature() {
    let mut sources = String::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/layers")).unwrap() {
        sources.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    // Long signatures have a line for each argument.
    let docs = sources.replace("\n    /// ", "\n");
    let docs = docs.split_whitespace().collect::<Vec<_>>().join(" ");
    let docs = docs.replace("( ", "(").replace(", )", ")");
    for kind in Kind::layers() {
        let item = format!("    {kind} = {kind:?};");
        assert!(sources.contains(&item), "{item}");
        let signature = format!("```text {} ```", kind.signature());
        assert!(docs.contains(&signature), "{signature}");
    }
}

#[test]
fn every_argument_and_every_word_is_documented() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/arguments.rs");
    let source = fs::read_to_string(source).unwrap();
    let (arguments, words) = source.split_once("pub mod words").unwrap();
    let listed = |section: &str| -> Vec<String> {
        let names = section.lines().map(str::trim).collect::<Vec<_>>();
        let documented = names.windows(2).filter(|pair| pair[0].starts_with("/// "));
        let names = documented.map(|pair| pair[1]);
        names
            .filter(|name| name.chars().all(|c| c == '_' || c.is_ascii_digit() || c.is_lowercase()))
            .map(str::to_owned)
            .collect()
    };
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names.dedup();
        names
    };
    let params = || Kind::layers().chain(Kind::joins()).flat_map(|kind| kind.signature().params);
    let names = params().map(|param| param.name.to_owned()).collect();
    assert_eq!(listed(arguments), sorted(names));
    let known = params().flat_map(|param| param.words).map(|word| (*word).to_owned()).collect();
    assert_eq!(sorted(listed(words)), sorted(known));
}

/// The files of `src/layers`, as sections of the page of all layers.
const FAMILIES: [(&str, &str); 13] = [
    ("conv", "Convolutions"),
    ("linear", "Fully connected layers"),
    ("pool", "Pooling"),
    ("norm", "Normalization"),
    ("activation", "Activations"),
    ("regular", "Dropout, learnable scales and identity"),
    ("join", "Joins of branches"),
    ("resize", "Padding and upsampling"),
    ("arrange", "Shapes and order"),
    ("reduce", "Reductions"),
    ("function", "Functions of single values"),
    ("attention", "Attention"),
    ("parameter", "Learnable and fixed tensors"),
];

fn source(family: &str) -> String {
    format!("{}/src/layers/{family}.rs", env!("CARGO_MANIFEST_DIR"))
}

/// The keywords that a file documents, each with the first paragraph of its documentation.
fn documented(source: &str) -> Vec<(String, String)> {
    let (mut found, mut docs) = (Vec::new(), Vec::new());
    for line in source.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            docs.push(doc.trim());
        } else if let Some(keyword) = keyword(line) {
            let paragraph = docs.iter().take_while(|doc| !doc.is_empty()).copied();
            found.push((keyword.to_owned(), paragraph.collect::<Vec<_>>().join(" ")));
            docs.clear();
        }
    }
    found
}

/// The keyword of `conv = Conv;` or `add = Add / Add;`.
fn keyword(line: &str) -> Option<&str> {
    let (keyword, kind) = line.trim().strip_suffix(';')?.split_once(" = ")?;
    let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "_ /".contains(c));
    (is_name(keyword) && is_name(kind)).then_some(keyword)
}

fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Network)
}

/// With `BLESS=1`, writes the page of all layers anew.
#[test]
fn every_layer_is_listed_in_its_family() {
    let mut page = String::new();
    let mut listed = Vec::new();
    for (family, title) in FAMILIES {
        page.push_str(&format!("\n# {title}\n\n| layer | what it computes |\n|:--|:--|\n"));
        for (keyword, paragraph) in documented(&fs::read_to_string(source(family)).unwrap()) {
            // A `|` ends the cell of a table, also in code.
            page.push_str(&format!(
                "| [`{keyword}`](const@{keyword}) | {} |\n",
                paragraph.replace('|', "\\|")
            ));
            listed.push(keyword);
        }
    }
    for kind in kinds() {
        assert!(listed.contains(&kind.keyword().to_owned()), "{kind} is in no family");
    }
    golden("families.md", page.trim_start());
}

fn golden(file: &str, text: &str) {
    let path = format!("{}/src/layers/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, text).unwrap();
    } else {
        assert_eq!(fs::read_to_string(path).unwrap(), text, "{file}");
    }
}

/// The names under which a layer is known in other libraries, as the attribute by which rustdoc finds it. Search does
/// not distinguish capitals.
fn aliases(kind: Kind) -> String {
    let signature = kind.signature();
    let translated = signature.translations.iter().map(|(name, _)| *name);
    let mut names: Vec<&str> = Vec::new();
    for name in signature.aliases.iter().copied().chain(translated) {
        let known = |known: &&str| known.eq_ignore_ascii_case(name);
        if !names.iter().any(known) && !known(&signature.keyword) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return String::new();
    }
    let mut lines = vec![String::from("    #[doc(alias(")];
    for (index, name) in names.iter().enumerate() {
        let end = if index + 1 == names.len() { "))]" } else { "," };
        let line = lines.last_mut().unwrap();
        let space = if line.ends_with('(') { "" } else { " " };
        if line.len() + space.len() + name.len() + 2 + end.len() > 100 {
            lines.push(format!("        \"{name}\"{end}"));
        } else {
            line.push_str(&format!("{space}\"{name}\"{end}"));
        }
    }
    lines.join("\n") + "\n"
}

/// With `BLESS=1`, writes the attributes anew.
#[test]
fn search_finds_every_layer_by_the_names_of_other_libraries() {
    for (family, _) in FAMILIES {
        let path = source(family);
        let source = fs::read_to_string(&path).unwrap();
        let mut expected = String::new();
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("    #[doc(alias(") {
                if !line.ends_with("))]") {
                    lines.find(|line| line.ends_with("))]"));
                }
                continue;
            }
            if let Some(kind) = kinds().find(|kind| Some(kind.keyword()) == keyword(line)) {
                expected.push_str(&aliases(kind));
            }
            expected.push_str(line);
            expected.push('\n');
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(path, expected).unwrap();
        } else {
            assert_eq!(source, expected, "{family}");
        }
    }
}

/// `coming_from` says what the layers of other libraries are called here: as the macro says it.
#[test]
fn every_name_of_another_library_is_understood() {
    let page = include_str!("../../src/coming_from.md");
    let table = page.split("# Layers").nth(1).unwrap().split("# Structure").next().unwrap();
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let [others @ .., ours] = &cells[..] else { panic!("{row}") };
        let code = |cell: &str| -> Vec<String> {
            cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
        };
        for name in others.iter().flat_map(|cell| code(cell)).filter(|name| name != "groups") {
            let name = name.trim_start_matches("torch.");
            assert!(cnn_core::foreign_names::layer(name).is_some(), "{name}");
        }
        for link in ours.split("](crate::layers::").skip(1) {
            let keyword = link.split(')').next().unwrap();
            assert!(kinds().any(|kind| kind.keyword() == keyword), "{keyword}");
        }
    }
}
