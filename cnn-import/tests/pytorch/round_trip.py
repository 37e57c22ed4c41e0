"""Exports networks that were declared and written as source of PyTorch, without values: the way back of a round trip.

    PYTORCH=<folder> cargo test -p cnn-zoo --all-features --test zoo pytorch
    python round_trip.py <folder>
    ROUND_TRIP=<folder> cargo test -p cnn-import --test round_trip

usage: python round_trip.py FOLDER [NAME …]    (without a name, all that is in zoo.json)

With --fixtures, only the networks of round_trip/ are exported, and written there.
"""

import importlib.util
import json
import pathlib
import sys
import warnings

import torch

from fixtures import packed

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE / "round_trip"


def network(file):
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    classes = [value for value in vars(module).values() if isinstance(value, type) and value.__module__ == file.stem]
    # The network is the last one, behind the blocks that it uses.
    return classes[-1]()


def export(file, inputs, target):
    with torch.device("meta"):
        # Not all functions that make tensors know the device.
        model = network(file).eval().to("meta")
        samples = tuple(torch.zeros(2, *sizes) for sizes in inputs)
    dynamic = tuple({0: torch.export.Dim("batch")} for _ in inputs)
    packed(torch.export.export(model, samples, dynamic_shapes=dynamic), target)


def main():
    warnings.filterwarnings("ignore")
    arguments = [argument for argument in sys.argv[1:] if argument != "--fixtures"]
    folder, names = pathlib.Path(arguments[0]), arguments[1:]
    fixtures = "--fixtures" in sys.argv
    for fact in json.loads((folder / "zoo.json").read_text()):
        name = fact["name"]
        target = (FIXTURES if fixtures else folder) / f"{name}.pt2"
        if names and name not in names or fixtures and not names and not target.exists():
            continue
        try:
            export(folder / f"{name}.py", fact["inputs"], target)
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {str(error).strip().splitlines()[0]}", flush=True)


if __name__ == "__main__":
    main()
