"""Writes keras.onnx: a small network of Keras, as tf2onnx exports it. fixtures.py adds what it computes.

It needs tensorflow and tf2onnx, which want other versions of packages than PyTorch's exporters.

usage: python of_keras.py
"""

import os
import pathlib
import subprocess
import sys
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import onnx
from keras import layers

HERE = pathlib.Path(__file__).parent


def unit(x, channels, stride, name):
    y = layers.DepthwiseConv2D(3, stride, padding="same", use_bias=False, name=f"{name}_depthwise")(x)
    y = layers.ReLU(6.0, name=f"{name}_relu")(layers.BatchNormalization(name=f"{name}_norm")(y))
    y = layers.Conv2D(channels, 1, use_bias=False, name=f"{name}_project")(y)
    y = layers.BatchNormalization(name=f"{name}_project_norm")(y)
    return layers.Add(name=f"{name}_add")([x, y]) if x.shape == y.shape else y


def network():
    image = layers.Input((16, 16, 3), name="image")
    x = layers.Conv2D(4, 3, 2, padding="same", name="stem")(image)
    x = layers.Activation("silu", name="stem_silu")(layers.BatchNormalization(name="stem_norm")(x))
    x = unit(unit(x, 4, 1, "first"), 6, 2, "second")
    x = layers.SeparableConv2D(6, 3, padding="same", name="separable")(x)
    gate = layers.GlobalAveragePooling2D(keepdims=True, name="squeeze")(x)
    x = layers.Multiply(name="scaled")([x, layers.Conv2D(6, 1, activation="sigmoid", name="gate")(gate)])
    x = layers.MaxPooling2D(3, 2, padding="same", name="pool")(x)
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    return keras.Model(image, layers.Dense(5, activation="softmax", name="classes")(x), name="network_1.0")


def main():
    generator = np.random.default_rng(0)
    model = network()
    for weight in model.weights:
        # Equal ones would be stored once.
        is_positive = "gamma" in weight.path or "variance" in weight.path
        values = generator.uniform(0.5, 1.5, weight.shape) - (0.0 if is_positive else 1.0)
        weight.assign(values.astype(np.float32))
    with tempfile.TemporaryDirectory() as folder:
        model.export(folder, verbose=False)
        command = [sys.executable, "-m", "tf2onnx.convert", "--saved-model", folder, "--opset", "17"]
        subprocess.run([*command, "--output", str(HERE / "keras.onnx")], check=True, capture_output=True)
    file = HERE / "keras.onnx"
    converted = onnx.load(file)
    # It has the paths of the machine.
    converted.graph.ClearField("doc_string")
    onnx.save(converted, file)


main()
