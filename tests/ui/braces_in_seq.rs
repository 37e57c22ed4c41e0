use cnn::cnn;

cnn! {
    block unit(c) {
        seq { { conv(c, c, 3); batchnorm; relu } maxpool(2) }
    }

    pub struct Net: [8, 32, 32] <
        features: seq {
            { conv(8, 8, 3); relu }
            for _ in 0..2 { #[frozen] { conv(8, 8, 3); relu } }
            // These say what is meant, or are no layers of the `seq` itself.
            seq { conv(8, 8, 3); relu }
            _: { conv(8, 8, 3); relu }
            named: { conv(8, 8, 3); relu }
            add { { conv(8, 8, 1); relu } identity }
            residual { conv(8, 8, 1); relu }
        }
        { conv(8, 8, 1); relu }
        unit(8); unit(8);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
