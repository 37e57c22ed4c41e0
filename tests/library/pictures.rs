//! The pictures of networks: as they have been looked at, and sound for any network.

use std::path::Path;

use cnn::render::{Amount, Diagram, DiagramNode, Sizes};
use cnn::{Graph, Kind, Shape, cnn};
use proptest::prelude::*;

use crate::{mermaid, picture};

cnn! {
    struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >

    block unit(cin, cout) {
        residual {
            conv(cin, cout, 3, padding = 1, bias = false); batchnorm;
        } shortcut {
            if cin != cout { downsample: conv(cin, cout, 1) }
        }
        relu;
    }

    /// All there is: repeats, branches, long skips, networks in networks.
    struct Everything: [3, 32, 32] -> [10] <
        stem: seq { conv(3, 16, 3, padding = 1); relu }
        stage: seq { unit(16, 32); [unit(32, 32); 4] }
        skip: maxpool(2);
        concat {
            branch1: conv(32, 8, 1);
            branch2: seq { conv(32, 8, 1); relu; conv(8, 16, 3, padding = 1) }
            branch3: seq { maxpool(3, 1, padding = 1); conv(32, 8, 1) }
        }
        again: conv(32, 32, 3, padding = 1);
        mul { identity; { adaptive_avgpool(1); conv(32, 32, 1); sigmoid } }
        add(skip, _); relu; add(again, _);
        head: Head;
    >

    struct Head: [32, 16, 16] -> [10] < adaptive_avgpool(1); fc(32, 10) >
}

/// `BLESS=1 cargo test --test library pictures` writes the pictures anew.
#[test]
fn pictures_are_as_they_have_been_looked_at() {
    let graphs: [(&str, Graph); 2] = [("lenet", LeNet::GRAPH), ("everything", Everything::GRAPH)];
    for (name, graph) in graphs {
        let svg = graph.svg();
        picture::check(name, &svg);
        golden(&format!("{name}.svg"), &svg);
        let volumes = graph.volumes();
        picture::check_volumes(name, &volumes);
        golden(&format!("{name}_volumes.svg"), &volumes);
        picture::check_page(name, &graph.diagram().page());
        let mermaid = graph.mermaid();
        assert_eq!(mermaid::check(name, &mermaid), [""; 0], "{name}");
        golden(&format!("{name}.mmd"), &mermaid);
    }
}

fn golden(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, text).unwrap();
    } else {
        assert_eq!(std::fs::read_to_string(path).unwrap(), text, "{file}");
    }
}

/// A network that may be as odd as diagrams can be: any connections, names and numbers.
fn diagram() -> impl Strategy<Value = Diagram> {
    let kind = prop::sample::select(Kind::ALL);
    let name = prop::sample::select(vec![
        "conv",
        "a.0.conv",
        "a.0.bn",
        "a.1.conv",
        "a.1.bn",
        "b",
        "b.c.d.e",
        "ünïcode.名前",
        "x.<&\">",
        "",
        "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM.W",
    ]);
    let sizes = prop_oneof![
        prop::collection::vec(0..usize::MAX, 0..5)
            .prop_map(|sizes| Sizes::from(Shape::new(&sizes))),
        prop::collection::vec(1..2048usize, 1..4).prop_map(|sizes| Sizes::from(Shape::new(&sizes))),
        Just(Sizes { text: vec!["2 * CLASSES".into(), "N".into()], shape: Shape::LOST }),
    ];
    let amount = prop_oneof![
        any::<u64>().prop_map(Amount::Known),
        Just(Amount::Known(0)),
        Just(Amount::Formula("16·CLASSES + 3·CLASSES·WIDTH + 77".into())),
        Just(Amount::Formula(String::new())),
    ];
    // How far back a node reaches for its inputs: mostly to the one before.
    let back = prop_oneof![4 => Just(vec![0usize]), 1 => prop::collection::vec(0..12usize, 1..5)];
    let label = prop::sample::select(vec![
        "conv 3×3 /2",
        "relu",
        "a \"very\" long label <&> ".repeat(9).leak(),
    ]);
    let node = (name, kind, sizes.clone(), (amount.clone(), amount), back, label);
    (prop::collection::vec(node, 0..90), sizes).prop_map(|(nodes, input)| {
        let nodes = nodes.into_iter().enumerate();
        let nodes =
            nodes.map(|(index, (name, kind, output, (params, macs), back, label))| DiagramNode {
                name: name.to_owned(),
                kind: Some(kind),
                label: label.to_owned(),
                call: String::new(),
                inputs: back.iter().map(|back| index.saturating_sub(*back)).collect(),
                output,
                params,
                macs,
            });
        Diagram { name: "Net <\"&\">".to_owned(), input, nodes: nodes.collect() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn pictures_of_any_network_are_sound(diagram in diagram()) {
        picture::check("random", &diagram.svg());
        picture::check_volumes("random", &diagram.volumes());
        picture::check_page("random", &diagram.page());
        // Arrows may be missing, as in the network below.
        let _ = mermaid::check("random", &diagram.mermaid());
    }
}

cnn! {
    /// Eighteen values of `b` are joined with `a`, of which `b` is made.
    struct Crossing: [8] <
        a: relu; b: relu;
        for i in 0..17 { from(b); "relu{i}": relu; }
        from(b);
        tanh;
        add(a, ["relu{i}" for i in 0..17], _);
    >
}

/// Where connections cross, a picture has room for sixteen beside each other, and leaves out the others.
/// The text for Mermaid leaves them out, too, though it has no such limit.
#[test]
fn a_seventeenth_connection_beside_others_is_left_out() {
    assert_eq!(mermaid::check("crossing", &Crossing::GRAPH.mermaid()), ["tanh"]);
}

/// Layers that are repeated and nested without end.
fn chain(count: usize, node: impl Fn(usize) -> (String, Kind, Vec<usize>)) -> Diagram {
    let nodes = (0..count).map(|index| {
        let (name, kind, inputs) = node(index);
        DiagramNode {
            name,
            kind: Some(kind),
            label: kind.keyword().to_owned(),
            call: String::new(),
            inputs,
            output: Shape::new(&[8, 16, 16]).into(),
            params: Amount::Known(index as u64),
            macs: Amount::Known(1),
        }
    });
    Diagram { name: String::new(), input: Shape::new(&[8, 16, 16]).into(), nodes: nodes.collect() }
}

#[test]
fn pictures_of_large_networks_stay_small_and_quick() {
    const COUNT: usize = 20_000;
    let kinds = [Kind::Conv, Kind::BatchNorm, Kind::Relu, Kind::MaxPool, Kind::Linear, Kind::Glu];
    let start = std::time::Instant::now();
    let plain = chain(COUNT, |i| (format!("conv{i}"), kinds[i % 4], vec![i]));
    // No two parts are alike.
    let odd = chain(COUNT, |i| (format!("l{i}"), kinds[(i * i / 7 + i / 3) % 6], vec![i]));
    // Skips in skips, deeper than anybody draws.
    let nested = chain(COUNT, |i| {
        let half = COUNT / 2;
        let skipped = if i < half { vec![i] } else { vec![COUNT - 1 - i, i] };
        (format!("n{i}"), if i < half { Kind::Conv } else { Kind::Add }, skipped)
    });
    // Everything sees everything.
    let dense = chain(300, |i| (format!("d{i}"), Kind::Concat, (0..=i).collect()));
    let scopes = chain(COUNT, |i| (format!("{}x{i}", "s.".repeat(i % 50)), kinds[i % 6], vec![i]));
    for (name, diagram) in
        [("plain", plain), ("odd", odd), ("nested", nested), ("dense", dense), ("scopes", scopes)]
    {
        picture::check_page(name, &diagram.page());
        assert!(diagram.mermaid().len() < 20_000, "{name}");
    }
    // A second, where it is not linear it would be minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
