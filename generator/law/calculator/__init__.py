"""算一算: what a person can work out on a page, step by step, each step with its article.

Every function gives its answer as steps whose sentences stand in one table: pages show the same steps for an example,
and a script fills the same sentences in from what a person types.
"""

from collections.abc import Mapping
from typing import Final

from generator.law.calculator import ceiling, limitation, listing, minimum, objection, overtime, surcharge
from generator.law.calculator.step import Sentence
from generator.law.calculator.step import Step as Step

SENTENCES: Final[Mapping[str, Sentence]] = {
    **limitation.SENTENCES,
    **minimum.SENTENCES,
    **surcharge.SENTENCES,
    **overtime.SENTENCES,
    **ceiling.SENTENCES,
    **listing.SENTENCES,
    **objection.SENTENCES,
}
"""Key → what the step says. A key begins with the name of its calculator: `limitation.left`."""

NUMBERS: Final[Mapping[str, int | str]] = {
    **limitation.NUMBERS,
    **minimum.NUMBERS,
    **surcharge.NUMBERS,
    **overtime.NUMBERS,
    **ceiling.NUMBERS,
    **listing.NUMBERS,
    **objection.NUMBERS,
}
"""Every rate, term and date that the functions use, by the same kind of key; a date as 2026-04-01."""


def said(step: Step) -> str:
    """The sentence of a step with its values filled in."""
    return SENTENCES[step.key].text.format(**step.values)
