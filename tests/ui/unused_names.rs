#![deny(deprecated)]

use cnn::cnn;

cnn! {
    block used(cin, cout, stride = 1, kind) { conv(cin, cout, 3); kind; }

    block inner(skip, _later) { add(skip, _) }

    block outer() { a: relu; inner(a, 3); }

    #[allow(unused_block)]
    block kept(n) { relu }

    #[allow(unused_block, unused_variable)]
    block quiet(n) { relu }

    block _silent() { relu }

    block given(body, depth) { if depth > 3 { rare(depth) } body; }

    block rare(depth) { "part{depth}": relu; }

    pub struct Net: [3, 16, 16] -> [8, 14, 14] <
        let width = 8;
        let width = 2 * width;
        let (a, [b, _c]) = (1, [2, 3]);
        for i in 0..1 { relu }
        for (i, w) in [8].iter().enumerate() { used(3, w, 1, tanh); }
        let mut count = 1;
        count = 2;
        let shape = 3;
        { let hidden = 3; }
        #[allow(unused_variable)] let allowed = 3;
        let name = "q";
        "{name}_act": sigmoid;
        given(tanh, 2);
    >

    #[allow(unused_variable)]
    pub struct Allowed: [3] < let width = 3; relu >
}

fn main() {}
