use cnn::cnn;

cnn! {
    pub struct Net: [3, 8, 8] <
        SpatialDropout2D(0.1);
        AlphaDropout(0.1);
        GlobalLpPool;
        BlurPool2d(3);
        MaxUnpool2d(2);
        Rescaling(255);
        Softmin(1);
        weight_norm(3);
        spectral_norm(3);
        ScaledStdConv2d(3, 8, 3);
        MaxPool2dSame(2);
        Col2Im(3, 3);
        LPPool2d(2, 2);
        GRU(3); LSTM(3); Embedding(3); clone;
    >
}

fn main() {}
