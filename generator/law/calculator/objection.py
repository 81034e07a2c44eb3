"""提出异议: the days between the notice of a listing and its decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from generator.law.articles import ORDER45
from generator.law.calculator.step import Sentence, Step, day, moment, step
from generator.law.calendar import WorkCalendar
from generator.law.clock import term_end
from generator.law.deadlines import DECIDE, DECIDE_LONGER, OBJECT, VERIFY

NUMBERS: Final[Mapping[str, int | str]] = {
    "objection.object": OBJECT.count,
    "objection.verify": VERIFY.count,
    "objection.decide": DECIDE.count,
    "objection.decide_longer": DECIDE_LONGER.count,
    "objection.since": ORDER45.effective.isoformat(),
}

_NOTICE: Final = (ORDER45.art(6),)

SENTENCES: Final[Mapping[str, Sentence]] = {
    "objection.object": Sentence("最晚{last}提出异议。", _NOTICE),
    "objection.counted": Sentence(f"{{notified}}收到告知，第二天起算{OBJECT.count}个工作日。", _NOTICE),
    "objection.late": Sentence("{objected}已经过了最后一天。照样把情况和证据交给部门，问清楚还能不能算异议。", _NOTICE),
    "objection.verify": Sentence(
        f"部门{{objected}}收到异议，{VERIFY.count}个工作日内核实、告知结果，最晚{{last}}。", _NOTICE
    ),
    "objection.decide": Sentence(
        f"责令支付的期限{{due}}届满，{DECIDE.count}个工作日内作出列入决定，最晚{{last}}；"
        f"复杂的，经批准再延{DECIDE_LONGER.count - DECIDE.count}个工作日，最晚{{longest}}。",
        (ORDER45.art(8),),
    ),
    "objection.mend": Sentence("决定作出以前付清、并且书面承诺不再欠薪，可以不列入。", (ORDER45.art(7),)),
}


def objection(notified: date, objected: date | None, due: date | None, calendar: WorkCalendar) -> tuple[Step, ...]:
    """The days from receiving the notice; `due` is the last day that the order to pay set."""
    last = term_end(notified, OBJECT, calendar)
    return (
        step("objection.object", last=moment(last)),
        step("objection.counted", notified=day(notified)),
        *_verified(objected, last.day, calendar),
        *_decided(due, calendar),
        step("objection.mend"),
    )


def _verified(objected: date | None, last: date, calendar: WorkCalendar) -> Iterator[Step]:
    if objected is None:
        return
    if objected > last:
        yield step("objection.late", objected=day(objected))
        return
    yield step("objection.verify", objected=day(objected), last=moment(term_end(objected, VERIFY, calendar)))


def _decided(due: date | None, calendar: WorkCalendar) -> Iterator[Step]:
    if due:
        last, longest = (moment(term_end(due, length, calendar)) for length in (DECIDE, DECIDE_LONGER))
        yield step("objection.decide", due=day(due), last=last, longest=longest)
