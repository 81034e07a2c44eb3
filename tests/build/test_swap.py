"""The site changes all at once or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import swap as module
from generator.build.manifest import Built, of_bytes, read, write
from generator.build.mirror import inodes
from generator.build.swap import BusyError, staging, swap


def site(folder: Path, word: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(word, encoding="utf-8")
    return folder


@pytest.mark.parametrize("exchange", [True, False])
def test_the_new_takes_the_place_of_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool) -> None:
    if not exchange:
        monkeypatch.setattr(module, "_exchange", lambda _new, _out: False)
    new, out = site(tmp_path / "new", "新"), site(tmp_path / "site", "旧")
    swap(new, out)
    assert (out / "index.html").read_text("utf-8") == "新"
    assert not (tmp_path / ".site-old").exists()


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap(site(tmp_path / "new", "新"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "新"


def test_staging_is_gone_after_a_failure(tmp_path: Path) -> None:
    out = site(tmp_path / "site", "旧")

    def fail() -> None:
        with staging(out) as folder:
            (folder / "half.html").write_text("半", encoding="utf-8")
            raise OSError

    with pytest.raises(OSError, match=r"^$"):
        fail()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]
    assert (out / "index.html").read_text("utf-8") == "旧"


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".site-staging").mkdir()
    (tmp_path / ".site-staging/half.html").touch()
    with staging(tmp_path / "site") as folder:
        assert not list(folder.iterdir())


def test_two_builds_do_not_mix(tmp_path: Path) -> None:
    with staging(tmp_path / "site"), pytest.raises(BusyError), staging(tmp_path / "site"):
        pass


def test_manifest_round_trip(tmp_path: Path) -> None:
    files = {"b.html": of_bytes("乙".encode(), "1"), "a.html": of_bytes(b"", "2")}
    (tmp_path / "manifest.json").write_bytes(write(files))
    assert read(tmp_path) == files
    assert write(files) == write(dict(reversed(files.items())))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"\xff", b"{}", b'{"schema_version": 2, "files": {}}', b'{"schema_version": 1, "files": []}']
)
def test_a_foreign_manifest_is_not_trusted(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    expected: dict[str, Built] = {}
    assert read(tmp_path) == expected


def test_a_spare_stays_as_it_is_and_goes_after_a_failure(tmp_path: Path) -> None:
    spare = site(tmp_path / "spare", "更早的")
    with staging(tmp_path / "site", spare) as folder:
        assert (folder, (folder / "index.html").read_text("utf-8")) == (spare, "更早的")
    assert spare.is_dir()

    def fail() -> None:
        with staging(tmp_path / "site", spare):
            raise OSError

    with pytest.raises(OSError, match=r"^$"):
        fail()
    assert not spare.exists()


def test_a_spare_is_like_the_site_after_a_failure(tmp_path: Path) -> None:
    """What both have is not touched: whoever sees when something about it changed need not read it anew."""
    out, spare = site(tmp_path / "site", "现在的"), site(tmp_path / "spare", "更早的")
    for name in ("same", "lost"):
        (out / name).write_text(name, encoding="utf-8")
    (spare / "same").hardlink_to(out / "same")
    before = (out / "same").stat().st_ctime_ns

    def fail() -> None:
        with staging(out, spare) as folder:
            (folder / "cases/private").mkdir(parents=True)
            (folder / "cases/private/index.html").write_text("秘密", encoding="utf-8")
            (folder / "empty").mkdir()
            raise OSError

    with pytest.raises(OSError, match=r"^$"):
        fail()
    assert {path.name: path.stat().st_ino for path in spare.rglob("*")} == dict(inodes(str(out)))
    assert (out / "same").stat().st_ctime_ns == before


def test_a_spare_that_cannot_be_looked_at_goes_after_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, spare = site(tmp_path / "site", "现在的"), site(tmp_path / "spare", "更早的")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(module, "mirror", refuse)

    def fail() -> None:
        with staging(out, spare):
            raise OSError

    with pytest.raises(OSError, match=r"^$"):
        fail()
    assert not spare.exists()


def test_a_spare_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    precious = site(tmp_path / "precious", "十年")
    (tmp_path / "spare").symlink_to(precious)
    with staging(tmp_path / "site", tmp_path / "spare") as folder:
        assert folder == tmp_path / ".site-staging"
    assert (precious / "index.html").read_text("utf-8") == "十年"
