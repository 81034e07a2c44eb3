"""处理状态 as a fold: dated events in, everything derivable out; an event after `as_of` has not happened yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Final, NamedTuple, assert_never

from generator.law.articles import ORDER36, ORDER45
from generator.law.crime import of_wages
from generator.law.procedure import SAME_DAY, ends_listing, revokes, withdraws
from generator.law.terms import Term, months_after
from generator.model import event as acts
from generator.model.event import Event

LISTING_MONTHS: Final = Term(36, ORDER45.art(11))
REMOVAL_MONTHS: Final = Term(6, ORDER45.art(12))
REPAIR_MONTHS: Final = 12
"""信用修复管理办法, seen only on secondary pages: no article is cited."""

_RANK: Final = {kind: rank for rank, kind in enumerate(SAME_DAY)}


def listing_end(decided: date) -> date:
    """The last of the three years on the list (ORDER45 art 11)."""
    return months_after(decided, LISTING_MONTHS.count)


def removal_start(decided: date, mended: date) -> date:
    """First day on which early removal may be asked for by ORDER45 art 12 alone, whatever bars it.

    Six months from the later of decision and correction: the article counts from the correction, and asks for six
    months on the list.
    """
    return months_after(max(decided, mended), REMOVAL_MONTHS.count)


def repair_start(decided: date) -> date:
    """First day by the one-year minimum of 信用修复管理办法, which may or may not override ORDER45 art 12."""
    return max(months_after(decided, REPAIR_MONTHS), ORDER36.effective)


class Status(StrEnum):
    """How far a matter has come; the value is what people read."""

    NOTHING = "尚未登记"
    OPEN = "正在办理"
    ORDERED = "已责令限期改正"
    HANDLED = "已作出行政处理决定"
    PENALISED = "已作出行政处罚决定"
    LISTED = "已列入失信联合惩戒名单"
    LISTED_MENDED = "已改正，名单期限未满"
    TRANSFERRED = "涉嫌犯罪，已移送公安机关"
    CRIMINAL = "公安机关已刑事立案"
    PROSECUTED = "检察机关已提起公诉"
    JUDGED = "法院已判决"
    MENDED = "已改正"
    CLOSED = "已办结"
    DECLINED = "不予受理"
    DROPPED = "已撤销立案"
    LISTING_OVER = "失信联合惩戒名单期限已满"


_CRIMINAL: Final = (Status.TRANSFERRED, Status.CRIMINAL, Status.PROSECUTED, Status.JUDGED)
_DECIDED: Final = {"行政处罚": Status.PENALISED, "行政处理": Status.HANDLED}
_REOPENED: Final = frozenset({Status.CLOSED, Status.DECLINED, Status.DROPPED})
"""Ends of a matter that a new complaint, its acceptance or a new filing takes up again."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One stay on the list. It starts anew when a removal is revoked (ORDER45 art 15)."""

    event: acts.Listed
    decided: date
    ended: date | None = None
    """The day of a removal or a revocation: from this day on nobody is listed."""
    why_ended: str | None = None

    @property
    def last_day(self) -> date:
        """The last of the three years (ORDER45 art 11)."""
        return listing_end(self.decided)

    def in_force(self, on: date) -> bool:
        """True where the unit is on the list that day."""
        return self.decided <= on <= self.last_day and (self.ended is None or on < self.ended)


class Standing(NamedTuple):
    """Everything derived from the events up to `as_of`."""

    as_of: date
    status: Status = Status.NOTHING
    listing: Listing | None = None
    mended: date | None = None
    promised: date | None = None
    objections: tuple[acts.Objected, ...] = ()
    """Objections that nobody has answered yet, in their order."""
    prosecuted: bool = False
    """True from the criminal case on, convicted or not yet judged: no early removal then (ORDER45 art 13).

    Only for refusing to pay wages; another offence bars nothing.
    """
    offence: str | None = None
    """The offence that criminal proceedings named last; None where they named none."""
    paid_fen: int = 0
    decisions: tuple[acts.Penalised | acts.Handled, ...] = ()
    """Penalties and handlings that nobody has taken back."""
    revocations: tuple[acts.Revoked, ...] = ()

    @property
    def listed(self) -> bool:
        """True where the unit is on the list on `as_of`."""
        return self.listing is not None and self.listing.in_force(self.as_of)

    @property
    def removal_from(self) -> date | None:
        """First day on which early removal may be asked for (ORDER45 art 12).

        None before the arrears are mended, and where criminal proceedings bar it (art 13).
        """
        return None if self.prosecuted else self.earliest_removal

    @property
    def earliest_removal(self) -> date | None:
        """The same day by article 12 alone, whatever bars it."""
        if not self.listing or not self.mended:
            return None
        return removal_start(self.listing.decided, self.mended)

    @property
    def repair_from(self) -> date | None:
        """First day by the one-year minimum of 信用修复管理办法, which may or may not override ORDER45 art 12."""
        return repair_start(self.listing.decided) if self.listing else None


def in_order(events: Iterable[Event]) -> list[Event]:
    """By date, then by the written order of acts of one day, then as the file has them."""
    return sorted(events, key=lambda event: (event.on, _RANK[event.kind]))


def standing(events: Sequence[Event], as_of: date) -> Standing:
    """截至 as_of 日终的处理状态；此后的事件视为尚未发生。"""
    folded = reduce(apply, (event for event in in_order(events) if event.on <= as_of), Standing(as_of))
    if folded.listed:
        return folded._replace(status=Status.LISTED_MENDED if folded.mended else Status.LISTED)
    if folded.status is Status.LISTED:
        return folded._replace(status=Status.LISTING_OVER)
    return folded


def apply(before: Standing, event: Event) -> Standing:
    """The standing after one more event."""
    if isinstance(event, acts.Intake):
        return _take_in(before, event)
    if isinstance(event, acts.Enforcement):
        return _enforce(before, event)
    if isinstance(event, acts.ListingAct):
        return _list(before, event)
    if isinstance(event, acts.CriminalAct):
        return _prosecute(before, event)
    if isinstance(event, acts.Revoked):
        return _revoke(before, event)
    if isinstance(event, acts.Corrected | acts.TakenDown):
        return before
    assert_never(event)


def _take_in(before: Standing, event: acts.Intake) -> Standing:
    match event:
        case acts.Received() | acts.Accepted() | acts.Filed():
            again = before.status in _REOPENED
            return before._replace(status=Status.OPEN) if again else _at_least(before, Status.OPEN)
        case acts.Assigned() | acts.Contacted() | acts.Consulted():
            return _at_least(before, Status.OPEN)
        case acts.Closed():
            return _at_least(before, Status.CLOSED)
        case acts.NotAccepted():
            return _at_least(before, Status.DECLINED)
        case acts.FilingWithdrawn():
            return before._replace(status=Status.DROPPED)
        case acts.Mediated() | acts.Suspended() | acts.Resumed() | acts.ComplainantTold():
            return before
        case _:
            assert_never(event)


def _enforce(before: Standing, event: acts.Enforcement) -> Standing:
    match event:
        case acts.Ordered():
            return before._replace(status=Status.ORDERED, mended=None)
        case acts.Penalised():
            return before._replace(status=Status.PENALISED, decisions=(*before.decisions, event))
        case acts.Handled():
            return before._replace(status=Status.HANDLED, decisions=(*before.decisions, event))
        case acts.Paid():
            return before._replace(paid_fen=before.paid_fen + event.amount.fen)
        case acts.Mended():
            return before._replace(mended=event.on, status=Status.MENDED)
        case acts.PenaltyNotified() | acts.EnforcementSought():
            return before
        case _:
            assert_never(event)


def _list(before: Standing, event: acts.ListingAct) -> Standing:
    match event:
        case acts.Objected():
            return before._replace(objections=(*before.objections, event))
        case acts.ObjectionVerified():
            pending = tuple(other for other in before.objections if other.against != event.against)
            return before._replace(objections=pending)
        case acts.Listed() if not ORDER45.in_force(event.on):
            return before  # by another rule, whose term and removal nobody has confirmed to us
        case acts.Listed():
            return before._replace(listing=Listing(event, event.on), status=Status.LISTED)
        case acts.Delisted():
            return _end_listing(before, event.on, event.why)
        case acts.Promised():
            return before._replace(promised=event.on)
        case acts.ListingNotified() | acts.NotListed() | acts.RemovalSought() | acts.RemovalRefused():
            return before
        case _:
            assert_never(event)


def _prosecute(before: Standing, event: acts.CriminalAct) -> Standing:
    offence = event.offence or before.offence
    known = before._replace(offence=offence)
    prosecuted = before.prosecuted or of_wages(offence)
    match event:
        case acts.Transferred():
            return known._replace(status=Status.TRANSFERRED)
        case acts.CriminalCaseOpened():
            return known._replace(status=Status.CRIMINAL, prosecuted=prosecuted)
        case acts.Prosecuted():
            return known._replace(status=Status.PROSECUTED, prosecuted=prosecuted)
        case acts.Judged():
            return known._replace(status=Status.JUDGED, prosecuted=prosecuted)
        case acts.CriminalEnded() if before.prosecuted and not of_wages(offence):
            return before  # proceedings for another offence ended; those for refusing to pay go on
        case acts.CriminalEnded():
            return before._replace(status=_without(before, *_CRIMINAL), prosecuted=False, offence=None)
        case _:
            assert_never(event)


def _at_least(before: Standing, status: Status) -> Standing:
    return before._replace(status=status) if _weight(status) > _weight(before.status) else before


def _weight(status: Status) -> int:
    """Routine acts move a matter on from nothing, never back from a decision; closing ends what was merely open."""
    return {Status.NOTHING: 0, Status.OPEN: 1, Status.ORDERED: 2, Status.CLOSED: 3, Status.DECLINED: 3}.get(status, 4)


def _end_listing(before: Standing, on: date, why: str) -> Standing:
    if before.listing is None:
        return before
    return before._replace(
        listing=replace(before.listing, ended=on, why_ended=why),
        status=_without(before, Status.LISTED),
    )


def _without(before: Standing, *statuses: Status) -> Status:
    """What is left of the status when the decision behind it falls; a status that came from another act stays."""
    if before.status not in statuses:
        return before.status
    return Status.MENDED if before.mended else Status.OPEN


def _revoke(before: Standing, event: acts.Revoked) -> Standing:
    after = before._replace(revocations=(*before.revocations, event))
    match event.target.kind:
        case "列入失信名单":
            meant = ends_listing(event) and before.listing is not None and revokes(event, before.listing.event)
            return _end_listing(after, event.on, "列入决定撤销") if meant else after
        case "移出名单":
            meant = withdraws(event) and before.listing is not None and before.listing.ended == event.target.on
            return _restore(after, event.on) if meant else after
        case "行政处罚" | "行政处理":
            return _take_back(after, event)
        case "责令改正":
            return after
        case _ as never:
            assert_never(never)


def _take_back(before: Standing, event: acts.Revoked) -> Standing:
    """A decision falls; where another one still stands, the status is that one's."""
    left = tuple(decision for decision in before.decisions if not revokes(event, decision))
    after = before._replace(decisions=left)
    if before.status not in _DECIDED.values():
        return after
    status = _DECIDED[left[-1].kind] if left else _without(before, Status.PENALISED, Status.HANDLED)
    return after._replace(status=status)


def _restore(before: Standing, on: date) -> Standing:
    """撤销提前移出: back on the list, its term counted anew (ORDER45 art 15)."""
    if before.listing is None:
        return before
    return before._replace(listing=Listing(before.listing.event, on), status=Status.LISTED)
