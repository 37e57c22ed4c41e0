//! What it costs to check networks: `cargo bench --bench compile`, or a part of the table with
//! `cargo bench --bench compile -- resnet18 densenet201`.
//!
//! It counts the instructions of rustc with `perf` or valgrind, because other work on the machine does
//! not change them. Where neither is installed, it measures processor time.

#[path = "../tests/compiler/chain.rs"]
mod chain;
#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/compiler/rustc.rs"]
mod rustc;
#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/compiler/scratch.rs"]
mod scratch;

use std::fs;
use std::path::Path;
use std::process::Command;

use chain::{cpu_seconds, network};

/// Networks of the zoo: torchvision's name, the file of the family, the name here.
const NETWORKS: [(&str, &str, &str); 5] = [
    ("lenet", "lenet", "LeNet"),
    ("resnet18", "resnet", "ResNet18"),
    ("resnet152", "resnet", "ResNet152"),
    ("densenet201", "densenet", "DenseNet201"),
    ("regnet_y_128gf", "regnet", "RegNetY128GF"),
];

/// Networks of literals in a row. What a layer of them costs is the slope between two sizes.
const CHAINS: [(&str, bool); 2] = [("chain", false), ("chain_later", true)];
const SIZES: [usize; 2] = [100, 300];

/// What is measured.
#[derive(Clone, Copy)]
enum Meter {
    Perf,
    Callgrind,
    Time,
}

impl Meter {
    /// The best one that works here.
    fn find() -> Meter {
        let works = |meter: &Meter| meter.instructions("").is_some();
        [Meter::Perf, Meter::Callgrind].into_iter().find(works).unwrap_or(Meter::Time)
    }

    fn unit(self) -> &'static str {
        match self {
            Meter::Perf => "million instructions (perf)",
            Meter::Callgrind => "million instructions (callgrind)",
            Meter::Time => "milliseconds of a processor",
        }
    }

    /// What checking a source costs.
    fn check(self, source: &str) -> f64 {
        match self {
            Meter::Time => 1e3 * (0..5).map(|_| cpu_seconds(source)).fold(f64::INFINITY, f64::min),
            _ => self.instructions(source).expect("it worked before") / 1e6,
        }
    }

    fn instructions(self, source: &str) -> Option<f64> {
        let mut command = match self {
            Meter::Perf => {
                let mut perf = Command::new("perf");
                perf.args(["stat", "-x,", "-e", "instructions:u"]);
                perf
            }
            Meter::Callgrind => {
                let mut valgrind = Command::new("valgrind");
                valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
                valgrind
            }
            Meter::Time => return None,
        };
        let rustc = rustc::command();
        command.arg(rustc.get_program()).args(rustc.get_args());
        let said = rustc::run(command, source).ok()?.stderr;
        let said = String::from_utf8_lossy(&said);
        let number = match self {
            // `123,,instructions:u,…`
            Meter::Perf => {
                said.lines().find(|line| line.contains("instructions"))?.split(',').next()
            }
            // `==1== Collected : 123`
            _ => said.lines().find(|line| line.contains("Collected"))?.split(' ').next_back(),
        };
        number?.parse().ok()
    }
}

/// A network of the zoo alone: its family's blocks, and none of the other networks. The parts of a file are between
/// empty lines.
fn of_the_zoo(file: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("cnn-zoo/src").join(file);
    let family = fs::read_to_string(path.with_extension("rs")).unwrap();
    let (_, parts) = family.split_once("cnn! {\n").unwrap();
    let parts = parts.trim_end().strip_suffix('}').unwrap().split("\n\n");
    let item = format!("pub struct {name}<");
    let wanted = |part: &&str| !part.contains("pub struct") || part.contains(&item);
    let parts: Vec<&str> = parts.filter(wanted).collect();
    let blocks = match family.contains("use crate::blocks::") {
        true => fs::read_to_string(path.with_file_name("blocks.rs")).unwrap(),
        false => String::new(),
    };
    // What a page says of how to use a network is made by a macro of the zoo.
    let parts = parts.join("\n\n");
    let lines = parts.lines().filter(|line| !line.contains("#[doc = usage!"));
    let network = lines.collect::<Vec<_>>().join("\n");
    format!(
        "pub mod blocks {{\n{blocks}\n}}\ncnn::cnn! {{\n{network}\n}}\npub type Net = {name};\n"
    )
}

/// Code that uses everything about a network.
const USES: &str = "\
pub static SUMMARY: cnn::Summary = <Net>::SUMMARY;
pub static GRAPH: cnn::Graph = <Net>::GRAPH;
";

fn main() {
    let names: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let meter = Meter::find();
    let empty = meter.check("");
    println!("`cargo check` of a network, without what an empty crate costs, {empty:.0}");
    println!("in {}\n", meter.unit());
    println!("{:24} {:>12} {:>12}", "", "not used", "used");
    let costs = |source: &str| {
        [source.to_owned(), format!("{source}{USES}")].map(|source| meter.check(&source) - empty)
    };
    let line = |name: &str, [unused, used]: [f64; 2], digits: usize| {
        println!("{name:24} {unused:>12.digits$} {used:>12.digits$}");
    };
    for (name, file, network) in NETWORKS {
        if wanted(name) {
            line(name, costs(&of_the_zoo(file, network)), 0);
        }
    }
    for (name, later) in CHAINS {
        if wanted(name) {
            let [short, long] = SIZES.map(|layers| costs(&network(layers, later)));
            let slope = |i: usize| (long[i] - short[i]) / (SIZES[1] - SIZES[0]) as f64;
            line(&format!("{name}, a layer"), [slope(0), slope(1)], 2);
        }
    }
    if wanted("linear") {
        // Instructions are counted slowly.
        let [empty, short, long] =
            [String::new(), network(1_000, false) + USES, network(10_000, false) + USES]
                .map(|source| cpu_seconds(&source));
        println!(
            "\n1,000 layers take {:.2} s of a processor, 10,000 layers {:.2} s: {:.1} times as long",
            short - empty,
            long - empty,
            (long - empty) / (short - empty)
        );
    }
}
