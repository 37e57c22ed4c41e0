//! The cost of a layer, and sums of costs.

use crate::error::Quantity;

/// Hands the list of all costs to a macro, before its other input. A new cost is a line here, and is
/// found in [`resolve`](crate::resolve()).
macro_rules! costs {
    ($callback:ident! { $($input:tt)* }) => {
        $callback! {
            [
                /// The number of parameters, which are the learnable values.
                params: Parameters;
                /// The number of parameters that are not frozen.
                trainable_params: Parameters;
                /// The number of values that are stored but not learned, such as running statistics.
                buffers: Parameters;
                /// The number of multiply-accumulates (MACs) for one sample. A MAC is two FLOPs.
                macs: Macs;
                /// The number of element-wise operations for one sample.
                ops: Ops;
                /// The number of output values for one sample; for a network, of all outputs in it.
                activations: OutputValues;
            ]
            $($input)*
        }
    };
}

/// A struct with a field for each cost between others, which have the value that they have in `BLANK`
/// behind them.
macro_rules! struct_with_costs {
    (
        [$($(#[$docs:meta])* $cost:ident: $quantity:ident;)*]
        $(#[$attributes:meta])*
        pub struct $name:ident {
            $($(#[$before_docs:meta])* $before_vis:vis $before:ident: $before_type:ty = $before_blank:expr,)*
            ..Cost,
            $($(#[$after_docs:meta])* $after_vis:vis $after:ident: $after_type:ty = $after_blank:expr,)*
        }
    ) => {
        $(#[$attributes])*
        pub struct $name {
            $($(#[$before_docs])* $before_vis $before: $before_type,)*
            $($(#[$docs])* pub $cost: u64,)*
            $($(#[$after_docs])* $after_vis $after: $after_type,)*
        }

        impl $name {
            pub(crate) const BLANK: $name = $name {
                $($before: $before_blank,)*
                $($cost: 0,)*
                $($after: $after_blank,)*
            };

            /// All costs together.
            pub const fn cost(&self) -> Cost {
                Cost { $($cost: self.$cost),* }
            }

            /// The same with other costs.
            pub(crate) const fn with_cost(self, cost: Cost) -> $name {
                $name { $($cost: cost.$cost,)* ..self }
            }
        }
    };
}

pub(super) use {costs, struct_with_costs};

macro_rules! cost {
    ([$($(#[$docs:meta])* $cost:ident: $quantity:ident;)*]) => {
        /// The cost of one layer or of several together. [`Summary`](crate::Summary) explains the conventions.
        ///
        /// ```
        /// # use cnn_core::{Cost, Summary};
        /// # fn show(summary: &Summary) {
        /// let backbone = summary.rows.iter().filter(|row| row.name.starts_with("backbone."));
        /// let cost = backbone.fold(Cost::ZERO, |sum, row| sum.plus(row.cost()));
        /// println!("{} MACs", cost.macs);
        /// # }
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Cost {
            $($(#[$docs])* pub $cost: u64,)*
        }

        impl Cost {
            /// How many costs there are.
            pub(super) const COUNT: usize = [$(stringify!($cost)),*].len();

            /// The place of the activations among them, which are the last.
            pub(super) const ACTIVATIONS: usize = Cost::COUNT - 1;

            /// The costs in their order.
            pub(super) const fn from_array([$($cost),*]: [u64; Cost::COUNT]) -> Cost {
                Cost { $($cost),* }
            }

            /// The costs in their order.
            pub(super) const fn to_array(self) -> [u64; Cost::COUNT] {
                [$(self.$cost),*]
            }

            /// No cost.
            pub const ZERO: Cost = Cost { $($cost: 0),* };

            /// The sum. A number that exceeds 64 bits becomes `u64::MAX`, which is an error in a network.
            pub const fn plus(self, other: Cost) -> Cost {
                // `saturating_add`, which is slower in const evaluation.
                Cost {
                    $($cost: if self.$cost > u64::MAX - other.$cost {
                        u64::MAX
                    } else {
                        self.$cost + other.$cost
                    },)*
                }
            }

            /// The larger one of each.
            #[cfg(feature = "alloc")]
            pub(crate) fn max(self, other: Cost) -> Cost {
                Cost { $($cost: self.$cost.max(other.$cost)),* }
            }

            /// The difference.
            pub(super) const fn minus(self, other: Cost) -> Cost {
                Cost { $($cost: self.$cost.saturating_sub(other.$cost)),* }
            }

            /// The cost of running again with weights that have been counted.
            pub(crate) const fn without_weights(self) -> Cost {
                Cost { params: 0, trainable_params: 0, buffers: 0, ..self }
            }

            /// `==` for `const` contexts.
            pub(crate) const fn same(self, other: Cost) -> bool {
                $(self.$cost == other.$cost)&&*
            }

            /// The first number of the sum that exceeds 64 bits.
            pub(crate) const fn overflow(&self, other: &Cost) -> Option<Quantity> {
                $(
                    if self.$cost > u64::MAX - other.$cost {
                        return Some(Quantity::$quantity);
                    }
                )*
                None
            }
        }
    };
}

costs!(cost! {});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_exact_or_known_to_be_too_large() {
        let cost = Cost { params: 3, macs: u64::MAX - 1, ..Cost::ZERO };
        let sum = cost.plus(Cost { params: 4, macs: 1, ..Cost::ZERO });
        assert_eq!((sum.params, sum.macs, sum.ops), (7, u64::MAX, 0));
        assert_eq!(cost.overflow(&Cost { macs: 1, ..Cost::ZERO }), None);
        assert_eq!(cost.overflow(&cost), Some(Quantity::Macs));
        assert_eq!(cost.plus(cost).macs, u64::MAX);
    }
}
