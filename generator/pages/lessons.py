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

FOLDER: Final = "lessons/"
"""Below `content/pages`."""
QUESTIONS: Final = "两道题"
VIDEO: Final = "视频"
PACE: Final = 300
"""Characters a minute, for somebody who reads seldom."""

_PATH: Final = re.compile(r"lessons/([a-z-]+)/(\d{2})-[a-z0-9-]+\.md")
_TITLE: Final = re.compile(r"^title: *(.+?) *$", re.MULTILINE)
_HEAD: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CHARACTER: Final = re.compile(r"[\u4e00-\u9fff]")
_HEADING: Final = re.compile(r"## +(.+?) *(?:\{[^}]*\})?")
_ASKED: Final = re.compile(r"### +(.+)")
_OPTION: Final = re.compile(r"- \[([ x])\] +(.+)")
_ANSWER: Final = re.compile(r"答： *(.+)")
_TRANSCRIPT: Final = re.compile(r"文字稿： *(.+)")
_CASE: Final = re.compile(r"\[([^\[\]]+)\]\(case:([^()\s]+)\)")
_FILM: Final = re.compile(r"\[!\[([^\[\]]*)\]\(([^()\s]+)\)\]\(([^()\s]+)\)")
_LINK: Final = re.compile(r"\]\((?![a-z]+:|#)([^()\s]+)\)")
_SLOT: Final = re.compile(r"<!-- (lessons|quiz): ([a-z-]+) -->")

_OPTION_MARKS: Final = {True: 'markdown="1" data-right="1"', False: 'markdown="1"'}

_SIGNED: Final = '<p class="lesson-sign">核对人：<span></span>　日期：<span></span></p>'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lesson stands: its source, its title, how long it takes and which of its course it is."""

    source: str
    title: str
    minutes: int
    number: int


@dataclass(frozen=True, slots=True)
class _Question:
    asked: str
    options: tuple[tuple[bool, str], ...]
    why: str


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
            lessons.append(Place(source, _title(sources[source]), _minutes(sources[source]), len(lessons) + 1))
    return found


def _title(text: str) -> str:
    found = _TITLE.search(text)
    return found[1] if found else ""


def _minutes(text: str) -> int:
    """At least one; what stands above the page is not read."""
    return max(1, ceil(len(_CHARACTER.findall(_HEAD.sub("", text))) / PACE))


def _page(source: str, text: str, sources: Mapping[str, str], courses: Mapping[str, list[Place]]) -> str:
    match = _PATH.fullmatch(source)
    body = _body(source, text)
    if match:
        lessons = courses[match[1]]
        at = next(place for place in lessons if place.source == source)
        course = _title(sources.get(join(dirname(source), "index.md"), ""))
        body = re.sub(r"^# .+$", rf"\g<0>\n\n{_where(at, lessons, course)}", body, count=1, flags=re.MULTILINE)
        body += f"\n{_turn(at, lessons, _end(source, sources))}\n"
    return _SLOT.sub(lambda slot: _filled(slot, source, sources, courses), body)


def _filled(slot: re.Match[str], source: str, sources: Mapping[str, str], courses: Mapping[str, list[Place]]) -> str:
    lessons = courses.get(slot[2], [])
    return _list(source, lessons) if slot[1] == "lessons" else _quiz(source, lessons, sources)


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


def _quiz(source: str, lessons: Sequence[Place], sources: Mapping[str, str]) -> str:
    """Every question of a course, each with the way to its lesson."""
    return "\n\n".join(
        f"{_drawn(question, source, place.source)}\n\n[第{place.number}课：{place.title}]"
        f"({_relative(source, place.source)})\n{{ .lesson-from }}"
        for place in lessons
        for question in _questions(_section(sources[place.source], QUESTIONS))
    )


def _section(text: str, heading: str) -> list[str]:
    """The lines below one heading of the second level."""
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if _named(line) == heading]
    if not found:
        return []
    rest = lines[found[0] + 1 :]
    return rest[: next((at for at, line in enumerate(rest) if line.startswith("## ")), len(rest))]


def _named(line: str) -> str | None:
    found = _HEADING.fullmatch(line)
    return found[1] if found else None


def _body(source: str, text: str) -> str:
    """The page with its questions, its film, its boxes and its links to cases."""
    pieces: list[str] = []
    for heading, lines in _parts(text.split("\n")):
        match heading:
            case "两道题":
                drawn = [_drawn(question, source, source) for question in _questions(lines)]
                pieces += [lines[0], "", *"\n\n".join(drawn).split("\n"), ""]
            case "视频":
                pieces += _film(source, lines)
            case _:
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


def _questions(lines: Iterable[str]) -> Iterator[_Question]:
    asked, options, why = "", list[tuple[bool, str]](), ""
    for line in lines:
        if found := _ASKED.fullmatch(line):
            if asked:
                yield _Question(asked, tuple(options), why)
            asked, options, why = found[1], [], ""
        elif found := _OPTION.fullmatch(line):
            options.append((found[1] == "x", found[2]))
        elif found := _ANSWER.fullmatch(line):
            why = found[1]
    if asked:
        yield _Question(asked, tuple(options), why)


def _drawn(question: _Question, source: str, origin: str) -> str:
    """A question whose answers open where they are tapped; links of `origin` are rewritten for the page `source`."""
    why = _LINK.sub(lambda link: f"]({_relative(source, resolved(origin, link[1]))})", question.why)
    said = {True: f"**对。** {why}", False: "**不对。** 再选一次。"}
    options = "\n\n".join(
        f"<details {_OPTION_MARKS[right]}>\n<summary>{escape(text)}</summary>\n\n{said[right]}\n\n</details>"
        for right, text in question.options
    )
    return f'<div class="lesson-quiz" markdown="1">\n\n### {question.asked}\n\n{options}\n\n</div>'


def _film(source: str, lines: Sequence[str]) -> list[str]:
    """A player for the bureau's own film; below it the file itself, for phones that play nothing in a page."""
    film = next((found for line in lines if (found := _FILM.fullmatch(line.strip()))), None)
    if film is None:
        return list(lines)
    spoken = next((found[1] for line in lines if (found := _TRANSCRIPT.fullmatch(line))), "")
    up = routes.to_root(address_of(source))
    poster, file = (f"{up}{resolved(source, film[place])}" for place in (2, 3))
    return [
        lines[0],
        "",
        f'<video class="lesson-video" controls playsinline preload="none" aria-label="{escape(film[1])}"',
        f'poster="{poster}"><source src="{file}" type="video/mp4"></video>',
        "",
        f"[放不出来，下载视频]({film[3]})",
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
