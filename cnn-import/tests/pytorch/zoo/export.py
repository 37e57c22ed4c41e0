"""Exports the networks of the zoo from torchvision, without values: target/import/NAME.pt2.

usage: python export.py [--timm] [NAME …]    (without a name, all of torchvision; --timm takes names of timm)
"""

import json
import pathlib
import sys
import warnings

import torch

ROOT = pathlib.Path(__file__).parents[4]
TORCHVISION = ROOT / "cnn-zoo/tests/torchvision"
OUTPUT = ROOT / "target/import"

sys.path.append(str(TORCHVISION))


def sizes():
    """The resolution of each network of the zoo, the largest one if there are several."""
    keys = [key for file in ("zoo", "others") for key in json.loads((TORCHVISION / f"{file}.json").read_text())["models"]]
    return dict(sorted((name, int(size)) for name, size in (key.split("@") for key in keys)))


def export(name, model, shape):
    # A batch of 2, since PyTorch takes 1 for a size that does not change.
    sample = torch.zeros(2, *shape, device="meta")
    dynamic = ({0: torch.export.Dim("batch")},)
    program = torch.export.export(model, (sample,), dynamic_shapes=dynamic)
    for node in program.graph.nodes:
        # They have the paths of the machine, and are most of the file.
        node.meta.pop("stack_trace", None)
    torch.export.save(program, OUTPUT / f"{name}.pt2")


def main():
    warnings.filterwarnings("ignore")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    of_timm = "--timm" in sys.argv
    names = [name for name in sys.argv[1:] if name != "--timm"]
    if of_timm:
        import timm
    else:
        import facts

        known = sizes()
        names = names or [name for name in known if not name.endswith("_aux") and name not in ("lenet", "unet")]
    for name in names:
        try:
            if of_timm:
                with torch.device("meta"):
                    model = timm.create_model(name).eval()
                export(name, model, model.pretrained_cfg["input_size"])
            else:
                export(name, facts.on_meta(name), facts.input_of(name, known[name]))
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {str(error).strip().splitlines()[0]}", flush=True)


if __name__ == "__main__":
    main()
