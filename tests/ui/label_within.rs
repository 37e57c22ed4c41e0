use cnn::cnn;

cnn! {
    block wrong(from) { relu; add(from.deap, _); sigmoid; add(from.deep.inner, _) }

    block right(from) { relu; add(from.deep, _); mul(from.stem, _) }

    block both(skip) { skip: relu; tanh; add(skip, _) }

    // It is not clear for what another block is given, either. Of numbers and words, it is.
    block on(skip, act, n) { skip: tanh; act: act; n: linear(16, n); last(skip, act, n) }

    block last(skip, act, n) { linear(n, n); act; add(skip, _) }

    pub struct Net: [16] <
        encoder: { stem: relu; deep: tanh }
        wrong(encoder);
        right(encodr);
        right(_);
        right(5);
        both(encoder);
        on(encoder, relu, 16);
        on(_, relu, 16);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
