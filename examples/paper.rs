//! A table for a paper, as LaTeX, and the same numbers as CSV for its plots.
//!
//! `cargo run --example paper` prints both, `cargo run --example paper -- some/directory` writes them to
//! files there.

use std::path::Path;

use cnn::render::{Column, Table, Units};
use cnn::{DType, cnn};

cnn! {
    /// A convolution with what follows it.
    block unit(cin, cout, stride = 1) {
        _: seq { conv(cin, cout, 3, stride, padding = 1, bias = false); batchnorm; relu }
    }

    /// A classifier for photographs of 64 × 64.
    pub struct Proposed: [3, 64, 64] -> [200] <
        stem: unit(3, 32);
        stage_1: seq { unit(32, 64, 2); unit(64, 64) }
        stage_2: seq { unit(64, 128, 2); unit(128, 128) }
        stage_3: seq { unit(128, 256, 2); unit(256, 256) }
        pool: adaptive_avgpool(1);
        classifier: fc(256, 200);
    >
}

/// The paper's numbers for each part of the network.
fn parts() -> Table {
    let columns = [
        Column::Name,
        Column::Output,
        Column::Params,
        Column::ParamsPercent,
        Column::Macs,
        Column::MacsPercent,
    ];
    Proposed::SUMMARY.table().depth(1).columns(&columns).units(Units::Mega)
}

/// What its plots are made of: every layer, with what it takes in memory when it runs in half precision.
fn layers() -> Table {
    let columns = [
        Column::Name,
        Column::Kind,
        Column::Params,
        Column::Macs,
        Column::ParamsBytes,
        Column::OutputBytes,
    ];
    Proposed::SUMMARY.table().columns(&columns).dtype(DType::F16)
}

fn main() -> std::io::Result<()> {
    let files = [("parts.tex", parts().latex()), ("layers.csv", layers().csv())];
    match std::env::args().nth(1) {
        Some(directory) => {
            for (name, text) in files {
                let path = Path::new(&directory).join(name);
                std::fs::write(&path, text)?;
                println!("wrote {}", path.display());
            }
        }
        None => {
            println!("{}\n", parts());
            for (name, text) in files {
                println!("── {name}\n{text}");
            }
        }
    }
    Ok(())
}
