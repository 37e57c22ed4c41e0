//! A network as a module of burn.
//!
//! Each parameter is visited with its name in PyTorch's `state_dict`, so that burn's stores load and save
//! PyTorch's files without a mapping.

use burn::module::{
    Content, Devices, Module, ModuleDisplay, ModuleDisplayDefault, ModuleMapper, ModuleVisitor,
    Param, ParamId, RunningState,
};
use burn::tensor::{Device, Tensor};

use crate::net::Net;
use crate::state::{LayerState, Stored};
use crate::unit::Unit;

/// The type that burn is told of each layer. If it were `Struct:Linear`, adapters for PyTorch's files
/// would transpose its weight, as that of burn's own layer is.
const CONTAINER: &str = "Struct:Layer";

/// A change of each part of a network, in the order of the layers.
trait Change {
    fn part<M: Module>(&mut self, part: M) -> M;
    fn running(&mut self, running: RunningState<Tensor<1>>) -> RunningState<Tensor<1>> {
        self.part(running)
    }
    fn enter(&mut self, _name: &str) {}
    fn exit(&mut self, _name: &str) {}
}

/// A look at each part of a network, in the same order.
trait Look {
    fn part<M: Module>(&mut self, part: &M);
    fn enter(&mut self, _name: &str) {}
    fn exit(&mut self, _name: &str) {}
}

impl Unit {
    fn change(self, change: &mut impl Change) -> Unit {
        let state = self.state.0.into_iter().map(|(suffix, stored)| {
            if !suffix.is_empty() {
                change.enter(suffix);
            }
            let stored = stored.change(change);
            if !suffix.is_empty() {
                change.exit(suffix);
            }
            (suffix, stored)
        });
        let state = LayerState(state.collect());
        let training = self.training.map(|flag| {
            change.enter("training");
            let flag = change.part(flag);
            change.exit("training");
            flag
        });
        Unit { state, training, ..self }
    }

    fn look(&self, look: &mut impl Look) {
        for (suffix, stored) in &self.state.0 {
            if !suffix.is_empty() {
                look.enter(suffix);
            }
            stored.look(look);
            if !suffix.is_empty() {
                look.exit(suffix);
            }
        }
        if let Some(flag) = &self.training {
            look.enter("training");
            look.part(flag);
            look.exit("training");
        }
    }
}

impl Stored {
    fn change(self, change: &mut impl Change) -> Stored {
        match self {
            Stored::Rank1(param) => Stored::Rank1(change.part(param)),
            Stored::Rank2(param) => Stored::Rank2(change.part(param)),
            Stored::Rank3(param) => Stored::Rank3(change.part(param)),
            Stored::Rank4(param) => Stored::Rank4(change.part(param)),
            Stored::Rank5(param) => Stored::Rank5(change.part(param)),
            Stored::Integers(param) => Stored::Integers(change.part(param)),
            Stored::Table(param) => Stored::Table(change.part(param)),
            Stored::Running(running) => {
                // A statistic that is still to be taken over would later replace the change.
                running.value_sync();
                Stored::Running(change.running(running))
            }
        }
    }

    fn look(&self, look: &mut impl Look) {
        match self {
            Stored::Rank1(param) => look.part(param),
            Stored::Rank2(param) => look.part(param),
            Stored::Rank3(param) => look.part(param),
            Stored::Rank4(param) => look.part(param),
            Stored::Rank5(param) => look.part(param),
            Stored::Integers(param) => look.part(param),
            Stored::Table(param) => look.part(param),
            Stored::Running(running) => {
                running.value_sync();
                look.part(running);
            }
        }
    }
}

struct Map<'a, M>(&'a mut M);

impl<M: ModuleMapper> Change for Map<'_, M> {
    fn part<P: Module>(&mut self, part: P) -> P {
        part.map(self.0)
    }

    fn enter(&mut self, name: &str) {
        self.0.enter_module(name, CONTAINER);
    }

    fn exit(&mut self, name: &str) {
        self.0.exit_module(name, CONTAINER);
    }
}

struct Visit<'a, V>(&'a mut V);

impl<V: ModuleVisitor> Look for Visit<'_, V> {
    fn part<P: Module>(&mut self, part: &P) {
        part.visit(self.0);
    }

    fn enter(&mut self, name: &str) {
        self.0.enter_module(name, CONTAINER);
    }

    fn exit(&mut self, name: &str) {
        self.0.exit_module(name, CONTAINER);
    }
}

struct Collect(Devices);

impl Look for Collect {
    fn part<P: Module>(&mut self, part: &P) {
        self.0 = part.collect_devices(std::mem::take(&mut self.0));
    }
}

/// One of burn's changes of whole modules.
enum Whole<'a> {
    Fork(&'a Device),
    ToDevice(&'a Device),
    Train,
    Valid,
    Materialize,
}

impl Change for Whole<'_> {
    fn part<P: Module>(&mut self, part: P) -> P {
        match self {
            Whole::Fork(device) => part.fork(device),
            Whole::ToDevice(device) => part.to_device(device),
            Whole::Train => part.train(),
            Whole::Valid => part.valid(),
            Whole::Materialize => part.materialize(),
        }
    }

    fn running(&mut self, running: RunningState<Tensor<1>>) -> RunningState<Tensor<1>> {
        match self {
            Whole::Fork(device) | Whole::ToDevice(device) => moved(running, device),
            _ => self.part(running),
        }
    }
}

/// A statistic on a device. Copies of a network share their statistics, since burn trains on copies, and burn would move
/// those of all copies. On another device, a copy has its own: with several devices, the first one's are kept, as in
/// PyTorch.
fn moved(running: RunningState<Tensor<1>>, device: &Device) -> RunningState<Tensor<1>> {
    let value = running.value();
    let from = value.device();
    // Devices with and without gradients are equal.
    if from == *device && from.is_autodiff() == device.is_autodiff() {
        return running;
    }
    let mut id = Id(None);
    running.visit(&mut id);
    let value = value.to_device(device);
    match id.0 {
        Some(id) => RunningState::with_id(id, value),
        None => RunningState::new(value),
    }
}

/// The identity of a tensor that is visited.
struct Id(Option<ParamId>);

impl ModuleVisitor for Id {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.0 = Some(param.id);
    }
}

impl<const IN: usize, const OUT: usize> Net<IN, OUT> {
    fn change(self, change: &mut impl Change) -> Self {
        let model = self.model.map(|name, unit| {
            change.enter(name);
            let unit = unit.change(change);
            change.exit(name);
            unit
        });
        Net { model }
    }

    fn look(&self, look: &mut impl Look) {
        for (built, unit) in self.model.layers() {
            look.enter(&built.name);
            unit.look(look);
            look.exit(&built.name);
        }
    }
}

/// The path of a parameter is its name in PyTorch, `layer1.0.conv1.weight`. Running statistics are
/// visited, too. `training` is the flag by which burn freezes a layer that computes something else during
/// training.
impl<const IN: usize, const OUT: usize> Module for Net<IN, OUT> {
    fn collect_devices(&self, devices: Devices) -> Devices {
        let mut collect = Collect(devices);
        self.look(&mut collect);
        collect.0
    }

    fn fork(self, device: &Device) -> Self {
        self.change(&mut Whole::Fork(device))
    }

    fn to_device(self, device: &Device) -> Self {
        self.change(&mut Whole::ToDevice(device))
    }

    fn train(self) -> Self {
        self.change(&mut Whole::Train)
    }

    fn valid(&self) -> Self {
        self.clone().change(&mut Whole::Valid)
    }

    fn materialize(self) -> Self {
        self.change(&mut Whole::Materialize)
    }

    fn visit<V: ModuleVisitor>(&self, visitor: &mut V) {
        self.look(&mut Visit(visitor));
    }

    fn map<M: ModuleMapper>(self, mapper: &mut M) -> Self {
        self.change(&mut Map(mapper))
    }
}

impl<const IN: usize, const OUT: usize> ModuleDisplayDefault for Net<IN, OUT> {
    fn content(&self, content: Content) -> Option<Content> {
        let graph = self.graph();
        let shapes = format!("{}: {} -> {}", graph.name, graph.input, graph.output);
        content.add_formatted(&shapes).optional()
    }

    fn num_params(&self) -> usize {
        Module::num_params(self)
    }
}

impl<const IN: usize, const OUT: usize> ModuleDisplay for Net<IN, OUT> {}
