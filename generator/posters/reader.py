"""The reader of the proof: plain, so that what it reads an old phone reads as well."""

from __future__ import annotations

import zxingcpp
from PIL import Image


def read(picture: Image.Image) -> list[str]:
    """What every code in a picture says."""
    return [code.text for code in codes(picture)]


def codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """Every code in a picture, as it stands there: not turned, not inverted, not tried again at half the size."""
    # Made anew each time: one that outlives the library is reported as a leak when the process ends.
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return list(zxingcpp.read_barcodes(picture, wanted, try_rotate=False, try_downscale=False, try_invert=False))
