//! The gallery on the crate's page: a plot and a list of all networks, as they are.

use std::fmt::Write as _;
use std::path::Path;

use cnn::render::{Bytes, Dims, Grouped, Short};
use cnn::{DType, Graph, Op, Source, Summary};
use cnn_zoo::Entry;
use serde_json::Value;

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

/// What the networks of a group do, the metric by which they are compared, and what it is called.
const TASKS: [(&str, &str, &str); 5] = [
    ("Classification", "acc@1", "accuracy on ImageNet"),
    ("Segmentation", "miou", "mean IoU on COCO, with the labels of Pascal VOC"),
    ("Detection", "box_map", "mean average precision of boxes on COCO"),
    ("Video", "acc@1", "accuracy on Kinetics-400"),
    ("Without weights in torchvision", "", "–"),
];

/// By what the networks can be ordered: the name of the choice, and of the property with the place.
const ORDERS: [(&str, &str); 5] =
    [("family", "f"), ("result", "r"), ("parameters", "p"), ("MACs", "m"), ("peak memory", "k")];

/// What torchvision publishes of a network.
struct Published {
    title: String,
    url: String,
    result: Option<(f64, String)>,
    weights: String,
}

fn published() -> impl Fn(&str) -> Option<Published> {
    let json: Value = serde_json::from_str(include_str!("../torchvision/published.json")).unwrap();
    move |name| {
        let facts = json.get(name)?;
        let text = |key: &str| facts[key].as_str().unwrap_or_default().to_owned();
        Some(Published {
            title: text("title"),
            url: text("url"),
            result: facts["value"].as_f64().map(|value| (value, text("metric"))),
            weights: text("weights"),
        })
    }
}

/// A network in the gallery.
struct Network {
    family: usize,
    task: usize,
    entry: &'static Entry,
    peak: u64,
    result: Option<f64>,
    weights: String,
}

fn networks(published: &impl Fn(&str) -> Option<Published>) -> Vec<Network> {
    let mut networks = Vec::new();
    for (family, (_, module, starts)) in FAMILIES.iter().enumerate() {
        let of_family = |entry: &&Entry| starts.iter().any(|start| entry.name.starts_with(start));
        for entry in cnn_zoo::all().iter().filter(of_family) {
            let facts = published(entry.name);
            let weights = facts.as_ref().map_or(String::new(), |facts| facts.weights.clone());
            let result = facts.and_then(|facts| facts.result);
            let task = match (*module, &result) {
                ("segmentation", _) => 1,
                ("detection", _) => 2,
                ("video", _) => 3,
                (_, Some(_)) => 0,
                // As they are trained, networks are not compared.
                (_, None) => 4,
            };
            if let Some((_, metric)) = &result {
                assert_eq!(metric, TASKS[task].1, "{}", entry.name);
            }
            let peak = DType::F32.bytes() * entry.summary.peak_activations;
            let result = result.map(|(value, _)| value);
            networks.push(Network { family, task, entry, peak, result, weights });
        }
    }
    assert_eq!(networks.len(), cnn_zoo::all().len(), "each network is in one family");
    networks
}

/// A hue for each family. Steps of the golden angle keep neighbours far apart, and no hue comes twice in 360 families.
fn hue(family: usize) -> usize {
    family * 137 % 360
}

fn gallery() -> String {
    let published = published();
    let networks = networks(&published);
    let points: Vec<Point> = networks
        .iter()
        .filter(|network| network.task == 0)
        .filter_map(|network| {
            let (family, module, _) = FAMILIES[network.family];
            let Summary { name, params, macs, .. } = *network.entry.summary;
            let link = format!("{module}/struct.{name}.html");
            let hue = hue(network.family);
            Some(Point { family, name, link, params, macs, result: network.result?, hue })
        })
        .collect();
    let mut text = format!(
        "\
# Gallery

The accuracy of torchvision's weights on ImageNet, as torchvision publishes it, over the MACs for one image. Networks
with more parameters have larger circles. A click on a circle opens the page of the network.

<div class=\"cnn-zoo\">{}{}<style>{STYLE}{}</style>",
        scatter::svg(&points, &scatter::WIDE),
        scatter::svg(&points, &scatter::NARROW),
        orders(),
    );
    text.push_str("<b>Order by</b> ");
    for (index, (name, property)) in ORDERS.iter().enumerate() {
        let checked = if index == 0 { " checked" } else { "" };
        write!(
            text,
            "<label><input type=\"radio\" name=\"cnn-order\" id=\"cnn-order-{property}\"{checked}>{name}</label> "
        )
        .unwrap();
    }
    for (task, (title, _, metric)) in TASKS.iter().enumerate() {
        let of_task: Vec<&Network> =
            networks.iter().filter(|network| network.task == task).collect();
        write!(
            text,
            "<section><h3 id=\"zoo-{task}\">{title}</h3><div class=\"l\"><p class=\"h\" style=\"order:-1\">\
             <span></span><span>network</span><span title=\"{metric}\">{}</span>\
             <span>parameters</span><span>MACs</span><span>peak memory</span><span>depth</span></p>",
            ["top-1", "mean IoU", "mAP", "top-1", ""][task]
        )
        .unwrap();
        let mut before = None;
        for (index, network) in of_task.iter().enumerate() {
            if before != Some(network.family) {
                before = Some(network.family);
                heading(&mut text, &networks, &published, network, index);
            }
            row(&mut text, &of_task, network, index);
        }
        text.push_str("</div></section>");
    }
    text + "</div>

* **top-1** is the accuracy in percent, **mean IoU** the mean intersection over union, **mAP** the mean average
  precision of boxes: the values that torchvision publishes for its best weights for images of this size.
* **MACs** are multiply-accumulates for one image or clip.
* **Peak memory** is the memory of all activations that are needed at the same time, as `f32`.
* **Depth** is the largest number of convolutions and linear layers on a path to the first output.
"
}

/// The name of a family and the articles that its networks are from. It is only seen where families are together.
fn heading(
    text: &mut String,
    networks: &[Network],
    published: &impl Fn(&str) -> Option<Published>,
    first: &Network,
    index: usize,
) {
    let (family, ..) = FAMILIES[first.family];
    let of_family = networks.iter().filter(|network| network.family == first.family);
    let mut papers: Vec<(String, String)> = Vec::new();
    for facts in of_family.filter_map(|network| published(network.entry.name)) {
        if !facts.url.is_empty() && !papers.contains(&(facts.url.clone(), facts.title.clone())) {
            papers.push((facts.url, facts.title));
        }
    }
    if family == "U-Net" {
        let title = "U-Net: Convolutional Networks for Biomedical Image Segmentation";
        papers.push(("https://arxiv.org/abs/1505.04597".to_owned(), title.to_owned()));
    }
    let papers: Vec<String> = papers
        .iter()
        .map(|(url, title)| format!("<a href=\"{url}\">{}</a>", title.replace('<', "&lt;")))
        .collect();
    write!(
        text,
        "<p class=\"f\" style=\"--f:{};--h:{}\"><b>{family}</b> {}</p>",
        10 * index,
        hue(first.family),
        papers.join(" · ")
    )
    .unwrap();
}

fn row(text: &mut String, of_task: &[&Network], network: &Network, index: usize) {
    let Network { family, entry, peak, result, weights, .. } = network;
    let Summary { name, params, macs, input, .. } = *entry.summary;
    let module = FAMILIES[*family].1;
    let place =
        |less: &dyn Fn(&Network) -> bool| of_task.iter().filter(|other| less(other)).count();
    let by_result = place(&|other| other.result > *result);
    let best = of_task.iter().filter_map(|network| network.result).fold(0.0, f64::max);
    let result = match result {
        Some(value) => format!(
            "<span class=\"a\" style=\"--w:{:.0}%\" title=\"{weights}; place {} of {}\">{value:.1}&nbsp;%</span>",
            (value / best).powi(4) * 100.0,
            by_result + 1,
            of_task.len()
        ),
        None => "<span></span>".to_owned(),
    };
    let glued = |text: String| text.replace(' ', "&nbsp;");
    write!(
        text,
        "<p style=\"--f:{};--r:{by_result};--p:{};--m:{};--k:{};--h:{}\">\
         <a href=\"{module}/struct.{name}.html\">{}</a>\
         <span class=\"n\"><a href=\"{module}/struct.{name}.html\">{name}</a><small>{}</small></span>{result}\
         <span class=\"p\" title=\"{} parameters\">{}</span><span class=\"m\" title=\"{} MACs\">{}</span>\
         <span class=\"k\">{}</span><span class=\"d\">{}</span></p>",
        10 * index + 1,
        place(&|other| other.entry.summary.params < params),
        place(&|other| other.entry.summary.macs < macs),
        place(&|other| other.peak < *peak),
        hue(*family),
        entry.graph.thumbnail(),
        glued(Dims(input).to_string()),
        Grouped(params),
        glued(Short(params).to_string()),
        Grouped(macs),
        glued(Short(macs).to_string()),
        glued(Bytes(*peak).to_string()),
        depth(entry.graph),
    )
    .unwrap();
}

/// The places of the rows for each choice. Names of families are in the way where families are mixed.
fn orders() -> String {
    let order = |(_, property): &(&str, &str)| {
        let hidden = match *property {
            "f" => String::new(),
            _ => format!(".cnn-zoo:has(#cnn-order-{property}:checked) .f{{display:none}}"),
        };
        format!(".cnn-zoo:has(#cnn-order-{property}:checked) p{{order:var(--{property})}}{hidden}")
    };
    ORDERS.iter().map(order).collect()
}

/// How rows look. On a narrow page, the numbers are below the name, and say what they are.
const STYLE: &str = "\
.cnn-zoo .l{display:flex;flex-direction:column}\
.cnn-zoo p{margin:0;display:grid;grid-template-columns:154px minmax(10em,1fr) 5.5em 6.5em 5.5em 7em 3.5em;gap:0 .5em;\
align-items:center;padding:.25em .4em;border-top:1px solid var(--border-color,#8884)}\
.cnn-zoo p span{text-align:right;font-variant-numeric:tabular-nums}\
.cnn-zoo p .n,.cnn-zoo .h span:nth-child(2){text-align:left}\
.cnn-zoo .n a{font-weight:600;border-left:.4em solid hsl(var(--h) 60% 55%);padding-left:.5em}\
.cnn-zoo small{display:block;padding-left:.9em;opacity:.75}\
.cnn-zoo svg{vertical-align:middle;max-width:100%}\
.cnn-zoo .h{border:0;opacity:.75}\
.cnn-zoo .h span{font-size:.85em}\
.cnn-zoo .f{display:block;padding:1em .4em .3em;border:0}\
.cnn-zoo .f b{border-left:.4em solid hsl(var(--h) 60% 55%);padding-left:.5em;margin-right:.5em}\
.cnn-zoo .a{background:linear-gradient(hsl(var(--h) 60% 55%/.35),hsl(var(--h) 60% 55%/.35)) no-repeat left/var(--w) 100%}\
.cnn-zoo label{margin-right:.8em;white-space:nowrap}\
.cnn-zoo h3{scroll-margin-top:3em}\
@media(max-width:1000px){\
.cnn-zoo p{display:flex;flex-wrap:wrap;gap:.1em 1em;padding:.5em 0}\
.cnn-zoo .h{display:none}.cnn-zoo .f{display:block}\
.cnn-zoo .n{min-width:9em}\
.cnn-zoo .p:after{content:\" parameters\"}.cnn-zoo .m:after{content:\" MACs\"}.cnn-zoo .k:after{content:\" peak\"}\
.cnn-zoo .d:before{content:\"depth \"}.cnn-zoo p span:empty{display:none}\
.cnn-zoo .a{padding:0 .3em}}";

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
