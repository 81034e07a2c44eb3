"""A hand-out → what its template prints, and what each of its pages must say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, assert_never

from generator import routes
from generator.course.lesson import LESSONS, Lesson, Point
from generator.course.matter import HELP, TEN, Matter
from generator.disclosure.public import PublicPortal
from generator.posters.code import encode, svg
from generator.posters.compose import Data, Sheet, address_of, city_facts, in_words
from generator.posters.handouts.kinds import WORKERS, Handout, Kind
from generator.posters.handouts.slides import slides
from generator.posters.handouts.text import runs, titles, words
from generator.posters.proof import Expected, Page, Words

PANELS: Final = 3
"""Of the leaflet's six, those inside: they hold the lessons."""
_PER_SIDE: Final = 3
"""Systems on one side of the tick list."""
_TEMPLATES: Final = {Kind.LEAFLET: "leaflet", Kind.TICKS: "ticks", Kind.RULES: "rules", Kind.DECK: "deck"}


@dataclass(frozen=True, slots=True)
class Side:
    """One page of a hand-out."""

    data: Data
    words: tuple[str, ...]
    """What its text layer must hold."""
    source: str
    """The file that an editor has to mend when the page does not hold its text."""
    coded: bool
    """True where the city's code stands on it."""


def facts(handout: Handout, portal: PublicPortal, matter: Matter) -> Data:
    """All that it says, as its template receives it; of its code the address, not the drawing."""
    return {
        **city_facts(portal),
        "title": handout.name,
        "keywords": ["开工第一课", handout.kind.value],
        "lessons": f"{in_words(address_of(portal, None)).rpartition('/')[0]}/{routes.TEACHING}",
        "day": [portal.as_of.year, portal.as_of.month, portal.as_of.day],
        "pages": [side.data for side in sides(handout, matter)],
    }


def handout_sheet(handout: Handout, portal: PublicPortal, matter: Matter) -> Sheet:
    """The file to be set."""
    address = address_of(portal, None)
    symbol = encode(address)
    data = {**facts(handout, portal, matter), "qr": svg(symbol)}
    code = Expected(address, "", len(symbol.rows))
    pages = tuple(_page(side, code) for side in sides(handout, matter))
    return Sheet(_TEMPLATES[handout.kind], data, pages)


def _page(side: Side, code: Expected) -> Page:
    said = tuple(Words(text) for text in side.words if text)
    return (code, *said) if side.coded else said


def sides(handout: Handout, matter: Matter) -> tuple[Side, ...]:
    """Its pages, in order."""
    lessons = matter.of(handout.course)
    match handout.kind:
        case Kind.LEAFLET:
            return tuple(_leaflet(matter))
        case Kind.TICKS:
            return tuple(_ticks([lesson for lesson in lessons if lesson.ticks]))
        case Kind.RULES:
            return (_rules(matter.rules),)
        case Kind.DECK:
            said = slides(handout.course, lessons)
            return tuple(Side(one.data, one.words, one.source, one.coded) for one in said)
        case _:
            assert_never(handout.kind)


def _leaflet(matter: Matter) -> Iterator[Side]:
    """Outside and inside. Whoever opens it sees the flap with what to keep first, then the lessons."""
    lessons = matter.of(WORKERS)
    call = [runs(point.said.markdown) for point in matter.call]
    kept = [{"what": runs(what), "proves": runs(proves)} for what, proves in matter.evidence]
    told = (*(words(one) for one in call), *(words(runs(what)) for what, _ in matter.evidence))
    yield Side({"call": call, "evidence": kept}, told, HELP, coded=True)
    data: Data = {"panels": [[_taught(lesson) for lesson in panel] for panel in _dealt(lessons)]}
    yield Side(data, tuple(_sentences(lessons)), lessons[0].file, coded=False)


def _dealt(lessons: Sequence[Lesson]) -> list[Sequence[Lesson]]:
    """The lessons over the panels as evenly as it goes, the first panels taking what is left over."""
    each, over = divmod(len(lessons), PANELS)
    starts = [panel * each + min(panel, over) for panel in range(PANELS + 1)]
    return [lessons[start:end] for start, end in pairwise(starts)]


def _taught(lesson: Lesson) -> Data:
    said = [runs(one.markdown) for one in lesson.sentences]
    return {"number": lesson.number, "title": lesson.title, "sentences": said}


def _sentences(lessons: Sequence[Lesson]) -> Iterator[str]:
    for lesson in lessons:
        yield lesson.title
        yield from (words(runs(one.markdown)) for one in lesson.sentences)


def _ticks(lessons: Sequence[Lesson]) -> Iterator[Side]:
    for start in range(0, len(lessons), _PER_SIDE):
        some = lessons[start : start + _PER_SIDE]
        ticked = [[runs(one.markdown) for one in lesson.ticks] for lesson in some]
        data: Data = {
            "systems": [
                {"number": lesson.number, "title": lesson.title, "ticks": ticks}
                for lesson, ticks in zip(some, ticked, strict=True)
            ]
        }
        said = (*(lesson.title for lesson in some), *(words(one) for ticks in ticked for one in ticks))
        yield Side(data, said, some[0].file, coded=True)


def _rules(rules: Sequence[Point]) -> Side:
    said = [runs(_uncited(point)) for point in rules]
    cited = [titles(point.articles) for point in rules]
    data: Data = {"rules": [{"runs": one, "articles": some} for one, some in zip(said, cited, strict=True)]}
    return Side(data, (*(words(one) for one in said), *(title for some in cited for title in some)), TEN, coded=True)


def _uncited(point: Point) -> str:
    """The sentence without the bracket that holds its articles, which stand on a line of their own."""
    first = next((one for one in point.articles), None)
    if first is None:
        return point.said.markdown
    start = point.said.markdown.find(f"[{first.title}](")
    return point.said.markdown[:start].rstrip("（(") + "。"


def source_of(handout: Handout, matter: Matter, page: int) -> str:
    """The file that one of its pages, counted from 1, is made of; that of its course where no page is meant."""
    found = sides(handout, matter)
    return found[page - 1].source if 0 < page <= len(found) else f"{LESSONS}/{handout.course}/index.md"
