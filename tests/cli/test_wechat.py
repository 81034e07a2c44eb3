"""`anxin wechat` as an editor runs it: what it makes, what it refuses, and that a refusal changes nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generator.checks.examples import CASE
from tests.architecture.source import ROOT
from tests.casebook import Casebook
from tests.cli.anxin import anxin

FILES = ["article.html", "article.txt", "cover.png", "manifest.json", "preview.html", "share.png", "待办.txt"]
AS_OF = ("--as-of", "2026-05-01")
PUBLIC = """
样例: true
单位: {名称: 虚构甲装饰公司}
公开:
  - 依据: 媒体转载
    来源: {名称: 虚构报道, 日期: 2026-03-01}
    批准: {岗位: 治欠办主任, 日期: 2026-03-02}
"""
NUMBER = Path(CASE).stem


def files(out: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


def test_an_article_of_a_month(tmp_path: Path) -> None:
    out = tmp_path / "推文"
    done = anxin("wechat", "--root", ROOT, "--month", "2026-03", "--out", out)
    assert done.returncode == 0, done.stderr
    assert sorted(files(out)) == FILES
    assert "2029-01-29　yk-2026-0002　「重大违法公布」公开期满，这件案件不再公开：当天删除文章。" in done.stdout
    assert "警告：yk-2026-0001、yk-2026-0010、yk-2026-0002 是虚构的样例，这篇推文不能发布。" in done.stderr
    assert (out / "待办.txt").read_text("utf-8").count("当天删除文章") == 4


def test_the_list_holds_every_file_as_it_is(tmp_path: Path) -> None:
    out = tmp_path / "x"
    done = anxin("wechat", "--root", ROOT, "--case", "yk-2025-0003", "--out", out, "--format", "json")
    told = json.loads(done.stdout)
    assert {file["path"]: file["sha256"] for file in told["files"]} | {"manifest.json": ""} == {
        **files(out),
        "manifest.json": "",
    }
    assert (told["until"], told["cases"], told["samples"]) == ("2028-07-21", ["yk-2025-0003"], ["yk-2025-0003"])


def test_same_records_same_bytes(tmp_path: Path) -> None:
    for name, seed, zone in (("one", "1", "UTC"), ("two", "7", "America/New_York")):
        call = ("wechat", "--root", ROOT, "--month", "2026-03", "--out", tmp_path / name)
        assert anxin(*call, PYTHONHASHSEED=seed, TZ=zone).returncode == 0
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.parametrize("name", ["workers/01-contract", "workers/01-contract.md", "被欠薪了，打一个电话"])
def test_a_lesson_by_its_path_or_its_title(name: str, tmp_path: Path) -> None:
    done = anxin("wechat", "--root", ROOT, "--lesson", name, "--out", tmp_path / "x")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "--month、--case、--lesson 写一个，而且只写一个。"),
        (("--month", "2026-03", "--case", NUMBER), 2, "--month、--case、--lesson 写一个，而且只写一个。"),
        (("--month", "2026-13"), 2, "--month 的写法不对：写成 2026-10 这样。用 anxin wechat --help 查看用法。"),
        (("--month", "２０２６-03"), 2, "--month 的写法不对：写成 2026-10 这样。用 anxin wechat --help 查看用法。"),
        (("--month", "0000-01"), 2, "--month 的写法不对：写成 2026-10 这样。用 anxin wechat --help 查看用法。"),
        (("--month", "2026-06"), 2, "2026年6月还没有到（截至 2026-05-01）。"),
        (("--month", "2026-04"), 2, "2026年4月没有新公开、截至 2026-05-01 还在公开的案件，没有生成。"),
        (("--case", "xg-2026-9999"), 2, "没有编号为 xg-2026-9999 的案件。"),
        (("--case", "13800138000"), 2, "没有编号为 ▇▇▇▇▇▇▇▇▇▇▇ 的案件。"),
        (("--case", ""), 2, "有一个参数是空的。用 anxin --help 查看用法。"),
        (("--lesson", "workers/99-nothing"), 2, "workers/99-nothing：没有这一课。"),
        (("--lesson", "../../portal"), 2, "../../portal：没有这一课。"),
        (("--lesson", ""), 2, "有一个参数是空的。用 anxin --help 查看用法。"),
    ],
)
def test_a_wrong_call_is_one_sentence(casebook: Casebook, words: tuple[str, ...], code: int, said: str) -> None:
    casebook.write(PUBLIC)
    done = anxin("wechat", "--root", casebook.root, *AS_OF, *words)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", f"{said}\n")
    assert not (casebook.root / "wechat").exists()


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2026-03-01", f"案件 {NUMBER} 没有公开：公开尚未批准、尚未到日期，或缺少所依据的决定。"),
        ("2029-03-03", f"案件 {NUMBER} 已经停止公开，不能再发。"),
    ],
)
def test_what_is_not_public_on_that_day_is_refused(casebook: Casebook, as_of: str, said: str) -> None:
    casebook.write(PUBLIC)
    done = anxin("wechat", "--root", casebook.root, "--as-of", as_of, "--case", NUMBER)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"{said}\n")


def test_a_month_leaves_out_what_has_lapsed(casebook: Casebook) -> None:
    casebook.write(PUBLIC)
    words = ("wechat", "--root", casebook.root, "--month", "2026-03")
    assert anxin(*words, "--as-of", "2029-03-02").returncode == 0
    assert anxin(*words, "--as-of", "2029-03-03").returncode == 2


def test_errors_in_the_records_come_first(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n不认识: 1")
    done = anxin("wechat", "--root", casebook.root, *AS_OF, "--month", "2026-03")
    assert done.returncode == 1
    assert "R203" in done.stdout
    assert done.stderr == "有错误，没有生成；原有的推文没有改动。\n"


def test_no_foreign_folder_is_touched(casebook: Casebook, tmp_path: Path) -> None:
    casebook.write(PUBLIC)
    out = tmp_path / "mine"
    out.mkdir()
    (out / "notes.txt").write_text("x")
    words = ("wechat", "--root", casebook.root, *AS_OF, "--case", NUMBER, "--out")
    done = anxin(*words, out)
    assert (done.returncode, done.stderr) == (3, "mine 里有别的文件，没有动它；先移走，或换一个 --out。\n")
    assert [path.name for path in out.iterdir()] == ["notes.txt"]
    for inside in ("content/x", "cases/2026"):
        assert anxin(*words, casebook.root / inside).returncode == 3
    assert anxin(*words, out / "notes.txt").returncode == 2


def test_a_second_article_takes_the_place_of_the_first_and_keeps_what_is_not_its_own(casebook: Casebook) -> None:
    casebook.write(PUBLIC)
    out = casebook.root / "wechat" / NUMBER
    words = ("wechat", "--root", casebook.root, *AS_OF, "--case", NUMBER)
    assert anxin(*words).returncode == 0
    assert anxin(*words).returncode == 0
    assert sorted(files(out)) == FILES
    (out / "改过的.docx").write_text("x")
    assert anxin(*words).returncode == 3
    assert (out / "改过的.docx").exists()


def test_a_lesson_whose_title_names_a_unit_is_refused(casebook: Casebook) -> None:
    """Title and pictures stay in chats after the article is gone."""
    casebook.write(PUBLIC)
    lesson = (ROOT / "content/pages/lessons/workers/01-contract.md").read_text("utf-8")
    title = next(line for line in lesson.split("\n") if line.startswith("title: "))
    for text, code in ((lesson, 0), (lesson.replace(title, "title: 虚构甲装饰公司怎么了"), 3)):
        casebook.write_bytes(text.encode(), "content/pages/lessons/workers/01-contract.md")
        done = anxin("wechat", "--root", casebook.root, *AS_OF, "--lesson", "workers/01-contract")
        assert done.returncode in {code, 1}, done.stdout + done.stderr
        if code:
            assert "虚构甲装饰公司" not in done.stderr


def test_help_has_examples() -> None:
    assert "例：anxin wechat --month 2026-10" in anxin("wechat", "--help").stdout
