//! Statements stay in the lines of their author, as far as these are wide enough.

cnn! {
    struct Chains: [3, 28, 28] -> [10] <
        conv(3, 20, 5); relu; maxpool(2);
        conv(20, 50, 5);
        relu; maxpool(2);

        fc(_, 500); relu; dropout(0.5); conv(3, 64, 7, stride = 2, padding = 3, bias = false);
        fc(500, 10);
    >

    struct Groups: [3, 32, 32] <
        a: seq { conv(3, 8, 3); relu }
        b: seq {
            conv(8, 8, 3); relu;
        }
        c: seq {
            conv(8, 16, 3, padding = 1, bias = false); batchnorm; relu;
            conv(16, 16, 3, padding = 1);
        }
        residual { conv(16, 16, 3, padding = same) } shortcut { identity }
        residual {
            conv(16, 16, 3, padding = same);
        } shortcut {
            identity;
        }
        add { identity; { relu; tanh } }
        {}
        [{ relu; tanh }; 4];
        [seq {
            relu;
            tanh;
        }; 4];
        "odd-{1}": concat < relu; identity >
        shortcut: relu;
        residual { relu }; shortcut: tanh;
    >

    struct Control: [8] <
        let width = 2 * 8; let mut count = 0;
        for i in 0..3 { linear(_, width << i); count += 1; }
        for (i, (a, b)) in [(8, 16), (16, 24), (24, 32)].iter().enumerate() {
            linear(a + i, b); relu; dropout(0.1);
        }
        if width > 8 && !false { relu } else if count == 2 { tanh } else {}
        if width >= 8 {
            linear(_, 64, bias = false); relu; dropout(0.5);
        } else {
            linear(_, 32); tanh; relu;
        }
        for i in 0..2 { count -= 1; }
        if width > 1 { count <<= 2; }
        for _ in (0..=4).rev().step_by(2) {
            #[frozen]
            linear(_, 8);
        }
    >
}
