use cnn::cnn;

cnn! {
    block part(cin, cout) {
        mul {
            identity;
            {
                avgpool: adaptive_avgpool(1);
                fc1: conv(cin, cout, 1); activation: relu;
                fc2: conv(cout, cin, 1); scale_activation: hardsigmoid;
            }
        }
    }

    block part_2(cin, cout, stride) {
        _: seq {
            seq { conv(cin, cout, 1); identity; relu }
            seq { conv(cout, cout, 3, stride, padding = 1, groups = cout); identity; relu }
            seq { conv(cout, 24, 1) }
        }
    }

    block part_3(cin, cout, stride, cout2, cout3) {
        _: seq {
            seq { conv(cin, cout, 1); identity; hardswish }
            seq { conv(cout, cout, 5, stride, padding = 2, groups = cout); identity; hardswish }
            part(cout, cout2);
            seq { conv(cout, cout3, 1) }
        }
    }

    pub struct Net: [3, 32, 32] -> [10] <
        features: seq {
            seq { conv(3, 16, 3, 2, padding = 1); identity; hardswish }
            "1": {
                block: seq {
                    seq { conv(16, 16, 3, 2, padding = 1, groups = 16); identity; relu }
                    part(16, 8);
                    seq { conv(16, 16, 1) }
                }
            }
            "2": { block: part_2(16, 72, 2) }
            "3": { residual { block: part_2(24, 88, 1) } }
            "4": { block: part_3(24, 96, 2, 24, 40) }
            "5": { residual { block: part_3(40, 240, 1, 64, 40) } }
            "6": { residual { block: part_3(40, 240, 1, 64, 40) } }
            "7": { block: part_3(40, 120, 1, 32, 48) }
            "8": { residual { block: part_3(48, 144, 1, 40, 48) } }
            "9": { block: part_3(48, 288, 2, 72, 96) }
            "10": { residual { block: part_3(96, 576, 1, 144, 96) } }
            "11": { residual { block: part_3(96, 576, 1, 144, 96) } }
            seq { conv(96, 576, 1); identity; hardswish }
        }
        avgpool: adaptive_avgpool(1); flatten;
        classifier: seq { linear(576, 1024); hardswish; identity; linear(1024, 10) }
    >
}
