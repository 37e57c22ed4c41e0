//! The checks of the header of a network: `[3, 28, 28] -> [10]`.

use crate::error::Part;
use crate::shape::{Shape, Text};

/// An error in a declared shape.
pub struct HeaderError {
    /// Which of its sizes is wrong; `None` for the shape as a whole.
    pub axis: Option<usize>,
    /// What is wrong, in words.
    pub message: Text,
}

impl HeaderError {
    const fn new(axis: Option<usize>) -> HeaderError {
        HeaderError { axis, message: Text::new() }
    }
}

/// The most sizes an input has: `[channels, depth, height, width]`.
pub const MAX_INPUT_RANK: usize = 4;

/// What is wrong with the shape of a network's input, if something is.
pub const fn input_error(input: &Shape) -> Option<HeaderError> {
    if input.rank() == 0 || input.rank() > MAX_INPUT_RANK {
        let mut error = HeaderError::new(None);
        error.message.str("an input has 1 to 4 sizes, without the batch: `[features]`, ");
        error.message.str("`[channels, length]`,\n`[channels, height, width]` or ");
        error.message.str("`[channels, depth, height, width]`");
        return Some(error);
    }
    let mut axis = 0;
    while axis < input.rank() {
        if input.size(axis) == 0 {
            let mut error = HeaderError::new(Some(axis));
            error.message.str("an input size must be at least 1, but is 0");
            return Some(error);
        }
        axis += 1;
    }
    if input.checked_elements().is_none() {
        let mut error = HeaderError::new(None);
        error.message.str("the number of values in this input does not fit in 64 bits");
        return Some(error);
    }
    None
}

/// How the shape of an input is written in other libraries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// With the batch before the channels.
    BatchFirst,
    /// With the channels after the spatial axes.
    ChannelsLast,
}

impl Order {
    /// The order that an input seems to be written in, of which a layer `takes` so many channels or values,
    /// although others arrive. Only what nobody means otherwise is one.
    pub const fn meant(input: &Shape, takes: usize, part: Part) -> Option<Order> {
        let [first, second, third] = [input.size(0), input.size(1), input.size(2)];
        let last = input.size(input.spatial_rank());
        let channels = matches!(part, Part::Channels);
        let fewer = takes < first;
        let order = match input.rank() {
            0 | 1 => return None,
            rank if channels && last == takes && (fewer || rank > 2 && first == second) => {
                Order::ChannelsLast
            }
            2 if channels && second == takes => Order::BatchFirst,
            3 if channels && second == takes && fewer && second < third => Order::BatchFirst,
            4 if channels && second == takes => Order::BatchFirst,
            2 | 4 if matches!(part, Part::All) => match input.without_first().checked_elements() {
                Some(values) if values == takes as u64 => Order::BatchFirst,
                _ => return None,
            },
            _ => return None,
        };
        Some(order)
    }

    /// What is wrong with it, in words.
    pub const fn describe(self) -> &'static str {
        match self {
            Order::BatchFirst => "shapes do not include the batch",
            Order::ChannelsLast => "channels come first",
        }
    }

    /// The shape as it should be written.
    pub const fn corrected(self, input: &Shape) -> Shape {
        let last = input.rank() - 1;
        match self {
            Order::BatchFirst => input.without_first(),
            Order::ChannelsLast => {
                let mut shape = Shape::one(input.size(last));
                let mut axis = 0;
                while axis < last {
                    shape = shape.push(input.size(axis));
                    axis += 1;
                }
                shape
            }
        }
    }
}

/// What is wrong with the output a network is declared to have. `last` is its last layer.
pub(crate) const fn output_error(
    declared: &Shape,
    output: &Shape,
    origin: &str,
    proposes: bool,
) -> Option<HeaderError> {
    if output.is_lost() {
        return None;
    }
    let same_rank = declared.rank() == output.rank();
    let (mut axis, mut wrong, mut last_wrong) = (0, 0, 0);
    while same_rank && axis < output.rank() {
        if output.size(axis) != 0 && declared.size(axis) != output.size(axis) {
            (wrong, last_wrong) = (wrong + 1, axis);
        }
        axis += 1;
    }
    if same_rank && wrong == 0 {
        return None;
    }
    let mut error = HeaderError::new(if wrong == 1 { Some(last_wrong) } else { None });
    error.message.str("the output is declared as ").shape(declared).str(", but is ").shape(output);
    if !origin.is_empty() {
        error.message.str("\n").shape(output).str(origin);
    }
    if !proposes {
        return Some(error);
    }
    error.message.str("\nhelp: write `");
    match error.axis {
        Some(axis) => error.message.size(output.size(axis)),
        None => error.message.shape(output),
    };
    error.message.str("`");
    Some(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_have_one_to_four_sizes_of_at_least_one() {
        assert!(input_error(&Shape::new(&[3, 28, 28])).is_none());
        assert!(input_error(&Shape::new(&[1])).is_none());
        assert!(input_error(&Shape::LOST).is_some());
        assert!(input_error(&Shape::new(&[1, 2, 3, 4, 5])).is_some());
        assert_eq!(input_error(&Shape::new(&[3, 0, 28])).unwrap().axis, Some(1));
        assert!(input_error(&Shape::new(&[usize::MAX, 2])).is_some());
    }

    #[test]
    fn a_batch_and_channels_at_the_end_are_recognised() {
        let meant = |input: &[usize], takes, part| Order::meant(&Shape::new(input), takes, part);
        let corrected = |input: &[usize], takes| {
            let input = Shape::new(input);
            Order::meant(&input, takes, Part::Channels).map(|order| order.corrected(&input))
        };
        assert_eq!(corrected(&[32, 3, 28, 28], 3), Some(Shape::new(&[3, 28, 28])));
        assert_eq!(corrected(&[1, 3, 28, 28], 3), Some(Shape::new(&[3, 28, 28])));
        assert_eq!(corrected(&[32, 1, 16000], 1), Some(Shape::new(&[1, 16000])));
        assert_eq!(corrected(&[28, 20, 3], 3), Some(Shape::new(&[3, 28, 20])));
        assert_eq!(corrected(&[7, 7, 512], 512), Some(Shape::new(&[512, 7, 7])));
        assert_eq!(meant(&[32, 784], 784, Part::All), Some(Order::BatchFirst));
        // A wrong number of channels is more likely.
        assert_eq!(corrected(&[3, 28, 28], 28), None);
        assert_eq!(meant(&[3, 28, 28], 784, Part::All), None);
        assert_eq!(meant(&[3], 3, Part::All), None);
    }

    #[test]
    fn a_wrong_output_is_blamed_on_the_size_that_is_wrong() {
        let output = |declared: &[usize], output: &[usize]| {
            let origin = ", from `fc(500, 10)` on line 7";
            output_error(&Shape::new(declared), &Shape::new(output), origin, true)
        };
        assert!(output(&[10], &[10]).is_none());
        assert!(output(&[10, 5, 5], &[10, 0, 0]).is_none());
        assert_eq!(output(&[3, 8, 7], &[3, 8, 8]).unwrap().axis, Some(2));
        assert_eq!(output(&[3, 7, 7], &[3, 8, 8]).unwrap().axis, None);
        assert_eq!(
            output(&[12], &[10]).unwrap().message.as_str(),
            "the output is declared as [12], but is [10]\n\
             [10], from `fc(500, 10)` on line 7\n\
             help: write `10`"
        );
        assert!(output(&[10, 1], &[10]).unwrap().message.as_str().ends_with("write `[10]`"));
    }
}
