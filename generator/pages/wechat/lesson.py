"""A lesson of 开工第一课 → 推文."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator import routes
from generator.disclosure.public import PublicCase, PublicPortal, PublicSite
from generator.pages.lessons import address_of, resolved
from generator.pages.views import day_text
from generator.pages.wechat.cases import address, duties, ending, marks, until, words
from generator.pages.wechat.post import Block, Call, Heading, Items, Paragraph, Post, Tone

_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_MARKS: Final = re.compile(r"\*\*|`|^> *|\{ *\.[^}]*\}", re.MULTILINE)
_GAP: Final = re.compile(r"(?<=[。，；：！？]) +")
"""Between a mark that was set in bold and what follows it."""
_BULLET: Final = re.compile(r"[-*] +(?:\[[ x]\] +)?(.+)")
_NUMBERED: Final = re.compile(r"\d+\. +(.+)")
_LAWS: Final = "laws.md"
_CASE: Final = "case:"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers; `why` says why the right one is right, as Markdown."""

    question: str
    options: tuple[tuple[str, bool], ...]
    """Each with whether it is right."""
    why: str


@dataclass(frozen=True, slots=True)
class Teaching:
    """A lesson as an article needs it: every text is Markdown as the editors wrote it."""

    source: str
    """Below `content/pages`."""
    course: str
    title: str
    description: str
    sentences: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    """(heading, text) of the explanation; the first heading may be empty."""
    example: str
    asked: tuple[Asked, ...]
    ticks: tuple[str, ...]
    articles: tuple[str, ...]
    cases: tuple[str, ...]
    """Numbers of the cases that it leads to."""


@dataclass(frozen=True, slots=True)
class NotPublic:
    """A lesson that leads to a case that is not public on this day."""

    number: str


def lesson_post(lesson: Teaching, site: PublicSite) -> Post | NotPublic:
    """The lesson, if every case it leads to is public."""
    public = {case.number: case for case in site.cases}
    closed = next((number for number in lesson.cases if number not in public), None)
    if closed is not None:
        return NotPublic(closed)
    cases = [public[number] for number in dict.fromkeys(lesson.cases)]
    samples = tuple(case.number for case in cases if case.sample)
    return Post(
        slug=lesson.source.removeprefix("lessons/").removesuffix(".md").replace("/", "-"),
        title=lesson.title,
        digest=lesson.description,
        blocks=tuple(_blocks(lesson, site.portal, cases)),
        words=words(lesson.title, site.portal, sample=bool(samples)),
        numbers=tuple(case.number for case in cases),
        samples=samples,
        duties=duties(cases),
        as_of=site.portal.as_of,
        until=until(cases),
    )


def _blocks(lesson: Teaching, portal: PublicPortal, cases: Sequence[PublicCase]) -> Iterator[Block]:
    def said(markdown: str) -> str:
        return _said(markdown, lesson.source, portal)

    yield Paragraph(f"开工第一课　{lesson.course}", Tone.SMALL)
    yield from marks(cases, portal)
    yield Heading("记住三句话")
    yield Items(tuple(map(said, lesson.sentences)), numbered=True)
    yield Heading("讲一讲")
    for heading, text in lesson.parts:
        if heading:
            yield Paragraph(said(heading), Tone.LEAD)
        yield from _body(said(text))
    if lesson.example:
        yield Heading("一个案例")
        yield from _body(said(lesson.example))
    if lesson.ticks:
        yield Heading("逐项核对")
        yield Items(tuple(map(said, lesson.ticks)))
    yield Heading("想一想")
    for one in lesson.asked:
        yield from _question(
            Asked(said(one.question), tuple((said(text), right) for text, right in one.options), said(one.why))
        )
    yield Heading("依据")
    yield Items(tuple(map(said, lesson.articles)))
    yield from _close(lesson, portal, cases)


def _close(lesson: Teaching, portal: PublicPortal, cases: Sequence[PublicCase]) -> Iterator[Block]:
    yield Paragraph(f"这一课的地址：{address(address_of(lesson.source), portal)}", Tone.SMALL)
    if cases:
        yield from ending(cases, portal)
        return
    yield Paragraph(f"内容截至{day_text(portal.as_of)}。发现写错了，请告诉{portal.publisher}。", Tone.SMALL)
    yield Paragraph(f"网站：{portal.title} {address(routes.HOME, portal)}", Tone.SMALL)
    if portal.hotline and portal.hotline.number:
        yield Call(portal.hotline.number, "被欠薪，打这个电话")


def _question(one: Asked) -> Iterator[Block]:
    letters = [f"{letter}. {text}" for letter, (text, _) in zip("ABCDEFGH", one.options, strict=False)]
    right = "、".join(letter for letter, (_, right) in zip("ABCDEFGH", one.options, strict=False) if right)
    yield Paragraph(one.question, Tone.LEAD)
    yield Paragraph("\n".join(letters))
    yield Paragraph(f"答案：{right}。{one.why}", Tone.SMALL)


def _body(text: str) -> Iterator[Block]:
    """Paragraphs and lists, as empty lines and the marks of lists part them."""
    for piece in re.split(r"\n{2,}", text):
        for kind, lines in groupby(piece.split("\n"), key=_kind):
            yield from _piece(kind, list(lines))


def _kind(line: str) -> str:
    if _BULLET.fullmatch(line):
        return "bullet"
    return "number" if _NUMBERED.fullmatch(line) else "text"


def _piece(kind: str, lines: Iterable[str]) -> Iterator[Block]:
    match kind:
        case "text":
            joined = "".join(lines).strip()
            if joined:
                yield Paragraph(joined)
        case "bullet":
            yield Items(tuple(found[1] for line in lines if (found := _BULLET.fullmatch(line))))
        case _:
            yield Items(tuple(found[1] for line in lines if (found := _NUMBERED.fullmatch(line))), numbered=True)


def _said(markdown: str, source: str, portal: PublicPortal) -> str:
    """The words alone. A link says in words where it leads, for a 公众号 takes none; articles are cited already."""

    def spelt(link: re.Match[str]) -> str:
        text, target = link[1], link[2]
        if target.startswith(_CASE):
            return f"{text}（编号 {target.removeprefix(_CASE)}）"
        path, _, _ = resolved(source, target).partition("#")
        if path == _LAWS or not path.endswith(".md"):
            return text
        return f"{text}（{address(address_of(path), portal) if portal.base_url else f'见{portal.title}网站'}）"

    return _GAP.sub("", _MARKS.sub("", _LINK.sub(spelt, markdown))).strip()
