"""A folder of links becomes like another, whatever it held."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import state
from generator.build.mirror import mirror

NAMES = st.sampled_from(["a", "b", "c/a", "c/b", "c/d/a", "e/a"])
TREES = st.dictionaries(NAMES, st.sampled_from([b"1", b"2"]))


def grow(folder: Path, tree: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, data in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def mirrored(here: Path, there: Path, wanted: Iterable[str]) -> frozenset[str]:
    """Both folders looked at first; once more with what is known of them, and nothing is left to do."""
    inodes = state.inodes(state.traces(there))
    found = mirror(here, there, wanted, inodes)
    assert mirror(here, there, wanted, inodes, state.inodes(state.traces(here))) == found
    return found


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@given(source=TREES, held=TREES, shared=st.sets(NAMES), wanted=st.sets(NAMES))
def test_it_holds_what_is_wanted_and_nothing_else(
    source: dict[str, bytes], held: dict[str, bytes], shared: set[str], wanted: set[str]
) -> None:
    """Whatever stood there before: foreign bytes, links to the very file, folders that are no longer used."""
    with TemporaryDirectory() as name:
        there, here = grow(Path(name) / "there", source), grow(Path(name) / "here", held)
        for path in shared & source.keys() & held.keys():
            (here / path).unlink()
            os.link(there / path, here / path)
        assert mirrored(here, there, wanted) == wanted & source.keys()
        assert read(here) == {path: data for path, data in source.items() if path in wanted}
        assert read(there) == source
        assert not [path for path in here.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_what_is_right_already_is_not_touched(tmp_path: Path) -> None:
    there, here = grow(tmp_path / "there", {"a": b"1", "b": b"2"}), grow(tmp_path / "here", {})
    mirrored(here, there, ["a", "b"])
    before = (there / "a").stat().st_ctime_ns
    (there / "b").unlink()
    (there / "b").write_bytes(b"3")
    assert mirrored(here, there, ["a", "b"]) == {"a", "b"}
    assert (read(here), (there / "a").stat().st_ctime_ns) == ({"a": b"1", "b": b"3"}, before)


@pytest.mark.parametrize("odd", ["link", "folder", "pipe"])
def test_odd_things_in_the_way_go(tmp_path: Path, odd: str) -> None:
    there, here = grow(tmp_path / "there", {"a": b"1"}), grow(tmp_path / "here", {})
    if odd == "link":
        (here / "a").symlink_to(there / "a")
    elif odd == "folder":
        (here / "a/deep").mkdir(parents=True)
    else:
        os.mkfifo(here / "a")
    assert mirrored(here, there, ["a"]) == {"a"}
    assert (here / "a").stat().st_ino == (there / "a").stat().st_ino


def test_what_is_written_later_finds_its_folder(tmp_path: Path) -> None:
    """What stands under its name goes at once, for it may be a second name of a file that stays."""
    there, here = grow(tmp_path / "there", {"a": b"1"}), grow(tmp_path / "here", {"b/c/d": b"1", "e/f": b"1"})
    inodes = state.inodes(state.traces(there))
    assert mirror(here, there, ["a"], inodes, later={"b/c/d", "g/h"}) == {"a"}
    assert (read(here), (here / "b/c").is_dir(), (here / "e").exists()) == ({"a": b"1"}, True, False)


def test_what_cannot_be_linked_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there, here = grow(tmp_path / "there", {"a": b"1"}), grow(tmp_path / "here", {})

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert mirrored(here, there, ["a"]) == frozenset()
