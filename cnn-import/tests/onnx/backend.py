"""Imports the test models of the `onnx` package, and lists why models are refused.

python backend.py CARGO_CNN [FOLDER]

CARGO_CNN is the command that is tested; FOLDER gets the declarations. No import may crash, or take longer than a minute.
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import onnx
from onnx.backend.test.case import node as nodes

DATA = pathlib.Path(onnx.__file__).parent / "backend/test/data"


def main():
    command, *folder = sys.argv[1:]
    files = sorted(DATA.glob("*/*/model.onnx")) + sorted(DATA.glob("light/*.onnx"))
    # Those of single operations are made when they are asked for.
    temporary = tempfile.TemporaryDirectory()
    for case in nodes.collect_testcases(None):
        file = pathlib.Path(temporary.name) / f"{case.name}.onnx"
        file.write_bytes(case.model.SerializeToString())
        files.append(file)
    reasons, statuses = collections.Counter(), collections.Counter()
    examples = {}
    for file in files:
        name = file.parent.name if file.name == "model.onnx" else file.stem
        arguments = [command, "cnn", "import", str(file), "--name", "Net"]
        if folder:
            path = pathlib.Path(folder[0])
            path.mkdir(parents=True, exist_ok=True)
            arguments += ["-o", str(path / f"{name}.rs")]
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=60)
        statuses[done.returncode] += 1
        if done.returncode == 0:
            print("imported", name)
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
    print(f"{len(files)} models: {statuses[0]} imported, {statuses[1]} refused, {statuses[2]} not read")
    for key, count in reasons.most_common():
        print(count, *key, "|", examples[key][:200])


main()
