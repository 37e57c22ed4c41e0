//! Networks whose parameters have other values than the macro has assumed, which const evaluation resolves.

#![allow(deprecated, reason = "networks that test the language need not make sense")]

use cnn::{Network, cnn};

cnn! {
    // Layers that are called alike, on shapes that are alike and on others; other keywords with the same arguments; weights
    // that are used again, on both.
    block layers(kernel) {
        conv(3, 8, kernel, padding = same); relu;
        [{ conv(8, 8, kernel, padding = same); batchnorm; relu; sigmoid; softsign; identity }; 3];
        #[frozen] conv(8, 8, kernel, padding = same);
        conv(8, 8, kernel, padding = same);
        tower: seq { [{ conv(8, 8, kernel, padding = same); groupnorm(2); relu }; 2] }
        again(tower);
        maxpool(2);
        conv(8, 8, kernel, padding = same); batchnorm; relu; sigmoid;
        again(tower);
        small: again(tower);
        residual { conv(8, 8, kernel, padding = same); batchnorm }
        concat { avgpool(2); maxpool(2) }
        [{ conv(16, 16, kernel, (1, 2), padding = 2, bias = false); dropout }; 2];
        fc(_, 10); fc(10, 10); fc(10, 10);
    }

    struct Any<const SIZE: usize = 16, const KERNEL: usize = 3>:
        [3, SIZE, SIZE] < _: layers(KERNEL) >
    struct Larger: [3, 40, 40] < _: layers(3) >
    struct Wider: [3, 16, 16] < _: layers(5) >
}

fn compare<A: Network, B: Network>() {
    let (a, b) = (A::SUMMARY, B::SUMMARY);
    assert!(a.rows.iter().eq(b.rows.iter()));
    assert!(A::GRAPH.nodes.iter().eq(B::GRAPH.nodes.iter()));
    assert_eq!(a.cost(), b.cost());
    assert_eq!(format!("{a:?}").replace(a.name, b.name), format!("{b:?}"));
}

#[test]
fn sizes_are_resolved_as_the_macro_would() {
    compare::<Any<40>, Larger>();
    compare::<Any<16, 5>, Wider>();
}
