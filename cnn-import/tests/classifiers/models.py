"""Writes whole classifiers of torchvision as both formats have them, without their weights: models.zip, and what they compute
of a small image with weights and an input that a formula makes, outputs.json.

The weights of an ONNX model are said to be in a file beside it, which the tests make of the formula.

usage: python models.py
"""

import json
import pathlib
import sys
import tempfile
import warnings
import zipfile

import numpy
import onnx
import onnxruntime
import torch
import torchvision
from onnx import numpy_helper

HERE = pathlib.Path(__file__).parent
sys.path += [str(HERE.parent / "pytorch"), str(HERE.parents[2] / "cnn-zoo/tests/common")]

import fixtures
import formula

warnings.filterwarnings("ignore")

# Each with the size of its image.
PT2 = {"squeezenet1_1": 48, "mobilenet_v3_small": 32, "shufflenet_v2_x0_5": 32, "mnasnet0_5": 32}
ONNX = {"mobilenet_v3_small_torchscript": 32, "shufflenet_v2_x0_5_dynamo": 32}

# Smaller tensors, such as factors, stay in the file.
FEWEST_VALUES = 10


def build(name):
    return torchvision.models.get_model(name, weights=None, num_classes=10).eval().requires_grad_(False)


def pt2(name, size, folder):
    file = folder / f"{name}.pt2"
    with torch.device("meta"):
        program = torch.export.export(
            build(name), (torch.zeros(2, 3, size, size),), dynamic_shapes=({0: torch.export.Dim("batch")},)
        )
    fixtures.packed(program, file)
    return file, formula.outputs(build(name), [3, size, size])[0].tolist()


def export(name, size, file):
    name, _, exporter = name.rpartition("_")
    model, image = build(name), torch.zeros(2, 3, size, size)
    for key, value in model.state_dict().items():
        if value.is_floating_point():
            # Equal tensors would be stored once.
            value.copy_(formula.tensor(key, value.shape))
    if exporter == "dynamo":
        shapes = ({0: torch.export.Dim("batch")},)
        torch.onnx.export(model, (image,), file, dynamo=True, verbose=False, dynamic_shapes=shapes)
    else:
        axes = {"image": {0: "batch"}}
        torch.onnx.export(model, (image,), file, dynamo=False, opset_version=17, input_names=["image"], dynamic_axes=axes)


def onnx_model(name, size, folder):
    file = folder / f"{name}.onnx"
    export(name, size, str(file))
    model = onnx.load(file)
    kept = ("pkg.torch.onnx.class_hierarchy", "pkg.torch.onnx.name_scopes")
    for node in model.graph.node:
        entries = [entry for entry in node.metadata_props if entry.key in kept]
        del node.metadata_props[:]
        node.metadata_props.extend(entries)
    for value in [*model.graph.value_info, *model.graph.initializer, *model.graph.input, *model.graph.output]:
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    outside = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == numpy.float32 and values.size >= FEWEST_VALUES:
            values = numpy.float32(formula.tensor(tensor.name, values.shape).numpy())
            tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
            outside.append((tensor, values.nbytes))
    image = numpy.float32(formula.values("input", [1, 3, size, size]).numpy())
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    output = session.run(None, {session.get_inputs()[0].name: image})[0]
    offset = 0
    for tensor, length in outside:
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in {"location": f"{name}.bin", "offset": offset, "length": length}.items():
            tensor.external_data.add(key=key, value=str(value))
        offset += length
    file.write_bytes(model.SerializeToString())
    return file, [float(value) for value in output[0]]


def main():
    told = {}
    with tempfile.TemporaryDirectory() as temporary, zipfile.ZipFile(HERE / "models.zip", "w") as archive:
        for models, write in ((PT2, pt2), (ONNX, onnx_model)):
            for name, size in models.items():
                file, told[name] = write(name, size, pathlib.Path(temporary))
                method = zipfile.ZIP_STORED if models is PT2 else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes(), method, 9)
    lines = [f"{json.dumps(name)}:{json.dumps(output)}" for name, output in told.items()]
    (HERE / "outputs.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
