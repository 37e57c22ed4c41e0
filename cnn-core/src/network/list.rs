//! Lists whose items are decoded when they are accessed.

use core::fmt;
use core::ops::Range;

/// A list that is decoded from the bytes of a network. Not for use by hand.
#[doc(hidden)]
pub trait List: Copy {
    /// The type of the items.
    type Item;

    /// How many items there are.
    fn count(self) -> usize;

    /// The item with this index.
    fn item(self, index: usize) -> Self::Item;
}

/// The items of a list, one after the other.
#[derive(Clone)]
pub struct Iter<L> {
    list: L,
    rest: Range<usize>,
}

impl<L: List> Iter<L> {
    pub(super) fn new(list: L) -> Iter<L> {
        Iter { list, rest: 0..list.count() }
    }
}

impl<L: List> Iterator for Iter<L> {
    type Item = L::Item;

    fn next(&mut self) -> Option<L::Item> {
        self.rest.next().map(|index| self.list.item(index))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }

    fn nth(&mut self, skipped: usize) -> Option<L::Item> {
        self.rest.nth(skipped).map(|index| self.list.item(index))
    }
}

impl<L: List> DoubleEndedIterator for Iter<L> {
    fn next_back(&mut self) -> Option<L::Item> {
        self.rest.next_back().map(|index| self.list.item(index))
    }
}

impl<L: List> ExactSizeIterator for Iter<L> {}

impl<L: List<Item: fmt::Debug>> fmt::Debug for Iter<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// The common methods of lists, given `len` and `at` as `const fn`s.
macro_rules! list {
    ($list:ident of $item:ident) => {
        impl $list {
            /// Whether the list is empty.
            pub const fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// The item with this index, if there is one.
            pub const fn get(&self, index: usize) -> Option<$item> {
                if index < self.len() { Some(self.at(index)) } else { None }
            }

            /// The first item, if there is one.
            pub const fn first(&self) -> Option<$item> {
                self.get(0)
            }

            /// The last item, if there is one.
            pub const fn last(&self) -> Option<$item> {
                if self.is_empty() { None } else { Some(self.at(self.len() - 1)) }
            }

            /// All items, in order.
            pub fn iter(&self) -> $crate::network::Iter<$list> {
                $crate::network::Iter::new(*self)
            }
        }

        impl $crate::network::List for $list {
            type Item = $item;

            fn count(self) -> usize {
                self.len()
            }

            fn item(self, index: usize) -> $item {
                self.at(index)
            }
        }

        impl IntoIterator for $list {
            type Item = $item;
            type IntoIter = $crate::network::Iter<$list>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }

        impl IntoIterator for &$list {
            type Item = $item;
            type IntoIter = $crate::network::Iter<$list>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }

        impl core::fmt::Debug for $list {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.iter().fmt(f)
            }
        }

        impl PartialEq for $list {
            fn eq(&self, other: &$list) -> bool {
                self.iter().eq(other.iter())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $list {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }
    };
}

pub(super) use list;
