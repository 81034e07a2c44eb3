"""The calendar file: what RFC 5545 asks of its lines."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.icalendar import escaped, folded
from tests.pages.data.test_sessions import text_of


def test_signs_with_a_meaning_are_escaped() -> None:
    assert escaped("a,b;c\\d\ne\x07") == "a\\,b\\;c\\\\d\\ne�"


@given(st.text())
def test_any_text_survives_escaping(text: str) -> None:
    printable = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "�", text)
    assert not any(sign in escaped(text) for sign in "\r\n")
    assert text_of(escaped(text)) == re.sub("\r\n|\r", "\n", printable)


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400))
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(text: str) -> None:
    lines = folded(text).split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert lines[0] + b"".join(line[1:] for line in lines[1:]) == text.encode()
