use cnn::cnn;

const MOST: u64 = 1_000_000;

cnn! {
    // Each limit is one error, at the number, with what costs most.
    #[budget(
        params <= 400_000,
        macs <= 2 * MOST,
        flash(i8) <= 256 KiB,
        flash(f32) <= 2 MiB,
        ram(i8) <= 12 KiB,
        peak_activations <= 20 K,
        layers <= 12
    )]
    struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >
}

cnn! {
    // At the defaults of the parameters.
    #[budget(params <= 100)]
    struct Head<const CLASSES: usize = 10>: [10] < fc(10, CLASSES) >

    // What a network with an error has is not what it will have.
    #[budget(params <= 250)]
    struct Wrong: [3, 8, 8] < conv(4, 8, 3) >
}

const _: () = cnn::budget::Limit::new(cnn::budget::Metric::Layers, 9).check::<LeNet>();

fn main() {}
