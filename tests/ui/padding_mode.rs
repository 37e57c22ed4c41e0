use cnn::cnn;

cnn! {
    pub struct Words: [3, 4, 28] <
        conv(3, 3, 3, 2, padding = same_uper);
        conv(3, 3, 3, padding_mode = mirror);
        maxpool(3, 2, same);
    >
    pub struct Reflected: [3, 4, 28] < conv(3, 3, 3, padding = (4, 1), padding_mode = reflect) >
    pub struct Repeated: [3, 4, 28] < conv(3, 3, (11, 3), padding = same, padding_mode = circular) >
    pub struct Dilated: [3, 4, 28] < maxpool(2, 2, same_upper, 4) >
    pub struct Channels: [3, 4, 28] < conv(3, 8, 3, 2, same_upper); conv(3, 8, 1) >
}

fn main() {}
