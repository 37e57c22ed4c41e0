//! Rust in a declaration: bodies move with their first line.

cnn! {
    /// Doubled.
    #[must_use]
    pub const fn double(x: usize, factors: [f64; 3]) -> usize {
      // As it is.
      let text = "one
  two";
        if x>1 {
            2*x } else { x }
    }
    const fn one() -> usize { 1 }
    pub const WIDTHS: [usize; 3] = [1, 2, 3];
    const TABLE: [(usize, usize, f64); 6] = [
        (16, 1, 1.0), (24, 2, 0.5), (40, 2, 0.25), (80, 3, 0.125), (112, 3, 0.1), (192, 4, 0.1),
    ];
    struct Net: [3] <
        let width = match 3 {
            1 => 2,
              _ => 3,
        };
        linear(
            {
                let x = 3;
                x
            }, 4,
        );
    >
}
