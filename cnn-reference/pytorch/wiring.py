"""Asks PyTorch what 500 random networks compute in which values go anywhere: makes wiring.rs.

A network is written twice from one tree: as a declaration of `cnn!`, and as modules of PyTorch. Each labelled
layer or group is a module, which keeps what left it and what left the labels within it; `again` calls the
same module again. Tensors and inputs are made from their names by the formula of `generate`, so only sums of
outputs are stored. Everything runs in f64 and in eval mode, on a batch of two.

usage: python wiring.py
"""

import math
import pathlib
import random

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
NETWORKS = 500
BATCH = 2
# The most values of one sample that any layer makes.
MOST = 300


# ------------------------------------------------------------------------------------------------------------
# Values that both sides make from a name


def generate(name, count):
    """Values between -1 and 1, multiples of 2^-31."""
    seed = 0x811C9DC5
    for byte in name.encode():
        seed = (seed ^ byte) * 0x01000193 % 2**32
    values = []
    for index in range(count):
        x = (seed + index * 0x9E3779B9) % 2**32
        x = (x ^ x >> 16) * 0x85EBCA6B % 2**32
        x = (x ^ x >> 13) * 0xC2B2AE35 % 2**32
        values.append((x ^ x >> 16) / 2**31 - 1.0)
    return values


def tensor(name, sizes):
    return torch.tensor(generate(name, math.prod(sizes)), dtype=torch.float64).reshape(sizes)


def parameter(name, sizes):
    """A tensor of a state: weights are smaller the more of them are summed up, what divides is positive."""
    values = tensor(name, sizes)
    if len(sizes) > 1:
        return values * math.sqrt(3.0 / math.prod(sizes[1:]))
    return values.abs() + 0.5 if name.endswith("running_var") else values


# ------------------------------------------------------------------------------------------------------------
# What PyTorch runs


class Misfit(Exception):
    """A layer does not take what arrives."""


class Scope(nn.Module):
    """A module with others in it, and how PyTorch's user would name them."""

    def __init__(self, seq=False):
        super().__init__()
        self.seq, self.index, self.counts = seq, 0, {}

    def next_name(self, keyword):
        """The name of a statement without a label."""
        if self.seq:
            return str(self.index)
        return self.counted(keyword)

    def counted(self, keyword):
        self.counts[keyword] = self.counts.get(keyword, 0) + 1
        return f"{keyword}{self.counts[keyword]}"


class Frame:
    """What has left the labels of one run of a scope."""

    def __init__(self, parent=None):
        self.parent, self.values, self.frames, self.modules = parent, {}, {}, {}
        # The labels that something in the scope has been given, and perhaps has lost again.
        self.taken = set()

    def copy(self):
        """One in which something can be tried."""
        copy = Frame(self.parent)
        copy.values, copy.frames, copy.modules = dict(self.values), dict(self.frames), dict(self.modules)
        copy.taken = self.taken
        return copy

    def up(self, levels):
        frame = self
        for _ in range(levels):
            frame = frame.parent
        return frame

    def within(self, path):
        """The frame that has the last label of a path, and that label."""
        *scopes, last = path
        frame = self
        for scope in scopes:
            frame = frame.frames[scope]
        return frame, last

    def value(self, label):
        levels, path = label
        frame, last = self.up(levels).within(path)
        return frame.values[last]

    def module(self, label):
        levels, path = label
        frame, last = self.up(levels).within(path)
        return frame.modules[last]

    def define(self, label, module, value, inner):
        self.values[label], self.modules[label] = value, module
        if inner is not None:
            self.frames[label] = inner


def check(value):
    sizes = value.shape[1:]
    if math.prod(sizes) > MOST or min(sizes) == 0:
        raise Misfit
    return value


def joined(keyword, values):
    if len(values) == 1:
        return values[0]
    ranks = {value.dim() for value in values}
    if len(ranks) > 1:
        raise Misfit
    try:
        if keyword == "concat":
            return check(torch.cat(values, 1))
        result = values[0]
        for value in values[1:]:
            result = result + value if keyword == "add" else result * value
    except RuntimeError as error:
        raise Misfit from error
    return check(result)


# ------------------------------------------------------------------------------------------------------------
# Statements: their text, and what they do. `make` adds their modules to a scope and returns a function of
# what flows and of the frame, which returns what flows on.


class Layer:
    """A keyword with its arguments, and the module that it is."""

    def __init__(self, text, module):
        self.text, self.module = text, module

    def keyword(self):
        return {"batchnorm": "bn"}.get(self.text, self.text.split("(")[0])

    def make_named(self, scope, name):
        module = self.module().double().eval()
        scope.add_module(name, module)

        def run(x, _):
            try:
                return check(module(x)), None
            except (RuntimeError, ValueError, IndexError, AssertionError) as error:
                raise Misfit from error

        return run


class Group:
    """Statements in a scope of their own: `seq { … }`, `{ … }`, or the body of a block."""

    def __init__(self, text, statements, seq=False, key=None):
        self.text, self.statements, self.seq, self.key = text, statements, seq, key

    def keyword(self):
        return self.key

    def make_named(self, scope, name):
        inner = Scope(self.seq)
        steps = [statement.make(inner) for statement in self.statements]
        scope.add_module(name, inner)

        def run(x, frame):
            within = Frame(frame)
            for step in steps:
                x = step(x, within)
            return x, within

        return run


class Branches:
    """Branches that a layer joins; `None` passes on what arrives."""

    def __init__(self, kind, branches):
        self.kind, self.branches = kind, branches
        self.join = "add" if kind == "residual" else kind
        if kind == "residual":
            body, shortcut = branches
            self.text = "residual " + braces(body)
            self.text += " shortcut " + braces(shortcut) if shortcut else ""
        else:
            texts = ["identity" if branch is None else braces(branch) for branch in branches]
            self.text = kind + " { " + "; ".join(texts) + " }"

    def keyword(self):
        return self.join

    def steps(self, scope):
        return [[s.make(scope) for s in branch or []] for branch in self.branches]

    def run(self, steps, x, frame):
        ends = []
        for branch in steps:
            end = x
            for step in branch:
                end = step(end, frame)
            ends.append(end)
        return joined(self.join, ends)

    def make_named(self, scope, name):
        """With a name of its own, its branches stand in a scope."""
        inner = Scope()
        steps = self.steps(inner)
        scope.add_module(name, inner)

        def run(x, frame):
            within = Frame(frame)
            return self.run(steps, x, within), within

        return run

    def make_here(self, scope):
        steps = self.steps(scope)
        return lambda x, frame: self.run(steps, x, frame)


class Labels:
    """`add(a, _)`: what left some labels, and what flows here, which is None."""

    def __init__(self, keyword, labels, texts, implied):
        self.key, self.labels, self.implied = keyword, labels, implied
        self.text = f"{keyword}({', '.join(texts)})"

    def keyword(self):
        return self.key

    def make_named(self, _scope, _name):
        def run(x, frame):
            values = [x if label is None else frame.value(label) for label in self.labels]
            values = [x, *values] if self.implied else values
            return joined(self.key, values), None

        return run


class Again:
    def __init__(self, label, text):
        self.label, self.text = label, f"again({text})"

    def keyword(self):
        return "again"

    def make_named(self, _scope, _name):
        return lambda x, frame: self.module(frame)(x)

    def module(self, frame):
        return frame.module(self.label)


class Statement:
    """A statement with its label, if it has one. Its text may be another one, where a block has parameters."""

    def __init__(self, body, label=None, text=None, spelled=None):
        self.body, self.label = body, label
        self.text = text or body.text
        if label:
            self.text = f"{spelled or label}: {self.text}"
        self.text += ";"

    def make(self, scope):
        body, label = self.body, self.label
        name = label or scope.next_name(body.keyword()) if not self.is_here(scope) else None
        scope.index += 1
        if name is None:
            return body.make_here(scope)
        run = body.make_named(scope, name)

        def step(x, frame):
            def module(x):
                return run(x, frame)

            def again(x):
                return body.module(frame)(x)

            # What runs again is the same module, under whatever label.
            module = again if isinstance(body, Again) else module
            value, inner = module(x)
            if label:
                frame.define(label, module, value, inner)
            return value

        return step

    def is_here(self, scope):
        """Branches without a name are part of the scope in which they stand."""
        return isinstance(self.body, Branches) and not self.label and not scope.seq


class From:
    def __init__(self, label, text):
        self.label, self.text = label, f"from({text});"

    def make(self, _scope):
        return lambda _, frame: frame.value(self.label)


class Sugar:
    """Statements that are written in another way: a repeat, a `for`, an `if`."""

    def __init__(self, text, statements):
        self.text, self.statements = text, statements

    def make(self, scope):
        steps = [statement.make(scope) for statement in self.statements]

        def step(x, frame):
            for step in steps:
                x = step(x, frame)
            return x

        return step


def braces(statements):
    return "{ " + " ".join(statement.text for statement in statements) + " }"


# ------------------------------------------------------------------------------------------------------------
# Random networks


def conv(cin, cout, kernel, text=None, **kwargs):
    args = "".join(f", {name} = {value}" for name, value in kwargs.items()).replace("False", "false")
    text = text or f"conv({cin}, {cout}, {kernel}{args})"
    return Layer(text, lambda: nn.Conv2d(cin, cout, kernel, **kwargs))


def batchnorm(channels):
    return Layer("batchnorm", lambda: nn.BatchNorm2d(channels))


LABELS = ["a", "b", "body", "left_", "end", "entry", "c", "d", "e", "f", "g", "h", "i_", "k", "l", "m", "n", "o", "p"]

ACTIVATIONS = {
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "silu": nn.SiLU,
    "elu": nn.ELU,
    "leaky_relu": nn.LeakyReLU,
    "prelu": nn.PReLU,
    "softplus": nn.Softplus,
}


class Flattening(nn.Linear):
    """`fc`: the names are those of the linear layer."""

    def forward(self, x):
        return super().forward(x.flatten(1))


# Blocks: the text of their bodies with parameters, and the same with values.


def block_unit(cin, cout):
    return [
        Statement(conv(cin, cout, 3, padding=1, bias=False), "conv1"),
        Statement(batchnorm(cout), "bn1"),
        Statement(Layer("tanh", nn.Tanh)),
    ]


def block_twice(c):
    return [
        Statement(Group("", [Statement(conv(c, c, 3, padding=1)), Statement(Layer("silu", nn.SiLU))], seq=True), "body"),
        Statement(Again((0, ["body"]), "body"), "second"),
        Statement(Labels("add", [(0, ["body"])], ["body"], True)),
    ]


def block_fork(cin, cout):
    return [
        Statement(Layer("identity", nn.Identity), "entry"),
        Statement(conv(cin, cout, 1), "left"),
        From((0, ["entry"]), "entry"),
        Statement(conv(cin, cout, 3, padding=1), "right"),
        Statement(Labels("mul", [None, (0, ["left"])], ["_", "left"], False)),
        Statement(Again((0, ["right"]), "right")) if cin == cout else Statement(Layer("elu", nn.ELU)),
    ]


def block_skip(skip, cin, cout):
    """`skip` is a label where the call stands, a frame further out."""
    levels, path = skip
    return [
        Statement(conv(cin, cout, 3, padding=1), "conv1"),
        Statement(Labels("concat", [(levels + 1, path), None], ["skip", "_"], False)),
        Statement(Layer("tanh", nn.Tanh), "end"),
    ]


def block_like(part):
    levels, path = part
    return [
        Statement(Again((levels + 1, path), "part"), "copy"),
        Statement(Layer("leaky_relu", nn.LeakyReLU)),
    ]


BLOCKS = {
    "unit": "block unit(cin, cout) { conv1: conv(cin, cout, 3, padding = 1, bias = false); bn1: batchnorm; tanh }",
    "twice": "block twice(c) { body: seq { conv(c, c, 3, padding = 1); silu } second: again(body); add(body) }",
    "fork": "block fork(cin, cout) { entry: identity; left: conv(cin, cout, 1); from(entry); right: "
    "conv(cin, cout, 3, padding = 1); mul(_, left); if cin == cout { again(right) } else { elu } }",
    "skips": "block skips(skip, cin, cout) { conv1: conv(cin, cout, 3, padding = 1); concat(skip, _); end: tanh }",
    "like": "block like(part) { copy: again(part); leaky_relu }",
}


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, items):
        return self.random.choice(list(items))

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def label(self, frame):
        """A new label. A scope and one around it may have the same, and a block and its caller."""
        free = [label for label in LABELS if label not in frame.taken]
        label = self.pick(free[:6] if free else [f"z{len(frame.taken)}"])
        frame.taken.add(label)
        return label

    def channels(self):
        return self.random.randrange(1, 4)

    def references(self, frame, prefix=(), what="values"):
        """Labels within a frame, as paths."""
        found = [[*prefix, label] for label in getattr(frame, what)]
        for scope, inner in frame.frames.items():
            found += self.references(inner, (*prefix, scope), what)
        return found

    def visible(self, frame, what="values"):
        """All labels that can be seen, each with how many scopes further out it is; none that an inner label
        of the same name hides."""
        found, hidden, levels = [], set(), 0
        while frame is not None:
            own = self.references(frame, (), what)
            found += [(levels, path) for path in own if path[0] not in hidden]
            hidden |= {*frame.values, *frame.frames}
            frame, levels = frame.parent, levels + 1
        return found

    # A statement is drawn, tried, and kept if it fits.

    def statements(self, x, frame, seq, depth, least, most):
        """Statements that have run in this scope; what flows after them."""
        made, wanted = [], self.random.randrange(least, most + 1)
        tries = 0
        while len(made) < wanted and tries < 300:
            tries += 1
            drawn = self.draw(x, frame, seq, depth)
            if drawn is None or not self.fits(drawn, x, frame.copy(), seq):
                continue
            # The modules are made for this only; those that answer are made at the end.
            x = drawn.make(Scope(seq))(x, frame)
            made.append(drawn)
        return made, x

    def fits(self, statement, x, frame, seq):
        try:
            statement.make(Scope(seq))(x, frame)
            return True
        except Misfit:
            return False

    def draw(self, x, frame, seq, depth):
        kinds = ["layer"] * 8 + ["from"] * 3 + ["labels"] * 4 + ["again"] * 5 + ["block"] * 3
        if depth < 3:
            kinds += ["group"] * 4 + ["branches"] * 3 + ["sugar"] * 2
        if x is None:
            kinds = ["from"] * 3 + ["labels"]
        return getattr(self, "draw_" + self.pick(kinds))(x, frame, seq, depth)

    def reference(self, frame, what="values"):
        visible = self.visible(frame, what)
        if not visible:
            return None, None
        # What stands within another label is there more often than it would be taken.
        levels, path = self.pick(visible)
        return (levels, path), ".".join(path)

    def labelled(self, body, frame, percent=60, **kwargs):
        label = self.label(frame) if self.chance(percent) else None
        if label and self.chance(8):
            kwargs["spelled"] = f'"{label}"'
        return Statement(body, label, **kwargs)

    def layer(self, x):
        cin, spatial = x.shape[1], x.dim() == 4
        if not spatial:
            if self.chance(50):
                out = self.channels() + 1
                return Layer(f"fc({cin}, {out})", lambda: Flattening(cin, out))
            name = self.pick(ACTIVATIONS)
            return Layer(name, ACTIVATIONS[name])
        kind = self.random.randrange(14)
        cout = self.channels()
        if kind < 3:
            return conv(cin, cout, 3, padding=1)
        if kind == 3:
            return conv(cin, cout, 1, bias=False)
        if kind == 4:
            return conv(cin, cout, 3)
        if kind == 5:
            return conv(cin, cout, 2, stride=2)
        if kind == 6:
            return batchnorm(cin)
        if kind == 7:
            return Layer("maxpool(2)", lambda: nn.MaxPool2d(2))
        if kind == 8:
            return Layer("avgpool(2, 1)", lambda: nn.AvgPool2d(2, 1))
        if kind == 9:
            return Layer("upsample(2)", lambda: nn.Upsample(scale_factor=2))
        if kind == 10:
            text = f"conv_transpose({cin}, {cout}, 2, stride = 2)"
            return Layer(text, lambda: nn.ConvTranspose2d(cin, cout, 2, stride=2))
        if kind == 11 and self.chance(40):
            size, out = math.prod(x.shape[1:]), self.channels() + 1
            return Layer(f"fc({size}, {out})", lambda: Flattening(size, out))
        name = self.pick(ACTIVATIONS)
        return Layer(name, ACTIVATIONS[name])

    def draw_layer(self, x, frame, _seq, _depth):
        return self.labelled(self.layer(x), frame)

    def draw_from(self, _x, frame, _seq, _depth):
        label, text = self.reference(frame)
        return From(label, text) if label else None

    def draw_labels(self, x, frame, _seq, _depth):
        keyword = self.pick(["add", "mul", "concat"])
        labels, texts = [], []
        for _ in range(self.random.randrange(1, 4)):
            label, text = self.reference(frame)
            if label and text not in texts:
                labels.append(label)
                texts.append(text)
        if not labels:
            return None
        here = [frame.value(label) is x for label in labels]
        implied = x is not None and self.chance(50)
        if implied and any(here):
            return None
        if not implied and x is not None:
            at = self.random.randrange(len(labels) + 1)
            labels.insert(at, None)
            texts.insert(at, "_")
        if len(labels) + implied < 2:
            return None
        return self.labelled(Labels(keyword, labels, texts, implied), frame)

    def draw_again(self, _x, frame, _seq, _depth):
        label, text = self.reference(frame, "modules")
        return self.labelled(Again(label, text), frame) if label else None

    def draw_group(self, x, frame, _seq, depth):
        seq = self.chance(70)
        made, _ = self.statements(x, Frame(frame), seq, depth + 1, 1, 3)
        if not made:
            return None
        return Statement(Group(("seq " if seq else "") + braces(made), made, seq), self.label(frame))

    def draw_branches(self, x, frame, seq, depth):
        kind = self.pick(["residual", "residual", "add", "mul", "concat"])
        label = self.label(frame) if self.chance(40) else None
        inner = Frame(frame) if label or seq else frame.copy()
        branches = []
        if kind == "residual":
            body, end = self.statements(x, inner, False, depth + 1, 1, 3)
            shortcut = []
            if body and end.shape != x.shape and end.dim() == x.dim() == 4:
                shortcut, other = self.statements(x, inner, False, depth + 1, 1, 1)
                if other.shape[2:] != end.shape[2:] or other.shape[1] != end.shape[1]:
                    body = None
            branches = [body, shortcut] if body else []
        else:
            for _ in range(self.random.randrange(2, 4)):
                if self.chance(30) and None not in branches:
                    branches.append(None)
                    continue
                made, _ = self.statements(x, inner, False, depth + 1, 1, 2)
                branches.append(made or None)
        if len(branches) < 2 or branches.count(None) > 1:
            return None
        return Statement(Branches(kind, branches), label)

    def draw_block(self, x, frame, _seq, _depth):
        if x.dim() != 4:
            return None
        cin, cout = x.shape[1], self.channels()
        name = self.pick(BLOCKS)
        if name == "unit":
            text, body = f"unit({cin}, {cout})", block_unit(cin, cout)
        elif name == "twice":
            text, body = f"twice({cin})", block_twice(cin)
        elif name == "fork":
            text, body = f"fork({cin}, {cout})", block_fork(cin, cout)
        elif name == "skips":
            label, given = self.reference(frame)
            if label is None or frame.value(label) is x:
                return None
            text, body = f"skips({given}, {cin}, {cout})", block_skip(label, cin, cout)
        else:
            label, given = self.reference(frame, "modules")
            if label is None:
                return None
            text, body = f"like({given})", block_like(label)
        return self.labelled(Group(text, body, key=name), frame, 70)

    def draw_sugar(self, x, frame, seq, depth):
        count = self.random.randrange(2, 4)
        kind = self.random.randrange(4)
        if kind == 0:
            # The same layer with weights of its own each time.
            body = self.layer(x)
            return Sugar(f"[{body.text}; {count}]", [Statement(body) for _ in range(count)])
        if kind == 1:
            label, text = self.reference(frame, "modules")
            if label is None:
                return None
            again = [Statement(Again(label, text)) for _ in range(count)]
            return Sugar(f"[again({text}); {count}]", again)
        if kind == 2:
            # Each turn runs the first once more, by a computed label.
            label = self.label(frame)
            body = self.layer(x)
            parts = [Statement(body, f"{label}_{i}") for i in range(count)]
            agains = [Statement(Again((0, [f"{label}_{i}"]), "")) for i in range(count)]
            text = (
                f'for i in 0..{count} {{ "{label}_{{i}}": {body.text}; }} '
                f'for i in 0..{count} {{ again("{label}_{{{count} - 1 - i}}"); }}'
            )
            return Sugar(text, parts + agains[::-1])
        made, _ = self.statements(x, frame.copy(), seq, depth + 1, 1, 2)
        if not made:
            return None
        return Sugar(f"if {count} > 1 {braces(made)} else {{ relu }}", made)

    def network(self):
        """Inputs, statements and outputs that fit."""
        inputs = {}
        sizes = [self.channels(), *self.pick([[4, 4], [5, 6], [6, 6], [6, 4]])]
        for name in ["left", "right", "third"][: self.random.randrange(1, 4)]:
            own = sizes if self.chance(60) else [self.channels(), *self.pick([sizes[1:], [4, 5]])]
            inputs[name] = own
        frame = Frame()
        for name, own in inputs.items():
            frame.values[name] = tensor(name, [BATCH, *own])
        named = len(inputs) > 1 or self.chance(50)
        x = next(iter(frame.values.values())) if len(inputs) == 1 else None
        if not named:
            frame.values.clear()
        made, x = self.statements(x, frame, False, 0, 4, 8)
        if x is None:
            return None
        # The last one has a label, so that it can be an output.
        ends = [label for label in frame.values if label not in inputs]
        if not isinstance(made[-1], Statement) or made[-1].label is None:
            made.append(Statement(Layer("tanh", nn.Tanh), "last"))
            ends.append("last")
        if len(ends) < 2:
            return None
        self.random.shuffle(ends)
        last = made[-1].label
        ends.remove(last)
        outputs = [last, *ends[: self.random.randrange(1, 3)]]
        self.random.shuffle(outputs)
        return (inputs if named else {"": sizes_of(inputs)}), made, outputs


def sizes_of(inputs):
    (sizes,) = inputs.values()
    return sizes


# ------------------------------------------------------------------------------------------------------------
# Answers


def answer(inputs, statements, outputs):
    """The module with its tensors, and what it makes of the inputs."""
    model = Scope()
    steps = [statement.make(model) for statement in statements]
    model.double().eval()
    state = {name: value for name, value in model.state_dict().items() if not name.endswith("num_batches_tracked")}
    model.load_state_dict({name: parameter(name, value.shape) for name, value in state.items()}, strict=False)
    frame = Frame()
    values = {name: tensor(f"input {name}", [BATCH, *sizes]) for name, sizes in inputs.items()}
    frame.values.update(values)
    x = values[""] if "" in values else next(iter(values.values())) if len(values) == 1 else None
    for step in steps:
        x = step(x, frame)
    params = sum(parameter.numel() for parameter in model.parameters())
    return params, state, {name: frame.values[name] for name in outputs}


def written(number, seed):
    """The network of a seed as Rust, if it is one: its declaration and its case."""
    generator = Generator(seed)
    drawn = generator.network()
    if drawn is None:
        return None
    inputs, statements, outputs = drawn
    text = " ".join(statement.text for statement in statements)
    if "again(" not in text or "from(" not in text:
        return None
    with torch.no_grad():
        params, state, values = answer(inputs, statements, outputs)
    sums = []
    for name, value in values.items():
        weights = torch.tensor(generate("sum", value.numel()), dtype=torch.float64)
        size, weighed = value.abs().sum().item(), (value.flatten() * weights).sum().item()
        # Numbers that say nothing, or too large to be compared.
        if not 1e-3 < size < 1e9:
            return None
        sums.append(f'("{name}", &{list(value.shape[1:])}, {size:.11e}, {weighed:.11e})')
    shape = lambda name: "_" if generator.chance(30) else list(values[name].shape[1:])
    given = ", ".join(f"{name}: {sizes}" for name, sizes in inputs.items())
    given = f"({given})" if "" not in inputs else str(inputs[""])
    made = ", ".join(f"{name}: {shape(name)}" for name in outputs)
    blocks = "".join(f"    {block}\n" for name, block in BLOCKS.items() if f"{name}(" in text)
    lines = "".join(f"        {statement.text}\n" for statement in statements)
    declaration = f"cnn! {{\n{blocks}    pub struct G{number}: {given} -> ({made}) <\n{lines}    >\n}}\n"
    tensors = " ".join(f"{name}:{'x'.join(map(str, value.shape))}" for name, value in state.items())
    case = f"Case {{ graph: G{number}::GRAPH, params: ({params}, G{number}::PARAMS), "
    case += f'state: "{tensors}", outputs: &[{", ".join(sums)}] }}'
    return declaration, case


def main():
    torch.set_num_threads(1)
    declarations, cases, seed = [], [], 0
    while len(cases) < NETWORKS:
        made = written(len(cases), seed)
        seed += 1
        if made is not None:
            declarations.append(made[0])
            cases.append(made[1])
    text = "// `wiring.py` has made this, and asked PyTorch for the numbers.\n\n" + "\n".join(declarations)
    text += "\npub const CASES: &[Case] = &[\n" + "".join(f"    {case},\n" for case in cases) + "];\n"
    (HERE / "wiring.rs").write_text(text)
    print(f"{len(cases)} networks of {seed} drawn")


if __name__ == "__main__":
    main()
