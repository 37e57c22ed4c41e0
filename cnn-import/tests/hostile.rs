//! Files that are damaged, or made to do harm.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use cnn::Kind;
use cnn_import::{Error, Form, Layout, Network, read_pt2, write};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const FILES: [&[u8]; 5] = [
    include_bytes!("pytorch/residual.pt2"),
    include_bytes!("pytorch/tokens.pt2"),
    include_bytes!("pytorch/windows.pt2"),
    include_bytes!("pytorch/pyramid.pt2"),
    include_bytes!("pytorch/convolutions.pt2"),
];

const MODEL: &str = "models/model.json";

fn read(bytes: &[u8]) -> Result<Form, Error> {
    let form = read_pt2(Cursor::new(bytes))?;
    if form.refusals.is_empty() {
        for layout in [Layout::Structured, Layout::Flat] {
            let _ = write(&form, "Net", layout);
        }
    }
    Ok(form)
}

/// The graph of a file.
fn model(file: &[u8]) -> Value {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut names = archive.file_names().flatten();
    let name = names.find(|name| name.ends_with(MODEL)).unwrap().to_string();
    drop(names);
    let mut text = String::new();
    archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// An archive with these entries.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        zip.start_file(format!("model/{name}"), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn with_model(model: &Value) -> Vec<u8> {
    archive(&[(MODEL, model.to_string().as_bytes())])
}

/// The places of all values in a document.
fn places(value: &Value, path: &mut Vec<String>, all: &mut Vec<String>) {
    all.push(
        path.iter()
            .map(|part| format!("/{}", part.replace('~', "~0").replace('/', "~1")))
            .collect(),
    );
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    for (name, value) in inner {
        path.push(name);
        places(value, path, all);
        path.pop();
    }
}

/// What a value is replaced by; the second one is another value of the document.
fn changed(change: usize, old: &Value, other: &Value) -> Value {
    match change {
        0 => Value::Null,
        1 => json!(i64::MAX),
        2 => json!(i64::MIN),
        3 => json!(u64::MAX),
        4 => json!(1e308),
        5 => json!(0),
        6 => json!(-1),
        7 => json!([]),
        8 => json!({}),
        9 => json!("a.b.".repeat(100)),
        10 => json!({"as_int": i64::MAX}),
        11 => json!({"as_int": 1_u64 << 40}),
        12 => json!({"as_none": true}),
        13 => match old {
            Value::Array(list) => list.iter().chain(list).cloned().collect(),
            old => json!([old]),
        },
        _ => other.clone(),
    }
}

/// The graphs of the files, with the places of their values.
static MODELS: LazyLock<Vec<(Value, Vec<String>)>> = LazyLock::new(|| {
    let with_places = |file: &&[u8]| {
        let (model, mut all) = (model(file), Vec::new());
        places(&model, &mut Vec::new(), &mut all);
        // Most of a file is about what is not read.
        all.retain(|place| {
            !place.contains("/metadata/torch_fn") && !place.contains("/requires_grad")
        });
        (model, all)
    };
    FILES.iter().map(with_places).collect()
});

/// Gives the tensors of a document the names of others.
fn rename(value: &mut Value, names: &HashMap<String, String>) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|value| rename(value, names)),
        Value::Array(list) => list.iter_mut().for_each(|value| rename(value, names)),
        Value::String(text) => {
            if let Some(name) = names.get(text) {
                text.clone_from(name);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrong_values_are_errors_or_refusals(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<Index>(), any::<Index>(), 0_usize..20), 1..4),
    ) {
        let (model, all) = &MODELS[file];
        let mut wrong = model.clone();
        for (place, other, change) in changes {
            let other = model.pointer(&all[other.index(all.len())]).unwrap();
            // An earlier change may have removed it.
            if let Some(value) = wrong.pointer_mut(&all[place.index(all.len())]) {
                *value = changed(change, value, other);
            }
        }
        let _ = read(&with_model(&wrong));
    }

    #[test]
    fn damaged_files_do_not_panic(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = FILES[file].to_vec();
        for (place, byte) in changes {
            let index = place.index(bytes.len());
            bytes[index] = byte;
        }
        let _ = read(&bytes);
    }
}

/// What is computed of the sizes of a weight must not be more than a number can hold.
#[test]
fn sizes_may_be_as_large_as_numbers_are() {
    for (model, all) in &MODELS[..] {
        let is_size =
            |place: &&String| place.contains("/tensor_values/p_") && place.contains("/sizes/");
        let sizes = all.iter().filter(is_size).filter(|place| place.ends_with("/as_int"));
        assert!(sizes.clone().next().is_some());
        for place in sizes {
            let mut wrong = model.clone();
            *wrong.pointer_mut(place).unwrap() = json!(i64::MAX);
            let _ = read(&with_model(&wrong));
        }
    }
}

/// A value may depend on itself then.
#[test]
fn names_may_go_round() {
    for (model, _) in &MODELS[..] {
        for distance in [1, 2, 3, 7, 20] {
            let nodes = model["graph_module"]["graph"]["nodes"].as_array().unwrap();
            let own: Vec<&str> = nodes.iter().filter_map(|node| node["name"].as_str()).collect();
            let others = own.iter().cycle().skip(distance);
            let names = own.iter().zip(others).map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
            let mut model = model.clone();
            rename(&mut model["graph_module"]["graph"]["nodes"], &names.collect());
            let _ = read(&with_model(&model));
        }
    }
}

#[test]
fn what_inflates_to_gigabytes_is_refused() {
    // A gigabyte of spaces is deflated to a megabyte, and is not inflated as a whole.
    let file = archive(&[(MODEL, &vec![b' '; 100 << 20])]);
    assert!(file.len() < 1 << 20);
    let error = read(&file).unwrap_err().to_string();
    assert_eq!(error, "in `models/model.json`: it has more than 67108864 bytes");
}

#[test]
fn weights_that_inflate_to_gigabytes_are_refused() {
    let tensor = |path: &str, size: u64| {
        json!({"path_name": path, "use_pickle": false, "tensor_meta": {
            "dtype": 1, "sizes": [{"as_int": size}], "strides": [{"as_int": 1}],
            "storage_offset": {"as_int": 0},
        }})
    };
    let file = |config: Value| {
        let config = json!({"config": config}).to_string();
        archive(&[
            (MODEL, model(FILES[0]).to_string().as_bytes()),
            ("data/weights/model_weights_config.json", config.as_bytes()),
            ("data/weights/zeros", &vec![0; 40 << 20]),
        ])
    };
    let error = |config: Value| {
        let network = Network::pt2(Cursor::new(file(config))).unwrap();
        network.weights().unwrap_err().to_string()
    };
    // One that claims more than it has, and several that are the same.
    let claims = error(json!({"a": tensor("zeros", 1 << 40)}));
    assert!(claims.ends_with("so its values are not in the file"), "{claims}");
    let same = error(json!({"a": tensor("zeros", 40 << 20), "b": tensor("zeros", 40 << 20)}));
    assert!(same.ends_with("more than a hundred times as large as the archive"), "{same}");
}

#[test]
fn modules_may_not_be_too_deep() {
    let text = model(FILES[3]).to_string();
    let deep = "tower.".repeat(300);
    let form = read(text.replace("tower.", &deep).as_bytes());
    assert!(form.is_err());
    let form =
        read(&with_model(&serde_json::from_str(&text.replace("tower.", &deep)).unwrap())).unwrap();
    assert!(form.refusals[0].reason.contains("modules, one in another"), "{:?}", form.refusals);
}

/// A module may be called like a word of the language.
#[test]
fn words_of_the_language_are_names_of_modules() {
    let text = model(FILES[3]).to_string();
    let words =
        ["shortcut", "residual", "block", "until", "seq", "again", "from", "if", "let", "type"];
    for word in words.into_iter().chain(Kind::ALL.iter().map(|kind| kind.keyword())) {
        let text = text.replace("tower", word).replace("stem", &format!("{word}_stem"));
        let model = with_model(&serde_json::from_str(&text).unwrap());
        let form = read_pt2(Cursor::new(model)).unwrap();
        write(&form, "Net", Layout::Structured).unwrap_or_else(|error| panic!("{word}: {error}"));
    }
}

#[test]
fn names_that_the_language_cannot_have_are_mended() {
    let text = model(FILES[3]).to_string();
    let names = |text: &str| {
        let form = read(&with_model(&serde_json::from_str(text).unwrap())).unwrap();
        write(&form, "Net", Layout::Structured).unwrap()
    };
    let keyword = names(&text.replace("scores_fine", "struct").replace("scores_coarse", "1.5 %"));
    assert!(keyword.contains("struct_output: [6, 8, 8], _1_5__: [6, 4, 4]"), "{keyword}");
}
