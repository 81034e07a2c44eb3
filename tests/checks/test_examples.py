"""Every rule is tried on the examples of its own docstring: silent on each ✓, heard on each ✗."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import CHECKS, Check
from generator.checks.examples import Example, answers, examples, prose, settings
from tests.casebook import CASE, Casebook

ALL = [(check, example) for check in CHECKS for example in examples(check)]


def _written(example: Example, root: Path) -> Casebook:
    book = Casebook(root)
    texts = example.texts
    book.portal |= settings(texts.pop("content/portal.yml", ""))
    for file, text in (texts or {CASE: "单位: {名称: 虚构甲公司}\n样例: true"}).items():
        book.write(text, file)
    return book


@pytest.mark.parametrize(
    ("check", "example"), ALL, ids=[f"{check.code}-{'✗' if example.wrong else '✓'}" for check, example in ALL]
)
def test_rule_speaks_only_where_it_should(check: Check, example: Example, tmp_path: Path) -> None:
    book = _written(example, tmp_path)
    assert not [problem for problem in book.records().problems if problem.code != "R109"]
    said = [problem for problem in book.problems() if problem.code == check.code]
    assert bool(said) == example.wrong
    assert answers(check, example) == said


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_rule_says_what_it_is_and_shows_right_and_wrong(check: Check) -> None:
    assert prose(check).endswith("。")
    assert {example.wrong for example in examples(check)} == {True, False}


def test_codes_are_unique_and_in_order() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
