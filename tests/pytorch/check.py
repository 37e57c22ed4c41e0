"""Runs the sources that networks write for PyTorch, and compares them with the networks.

usage: PYTORCH=<directory> cargo test --all-features --test library export
       PYTORCH=<directory> cargo test -p cnn-zoo --all-features --test zoo pytorch
       python check.py <directory>

Names and shapes of the tensors are compared on the meta device, the outputs in f64, with weights that a formula makes of
their names.
"""

import importlib.util
import json
import pathlib
import sys
import warnings

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "cnn-zoo/tests/common"))
import formula

warnings.filterwarnings("ignore", category=FutureWarning)


def load(path):
    """The network of a file: its last class."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    classes = [value for value in vars(module).values() if isinstance(value, type)]
    return next(c for c in reversed(classes) if c.__module__ == path.stem)


def check_state(model, fact):
    theirs = [
        [name, list(value.shape)]
        for name, value in model.state_dict().items()
        if not name.endswith("num_batches_tracked")
    ]
    ours = fact["state"]
    assert sorted(theirs) == sorted(ours), sorted(map(str, theirs + ours))[:20]
    if "params" in fact:
        parameters = sum(value.numel() for value in model.parameters())
        assert parameters == fact["params"], (parameters, fact["params"])
    return theirs == ours


def tensor(fact):
    values = [float(value) for value in fact["values"]]
    return torch.tensor(values, dtype=torch.float64).reshape(fact["sizes"])


def check_outputs(model, fact):
    """The largest difference, as a part of the largest value."""
    model = model.double().eval()
    for key, value in model.state_dict().items():
        if value.is_floating_point():
            value.copy_(formula.tensor(key, value.shape))
    with torch.no_grad():
        outputs = model(*map(tensor, fact["inputs"]))
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    assert len(outputs) == len(fact["outputs"])
    worst = 0.0
    for theirs, ours in zip(outputs, fact["outputs"]):
        ours = tensor(ours)
        assert theirs.shape == ours.shape, (theirs.shape, ours.shape)
        assert torch.equal(theirs.isnan(), ours.isnan())
        theirs, ours = theirs.nan_to_num(), ours.nan_to_num()
        worst = max(worst, ((theirs - ours).abs().max() / ours.abs().max().clamp(min=1.0)).item())
    return worst


def main(directory):
    facts = [
        fact
        for file in sorted(directory.glob("*.json"))
        for fact in json.loads(file.read_text())
    ]
    failed, other_order, differences = [], [], {}
    for fact in facts:
        title = fact.get("title", fact["name"])
        try:
            network = load(directory / f"{fact['name']}.py")
            with torch.device("meta"):
                if not check_state(network(), fact):
                    other_order.append(title)
            if "outputs" in fact:
                differences[title] = check_outputs(network(), fact)
                assert differences[title] < 1e-10, f"off by {differences[title]}"
        except Exception as error:
            failed.append(title)
            print(f"{title} ({fact['name']}): {type(error).__name__}: {str(error)[:600]}")
    print(f"{len(facts) - len(failed)} of {len(facts)} sources are right")
    print(f"{len(other_order)} list their tensors in another order")
    if differences:
        worst = max(differences, key=differences.get)
        print(f"{len(differences)} compute the same; {worst} is off by {differences[worst]:.1e}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
