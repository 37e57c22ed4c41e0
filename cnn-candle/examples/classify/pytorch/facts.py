"""Trains the network of the digits example in PyTorch, and asks PyTorch and torchvision what they make
of some pictures: makes digits.safetensors, the pictures, and facts.json.

usage: python facts.py
"""

import gzip
import json
import pathlib

import numpy
import torch
import torchvision
from PIL import Image
from safetensors.torch import load_file, save_file
from torch import nn
from torchvision.transforms import InterpolationMode
from torchvision.transforms._presets import ImageClassification

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[3]
ROWS = ROOT / "cnn-burn/examples/train/data/digits.csv.gz"


class Digits(nn.Module):
    """`cnn-burn/examples/train/src/networks/digits.rs`, layer by layer."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.conv2 = nn.Conv2d(16, 16, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(16)
        self.conv3 = nn.Conv2d(16, 32, 3, padding=1, bias=False)
        self.bn3 = nn.BatchNorm2d(32)
        self.fc1 = nn.Linear(128, 64)
        self.dropout = nn.Dropout(0.3)
        self.fc2 = nn.Linear(64, 10)

    def forward(self, x):
        x = self.bn1(self.conv1(x)).relu()
        x = x + self.bn2(self.conv2(x)).relu()
        x = nn.functional.max_pool2d(x, 2)
        x = self.bn3(self.conv3(x)).relu()
        x = nn.functional.max_pool2d(x, 2)
        x = self.dropout(self.fc1(x.flatten(1)).relu())
        return self.fc2(x)


class LeNet(nn.Module):
    """The network of `tests/weights/lenet.safetensors`."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 20, 5)
        self.conv2 = nn.Conv2d(20, 50, 5)
        self.fc1 = nn.Linear(800, 500)
        self.fc2 = nn.Linear(500, 10)

    def forward(self, x):
        x = nn.functional.max_pool2d(self.conv1(x).relu(), 2)
        x = nn.functional.max_pool2d(self.conv2(x).relu(), 2)
        return self.fc2(self.fc1(x.flatten(1)).relu())


def train(images, labels):
    torch.manual_seed(1)
    model, epochs = Digits(), 20
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for batch in torch.randperm(len(images)).split(32):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(images[batch]), labels[batch]).backward()
            optimizer.step()
        schedule.step()
    return model.eval()


def digits():
    """The trained network, a picture of each digit that it has not seen, and its scores for them."""
    rows = torch.tensor(numpy.loadtxt(gzip.open(ROWS), delimiter=","), dtype=torch.float32)
    images, labels = rows[:, :64].reshape(-1, 1, 8, 8) / 16, rows[:, 64].long()
    held_out = torch.arange(len(rows)) % 5 == 4
    model = train(images[~held_out], labels[~held_out])
    with torch.no_grad():
        right = (model(images[held_out]).argmax(1) == labels[held_out]).sum().item()
    print(f"reads {right} of {held_out.sum().item()} held out digits")
    save_file(model.state_dict(), HERE / "digits.safetensors")

    scores = []
    for digit in range(10):
        image = images[held_out][labels[held_out] == digit][0, 0]
        picture = Image.fromarray((image * 255).round().numpy().astype("uint8"), "L")
        picture.save(HERE / f"{digit}.png")
        read = torch.from_numpy(numpy.array(Image.open(HERE / f"{digit}.png"))) / 255
        with torch.no_grad():
            scores.append(model(read[None, None])[0].tolist())
    return scores


def pattern():
    """A picture with edges and shades, which tests make by the same formula."""
    y, x, c = numpy.mgrid[0:401, 0:500, 0:3]
    values = (3 * x * x + 5 * y * y + (c + 1) * x * y + 2560 * c) // 64 % 256
    return Image.fromarray(values.astype("uint8"), "RGB")


def prepared():
    """What torchvision makes of the pattern, at every twentieth row and column."""
    ways = {"bilinear": InterpolationMode.BILINEAR, "bicubic": InterpolationMode.BICUBIC}
    values = {}
    for name, way in ways.items():
        image = ImageClassification(crop_size=224, interpolation=way)(pattern())
        values[name] = [round(value, 5) for value in image[:, ::20, ::20].flatten().tolist()]
    return values


def lenet():
    """The scores of a network for the pattern."""
    model = LeNet().eval()
    model.load_state_dict(load_file(ROOT / "tests/weights/lenet.safetensors"))
    image = ImageClassification(crop_size=28, resize_size=32)(pattern())
    with torch.no_grad():
        return model(image[None])[0].tolist()


def presets():
    """How pictures are prepared for the first weights of each network."""
    found = {}
    for name in torchvision.models.list_models(module=torchvision.models):
        weights = list(torchvision.models.get_model_weights(name))
        # SWAG's other weights of these networks are for larger pictures than the zoo's.
        first = weights[1] if name in ("regnet_y_128gf", "vit_h_14") else weights[0]
        preset = first.transforms()
        found[name] = {
            "resize": preset.resize_size[0],
            "crop": preset.crop_size[0],
            "interpolation": preset.interpolation.value,
            "mean": preset.mean,
            "std": preset.std,
        }
    return found


if __name__ == "__main__":
    facts = {
        "torch": torch.__version__,
        "torchvision": torchvision.__version__,
        "digits": digits(),
        "prepared": prepared(),
        "lenet": lenet(),
        "presets": presets(),
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in facts.items()]
    (HERE / "facts.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
