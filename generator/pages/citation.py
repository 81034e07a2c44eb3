"""Articles as a sentence cites them: the law once, then its articles, and a word where its text is unconfirmed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.law.articles import Article, Certainty, Law


def cite(articles: Sequence[Article]) -> str:
    """《…办法》第五条、第八条；《…条例》第四十八条（待主管部门确认）."""
    return "；".join(_of_one_law(law, tuple(found)) for law, found in groupby(articles, key=lambda one: one.law))


def _of_one_law(law: Law, articles: tuple[Article, ...]) -> str:
    title = f"《{law.title}》"
    numbers = "、".join(str(article).removeprefix(title) for article in articles)
    doubt = f"（{law.certainty.value}）" if law.certainty is Certainty.UNCONFIRMED else ""
    return f"{title}{numbers}{doubt}"
