//! The networks, written by hand with burn.

use burn::module::Module;
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::pool::{AdaptiveAvgPool2d, AdaptiveAvgPool2dConfig, MaxPool2d, MaxPool2dConfig};
use burn::nn::{BatchNorm, BatchNormConfig, Linear, LinearConfig, PaddingConfig2d};
use burn::tensor::activation::relu;
use burn::tensor::{Device, Tensor};

#[derive(Module, Debug)]
pub struct LeNet {
    conv1: Conv2d,
    conv2: Conv2d,
    pool: MaxPool2d,
    fc1: Linear,
    fc2: Linear,
}

impl LeNet {
    pub fn new(device: &Device) -> LeNet {
        LeNet {
            conv1: Conv2dConfig::new([3, 20], [5, 5]).init(device),
            conv2: Conv2dConfig::new([20, 50], [5, 5]).init(device),
            pool: MaxPool2dConfig::new([2, 2]).with_strides([2, 2]).init(),
            fc1: LinearConfig::new(4 * 4 * 50, 500).init(device),
            fc2: LinearConfig::new(500, 10).init(device),
        }
    }

    pub fn forward(&self, x: Tensor<4>) -> Tensor<2> {
        let x = self.pool.forward(relu(self.conv1.forward(x)));
        let x = self.pool.forward(relu(self.conv2.forward(x)));
        let x = relu(self.fc1.forward(x.flatten::<2>(1, 3)));
        self.fc2.forward(x)
    }
}

#[derive(Module, Debug)]
pub struct ResNet18 {
    conv1: Conv2d,
    bn1: BatchNorm,
    maxpool: MaxPool2d,
    layer1: Vec<Basic>,
    layer2: Vec<Basic>,
    layer3: Vec<Basic>,
    layer4: Vec<Basic>,
    avgpool: AdaptiveAvgPool2d,
    fc: Linear,
}

#[derive(Module, Debug)]
struct Basic {
    conv1: Conv2d,
    bn1: BatchNorm,
    conv2: Conv2d,
    bn2: BatchNorm,
    downsample: Option<Projection>,
}

#[derive(Module, Debug)]
struct Projection {
    conv: Conv2d,
    bn: BatchNorm,
}

fn conv(channels: [usize; 2], kernel: usize, stride: usize, device: &Device) -> Conv2d {
    let padding = kernel / 2;
    Conv2dConfig::new(channels, [kernel, kernel])
        .with_stride([stride, stride])
        .with_padding(PaddingConfig2d::Explicit(padding, padding, padding, padding))
        .with_bias(false)
        .init(device)
}

fn norm(channels: usize, device: &Device) -> BatchNorm {
    BatchNormConfig::new(channels).init(device)
}

impl ResNet18 {
    pub fn new(device: &Device) -> ResNet18 {
        let layer = |cin, cout, stride| {
            vec![Basic::new(cin, cout, stride, device), Basic::new(cout, cout, 1, device)]
        };
        let maxpool = MaxPool2dConfig::new([3, 3])
            .with_strides([2, 2])
            .with_padding(PaddingConfig2d::Explicit(1, 1, 1, 1));
        ResNet18 {
            conv1: conv([3, 64], 7, 2, device),
            bn1: norm(64, device),
            maxpool: maxpool.init(),
            layer1: layer(64, 64, 1),
            layer2: layer(64, 128, 2),
            layer3: layer(128, 256, 2),
            layer4: layer(256, 512, 2),
            avgpool: AdaptiveAvgPool2dConfig::new([1, 1]).init(),
            fc: LinearConfig::new(512, 1000).init(device),
        }
    }

    pub fn forward(&self, x: Tensor<4>) -> Tensor<2> {
        let x = self.maxpool.forward(relu(self.bn1.forward(self.conv1.forward(x))));
        let layers = [&self.layer1, &self.layer2, &self.layer3, &self.layer4];
        let x = layers.into_iter().flatten().fold(x, |x, block| block.forward(x));
        self.fc.forward(self.avgpool.forward(x).flatten(1, 3))
    }
}

impl Basic {
    fn new(cin: usize, cout: usize, stride: usize, device: &Device) -> Basic {
        let project = stride > 1 || cin != cout;
        Basic {
            conv1: conv([cin, cout], 3, stride, device),
            bn1: norm(cout, device),
            conv2: conv([cout, cout], 3, 1, device),
            bn2: norm(cout, device),
            downsample: project.then(|| Projection {
                conv: conv([cin, cout], 1, stride, device),
                bn: norm(cout, device),
            }),
        }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let y = relu(self.bn1.forward(self.conv1.forward(x.clone())));
        let y = self.bn2.forward(self.conv2.forward(y));
        let shortcut = match &self.downsample {
            Some(project) => project.bn.forward(project.conv.forward(x)),
            None => x,
        };
        relu(y + shortcut)
    }
}
