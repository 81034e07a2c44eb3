"""安薪码: every single slip is caught, however the code is written it is the same one, and none looks like a number."""

from __future__ import annotations

from itertools import combinations, product
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import personal
from generator.model.codes import CODE_ALPHABET
from generator.model.sitecode import LENGTH, Misread, SiteCode, check_character, draw, fold, read

CODES: Final = st.randoms(use_true_random=False).map(lambda random: draw(random.choice))


def is_code(text: str) -> bool:
    return isinstance(read(text), SiteCode)


@given(CODES)
def test_a_code_that_is_drawn_reads_back(code: SiteCode) -> None:
    assert read(code.text) == read(code.printed) == code
    assert len(code.text) == LENGTH
    assert not code.text[0].isdigit()
    assert not set(code.text) & set("IOSVZ")


@given(CODES)
def test_every_single_substitution_is_caught(code: SiteCode) -> None:
    """All of them, not some."""
    for place, other in product(range(LENGTH), CODE_ALPHABET):
        changed = code.text[:place] + other + code.text[place + 1 :]
        assert is_code(changed) == (changed == code.text), changed


@given(CODES)
def test_every_swap_is_caught_be_it_adjacent_or_not(code: SiteCode) -> None:
    for first, last in combinations(range(LENGTH), 2):
        chars = list(code.text)
        chars[first], chars[last] = chars[last], chars[first]
        changed = "".join(chars)
        assert is_code(changed) == (changed == code.text), changed


def test_no_two_places_weigh_the_same_so_that_this_holds_for_every_code() -> None:
    """By arithmetic: a place whose character goes up by one moves the check character by its weight, mod 31."""
    base = "A000000"
    moved = [
        base[:place] + CODE_ALPHABET[CODE_ALPHABET.index(base[place]) + 1] + base[place + 1 :] for place in range(7)
    ]
    start = CODE_ALPHABET.index(check_character(base))
    weights = [(start - CODE_ALPHABET.index(check_character(text))) % 31 for text in moved]
    assert weights == [3, 9, 27, 19, 26, 16, 17]
    assert len({*weights, 1, 0}) == 9


@given(CODES, st.randoms(use_true_random=False))
def test_width_case_blanks_and_hyphens_do_not_count(code: SiteCode, random: Random) -> None:
    full = str.maketrans({chr(number): chr(number + 0xFEE0) for number in range(0x21, 0x7F)})
    written = "".join(
        random.choice((char, char.lower(), char.translate(full), f" {char}", f"{char}-", f"{char}—", f"{char}\u3000"))
        for char in code.text
    )
    assert read(written) == code
    assert fold(written) == code.text


@settings(max_examples=300)
@given(st.text(max_size=12) | st.text("ABIOSVZ012-ab ", max_size=12))
def test_any_text_is_read_or_explained(text: str) -> None:
    match read(text):
        case SiteCode() as code:
            assert code.text == fold(text)
        case Misread(message, hint):
            assert message
            assert hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("A23456", "不是 8 位", "核对有没有漏抄、多抄"),
        ("A23456789", "不是 8 位", "核对有没有漏抄、多抄"),
        ("A2345679", "校验位对不上", "照海报逐位核对"),
        ("2A345678", "第一位不是字母", "抄颠倒"),
        ("AZ345678", "有安薪码里没有的字母", "Z 是不是 2，合起来应是 A234-5678"),
        ("AZ34S678", "有安薪码里没有的字母", "S 是不是 5；Z 是不是 2，合起来应是 A234-5678"),
        ("AZ345679", "有安薪码里没有的字母", "Z 是不是 2"),
        ("A234567号", "有安薪码里没有的字", "只有数字和大写字母"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str, hint: str) -> None:
    found = read(text)
    assert isinstance(found, Misread)
    assert found.message == message
    assert found.hint.endswith(hint)


def test_a_u_that_was_taken_for_a_v_is_found_again() -> None:
    code = "U000000" + check_character("U000000")
    found = read(f"V{code[1:]}")
    assert isinstance(found, Misread)
    assert found.hint.endswith(f"V 是不是 U 或 Y，合起来应是 {code[:4]}-{code[4:]}")


@given(CODES)
def test_a_code_is_never_taken_for_a_private_fact(code: SiteCode) -> None:
    assert not personal.is_private(f"安薪码 {code.printed} {code.text} 电话 {code.text}")
