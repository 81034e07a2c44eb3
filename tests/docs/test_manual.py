"""The editors' manual: its records are sound, its table is the model's, its error message is what the check says."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Final, get_args

import pytest

from generator.checks import check_all
from generator.cli import diagnostics
from generator.disclosure.coverage import COVERED
from generator.disclosure.site import disclose_all
from generator.ledger import Ledger, fold
from generator.model import catalogue
from generator.model.basis import Basis
from generator.model.case import Case
from generator.model.event import DatedEvent, Event
from generator.problems import Problem
from generator.records.decode import decode
from generator.records.load import load
from generator.records.yaml import read
from tests.architecture.source import ROOT

MANUAL: Final = (ROOT / "docs" / "编辑手册.md").read_text("utf-8")
AS_OF: Final = date(2026, 11, 1)

_FENCES: Final = re.findall(r"^```(\w+)\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
_YAML: Final = [text for language, text in _FENCES if language == "yaml"]
RECORDS: Final = {found[1]: text for text in _YAML if (found := re.match(r"# (cases/\S+\.yml)\n", text))}
FRAGMENTS: Final = [text for text in _YAML if text not in RECORDS.values()]
REPORTS: Final = {text.partition(":")[0]: text for language, text in _FENCES if language == "text"}
GOOD: Final = [file for file in RECORDS if file not in REPORTS]


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


def _kind(model: type[DatedEvent]) -> str:
    return catalogue.choices(catalogue.fields(model)["事项"].annotation)[0]


def _row(model: type[DatedEvent]) -> str:
    shared = {"日期", "事项", "备注", "逾期说明"}
    keys = [
        key + ("*" if info.is_required() else "") for key, info in catalogue.fields(model).items() if key not in shared
    ]
    bases = [basis.value for basis in Basis if _kind(model) in COVERED[basis]]
    return f"| {_kind(model)} | {'、'.join(keys) or '—'} | {'、'.join(bases) or '不显示'} |"


@pytest.mark.parametrize("file", GOOD)
def test_records_are_sound_and_published(file: str, tmp_path: Path) -> None:
    ledger, problems = _read(tmp_path, file)
    assert problems == []
    assert [case.number for case in disclose_all(ledger).site.cases] == [Path(file).stem]


@pytest.mark.parametrize("file", list(REPORTS))
def test_messages_are_what_the_check_says(file: str, tmp_path: Path) -> None:
    _, problems = _read(tmp_path, file)
    assert diagnostics.report(problems, tmp_path, "text") + "\n" == REPORTS[file]


@pytest.mark.parametrize("text", FRAGMENTS)
def test_fragments_can_be_read(text: str) -> None:
    node, problems = read(f"单位: {{名称: 虚构甲公司}}\n{text}".encode(), "fragment.yml")
    assert node
    assert [*problems, *decode(Case, node, "fragment.yml")[1]] == []


def test_table_of_events_is_the_models() -> None:
    table = MANUAL.partition("<!-- events -->")[2].partition("<!-- /events -->")[0]
    written = table.strip().split("\n")[2:]
    assert written == [_row(model) for model in get_args(get_args(Event)[0])]


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
