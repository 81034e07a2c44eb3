"""算一算 as a page: the rules of one calculator as JSON beside its form, and its example in words."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final

from generator.disclosure.public import PublicCalculators, PublicExample
from generator.law.articles import Article, Certainty, Law

VIEW: Final = "calculator-"
"""Before the name of a calculator: the view that a page asks for."""
NAMES: Final = ("limitation", "minimum", "surcharge", "overtime", "ceiling", "listing", "objection")
_OF_WAGES: Final = frozenset({"minimum", "ceiling"})
_OF_WORKING_DAYS: Final = frozenset({"listing", "objection"})


def rules(name: str, known: PublicCalculators) -> str:
    """What the script needs for one calculator, and nothing of the others, as JSON."""
    document: dict[str, object] = {
        "name": name,
        "numbers": {key: number for whole, number in known.numbers if (key := _own(name, whole))},
        "sentences": {
            key: [one.text, [[label(source), anchor(source)] for source in one.sources]]
            for whole, one in known.sentences
            if (key := _own(name, whole))
        },
    }
    if name in _OF_WAGES:
        document["standards"] = [asdict(standard) for standard in known.standards]
    if name in _OF_WORKING_DAYS:
        document["exceptions"] = {year: [f"{day:%m-%d}" for day in days] for year, days in known.exceptions}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=str)


def example(name: str, known: PublicCalculators) -> PublicExample:
    """The example of one calculator."""
    return next(one for one in known.examples if one.calculator == name)


def _own(name: str, key: str) -> str | None:
    """The rest of a key that belongs to the calculator."""
    calculator, _, rest = key.partition(".")
    return rest if calculator == name else None


def label(source: Article | Law) -> str:
    """《…》第一条, or the law alone where its article is not known; said where its text is unconfirmed."""
    law, named = (source.law, str(source)) if isinstance(source, Article) else (source, f"《{source.title}》")
    return f"{named}（{law.certainty.value}）" if law.certainty is Certainty.UNCONFIRMED else named


def anchor(source: Article | Law) -> str:
    """Where the page of laws speaks of it."""
    return source.anchor if isinstance(source, Article) else source.key
