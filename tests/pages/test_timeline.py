"""The line of dates: what happened, and the days set ahead that nothing has overtaken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.disclosure.public import PublicEvent
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
