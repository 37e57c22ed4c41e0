use cnn::cnn;

cnn! {
    block layers(cin, cout, kernel_size, stride, padding, cout2) {
        _: seq {
            conv(cin, cout, 1, bias = false); batchnorm(momentum = 0.00029999999999996696); relu;
            conv(cout, cout, kernel_size, stride, padding = padding, groups = cout, bias = false);
            batchnorm(momentum = 0.00029999999999996696); relu;
            conv(cout, cout2, 1, bias = false); batchnorm(momentum = 0.00029999999999996696);
        }
    }

    block part(cin, cout, kernel_size, padding, cout2, cout3) {
        _: seq {
            "0": { layers: layers(cin, cout, kernel_size, 2, padding, cout2) }
            "1": { residual { layers: layers(cout2, cout3, kernel_size, 1, padding, cout2) } }
            "2": { residual { layers: layers(cout2, cout3, kernel_size, 1, padding, cout2) } }
        }
    }

    pub struct Net: [3, 32, 32] -> [10] <
        layers: seq {
            conv(3, 16, 3, 2, padding = 1, bias = false);
            batchnorm(momentum = 0.00029999999999996696); relu;
            conv(16, 16, 3, padding = 1, groups = 16, bias = false);
            batchnorm(momentum = 0.00029999999999996696); relu;
            conv(16, 8, 1, bias = false); batchnorm(momentum = 0.00029999999999996696);
            part(8, 24, 3, 1, 16, 48);
            part(16, 48, 5, 2, 24, 72);
            part(24, 144, 5, 2, 40, 240);
            seq {
                "0": { layers: layers(40, 240, 3, 1, 1, 48) }
                "1": { residual { layers: layers(48, 288, 3, 1, 1, 48) } }
            }
            seq {
                "0": { layers: layers(48, 288, 5, 2, 2, 96) }
                for i in 1..4 { "{i}": { residual { layers: layers(96, 576, 5, 1, 2, 96) } } }
            }
            seq { "0": { layers: layers(96, 576, 3, 1, 1, 160) } }
            conv(160, 1280, 1, bias = false); batchnorm(momentum = 0.00029999999999996696); relu;
        }
        mean((2, 3));
        classifier: seq { dropout(0.2); linear(1280, 10) }
    >
}
