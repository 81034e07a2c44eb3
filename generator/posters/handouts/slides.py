"""The slides of a course: for each lesson a title, three sentences, the case, questions and then answers, the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.course.lesson import COURSES, LESSONS, Lesson, Question
from generator.posters.compose import Data
from generator.posters.handouts.text import paragraphs, runs, texts, titles, words

_LETTERS: Final = "ABCDEFGH"
_RIGHT: Final = "对"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; see `Side` for its parts."""

    data: Data
    words: tuple[str, ...]
    source: str
    coded: bool = False


def slides(course: str, lessons: Sequence[Lesson]) -> Iterator[Slide]:
    """All of them, first and last with the city's code."""
    index, name = f"{LESSONS}/{course}/index.md", COURSES[course]
    listed = [{"number": lesson.number, "title": lesson.title} for lesson in lessons]
    yield Slide({"kind": "cover", "course": name}, (name,), index, coded=True)
    yield Slide({"kind": "contents", "course": name, "lessons": listed}, tuple(one.title for one in lessons), index)
    for lesson in lessons:
        yield from (Slide({"lesson": _where(lesson), **one.data}, one.words, one.source) for one in _lesson(lesson))
    yield Slide({"kind": "end"}, (), index, coded=True)


def _where(lesson: Lesson) -> str:
    return f"第{lesson.number}课　{lesson.title}"


def _lesson(lesson: Lesson) -> Iterator[Slide]:
    opening: Data = {"number": lesson.number, "title": lesson.title, "about": lesson.description}
    yield Slide({"kind": "lesson", **opening}, (lesson.title, lesson.description), lesson.file)
    yield _lines("sentences", "记住三句话", [runs(one.markdown) for one in lesson.sentences], lesson)
    case = paragraphs(lesson.case)
    if case:
        yield Slide({"kind": "case", "paragraphs": case}, ("一个案例", *texts(case)), lesson.file)
    if lesson.ticks:
        yield _lines("ticks", "逐项核对", [runs(one.markdown) for one in lesson.ticks], lesson)
    for number, question in enumerate(lesson.questions, 1):
        yield from _question(number, question, lesson)
    cited = titles(lesson.articles)
    yield Slide({"kind": "articles", "articles": cited}, ("依据", *cited), lesson.file)


def _lines(kind: str, heading: str, lines: Sequence[list[tuple[bool, str]]], lesson: Lesson) -> Slide:
    return Slide({"kind": kind, "lines": lines}, (heading, *(words(one) for one in lines)), lesson.file)


def _question(number: int, question: Question, lesson: Lesson) -> Iterator[Slide]:
    """The question alone, so that the room may think; on the next slide what is right, and why."""
    asked = runs(question.asked.markdown)
    options = [
        {"letter": letter, "runs": runs(option.said.markdown), "right": option.right}
        for letter, option in zip(_LETTERS, question.options, strict=False)
    ]
    said = (words(asked), *(words(runs(option.said.markdown)) for option in question.options))
    shown: Data = {"number": number, "asked": asked, "options": options}
    yield Slide({"kind": "question", **shown}, said, lesson.file)
    why = runs(question.why.markdown) if question.why else []
    yield Slide({"kind": "answer", **shown, "why": why}, (*said, _RIGHT, words(why)), lesson.file)
