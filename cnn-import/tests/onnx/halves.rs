use cnn::cnn;

cnn! {
    pub struct Net: [3, 6, 6] -> [3] <
        net: {
            stem_1: { conv1: conv(3, 8, 2, padding = same_upper) } norm: lrn(3, alpha = 0.001);
            relu; channel_shuffle(4); pixel_shuffle(2); pixel_unshuffle(3); channel_shuffle(2);
            pixel_shuffle(3); adaptive_maxpool(1);
        }
        flatten;
        "net.dense": linear(2, 3, bias = false);
    >
}
