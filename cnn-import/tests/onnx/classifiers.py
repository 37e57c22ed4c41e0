"""Exports torchvision's classifiers with both exporters of PyTorch, and imports them.

python classifiers.py CARGO_CNN FOLDER [--timm] [NAME...]

CARGO_CNN is the command that is tested, and FOLDER gets the declarations as a crate, which is built and run, and
`results.json`. Exports are made once with
batch norms, and once without, since exporters fold these into convolutions. Parameters are compared with those of the
model, if batch norms are kept, and multiply-accumulates with what torchvision publishes. With --timm, the names are those of
timm, which publishes none, and there are only two exports, each in the way that keeps more.
"""

import collections
import importlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import warnings

import torch
import torchvision

warnings.filterwarnings("ignore")

# The most parameters of a model that is exported; larger ones differ in their numbers only.
MOST_PARAMS = 150_000_000


def of_timm(name):
    import timm

    model = timm.create_model(name).eval()
    return model, model.pretrained_cfg["input_size"][-1], None


def build(name):
    weights = torchvision.models.get_model_weights(name).DEFAULT
    arguments = {"aux_logits": False, "init_weights": False} if name in ("googlenet", "inception_v3") else {}
    try:
        with torch.device("meta"):
            model = torchvision.models.get_model(name, weights=None, **arguments)
        known = not any("relative_" in key for key in model.state_dict())
    except NotImplementedError:
        # Some compute their sizes with tensors.
        known = False
    if not known:
        # Relative positions are computed, and have no values then.
        model = torchvision.models.get_model(name, weights=None, **arguments)
    model = model.eval()
    size = weights.transforms().crop_size[0]
    # The published operations are those of the published size.
    return model, size, weights.meta["_ops"]


def real(model):
    is_meta = next(model.parameters()).is_meta
    if is_meta:
        model = model.to_empty(device="cpu")
    model.requires_grad_(False)
    torch.manual_seed(0)
    for name, tensor in model.state_dict().items():
        # Equal tensors would be stored once.
        if tensor.is_floating_point() and not name.endswith("relative_coords_table"):
            tensor.uniform_(0.5, 1.5)
        elif is_meta:
            tensor.zero_()
    return model


def torchscript(model, image, file, keep):
    options = {"training": torch.onnx.TrainingMode.PRESERVE, "do_constant_folding": False} if keep else {}
    torch.onnx.export(
        model, (image,), file, dynamo=False, opset_version=17, input_names=["image"],
        dynamic_axes={"image": {0: "batch"}}, **options,
    )  # fmt: skip


def dynamo(model, image, file, keep):
    torch.onnx.export(
        model, (image,), file, dynamo=True, optimize=not keep, verbose=False,
        dynamic_shapes=({0: torch.export.Dim("batch")},),
    )  # fmt: skip


def main():
    is_timm = "--timm" in sys.argv
    command, folder, *names = [argument for argument in sys.argv[1:] if argument != "--timm"]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    names = names or torchvision.models.list_models(torchvision.models)
    record = folder / "results.json"
    results = json.loads(record.read_text()) if record.exists() else {}
    for name in names:
        model, size, published = of_timm(name) if is_timm else build(name)
        params = sum(parameter.numel() for parameter in model.parameters())
        if params > MOST_PARAMS:
            print(f"{name}: left out, as it has {params} parameters")
            continue
        model = real(model)
        image = torch.zeros(2, 3, size, size)
        for exporter in (torchscript, dynamo):
            for keep in [exporter is torchscript] if is_timm else (True, False):
                key = f"{name} {exporter.__name__} {'kept' if keep else 'folded'}"
                if results.get(key, {}).get("status") == 0:
                    continue
                start = time.time()
                with tempfile.TemporaryDirectory() as temporary:
                    file = pathlib.Path(temporary) / "model.onnx"
                    try:
                        exporter(model, image, str(file), keep)
                    except Exception as error:
                        results[key] = {"status": "not exported", "reasons": [str(error).split("\n")[0]]}
                        continue
                    identifier = re.sub(r"\W", "_", key)
                    source = folder / f"{identifier}.rs"
                    source.unlink(missing_ok=True)
                    done = subprocess.run(
                        [command, "cnn", "import", str(file), "-o", str(source), "--name", "Net"],
                        capture_output=True, text=True,
                    )  # fmt: skip
                result = {"status": done.returncode, "seconds": round(time.time() - start, 1)}
                if done.returncode == 0:
                    result |= dict(zip(("params", "macs"), importlib.import_module("crate").figures(done.stderr)))
                    result["dead"] = re.findall(r"`(.*)` is left out", done.stderr)
                    result["params_agree"] = result["params"] == params if keep else None
                    if published is not None:
                        result["macs_agree"] = abs(result["macs"] / 1e9 - published) < 6e-4
                else:
                    result["reasons"] = done.stderr.strip().split("\n")
                results[key] = result
                print(key, {key: value for key, value in result.items() if key != "reasons"}, flush=True)
                for reason in result.get("reasons", [])[:3]:
                    print("   ", reason[:200], flush=True)
                record.write_text(json.dumps(results, indent=1))
    imported = [result for result in results.values() if result["status"] == 0]
    print(f"{len(imported)} of {len(results)} are imported")
    for fact in ("params_agree", "macs_agree"):
        wrong = [key for key, result in results.items() if result.get(fact) is False]
        print(f"{fact}: not of {wrong}")
    reasons = collections.Counter(
        re.sub(r"`[^`]*`", "_", reason.split("): ")[-1]) for result in results.values() for reason in result.get("reasons", [])
    )
    for reason, count in reasons.most_common():
        print(count, reason)
    figures = {re.sub(r"\W", "_", key): (result["params"], result["macs"]) for key, result in results.items() if result["status"] == 0}
    importlib.import_module("crate").run(folder, figures)


main()
