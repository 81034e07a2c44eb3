"""The printed symbol stands a scuff whatever the domain is; left to chance, every third domain would not."""

from __future__ import annotations

from random import Random

from generator.posters.code import MASKS, encode
from generator.posters.proof import read
from generator.posters.symbol import bears, picture_of, sturdy

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def addresses(count: int) -> list[str]:
    """Of many cities: the letters of the host lie in the lower right corner, just where the scuff is."""
    chance = Random(117)  # noqa: S311 - made-up addresses, nothing secret
    hosts = ["".join(chance.choices(LETTERS[10:], k=6)) for _ in range(count)]
    return [f"HTTPS://{host}.EXAMPLE/Q/{''.join(chance.choices(LETTERS, k=8))}" for host in hosts]


def test_every_symbol_bears_a_scuff_and_says_what_it_should() -> None:
    usual = [encode(address) for address in addresses(40)]
    chosen = [sturdy(code.address) for code in usual]
    assert all(bears(code) for code in chosen)
    assert [code.address for code in chosen] == [code.address for code in usual]
    assert {code.version for code in chosen} == {3}
    weak = [not bears(code) for code in usual]
    assert any(weak), "a choice that nobody needs is no choice"
    assert [one == other for one, other in zip(chosen, usual, strict=True)] == [not one for one in weak]


def test_every_mask_says_the_same() -> None:
    (address,) = addresses(1)
    drawn = [encode(address, mask) for mask in MASKS]
    assert len({code.rows for code in drawn}) == 8
    assert encode(address) in drawn
    assert [read(picture_of(code)) for code in drawn] == [[address]] * 8
