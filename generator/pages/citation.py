"""Articles as a sentence cites them: the law once, then its articles, and a word where its text is unconfirmed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from markupsafe import Markup, escape

from generator import routes
from generator.law.articles import Article, Certainty, Law, anchors, summaries

_WRITTEN: Final = re.compile(r"《[^《》]+》第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九])?")


def cite(articles: Sequence[Article]) -> str:
    """《…办法》第五条、第八条；《…条例》第四十八条（待主管部门确认）."""
    return "；".join(
        f"《{law.title}》{'、'.join(one.ordinal for one in found)}{_doubt(law)}" for law, found in _by_law(articles)
    )


def linked(articles: Sequence[Article], root: str) -> Markup:
    """The same, each article a link to what it says on the page of laws; `root` leads to the site's root."""
    return _linked(tuple(articles), root)


def citing(text: str, root: str) -> Markup:
    """A sentence that was worded for paper: each article that it names in full becomes a link."""
    pieces: list[Markup] = []
    end = 0
    for found in _WRITTEN.finditer(text):
        article = _by_words().get(found[0])
        said = escape(found[0]) if article is None else _link(article, found[0], root)
        pieces += [escape(text[end : found.start()]), said]
        end = found.end()
    return Markup("").join([*pieces, escape(text[end:])])


@cache
def _by_words() -> Mapping[str, Article]:
    return {str(article): article for article in summaries()}


@lru_cache(maxsize=1024)
def _linked(articles: tuple[Article, ...], root: str) -> Markup:
    groups = []
    for law, found in _by_law(articles):
        first, *others = found
        links = [
            _link(first, f"《{law.title}》{first.ordinal}", root),
            *(_link(one, one.ordinal, root) for one in others),
        ]
        groups.append(Markup("、").join(links) + _doubt(law))
    return Markup("；").join(groups)


def _link(article: Article, text: str, root: str) -> Markup:
    """An article that the catalogue does not list stays plain: a link to nowhere helps nobody."""
    if article.anchor not in anchors():
        return escape(text)
    return Markup('<a href="{}{}#{}">{}</a>').format(root, routes.LAWS, article.anchor, text)


def _by_law(articles: Sequence[Article]) -> list[tuple[Law, list[Article]]]:
    return [(law, list(found)) for law, found in groupby(articles, key=lambda one: one.law)]


def _doubt(law: Law) -> str:
    return f"（{law.certainty.value}）" if law.certainty is Certainty.UNCONFIRMED else ""
