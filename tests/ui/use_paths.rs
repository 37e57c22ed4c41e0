mod blocks {
    pub struct Network;
    pub fn helper() {}

    cnn::cnn! {
        pub block unit(c) { conv(c, c, 3) }
        block private(c) { conv(c, c, 3) }
    }

    mod inside {
        cnn::cnn! { pub block unit(c) { conv(c, c, 3) } }
    }
}

// In circles.
mod first {
    cnn::cnn! { use crate::second::two; pub block one() { two } }
}
mod second {
    cnn::cnn! { use crate::first::one; pub block two() { one } }
}

cnn::cnn! { use crate::blocks::unti; struct A: [3, 8, 8] < unti(3) > }
cnn::cnn! { use crate::block::unit; struct B: [3, 8, 8] < unit(3) > }
cnn::cnn! { use crate::blocks::private; struct C: [3, 8, 8] < private(3) > }
cnn::cnn! { use crate::blocks::inside::unit; struct D: [3, 8, 8] < unit(3) > }
cnn::cnn! { use crate::blocks::Network; struct E: [3, 8, 8] < Network > }
cnn::cnn! { use crate::blocks::helper; struct F: [3, 8, 8] < conv(3, helper(), 3) > }
cnn::cnn! { use missing::blocks::unit; struct G: [3, 8, 8] < unit(3) > }

fn main() {}
