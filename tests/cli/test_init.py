"""`anxin init`: another city begins with everything that is common, and with nothing of the old one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.examples import portal_text
from generator.cli.init.pages import Local, moved, unlinked
from generator.disclosure import pdf
from generator.records.load import load
from tests.cli.anxin import anxin

SHIPPED = Path(__file__).parents[2]
ASKED = {
    "--city": "甲市",
    "--division": "320000",
    "--prefix": "js",
    "--publisher": "甲市根治欠薪办公室: 试点",
    "--short": "市治欠办",
    "--title": "甲市安薪",
    "--towns": "东街道、西镇，'南'镇",
}
OLD = Local(frozenset({"乙市", "北镇"}), foreign_law=True)


def words(**changes: str) -> list[str]:
    """The options, some of them changed, those that are empty left out."""
    given = {**ASKED, **{f"--{name}": value for name, value in changes.items()}}
    return [word for name, value in given.items() if value != "-" for word in (name, value)]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "city"
    done = anxin("init", folder, "--root", SHIPPED, *words())
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("已新建 city，检查没有错误。\n")
    assert "09-complain.md" in done.stdout
    assert "引用了地方的法规" in done.stdout
    return folder


def said(path: Path) -> str:
    return "\n".join(pdf.texts(path.read_bytes())) if path.suffix == ".pdf" else path.read_text("utf-8")


def test_checked_and_built_at_once_without_a_word_of_the_old_city(city: Path) -> None:
    assert anxin("check", "--root", city).returncode == 0
    done = anxin("build", "--root", city)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "下一次内容变化：没有排定的日子。改了记录再重新生成。"
    portal = load(SHIPPED).portal
    assert portal
    old = portal.record
    foreign = {old.city.name, old.city.name[:-1], old.city.division, f"{old.city.prefix}-20", *old.towns}
    found = [
        (path.relative_to(city).as_posix(), word)
        for path in sorted(city.rglob("*"))
        if path.is_file() and path.suffix not in {".png", ".xlsx"} and ".cache" not in path.parts
        for word in foreign
        if word in said(path) and not (word.endswith("-20") and path.is_relative_to(city / "schemas"))
    ]
    assert found == []
    page = (city / "site/index.html").read_text("utf-8")
    assert "甲市安薪" in page
    assert "甲市根治欠薪办公室: 试点" in page


def test_the_settings_say_what_was_asked(city: Path) -> None:
    records = load(city)
    assert records.portal
    record = records.portal.record
    assert (record.city.name, record.city.division, record.city.prefix) == ("甲市", "320000", "js")
    assert record.towns == ("东街道", "西镇", "'南'镇")
    assert (record.website.address, record.wages, record.demonstration) == (None, (), None)
    assert records.cases == ()


def test_a_case_can_be_written_there(city: Path) -> None:
    done = anxin("new", "case", "--root", city, "--名称", "某某建设有限公司", "--真实")
    assert done.stdout.startswith("cases/")
    assert "/js-" in done.stdout
    (city / done.stdout.strip()).unlink()


def test_what_an_editor_works_with_comes_along(city: Path, tmp_path: Path) -> None:
    """The check before a commit can be run, and refuses what it refuses here."""
    for name in (".githooks/pre-commit", ".vscode/settings.json"):
        assert (city / name).read_bytes() == (SHIPPED / name).read_bytes()
    root = Path(shutil.copytree(city, tmp_path / "own"))
    git = ["git", "-C", str(root), "-c", "user.name=编辑", "-c", "user.email=editor@portal.example"]
    for call in (("init", "-q"), ("config", "core.hooksPath", ".githooks"), ("add", "-A", "cases", "content")):
        subprocess.run([*git, *call], check=True)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")}, "PATH": path}
    done = subprocess.run([*git, "commit", "-qm", "甲市"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (root / "cases/2026").mkdir(exist_ok=True)
    (root / "cases/2026/js-2026-0001.yml").write_text("样例: 好\n", encoding="utf-8")
    subprocess.run([*git, "add", "cases"], check=True)
    done = subprocess.run([*git, "commit", "-qm", "错"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "有错误，没有提交" in done.stderr


def test_not_yet_published_without_an_address(city: Path, tmp_path: Path) -> None:
    anxin("build", "--root", city)
    done = anxin("publish", tmp_path / "releases", "--root", city, "--format", "json")
    assert [one["name"] for one in json.loads(done.stdout)["refused"]] == ["no-address"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"division": "32"}, "--division 的写法不对"),
        ({"prefix": "JS"}, "--prefix 的写法不对"),
        ({"city": " "}, "有一个参数是空的"),
        ({"towns": "、、"}, "--towns 的写法不对"),
        ({"title": "-"}, "缺少 --title"),
    ],
)
def test_a_wrong_answer_writes_nothing(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    done = anxin("init", tmp_path / "city", "--root", SHIPPED, *words(**changes))
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "own.txt").touch()
    done = anxin("init", tmp_path, "--root", SHIPPED, *words())
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["own.txt"])


def test_without_a_portal_to_begin_from(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/portal.yml").write_text(portal_text(), encoding="utf-8")
    done = anxin("init", tmp_path / "city", "--root", tmp_path, *words())
    assert done.returncode == 2
    assert "没有可以照搬的门户" in done.stderr


def test_what_does_not_pass_the_check_is_not_left_behind(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(SHIPPED / "content", source / "content")
    shutil.copy(SHIPPED / "mkdocs.yml", source)
    lesson = source / "content/pages/lessons/workers/01-contract.md"
    lesson.write_text(lesson.read_text("utf-8").replace("## 一个案例", "## 另一个案例"), encoding="utf-8")
    done = anxin("init", tmp_path / "city", "--root", source, *words())
    assert (done.returncode, sorted(path.name for path in tmp_path.iterdir())) == (1, ["source"])
    assert "没有新建" in done.stderr


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("判了刑（[曝光台里的案件](case:yk-2022-0001)）。", "判了刑。"),
        ("判了刑。[在曝光台看这件案件](case:yk-2022-0001)。还有一句。", "判了刑。还有一句。"),
        ("看[这件案件](case:yk-2022-0001)怎么办的。", "看这件案件怎么办的。"),
        ("看[第九条](../laws.md#wages-9)。", "看[第九条](../laws.md#wages-9)。"),
    ],
)
def test_links_to_cases_go_and_others_stay(before: str, after: str) -> None:
    assert unlinked(before) == after


@given(st.text(alphabet="案件。（）[]()case:-2\n# 一个例", max_size=80))
def test_no_link_to_a_case_is_left(text: str) -> None:
    page, _ = moved("content/pages/x.md", f"{text}\n[看](case:yk-2022-0001)", OLD)
    assert "](case:yk-2022-0001)" not in page


def test_a_real_case_becomes_an_invented_one_that_says_so() -> None:
    text = "## 一个案例\n\n**真实案例。** 某公司（[案件](case:yk-2022-0001)）。\n\n## 两道题\n"
    page, remarks = moved("content/pages/x.md", text, OLD)
    assert page.startswith("## 一个案例\n\n**虚构案例。** ")
    assert page.endswith("\n\n## 两道题\n")
    assert [(remark.line, remark.sentence[:5]) for remark in remarks] == [(3, "原来是那个")]


def test_names_and_local_law_are_pointed_at() -> None:
    page, remarks = moved("content/pages/x.md", "北镇的人\n《乙省劳动条例》第一条\n《劳动法》", OLD)
    assert page == "北镇的人\n《乙省劳动条例》第一条\n《劳动法》"
    assert [(remark.line, remark.sentence) for remark in remarks] == [
        (1, "里面有原来城市的名称"),
        (2, "引用了地方的法规，核对是否适用"),
    ]
    assert moved("x.md", "《乙省劳动条例》", Local(frozenset(), foreign_law=False))[1] == []


def test_help_has_an_example() -> None:
    assert "例：anxin init " in anxin("init", "--help").stdout
