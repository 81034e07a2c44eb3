"""Releases and print files: what is refused leaves nothing, what is somebody else's is left alone."""

from __future__ import annotations

import json
import resource
from functools import partial
from pathlib import Path

import pytest

from generator.build.publish import release
from generator.cli import posters  # noqa: F401 - read once, for all forked children
from tests.build.publish.stage import ACT, Stage
from tests.casebook import Casebook
from tests.faults.apart import Disturb, apart, bound
from tests.faults.city import tree

WORDS = ("posters", "--product", "贴纸", "--jobs", "1")


@pytest.fixture
def root(casebook: Casebook) -> Path:
    """A city with a site in its place that somebody looks at, and no worksite."""
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    (casebook.root / "site").mkdir()
    (casebook.root / "site/manifest.json").write_text('{"files": {}, "schema_version": 1}', encoding="utf-8")
    return casebook.root


def test_a_first_publication_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    """Neither the folder nor a lock, also where the folder is there and empty."""
    stage = Stage.of(tmp_path)
    stage.build()
    stage.says(as_of="2027-01-01")
    for folder in (tmp_path / "releases", tmp_path / "empty"):
        if folder.name == "empty":
            folder.mkdir()
        found = release.publish(stage.site, folder, *stage.now, ACT)
        assert isinstance(found, list)
        assert "future" in {reason.name for reason in found}
    assert not (tmp_path / "releases").exists()
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize("out", ["site", "cases", "content/pages/print", ".cache/print"])
def test_print_files_do_not_take_the_place_of_something_else(root: Path, out: str) -> None:
    """The site has a manifest too, and is no folder of print files."""
    before = tree(root)
    done = apart((*WORDS, "--root", root, "--out", root / out))
    assert (done.code, done.is_plain(), tree(root) == before) == (3, True, True), done.err
    assert done.err == f"不能放到 {out.split('/', maxsplit=1)[0]} 里面；换一个 --out。\n"


@pytest.mark.parametrize(
    "manifest", ['{"files": {}, "schema_version": 1}', '{"kind": "bulletin", "files": []}', "[", "{}"]
)
def test_a_folder_of_another_command_is_left_alone(root: Path, tmp_path: Path, manifest: str) -> None:
    """Elsewhere a site, a bulletin, half a manifest."""
    out = tmp_path / "elsewhere"
    out.mkdir()
    (out / "manifest.json").write_text(manifest, encoding="utf-8")
    done = apart((*WORDS, "--root", root, "--out", out))
    assert (done.code, done.err) == (3, "elsewhere 里有别的文件，没有动它；先移走，或换一个 --out。\n")
    assert (out / "manifest.json").read_text("utf-8") == manifest


@pytest.mark.parametrize(
    ("disturb", "said"),
    [
        (bound, "posters 写不进去（没有权限）；核对位置、权限和磁盘空间。\n"),
        (partial(resource.setrlimit, resource.RLIMIT_FSIZE, (9, 9)), "posters 写不进去（超过了系统允许的文件大小）"),
    ],
)
def test_print_files_that_cannot_be_written(root: Path, disturb: Disturb, said: str) -> None:
    """A folder without rights, a quota: the print files of yesterday stay."""
    old = {"kind": "posters", "files": []}
    (root / "posters").mkdir()
    (root / "posters/manifest.json").write_text(json.dumps(old), encoding="utf-8")
    before = tree(root / "posters")

    root.chmod(0o555)
    done = apart((*WORDS, "--root", root), disturb)
    root.chmod(0o755)
    assert (done.code, done.is_plain()) == (3, True), done.err
    assert done.err.startswith(said)
    assert tree(root / "posters") == before
