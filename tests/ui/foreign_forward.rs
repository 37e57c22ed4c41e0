use cnn::cnn;

cnn! {
    /// Layers as attributes of a module.
    pub struct Module: [3, 28, 28] <
        self.conv1 = conv(3, 8, 3, bias = false);
        self.features.bn1 = batchnorm(8);
        fc1 = fc(_, 10);
    >

    /// Calls as in `forward`.
    pub struct Forward: [3, 28, 28] <
        conv1: conv(3, 8, 3);
        x = self.conv1(x);
        return x;
    >
}

fn main() {}
