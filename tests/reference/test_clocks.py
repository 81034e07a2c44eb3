"""The table of clocks is found by running them: known clocks as they are, made-up ones as they behave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.law.articles import INSPECTION, ORDER45, ZHEJIANG_INSPECTION
from generator.law.clock import Clock, Deadline, History, term_end
from generator.law.deadlines import (
    CLOCKS,
    acceptance,
    contact,
    listing_decision,
    listing_take_down,
    objection,
    penalty_publication,
)
from generator.law.investigation import extension_notice, suspension_notice
from generator.model.event import Filed, Objected
from generator.model.values import Days
from generator.reference.clocks import clocks_table, row, starts, stops

TABLE = [line.strip("| ").split(" | ") for line in clocks_table().split("\n")[2:]]


def _made_up(known: History) -> Iterator[Deadline]:
    """From filing, four days, until an objection to a publication."""
    for event in known.events:
        if isinstance(event, Filed):
            later = (one for one in known.events if isinstance(one, Objected) and one.against == "重大违法公布")
            due = term_end(event.on, Days(4), known.calendar)
            yield Deadline("虚构", event, event.on, due, next(later, None), INSPECTION.art(1), Days(4))


def test_every_clock_has_its_row_and_every_cell_something_to_say() -> None:
    assert len({line[0] for line in TABLE}) == len(TABLE) == len(CLOCKS)
    assert [line for line in TABLE if len(line) != 5 or not all(cell.strip() for cell in line)] == []


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        (
            _made_up,
            ("立案", "提出异议（「针对」是重大违法公布）", "4天", str(INSPECTION.art(1))),
        ),
        (
            contact,
            (
                "接到投诉之后的受理、接到投诉之后的分派",
                "联系当事人",
                "1天",
                "portal.yml「服务承诺」的「联系」，是承诺，不是法定期限",
            ),
        ),
        (
            acceptance,
            (
                "接到投诉",
                "受理、不予受理、立案",
                "5个工作日",
                f"{ZHEJIANG_INSPECTION.art(23)}（只在浙江省内）",
            ),
        ),
        (
            objection,
            (
                "列入告知（写了「送达日期」的，从那天起算）",
                "提出异议（「针对」是列入失信名单）",
                "5个工作日",
                str(ORDER45.art(6)),
            ),
        ),
        (
            listing_decision,
            (
                "责令改正的「期限」（有列入告知时）、行政处理的「期限」（有列入告知时）",
                "列入失信名单、不予列入",
                "20个工作日；写了「延期批准」的 40个工作日",
                str(ORDER45.art(8)),
            ),
        ),
        (
            extension_notice,
            (
                "接到投诉之后的立案的「延期批准」",
                "告知投诉人（「针对」是延长调查期限）",
                "3天",
                f"{ZHEJIANG_INSPECTION.art(30)}（只在浙江省内）",
            ),
        ),
        (
            suspension_notice,
            (
                "接到投诉之后的中止调查",
                "告知投诉人（「针对」是中止调查）",
                "3天",
                f"{ZHEJIANG_INSPECTION.art(30)}（只在浙江省内）",
            ),
        ),
        (
            listing_take_down,
            (
                "列入失信名单期满、移出名单、文书撤销（「对象」的「事项」是列入失信名单，「方式」是撤销或确认无效）",
                "撤下公示（「公示」是失信名单）",
                "10个工作日",
                str(ORDER45.art(17)),
            ),
        ),
        (
            penalty_publication,
            (
                "行政处罚",
                "批准公开（行政处罚）",
                "7个工作日",
                "portal.yml「办理期限」的「公示行政处罚」，待主管部门确认",
            ),
        ),
    ],
)
def test_a_clock_is_told_by_what_it_does(clock: Clock, told: tuple[str, ...]) -> None:
    assert row(clock)[1:] == told


def _two_at_once(known: History) -> Iterator[Deadline]:
    """From each filing and each objection, one day, the latest first; the objection stops the filing's."""
    for event in reversed(known.events):
        if isinstance(event, Filed | Objected):
            later = [one for one in known.events if isinstance(one, Objected) and isinstance(event, Filed)]
            due = term_end(event.on, Days(1), known.calendar)
            yield Deadline("虚构", event, event.on, due, next(iter(later), None), None, Days(1))


def test_a_stop_counts_only_for_the_deadline_that_it_stops() -> None:
    by_start = {one.deadline.start.kind: stops(one) for one in starts(_two_at_once)}
    assert by_start == {"立案": ["提出异议"], "提出异议": []}


def test_a_clock_that_nothing_starts_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="no act"):
        starts(lambda _: iter(()))
