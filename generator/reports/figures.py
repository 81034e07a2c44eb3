"""统计: the figures of some days beside those of the days before and of the year before, by town and by industry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, get_args

from generator.law.clock import settings_of
from generator.law.standing import in_order
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Industry
from generator.reports.count import Count, Unit
from generator.reports.due import only_reprinted
from generator.reports.measures import MEASURES, Counting, Dated, Matter, Measure, total
from generator.reports.span import Span, before, year_ago
from generator.reports.teaching import Taught, taught

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
    """One town or industry: its part of each measure, in the order of those that are told by town or industry."""

    label: str
    counts: tuple[Count | None, ...]
    """None where the records do not say."""


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of some days."""

    as_of: date
    span: Span
    before: Span
    year_ago: Span
    cases: int
    """How many cases were looked at."""
    sessions: int
    """How many sessions were looked at."""
    began: date | None
    """The first day of which the cases hold anything; None where they hold nothing."""
    taught_from: date | None
    """The same of the sessions."""
    samples: bool
    """True where invented cases were counted too."""
    figures: tuple[Figure, ...]
    towns: tuple[Group, ...]
    industries: tuple[Group, ...]


def by_town() -> list[Measure]:
    """The figures that are told of each town."""
    return [measure for measure in MEASURES if measure.by_town and (measure.count or measure.taught)]


def by_industry() -> list[Measure]:
    """The figures that are told of each industry: a session is of none."""
    return [measure for measure in MEASURES if measure.count]


def _counted() -> list[tuple[Measure, Counting]]:
    """The figures that the cases hold, with how each is counted."""
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
        acts=tuple(tuple(counting(matter)) for _, counting in _counted()),
    )


def report(ledger: Ledger, span: Span, *, samples: bool = False) -> Report:
    """Count the days of a span up to the ledger's date; invented records only where asked for, reprinted never."""
    return summed_up(ledger, [count(case, ledger) for case in ledger.cases], span, samples=samples)


def summed_up(ledger: Ledger, found: Iterable[Counted | None], span: Span, *, samples: bool = False) -> Report:
    """The figures of what was counted, and of the ledger's sessions; its own cases are not asked."""
    matters = [one for one in found if one and (samples or not one.sample)]
    outreach = taught(ledger, samples=samples)
    now = span.until(ledger.as_of)
    earlier, ago = before(now), year_ago(now)
    began = min((one.began for one in matters if one.began), default=None)
    known = _Known(matters, outreach, began, outreach.began)
    return Report(
        as_of=ledger.as_of,
        span=now,
        before=earlier,
        year_ago=ago,
        cases=len(matters),
        sessions=len(outreach.held),
        began=began,
        taught_from=outreach.began,
        samples=samples,
        figures=tuple(
            Figure(
                measure,
                known.of(measure, now),
                known.of(measure, earlier),
                known.of(measure, ago),
                _published(ledger, measure.title, now),
            )
            for measure in MEASURES
        ),
        towns=_towns(known, now, ledger.portal.record.towns),
        industries=_industries(known, now),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is counted: everything, or the part of one town or industry."""

    matters: Sequence[Counted]
    outreach: Taught
    began: date | None
    taught_from: date | None

    def of(self, measure: Measure, span: Span) -> Count | None:
        """None for what is not recorded and for days before there were records: nothing is 0 for want of one."""
        if measure.count:
            return _total(measure, self.matters, span) if _recorded(self.began, span) else None
        if measure.taught:
            return measure.taught(self.outreach, span) if _recorded(self.taught_from, span) else None
        return None


def _recorded(began: date | None, span: Span) -> bool:
    return began is not None and span.last >= began


def _total(measure: Measure, matters: Iterable[Counted], span: Span) -> Count:
    place = next(place for place, (one, _) in enumerate(_counted()) if one is measure)
    return total(measure.unit, (act for matter in matters for act in matter.acts[place]), span)


def _towns(known: _Known, span: Span, towns: Sequence[str]) -> tuple[Group, ...]:
    labels = [*towns, *sorted({one.town for one in known.outreach.held}.difference(towns))]
    inside = _split(known.matters, labels, lambda one: one.town)
    parts = {
        town: replace(known, matters=matters, outreach=known.outreach.within(town)) for town, matters in inside.items()
    }
    return _groups(parts, span, by_town())


def _industries(known: _Known, span: Span) -> tuple[Group, ...]:
    inside = _split(known.matters, get_args(Industry), lambda one: one.industry)
    parts = {industry: replace(known, matters=matters) for industry, matters in inside.items()}
    return _groups(parts, span, by_industry())


def _split(
    matters: Sequence[Counted], labels: Sequence[str], label_of: Callable[[Counted], str | None]
) -> dict[str, list[Counted]]:
    """In the order of the settings; what names none of the labels comes last."""
    found: dict[str, list[Counted]] = {label: [] for label in (*labels, UNSAID)}
    for matter in matters:
        found.setdefault(label_of(matter) or UNSAID, []).append(matter)
    return found


def _groups(parts: Mapping[str, _Known], span: Span, measures: Sequence[Measure]) -> tuple[Group, ...]:
    """Groups in which something was counted."""
    made = (Group(label, tuple(part.of(measure, span) for measure in measures)) for label, part in parts.items())
    return tuple(group for group in made if any(count and (count.number or count.of) for count in group.counts))


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
    least = "至少" if count.least else ""
    if unit is Unit.SHARE:
        return f"{least}{_share(count)}"
    about = "约" if count.approximate else ""
    return f"{least}{about}{_number(count, unit)}{unit}"


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
