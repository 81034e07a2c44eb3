"""算一算: the rules that pages explain and a script interprets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.law.articles import Article, Law


@dataclass(frozen=True, slots=True)
class PublicSentence:
    """What a step says, its values still as `{names}` or filled in, and what it stands on."""

    text: str
    sources: tuple[Article | Law, ...]


@dataclass(frozen=True, slots=True)
class PublicExample:
    """An invented story and the steps of its answer."""

    calculator: str
    told: str
    steps: tuple[PublicSentence, ...]


@dataclass(frozen=True, slots=True)
class PublicStandard:
    """A minimum wage that has been confirmed, in fen, from `since` until the day before `until`."""

    since: date
    until: date
    monthly: int
    hourly: int
    document: str


@dataclass(frozen=True, slots=True)
class PublicCalculators:
    """Everything that one may work out on the site."""

    sentences: tuple[tuple[str, PublicSentence], ...]
    """Each behind its key: `limitation.left` belongs to the calculator `limitation`."""
    numbers: tuple[tuple[str, int | str], ...]
    """Rates, terms and dates, each behind the same kind of key."""
    standards: tuple[PublicStandard, ...]
    """Earliest first; months that none covers are unknown."""
    exceptions: tuple[tuple[int, tuple[date, ...]], ...]
    """Behind each year whose holidays are known: the days that are worked although a weekend, or off although none."""
    examples: tuple[PublicExample, ...]
    """One of each calculator."""
