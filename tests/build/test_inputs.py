"""What goes into a site is known by its bytes; a file that is no ordinary one is told from them all."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.build.inputs import Inputs, look

CASE = "cases/2026/yk-2026-0001.yml"
TEXTS = {"mkdocs.yml": "a: 1\n", "content/portal.yml": "b: 2\n", CASE: "c: 3\n"}


def settle(root: Path) -> Path:
    for file, text in TEXTS.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root


def test_each_file_has_its_digest(tmp_path: Path) -> None:
    given = look(settle(tmp_path / "a"))
    assert given.files == {file: sha256(text.encode()).hexdigest() for file, text in TEXTS.items()}
    assert given == look(tmp_path / "a")
    assert given.stamp != look(tmp_path / "a", "another day").stamp


def _link(path: Path) -> None:
    path.rename(path.with_suffix(".txt"))
    path.symlink_to(path.with_suffix(".txt"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("change", "known"),
    [
        (lambda path: path.write_text("c: 4\n", "utf-8"), True),
        (lambda path: path.rename(path.with_name("yk-2026-0002.yml")), False),
        (Path.unlink, False),
        (_link, False),
        (_pipe, False),
        (_nowhere, False),
    ],
)
def test_any_change_is_another_stamp(tmp_path: Path, change: Callable[[Path], object], known: bool) -> None:  # noqa: FBT001 - parametrized
    """A link has no digest of its own: where it leads to is for the rules to judge."""
    before = look(settle(tmp_path))
    change(tmp_path / CASE)
    after = look(tmp_path)
    assert after.stamp != before.stamp
    assert (CASE in after.files) == known


def test_what_a_link_leads_to_goes_in(tmp_path: Path) -> None:
    _link(settle(tmp_path) / CASE)
    before = look(tmp_path)
    (tmp_path / CASE).with_suffix(".txt").write_text("d: 5\n", encoding="utf-8")
    assert look(tmp_path).stamp != before.stamp


def test_behind_a_link_to_a_folder_nothing_is_known(tmp_path: Path) -> None:
    (settle(tmp_path) / "content/pages").symlink_to(tmp_path / "cases")
    assert look(tmp_path) == Inputs("", {})
