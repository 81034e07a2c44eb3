"""开工第一课 as pages: what editors write in plain Markdown, woven into what the site engine reads.

Pure text, before any engine: questions become something to tap, a film a player, a tick list boxes, and every lesson
says where it stands in its course. All of it works without a script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from math import ceil
from posixpath import dirname, join, normpath
from typing import Final

from generator import routes
from generator.course.lesson import QUESTIONS, VIDEO, Lesson, Question, Video, read_lesson

FOLDER: Final = "lessons/"
"""Below `content/pages`."""
PACE: Final = 300
"""Characters a minute, for somebody who reads seldom."""

_ROOT: Final = "content/pages/"
_PATH: Final = re.compile(r"lessons/([a-z-]+)/(\d{2})-[a-z0-9-]+\.md")
_TITLE: Final = re.compile(r"^title: *(.+?) *$", re.MULTILINE)
_HEAD: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CHARACTER: Final = re.compile(r"[\u4e00-\u9fff]")
_HEADING: Final = re.compile(r"## +(.+?) *(?:\{[^}]*\})?")
_OPTION: Final = re.compile(r"- \[([ x])\] +(.+)")
_CASE: Final = re.compile(r"\[([^\[\]]+)\]\(case:([^()\s]+)\)")
_LINK: Final = re.compile(r"\]\((?![a-z]+:|#)([^()\s]+)\)")
_SLOT: Final = re.compile(r"<!-- (lessons|quiz): ([a-z-]+) -->")

_OPTION_MARKS: Final = {True: 'markdown="1" data-right="1"', False: 'markdown="1"'}

_SIGNED: Final = '<p class="lesson-sign">核对人：<span></span>　日期：<span></span></p>'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesson stands: its source, its title, how long it takes and which of its course it is."""

    source: str
    lesson: Lesson
    minutes: int
    number: int

    @property
    def title(self) -> str:
        """What the lesson is called."""
        return self.lesson.title


def woven(sources: Mapping[str, str]) -> dict[str, str]:
    """Every page below `FOLDER` as the engine is to read it; paths are those below `content/pages`."""
    courses = _courses(sources)
    return {source: _page(source, text, sources, courses) for source, text in sources.items()}


def _courses(sources: Mapping[str, str]) -> dict[str, list[Place]]:
    """The lessons of each course in the order of their names."""
    found: dict[str, list[Place]] = {}
    for source in sorted(sources):
        match = _PATH.fullmatch(source)
        if match:
            lessons = found.setdefault(match[1], [])
            text = sources[source]
            lessons.append(Place(source, read_lesson(text, f"{_ROOT}{source}"), _minutes(text), len(lessons) + 1))
    return found


def _title(text: str) -> str:
    found = _TITLE.search(text)
    return found[1] if found else ""


def _minutes(text: str) -> int:
    """At least one; what stands above the page is not read."""
    return max(1, ceil(len(_CHARACTER.findall(_HEAD.sub("", text))) / PACE))


def _page(source: str, text: str, sources: Mapping[str, str], courses: Mapping[str, list[Place]]) -> str:
    match = _PATH.fullmatch(source)
    lessons = courses[match[1]] if match else []
    at = next((place for place in lessons if place.source == source), None)
    body = _body(source, text, at.lesson if at else None)
    if at:
        course = _title(sources.get(join(dirname(source), "index.md"), ""))
        body = re.sub(r"^# .+$", rf"\g<0>\n\n{_where(at, lessons, course)}", body, count=1, flags=re.MULTILINE)
        body += f"\n{_turn(at, lessons, _end(source, sources))}\n"
    return _SLOT.sub(lambda slot: _filled(slot, source, courses), body)


def _filled(slot: re.Match[str], source: str, courses: Mapping[str, list[Place]]) -> str:
    lessons = courses.get(slot[2], [])
    return _list(source, lessons) if slot[1] == "lessons" else _quiz(source, lessons)


def _list(source: str, lessons: Sequence[Place]) -> str:
    """The lessons of a course, each with the time that it takes."""
    items = (
        f'<li><a href="{_address(source, place.source)}"><b>{place.number}. {escape(place.title)}</b>'
        f"<span>约{place.minutes}分钟</span></a></li>"
        for place in lessons
    )
    return "\n".join(('<ul class="ways lesson-list">', *items, "</ul>"))


def _where(at: Place, lessons: Sequence[Place], course: str) -> str:
    return f"[{course}](index.md) 第{at.number}课，共{len(lessons)}课，约{at.minutes}分钟\n{{ .lesson-at }}"


def _end(source: str, sources: Mapping[str, str]) -> str:
    """Where the last lesson of a course leads."""
    has_quiz = join(dirname(source), "quiz.md") in sources
    return "[这门课的全部题目](quiz.md)" if has_quiz else "[回到这门课的目录](index.md)"


def _turn(at: Place, lessons: Sequence[Place], end: str) -> str:
    """The way to the next lesson, first because that is where most go, and back."""
    after = next((later for one, later in pairwise(lessons) if one == at), None)
    before = next((one for one, later in pairwise(lessons) if later == at), None)
    ways = [
        f"[下一课：{after.title}]({after.source.rpartition('/')[2]})" if after else end,
        *([f"[上一课：{before.title}]({before.source.rpartition('/')[2]})"] if before else []),
    ]
    items = "\n".join(f"- {way}" for way in ways)
    return f'<nav class="pager lesson-turn" aria-label="前后两课" markdown="1">\n\n{items}\n\n</nav>'


def _quiz(source: str, lessons: Sequence[Place]) -> str:
    """Every question of a course, each with the way to its lesson."""
    return "\n\n".join(
        f"{_drawn(question, source, place.source)}\n\n[第{place.number}课：{place.title}]"
        f"({_relative(source, place.source)})\n{{ .lesson-from }}"
        for place in lessons
        for question in place.lesson.questions
    )


def _named(line: str) -> str | None:
    found = _HEADING.fullmatch(line)
    return found[1] if found else None


def _body(source: str, text: str, lesson: Lesson | None) -> str:
    """The page with its boxes and its links to cases; a lesson with its questions and its film too."""
    pieces: list[str] = []
    for heading, lines in _parts(text.split("\n")):
        if lesson and heading == QUESTIONS:
            drawn = [_drawn(question, source, source) for question in lesson.questions]
            pieces += [lines[0], "", *"\n\n".join(drawn).split("\n"), ""]
        elif lesson and heading == VIDEO:
            pieces += _film(source, lines, lesson.videos)
        else:
            pieces += _boxed(lines)
    up = routes.to_root(address_of(source))
    return _CASE.sub(lambda found: f'<a href="{up}{routes.case(found[2])}">{found[1]}</a>', "\n".join(pieces))


def _parts(lines: Iterable[str]) -> Iterator[tuple[str | None, list[str]]]:
    """The lines from one heading of the second level to the next, that heading included."""
    heading: str | None = None
    some: list[str] = []
    for line in lines:
        if line.startswith("## "):
            yield heading, some
            heading, some = _named(line), []
        some.append(line)
    yield heading, some


def _drawn(question: Question, source: str, origin: str) -> str:
    """A question whose answers open where they are tapped; links of `origin` are rewritten for the page `source`."""
    told = question.why.markdown if question.why else ""
    why = _LINK.sub(lambda link: f"]({_relative(source, resolved(origin, link[1]))})", told)
    said = {True: f"**对。** {why}", False: "**不对。** 再选一次。"}
    options = "\n\n".join(
        f"<details {_OPTION_MARKS[option.right]}>\n<summary>{escape(option.said.markdown)}</summary>"
        f"\n\n{said[option.right]}\n\n</details>"
        for option in question.options
    )
    return f'<div class="lesson-quiz" markdown="1">\n\n### {question.asked.markdown}\n\n{options}\n\n</div>'


def _film(source: str, lines: Sequence[str], videos: Sequence[Video]) -> list[str]:
    """A player for the bureau's own film; below it the file itself, for phones that play nothing in a page."""
    film = next((one for one in videos if one.poster), None)
    if film is None or film.poster is None:
        return list(lines)
    up, spoken = routes.to_root(address_of(source)), film.transcript.markdown if film.transcript else ""
    poster, file = (f"{up}{resolved(source, path)}" for path in (film.poster, film.file))
    return [
        lines[0],
        "",
        f'<video class="lesson-video" controls playsinline preload="none" aria-label="{escape(film.picture)}"',
        f'poster="{poster}"><source src="{file}" type="video/mp4"></video>',
        "",
        f"[放不出来，下载视频]({film.file})",
        "",
        f"<details>\n<summary>视频里说了什么</summary>\n<p>{escape(spoken)}</p>\n</details>",
        "",
    ]


def _boxed(lines: Iterable[str]) -> Iterator[str]:
    """Lines to tick off become boxes; on paper there is room below them for a name and a day."""
    for is_ticks, some in groupby(lines, key=lambda line: _OPTION.fullmatch(line) is not None):
        if not is_ticks:
            yield from some
            continue
        boxes = (_OPTION.sub(r'- <label><input type="checkbox"> <span>\2</span></label>', line) for line in some)
        yield from ('<div class="lesson-ticks" markdown="1">', "", *boxes, "", _SIGNED, "", "</div>")


def resolved(source: str, link: str) -> str:
    """The path below `content/pages` that a link in `source` leads to."""
    path, mark, anchor = link.partition("#")
    return f"{normpath(join(dirname(source), path))}{mark}{anchor}"


def _relative(source: str, target: str) -> str:
    """How `source` writes a link to `target`."""
    return "../" * dirname(source).count("/") + "../" * bool(dirname(source)) + target


def address_of(source: str) -> str:
    """The address of a page, by its path below `content/pages`."""
    return source.removesuffix("index.md") if source.endswith("index.md") else f"{source.removesuffix('.md')}/"


def _address(source: str, target: str) -> str:
    return f"{routes.to_root(address_of(source))}{address_of(target)}"
