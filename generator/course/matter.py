"""What hand-outs are made of: the lessons, and lists of three other pages, from the same Markdown as the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.course.lesson import Lesson, Point, is_lesson, points, read_lesson

ROOT: Final = "content/pages/"
HELP: Final = f"{ROOT}help.md"
CALL: Final = "电话里说五件事"
"""What a worker says on the telephone: a numbered list on the page `HELP`."""
EVIDENCE: Final = f"{ROOT}help/evidence.md"
PROOF: Final = ("证据", "证明什么")
"""The columns of the table on the page `EVIDENCE`: what to keep, and what it proves."""
TEN: Final = f"{ROOT}firms/ten.md"
RULES: Final = "十条"
"""工资支付十条: a numbered list on the page `TEN`."""
_LESSONS: Final = "lessons/"


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is printed of what is taught; empty where a page is not there."""

    lessons: tuple[Lesson, ...] = ()
    """In the order of their files."""
    call: tuple[Point, ...] = ()
    rules: tuple[Point, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    """(what to keep, what it proves), as the page writes it."""

    def source_of(self, text: str) -> str:
        """The file that says something; empty where none of these does."""
        said = (
            *((lesson.file, lesson.title + lesson.description) for lesson in self.lessons),
            *((line.span.file, line.markdown) for lesson in self.lessons for line in lesson.lines),
            *((point.said.span.file, point.said.markdown) for point in (*self.call, *self.rules)),
            *((EVIDENCE, what + proves) for what, proves in self.evidence),
        )
        return next((file for file, words in said if text in words), "")

    def of(self, course: str) -> tuple[Lesson, ...]:
        """The lessons of one course."""
        return tuple(lesson for lesson in self.lessons if lesson.course == course)


NOTHING: Final = Matter()


def matter(texts: Mapping[str, str]) -> Matter:
    """Gather it from the editorial pages; paths are those below `ROOT`."""
    lessons = (
        read_lesson(texts[path], f"{ROOT}{path}") for path in sorted(texts) if is_lesson(path.removeprefix(_LESSONS))
    )
    listed = tuple(_columns(texts.get(EVIDENCE.removeprefix(ROOT), ""), PROOF))
    return Matter(tuple(lessons), _points(texts, HELP, CALL), _points(texts, TEN, RULES), listed)


def _points(texts: Mapping[str, str], file: str, heading: str) -> tuple[Point, ...]:
    text = texts.get(file.removeprefix(ROOT))
    return points(text, file, heading) if text else ()


def _columns(text: str, names: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Two columns of the first table that has both; the line below its heads is no row."""
    rows = ([cell.strip() for cell in line.strip("| ").split("|")] for line in text.split("\n") if line.startswith("|"))
    heads = next((row for row in rows if set(names) <= set(row)), [])
    first, second = (heads.index(name) if heads else 0 for name in names)
    for row in rows:
        if len(row) == len(heads) and row[first].strip("-:"):
            yield row[first], row[second]
