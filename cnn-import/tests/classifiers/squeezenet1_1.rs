use cnn::cnn;

cnn! {
    block fire(cin, cout) {
        squeeze: conv(cin, cout, 1); squeeze_activation: relu;
        concat {
            { expand1x1: conv(cout, 4 * cout, 1); expand1x1_activation: relu }
            { expand3x3: conv(cout, 4 * cout, 3, padding = 1); expand3x3_activation: relu }
        }
    }

    pub struct Net: [3, 48, 48] -> [10] <
        features: seq {
            conv(3, 64, 3, 2); relu; maxpool(3, 2, ceil_mode = true);
            fire(64, 16);
            fire(128, 16); maxpool(3, 2, ceil_mode = true);
            fire(128, 32);
            fire(256, 32); maxpool(3, 2, ceil_mode = true);
            fire(256, 48);
            fire(384, 48);
            fire(384, 64);
            fire(512, 64);
        }
        classifier: seq { dropout; conv(512, 10, 1); relu; adaptive_avgpool(1) } flatten;
    >
}
