use cnn::cnn;

cnn! {
    block unit(width) { width = 8; conv(_, width, 1); }

    pub struct Net<const N: usize = 4>: [3, 16, 16] <
        let fixed = 8;
        fixed = 9;
        for i in 0..2 { i += 1; }
        missing = 3;
        conv1 = conv(3, 8, 3);
        let mut count = 8;
        count = ;
        count = 0.5;
        count += true;
        count -= 9;
        count = count + relu;
        label: count = 3;
        count == 3;
        N = 3;
        unit(4);
        conv(_, count, 1);
    >
}

fn main() {
    let _ = <Net>::SUMMARY;
}
