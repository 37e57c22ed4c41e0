//! Modules that PyTorch lacks, which are written into the file if it uses them.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// A module that is written into the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Helper {
    /// A convolution of so many axes whose padding differs between the sides.
    PaddedConv(usize),
    /// A max pool of the same kind.
    PaddedMaxPool(usize),
    /// An average pool of the same kind.
    PaddedAvgPool(usize),
    /// A convolution with standardized weights, which may be padded like those above.
    StdConv {
        axes: usize,
        padded: bool,
    },
    BlurPool(usize),
    FrozenBatchNorm,
    ChannelsFirstLayerNorm,
    GlobalResponseNorm,
    StochasticDepth,
    Permute,
    Reshape,
    /// The function that the attentions in windows share.
    RelativePositionIndex,
    WindowAttention,
    WindowAttentionV2,
    RelativeAttention,
}

impl Helper {
    /// The name of its class.
    pub(super) fn name(self) -> String {
        match self {
            Helper::PaddedConv(axes) => format!("PaddedConv{axes}d"),
            Helper::PaddedMaxPool(axes) => format!("PaddedMaxPool{axes}d"),
            Helper::PaddedAvgPool(axes) => format!("PaddedAvgPool{axes}d"),
            Helper::StdConv { axes, padded: false } => format!("StdConv{axes}d"),
            Helper::StdConv { axes, padded: true } => format!("PaddedStdConv{axes}d"),
            Helper::BlurPool(axes) => format!("BlurPool{axes}d"),
            Helper::FrozenBatchNorm => "FrozenBatchNorm".into(),
            Helper::ChannelsFirstLayerNorm => "ChannelsFirstLayerNorm".into(),
            Helper::GlobalResponseNorm => "GlobalResponseNorm".into(),
            Helper::StochasticDepth => "StochasticDepth".into(),
            Helper::Permute => "Permute".into(),
            Helper::Reshape => "Reshape".into(),
            Helper::RelativePositionIndex => "relative_position_index".into(),
            Helper::WindowAttention => "WindowAttention".into(),
            Helper::WindowAttentionV2 => "WindowAttentionV2".into(),
            Helper::RelativeAttention => "RelativeAttention".into(),
        }
    }

    /// Those that it uses.
    pub(super) fn needs(self) -> Vec<Helper> {
        match self {
            Helper::StdConv { axes, padded: true } => vec![Helper::PaddedConv(axes)],
            Helper::WindowAttention | Helper::RelativeAttention => {
                vec![Helper::RelativePositionIndex]
            }
            Helper::WindowAttentionV2 => vec![Helper::WindowAttention],
            _ => vec![],
        }
    }

    /// Its source.
    pub(super) fn source(self) -> String {
        let (name, text) = (self.name(), self.text());
        match self {
            Helper::PaddedConv(axes)
            | Helper::PaddedMaxPool(axes)
            | Helper::PaddedAvgPool(axes)
            | Helper::BlurPool(axes) => {
                text.replace("NAME", &name).replace("AXES", &format!("{axes}"))
            }
            Helper::StdConv { axes, padded } => {
                let base = match padded {
                    true => Helper::PaddedConv(axes).name(),
                    false => format!("nn.Conv{axes}d"),
                };
                text.replace("NAME", &name).replace("BASE", &base)
            }
            _ => text.replace("NAME", &name),
        }
    }

    fn text(self) -> &'static str {
        match self {
            Helper::PaddedConv(_) => PADDED_CONV,
            Helper::PaddedMaxPool(_) => PADDED_MAX_POOL,
            Helper::PaddedAvgPool(_) => PADDED_AVG_POOL,
            Helper::StdConv { .. } => STD_CONV,
            Helper::BlurPool(_) => BLUR_POOL,
            Helper::FrozenBatchNorm => FROZEN_BATCH_NORM,
            Helper::ChannelsFirstLayerNorm => CHANNELS_FIRST_LAYER_NORM,
            Helper::GlobalResponseNorm => GLOBAL_RESPONSE_NORM,
            Helper::StochasticDepth => STOCHASTIC_DEPTH,
            Helper::Permute => PERMUTE,
            Helper::Reshape => RESHAPE,
            Helper::RelativePositionIndex => RELATIVE_POSITION_INDEX,
            Helper::WindowAttention => WINDOW_ATTENTION,
            Helper::WindowAttentionV2 => WINDOW_ATTENTION_V2,
            Helper::RelativeAttention => RELATIVE_ATTENTION,
        }
    }
}

const PADDED_CONV: &str = r#"class NAME(nn.ConvAXESd):
    """A convolution whose padding differs between the sides."""

    def __init__(self, *args, pad, pad_mode="constant", **kwargs):
        super().__init__(*args, **kwargs)
        self.pad = pad
        self.pad_mode = pad_mode

    def _conv_forward(self, x, weight, bias):
        return super()._conv_forward(F.pad(x, self.pad, self.pad_mode), weight, bias)
"#;

const PADDED_MAX_POOL: &str = r#"class NAME(nn.MaxPoolAXESd):
    """A max pool whose padding differs between the sides."""

    def __init__(self, *args, pad, **kwargs):
        super().__init__(*args, **kwargs)
        self.pad = pad

    def forward(self, x):
        return super().forward(F.pad(x, self.pad, value=float("-inf")))
"#;

const PADDED_AVG_POOL: &str = r#"class NAME(nn.AvgPoolAXESd):
    """An average pool whose padding differs between the sides."""

    def __init__(self, *args, pad, **kwargs):
        super().__init__(*args, **kwargs)
        self.pad = pad

    def forward(self, x):
        mean = super().forward(F.pad(x, self.pad))
        if self.count_include_pad:
            return mean
        # The part of each window that is not padding.
        return mean / super().forward(F.pad(torch.ones_like(x[:1, :1]), self.pad))
"#;

const STD_CONV: &str = r#"class NAME(BASE):
    """A convolution with standardized weights."""

    def __init__(self, *args, eps=1e-6, gain=False, gamma=1.0, **kwargs):
        super().__init__(*args, **kwargs)
        self.eps = eps
        self.gamma = gamma
        ones = torch.ones(self.out_channels, *[1] * len(self.kernel_size), 1)
        self.register_parameter("gain", nn.Parameter(ones) if gain else None)

    def forward(self, x):
        dims = tuple(range(1, self.weight.dim()))
        var, mean = torch.var_mean(self.weight, dims, correction=0, keepdim=True)
        weight = (self.weight - mean) / torch.sqrt(var + self.eps)
        if self.gain is not None:
            weight = weight * self.gain * self.gamma / self.weight[0].numel() ** 0.5
        return self._conv_forward(x, weight, self.bias)
"#;

const BLUR_POOL: &str = r#"class NAME(nn.Module):
    """Blurs with binomial coefficients, and takes every so many values."""

    def __init__(self, filt_size, stride, pad, pad_mode="reflect"):
        super().__init__()
        self.filt_size = filt_size
        self.stride = stride
        self.pad = pad
        self.pad_mode = pad_mode

    def forward(self, x):
        x = F.pad(x, self.pad, self.pad_mode)
        # Means of two neighbours, again and again, weigh with binomial coefficients.
        for _ in range(self.filt_size - 2):
            x = F.avg_poolAXESd(x, 2, 1)
        return F.avg_poolAXESd(x, 2, self.stride)
"#;

const FROZEN_BATCH_NORM: &str = r#"class NAME(nn.Module):
    """A batch norm that is never trained: that of torchvision.ops."""

    def __init__(self, num_features, eps=1e-5):
        super().__init__()
        self.eps = eps
        self.register_buffer("weight", torch.ones(num_features))
        self.register_buffer("bias", torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x):
        shape = (1, -1) + (1,) * (x.dim() - 2)
        scale = self.weight * (self.running_var + self.eps).rsqrt()
        shift = self.bias - self.running_mean * scale
        return x * scale.reshape(shape) + shift.reshape(shape)
"#;

const CHANNELS_FIRST_LAYER_NORM: &str = r#"class NAME(nn.LayerNorm):
    """A layer norm over the channels, which come first."""

    def forward(self, x):
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)
"#;

const GLOBAL_RESPONSE_NORM: &str = r#"class NAME(nn.Module):
    """Global response normalization, of ConvNeXt V2."""

    def __init__(self, num_channels, dim=1, eps=1e-6):
        super().__init__()
        self.dim = dim
        self.eps = eps
        self.weight = nn.Parameter(torch.zeros(num_channels))
        self.bias = nn.Parameter(torch.zeros(num_channels))

    def forward(self, x):
        positions = tuple(dim for dim in range(1, x.dim()) if dim != self.dim)
        shape = tuple(-1 if dim == self.dim else 1 for dim in range(x.dim()))
        norm = torch.linalg.vector_norm(x, dim=positions, keepdim=True)
        norm = norm / (norm.mean(self.dim, keepdim=True) + self.eps)
        return x + self.weight.reshape(shape) * (x * norm) + self.bias.reshape(shape)
"#;

const STOCHASTIC_DEPTH: &str = r#"class NAME(nn.Module):
    """Drops whole samples while it trains."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0.0:
            return x
        kept = torch.empty(x.shape[0], *[1] * (x.dim() - 1), dtype=x.dtype, device=x.device)
        kept.bernoulli_(1.0 - self.p)
        return x * kept if self.p == 1.0 else x * kept / (1.0 - self.p)
"#;

const PERMUTE: &str = r#"class NAME(nn.Module):
    """Reorders the dims."""

    def __init__(self, *dims):
        super().__init__()
        self.dims = dims

    def forward(self, x):
        return x.permute(self.dims)
"#;

const RESHAPE: &str = r#"class NAME(nn.Module):
    """Gives samples another shape."""

    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        return x.reshape(-1, *self.shape)
"#;

const RELATIVE_POSITION_INDEX: &str = r#"def NAME(height, width):
    """The index of the relative position of each pair of tokens of a window."""
    row = torch.arange(height).repeat_interleave(width)
    column = torch.arange(width).repeat(height)
    down = row[:, None] - row + height - 1
    right = column[:, None] - column + width - 1
    return down * (2 * width - 1) + right
"#;

const WINDOW_ATTENTION: &str = r#"class NAME(nn.Module):
    """Attention within the windows of an image, which may be shifted: that of Swin."""

    def __init__(
        self, dim, num_heads, window_size, shift_size=(0, 0), qkv_bias=True, proj_bias=True,
        attention_dropout=0.0, dropout=0.0,
    ):
        super().__init__()
        self.num_heads = num_heads
        self.window_size = window_size
        self.shift_size = shift_size
        self.attention_dropout = attention_dropout
        self.dropout = dropout
        self.define_biases(*window_size)
        self.qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim, bias=proj_bias)

    def define_biases(self, height, width):
        table = torch.zeros((2 * height - 1) * (2 * width - 1), self.num_heads)
        self.relative_position_bias_table = nn.Parameter(table)
        index = relative_position_index(height, width)
        self.register_buffer("relative_position_index", index.flatten())

    def table(self):
        return self.relative_position_bias_table

    def project(self, x):
        return self.qkv(x)

    def scores(self, q, k):
        return (q * q.shape[-1] ** -0.5) @ k.transpose(-2, -1)

    def mask(self, windows):
        # Tokens that are only together because the shifted image wraps around do not see each other.
        rows, columns = (count * size for count, size in zip(windows, self.window_size))
        device = self.relative_position_index.device
        row = torch.arange(rows, device=device) >= rows - self.shift_size[0]
        column = torch.arange(columns, device=device) >= columns - self.shift_size[1]
        end = 2 * row[:, None] + column[None, :]
        end = end.view(windows[0], self.window_size[0], windows[1], self.window_size[1])
        end = end.transpose(1, 2).flatten(2).flatten(0, 1)
        return (end[:, :, None] != end[:, None, :]) * -100.0

    def forward(self, x):
        batch, rows, columns, dim = x.shape
        height, width = self.window_size
        x = F.pad(x, (0, 0, 0, -columns % width, 0, -rows % height))
        windows = x.shape[1] // height, x.shape[2] // width
        shifted = any(self.shift_size)
        if shifted:
            x = torch.roll(x, [-shift for shift in self.shift_size], dims=(1, 2))
        x = x.view(batch, windows[0], height, windows[1], width, dim)
        x = x.transpose(2, 3).reshape(-1, height * width, dim)

        qkv = self.project(x).unflatten(2, (3, self.num_heads, -1))
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        bias = self.table()[self.relative_position_index]
        bias = bias.view(height * width, height * width, self.num_heads).permute(2, 0, 1)
        scores = self.scores(q, k) + bias
        if shifted:
            scores = scores.unflatten(0, (batch, -1)) + self.mask(windows).unsqueeze(1)
            scores = scores.flatten(0, 1)
        weights = F.dropout(scores.softmax(-1), self.attention_dropout, self.training)
        x = self.proj((weights @ v).transpose(1, 2).flatten(2))
        x = F.dropout(x, self.dropout, self.training)

        x = x.view(batch, windows[0], windows[1], height, width, dim).transpose(2, 3)
        x = x.reshape(batch, windows[0] * height, windows[1] * width, dim)
        if shifted:
            x = torch.roll(x, self.shift_size, dims=(1, 2))
        return x[:, :rows, :columns]
"#;

const WINDOW_ATTENTION_V2: &str = r#"class NAME(WindowAttention):
    """The same of Swin V2: scores are cosines, and a small network makes the biases."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.cpb_mlp = nn.Sequential(
            nn.Linear(2, 512), nn.ReLU(), nn.Linear(512, self.num_heads, bias=False)
        )

    def define_biases(self, height, width):
        self.logit_scale = nn.Parameter(torch.log(10 * torch.ones(self.num_heads, 1, 1)))
        row = torch.arange(1 - height, height) / max(height - 1, 1) * 8
        column = torch.arange(1 - width, width) / max(width - 1, 1) * 8
        coords = torch.stack(torch.meshgrid(row, column, indexing="ij"), dim=-1)
        coords = torch.sign(coords) * torch.log2(coords.abs() + 1.0) / 3.0
        self.register_buffer("relative_coords_table", coords.unsqueeze(0))
        index = relative_position_index(height, width)
        self.register_buffer("relative_position_index", index.flatten())

    def table(self):
        table = self.cpb_mlp(self.relative_coords_table).view(-1, self.num_heads)
        return 16 * torch.sigmoid(table)

    def project(self, x):
        if self.qkv.bias is None:
            return self.qkv(x)
        # Keys have no bias.
        query, key, value = self.qkv.bias.chunk(3)
        return F.linear(x, self.qkv.weight, torch.cat((query, torch.zeros_like(key), value)))

    def scores(self, q, k):
        cosines = F.normalize(q, dim=-1) @ F.normalize(k, dim=-1).transpose(-2, -1)
        return cosines * self.logit_scale.clamp(max=math.log(100.0)).exp()
"#;

const RELATIVE_ATTENTION: &str = r#"class NAME(nn.Module):
    """Attention with relative positions, in windows that are a dim of their own: that of MaxViT."""

    def __init__(
        self, dim, num_heads, window_size, qkv_bias=True, proj_bias=True,
        attention_dropout=0.0, dropout=0.0,
    ):
        super().__init__()
        self.num_heads = num_heads
        self.attention_dropout = attention_dropout
        self.dropout = dropout
        height, width = window_size
        table = torch.zeros((2 * height - 1) * (2 * width - 1), num_heads)
        self.relative_position_bias_table = nn.Parameter(table)
        self.register_buffer("relative_position_index", relative_position_index(height, width))
        self.to_qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.merge = nn.Linear(dim, dim, bias=proj_bias)

    def forward(self, x):
        qkv = self.to_qkv(x).unflatten(3, (3, self.num_heads, -1))
        q, k, v = qkv.permute(3, 0, 1, 4, 2, 5)
        bias = self.relative_position_bias_table[self.relative_position_index].permute(2, 0, 1)
        scores = (q * x.shape[-1] ** -0.5) @ k.transpose(-2, -1) + bias
        weights = F.dropout(scores.softmax(-1), self.attention_dropout, self.training)
        x = self.merge((weights @ v).transpose(2, 3).flatten(3))
        return F.dropout(x, self.dropout, self.training)
"#;
