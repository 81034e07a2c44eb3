"""指标: what is counted, how, and what the records do not hold; none is made up, and none is 0 for want of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from itertools import islice
from typing import Final

from generator.law.crime import named, of_wages
from generator.law.procedure import void
from generator.model.case import Case
from generator.model.event import Closed, CriminalCaseOpened, Event, Handled, Listed, Mended, Paid, Penalised, Received
from generator.reports.span import Span

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


class Unit(StrEnum):
    """In what a figure is told."""

    CASES = "件"
    MATTERS = "起"
    FEN = "万元"
    """Counted in 分, told in 万元."""
    SHARE = "%"
    SESSIONS = "场"
    FIRMS = "家"


@dataclass(frozen=True, slots=True)
class Count:
    """A number, or a part of a whole."""

    number: int
    of: int | None = None
    """What it is a part of; None for a plain number."""
    approximate: bool = False
    """True where an amount in it says 约 or 余."""

    def plus(self, other: Count) -> Count:
        """Both together."""
        of = None if self.of is None or other.of is None else self.of + other.of
        return Count(self.number + other.number, of, self.approximate or other.approximate)


@dataclass(frozen=True, slots=True)
class Dated:
    """What one act adds to a figure, on its day: any days can be summed up without the record."""

    on: date
    count: Count


Counting = Callable[[Matter], Iterator[Dated]]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `title` is also how content/figures.yml calls it where the city has published one."""

    key: str
    title: str
    unit: Unit
    how: str
    """How it is counted, or why it is not recorded."""
    count: Counting | None = None
    """None for what the records do not hold."""


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
_NO_SESSIONS: Final = "培训场次的记录还没有接入；公布过的，写在 content/figures.yml"

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
    Measure("sessions", "开工第一课大型培训会", Unit.SESSIONS, _NO_SESSIONS),
    Measure("firms", "培训企业", Unit.FIRMS, _NO_SESSIONS),
    Measure("sites-covered", "工程项目培训覆盖", Unit.SHARE, _NO_SESSIONS),
    Measure("firms-covered", "其他企业培训覆盖", Unit.SHARE, _NO_SESSIONS),
)
"""Every figure, in the order in which the city reports them. What gets a record of its own gets its `count` here."""
