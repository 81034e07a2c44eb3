"""`anxin diff` as a reviewer runs it: what the public would see otherwise, and nothing that it may not see."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.casebook import Casebook
from tests.cli.anxin import anxin

FIRST, SECOND = "cases/2026/yk-2026-0001.yml", "cases/2026/yk-2026-0002.yml"
PUBLIC = """
    样例: true
    单位: {{名称: {name}, 统一社会信用代码: {code}, 地址: 虚构路 1 号, 法定代表人: {head}}}
    违法行为: [拖欠工资]
    欠薪: {{人数: 12名, 金额: {amount}}}
    违法事实: 拖欠劳动者工资。
    经过:
      - {{日期: 2026-03-02, 事项: 责令改正, 文书: 指令书, 文号: 某监令〔2026〕{no}号, 期限: 2026-03-06}}
      - {{日期: 2026-03-20, 事项: 行政处理, 文书: 处理决定书, 文号: 某监理〔2026〕{no}号, 内容: 责令支付}}
    公开:
      - {{依据: 重大违法公布, 类别: 克扣或无故拖欠劳动报酬, 批准: {{岗位: 治欠办主任, 日期: {approved}}}}}
"""
A = {
    "name": "虚构甲公司",
    "code": "91000000MA00000157",
    "head": "虚构某甲",
    "amount": "5.0万元",
    "approved": "2026-03-25",
    "no": "1",
}
B = {**A, "name": "虚构乙公司", "code": "91000000MA0000162Q", "head": "虚构某乙", "no": "2"}
SUMS = "处理状态 已作出行政处理决定，拖欠金额 5.0万元，涉及人数 12名"
INSIDE = "样例: true\n单位: {名称: 虚构秘密公司}\n备注: 内部的话\n经过: [{日期: 2026-03-02, 事项: 立案}]"


def git(root: Path, *words: str) -> str:
    call = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.invalid", *words]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout


def commit(casebook: Casebook, words: str = "x") -> None:
    if not (casebook.root / ".git").exists():
        git(casebook.root, "init", "--quiet", "--initial-branch=main")
    git(casebook.root, "add", "--all")
    git(casebook.root, "commit", "--quiet", "--allow-empty", "--message", words)


@pytest.fixture
def book(casebook: Casebook) -> Casebook:
    """A city with one public case, committed."""
    casebook.write(PUBLIC.format(**A), FIRST)
    commit(casebook)
    return casebook


def diff(book: Casebook, *words: str, on: str = "2026-11-01") -> tuple[int, str, str]:
    done = anxin("diff", "--root", book.root, "--as-of", on, *words)
    return done.returncode, done.stdout, done.stderr


def test_nothing_changes(book: Casebook) -> None:
    code, out, err = diff(book, "HEAD")
    assert (code, err, out.count("\n")) == (0, "", 1)
    assert out.endswith("相比，截至 2026-11-01：对公众没有变化。案件没有变化；公开案件 1 条。\n")


def test_new_and_altered_cases_in_sentences(book: Casebook) -> None:
    book.write(PUBLIC.format(**{**A, "amount": "5.6万元", "head": "虚构某丙"}), FIRST)
    book.write(PUBLIC.format(**B), SECOND)
    code, out, err = diff(book, "HEAD")
    assert (code, err) == (0, "")
    head, _, *lines = out.splitlines()
    assert head.endswith("截至 2026-11-01：新增 1 条、改动 1 条；公开案件 1 → 2 条。")
    assert lines == [
        "新增公开的案件",
        f"  yk-2026-0002（样例） 虚构乙公司：公开依据 重大违法公布，{SUMS}，公开到 2029-03-20",
        "",
        "公开内容有改动的案件",
        "  yk-2026-0001（样例）：法定代表人（负责人） 改为 虚构某丙；拖欠金额 5.0万元 → 5.6万元",
    ]


def test_a_step_more_and_a_step_less(book: Casebook) -> None:
    text = PUBLIC.format(**A)
    book.write(text.replace("    公开:", "      - {日期: 2026-04-10, 事项: 支付, 金额: 5.0万元}\n    公开:"), FIRST)
    assert "yk-2026-0001（样例）：" in diff(book, "HEAD")[1]
    assert "；新增经过 2026-04-10 支付" in diff(book, "HEAD")[1] or "新增经过 2026-04-10 " in diff(book, "HEAD")[1]
    commit(book)
    book.write(text, FIRST)
    assert "不再显示经过 2026-04-10 " in diff(book, "HEAD")[1]


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_what_is_not_public_is_never_told(book: Casebook, style: str) -> None:
    """A case without a decision to disclose, a case that leaves, a name that was replaced."""
    book.write(INSIDE, SECOND).write(PUBLIC.format(**B), "cases/2026/yk-2026-0003.yml")
    commit(book)
    book.write(INSIDE.replace("秘密", "机密"), SECOND)
    book.write(PUBLIC.format(**{**A, "name": "虚构丁公司", "head": "虚构某丁"}), FIRST)
    (book.root / "cases/2026/yk-2026-0003.yml").unlink()
    code, out, err = diff(book, "HEAD", "--format", style)
    assert (code, err) == (0, "")
    assert "虚构丁公司" in out
    assert "yk-2026-0003：不再公开" in out
    for word in ("秘密", "机密", "内部", "yk-2026-0002", "虚构甲公司", "虚构某甲", "虚构乙公司", "虚构某乙"):
        assert word not in out


def test_a_case_whose_time_is_over_says_why_and_what_lapses_tomorrow(book: Casebook) -> None:
    assert "1 条明日到期。" in diff(book, "HEAD", on="2029-03-20")[1]
    assert "yk-2026-0001（样例）：公开到 2029-03-20" in diff(book, "HEAD", on="2029-03-20")[1]
    book.portal["公开政策"] = book.portal["公开政策"].replace("重大违法公布: 36", "重大违法公布: 6")
    book.write(PUBLIC.format(**A), FIRST)
    out = diff(book, "HEAD")[1]
    assert "停止公开 1 条；公开案件 1 → 0 条。" in out
    assert "  yk-2026-0001：公示期满，2026-09-21 起只留编号" in out.splitlines()
    assert "虚构甲公司" not in out


def test_pages_and_settings(book: Casebook) -> None:
    page = book.root / "content/pages/about.md"
    page.parent.mkdir(parents=True)
    page.write_text("# 关于<br>我们 { #top }\n", "utf-8")
    book.portal["镇街"] = "[甲镇, 乙镇, 丙镇]"
    book.portal["服务承诺"] = "{接收: 1天, 联系: 1天, 办结: 5天}"
    book.portal["投诉渠道"] = "[{名称: 甲热线, 方式: 电话, 号码: '12333'}, {名称: 来访, 方式: 内部}]"
    book.write(PUBLIC.format(**A), FIRST)
    lines = diff(book, "HEAD")[1].splitlines()
    assert lines[2:] == [
        "文章页面",
        "  新增「关于我们」（content/pages/about.md）",
        "",
        "本市的设置",
        "  投诉渠道·甲热线·号码 12345 → 12333",
        "  镇街 甲镇、乙镇 → 甲镇、乙镇、丙镇",
        "  服务承诺 1天接收，1天联系，一般案件7天办结 → 1天接收，1天联系，一般案件5天办结",
    ]


SESSIONS = "content/outreach/2026.yml"
MEETING = "编号: 2026-001, 种类: 开工第一课, 形式: 培训会, 日期: 2026-03-02, 镇街: 甲镇, 地点: 甲会场, 对象: [企业]"
VILLAGE = "编号: 2026-002, 样例: true, 种类: 一月一村, 日期: 2026-12-02, 镇街: 甲镇, 村或网格: 虚构某村, 地点: 虚构礼堂"


def test_sessions_and_what_they_add_up_to(book: Casebook) -> None:
    book.write(f"场次:\n  - {{{MEETING}}}\n", SESSIONS)
    commit(book)
    met = MEETING.replace("甲会场", "乙会场")
    book.write(f"场次:\n  - {{{met}, 企业: 40家, 首次: 30家, 备注: 内部的话}}\n  - {{{VILLAGE}}}\n", SESSIONS)
    lines = diff(book, "HEAD")[1].splitlines()
    assert lines[2:] == [
        "宣讲场次",
        "  2026-001 2026-03-02 甲镇 开工第一课：地点 改为 乙会场；到场单位 新写明 40家；首次到场 新写明 30家",
        "  新增 2026-002（样例） 2026-12-02 甲镇 一月一村",
        "  今年讲到的其他企业 新写明 30 家",
    ]
    commit(book)
    book.write(f"场次:\n  - {{{MEETING}, 取消: 台风}}\n", SESSIONS)
    lines = diff(book, "HEAD")[1].splitlines()
    assert lines[3].endswith("；已经举行 是 → 否；取消的原因 新写明 台风")
    assert lines[4:] == ["  2026-002：不再显示", "  今年讲到的其他企业 不再写明"]


def test_sessions_that_could_not_be_read_are_not_compared(book: Casebook) -> None:
    book.write("场次: [", SESSIONS)
    commit(book)
    book.write(f"场次:\n  - {{{MEETING}}}\n", SESSIONS)
    assert diff(book, "HEAD")[1].splitlines()[2:] == ["宣讲场次", "  有一个文件读不出来，没有比较"]


def test_published_figures(book: Casebook) -> None:
    item = "{来源: {名称: 甲报, 日期: 2026-03-20}, 数字: [{名称: 培训企业, 数值: 1万多, 单位: 家, 统计期: 截至报道时}]}"
    path = book.root / "content/figures.yml"
    path.write_text(f"已公布数字: [{item}]\n", "utf-8")
    told = "  培训企业（甲报，2026-03-20）"
    assert diff(book, "HEAD")[1].splitlines()[2:] == ["公布过的数字", f"{told} 新写明 1万多家，截至报道时"]
    commit(book)
    path.write_text(f"已公布数字: [{item.replace('1万多', '12000')}]\n", "utf-8")
    assert diff(book, "HEAD")[1].splitlines()[3:] == [f"{told} 1万多家，截至报道时 → 12000家，截至报道时"]


def test_pictures_and_the_site_engine_are_named(book: Casebook) -> None:
    pages = book.root / "content/pages"
    pages.mkdir(parents=True)
    for name in ("a.png", "b.png", ".DS_Store"):
        (pages / name).write_bytes(b"1")
    (book.root / "mkdocs.yml").write_text("site_name: 甲\n", "utf-8")
    commit(book)
    (pages / "a.png").write_bytes(b"2")
    (pages / "b.png").unlink()
    (pages / "c.png").write_bytes(b"1")
    (pages / ".DS_Store").write_bytes(b"2")
    (book.root / "mkdocs.yml").write_text("site_name: 乙\n", "utf-8")
    assert diff(book, "HEAD")[1].splitlines()[2:] == [
        "图片、附件和网站的栏目",
        "  改动 content/pages/a.png",
        "  删去 content/pages/b.png",
        "  新增 content/pages/c.png",
        "  改动 mkdocs.yml",
    ]


def test_worksites(book: Casebook) -> None:
    site = "项目: 一期工程\n施工总承包单位: {名称: 甲建设有限公司}\n工资支付日: 每月25日\n"
    book.write(site, "content/worksites/A2345678.yml")
    assert diff(book, "HEAD")[1].splitlines()[2:] == ["工地", "  新增 A234-5678 一期工程"]
    commit(book)
    book.write(site.replace("25日", "15日"), "content/worksites/A2345678.yml")
    lines = diff(book, "HEAD")[1].splitlines()[2:]
    assert lines[0] == "工地"
    assert lines[1].startswith("  A234-5678 一期工程：发薪日")


def test_two_versions_and_since_they_parted(book: Casebook) -> None:
    git(book.root, "checkout", "--quiet", "-b", "draft")
    book.write(PUBLIC.format(**B), SECOND)
    commit(book)
    git(book.root, "checkout", "--quiet", "main")
    book.write(PUBLIC.format(**{**A, "amount": "6万元"}), FIRST)
    commit(book)
    assert "新增 1 条、改动 1 条；" in diff(book, "main..draft")[1]
    assert "：新增 1 条；" in diff(book, "main...draft")[1]
    assert "：停止公开 1 条；" in diff(book, "draft..main~1")[1]


def test_markdown_is_shown_as_it_is(book: Casebook) -> None:
    page = book.root / "content/pages/about.md"
    page.parent.mkdir(parents=True)
    page.write_text("# @all [x](https://a.example) `code`\n", "utf-8")
    out = diff(book, "HEAD", "--format", "github")[1]
    assert out.startswith("### 这次改动对公众的影响\n\n与 ")
    assert "- 新增「\\@all \\[x\\](https:\\//a.example) \\`code\\`」（content/pages/about.md）" in out.splitlines()


def test_json_for_machines(book: Casebook) -> None:
    book.write(PUBLIC.format(**B), SECOND)
    said = json.loads(diff(book, "HEAD", "--format", "json")[1])
    sections = said.pop("sections")
    assert said == {
        "version": 1,
        "as_of": "2026-11-01",
        "summary": "新增 1 条；公开案件 1 → 2 条。",
        "before": 1,
        "after": 2,
        "added": 1,
        "changed": 0,
        "gone": 0,
        "lapsing": 0,
    }
    assert [section["title"] for section in sections] == ["新增公开的案件"]


@pytest.mark.parametrize(
    "words", ["nope", "nope..HEAD", "HEAD..nope", "--output=x", "HEAD:cases", "a b", "../..", "\n"]
)
def test_a_version_that_is_not_there(book: Casebook, words: str) -> None:
    code, out, err = diff(book, "--", words)
    assert (code, out) == (2, "")
    assert "这一版。写提交号、分支名、标签" in err
    assert not (book.root / "x").exists()


def test_no_repository_and_a_shallow_one(book: Casebook, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(book, "second")
    shallow = tmp_path_factory.mktemp("shallow")
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", f"file://{book.root}", str(shallow / "city")],
        check=True,
        capture_output=True,
    )
    done = anxin("diff", "--root", shallow / "city", "HEAD~1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "这是浅克隆，没有早先的历史。运行 git fetch --unshallow" in done.stderr
    done = anxin("diff", "--root", shallow, "HEAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("这个文件夹不在 git 仓库里")


def test_records_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    book = Casebook(tmp_path / "city")
    book.write(PUBLIC.format(**A), FIRST)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "x")
    book.write(PUBLIC.format(**B), SECOND)
    assert "：新增 1 条；" in diff(book, "HEAD")[1]


def test_a_new_side_with_errors_is_not_compared(book: Casebook) -> None:
    book.write("单位: [", SECOND)
    code, out, err = diff(book, "HEAD")
    assert (code, out) == (1, "")
    assert err.startswith(f"{SECOND}:2:1: ")
    assert err.endswith("新的一版有错误，不能公开；先改正，再看变化。\n")


def test_an_old_side_that_cannot_be_read_is_passed_over(casebook: Casebook) -> None:
    casebook.write("单位: [", SECOND).write(PUBLIC.format(**A), FIRST)
    commit(casebook)
    casebook.write(PUBLIC.format(**B), SECOND)
    code, out, err = diff(casebook, "HEAD")
    assert (code, err) == (0, "")
    assert out.splitlines()[2:] == ["没有比较的案件", "  yk-2026-0002：文件读不出来"]
    (casebook.root / "content/portal.yml").unlink()
    commit(casebook)
    casebook.write(PUBLIC.format(**A), FIRST)
    assert diff(casebook, "HEAD")[2].startswith("旧的一版里没有读得出来的 content/portal.yml")


def test_the_help_has_an_example() -> None:
    assert "例：anxin diff main" in anxin("diff", "--help").stdout
    assert anxin("diff").returncode == 2
