//! A U-Net: its table, what its layers see, and its picture as text for Mermaid and as SVG.
//!
//! `cargo run --example unet` prints all but the last, `cargo run --example unet -- unet.svg` also writes
//! the picture to a file, which any browser shows.

use std::process::ExitCode;

use cnn::cnn;
use cnn::render::Column;

cnn! {
    /// Two convolutions that keep the size.
    block double(cin, cout) {
        _: seq {
            conv(cin, cout, 3, padding = 1, bias = false); batchnorm; relu;
            conv(cout, cout, 3, padding = 1, bias = false); batchnorm; relu;
        }
    }

    /// Twice the size, beside what had that size on the way down.
    block up(cin, skip) {
        up: conv_transpose(cin, cin / 2, 2, stride = 2);
        concat(skip, _);
        double: double(cin, cin / 2);
    }

    /// Finds cells in microscope images: a score for each pixel.
    pub struct UNet<const CLASSES: usize = 2>: [1, 256, 256] -> [CLASSES, 256, 256] <
        level1: double(1, 32);
        maxpool(2);
        level2: double(32, 64);
        maxpool(2);
        level3: double(64, 128);
        maxpool(2);
        bottom: double(128, 256);
        up3: up(256, level3);
        up2: up(128, level2);
        up1: up(64, level1);
        scores: conv(32, CLASSES, 1);
    >
}

// The skip connections must be kept until they are needed.
const _: () = assert!(<UNet>::SUMMARY.peak_activations >= 2 * 64 * 256 * 256);

fn main() -> ExitCode {
    let table = <UNet>::SUMMARY.table().depth(1);
    println!("{table}\n");

    // On the way up the steps are short again, and what each value sees remains.
    let seen = [Column::Name, Column::Output, Column::ReceptiveField, Column::EffectiveStride];
    println!("{}", table.columns(&seen).markdown());

    let graph = <UNet>::GRAPH;
    let skips = graph.nodes.iter().filter(|node| node.inputs.len() > 1);
    for node in skips {
        let [first, second] = [0, 1].map(|index| graph.shape(node.inputs.at(index).from));
        println!("{} joins {first} from the way down and {second}", node.name);
    }

    println!("\n```mermaid\n{}```", graph.mermaid());

    let Some(path) = std::env::args_os().nth(1) else { return ExitCode::SUCCESS };
    match std::fs::write(&path, graph.svg()) {
        Ok(()) => {
            println!("\nwrote {}", path.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("cannot write {}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}
