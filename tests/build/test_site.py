"""The shipped records as a whole site: what stands in it, when it changes, and when it is refused."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.build.site import Place, Prepared, build, prepare
from generator.build.state import State
from generator.disclosure.site import disclose_all
from generator.ledger import Ledger, fold
from generator.records.load import load
from tests.cli.anxin import anxin

SHIPPED = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped root, with whatever editorial pages are already built."""
    folder = tmp_path / "city"
    for name in ("content", "cases"):
        shutil.copytree(SHIPPED / name, folder / name)
    shutil.copy(SHIPPED / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built once for the tests that only read it."""
    folder = tmp_path_factory.mktemp("shipped")
    done = anxin("build", "--root", SHIPPED, "--out", folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def tree(site: Path) -> dict[str, str]:
    """Every file with its SHA-256."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def texts(site: Path) -> Iterator[tuple[Path, str]]:
    """Every file as text."""
    for path in site.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes().decode("utf-8", errors="replace")


def test_the_article_cases_stand_with_their_facts(built: Path) -> None:
    page = (built / "disclosures/yk-2022-0001/index.html").read_text("utf-8")
    for fact in ("浙江景悦建设有限公司", "159名", "171.8122万元", "2023年9月22日", "100000元", "吕某某", "一年六个月"):
        assert fact in page
    for number, name in (("yk-2023-0001", "浙江罗克建筑劳务有限公司"), ("yk-2023-0002", "湖北佳联奥建筑工程有限公司")):
        assert name in (built / f"disclosures/{number}/index.html").read_text("utf-8")
    assert "1700多" in (built / "index.html").read_text("utf-8")


def test_the_manifest_lists_every_file_as_it_is(built: Path) -> None:
    listed = json.loads((built / "manifest.json").read_bytes())["files"]
    found = tree(built)
    del found["manifest.json"]
    assert {path: entry["sha256"] for path, entry in listed.items()} == found


def test_no_name_outlives_its_windows(root: Path) -> None:
    done = anxin("build", "--root", root, "--as-of", "2030-01-01")
    assert done.returncode == 0, done.stdout + done.stderr
    names = [case.record.employer.name for case in load(root).cases]
    found = [(path, name) for path, text in texts(root / "site") for name in names if name in text]
    # A unit that builds stays named at its building site, whatever became of a case against it (条例 art 34).
    built = {site.record.contractor.name for site in load(root).sites.worksites}
    assert [(path, name) for path, name in found if not ("Q" in path.parts and name in built)] == []
    assert "依法停止公开" in (root / "site/disclosures/yk-2024-0001/index.html").read_text("utf-8")


def test_a_broken_record_leaves_the_old_site(root: Path) -> None:
    assert anxin("build", "--root", root).returncode == 0
    before = tree(root / "site")
    (root / "cases/2026/yk-2026-0009.yml").write_text("单位: {名称: }\n", encoding="utf-8")
    done = anxin("build", "--root", root)
    assert done.returncode == 1
    assert "R201" in done.stdout
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "1", "TZ": "America/New_York"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C"}]
)
def test_same_input_same_bytes(built: Path, root: Path, environment: dict[str, str]) -> None:
    done = anxin("build", "--root", root, "--jobs", "1", **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(root / "site") == tree(built)


def test_incremental_equals_clean(root: Path, tmp_path: Path) -> None:
    steps = [
        ("build", "--root", root, "--as-of", "2025-06-01"),
        ("build", "--root", root, "--as-of", "2026-11-18"),
        ("build", "--root", root),
    ]
    for step in steps:
        assert anxin(*step).returncode == 0
    record = root / "cases/2026/yk-2026-0003.yml"
    record.write_text(record.read_text("utf-8").replace("58.4万元", "60.1万元"), encoding="utf-8")
    (root / "cases/2026/yk-2026-0005.yml").unlink()
    (root / "site/index.html").write_text("有人改过", encoding="utf-8")
    assert anxin("build", "--root", root).returncode == 0
    assert anxin("build", "--root", root, "--out", tmp_path / "clean").returncode == 0
    assert tree(root / "site") == tree(tmp_path / "clean")
    assert "60.1万元" in (root / "site/disclosures/yk-2026-0003/index.html").read_text("utf-8")


def test_the_plan_names_what_a_change_touches(root: Path) -> None:
    assert anxin("build", "--root", root).returncode == 0
    assert anxin("build", "--root", root, "--plan").stdout == "没有要改的文件。\n"
    record = root / "cases/2026/yk-2026-0003.yml"
    record.write_text(record.read_text("utf-8").replace("58.4万元", "60.1万元"), encoding="utf-8")
    touched = anxin("build", "--root", root, "--plan").stdout.split("\n")
    assert "~ disclosures/yk-2026-0003/index.html" in touched
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
    page = root / "content/pages/accessibility.md"
    page.write_text(page.read_text("utf-8").replace("title: 无障碍说明", "title: 无障碍😀"), encoding="utf-8")
    done = anxin("build", "--root", root)
    assert done.returncode == 1
    assert "content/pages/accessibility.md:1:1: 错误 V104: 分享卡片的字体里没有「😀」这个字" in done.stderr
    assert not (root / "site").exists()


def test_a_folder_that_is_not_ours_is_left_alone(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "precious"
    out.mkdir()
    (out / "thesis.txt").write_text("十年", encoding="utf-8")
    assert anxin("build", "--root", root, "--out", out).returncode == 3
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_the_site_itself_says_when_it_changes_next(built: Path) -> None:
    index = json.loads((built / "api/v1/index.json").read_bytes())
    assert (index["as_of"], index["next_change"]) == ("2026-11-01", "2026-11-10")


def test_on_the_day_before_the_next_change_nothing_differs(root: Path, built: Path) -> None:
    assert anxin("build", "--root", root, "--as-of", str(date(2026, 11, 17))).returncode == 0
    names = {path for path in tree(root / "site") if path.startswith("disclosures/yk-")}
    assert names == {path for path in tree(built) if path.startswith("disclosures/yk-")}


def test_a_link_is_followed_to_the_folder_it_serves(root: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "live").symlink_to("real")
    for _ in range(2):
        assert anxin("build", "--root", root, "--out", tmp_path / "live").returncode == 0
    assert (tmp_path / "live").is_symlink()
    assert (tmp_path / "real/index.html").is_file()


@pytest.mark.parametrize("inside", ["content/pages/out", "cases/out", ".cache/out"])
def test_a_site_is_not_built_into_its_own_sources(root: Path, inside: str) -> None:
    done = anxin("build", "--root", root, "--out", root / inside)
    assert done.returncode == 3
    assert not (root / inside).exists()


def test_a_file_that_somebody_put_there_is_not_lost(root: Path) -> None:
    assert anxin("build", "--root", root).returncode == 0
    (root / "site/verify.txt").write_text("搜索引擎的验证文件", encoding="utf-8")
    done = anxin("build", "--root", root)
    assert done.returncode == 3
    assert "verify.txt" in done.stderr
    assert (root / "site/verify.txt").is_file()


def test_a_damaged_manifest_does_not_keep_the_old_site_up(root: Path) -> None:
    assert anxin("build", "--root", root).returncode == 0
    before = tree(root / "site")
    (root / "site/manifest.json").write_text("{", encoding="utf-8")
    assert anxin("build", "--root", root).returncode == 0
    assert tree(root / "site") == before


@pytest.mark.parametrize("damage", ["truncate", "remove", "forge"])
def test_a_damaged_cache_is_made_again(root: Path, built: Path, damage: str) -> None:
    assert anxin("build", "--root", root).returncode == 0
    kept = max((root / ".cache/anxin/frames").iterdir(), key=lambda file: file.stat().st_size)
    if damage == "truncate":
        kept.write_bytes(kept.read_bytes()[:-100])
    elif damage == "remove":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes().replace("公开案件".encode(), "公开条件".encode()))
    assert anxin("build", "--root", root).returncode == 0
    assert tree(root / "site") == tree(built)


def test_another_build_in_between_does_not_lend_its_pages(root: Path, built: Path) -> None:
    records = load(root)
    assert records.portal
    out = root / "site"
    now, then = (fold(records, records.portal, day) for day in (date(2026, 11, 1), date(2025, 6, 1)))
    portal = records.portal.record
    state = build(ready(now, root, out), portal, Place(out), 1)
    waiting = ready(now, root, out)
    assert isinstance(state, State)
    assert isinstance(build(ready(then, root, out), portal, Place(out), 1, state), State)
    assert isinstance(build(waiting, portal, Place(out), 1, state), State)
    assert tree(out) == tree(built)


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


def test_a_kept_page_is_searched_for_what_has_become_secret(root: Path) -> None:
    """An editorial page names a unit; the page stays as it is on the day when the unit's case is no longer public."""
    page, record = root / "content/pages/about.md", root / "cases/2026/yk-2026-0002.yml"
    name = next(case.record.employer.name for case in load(root).cases if case.file.endswith("yk-2026-0002.yml"))
    page.write_text(page.read_text("utf-8") + f"\n{name}\n", encoding="utf-8")
    assert anxin("build", "--root", root).returncode == 0
    text = record.read_text("utf-8")
    record.write_text(text[: text.index("公开:")], encoding="utf-8")
    done = anxin("build", "--root", root)
    assert (done.returncode, "about/index.html: 错误 S101" in done.stderr) == (3, True), done.stderr
    assert not [path for path in (root / ".cache/anxin/build").iterdir() if path.suffix == ".spare"]


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
