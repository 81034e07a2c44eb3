"""The code alone: it reads with its mark, clean and worn, and the mark stays within what level H bears."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from generator.posters.code import encode
from generator.posters.picture import picture_png, picture_svg
from generator.posters.wear import WEARS

ADDRESSES = [
    "HTTPS://A.EXAMPLE/Q",
    "HTTPS://PORTAL.EXAMPLE/Q/K7M3P2Q8",
    "HTTPS://WWW.A-LONG-NAME.GOV.EXAMPLE/rs/Q/K7M3P2Q8",
]


def read(picture: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_reads_with_its_mark_and_after_every_wear(address: str) -> None:
    picture = Image.open(io.BytesIO(picture_png(encode(address))))
    small = picture.convert("L").resize((picture.size[0] // 5, picture.size[1] // 5), Image.Resampling.BOX)
    assert read(picture) == [address]
    # The scuff takes three times what the mark does; both together are more than any code is made for.
    bearable = {name: wear for name, wear, _ in WEARS if name != "磨损15%"}
    assert {name: read(wear(small)) for name, wear in bearable.items()} == {name: [address] for name in bearable}


def test_same_address_same_bytes_and_few_of_them() -> None:
    code = encode(ADDRESSES[1])
    assert picture_png(code) == picture_png(code)
    assert len(picture_png(code)) < 4_000


def test_the_drawing_leaves_the_middle_white() -> None:
    drawn = picture_svg(encode(ADDRESSES[1])).decode()
    assert drawn.endswith('<path fill="#fff" d="M15 15h7v7h-7z"/></svg>')
