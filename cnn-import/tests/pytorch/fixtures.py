"""Writes the fixtures of the tests: small networks as `torch.export.save` writes them.

python fixtures.py
"""

import pathlib
import zipfile

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent


class Unit(nn.Module):
    def __init__(self, cin, cout, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(cin, cout, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(cout)
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv2d(cout, cout, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(cout)
        self.downsample = None
        if stride > 1 or cin != cout:
            self.downsample = nn.Sequential(nn.Conv2d(cin, cout, 1, stride, bias=False), nn.BatchNorm2d(cout))

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        x = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(x)) + shortcut)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU())
        self.layer1 = nn.Sequential(Unit(4, 4, 1), Unit(4, 4, 1))
        self.layer2 = nn.Sequential(Unit(4, 8, 2), Unit(8, 8, 1), Unit(8, 8, 1))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(8, 10)

    def forward(self, x):
        return self.fc(torch.flatten(self.pool(self.layer2(self.layer1(self.stem(x)))), 1))


class Refused(nn.Module):
    def forward(self, x):
        return torch.cumsum(torch.erf(x), 1)


torch.manual_seed(0)
batch = torch.export.Dim("batch")
for name, model in [("residual", Residual()), ("refused", Refused())]:
    program = torch.export.export(model.eval(), (torch.zeros(2, 3, 16, 16),), dynamic_shapes=({0: batch},))
    for node in program.graph.nodes:
        # They have the paths of the machine.
        node.meta.pop("stack_trace", None)
    file = HERE / f"{name}.pt2"
    torch.export.save(program, file)
    with zipfile.ZipFile(file) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.namelist()]
    # PyTorch does not compress it, and a fixture should be small.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in entries:
            archive.writestr(zipfile.ZipInfo(entry), data, zipfile.ZIP_DEFLATED)
