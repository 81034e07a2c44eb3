"""Every rule is tried on the examples of its own docstring: silent on each ✓, heard on each ✗."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from generator.checks import CHECKS, Check
from tests.casebook import CASE, Casebook

_EXAMPLE = re.compile(r"^([✓✗])(.*)\n((?:    .*\n|\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A record from a docstring, the files it is written to, and whether the rule should speak."""

    check: Check
    wrong: bool
    files: tuple[str, ...]
    text: str


def examples(check: Check) -> list[Example]:
    found = _EXAMPLE.findall(dedent("    " + check.rule).rstrip() + "\n")
    return [Example(check, mark == "✗", tuple(files.split()) or (CASE,), dedent(text)) for mark, files, text in found]


def written(example: Example, root: Path) -> Casebook:
    """The example's files: one text for all of them, or one each, parted by ---."""
    book = Casebook(root)
    parts = example.text.split("\n---\n")
    texts = dict(zip(example.files, parts if len(parts) > 1 else parts * len(example.files), strict=True))
    for line in texts.pop("content/portal.yml", "").strip().splitlines():
        key, value = line.split(": ", 1)
        book.portal[key] = value
    for file, text in (texts or {CASE: "单位: {名称: 虚构甲公司}\n样例: true"}).items():
        book.write(text, file)
    return book


ALL = [example for check in CHECKS for example in examples(check)]


@pytest.mark.parametrize("example", ALL, ids=lambda example: f"{example.check.code}-{'✗' if example.wrong else '✓'}")
def test_rule_speaks_only_where_it_should(example: Example, tmp_path: Path) -> None:
    book = written(example, tmp_path)
    assert not [problem for problem in book.records().problems if problem.code != "R109"]
    codes = {problem.code for problem in book.problems()}
    assert (example.check.code in codes) == example.wrong


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_rule_shows_right_and_wrong(check: Check) -> None:
    assert {example.wrong for example in examples(check)} == {True, False}


def test_codes_are_unique_and_in_order() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
