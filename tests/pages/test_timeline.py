"""The line of dates: what happened, and the days set ahead that nothing has overtaken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.disclosure.public import PublicEvent, PublicObjection
from generator.pages.timeline import steps
from tests.pages.casebook import LISTED

REMOVAL = date(2027, 2, 1)


@pytest.mark.parametrize(("sought", "is_ahead"), [(date(2027, 1, 31), True), (REMOVAL, False)])
def test_the_day_to_ask_for_removal_is_ahead_until_an_act_has_reached_it(sought: date, *, is_ahead: bool) -> None:
    act = PublicEvent(sought, "单位申请提前移出名单", (), (), "routine")
    case = replace(LISTED, timeline=(*LISTED.timeline, act))
    assert LISTED.listing
    assert LISTED.listing.removal_from == REMOVAL
    assert ((REMOVAL, True) in [(step.on, step.ahead) for step in steps(case)]) is is_ahead


def test_two_objections_are_told_apart() -> None:
    other = PublicObjection("重大违法公布", date(2026, 10, 26), date(2026, 11, 16), provisional=False, articles=())
    alone, both = LISTED, replace(LISTED, objections=(*LISTED.objections, other))
    terms = [[(s.on, s.facts) for s in steps(case) if s.title == "异议核实期限届满"] for case in (alone, both)]
    assert terms == [
        [(date(2026, 11, 4), (("说明", "暂按周末推算"),))],
        [
            (date(2026, 11, 4), (("针对", "列入失信名单"), ("说明", "暂按周末推算"))),
            (date(2026, 11, 16), (("针对", "重大违法公布"), ("说明", "天数待主管部门确认"))),
        ],
    ]
