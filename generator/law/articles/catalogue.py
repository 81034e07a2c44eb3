"""The catalogue: every article that may be cited, with what it says in our own words."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from typing import Final

from generator.law.articles import information, inspection, labour, remedies, wages
from generator.law.articles.law import Article, Law
from generator.law.articles.laws import LAWS

_WORDS: Final[Mapping[Law, Mapping[str, str]]] = {
    **wages.WORDS,
    **labour.WORDS,
    **inspection.WORDS,
    **remedies.WORDS,
    **information.WORDS,
}


@cache
def summaries() -> Mapping[Article, str]:
    """What each listed article says, by law in the order of `LAWS` and by number."""
    return {_article(law, number): text for law in LAWS for number, text in _WORDS.get(law, {}).items()}


@cache
def anchors() -> frozenset[str]:
    """What a link to the page of articles may point at: every article, and every law as a whole."""
    return frozenset({article.anchor for article in summaries()} | {law.key for law in LAWS})


def listed(law: Law) -> tuple[tuple[Article, str], ...]:
    """The articles of one law, each with what it says."""
    return tuple((article, text) for article, text in summaries().items() if article.law is law)


@cache
def named(title: str) -> Law | None:
    """The law that a text calls by its title or by a short name of ours."""
    plain = title.removeprefix("中华人民共和国")
    return next((law for law in LAWS if plain == law.title or plain in law.short), None)


def anchor_of(value: object) -> str:
    """How an article is written down, for encoders. Raises TypeError for anything else."""
    if not isinstance(value, Article):
        raise TypeError(f"not an article: {type(value).__name__}")
    return value.anchor


def article_of(_: type, anchor: object) -> Article:
    """What `anchor_of` wrote, one value for each article, for decoders. Raises ValueError for anything else."""
    return _anchored(anchor)


@cache
def _anchored(anchor: object) -> Article:
    for law in LAWS:
        if isinstance(anchor, str) and anchor.startswith(f"{law.key}-"):
            with suppress(ValueError, TypeError):
                article = law.art(*map(int, anchor.removeprefix(f"{law.key}-").split("-")))
                if article.anchor == anchor:
                    return article
    raise ValueError("no article of ours")


def _article(law: Law, number: str) -> Article:
    return law.art(*map(int, number.split("-")))


def _written(article: Article) -> tuple[Callable[[type, object], Article], tuple[type, str]]:
    return article_of, (Article, article.anchor)


copyreg.pickle(Article, _written)  # and between processes, where one value would become many
