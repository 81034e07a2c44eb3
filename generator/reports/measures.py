"""指标: what is counted, how, and what the records do not hold; none is made up, and none is 0 for want of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import islice
from typing import Final

from generator.law.crime import named, of_wages
from generator.law.procedure import void
from generator.model.case import Case
from generator.model.event import Closed, CriminalCaseOpened, Event, Handled, Listed, Mended, Paid, Penalised, Received
from generator.reports import teaching
from generator.reports.count import Count, Unit
from generator.reports.span import Span
from generator.reports.teaching import Taught

_SETTLED: Final = frozenset({"工资已付清", "达成调解"})
_TRIED: Final = _SETTLED | {"转立案查处"}


@dataclass(frozen=True, slots=True)
class Matter:
    """A case as it is counted on a day."""

    record: Case
    events: tuple[Event, ...]
    """What has happened by then, in the order of the fold."""
    inspections: frozenset[str]
    """Channels by which no complaint comes in."""
    as_of: date

    def complaints(self) -> Iterator[Received]:
        """What came in as a complaint."""
        found = (event for event in self.events if isinstance(event, Received))
        return (event for event in found if event.channel not in self.inspections)


@dataclass(frozen=True, slots=True)
class Dated:
    """What one act adds to a figure, on its day: any days can be summed up without the record."""

    on: date
    count: Count


Counting = Callable[[Matter], Iterator[Dated]]
OfSessions = Callable[[Taught, Span], Count | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `title` is also how content/figures.yml calls it where the city has published one."""

    key: str
    title: str
    unit: Unit
    how: str
    """How it is counted, or why it is not recorded."""
    count: Counting | None = None
    """How it is counted in a case; None for what the cases do not hold."""
    taught: OfSessions | None = None
    """How it is counted over all sessions; None for what the sessions do not hold."""
    by_town: bool = True
    """False where the parts of a town say nothing."""


def total(unit: Unit, dated: Iterable[Dated], span: Span) -> Count:
    """What the acts of some days add up to."""
    nothing = Count(0, 0) if unit is Unit.SHARE else Count(0)
    return reduce(Count.plus, (one.count for one in dated if span.holds(one.on)), nothing)


_ONE: Final = Count(1)


def _complaints(matter: Matter) -> Iterator[Dated]:
    return (Dated(event.on, _ONE) for event in matter.complaints())


def _settled(matter: Matter) -> Iterator[Dated]:
    first = next(matter.complaints(), None)
    if first is not None:
        ends = (event.on for event in matter.events if event.on >= first.on and _settles(event))
        yield from (Dated(on, _ONE) for on in islice(ends, 1))


def _settles(event: Event) -> bool:
    return isinstance(event, Mended) or (isinstance(event, Closed) and event.outcome in _SETTLED)


def _recovered(matter: Matter) -> Iterator[Dated]:
    for event in matter.events:
        if isinstance(event, Paid):
            yield Dated(event.on, Count(event.amount.fen, approximate=event.amount.approximate))


def _mediated(matter: Matter) -> Iterator[Dated]:
    for event in matter.events:
        if isinstance(event, Closed) and event.outcome in _TRIED:
            yield Dated(event.on, Count(int(event.outcome in _SETTLED), 1))


def _decided(matter: Matter) -> Iterator[Dated]:
    return _standing(matter, Penalised, Handled)


def _listed(matter: Matter) -> Iterator[Dated]:
    return _standing(matter, Listed)


def _standing(matter: Matter, *kinds: type[Event]) -> Iterator[Dated]:
    made = (event for event in matter.events if isinstance(event, kinds))
    return (Dated(event.on, _ONE) for event in made if not void(event, matter.events, matter.as_of))


def _criminal(matter: Matter) -> Iterator[Dated]:
    for event, offence in named(matter.events):
        if isinstance(event, CriminalCaseOpened) and of_wages(offence):
            yield Dated(event.on, _ONE)


_NO_RECORD: Final = "案件记录里没有这一项；公布过的，写在 content/figures.yml"

MEASURES: Final[tuple[Measure, ...]] = (
    Measure("consultations", "劳资相关问题咨询", Unit.CASES, _NO_RECORD),
    Measure(
        "complaints",
        "欠薪投诉",
        Unit.CASES,
        "「接到投诉」的次数，算在接到的那天；「检查」一类渠道不是投诉，不算",
        _complaints,
    ),
    Measure(
        "settled",
        "消除欠薪隐患",
        Unit.MATTERS,
        "有人投诉的案件，第一次写明「改正完毕」，或者「回复销号」结果是工资已付清、达成调解的那天；一件算一次",
        _settled,
    ),
    Measure("recovered", "为劳动者挽回经济损失", Unit.FEN, "「支付」的金额之和；「约」「余」按写出的数算", _recovered),
    Measure(
        "mediated",
        "劳动争议调解成功率",
        Unit.SHARE,
        "「回复销号」结果是工资已付清、达成调解、转立案查处的，前两种占多少；不成的调解没有单独的记录",
        _mediated,
    ),
    Measure(
        "decided",
        "行政处罚（处理）",
        Unit.MATTERS,
        "「行政处罚」「行政处理」的件数，后来撤销、确认无效的不算",
        _decided,
    ),
    Measure(
        "listed",
        "列入失信联合惩戒对象名单",
        Unit.MATTERS,
        "「列入失信名单」的件数，后来撤销的不算；到期、移出的仍算",
        _listed,
    ),
    Measure("criminal", "公安机关刑事立案", Unit.MATTERS, "「刑事立案」的件数，只算拒不支付劳动报酬罪", _criminal),
    Measure(
        "sessions",
        "开工第一课大型培训会",
        Unit.SESSIONS,
        "种类是开工第一课、形式是培训会的场次，算在开的那天；取消的、没有写「形式」的不算",
        taught=teaching.sessions,
    ),
    Measure(
        "firms",
        "培训企业",
        Unit.FIRMS,
        "开过的场次写的「首次」之和：一家单位一年算一次；有企业到场而没有写「首次」的，写「至少」",
        taught=teaching.firms,
    ),
    Measure(
        "sites-covered",
        "工程项目培训覆盖",
        Unit.SHARE,
        "到期末为止，没有撤销安薪码的工地里，当年在工地上开过开工第一课的占多少；没有登记的不在里面，往年也照现在登记的算",
        taught=teaching.sites_covered,
        by_town=False,
    ),
    Measure(
        "firms-covered",
        "其他企业培训覆盖",
        Unit.SHARE,
        "当年到期末为止的「首次」之和，占 portal.yml「宣讲」里其他企业总数的多少；没有写总数就没有，往年的总数也没有",
        taught=teaching.firms_covered,
        by_town=False,
    ),
)
"""Every figure, in the order in which the city reports them. What gets a record gets its `count` or `taught` here."""
