import torch
from torch import nn


class Stem(nn.Module):
    def __init__(self, in_channels, out_channels, kernel_size, padding=0):
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels, out_channels, kernel_size, padding=padding, bias=False
        )
        self.bn = nn.BatchNorm2d(out_channels)
        self.relu1 = nn.ReLU()

    def forward(self, x):
        x = self.conv(x)
        x = self.bn(x)
        return self.relu1(x)


class Mixed(nn.Module):
    def __init__(self, in_channels, out_channels, out_channels2):
        super().__init__()
        self.branch1 = Stem(in_channels, out_channels, kernel_size=1)
        self.branch2 = nn.Sequential(
            Stem(in_channels, out_channels2, kernel_size=1),
            Stem(out_channels2, in_channels, kernel_size=3, padding=1),
        )
        self.branch3 = nn.Sequential(
            nn.MaxPool2d(3, stride=1, padding=1),
            Stem(in_channels, out_channels, kernel_size=1),
        )

    def forward(self, x):
        branch1 = self.branch1(x)
        branch2 = self.branch2(x)
        x = self.branch3(x)
        return torch.cat((branch1, branch2, x), dim=1)


class Inception(nn.Module):
    """Inception: 3 × 32 × 32 → 10

    12,258 parameters, 4,899,456 multiply-accumulates per sample.
    """

    def __init__(self):
        super().__init__()
        self.stem = Stem(3, 16, kernel_size=3, padding=1)
        self.mixed1 = Mixed(16, 8, out_channels2=12)
        self.maxpool1 = nn.MaxPool2d(2)
        self.mixed2 = Mixed(32, 16, out_channels2=24)
        self.adaptive_avgpool1 = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        x = self.stem(x)
        x = self.mixed1(x)
        x = self.maxpool1(x)
        x = self.mixed2(x)
        x = self.adaptive_avgpool1(x)
        x = torch.flatten(x, 1)
        return self.fc(x)
