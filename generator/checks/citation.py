"""引用: whether every article that a page names is listed, and leads to what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from posixpath import dirname, relpath
from typing import Final

from generator.checks.rule import Finding, ledger_check
from generator.law.articles import Article, anchors, chinese_number, named, summaries
from generator.ledger import Ledger
from generator.problems import Span, nearest
from generator.records.page import PAGES, Link, Page

LAWS: Final = f"{PAGES}/laws.md"
_SLOT: Final = "<!-- view: articles -->"
_CITED: Final = re.compile(r"(?:《([^《》]+)》)?第([一二三四五六七八九十百千零]+)条(?:之([一二三四五六七八九]))?")
_TITLE: Final = re.compile(r"《([^《》]+)》")


@ledger_check("C720")
def linked_article_is_listed(ledger: Ledger) -> Iterator[Finding]:
    """页面里指向法律条文的链接，指向的条文在目录里有。

    ✓ content/pages/help/site.md
        欠薪要付清（[《保障农民工工资支付条例》第十六条](../laws.md#wages-16)）。

    ✗ content/pages/help/site.md
        欠薪要付清（[《保障农民工工资支付条例》第十六条](../laws.md#wage-16)）。

    ✗ content/pages/help/site.md
        欠薪要付清（[《保障农民工工资支付条例》第九十条](../laws.md#wages-90)）。
    """
    for page in ledger.pages:
        for link in _to_laws(page):
            if link.fragment and link.fragment not in anchors() | _own(ledger):
                meant = next((one.anchor for one in _cited(link.text)), None) or nearest(link.fragment, _known())
                hint = f"是否想写「#{meant}」？" if meant else "核对编号；目录里没有的条文，请维护人员核对原文后加进去"
                yield Finding(link.span, f"法律条文里没有「{link.fragment}」", hint)


@ledger_check("C721")
def citation_is_linked(ledger: Ledger) -> Iterator[Finding]:
    """页面里写到的「第几条」，都链接到法律条文页，看的人点一下就知道说的是什么。

    ✓ content/pages/help/site.md
        包工头跑了，总包先付（[《保障农民工工资支付条例》第三十条](../laws.md#wages-30)）。

    ✗ content/pages/help/site.md
        包工头跑了，总包先付（《保障农民工工资支付条例》第三十条）。

    ✗ content/pages/help/site.md
        包工头跑了，总包先付（[《保障农民工工资支付条例》](../laws.md#wages)第三十条）。

    ✗ content/pages/help/site.md
        包工头跑了，总包先付（[《保障农民工工资支付条例》第三十条](https://example.org/)）。

    ✗ content/pages/help/site.md
        工地上要有铜牌（《虚构市铜牌办法》第三条）。
    """
    for page in ledger.pages:
        for number, line in page.between():
            for found in _CITED.finditer(line):
                place = Span(page.file, number, found.start() + 1, len(found[0]))
                yield Finding(place, f"「{found[0]}」没有链接", _mend(page, number, found))
        for link in page.links:
            if link.target != LAWS and _CITED.search(link.text):
                yield Finding(link.span, "法条的链接没有指向法律条文页", "指向 laws.md 里的这一条")


@ledger_check("C722")
def linked_article_is_the_named_one(ledger: Ledger) -> Iterator[Finding]:
    """链接上写的是哪一条，就指向哪一条；一个链接只写一条。

    ✓ content/pages/help/site.md
        （[《劳动合同法》第三十条](../laws.md#contract-30)、[第八十五条](../laws.md#contract-85)）

    ✗ content/pages/help/site.md
        （[《劳动合同法》第八十五条](../laws.md#contract-58)）

    ✗ content/pages/help/site.md
        （[《劳动法》第三十条](../laws.md#contract-30)）

    ✗ content/pages/help/site.md
        （[第三十条、第三十一条](../laws.md#wages-30)）
    """
    for page in ledger.pages:
        for link in _to_laws(page):
            article = _by_anchor().get(link.fragment)
            if article and any(not _agrees(found, article) for found in _CITED.finditer(link.text)):
                hint = f"「{link.fragment}」是{article}；改文字，或者改链接"
                yield Finding(link.span, "链接上写的，和它指向的不是同一条", hint)


@ledger_check("C723")
def page_of_laws_holds_its_articles(ledger: Ledger) -> Iterator[Finding]:
    """法律条文页放着全部条文：页面里有 <!-- view: articles --> 这一行。

    ✓ content/pages/laws.md
        # 法律条文
        <!-- view: articles -->

    ✗ content/pages/laws.md
        # 法律条文
    """
    for page in ledger.pages:
        if page.file == LAWS and _SLOT not in page.text:
            hint = f"在页面最后单独写一行 {_SLOT}"
            yield Finding(Span(page.file), "法律条文页里没有放条文，别处的链接会落空", hint)


@ledger_check("C724")
def linked_place_exists(ledger: Ledger) -> Iterator[Finding]:
    """链接指向页面里的一处，那一处有这个名字：标题后面写着 { #名字 }。

    ✓ content/pages/help.md content/pages/help/site.md
        ## 别的渠道 { #channels }
        ---
        [别的渠道](../help.md#channels)

    ✗ content/pages/help.md content/pages/help/site.md
        ## 别的渠道
        ---
        [别的渠道](../help.md#channels)
    """
    pages = {page.file: page for page in ledger.pages}
    for page in ledger.pages:
        for link in page.links:
            aim = pages.get(link.target)
            if link.fragment and aim and aim.file != LAWS and link.fragment not in aim.ids:
                hint = f"在 {aim.file} 的标题后面写 {{ #{link.fragment} }}，或者改链接"
                yield Finding(link.span, f"那一页里没有「#{link.fragment}」", hint)


def _to_laws(page: Page) -> Iterator[Link]:
    return (link for link in page.links if link.target == LAWS)


def _own(ledger: Ledger) -> frozenset[str]:
    return next((page.ids for page in ledger.pages if page.file == LAWS), frozenset())


def _mend(page: Page, number: int, found: re.Match[str]) -> str:
    """The very link to write, where the law is known from the citation or from what stands before it."""
    title = found[1] or _before(page, number, found.start())
    law = named(title) if title else None
    if title and law is None:
        return f"目录里没有《{title}》：请维护人员核对原文后加进去，或者不写第几条"
    article = law.art(*_numbers(found)) if law else None
    if article is None:
        return "写成链接，指向 laws.md 里的这一条"
    if article.anchor not in anchors():
        return f"目录里没有{article}：请维护人员核对原文后加进去"
    return f"写成 [{found[0]}]({relpath(LAWS, dirname(page.file))}#{article.anchor})"


def _before(page: Page, number: int, start: int) -> str | None:
    """The law that was named last on the same line."""
    line = dict(page.lines)[number][:start]
    return next((title for title in reversed(_TITLE.findall(line))), None)


def _cited(text: str) -> Iterator[Article]:
    for found in _CITED.finditer(text):
        law = named(found[1]) if found[1] else None
        article = law.art(*_numbers(found)) if law else None
        if article and article.anchor in anchors():
            yield article


def _agrees(found: re.Match[str], article: Article) -> bool:
    law = named(found[1]) if found[1] else article.law
    return law is article.law and _numbers(found) == (article.number, article.inserted)


def _numbers(found: re.Match[str]) -> tuple[int, int]:
    return _read().get(found[2], 0), _read().get(found[3] or "", 0)


@cache
def _read() -> Mapping[str, int]:
    """Every number of an article as it is written."""
    return {chinese_number(number): number for number in range(1, 2000)}


@cache
def _by_anchor() -> Mapping[str, Article]:
    return {article.anchor: article for article in summaries()}


@cache
def _known() -> list[str]:
    return sorted(anchors())
