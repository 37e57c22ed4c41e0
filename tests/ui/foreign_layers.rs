use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        Conv2D(32, 3);
        Dense(10);
        LazyLinear(10);
        GlobalAveragePooling2D;
        ReflectionPad2d(1);
        ConstantPad2d(1, 0.5);
        UpsamplingBilinear2d(2);
        Dropout2d(0.5);
        view(-1, 800);
        LSTM(10, 20);
        Softmax2d;
        max_pool2d(2);
        BatchNormalization;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
