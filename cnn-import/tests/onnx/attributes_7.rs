use cnn::cnn;

cnn! {
    pub struct Net: [3, 9, 9] -> [36] <
        conv1: conv(3, 4, 3, 2, padding = same_upper, bias = false); prelu1: prelu(4); relu6;
        upsample(2.0); pad((1, 1, 1, 1), mode = reflect); slice(2, 1..11); slice(3, 0..9);
        mean(2, keepdim = true);
        concat { channels(1..4); channels(0..1) } dropout(0.25); flatten; softmax(1);
    >
}
