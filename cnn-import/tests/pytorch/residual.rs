use cnn::cnn;

cnn! {
    block unit(cin) {
        residual {
            conv1: conv(cin, cin, 3, padding = 1, bias = false); bn1: batchnorm; relu;
            conv2: conv(cin, cin, 3, padding = 1, bias = false); bn2: batchnorm;
        }
        relu;
    }

    pub struct Residual: [3, 16, 16] -> [10] <
        stem: seq { conv(3, 4, 3, padding = 1); relu }
        layer1: seq { [unit(4); 2] }
        layer2: seq {
            "0": {
                residual {
                    conv1: conv(4, 8, 3, 2, padding = 1, bias = false); bn1: batchnorm; relu;
                    conv2: conv(8, 8, 3, padding = 1, bias = false); bn2: batchnorm;
                } shortcut {
                    downsample: seq { conv(4, 8, 1, 2, bias = false); batchnorm }
                }
                relu;
            }
            [unit(8); 2];
        }
        pool: adaptive_avgpool(1); flatten;
        fc: linear(8, 10);
    >
}
