"""Imports what export.py has written, compiles it, and compares it with what PyTorch says of the networks.

usage: python compare.py [NAME …]    (without a name, all of target/import)
"""

import collections
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).parents[4]
MODELS = ROOT / "target/import"
CRATE = MODELS / "crate"
ENVIRONMENT = os.environ | {"CARGO_TARGET_DIR": str(ROOT / "target"), "CARGO_INCREMENTAL": "0"}

MANIFEST = f"""[package]
name = "imported"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
cnn = {{ path = {json.dumps(str(ROOT))} }}
"""

# For each network a line with its totals, and one for each tensor.
MAIN = """
fn print(name: &str, graph: &cnn::Graph, summary: &cnn::Summary) {
    println!("{name} {} {}", summary.params, summary.macs);
    for (name, shape) in graph.state_dict() {
        println!("\\t{name}\\t{:?}", shape.dims());
    }
}
"""


def run(*command, **options):
    return subprocess.run(command, text=True, capture_output=True, env=ENVIRONMENT, **options)


def built(*command, **options):
    """The output of a command of cargo that must succeed."""
    made = run("cargo", *command, **options)
    if made.returncode != 0:
        sys.exit(made.stderr)
    return made.stdout


def imported(name):
    """The reasons why a network cannot be imported; its source is written if there are none."""
    source = CRATE / f"src/{name}.rs"
    command = [ROOT / "target/debug/cargo-cnn", "cnn", "import", MODELS / f"{name}.pt2", "-o", source, "--name", "Net"]
    made = run(*command)
    if made.returncode == 0:
        return []
    source.unlink(missing_ok=True)
    return [line.removeprefix("error: ") for line in made.stderr.splitlines()[:-1]] or [made.stderr.strip()]


def compiled(names):
    """What rustc says of the networks: params, MACs and tensors."""
    calls = [f'    print("{n}", &{n}::Net::GRAPH, &{n}::Net::SUMMARY);\n' for n in names]
    (CRATE / "Cargo.toml").write_text(MANIFEST)
    (CRATE / "Cargo.lock").write_text((ROOT / "Cargo.lock").read_text())
    modules = "".join(f"mod {name};\n" for name in names)
    (CRATE / "src/main.rs").write_text(f"{modules}{MAIN}\nfn main() {{\n{''.join(calls)}}}\n")
    result = {}
    for line in built("run", "-q", "--offline", cwd=CRATE).splitlines():
        if line.startswith("\t"):
            _, tensor, dims = line.split("\t")
            state[tensor] = json.loads(dims)
        else:
            name, params, macs = line.split()
            state = {}
            result[name] = {"params": int(params), "macs": int(macs), "state_dict": state}
    return result


def recorded():
    """What PyTorch says of the networks, for the largest images of which it was asked."""
    facts = {}
    for file in ("torchvision/zoo", "torchvision/others", "timm/facts"):
        models = json.loads((ROOT / f"cnn-zoo/tests/{file}.json").read_text())
        for key, model in models.get("models", models).items():
            name, _, size = key.partition("@")
            if int(size or 0) >= facts.get(name, (0,))[0]:
                facts[name] = (int(size or 0), model)
    return {name: model for name, (_, model) in facts.items()}


def of_archive(name):
    """The tensors of an archive, which is all that is known of other networks."""
    with zipfile.ZipFile(MODELS / f"{name}.pt2") as archive:
        config = json.loads(archive.read(f"{name}/data/weights/model_weights_config.json"))["config"]
    tensors = {key: [size["as_int"] for size in weight["tensor_meta"]["sizes"]] for key, weight in config.items()}
    return {"state_dict": [pair for pair in tensors.items() if not pair[0].endswith("num_batches_tracked")]}


def differences(made, facts):
    own, theirs = made["state_dict"], dict(facts["state_dict"])
    # The order in which tensors are listed does not matter, as they are loaded by name.
    wrong = [name for name in own.keys() | theirs.keys() if own.get(name) != theirs.get(name)]
    totals = [key for key in ("params", "macs") if key in facts and made[key] != facts[key]]
    return [f"{key} {made[key]:,} instead of {facts[key]:,}" for key in totals] + sorted(wrong)[:2]


ITEM = re.compile(r"    (?:pub )?(?:block|struct|const fn|const) (\w+)")


def items(source):
    """The lines of each item of a `cnn!`, without comments and attributes."""
    result, current = {}, None
    for line in source.splitlines():
        text = line.strip()
        if found := ITEM.match(line):
            current = result.setdefault(found[1], [])
        elif line.startswith("}"):
            current = None
        if current is not None and text and not text.startswith(("//", "#")):
            current.append(text)
    return result


def lines(items, name):
    """How many lines an item and all that it uses have."""
    seen, open_items = set(), [name]
    while open_items:
        item = open_items.pop()
        if item not in seen:
            seen.add(item)
            words = set(re.findall(r"\w+", " ".join(items[item])))
            open_items += [other for other in items if other in words]
    return sum(len(items[item]) for item in seen)


def of_zoo():
    """How many lines each network of the zoo has."""
    source = ROOT / "cnn-zoo/src"
    entries = (source / "lib.rs").read_text()
    result = {}
    for family, networks in re.findall(r'"\w+" (\w+) \{([^}]*)\}', entries):
        file = source / f"{family}.rs"
        if file.exists():
            known = items((source / "blocks.rs").read_text()) | items(file.read_text())
            for name, network in re.findall(r'"(\w+)": (\w+)', networks):
                result[name] = lines(known, network)
    return result


def main():
    names = sys.argv[1:] or sorted(file.stem for file in MODELS.glob("*.pt2"))
    (CRATE / "src").mkdir(parents=True, exist_ok=True)
    built("build", "-q", "-p", "cargo-cnn", cwd=ROOT)
    refusals = {name: imported(name) for name in names}
    accepted = [name for name in names if not refusals[name]]
    made, facts, zoo = compiled(accepted), recorded(), of_zoo()
    ratios, counts = [], collections.Counter()
    print("| network | result | lines | ratio to the zoo |\n|---|---|---:|---:|")
    for name in names:
        if refusals[name]:
            counts["refused"] += 1
            more = f" (and {len(refusals[name]) - 1} more)" if len(refusals[name]) > 1 else ""
            print(f"| {name} | refused: {refusals[name][0]}{more} | | |")
            continue
        wrong = differences(made[name], facts.get(name) or of_archive(name))
        right = "exact" if name in facts else "the same tensors"
        result = "differs: " + ", ".join(wrong) if wrong else right
        counts[result.split(":")[0]] += 1
        own = lines(items((CRATE / f"src/{name}.rs").read_text()), "Net")
        ratio = ""
        if name in zoo:
            ratios.append(own / zoo[name])
            ratio = f"{ratios[-1]:.2f}"
        print(f"| {name} | {result} | {own} | {ratio} |")
    print(f"\n{', '.join(f'{count} {result}' for result, count in counts.items())}")
    if ratios:
        print(f"ratio of lines: median {statistics.median(ratios):.2f}, largest {max(ratios):.2f}")


if __name__ == "__main__":
    main()
