"""What imported classifiers of torchvision compute, compared with PyTorch and with ONNX Runtime.

python functions.py CARGO_CNN FOLDER [NAME...]

Each network is exported for a small image with values that a formula makes: with `torch.export`, and with both of PyTorch's
exporters to ONNX, which fold batch norms. CARGO_CNN imports it with its weights into FOLDER, a crate that is built and run
with cnn-reference.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy
import onnxruntime
import torch
import torchvision
from safetensors.numpy import save_file

import crate

sys.path.append(str(crate.ROOT / "cnn-zoo/tests/common"))

import formula

warnings.filterwarnings("ignore")

# The most parameters of a network that is not named. Larger ones have the same blocks, more often or with more channels.
MOST_PARAMS = 30_000_000

# The smallest images that some networks take; others are as small as those of vision transformers.
SIZES = {"inception_v3": 96, "maxvit_t": 224, "alexnet": 80, "squeezenet1_0": 80, "squeezenet1_1": 80, "vit_h_14": 56}
SIZE = 64


def build(name):
    size = SIZES.get(name, SIZE)
    arguments = {"aux_logits": False, "init_weights": False} if name in ("googlenet", "inception_v3") else {}
    if name.startswith("vit"):
        arguments = {"image_size": size}
    model = torchvision.models.get_model(name, weights=None, num_classes=10, **arguments).eval()
    return model, size


# With larger values, the deepest networks make large differences of what 32 bits round off.
FACTOR = 0.75


@torch.no_grad()
def fill(model):
    for key, value in model.state_dict().items():
        # An exporter multiplies coordinates with weights, and the import divides these by the coordinates that it knows.
        if value.is_floating_point() and not key.endswith("relative_coords_table"):
            value.copy_((FACTOR if value.dim() > 1 else 1.0) * formula.tensor(key, value.shape))


def pt2(model, image, file):
    torch.export.save(torch.export.export(model, (image,), dynamic_shapes=({0: torch.export.Dim("batch")},)), file)


def torchscript(model, image, file):
    axes = {"image": {0: "batch"}}
    torch.onnx.export(model, (image,), file, dynamo=False, opset_version=17, input_names=["image"], dynamic_axes=axes)


def dynamo(model, image, file):
    shapes = ({0: torch.export.Dim("batch")},)
    torch.onnx.export(model, (image,), file, dynamo=True, verbose=False, dynamic_shapes=shapes)


def answer(model, image, file):
    if file.suffix == ".pt2":
        return model(image).detach().numpy()
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: image.numpy()})[0]


def main():
    command, folder, *names = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    figures_file = folder / "figures.json"
    figures = json.loads(figures_file.read_text()) if figures_file.exists() else {}
    for name in names or torchvision.models.list_models(torchvision.models):
        model, size = build(name)
        params = sum(parameter.numel() for parameter in model.parameters())
        if not names and params > MOST_PARAMS:
            continue
        fill(model)
        images = torch.from_numpy(numpy.float32(formula.values("input", [2, 3, size, size])))
        for exporter in (pt2, torchscript, dynamo):
            key = f"{name}_{exporter.__name__}"
            if key in figures:
                continue
            with tempfile.TemporaryDirectory() as temporary:
                file = pathlib.Path(temporary) / ("model.pt2" if exporter is pt2 else "model.onnx")
                try:
                    exporter(model, images, str(file))
                    result = answer(model, images, file)
                except Exception as error:
                    print(f"{key}: cannot be exported: {str(error).splitlines()[0]}", flush=True)
                    continue
                source, weights = folder / f"{key}.rs", folder / f"{key}.safetensors"
                done = subprocess.run(
                    [command, "cnn", "import", file, "-o", source, "--weights", weights, "--name", "Net"],
                    capture_output=True, text=True,
                )  # fmt: skip
            if done.returncode != 0:
                print(f"{key}: refused: {done.stderr.splitlines()[0]} ({done.stderr.splitlines()[-1]})", flush=True)
                continue
            # One sample is enough.
            save_file({"input": images.numpy()[:1].copy(), "output": result[:1].copy()}, folder / f"{key}.answer")
            figures[key] = crate.figures(done.stderr)
            figures_file.write_text(json.dumps(figures))
    crate.run(folder, figures)


main()
