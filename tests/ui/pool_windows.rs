use cnn::cnn;

cnn! {
    pub struct Pools: [3, 8, 8] <
        lp_pool(0.0, 2);
        blur_pool(4, 3);
        blur_pool(filt_size = 1);
        blur_pool(3, 3, 2, constant);
        lp_pool(norm_type = 2);
    >
    pub struct Small: [3, 2, 8] < blur_pool(filt_size = 7) >
    pub struct Large: [3, 2, 8] < lp_pool(2.0, 3) >
    pub struct Rows: [3, 8] < unfold(3) >
    pub struct Window: [3, 8, 8] < unfold(9) >
    pub struct Channels: [10, 16] < fold(5, 3, padding = 1) >
    pub struct Columns: [27, 16] < fold(5, 3, padding = 1) >
    pub struct Image: [27, 4, 4] < fold(4, 3, padding = 1) >
    pub struct Drops: [3, 8] < feature_dropout(1.5); alpha_dropout(-0.1) >
}

fn main() {}
