"""名单到哪天: when a listing ends, from when its removal can be asked for, until when one can appeal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.law.articles import LITIGATION, ORDER36, ORDER45, REVIEW
from generator.law.calculator.step import Sentence, Step, day, moment, step
from generator.law.calendar import WorkCalendar
from generator.law.clock import term_end
from generator.law.deadlines import REMOVE, TAKE_DOWN
from generator.law.standing import (
    LISTING_MONTHS,
    REMOVAL_MONTHS,
    REPAIR_MONTHS,
    listing_end,
    removal_start,
    repair_start,
)
from generator.law.terms import Term, months_after

REVIEW_DAYS: Final = Term(60, REVIEW.art(20))
SUIT_MONTHS: Final = Term(6, LITIGATION.art(46))

NUMBERS: Final[Mapping[str, int | str]] = {
    "listing.months": LISTING_MONTHS.count,
    "listing.removal_months": REMOVAL_MONTHS.count,
    "listing.repair_months": REPAIR_MONTHS,
    "listing.repair_since": ORDER36.effective.isoformat(),
    "listing.take_down": TAKE_DOWN.count,
    "listing.remove": REMOVE.count,
    "listing.review": REVIEW_DAYS.count,
    "listing.suit": SUIT_MONTHS.count,
    "listing.since": ORDER45.effective.isoformat(),
}

_REMOVAL: Final = (REMOVAL_MONTHS.article,)

SENTENCES: Final[Mapping[str, Sentence]] = {
    "listing.removal": Sentence("从{from}起，可以申请提前移出；还要书面承诺不再欠薪。", _REMOVAL),
    "listing.removal_late": Sentence("满6个月是{from}，名单{last}已经期满，不用申请提前移出。", _REMOVAL),
    "listing.unmended": Sentence("还没有改正，提前移出的日子算不出来。先付清工资，再算。", _REMOVAL),
    "listing.barred": Sentence("有不得提前移出的情形，要等期满。", (ORDER45.art(13),)),
    "listing.end": Sentence("名单的最后一天：从作出决定的{decided}起三年，到{last}。", (LISTING_MONTHS.article,)),
    "listing.take_down": Sentence(
        f"期满以后{TAKE_DOWN.count}个工作日内移出名单、停止公开，最晚{{by}}。", (ORDER45.art(17),)
    ),
    "listing.six_months": Sentence(
        f"决定是{{decided}}作出的，改正是{{mended}}：从晚的那天起满{REMOVAL_MONTHS.count}个月，是{{from}}。", _REMOVAL
    ),
    "listing.applied_early": Sentence("{applied}还没有满6个月，这时申请，条件不够。", _REMOVAL),
    "listing.decision": Sentence(
        f"部门收到申请{REMOVE.count}个工作日内决定：{{applied}}收到的，最晚{{by}}。", (ORDER45.art(14),)
    ),
    "listing.repair": Sentence(
        f"「信用中国」网站的修复是另一件事：最短公示期可能是{REPAIR_MONTHS}个月，要到{{from}}。"
        "它和6个月怎样衔接，没有定论，申请以前先问承办部门。",
        (ORDER36,),
    ),
    "listing.review": Sentence(
        f"不服列入决定：{{served}}收到决定书，{REVIEW_DAYS.count}日内可以申请行政复议，到{{last}}。",
        (ORDER45.art(18), REVIEW_DAYS.article),
    ),
    "listing.suit": Sentence(
        f"也可以直接向法院起诉，{SUIT_MONTHS.count}个月内，到{{last}}。", (ORDER45.art(18), SUIT_MONTHS.article)
    ),
}


@dataclass(frozen=True, slots=True)
class Stay:
    """What a unit knows of its own listing."""

    decided: date
    mended: date | None = None
    barred: bool = False
    """New arrears while listed, or criminal proceedings for refusing to pay (ORDER45 art 13)."""
    applied: date | None = None
    served: date | None = None


def listing(stay: Stay, calendar: WorkCalendar) -> tuple[Step, ...]:
    """The days of a listing decided since 名单办法 is in force."""
    last = listing_end(stay.decided)
    by = term_end(last, TAKE_DOWN, calendar)
    return (
        *_removal(stay, last),
        step("listing.end", decided=day(stay.decided), last=day(last)),
        step("listing.take_down", by=moment(by)),
        *_application(stay, calendar),
        step("listing.repair", **{"from": day(repair_start(stay.decided))}),
        *_appeal(stay.served),
    )


def _removal(stay: Stay, last: date) -> Iterator[Step]:
    if stay.barred:
        yield step("listing.barred")
        return
    if stay.mended is None:
        yield step("listing.unmended")
        return
    start = removal_start(stay.decided, stay.mended)
    if start > last:
        yield step("listing.removal_late", last=day(last), **{"from": day(start)})
    else:
        yield step("listing.removal", **{"from": day(start)})
    told = {"decided": day(stay.decided), "mended": day(stay.mended), "from": day(start)}
    yield Step("listing.six_months", told)


def _application(stay: Stay, calendar: WorkCalendar) -> Iterator[Step]:
    if stay.applied is None:
        return
    if stay.mended and stay.applied < removal_start(stay.decided, stay.mended):
        yield step("listing.applied_early", applied=day(stay.applied))
    yield step("listing.decision", applied=day(stay.applied), by=moment(term_end(stay.applied, REMOVE, calendar)))


def _appeal(served: date | None) -> Iterator[Step]:
    if served:
        last = served + timedelta(days=REVIEW_DAYS.count)
        yield step("listing.review", served=day(served), last=day(last))
        yield step("listing.suit", last=day(months_after(served, SUIT_MONTHS.count)))
