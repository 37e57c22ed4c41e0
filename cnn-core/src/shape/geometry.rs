//! The number of positions of a sliding window along one axis.
//!
//! The output sizes of convolutions and pools are computed with these formulas. All of them return
//!
//! * `Some(0)` if the window does not fit at all, or if a size is 0, "unknown";
//! * `None` if a number does not fit in a `usize`.
//!
//! | here | in formulas | meaning |
//! |---|---|---|
//! | `input` | I | size of the input along the axis |
//! | `kernel` | K | size of the kernel |
//! | `stride` | S | steps between two windows |
//! | `padding` | P | what is added on each side; here as `(before, after)` |
//! | `dilation` | D | steps between two taps of the kernel |

/// The extent of a dilated kernel, `D × (K − 1) + 1`.
///
/// ```
/// # use cnn_core as cnn;
/// assert_eq!(cnn::geometry::extent(3, 2), Some(5));
/// ```
pub const fn extent(kernel: usize, dilation: usize) -> Option<usize> {
    if kernel == 0 {
        return Some(0);
    }
    fitting(wide_extent(kernel, dilation))
}

/// The size of an input with its padding on both sides, `I + 2P`.
pub const fn padded(input: usize, padding: (usize, usize)) -> Option<usize> {
    fitting(input as u128 + padding.0 as u128 + padding.1 as u128)
}

/// The extent of a kernel that is not 0. In 128 bits nothing here can overflow.
const fn wide_extent(kernel: usize, dilation: usize) -> u128 {
    dilation as u128 * (kernel as u128 - 1) + 1
}

const fn fitting(size: u128) -> Option<usize> {
    if size <= usize::MAX as u128 { Some(size as usize) } else { None }
}

/// The output size of a convolution,
///
/// ```text
/// O = ⌊(I + 2P − D × (K − 1) − 1) / S⌋ + 1
/// ```
///
/// With `D = 1` this is the well-known `O = (I − K + 2P) / S + 1`.
///
/// ```
/// use cnn_core::geometry::conv_size;
///
/// assert_eq!(conv_size(28, 5, 1, (0, 0), 1), Some(24));
/// assert_eq!(conv_size(224, 7, 2, (3, 3), 1), Some(112));
/// assert_eq!(conv_size(4, 5, 1, (0, 0), 1), Some(0)); // the kernel does not fit
/// ```
pub const fn conv_size(
    input: usize,
    kernel: usize,
    stride: usize,
    padding: (usize, usize),
    dilation: usize,
) -> Option<usize> {
    if input == 0 || kernel == 0 || stride == 0 || dilation == 0 {
        return Some(0);
    }
    let padded = input as u128 + padding.0 as u128 + padding.1 as u128;
    let extent = wide_extent(kernel, dilation);
    if padded < extent {
        return Some(0);
    }
    fitting((padded - extent) / stride as u128 + 1)
}

/// The total padding of both sides with which there is a window for each stride that begins in the input, `O = ⌈I /
/// S⌉`,
///
/// ```text
/// max(0, (O − 1) × S + D × (K − 1) + 1 − I)
/// ```
///
/// This is `SAME` of TensorFlow and ONNX.
///
/// ```
/// use cnn_core::geometry::{conv_size, same_padding};
///
/// assert_eq!(same_padding(224, 3, 2, 1), Some(1));
/// assert_eq!(conv_size(224, 3, 2, (0, 1), 1), Some(112));
/// assert_eq!(same_padding(8, 1, 2, 1), Some(0));
/// ```
pub const fn same_padding(
    input: usize,
    kernel: usize,
    stride: usize,
    dilation: usize,
) -> Option<usize> {
    if input == 0 || kernel == 0 || stride == 0 || dilation == 0 {
        return Some(0);
    }
    let last_start = (input as u128 - 1) / stride as u128 * stride as u128;
    fitting((last_start + wide_extent(kernel, dilation)).saturating_sub(input as u128))
}

/// The output size of a pooling layer: that of a convolution, and with `ceil_mode`
///
/// ```text
/// O = ⌈(I + 2P − D × (K − 1) − 1) / S⌉ + 1,   less 1 if (O − 1) × S ≥ I + P
/// ```
///
/// that is, a window may extend past the end of the padded input, but must start inside the input
/// or the padding before it. A kernel larger than the padded input can then have a place.
///
/// ```
/// use cnn_core::geometry::pool_size;
///
/// assert_eq!(pool_size(24, 2, 2, (0, 0), 1, false), Some(12));
/// assert_eq!(pool_size(4, 3, 2, (0, 0), 1, true), Some(2));
/// assert_eq!(pool_size(3, 4, 2, (0, 0), 1, true), Some(1)); // larger than the input
/// ```
pub const fn pool_size(
    input: usize,
    kernel: usize,
    stride: usize,
    padding: (usize, usize),
    dilation: usize,
    ceil_mode: bool,
) -> Option<usize> {
    if !ceil_mode || input == 0 || kernel == 0 || stride == 0 || dilation == 0 {
        return conv_size(input, kernel, stride, padding, dilation);
    }
    let start_limit = input as u128 + padding.0 as u128;
    let extent = wide_extent(kernel, dilation);
    // Rounding up is rounding down a distance that is longer by S − 1.
    let reach = start_limit + padding.1 as u128 + (stride as u128 - 1);
    if reach < extent {
        return Some(0);
    }
    let places = (reach - extent) / stride as u128 + 1;
    let last_start = (places - 1) * stride as u128;
    fitting(if last_start >= start_limit { places - 1 } else { places })
}

/// The output size of a transposed convolution,
///
/// ```text
/// O = (I − 1) × S − 2P + D × (K − 1) + Q + 1
/// ```
///
/// where Q is the output padding. `Some(0)` if the padding removes everything.
///
/// ```
/// use cnn_core::geometry::conv_transpose_size;
///
/// assert_eq!(conv_transpose_size(9, 3, 2, (1, 1), 1, 1), Some(18));
/// assert_eq!(conv_transpose_size(1, 2, 1, (1, 1), 1, 0), Some(0));
/// ```
pub const fn conv_transpose_size(
    input: usize,
    kernel: usize,
    stride: usize,
    padding: (usize, usize),
    dilation: usize,
    output_padding: usize,
) -> Option<usize> {
    if input == 0 || kernel == 0 || stride == 0 || dilation == 0 {
        return Some(0);
    }
    let starts = (input as u128 - 1) * stride as u128;
    let extent = wide_extent(kernel, dilation);
    let cut = padding.0 as u128 + padding.1 as u128;
    // Each product is below 2¹²⁸ − 2⁶⁵, but their sum may not be.
    let Some(uncut) = starts.checked_add(extent + output_padding as u128) else { return None };
    fitting(uncut.saturating_sub(cut))
}

/// The total number of values in all windows of an adaptive pool along an axis,
///
/// ```text
/// Σ ⌈(j + 1) × I / O⌉ − ⌊j × I / O⌋   over j = 0 … O − 1   =   I + O − gcd(I, O)
/// ```
///
/// ```
/// use cnn_core::geometry::adaptive_windows;
///
/// assert_eq!(adaptive_windows(7, 1), Some(7)); // one window over everything
/// assert_eq!(adaptive_windows(7, 7), Some(7)); // seven windows of one
/// assert_eq!(adaptive_windows(7, 2), Some(8)); // the middle is in both
/// ```
pub const fn adaptive_windows(input: usize, output: usize) -> Option<usize> {
    if input == 0 || output == 0 {
        return Some(0);
    }
    (input - gcd(input, output)).checked_add(output)
}

const fn gcd(mut a: usize, mut b: usize) -> usize {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of a window, found by trying every start: a place is inside the padded input,
    /// or with `ceil_mode` begins before the end of the input.
    fn slide(i: usize, k: usize, s: usize, p: (usize, usize), d: usize, ceil: bool) -> usize {
        let extent = d * (k - 1) + 1;
        let padded = i + p.0 + p.1;
        let mut places = 0;
        let mut start = 0;
        loop {
            let inside = start + extent <= padded;
            // With ceil_mode one more window may hang over, by less than a stride.
            let hangs_over = ceil && start < i + p.0 && start + extent < padded + s;
            if !(inside && (!ceil || start < i + p.0)) && !hangs_over {
                return places;
            }
            places += 1;
            start += s;
        }
    }

    #[test]
    fn windows_are_where_sliding_finds_them() {
        for i in 1..12 {
            for k in 1..8 {
                for s in 1..5 {
                    for p in 0..5 {
                        for d in 1..4 {
                            let p = (p, p);
                            let place = (i, k, s, p, d);
                            assert_eq!(
                                conv_size(i, k, s, p, d),
                                Some(slide(i, k, s, p, d, false)),
                                "{place:?}"
                            );
                            // Pools allow a padding of at most half their kernel.
                            if p.0 <= k / 2 {
                                assert_eq!(
                                    pool_size(i, k, s, p, d, true),
                                    Some(slide(i, k, s, p, d, true)),
                                    "{place:?} ceil"
                                );
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_transposed_convolution_inverts_the_sizes_of_a_convolution() {
        for i in 1..30 {
            for k in 1..6 {
                for s in 1..4 {
                    for d in 1..3 {
                        for p in 0..3 {
                            let Some(o @ 1..) = conv_size(i, k, s, (p, p), d) else { continue };
                            // The rows a strided convolution drops come back as output padding.
                            let dropped = (i + 2 * p - extent(k, d).unwrap()) % s;
                            let back = conv_transpose_size(o, k, s, (p, p), d, dropped);
                            assert_eq!(back, Some(i), "{:?}", (i, k, s, d, p));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn same_padding_is_the_least_that_keeps_all_places() {
        for i in 1usize..20 {
            for k in 1..7 {
                for s in 1..5 {
                    for d in 1..4 {
                        let total = same_padding(i, k, s, d).unwrap();
                        let places = |total| pool_size(i, k, s, (0, total), d, false).unwrap();
                        assert_eq!(places(total), i.div_ceil(s), "{:?}", (i, k, s, d));
                        assert!(total == 0 || places(total - 1) < i.div_ceil(s));
                        let ceil = pool_size(i, k, s, (total / 2, total - total / 2), d, true);
                        assert_eq!(ceil, Some(i.div_ceil(s)));
                    }
                }
            }
        }
    }

    #[test]
    fn adaptive_windows_are_the_sum_over_all_windows() {
        for i in 1usize..40 {
            for o in 1..40 {
                let sum: usize = (0..o).map(|j| ((j + 1) * i).div_ceil(o) - j * i / o).sum();
                assert_eq!(adaptive_windows(i, o), Some(sum), "{i} to {o}");
            }
        }
    }

    #[test]
    fn nothing_wraps() {
        const MAX: usize = usize::MAX;
        assert_eq!(conv_size(MAX, 1, 1, (1, 1), 1), None);
        assert_eq!(conv_size(MAX, 3, 1, (1, 1), 1), Some(MAX));
        assert_eq!(conv_size(5, MAX, 1, (0, 0), 2), Some(0));
        assert_eq!(conv_size(MAX, MAX, MAX, (MAX, MAX), MAX), Some(0));
        assert_eq!(extent(MAX, 2), None);
        assert_eq!(padded(MAX, (0, 1)), None);
        assert_eq!(conv_size(MAX, 1, 1, (0, 0), 1), Some(MAX));
        assert_eq!(pool_size(MAX, 1, 1, (1, 1), 1, true), None);
        assert_eq!(pool_size(MAX, MAX, MAX, (MAX, MAX), MAX, true), Some(0));
        assert_eq!(pool_size(MAX - 2, 2, 3, (0, 0), 1, true), Some((MAX - 2) / 3 + 1));
        assert_eq!(conv_transpose_size(MAX, 3, 2, (0, 0), 1, 0), None);
        assert_eq!(conv_transpose_size(MAX, MAX, MAX, (0, 0), MAX, MAX), None);
        assert_eq!(adaptive_windows(MAX, 2), None);
        assert_eq!(same_padding(MAX, MAX, MAX, MAX), None);
    }

    #[test]
    fn what_is_not_known_stays_unknown() {
        assert_eq!(conv_size(0, 3, 1, (1, 1), 1), Some(0));
        assert_eq!(conv_size(5, 3, 0, (1, 1), 1), Some(0));
        assert_eq!(pool_size(0, 3, 1, (1, 1), 1, true), Some(0));
        assert_eq!(conv_transpose_size(0, 3, 1, (1, 1), 1, 0), Some(0));
        assert_eq!(adaptive_windows(0, 3), Some(0));
        assert_eq!(same_padding(0, 3, 2, 1), Some(0));
    }
}
