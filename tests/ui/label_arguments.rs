use cnn::cnn;

const WIDTH: usize = 16;

cnn! {
    block up(skip, scale = 2) {
        upsample(scale);
        conv1: conv(16, 16, 3, padding = 1);
        concat(skip, _);
        conv(32, 16, 1);
    }

    block twice(from) { relu; add(from, _); tanh; _: tail(from) }

    block tail(from) { mul(from, _) }

    block by_default(from = encoder) { tanh; mul(from, _) }

    pub struct Net: [16, 8, 8] <
        encoder: { stem: conv(16, 16, 1); deep: relu }
        maxpool(2);
        up(encodr);
        up(conv1);
        up(late);
        up(WIDTH);
        up(3);
        up([encoder]);
        up(encoder.steam, 1);
        twice(missing);
        late: relu;
    >

    pub struct Default: [16, 8, 8] < decoder: relu; by_default() >

    // A label within another one is called after that, too.
    pub struct Within: [16] < encoder: { deep: relu; tanh } add(deep, _) >

    pub struct Several: [16] < a: { deep: relu; tanh } b: { deep: relu; tanh } add(deep, _) >

    // Its own layer is not meant.
    pub struct Own: [16, 8, 8] < relu; _: up(conv1, 1) >
}

fn main() {
    let _ = (Net::SUMMARY, Default::SUMMARY, Within::SUMMARY, Several::SUMMARY, Own::SUMMARY);
}
