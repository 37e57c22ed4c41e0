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

    pub struct Net: [3, 16, 16] -> [6] <
        stem: conv(3, 4, 2, 2);
        blocks: seq { for _ in 0..3 { part(3, 1); part(1, 0); } }
        chain: seq { conv(4, 4, 1) }
        concat { side: conv(4, 2, 1); { for i in 1..5 { "chain.{i}": conv(4, 4, 1); } } }
        mean((2, 3));
    >
}
