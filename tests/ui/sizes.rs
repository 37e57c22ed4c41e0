use cnn::cnn;

const WIDTH: usize = 8;

cnn! {
    struct Backbone: [3, 16, 16] < stage: conv(3, 8, 3) >

    block half() { let [c] = shape; linear(c, c / 2) }

    pub struct Net<const SIZE: usize = 16>: [3, SIZE, 16] <
        let [c, h] = shape;
        let (c, h, w) = shape;
        conv(c, 4 * c, 3);
        let all = shape;
        half();
        conv(_, WIDTH, 3);
        let [c, _, _] = shape;
    >

    // What depends on a number of channels is known otherwise.
    struct Later: [3, 16, 16] <
        conv(3, WIDTH, 3);
        let [c, _, w] = shape;
        let [_, h, w] = shape;
        conv(WIDTH, h, (1, w));
        conv(h, WIDTH, 1);
        flatten;
        let [all] = shape;
    >

    struct Two: (left: [3, 16, 16], right: [3, 16, 16]) -> [8, 14, 14] <
        let [c, _, _] = shape;
        from(left);
        body: Backbone;
        let [c, _, w] = shape;
        from(body.stage);
        let [c, h, _] = shape;
        conv(c, 8, h);
        add(right);
    >

    // What is wrong before it is the one error.
    struct Wrong: [3, 16, 16] <
        conv(4, 8, 20);
        let [c, h, w] = shape;
        conv(c, h, w);
    >
}

fn main() {
    let _ = (<Net>::SUMMARY, Later::SUMMARY, Two::SUMMARY, Wrong::SUMMARY);
}
