"""The symbol: small, at level H, and drawn as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_H

from generator.checks.portal import code_bits
from generator.posters.code import QUIET, Code, encode, svg
from generator.posters.compose import address_of
from tests.pages.casebook import PORTAL
from tests.posters.casebook import PLAIN

ADDRESS = "HTTPS://PORTAL.EXAMPLE/Q/7K3MP2Q8"


@pytest.mark.parametrize(
    ("address", "version"),
    [(ADDRESS, 3), ("HTTPS://ANXIN.EXAMPLE.GOV/Q/", 3), (ADDRESS.lower(), 4), (ADDRESS + "?FROM=POSTER", 5)],
)
def test_capitals_take_fewer_modules(address: str, version: int) -> None:
    code = encode(address)
    assert (code.version, len(code.rows)) == (version, 17 + 4 * version)


def test_three_corners_stand_where_a_reader_looks() -> None:
    rows = encode(ADDRESS).rows
    finder = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"]
    for top, left in ((0, 0), (0, 22), (22, 0)):
        drawn = ["".join("#" if dark else " " for dark in row[left : left + 7]) for row in rows[top : top + 7]]
        assert drawn == finder


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=5, max_size=5))
def test_the_drawing_holds_every_module_and_no_other(rows: list[list[bool]]) -> None:
    code = Code("X", 1, tuple(tuple(row) for row in rows))
    path = svg(code).rpartition('d="')[2].partition('"')[0]
    drawn = set()
    for bar in path.split("M")[1:]:
        place, _, rest = bar.partition("h")
        x, y = (int(part) for part in place.split())
        drawn |= {(x + step, y) for step in range(int(rest.partition("v")[0]))}
    assert drawn == {(x + QUIET, y + QUIET) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert code.side == 5 + 2 * QUIET


def of_another_program(address: str, mask: int) -> list[list[bool]]:
    other = QRCode(error_correction=ERROR_CORRECT_H, border=0, mask_pattern=mask)
    other.add_data(address)
    other.make(fit=True)
    return other.get_matrix()


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.lower(), "HTTPS://OFFICE.LABOUR.GOV.EXAMPLE/Q/7K3MP2Q8"])
def test_another_program_draws_the_same_symbol(address: str) -> None:
    """Module for module, for one of the eight masks that the standard knows: the writer is not taken at its word."""
    assert [list(row) for row in encode(address).rows] in [of_another_program(address, mask) for mask in range(8)]


HOSTS = [f"{'a' * (length - 3)}.cn" for length in range(6, 46)]


def printed(address: str) -> Code:
    return encode(address_of(replace(PORTAL, base_url=address), PLAIN))


def test_the_specimens_and_short_domains_take_version_3() -> None:
    assert encode(address_of(replace(PORTAL, base_url=None), PLAIN)).version == 3
    versions = {len(host): printed(f"https://{host}").version for host in HOSTS}
    assert [length for length, version in versions.items() if version == 3] == list(range(6, 17))
    assert [length for length, version in versions.items() if version == 4] == list(range(17, 32))


@pytest.mark.parametrize("path", ["", "/rs", "/a/b-c", "/2026", "/long/way/down", "/RS", "/a-LONG-WAY-down"])
def test_an_editor_is_warned_of_just_the_domains_that_need_more_than_version_4(path: str) -> None:
    for host in HOSTS:
        address = f"https://{host}{path}"
        assert (code_bits(address) > 288) == (printed(address).version > 4), address
