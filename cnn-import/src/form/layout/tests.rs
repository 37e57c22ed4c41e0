//! Arrangements against tensors whose values say where they were.

use proptest::prelude::*;

use super::layers::*;
use super::*;
use crate::form::Port;

const SAMPLES: usize = 5;

/// A tensor whose values say where they were at first.
#[derive(Clone, Debug, PartialEq)]
struct Indices {
    sizes: Vec<usize>,
    values: Vec<usize>,
}

impl Indices {
    fn new(sizes: Vec<usize>) -> Indices {
        let values = (0..sizes.iter().product()).collect();
        Indices { sizes, values }
    }

    fn permute(&self, order: &[usize]) -> Indices {
        let sizes: Vec<usize> = order.iter().map(|axis| self.sizes[*axis]).collect();
        let values = (0..self.values.len()).map(|place| {
            let (mut rest, mut index) = (place, vec![0; sizes.len()]);
            for axis in (0..sizes.len()).rev() {
                (index[order[axis]], rest) = (rest % sizes[axis], rest / sizes[axis]);
            }
            let from = index.iter().zip(&self.sizes).fold(0, |from, (at, size)| from * size + at);
            self.values[from]
        });
        Indices { values: values.collect(), sizes }
    }

    /// What layers make of each sample.
    fn apply(&self, builder: &Builder) -> Indices {
        let mut now = self.clone();
        for node in &builder.form.nodes {
            let number = |value: &Argument| match value {
                Argument::Signed(axis) => *axis as usize,
                other => panic!("{other}"),
            };
            let args: Vec<&Argument> = node.call.args.iter().map(|(_, value)| value).collect();
            now = match (node.call.kind, &args[..]) {
                (Kind::Transpose, [one, other]) => {
                    let mut order: Vec<usize> = (0..now.sizes.len()).collect();
                    order.swap(number(one), number(other));
                    now.permute(&order)
                }
                (Kind::Permute, [Argument::List(order)]) => {
                    now.permute(&order.iter().map(number).collect::<Vec<_>>())
                }
                (Kind::Reshape | Kind::Flatten | Kind::Squeeze, _) => now,
                other => panic!("{other:?}"),
            };
            now.sizes = [&[SAMPLES], node.shape.dims()].concat();
        }
        now
    }
}

/// Cuts of an axis, and orders of axes, as random numbers.
fn steps() -> impl Strategy<Value = Vec<(bool, usize, usize)>> {
    prop::collection::vec((any::<bool>(), 0_usize..16, 0_usize..64), 1..7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn layers_arrange_values_as_the_operations_do(
        dims in prop::collection::vec(prop::sample::select(vec![1_usize, 2, 3, 4, 6, 12]), 1..4),
        steps in steps(),
        known in any::<bool>(),
        around in any::<bool>(),
    ) {
        let shape = Shape::new(&dims);
        let mut builder = Builder::default();
        builder.form.inputs.push(Port { name: "x".to_owned(), shape });
        let mut theirs = Indices::new([&[SAMPLES], &dims[..]].concat());
        let batch = known.then_some(SAMPLES as i64);
        let mut ours = Layout::new(Value::Input(0), &shape, batch);
        let mut place = 0;
        let told = |sizes: &[usize], place: usize| {
            let size = |(axis, size): (usize, &usize)| match axis == place && !known {
                true => Size::Batch((size / SAMPLES) as i64),
                false => Size::Known(*size as i64),
            };
            sizes.iter().enumerate().map(size).collect::<Vec<_>>()
        };
        for (cuts, axis, number) in steps {
            let count = theirs.sizes.len();
            if cuts && axis % count != place {
                // Two axes for one.
                let axis = axis % count;
                let divisors: Vec<usize> =
                    (1..=theirs.sizes[axis]).filter(|size| theirs.sizes[axis].is_multiple_of(*size)).collect();
                let first = divisors[number % divisors.len()];
                let rest = theirs.sizes[axis] / first;
                theirs.sizes.splice(axis..=axis, [first, rest]);
                place += usize::from(place > axis);
                ours = ours.reshape(&told(&theirs.sizes, place)).unwrap();
            } else if cuts {
                // One axis for two.
                if place + 1 < count {
                    let both = theirs.sizes[place] * theirs.sizes[place + 1];
                    let (mut sizes, before) = (theirs.sizes.clone(), theirs.sizes.clone());
                    sizes.splice(place..place + 2, [both]);
                    ours = ours.reshape(&told(&sizes, place)).unwrap();
                    ours = ours.reshape(&told(&before, place)).unwrap();
                }
            } else {
                let mut order: Vec<usize> = (0..count).collect();
                order.rotate_left(axis % count);
                order.swap(0, number % count);
                place = order.iter().position(|axis| *axis == place).unwrap();
                theirs = theirs.permute(&order);
                let order: Vec<i64> = order.into_iter().map(|axis| axis as i64).collect();
                ours = ours.permute(&order).unwrap();
            }
        }
        // A value with the batch in front, for which it is the same arrangement.
        if around && let Ok((value, around)) = ours.around(&mut builder) {
            let again = Layout::of(value, &builder.form.shape(value), batch, &around).unwrap();
            prop_assert_eq!(again.sizes(), ours.sizes());
            ours = again;
        }
        let mut order: Vec<usize> = (0..theirs.sizes.len()).collect();
        order.swap(0, place);
        theirs = theirs.permute(&order);
        let order: Vec<i64> = order.into_iter().map(|axis| axis as i64).collect();
        ours = ours.permute(&order).unwrap();
        // As few axes as there may be.
        let (mut sizes, most) = (theirs.sizes.clone(), MOST_AXES + 1);
        if sizes.len() > most {
            let merged = sizes[most - 1..].iter().product();
            sizes.splice(most - 1.., [merged]);
            theirs.sizes = sizes;
            ours = ours.reshape(&told(&theirs.sizes, 0)).unwrap();
        }
        if let Ok(value) = ours.arranged(&mut builder) {
            prop_assert_eq!(builder.form.shape(value), Shape::new(&theirs.sizes[1..]));
            prop_assert_eq!(
                Indices::new([&[SAMPLES], &dims[..]].concat()).apply(&builder).values,
                theirs.values
            );
        } else {
            prop_assert!(ours.parts.len() > MOST_PARTS || theirs.sizes.len() == 1);
        }
    }
}
