import torch
from torch import nn


class ChannelsFirstLayerNorm(nn.LayerNorm):
    """A layer norm over the channels, which come first."""

    def forward(self, x):
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)


class Backbone(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 4, 3, padding=1),
            nn.ReLU(),
        )
        self.body = nn.Sequential(
            nn.Conv2d(4, 8, 3, stride=2, padding=1),
            nn.ReLU(),
        )

    def forward(self, x):
        stem = self.stem(x)
        x = self.body(stem)
        return x, stem


class Fine(nn.Module):
    def __init__(self):
        super().__init__()
        self.maxpool1 = nn.MaxPool2d(2)
        self.add_module("0", nn.Conv2d(4, 4, 1))

    def forward(self, x):
        x = self.maxpool1(x)
        return getattr(self, "0")(x)


class Pair(nn.Module):
    """Pair: left 3 × 16 × 16, right 3 × 16 × 16 → same 1, heat 8 × 8 × 8

    989 parameters, 95,488 multiply-accumulates per sample.
    """

    def __init__(self):
        super().__init__()
        self.tower = Backbone()
        self.add_module("block1-0", nn.utils.parametrizations.weight_norm(
            nn.Conv2d(8, 4, 1)
        ))
        self.add_module("class", ChannelsFirstLayerNorm(4))
        self._parameters["type"] = nn.Parameter(torch.zeros(4, 8, 8))
        self.fine = Fine()
        self.same = nn.Linear(256, 1)

    def forward(self, left, right):
        tower, tower_2 = self.tower(left)
        right_features, _ = self.tower(right)
        heat = right_features - tower
        x = getattr(self, "block1-0")(heat)
        class_ = getattr(self, "class")(x)
        x = self._parameters["type"].expand(class_.shape[0], -1, -1, -1)
        x = x * class_
        out = self.fine(tower_2)
        x = x + out
        x = torch.flatten(x, 1)
        x = self.same(x)
        return x, heat
