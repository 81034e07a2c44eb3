"""办理期限: every clock that an act starts, which act stops it, and by which article or promise it runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Final

from generator.law.articles import DISCLOSURE, ORDER45, PENALTY, ZHEJIANG_INSPECTION, Article
from generator.law.clock import Clock, Deadline, History, after, complaints, deadline, first, of
from generator.law.investigation import extension_notice, investigation, suspension_notice
from generator.law.procedure import ends_listing
from generator.law.standing import Listing
from generator.model import event as acts
from generator.model.basis import Basis
from generator.model.case import Approval
from generator.model.event import Event
from generator.model.values import Days

ACCEPT: Final = Days(5, working=True)
OBJECT: Final = Days(5, working=True)
VERIFY: Final = Days(5, working=True)
DECIDE: Final = Days(20, working=True)
DECIDE_LONGER: Final = Days(40, working=True)
PUBLISH: Final = Days(20, working=True)
REMOVE: Final = Days(15, working=True)
TAKE_DOWN: Final = Days(10, working=True)
WITHDRAW: Final = Days(3, working=True)


def deadlines(known: History) -> list[Deadline]:
    """Every clock that has started, in the order of CLOCKS; none by a law that was not yet in force."""
    return [found for clock in CLOCKS for found in clock(known) if _runs(found)]


def _runs(found: Deadline) -> bool:
    return found.article is None or found.article.in_force(found.since)


def reception(known: History) -> Iterator[Deadline]:
    """117: a complaint is received within a day of coming in."""
    for start in complaints(known):
        stop = first(known, start, "分派", "受理", "不予受理", "联系当事人", "立案")
        yield deadline(known, "接收投诉", start, stop, known.settings.promise.receive, None)


def contact(known: History) -> Iterator[Deadline]:
    """117: the parties are contacted within a day of reception."""
    for complaint in complaints(known):
        start = first(known, complaint, "分派", "受理")
        if start:
            stop = first(known, complaint, "联系当事人")
            yield deadline(known, "联系当事人", start, stop, known.settings.promise.contact, None)


def completion(known: History) -> Iterator[Deadline]:
    """117: an ordinary case is done within seven days; a hard case, and one under investigation, leaves this clock."""
    for start in complaints(known):
        if _under_investigation(known, start):
            continue
        stop = first(known, start, "回复销号", "疑难会办", "立案", "不予受理")
        yield deadline(known, "办结投诉", start, stop, known.settings.promise.finish, None)


def acceptance(known: History) -> Iterator[Deadline]:
    """Zhejiang: whether a complaint is accepted is decided within five working days."""
    if not known.settings.zhejiang:
        return
    for start in complaints(known):
        if _under_investigation(known, start):
            continue
        stop = first(known, start, "受理", "不予受理", "立案")
        yield deadline(known, "决定是否受理", start, stop, ACCEPT, ZHEJIANG_INSPECTION.art(23))


def objection(known: History) -> Iterator[Deadline]:
    """The unit may object within five working days of receiving the notice."""
    for start in of(known, acts.ListingNotified):
        answers = _until(known, start, "列入告知", "列入失信名单", "不予列入")
        stop = next((other for other in answers if _contests(other, "列入失信名单")), None)
        yield deadline(known, "提出异议", start, stop, OBJECT, ORDER45.art(6), since=start.served)


def verification(known: History) -> Iterator[Deadline]:
    """An objection to a listing is examined, and its result told, within five working days."""
    yield from _verified(known, "列入失信名单", "核实异议", VERIFY, ORDER45.art(6))


def listing_decision(known: History) -> Iterator[Deadline]:
    """A listing is decided within 20 working days of the end of the order's term, 20 more where approved."""
    for notice in of(known, acts.ListingNotified):
        order = _order_before(known, notice)
        undecided = _until(known, notice, "列入失信名单", "不予列入")
        again = any(isinstance(other, acts.ListingNotified) for other in undecided)
        if order is None or again:
            continue  # told once more, and the decision belongs to the later notice
        told = (other for other in of(known, acts.ListingNotified) if order.on <= other.on <= notice.on)
        longer = any(other.extended and other.extended <= known.as_of for other in told)
        stop = first(known, notice, "列入失信名单", "不予列入")
        length = DECIDE_LONGER if longer else DECIDE
        yield deadline(known, "作出列入决定", order, stop, length, ORDER45.art(8), since=order.due)


def listing_publication(known: History) -> Iterator[Deadline]:
    """A listing is published within 20 working days (the general rule on public information, applied to it)."""
    for start in of(known, acts.Listed):
        if ORDER45.in_force(start.on):
            stop = _approval(known, Basis.LISTING, start)
            yield deadline(known, "公开失信名单", start, stop, PUBLISH, DISCLOSURE.art(26))


def penalty_publication(known: History) -> Iterator[Deadline]:
    """A penalty is published within a time that the bureau has to confirm."""
    for start in of(known, acts.Penalised):
        stop = _approval(known, Basis.PENALTY, start)
        yield deadline(known, "公示行政处罚", start, stop, known.settings.terms.penalty, None)


def removal_decision(known: History) -> Iterator[Deadline]:
    """An application for early removal is decided within 15 working days."""
    for start in of(known, acts.RemovalSought):
        stop = first(known, start, "移出名单", "不予移出")
        yield deadline(known, "决定是否移出", start, stop, REMOVE, ORDER45.art(14))


def listing_take_down(known: History) -> Iterator[Deadline]:
    """What was published of a listing is taken down, and other sites are told, within ten working days of its end."""
    for start, ended in _ended_listings(known):
        stop = next((other for other in after(known, start) if _takes_down(other, "失信名单", ended)), None)
        yield deadline(known, "撤下失信名单", start, stop, TAKE_DOWN, ORDER45.art(17), since=ended)


def penalty_withdrawal(known: History) -> Iterator[Deadline]:
    """A published penalty that was revoked or changed is withdrawn within three working days, with the reason."""
    for start in _revocations(known, Basis.PENALTY, "行政处罚"):
        stop = next((other for other in after(known, start) if _takes_down(other, "行政处罚", start.on)), None)
        yield deadline(known, "撤回处罚信息", start, stop, WITHDRAW, PENALTY.art(48))


def major_review(known: History) -> Iterator[Deadline]:
    """An objection to a publication by 29号令 is examined within a time that the bureau has to confirm."""
    yield from _verified(known, "重大违法公布", "核查公布异议", known.settings.terms.review, None)


def major_correction(known: History) -> Iterator[Deadline]:
    """A publication is corrected after its decision was revoked or changed; the time is to be confirmed."""
    for start in _revocations(known, Basis.MAJOR, "行政处罚", "行政处理"):
        stop = next((other for other in after(known, start) if _corrects(other, start.on)), None)
        yield deadline(known, "更正重大违法公布", start, stop, known.settings.terms.correction, None)


CLOCKS: Final[tuple[Clock, ...]] = (
    reception,
    contact,
    completion,
    acceptance,
    investigation,
    extension_notice,
    suspension_notice,
    objection,
    verification,
    listing_decision,
    listing_publication,
    penalty_publication,
    removal_decision,
    listing_take_down,
    penalty_withdrawal,
    major_review,
    major_correction,
)


def _until(known: History, start: Event, *kinds: str) -> Iterator[Event]:
    """What follows an act, up to the next of some kinds, which is not part of it."""
    return takewhile(lambda event: event.kind not in kinds, after(known, start))


def _under_investigation(known: History, complaint: Event) -> bool:
    """True where one more complaint came in about a matter that was being investigated already."""
    earlier = takewhile(lambda event: event is not complaint, known.events)
    turns = [event.kind for event in earlier if event.kind in ("立案", "撤销立案", "回复销号")]
    return turns[-1:] == ["立案"]


def _order_before(known: History, notice: Event) -> acts.Ordered | acts.Handled | None:
    """The latest order to pay by a day, before the notice."""
    orders = (event for event in known.events if isinstance(event, acts.Ordered | acts.Handled))
    return next((order for order in reversed(list(orders)) if order.due and order.on <= notice.on), None)


def _contests(event: Event, against: str) -> bool:
    return isinstance(event, acts.Objected) and event.against == against


def _verified(known: History, against: str, name: str, length: Days, article: Article | None) -> Iterator[Deadline]:
    for start in of(known, acts.Objected):
        if start.against == against:
            results = (other for other in after(known, start) if isinstance(other, acts.ObjectionVerified))
            stop = next((other for other in results if other.against == against), None)
            yield deadline(known, name, start, stop, length, article)


def _approval(known: History, basis: Basis, decision: Event) -> Approval | None:
    approval = known.approvals.get(basis)
    return approval if approval and approval.on >= decision.on else None


def _revocations(known: History, basis: Basis, *kinds: str) -> Iterator[acts.Revoked]:
    """Revocations of what had been published on a basis by then."""
    approval = known.approvals.get(basis)
    for event in of(known, acts.Revoked):
        if event.target.kind in kinds and approval and approval.on <= event.on:
            yield event


def _ended_listings(known: History) -> Iterator[tuple[Event, date]]:
    """Each listing that has ended: the act that ended it, or the listing itself where it ran its term; and the day.

    A term's last day is still a day on the list, so the ten days run from it (民法典 art 201).
    """
    yield from ((event, event.on) for event in of(known, acts.Delisted))
    yield from ((event, event.on) for event in of(known, acts.Revoked) if ends_listing(event))
    last = known.listing
    if last and _ran_its_term(last, known.as_of):
        yield last.event, last.last_day


def _ran_its_term(listing: Listing, as_of: date) -> bool:
    return listing.ended is None and listing.last_day < as_of


def _takes_down(event: Event, basis: str, since: date) -> bool:
    return isinstance(event, acts.TakenDown) and event.basis == basis and event.on >= since


def _corrects(event: Event, since: date) -> bool:
    return isinstance(event, acts.Corrected) or _takes_down(event, "重大违法公布", since)
