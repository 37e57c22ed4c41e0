//! Activations.

keywords! {
    /// Applies `max(0, x)` to every value: PyTorch's
    /// [`ReLU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html).
    ///
    /// ```text
    /// relu
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < relu >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    relu = Relu;

    /// Applies `min(max(0, x), 6)` to every value: PyTorch's
    /// [`ReLU6`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU6.html).
    ///
    /// ```text
    /// relu6
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < relu6 >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    relu6 = Relu6;

    /// Applies `x`, or `alpha × (eˣ − 1)` below 0, to every value: PyTorch's
    /// [`ELU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.ELU.html).
    ///
    /// ```text
    /// elu(alpha = 1.0)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < elu(0.5) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    elu = Elu;

    /// Applies `x`, or `negative_slope × x` below 0, to every value: PyTorch's
    /// [`LeakyReLU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html).
    ///
    /// ```text
    /// leaky_relu(negative_slope = 0.01)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < leaky_relu(0.2) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("LeakyReLU", "lrelu"))]
    leaky_relu = LeakyRelu;

    /// Applies the self-normalizing ELU, with its two fixed constants, to every value: PyTorch's
    /// [`SELU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.SELU.html).
    ///
    /// ```text
    /// selu
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < selu >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    selu = Selu;

    /// Applies `x × Φ(x)`, Φ the cumulative normal distribution, or its approximation by `tanh` to every value:
    /// PyTorch's [`GELU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.GELU.html).
    ///
    /// ```text
    /// gelu(approximate = none)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < gelu(tanh) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    gelu = Gelu;

    /// Applies `x × sigmoid(x)`, also called swish, to every value: PyTorch's
    /// [`SiLU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU.html).
    ///
    /// ```text
    /// silu
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < silu >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("swish"))]
    silu = Silu;

    /// Applies `x × tanh(ln(1 + eˣ))` to every value: PyTorch's
    /// [`Mish`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Mish.html).
    ///
    /// ```text
    /// mish
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < mish >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    mish = Mish;

    /// Applies `1 / (1 + e⁻ˣ)` to every value: PyTorch's
    /// [`Sigmoid`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html).
    ///
    /// ```text
    /// sigmoid
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < sigmoid >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("logistic"))]
    sigmoid = Sigmoid;

    /// Applies the hyperbolic tangent to every value: PyTorch's
    /// [`Tanh`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html).
    ///
    /// ```text
    /// tanh
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < tanh >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    tanh = Tanh;

    /// Applies `x × min(max(0, x + 3), 6) / 6` to every value: PyTorch's
    /// [`Hardswish`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardswish.html).
    ///
    /// ```text
    /// hardswish
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < hardswish >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("hard_swish", "HSwish"))]
    hardswish = Hardswish;

    /// Applies `min(max(0, x + 3), 6) / 6` to every value: PyTorch's
    /// [`Hardsigmoid`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html).
    ///
    /// ```text
    /// hardsigmoid
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < hardsigmoid >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("hard_sigmoid", "HSigmoid"))]
    hardsigmoid = Hardsigmoid;

    /// Applies `ln(1 + e^(beta × x)) / beta`, or `x` where `beta × x` exceeds the threshold, to every value:
    /// PyTorch's [`Softplus`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html).
    ///
    /// ```text
    /// softplus(beta = 1.0, threshold = 20.0)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < softplus >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    softplus = Softplus;

    /// Applies `max(0, x) + min(0, alpha × (e^(x / alpha) − 1))` to every value: PyTorch's
    /// [`CELU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.CELU.html).
    ///
    /// ```text
    /// celu(alpha = 1.0)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed. `alpha` must
    /// not be 0.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < celu(2.0) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    celu = Celu;

    /// Applies `ln(1 / (1 + e⁻ˣ))` to every value: PyTorch's
    /// [`LogSigmoid`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html).
    ///
    /// ```text
    /// logsigmoid
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < logsigmoid >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("log_sigmoid"))]
    logsigmoid = LogSigmoid;

    /// Applies `min(max(min_val, x), max_val)` to every value: PyTorch's
    /// [`Hardtanh`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html).
    ///
    /// ```text
    /// hardtanh(min_val = -1.0, max_val = 1.0)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed. `max_val` must be greater than
    /// `min_val`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < hardtanh(0.0, 6.0) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("hard_tanh"))]
    hardtanh = Hardtanh;

    /// Applies `x − lambd` above `lambd`, `x + lambd` below `−lambd`, and 0 between them, to every value: PyTorch's
    /// [`Softshrink`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Softshrink.html).
    ///
    /// ```text
    /// softshrink(lambd = 0.5)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed. `lambd` must be at least 0.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < softshrink(0.1) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("soft_shrink"))]
    softshrink = Softshrink;

    /// Applies `x − tanh(x)` to every value: PyTorch's
    /// [`Tanhshrink`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html).
    ///
    /// ```text
    /// tanhshrink
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < tanhshrink >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("tanh_shrink"))]
    tanhshrink = Tanhshrink;

    /// Applies `x / (1 + |x|)` to every value: PyTorch's
    /// [`Softsign`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Softsign.html).
    ///
    /// ```text
    /// softsign
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < softsign >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    #[doc(alias("soft_sign"))]
    softsign = Softsign;

    /// Applies `x` where it exceeds `threshold` and otherwise `value` to every value: PyTorch's
    /// [`Threshold`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Threshold.html).
    ///
    /// ```text
    /// threshold(threshold, value)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < threshold(0.1, 0.0) >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    threshold = Threshold;

    /// `x` where its magnitude exceeds `lambd`, otherwise 0: PyTorch's
    /// [`Hardshrink`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html).
    ///
    /// ```text
    /// hardshrink(lambd = 0.5)
    /// ```
    ///
    /// Keeps the shape. One operation per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 8, 8] < hardshrink >);
    /// assert_eq!(s.output.dims(), [64, 8, 8]);
    /// ```
    #[doc(alias("hard_shrink", "Shrink"))]
    hardshrink = Hardshrink;

    /// Applies `x`, or a slope times `x` below 0, to every value: PyTorch's
    /// [`RReLU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.RReLU.html).
    ///
    /// ```text
    /// rrelu(lower = 0.125, upper = 0.3333333333333333)
    /// ```
    ///
    /// Keeps the shape. One operation per value, however the function is computed. In training, the slope of each
    /// value is drawn uniformly between `lower` and `upper`; otherwise it is their mean. `upper` must be at least
    /// `lower`.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < rrelu >);
    /// assert_eq!((s.output.dims(), s.ops), (&[8, 4, 4][..], 128));
    /// ```
    rrelu = RRelu;

    /// `e^xᵢ / Σ e^xⱼ` along one dim: PyTorch's
    /// [`Softmax`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html).
    ///
    /// ```text
    /// softmax(dim)
    /// ```
    ///
    /// As in PyTorch, `dim` counts the batch as 0, so the channels are 1; negative dims count from the end. Keeps the
    /// shape. Three operations per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([10] < softmax(1) >);
    /// assert_eq!(s.output.dims(), [10]);
    /// ```
    #[doc(alias("Softmax2d"))]
    softmax = Softmax;

    /// The logarithm of [`softmax`]: PyTorch's
    /// [`LogSoftmax`](https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html).
    ///
    /// ```text
    /// log_softmax(dim)
    /// ```
    ///
    /// As in PyTorch, `dim` counts the batch as 0, so the channels are 1; negative dims count from the end. Keeps the
    /// shape. Three operations per value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([10] < log_softmax(-1) >);
    /// assert_eq!(s.output.dims(), [10]);
    /// ```
    #[doc(alias("LogSoftmax"))]
    log_softmax = LogSoftmax;

    /// The first half of a dim times the sigmoid of the second half: PyTorch's
    /// [`GLU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.GLU.html).
    ///
    /// ```text
    /// glu(dim = -1)
    /// ```
    ///
    /// As in PyTorch, `dim` counts the batch as 0. Its size must be even, and is halved. Two operations per output
    /// value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([64, 100] < glu(1) >);
    /// assert_eq!(s.output.dims(), [32, 100]);
    /// ```
    glu = Glu;

    /// `x`, or a learnable slope times `x` below 0: PyTorch's
    /// [`PReLU`](https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html).
    ///
    /// ```text
    /// prelu(num_parameters = 1)
    /// ```
    ///
    /// Keeps the shape. There is one slope, or one per channel; `_` is the number of channels. One operation per
    /// value.
    ///
    /// ```
    /// # use cnn::cnn;
    /// let s = cnn!([8, 4, 4] < prelu(8) >);
    /// assert_eq!(s.params, 8);
    /// ```
    prelu = PRelu;
}
