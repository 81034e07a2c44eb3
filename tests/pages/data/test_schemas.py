"""Everything published is valid against its schema, and the schema knows all of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from generator.pages.data.releases import read
from generator.pages.data.schemas import schemas
from tests.pages.casebook import EMPTY, SITE
from tests.pages.data.opened import OPEN, WHOLE, files

EARLIER = read(files(replace(SITE, cases=(replace(OPEN, facts="以前的说法。"), *SITE.cases)))["api/v1/releases.json"])
FOUND = files(WHOLE, EARLIER)


def closed(schema: object) -> object:
    """The same schema, refusing keys that it does not name: published data hold none."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return inner | ({"additionalProperties": False} if "properties" in schema else {})


def validator(name: str) -> Draft202012Validator:
    body = closed(json.loads(FOUND[f"api/v1/schema/{name}.json"]))
    assert isinstance(body, dict)
    Draft202012Validator.check_schema(body)
    return Draft202012Validator(body, format_checker=Draft202012Validator.FORMAT_CHECKER)


def documents(name: str, found: Mapping[str, bytes]) -> list[bytes]:
    folder = {"case": "api/v1/cases/", "delta": "api/v1/deltas/"}.get(name)
    return [data for path, data in found.items() if path.startswith(folder or f"api/v1/{name}.json")]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_published_documents_are_valid(name: str) -> None:
    shown = documents(name, FOUND)
    assert shown
    for data in (*shown, *documents(name, files(EMPTY))):
        validator(name).validate(json.loads(data))


@pytest.mark.parametrize(
    ("key", "value"),
    [("number", None), ("since", "2026年3月1日"), ("amount_fen", 1.5), ("bases", ["别的"]), ("private", "x")],
)
def test_a_schema_refuses(key: str, value: object) -> None:
    record = json.loads(FOUND["api/v1/cases/xg-2026-0001.json"])
    with pytest.raises(ValidationError):
        validator("case").validate({**record, key: value})


def test_a_schema_asks_for_every_key() -> None:
    record = json.loads(FOUND["api/v1/cases/xg-2026-0001.json"])
    for key in record:
        with pytest.raises(ValidationError):
            validator("case").validate({other: value for other, value in record.items() if other != key})


def test_later_keys_within_a_version_are_allowed_for() -> None:
    record = json.loads(FOUND["api/v1/cases/xg-2026-0001.json"])
    Draft202012Validator(schemas()["case"]).validate({**record, "later": 1})


def test_the_data_package_describes_the_table() -> None:
    package = json.loads(FOUND["api/v1/datapackage.json"])
    table = package["resources"][0]
    rows = csv.reader(io.StringIO(FOUND["api/v1/cases.csv"].decode("utf-8-sig"), newline=""))
    assert [field["name"] for field in table["schema"]["fields"]] == next(rows)
    assert {field["type"] for field in table["schema"]["fields"]} == {"string", "integer", "boolean", "date"}
    assert all(field["title"] and field["description"] for field in table["schema"]["fields"])
    assert {f"api/v1/{one['path']}" for one in package["resources"]} <= FOUND.keys()
    required = [field["name"] for field in table["schema"]["fields"] if field.get("constraints")]
    assert all(row[0] and row[2] for row in rows)
    assert required[:3] == ["number", "page", "employer_name"]


def test_with_a_domain_the_package_has_a_homepage() -> None:
    site = replace(SITE, portal=replace(SITE.portal, base_url="https://portal.example/x"))
    assert json.loads(files(site)["api/v1/datapackage.json"])["homepage"] == "https://portal.example/x/data/api/"
