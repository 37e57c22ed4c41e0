use cnn::cnn;

cnn! {
    block part(cin) {
        residual {
            conv1: conv(cin, cin, 3, padding = 1, bias = false); bn1: batchnorm; relu;
            conv2: conv(cin, cin, 3, padding = 1, bias = false); bn2: batchnorm;
        }
        relu;
    }

    pub struct Net: [3, 16, 16] -> [10] <
        stem: seq { conv(3, 2, 3, padding = 1); relu6; maxpool(3, 2, padding = 1) }
        layer1: seq { [part(2); 2] }
        layer2: seq {
            "0": {
                residual {
                    conv1: conv(2, 4, 3, 2, padding = 1, bias = false); bn1: batchnorm; relu;
                    conv2: conv(4, 4, 3, padding = 1, bias = false); bn2: batchnorm;
                } shortcut {
                    downsample: seq { conv(2, 4, 1, 2, bias = false); batchnorm }
                }
                relu;
            }
            part(4);
        }
        pool: adaptive_avgpool(1); flatten;
        fc: linear(4, 10);
    >
}
