"""JSON Schemas of everything published, made of the same tables that make the documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final

from generator.disclosure.public import Basis
from generator.pages.data.documents import (
    CORRECTION,
    EMPLOYER,
    ENDED,
    ENVELOPE,
    RELEASE,
    SITE,
    VERSION,
)
from generator.pages.data.fields import Described, Json, Kind, Words, shape
from generator.pages.data.record import CASE, basis_key
from generator.pages.data.sessions import SESSION

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DATED: Final = (VERSION, *ENVELOPE)


def _many(key: str, title: str, says: str, parts: Iterable[Described]) -> Described:
    return Described(words=Words(key, title, says), kind=Kind.OBJECTS, parts=tuple(parts))


def _one(key: str, title: str, says: str, parts: Iterable[Described]) -> Described:
    return Described(words=Words(key, title, says), kind=Kind.OBJECT, parts=tuple(parts))


def _value(kind: Kind, key: str, title: str, says: str, *, nullable: bool = False) -> Described:
    return Described(words=Words(key, title, says), kind=kind, nullable=nullable)


_NUMBER: Final = _value(Kind.CODE, "number", "案件编号", "案件编号。")
_SIZE: Final = _value(Kind.INTEGER, "size", "大小", "字节数。")
_SHA256: Final = _value(Kind.CODE, "sha256", "校验值", "SHA-256，十六进制。")

_COUNTS: Final = (
    _value(Kind.INTEGER, "cases", "案件", "公开案件的件数。"),
    _value(Kind.INTEGER, "ended", "停止公开", "已停止公开的件数。"),
    _one(
        "by_basis",
        "按依据",
        "各依据的案件数；一件案件可能有几项依据。",
        (_value(Kind.INTEGER, basis_key(basis), basis.heading, f"凭{basis.heading}公开的件数。") for basis in Basis),
    ),
)

_FILE: Final = (
    _value(Kind.ADDRESS, "address", "地址", "相对于网站根目录。"),
    _value(Kind.TEXT, "title", "名称", "文件是什么。"),
    _value(Kind.TEXT, "media_type", "媒体类型", "例如 text/csv。"),
    _value(Kind.ADDRESS, "schema", "格式", "它的 JSON Schema；没有就是空。", nullable=True),
    _SIZE,
    _SHA256,
)

_ENTRY: Final = (
    _NUMBER,
    _value(Kind.ADDRESS, "address", "案件页面", "相对于网站根目录。"),
    _value(Kind.DATE, "since", "公开自", "第一天。"),
    _value(Kind.DATE, "until", "公开到", "最后一天。"),
    _value(Kind.WORDS, "bases", "依据代号", "现在凭哪些依据公开。"),
    _value(Kind.ADDRESS, "record", "记录", "这件案件的 JSON 文件。"),
    _SIZE,
    _SHA256,
)

_PAST: Final = (
    _NUMBER,
    _value(Kind.ADDRESS, "address", "案件页面", "只剩编号和理由。"),
    _value(Kind.DATE, "ended", "停止公开的日期", "从这一天起不再公开。"),
)

_PAGE: Final = (
    _value(Kind.INTEGER, "page", "页", "第几页，从 1 起。"),
    _value(Kind.INTEGER, "pages", "页数", "共几页。"),
    _value(Kind.INTEGER, "total", "件数", "各页合计的案件数。"),
    _value(Kind.ADDRESS, "next", "下一页", "相对于网站根目录；最后一页是空。", nullable=True),
)

_DELTA: Final = (
    VERSION,
    _value(Kind.CODE, "from", "原版本", "您的副本的版本。"),
    _value(Kind.CODE, "to", "新版本", "更新之后的版本。"),
    _many("upsert", "写入", "新增或有变化的记录，按编号整件替换。", CASE),
    _value(Kind.WORDS, "remove", "删除", "从副本中删除这些编号。"),
)


def _releases() -> dict[str, Json]:
    """The newest release has `records`; the others say how they differ from it, and where the delta is."""
    known = (
        _value(Kind.CODE, "id", "版本", "版本的名称。"),
        _value(Kind.DATE, "as_of", "截至日期", "第一次发布这一版本时的截至日期。"),
    )
    newest = (*known, _value(Kind.DIGESTS, "records", "记录", "编号和记录文件的 SHA-256。"))
    earlier = (
        *known,
        _value(Kind.ADDRESS, "delta", "增量", "从这一版本到现在的增量。"),
        _value(Kind.DIGESTS, "differs", "差别", "与现在不同的记录；空：那时没有这一编号。"),
    )
    made = shape((VERSION,))
    listed: dict[str, Json] = {"type": "array", "prefixItems": [shape(newest)], "items": shape(earlier), "minItems": 1}
    required: list[Json] = [VERSION.key, "releases"]
    return {**made, "properties": {**_properties(made), "releases": listed}, "required": required}


def _properties(made: Mapping[str, Json]) -> dict[str, Json]:
    found = made["properties"]
    return found if isinstance(found, dict) else {}


def schemas() -> dict[str, dict[str, Json]]:
    """Every schema by name."""
    index = (
        *_DATED,
        *SITE,
        RELEASE,
        _one("counts", "件数", "不含样例。", _COUNTS),
        _many("files", "文件", "各数据文件；一件案件一个的记录文件见 cases。", _FILE),
        _many("cases", "案件", "正在公开的案件。", _ENTRY),
        _many("ended", "停止公开", "已停止公开的编号。", _PAST),
    )
    bodies: dict[str, tuple[str, dict[str, Json]]] = {
        "index": ("索引", shape(index)),
        "case": ("一件案件的完整记录", shape(CASE)),
        "cases": ("全部记录的一页", shape((*_DATED, RELEASE, *_PAGE, _many("cases", "案件", "完整记录。", CASE)))),
        "employers": ("单位", shape((*_DATED, _many("employers", "单位", "有公开案件的单位。", EMPLOYER)))),
        "removals": (
            "移出与更正",
            shape(
                (
                    *_DATED,
                    _many("removals", "停止公开", "最近的在前。", ENDED),
                    _many("corrections", "更正", "最近的在前。", CORRECTION),
                )
            ),
        ),
        "sessions": ("宣讲场次", shape((*_DATED, _many("sessions", "场次", "按日期先后。", SESSION)))),
        "delta": ("增量", shape(_DELTA)),
        "releases": ("版本", _releases()),
    }
    return {name: {"$schema": _DIALECT, "title": title, **body} for name, (title, body) in bodies.items()}


def schema_text(body: Mapping[str, Json]) -> bytes:
    """A schema as its file has it."""
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()
