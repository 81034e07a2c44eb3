"""Whatever a page says of the law names its article: every page of the built site is walked, block by block.

What counts as a legal statement is a choice, and this is it: a paragraph, an item of a list, a row of a table or a
value that holds a word of duty or of right (应当, 不得, 必须, 有权), of sanction (责令, 罚款, 加付, 清偿, 追究), a
term (5个工作日, 15日内, 1年内), or that one 可以 apply, demand, sue or complain. It is covered where it cites itself,
where its question is answered with an article, or where something under the same heading does. Not meant: the
three sentences that open a lesson (its list of articles closes it), cases told, what was done to one unit, mere
doors. Law that is told in none of these words is not seen here; the checks C7xx ask more of lessons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

import pytest

from generator.law.articles import anchors
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import SITE

_TERM: Final = r"[\d一二三四五六七八九十]+(?:个工作日|[日年]以?内|个月内)"
_RIGHT: Final = r"可以[^。；，]{0,12}(?:申请|要求|起诉|复议|仲裁|投诉|举报|要[两二]倍)"
STATEMENT: Final = re.compile(rf"应当|不得|必须|有权|责令|罚款|加付|清偿|追究|{_TERM}|{_RIGHT}")
_STORY: Final = re.compile(r"(?:虚构|真实)案例。")
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_BLOCKS: Final = _HEADINGS | {"p", "li", "tr", "dd", "dt", "summary", "caption"}
_SKIPPED: Final = frozenset({"script", "style", "nav", "form"})
_VOID: Final = frozenset({"br", "img", "input", "meta", "link", "source", "hr", "wbr"})
_STANDING: Final = re.compile(r"(?:help|lessons|tools|firms|repair|about)\b")
"""Pages that editors write; the others are poured from records."""

ELSEWHERE: Final = {
    ("accessibility/", "看不清、点不准"): "about this site, no law",
    ("data/winter/", "新收："): "how a figure is counted",
    ("data/api/", "可申请移出"): "the name of a column",
    ("data/api/", "事项"): "the name of a column",
    ("lookup/", "您被这家单位欠薪"): "leads to the hotline",
    ("firms/repair/", "罚款、判决、"): "says what the page is not about",
    ("tools/surcharge/", "先投诉"): "what to do next",
    ("firms/check/", "被责令改正了"): "leads to the page for firms",
}
"""What has a word of the law in it and states none, by page and beginning."""


@dataclass(slots=True)
class Block:
    """What stands between two ends of a line, with the articles that it leads to."""

    tag: str
    text: str = ""
    cited: list[str] = field(default_factory=list)
    linked: str = ""
    """The part of it that leads somewhere."""
    quiz: bool = False


class Reader(HTMLParser):
    """The text of a page in sections: a heading and what follows it."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[list[Block]] = [[]]
        self._open: list[str] = []
        self._quiz = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section at a heading, a block at what ends a line."""
        said = dict(attrs)
        if tag in _VOID:
            return
        self._open.append(tag)
        if said.get("class") == "lesson-quiz":
            self._quiz = len(self._open)
        if not self._is_read():
            return
        if tag in _HEADINGS and not self._quiz:
            self.sections.append([])
        if tag in _BLOCKS and not (tag != "tr" and "tr" in self._open[:-1]):
            self.sections[-1].append(Block(tag, quiz=self._quiz > 0))
        anchor = (said.get("href") or "").partition("laws/#")[2]
        if tag == "a" and anchor and self.sections[-1]:
            self.sections[-1][-1].cited.append(anchor)

    def handle_endtag(self, tag: str) -> None:
        """Close what stands open inside, too."""
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
        if tag in _BLOCKS and "tr" not in self._open:
            self.sections[-1].append(Block(""))
        if len(self._open) < self._quiz:
            self._quiz = 0

    def handle_data(self, data: str) -> None:
        """Text belongs to the block that was begun last."""
        if self._is_read() and self.sections[-1]:
            block = self.sections[-1][-1]
            block.text += data
            block.linked += data if "a" in self._open else ""

    def _is_read(self) -> bool:
        return "main" in self._open and _SKIPPED.isdisjoint(self._open)


def read(html: str) -> list[list[Block]]:
    reader = Reader()
    reader.feed(html)
    return reader.sections


def states(address: str, section: list[Block], block: Block) -> bool:
    """True where a block says something of the law that has to be cited."""
    text = block.text.strip()
    if block.tag in _HEADINGS or not STATEMENT.search(text) or _STORY.match(text):
        return False
    is_door = _plain(block.linked) == _plain(text)
    is_fact = block.tag == "dd" and address.startswith("disclosures/bulletins/")
    is_reminder = bool(section) and section[0].text.startswith("记住三句话")
    told = any(address == page and text.startswith(first) for page, first in ELSEWHERE)
    return not (is_door or is_fact or is_reminder or told)


def _plain(text: str) -> str:
    return re.sub(r"[\s、，。：]", "", text)


def is_covered(section: list[Block], block: Block) -> bool:
    return bool(block.cited) or any(other.cited for other in section)


@pytest.fixture(scope="module")
def pages(frames: Frames) -> dict[str, list[list[Block]]]:
    """Every page of the site but that of the laws, and what a code opens, which cites in plain text."""
    return {
        page.path.removesuffix("index.html"): read(render(page, frames).decode())
        for page in plan(SITE, frames)
        if page.path.endswith(".html") and not page.path.startswith(("laws/", "Q/"))
    }


def test_every_statement_of_law_names_its_article(pages: dict[str, list[list[Block]]]) -> None:
    bare = [
        (address, block.text.strip())
        for address, section, block in _statements(pages)
        if not is_covered(section, block)
    ]
    assert bare == []


def test_most_name_it_on_the_spot(pages: dict[str, list[list[Block]]]) -> None:
    """In what editors write; the rest leans on its heading, a question on its answer."""
    written = [(one, two, block) for one, two, block in _statements(pages) if _STANDING.match(one) and not block.quiz]
    at_once = [block for _, _, block in written if block.cited]
    print(f"{len(written)} statements, {len(at_once)} cite in the same block")  # noqa: T201 - the report
    assert len(written) >= 140
    assert len(at_once) / len(written) >= 0.9


def test_every_link_to_the_law_leads_to_an_article(pages: dict[str, list[list[Block]]]) -> None:
    cited = {anchor for blocks in map(_flat, pages.values()) for block in blocks for anchor in block.cited}
    assert len(cited) >= 100
    assert cited - anchors() == set()


def test_every_page_that_teaches_or_advises_cites(pages: dict[str, list[list[Block]]]) -> None:
    """Guides for workers, lessons, calculators and pages for firms; doors and forms to fill in state nothing."""
    silent = {
        address
        for address, sections in pages.items()
        if re.match(r"(?:help|tools|firms)/.+|lessons/\w+/\d\d", address)
        and not any(block.cited for block in _flat(sections))
    }
    assert silent == {"help/phone/"}, "what to say on the phone"


def test_what_is_left_out_is_still_there(pages: dict[str, list[list[Block]]]) -> None:
    """An exception for a text that is gone is gone too."""
    texts = {address: [block.text.strip() for block in _flat(sections)] for address, sections in pages.items()}
    assert [key for key in ELSEWHERE if not any(text.startswith(key[1]) for text in texts[key[0]])] == []


@pytest.mark.parametrize(
    ("body", "bare"),
    [
        ('<p>单位应当付（<a href="../laws/#wages-3">第三条</a>）。</p>', []),
        ("<p>单位应当付。</p>", ["单位应当付。"]),
        ("<h2>甲</h2><p>不得扣。</p><h2>乙</h2><p><a href='laws/#wages-3'>第三条</a></p>", ["不得扣。"]),
        ("<h2>甲</h2><ul><li>不得扣。</li></ul><p><a href='laws/#wages-3'>第三条</a></p>", []),
        ("<table><tr><td>责令改正</td><td><p>5个工作日</p></td></tr></table>", ["责令改正5个工作日"]),
        ("<p>打电话不收费。</p><p><a href='x/'>30日内起诉</a></p><nav><p>应当</p></nav>", []),
        ("<h2>记住三句话</h2><ol><li>一年内去仲裁。</li></ol><p>虚构案例。 责令改正。</p>", []),
        (
            (
                '<div class="lesson-quiz"><h3>行吗？</h3><details><summary>不得收</summary><p>'
                '<a href="laws/#wages-3">第三条</a></p></details></div><p>可以向法院起诉。</p>'
            ),
            [],
        ),
    ],
)
def test_what_is_seen_and_what_is_not(body: str, bare: list[str]) -> None:
    page = {"help/": read(f"<main>{body}</main>")}
    found = [block.text.strip() for _, section, block in _statements(page) if not is_covered(section, block)]
    assert found == bare


def _flat(sections: list[list[Block]]) -> list[Block]:
    return [block for section in sections for block in section]


def _statements(pages: dict[str, list[list[Block]]]) -> Iterator[tuple[str, list[Block], Block]]:
    for address, sections in pages.items():
        for section in sections:
            for block in section:
                if states(address, section, block):
                    yield address, section, block
