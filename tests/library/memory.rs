//! Memory plans: random networks run in them, byte by byte.

use cnn::{ALIGNMENT, DType, Graph, Node, Op, Optimizer, Plan, Reuse, Shape, Slot, Source, cnn};
use cnn_core::layers::Nested;
use cnn_core::{Arg, Kind, Step};
use cnn_reference::{network, random};
use proptest::prelude::*;

/// A value while a network runs: its place and its expected bytes.
#[derive(Clone, Copy)]
struct Value {
    slot: Slot,
    content: usize,
}

/// A network that runs in an arena. Each layer that makes something fills its output with its number.
struct Running<'a> {
    arena: Vec<usize>,
    slots: &'a [Slot],
    next: usize,
}

impl Running<'_> {
    fn range(slot: Slot) -> std::ops::Range<usize> {
        slot.offset..slot.offset + slot.bytes
    }

    fn intact(&self, value: Value) -> bool {
        self.arena[Running::range(value.slot)].iter().all(|byte| *byte == value.content)
    }

    /// Answers the outputs.
    fn network(&mut self, graph: &Graph, input: Value) -> Vec<Value> {
        let mut values: Vec<Vec<Value>> = Vec::new();
        let value = |values: &[Vec<Value>], from| match from {
            Source::Input(_) => input,
            Source::Node(index) => values[index][0],
            Source::Tap { node, output } => values[node][output],
        };
        for node in graph.nodes {
            let inputs: Vec<Value> =
                node.inputs.iter().map(|edge| value(&values, edge.from)).collect();
            values.push(match node.op {
                Op::Network(nested) => self.network(&nested.graph, inputs[0]),
                _ => vec![self.layer(graph, &node, &inputs)],
            });
        }
        graph.outputs.iter().map(|output| value(&values, output.from)).collect()
    }

    fn layer(&mut self, graph: &Graph, node: &Node, inputs: &[Value]) -> Value {
        let slot = self.slots[self.next];
        self.next += 1;
        assert_eq!(slot.offset % ALIGNMENT, 0);
        for input in inputs {
            assert!(self.intact(*input), "an input of {} was overwritten", node.name);
        }
        if node.kind.reuse() == Reuse::View {
            assert_eq!(slot, inputs[0].slot);
            return inputs[0];
        }
        for (input, edge) in inputs.iter().zip(node.inputs) {
            let (output, range) = (Running::range(slot), Running::range(input.slot));
            if output.start < range.end && range.start < output.end {
                assert_eq!(node.kind.reuse(), Reuse::Overwrite, "{}", node.name);
                assert_eq!(graph.shape(edge.from), node.output, "{}", node.name);
                assert_eq!(slot, input.slot, "{}", node.name);
            }
        }
        self.arena[Running::range(slot)].fill(self.next);
        Value { slot, content: self.next }
    }
}

/// Runs a network of `N` layers in its plan. Answers the plan.
fn run<const N: usize>(graph: &Graph, dtype: DType) -> Plan<N> {
    let plan = Plan::<N>::new(graph, dtype);
    let mut arena = vec![usize::MAX; plan.arena_bytes()];
    arena[Running::range(plan.input())].fill(0);
    let mut running = Running { arena, slots: plan.outputs(), next: 0 };
    for output in running.network(graph, Value { slot: plan.input(), content: 0 }) {
        assert!(running.intact(output), "an output was overwritten");
    }
    assert_eq!(running.next, N);

    let filled = |slot: &Slot| slot.bytes.next_multiple_of(ALIGNMENT);
    let sum = filled(&plan.input()) + plan.outputs().iter().map(filled).sum::<usize>();
    assert!(plan.live_bytes() <= plan.arena_bytes() && plan.arena_bytes() <= sum);
    assert_eq!(graph.arena_bytes(dtype), Some(plan.arena_bytes()));
    assert_eq!(graph.live_bytes(dtype), Some(plan.live_bytes()));
    plan
}

/// A network as a layer.
fn embedded(network: Nested) -> Step<'static> {
    let others = vec![(0, Arg::Network(Box::leak(Box::new(network))))].leak();
    Step::new("", Kind::Network, &[], others)
}

/// A random network that contains the random network `inner` twice, at the end within another.
fn embedding(inner: Nested) -> Nested {
    let input = inner.graph.input;
    let inner = embedded(inner);
    let layer = |kind| Step::new("", kind, &[], &[]);
    // Both take the input, and it is needed afterwards.
    network(
        input,
        vec![
            layer(Kind::Relu),
            inner.at(&[1]),
            inner.at(&[1]),
            layer(Kind::Add).at(&[3, 2]),
            layer(Kind::Tanh).at(&[1]),
            layer(Kind::Identity).at(&[4]),
        ],
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_value_is_overwritten_while_it_is_needed(seed: u64) {
        let graph = random::network(seed).graph;
        for dtype in DType::ALL {
            run::<{ random::LAYERS }>(&graph, dtype);
        }
    }

    #[test]
    fn nor_in_networks_of_networks(seed: u64) {
        let inner = random::network(seed);
        let once = embedding(inner);
        prop_assert_eq!(once.graph.leaf_count(), 2 * random::LAYERS + 4);
        run::<{ 2 * random::LAYERS + 4 }>(&once.graph, DType::I8);
        let twice = embedding(once).graph;
        run::<{ 4 * random::LAYERS + 12 }>(&twice, DType::F32);
    }
}

#[test]
fn random_plans_are_near_the_bound() {
    let ratio = |seed| {
        let plan = run::<{ random::LAYERS }>(&random::network(seed).graph, DType::F32);
        plan.arena_bytes() as f64 / plan.live_bytes() as f64
    };
    let ratios: Vec<f64> = (0..1000).map(ratio).collect();
    let best = ratios.iter().filter(|ratio| **ratio == 1.0).count();
    let worst = ratios.iter().copied().fold(1.0, f64::max);
    println!("{best} of 1000 are the smallest; the worst is {worst:.3} times the bound");
    assert!(best >= 990 && worst < 1.5);
}

cnn! {
    struct Small<const WIDTH: usize = 4>: [1, 8, 8] -> [10] <
        conv(1, WIDTH, 3, bias = false); batchnorm; relu; maxpool(2); fc(_, 10);
    >
}

/// What `static`s of microcontrollers are made of.
static ARENA: [u8; <Small>::ARENA_I8] = [0; <Small>::ARENA_I8];
const PLAN: Plan<{ <Small>::GRAPH.nodes.len() }> = Plan::new(&<Small>::GRAPH, DType::I8);

#[test]
fn the_arena_is_a_constant() {
    // While the convolution runs, 4 × 6 × 6 values and the input. With twice the channels the pool needs
    // more.
    assert_eq!(ARENA.len(), 144 + 64);
    assert_eq!(PLAN.arena_bytes(), ARENA.len());
    let [conv, bn, relu, ..] = PLAN.outputs();
    assert_eq!((conv, bn), (bn, relu));
    assert_eq!(Small::<4>::ARENA_F32, 4 * ARENA.len());
    assert_eq!(Small::<8>::ARENA_F16, 2 * (8 * 36 + 8 * 9));
}

#[test]
fn what_is_too_large_is_not_known() {
    let small = Shape::new(&[1, 4, 4]);
    let conv = Step::new("", Kind::Conv, &[1, 1, 1], &[]);
    let mut inner = network(small, vec![conv; 15]);
    for nodes in [15 * 15 + 15, 15 * (15 * 15 + 15) + 15] {
        inner = network(small, vec![embedded(inner); 15]);
        assert!(nodes < 4_096);
        assert_eq!(inner.graph.arena_bytes(DType::F32), Some(2 * 64));
    }
    let more = network(small, vec![embedded(inner); 2]);
    assert_eq!(more.graph.leaf_count(), 6_750);
    assert_eq!(more.graph.arena_bytes(DType::F32), None);
    assert_eq!(more.graph.live_bytes(DType::F32), None);

    let side = 1 << 31;
    let huge = network(Shape::new(&[1, side, side]), vec![conv]).graph;
    assert_eq!(huge.arena_bytes(DType::I8), None);
}

cnn! {
    struct Trained: [1, 6, 6] -> [10] <
        conv(1, 4, 3); relu; maxpool(2); flatten; dropout(0.5);
        residual { #[frozen] linear(16, 16); relu }
        fc(_, 10);
    >
    struct Outer: [1, 6, 6] -> [5] < Trained; #[frozen] fc(10, 5) >
}

#[test]
fn training_keeps_each_value_once() {
    let training =
        |optimizer| Trained::GRAPH.training(&Trained::SUMMARY, DType::F32, 8, optimizer).unwrap();
    let adam = training(Optimizer::Adam);
    // The image; what `relu` makes of 4 × 4 × 4; what arrives at `linear`, what `relu` makes of it, and
    // the sum that arrives at `fc`. The pool and dropout keep what they chose.
    let (values, chosen) = (36 + 64 + 16 + 16 + 16, 16 * 8 + 16);
    assert_eq!(adam.activations, 8 * (4 * values + chosen));
    assert_eq!(adam.weights, 4 * (40 + 272 + 170));
    assert_eq!((adam.gradients, adam.optimizer), (4 * (40 + 170), 8 * (40 + 170)));
    assert_eq!(adam.total(), adam.activations + adam.weights + 3 * adam.gradients);
    assert_eq!(training(Optimizer::Momentum).optimizer, adam.gradients);
    assert_eq!(training(Optimizer::Sgd).optimizer, 0);

    // The network around it keeps what it hands on, too.
    let outer = Outer::GRAPH.training(&Outer::SUMMARY, DType::F32, 8, Optimizer::Adam).unwrap();
    assert_eq!(outer.activations, adam.activations + 8 * 4 * 10);
    assert_eq!(outer.gradients, adam.gradients);
}
