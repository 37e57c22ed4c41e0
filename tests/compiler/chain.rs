//! Networks of any length, and the processor time that checking them takes.

use std::process::Command;

use crate::rustc;

/// A network of layers in a row, four kinds by turns. With `later`, the macro does not know the channels
/// that convolutions take, only const evaluation does.
pub fn network(layers: usize, later: bool) -> String {
    let width = if later { "WIDTH" } else { "8" };
    let conv = format!("conv({width}, 8, 3, 1, 1, bias = false);");
    let kinds = [&conv, "batchnorm;", "relu;", "maxpool(3, 1, 1);"];
    let layers: Vec<&str> = kinds.into_iter().cycle().take(layers).collect();
    format!(
        "pub const WIDTH: usize = 8;\n\
         cnn::cnn! {{ pub struct Net: [8, 16, 16] <\n{}\n> }}\n",
        layers.join("\n")
    )
}

/// The processor time of a check in seconds: rustc's own, and the system's for it. rustc may have nothing
/// to say about the source, in particular not that const evaluation takes long.
pub fn cpu_seconds(source: &str) -> f64 {
    let rustc = rustc::command();
    // The shell knows the processor time of its children, however long they had to wait for it.
    let mut shell = Command::new("sh");
    shell.args(["-c", r#""$0" "$@" > /dev/null; times"#]);
    shell.arg(rustc.get_program()).args(rustc.get_args());
    let output = rustc::run(shell, source).unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.is_empty(), "{said}");
    let times = String::from_utf8(output.stdout).unwrap();
    // The shell's own, and those of its children, as in `0m1.250s 0m0.030s`.
    let children = times.lines().nth(1).unwrap_or_else(|| panic!("{times:?}"));
    let seconds = |time: &str| -> Option<f64> {
        let (minutes, seconds) = time.strip_suffix('s')?.split_once('m')?;
        Some(60.0 * minutes.parse::<f64>().ok()? + seconds.parse::<f64>().ok()?)
    };
    children.split(' ').map(|time| seconds(time).unwrap_or_else(|| panic!("{times:?}"))).sum()
}
