"""统计: the figures of some days beside those of the days before and of the year before, by town and by industry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, get_args

from generator.law.clock import settings_of
from generator.law.standing import in_order
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Industry
from generator.reports.due import only_reprinted
from generator.reports.measures import MEASURES, Count, Counting, Dated, Matter, Measure, Unit, total
from generator.reports.span import Span, before, year_ago

UNRECORDED: Final = "未记录"
UNSAID: Final = "没有写明"
_FEN_PER_WAN: Final = 100 * 10**4


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with what it is compared with; None where the records do not hold it."""

    measure: Measure
    now: Count | None
    before: Count | None
    year_ago: Count | None
    published: str | None
    """What the city has published of it within these days, as its source words it."""


@dataclass(frozen=True, slots=True)
class Group:
    """One town or industry: the figures of the days, in the order of what can be counted."""

    label: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of some days."""

    as_of: date
    span: Span
    before: Span
    year_ago: Span
    cases: int
    """How many cases were looked at."""
    began: date | None
    """The first day of which the records hold anything; None where they hold nothing."""
    samples: bool
    """True where invented cases were counted too."""
    figures: tuple[Figure, ...]
    towns: tuple[Group, ...]
    industries: tuple[Group, ...]


def counted() -> list[tuple[Measure, Counting]]:
    """The figures that the records hold, with how each is counted."""
    return [(measure, measure.count) for measure in MEASURES if measure.count]


@dataclass(frozen=True, slots=True)
class Counted:
    """All that figures of any days need of one case; it names nobody."""

    sample: bool
    town: str | None
    industry: str | None
    began: date | None
    """The day of its first act; None where none has happened."""
    acts: tuple[tuple[Dated, ...], ...]
    """What counts, figure by figure, in the order of what can be counted."""


def count(case: LedgerCase, ledger: Ledger) -> Counted | None:
    """What one case adds to figures; None for a reprinted one. Of the ledger only day and settings are asked."""
    record, as_of = case.record, ledger.as_of
    if only_reprinted(record):
        return None
    happened = tuple(event for event in in_order(record.events) if event.on <= as_of)
    matter = Matter(record, happened, settings_of(ledger.portal.record).inspections, as_of)
    return Counted(
        sample=record.sample,
        town=record.town,
        industry=record.industry,
        began=min((event.on for event in happened), default=None),
        acts=tuple(tuple(counting(matter)) for _, counting in counted()),
    )


def report(ledger: Ledger, span: Span, *, samples: bool = False) -> Report:
    """Count the days of a span up to the ledger's date; invented cases only where asked for, reprinted ones never."""
    return summed_up(ledger, [count(case, ledger) for case in ledger.cases], span, samples=samples)


def summed_up(ledger: Ledger, found: Iterable[Counted | None], span: Span, *, samples: bool = False) -> Report:
    """The figures of what was counted; the ledger's own cases are not asked."""
    matters = [one for one in found if one and (samples or not one.sample)]
    now = span.until(ledger.as_of)
    earlier, ago = before(now), year_ago(now)
    began = min((one.began for one in matters if one.began), default=None)
    portal = ledger.portal.record
    return Report(
        as_of=ledger.as_of,
        span=now,
        before=earlier,
        year_ago=ago,
        cases=len(matters),
        began=began,
        samples=samples,
        figures=tuple(
            Figure(
                measure,
                _known(measure, matters, now, began),
                _known(measure, matters, earlier, began),
                _known(measure, matters, ago, began),
                _published(ledger, measure.title, now),
            )
            for measure in MEASURES
        ),
        towns=_groups(matters, now, portal.towns, lambda one: one.town),
        industries=_groups(matters, now, get_args(Industry), lambda one: one.industry),
    )


def _known(measure: Measure, matters: Sequence[Counted], span: Span, began: date | None) -> Count | None:
    """None for what is not recorded, and for days before anybody kept these records: nothing is 0 for want of one."""
    if measure.count is None or began is None or span.last < began:
        return None
    place = next(place for place, (one, _) in enumerate(counted()) if one is measure)
    return _total(place, measure, matters, span)


def _total(place: int, measure: Measure, matters: Iterable[Counted], span: Span) -> Count:
    return total(measure.unit, (act for matter in matters for act in matter.acts[place]), span)


def _groups(
    matters: Sequence[Counted], span: Span, labels: Sequence[str], label_of: Callable[[Counted], str | None]
) -> tuple[Group, ...]:
    """Groups in which something was counted, in the order of the settings; what names none of them comes last."""
    found: dict[str, list[Counted]] = {label: [] for label in (*labels, UNSAID)}
    for matter in matters:
        found.setdefault(label_of(matter) or UNSAID, []).append(matter)
    made = (
        Group(label, tuple(_total(place, one, inside, span) for place, (one, _) in enumerate(counted())))
        for label, inside in found.items()
    )
    return tuple(group for group in made if any(count.number or count.of for count in group.counts))


def _published(ledger: Ledger, title: str, span: Span) -> str | None:
    """The newest published figure of that name whose source is of these days."""
    sets = ledger.figures.record.sets if ledger.figures else ()
    found = [
        (item.source.on, f"{one.value}{one.unit}（{one.period}，{item.source.title}，{item.source.on}）")
        for item in sets
        for one in item.figures
        if one.label == title and span.holds(item.source.on)
    ]
    return max(found)[1] if found else None


def told(count: Count | None, unit: Unit) -> str:
    """A figure as people read it; 未记录 where there is none."""
    if count is None:
        return UNRECORDED
    if unit is Unit.SHARE:
        return _share(count)
    about = "约" if count.approximate else ""
    return f"{about}{_number(count, unit)}{unit}"


def _number(count: Count, unit: Unit) -> str:
    return f"{amount(count, unit).normalize():f}"


def amount(count: Count, unit: Unit) -> Decimal:
    """The number in its unit: 万元 of what is counted in 分."""
    return Decimal(count.number) / (_FEN_PER_WAN if unit is Unit.FEN else 1)


def _share(count: Count) -> str:
    if not count.of:
        return "没有可算的"
    return f"{_percent(count)}%（{count.number}/{count.of}）"


def _percent(count: Count) -> Decimal:
    share = Decimal(100 * count.number) / Decimal(count.of or 1)
    return share.quantize(Decimal("0.1"))


def moved(now: Count | None, then: Count | None, unit: Unit) -> str:
    """How a figure differs from an earlier one: +2件, −0.5个百分点; empty where one of them is missing."""
    if now is None or then is None:
        return ""
    if unit is Unit.SHARE:
        return _signed(_percent(now) - _percent(then), "个百分点") if now.of and then.of else ""
    return _signed(amount(now, unit) - amount(then, unit), unit)


def _signed(value: Decimal, unit: str) -> str:
    if not value:
        return "持平"
    return f"{'+' if value > 0 else '−'}{abs(value).normalize():f}{unit}"
