"""最晚哪天: when arbitration and a complaint to the inspection are out of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from generator.law.articles import ARBITRATION, INSPECTION
from generator.law.calculator.step import Sentence, Step, day, step
from generator.law.terms import Term, months_after

ARBITRATE: Final = Term(12, ARBITRATION.art(27))
LOOK_BACK: Final = Term(24, INSPECTION.art(20))

NUMBERS: Final[Mapping[str, int | str]] = {
    "limitation.months": ARBITRATE.count,
    "limitation.look_back": LOOK_BACK.count,
    "limitation.since": ARBITRATION.effective.isoformat(),
}

SENTENCES: Final[Mapping[str, Sentence]] = {
    "limitation.employed": Sentence(
        "您还在职：为欠薪申请仲裁，不受一年的限制。离开那天起，才开始算一年。", (ARBITRATE.article,)
    ),
    "limitation.ahead": Sentence("最晚到{last}申请仲裁，还有{days}天。", (ARBITRATE.article,)),
    "limitation.today": Sentence("今天{last}是最后一天，今天就去申请仲裁。", (ARBITRATE.article,)),
    "limitation.passed": Sentence(
        "申请仲裁的最后一天{last}，已经过了{days}天。不要自己放弃：先投诉，再问法律援助，有没有重新算起的情形。",
        (ARBITRATE.article,),
    ),
    "limitation.left": Sentence("从离开的{left}起算一年，到{last}。离开那天不算在内。", (ARBITRATE.article,)),
    "limitation.claimed_early": Sentence("{claimed}还没有离开，一年还没有开始算，最后一天不变。", (ARBITRATE.article,)),
    "limitation.claimed": Sentence("{claimed}您要过钱或者投诉过，一年从那天重新算，到{last}。", (ARBITRATE.article,)),
    "limitation.claimed_late": Sentence(
        "{claimed}已经过了{last}，那次要钱不一定能重新算。{last}以前要是还要过，把那次的日子填上再算。",
        (ARBITRATE.article,),
    ),
    "limitation.look_back": Sentence(
        "向劳动保障监察投诉：从该发工资的{due}起算两年，稳妥的最后一天是{last}。", (LOOK_BACK.article,)
    ),
    "limitation.look_back_passed": Sentence(
        "稳妥的最后一天{last}已经过了。违法行为还在持续的，从结束那天起算；欠着不付算不算持续，由部门认定，照样可以去投诉。",
        (LOOK_BACK.article,),
    ),
}


def limitation(due: date, left: date | None, claimed: date | None, today: date) -> tuple[Step, ...]:
    """The answer for wages due on `due`; `left` is None for whoever still works there.

    `claimed` is the last day on which payment was asked for, or a complaint made. No day is moved past a holiday:
    whether 民法典 art 203 does so here is not for a page to promise.
    """
    return (*_arbitration(left, claimed, today), *_inspection(due, today))


def _arbitration(left: date | None, claimed: date | None, today: date) -> Iterator[Step]:
    if left is None:
        yield step("limitation.employed")
        return
    first = months_after(left, ARBITRATE.count)
    again = claimed is not None and left < claimed <= first
    last = months_after(claimed, ARBITRATE.count) if claimed and again else first
    yield _standing(last, today)
    yield step("limitation.left", left=day(left), last=day(first))
    if claimed is None:
        return
    if again:
        yield step("limitation.claimed", claimed=day(claimed), last=day(last))
    elif claimed <= left:
        yield step("limitation.claimed_early", claimed=day(claimed))
    else:
        yield step("limitation.claimed_late", claimed=day(claimed), last=day(first))


def _standing(last: date, today: date) -> Step:
    ahead = (last - today).days
    if ahead > 0:
        return step("limitation.ahead", last=day(last), days=str(ahead))
    if ahead == 0:
        return step("limitation.today", last=day(last))
    return step("limitation.passed", last=day(last), days=str(-ahead))


def _inspection(due: date, today: date) -> Iterator[Step]:
    last = months_after(due, LOOK_BACK.count)
    yield step("limitation.look_back", due=day(due), last=day(last))
    if today > last:
        yield step("limitation.look_back_passed", last=day(last))
