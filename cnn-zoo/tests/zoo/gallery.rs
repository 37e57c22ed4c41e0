//! The gallery on the crate's page: a plot and a table of all networks, as they are.

use std::fmt::Write as _;
use std::path::Path;

use cnn::render::{Bytes, Grouped};
use cnn::{DType, Graph, Op, Source};
use cnn_zoo::Entry;

use crate::scatter::{self, Point};

/// The families in the order in which they were published: the name, the module, and how
/// torchvision's names begin.
const FAMILIES: [(&str, &str, &[&str]); 30] = [
    ("LeNet", "lenet", &["lenet"]),
    ("AlexNet", "alexnet", &["alexnet"]),
    ("VGG", "vgg", &["vgg"]),
    ("GoogLeNet", "googlenet", &["googlenet"]),
    ("U-Net", "unet", &["unet"]),
    ("ResNet", "resnet", &["resnet", "resnext", "wide_resnet"]),
    ("FCN", "segmentation", &["fcn"]),
    ("Inception", "inception", &["inception"]),
    ("SSD", "detection", &["ssd300"]),
    ("SqueezeNet", "squeezenet", &["squeezenet"]),
    ("DenseNet", "densenet", &["densenet"]),
    ("DeepLabV3", "segmentation", &["deeplab"]),
    ("RetinaNet", "detection", &["retinanet"]),
    ("Video ResNet", "video", &["r3d", "mc3", "r2plus1d"]),
    ("S3D", "video", &["s3d"]),
    ("MobileNet V2", "mobilenet_v2", &["mobilenet_v2"]),
    ("ShuffleNet V2", "shufflenet_v2", &["shufflenet"]),
    ("MNASNet", "mnasnet", &["mnasnet"]),
    ("MobileNet V3", "mobilenet_v3", &["mobilenet_v3"]),
    ("SSDlite", "detection", &["ssdlite"]),
    ("Lite R-ASPP", "segmentation", &["lraspp"]),
    ("EfficientNet", "efficientnet", &["efficientnet_b"]),
    ("FCOS", "detection", &["fcos"]),
    ("RegNet", "regnet", &["regnet"]),
    ("EfficientNetV2", "efficientnet", &["efficientnet_v2"]),
    ("Vision Transformer", "vision_transformer", &["vit"]),
    ("Swin Transformer", "swin_transformer", &["swin_t", "swin_s", "swin_b"]),
    ("Swin Transformer V2", "swin_transformer", &["swin_v2"]),
    ("ConvNeXt", "convnext", &["convnext"]),
    ("MaxViT", "maxvit", &["maxvit"]),
];

/// `BLESS=1 cargo test -p cnn-zoo --test zoo gallery` writes it anew.
#[test]
fn the_gallery_is_true() {
    let gallery = gallery();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gallery.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, gallery).unwrap();
    } else {
        assert_eq!(std::fs::read_to_string(path).unwrap(), gallery);
    }
}

fn gallery() -> String {
    let mut points = Vec::new();
    let mut table = "\
| network | input | parameters | GMACs | peak memory | depth |
| :-- | :-- | --: | --: | --: | --: |
"
    .to_owned();
    let mut shown = 0;
    for (family, module, starts) in FAMILIES {
        let of_family = |entry: &&Entry| starts.iter().any(|start| entry.name.starts_with(start));
        for entry in cnn_zoo::all().iter().filter(of_family) {
            let (summary, name) = (entry.summary, entry.summary.name);
            let peak = DType::F32.bytes() * summary.peak_activations;
            let input: Vec<String> = summary.input.dims().iter().map(ToString::to_string).collect();
            writeln!(
                table,
                "| [{name}]({module}::{name}) | {} | {} | {:.3} | {} | {} |",
                input.join("\u{a0}×\u{a0}"),
                Grouped(summary.params),
                summary.macs as f64 / 1e9,
                Bytes(peak).to_string().replace(' ', "\u{a0}"),
                depth(entry.graph),
            )
            .unwrap();
            points.push(Point {
                family,
                name,
                link: format!("{module}/struct.{name}.html"),
                params: summary.params,
                macs: summary.macs,
            });
            shown += 1;
        }
    }
    assert_eq!(shown, cnn_zoo::all().len(), "each network is in one family");
    format!(
        "\
# Gallery

Every network at its defaults: what it has to learn, and what it has to compute for one image or clip. Each
point leads to a page with the network's picture and table.

<div style=\"overflow-x:auto\">{}</div>

* **GMACs** are billions of multiply-accumulates for one image or clip.
* **Peak memory** is what activations take at least at the same time, as `f32`.
* **Depth** is the largest number of convolutions and linear layers on a way to the first output.

{table}",
        scatter::svg(&points)
    )
}

/// The most layers with weights on a way from the input to the first output.
fn depth(graph: &Graph) -> usize {
    depths(graph, 0)[0]
}

/// The same for each output, if there are so many before the input.
fn depths(graph: &Graph, given: usize) -> Vec<usize> {
    let mut made: Vec<Vec<usize>> = Vec::new();
    let value = |made: &[Vec<usize>], from| match from {
        Source::Input(_) => given,
        Source::Node(index) => made[index][0],
        Source::Tap { node, output } => made[node][output],
    };
    for node in graph.nodes {
        let before = node.inputs.iter().map(|edge| value(&made, edge.from)).max().unwrap_or(0);
        let weighted = matches!(node.op, Op::Conv(_) | Op::ConvTranspose(_) | Op::Linear(_));
        made.push(match node.op {
            Op::Network(nested) => depths(&nested.graph, before),
            _ => vec![before + usize::from(weighted)],
        });
    }
    graph.outputs.iter().map(|output| value(&made, output.from)).collect()
}

#[test]
fn depths_are_those_in_the_names() {
    let depth_of = |name: &str| {
        let entry = cnn_zoo::all().iter().find(|entry| entry.name == name).unwrap();
        depth(entry.graph)
    };
    for (name, depth) in [("vgg16", 16), ("resnet18", 18), ("resnet50", 50), ("densenet121", 121)] {
        assert_eq!(depth_of(name), depth, "{name}");
    }
}
