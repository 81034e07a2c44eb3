"""What a phone has to fetch of the shipped site: few bytes, nothing that no page asks for, nothing twice."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path
from typing import Final

import pytest

from bench.weight import weigh
from tests.build.test_site import tree
from tests.build.town import copied
from tests.cli.anxin import anxin

FIRST_VIEW: Final = {
    "landing page of a 安薪码": 14_000,
    "case": 18_000,
    "unit": 18_000,
    "look-up": 30_000,
    "names by sound and town": 24_000,
    "list of cases": 30_000,
    "laws": 40_000,
    "data": 26_000,
    "calculator": 30_000,
    "lesson": 24_000,
    "home": 20_000,
    "help": 20_000,
    "other": 30_000,
}
"""Bytes as they travel, with everything that the page asks for; 90 kB are allowed, and no page comes near."""
SCRIPTS: Final = 10_000
TEXTS: Final = {".html", ".css", ".js", ".json", ".ndjson", ".csv", ".xml", ".svg", ".txt", ".ics"}


@pytest.fixture(scope="module")
def root(city_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped city, built with packed copies."""
    folder = copied(city_built, tmp_path_factory.mktemp("phone") / "city", "site")
    done = anxin("build", "--root", folder, "--precompress")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_kind_of_page_is_light(root: Path) -> None:
    found = {one.kind: one for one in weigh(root / "site")}
    assert found.keys() == FIRST_VIEW.keys()
    assert [one.path for kind, one in found.items() if one.whole > FIRST_VIEW[kind]] == []
    assert [one.path for one in found.values() if one.js > SCRIPTS] == []
    assert found["landing page of a 安薪码"].requests == 1


def test_no_file_of_the_theme_lies_there_unasked(root: Path) -> None:
    """No map of a source, no search in languages that nobody here reads, no script of the theme below ours."""
    site = root / "site"
    pages = "".join(page.read_text("utf-8") for page in site.rglob("*.html"))
    lying = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.suffix != ".gz"}
    assert lying == set(re.findall(r"assets/[\w/.-]+\.\w+", pages)) & lying
    assert [path.name for path in site.rglob("*") if path.suffix == ".map" or "lunr" in path.name] == []


def test_whatever_may_be_kept_for_a_year_is_asked_for_by_its_bytes(root: Path) -> None:
    site = root / "site"
    named = set()
    for page in site.rglob("*.html"):
        named |= set(re.findall(r'(?:src|href)="[^"]*?(assets/[^"?]+)(?:\?v=([^"]*))?"', page.read_text("utf-8")))
    assert named
    assert dict(named) == {path: hashlib.sha256((site / path).read_bytes()).hexdigest()[:8] for path, _ in named}


def test_every_text_has_a_packed_copy_that_says_the_same(root: Path) -> None:
    site = root / "site"
    texts = {path for path in site.rglob("*") if path.suffix in TEXTS and path.name != "manifest.json"}
    assert {path.with_name(f"{path.name}.gz") for path in texts} == set(site.rglob("*.gz"))
    assert [
        path for path in texts if gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) != path.read_bytes()
    ] == []
    assert anxin("verify", site).returncode == 0


def test_a_copy_comes_and_goes_with_its_text(standing: Path, tmp_path: Path) -> None:
    """One page is changed, and then nothing is to be packed any more."""
    assert anxin("build", "--root", standing, "--precompress").returncode == 0
    page = standing / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n多了一句。\n", encoding="utf-8")
    planned = anxin("build", "--root", standing, "--precompress", "--plan").stdout.split()
    assert {"about/index.html", "about/index.html.gz"} <= set(planned)
    assert not [path for path in planned if "yk-2026-0001/" in path]
    assert anxin("build", "--root", standing, "--precompress").returncode == 0
    assert "多了一句" in gzip.decompress((standing / "site/about/index.html.gz").read_bytes()).decode()
    assert anxin("build", "--root", standing).returncode == 0
    assert anxin("build", "--root", standing, "--out", tmp_path / "clean").returncode == 0
    assert tree(standing / "site") == tree(tmp_path / "clean")
