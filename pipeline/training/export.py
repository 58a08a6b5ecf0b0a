"""A trained network as files that a run can use: ONNX with 8-bit weights, and the card that says how to read it."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer

from pipeline.training.network import Network

_OPSET = 17


def export(network: Network, tags: Sequence[str], width: int, folder: Path) -> None:
    """Write tagger.onnx and tagger.json. Weights take 7 of 8 bits: with 8, sums overflow on processors without VNNI."""
    network.eval()
    with TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        _write(network, plain)
        optimizer.optimize_model(str(plain), model_type="bert", num_heads=12, hidden_size=384).save_model_to_file(
            str(fused)
        )
        quantize_dynamic(
            fused,
            folder / "tagger.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    card = {"tags": list(tags), "width": width}
    (folder / "tagger.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def _write(network: Network, path: Path) -> None:
    example = torch.ones(1, 9).long()
    torch.onnx.export(
        network,
        (example, example),
        str(path),
        input_names=["pieces", "shapes"],
        output_names=["scores"],
        dynamic_axes={name: {1: "length"} for name in ("pieces", "shapes", "scores")},
        opset_version=_OPSET,
        dynamo=False,
    )
