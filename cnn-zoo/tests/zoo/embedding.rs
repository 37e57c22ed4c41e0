//! Networks of the zoo in networks of another crate.

use cnn::{Network, cnn};
use cnn_zoo::resnet;

cnn! {
    /// The features of a backbone for other classes.
    struct Transfer<B: Network>: [3, 32, 32] -> [5] < #[frozen] backbone: B; head: fc(_, 5) >

    struct Direct: [3, 32, 32] -> [5] < backbone: resnet::ResNet18<64, 32>; head: fc(64, 5) >
}

#[test]
fn a_network_of_another_crate_is_a_layer() {
    const BACKBONE: u64 = resnet::ResNet18::<64, 32>::PARAMS;
    assert_eq!(Direct::PARAMS, BACKBONE + 64 * 5 + 5);
    assert_eq!(Direct::SUMMARY.macs, resnet::ResNet18::<64, 32>::SUMMARY.macs + 64 * 5);
    let transfer = Transfer::<resnet::ResNet18<64, 32>>::SUMMARY;
    assert_eq!(transfer.params, Direct::PARAMS);
    assert_eq!(transfer.trainable_params, 64 * 5 + 5);
    #[cfg(feature = "alloc")]
    assert!(Direct::GRAPH.state_dict().iter().any(|(name, shape)| {
        name == "backbone.layer2.0.downsample.0.weight" && shape.dims() == [128, 64, 1, 1]
    }));
}
