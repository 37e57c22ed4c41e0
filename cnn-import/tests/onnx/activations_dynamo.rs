use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [2] <
        body: seq {
            conv(3, 4, 1); prelu(4); leaky_relu(0.2); elu; selu; celu(1.5); silu; mish; hardswish;
            hardsigmoid; softplus; softsign; sigmoid; tanh; logsigmoid; gelu; gelu(tanh);
            hardtanh(-2.0, max_val = 2.0); tanhshrink; softmax(1);
            conv_transpose(4, 2, 3, 2, padding = 1, output_padding = 1);
        }
        sub { { abs; shift(0.5); sqrt; scale(0.5) } { scale(-1.0); exp; pow(2.0) } } mean(2);
        amax(2);
    >
}
