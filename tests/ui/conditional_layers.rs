use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        #[cfg(panic = "unwind")]
        conv(4, 8, 3);
        #[cfg(not(panic = "unwind"))]
        conv(5, 8, 3);
        #[cfg(all(panic = "unwind", panic = "abort"))]
        conv(6, 8, 3);
        #[cfg]
        relu;
        #[cfg()]
        relu;
        #[cfg("deep")]
        relu;
        #[cfg_attr(test, frozen)]
        fc(_, 10);
    >

    /// Where a layer is not there, nor is its label.
    pub struct Label: [3, 28, 28] <
        #[cfg(panic = "abort")]
        skip: relu;
        conv(3, 3, 1);
        add(skip);
    >
}

cnn! {
    pub struct Unreadable: [3, 28, 28] <
        #[cfg(feature = deep)]
        relu;
        #[cfg(deep(1))]
        tanh;
        conv(3, 3, 1);
    >
}

const HEAD: cnn::Summary = cnn!([8, 4, 4] <
    #[cfg(panic = "unwind")]
    fc(64, 10);
>);

fn main() {}
