"""The reader of the proof: plain, so that what it reads an old phone reads as well."""

from __future__ import annotations

from typing import Final

import zxingcpp
from PIL import Image

_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def read(picture: Image.Image) -> list[str]:
    """What every code in a picture says."""
    return [code.text for code in codes(picture)]


def codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """Every code in a picture, as it stands there: not turned, not inverted, not tried again at half the size."""
    return list(zxingcpp.read_barcodes(picture, _QR, try_rotate=False, try_downscale=False, try_invert=False))
