import torch
from torch import nn


class Up(nn.Module):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.up = nn.ConvTranspose2d(in_channels, out_channels, 2, stride=2)
        self.conv = nn.Sequential(
            nn.Conv2d(in_channels, out_channels, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(out_channels, out_channels, 3, padding=1),
            nn.ReLU(),
        )

    def forward(self, x, skip):
        x = self.up(x)
        x = torch.cat((skip, x), dim=1)
        return self.conv(x)


class UNet(nn.Module):
    """UNet: 1 × 32 × 32 → 2 × 32 × 32

    116,770 parameters, 24,821,760 multiply-accumulates per sample.
    """

    def __init__(self):
        super().__init__()
        self.down1 = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(16, 16, 3, padding=1),
            nn.ReLU(),
        )
        self.maxpool1 = nn.MaxPool2d(2)
        self.down2 = nn.Sequential(
            nn.Conv2d(16, 32, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(32, 32, 3, padding=1),
            nn.ReLU(),
        )
        self.maxpool2 = nn.MaxPool2d(2)
        self.bottom = nn.Sequential(
            nn.Conv2d(32, 64, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(64, 64, 3, padding=1),
            nn.ReLU(),
        )
        self.up2 = Up(64, 32)
        self.up1 = Up(32, 16)
        self.out = nn.Conv2d(16, 2, 1)

    def forward(self, x):
        down1 = self.down1(x)
        x = self.maxpool1(down1)
        down2 = self.down2(x)
        x = self.maxpool2(down2)
        x = self.bottom(x)
        x = self.up2(x, down2)
        x = self.up1(x, down1)
        return self.out(x)
