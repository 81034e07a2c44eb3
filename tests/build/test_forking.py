"""What is done so that several processes take little more memory than one."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.build.forking import give_back
from generator.build.plan import Artefact
from generator.build.render import chunked
from generator.pages.plan import AssetFile


def test_memory_is_given_back_where_the_library_knows_how(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(malloc_trim=asked.append))
    give_back()
    assert asked == [0]


def _nowhere(_: object) -> object:
    raise OSError


@pytest.mark.parametrize("library", [lambda _: SimpleNamespace(), _nowhere])
def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch, library: Callable[[object], object]) -> None:
    monkeypatch.setattr(ctypes, "CDLL", library)
    give_back()


def _artefacts(count: int) -> list[Artefact]:
    kinds = ("api/v1/cases/{}.json", "disclosures/{}/index.html")
    paths = (kind.format(f"yk-2026-{number:04d}") for kind in kinds for number in range(count))
    return [Artefact(AssetFile(path, ""), "") for path in paths]


@pytest.mark.parametrize(("count", "lots", "largest"), [(1, 1, 2), (25, 1, 50), (26, 2, 50), (20_000, 400, 100)])
def test_what_is_made_of_one_case_comes_together(count: int, lots: int, largest: int) -> None:
    chunks = chunked(_artefacts(count))
    assert (len(chunks), max(map(len, chunks))) == (lots, largest)
    assert sorted(one.page.path for some in chunks for one in some) == sorted(
        one.page.path for one in _artefacts(count)
    )
    for some in chunks:
        cases = [Path(one.page.path.removesuffix("/index.html")).stem for one in some]
        assert cases[::2] == cases[1::2]
