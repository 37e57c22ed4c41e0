//! A training that is interrupted and resumed ends as one that is not.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use common::{Folder, stdout, train};

/// The bytes of each tensor of a safetensors file.
fn tensors(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = fs::read(path).unwrap();
    let file = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    file.tensors().into_iter().map(|(name, view)| (name, view.data().to_vec())).collect()
}

#[test]
fn an_interrupted_training_ends_with_the_same_weights() {
    let folder = Folder::new("resume");
    let [whole, cut] = ["whole", "cut"].map(|name| folder.path(name));
    let arguments = |output: &Path| {
        let fixed = ["--epochs", "6", "--patience", "5", "--plain", "--output"];
        let fixed = fixed.map(str::to_owned);
        [&fixed[..], &[output.to_str().unwrap().to_owned()]].concat()
    };
    let printed = stdout(&mut train(&arguments(&whole)));
    assert!(printed.contains("epoch   6"), "{printed}");

    // It is ended when it has just written a checkpoint, and does not know.
    let mut child = train(&arguments(&cut)).stdout(std::process::Stdio::null()).spawn().unwrap();
    let checkpoint = cut.join("checkpoint/scheduler-2.bpk");
    for _ in 0..3000 {
        if checkpoint.exists() {
            break;
        }
        sleep(Duration::from_millis(20));
    }
    assert!(checkpoint.exists(), "after a minute, there is no checkpoint");
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success(), "it was killed");
    assert!(!cut.join("last.safetensors").exists());

    // The file that was being written when the power failed.
    let newest = cut.join("checkpoint/model-5.bpk");
    fs::write(&newest, b"half a file").unwrap();
    let printed = stdout(&mut train(&["--resume", cut.to_str().unwrap()]));
    assert!(printed.contains(" of 6 epochs are done"), "{printed}");
    assert!(!printed.contains("0 of 6 epochs are done"), "{printed}");
    for weights in ["last.safetensors", "best.safetensors"] {
        let [whole, cut] = [&whole, &cut].map(|folder| tensors(&folder.join(weights)));
        assert!(whole.len() > 10);
        assert!(whole == cut, "{weights}");
    }
    let curves = fs::read_to_string(cut.join("curves.svg")).unwrap();
    assert!(curves.starts_with("<svg") && curves.contains("held out"));
}

#[test]
fn a_training_that_no_longer_improves_ends_early() {
    let folder = Folder::new("patience");
    let output = folder.path("run");
    let output = output.to_str().unwrap();
    // With this rate, hardly anything changes, and the loss rises sooner or later.
    let printed = stdout(&mut train(&[
        "--epochs",
        "40",
        "--patience",
        "2",
        "--learning-rate",
        "1",
        "--plain",
        "--output",
        output,
    ]));
    let epochs = printed.lines().filter(|line| line.starts_with("epoch")).count();
    assert!((3..40).contains(&epochs), "{printed}");
}

#[test]
fn nothing_is_overwritten_and_only_trainings_are_resumed() {
    let folder = Folder::new("settings");
    let output = folder.path("run");
    let output = output.to_str().unwrap();
    stdout(&mut train(&["--epochs", "1", "--plain", "--output", output]));
    let error = common::stderr(&mut train(&["--epochs", "1", "--output", output]));
    assert!(error.contains("holds a training already: `--resume "), "{error}");
    // One that has ended writes its weights again.
    let printed = stdout(&mut train(&["--resume", output]));
    assert!(printed.contains("1 of 1 epochs are done"), "{printed}");
    let error = common::stderr(&mut train(&["--resume", folder.path("none").to_str().unwrap()]));
    assert!(error.contains("does not hold a training"), "{error}");
}
