"""What the last build left behind is believed only while nobody has touched it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import manifest, state
from generator.build.state import NOTHING, State


def site(folder: Path) -> Path:
    (folder / "deep").mkdir(parents=True)
    for name in ("index.html", "deep/a.json", manifest.FILE):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def left(out: Path) -> State:
    return State("stamp", "said", "swept", frozenset({"a"}), state.traces(out))


def test_a_state_comes_back_as_it_was(tmp_path: Path) -> None:
    was = left(site(tmp_path / "site"))
    state.keep(tmp_path, tmp_path / "site", was)
    assert state.recall(tmp_path, tmp_path / "site") == was
    assert state.recall(tmp_path, tmp_path / "other") == NOTHING


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: bytes([data[0] ^ 1]) + data[1:],
        lambda _: b"",
        lambda _: b"\n",
    ],
)
def test_a_damaged_state_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    state.keep(tmp_path, tmp_path / "site", left(site(tmp_path / "site")))
    (kept,) = (path for path in (tmp_path / state.FOLDER).iterdir() if not path.suffix)
    kept.write_bytes(damage(kept.read_bytes()))
    assert state.recall(tmp_path, tmp_path / "site") == NOTHING


def _write(out: Path) -> None:
    (out / "index.html").write_text("INDEX.HTML", encoding="utf-8")


def _replace(out: Path) -> None:
    (out / "new").write_text("index.html", encoding="utf-8")
    (out / "new").replace(out / "index.html")


def _set_back(out: Path) -> None:
    """As large and, so it says, as old as before."""
    about = (out / "index.html").stat()
    _write(out)
    os.utime(out / "index.html", ns=(about.st_atime_ns, about.st_mtime_ns))


@pytest.mark.parametrize("touch", [_write, _replace, _set_back, lambda out: (out / "index.html").unlink()])
def test_a_touched_file_is_not_believed(tmp_path: Path, touch: Callable[[Path], None]) -> None:
    out = site(tmp_path / "site")
    was = left(out)
    assert (
        state.stands(was, lambda: state.traces(out), "stamp"),
        state.untouched(was, state.traces(out)),
    ) == (
        True,
        frozenset(state.traces(out)),
    )
    touch(out)
    others = frozenset({"deep/a.json", manifest.FILE})
    assert (
        state.stands(was, lambda: state.traces(out), "stamp"),
        state.untouched(was, state.traces(out)),
    ) == (
        False,
        others,
    )


def test_without_its_list_no_file_is_believed(tmp_path: Path) -> None:
    out = site(tmp_path / "site")
    was = left(out)
    (out / manifest.FILE).write_text("{}", encoding="utf-8")
    assert state.untouched(was, state.traces(out)) == frozenset()


def test_a_foreign_file_or_another_stamp_is_something_to_do(tmp_path: Path) -> None:
    out = site(tmp_path / "site")
    was = left(out)
    assert not state.stands(was, lambda: state.traces(out), "other")
    assert not state.stands(State("", "", "", frozenset(), state.traces(out)), lambda: state.traces(out), "")
    (out / "extra").touch()
    assert not state.stands(was, lambda: state.traces(out), "stamp")


def test_a_build_in_between_is_noticed(tmp_path: Path) -> None:
    """One that has come to its end has written the list anew; one that has begun in the folder has taken it away."""
    out = site(tmp_path / "site")
    seen = state.Seen(state.traces(out), {manifest.FILE: (out / manifest.FILE).stat().st_ino})
    assert (state.is_latest(seen.out, out), state.is_whole(seen.spare, out)) == (True, True)
    (out / "index.html").unlink()
    assert (state.is_latest(seen.out, out), state.is_whole(seen.spare, out)) == (True, True)
    (out / "new").write_text(manifest.FILE, encoding="utf-8")
    (out / "new").replace(out / manifest.FILE)
    assert (state.is_latest(seen.out, out), state.is_whole(seen.spare, out)) == (False, False)
    (out / manifest.FILE).unlink()
    assert (state.is_latest({}, out), state.is_whole({}, out)) == (False, False)
