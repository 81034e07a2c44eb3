"""最小分组: which groups of a table must be put together, so that nobody can work out a small one.

A public case is no secret; whoever takes the public cases of a group away from its number knows how many are left. So
a group's size is the number of its cases that are *not* public. Groups below the least size go into one row, and so
does the next larger one where that row would still give itself away. Which groups go together depends on their sizes
alone and no row says which of them was small: two of different size could change places and the same table would be
published. Hence no group in the row can be worked out, not even by somebody who knows this rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.disclosure.public import PublicCount

LEAST: Final = 3
"""Of two cases each would learn the other's by taking itself away; three is the first number without that."""


class Part(NamedTuple):
    """What one case adds to one group of a table."""

    label: str
    number: int
    case: str
    secret: bool
    """True where the case is not public."""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """What the cases of one label add up to."""

    number: int
    secrets: frozenset[str]
    """The cases in it that are not public."""
    approximate: bool


def large_enough(secrets: AbstractSet[str]) -> bool:
    """True where a number made of these cases that are not public may be shown: there are none, or there are enough."""
    return not secrets or len(secrets) >= LEAST


def groups(parts: Iterable[Part], labels: Iterable[str]) -> dict[str, Group]:
    """The groups by label, in the order of `labels`, which name every group that there could be."""
    found: dict[str, list[Part]] = {label: [] for label in labels}
    for part in parts:
        found[part.label].append(part)
    return {label: _group(of) for label, of in found.items()}


def _group(parts: Sequence[Part]) -> Group:
    secrets = frozenset(part.case for part in parts if part.secret)
    return Group(sum(part.number for part in parts), secrets, any(part.approximate for part in parts))


def whole(found: Mapping[str, Group]) -> Group:
    """What all groups together add up to."""
    every = found.values()
    return Group(sum(one.number for one in every), _secrets(found, found), any(one.approximate for one in every))


def together(found: Mapping[str, Group]) -> frozenset[str]:
    """The labels that go into one row; empty where every group may stand alone."""
    sizes = {label: len(one.secrets) for label, one in found.items()}
    for least in (LEAST, *(size + 1 for size in sorted(set(sizes.values())) if size >= LEAST)):
        small = frozenset(label for label, size in sizes.items() if size < least)
        secrets = _secrets(found, small)
        if not secrets:
            return frozenset()
        if len(secrets) >= LEAST and len({sizes[label] for label in small}) > 1:
            return small
    return frozenset(found)


def rows(found: Mapping[str, Group], unit: str, rest: str) -> tuple[PublicCount, ...] | None:
    """The rows of a table that may be shown, in the order of the groups; None where not even their sum may be.

    `rest` is the counter of the row that holds several groups together, e.g. 个镇街.
    """
    if not large_enough(_secrets(found, found)):
        return None
    small = together(found)
    alone = (
        PublicCount(label, one.number, unit, None, one.approximate)
        for label, one in found.items()
        if label not in small and one.number
    )
    return (*alone, *_rest({label: one for label, one in found.items() if label in small}, len(found), unit, rest))


def _rest(small: Mapping[str, Group], every: int, unit: str, rest: str) -> Iterator[PublicCount]:
    if small:
        number = sum(one.number for one in small.values())
        approximate = any(one.approximate for one in small.values())
        word = "全部" if len(small) == every else "其余"
        yield PublicCount(f"{word} {len(small)} {rest}合计", number, unit, None, approximate, tuple(small))


def _secrets(found: Mapping[str, Group], labels: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(found[label].secrets for label in labels))
