"""公开期间: from which day to which day each basis shows a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar, assert_never

from generator.law.articles import INSPECTION, ORDER45, PENALTY, PERSONAL, WAGES, Article
from generator.law.procedure import ends_listing, revokes
from generator.law.standing import LISTING_MONTHS, Standing, standing
from generator.law.terms import months_after
from generator.model.basis import Basis
from generator.model.case import Disclosure, ListingDisclosure, MajorDisclosure, MediaDisclosure, PenaltyDisclosure
from generator.model.event import (
    DatedEvent,
    Delisted,
    Event,
    Handled,
    Listed,
    Penalised,
    Revoked,
    Severity,
    Transferred,
)
from generator.model.portal import DisclosurePolicy

_DAY = timedelta(days=1)

Decision = Penalised | Handled | Transferred
E = TypeVar("E", Penalised, Decision)

CITED: Final[dict[Basis, tuple[Article, ...]]] = {
    Basis.LISTING: (ORDER45.art(9), LISTING_MONTHS.article),
    Basis.MAJOR: (WAGES.art(47), INSPECTION.art(22)),
    Basis.PENALTY: (PENALTY.art(48),),
    Basis.MEDIA: (WAGES.art(9),),
}
"""On what ground each basis publishes."""

ENDS: Final[dict[Basis, tuple[Article, ...]]] = {
    Basis.LISTING: (ORDER45.art(17),),
    Basis.MAJOR: (WAGES.art(47),),
    Basis.PENALTY: (PENALTY.art(48),),
    Basis.MEDIA: (PERSONAL.art(6),),
}
"""On what ground it stops: the listing by its own article, the others as the law or the city's policy has it."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days, both included, on which one basis shows a case."""

    disclosure: Disclosure
    first: date
    last: date
    counted_from: date
    months: int
    stands_on: date
    """Day of the decision or approval that opens it; no other decision of the same kind is shown under it."""
    after: date | None = None
    """Listings only: the day on which an earlier stay on the list ended; nothing up to it is shown again."""
    ended_early: str | None = None
    """Why it ends before its term, where it does."""

    @property
    def basis(self) -> Basis:
        """The basis it belongs to."""
        return self.disclosure.basis

    def open(self, on: date) -> bool:
        """True where the case is shown on this basis that day."""
        return self.first <= on <= self.last


def window(disclosure: Disclosure, events: Sequence[Event], policy: DisclosurePolicy, as_of: date) -> Window | None:
    """The window of one decision to disclose, as known on `as_of`.

    None without an approval that has been given by then, without a decision that it approves, or where the approval
    came after the term.
    """
    if disclosure.approval is None or disclosure.approval.on > as_of:
        return None
    found = _window(disclosure, approved_events(disclosure, events), policy, as_of)
    return found if found and (found.first <= found.last or found.ended_early) else None


def approved_events(disclosure: Disclosure, events: Sequence[Event]) -> list[Event]:
    """The events less every decision that is younger than the approval: an approval covers what it could know."""
    if disclosure.approval is None:
        return []
    until = disclosure.approval.on
    return [event for event in events if not isinstance(event, Listed | Decision) or event.on <= until]


def _window(disclosure: Disclosure, events: Sequence[Event], policy: DisclosurePolicy, as_of: date) -> Window | None:
    folded = standing(events, as_of)
    match disclosure:
        case ListingDisclosure():
            return _of_listing(disclosure, events, folded)
        case MajorDisclosure():
            return _of_handling(disclosure, events, folded, policy)
        case PenaltyDisclosure():
            return _of_penalty(disclosure, events, folded, policy)
        case MediaDisclosure():
            return _of_report(disclosure, policy)
        case _:
            assert_never(disclosure)


def _approved(disclosure: Disclosure) -> date:
    return disclosure.approval.on if disclosure.approval else date.max


def _of_report(disclosure: MediaDisclosure, policy: DisclosurePolicy) -> Window:
    approved, months = _approved(disclosure), policy.media.count
    return Window(disclosure, approved, months_after(approved, months), approved, months, approved)


def _of_listing(disclosure: ListingDisclosure, events: Sequence[Event], folded: Standing) -> Window | None:
    listing = folded.listing
    if listing is None:
        return None
    last = listing.last_day if listing.ended is None else min(listing.last_day, listing.ended - _DAY)
    return Window(
        disclosure,
        max(listing.decided, _approved(disclosure)),
        last,
        listing.decided,
        LISTING_MONTHS.count,
        stands_on=listing.event.on,
        after=max(
            (event.on for event in events if _ends_listing(event) and event.on <= listing.event.on), default=None
        ),
        ended_early=listing.why_ended if last < listing.last_day else None,
    )


def _ends_listing(event: Event) -> bool:
    return isinstance(event, Delisted) or (isinstance(event, Revoked) and ends_listing(event))


def _of_penalty(
    disclosure: PenaltyDisclosure, events: Sequence[Event], folded: Standing, policy: DisclosurePolicy
) -> Window | None:
    """Counted from the latest penalty that stands; from the latest of all once none does."""
    decided = [event for event in events if isinstance(event, Penalised) and event.on <= folded.as_of]
    if not decided:
        return None
    penalty = max(_in_force(decided, folded) or decided, key=_day)
    terms = {
        Severity.SLIGHT: policy.penalty.slight,
        Severity.ORDINARY: policy.penalty.ordinary,
        Severity.SERIOUS: policy.penalty.serious,
    }
    return _counted(disclosure, penalty, terms[penalty.severity or Severity.ORDINARY].count, folded)


def _of_handling(
    disclosure: MajorDisclosure, events: Sequence[Event], folded: Standing, policy: DisclosurePolicy
) -> Window | None:
    """Counted from the first decision that stands; from the last of all once none does."""
    kinds = (Penalised, Handled, Transferred)
    decided = [event for event in events if isinstance(event, kinds) and event.on <= folded.as_of]
    if not decided:
        return None
    standing_ones = _in_force(decided, folded)
    handling = min(standing_ones, key=_day) if standing_ones else max(decided, key=_day)
    return _counted(disclosure, handling, policy.major.count, folded)


def _day(event: DatedEvent) -> date:
    return event.on


def _in_force(decided: Sequence[E], folded: Standing) -> list[E]:
    return [event for event in decided if not any(revokes(item, event) for item in folded.revocations)]


def _counted(disclosure: Disclosure, decision: Decision, months: int, folded: Standing) -> Window:
    """A term from a decision, cut short on the day that decision is revoked."""
    first, last = max(decision.on, _approved(disclosure)), months_after(decision.on, months)
    for revocation in folded.revocations:
        if revokes(revocation, decision):
            stopped = min(last, revocation.on - _DAY)
            reason = revocation.reason
            return Window(disclosure, first, stopped, decision.on, months, decision.on, ended_early=reason)
    return Window(disclosure, first, last, decision.on, months, decision.on)
