"""The editors' manual: its records are sound, and what it shows of the check is what the command prints."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.checks import check_all
from generator.disclosure.site import disclose_all
from generator.ledger import Ledger, fold
from generator.model.basis import Basis
from generator.model.case import Case
from generator.problems import Problem
from generator.records.decode import decode
from generator.records.load import load
from generator.records.yaml import read
from generator.reference.manual import ANSWER, manual
from tests.architecture.source import ROOT
from tests.casebook import TODAY, Casebook
from tests.cli.anxin import anxin

MANUAL: Final = (ROOT / "docs" / "编辑手册.md").read_text("utf-8")
AS_OF: Final = date(2026, 11, 1)

_YAML: Final = re.findall(r"^```yaml\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
RECORDS: Final = {found[1]: text for text in _YAML if (found := re.match(r"# (cases/\S+\.yml)\n", text))}
SESSIONS: Final = {found[1]: text for text in _YAML if (found := re.match(r"# (content/outreach/\S+\.yml)\n", text))}
SITES: Final = {found[1]: text for text in _YAML if (found := re.match(r"# (content/worksites/\S+\.yml)\n", text))}
FRAGMENTS: Final = [text for text in _YAML if text not in {*RECORDS.values(), *SITES.values(), *SESSIONS.values()}]


def _answers() -> list[tuple[dict[str, str], str]]:
    """Which records are answered, with what stands in the manual."""
    groups: list[dict[str, str]] = []

    def note(records: Mapping[str, str]) -> str:
        groups.append(dict(records))
        return ""

    manual(MANUAL, note, lambda _: "")
    return list(
        zip(groups, re.findall(rf"{ANSWER}\n```text\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL), strict=True)
    )


ANSWERS: Final = _answers()
GOOD: Final = [file for file in RECORDS if not any(file in records for records, _ in ANSWERS)]


def _read(root: Path, file: str) -> tuple[Ledger, list[Problem]]:
    """The shipped settings with one record of the manual."""
    shutil.copytree(ROOT / "content", root / "content")
    (root / file).parent.mkdir(parents=True)
    (root / file).write_text(RECORDS[file], "utf-8")
    records = load(root)
    assert records.portal
    ledger = fold(records, records.portal, AS_OF)
    problems = sorted([*records.problems, *check_all(ledger)])
    return ledger, [problem for problem in problems if problem.span.file == file]


@pytest.mark.parametrize("file", GOOD)
def test_records_are_sound_and_published(file: str, tmp_path: Path) -> None:
    ledger, problems = _read(tmp_path, file)
    assert problems == []
    assert [case.number for case in disclose_all(ledger).site.cases] == [Path(file).stem]


@pytest.mark.parametrize("file", SESSIONS)
def test_sessions_are_sound(file: str, casebook: Casebook) -> None:
    casebook.write(SESSIONS[file], file)
    assert [problem for problem in casebook.problems() if problem.span.file == file] == []


@pytest.mark.parametrize("file", SITES)
def test_worksites_are_sound_and_say_all_that_a_board_must(file: str, casebook: Casebook) -> None:
    casebook.write(SITES[file], file)
    assert [problem for problem in casebook.problems() if problem.span.file == file] == []
    assert [site.code for site in casebook.disclosed().site.worksites] == [Path(file).stem]


@pytest.mark.parametrize(("records", "answer"), ANSWERS, ids=[min(records) for records, _ in ANSWERS])
def test_answers_are_what_the_command_prints(records: dict[str, str], answer: str, casebook: Casebook) -> None:
    for file, text in records.items():
        casebook.write(text, file)
    done = anxin("check", "--root", casebook.root, "--as-of", TODAY.isoformat())
    assert (done.stdout, done.stderr) == (answer, "")
    assert done.returncode == 1


def test_shows_ten_mistakes_each_with_its_answer() -> None:
    chapter = MANUAL.partition("## 6. 录入时最常见的十种错\n")[2].partition("\n## ")[0]
    _, *mistakes = re.split(r"^### ", chapter, flags=re.MULTILINE)
    assert [mistake.partition("：")[0] for mistake in mistakes] == [f"错{number}" for number in "一二三四五六七八九十"]
    assert [mistake.count(ANSWER) for mistake in mistakes] == [1] * 10


@pytest.mark.parametrize("text", FRAGMENTS)
def test_fragments_can_be_read(text: str) -> None:
    unit = "" if text.startswith("单位:") else "单位: {名称: 虚构甲公司}\n"
    node, problems = read(f"{unit}{text}".encode(), "fragment.yml")
    assert node
    assert [*problems, *decode(Case, node, "fragment.yml")[1]] == []


def test_names_every_basis_and_its_length() -> None:
    section = MANUAL.partition("## 3.")[2].partition("## 4.")[0]
    portal = load(ROOT).portal
    assert portal
    policy, penalty = portal.record.policy, portal.record.policy.penalty
    lengths = [
        str(policy.major),
        f"{penalty.slight}，一般 {penalty.ordinary}，严重 {penalty.serious}",
        str(policy.media),
    ]
    assert re.findall(r"现为 ([^；|]+?)(?:；| \|)", section) == lengths
    assert re.findall(r"^\| (\S+) \|", section, re.MULTILINE)[1:] == [basis.value for basis in Basis]
