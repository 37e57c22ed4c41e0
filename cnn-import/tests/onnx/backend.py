"""Imports the test models of the `onnx` package, compares what the imports compute with the package's outputs, and lists
why models are refused.

python backend.py CARGO_CNN FOLDER

CARGO_CNN is the command that is tested; FOLDER gets the declarations as a crate, which is built and run. No import may
crash, or take longer than a minute. All inputs of a model but the first one become tensors of the file: where the tests
have weights as inputs, files have them as initializers.
"""

import collections
import importlib
import pathlib
import re
import subprocess
import sys

import numpy as np
import onnx
from onnx import numpy_helper
from onnx.backend.test.case import node as nodes
from safetensors.numpy import save

crate = importlib.import_module("crate")
DATA = pathlib.Path(onnx.__file__).parent / "backend/test/data"


def cases():
    """All models, with their inputs and outputs."""
    for file in sorted(DATA.glob("*/*/model.onnx")) + sorted(DATA.glob("light/*.onnx")):
        name = file.parent.name if file.name == "model.onnx" else file.stem
        data = [sorted(file.parent.glob(f"test_data_set_0/{kind}_*.pb")) for kind in ("input", "output")]
        try:
            values = [[numpy_helper.to_array(onnx.load_tensor(path)) for path in paths] for paths in data]
        except Exception:
            values = [[], []]
        yield name, onnx.load(file), *values
    # Those of single operations are made when they are asked for.
    for case in nodes.collect_testcases(None):
        inputs, outputs = case.data_sets[0]
        yield case.name, case.model, list(inputs), list(outputs)


def with_initializers(model, inputs):
    """The model with all inputs but the first one as tensors of the file."""
    named = {tensor.name for tensor in model.graph.initializer}
    free = [value for value in model.graph.input if value.name not in named]
    if len(free) != len(inputs) or not all(isinstance(value, np.ndarray) for value in inputs):
        return model
    for value, array in list(zip(free, inputs))[1:]:
        model.graph.initializer.append(numpy_helper.from_array(array, value.name))
        model.graph.input.remove(value)
    return model


def main():
    command, folder = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    reasons, statuses = collections.Counter(), collections.Counter()
    examples, figures, compared = {}, {}, 0
    for name, model, inputs, outputs in cases():
        file = folder / f"{name}.onnx"
        file.write_bytes(with_initializers(model, inputs).SerializeToString())
        arguments = ["--name", "Net", "-o", folder / f"{name}.rs", "--weights", folder / f"{name}.safetensors"]
        done = subprocess.run([command, "cnn", "import", file, *arguments], capture_output=True, text=True, timeout=60)
        file.unlink()
        statuses[done.returncode] += 1
        if done.returncode == 0:
            figures[name] = crate.figures(done.stderr)
            if inputs and outputs and np.size(outputs[0]) and not np.isnan(outputs[0]).any():
                compared += 1
                answer = {"input": inputs[0], "output": outputs[0]}
                answer = {key: np.ascontiguousarray(value, dtype=np.float64) for key, value in answer.items()}
                (folder / f"{name}.answer").write_bytes(save(answer))
            continue
        assert done.returncode in (1, 2) and "panicked" not in done.stderr, (name, done.stderr)
        for line in done.stderr.strip().split("\n"):
            if "cannot be declared, so" in line:
                continue
            operation = re.search(r"\(`([^`]*)`\)", line)
            reason = re.sub(r"`[^`]*`|\d+", "_", line.split("): ")[-1].split("onnx: ")[-1])
            key = (reason, operation[1] if operation and reason.startswith("there is no layer") else "")
            reasons[key] += 1
            examples.setdefault(key, f"{name}: {line}")
    total = sum(statuses.values())
    print(f"{total} models: {statuses[0]} imported, {statuses[1]} refused, {statuses[2]} not read")
    for key, count in reasons.most_common():
        print(count, *key, "|", examples[key][:200])
    print(f"{compared} are compared with outputs")
    crate.run(folder, figures)


main()
