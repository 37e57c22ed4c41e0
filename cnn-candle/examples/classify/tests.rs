//! Pictures and weights of PyTorch have the same outputs as in PyTorch; and what can be wrong.

use std::fs;
use std::path::PathBuf;

use image::imageops::FilterType;
use image::{DynamicImage, Rgb, RgbImage};
use serde_json::Value;

use crate::classifier::{Classifier, why_not};
use crate::options::{Options, beside};
use crate::picture;
use crate::preset::Preset;

fn facts() -> Value {
    serde_json::from_str(&fs::read_to_string(beside("facts.json")).unwrap()).unwrap()
}

fn list(json: &Value) -> Vec<f32> {
    json.as_array().unwrap().iter().map(|value| value.as_f64().unwrap() as f32).collect()
}

/// The largest distance between two values.
fn distance(ours: &[f32], expected: &[f32]) -> f32 {
    assert_eq!(ours.len(), expected.len());
    ours.iter().zip(expected).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

fn run(args: &[&str]) -> crate::Result<String> {
    crate::run(args.iter().map(Into::into))
}

fn classifier(args: &[&str]) -> Classifier {
    let options = Options::parse(args.iter().map(Into::into)).unwrap().unwrap();
    Classifier::new(&options).unwrap()
}

/// A path for a file of this process.
fn scratch(file: &str) -> PathBuf {
    let directory = std::env::temp_dir().join(format!("cnn-classify-{}", std::process::id()));
    fs::create_dir_all(&directory).unwrap();
    directory.join(file)
}

/// The file of LeNet's weights that PyTorch wrote.
fn lenet() -> String {
    cnn_reference::networks::lenet().file.display().to_string()
}

/// The same picture as `pattern` of `facts.py`.
fn pattern() -> DynamicImage {
    let pixel = |x: u32, y: u32| {
        let value =
            |c: u32| ((3 * x * x + 5 * y * y + (c + 1) * x * y + 2560 * c) / 64 % 256) as u8;
        Rgb([value(0), value(1), value(2)])
    };
    RgbImage::from_fn(500, 401, pixel).into()
}

#[test]
fn digits_are_read_as_in_pytorch() {
    let (facts, classifier) = (facts(), classifier(&[]));
    for digit in 0..10 {
        let scores = classifier.scores(&picture::open(&beside(&format!("{digit}.png"))).unwrap());
        let scores = scores.unwrap();
        let furthest = distance(&scores, &list(&facts["digits"][digit]));
        assert!(furthest < 1e-4, "{digit}: off by {furthest}");
        assert_eq!(classifier.best(&scores, 1).unwrap()[0].0, digit.to_string());
    }
}

#[test]
fn without_arguments_the_digits_beside_the_example_are_read() {
    let text = run(&[]).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 10 * 4, "{text}");
    for (digit, lines) in lines.chunks(4).enumerate() {
        assert!(lines[0].ends_with(&format!("{digit}.png")), "{text}");
        assert!(lines[1].ends_with(&format!(" %  {digit}")), "{text}");
    }
}

#[test]
fn a_digit_may_be_large_and_dark_on_light() {
    let mut large = picture::open(&beside("3.png")).unwrap().resize(96, 96, FilterType::Triangle);
    large.invert();
    let path = scratch("three.jpg");
    large.to_rgb8().save(&path).unwrap();
    let text = run(&["--invert", "--top=1", path.to_str().unwrap()]).unwrap();
    assert!(text.ends_with(" %  3\n"), "{text}");
}

/// Pillow rounds twice, and `image` once.
#[test]
fn photos_are_prepared_as_in_torchvision() {
    let facts = facts();
    for (name, filter) in [("bilinear", FilterType::Triangle), ("bicubic", FilterType::CatmullRom)]
    {
        let preset = Preset { filter, ..Preset::of("resnet18", 224) };
        let values = picture::photo(&pattern(), &preset).unwrap().squeeze(0).unwrap();
        let sampled: Vec<f32> = values
            .to_vec3::<f32>()
            .unwrap()
            .into_iter()
            .flat_map(|rows| rows.into_iter().step_by(20))
            .flat_map(|row| row.into_iter().step_by(20))
            .collect();
        let expected = list(&facts["prepared"][name]);
        let step = 1.0 / 255.0 / 0.224;
        let furthest = distance(&sampled, &expected);
        let equal = sampled.iter().zip(&expected).filter(|(a, b)| (*a - *b).abs() < 1e-4).count();
        println!("{name}: {equal} of {}", sampled.len());
        assert!(furthest < 1.01 * step, "{name}: off by {furthest}");
        assert!(4 * equal > 3 * sampled.len(), "{name}: {equal} of {} are equal", sampled.len());
    }
}

#[test]
fn a_network_of_the_zoo_says_of_a_photo_what_it_says_in_pytorch() {
    let classifier = classifier(&["--network", "lenet", "--weights", &lenet()]);
    let scores = classifier.scores(&pattern()).unwrap();
    let expected = list(&facts()["lenet"]);
    let furthest = distance(&scores, &expected);
    println!("off by {furthest}");
    assert!(furthest < 1e-3, "off by {furthest}");
}

#[test]
fn presets_are_torchvisions() {
    let facts = facts();
    let mut networks = 0;
    let classifiers = cnn_zoo::all().iter().filter(|entry| why_not(entry.graph).is_none());
    for entry in classifiers.filter(|entry| entry.name != "lenet") {
        let (name, fact) = (entry.name, &facts["presets"][entry.name]);
        let ours = Preset::of(name, entry.graph.input.size(1) as u32);
        let filter = match fact["interpolation"].as_str().unwrap() {
            "bilinear" => FilterType::Triangle,
            "bicubic" => FilterType::CatmullRom,
            other => panic!("{name}: {other}"),
        };
        let [mean, std] = ["mean", "std"].map(|key| list(&fact[key]).try_into().unwrap());
        let resize = fact["resize"].as_u64().unwrap() as u32;
        let crop = fact["crop"].as_u64().unwrap() as u32;
        let mut expected = Preset { resize, crop, filter, mean, std };
        if ["googlenet", "inception_v3"].contains(&name) {
            // These networks scale their input again, `transform_input`: (x · std + mean − ½) / ½.
            (expected.mean, expected.std) = ([0.5; 3], [0.5; 3]);
        }
        assert_eq!(ours, expected, "{name}");
        networks += 1;
    }
    assert_eq!(networks, 80);
}

#[test]
fn classes_have_the_names_of_a_file() {
    let path = scratch("labels.txt");
    let names: Vec<String> = (0..10).map(|class| format!("thing {class}")).collect();
    fs::write(&path, names.join("\n")).unwrap();
    let (labels, picture) = (path.to_str().unwrap(), beside("7.png"));
    let picture = picture.to_str().unwrap();
    let text = run(&["--labels", labels, picture]).unwrap();
    assert!(text.lines().nth(1).unwrap().ends_with(" %  thing 7"), "{text}");
    fs::write(&path, "one\ntwo").unwrap();
    let error = run(&["--labels", labels, picture]).unwrap_err().to_string();
    assert_eq!(error, format!("{labels}: there are 2 labels, but `Digits` has 10 classes"));
}

#[test]
fn what_is_wrong_is_said() {
    let narrow = scratch("narrow.png");
    RgbImage::new(1, 60).save(&narrow).unwrap();
    let text = scratch("text.png");
    fs::write(&text, "no picture").unwrap();
    let [narrow, text] = [&narrow, &text].map(|path| path.to_str().unwrap());
    let (lenet, seven) = (lenet(), beside("7.png"));
    let seven = seven.to_str().unwrap();
    let wrong: [(&[&str], &str); 16] = [
        (&["nowhere.png"], "nowhere.png: "),
        (&[text], "text.png: Format error decoding Png"),
        (&[narrow], "narrow.png: a picture of 1 × 60 pixels is too narrow"),
        (&["--network", "resnet81", seven], "`resnet81`\nhelp: did you mean `resnet18`?"),
        (&["--network", "transformer", seven], "help: these are there: lenet, unet, alexnet, "),
        (&["--network", "resnet18", seven], "weights=\"IMAGENET1K_V1\""),
        (&["--network", "unet", seven], "`unet` does not classify pictures: its output is ["),
        (&["--network", "googlenet_aux", seven], "pictures: it has 3 outputs"),
        (&["--network", "r3d_18", seven], "pictures: its input is [3, 16, 112, 112]"),
        (
            &["--network", "resnet18", "--weights", &lenet, seven],
            "lenet.safetensors: the tensors do not fit `ResNet18`: ",
        ),
        (&["--weights", "nowhere.safetensors", seven], "nowhere.safetensors: cannot be read: "),
        (
            &["--network=lenet", "--weights", &lenet, "--resize=20", seven],
            "takes 28 pixels or more",
        ),
        (&["--network=lenet", "--weights", &lenet], "`lenet` needs a picture"),
        (&["--network=lenet", "--invert", seven], "--invert is for digits"),
        (&["--resize=9", seven], "--resize is for networks of the zoo"),
        (&["--colour", seven], "invalid option '--colour'"),
    ];
    for (args, says) in wrong {
        let error = run(args).unwrap_err().to_string();
        assert!(error.contains(says), "{args:?}: {error}");
    }
    assert!(run(&["--help"]).unwrap().contains("usage: classify"));
}
