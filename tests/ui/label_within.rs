use cnn::cnn;

cnn! {
    block wrong(from) { relu; add(from.deap, _); sigmoid; add(from.deep.inner, _) }

    block right(from) { relu; add(from.deep, _); mul(from.stem, _) }

    block both(skip) { skip: relu; tanh; add(skip, _) }

    pub struct Net: [16] <
        encoder: { stem: relu; deep: tanh }
        wrong(encoder);
        right(encodr);
        right(_);
        right(5);
        both(encoder);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
