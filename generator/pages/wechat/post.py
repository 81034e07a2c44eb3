"""推文 as a value: blocks that are written once and read twice, as HTML and as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.pages.cards import CoverWords


class Tone(StrEnum):
    """How a paragraph stands out."""

    PLAIN = "plain"
    LEAD = "lead"
    SMALL = "small"
    """Sources, articles and what an editor would print in small letters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A part of the article begins."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """Who a part of the article is about, with what stands beside the name."""

    text: str
    beside: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its lines are parted by a line's end."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, as pairs of label and text."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a timeline."""

    day: str
    title: str
    facts: tuple[tuple[str, str], ...]
    grave: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """Acts in their order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where the order matters."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not miss: an invented record, a pending objection."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """The hotline."""

    number: str
    text: str


Block = Heading | Name | Paragraph | Facts | Steps | Items | Notice | Call


@dataclass(frozen=True, order=True, slots=True)
class Duty:
    """What the editor has to do with the article on a day to come."""

    on: date
    """The first day on which it has to be done."""
    number: str
    """Of the case that it is about."""
    what: str


@dataclass(frozen=True, slots=True)
class Post:
    """One article. Neither title, digest nor pictures name anybody: chats keep them after the article is gone."""

    slug: str
    """What its folder is called."""
    title: str
    digest: str
    blocks: tuple[Block, ...]
    words: CoverWords
    numbers: tuple[str, ...]
    """The cases it tells of."""
    samples: tuple[str, ...]
    """Those among them that are invented."""
    duties: tuple[Duty, ...]
    """In the order of their days."""
    as_of: date
    until: date | None
    """Last day on which all of it may stand; None where it tells of no case."""
