use cnn::cnn;

cnn! {
    block conv2d_norm_activation(cin, cout, kernel_size, stride, padding, groups) {
        _: seq {
            conv(cin, cout, kernel_size, stride, padding = padding, groups = groups, bias = false);
            batchnorm(eps = 0.001, momentum = 0.01); hardswish;
        }
    }

    block conv2d_norm_activation_2(cin, cout, kernel_size, stride, padding, groups) {
        _: seq {
            conv(cin, cout, kernel_size, stride, padding = padding, groups = groups, bias = false);
            batchnorm(eps = 0.001, momentum = 0.01); relu;
        }
    }

    block squeeze_excitation(cin, cout) {
        mul {
            identity;
            {
                avgpool: adaptive_avgpool(1);
                fc1: conv(cin, cout, 1); activation: relu;
                fc2: conv(cout, cin, 1); scale_activation: hardsigmoid;
            }
        }
    }

    block conv2d_norm_activation_3(cin, cout) {
        _: seq { conv(cin, cout, 1, bias = false); batchnorm(eps = 0.001, momentum = 0.01) }
    }

    block inverted_residual(cin, cout, stride) {
        _: seq {
            conv2d_norm_activation_2(cin, cout, 1, 1, 0, 1);
            conv2d_norm_activation_2(cout, cout, 3, stride, 1, cout);
            conv2d_norm_activation_3(cout, 24);
        }
    }

    block inverted_residual_2(cin, cout, stride, cout2, cout3) {
        _: seq {
            conv2d_norm_activation(cin, cout, 1, 1, 0, 1);
            conv2d_norm_activation(cout, cout, 5, stride, 2, cout);
            squeeze_excitation(cout, cout2);
            conv2d_norm_activation_3(cout, cout3);
        }
    }

    block inverted_residual_3(cin, cout, cout2) {
        residual { block: inverted_residual_2(cin, cout, 1, cout2, cin) }
    }

    pub struct Net: [3, 32, 32] -> [10] <
        features: seq {
            conv2d_norm_activation(3, 16, 3, 2, 1, 1);
            "1": {
                block: seq {
                    conv2d_norm_activation_2(16, 16, 3, 2, 1, 16);
                    squeeze_excitation(16, 8);
                    conv2d_norm_activation_3(16, 16);
                }
            }
            "2": { block: inverted_residual(16, 72, 2) }
            "3": { residual { block: inverted_residual(24, 88, 1) } }
            "4": { block: inverted_residual_2(24, 96, 2, 24, 40) }
            [inverted_residual_3(40, 240, 64); 2];
            "7": { block: inverted_residual_2(40, 120, 1, 32, 48) }
            inverted_residual_3(48, 144, 40);
            "9": { block: inverted_residual_2(48, 288, 2, 72, 96) }
            [inverted_residual_3(96, 576, 144); 2];
            conv2d_norm_activation(96, 576, 1, 1, 0, 1);
        }
        avgpool: adaptive_avgpool(1); flatten;
        classifier: seq { linear(576, 1024); hardswish; dropout(0.2); linear(1024, 10) }
    >
}
