//! A seed makes a network reproducible. The test has a process of its own, because all others draw from the
//! same generator, that of the device.

mod common;

use burn::tensor::{Device, Tensor};
use cnn_burn::Net;
use cnn_reference::networks::LeNet;
use common::values;

#[test]
fn a_seed_decides_the_parameters() {
    let device = Device::default();
    let answer = |seed, before: usize| {
        device.seed(seed);
        let net: Net<4, 2> = Net::new::<LeNet>(&device).unwrap();
        // Numbers that are drawn afterwards have no influence.
        let _ = Tensor::<1>::random([before], Default::default(), &device);
        values(&net.forward(Tensor::ones([1, 3, 28, 28], &device)))
    };
    assert_eq!(answer(1, 0), answer(1, 10));
    assert_ne!(answer(1, 0), answer(2, 0));
}
