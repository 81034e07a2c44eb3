"""Signs that a terminal would obey, letters that run backwards, names that mean a device or lead out of a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.cli.diagnostics import FORMATS, report
from generator.cli.ledger import open_ledger
from generator.problems import Problem, Severity
from tests.casebook import Casebook
from tests.disclosure.canaries.places import FILES, PLACES, Place, put

DAY: Final = date(2026, 11, 1)
SIGNS: Final = {
    "colour": "\x1b[31m",
    "title": "\x1b]0;x\x07",
    "eight bits": "\x9b31m",
    "bell": "\x07",
    "back": "\x08\x08",
    "nothing": "\x00",
    "delete": "\x7f",
    "backwards": "\u202e",
    "isolate": "\u2066",
    "mark": "\u200f",
    "no width": "\u200b",
    "hyphen": "\u00ad",
    "filler": "\u3164",
    "line": "\u2028",
    "next": "\u0085",
}
NAMES: Final = (
    *("CON", "NUL", "..", "...", "-rf", "$(id)", "`id`", "<b>", "%2e%2e%2f", "a" * 200, "\x1b[2J"),
    *("yk-2026-0001 ", "YK-2026-0001", "yk-2026-00001", "ｙｋ-2026-0001", "yk-2026-0001\u0301", "yk-2026-0001.yml"),
    *("yk-2026-\u0661\u0661\u0661\u0661", "yk-2026-0001\\x", "yk-2026-0001\n", "yk-2026-0001\u202e"),
)


def said(root: Path, problems: list[Problem]) -> Iterator[str]:
    return (report(problems, root, style) for style in FORMATS)


def unprintable(text: str) -> list[str]:
    return sorted({repr(sign) for sign in text if not sign.isprintable() and sign != "\n"})


def tried(root: Path, place: Place, sign: str, *, raw: bool) -> tuple[bool, list[str]]:
    """Whether the file is refused for it, and what of it a terminal would get."""
    files = put(place, "甲@@乙")
    written = sign if raw else "".join(f"\\u{ord(one):04x}" for one in sign)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.replace("@@", written), "utf-8")
    _, problems = open_ledger(root, DAY)
    texts = list(said(root, problems))
    (root / FILES[place.model]).unlink()
    line = next(number for number, text in enumerate(files[FILES[place.model]].split("\n"), 1) if "@@" in text)
    refused = any(one.severity is Severity.ERROR and one.span.line == line for one in problems)
    return refused, [sign for text in texts for sign in unprintable(text)]


@pytest.mark.parametrize("raw", [True, False], ids=["as it is", "written as an escape"])
@pytest.mark.parametrize("kind", SIGNS)
def test_no_sign_that_a_terminal_obeys_is_taken_in_or_given_back(kind: str, raw: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column of the table
    """In nine places for each, over all kinds of records."""
    step = len(PLACES) // 9
    for place in PLACES[list(SIGNS).index(kind) :: step]:
        refused, obeyed = tried(tmp_path, place, SIGNS[kind], raw=raw)
        assert (refused, obeyed) == (True, []), place


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_the_name_of_a_file_is_a_number_or_is_refused(casebook: Casebook, name: str) -> None:
    casebook.write("样例: true\n单位: {名称: 虚构甲公司}")
    for folder, body in (("cases/2026", "样例: true\n单位: {名称: 虚构乙公司}\n"), ("content/worksites", "项目: 甲\n")):
        path = casebook.root / folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    ledger, problems = open_ledger(casebook.root, DAY)
    assert ledger
    numbers = [case.number for case in ledger.cases if re.fullmatch(r"[a-z]{2,6}-\d{4}-\d{4}", case.number, re.ASCII)]
    assert numbers == ["yk-2026-0001"]
    files = {problem.span.file for problem in problems if problem.severity is Severity.ERROR}
    assert {f"cases/2026/{name}.yml", f"content/worksites/{name}.yml"} <= files
    assert [unprintable(text) for text in said(casebook.root, problems)] == [[]] * 4
