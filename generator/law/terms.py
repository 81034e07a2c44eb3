"""Terms in months and years by 民法典 articles 201–203: the first day does not count."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator.law.articles import Article


@dataclass(frozen=True, slots=True)
class Term:
    """A length that an article sets; whether in months or in working days is the name's to say."""

    count: int
    article: Article


def months_after(start: date, count: int) -> date:
    """The last day of a term of `count` months from `start`: the corresponding day, or the month's last (art 202)."""
    years, month = divmod(start.month - 1 + count, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
