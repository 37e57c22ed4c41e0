//! The LeNet of a well-known PyTorch notebook, and the table that its last cell prints.

use cnn::{Kind, cnn};

cnn! {
    /// LeNet for 28 × 28 RGB images.
    pub struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >
}

// All of it is known while compiling.
const _: () = assert!(LeNet::SUMMARY.params == 432_080);

fn main() {
    println!("{}\n", LeNet::SUMMARY);

    // The notebook's class registers its convolutions, linear layers and dropout as modules; for
    // the rest it calls functions, `F.relu`, `F.max_pool2d` and `view`, which torchsummary cannot
    // see. That is a property of the class and not of the network, so it is chosen here.
    let modules = [Kind::Conv, Kind::Fc, Kind::Dropout];
    let table = LeNet::SUMMARY.table();
    println!("{}\n", table.torchsummary().only(&modules));

    // The same network as an `nn.Sequential` has all of its layers as modules.
    println!("{}", table.torchsummary());
}
