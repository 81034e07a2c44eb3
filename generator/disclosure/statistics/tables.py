"""案件、人数、金额: the tables of how many cases there were, of what kind, and how much was owed and paid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from generator.disclosure.public import Basis, EndedCase, Ending, PublicCase, PublicCount, PublicTable
from generator.disclosure.statistics.counted import Census, Counted
from generator.disclosure.statistics.grouping import Group, Part, groups, large_enough, rows, whole
from generator.disclosure.statistics.stages import Stage, stage_of
from generator.model.case import Industry, Violation
from generator.model.portal import Portal

YEARS: Final = 10
"""Years with a group of their own. They are counted back from the last day and not read off the records: that a year
is named must not tell that something happened in it."""
_EARLIER: Final = "更早"
_UNDATED: Final = "没有记日期"
_UNSAID: Final = "没有注明"

_SUMS: Final = {"people-by-year": "涉及劳动者", "owed-by-year": "拖欠金额", "paid-by-year": "追回的工资"}
_ENDINGS: Final = {
    Ending.EXPIRED: "公示期满",
    Ending.REMOVED: "移出名单",
    Ending.WITHDRAWN: "决定变更或者撤销，撤回公开",
}

Said = tuple[str, int, bool]
"""A group, what a case adds to it, and whether that is approximate."""


@dataclass(frozen=True, slots=True)
class Question:
    """One table: what it asks of every case."""

    slug: str
    title: str
    over: str
    unit: str
    rest: str
    """The counter of its groups, e.g. 个镇街."""
    how: str
    labels: tuple[str, ...]
    """Every group that there could be."""
    ask: Callable[[Counted, date], Iterable[Said]]
    ranked: bool = False
    """True where the largest group comes first, and not the order of the labels."""


def questions(portal: Portal, until: date) -> tuple[Question, ...]:
    """Every table that all cases go into, in reading order."""
    years = (_EARLIER, *(f"{year}年" for year in range(until.year - YEARS + 1, until.year + 1)))
    return (
        Question(
            *("cases-by-year", "各年的案件", "年份", "件", "个年份"),
            "每件案件算一次，算在最早一件经过（一般是接到投诉）的那一年。",
            (*years, _UNDATED),
            _year,
        ),
        Question(
            *("cases-by-town", "各镇街的案件", "镇街", "件", "个镇街"),
            "每件案件算一次，算在记录写明的镇街。",
            (*portal.towns, _UNSAID),
            _town,
            ranked=True,
        ),
        Question(
            *("cases-by-industry", "各行业的案件", "行业", "件", "个行业"),
            "每件案件算一次，算在记录写明的行业。",
            (*get_args(Industry), _UNSAID),
            _industry,
            ranked=True,
        ),
        Question(
            *("cases-by-violation", "各种违法行为", "违法行为", "件次", "种违法行为"),
            "一件案件有几种违法行为，就在每一种里各算一次，所以合计会多于案件数。",
            (*get_args(Violation), _UNSAID),
            _violations,
            ranked=True,
        ),
        Question(
            *("people-by-year", "各年涉及的劳动者", "年份", "人", "个年份"),
            "把写明了人数的案件的人数相加，算在案件的那一年；没有写人数的案件没有算进去。同一个人在两件案件里，会算两次。",
            (*years, _UNDATED),
            _people,
        ),
        Question(
            *("owed-by-year", "各年的拖欠金额", "年份", "元", "个年份"),
            "把写明了金额的案件的拖欠金额相加，算在案件的那一年；没有写金额的案件没有算进去，已经支付的没有减去。",
            (*years, _UNDATED),
            _owed,
        ),
        Question(
            *("paid-by-year", "各年追回的工资", "年份", "元", "个年份"),
            "把记录里每一笔「支付」的金额相加，算在支付的那一年，不是案件的那一年。",
            years,
            _paid,
        ),
    )


Answers = Mapping[str, dict[str, Group]]
"""Question → its groups."""


def answers(asked: Iterable[Question], counted: Census) -> Answers:
    """Every case asked once."""
    return {one.slug: groups(_parts(one, counted), one.labels) for one in asked}


def table(asked: Question, answered: Answers, until: date) -> PublicTable:
    """One question's table."""
    found = rows(answered[asked.slug], asked.unit, asked.rest)
    counts = tuple(sorted(found or (), key=_rank)) if asked.ranked else found or ()
    return PublicTable(asked.slug, asked.title, asked.over, asked.how, until, counts, withheld=found is None)


def _rank(count: PublicCount) -> tuple[bool, bool, int]:
    """The largest first. What stands in the row of the rest keeps its order: by size it would tell the sizes."""
    return bool(count.merged), count.label == _UNSAID, -(count.number or 0)


def totals(asked: Iterable[Question], answered: Answers, counted: Census) -> PublicTable:
    """How many cases, people and how much money in all."""
    cases = PublicCount("登记的案件", len(counted.cases), "件")
    sums = (count for one in asked if one.slug in _SUMS for count in _total(one, whole(answered[one.slug])))
    how = "人数和拖欠金额，只有写明了的案件才算得进去；追回的工资，是记录里每一笔「支付」相加。"
    return PublicTable("totals", "合计", "项目", how, counted.until, (cases, *sums))


def _total(asked: Question, found: Group) -> Iterator[PublicCount]:
    if found.number:
        number = found.number if large_enough(found.secrets) else None
        yield PublicCount(_SUMS[asked.slug], number, asked.unit, approximate=found.approximate)


def open_cases(counted: Census) -> PublicTable:
    """How many cases are open at the end of the month, whoever they are of."""
    found = [one for one in counted.cases if stage_of(one) is Stage.OPEN]
    shown = large_enough({one.number for one in found if one.secret})
    count = PublicCount("未结的案件", len(found) if shown else None, "件")
    how = "已经登记、还没有付清工资、回复销号或者移送司法机关的案件。"
    return PublicTable("open", "未结的案件", "项目", how, counted.until, (count,) if counted.cases else ())


def bases(cases: Iterable[PublicCase], on: date) -> PublicTable:
    """Public cases by the bases that show them: no secret, so every number is shown."""
    shown = [ground.basis for case in cases for ground in case.grounds]
    counts = tuple(PublicCount(basis.heading, shown.count(basis), "件次") for basis in Basis)
    how = "现在正在公开的案件；一件案件有几种依据，就在每一种里各算一次。"
    return PublicTable("cases-by-basis", "正在公开的案件", "公开依据", how, on, counts if shown else ())


def endings(ended: Iterable[EndedCase], on: date) -> PublicTable:
    """Disclosures that are over, by how they ended: each has its page that says so, so every number is shown."""
    found = [case.how for case in ended]
    counts = tuple(PublicCount(words, found.count(how), "件", len(found)) for how, words in _ENDINGS.items())
    how = "曾经公开、现在已经不再公开的案件，按最后一种依据怎样结束来算。"
    return PublicTable("endings", "已经停止公开的案件", "怎样停止", how, on, counts if found else ())


def _parts(asked: Question, counted: Census) -> Iterator[Part]:
    known = frozenset(asked.labels)
    for one in counted.cases:
        for label, number, approximate in asked.ask(one, counted.until):
            yield Part(label if label in known else asked.labels[-1], number, one.number, one.secret, approximate)


def year_of(one: Counted, until: date) -> str:
    """The year in which a case began, as tables name it."""
    return _named(one.steps[0].on, until) if one.steps else _UNDATED


def _named(day: date, until: date) -> str:
    return f"{day.year}年" if day.year > until.year - YEARS else _EARLIER


def _year(one: Counted, until: date) -> Iterator[Said]:
    yield year_of(one, until), 1, False


def _town(one: Counted, _: date) -> Iterator[Said]:
    yield one.case.town or _UNSAID, 1, False


def _industry(one: Counted, _: date) -> Iterator[Said]:
    yield one.case.industry or _UNSAID, 1, False


def _violations(one: Counted, _: date) -> Iterator[Said]:
    yield from ((label, 1, False) for label in dict.fromkeys(one.case.violations or (_UNSAID,)))


def _people(one: Counted, until: date) -> Iterator[Said]:
    if one.case.people:
        yield year_of(one, until), one.case.people.number, one.case.people.approximate


def _owed(one: Counted, until: date) -> Iterator[Said]:
    if one.case.owed:
        yield year_of(one, until), one.case.owed.number, one.case.owed.approximate


def _paid(one: Counted, until: date) -> Iterator[Said]:
    for step in one.steps:
        if step.paid:
            yield _named(step.on, until), step.paid.number, step.paid.approximate
