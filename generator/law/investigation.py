"""调查期限: how long an investigation may take, when its term rests, and who is told of a delay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from generator.law.articles import INSPECTION, ZHEJIANG_INSPECTION
from generator.law.clock import Deadline, History, after, complaints, deadline, first, of
from generator.model import event as acts
from generator.model.event import Event
from generator.model.values import Days

INVESTIGATE: Final = Days(60, working=True)
INVESTIGATE_LONGER: Final = Days(90, working=True)
TELL: Final = Days(3)

_DAY: Final = timedelta(days=1)


def investigation(known: History) -> Iterator[Deadline]:
    """An investigation has a result by art 18 within 60 working days of filing, 30 more where approved.

    In Zhejiang the term rests while the investigation is suspended in time (浙江监察条例 art 30).
    """
    for start in of(known, acts.Filed):
        stop = first(known, start, "责令改正", "行政处罚", "行政处理", "撤销立案", "移送公安", "改正完毕")
        length = INVESTIGATE_LONGER if _extended(known, start) else INVESTIGATE
        term = deadline(known, "完成调查", start, stop, length, INSPECTION.art(17))
        rested = _rested(known, term) if known.settings.zhejiang else term
        if rested:
            yield rested


def extension_notice(known: History) -> Iterator[Deadline]:
    """Zhejiang: whoever complained is told in writing within three days that the investigation takes longer."""
    for start in of(known, acts.Filed):
        since = _extended(known, start)
        if since:
            yield from _notice(known, "告知延长调查", start, "延长调查期限", since)


def suspension_notice(known: History) -> Iterator[Deadline]:
    """Zhejiang: whoever complained is told in writing within three days that the investigation rests."""
    for start in of(known, acts.Suspended):
        yield from _notice(known, "告知中止调查", start, "中止调查", start.on)


def _extended(known: History, filed: acts.Filed) -> date | None:
    return filed.extended if filed.extended and filed.extended <= known.as_of else None


def _notice(known: History, name: str, start: Event, about: str, since: date) -> Iterator[Deadline]:
    """The three days of 浙江监察条例 art 30, where somebody had complained before the investigation began."""
    if not known.settings.zhejiang or not any(other.on <= start.on for other in complaints(known)):
        return
    told = (other for other in after(known, start) if isinstance(other, acts.ComplainantTold) and other.about == about)
    stop = next((other for other in told if other.on >= since), None)
    term = deadline(known, name, start, stop, TELL, ZHEJIANG_INSPECTION.art(30), since=since)
    yield replace(term, due=known.calendar.open_day(term.due.day))


def _rested(known: History, term: Deadline) -> Deadline | None:
    """A term with the working days added on which it rested; None while it rests."""
    count, due = term.length.count, term.due
    for begin, end in _rests(known, term):
        if begin > due.day:
            break  # the term had run out before
        if end is None:
            return None
        count += known.calendar.between(begin - _DAY, end)
        due = known.calendar.after(term.since, count)
    return replace(term, due=due)


def _rests(known: History, term: Deadline) -> Iterator[tuple[date, date | None]]:
    """First and last day of each suspension after a filing; a result ends the one that was not lifted."""
    ends = (acts.Resumed, acts.Filed)
    begin: date | None = None
    for event in after(known, term.start):
        if event is term.stop:
            break
        if begin is None and isinstance(event, acts.Suspended):
            begin = event.on
        elif begin is not None and isinstance(event, ends):
            yield begin, event.on
            begin = None
    if begin is not None:
        yield begin, term.stop.on if term.stop else None
