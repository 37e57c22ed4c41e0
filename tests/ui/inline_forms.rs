use cnn::{Summary, cnn};

const A: Summary = cnn!([3] < relu >;);
const B: Summary = cnn!([3] relu);
const C: Summary = cnn!(struct Net: [3] < relu >);
const D: Summary = cnn!([3] -> [4] < relu >);
const E: Summary = cnn!();
const F: Summary = cnn!([3] < fc(4, 2) > [4] < relu >);

fn main() {}
