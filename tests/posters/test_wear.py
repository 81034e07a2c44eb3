"""Worn symbols: level H mends what the scuff takes, whatever the address, in one of three glances at the most."""

from __future__ import annotations

from random import Random

import pytest
from PIL import Image

from generator.posters.code import encode
from generator.posters.reader import read
from generator.posters.wear import MARGIN, PIXELS, WEARS, glances

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def addresses(count: int, host: int) -> list[str]:
    """Of many cities, so that the scuff lies on other modules every time."""
    chance = Random(117)  # noqa: S311 - made-up addresses, nothing secret
    hosts = ["".join(chance.choices(LETTERS[10:], k=host)) for _ in range(count)]
    return [f"HTTPS://{name}.EXAMPLE/Q/{''.join(chance.choices(LETTERS, k=8))}" for name in hosts]


def picture_of(address: str) -> Image.Image:
    """The symbol as the proof sees it."""
    rows = encode(address).rows
    side = len(rows)
    modules = Image.frombytes("L", (side, side), bytes(0 if dark else 255 for row in rows for dark in row))
    whole = Image.new("L", ((side + 2 * MARGIN) * PIXELS,) * 2, 255)
    whole.paste(modules.resize((side * PIXELS,) * 2, Image.Resampling.NEAREST), (MARGIN * PIXELS,) * 2)
    return whole


@pytest.mark.parametrize("host", [6, 14, 26])
@pytest.mark.parametrize(("name", "wear", "looks"), WEARS, ids=[name for name, _, _ in WEARS])
def test_every_symbol_is_made_out_in_so_many_glances(name: str, wear: object, looks: int, host: int) -> None:
    assert callable(wear)
    needed = []
    for address in addresses(40, host):
        seen = [read(one) == [address] for one in glances(wear(picture_of(address)))]
        needed.append(seen.index(True) + 1)
    assert max(needed) <= looks, name


def test_a_still_picture_does_not_always_do_for_the_scuff() -> None:
    """Else there would be no need of a second glance."""
    scuffed = WEARS[-1][1]
    first = [read(next(glances(scuffed(picture_of(address))))) == [address] for address in addresses(40, 6)]
    assert 0 < first.count(False) < 40
