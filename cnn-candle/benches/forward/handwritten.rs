//! The networks, written by hand with candle.

use candle_core::{D, Module, Result, Tensor};
use candle_nn::{
    BatchNorm, Conv2d, Conv2dConfig, Linear, VarBuilder, batch_norm, conv2d, conv2d_no_bias, linear,
};

pub struct LeNet {
    conv1: Conv2d,
    conv2: Conv2d,
    fc1: Linear,
    fc2: Linear,
}

impl LeNet {
    pub fn new(weights: &VarBuilder<'_>) -> Result<LeNet> {
        Ok(LeNet {
            conv1: conv2d(3, 20, 5, Conv2dConfig::default(), weights.pp("conv1"))?,
            conv2: conv2d(20, 50, 5, Conv2dConfig::default(), weights.pp("conv2"))?,
            fc1: linear(4 * 4 * 50, 500, weights.pp("fc1"))?,
            fc2: linear(500, 10, weights.pp("fc2"))?,
        })
    }
}

impl Module for LeNet {
    fn forward(&self, x: &Tensor) -> Result<Tensor> {
        let x = x.apply(&self.conv1)?.relu()?.max_pool2d(2)?;
        let x = x.apply(&self.conv2)?.relu()?.max_pool2d(2)?;
        x.flatten_from(1)?.apply(&self.fc1)?.relu()?.apply(&self.fc2)
    }
}

pub struct ResNet18 {
    conv1: Conv2d,
    bn1: BatchNorm,
    blocks: Vec<Basic>,
    fc: Linear,
}

struct Basic {
    conv1: Conv2d,
    bn1: BatchNorm,
    conv2: Conv2d,
    bn2: BatchNorm,
    downsample: Option<(Conv2d, BatchNorm)>,
}

fn conv(
    channels: [usize; 2],
    kernel: usize,
    stride: usize,
    weights: VarBuilder<'_>,
) -> Result<Conv2d> {
    let config = Conv2dConfig { padding: kernel / 2, stride, ..Default::default() };
    conv2d_no_bias(channels[0], channels[1], kernel, config, weights)
}

fn norm(channels: usize, weights: VarBuilder<'_>) -> Result<BatchNorm> {
    batch_norm(channels, 1e-5, weights)
}

impl ResNet18 {
    pub fn new(weights: &VarBuilder<'_>) -> Result<ResNet18> {
        let mut blocks = Vec::new();
        for (layer, (cin, cout)) in [(64, 64), (64, 128), (128, 256), (256, 512)].iter().enumerate()
        {
            let weights = weights.pp(format!("layer{}", layer + 1));
            let stride = if layer == 0 { 1 } else { 2 };
            blocks.push(Basic::new(*cin, *cout, stride, &weights.pp("0"))?);
            blocks.push(Basic::new(*cout, *cout, 1, &weights.pp("1"))?);
        }
        Ok(ResNet18 {
            conv1: conv([3, 64], 7, 2, weights.pp("conv1"))?,
            bn1: norm(64, weights.pp("bn1"))?,
            blocks,
            fc: linear(512, 1000, weights.pp("fc"))?,
        })
    }
}

impl Module for ResNet18 {
    fn forward(&self, x: &Tensor) -> Result<Tensor> {
        let x = x.apply(&self.conv1)?.apply_t(&self.bn1, false)?.relu()?;
        // Candle's pool has no padding. After a relu, repeating the edge is as good as padding with −∞.
        let x = x.pad_with_same(D::Minus1, 1, 1)?.pad_with_same(D::Minus2, 1, 1)?;
        let x = x.max_pool2d_with_stride(3, 2)?;
        let x = self.blocks.iter().try_fold(x, |x, block| block.forward(&x))?;
        x.mean(D::Minus1)?.mean(D::Minus1)?.apply(&self.fc)
    }
}

impl Basic {
    fn new(cin: usize, cout: usize, stride: usize, weights: &VarBuilder<'_>) -> Result<Basic> {
        let downsample = if stride > 1 || cin != cout {
            let weights = weights.pp("downsample");
            let conv = conv([cin, cout], 1, stride, weights.pp("0"))?;
            Some((conv, norm(cout, weights.pp("1"))?))
        } else {
            None
        };
        Ok(Basic {
            conv1: conv([cin, cout], 3, stride, weights.pp("conv1"))?,
            bn1: norm(cout, weights.pp("bn1"))?,
            conv2: conv([cout, cout], 3, 1, weights.pp("conv2"))?,
            bn2: norm(cout, weights.pp("bn2"))?,
            downsample,
        })
    }
}

impl Module for Basic {
    fn forward(&self, x: &Tensor) -> Result<Tensor> {
        let y = x.apply(&self.conv1)?.apply_t(&self.bn1, false)?.relu()?;
        let y = y.apply(&self.conv2)?.apply_t(&self.bn2, false)?;
        let shortcut = match &self.downsample {
            Some((conv, norm)) => x.apply(conv)?.apply_t(norm, false)?,
            None => x.clone(),
        };
        (y + shortcut)?.relu()
    }
}
