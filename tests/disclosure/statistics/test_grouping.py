"""Small groups: what may stand alone, what goes together, and that nobody can take it apart again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.public import PublicCount
from generator.disclosure.statistics.grouping import LEAST, Group, Part, groups, large_enough, rows, together, whole

Sizes = Sequence[tuple[int, int]]
"""Of each group: how many of its cases are public, how many are not."""


def city(sizes: Sizes) -> dict[str, Group]:
    """Groups A, B, C… of these sizes."""
    secrets = [frozenset(f"{place}-{serial}" for serial in range(secret)) for place, (_, secret) in enumerate(sizes)]
    return {
        chr(ord("A") + place): Group(public + secret, secrets[place], approximate=False)
        for place, (public, secret) in enumerate(sizes)
    }


def published(sizes: Sizes) -> list[tuple[str, int | None]] | None:
    found = rows(city(sizes), "件", "组")
    return None if found is None else [("".join(one.merged) or one.label, one.number) for one in found]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ([(0, 5), (0, 9)], [("A", 5), ("B", 9)]),
        ([(1, 0), (2, 0), (0, 0)], [("A", 1), ("B", 2)]),
        ([(0, 9), (0, 1), (0, 2)], [("A", 9), ("BC", 3)]),
        ([(7, 1), (0, 9), (0, 2)], [("B", 9), ("AC", 10)]),
        ([(0, 9), (0, 1), (0, 0)], [("ABC", 10)]),
        ([(0, 9), (0, 4), (0, 1)], [("A", 9), ("BC", 5)]),
        ([(0, 9), (0, 4), (0, 4), (0, 1)], [("A", 9), ("BCD", 9)]),
        ([(0, 9), (0, 2), (0, 2)], [("ABC", 13)]),
        ([(4, 1), (5, 1)], None),
        ([(0, 2)], None),
        ([(0, 3)], [("A", 3)]),
        ([], []),
    ],
    ids=[
        "all are large enough",
        "all are public",
        "two small ones go together",
        "a public case makes no group larger",
        "one small one takes the next along",
        "the next larger one and no more",
        "of two equal ones both, or the order would tell",
        "equal small ones would give themselves away",
        "too few in all",
        "too few alone",
        "just enough",
        "nothing",
    ],
)
def test_what_is_published(sizes: Sizes, shown: list[tuple[str, int]] | None) -> None:
    assert published(sizes) == shown


@pytest.mark.parametrize(("kinds", "most"), [(2, 9), (3, 8), (4, 6)])
def test_no_hidden_group_can_be_worked_out(kinds: int, most: int) -> None:
    """Somebody who knows this code tries every city: for each hidden group several sizes fit what is published."""
    worlds: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
    for sizes in product(range(most), repeat=kinds):
        worlds[repr(published([(0, size) for size in sizes]))].append(sizes)
    for sizes in product(range(most), repeat=kinds):
        world = city([(0, size) for size in sizes])
        fitting = worlds[repr(published([(0, size) for size in sizes]))]
        for place, label in enumerate(world):
            if rows(world, "件", "组") is not None and label in together(world):
                assert len({other[place] for other in fitting}) > 1, (sizes, label)


SIZES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12)), min_size=1, max_size=16)


@given(SIZES)
def test_no_row_stands_on_one_or_two_cases(sizes: Sizes) -> None:
    world = city(sizes)
    for row in rows(world, "件", "组") or ():
        members = row.merged or (row.label,)
        assert large_enough({case for label in members for case in world[label].secrets})
        assert len(members) > 1 or not row.merged


@given(SIZES)
def test_the_rows_add_up(sizes: Sizes) -> None:
    found = rows(city(sizes), "件", "组")
    total = sum(public + secret for public, secret in sizes)
    assert found is None or sum(row.number or 0 for row in found) == total


@given(SIZES, st.data())
def test_hidden_groups_may_change_places(sizes: Sizes, data: st.DataObject) -> None:
    """What is published does not depend on which of the hidden groups has which size."""
    world = city(sizes)
    hidden = [label for label in world if label in together(world)]
    shuffled = data.draw(st.permutations(hidden))
    swapped = world | {label: world[other] for label, other in zip(hidden, shuffled, strict=True)}
    assert rows(swapped, "件", "组") == rows(world, "件", "组")


def test_a_group_counts_each_case_once_and_adds_every_number() -> None:
    parts = [
        Part("A", 5, "x", secret=True),
        Part("A", 7, "x", secret=True, approximate=True),
        Part("A", 1, "y", secret=False),
    ]
    found = groups(parts, ("B", "A"))
    some, none = Group(13, frozenset({"x"}), approximate=True), Group(0, frozenset(), approximate=False)
    assert list(found.items()) == [("B", none), ("A", some)]
    assert whole(found) == some


def test_the_row_of_the_rest_is_named_by_what_it_holds() -> None:
    names = [row.label for row in rows(city([(0, 9), (0, 1), (0, 2)]), "件", "个镇街") or ()]
    assert names == ["A", "其余 2 个镇街合计"]
    assert rows(city([(0, 1), (0, 2)]), "件", "个镇街") == (
        PublicCount("全部 2 个镇街合计", 3, "件", merged=("A", "B")),
    )


def test_the_least_number_is_three() -> None:
    assert LEAST == 3
    assert [large_enough(set(map(str, range(size)))) for size in range(5)] == [True, False, False, True, True]
