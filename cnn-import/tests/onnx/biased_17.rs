use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [6] <
        patches: conv(3, 6, 4, 4); reshape((6, 16)); transpose(1, 2);
        attention: {
            qkv: linear(6, 18); reshape((16, 3, 2, 3));
            matmul {
                {
                    matmul {
                        { slice(2, 0..1); squeeze(2); transpose(1, 2); scale(0.70710677) }
                        { slice(2, 1..2); squeeze(2); permute((0, 2, 3, 1)) }
                    }
                    add { identity; bias: parameter([2, 16, 16]) } softmax(3);
                }
                { slice(2, 2..3); squeeze(2); transpose(1, 2) }
            }
            transpose(1, 2); reshape((16, 6));
            proj: linear(6, 6);
        }
        mean(1);
    >
}
