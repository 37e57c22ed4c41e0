//! Valid files that do not belong to the network.

mod common;

use cnn::{Network, cnn};
use cnn_reference::networks::{LeNet, TinyResNet, weights};
use cnn_weights::{Header, Prefix, Problem, StateMismatch, TensorMismatch, check, check_bytes};
use common::{Tensor, file};

cnn! {
    struct Transfer: [3, 16, 16] -> [10] < backbone: TinyResNet >
}

/// The tensors of a network as a file would have them.
fn tensors<N: Network>() -> Vec<Tensor> {
    let state = N::GRAPH.state_dict().into_iter();
    state.map(|(name, shape)| (name, "F32".to_owned(), shape.dims().to_vec())).collect()
}

fn mismatch<N: Network>(tensors: &[Tensor]) -> StateMismatch {
    let error = check_bytes::<N>(&file(tensors)).unwrap_err();
    let Problem::Mismatch(mismatch) = error.problem() else { panic!("{error}") };
    mismatch.clone()
}

#[test]
fn files_of_pytorch_fit() {
    check::<LeNet>(weights("lenet.safetensors")).unwrap();
    // The file has `num_batches_tracked`, too, which is ignored.
    check::<TinyResNet>(weights("tinyresnet.safetensors")).unwrap();
    let header = Header::read(weights("lenet.safetensors")).unwrap();
    assert_eq!(header.tensors().len(), 8);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut found = tensors::<LeNet>();
    for (name, _, shape) in &mut found {
        match name.as_str() {
            "conv2.weight" => *name = "conv_2.weight".to_owned(),
            "fc1.weight" => *shape = vec![500, 784],
            _ => {}
        }
    }
    found.retain(|(name, ..)| name != "conv2.bias");
    found.push(("fc3.weight.scale".to_owned(), "F32".to_owned(), vec![2, 2]));
    let error = check_bytes::<LeNet>(&file(&found)).unwrap_err();
    let expected = "\
the tensors do not fit `LeNet`: of its 8 tensors, 2 are missing, 1 has a different shape, 1 does not belong to it
  `conv2.weight` is missing; the file has `conv_2.weight` [50, 20, 5, 5], which would fit
  `conv2.bias` [50] is missing
  `fc1.weight` is [500, 784], but should be [500, 800]
  `fc3.weight.scale` [2, 2] does not belong to any layer
help: use a label, as in `label: conv(…)`, to name `conv2.weight` as in the file, `conv_2.weight`";
    assert_eq!(error.to_string(), expected);
    assert_eq!(format!("{error:?}"), expected, "what `unwrap` prints");
}

#[test]
fn a_renamed_scope_is_recognised_by_what_fits() {
    let mut found = tensors::<TinyResNet>();
    for (name, ..) in &mut found {
        *name = name.replace("downsample", "shortcut");
    }
    let tensors = mismatch::<TinyResNet>(&found).tensors;
    assert_eq!(tensors.len(), 5);
    for tensor in tensors {
        let TensorMismatch::Missing { name, nearest: Some((other, _)), .. } = tensor else {
            panic!("{tensor:?}")
        };
        assert_eq!(name.replace("downsample", "shortcut"), other);
    }
}

/// Another name of the same length is not taken for a misspelling, unless the shape fits.
#[test]
fn what_is_not_alike_is_not_proposed() {
    let other = [("fc2.weight", vec![500, 10]), ("fn1.bias", vec![8])];
    let other = other.map(|(name, shape)| (name.to_owned(), "F32".to_owned(), shape));
    let tensors = mismatch::<TinyResNet>(&other).tensors;
    let proposed = |of: &str| {
        tensors.iter().find_map(|tensor| match tensor {
            TensorMismatch::Missing { name, nearest, .. } if name == of => Some(nearest.clone()),
            _ => None,
        })
    };
    assert_eq!(proposed("bn1.weight"), Some(None));
    assert_eq!(proposed("fc.weight"), Some(Some(("fc2.weight".to_owned(), vec![500, 10]))));
    assert_eq!(proposed("bn1.bias"), Some(Some(("fn1.bias".to_owned(), vec![8]))));
}

#[test]
fn a_transposed_weight_is_called_that() {
    let mut found = tensors::<LeNet>();
    for (_, _, shape) in found.iter_mut().filter(|(name, ..)| name == "fc1.weight") {
        shape.reverse();
    }
    let text = mismatch::<LeNet>(&found).to_string();
    assert!(text.contains("`fc1.weight` is [800, 500], but should be [500, 800]: transpose it"));
}

#[test]
fn a_prefix_of_all_names_is_one_line() {
    let mut found = tensors::<LeNet>();
    for (name, ..) in &mut found {
        name.insert_str(0, "module.");
    }
    let whole = mismatch::<LeNet>(&found);
    assert_eq!(whole.prefix, Some(Prefix::File("module.".to_owned())));
    assert!(whole.tensors.is_empty(), "{whole}");
    assert_eq!(whole.to_string().lines().count(), 2, "{whole}");
    Header::from_bytes(&file(&found)).unwrap().within("module").compare(&LeNet::GRAPH).unwrap();

    found.pop();
    let partly = mismatch::<LeNet>(&found);
    assert_eq!(partly.prefix, whole.prefix);
    assert!(partly.to_string().ends_with("beside that:\n  `fc2.bias` [10] is missing"), "{partly}");
}

#[test]
fn a_prefix_of_the_network_is_one_line() {
    let whole = mismatch::<Transfer>(&tensors::<TinyResNet>());
    assert_eq!(whole.prefix, Some(Prefix::Network("backbone.".to_owned())));
    assert!(whole.tensors.is_empty(), "{whole}");
    check_bytes::<Transfer>(&file(&tensors::<Transfer>())).unwrap();
}

#[test]
fn weights_that_are_no_floats_are_named() {
    let mut found = tensors::<LeNet>();
    for (dtype, tensor) in ["F16", "BF16", "F64", "I8", "I64"].into_iter().zip(&mut found) {
        dtype.clone_into(&mut tensor.1);
    }
    let error = check_bytes::<LeNet>(&file(&found)).unwrap_err();
    assert!(matches!(error.problem(), Problem::Dtypes { no_floats, .. } if no_floats.len() == 2));
    assert_eq!(
        error.to_string(),
        "\
weights must be F16, BF16, F32 or F64
  `conv2.bias` [50] is I8
  `fc1.weight` [500, 800] is I64
help: save them as floats: quantized weights cannot be loaded"
    );
}

#[test]
fn an_index_is_made_of_integers() {
    cnn! { struct Windows: [4, 4, 8] < attn: window_attention(8, 2, 1, 2) > }
    let with = |index: &str, bias: &str| {
        let mut found = tensors::<Windows>();
        for (name, dtype, _) in &mut found {
            match name.as_str() {
                "attn.relative_position_index" => index.clone_into(dtype),
                "attn.proj.bias" => bias.clone_into(dtype),
                _ => {}
            }
        }
        check_bytes::<Windows>(&file(&found)).map_err(|error| error.to_string())
    };
    // PyTorch stores it as int64, and engines may use another type.
    for integers in ["I64", "U64", "I8"] {
        with(integers, "F32").unwrap();
    }
    let of_index = "\
these tensors must be integers, such as I64
  `attn.relative_position_index` [16] is F32
help: save them as PyTorch does";
    assert_eq!(with("F32", "F32").unwrap_err(), of_index);
    let of_both = "\
weights must be F16, BF16, F32 or F64
  `attn.proj.bias` [8] is I64
these tensors must be integers, such as I64
  `attn.relative_position_index` [16] is F32
help: save them as floats: quantized weights cannot be loaded";
    assert_eq!(with("F32", "I64").unwrap_err(), of_both);
}

#[test]
fn an_empty_file_lists_everything() {
    let mismatch = mismatch::<LeNet>(&[]);
    assert_eq!(mismatch.tensors.len(), 8);
    assert_eq!(mismatch.expected, 8);
}

#[test]
fn the_error_says_the_file() {
    let path = weights("lenet.safetensors");
    let error = check::<TinyResNet>(&path).unwrap_err();
    assert_eq!(error.file(), Some(path.as_path()));
    assert!(error.to_string().starts_with(&format!("{}: the tensors", path.display())));
}

#[test]
fn the_page_of_error_messages_quotes_what_is_said_here() {
    let tensors: Vec<Tensor> = LeNet::GRAPH
        .state_dict()
        .into_iter()
        .map(|(name, shape)| match name.as_str() {
            "fc1.weight" => (name, "F32".to_owned(), vec![500, 784]),
            _ => (name.replace("conv2", "conv_2"), "F32".to_owned(), shape.dims().to_vec()),
        })
        .collect();
    let said = check_bytes::<LeNet>(&file(&tensors)).unwrap_err().to_string();
    let page = include_str!("../../src/error_messages.md");
    assert!(page.contains(&format!("lenet.safetensors: {said}")), "{said}");
}

mod except {
    use cnn_core::Graph;
    use cnn_weights::{Ignored, TensorMismatch, compare_state_except};

    cnn::cnn! { struct Net: [4] -> [2] < body: fc(4, 3); relu; head: fc(3, 2); head2: fc(2, 2) > }

    const GRAPH: Graph = Net::GRAPH;

    fn file(head: [usize; 2]) -> Vec<(&'static str, Vec<usize>)> {
        vec![
            ("body.weight", vec![3, 4]),
            ("body.bias", vec![3]),
            ("head.weight", head.to_vec()),
            ("head.bias", vec![2]),
            ("head2.weight", vec![2, 2]),
            ("head2.bias", vec![2]),
        ]
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_fits_is_not_ignored() {
        assert_eq!(compare_state_except(&GRAPH, file([2, 3]), &["head"]), Ok(Ignored::default()));
    }

    #[test]
    fn another_shape_is_missing_and_left_over() {
        let ignored = compare_state_except(&GRAPH, file([9, 3]), &["head"]).unwrap();
        assert_eq!(ignored.missing, names(&["head.weight"]));
        assert_eq!(ignored.left_over, names(&["head.weight"]));
    }

    #[test]
    fn a_prefix_ends_where_a_part_of_the_name_does() {
        let without: Vec<_> =
            file([2, 3]).into_iter().filter(|(name, _)| *name != "head2.bias").collect();
        let error = compare_state_except(&GRAPH, without.clone(), &["head"]).unwrap_err();
        let missing = |tensor: &TensorMismatch| matches!(tensor, TensorMismatch::Missing { name, .. } if name == "head2.bias");
        assert!(error.tensors.iter().all(missing), "{error}");
        let ignored = compare_state_except(&GRAPH, without, &["head2"]).unwrap();
        assert_eq!(ignored.missing, names(&["head2.bias"]));
    }

    #[test]
    fn what_belongs_to_another_head_is_left_over() {
        let mut tensors = file([2, 3]);
        tensors.push(("aux.fc.weight", vec![5, 5]));
        let ignored = compare_state_except(&GRAPH, tensors.clone(), &["aux"]).unwrap();
        assert_eq!((ignored.missing, ignored.left_over), (vec![], names(&["aux.fc.weight"])));
        assert!(compare_state_except(&GRAPH, tensors, &["aux.conv"]).is_err());
    }
}
