//! Networks become bytes.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::data::{CLOSED, MOST_ELEMENTS, header, layer, place, port, tag};
use super::peak::{Freed, Peak};
use super::{Cost, Nested, Step, edge, elements};
use crate::error::At;
use crate::language::{Arg, Packed};
use crate::layers::Kind;
use crate::shape::{MAX_RANK, Shape};

/// A layer to be encoded.
#[derive(Clone, Copy, Debug)]
pub struct Encodable<'a> {
    /// The layer. Its arguments count as far as they are known.
    pub step: Step<'a>,
    /// The index of its arguments in [`Declaration::open`](super::Declaration::open), if only rustc
    /// knows all of them.
    pub args: Option<usize>,
    /// Its output and cost, if they are known.
    pub figures: Option<(Shape, Cost)>,
    /// Whether its figures depend on what only rustc knows.
    pub open: bool,
    /// The index of its call among those of the network: the same one for layers that a block or a
    /// repeat has made of one call.
    pub call: usize,
    /// The network that it is, if it is known.
    pub nested: Option<&'static Nested>,
    /// Whether it is in a branch: then a network cannot be cut there.
    pub in_branch: bool,
}

/// A network to be encoded.
#[derive(Clone, Copy, Debug)]
pub struct EncodableNetwork<'a> {
    /// Its inputs, in their order.
    pub inputs: &'a [EncodableInput<'a>],
    /// Its outputs, in their order.
    pub outputs: &'a [EncodableOutput<'a>],
    /// Its layers, in an order in which they can run.
    pub layers: &'a [Encodable<'a>],
    /// Values from inside networks: the layer, and which of its outputs. The values follow those that the layers make.
    pub taps: &'a [(usize, usize)],
    /// Labels that stand for something else than what the last layer makes whose name begins with them.
    pub marks: &'a [Mark<'a>],
    /// Whether anything is left to check.
    pub open: bool,
}

/// The meaning of a label.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    /// The label in full.
    pub label: &'a str,
    /// The value.
    pub value: usize,
    /// How many layers there are up to the end of its statement.
    pub layers: usize,
}

/// An input to be encoded.
#[derive(Clone, Copy, Debug)]
pub struct EncodableInput<'a> {
    /// Its name; empty if it has none.
    pub name: &'a str,
    /// Its shape, as far as it is known.
    pub shape: Shape,
}

/// An output to be encoded.
#[derive(Clone, Copy, Debug)]
pub struct EncodableOutput<'a> {
    /// Its name; empty if it has none.
    pub name: &'a str,
    /// Which value it is: the inputs come first, and then what each layer makes.
    pub value: usize,
    /// The shape that it is declared to have, as far as that is known.
    pub declared: Option<Shape>,
}

/// The bytes of a network, and the text that they refer to.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// For [`Declaration`](super::Declaration).
    pub data: Vec<u8>,
    /// Likewise.
    pub text: String,
    /// How many calls there are.
    pub calls: usize,
    /// Whether some size does not fit in 32 bits.
    pub wide: bool,
}

/// Encodes a network.
pub fn encode(network: &EncodableNetwork<'_>) -> Encoded {
    Encoder::default().network(network)
}

/// Encoded things, of which equal ones are one.
#[derive(Default)]
struct Once {
    known: BTreeMap<Vec<u8>, u32>,
    bytes: Vec<u8>,
}

impl Once {
    /// The index of a thing.
    fn index(&mut self, thing: Vec<u8>) -> u32 {
        let next = self.known.len() as u32;
        if let Some(index) = self.known.get(&thing) {
            return *index;
        }
        self.bytes.extend_from_slice(&thing);
        self.known.insert(thing, next);
        next
    }
}

#[derive(Default)]
struct Encoder {
    text: String,
    /// Where a text is that occurs more than once: a call, or the calls of blocks around it.
    texts: BTreeMap<Vec<u8>, u32>,
    shapes: Once,
    costs: Once,
    /// The calls of templates, and where each begins.
    templates: Once,
    offsets: Vec<u32>,
    wide: bool,
}

impl Encoder {
    fn network(mut self, network: &EncodableNetwork<'_>) -> Encoded {
        let EncodableNetwork { inputs, outputs, layers, taps, marks, open } = *network;
        let taken: Vec<Vec<usize>> = (inputs.len()..).zip(layers).map(taken).collect();
        let values = inputs.len() + layers.len() + taps.len();
        let results: Vec<usize> = outputs.iter().map(|output| output.value).collect();
        let (edges, used) = edge::encode(taken.iter().map(Vec::as_slice), &results, values);

        let mut totals = Totals::new(network);
        let (mut records, mut first) = (Vec::new(), 0);
        for (index, item) in layers.iter().enumerate() {
            let (count, used) = (taken[index].len(), used[inputs.len() + index]);
            let (output, cost) = item.figures.unwrap_or((Shape::LOST, Cost::ZERO));
            let taken = Packed::new(&edges, 4 * first, count);
            totals.add(index, item, &taken, output, cost, used);
            let unused = if used { 0 } else { layer::UNUSED };
            records.push(self.layer(item, (first, count), &output, cost, unused, open));
            first += count;
        }

        let (calls, places) = if open { self.calls(layers) } else { (Vec::new(), Vec::new()) };
        let known = layers.iter().all(|layer| layer.figures.is_some())
            && inputs.iter().all(|input| !input.shape.is_lost());
        let mut ports = Vec::new();
        for input in inputs {
            ports.push(self.port(input.name, Some(&input.shape), 0));
        }
        for output in outputs {
            ports.push(self.port(output.name, output.declared.as_ref(), output.value));
        }
        let taps = taps.iter().map(|(layer, output)| alloc::vec![*layer as u32, *output as u32]);
        let taps: Vec<Vec<u32>> = taps.collect();
        let marks: Vec<Vec<u32>> = marks.iter().map(|mark| self.mark(mark)).collect();
        let mut head = [0; header::COUNT];
        head[header::LAYERS] = layers.len() as u32;
        head[header::INPUTS] = inputs.len() as u32;
        head[header::OUTPUTS] = outputs.len() as u32;
        head[header::TAPS] = taps.len() as u32;
        head[header::MARKS] = marks.len() as u32;
        head[header::PEAK_AT] = totals.peak.at as u32;
        head[header::TEMPLATE_COUNT] = self.offsets.len() as u32;
        head[header::FLAGS] =
            if known { header::ASSUMED } else { 0 } | if self.wide { header::WIDE } else { 0 };

        // The sections in their order, and where each begins.
        let peaks = [totals.peak.most as u64, totals.peak.most_with_input as u64];
        let total = longs(&[&totals.cost.to_array()[..], &peaks].concat());
        let mut at = 4 * header::COUNT + total.len();
        let sections: [(usize, Vec<u8>); 8] = [
            (header::PORTS, words(&ports.concat())),
            (header::TAPS_AT, words(&taps.concat())),
            (header::MARKS_AT, words(&marks.concat())),
            (header::SHAPES, self.shapes.bytes),
            (header::COSTS, self.costs.bytes),
            (header::RECORDS, words(&records.concat())),
            (header::EDGES, edges),
            (header::TEMPLATES, vec_of(0, 4 * self.offsets.len())),
        ];
        for (word, bytes) in &sections {
            head[*word] = at as u32;
            at += bytes.len();
        }
        let (calls_bytes, places_bytes) = (words(&calls.concat()), words(&places.concat()));
        head[header::CALLS] = at as u32;
        head[header::PLACES] = (at + calls_bytes.len()) as u32;
        let templates_at = (at + calls_bytes.len() + places_bytes.len()) as u32;
        let offsets: Vec<u32> = self.offsets.iter().map(|offset| offset + templates_at).collect();

        let mut data = words(&head);
        data.extend(total);
        for (word, bytes) in sections {
            data.extend(if word == header::TEMPLATES { words(&offsets) } else { bytes });
        }
        data.extend([calls_bytes, places_bytes, self.templates.bytes].concat());
        Encoded { data, text: self.text, calls: calls.len(), wide: self.wide }
    }

    fn layer(
        &mut self,
        item: &Encodable<'_>,
        (edge, edge_count): (usize, usize),
        output: &Shape,
        cost: Cost,
        unused: u32,
        open: bool,
    ) -> Vec<u32> {
        let Step { name, kind, frozen, weights_of, within, .. } = item.step;
        let mut record = [0; layer::COUNT];
        record[layer::TEMPLATE] = self.template(item);
        record[layer::OUTPUT] = self.shape(output);
        record[layer::COST] = self.costs.index(longs(&cost.to_array()));
        record[layer::NAME] = self.text.len() as u32;
        record[layer::NAME_LENGTH] = name.len() as u32;
        self.text.push_str(name);
        record[layer::EDGE] = edge as u32;
        record[layer::EDGE_COUNT] = edge_count as u32;
        record[layer::WEIGHTS] = weights_of.map_or(0, |layer| layer as u32 + 1);
        record[layer::KIND] = kind_index(kind)
            | if frozen { layer::FROZEN } else { 0 }
            | if item.open { layer::OPEN } else { 0 }
            | if item.in_branch { layer::BRANCH } else { 0 }
            | unused;
        if open {
            record[layer::CALL] = item.call as u32;
            record[layer::WITHIN] = self.shared(within);
            record[layer::WITHIN_LENGTH] = within.len() as u32;
        }
        record.to_vec()
    }

    /// An input or an output.
    fn port(&mut self, name: &str, shape: Option<&Shape>, value: usize) -> Vec<u32> {
        let mut record = [0; port::COUNT];
        record[port::NAME] = self.shared(name);
        record[port::NAME_LENGTH] = name.len() as u32;
        record[port::SHAPE] = shape.map_or(0, |shape| self.shape(shape) + 1);
        record[port::VALUE] = value as u32;
        record.to_vec()
    }

    fn mark(&mut self, mark: &Mark<'_>) -> Vec<u32> {
        let start = self.shared(mark.label);
        let length = mark.label.len() as u32;
        alloc::vec![start, length, mark.value as u32, mark.layers as u32]
    }

    /// The index of a shape.
    fn shape(&mut self, shape: &Shape) -> u32 {
        self.wide |= shape.dims().iter().any(|size| u32::try_from(*size).is_err());
        let mut sizes = [0; 1 + MAX_RANK];
        sizes[0] = shape.rank() as u64;
        for (size, dim) in sizes[1..].iter_mut().zip(shape.dims()) {
            *size = *dim as u64;
        }
        self.shapes.index(longs(&sizes))
    }

    /// Where a text begins that may occur more than once.
    fn shared(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        if let Some(start) = self.texts.get(text.as_bytes()) {
            return *start;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.texts.insert(text.as_bytes().to_vec(), start);
        start
    }

    /// The index of a layer's template.
    fn template(&mut self, item: &Encodable<'_>) -> u32 {
        let open = item.args.map_or(CLOSED, |index| index as u32);
        let others = item.step.args.others;
        let mut bytes = open.to_le_bytes().to_vec();
        bytes.push(others.len() as u8);
        let mut room = MOST_ELEMENTS;
        for (param, arg) in others {
            bytes.push(*param as u8);
            self.argument(arg, &mut room, &mut bytes);
        }
        // Equal bytes of different keywords may be one: the keyword is that of the layer.
        let offset = self.templates.bytes.len() as u32;
        let known = self.templates.known.len();
        let index = self.templates.index(bytes);
        if self.templates.known.len() > known {
            self.offsets.push(offset);
        }
        index
    }

    fn argument(&mut self, arg: &Arg<'_>, room: &mut usize, bytes: &mut Vec<u8>) {
        let mut long = |tag, number: u64| {
            bytes.push(tag);
            bytes.extend(number.to_le_bytes());
        };
        match *arg {
            Arg::Omitted | Arg::Network(_) => bytes.push(tag::OMITTED),
            Arg::Infer => bytes.push(tag::INFER),
            Arg::Size(size) => {
                self.wide |= u32::try_from(size).is_err();
                long(tag::SIZE, size as u64);
            }
            Arg::Signed(number) => {
                self.wide |= i32::try_from(number).is_err();
                long(tag::SIGNED, number as u64);
            }
            Arg::Float(number) => long(tag::FLOAT, number.to_bits()),
            Arg::Flag(flag) => bytes.push(if flag { tag::TRUE } else { tag::FALSE }),
            Arg::Word(index) => bytes.extend([tag::WORD, index as u8]),
            Arg::Range(start, end) => {
                long(tag::RANGE, start as u64);
                bytes.extend((end as u64).to_le_bytes());
            }
            // Longer lists are errors that have been reported.
            Arg::List(list) => {
                let list = &list[..list.len().min(*room)];
                *room -= list.len();
                bytes.extend([tag::LIST, list.len() as u8]);
                for value in list {
                    self.argument(value, &mut 0, bytes);
                }
            }
        }
    }

    /// The calls of a network, and where their values are.
    fn calls(&mut self, layers: &[Encodable<'_>]) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
        let count = layers.iter().map(|item| item.call + 1).max().unwrap_or(0);
        let (mut calls, mut places) = (vec_of(Vec::new(), count), Vec::new());
        for item in layers {
            if !calls[item.call].is_empty() {
                continue;
            }
            let written = item.step.written;
            let mut record = [0; super::data::call::COUNT];
            record[super::data::call::TEXT] = self.shared(written.text);
            record[super::data::call::TEXT_LENGTH] = written.text.len() as u32;
            record[super::data::call::LINE] = written.line;
            record[super::data::call::PLACE] = places.len() as u32;
            record[super::data::call::PLACE_COUNT] = written.places.len() as u32;
            record[super::data::call::RESIDUAL] = u32::from(written.residual);
            calls[item.call] = record.to_vec();
            for one in written.places {
                let value = match one.at {
                    At::Element(param, element) => {
                        param as u32 | (element as u32) << 8 | place::ELEMENT
                    }
                    At::Param(param) => param as u32,
                    At::Layer => 0,
                };
                let named = if one.named { place::NAMED } else { 0 };
                places.push(alloc::vec![value | named, one.start as u32, one.end as u32]);
            }
        }
        (calls, places)
    }
}

// The macro runs without optimisation, where a loop is several times as fast as a chain of iterators.

fn words(words: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(4 * words.len());
    for word in words {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    bytes
}

fn longs(longs: &[u64]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(8 * longs.len());
    for long in longs {
        bytes.extend_from_slice(&long.to_le_bytes());
    }
    bytes
}

fn vec_of<T: Clone>(value: T, count: usize) -> Vec<T> {
    alloc::vec![value; count]
}

/// The values that a step takes, which itself makes the value `own`.
fn taken((own, item): (usize, &Encodable<'_>)) -> Vec<usize> {
    let inputs = item.step.inputs;
    (0..inputs.count()).map(|input| inputs.get(own, input)).collect()
}

fn kind_index(kind: Kind) -> u32 {
    Kind::ALL.iter().position(|known| *known == kind).unwrap_or(0) as u32
}

/// The totals of the layers so far.
struct Totals<'a> {
    cost: Cost,
    peak: Peak,
    /// How many elements there are of the inputs, what the layers have made, and what is taken from inside networks.
    elements: Vec<u64>,
    network: &'a EncodableNetwork<'a>,
}

impl<'a> Totals<'a> {
    fn new(network: &'a EncodableNetwork<'a>) -> Totals<'a> {
        let EncodableNetwork { inputs, layers, taps, .. } = network;
        let shapes: Vec<Shape> = inputs.iter().map(|input| input.shape).collect();
        let peak = Peak::new(&shapes);
        let mut elements: Vec<u64> = shapes.iter().map(|shape| elements(shape) as u64).collect();
        elements.resize(inputs.len() + layers.len() + taps.len(), 0);
        Totals { cost: Cost::ZERO, peak, elements, network }
    }

    fn add(
        &mut self,
        index: usize,
        item: &Encodable<'_>,
        edges: &Packed<'_>,
        output: Shape,
        cost: Cost,
        used: bool,
    ) {
        let EncodableNetwork { inputs, layers, taps, .. } = *self.network;
        self.cost = self.cost.plus(cost);
        let made = elements(&output);
        if item.figures.is_some() {
            let freed = Freed::of(edges, &self.elements, inputs.len());
            let mut tapped = 0;
            for (tap, (_, output)) in taps.iter().enumerate().filter(|(_, (of, _))| *of == index) {
                let shape = item.nested.map_or(Shape::LOST, |nested| nested.output_shape(*output));
                let elements = elements(&shape);
                tapped += elements;
                self.elements[inputs.len() + layers.len() + tap] = elements as u64;
            }
            self.peak.step(item.nested, freed, made, used, tapped);
        }
        self.elements[inputs.len() + index] = made as u64;
    }
}

#[cfg(test)]
mod tests {
    use std::boxed::Box;
    use std::vec;
    use std::vec::Vec;

    use super::*;
    use crate::language::{Args, Arrivals};
    use crate::network::{Declaration, Edge, Graph, Pass, Source, Summary};
    use crate::resolve::{Resolved, resolve};

    /// The part of the bytes of these layers that is read.
    fn decoded(input: Shape, steps: &[Step<'_>]) -> (Vec<Resolved>, Graph, Summary) {
        let (mut pass, mut values, mut resolved) = (Pass::new(&[input]), vec![input], Vec::new());
        for step in steps {
            let layer = pass.step(step, &values);
            assert!(layer.errors.is_empty(), "{}: {:?}", step.name, layer.errors);
            values.push(layer.output);
            resolved.push(layer);
        }
        let layers: Vec<Encodable<'_>> = steps.iter().zip(&resolved).map(encodable).collect();
        let Encoded { data, text, .. } = encoded(input, &layers);
        let declaration = Declaration::known("Net", data.leak(), text.leak());
        let declaration = Box::leak(Box::new(declaration));
        (resolved, declaration.graph(&[]), declaration.summary(&[]))
    }

    /// A network with an input and an output that have no names.
    fn encoded(shape: Shape, layers: &[Encodable<'_>]) -> Encoded {
        let inputs = &[EncodableInput { name: "", shape }];
        let outputs = &[EncodableOutput { name: "", value: layers.len(), declared: None }];
        let (taps, marks) = (&[], &[]);
        encode(&EncodableNetwork { inputs, outputs, layers, taps, marks, open: false })
    }

    fn encodable<'a>((step, layer): (&Step<'a>, &Resolved)) -> Encodable<'a> {
        let figures = Some((layer.output, layer.cost));
        Encodable {
            step: *step,
            args: None,
            figures,
            open: false,
            call: 0,
            nested: None,
            in_branch: false,
        }
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let padding = [Arg::Signed(1), Arg::Signed(-2), Arg::Signed(3), Arg::Signed(0)];
        let pad = [(0, Arg::List(&padding)), (1, Arg::Word(2))];
        let kernel = [Arg::Size(3), Arg::Size(1)];
        let frozen = Step::new("b", Kind::Conv, &[], &[(0, Arg::Infer), (1, Arg::Size(6))]);
        let conv = [(0, Arg::Infer), (1, Arg::Size(6)), (2, Arg::List(&kernel))];
        let steps = [
            Step::new("pad", Kind::Pad, &[], &pad),
            Step { frozen: true, args: Args { sizes: &[], others: &conv }, ..frozen },
            Step::new("drop", Kind::Dropout, &[], &[(0, Arg::Float(0.25))]),
            Step::new("channels", Kind::Channels, &[], &[(0, Arg::Range(2, 5))]),
            Step::new(
                "conv",
                Kind::Conv,
                &[],
                &[(0, Arg::Size(3)), (1, Arg::Size(6)), (2, Arg::Size(1)), (7, Arg::Flag(false))],
            ),
            Step::new("add", Kind::Add, &[], &[]).at(&[3, 5]),
            Step::new("again", Kind::Dropout, &[], &[(0, Arg::Float(0.25))]),
            Step::new("flat", Kind::Flatten, &[], &[]),
            Step::new("softmax", Kind::Softmax, &[], &[(0, Arg::Signed(1))]),
        ];
        let (resolved, graph, summary) = decoded(Shape::new(&[3, 9, 9]), &steps);
        assert_eq!((graph.name, graph.nodes.len()), ("Net", steps.len()));
        for (index, (step, layer)) in steps.iter().zip(&resolved).enumerate() {
            let (node, row) = (graph.nodes.at(index), summary.rows.at(index));
            assert_eq!((node.name, node.kind, node.frozen), (step.name, step.kind, step.frozen));
            assert_eq!((node.op, node.input, node.output), (layer.op, layer.input, layer.output));
            assert_eq!((row.name, row.output, row.cost()), (step.name, layer.output, layer.cost));
        }
        let froms: Vec<Vec<Source>> = graph
            .nodes
            .iter()
            .map(|node| node.inputs.iter().map(|Edge { from, .. }| from).collect())
            .collect();
        assert_eq!(froms[0], [Source::Input(0)]);
        assert_eq!(froms[5], [Source::Node(2), Source::Node(4)]);
        let total = resolved.iter().fold(Cost::ZERO, |sum, layer| sum.plus(layer.cost));
        assert_eq!((summary.cost(), summary.output), (total, graph.output));
    }

    #[test]
    fn equal_calls_are_written_once() {
        let relu = Step::new("relu", Kind::Relu, &[], &[]);
        let shape = Shape::new(&[4]);
        let bytes = |count| {
            let steps = vec![relu; count];
            let nothing = resolve(Kind::Identity, &Args::sizes(&[]), &Arrivals::one(shape));
            let layers: Vec<Encodable<'_>> =
                steps.iter().map(|step| encodable((step, &nothing))).collect();
            encoded(shape, &layers).data.len()
        };
        // Its words, and an edge.
        assert_eq!(bytes(101) - bytes(100), 4 * (layer::COUNT + 1));
    }
}
