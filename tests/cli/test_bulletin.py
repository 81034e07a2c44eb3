"""`anxin bulletin` as the bureau runs it, and the bulletins that a site carries from one build to the next."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.architecture.source import ROOT
from tests.casebook import Casebook
from tests.cli.anxin import anxin
from tests.disclosure.test_bulletin import MAJOR

NAME = "虚构戊集团有限公司"


def tree(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def printed(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_page_and_paper_of_a_quarter(casebook: Casebook) -> None:
    casebook.write(MAJOR)
    done = anxin("bulletin", "--root", casebook.root, "--as-of", "2025-04-01", "2025Q1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n") == [
        "已生成 2025Q1：2025年第一季度重大劳动保障违法行为公告（截至 2025-04-01）。",
        "正在公布 1 件，已停止公布 0 件。",
        "  附件1　yk-2026-0001　公布到 2028-02-13，之后收回，重新生成。",
        "",
    ]
    assert "警告：yk-2026-0001 是虚构的样例，这份公告不能发布。\n" in done.stderr
    out = casebook.root / "bulletins" / "2025Q1"
    told = json.loads((out / "manifest.json").read_bytes())
    assert {file["path"]: file["sha256"] for file in told["files"]} == {
        name: digest for name, digest in tree(out).items() if name != "manifest.json"
    }
    assert NAME in printed(out / "2025Q1.pdf")
    assert NAME in (out / "2025Q1.html").read_text("utf-8")


def test_same_records_same_bytes(casebook: Casebook, tmp_path: Path) -> None:
    casebook.write(MAJOR)
    call = ("bulletin", "--root", casebook.root, "2025Q1", "--out")
    assert anxin(*call, tmp_path / "one", "--as-of", "2025-04-01", PYTHONHASHSEED="1", TZ="UTC").returncode == 0
    assert anxin(*call, tmp_path / "two", "--as-of", "2025-09-09", PYTHONHASHSEED="7", TZ="Asia/Tokyo").returncode == 0
    assert anxin(*call, tmp_path / "again", "--as-of", "2025-04-01", PYTHONHASHSEED="3", TZ="UTC").returncode == 0
    first, second = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert first == tree(tmp_path / "again")
    assert {name for name in first if first[name] != second[name]} == {"manifest.json", "2025Q1.pdf"}, "成文日期"


@pytest.mark.parametrize("quarter", ["2025Q2", "2019Q4"])
def test_an_empty_quarter_says_there_was_none(casebook: Casebook, quarter: str) -> None:
    casebook.write(MAJOR)
    done = anxin("bulletin", "--root", casebook.root, "--as-of", "2025-07-01", quarter, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["cases"]) == (0, [])
    assert "没有开始公布的重大劳动保障违法行为" in printed(
        casebook.root / "bulletins" / quarter / f"{quarter}.pdf"
    ).replace("\r\n", "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "缺少 季度。用 anxin bulletin --help 查看用法。"),
        (("2025Q5",), 2, "季度 的写法不对：写成 2026Q3 这样。用 anxin bulletin --help 查看用法。"),
        (("2025-Q1",), 2, "季度 的写法不对：写成 2026Q3 这样。用 anxin bulletin --help 查看用法。"),
        (("2025Q1", "2025Q2"), 2, "用法不对：多了或少了参数。用 anxin bulletin --help 查看用法。"),
        (("2025Q2",), 2, "2025年第二季度到 2025-06-30 才结束（截至 2025-06-30），结束以后再生成。"),
        (("2016Q4",), 2, "《重大劳动保障违法行为社会公布办法》自 2017-01-01 起施行，以前的季度没有公告。"),
    ],
)
def test_a_wrong_call_is_one_sentence(casebook: Casebook, words: tuple[str, ...], code: int, said: str) -> None:
    casebook.write(MAJOR)
    done = anxin("bulletin", "--root", casebook.root, "--as-of", "2025-06-30", *words)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", f"{said}\n")
    assert not (casebook.root / "bulletins").exists()


def test_errors_in_the_records_come_first(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n不认识: 1")
    done = anxin("bulletin", "--root", casebook.root, "2025Q1")
    assert (done.returncode, done.stderr) == (1, "有错误，没有生成；原有的公告没有改动。\n")


def test_what_cannot_be_printed_is_named(casebook: Casebook) -> None:
    casebook.write(MAJOR.replace("逾期未付。", "逾期未付😀。"))
    done = anxin("bulletin", "--root", casebook.root, "--as-of", "2025-04-01", "2025Q1")
    assert done.returncode == 3
    assert done.stderr == "印刷的字体里没有 yk-2026-0001 的「😀」；核对这个字，换一个常用的写法。\n"
    assert not (casebook.root / "bulletins").exists()


def test_a_site_built_on_is_the_site_built_anew(casebook: Casebook) -> None:
    """The day after a publication has lapsed, its quarter keeps the number alone, on the page and on paper."""
    casebook.write(MAJOR)
    shutil.copytree(ROOT / "content/pages", casebook.root / "content/pages")
    shutil.copy(ROOT / "mkdocs.yml", casebook.root)
    shutil.copytree(ROOT / "generator/pages/theme", casebook.root / "generator/pages/theme")
    for lesson in (casebook.root / "content/pages/lessons").rglob("[0-9]*.md"):
        text = lesson.read_text("utf-8").replace("真实案例", "虚构案例")
        lesson.write_text(re.sub(r"\[([^\[\]]+)\]\(case:[^)]+\)", r"\1", text), "utf-8")
    site = casebook.root / "site"
    for day, out in (("2028-02-13", site), ("2028-02-14", site), ("2028-02-14", casebook.root / "anew")):
        done = anxin("build", "--root", casebook.root, "--as-of", day, "--out", out)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr
        if day == "2028-02-13":
            assert NAME in printed(out / "disclosures/bulletins/2025Q1.pdf")
    assert tree(site) == tree(casebook.root / "anew")
    assert not [
        path for path in site.rglob("*") if path.suffix in {".html", ".json"} and NAME in path.read_text("utf-8")
    ]
    assert NAME not in printed(site / "disclosures/bulletins/2025Q1.pdf")
    assert "yk-2026-0001" in printed(site / "disclosures/bulletins/2025Q1.pdf")
