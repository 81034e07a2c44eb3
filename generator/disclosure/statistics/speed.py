"""办理的快慢: how often the city kept its promise of 117, and how long a worker waits from complaint to payment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from generator.disclosure.public import PublicCount, PublicTable
from generator.disclosure.statistics.counted import Census, Counted
from generator.disclosure.statistics.grouping import large_enough
from generator.disclosure.statistics.tally import Step, Term
from generator.model.portal import ServicePromise

_SPANS: Final = (30, 60)
"""Days within which a worker may hope to be paid; measures of ours, no term of any law."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One complaint: how many days until its wages were paid, and how many it has been given to be."""

    number: str
    secret: bool
    given: int
    paid: int | None
    """None where they are not paid in full yet."""


def promise(counted: Census, promised: ServicePromise) -> PublicTable:
    """117: of the terms that have run out, those that were kept."""
    clocks = (
        ("接收投诉", f"接到投诉后{promised.receive}内接收"),
        ("联系当事人", f"接收后{promised.contact}内联系当事人"),
        ("办结投诉", f"一般案件接到投诉后{promised.finish}内办结"),
    )
    due = _due(counted)
    found = [count for name, label in clocks for count in _kept(label, due[name])]
    how = (
        "期限已经届满的投诉里，按时做到的占多少；期限最后一天当天做到的，算按时。"
        "期限之内转入疑难会办或者立案查处的，不算一般案件；转载报道的案件没有算进去。这是服务承诺，不是法定期限。"
    )
    return PublicTable("promise", "「117」按时率", "办理环节", how, counted.until, tuple(found))


def _on_file(counted: Census) -> Iterator[Counted]:
    return (one for one in counted.cases if one.case.on_file)


def _due(counted: Census) -> Mapping[str, list[tuple[Counted, Term]]]:
    """The terms that have run out, by their name."""
    found: defaultdict[str, list[tuple[Counted, Term]]] = defaultdict(list)
    for one in _on_file(counted):
        for term in one.case.terms:
            if term.due <= counted.until and not term.left:
                found[term.name].append((one, term))
    return found


def _kept(label: str, due: Sequence[tuple[Counted, Term]]) -> Iterator[PublicCount]:
    """Few late ones are shown as they are: they tell of the bureau, and of nobody who complained."""
    if due:
        shown = large_enough({one.number for one, _ in due if one.secret})
        kept = sum(term.kept for _, term in due)
        yield PublicCount(label, kept if shown else None, "件", len(due) if shown else None)


def payment(counted: Census) -> PublicTable:
    """From complaint to payment: the share paid within a month and two, and how long it took in the middle."""
    waits = [wait for one in _on_file(counted) for wait in _waits(one, counted)]
    shares = (count for days in _SPANS for count in _within(waits, days))
    how = (
        "从第一次接到投诉那天，到记录写明工资付清（「改正完毕」，或者销号时「工资已付清」）那天。"
        f"{_SPANS[0]}天、{_SPANS[1]}天的比例，只算投诉已满{_SPANS[0]}天、{_SPANS[1]}天的案件，至今没有付清的也算在内；"
        "天数取中位数，只看已经付清的，一半案件不超过这个天数。不予受理的、检查发现的和转载报道的没有算进去。"
    )
    counts = (*shares, *_middle([wait for wait in waits if wait.paid is not None]))
    return PublicTable("payment", "从投诉到付清", "用时", how, counted.until, counts)


def _waits(one: Counted, counted: Census) -> Iterator[Wait]:
    complaint = next((step for step in one.steps if step.received), None)
    if complaint is None or not complaint.complaint or _declined(one.steps):
        return
    days = (step.on - complaint.on for step in one.steps if step.in_full and step.on >= complaint.on)
    paid = next(days, None)
    yield Wait(one.number, one.secret, (counted.until - complaint.on).days, None if paid is None else paid.days)


def _declined(steps: Sequence[Step]) -> bool:
    decisions = [step.accepted for step in steps if step.accepted is not None]
    return not decisions[-1] if decisions else False


def _within(waits: Sequence[Wait], days: int) -> Iterator[PublicCount]:
    ripe = [wait for wait in waits if wait.given >= days]
    if ripe:
        shown = large_enough({wait.number for wait in ripe if wait.secret})
        paid = sum(wait.paid is not None and wait.paid <= days for wait in ripe)
        yield PublicCount(f"{days}天内付清", paid if shown else None, "件", len(ripe) if shown else None)


def _middle(paid: Sequence[Wait]) -> Iterator[PublicCount]:
    if paid:
        shown = large_enough({wait.number for wait in paid if wait.secret})
        middle = median_low(wait.paid for wait in paid if wait.paid is not None)
        yield PublicCount("付清用了多少天（中位数）", middle if shown else None, "天")
