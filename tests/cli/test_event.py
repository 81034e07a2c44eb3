"""`anxin event`: an act is put into its file, in its place, or the file stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.kinds import described
from tests.casebook import CASE, Casebook
from tests.cli.anxin import anxin

RECORD = """\
# 头一行
单位: {名称: 虚构甲公司}   # 旁边
样例: true

经过:
  # 第一件
  - {日期: 2026-03-01, 事项: 接到投诉, 渠道: 甲热线}
  - 日期: 2026-03-20
    事项: 责令改正
    期限: 2026-03-27
    备注: |-
      两行
      备注   # 不是注释
# 公开上面
行业: 其他
"""


@pytest.fixture
def root(casebook: Casebook) -> Path:
    return casebook.write_bytes(RECORD.encode()).root


def event(root: Path, *words: str) -> tuple[int, str, str]:
    done = anxin("event", "--root", root, "--as-of", "2026-11-01", "yk-2026-0001", *words)
    return done.returncode, done.stdout, done.stderr


def added(root: Path) -> list[tuple[int, str]]:
    """The lines of the file that were not in it, with their numbers; all others must be there in their order."""
    old, new = RECORD.split("\n"), (root / CASE).read_text("utf-8").split("\n")
    found = [(number, line) for number, line in enumerate(new, 1) if line not in old]
    assert [line for line in new if line in old] == old
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("立案", "--date", "2026-03-05"), (8, "  - {日期: 2026-03-05, 事项: 立案}")),
        (("受理", "--date", "2026-03-01"), (8, "  - {日期: 2026-03-01, 事项: 受理}")),
        (
            ("支付", "金额=5万元", "人数=12名", "--date", "2026-04-01"),
            (14, "  - {日期: 2026-04-01, 事项: 支付, 金额: 5万元, 人数: 12名}"),
        ),
        (
            ("疑难会办", "部门=[公安局, 建设局]", "--date", "2026-03-02"),
            (8, "  - {日期: 2026-03-02, 事项: 疑难会办, 部门: [公安局, 建设局]}"),
        ),
        (("立案", "日期=2026-03-06", "备注=a: b #c"), (8, '  - {日期: 2026-03-06, 事项: 立案, 备注: "a: b #c"}')),
    ],
)
def test_one_line_in_its_place(root: Path, words: tuple[str, ...], expected: tuple[int, str]) -> None:
    code, out, err = event(root, *words)
    assert (code, out.splitlines()[0], err) == (0, f"已写入 {CASE}。", "")
    assert added(root) == [expected]


def test_new_warnings_are_shown_with_their_place(root: Path) -> None:
    """Only what this act brings, not what was there before; and no warning where it brings none."""
    late = "「接收投诉」晚了 1 天：自 2026-03-01 起 1天，应当在 2026-03-02 以前"
    code, out, err = event(root, "立案", "--date", "2026-03-03")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"已写入 {CASE}。",
        "带来新的警告，请核对：",
        f"{CASE}:8:10: 警告 C501: {late}（服务承诺，不是法定期限）",
        "    8 |   - {日期: 2026-03-03, 事项: 立案}",
        "      |            ^^^^^^^^^^",
        "   提示: 核对两者的日期；确实如此的，在这一件写「说明」",
        "",
        "共 0 个错误、1 个警告，涉及 1 个文件。",
    ]
    assert event(root, "支付", "金额=5万元", "--date", "2026-03-21") == (0, f"已写入 {CASE}。\n", "")


def test_the_first_event_and_a_list_in_brackets(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位:\n  名称: 虚构甲公司 # 旁边")
    assert event(casebook.root, "立案", "--date", "2026-03-05")[0] == 0
    assert event(casebook.root, "责令改正", "--date", "2026-03-09", "期限=2026-03-16")[0] == 0
    assert (casebook.root / CASE).read_text("utf-8") == (
        "样例: true\n单位:\n  名称: 虚构甲公司  # 旁边\n经过:\n"
        "  - {日期: 2026-03-05, 事项: 立案}\n  - {日期: 2026-03-09, 事项: 责令改正, 期限: 2026-03-16}\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("支付",), "缺少「金额」"),
        (("支付", "金额=5万"), "「金额」：写法不对"),
        (("支付", "全额=5万元"), "「支付」没有这一项。是否想写「金额」"),
        (("支付", "5万元"), "每一项写成 键=值"),
        (("支付", "金额=5万元", "金额=6万元"), "「金额」写了两遍"),
        (("疑难会办", "部门=[公安局"), "错误 R103"),
        (("行政处罚", "金额=5万元", "--date", "2026-03-21"), "错误 C2"),
        (("立案", "备注=找13800138000"), "错误 C401"),
    ],
)
def test_what_would_not_hold_is_not_written(root: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = event(root, *words)
    assert (code, out) == (1, "")
    assert said in err
    assert err.endswith("没有写入，文件原样未动。\n")
    assert "13800138000" not in err
    assert (root / CASE).read_bytes() == RECORD.encode()


def test_what_is_missing_is_explained_with_an_example(root: Path) -> None:
    assert "  金额（必填）：实际支付的金额。例：金额=37.5万元" in event(root, "支付")[2].splitlines()


def test_help_for_one_kind(root: Path) -> None:
    code, out, _ = event(root, "支付", "--help")
    assert code == 0
    assert out.startswith("「支付」可以写：\n  日期（必填）：")
    assert "行政处罚" in anxin("event", "--help").stdout


def test_the_help_of_a_kind_says_what_may_be_chosen() -> None:
    listed = described("列入失信名单").splitlines()
    assert listed[8].startswith("  决定书载明：决定书已载明的内容，应有五项。可选：列入事由、列入依据、联合")
    assert "  结果（必填）：核实结果。可选：成立、不成立。例：结果=不成立" in described("异议核实").splitlines()
    assert "  金额（必填）：实际支付的金额。例：金额=37.5万元" in described("支付").splitlines()


def test_errors_that_were_there_before_do_not_stand_in_the_way(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构乙公司}\n行业: 甲", "cases/2026/yk-2026-0002.yml")
    casebook.write_bytes(RECORD.encode())
    assert event(casebook.root, "立案", "--date", "2026-03-05")[0] == 0


def test_a_case_that_is_not_there(root: Path) -> None:
    for number, said in {
        "yk-2026-0002": "没有这件案件：找不到 cases/2026/yk-2026-0002.yml。核对编号；新案件用 anxin new case。",
        "yk-2026-2": "编号的写法不对：写成 yk-2026-0001 这样。",
    }.items():
        done = anxin("event", "--root", root, number, "立案")
        assert (done.returncode, done.stderr.splitlines()[0]) == (2, said)


def test_an_act_that_there_is_not(root: Path) -> None:
    code, out, err = event(root, "支附")
    assert (code, out) == (2, "")
    assert err == "没有这个事项。是否想写「支付」？\n没有写入，文件原样未动。\n"


def test_nothing_is_written_that_no_rule_has_seen(root: Path) -> None:
    (root / "content/portal.yml").write_text("城市: [", "utf-8")
    code, out, err = event(root, "支付", "金额=5万元", "--date", "2026-03-21")
    assert (code, out) == (1, "")
    assert err.startswith("content/portal.yml 读不通")
    assert (root / CASE).read_bytes() == RECORD.encode()


def test_a_disk_that_refuses_is_no_bug_of_ours(root: Path) -> None:
    (root / "cases/2026/.yk-2026-0001.yml.new").mkdir()
    code, _, err = event(root, "立案", "--date", "2026-03-05")
    assert (code, err.splitlines()[0]) == (
        1,
        "文件写不进去（那里是一个文件夹），什么都没有改动；核对文件夹的权限和磁盘空间。",
    )
    assert (root / CASE).read_bytes() == RECORD.encode()
