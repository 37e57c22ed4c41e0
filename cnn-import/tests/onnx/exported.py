"""Imports the models that cnn-onnx has written of single layers and of random networks, and compares what the imports compute
with what is expected of the models.

cargo run --manifest-path cnn-onnx/tests/runtime/Cargo.toml -- MODELS
python exported.py CARGO_CNN MODELS FOLDER

CARGO_CNN is the command that is tested; FOLDER gets the declarations as a crate, which is built and run. Networks with several
inputs or outputs are imported, and not compared.
"""

import collections
import importlib
import pathlib
import re
import subprocess
import sys

import numpy as np
from safetensors.numpy import load_file, save

crate = importlib.import_module("crate")


def main():
    command, models, folder = sys.argv[1], *map(pathlib.Path, sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    figures, reasons, compared = {}, collections.Counter(), 0
    files = [file for kind in ("layer", "random", "several", "tapped") for file in sorted(models.glob(f"{kind} *.onnx"))]
    for file in files:
        name = re.sub(r"\W", "_", file.stem)
        arguments = ["--name", "Net", "-o", folder / f"{name}.rs", "--weights", folder / f"{name}.safetensors"]
        done = subprocess.run([command, "cnn", "import", file, *arguments], capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            print(f"{file.stem}: {done.stderr.splitlines()[0]}", flush=True)
            reasons[re.sub(r"`[^`]*`|\d+", "_", done.stderr.splitlines()[0].split("): ")[-1])] += 1
            continue
        figures[name] = crate.figures(done.stderr)
        tensors = load_file(file.with_suffix(".safetensors"))
        if "input1" not in tensors and "output1" not in tensors:
            compared += 1
            answer = {key: np.ascontiguousarray(tensors[f"{key}0"]) for key in ("input", "output")}
            (folder / f"{name}.answer").write_bytes(save(answer))
    print(f"{len(figures)} of {len(files)} are imported, {compared} of them are compared with outputs")
    for reason, count in reasons.most_common():
        print(count, reason)
    crate.run(folder, figures)


main()
