use cnn::cnn;

cnn! {
    block tail(from) { relu; add(from, _) }

    pub struct Net<const N: usize = 3>: [16] <
        for i in 0..3 { "part{i}": tanh; sigmoid }
        for i in 2..4 { tail("part{i}") }
        for i in 0..2 { add("prt{i}", _) }
        tail("part{k}");
        tail("part{N}");
        linear("part0", 16);
        let part = "part0";
        linear(part, 16);
        add(part, sigmoid3);
    >
}

fn main() {
    let _ = <Net>::SUMMARY;
}
