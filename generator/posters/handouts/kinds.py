"""What is handed out, of which course, and what its file is called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator import routes
from generator.course.lesson import COURSES, SYSTEMS
from generator.course.matter import Matter

WORKERS: Final = "workers"
_FIRMS: Final = "firms"


class Kind(StrEnum):
    """A kind of hand-out; the value is what a person reads."""

    LEAFLET = "折页"
    TICKS = "核对单"
    RULES = "十条"
    DECK = "课件"


USES: Final = {
    Kind.LEAFLET: "给工友。横向双面打印，选「短边翻转」，照上下边的虚线折两次。",
    Kind.TICKS: "给工地。双面打印，每月核对一次，签名存档。",
    Kind.RULES: "给企业。打印一张，贴在办公室。",
    Kind.DECK: "给讲课的人。全屏放映；题目的下一页是答案。",
}
"""How each is printed, and for whom it is."""
PAPER: Final = "A4"
SCREEN: Final = "16：9"


@dataclass(frozen=True, slots=True)
class Handout:
    """One file to hand out, or to teach with."""

    kind: Kind
    course: str
    """Key of `COURSES`: what it is made of, or whom it is for."""

    @property
    def name(self) -> str:
        """What people call it."""
        match self.kind:
            case Kind.LEAFLET:
                return "工友折页"
            case Kind.TICKS:
                return "六项制度核对单"
            case Kind.RULES:
                return "工资支付十条"
            case Kind.DECK:
                return f"{COURSES[self.course].removesuffix('课')}课件"

    @property
    def size(self) -> str:
        """Its paper, or the shape of its slides."""
        return SCREEN if self.kind is Kind.DECK else PAPER

    @property
    def path(self) -> str:
        """Below `site/`."""
        return routes.handout(f"{self.kind.name.lower()}-{self.course}")


def handouts(matter: Matter) -> tuple[Handout, ...]:
    """What there is enough text for, what is printed most first."""
    paper = (
        (Handout(Kind.LEAFLET, WORKERS), bool(matter.of(WORKERS) and matter.call and matter.evidence)),
        (Handout(Kind.TICKS, SYSTEMS), any(lesson.ticks for lesson in matter.of(SYSTEMS))),
        (Handout(Kind.RULES, _FIRMS), bool(matter.rules)),
    )
    decks = (Handout(Kind.DECK, course) for course in COURSES if matter.of(course))
    return (*(one for one, is_there in paper if is_there), *decks)
