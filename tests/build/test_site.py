"""A whole site: what stands in it, when it changes, and when it is refused."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.build import render, state
from generator.build.plan import Artefact
from generator.build.site import Place, Prepared, Refused, build, prepare
from generator.build.state import State
from generator.disclosure.site import disclose_all
from generator.ledger import Ledger, fold
from generator.records.load import load
from tests.build.town import change
from tests.cli.anxin import anxin
from tests.pages.markup.page import site
from tests.pages.markup.rules import faults

NUMBER: Final = "yk-2026-0002"
RECORD: Final = f"cases/2026/{NUMBER}.yml"


def tree(site: Path) -> dict[str, str]:
    """Every file with its SHA-256."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def texts(site: Path) -> Iterator[tuple[Path, str]]:
    """Every file as text."""
    for path in site.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes().decode("utf-8", errors="replace")


def test_the_article_cases_stand_with_their_facts(city_built: Path) -> None:
    built = city_built / "site"
    page = (built / "disclosures/yk-2022-0001/index.html").read_text("utf-8")
    for fact in ("浙江景悦建设有限公司", "159名", "171.8122万元", "2023年9月22日", "100000元", "吕某某", "一年六个月"):
        assert fact in page
    for number, name in (("yk-2023-0001", "浙江罗克建筑劳务有限公司"), ("yk-2023-0002", "湖北佳联奥建筑工程有限公司")):
        assert name in (built / f"disclosures/{number}/index.html").read_text("utf-8")
    assert "1700多" in (built / "index.html").read_text("utf-8")


def test_every_page_holds_to_the_rules_of_html(city_built: Path) -> None:
    """Links of lessons to cases, of pages to paper: all that is not there when pages are made alone."""
    files = {path.relative_to(city_built / "site").as_posix(): path for path in (city_built / "site").rglob("*.*")}
    pages = {path: file.read_bytes() for path, file in files.items() if path.endswith(".html")}
    assert len(pages) > 150
    assert faults(site(pages, beside=files)) == []


def test_the_manifest_lists_every_file_as_it_is(city_built: Path) -> None:
    built = city_built / "site"
    listed = json.loads((built / "manifest.json").read_bytes())["files"]
    found = tree(built)
    del found["manifest.json"]
    assert {path: entry["sha256"] for path, entry in listed.items()} == found


def test_no_name_outlives_its_windows(city: Path) -> None:
    done = anxin("build", "--root", city, "--as-of", "2030-01-01")
    assert done.returncode == 0, done.stdout + done.stderr
    names = [case.record.employer.name for case in load(city).cases]
    found = [(path, name) for path, text in texts(city / "site") for name in names if name in text]
    # A unit that builds stays named at its building site, whatever became of a case against it (条例 art 34).
    built = {site.record.contractor.name for site in load(city).sites.worksites}
    assert [(path, name) for path, name in found if not ("Q" in path.parts and name in built)] == []
    assert "依法停止公开" in (city / "site/disclosures/yk-2024-0001/index.html").read_text("utf-8")


def test_a_broken_record_leaves_the_old_site(standing: Path) -> None:
    before = tree(standing / "site")
    (standing / "cases/2026/yk-2026-0009.yml").write_text("单位: {名称: }\n", encoding="utf-8")
    done = anxin("build", "--root", standing)
    assert done.returncode == 1
    assert "R201" in done.stdout
    assert tree(standing / "site") == before


def test_incremental_equals_clean(root: Path, tmp_path: Path) -> None:
    for day in ("2026-02-01", "2029-06-01", "2026-11-18"):
        assert anxin("build", "--root", root, "--as-of", day).returncode == 0
    change(root, RECORD, "拖欠劳动者工资", "拖欠许多劳动者的工资")
    (root / "cases/2026/yk-2026-0001.yml").unlink()
    (root / "site/index.html").write_text("有人改过", encoding="utf-8")
    assert anxin("build", "--root", root).returncode == 0
    assert anxin("build", "--root", root, "--out", tmp_path / "clean").returncode == 0
    assert tree(root / "site") == tree(tmp_path / "clean")
    assert "拖欠许多劳动者的工资" in (root / f"site/disclosures/{NUMBER}/index.html").read_text("utf-8")


def test_the_plan_names_what_a_change_touches(standing: Path) -> None:
    assert anxin("build", "--root", standing, "--plan").stdout == "没有要改的文件。\n"
    change(standing, RECORD, "拖欠劳动者工资", "拖欠许多劳动者的工资")
    touched = anxin("build", "--root", standing, "--plan").stdout.split("\n")
    assert f"~ disclosures/{NUMBER}/index.html" in touched
    assert not [line for line in touched if "yk-2026-0001" in line]


def test_a_leak_refuses_the_site(root: Path) -> None:
    page = root / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n联系人手机 13800138000\n", encoding="utf-8")
    done = anxin("build", "--root", root)
    assert done.returncode == 3
    assert "about/index.html: 错误 S101: 里面有手机号" in done.stderr
    assert "13800138000" not in done.stdout + done.stderr
    assert not (root / "site").exists()


def test_an_unknown_view_is_a_problem_of_its_page(root: Path) -> None:
    page = root / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n<!-- view: no-such-view -->\n", encoding="utf-8")
    done = anxin("build", "--root", root)
    assert done.returncode == 1
    lines = len(page.read_text("utf-8").split("\n"))
    assert f"content/pages/about.md:{lines - 1}:1: 错误 V101: 这一页里没有「no-such-view」这个视图" in done.stderr
    assert "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^" in done.stderr


def test_a_title_that_no_card_can_show_is_a_problem_of_its_page(root: Path) -> None:
    change(root, "content/pages/about.md", "title: 关于", "title: 关于😀")
    done = anxin("build", "--root", root)
    assert done.returncode == 1
    assert "content/pages/about.md:1:1: 错误 V104: 分享卡片的字体里没有「😀」这个字" in done.stderr
    assert not (root / "site").exists()


def test_a_folder_that_is_not_ours_is_left_alone(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "precious"
    out.mkdir()
    (out / "thesis.txt").write_text("十年", encoding="utf-8")
    assert anxin("build", "--root", root, "--out", out).returncode == 3
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_the_site_itself_says_when_it_changes_next(city_built: Path) -> None:
    index = json.loads((city_built / "site/api/v1/index.json").read_bytes())
    assert (index["as_of"], index["next_change"]) == ("2026-11-01", "2026-11-10")


def test_until_the_day_of_the_next_change_no_case_differs(standing: Path) -> None:
    """The day is pinned in the settings, and every page says so; without that only what the day itself is told in."""
    change(standing, "content/portal.yml", "演示截至日期: 2026-11-01\n", "")
    seen = [cases_on(standing, date(2026, 11, day)) for day in (1, 9)]
    assert seen[0] == seen[1]
    assert len(seen[0]) == 3


def cases_on(root: Path, day: date) -> dict[str, str]:
    """The pages of all cases."""
    assert anxin("build", "--root", root, "--as-of", str(day)).returncode == 0
    return {path: digest for path, digest in tree(root / "site").items() if path.startswith("disclosures/yk-")}


def test_a_link_is_followed_to_the_folder_it_serves(standing: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "live").symlink_to("real")
    for _ in range(2):
        assert anxin("build", "--root", standing, "--out", tmp_path / "live").returncode == 0
    assert (tmp_path / "live").is_symlink()
    assert (tmp_path / "real/index.html").is_file()


@pytest.mark.parametrize("inside", ["content/pages/out", "cases/out", ".cache/out"])
def test_a_site_is_not_built_into_its_own_sources(root: Path, inside: str) -> None:
    done = anxin("build", "--root", root, "--out", root / inside)
    assert done.returncode == 3
    assert not (root / inside).exists()


def test_a_file_that_somebody_put_there_is_not_lost(standing: Path) -> None:
    (standing / "site/verify.txt").write_text("搜索引擎的验证文件", encoding="utf-8")
    done = anxin("build", "--root", standing)
    assert done.returncode == 3
    assert "verify.txt" in done.stderr
    assert (standing / "site/verify.txt").is_file()


def test_a_damaged_manifest_does_not_keep_the_old_site_up(standing: Path) -> None:
    before = tree(standing / "site")
    (standing / "site/manifest.json").write_text("{", encoding="utf-8")
    assert anxin("build", "--root", standing).returncode == 0
    assert tree(standing / "site") == before


@pytest.mark.parametrize("damage", ["truncate", "remove", "forge"])
def test_a_damaged_cache_is_made_again(root: Path, town_built: Path, damage: str) -> None:
    kept = max((root / ".cache/anxin/frames").iterdir(), key=lambda file: file.stat().st_size)
    if damage == "truncate":
        kept.write_bytes(kept.read_bytes()[:-100])
    elif damage == "remove":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes().replace(b"href", b"hren", 1))
    assert anxin("build", "--root", root).returncode == 0
    assert tree(root / "site") == tree(town_built / "site")


def test_another_build_in_between_does_not_lend_its_pages(root: Path, town_built: Path) -> None:
    records = load(root)
    assert records.portal
    out = root / "site"
    now, then = (fold(records, records.portal, day) for day in (date(2026, 11, 1), date(2026, 2, 1)))
    portal = records.portal.record
    first = build(ready(now, root, out), portal, Place(out), 1)
    waiting = ready(now, root, out)
    assert isinstance(first, State)
    assert isinstance(build(ready(then, root, out), portal, Place(out), 1, first), State)
    assert isinstance(build(waiting, portal, Place(out), 1, first), State)
    assert tree(out) == tree(town_built / "site")


def test_a_build_that_was_killed_in_between_leaves_no_gap(root: Path, town_built: Path) -> None:
    """It has taken the list and a page out of the folder that this one begins with, after this one had looked at it."""
    records, out = load(root), root / "site"
    assert records.portal
    now, spare = fold(records, records.portal, date(2026, 11, 1)), state.spare(root, out)
    portal = records.portal.record
    first = build(ready(now, root, out), portal, Place(out, spare), 1)
    waiting = ready(now, root, out)
    assert isinstance(first, State)
    for name in ("manifest.json", "index.html"):
        (spare / name).unlink()
    assert isinstance(build(waiting, portal, Place(out, spare), 1, first), State)
    assert tree(out) == tree(town_built / "site")


def test_processes_that_are_sent_what_they_make(root: Path, town_built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They begin with nothing, as for a hundred thousand cases; a leak that they find is told.

    What is made of all cases is made here.
    """
    here: list[str] = []

    def make_here(artefact: Artefact, shop: render.Workshop) -> render.Made:
        here.append(artefact.page.path)
        return make_one(artefact, shop)

    make_one = render.make_one
    monkeypatch.setattr(render, "make_one", make_here)
    monkeypatch.setattr(render, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(render, "_WORTH_SENDING", 1)
    records, out = load(root), root / "site"
    assert records.portal
    now, portal = fold(records, records.portal, date(2026, 11, 1)), records.portal.record
    assert isinstance(build(ready(now, root, out), portal, Place(out), 2), State)
    assert tree(out) == tree(town_built / "site")
    assert set(here) == {f"api/v1/cases.{kind}" for kind in ("csv", "json", "ndjson", "xlsx")}
    leaking = replace(ready(now, root, out), names=frozenset({portal.city.name}))
    refused = build(leaking, portal, Place(root / "other"), 2)
    assert isinstance(refused, Refused)
    assert {leak.path for leak in refused.leaks} > {"index.html", f"disclosures/{NUMBER}/index.html"}


def test_a_pipe_among_the_records_is_a_problem_and_nothing_waits_for_it(root: Path) -> None:
    os.mkfifo(root / "cases/2026/yk-2026-0099.yml")
    done = anxin("build", "--root", root)
    assert (done.returncode, "cases/2026/yk-2026-0099.yml:1:1: 错误 R107" in done.stdout) == (1, True), done.stdout


def test_cases_behind_a_link_are_not_passed_over_in_silence(root: Path, tmp_path: Path) -> None:
    (root / "cases/2026").rename(tmp_path / "elsewhere")
    (root / "cases/2026").symlink_to(tmp_path / "elsewhere")
    done = anxin("build", "--root", root)
    assert done.returncode == 1
    assert "cases/2026:1:1: 错误 R110" in done.stdout


def test_odd_places_are_refused_without_a_crash(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "file/site", Path("/proc/nowhere/site")):
        done = anxin("build", "--root", root, "--out", out)
        assert done.returncode == 3, done.stderr
        assert "写不进去" in done.stderr


def ready(ledger: Ledger, root: Path, out: Path) -> Prepared:
    """Everything decided for one date."""
    prepared = prepare(disclose_all(ledger), root, out)
    assert isinstance(prepared, Prepared)
    return prepared


def numbers(site: Path) -> dict[str, int]:
    """Every file by the number that the file system gives it."""
    return {str(path.relative_to(site)): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def test_a_kept_page_is_searched_for_what_has_become_secret(root: Path) -> None:
    """An editorial page names a unit; the page stays as it is on the day when the unit's case is no longer public.

    Nothing of the refused site stays, and what it shares with the one that stands is as it was for the next build.
    """
    page, record = root / "content/pages/about.md", root / RECORD
    name = next(case.record.employer.name for case in load(root).cases if case.file == RECORD)
    page.write_text(page.read_text("utf-8") + f"\n{name}\n", encoding="utf-8")
    assert anxin("build", "--root", root).returncode == 0
    text, standing = record.read_text("utf-8"), state.traces(root / "site")
    record.write_text(text[: text.index("公开:")], encoding="utf-8")
    done = anxin("build", "--root", root)
    assert (done.returncode, "about/index.html: 错误 S101" in done.stderr) == (3, True), done.stderr
    touched = {path for path, trace in state.traces(root / "site").items() if standing[path] != trace}
    assert f"disclosures/{NUMBER}/index.html" in touched
    assert not {"404.html", "course/index.html"} & touched
    (spare,) = (root / ".cache/anxin/build").glob("*.spare")
    assert numbers(spare) == numbers(root / "site")


def test_nothing_to_do_is_said_and_nothing_is_touched(root: Path) -> None:
    first = anxin("build", "--root", root)
    before = {path: path.stat().st_ctime_ns for path in (root / "site").rglob("*")}
    again = anxin("build", "--root", root)
    assert (again.returncode, again.stdout.split("\n")[0]) == (0, first.stdout.split("\n")[0])
    assert f"新增 0，改动 0，删除 0，其余 {len(tree(root / 'site')) - 1} 个不变" in again.stdout
    assert {path: path.stat().st_ctime_ns for path in (root / "site").rglob("*")} == before


def test_what_is_kept_is_for_the_owners_eyes(root: Path) -> None:
    assert anxin("build", "--root", root).returncode == 0
    kept = [path for path in (root / ".cache/anxin/build").iterdir() if path.is_file() and not path.suffix]
    assert [path.stat().st_mode & 0o777 for path in kept] == [0o600]
