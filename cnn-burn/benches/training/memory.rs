//! The memory of a process that trains.

use std::fs;
use std::process::Command;

use burn::tensor::Device;
use cnn::{DType, Optimizer};
use cnn_burn::Net;

use crate::Trained;

const NETWORKS: [&str; 3] = ["lenet", "resnet18", "mobilenet_v2"];
const BATCHES: [usize; 2] = [8, 32];
/// The variable that tells a process to train, rather than to compare.
const CHILD: &str = "CNN_TRAINS";

/// Prints a table. Each line is from a process of its own, because the mark never falls.
pub fn report() {
    if high_water().is_none() {
        println!("this system does not tell how much memory a process has used");
        return;
    }
    println!("\nmemory of a training  estimate  measured  ratio");
    let program = std::env::current_exe().unwrap();
    for network in NETWORKS {
        for batch in BATCHES {
            let child = Command::new(&program).env(CHILD, format!("{network} {batch}")).status();
            assert!(child.unwrap().success(), "{network}, batch {batch}");
        }
    }
}

/// Trains for two steps if this process was started for that, and prints a line.
pub fn is_child() -> bool {
    let Ok(task) = std::env::var(CHILD) else { return false };
    let (network, batch) = task.split_once(' ').unwrap();
    let batch = batch.parse().unwrap();
    let entry = cnn_zoo::all().iter().find(|entry| entry.name == network).unwrap();
    let estimate = entry.graph.training(entry.summary, DType::F32, batch, Optimizer::Adam).unwrap();

    let before = high_water().unwrap();
    let device = Device::default().autodiff();
    let net = Net::<4, 2>::from_graph(entry.graph, &device).unwrap();
    let mut trained = Trained::new(net, Net::forward, entry.graph, batch, &device);
    // AdamW has no state before the first one.
    trained.step();
    trained.step();
    let measured = high_water().unwrap() - before;

    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let (estimate, measured) = (megabytes(estimate.total()), megabytes(measured));
    let what = format!("{network}, batch {batch}");
    println!("{what:20} {estimate:6.0} MB {measured:6.0} MB {:6.2}", measured / estimate);
    true
}

/// The most bytes that this process has had in memory at once.
fn high_water() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(1024 * kibibytes)
}
