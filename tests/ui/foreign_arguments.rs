use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 3, 3, padding = 1, padding_mode = "reflect");
        conv_transpose(3, 3, 3, padding_mode = "zeros");
        relu(inplace = True);
        batchnorm(3, track_running_stats = false, device = cuda);
        maxpool(2, return_indices = true);
        conv(3, 3, 3, bias = False);
        conv(3, 3, 3, padding = "same");
        conv(3, 3, 3, padding = valid);
        conv(in = 3, out = 3, kernel = 3);
        dropout(rate = 0.5);
        maxpool(pool_size = 2, strides = 2);
        conv(3, 8, 3, activation = relu);
        conv(8, 8, kernel_shape = 3);
        conv(8, 8, 3, name = "conv1", input_shape = (8, 1, 1));
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
