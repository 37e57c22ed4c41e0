//! What an editor makes of a declaration, through rust-analyzer's own protocol. Without a
//! rust-analyzer, which `RUST_ANALYZER` can name, these tests are skipped.

use crate::language_server::LanguageServer;
#[cfg(unix)]
use crate::rustc;
use crate::scratch::Scratch;
use crate::skip::skipped;

const SOURCE: &str = "\
use cnn::cnn;

const WIDTH: usize = 16;

mod backbones {
    cnn::cnn! {
        /// A backbone.
        pub struct Small: [3, 64, 64] < conv(3, 32, 3, padding = 1); relu >
    }
}

cnn! {
    /// A block of two layers.
    block basic(cin, cout, stride = 1) {
        let width = cout / 2;
        conv(cin, width, 3, stride, padding = 1, bias = false); batchnorm;
        if stride > 1 { conv(width, cout, 1) } else { pointwise: conv(width, cout, 1) }
    }

    block tail(from, all) { concat(from, all) }

    pub struct Net<const CLASSES: usize = 10>: [3, 32, 32] -> [CLASSES] <
        stem: conv(3, 32, 3, stride = 2, padding = same_);
        skip: seq { conv(32, 16, 3, padding = same); relu }
        basic(16, 32, 2);
        adaptive_avgpool(1);
        head: fc(32, CLASSES);
    >

    struct Both: [3, 64, 64] <
        backbone: backbones::Small;
        wide: conv(32, WIDTH, 1);
        for i in 0..2 { conv(16, 16, 2 * i + 1, padding = i); }
        concat(wide, _);
        deep: { first: relu; }
        tail(wide, [backbone, deep.first]);
    >
}

cnn! {
    const DEPTH: usize = 2;

    const fn doubled(x: usize) -> usize { 2 * x }

    block unit(width, act = leaky_relu(0.1)) { let [cin, _, _] = shape; conv(cin, width, 1); act; }

    struct Lists: [3, 8, 8] <
        let mut channels = 3;
        let widths = [8, 16];
        for (kernel, growth) in [(1, 4), (3, 8)] {
            conv(channels, channels + growth, kernel, padding = same);
            channels += growth;
        }
        [unit(widths[1], elu(0.5)); DEPTH];
        for (index, width) in widths.iter().enumerate().rev() { conv(_, doubled(width) + index, 1); }
    >
}

const S: cnn::Summary = cnn!([4] < fc(4, 2); relu >);

pub const ALL: u64 = <Net>::PARAMS + Both::PARAMS + Lists::PARAMS + S.params;
";

/// Blocks that other `cnn!`s use.
const SHARED: &str = "\
mod blocks {
    pub const WIDTH: usize = 4;

    cnn::cnn! {
        /// A block for others.
        pub block unit(cin, cout = 4, act = relu) {
            conv(cin, cout, 3, padding = 1); relu; inner(cout, half(8));
        }

        block inner(cin, cout) { conv(cin, cout, 1); conv(cout, WIDTH, 1) }

        /// A half.
        pub const fn half(size: usize) -> usize { size / 2 }

        pub(crate) block internal(cin) { unit(cin, cout = half(8)) }
    }
}

mod more {
    pub mod deep {
        cnn::cnn! {
            use super::super::blocks::{half, unit as original};
            pub block both(cin) { original(cin, half(8)); original(4, cout = half(4)) }
        }
    }
}

cnn::cnn! {
    use crate::blocks::{half as divided, internal, unit};
    use more::deep::both as other;
    use self::more::deep::both;

    pub struct Net: [3, 8, 8] <
        stem: unit(3, cout = divided(8));
        _: internal(4);
        other(4);
        both(cin = 4);
    >
}

pub const S: cnn::Summary = cnn::cnn!(use blocks::unit; [3, 8, 8] < unit(3, cout = 5) >);
";

/// Where the `|` is in some text of the source.
fn at(source: &str, needle: &str) -> usize {
    let bar = needle.find('|').unwrap();
    let needle = needle.replace('|', "");
    source.find(&needle).unwrap_or_else(|| panic!("{needle}")) + bar
}

fn server(name: &str, source: &str) -> Option<LanguageServer> {
    let scratch = Scratch::usual(name, source);
    let server = LanguageServer::start(scratch.dir(), "src/lib.rs", source);
    if server.is_none() {
        skipped(&format!("{name}: no rust-analyzer on the `PATH`, or named by `RUST_ANALYZER`"));
    }
    server
}

#[test]
fn every_word_is_shown_and_leads_to_its_definition() {
    let source = SOURCE.replace("same_", "1");
    let Some(mut server) = server("editor_words", &source) else { return };
    assert_eq!(server.diagnostics(), [""; 0]);

    let cases: &[Case<'_>] = &[
        (
            "stem: c|onv(3, 32",
            &[
                "**stem**: 3 × 32 × 32 → 32 × 16 × 16 · 896 parameters · 221,184 MACs",
                "A convolution over one, two or three spatial axes",
            ],
            "src/layers/conv.rs",
        ),
        (
            "c|onv(cin, width",
            &["**basic1.conv1**: 16 × 16 × 16 → 16 × 8 × 8 · 2,304 parameters"],
            "src/layers/conv.rs",
        ),
        ("b|atchnorm;", &["**basic1.bn1**", "Normalizes each channel"], "src/layers/norm.rs"),
        ("s|tem: conv", &["**stem**"], "        stem: conv(3"),
        ("s|kip: seq", &["**skip.0 … skip.1**, 2 layers"], "        skip: seq"),
        (
            "b|asic(16",
            &["**basic1.conv1 … basic1.conv2**, 3 layers", "A block of two layers."],
            "    block basic(",
        ),
        ("conv(c|in, width", &["cin: usize"], "    block basic("),
        ("3, s|tride, padding", &["stride: usize"], "    block basic("),
        ("conv(cin, w|idth", &["width: usize"], "        let width"),
        ("p|adding = same", &["The padding on both sides"], "src/arguments.rs"),
        ("padding = s|ame", &["keeps every size"], "src/arguments.rs"),
        ("fc(32, C|LASSES)", &["const CLASSES: usize"], "    pub struct Net"),
        ("conv(32, W|IDTH", &["const WIDTH: usize = 16"], "const WIDTH"),
        ("backbones::S|mall;", &["A backbone.", "**total**"], "        pub struct Small"),
        ("b|ackbones::Small;", &["mod backbones"], "mod backbones"),
        ("2 * i| + 1", &["let i: usize"], "        for i in"),
        ("concat(w|ide", &["const wide"], "        wide: conv"),
        ("concat(f|rom, all", &["from: usize"], "    block tail("),
        ("tail(w|ide", &["const wide"], "        wide: conv"),
        ("[b|ackbone, deep", &["const backbone"], "        backbone: backbones"),
        ("backbone, d|eep.first", &["const deep"], "        deep: {"),
        (
            "c|oncat(wide",
            &["**concat1**", "Concatenates branches along a dim"],
            "src/layers/join.rs",
        ),
        ("N|et<const", &["pub struct Net", "**total**"], "    pub struct Net"),
        ("conv(c|hannels, channels", &["let mut channels"], "        let mut channels"),
        ("c|hannels += growth", &["let mut channels"], "        let mut channels"),
        ("channels + g|rowth, kernel", &["let growth"], "        for (kernel, growth)"),
        ("unit(w|idths[1]", &["let widths"], "        let widths"),
        ("e|lu(0.5)", &["**unit1.elu1**"], "src/layers/activation.rs"),
        ("act = l|eaky_relu", &["negative"], "src/layers/activation.rs"),
        ("(0.5)); D|EPTH]", &["const DEPTH: usize = 2"], "    const DEPTH"),
        ("conv(_, d|oubled", &["const fn doubled"], "    const fn doubled"),
        ("doubled(w|idth)", &["let width: usize"], "        for (index, width)"),
        ("conv(c|in, width, 1); act", &["let cin: usize"], "    block unit("),
        (
            "f|c(4, 2)",
            &["**fc1**: 4 → 2 · 10 parameters · 8 MACs", "A fully connected layer"],
            "src/layers/linear.rs",
        ),
    ];
    check(&mut server, "editor_words", &source, cases);
}

#[test]
fn blocks_of_other_cnns_are_shown_like_those_of_the_same() {
    let Some(mut server) = server("editor_shared", SHARED) else { return };
    assert_eq!(server.diagnostics(), [""; 0]);
    let cases: &[Case<'_>] = &[
        ("stem: u|nit(3", &["**stem.conv1 …", "A block for others."], "        pub block unit("),
        (
            "i|nternal(4);",
            &["**unit1.conv1 … unit1.inner1.conv2**, 4 layers\n"],
            "        pub(crate) block internal(",
        ),
        ("unit(3, c|out = divided", &["const cout"], "        pub block unit("),
        ("both(c|in = 4", &["const cin"], "            pub block both("),
        ("original(cin, h|alf(8)", &["A half."], "        pub const fn half("),
    ];
    check(&mut server, "editor_shared", SHARED, cases);
}

/// The text under the pointer, what must be shown in this order, and a line of this file or another file.
type Case<'a> = (&'a str, &'a [&'a str], &'a str);

/// Asks for what is shown, and where it is defined.
fn check(server: &mut LanguageServer, name: &str, source: &str, cases: &[Case<'_>]) {
    for (needle, shown, definition) in cases {
        let offset = at(source, needle);
        let hover = server.hover(source, offset);
        let mut rest = &hover[..];
        for text in *shown {
            let found = rest.split_once(text);
            let (_, after) = found.unwrap_or_else(|| panic!("{needle}: {text}\n\n{hover}"));
            rest = after;
        }
        let definitions = server.definitions(source, offset);
        let [(file, line)] = &definitions[..] else { panic!("{needle}: {definitions:?}") };
        let here = file.ends_with(&format!("{name}/src/lib.rs"));
        let line = source.lines().nth(*line as usize).filter(|_| here);
        let found = line.unwrap_or(file);
        assert!(found.contains(definition), "{needle}: {found}");
    }
}

/// rustc finds everything that editors are to find.
#[cfg(unix)]
#[test]
fn what_editors_read_is_rust() {
    for source in [&SOURCE.replace("same_", "1"), SHARED] {
        let diagnostics = rustc::check_with(rustc::editor(), source);
        let errors: Vec<_> = diagnostics.iter().filter(|one| one.level == "error").collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn half_typed_words_can_be_completed() {
    let Some(mut server) = server("editor_typing", SOURCE) else { return };
    let header = "use cnn::cnn;\nconst WIDTH: usize = 16;\n";
    let cases: &[(&str, &[&str])] = &[
        ("cnn! { struct A: [3, 8, 8] < re| > }", &["relu", "conv", "maxpool"]),
        ("cnn! { struct A: [3, 8, 8] < relu; ma| relu; > }", &["maxpool"]),
        ("cnn! { struct A: [3, 8, 8] < relu ma| > }", &["maxpool"]),
        ("cnn! { struct A: [3, 8, 8] < add { relu; ma| } > }", &["maxpool"]),
        ("cnn! { block unit(c) { relu } struct A: [3, 8, 8] < un|; > }", &["unit", "upsample"]),
        ("cnn! { block unit(c) { ma| } struct A: [3, 8, 8] < unit(1); > }", &["maxpool"]),
        ("cnn! { struct A: [3, 8, 8] < conv(3, 8, 3, pad|); > }", &["padding", "stride"]),
        ("cnn! { struct A: [3, 8, 8] < conv(3, 8, 3, padding = sa|); > }", &["same"]),
        ("cnn! { struct A: [3, 8, 8] < conv(3, WI|, 3); > }", &["WIDTH"]),
        ("cnn! { block unit(cin) { conv(ci|, 3, 3) } struct A: [3, 8, 8] < unit(3); > }", &["cin"]),
        ("cnn! { block unit(cin) { relu } struct A: [3, 8, 8] < unit(ci| = 3); > }", &["cin"]),
        ("cnn! { struct A: [3, 8, 8] < skip: relu; relu; concat(sk|, _) > }", &["skip"]),
        ("const S: cnn::Summary = cnn!([3, 8, 8] < re|; >);", &["relu"]),
    ];
    for (body, expected) in cases {
        let source = format!("{header}{}", body.replace('|', ""));
        server.change(&source);
        let completions = server.completions(&source, header.len() + body.find('|').unwrap());
        for word in *expected {
            assert!(completions.iter().any(|found| found == word), "{body}: {completions:?}");
        }
    }
}
