"""docs/records.md: nothing that the model holds is left out, and nothing public is said of what stays inside."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

import pytest
from pydantic import Field

from generator.disclosure.coverage import COVERED
from generator.law.procedure import BARS, FLOW, PREDECESSORS, SAME_DAY
from generator.model import catalogue
from generator.model.basis import Basis
from generator.model.record import Entry, Record
from generator.model.values import Amount, Day, Text
from generator.reference.acts import ACTS
from generator.reference.fields import acts_table, fields_table, tag
from generator.reference.procedure import predecessors_table
from generator.reference.records import records_document
from tests.reference.test_values import MODELS

DOCUMENT: Final = records_document()


class _Part(Record):
    word: Annotated[Text, Field(alias="字"), Entry("一个字", "甲")]


class _Whole(Record):
    kind: Annotated[Literal["虚构"], Field(alias="事项")]
    on: Annotated[Day, Field(alias="日期"), Entry("哪天 | 几时", "2026-03-01", public=True)]
    fine: Annotated[Amount | None, Field(alias="罚金"), Entry("罚金", "5元")] = None
    side: Annotated[Literal["左", "右"] | None, Field(alias="边"), Entry("哪边", "左", public=True)] = None
    parts: Annotated[tuple[_Part, ...], Field(alias="部分"), Entry("各部分", "[{字: 甲}]")] = ()
    names: Annotated[tuple[Text, ...], Field(alias="名"), Entry("各个名", "[甲]", public=True)] = ()


def test_a_table_of_fields_reads_like_this() -> None:
    fields = {key: info for key, info in catalogue.fields(_Whole).items() if key != "事项"}
    assert fields_table(fields).split("\n")[2:] == [
        "| 日期 | 哪天 \\| 几时 | 日期 | 必填 | 可公开 | `2026-03-01` |",
        "| 罚金 | 罚金 | 金额 |  | 内部 | `5元` |",
        "| 边 | 哪边 | 选一个：左、右 |  | 可公开 | `左` |",
        "| 部分 | 各部分 | 列表，每项见下表 |  | 见下表 | `[{字: 甲}]` |",
        "| 名 | 各个名 | 列表，每项是文字 |  | 可公开 | `[甲]` |",
    ]
    assert "可公开" not in fields_table(fields, shown=False)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_of_every_record_has_its_row(model: type[Record]) -> None:
    said = {key: catalogue.entry(info) for key, info in catalogue.fields(model).items()}
    rows = [f"| {key} | {entry.help}" for key, entry in said.items() if entry]
    assert [row for row in rows if row not in DOCUMENT] == []


def test_acts_that_no_basis_covers_are_said_to_stay_inside() -> None:
    covered = frozenset().union(*COVERED.values())
    sections = re.findall(r"^#### 案件 经过 (\w+)\n\n(.+)$", DOCUMENT, re.MULTILINE)
    assert {kind: not said.startswith("不显示") for kind, said in sections if kind in SAME_DAY} == {
        tag(model): tag(model) in covered for model in ACTS
    }


def test_nothing_of_an_act_that_stays_inside_is_called_public() -> None:
    sections = re.findall(r"^#### 案件 经过 (\w+)\n(.*?)(?=^###)", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert [kind for kind, text in sections if "不显示" in text and "可公开" in text] == []


def test_the_manuals_table_names_keys_and_bases() -> None:
    rows = acts_table(ACTS).split("\n")[2:]
    assert [row.split(" | ")[0] for row in rows] == [f"| {tag(model)}" for model in ACTS]
    assert "| 异议核实 | 针对、结果\\* | 失信名单、重大违法公布 |" in rows
    assert "| 改正完毕 | — | 失信名单、重大违法公布、行政处罚、媒体转载 |" in rows
    assert "| 分派 | 承办\\* | 不显示 |" in rows


def test_every_act_with_a_predecessor_is_in_the_table() -> None:
    named = re.findall(r"^\| ([^ （|]+)", predecessors_table(), re.MULTILINE)[1:]
    assert set(named) - {"---"} == set(PREDECESSORS) | set(FLOW)
    assert "| 提出异议（「针对」是重大违法公布） | 行政处罚、行政处理、移送公安 |" in predecessors_table()


def test_every_bar_and_every_basis_has_its_row() -> None:
    assert [bar.sentence for bar in BARS if f"| {bar.sentence} | {bar.article} |" not in DOCUMENT] == []
    section = DOCUMENT.partition("\n## 公开依据\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| (\S+) \|", section, re.MULTILINE)[1:] == [basis.value for basis in Basis]
    assert " → ".join(SAME_DAY) in DOCUMENT
