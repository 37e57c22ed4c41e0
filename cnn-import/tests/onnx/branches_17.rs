use cnn::cnn;

cnn! {
    block part(kernel_size, padding) {
        add {
            scale: seq { conv(4, 4, 1, bias = false); batchnorm }
            "convs.0": seq { conv(4, 4, kernel_size, padding = padding, bias = false); batchnorm }
            "convs.1": seq { conv(4, 4, kernel_size, padding = padding, bias = false); batchnorm }
            "convs.2": seq { conv(4, 4, kernel_size, padding = padding, bias = false); batchnorm }
        }
        relu;
    }

    pub struct Net: [3, 16, 16] -> [4] <
        stem: conv(3, 4, 2, 2);
        blocks: seq { for _ in 0..3 { part(3, 1); part(1, 0); } } mean((2, 3));
    >
}
