"""Asks timm what networks compute: makes outputs.json.

Each has ten classes and a small image. A formula makes the image and the tensors of the state, so only the outputs
are stored.

usage: python outputs.py [name ...]    (others stay as they are)
"""

import json
import pathlib
import sys

from networks import NETWORKS, build

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent / "common"))

import formula


def outputs(name, size):
    # Some have weights for each place.
    args = {"img_size": size} if name.startswith(("botnet", "resmlp")) else {}
    output = formula.outputs(build(name, num_classes=10, **args), [3, size, size])
    return [["", *formula.told(output[0].flatten())]]


def main():
    file = HERE / "outputs.json"
    known = json.loads(file.read_text()) if file.exists() else {}
    asked = sys.argv[1:] or NETWORKS
    known |= {name: outputs(name, NETWORKS[name]) for name in asked}
    lines = [f'"{name}":{json.dumps(known[name])}' for name in NETWORKS if name in known]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
