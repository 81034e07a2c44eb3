"""Nothing private is repeated: not a file's name, a key, a line that is no YAML, a note, the engine's own words."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

import pytest

from generator.cli.source import NOTES
from generator.model import catalogue
from generator.model.case import Approval, Case, Employer
from generator.model.event import Event
from generator.model.worksite import Worksite
from tests.casebook import Casebook
from tests.cli.anxin import anxin
from tests.records.drawn import records

SHIPPED = Path(__file__).parents[2]
NUMBER = "13800138000"


@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab"])
def test_a_file_name(casebook: Casebook, style: str) -> None:
    for year in ("2025", "2026"):
        casebook.write("样例: true\n单位: {名称: 虚构甲公司}", f"cases/{year}/{NUMBER}.yml")
    done = anxin("check", "--root", casebook.root, "--format", style)
    assert done.returncode == 1
    assert NUMBER not in done.stdout + done.stderr


@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab"])
def test_a_key_that_is_a_name(casebook: Casebook, style: str) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n欠薪:\n  张三: 3000元")
    done = anxin("check", "--root", casebook.root, "--format", style)
    assert done.returncode == 1
    assert "张三" not in done.stdout


@pytest.mark.parametrize(
    "line",
    [
        "投诉人: 王小明",
        "联系: {姓名: 王小明, 住: 王小明家}",
        "经过: [{日期: 2026-02-30, 事项: 受理, 投诉人: 王小明}]",
    ],
)
def test_what_stands_under_a_key_like_no_other(casebook: Casebook, line: str) -> None:
    """There is no key for a complainant: whoever makes one up has written the name beside it."""
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲公司}}\n{line}")
    told = anxin("check", "--root", casebook.root).stdout
    assert "错误 R203: 没有这一项" in told
    assert "王小明" not in told


def test_a_line_that_is_no_yaml_shows_its_keys_and_signs(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n备注: 工人王小明: 欠三千")
    done = anxin("check", "--root", casebook.root)
    assert done.stdout.splitlines()[:2] == [
        "cases/2026/yk-2026-0001.yml:2:10: 错误 R103: 这里不该再出现冒号",
        "    2 | 备注: ▇▇▇▇▇: ▇▇▇",
    ]


def test_a_note_on_a_line_with_another_mistake(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-02-30, 事项: 立案, 备注: 找王小明}]")
    done = anxin("check", "--root", casebook.root)
    assert "2026-02-30" in done.stdout
    assert "王小明" not in done.stdout


def test_without_a_sound_portal_private_facts_are_still_found(casebook: Casebook) -> None:
    casebook.portal["镇街"] = "[]"
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n备注: 李四等21名")
    done = anxin("check", "--root", casebook.root)
    assert "错误 C401" in done.stdout
    assert "李四" not in done.stdout


def test_pages_and_their_files(tmp_path: Path) -> None:
    for name in ("content", "cases"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    shutil.copy(SHIPPED / "mkdocs.yml", tmp_path / "mkdocs.yml")
    picture = tmp_path / f"content/pages/{NUMBER}.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    plan, leak = anxin("build", "--root", tmp_path, "--plan"), anxin("build", "--root", tmp_path)
    page = tmp_path / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + f"\n[甲](tel-{NUMBER}.md)\n", encoding="utf-8")
    broken = anxin("build", "--root", tmp_path)
    assert (plan.returncode, leak.returncode, broken.returncode) == (0, 3, 1)
    for done in (plan, leak, broken):
        assert NUMBER not in done.stdout + done.stderr


def test_a_note_behind_a_full_width_colon(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n备注：找王小明\n行业: 其他")
    assert anxin("check", "--root", casebook.root).stdout.splitlines()[:2] == [
        "cases/2026/yk-2026-0001.yml:2:3: 错误 R103: 冒号是全角的",
        "    2 | 备注：▇▇▇▇",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "备注: 找王小明, 电话在他那里",
        "备注: '找''王小明, 他在'",
        '备注: "找, 王小明"',
        "经过: [{备注: '找, 王小明', 日期: 2026-02-30, 事项: 立案}]",
        '经过: [{日期: 2026-02-30, 备注: "找, 王小明", 事项: 立案}]',
    ],
)
def test_a_note_in_any_writing(casebook: Casebook, line: str) -> None:
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲公司}}\n{line}  \n备注 : 1")
    assert "王小明" not in anxin("check", "--root", casebook.root).stdout


def test_a_list_of_a_file_that_is_no_yaml(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n经过:\n  - 王小明 [\n  王小刚: 1\n备注: x")
    done = anxin("check", "--root", casebook.root)
    assert "R103" in done.stdout
    assert "王小" not in done.stdout


def test_a_private_fact_on_two_lines(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n违法事实: 拖欠王小明\n  等21名劳动者工资。")
    done = anxin("check", "--root", casebook.root)
    assert "王小明" not in done.stdout


def test_a_link_to_elsewhere_is_not_opened(casebook: Casebook, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yml"
    outside.write_text("密码: 一二三四五\n", encoding="utf-8")
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    (casebook.root / "cases/2026/yk-2026-0002.yml").symlink_to(outside)
    done = anxin("check", "--root", casebook.root)
    assert "R111" in done.stdout
    assert "密码" not in done.stdout


def test_a_reason_and_a_comment_on_a_line_with_another_mistake(casebook: Casebook) -> None:
    casebook.write(
        """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-02-30, 事项: 不予受理, 理由: 王小明已经申请仲裁}
          - {日期: 2026-02-31, 事项: 立案, 说明: 王小明住院} # 王小明来过
        """
    )
    done = anxin("check", "--root", casebook.root)
    assert "2026-02-30" in done.stdout
    assert "2026-02-31" in done.stdout
    assert "王小明" not in done.stdout


def test_a_key_that_is_a_name_and_stands_twice(casebook: Casebook) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}\n王小明: 1\n王小明: 2\n行业: 其他\n行业: 制造业")
    done = anxin("check", "--root", casebook.root)
    assert done.stdout.count("错误 R106") == 2
    assert "    6 | 行业: 制造业" in done.stdout
    assert "王小明" not in done.stdout


def test_every_text_that_a_record_keeps_inside_is_covered() -> None:
    """Words of a list in portal.yml are not: there the word itself is what has to be mended."""
    listed = {"渠道", "承办", "部门", "已告知", "岗位"}
    inside = {
        key
        for model in (Case, Employer, Approval, *get_args(get_args(Event)[0]), *records(Worksite))
        for key, info in catalogue.fields(model).items()
        if (entry := catalogue.entry(info)) and not entry.public and str in {*catalogue.kinds(info)}
    }
    assert inside - listed == set(NOTES)


@pytest.mark.parametrize(
    "words",
    [
        ("check", f"--{NUMBER}"),
        (NUMBER,),
        ("new", NUMBER),
        ("export", f"/nowhere/{NUMBER}.xlsx"),
        ("export", f"{NUMBER}.xlsx", "--template"),
        ("import", f"{NUMBER}.xlsx"),
        ("event", NUMBER, "支付"),
        ("event", "yk-2026-0001", NUMBER),
        ("event", "yk-2026-0001", "支付", f"{NUMBER}=1"),
        ("event", "yk-2026-0001", "支付", NUMBER),
        ("fmt", f"{NUMBER}.yml"),
    ],
)
def test_words_of_a_call(casebook: Casebook, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    monkeypatch.chdir(casebook.root)
    done = anxin(*words, PYTHONPATH=str(SHIPPED))
    assert done.stdout + done.stderr
    assert NUMBER not in done.stdout + done.stderr
