//! The values written between the parentheses of a layer.

use crate::network::Nested;

/// The value of one argument, as the declaration gives it: plain data that [`cnn!`] emits.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Nothing was written: the parameter's default.
    Omitted,
    /// `_`: infer it from the input; in a list, keep the size of that axis.
    Infer,
    /// A size, such as `20` or `4 * 4 * 50`.
    Size(usize),
    /// A number that may be negative: a dim counted from the end, a padding that crops.
    Signed(isize),
    /// A real number, such as the `0.5` of `dropout(0.5)`.
    Float(f64),
    /// `true` or `false`.
    Flag(bool),
    /// One of the words that the parameter knows, such as `same`: its index in
    /// [`Param::words`](crate::signature::Param).
    Word(usize),
    /// `a..b`.
    Range(usize, usize),
    /// A tuple or an array, such as `(3, 5)`.
    List(&'a [Arg<'a>]),
    /// Another network.
    Network(&'static Nested),
}

impl Arg<'_> {
    /// Whether two arguments are the same, bit for bit; `==` for `const` contexts. Networks never are.
    pub(crate) const fn same(&self, other: &Arg<'_>) -> bool {
        match (self, other) {
            (Arg::Omitted, Arg::Omitted) | (Arg::Infer, Arg::Infer) => true,
            (Arg::Size(a), Arg::Size(b)) | (Arg::Word(a), Arg::Word(b)) => *a == *b,
            (Arg::Signed(a), Arg::Signed(b)) => *a == *b,
            (Arg::Float(a), Arg::Float(b)) => a.to_bits() == b.to_bits(),
            (Arg::Flag(a), Arg::Flag(b)) => *a == *b,
            (Arg::Range(a, b), Arg::Range(c, d)) => *a == *c && *b == *d,
            (Arg::List(a), Arg::List(b)) => {
                let mut same = a.len() == b.len();
                let mut index = 0;
                while same && index < a.len() {
                    same = a[index].same(&b[index]);
                    index += 1;
                }
                same
            }
            _ => false,
        }
    }
}

/// The arguments of a layer.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    /// The first arguments, as long as they are nothing but sizes. In most layers these are all.
    pub sizes: &'a [usize],
    /// Further arguments, with the indices of their parameters.
    pub others: &'a [(usize, Arg<'a>)],
}

impl<'a> Args<'a> {
    /// Nothing but sizes.
    pub const fn sizes(sizes: &'a [usize]) -> Args<'a> {
        Args { sizes, others: &[] }
    }

    /// The argument for a parameter.
    pub const fn get(&self, param: usize) -> Arg<'a> {
        if param < self.sizes.len() {
            return Arg::Size(self.sizes[param]);
        }
        let mut i = 0;
        while i < self.others.len() {
            if self.others[i].0 == param {
                return self.others[i].1;
            }
            i += 1;
        }
        Arg::Omitted
    }
}
