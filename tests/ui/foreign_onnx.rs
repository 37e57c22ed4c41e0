use cnn::cnn;

cnn! {
    pub struct Onnx: [3, 28, 28] <
        Conv(3, 8, 3);
        BatchNormalization();
        GlobalAveragePool();
        Gemm(8, 10);
        LogSoftmax(1);
        Resize(2);
    >

    pub struct Keras: [3, 28, 28] <
        Conv2DTranspose(8, 3);
        DepthwiseConv2D(3);
        SeparableConv2D(8, 3);
        GlobalMaxPool2D();
        max_pool(2);
        Activation(relu);
        Multiply(1, 2);
        Cropping2D(1);
        SqueezeExcite(8);
    >
}

fn main() {}
