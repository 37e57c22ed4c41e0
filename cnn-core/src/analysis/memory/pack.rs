//! The place of each buffer: buffers that are needed at the same time must not overlap.
//!
//! To find the smallest arena is hard in general. Buffers are placed one after the other, each where it
//! fits at the lowest offset, in an order that is a guess. Whether an arena is the smallest is easy to
//! see, since none can be smaller than the bytes needed at one time. If it is not, the buffer that
//! exceeded these goes to the front, and all are placed anew.

use super::lives::Lives;

/// The places of the buffers of a network in an arena.
pub(super) struct Packed<const M: usize> {
    /// Where each buffer begins.
    pub(super) offsets: [u64; M],
    /// The bytes of the arena.
    pub(super) bytes: u64,
    /// The buffer in the order of placing that was the first to exceed the bytes needed at one time.
    excess: usize,
}

/// What is placed first.
#[derive(Clone, Copy)]
enum Order {
    /// Large buffers: small ones fit between them.
    Size,
    /// Buffers that are needed for long, so that the others are placed beside them and not around them.
    Duration,
}

/// How often buffers are placed anew in each order.
const TRIES: usize = 16;

impl<const M: usize> Packed<M> {
    pub(super) const fn new(lives: &Lives<M>) -> Packed<M> {
        let (live, first) = (lives.live(), lives.first_neighbours());
        let orders = [Order::Size, Order::Duration];
        let mut best = Packed { offsets: [0; M], bytes: u64::MAX, excess: 0 };
        let (mut order, mut tries) = ([0; M], 0);
        while tries < orders.len() * TRIES && best.bytes > live {
            if tries % TRIES == 0 {
                order = lives.sorted(orders[tries / TRIES]);
            }
            let packed = lives.place(&order, &first, live);
            to_front(&mut order, packed.excess);
            if packed.bytes < best.bytes {
                best = packed;
            }
            tries += 1;
        }
        best
    }
}

/// Moves an element to the front; the others keep their order.
const fn to_front<const M: usize>(order: &mut [u32; M], mut index: usize) {
    while index > 0 {
        (order[index - 1], order[index]) = (order[index], order[index - 1]);
        index -= 1;
    }
}

/// A buffer that has no place yet.
const NOWHERE: u64 = u64::MAX;

impl<const M: usize> Lives<M> {
    /// The most bytes needed at one time.
    pub(super) const fn live(&self) -> u64 {
        // What ends at each time.
        let mut ends = [0; M];
        let (mut alive, mut most) = (0, 0);
        let (mut buffer, mut time) = (0, 0);
        while buffer < self.buffers {
            while time < self.birth[buffer] as usize {
                alive -= ends[time];
                time += 1;
            }
            alive += self.bytes[buffer];
            if alive > most {
                most = alive;
            }
            // What is needed to the end and afterwards ends after the last birth.
            if (self.death[buffer] as usize) < M {
                ends[self.death[buffer] as usize] += self.bytes[buffer];
            }
            buffer += 1;
        }
        most
    }

    /// For each buffer the first one that is still needed when it comes to be. Those that are needed
    /// at the same time as it are among this one and all that come to be until it is needed last.
    const fn first_neighbours(&self) -> [u32; M] {
        let mut first = [0; M];
        let (mut buffer, mut earliest) = (0, 0);
        while buffer < self.buffers {
            while self.death[earliest] < self.birth[buffer] {
                earliest += 1;
            }
            first[buffer] = earliest as u32;
            buffer += 1;
        }
        first
    }

    /// The buffers placed in an order. `live` are the bytes needed at one time.
    const fn place(&self, order: &[u32; M], first: &[u32; M], live: u64) -> Packed<M> {
        let mut packed = Packed { offsets: [NOWHERE; M], bytes: 0, excess: 0 };
        let mut i = 0;
        while i < self.buffers {
            let buffer = order[i] as usize;
            let offset = self.lowest(buffer, first[buffer] as usize, &packed.offsets);
            packed.offsets[buffer] = offset;
            let end = offset + self.bytes[buffer];
            if end > live && packed.bytes <= live {
                packed.excess = i;
            }
            if end > packed.bytes {
                packed.bytes = end;
            }
            i += 1;
        }
        packed
    }

    /// The lowest offset at which a buffer overlaps nothing that is needed at the same time.
    const fn lowest(&self, buffer: usize, first: usize, offsets: &[u64; M]) -> u64 {
        let (birth, death, bytes) = (self.birth[buffer], self.death[buffer], self.bytes[buffer]);
        let mut offset = 0;
        loop {
            let before = offset;
            let mut other = first;
            while other < self.buffers && self.birth[other] <= death {
                let start = offsets[other];
                if start < offset + bytes && self.death[other] >= birth {
                    let end = start + self.bytes[other];
                    if end > offset {
                        offset = end;
                    }
                }
                other += 1;
            }
            if offset == before {
                return offset;
            }
        }
    }

    /// The buffers in an order: a heap sort.
    const fn sorted(&self, order: Order) -> [u32; M] {
        let mut sorted = [0; M];
        let mut i = 0;
        while i < self.buffers {
            sorted[i] = i as u32;
            i += 1;
        }
        let mut root = self.buffers / 2;
        while root > 0 {
            root -= 1;
            self.sift(&mut sorted, root, self.buffers, order);
        }
        let mut end = self.buffers;
        while end > 1 {
            end -= 1;
            (sorted[0], sorted[end]) = (sorted[end], sorted[0]);
            self.sift(&mut sorted, 0, end, order);
        }
        sorted
    }

    /// Moves the item at `root` down until it is in order with the items below it.
    const fn sift(&self, heap: &mut [u32; M], mut root: usize, end: usize, order: Order) {
        loop {
            let mut child = 2 * root + 1;
            if child >= end {
                return;
            }
            if child + 1 < end && self.before(heap[child], heap[child + 1], order) {
                child += 1;
            }
            if !self.before(heap[root], heap[child], order) {
                return;
            }
            (heap[root], heap[child]) = (heap[child], heap[root]);
            root = child;
        }
    }

    /// Whether a buffer is placed before another one.
    const fn before(&self, a: u32, b: u32, order: Order) -> bool {
        let (key_a, key_b) = (self.key(a as usize, order), self.key(b as usize, order));
        key_a > key_b || (key_a == key_b && a < b)
    }

    const fn key(&self, buffer: usize, order: Order) -> u64 {
        match order {
            Order::Duration => (self.death[buffer] - self.birth[buffer]) as u64,
            Order::Size => self.bytes[buffer],
        }
    }
}
