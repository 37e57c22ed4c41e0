use cnn::cnn;

const WIDTH: usize = 3;

cnn! {
    pub struct Net<const N: usize = 3>: [16, 8, 8] <
        if N > 2 { relu }
        if WIDTH > 2 { relu }
        if 3 { relu }
        if true || { relu }
        for i in 0..N { relu }
        for i in 3 { relu }
        for in 0..3 { relu }
        else { relu }
        let x;
        let = 3;
        here: if true { relu }
    >
}

fn main() {
    let _ = <Net>::SUMMARY;
}
