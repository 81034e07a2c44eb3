"""Traditional forms: only such as stand for a character of the names, and never one that a name holds itself."""

from __future__ import annotations

from generator.pages.lookup.variants import variants


def test_what_stands_for_the_characters_of_the_names() -> None:
    assert variants(("虚构悦丽", "a1")) == {"丽": "麗", "悦": "悅", "构": "構", "虚": "虛"}


def test_a_form_that_a_name_holds_stands_for_itself() -> None:
    assert variants(("虚构悦", "虛构悅")) == {"构": "構"}


def test_names_without_such_characters_have_none() -> None:
    assert variants(("甲乙",)) == {}
