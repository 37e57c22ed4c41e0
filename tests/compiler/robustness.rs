//! Input that is hard on the compiler's stack, through the compiler.

use crate::rustc;

fn nested(depth: usize, open: &str, close: &str) -> String {
    let (open, close) = (open.repeat(depth), close.repeat(depth));
    format!("cnn::cnn! {{ pub struct Net: [3] < {open} relu {close} > }}\n")
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    let source = [
        nested(100, "seq { ", " }"),
        nested(5_000, "seq { ", " }"),
        nested(5_000, "seq < ", " >"),
        nested(5_000, "[", "; 1]"),
        nested(5_000, "conv(", ")"),
    ];
    let source: String = source
        .iter()
        .enumerate()
        .fold(String::new(), |all, (i, source)| all + &source.replace("Net", &format!("Net{i}")));
    let diagnostics = rustc::check(&source);
    let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    let lines: Vec<usize> = errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [2, 3, 4, 5], "{errors:#?}");
    assert!(errors.iter().all(|error| error.title().contains("nested deeper")));
}

#[test]
fn overflows_are_diagnosed_in_both_checks() {
    let max = usize::MAX;
    let layers = [
        format!("conv(3, {max}, 3)"),
        format!("conv(3, 8, 3, padding = {max})"),
        format!("conv_transpose(3, 8, 3, {max})"),
        format!("upsample({max})"),
        format!("pixel_unshuffle(1); pad({})", isize::MAX),
        format!("fc(_, {max})"),
        format!("linear(_, {})", max >> 12),
    ];
    let mut source = "const fn later(size: usize) -> usize { size }\n".to_owned();
    for (i, layer) in layers.iter().enumerate() {
        let later = layer.replace(&max.to_string(), &format!("later({max})"));
        source += &format!("cnn::cnn! {{ pub struct Known{i}: [3, 8, 8] < {layer} > }}\n");
        source += &format!("cnn::cnn! {{ pub struct Later{i}: [3, 8, later(8)] < {later} > }}\n");
    }
    let diagnostics = rustc::check(&source);
    let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    let mut lines: Vec<usize> = errors.iter().map(|error| error.line).collect();
    lines.sort_unstable();
    // The last one is large, but fits.
    assert_eq!(lines, (2..2 * layers.len()).collect::<Vec<_>>(), "{errors:#?}");
    assert!(errors.iter().all(|error| error.title().contains("does not fit")), "{errors:#?}");
}
