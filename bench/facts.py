"""What our detail pages say, as plain values, and the frame round it: the same for every generator beside ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bench.ours import DAY
from generator import routes
from generator.cli.telling import Opened, open_disclosed
from generator.disclosure.public import PublicCase, PublicEvent, PublicGround
from generator.law.articles import Article

NAME: Final = "@NAME@"
NUMBER: Final = "@NUMBER@"
Pairs = list[list[str]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round the facts of a case on our own page; NAME and NUMBER are where they differ."""

    before: str
    after: str


def cases(root: Path) -> list[dict[str, object]]:
    """Every public case as values that JSON holds."""
    opened = open_disclosed(root, date.fromisoformat(DAY))
    if not isinstance(opened, Opened):
        raise SystemExit("the city does not pass its own check")
    return [_case(one) for one in opened.disclosed.site.cases]


def frame(site: Path, number: str) -> Frame:
    """The frame, cut out of our own page of one case."""
    page = (site / routes.file_of(routes.case(number))).read_text("utf-8")
    name = re.search(r"<h1>(.*?)</h1>", page)
    if not name:
        raise SystemExit("our own page has no heading any more")
    page = page.replace(name[1], NAME).replace(number, NUMBER)
    before, _, rest = page.partition('<div class="case-head"')
    return Frame(before, rest[rest.index('<section class="remedies"') :])


def _case(case: PublicCase) -> dict[str, object]:
    sums = [("拖欠金额", case.amount), ("涉及人数", case.headcount)]
    facts = [
        ("违法行为", "、".join(case.violations)),
        ("欠薪期间", case.period),
        ("统一社会信用代码（注册号）", case.employer.credit_code),
        ("法定代表人（负责人）", case.employer.representative),
        ("单位地址", case.employer.address),
        ("项目", case.project),
        ("行业", case.industry),
        ("所在镇街", case.town),
        ("主要违法事实", case.facts),
    ]
    return {
        "number": case.number,
        "name": case.employer.name,
        "status": case.status,
        "since": _day(case.since),
        "until": _day(case.until),
        "sums": _pairs(sums),
        "facts": _pairs(facts),
        "steps": [_step(event) for event in case.timeline],
        "listing": _listing(case),
        "grounds": [_ground(ground) for ground in case.grounds],
    }


def _step(event: PublicEvent) -> dict[str, object]:
    return {
        "on": _day(event.on),
        "title": event.title,
        "facts": _pairs(list(event.facts)),
        "cites": _cites(event.articles),
    }


def _listing(case: PublicCase) -> dict[str, object] | None:
    found = case.listing
    if found is None:
        return None
    facts = [("列入决定", _day(found.decided)), ("列入期限至", _day(found.last_day)), ("列入事由", found.reason)]
    return {"facts": _pairs(facts), "persons": [[one.name, one.role] for one in found.persons]}


def _ground(ground: PublicGround) -> dict[str, object]:
    return {
        "name": ground.basis.heading,
        "text": ground.explanation,
        "until": _day(ground.until),
        "cites": _cites(ground.articles),
    }


def _cites(articles: tuple[Article, ...]) -> Pairs:
    return [[str(article), f"../../laws/#{article.anchor}"] for article in articles]


def _pairs(pairs: list[tuple[str, str | None]] | list[tuple[str, str]]) -> Pairs:
    return [[label, text] for label, text in pairs if text]


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
