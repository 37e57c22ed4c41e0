//! Receptive fields against published figures, and that they are known everywhere.

use cnn::{Extent, Summary};

fn network(name: &str) -> &'static Summary {
    cnn_zoo::all().iter().find(|entry| entry.name == name).unwrap().summary
}

fn extents(summary: &Summary, layer: &str) -> [Extent; 2] {
    let index = summary.leaves().position(|leaf| leaf.name == layer);
    let index = index.unwrap_or_else(|| panic!("{} has no {layer}", summary.name));
    let [Some(height), Some(width)] = *summary.receptive_fields()[index].axes() else {
        panic!("{layer} is known")
    };
    [height, width]
}

/// The size after a layer, the same along both axes.
fn size(summary: &Summary, layer: &str) -> u64 {
    let [height, width] = extents(summary, layer);
    assert_eq!(height, width, "{layer}");
    height.size
}

/// Sizes of ResNets after their stages, as published for torchvision's (stride in the 3 × 3
/// convolution): <https://gist.github.com/samson-wang/a6073c18f2adf16e0ab5fb95b53db3e6>.
#[test]
fn resnets() {
    let expected = [
        (network("resnet18"), [1, 1, 1, 1], [43, 99, 211, 435]),
        (network("resnet34"), [2, 3, 5, 2], [59, 179, 547, 899]),
        (network("resnet50"), [2, 3, 5, 2], [35, 91, 267, 427]),
        (network("resnet101"), [2, 3, 22, 2], [35, 91, 811, 971]),
    ];
    for (summary, blocks, sizes) in expected {
        assert_eq!((size(summary, "conv1"), size(summary, "maxpool")), (7, 11));
        for (stage, (block, expected)) in blocks.into_iter().zip(sizes).enumerate() {
            // The last convolution that is not 1 × 1, or anything after it.
            let layer = format!("layer{}.{block}.conv2", stage + 1);
            assert_eq!(size(summary, &layer), expected, "{} {layer}", summary.name);
        }
    }
}

/// Araujo, Norris and Sim, <https://distill.pub/2019/computing-receptive-fields>. The paddings there
/// are those of TensorFlow, which are the same for VGG only.
#[test]
fn others() {
    let vgg = network("vgg16");
    let sizes = [3, 5, 6, 10, 14, 16, 24, 32, 40, 44, 60, 76, 92, 100, 132, 164, 196, 212];
    let layers = vgg.leaves().filter(|leaf| ["Conv2d", "MaxPool2d"].contains(&leaf.class));
    let found: Vec<u64> = layers.map(|leaf| size(vgg, &leaf.name)).collect();
    assert_eq!(found, sizes);
    let [pool, _] = extents(vgg, "features.30");
    assert_eq!((pool.stride.unwrap().as_f64(), pool.padding), (32.0, Some(90)));

    let alexnet = network("alexnet");
    let [pool, _] = extents(alexnet, "features.12");
    assert_eq!((pool.size, pool.stride.unwrap().as_f64()), (195, 32.0));

    let inception = network("inception_v3");
    let last = inception.leaves().filter(|leaf| leaf.class.starts_with("Concat")).last().unwrap();
    let [concat, _] = extents(inception, &last.name);
    assert_eq!((concat.size, concat.stride.unwrap().as_f64()), (1311, 32.0));
}

#[test]
fn every_layer_of_the_zoo_is_known() {
    for entry in cnn_zoo::all() {
        let summary = entry.summary;
        let fields = summary.receptive_fields();
        assert_eq!(fields.len(), summary.leaves().count(), "{}", summary.name);
        for (leaf, field) in summary.leaves().zip(fields) {
            let known = field.axes().iter().all(Option::is_some);
            assert!(known, "{} {}: {field}", summary.name, leaf.name);
        }
    }
}
