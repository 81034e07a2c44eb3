"""Which files are looked at together: those that share a key, through others too, and those that are to be alone."""

from __future__ import annotations

from generator.checks.across import ALONE, groups


def test_files_hang_together_through_others() -> None:
    known = {"a": ["x"], "b": ["y"], "c": ["x", "z"], "d": [ALONE], "e": ["z"], "f": [], "g": [ALONE]}
    assert groups(known) == [("a", "c", "e"), ("d",), ("g",)]
