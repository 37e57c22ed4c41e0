mod blocks {
    cnn::cnn! {
        pub block unit(cin, cout, groups = 1) {
            conv(cin, cout, 3, groups = groups);
            relu;
        }

        pub block outer(c) { inner(c, c + 1); _: unit(c, c) }
        block inner(cin, cout) { conv(cin, cout, 3) }

        pub block strided(c) { conv(c, c, 3, stride = 2); batchnorm }
    }
}

cnn::cnn! {
    use crate::blocks::{outer, strided, unit};
    use crate::blocks::unit as other;

    struct Inside: [8, 32, 32] < unit(8, 8, 3); unit(4, 8); outer(8) >

    struct Call: [8, 32, 32] < unit(8); unit(8, 8, 1, 1); unit(8, 8, group = 1) >

    struct Names: [8, 32, 32] < inner(8, 8); unti(8, 8) >

    block given(layers) { layers(8, 15); layers(14, 16) }

    struct Given: [8, 32, 32] < for i in 0..2 { given(other) } given(unit) >

    struct Warned: [8, 32, 32] < strided(8); #[allow(dropped_rows, bias_before_batchnorm)] strided(8) >
}

fn main() {}
