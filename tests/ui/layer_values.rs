use cnn::cnn;

cnn! {
    block unit(cin, act = leaky_relu(0.1)) { conv(cin, cin, 3); act; }

    block called(act) { act(0.1); }

    block sized(width) { conv(_, width, 3); }

    block named(name, n) { "{name}_conv": conv(_, n, 1); "{name}": relu; }

    pub struct Net: [3, 16, 16] <
        unit(3, leaky_relu(slope = 0.1));
        unit(3, elu(1, 2, 3));
        unit(3, dropout(2.0));
        unit(3, conv(4, 8, 3));
        unit(3, unit(3, 4, 5));
        called(elu(0.5));
        called(relu);
        sized(elu(0.5));
        unit(3, leakyrelu(0.1));
        conv(_, elu(0.5), 3);
        named("q", 4);
        named("a b", 4);
        named("", 4);
        named(relu, 4);
        named(3, "q");
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
