"""`anxin build --previous`: a mirror of an earlier site gets to the new one by its deltas."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.test_site import tree
from tests.build.town import SHIPPED, settle, shipped
from tests.cli.anxin import anxin

ARTICLE = ["yk-2022-0001", "yk-2023-0001", "yk-2023-0002"]


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sites of a town with the real cases: as they are, with a correction, and after the end of all of them."""
    folder = tmp_path_factory.mktemp("past")
    shutil.rmtree(settle(folder / "city") / "content/worksites")
    shipped(folder / "city", *(f"cases/{number[3:7]}/{number}.yml" for number in ARTICLE))
    built(folder, "one", "2026-11-01")
    record = folder / "city/cases/2022/yk-2022-0001.yml"
    record.write_text(record.read_text("utf-8").replace("行业: 工程建设", "行业: 其他"), encoding="utf-8")
    built(folder, "two", "2026-11-02", "one")
    built(folder, "three", "2027-01-01", "two")
    return folder


def built(folder: Path, name: str, as_of: str, previous: str = "") -> None:
    words = ("build", "--root", folder / "city", "--as-of", as_of, "--out", folder / name)
    done = anxin(*words, *(("--previous", folder / previous) if previous else ()))
    assert done.returncode == 0, done.stdout + done.stderr


def mirror(site: Path) -> dict[str, object]:
    """Every record by number, as a first download has them."""
    lines = (site / "api/v1/cases.ndjson").read_text("utf-8").splitlines()
    return {record["number"]: record for record in map(json.loads, lines)}


def releases(site: Path) -> list[dict[str, str]]:
    found = json.loads((site / "api/v1/releases.json").read_bytes())["releases"]
    assert isinstance(found, list)
    return found


def updated(copy: dict[str, object], site: Path, release: str) -> dict[str, object]:
    """What the documentation tells a mirror to do."""
    address = next(one["delta"] for one in releases(site) if one["id"] == release and "delta" in one)
    delta = json.loads((site / address).read_bytes())
    kept = {number: record for number, record in copy.items() if number not in delta["remove"]}
    return kept | {record["number"]: record for record in delta["upsert"]}


def test_every_mirror_gets_to_the_newest_site(past: Path) -> None:
    for old, new in (("one", "two"), ("one", "three"), ("two", "three")):
        release = releases(past / old)[0]["id"]
        assert updated(mirror(past / old), past / new, release) == mirror(past / new)
    assert sorted(mirror(past / "one")) == ARTICLE
    assert mirror(past / "three") == {}


def test_a_delta_names_what_it_changes(past: Path) -> None:
    delta = json.loads((past / "two" / releases(past / "two")[1]["delta"]).read_bytes())
    assert ([record["number"] for record in delta["upsert"]], delta["remove"]) == (["yk-2022-0001"], [])
    assert delta["upsert"][0]["industry"] == "其他"
    over = [json.loads((past / "three" / one["delta"]).read_bytes()) for one in releases(past / "three")[1:]]
    assert [(one["upsert"], one["remove"]) for one in over] == [([], ARTICLE), ([], ARTICLE)]


def test_no_name_is_left_after_the_end(past: Path) -> None:
    names = [record["employer_name"] for record in mirror(past / "one").values() if isinstance(record, dict)]
    data = [path for folder in ("api", "feeds") for path in (past / "three" / folder).rglob("*") if path.is_file()]
    assert len(names) == 3
    assert [path for path in data for name in names if name.encode() in path.read_bytes()] == []


def test_the_same_again_changes_nothing_and_a_clean_build_is_the_same(past: Path) -> None:
    words = ("build", "--root", past / "city", "--as-of", "2027-01-01", "--previous")
    assert anxin(*words, past / "three", "--out", past / "three", "--plan").stdout == "没有要改的文件。\n"
    assert anxin(*words, past / "two", "--out", past / "clean").returncode == 0
    assert tree(past / "clean") == tree(past / "three")


def test_the_index_measures_the_files_of_an_incremental_build(past: Path, tmp_path: Path) -> None:
    shutil.copytree(past / "one", tmp_path / "site")
    words = ("build", "--root", past / "city", "--as-of", "2026-11-02", "--previous", past / "one")
    assert anxin(*words, "--out", tmp_path / "site").returncode == 0
    assert tree(tmp_path / "site") == tree(past / "two")


def test_the_documented_programs_run(past: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Python of the documentation, against a site in a folder instead of one on the net."""
    page = (SHIPPED / "content/pages/data/api.md").read_text("utf-8")
    table, follow = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(table.replace("https://portal.example", (past / "one").as_uri()), {})  # noqa: S102 - our own documentation
    assert capsys.readouterr().out == "3 1718122.0 元\n"
    known: dict[str, Callable[[dict[str, object], str], str]] = {}
    exec(follow.replace("https://portal.example", (past / "three").as_uri()), known)  # noqa: S102 - the same
    copy = mirror(past / "one")
    assert known["update"](copy, releases(past / "one")[0]["id"]) == releases(past / "three")[0]["id"]
    assert copy == mirror(past / "three")


@pytest.mark.parametrize(("text", "said"), [(None, "里面没有 api/v1/releases.json"), ("{}", "不是本程序生成的样子")])
def test_a_folder_that_is_no_site_is_a_wrong_call(tmp_path: Path, text: str | None, said: str) -> None:
    (tmp_path / "api/v1").mkdir(parents=True)
    if text is not None:
        (tmp_path / "api/v1/releases.json").write_text(text, encoding="utf-8")
    done = anxin("build", "--root", SHIPPED, "--out", tmp_path / "site", "--previous", tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "site").exists()
