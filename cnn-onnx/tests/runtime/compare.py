"""Compares models that cnn-onnx exports with the reference, in ONNX Runtime.

    mkdir -p target/models
    cargo run --manifest-path cnn-onnx/tests/runtime/Cargo.toml -- target/models
    python cnn-onnx/tests/runtime/compare.py target/models [text]

`onnx.checker` has to accept each model, and its shape inference has to agree. The distance of an output is relative to
the largest value of the reference, or to 1 if that is smaller. "Not run" are valid models with operations that ONNX
Runtime does not have for their type. With a text, only files whose names contain it.
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from safetensors.numpy import load_file

onnxruntime.set_default_logger_severity(3)
directory, *texts = sys.argv[1:]
# For values of 32 bits and more, and for those of 16.
NEAR, HALF = 1e-5, 5e-2


def distance(path):
    onnx.checker.check_model(str(path), full_check=True)
    model = onnx.load(path, load_external_data=False)
    try:
        session = onnxruntime.InferenceSession(path)
    except onnxruntime.capi.onnxruntime_pybind11_state.NotImplemented:
        return None
    tensors = load_file(path.with_suffix(".safetensors"))
    known = {initializer.name for initializer in model.graph.initializer}
    inputs = [value.name for value in model.graph.input if value.name not in known]
    dtype = onnx.helper.tensor_dtype_to_np_dtype(model.graph.input[0].type.tensor_type.elem_type)
    given = {name: tensors[f"input{i}"].astype(dtype) for i, name in enumerate(inputs)}
    furthest = 0.0
    for i, ours in enumerate(session.run(None, given)):
        expected = tensors[f"output{i}"]
        assert ours.shape == expected.shape, f"{ours.shape} instead of {expected.shape}"
        wrong = np.isfinite(ours) != np.isfinite(expected)
        assert not wrong.any(), f"{wrong.sum()} of {wrong.size} are not finite"
        finite = np.isfinite(expected)
        largest = max(1.0, np.abs(expected[finite]).max(initial=0.0))
        furthest = max(furthest, np.abs(ours - expected)[finite].max(initial=0.0) / largest)
    return furthest


counts, without, furthest, wrong = defaultdict(int), defaultdict(int), defaultdict(float), []
for path in sorted(Path(directory).glob("*.onnx")):
    group = path.stem.split(" ")[0]
    if not all(text in path.stem for text in texts):
        continue
    counts[group] += 1
    try:
        apart = distance(path)
        if apart is None:
            without[group] += 1
            continue
        if group == "zoo":
            print(f"{path.stem:45} {apart:.1e}", flush=True)
        if not apart <= (HALF if group == "f16" else NEAR):
            wrong.append(f"{path.stem}: off by {apart:.1e}")
        furthest[group] = max(furthest[group], apart)
    except Exception as error:
        wrong.append(f"{path.stem}: {str(error)[:600]}")
for path in sorted(Path(directory).glob("*.refused")):
    wrong.append(path.read_text())
print("\n".join(wrong))
print("| | models | wrong or refused | not run | furthest |\n|---|---:|---:|---:|---:|")
for group, count in counts.items():
    failed = sum(line.startswith(group) for line in wrong)
    print(f"| {group} | {count} | {failed} | {without[group]} | {furthest[group]:.1e} |")
sys.exit(bool(wrong))
