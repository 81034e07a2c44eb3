"""The schemas accept what the reader accepts, as an editor's extension types it, and refuse the common slips."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml as pyyaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel, ValidationError, create_model

from generator.cli.schema import written
from generator.model import catalogue, order
from generator.model.record import Record
from generator.model.schema import DOCUMENTS, field_schema, schema
from generator.records import layout, yaml
from generator.records.decode import decode
from generator.records.quoting import quoted
from tests.architecture.source import ROOT
from tests.records.drawn import TEXTS, plains, records

SLOW: Final = [HealthCheck.too_slow, HealthCheck.data_too_large]
SCHEMAS: Final = {name: schema(name) for name in DOCUMENTS}
FIELDS: Final = [
    (record, key) for model, _ in DOCUMENTS.values() for record in records(model) for key in catalogue.fields(record)
]
LEAVES: Final = [
    (record, key)
    for record, key in dict.fromkeys(FIELDS)
    if not any(isinstance(kind, type) and issubclass(kind, Record) for kind in catalogue.members(record, key))
    and not any(catalogue.items(kind) for kind in catalogue.members(record, key))
]


class Core(pyyaml.SafeLoader):
    """YAML 1.2 as the extension of VS Code types it: dates are texts, `true` is a truth value, `110` a number."""

    yaml_implicit_resolvers: Final[dict[str, list[tuple[str, Any]]]] = {}  # type: ignore[misc] # a class of its own


def _number(_: Core, node: pyyaml.ScalarNode) -> float:
    return float(int(node.value, 0)) if node.value[:2] in ("0o", "0x") else float(node.value.replace(".inf", "inf"))


for _tag, _form in {
    "bool": r"(?:true|True|TRUE|false|False|FALSE)$",
    "null": r"(?:~|null|Null|NULL|)$",
    "int": r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$|[-+]?\.(?:inf|Inf|INF)$",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), None)
Core.add_constructor("tag:yaml.org,2002:int", _number)
Core.add_constructor("tag:yaml.org,2002:float", _number)


def said_of(text: str, name: str = "case") -> list[str]:
    """The places of what the schema refuses in a file."""
    errors = Draft7Validator(SCHEMAS[name]).iter_errors(pyyaml.load(text, Loader=Core))  # noqa: S506 - a safe loader
    return ["/".join(str(step) for step in error.absolute_path) for error in errors]


def refused(text: str, name: str = "case") -> bool:
    node, problems = yaml.read(text.encode(), "f.yml")
    return not node or bool(problems or decode(DOCUMENTS[name][0], node, "f.yml")[1])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_is_a_schema_and_its_file_is_current(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert (ROOT / "schemas" / f"{name}.json").read_text("utf-8") == written()[f"{name}.json"], "run: anxin schema"


@pytest.mark.parametrize("path", sorted(ROOT.glob("cases/*/*.yml")), ids=lambda path: path.stem)
def test_accepts_the_shipped_cases(path: Path) -> None:
    assert said_of(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("content/worksites/*.yml")), ids=lambda path: path.stem)
def test_accepts_the_shipped_worksites(path: Path) -> None:
    assert said_of(path.read_text("utf-8"), "worksite") == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("content/outreach/*.yml")), ids=lambda path: path.stem)
def test_accepts_the_shipped_sessions(path: Path) -> None:
    assert said_of(path.read_text("utf-8"), "outreach") == []


@pytest.mark.parametrize("name", ["portal", "figures"])
def test_accepts_the_shipped_settings(name: str) -> None:
    assert said_of((ROOT / "content" / f"{name}.yml").read_text("utf-8"), name) == []


@pytest.mark.parametrize(("record", "key"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_entry_of_the_catalogue_appears_with_its_help(record: type[Record], key: str) -> None:
    entry = catalogue.entry(catalogue.fields(record)[key])
    if entry:
        everything = json.dumps(SCHEMAS, ensure_ascii=False)
        assert json.dumps(f"{entry.help}。例如：{entry.example}", ensure_ascii=False) in everything


@settings(suppress_health_check=SLOW, deadline=None, max_examples=60)
@given(st.sampled_from(sorted(DOCUMENTS)), st.data())
def test_a_record_that_reads_fits(name: str, data: st.DataObject) -> None:
    model, _ = DOCUMENTS[name]
    text = layout.text(model, data.draw(plains(model, None)))
    assert not refused(text, name), text
    assert said_of(text, name) == []


PIECES: Final = st.sampled_from(
    [*"0123456789年月日天余多万亿元名人约近超逾至 .-", "2026-03-01", "2021-08", "左右", "以上", "个月", "个工作日"]
)


@cache
def _alone(record: type[Record], key: str) -> type[BaseModel]:
    """A model of one field, which must be there."""
    info = catalogue.fields(record)[key]
    annotation: Any = info.annotation
    return create_model("Alone", value=(annotation, info))


@settings(suppress_health_check=SLOW, deadline=None, max_examples=600)
@given(st.sampled_from(LEAVES), st.data())
def test_a_value_that_reads_fits(leaf: tuple[type[Record], str], data: st.DataObject) -> None:
    record, key = leaf
    info = catalogue.fields(record)[key]
    entry = catalogue.entry(info)
    near = st.just(entry.example if entry else "")
    changed = st.tuples(near, st.integers(0, 12), PIECES).map(lambda drawn: drawn[0][: drawn[1]] + drawn[2])
    text = data.draw(near | changed | st.lists(PIECES, max_size=5).map("".join) | TEXTS)
    try:
        _alone(record, key).model_validate({key: text})
    except ValidationError:
        return
    bare = text if quoted(f"甲{text}", flow=False) == f"甲{text}" and text == text.strip() and "\n" not in text else ""
    for form in {quoted(text, flow=False), bare or quoted(text, flow=False)}:
        try:
            typed = pyyaml.load(f"k: {form}", Loader=Core)["k"]  # noqa: S506 - a safe loader
        except (pyyaml.YAMLError, TypeError):
            continue
        assert Draft7Validator(field_schema(record, key)).is_valid(typed), (key, form)


WRONG: Final = [
    ("", "行业: 工程建设"),
    ("单位", "单位: {名称: 甲公司, 电话: 无}"),
    ("行业", "单位: {名称: 甲公司}\n行业: 工程建筑"),
    ("违法行为", "单位: {名称: 甲公司}\n违法行为: 拖欠工资"),
    ("违法行为/0", "单位: {名称: 甲公司}\n违法行为: [欠薪]"),
    ("样例", "单位: {名称: 甲公司}\n样例: false"),
    ("欠薪/金额", "单位: {名称: 甲公司}\n欠薪: {金额: 5万}"),
    ("欠薪/金额", "单位: {名称: 甲公司}\n欠薪: {金额: 50000}"),
    ("欠薪/人数", "单位: {名称: 甲公司}\n欠薪: {人数: 近百名}"),
    ("欠薪/期间", "单位: {名称: 甲公司}\n欠薪: {期间: 去年}"),
    ("单位/统一社会信用代码", "单位: {名称: 甲公司, 统一社会信用代码: 9100}"[:-1] + "O}"),
    ("经过/0", "单位: {名称: 甲公司}\n经过: [{日期: 2026-03-01}]"),
    ("经过/0/事项", "单位: {名称: 甲公司}\n经过: [{日期: 2026-03-01, 事项: 发工资}]"),
    ("经过/0/日期", "单位: {名称: 甲公司}\n经过: [{日期: 2026-13-01, 事项: 立案}]"),
    ("经过/0", "单位: {名称: 甲公司}\n经过: [{日期: 2026-03-01, 事项: 支付}]"),
    ("经过/0", "单位: {名称: 甲公司}\n经过: [{日期: 2026-03-01, 事项: 立案, 金额: 5万元}]"),
    (
        "经过/0/对象/事项",
        "单位: {名称: 甲}\n经过: [{日期: 2026-03-01, 事项: 文书撤销, 理由: 误, 对象: {日期: 2026-01-01, 事项: 立案}}]",
    ),
    ("公开/0/依据", "单位: {名称: 甲公司}\n公开: [{依据: 报纸}]"),
]
BEYOND: Final = {
    "a day that the month does not have": "单位: {名称: 甲公司}\n经过: [{日期: 2026-02-30, 事项: 立案}]",
    "blanks around a quoted text": "单位: {名称: ' 甲公司'}",
    "an amount of nothing": "单位: {名称: 甲公司}\n欠薪: {金额: 0元}",
    "a period that ends before it begins": "单位: {名称: 甲公司}\n欠薪: {期间: 2026-03 至 2026-01}",
    "an empty key": "单位: {名称: 甲公司}\n违法事实:",
}


@pytest.mark.parametrize(("place", "text"), WRONG)
def test_refuses_once_and_in_its_place_what_the_reader_refuses(place: str, text: str) -> None:
    assert refused(text)
    assert said_of(text) == [place]


@pytest.mark.parametrize("why", BEYOND)
def test_leaves_to_the_reader_what_a_schema_cannot_say(why: str) -> None:
    assert refused(BEYOND[why])
    assert said_of(BEYOND[why]) == []


def test_offers_every_kind_with_what_it_must_have() -> None:
    events: Any = SCHEMAS["case"]["properties"]["经过"]["items"]  # type: ignore[index] # JSON
    paid = next(one for one in events["defaultSnippets"] if one["label"] == "支付")
    assert list(paid["body"]) == ["日期", "事项", "金额"]
    assert len(events["defaultSnippets"]) == len(events["allOf"]) == len(events["properties"]["事项"]["enum"])


def test_keys_stand_as_they_are_written() -> None:
    for model, _ in DOCUMENTS.values():
        for record in records(model):
            assert sorted(order.keys(record)) == sorted(catalogue.fields(record))
