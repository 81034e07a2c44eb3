"""`datapackage.json`: the tables as data tools expect them described (Frictionless Data Package)."""

from __future__ import annotations

import json
from typing import Final

from generator import routes
from generator.disclosure.public import PublicPortal
from generator.pages.data.catalogue import kind_of
from generator.pages.data.fields import Described, Json, Kind
from generator.pages.data.record import COLUMNS

_TYPES: Final = {
    Kind.INTEGER: ("integer", "default"),
    Kind.FLAG: ("boolean", "default"),
    Kind.DATE: ("date", "default"),
}
"""Everything else is a string there: lists stand in one cell, addresses are relative."""


def datapackage(portal: PublicPortal) -> bytes:
    """The description of the data set."""
    made: dict[str, Json] = {
        "profile": "data-package",
        "name": "anxin-disclosures",
        "title": f"{portal.title}：正在依法公开的案件",
        "description": "因拖欠工资等劳动保障违法行为，正在依法公开的案件。停止公开的，请从副本中删除。",
        "contributors": [{"title": portal.publisher, "role": "publisher"}],
        "resources": [
            _resource(routes.CASES_CSV, "cases")
            | {
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "dialect": {
                    "delimiter": ",",
                    "lineTerminator": "\r\n",
                    "quoteChar": '"',
                    "doubleQuote": True,
                    "header": True,
                },
                "schema": _table_schema(),
            },
            *(
                _resource(path, name)
                for path, name in (
                    (routes.CASES_XLSX, "cases-xlsx"),
                    (routes.CASES_NDJSON, "cases-ndjson"),
                    (routes.CASES_JSON, "cases-json"),
                    (routes.EMPLOYERS_JSON, "employers"),
                    (routes.REMOVALS_JSON, "removals"),
                )
            ),
        ],
    }
    if portal.base_url:
        made["homepage"] = f"{portal.base_url}/{routes.OPEN_DATA}"
    if portal.licence:
        made["licenses"] = [{"title": portal.licence}]
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(path: str, name: str) -> dict[str, Json]:
    kind = kind_of(path)
    return {
        "name": name,
        "path": path.removeprefix(routes.API),
        "title": kind.title,
        "description": kind.use,
        "mediatype": kind.media_type,
        "format": path.rpartition(".")[2],
    }


def _table_schema() -> dict[str, Json]:
    return {"fields": [_field(column) for column in COLUMNS], "primaryKey": "number", "missingValues": [""]}


def _field(column: Described) -> dict[str, Json]:
    kind, form = _TYPES.get(column.kind, ("string", "default"))
    constraints: dict[str, Json] = {"required": True} if not column.nullable and column.kind is not Kind.WORDS else {}
    return {
        "name": column.key,
        "title": column.title,
        "description": column.says,
        "type": kind,
        "format": form,
        **({"constraints": constraints} if constraints else {}),
    }
