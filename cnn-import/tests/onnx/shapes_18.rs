use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [5] <
        pad((1, 2, 0, 1));
        conv: conv(3, 8, 3, padding = 1); skip1: channel_shuffle(2); skip2: channels(0..4);
        from(skip1); skip3: channels(4..8); sigmoid;
        skip4: mul(skip2, _);
        from(skip3); channels(1..3);
        concat(skip4, _); channels(0..4); upsample(2.0); pixel_shuffle(2); pixel_unshuffle(4);
        pixel_shuffle(4); avgpool(3, 2, padding = 1); upsample(mode = bilinear, size = 4);
        flatten;
        head: linear(16, 5); log_softmax(1);
    >
}
