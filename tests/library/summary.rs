//! What a summary says, and how it is shown.

#![allow(deprecated, reason = "networks that test summaries need not make sense")]

use cnn::render::{Column, Table, Units};
use cnn::{DType, Kind, Source, Summary, Traffic, cnn};

cnn! {
    /// The notebook's LeNet.
    pub struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >
}

/// What people look for first is there, also in constants.
#[test]
fn a_summary_is_easy_to_ask() {
    const CONV2: cnn::Row = LeNet::SUMMARY.row("conv2").unwrap();
    const _: () = assert!(LeNet::SUMMARY.row("conv3").is_none());
    const _: () = assert!(LeNet::GRAPH.node("conv2").unwrap().is_named("conv2"));
    const FLOPS: u64 = LeNet::SUMMARY.flops();
    assert!(CONV2.is_named("conv2") && !CONV2.is_named("conv"));
    assert_eq!((CONV2.output, CONV2.output[0]), ([50, 8, 8].into(), 50));
    assert_eq!(CONV2.output.elements(), CONV2.activations);
    assert_eq!((FLOPS, CONV2.flops()), (2 * 2_869_000, 3_200_000));
    let mut macs = 0;
    for row in &LeNet::SUMMARY {
        macs += row.macs;
    }
    assert_eq!(macs, LeNet::SUMMARY.iter().map(|row| row.flops() / 2).sum::<u64>());
    let names: Vec<&str> = LeNet::SUMMARY.into_iter().map(|row| row.name).collect();
    assert_eq!(names[..2], ["conv1", "relu1"]);
    assert_eq!(
        LeNet::SUMMARY.facts().to_string(),
        "3 × 28 × 28 → 10 · 432,080 parameters (1.65 MiB) · 2.87 M MACs · 90 KiB peak"
    );

    fn sizes<N: cnn::Network>() -> (cnn::Shape, cnn::Shape, u64) {
        (N::INPUT, N::OUTPUT, N::PARAMS)
    }
    assert_eq!(sizes::<LeNet>(), (LeNet::INPUT, LeNet::OUTPUT, LeNet::PARAMS));
}

#[test]
fn bars_and_calls_are_columns() {
    let columns = [Column::Name, Column::Call, Column::Macs, Column::MacsBar];
    let expected = "\
LeNet: 3 × 28 × 28 → 10

layer     call                 MACs
───────────────────────────────────────────────
conv1     conv 5×5          864,000  █████▍
relu1     relu                    0
maxpool1  maxpool 2×2 /2          0
conv2     conv 5×5        1,600,000  ██████████
relu2     relu                    0
maxpool2  maxpool 2×2 /2          0
fc1       fc                400,000  ██▌
relu3     relu                    0
dropout1  dropout 0.5             0
fc2       fc                  5,000  ▏
───────────────────────────────────────────────
total                     2,869,000
";
    let text = LeNet::SUMMARY.table().columns(&columns).to_string();
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn a_table_is_as_wide_as_it_may_be() {
    let width = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap();
    let table = LeNet::SUMMARY.table();
    assert_eq!(width(&table.to_string()), 75);
    // First short units, then no modules.
    let short = table.clone().width(54).to_string();
    assert!(short.contains("Conv2d") && short.contains("864 K"), "{short}");
    let narrow = table.clone().width(44).to_string();
    assert!(!narrow.contains("Conv2d") && narrow.contains("maxpool1"), "{narrow}");
    assert!(narrow.ends_with("most 23,040 alive at once\n             (90 KiB)"), "{narrow}");
    assert!([54, 44].into_iter().all(|most| width(&table.clone().width(most).to_string()) <= most));
    // What is chosen stays.
    let exact = table.clone().units(Units::Exact).width(46).to_string();
    assert!(!exact.contains("Conv2d") && exact.contains("864,000"), "{exact}");
    let chosen = table.columns(&[Column::Name, Column::Class, Column::Macs]).width(24).to_string();
    assert!(chosen.contains("MaxPool2d"), "{chosen}");
}

#[test]
fn torchsummary_is_reproduced_to_the_byte() {
    let table = LeNet::SUMMARY.table().torchsummary();
    let all = include_str!("../oracle/torchsummary_lenet_sequential.txt");
    assert_eq!(format!("{table}\n"), all);
    // The notebook registers these as modules, and calls functions for the rest.
    let modules = [Kind::Conv, Kind::Fc, Kind::Dropout];
    let registered = table.only(&modules);
    assert_eq!(format!("{registered}\n"), include_str!("../oracle/torchsummary_lenet.txt"));
}

/// torchinfo's multiplications and additions have those of the bias in them.
#[test]
fn torchinfo_says_the_same() {
    let page = include_str!("../oracle/torchinfo_lenet_sequential.txt");
    // Flattening is a part of `fc`.
    let rows = page.lines().filter(|line| line.starts_with('├') && !line.contains("Flatten"));
    let shape = |text: &str| text.replace("[1, ", "[");
    let mut found = 0;
    for (row, line) in LeNet::SUMMARY.rows.iter().zip(rows) {
        let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|s| !s.is_empty()).collect();
        let [class, input, output, params, _, mult_adds] = cells[..] else { panic!("{line}") };
        assert!(class.contains(row.class), "{line}");
        if row.kind != Kind::Fc {
            assert_eq!(row.input.to_string(), shape(input), "{line}");
        }
        assert_eq!(row.output.to_string(), shape(output), "{line}");
        let number = |text: &str| text.replace(',', "").parse().unwrap_or(0);
        let bias = if row.params > 0 { row.ops } else { 0 };
        assert_eq!((row.params, row.macs + bias), (number(params), number(mult_adds)), "{line}");
        found += 1;
    }
    assert_eq!(found, 10);
    // It counts what layers with parameters make, twice, and 10⁶ bytes in a MB.
    let learned = LeNet::SUMMARY.rows.iter().filter(|row| row.params > 0);
    let size = 2.0 * 4.0 * learned.map(|row| row.activations as f64).sum::<f64>() / 1e6;
    assert!(page.contains(&format!("Forward/backward pass size (MB): {size:.2}")));
    assert!(page.contains(&format!("Params size (MB): {:.2}", 4.0 * LeNet::PARAMS as f64 / 1e6)));
}

#[test]
fn the_table_shows_layers_and_totals() {
    let expected = "\
LeNet: 3 × 28 × 28 → 10

layer     module     output        parameters       MACs
────────────────────────────────────────────────────────
conv1     Conv2d     20 × 24 × 24       1,520    864,000
relu1     ReLU       20 × 24 × 24           0          0
maxpool1  MaxPool2d  20 × 12 × 12           0          0
conv2     Conv2d     50 × 8 × 8        25,050  1,600,000
relu2     ReLU       50 × 8 × 8             0          0
maxpool2  MaxPool2d  50 × 4 × 4             0          0
fc1       Linear     500              400,500    400,000
relu3     ReLU       500                    0          0
dropout1  Dropout    500                    0          0
fc2       Linear     10                 5,010      5,000
────────────────────────────────────────────────────────
total                10               432,080  2,869,000

parameters   432,080 (1.65 MiB as f32)
MACs         2,869,000, plus 45,170 element-wise operations
activations  34,630 (135 KiB as f32), at most 23,040 alive at once (90 KiB)";
    assert_eq!(LeNet::SUMMARY.to_string(), expected);
}

#[test]
fn columns_and_rows_can_be_chosen() {
    const S: Summary = cnn!([3, 8, 8] <
        #[frozen] conv(3, 8, 3, padding = same); batchnorm; relu; conv(8, 4, 3);
    >);
    let columns = [
        Column::Name,
        Column::Input,
        Column::TrainableParams,
        Column::Buffers,
        Column::Ops,
        Column::Activations,
    ];
    let kinds = [Kind::Conv, Kind::BatchNorm];
    let table: Table = S.table().columns(&columns).only(&kinds);
    let expected = "\
| layer | input | trainable | buffers | operations | activations |
| :-- | :-- | --: | --: | --: | --: |
| conv1 | 3 × 8 × 8 | 0 | 0 | 512 | 512 |
| bn1 | 8 × 8 × 8 | 16 | 16 | 1,024 | 512 |
| conv2 | 8 × 8 × 8 | 292 | 0 | 144 | 144 |
| **total** | **3 × 8 × 8** | **308** | **16** | **2,192** | **1,680** |
";
    assert_eq!(table.markdown(), expected);
    assert!(
        table.to_string().contains("532 (2.08 KiB as f32), 224 of them frozen, plus 16 buffers")
    );
}

#[test]
fn bytes_and_units_can_be_chosen() {
    let columns = [Column::Name, Column::Kind, Column::ParamsBytes, Column::OutputBytes];
    let kinds = [Kind::Conv, Kind::Fc];
    let table = LeNet::SUMMARY.table().columns(&columns).only(&kinds).dtype(DType::I8);
    let exact = "\
| layer | keyword | parameter memory (B) | output memory (B) |
| :-- | :-- | --: | --: |
| conv1 | conv | 1,520 | 11,520 |
| conv2 | conv | 25,050 | 3,200 |
| fc1 | fc | 400,500 | 500 |
| fc2 | fc | 5,010 | 10 |
| **total** |  | **432,080** | **34,630** |
";
    assert_eq!(table.markdown(), exact);
    let short = table.clone().dtype(DType::F16).units(Units::Short).markdown();
    assert!(short.contains("| conv1 | conv | 2.97 KiB | 22.5 KiB |"), "{short}");
    let mega = table.units(Units::Mega).columns(&[Column::Name, Column::Params, Column::Macs]);
    let mega = mega.markdown();
    assert!(mega.starts_with("| layer | parameters (M) | MACs (M) |"), "{mega}");
    assert!(mega.contains("| conv1 | <0.01 | 0.86 |"), "{mega}");
    assert!(mega.contains("| **total** | **0.43** | **2.87** |"), "{mega}");
}

#[test]
fn a_batch_multiplies_what_each_sample_takes() {
    let columns = [Column::Params, Column::Macs, Column::Ops, Column::Activations];
    let table = LeNet::SUMMARY.table().columns(&columns).batch(1000).dtype(DType::BF16);
    let total = "| **432,080** | **2,869,000,000** | **45,170,000** | **34,630,000** |";
    assert!(table.markdown().contains(total));
    let text = table.to_string();
    assert!(text.starts_with("LeNet: 3 × 28 × 28 → 10, a batch of 1,000\n"), "{text}");
    let totals = "
parameters   432,080 (844 KiB as bf16)
MACs         2,869,000,000, plus 45,170,000 element-wise operations
activations  34,630,000 (66.1 MiB as bf16), at most 23,040,000 alive at once
             (43.9 MiB)";
    assert!(text.ends_with(totals), "{text}");
    // No batch is a batch of one.
    assert_eq!(LeNet::SUMMARY.table().batch(0).to_string(), LeNet::SUMMARY.to_string());
}

#[test]
fn parts_are_in_percent_of_the_network() {
    let columns = [Column::Name, Column::ParamsPercent, Column::MacsPercent];
    let table = LeNet::SUMMARY.table().columns(&columns).only(&[Kind::Conv]).markdown();
    let expected = "\
| layer | parameters % | MACs % |
| :-- | --: | --: |
| conv1 | 0.4 | 30.1 |
| conv2 | 5.8 | 55.8 |
| **total** | **100.0** | **100.0** |
";
    assert_eq!(table, expected);
    const POOLED: Summary = cnn!([3, 8, 8] < maxpool(2) >);
    let nothing = POOLED.table().columns(&columns).markdown();
    assert!(nothing.contains("| maxpool1 | – | – |"), "{nothing}");
}

#[test]
fn programs_read_all_digits() {
    let columns = [Column::Name, Column::Output, Column::Macs, Column::ParamsPercent];
    let table = LeNet::SUMMARY.table().columns(&columns).only(&[Kind::Conv]).units(Units::Short);
    let expected = "\
name,output,macs,params_percent
conv1,\"[20, 24, 24]\",864000,0.3517867061655249
conv2,\"[50, 8, 8]\",1600000,5.797537493056842
";
    assert_eq!(table.csv(), expected);
}

#[test]
fn the_state_is_named_as_in_pytorch() {
    const S: cnn::Graph = {
        cnn! {
            struct Net: [3, 9, 9] <
                stem: seq { conv(3, 8, 3, bias = false); batchnorm; prelu(8) }
                conv_transpose(8, 6, 2, 2, groups = 2);
                layer_scale;
                groupnorm(3);
                gamma: layer_scale;
                instancenorm(affine = true, track_running_stats = true);
                permute((0, 2, 3, 1)); layernorm(6); linear(6, 4, bias = false);
            >
        }
        Net::GRAPH
    };
    let state = S.state_dict();
    let state: Vec<String> = state.iter().map(|(name, shape)| format!("{name} {shape}")).collect();
    let expected = [
        "stem.0.weight [8, 3, 3, 3]",
        "stem.1.weight [8]",
        "stem.1.bias [8]",
        "stem.1.running_mean [8]",
        "stem.1.running_var [8]",
        "stem.2.weight [8]",
        "conv_transpose1.weight [8, 3, 2, 2]",
        "conv_transpose1.bias [6]",
        "layer_scale1 [6, 1, 1]",
        "groupnorm1.weight [6]",
        "groupnorm1.bias [6]",
        "gamma [6, 1, 1]",
        "instancenorm1.weight [6]",
        "instancenorm1.bias [6]",
        "instancenorm1.running_mean [6]",
        "instancenorm1.running_var [6]",
        "layernorm1.weight [6]",
        "layernorm1.bias [6]",
        "linear1.weight [4, 6]",
    ];
    assert_eq!(state, expected);
}

#[test]
fn every_number_of_the_total_is_the_sum_of_the_rows() {
    let summary = LeNet::SUMMARY;
    let sum = |number: fn(&cnn::Row) -> u64| summary.leaves().map(|row| number(&row)).sum::<u64>();
    assert_eq!(summary.params, sum(|row| row.params));
    assert_eq!(summary.trainable_params, sum(|row| row.trainable_params));
    assert_eq!(summary.macs, sum(|row| row.macs));
    assert_eq!(summary.ops, sum(|row| row.ops));
    assert_eq!(summary.activations, sum(|row| row.activations));
    let kinds: Vec<Kind> = summary.leaves().map(|row| row.kind).collect();
    assert_eq!(kinds[..3], [Kind::Conv, Kind::Relu, Kind::MaxPool]);
}

#[test]
fn the_peak_is_where_input_and_output_of_a_layer_are_largest() {
    // In a chain nothing else is alive. The first ReLU has 20 × 24 × 24 on both sides.
    let rows = LeNet::SUMMARY.rows;
    let around = |row: cnn::Row| row.input.elements() + row.output.elements();
    let peak = rows.iter().map(around).max();
    assert_eq!(Some(LeNet::SUMMARY.peak_activations), peak);
    assert_eq!(LeNet::SUMMARY.peak_activations, 2 * 20 * 24 * 24);
}

#[test]
fn every_value_that_moves_is_traffic() {
    const SUMMARY: Summary = LeNet::SUMMARY;
    let row = |name| SUMMARY.row_traffic(&SUMMARY.row(name).unwrap());
    let [image, conv1, pool1] = [3 * 28 * 28, 20 * 24 * 24, 20 * 12 * 12];
    assert_eq!(row("conv1"), Traffic { weights: 1_520, values: image + conv1 });
    assert_eq!(row("maxpool1"), Traffic { weights: 0, values: conv1 + pool1 });
    assert_eq!(row("dropout1"), Traffic::NONE);
    let all: Traffic =
        SUMMARY.rows.iter().map(|row| SUMMARY.row_traffic(&row)).fold(Traffic::NONE, Traffic::plus);
    assert_eq!(SUMMARY.traffic(), all);
    assert_eq!(all.weights, 432_080);

    // The sum of two branches reads both.
    const ADD: Summary = cnn!([4, 8, 8] < residual { conv(4, 4, 1) } >);
    assert_eq!(ADD.row_traffic(&ADD.rows.at(1)).values, 3 * 256);

    let columns = [Column::Name, Column::TrafficBytes, Column::Intensity];
    let table = SUMMARY.table().columns(&columns).dtype(DType::I8).batch(2);
    let csv = table.csv();
    let moved = 1_520 + 2 * (image + conv1);
    let operations = 2.0 * (2.0 * 864_000.0 + conv1 as f64);
    let first = format!("conv1,{moved},{}", operations / moved as f64);
    assert_eq!(csv.lines().nth(1), Some(first.as_str()));
    assert!(csv.contains("\ndropout1,0,\n"), "{csv}");
}

#[test]
fn every_value_of_a_chain_is_used_once() {
    for (index, node) in LeNet::GRAPH.nodes.iter().enumerate() {
        assert_eq!(node.inputs.len(), 1, "{}", node.name);
        let edge = node.inputs.at(0);
        let before = if index == 0 { Source::Input(0) } else { Source::Node(index - 1) };
        assert_eq!((edge.from, edge.last_use), (before, true));
        assert_eq!(LeNet::GRAPH.shape(edge.from), node.input);
    }
}

#[test]
fn an_inline_network_has_no_name() {
    const S: Summary = cnn!([4] < fc(4, 2) >);
    assert!(S.to_string().starts_with("4 → 2\n"));
}
