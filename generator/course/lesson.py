"""A lesson of 开工第一课: Markdown under fixed headings → a frozen value in which every part has its place.

Reading never fails: what is missing is None or empty, and the rules (C701–C719) say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from generator.problems import Span

LESSONS: Final = "content/pages/lessons"
COURSES: Final[Mapping[str, str]] = MappingProxyType(
    {"workers": "工友课", "firms": "企业课", "systems": "六项制度", "officers": "劳资专管员课"}
)
"""Folder → the course that it holds, in the order of teaching."""
SYSTEMS: Final = "systems"

SENTENCES: Final = "记住三句话"
EXPLANATION: Final = "讲一讲"
CASE: Final = "一个案例"
QUESTIONS: Final = "两道题"
ARTICLES: Final = "依据"
HEADINGS: Final = (SENTENCES, EXPLANATION, CASE, QUESTIONS, ARTICLES)
"""What every lesson has, in this order."""
TICKS: Final = "逐项核对"
VIDEO: Final = "视频"
PARTS: Final = ("做什么", "谁来做", "什么时候做", "怎么检查", "不做的后果", "留什么材料")
"""What a lesson about one of the six systems explains, in this order, each under its own smaller heading."""

_NAME: Final = re.compile(r"(\d{2})-([a-z0-9-]+)\.md")
_SETTING: Final = re.compile(r"(\w+): *(.*?) *")
_FENCE: Final = "---"
_HEADING: Final = re.compile(r"## +(.+?) *(?:\{[^}]*\})?")
_PART: Final = re.compile(r"### +(.+?) *(?:\{[^}]*\})?")
_NUMBERED: Final = re.compile(r"\d+\. +(.+)")
_OPTION: Final = re.compile(r"- \[([ x])\] +(.+)")
_ANSWER: Final = re.compile(r"答： *(.+)")
_TRANSCRIPT: Final = re.compile(r"文字稿： *(.+)")
_LAW: Final = re.compile(r"\[([^\[\]]+)\]\((?:\.\./)*laws\.md#([a-z0-9-]+)\)")
_CASE_LINK: Final = re.compile(r"\]\(case:([^()\s]+)\)")
_VIDEO: Final = re.compile(
    r"\[(?:!\[(?P<picture>[^\[\]]*)\]\((?P<poster>[^()\s]*)\)|[^\[\]!]*)\]\((?P<file>[^()\s]+)\)"
)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS: Final = re.compile(r"\*\*|`|^> *|\{ *\.[^}]*\}")


@dataclass(frozen=True, slots=True)
class Said:
    """Markdown as it was written, with the place where it begins."""

    markdown: str
    span: Span

    @property
    def plain(self) -> str:
        """The words alone, for paper: no links, no marks."""
        return plain(self.markdown)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    said: Said
    right: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers in the order of the file."""

    asked: Said
    options: tuple[Option, ...]
    why: Said | None
    """Why the right answer is right."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A link to an article: `《劳动合同法》第十条`, `contract-10`."""

    title: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a numbered list, with the articles that it stands on."""

    said: Said
    articles: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A link to the page of a case, by its number."""

    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class Video:
    """A film of the bureau's own. Paths are as the page writes them, relative to the lesson's file."""

    file: str
    poster: str | None
    picture: str
    """What the poster image shows, in words; empty where nobody wrote it."""
    transcript: Said | None
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the explanation under a smaller heading; the first may have none."""

    heading: Said | None
    body: Said


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. `headings` are those of the page as they stand there, so that a rule can speak of their order."""

    file: str
    course: str
    """Folder of the course, a key of `COURSES`."""
    number: int
    """Its place in the course, from 1."""
    title: str
    description: str
    headings: tuple[Said, ...]
    sentences: tuple[Said, ...]
    parts: tuple[Part, ...]
    case: Said | None
    cases: tuple[CaseLink, ...]
    questions: tuple[Question, ...]
    ticks: tuple[Said, ...]
    articles: tuple[Citation, ...]
    """Those that the section 依据 lists."""
    cited: tuple[Citation, ...]
    """Those that the rest of the page links to."""
    videos: tuple[Video, ...]
    lines: tuple[Said, ...]
    """Every line that holds something."""


def plain(markdown: str) -> str:
    """The words of a piece of Markdown alone."""
    return _MARKS.sub("", _LINK.sub(r"\1", markdown)).strip()


def is_lesson(path: str) -> bool:
    """True for `workers/01-contract.md` below `LESSONS`; a course's own pages have no number."""
    course, _, name = path.partition("/")
    return course in COURSES and _NAME.fullmatch(name) is not None


def read_lesson(text: str, file: str) -> Lesson:
    """Read one file; `file` is its path below the root and must be that of a lesson.

    Raises ValueError for any other path.
    """
    course, _, name = file.removeprefix(f"{LESSONS}/").partition("/")
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(f"not the path of a lesson: {file}")
    lines, settings = _lines(text, file)
    sections = dict(_sections(lines))
    bodies = {heading.markdown: body for heading, body in reversed(sections.items())}
    after = [line for heading, body in sections.items() if heading.markdown != ARTICLES for line in body]
    return Lesson(
        file,
        course,
        int(found[1]),
        settings.get("title", ""),
        settings.get("description", ""),
        headings=tuple(sections),
        sentences=tuple(_matching(_NUMBERED, bodies.get(SENTENCES, ()))),
        parts=tuple(_parts(bodies.get(EXPLANATION, ()))),
        case=_together(bodies.get(CASE, ())),
        cases=tuple(CaseLink(one[1], span) for one, span in _all(_CASE_LINK, lines)),
        questions=tuple(_questions(bodies.get(QUESTIONS, ()))),
        ticks=tuple(Said(said.markdown, said.span) for said, _ in _options(bodies.get(TICKS, ()))),
        articles=tuple(_citations(bodies.get(ARTICLES, ()))),
        cited=tuple(_citations(after)),
        videos=tuple(_videos(bodies.get(VIDEO, ()))),
        lines=tuple(lines),
    )


def points(text: str, file: str, heading: str) -> tuple[Point, ...]:
    """The numbered list that a page, which need be no lesson, has below one heading of the second level."""
    lines, _ = _lines(text, file)
    bodies = {found.markdown: body for found, body in _sections(lines)}
    return tuple(Point(said, tuple(_citations([said]))) for said in _matching(_NUMBERED, bodies.get(heading, ())))


def _lines(text: str, file: str) -> tuple[list[Said], dict[str, str]]:
    """The lines of the page that hold something, and what stands above them between two lines of ---."""
    numbered = list(enumerate(text.split("\n"), 1))
    settings: dict[str, str] = {}
    if numbered[0][1] == _FENCE:
        end = next((number for number, line in numbered[1:] if line == _FENCE), 1)
        head, numbered = numbered[1 : end - 1], numbered[end:]
        settings = {one[1]: one[2] for _, line in head if (one := _SETTING.fullmatch(line))}
    return [_said(line, file, number) for number, line in numbered if line.strip()], settings


def _said(line: str, file: str, number: int) -> Said:
    text = line.strip()
    return Said(text, Span(file, number, line.index(text) + 1, len(text)))


def _sections(lines: Iterable[Said]) -> Iterator[tuple[Said, list[Said]]]:
    """Every heading of the second level with the lines below it."""
    heading, body = None, list[Said]()
    for line in lines:
        found = _HEADING.fullmatch(line.markdown)
        if found:
            if heading:
                yield heading, body
            heading, body = Said(found[1], line.span), []
        else:
            body.append(line)
    if heading:
        yield heading, body


def _together(lines: Iterable[Said]) -> Said | None:
    """Several lines as one text at the place of the first, with an empty line where the file has one or more."""
    some = list(lines)
    if not some:
        return None
    parting = ("\n" if after.span.line == one.span.line + 1 else "\n\n" for one, after in pairwise(some))
    text = "".join(part for pair in zip(("", *parting), some, strict=True) for part in (pair[0], pair[1].markdown))
    return Said(text, some[0].span)


def _matching(pattern: re.Pattern[str], lines: Iterable[Said]) -> Iterator[Said]:
    return (Said(found[1], line.span) for line in lines if (found := pattern.fullmatch(line.markdown)))


def _all(pattern: re.Pattern[str], lines: Iterable[Said]) -> Iterator[tuple[re.Match[str], Span]]:
    """Every match with its own place."""
    for line in lines:
        for found in pattern.finditer(line.markdown):
            column = line.span.column + found.start()
            yield found, line.span._replace(column=column, length=len(found[0]))


def _parts(lines: Iterable[Said]) -> Iterator[Part]:
    for heading, body in _split(lines):
        text = _together(body)
        if text or heading:
            yield Part(heading, text or Said("", heading.span if heading else Span("")))


def _split(lines: Iterable[Said]) -> Iterator[tuple[Said | None, list[Said]]]:
    """The lines below each heading of the third level; first those above any."""
    heading: Said | None = None
    body: list[Said] = []
    for line in lines:
        found = _PART.fullmatch(line.markdown)
        if found:
            yield heading, body
            heading, body = Said(found[1], line.span), []
        else:
            body.append(line)
    yield heading, body


def _questions(lines: Iterable[Said]) -> Iterator[Question]:
    for asked, body in _split(lines):
        if asked:
            options = tuple(Option(said, right) for said, right in _options(body))
            yield Question(asked, options, next(_matching(_ANSWER, body), None))


def _options(lines: Iterable[Said]) -> Iterator[tuple[Said, bool]]:
    return (
        (Said(found[2], line.span), found[1] == "x") for line in lines if (found := _OPTION.fullmatch(line.markdown))
    )


def _citations(lines: Iterable[Said]) -> Iterator[Citation]:
    return (Citation(found[1], found[2], span) for found, span in _all(_LAW, lines))


def _videos(lines: Iterable[Said]) -> Iterator[Video]:
    some = list(lines)
    transcript = next(_matching(_TRANSCRIPT, some), None)
    for found, span in _all(_VIDEO, [line for line in some if not line.markdown.startswith("文字稿：")]):
        yield Video(found["file"], found["poster"] or None, found["picture"] or "", transcript, span)
