"""Without a script every case is three clicks from home, and every list is whole across its pages."""

from __future__ import annotations

import re
from typing import Final

from generator import routes
from generator.disclosure.public import Basis
from generator.pages.engine import Frames
from generator.pages.lists.cases import CaseList, Grouping
from generator.pages.plan import HtmlPage, plan
from generator.pages.render import render
from tests.pages.lists.city import city
from tests.pages.test_render import Reader, target

CITY: Final = city(700, ended=120)


def clicks(files: dict[str, bytes], most: int) -> set[str]:
    """Every page that so many clicks can reach from home."""
    reached = {"index.html"}
    edge = reached
    for _ in range(most):
        links = {target(path, link) for path in edge for link in Reader(files[path].decode()).links if ":" not in link}
        edge = {path for path in links if path.endswith(".html") and path in files} - reached
        reached = reached | edge
    return reached


def test_every_case_is_three_clicks_from_home(frames: Frames) -> None:
    files = {page.path: render(page, frames) for page in plan(CITY, frames)}
    cases = {routes.file_of(routes.case(case.number)) for case in CITY.cases}
    assert cases - clicks(files, 3) == set()
    assert cases - clicks(files, 2) != set()


def test_every_list_is_whole_across_its_pages_and_holds_no_other_basis(frames: Frames) -> None:
    found: dict[str, list[str]] = {}
    for page in plan(CITY, frames):
        if isinstance(page, HtmlPage) and isinstance(page.subject, CaseList):
            found.setdefault(page.subject.sheet.head, []).extend(row.number for row in page.subject.sheet.rows)
    assert all(len(numbers) == len(set(numbers)) for numbers in found.values())
    for basis in Basis:
        own = {case.number for case in CITY.cases if case.grounds[0].basis is basis}
        assert set(found[routes.basis(basis)]) == own
    heads = {
        grouping: [
            page.subject.sheet.head
            for page in plan(CITY, frames)
            if isinstance(page, HtmlPage)
            and isinstance(page.subject, CaseList)
            and page.subject.whole
            and page.subject.grouping is grouping
        ]
        for grouping in Grouping
    }
    assert {grouping: len(addresses) for grouping, addresses in heads.items()} == {
        Grouping.BASIS: 4,
        Grouping.YEAR: 2,
        Grouping.TOWN: 3,
        Grouping.INDUSTRY: 2,
    }
    for addresses in heads.values():
        assert sum(len(found[address]) for address in addresses) == len(CITY.cases)


def test_older_pages_say_which_and_lead_on(frames: Frames) -> None:
    files = {page.path: render(page, frames) for page in plan(CITY, frames)}
    text = files["disclosures/2024/page-3/index.html"].decode()
    assert "2024年公开的案件（第3页） - 虚构安薪" in text
    assert '这一页 <b data-count>50</b> 件，<time datetime="2024-04-11">2024年4月11日</time>到' in text
    assert '<a rel="prev" href="../../../disclosures/2024/page-4/">' in text
    assert '<a rel="next" href="../../../disclosures/2024/page-2/">' in text
    assert 'aria-current="page">第3页 <span class="leaf-days">2024年4月至5月</span>' in text
    newest = files["disclosures/2024/index.html"].decode()
    assert "共 <b>365</b> 件。</span>这里是最新的 <b data-count>65</b> 件。" in newest
    assert 'rel="prev"' not in newest


def test_lists_of_one_basis_say_which_and_do_not_repeat_it_in_every_row(frames: Frames) -> None:
    files = {page.path: render(page, frames).decode() for page in plan(CITY, frames) if page.path.endswith(".html")}
    newest, older = "disclosures/penalties/index.html", "disclosures/penalties/page-1/index.html"
    assert _current(files[newest]) == [("disclosures/penalties/", "page")]
    assert _current(files[older]) == [("disclosures/penalties/", "true")]
    assert _current(files["disclosures/2024/index.html"]) == []
    assert 'class="row-grounds"' not in files[newest] + files[older]
    assert files["disclosures/2024/page-1/index.html"].count('class="row-grounds"') == 50


def _current(html: str) -> list[tuple[str, str]]:
    tabs = html.partition('<nav class="shelves"')[2].partition("</nav>")[0]
    return re.findall(r'<a href="[./]*([^"]*)" aria-current="(\w+)">', tabs)
