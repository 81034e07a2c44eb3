"""What is done to a piece of code, and when it is felt."""

from __future__ import annotations

import pytest

from tests.mutants.mutate import Reach, mutants


@pytest.mark.parametrize(
    ("source", "now"),
    [
        ("a < b", ["a <= b"]),
        ("a <= b < 2", ["a < b < 2", "a <= b <= 2", "3", "1"]),
        ("a in (b, c)", ["a not in (b, c)", "a in (c,)", "a in (b,)"]),
        ("a and b", ["a or b", "b", "a"]),
        ("a and b and c", ["a or b or c", "b and c", "a and c", "a and b"]),
        ("not a", ["not not a"]),
        ("a if b else c", ["c if b else a"]),
        ("a + b", ["a - b"]),
        ("a + '，'", []),
        ("x = f(a, b)", ["f(b, a)"]),
        ("x = min(a, b)", ["max(a, b)"]),
        ("x = sorted(a, key=b)", ["list(a)"]),
        ("{a, b}", ["{b}", "{a}"]),
        ("x = a, b", ["x = (b,)", "x = (a,)"]),
        ("[a for a in b if c]", ["for a in b"]),
        ("x = True", ["False"]),
        ("x: Literal[7]", []),
        ("f()", ["None"]),
    ],
)
def test_changes(source: str, now: list[str]) -> None:
    assert [one.words()[1].strip() for one in mutants(source)] == now


def test_every_change_is_code() -> None:
    """A change that cannot be compiled would pass for one that was noticed."""
    for one in mutants("if a and b or not c:\n    x = [d for d in e if d], {1, 2}\n    f(x)\n"):
        compile(one.tree(), "", "exec")


def test_a_branch_is_never_or_always_taken() -> None:
    assert [(one.line, *one.words()) for one in mutants("\nif a:\n    b\n")] == [
        (2, "if a", "if False"),
        (2, "if a", "if True"),
    ]


def test_what_the_type_check_finds_is_left_alone() -> None:
    assert list(mutants("def f() -> int:\n    return a\n")) == []
    assert [one.words() for one in mutants("def f() -> int | None:\n    return a\n")] == [("return a", "return None")]


def test_a_change_says_when_it_is_felt() -> None:
    source = "@g\ndef f(a=1):\n    return (\n        a < 2\n    )\n\n\nA = 3\n\n\nclass C:\n    b = 4\n"
    told = {(one.line, one.reach, one.since, one.function) for one in mutants(source) if one.change != "one less"}
    assert told == {
        (2, Reach.IMPORT, 1, 1),
        (3, Reach.CALL, 3, 1),
        (4, Reach.CALL, 3, 1),
        (8, Reach.NAME, 8, 0),
        (12, Reach.IMPORT, 12, 0),
    }
