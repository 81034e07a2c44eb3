"""The privacy gate: a case and its standing in, what the public may learn out; deny by default, with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, assert_never

from generator.disclosure.coverage import covers
from generator.disclosure.public import (
    GIVES_ADDRESS,
    IDENTIFIES,
    NAMES_HEAD,
    EndedCase,
    Ending,
    PublicCase,
    PublicEmployer,
    PublicEvent,
    PublicGround,
    PublicListing,
    PublicObjection,
    PublicPerson,
)
from generator.disclosure.timeline import day_text, describe
from generator.law.articles import ORDER45
from generator.law.calendar import WorkCalendar
from generator.law.clock import term_end
from generator.law.crime import named
from generator.law.deadlines import VERIFY
from generator.law.procedure import revokes, withdraws
from generator.law.standing import Standing, Status, in_order, standing
from generator.law.windows import CITED, ENDS, Window, approved_events, window
from generator.ledger import Ledger, LedgerCase
from generator.model.basis import Basis
from generator.model.case import Arrears, Case, MediaDisclosure
from generator.model.event import Corrected, Event, Objected, Revoked
from generator.model.names import fold
from generator.model.portal import DisclosurePolicy, LegalTerms, Portal

_ORDER: Final = {basis: place for place, basis in enumerate(Basis)}
_GRAVE: Final = frozenset(
    {
        Status.HANDLED,
        Status.PENALISED,
        Status.LISTED,
        Status.TRANSFERRED,
        Status.CRIMINAL,
        Status.PROSECUTED,
        Status.JUDGED,
    }
)
_MENDED: Final = frozenset({Status.MENDED, Status.CLOSED, Status.LISTED_MENDED})


@dataclass(frozen=True, slots=True)
class Withheld:
    """A case of which nothing is published, and why; for the bureau's eyes."""

    number: str
    reason: str


Outcome = PublicCase | EndedCase | Withheld


def disclose(case: LedgerCase, ledger: Ledger) -> Outcome:
    """What the public may learn of a case on the ledger's date."""
    return disclose_on(case, ledger.portal.record, ledger.calendar, ledger.as_of)


def disclose_on(case: LedgerCase, portal: Portal, calendar: WorkCalendar, on: date) -> Outcome:
    """What the public may learn of a case on any day, with the records as they are now."""
    record = case.record
    windows = windows_of(record, portal.policy, on)
    if not record.disclosures:
        return Withheld(case.number, "没有公开决定")
    if not windows:
        return Withheld(case.number, "公开尚未批准、尚未到日期，或缺少所依据的决定")
    in_force = [found for found in windows if found.open(on)]
    if in_force:
        over = [found for found in windows if not found.open(on)]
        return _public(case, in_force, over, portal, calendar, on)
    if all(on < found.first for found in windows):
        return Withheld(case.number, "尚未到公开日期")
    return _ended(case, [found for found in windows if found.last < on])


def announced_on(case: LedgerCase, ledger: Ledger) -> date | None:
    """The first day of its publication as 重大违法; None where none has been seen by the ledger's date."""
    found = windows_of(case.record, ledger.portal.record.policy, ledger.as_of)
    seen = (one.first for one in found if one.basis is Basis.MAJOR and one.first <= min(one.last, ledger.as_of))
    return min(seen, default=None)


def announce(case: LedgerCase, ledger: Ledger) -> PublicCase | None:
    """What may be shown of a case under 重大违法公布 alone; None while that is not in force.

    A correction made while another basis was open may speak of what that one showed, and stays out.
    """
    portal, on = ledger.portal.record, ledger.as_of
    windows = windows_of(case.record, portal.policy, on)
    own = [found for found in windows if found.basis is Basis.MAJOR and found.open(on)]
    others = [found for found in windows if found not in own]
    return _public(case, own, others, portal, ledger.calendar, on) if own else None


def windows_of(record: Case, policy: DisclosurePolicy, on: date) -> list[Window]:
    """The windows of all bases as known on that day, in the order of Basis."""
    found = (window(disclosure, record.events, policy, on) for disclosure in record.disclosures)
    return sorted((item for item in found if item), key=lambda item: _ORDER[item.basis])


def _public(
    case: LedgerCase,
    windows: Sequence[Window],
    over: Sequence[Window],
    portal: Portal,
    calendar: WorkCalendar,
    on: date,
) -> PublicCase:
    record = case.record
    bases = {found.basis for found in windows}
    shown = _shown(record.events, windows, over, on)
    # The status is folded from the acts shown, so that it cannot tell of one that is not.
    folded = standing(shown, on)
    arrears = record.arrears or Arrears()
    return PublicCase(
        number=case.number,
        sample=record.sample,
        employer=_employer(record, bases),
        industry=record.industry,
        town=record.town,
        project=record.project,
        violations=record.violations,
        headcount=_text(arrears.people),
        amount=_text(arrears.amount),
        amount_fen=arrears.amount.fen if arrears.amount else None,
        amount_approximate=bool(arrears.amount and arrears.amount.approximate),
        period=_text(arrears.period),
        facts=record.facts if bases & IDENTIFIES else None,
        status=_status(folded, bases),
        status_tone=_tone(folded.status),
        grounds=tuple(_ground(found) for found in windows),
        listing=next((_listing(case, found, on) for found in windows if found.basis is Basis.LISTING), None),
        objections=tuple(_objection(found, portal.terms, calendar) for found in folded.objections),
        timeline=_timeline(shown, windows),
        corrections=_corrections(shown),
        changed=max([*(event.on for event in shown), *(found.first for found in windows)]),
        checked=record.checked if record.checked and record.checked <= on else None,
    )


def _shown(events: Iterable[Event], windows: Sequence[Window], over: Sequence[Window], on: date) -> list[Event]:
    """The acts that some basis in force covers, in the order of the fold; a revoked document is withdrawn everywhere.

    行政处罚法 art 48 takes back the decision and asks for the reason, which the revocation itself carries. A correction
    goes with the first basis that has ended since, for it may speak of what that basis showed.
    """
    happened = [event for event in in_order(events) if event.on <= on]
    revocations = [event for event in happened if isinstance(event, Revoked) and withdraws(event)]
    standing_acts = (event for event in happened if not any(revokes(other, event) for other in revocations))
    return [
        event
        for event in standing_acts
        if any(covers(found, event) for found in windows)
        and not (isinstance(event, Corrected) and any(found.open(event.on) for found in over))
    ]


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _corrections(events: Iterable[Event]) -> tuple[tuple[date, str], ...]:
    return tuple((event.on, f"{event.what}（{event.why}）") for event in events if isinstance(event, Corrected))


def _status(folded: Standing, bases: Iterable[Basis]) -> str:
    if folded.status is Status.NOTHING and set(bases) == {Basis.MEDIA}:
        return "以报道所述为准"
    return folded.status.value


def _tone(status: Status) -> str:
    return "grave" if status in _GRAVE else "mended" if status in _MENDED else "routine"


def _employer(record: Case, bases: set[Basis]) -> PublicEmployer:
    employer = record.employer
    code = employer.credit_code or employer.registration
    shown = str(code) if code and bases & IDENTIFIES else None
    return PublicEmployer(
        name=employer.name,
        slug=_slug(employer.name, shown),
        credit_code=shown,
        address=employer.address if bases & GIVES_ADDRESS else None,
        representative=employer.representative if bases & NAMES_HEAD else None,
    )


def _slug(name: str, code: str | None) -> str:
    """A number keeps one unit's cases together; without one, only the name as it is written can."""
    return code.lower() if code else f"n-{hashlib.sha256(fold(name).encode()).hexdigest()[:12]}"


def _timeline(events: Iterable[Event], windows: Sequence[Window]) -> tuple[PublicEvent, ...]:
    acts = [event for event in events if not isinstance(event, Corrected)]
    steps = ((describe(event, offence), _covered_until(event, windows)) for event, offence in named(acts))
    return tuple(replace(step, until=until) for step, until in steps if step)


def _covered_until(event: Event, windows: Sequence[Window]) -> date:
    return max(found.last for found in windows if covers(found, event))


def _listing(case: LedgerCase, found: Window, on: date) -> PublicListing | None:
    folded = standing(approved_events(found.disclosure, case.record.events), on)
    listing = folded.listing
    if listing is None:
        return None
    relapsed = any(listing.decided < day <= on for day in case.relapses)
    return PublicListing(
        decided=listing.decided,
        last_day=listing.last_day,
        removal_from=None if relapsed else folded.removal_from,
        repair_from=folded.repair_from,
        reason=listing.event.reason,
        persons=tuple(PublicPerson(person.name, person.role) for person in listing.event.persons),
    )


def _objection(objection: Objected, terms: LegalTerms, calendar: WorkCalendar) -> PublicObjection:
    listing = objection.against == "列入失信名单"
    due = term_end(objection.on, VERIFY if listing else terms.review, calendar)
    articles = (ORDER45.art(6),) if listing else ()
    return PublicObjection(objection.against, objection.on, due.day, due.provisional, articles)


def _ground(found: Window) -> PublicGround:
    media = found.disclosure if isinstance(found.disclosure, MediaDisclosure) else None
    source = media.source if media else None
    return PublicGround(
        basis=found.basis,
        since=found.first,
        until=found.last,
        explanation=_explanation(found),
        source=source.title if source else None,
        source_date=source.on if source else None,
        quoted=media.quoted if media else None,
        articles=CITED[found.basis],
    )


def _explanation(found: Window) -> str:
    start, years = day_text(found.counted_from), found.months / 12
    length = f"{int(years)}年" if years.is_integer() else f"{found.months}个月"
    match found.basis:
        case Basis.LISTING:
            return f"列入期限{length}，自{start}作出列入决定之日起计算。"
        case Basis.MAJOR:
            return f"重大劳动保障违法行为，自{start}作出处理决定之日起公布{length}。"
        case Basis.PENALTY:
            return f"行政处罚决定，自{start}作出之日起公示{length}。"
        case Basis.MEDIA:
            return f"转载已公开的报道，自{start}批准之日起公示{length}。"
        case _ as never:
            assert_never(never)


def _ended(case: LedgerCase, windows: Sequence[Window]) -> EndedCase:
    last = max(windows, key=lambda found: found.last)
    articles = tuple(dict.fromkeys(article for found in windows for article in ENDS[found.basis]))
    return EndedCase(
        number=case.number,
        ended=last.last + timedelta(days=1),
        how=_ending(last),
        basis=last.basis,
        reason=_ended_reason(last),
        articles=articles,
        sample=case.record.sample,
    )


def _ending(last: Window) -> Ending:
    if last.ended_early is None:
        return Ending.EXPIRED
    return Ending.REMOVED if last.basis is Basis.LISTING else Ending.WITHDRAWN


def _ended_reason(last: Window) -> str:
    match _ending(last):
        case Ending.EXPIRED:
            return "公示期满，依法停止公开。"
        case Ending.REMOVED:
            # Early removal and a revoked listing end the same way; the article forbids to say more once it has ended.
            return "已依法移出失信联合惩戒名单，停止公开。"
        case Ending.WITHDRAWN:
            return f"所依据的决定已依法变更或撤销，停止公开。理由：{(last.ended_early or '').rstrip('。')}。"
        case _ as never:
            assert_never(never)


def changes_on(case: LedgerCase, ledger: Ledger, now: Outcome) -> date | None:
    """The first later day on which something shown of a case would differ from `now` although no record changed."""
    portal, as_of = ledger.portal.record, ledger.as_of
    for day in sorted(_candidates(case, portal.policy, as_of)):
        if disclose_on(case, portal, ledger.calendar, day) != now:
            return day
    return None


def _candidates(case: LedgerCase, policy: DisclosurePolicy, as_of: date) -> set[date]:
    """Days on which something could begin or end: every date that counts, and the edges of every window."""
    record = case.record
    written = {event.on for event in record.events} | set(case.relapses)
    written |= {item.approval.on for item in record.disclosures if item.approval}
    ahead = {day for day in written if day > as_of}
    # Windows are known by what has happened, so that between two written days no edge moves.
    edges = {
        edge
        for known in (as_of, *ahead)
        for found in windows_of(record, policy, known)
        for edge in (found.first, found.last + timedelta(days=1))
    }
    return {day for day in ahead | edges if day > as_of}
