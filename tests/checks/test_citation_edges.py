"""Citations on pages: what the rules say of less common writings, and the way out that they name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.checks import check_all
from generator.checks.examples import AS_OF, CASE, portal_text
from generator.cli import ledger as command
from generator.ledger import Ledger, fold
from generator.model.portal import Portal
from generator.records import yaml
from generator.records.decode import decode
from generator.records.load import PORTAL, Course, Records
from generator.records.page import Page
from tests.casebook import Casebook

Said = tuple[str, str, int, int, str]
LAWS: Final = Page("content/pages/laws.md", "## 目录 { #contents }\n<!-- view: articles -->\n")


def ledger(*pages: Page, day: date = AS_OF) -> Ledger:
    node, _ = yaml.read(portal_text().encode(), PORTAL)
    assert node
    portal, _ = decode(Portal, node, PORTAL)
    assert portal
    return fold(Records(portal, None, (), (), (), course=Course(pages=pages)), portal, day)


def said(*pages: Page) -> list[Said]:
    found = check_all(ledger(*pages))
    return [(one.code, one.span.file, one.span.line, one.span.column, one.hint) for one in found]


def hint(text: str, file: str = "content/pages/help.md") -> list[tuple[str, str]]:
    return [(code, way) for code, _, _, _, way in said(Page(file, text))]


def test_a_sound_page_and_its_contents() -> None:
    """Links to an article, to a law as a whole, to what the page of laws says itself, and to that page."""
    links = ("[《劳动法》第五十条](laws.md#labour-50)", "[《劳动法》](laws.md#labour)", "[目录](laws.md#contents)")
    assert said(Page("content/pages/help.md", "，".join((*links, "[全部](laws.md)"))), LAWS) == []


def test_what_the_page_of_laws_does_not_say_itself_is_missed() -> None:
    page = Page("content/pages/help.md", "[目录](laws.md#content)")
    assert said(page, LAWS) == [("C720", page.file, 1, 1, "是否想写「#contract」？")]


def test_a_link_to_nothing_is_answered_by_its_text_or_by_the_nearest_anchor() -> None:
    assert hint("[《劳动法》第五十条](laws.md#wages-3000)")[0] == ("C720", "是否想写「#labour-50」？")
    assert hint("[第五十条](laws.md#wages-3000)")[0] == ("C720", "是否想写「#wages-30」？")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("《劳动法》第五十条", "写成 [《劳动法》第五十条](laws.md#labour-50)"),
        ("《中华人民共和国劳动法》第五十条", "写成 [《中华人民共和国劳动法》第五十条](laws.md#labour-50)"),
        ("《名单办法》第十一条", "写成 [《名单办法》第十一条](laws.md#order45-11)"),
        ("《刑法》第二百七十六条之一", "写成 [《刑法》第二百七十六条之一](laws.md#criminal-276-1)"),
        ("《劳动法》第九百条", "目录里没有《劳动法》第九百条：请维护人员核对原文后加进去"),
        ("《某某法》第一条", "目录里没有《某某法》：请维护人员核对原文后加进去，或者不写第几条"),
        ("照第五十条办", "写成链接，指向 laws.md 里的这一条"),
    ],
)
def test_the_way_out_is_the_link_itself(text: str, way: str) -> None:
    assert hint(text) == [("C721", way)]


def test_a_bare_number_belongs_to_the_law_named_last_before_it() -> None:
    text = "[《劳动法》](laws.md#labour)和[《劳动合同法》](laws.md#contract)第三十条"
    assert hint(text) == [("C721", "写成 [第三十条](laws.md#contract-30)")]


def test_the_way_leads_up_from_a_folder() -> None:
    assert hint("《劳动法》第五十条", "content/pages/lessons/workers/index.md") == [
        ("C721", "写成 [《劳动法》第五十条](../../laws.md#labour-50)")
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[《刑法》第二百七十六条之一](laws.md#criminal-276-1)", []),
        ("[《刑法》第二百七十六条](laws.md#criminal-276-1)", ["C722"]),
        ("[《刑法》第二百七十六条之二](laws.md#criminal-276-1)", ["C722"]),
        ("[第三十条](laws.md#wages-30)", []),
        ("[总包先付](laws.md#wages-30)", []),
        ('<a href="laws.md#wages-31">第三十条</a>', ["C722"]),
        ("[《某某法》第三十条](laws.md#wages-30)", ["C722"]),
        ("`《劳动法》第一条` <!-- 《劳动法》第一条 -->", []),
    ],
)
def test_text_and_link_agree(text: str, codes: list[str]) -> None:
    assert [code for code, _ in hint(text)] == codes


def test_only_the_page_of_laws_holds_the_articles() -> None:
    assert said(Page("content/pages/other.md", "# 别的\n")) == []
    assert [one[:2] for one in said(Page(LAWS.file, "# 法律条文\n"))] == [("C723", LAWS.file)]


def test_a_link_to_a_page_that_is_not_there_is_the_engine_s_business() -> None:
    assert said(Page("content/pages/help.md", "[别处](none.md#x) [这里](#low)\n<p id='low'></p>")) == [
        ("C724", "content/pages/help.md", 1, 17, "在 content/pages/help.md 的标题后面写 { #low }，或者改链接")
    ]


def test_pages_are_looked_at_where_there_are_many_records_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Casebook(tmp_path).write("单位: {名称: 虚构甲公司}\n样例: true\n", CASE)
    book.write_bytes("《劳动法》第五十条\n".encode(), "content/pages/help.md")
    whole = book.problems()
    assert [(one.code, one.span.file) for one in whole if one.code == "C721"] == [("C721", "content/pages/help.md")]
    monkeypatch.setattr(command, "WORTH_FORKING", 0)
    assert command.problems_of(tmp_path, None) == whole
