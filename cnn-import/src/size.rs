//! Sizes in files, of which one is the batch.

/// A size, or a multiple of the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Known(i64),
    /// So many times the number of samples.
    Batch(i64),
    /// An expression that is neither.
    Other,
}

impl Size {
    /// A number of values, unless it is larger than sizes can be.
    pub fn of(count: usize) -> Size {
        i64::try_from(count).map_or(Size::Other, Size::Known)
    }

    /// A number that does not depend on the batch.
    pub fn known(self) -> Option<i64> {
        match self {
            Size::Known(size) => Some(size),
            Size::Batch(_) | Size::Other => None,
        }
    }

    /// The size of an axis that does not depend on the batch.
    pub fn axis(self) -> Option<usize> {
        self.known().and_then(|size| usize::try_from(size).ok())
    }

    pub fn plus(self, other: Size) -> Size {
        let sum = match (self, other) {
            (Size::Known(a), Size::Known(b)) => a.checked_add(b).map(Size::Known),
            (Size::Batch(a), Size::Batch(b)) => a.checked_add(b).map(Size::Batch),
            (size, Size::Known(0)) | (Size::Known(0), size) => Some(size),
            _ => None,
        };
        sum.unwrap_or(Size::Other)
    }

    pub fn times(self, other: Size) -> Size {
        let product = match (self, other) {
            (Size::Known(0), _) | (_, Size::Known(0)) => Some(Size::Known(0)),
            (Size::Known(a), Size::Known(b)) => a.checked_mul(b).map(Size::Known),
            (Size::Known(a), Size::Batch(b)) | (Size::Batch(a), Size::Known(b)) => {
                a.checked_mul(b).map(Size::Batch)
            }
            _ => None,
        };
        product.unwrap_or(Size::Other)
    }

    /// The quotient, if there is no remainder or both are known; it is rounded as integers of C are.
    pub fn over(self, other: Size) -> Size {
        let quotient = match (self, other) {
            (Size::Known(a), Size::Known(b)) => a.checked_div(b).map(Size::Known),
            (Size::Batch(a), Size::Known(b)) if b != 0 && a % b == 0 => {
                a.checked_div(b).map(Size::Batch)
            }
            (Size::Batch(a), Size::Batch(b)) if b != 0 && a % b == 0 => {
                a.checked_div(b).map(Size::Known)
            }
            _ => None,
        };
        quotient.unwrap_or(Size::Other)
    }
}
