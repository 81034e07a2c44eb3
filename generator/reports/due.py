"""到期: the clocks that run on a day, most urgent first, and who has to act; no unit and no person is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generator.law.calendar import WorkCalendar
from generator.law.clock import Deadline
from generator.law.procedure import void
from generator.law.standing import in_order
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Case, MediaDisclosure
from generator.model.event import Assigned, Event

PROMISE: Final = "服务承诺（117），不是法定期限"
TO_CONFIRM: Final = "期限待主管部门确认（portal.yml「办理期限」）"
NOBODY: Final = "未分派"

_PROMISED: Final = frozenset({"接收投诉", "联系当事人", "办结投诉"})
_THEIRS: Final = frozenset({"提出异议"})
"""Terms of the unit: nothing is late when they run out, but nobody may decide before."""

_ENDED_WITH: Final = frozenset({"公开失信名单"})
"""Nothing is left to do once the matter has gone on, nor to add to the record."""

_HANDLED: Final = frozenset(
    {"立案", "责令改正", "行政处罚", "行政处理", "移送公安", "列入失信名单", "改正完毕", "回复销号", "不予受理"}
)
OVERTAKEN: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(("接收投诉", "办结投诉", "决定是否受理"), _HANDLED),
        **dict.fromkeys(("联系当事人", "告知延长调查", "告知中止调查"), _HANDLED - {"立案"}),
        "提出异议": frozenset({"列入失信名单", "不予列入", "改正完毕"}),
        "公开失信名单": frozenset({"移出名单"}),
    }
)
"""Clock → acts after which the matter has plainly gone on without the act that the clock waits for."""


class Turn(StrEnum):
    """Whose move a clock is."""

    DUTY = "待办"
    """The bureau has to act."""
    THEIRS = "等当事人"
    """The unit may act; the bureau waits."""
    UNRECORDED = "待补记"
    """The matter went on, and the record lacks the act."""


@dataclass(frozen=True, slots=True)
class Due:
    """One running clock of one case."""

    number: str
    sample: bool
    office: str
    """Whom the case was last assigned to, else its town, else NOBODY."""
    town: str | None
    name: str
    turn: Turn
    since: date
    day: date
    """The last day of the term."""
    provisional: bool
    working: bool
    """True where `left` counts working days."""
    left: int
    """Days from the day asked about to the last day; below zero days over it. Working days where the clock has them."""
    over: bool
    length: str
    source: str
    """The article, or that it is a promise, or that the term has to be confirmed."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Every running clock at `as_of`, as it was asked for."""

    as_of: date
    within: int | None
    """Only what ends within so many calendar days; None for all."""
    items: tuple[Due, ...]

    @property
    def urgent(self) -> tuple[Due, ...]:
        """Duties that are over their term, or end on the day or within the days asked for."""
        until = self.as_of + timedelta(days=self.within or 0)
        return tuple(one for one in self.of(Turn.DUTY) if one.day <= until)

    def of(self, turn: Turn) -> tuple[Due, ...]:
        """The clocks of one kind."""
        return tuple(one for one in self.items if one.turn is turn)


def desk(ledger: Ledger, offices: Collection[str] = (), within: int | None = None) -> Desk:
    """The running clocks of all cases; of all offices where none is named."""
    return laid_out(ledger.as_of, (one for case in ledger.cases for one in clocks(case, ledger)), offices, within)


def laid_out(as_of: date, found: Iterable[Due], offices: Collection[str] = (), within: int | None = None) -> Desk:
    """The clocks that were asked for, the one that ends first before the others."""
    until = None if within is None else as_of + timedelta(days=within)
    kept = (one for one in found if _meant(one, offices) and (until is None or one.day <= until))
    return Desk(as_of, within, tuple(sorted(kept, key=_urgency)))


def _urgency(one: Due) -> tuple[date, bool, str, str]:
    return one.day, one.source == PROMISE, one.number, one.name


def _meant(one: Due, offices: Collection[str]) -> bool:
    return not offices or one.office in offices or one.town in offices


def by_office(items: Iterable[Due]) -> dict[str, list[Due]]:
    """The clocks of each office, the offices in the order of their most urgent clock."""
    found: dict[str, list[Due]] = {}
    for one in items:
        found.setdefault(one.office, []).append(one)
    return found


def clocks(case: LedgerCase, ledger: Ledger) -> Iterator[Due]:
    """The running clocks of one case; of the ledger only day and calendar are asked, no other case."""
    if only_reprinted(case.record):
        return  # a report says what came of a case, not how its complaint was handled
    happened = [event for event in in_order(case.record.events) if event.on <= ledger.as_of]
    for clock in case.deadlines:
        turn = _turn(clock, happened, ledger.as_of) if clock.stop is None else None
        if turn:
            yield _due(case, clock, turn, happened, ledger)


def only_reprinted(record: Case) -> bool:
    """True where all that is known of a case comes from a report: no file of the bureau's stands behind it."""
    told = record.disclosures
    return bool(told) and all(isinstance(disclosure, MediaDisclosure) for disclosure in told)


def _turn(clock: Deadline, happened: Sequence[Event], as_of: date) -> Turn | None:
    """None where nobody has to act any more."""
    later = {event.kind for event in _after(clock.start, happened)}
    overtaken = not later.isdisjoint(OVERTAKEN.get(clock.name, ()))
    if clock.name in _THEIRS:
        return None if overtaken or clock.due.day < as_of else Turn.THEIRS
    if void(clock.start, happened, as_of) or (overtaken and clock.name in _ENDED_WITH):
        return None  # what was to be shown has no force any more
    return Turn.UNRECORDED if overtaken else Turn.DUTY


def _after(start: Event, happened: Sequence[Event]) -> Sequence[Event]:
    place = next((place for place, event in enumerate(happened) if event is start), -1)
    return happened[place + 1 :]


def _due(case: LedgerCase, clock: Deadline, turn: Turn, happened: Sequence[Event], ledger: Ledger) -> Due:
    record, due, as_of = case.record, clock.due, ledger.as_of
    return Due(
        number=case.number,
        sample=record.sample,
        office=_office(record, happened),
        town=record.town,
        name=clock.name,
        turn=turn,
        since=clock.since,
        day=due.day,
        provisional=due.provisional,
        working=clock.length.working,
        left=_left(as_of, due.day, ledger.calendar, working=clock.length.working),
        over=due.day < as_of,
        length=str(clock.length),
        source=_source(clock),
    )


def _office(record: Case, happened: Sequence[Event]) -> str:
    assigned = [event.office for event in happened if isinstance(event, Assigned)]
    return assigned[-1] if assigned else record.town or NOBODY


def _left(as_of: date, last: date, calendar: WorkCalendar, *, working: bool) -> int:
    if not working:
        return (last - as_of).days
    return calendar.between(as_of, last) if last >= as_of else -calendar.between(last, as_of)


def _source(clock: Deadline) -> str:
    if clock.article:
        return str(clock.article)
    return PROMISE if clock.name in _PROMISED else TO_CONFIRM
