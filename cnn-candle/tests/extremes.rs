//! Sizes that are legal and far from usual.

use candle_core::{DType, Device, Result, Tensor};
use candle_nn::VarBuilder;
use cnn::{Network, cnn};
use cnn_candle::Net;

cnn! {
    /// A single value has no neighbour, so that a stride inserts no zeros, however large it is.
    struct Row: [1, 1] < conv_transpose(1, 1, 1, stride = 0x1_0000_0000) >
    struct Image: [1, 1, 1] < conv_transpose(1, 1, 1, stride = 0x1_0000_0000) >
    struct Volume: [1, 1, 1, 1] < conv_transpose(1, 1, 2, stride = 0x100_0000) >
}

fn sum_of<N: Network>() -> Result<f32> {
    let ones = |shape: &cnn::Shape| Tensor::ones(shape.dims(), DType::F32, &Device::Cpu);
    let tensor = |(name, shape): (String, cnn::Shape)| Ok((name, ones(&shape)?));
    let weights = N::GRAPH.state_dict().into_iter().map(tensor).collect::<Result<_>>()?;
    let net = Net::new::<N>(&VarBuilder::from_tensors(weights, DType::F32, &Device::Cpu)).unwrap();
    net.forward(&ones(&N::GRAPH.input)?.unsqueeze(0)?)?.sum_all()?.to_scalar()
}

#[test]
fn large_strides_take_no_memory() -> Result<()> {
    // The value and the bias, for each tap.
    assert_eq!(sum_of::<Row>()?, 2.0);
    assert_eq!(sum_of::<Image>()?, 2.0);
    assert_eq!(sum_of::<Volume>()?, 2.0 * 8.0);
    Ok(())
}
