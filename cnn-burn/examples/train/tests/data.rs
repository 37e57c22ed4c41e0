//! Folders of images: good ones, and all that can be wrong with them.

mod common;

use std::fs;

use common::{Folder, image, stderr, stdout, train};

const RED: [u8; 3] = [200, 30, 30];
const BLUE: [u8; 3] = [30, 30, 200];

/// A folder with ten images of each of two colours, of several sizes.
fn colours(folder: &Folder) -> String {
    for (class, colour) in [("blue", BLUE), ("red", RED)] {
        for i in 0..10 {
            let path = folder.path(&format!("data/{class}/{i}.{}", ["png", "jpg"][i % 2]));
            image(&path, 40 + 10 * i as u32, 70, colour);
        }
    }
    folder.path("data").to_str().unwrap().to_owned()
}

#[test]
fn colours_are_learned_from_a_folder_and_then_from_those_weights() {
    let folder = Folder::new("folder");
    let data = colours(&folder);
    fs::write(folder.path("data/red/notes.txt"), "not an image").unwrap();
    let [first, second] =
        ["first", "second"].map(|name| folder.path(name).to_str().unwrap().to_owned());
    let printed = stdout(&mut train(&[
        "--data", &data, "--epochs", "4", "--batch", "4", "--plain", "--output", &first,
    ]));
    assert!(printed.contains("small: [3, 64, 64] -> 2 classes"), "{printed}");
    assert!(printed.contains("16 images to learn from, 4 held out"), "{printed}");
    assert!(
        printed.contains("1 ignored, because only .jpg, .jpeg and .png files are images:"),
        "{printed}"
    );
    assert!(printed.contains("accuracy 100.0 % on the held-out images"), "{printed}");

    let weights = format!("{first}/best.safetensors");
    let printed = stdout(&mut train(&[
        "--data",
        &data,
        "--epochs",
        "1",
        "--plain",
        "--output",
        &second,
        "--weights",
        &weights,
    ]));
    assert!(printed.contains("20 of 22 tensors are from"), "{printed}");
    assert!(printed.contains("new: fc1.weight [100, 256]"), "{printed}");
    assert!(printed.contains("new: fc1.bias [100]"), "{printed}");
}

#[test]
fn bad_data_is_reported_before_anything_is_written() {
    let folder = Folder::new("bad");
    let data = colours(&folder);
    let output = folder.path("run");
    let run = |extra: &[&str]| {
        let fixed = ["--data", &data, "--epochs", "1", "--output", output.to_str().unwrap()];
        stderr(&mut train(&[&fixed, extra].concat()))
    };

    let error = run(&["--exact-size"]);
    assert!(error.contains("of 16 images, 16 cannot be used:"), "{error}");
    assert!(error.contains("0.png: 40 × 70 pixels, but the network takes 64 × 64"), "{error}");
    assert!(error.contains("and 8 more"), "{error}");

    fs::write(folder.path("data/red/broken.png"), b"\x89PNG\r\n\x1a\nand no more").unwrap();
    fs::write(folder.path("data/red/empty.jpg"), b"").unwrap();
    let error = run(&[]);
    assert!(error.contains("2 cannot be used:"), "{error}");
    assert!(error.contains("broken.png: ") && error.contains("empty.jpg: "), "{error}");

    fs::create_dir(folder.path("data/green")).unwrap();
    let error = run(&[]);
    assert!(
        error.contains("green has no images: a class needs files whose names end in"),
        "{error}"
    );

    let error = run(&["--network", "lenet", "--weights", "none.safetensors"]);
    assert!(error.contains("green has no images"), "{error}");
    fs::remove_dir(folder.path("data/green")).unwrap();
    for name in ["broken.png", "empty.jpg"] {
        fs::remove_file(folder.path(&format!("data/red/{name}"))).unwrap();
    }
    let error = run(&["--network", "lenet", "--weights", "none.safetensors"]);
    assert!(error.contains("none.safetensors"), "{error}");
    assert!(!output.exists());
}

#[test]
fn at_least_one_image_is_held_out() {
    let folder = Folder::new("few");
    for class in ["blue", "red"] {
        for i in 0..4 {
            image(&folder.path(&format!("data/{class}/{i}.png")), 64, 64, BLUE);
        }
    }
    let data = folder.path("data");
    let error = stderr(&mut train(&["--data", data.to_str().unwrap()]));
    assert!(error.contains("has too few images: of five images of a class, one is held out"));
}

#[test]
fn what_the_arguments_name_must_exist() {
    let folder = Folder::new("arguments");
    let one = folder.path("one");
    fs::create_dir_all(one.join("only")).unwrap();
    let one = one.to_str().unwrap();
    for (arguments, expected) in [
        (&["--network", "resnt18"][..], "did you mean `resnet18`?"),
        (&["--network", "unet"], "no network `unet` that classifies images"),
        (&["--data", "nowhere"], "cannot read the folder nowhere: "),
        (&["--data", one], "one has 1 subfolders: there must be one for each class"),
        (&["--device", "cpu:1"], "there is one `cpu`"),
        (&["--device", "tpu"], "there is no device `tpu`"),
        (&["--device", "cuda:first"], "after the colon, there must be a number"),
        (&["--device", "cpu,cpu", "--strategy", "ddp"], "`cpu` is none: write `--strategy main`"),
    ] {
        let output = folder.path("run");
        let output = ["--output", output.to_str().unwrap()];
        let error = stderr(&mut train(&[arguments, &output].concat()));
        assert!(error.starts_with("error: ") && error.contains(expected), "{arguments:?}: {error}");
    }
}

#[test]
fn numbers_that_make_no_sense_are_refused() {
    for (argument, value) in [
        ("--learning-rate", "-1"),
        ("--learning-rate", "0"),
        ("--learning-rate", "nan"),
        ("--weight-decay", "2"),
        ("--epochs", "0"),
        ("--batch", "0"),
        ("--patience", "0"),
    ] {
        let output = train(&[argument, value]).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{argument} {value}: {error}");
        assert!(error.contains("invalid value"), "{argument} {value}: {error}");
    }
}

#[test]
fn the_networks_are_those_that_classify_images() {
    let printed = stdout(&mut train(&["--networks"]));
    let names: Vec<&str> = printed.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(
        names.contains(&"digits") && names.contains(&"resnet18") && names.contains(&"vit_b_16")
    );
    for other in ["unet", "googlenet_aux", "r3d_18", "fcn_resnet50"] {
        assert!(!names.contains(&other), "{other}");
    }
}
