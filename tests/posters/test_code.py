"""The symbol: small, at level H, and drawn as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.posters.code import QUIET, Code, encode, svg

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
