"""Columns follow from the catalogue, and from nothing else."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field

from generator.model.record import Entry, Record
from generator.model.values import Day, Text
from generator.records.workbook.columns import CASES, LISTS, TABLES, Column, Shape, Table


class Inner(Record):
    """A mapping inside a list."""

    name: Annotated[Text, Field(alias="姓名"), Entry("姓名", "某甲", public=True)]


class Base(Record):
    """What both kinds have."""

    note: Annotated[Text | None, Field(alias="备注"), Entry("备注", "无")] = None
    on: Annotated[Day, Field(alias="日期"), Entry("日期", "2026-01-02", public=True)]


class One(Base):
    """One kind."""

    kind: Annotated[Literal["甲"], Field(alias="事项")]
    due: Annotated[Day, Field(alias="期限"), Entry("哪一天", "2026-01-02", public=True)]
    people: Annotated[tuple[Inner, ...], Field(alias="人员"), Entry("人员", "[]", public=True)] = ()


class Two(Base):
    """Another kind, which means something else by the same key."""

    kind: Annotated[Literal["乙"], Field(alias="事项")]
    due: Annotated[Text | None, Field(alias="期限"), Entry("多久", "三日", public=True)] = None
    words: Annotated[tuple[Text, ...], Field(alias="部门"), Entry("部门", "[甲局, 乙局]", public=True)] = ()


TABLE = Table("经过", "经过", (One, Two))


def test_what_all_share_and_must_have_comes_first_and_what_they_may_have_last() -> None:
    headings = [column.heading for column in TABLE.columns()]
    assert headings == ["日期", "事项", "人员1·姓名", "人员2·姓名", "部门", "期限", "备注"]
    assert [column.heading for column in TABLE.names] == ["日期", "事项"]


def test_one_key_of_two_types_is_a_text_that_says_both() -> None:
    due = next(column for column in TABLE.columns() if column.heading == "期限")
    assert (due.shape, due.required) == (Shape.TEXT, False)
    assert [(said.kinds, said.help, said.required) for said in due.said] == [
        (("甲",), "哪一天", True),
        (("乙",), "多久", False),
    ]


def test_shapes_choices_and_privacy() -> None:
    by_heading = {column.heading: column for column in TABLE.columns()}
    assert by_heading["日期"].shape is Shape.DAY
    assert by_heading["部门"].shape is Shape.WORDS
    assert by_heading["事项"].choices == ("甲", "乙")
    assert [heading for heading, column in by_heading.items() if not column.public] == ["备注"]
    assert [heading for heading, column in by_heading.items() if column.required] == ["日期", "事项"]


def test_a_list_takes_as_many_columns_as_its_longest_needs() -> None:
    headings = [column.heading for column in TABLE.columns({("人员",): 3})]
    assert headings[2:5] == ["人员1·姓名", "人员2·姓名", "人员3·姓名"]


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("日期", ("日期",)),
        ("人员1·姓名", ("人员", 0, "姓名")),
        ("人员17·姓名", ("人员", 16, "姓名")),
        ("人员·姓名", None),
        ("人员0·姓名", None),
        ("人员1·", None),
        ("日期1", None),
        ("人员", None),
        ("", None),
    ],
)
def test_a_heading_is_found_whatever_its_number(heading: str, path: tuple[str | int, ...] | None) -> None:
    found = TABLE.locate(heading)
    assert (found.path if found else None) == path


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_found_by_its_heading(table: Table) -> None:
    columns: tuple[Column, ...] = table.columns({})
    assert [table.locate(column.heading) for column in columns] == list(columns)
    assert len({column.heading for column in columns}) == len(columns)
    assert not any(key[-1].isdigit() or "·" in key for column in columns for key in column.keys)


def test_the_cases_and_each_of_their_lists_have_a_sheet() -> None:
    assert [table.name for table in TABLES] == [CASES, "经过", "公开"]
    assert [table.key for table in LISTS] == ["经过", "公开"]


def test_codes_are_known_by_their_examples() -> None:
    codes = {column.heading for table in TABLES for column in table.columns() if column.code}
    assert codes == {"单位·统一社会信用代码", "单位·注册号"}
