use cnn::cnn;

cnn! {
    block branch(cin) {
        _: seq {
            conv(cin, cin, 3, 2, padding = 1, groups = cin, bias = false); batchnorm;
            conv(cin, cin, 1, bias = false); batchnorm; relu;
        }
    }

    block branch_2(cin, stride) {
        _: seq {
            conv(cin, cin, 1, bias = false); batchnorm; relu;
            conv(cin, cin, 3, stride, padding = 1, groups = cin, bias = false); batchnorm;
            conv(cin, cin, 1, bias = false); batchnorm; relu;
        }
    }

    block inverted_residual(end) {
        concat { channels(0..end); { channels(end..2 * end); branch2: branch_2(end, 1) } }
        channel_shuffle(2);
    }

    block stage(cin) {
        _: seq {
            "0": { concat { branch1: branch(cin); branch2: branch_2(cin, 2) } channel_shuffle(2) }
            [inverted_residual(cin); 3];
        }
    }

    pub struct Net: [3, 32, 32] -> [10] <
        conv1: seq { conv(3, 24, 3, 2, padding = 1, bias = false); batchnorm; relu }
        maxpool: maxpool(3, 2, padding = 1);
        stage2: stage(24);
        stage3: seq {
            "0": { concat { branch1: branch(48); branch2: branch_2(48, 2) } channel_shuffle(2) }
            [inverted_residual(48); 7];
        }
        stage4: stage(96);
        conv5: seq { conv(192, 1024, 1, bias = false); batchnorm; relu } mean((2, 3));
        fc: linear(1024, 10);
    >
}
