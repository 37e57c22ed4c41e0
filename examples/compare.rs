//! The cost of a change to a network, before anything is trained.
//!
//! A ResNet-18 for small images is made half as wide, and then built of MobileNet's blocks instead of
//! its own.

use cnn::render::{Column, Units};
use cnn::{Summary, cnn};

cnn! {
    /// ResNet's block: two convolutions that see all channels.
    block basic(cin, cout, stride = 1) {
        residual {
            conv1: conv(cin, cout, 3, stride, padding = 1, bias = false); bn1: batchnorm; relu;
            conv2: conv(cout, cout, 3, padding = 1, bias = false); bn2: batchnorm;
        } shortcut {
            if stride > 1 || cin != cout {
                downsample: seq { conv(cin, cout, 1, stride, bias = false); batchnorm }
            }
        }
        relu;
    }

    /// MobileNet's layers: more channels, of which each is seen by itself, then fewer again.
    block separable(cin, hidden, cout, stride) {
        conv(cin, hidden, 1, bias = false); batchnorm; relu6;
        conv(hidden, hidden, 3, stride, padding = 1, groups = hidden, bias = false); batchnorm;
        relu6;
        conv(hidden, cout, 1, bias = false); batchnorm;
    }

    /// MobileNet's block, which adds its input where that fits.
    block inverted(cin, cout, stride = 1) {
        if stride == 1 && cin == cout {
            residual { _: separable(cin, 4 * cin, cout, stride) }
        } else {
            _: separable(cin, 4 * cin, cout, stride);
        }
    }

    /// Four stages of two blocks, each stage half as large and twice as wide as the one before.
    block resnet(unit, width, classes) {
        conv1: conv(3, width, 3, padding = 1, bias = false); bn1: batchnorm; relu;
        layer1: seq { [unit(width, width); 2] }
        layer2: seq { unit(width, 2 * width, 2); unit(2 * width, 2 * width) }
        layer3: seq { unit(2 * width, 4 * width, 2); unit(4 * width, 4 * width) }
        layer4: seq { unit(4 * width, 8 * width, 2); unit(8 * width, 8 * width) }
        adaptive_avgpool(1);
        fc: fc(8 * width, classes);
    }

    /// A ResNet-18 for CIFAR-10.
    pub struct Wide: [3, 32, 32] -> [10] < _: resnet(basic, 64, 10) >

    /// Half as wide.
    pub struct Narrow: [3, 32, 32] -> [10] < _: resnet(basic, 32, 10) >

    /// As wide, of other blocks.
    pub struct Mobile: [3, 32, 32] -> [10] < _: resnet(inverted, 64, 10) >
}

fn main() {
    let columns = [Column::Name, Column::Output, Column::Params, Column::Macs];
    let table = Wide::SUMMARY.table().depth(1).columns(&columns).units(Units::Short);

    println!("# Half as wide\n\n{}\n", table.diff(&Narrow::SUMMARY));
    explain(&Wide::SUMMARY, &Narrow::SUMMARY);
    println!(
        "A convolution has a weight for each pair of an input and an output channel, so both go down\n\
         by four. Values go down by two, one for each channel.\n"
    );

    println!("# Other blocks\n\n{}\n", table.diff(&Mobile::SUMMARY));
    explain(&Wide::SUMMARY, &Mobile::SUMMARY);
    println!(
        "A kernel that sees one channel costs next to nothing. What is paid instead is memory: the\n\
         values between the layers of a block are four times as wide.\n"
    );

    // A stage in detail.
    let added = Wide::SUMMARY.diff(&Mobile::SUMMARY);
    let added = added.changes().iter().filter(|change| change.before.is_none()).count();
    println!(
        "Layer by layer, {added} layers were added. `Wide::SUMMARY.diff(&Mobile::SUMMARY)` lists them."
    );
}

/// What is left of the numbers that matter most.
fn explain(before: &Summary, after: &Summary) {
    let percent =
        |number: fn(&Summary) -> u64| 100.0 * number(after) as f64 / number(before) as f64;
    println!(
        "{} has {:.0} % of the parameters, {:.0} % of the MACs, and {:.0} % of the values alive at once.",
        after.name,
        percent(|summary| summary.params),
        percent(|summary| summary.macs),
        percent(|summary| summary.peak_activations),
    );
}
