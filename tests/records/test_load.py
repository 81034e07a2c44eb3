"""Files as they may lie in a folder: each is read, or refused with its place; none makes the reader hang."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.records.encoding import MAX_BYTES
from tests.casebook import Casebook

FOLDER = "cases/2026"
SOUND = "样例: true\n单位: {名称: 虚构甲公司}"


@pytest.fixture
def folder(casebook: Casebook) -> Path:
    casebook.write(SOUND)
    return casebook.root / FOLDER


def said(casebook: Casebook) -> list[tuple[str, str]]:
    return [(problem.span.file.removeprefix(f"{FOLDER}/"), problem.code) for problem in casebook.records().problems]


def test_what_is_no_ordinary_file(casebook: Casebook, folder: Path) -> None:
    (folder / "a.yml").mkdir()
    os.mkfifo(folder / "b.yml")
    (folder / "c.yml").symlink_to("/dev/zero")
    (folder / "d.yml").symlink_to("nowhere.yml")
    (folder / "e.yml").symlink_to("e.yml")
    assert said(casebook) == [
        ("a.yml", "R107"),
        ("b.yml", "R107"),
        ("c.yml", "R111"),
        ("d.yml", "R107"),
        ("e.yml", "R107"),
    ]


def test_links(casebook: Casebook, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.yml").write_text(SOUND, encoding="utf-8")
    (folder / "out.yml").symlink_to(outside / "x.yml")
    (folder / "within.yml").symlink_to("yk-2026-0001.yml")
    (folder.parent / "2025").symlink_to(outside)
    assert said(casebook) == [("cases/2025", "R110"), ("out.yml", "R111")]


def test_names_that_are_nearly_right(casebook: Casebook, folder: Path) -> None:
    for name in ("a.YML", "b.yaml", "c.txt", ".hidden", "d.yml.bak"):
        (folder / name).write_text(SOUND, encoding="utf-8")
    severities = {problem.span.file[-5:]: problem.severity.value for problem in casebook.records().problems}
    assert severities == {"a.YML": "错误", ".yaml": "错误", "c.txt": "警告", "l.bak": "警告"}


def test_a_file_that_is_too_large_is_not_opened(casebook: Casebook, folder: Path) -> None:
    with (folder / "big.yml").open("wb") as big:
        big.truncate(10 * MAX_BYTES)
    assert said(casebook) == [("big.yml", "R101")]


def test_what_may_not_be_read(casebook: Casebook, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "secret").mkdir()
    list_all, read_all = Path.iterdir, Path.read_bytes

    def refuse(path: Path) -> object:
        if path.name in {"secret", "yk-2026-0001.yml"}:
            raise PermissionError
        return (list_all if path.is_dir() else read_all)(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said(casebook) == [("secret", "R107"), ("yk-2026-0001.yml", "R107")]


def test_a_file_that_goes_away_while_it_is_read(
    casebook: Casebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(_: Path) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", vanish)
    assert (folder / "yk-2026-0001.yml").exists()
    assert {code for _, code in said(casebook)} == {"R108"}


def test_names_that_are_no_text(casebook: Casebook, folder: Path) -> None:
    for name in (b"\xff.yml", b"a\nb.yml", b"\x1b[2J.yml", "很长".encode() * 20 + b".yml"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(SOUND, encoding="utf-8")
    assert len(casebook.ledger().cases) == 5


@pytest.mark.parametrize("file", ["content/portal.yml", "content/figures.yml"])
def test_the_settings_are_read_as_carefully(casebook: Casebook, folder: Path, file: str) -> None:
    assert folder.is_dir()
    (casebook.root / file).unlink()
    os.mkfifo(casebook.root / file)
    assert [(problem.span.file, problem.code) for problem in casebook.records().problems] == [(file, "R107")]


def test_cases_are_a_folder(casebook: Casebook, folder: Path) -> None:
    for path in (folder / "yk-2026-0001.yml",):
        path.unlink()
    folder.rmdir()
    folder.parent.rmdir()
    folder.parent.write_text("", encoding="utf-8")
    assert said(casebook) == [("cases", "R108")]
    (problem,) = casebook.records().problems
    assert "换过去再运行，或者加 --root 目录" in problem.hint


def test_deep_folders(casebook: Casebook, folder: Path) -> None:
    deep = folder
    for _ in range(200):
        deep /= "a"
    deep.mkdir(parents=True)
    (deep / "x.yml").write_text(SOUND, encoding="utf-8")
    assert [loaded.file[-5:] for loaded in casebook.records().cases] == ["x.yml", "1.yml"]
