"""Codecs, masking and codes, for every input."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model import personal
from generator.model.codes import CreditCode, check_character, organisation_check
from generator.model.values import parse_day, parse_money, parse_period
from generator.problems import Problem
from generator.records.yaml import read

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FIRST8 = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_days_round_trip(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@given(st.integers(1, 10**12))
def test_money_in_fen_is_exact(fen: int) -> None:
    yuan = f"{fen // 100}.{fen % 100:02d}"
    assert parse_money(f"{yuan}元").fen == fen


@given(st.text(max_size=20))
def test_no_text_crashes_a_value(text: str) -> None:
    refusals = []
    for parse in (parse_day, parse_money, parse_period):
        try:
            parse(text)
        except PydanticCustomError as error:
            refusals.append(error)
    assert all(error.context and error.context["hint"] for error in refusals)


@given(FIRST8, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_a_credit_code_catches_every_single_substitution(organisation: str, place: int, other: str) -> None:
    body = "91000000" + organisation + organisation_check(organisation)
    if body[-1] not in ALPHABET:
        return
    code = body + check_character(body)
    changed = code[:place] + other + code[place + 1 :]
    assert CreditCode(code).valid
    assert CreditCode(changed).valid == (changed == code)


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.text("甲乙，。 ", max_size=6))
def test_masking_covers_every_mobile_number(number: str, around: str) -> None:
    masked = personal.mask(f"{around} {number} {around}")
    assert number not in masked
    assert len(masked) == 2 * len(around) + len(number) + 2


@given(st.text())
def test_masked_text_holds_nothing_more_to_find(text: str) -> None:
    assert not list(personal.find(personal.mask(text)))


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    node, problems = read(data, "f.yml")
    assert (node is not None) or problems
    assert all(isinstance(problem, Problem) and problem.span.line > 0 for problem in problems)
