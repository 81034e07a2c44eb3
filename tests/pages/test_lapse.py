"""What hangs on one basis goes with it while the page stays under another, also where nobody builds anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.disclosure.public import PublicObjection
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from generator.pages.timeline import steps
from tests.pages.casebook import LISTED, SITE

OTHER = PublicObjection("重大违法公布", date(2026, 10, 26), date(2026, 11, 16), provisional=False, articles=())


def box(frames: Frames, objections: Sequence[PublicObjection]) -> list[str]:
    """The last day of the box of objections, then of each sentence in it."""
    site = replace(SITE, cases=(replace(LISTED, objections=tuple(objections)),))
    page = next(one for one in plan(site, frames) if one.path == "disclosures/xg-2026-0001/index.html")
    section = re.search(r'<section class="objection".*?</section>', render(page, frames).decode(), re.DOTALL)
    assert section
    opened = re.findall(r"<(?:section|p)\b[^>]*>", section[0])
    return [found[1] if (found := re.search(r'data-until="([\d-]+)"', tag)) else "page" for tag in opened]


def test_an_objection_goes_with_the_basis_that_it_is_against(frames: Frames) -> None:
    """名单 to 2029-07-22, 重大违法 to 2029-12-31, which is the page's own last day."""
    listed = LISTED.objections
    assert box(frames, listed) == ["2029-07-22", "2029-07-22", "page"]
    assert box(frames, [OTHER]) == ["page", "page", "page"]
    assert box(frames, [*listed, OTHER]) == ["page", "2029-07-22", "page", "page"]


def test_days_set_by_the_listing_go_with_it() -> None:
    ahead = [(step.title, step.until) for step in steps(replace(LISTED, objections=(OTHER,))) if step.ahead]
    assert ahead == [
        ("异议核实期限届满", date(2029, 12, 31)),
        ("从这一天起，可以申请提前移出名单", date(2029, 7, 22)),
        ("列入期限的最后一天", date(2029, 7, 22)),
        ("本页公开的最后一天", None),
    ]
    answer, *_ = (step for step in steps(LISTED) if step.ahead)
    assert (answer.title, answer.until) == ("异议核实期限届满", date(2029, 7, 22))
