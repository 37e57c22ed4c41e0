use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        GRU(3, 8);
        Embedding(100, 8);
        bilinear(3, 4, 5);
        grid_sample;
        margin_ranking_loss;
        CrossEntropyLoss();
        AdamW(0.01);
        clone();
        x.detach();
        half;
        attend(8);
        Sequential(relu, relu);
        glue;
        cover(3, 8, 3);
    >
}

fn main() {}
