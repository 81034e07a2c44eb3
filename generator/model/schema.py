"""The JSON Schema (draft-07) of a record, read off the models and their catalogue: completion and hover for editors.

What the reader accepts the schema accepts; the reader remains the judge of the rest. An editor's YAML extension types
what stands without quotes, so a headcount may be a number and a flag a truth value.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic.fields import FieldInfo

from generator.model import catalogue, order
from generator.model.case import Case
from generator.model.codes import CODE_ALPHABET, CreditCode
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.model.values import Copies, Days, DocumentNumber, Firms, Headcount, Money, Months, PayDay, Period
from generator.model.worksite import Worksite

Schema = dict[str, object]

_DAY: Final = "(199[0-9]|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_MONTH: Final = "(199[0-9]|20[0-9]{2})-(0[1-9]|1[0-2])"
_ABOUT: Final = "(约|近|超|逾)?"
_AFTER: Final = "(左右|以上)?"
_COUNT: Final = f"{_ABOUT}[0-9]{{1,7}}(余|多)?(名|人)?{_AFTER}"
_SUM: Final = f"{_ABOUT}[0-9]{{1,12}}(\\.[0-9]+)?(余|多)?(万|亿)?([0-9]{{1,4}})?(余|多)?元{_AFTER}"

_FORMS: Final[Mapping[type, tuple[str, str]]] = {
    date: (_DAY, "日期写成 2026-03-01 这样"),
    Money: (_SUM, "金额写成 171.8122万元、50000元、100余万元、近500万元 这样"),
    Headcount: (_COUNT, "人数写成 159名、20余名、约30人 这样"),
    Period: (f"\\s*({_DAY}|{_MONTH})\\s*(至\\s*({_DAY}|{_MONTH})\\s*)?", "期间写成 2021-08 至 2022-08 这样"),
    Months: ("[1-9][0-9]?(个月|年)", "写成 36个月 或 3年"),
    Days: ("[1-9][0-9]?(个工作日|天|日)", "写成 7天 或 15个工作日"),
    PayDay: ("(每月|当月|次月)(([1-9]|0[1-9]|[12][0-9]|3[01])日|最后一日)", "写成 每月25日、次月15日 或 每月最后一日"),
    Copies: ("[1-9][0-9]{0,4}(张|份|枚)", "写成 5张、20份、300枚 这样"),
    Firms: ("[1-9][0-9]{0,5}家", "写成 12家 这样"),
    CreditCode: (f"[{CODE_ALPHABET}]{{18}}", "应为 18 位数字和大写字母，不含 I、O、S、V、Z"),
}
"""The forms of the values as one line of text, and the sentence an editor reads when it does not fit."""

_TYPES: Final[Mapping[type, list[str]]] = {
    Headcount: ["string", "integer"],
    CreditCode: ["string", "number"],
}
"""What an editor may write in digits alone: the extension sees a number, the reader a text."""

_UNQUOTED: Final = ["string", "number", "boolean", "null"]
"""What a text without quotes may look like to the extension."""

DOCUMENTS: Final[Mapping[str, tuple[type[Record], str]]] = {
    "case": (Case, "案件"),
    "worksite": (Worksite, "工地"),
    "outreach": (Outreach, "宣讲场次"),
    "portal": (Portal, "门户设置"),
    "figures": (Figures, "已公布数字"),
}
"""The files that have a schema: its name, the model, the title."""


def schema(name: str) -> Schema:
    """The schema of one of DOCUMENTS."""
    model, title = DOCUMENTS[name]
    head: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return head | _record(model)


def _record(model: type[Record]) -> Schema:
    fields = catalogue.fields(model)
    return {
        "type": "object",
        "properties": {key: field_schema(model, key) for key in order.keys(model)},
        "required": [key for key in order.keys(model) if fields[key].is_required()],
        "additionalProperties": False,
    }


def field_schema(model: type[Record], key: str) -> Schema:
    """What may stand behind one key of a model, with its title and its help."""
    info = catalogue.fields(model)[key]
    return _said(info, key) | _members(catalogue.members(model, key), info)


def _said(info: FieldInfo, key: str) -> Schema:
    entry = catalogue.entry(info)
    if entry is None:
        return {"title": key}
    kept = "" if entry.public else "\n\n只供内部，不公开。"
    return {
        "title": key,
        "description": f"{entry.help}。例如：{entry.example}",
        "markdownDescription": f"**{key}**：{entry.help}\n\n例如：`{entry.example}`{kept}",
    }


def _members(members: tuple[object, ...], info: FieldInfo) -> Schema:
    kinds = [kind for kind in members if kind is not type(None)]
    inner = tuple(found for kind in kinds for found in catalogue.items(kind))
    if inner:
        least = next((item.min_length for item in info.metadata if hasattr(item, "min_length")), 0)
        return {"type": "array", "items": _item(inner), **({"minItems": least} if least else {})}
    if len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], Record):
        return _record(kinds[0])
    words = catalogue.choices(info.annotation)
    if words:
        return {"enum": list(words)}
    return _value(kinds, info)


def _item(kinds: tuple[object, ...]) -> Schema:
    records = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record)]
    if len(records) > 1:
        return _union(records)
    if records:
        return _record(records[0])
    words = [word for kind in kinds for word in catalogue.choices(kind)]
    return {"enum": words} if words else _text()


def _union(records: list[type[Record]]) -> Schema:
    """One of a closed set, told by its tag: a choice of tags first, then what the chosen one has.

    With `oneOf` alone an editor reports one slip once for every kind; so the tag decides by itself which keys count.
    """
    tag = catalogue.tag(records[0]) or ""
    names = {name: record for record in records for name in catalogue.choices(catalogue.fields(record)[tag].annotation)}
    shared = [key for key in order.keys(records[0]) if all(key in catalogue.fields(record) for record in records)]
    first: Schema = {
        key: {"title": tag, "enum": list(names), "markdownDescription": _kinds(names)}
        if key == tag
        else _said(catalogue.fields(records[0])[key], key)
        for key in shared
    }
    required = [key for key in shared if all(catalogue.fields(record)[key].is_required() for record in records)]
    return {
        "type": "object",
        "properties": first,
        "required": required,
        "allOf": [{"if": _tagged(tag, name), "then": _of_kind(record, tag, name)} for name, record in names.items()],
        "defaultSnippets": [_snippet(record, tag, name) for name, record in names.items()],
    }


def _tagged(tag: str, name: str) -> Schema:
    return {"properties": {tag: {"const": name}}, "required": [tag]}


def _of_kind(record: type[Record], tag: str, name: str) -> Schema:
    whole = _record(record)
    properties = {key: field_schema(record, key) for key in order.keys(record)}
    return whole | {"properties": properties | {tag: {"title": tag, "const": name}}}


def _kinds(names: Mapping[str, type[Record]]) -> str:
    rows = [f"- **{name}**：{'、'.join(order.keys(record))}" for name, record in names.items()]
    return "由它决定还要写哪些：\n\n" + "\n".join(rows)


def _snippet(record: type[Record], tag: str, name: str) -> Schema:
    """What is offered for a new item: the kind with all it must have."""
    fields = catalogue.fields(record)
    body: Schema = {}
    for number, key in enumerate((key for key in order.keys(record) if fields[key].is_required()), 1):
        entry = catalogue.entry(fields[key])
        body[key] = name if key == tag else f"${{{number}:{entry.example if entry else ''}}}"
    return {"label": name, "description": f"{tag}：{name}", "body": body}


def _value(kinds: list[object], info: FieldInfo) -> Schema:
    kind = next((kind for kind in kinds if isinstance(kind, type)), str)
    if kind is bool:
        return {"enum": [True, "true", "是"], "errorMessage": "这一项只能写 true"}
    own = next((item.pattern for item in info.metadata if hasattr(item, "pattern")), None)
    if kind not in _FORMS:
        return _text(own) if kind in (str, DocumentNumber) else {}
    pattern, sentence = _FORMS[kind]
    return {"type": _TYPES.get(kind, ["string"]), "pattern": f"^{pattern}$", "patternErrorMessage": sentence}


def _text(pattern: str | None = None) -> Schema:
    return {"type": _UNQUOTED, **({"pattern": pattern} if pattern else {"maxLength": 2000})}
