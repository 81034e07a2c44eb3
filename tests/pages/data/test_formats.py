"""Every format lists the same cases, record by record and field by field."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from generator.pages.data import files as files_module
from generator.pages.data.documents import PAGE
from generator.pages.data.files import data_files
from generator.pages.data.record import COLUMNS
from generator.pages.data.seal import Seal, ready
from tests.pages.casebook import EMPTY, SITE
from tests.pages.data.opened import OPEN, TRICKY, WHOLE, files

Row = dict[str, object]

NUMBERS = ["xg-2023-0001", "xg-2025-0001", "xg-2026-0001", "xg-2026-0002", "xg-2026-0003"]


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    site = replace(WHOLE, cases=tuple(case for case in WHOLE.cases if not case.sample))
    return files(site)


def from_json(record: Row) -> Row:
    """A record as a table has it."""
    return {column.key: _flat(record[column.key]) for column in COLUMNS}


def _flat(value: object) -> object:
    return ("；".join(value) or None) if isinstance(value, list) else value


def from_csv(data: bytes) -> list[Row]:
    """Rows with the types that the data package promises."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [{key: _typed(key, text) for key, text in row.items()} for row in rows]


def _typed(key: str, text: str) -> object:
    kind = {column.key: column.kind.name for column in COLUMNS}[key]
    if text == "":
        return None
    if kind == "INTEGER":
        return int(text)
    return text == "true" if kind == "FLAG" else text.removeprefix("'")


def from_excel(data: bytes) -> list[Row]:
    """Rows of the first sheet, by the keys that the second sheet gives to its headings."""
    book = load_workbook(io.BytesIO(data))
    explained = [row for row in book["说明"].iter_rows(values_only=True) if len(row) > 1 and row[1]]
    keys = {str(row[0]): str(row[1]) for row in explained if row[2]}
    heading, *rows = book["案件"].iter_rows(values_only=True)
    return [{keys[str(name)]: _plain(value) for name, value in zip(heading, row, strict=True)} for row in rows]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return unescape(value) if isinstance(value, str) else value


def test_all_formats_agree(made: Mapping[str, bytes]) -> None:
    records = [json.loads(line) for line in made["api/v1/cases.ndjson"].splitlines()]
    assert [record["number"] for record in records] == NUMBERS
    assert json.loads(made["api/v1/cases.json"])["cases"] == records
    assert [json.loads(made[f"api/v1/cases/{number}.json"]) for number in NUMBERS] == records
    expected = [from_json(record) for record in records]
    assert from_csv(made["api/v1/cases.csv"]) == expected
    assert from_excel(made["api/v1/cases.xlsx"]) == expected
    index = json.loads(made["api/v1/index.json"])
    assert [(one["number"], one["since"], one["until"]) for one in index["cases"]] == [
        (record["number"], record["since"], record["until"]) for record in records
    ]
    units = json.loads(made["api/v1/employers.json"])["employers"]
    assert sorted(number for unit in units for number in unit["cases"]) == NUMBERS


def test_a_record(made: Mapping[str, bytes]) -> None:
    record = json.loads(made["api/v1/cases/xg-2026-0001.json"])
    law = {"law": "拖欠农民工工资失信联合惩戒对象名单管理暂行办法", "confirmed": True}
    assert (record["amount"], record["amount_fen"]) == ("100余万元", 100_000_000)
    assert record["amount_approximate"] is True
    assert record["page"] == "disclosures/xg-2026-0001/"
    assert record["employer_page"] == "employers/91000000ma00000825/"
    assert record["timeline"][1] == {
        "date": "2026-07-22",
        "title": "列入失信联合惩戒名单",
        "facts": [],
        "articles": [
            {"id": "order45-5", "article": "第五条", **law},
            {"id": "order45-8", "article": "第八条", **law},
        ],
        "until": None,
    }
    assert record["grounds"][0]["basis"] == "listing"
    assert record["listing"]["persons"] == [{"name": "虚构某甲", "role": "法定代表人"}]
    assert record["objections"][0]["due"] == "2026-11-04"
    assert record["corrections"] == [{"date": "2026-08-03", "text": "人数由21名更正为20余名（原文书笔误）"}]


def test_a_spreadsheet_runs_and_rounds_nothing(made: Mapping[str, bytes]) -> None:
    text = made["api/v1/cases.csv"].decode()
    assert text.startswith("\ufeffnumber,page,")
    assert text.endswith("\r\n")
    row = list(csv.reader(io.StringIO(text, newline="")))[-1]
    assert row[2:4] == ['\'=HYPERLINK("x")虚构丙，厂', "'330784000012345"]
    assert "'-虚构镇" in row
    assert not [cell for cell in row if cell[:1] in "=+-@\t\r" and cell]
    sheet = load_workbook(io.BytesIO(made["api/v1/cases.xlsx"]))["案件"]
    last = list(sheet.iter_rows())[-1]
    assert (last[2].value, last[2].data_type) == ('=HYPERLINK("x")虚构丙，厂', "s")
    assert (last[3].value, last[3].data_type, last[3].number_format) == ("330784000012345", "s", "@")
    assert {cell.number_format for cell in last if isinstance(cell.value, datetime)} == {"yyyy-mm-dd"}
    assert sheet.auto_filter.ref == f"A1:{last[-1].coordinate}"
    with ZipFile(io.BytesIO(made["api/v1/cases.xlsx"])) as package:
        said = package.read("xl/worksheets/sheet1.xml").decode()
    assert f'<dimension ref="A1:{last[-1].coordinate}"' in said


def test_the_workbook_says_whose_it_is(made: Mapping[str, bytes]) -> None:
    guide = load_workbook(io.BytesIO(made["api/v1/cases.xlsx"]))["说明"]
    notes = {row[0]: row[1] for row in guide.iter_rows(max_row=5, values_only=True)}
    assert notes["主办单位"] == "虚构市根治欠薪工作领导小组办公室"
    assert notes["许可"] == "许可待填写"
    licensed = replace(SITE, portal=replace(SITE.portal, licence="虚构许可第一版"))
    said = load_workbook(io.BytesIO(files(licensed)["api/v1/cases.xlsx"]))["说明"]
    assert said["B4"].value == "虚构许可第一版"
    assert json.loads(files(licensed)["api/v1/index.json"])["licence"] == "虚构许可第一版"
    assert json.loads(files(licensed)["api/v1/datapackage.json"])["licenses"] == [{"title": "虚构许可第一版"}]
    assert "licenses" not in json.loads(made["api/v1/datapackage.json"])


def test_same_site_same_bytes() -> None:
    assert files() == files()


def test_samples_are_no_open_data() -> None:
    found = files(replace(WHOLE, cases=(replace(OPEN, sample=True), TRICKY)))
    assert [path for path, data in found.items() if b"xg-2026-0001" in data + path.encode()] == []
    ended = replace(WHOLE, ended=(replace(SITE.ended[0], sample=True),))
    assert [path for path, data in files(ended).items() if b"xg-2022-0001" in data] == []


def test_nothing_of_an_ended_case_but_what_its_page_says() -> None:
    found = files()
    assert sorted(path for path, data in found.items() if b"xg-2022-0001" in data) == [
        "api/v1/index.json",
        "api/v1/removals.json",
        "feeds/removals.xml",
    ]
    assert json.loads(found["api/v1/removals.json"])["removals"] == [
        {
            "number": "xg-2022-0001",
            "page": "disclosures/xg-2022-0001/",
            "ended": "2025-01-01",
            "how": "公示期满",
            "basis": "listing",
            "reason": "公示期满，依法停止公开。",
            "articles": [
                {
                    "id": "order45-17",
                    "law": "拖欠农民工工资失信联合惩戒对象名单管理暂行办法",
                    "article": "第十七条",
                    "confirmed": True,
                }
            ],
        }
    ]


def test_corrections_stand_beside_removals() -> None:
    assert json.loads(files()["api/v1/removals.json"])["corrections"] == [
        {
            "number": "xg-2026-0001",
            "page": "disclosures/xg-2026-0001/",
            "date": "2026-08-03",
            "text": "人数由21名更正为20余名（原文书笔误）",
        }
    ]


def test_units_are_joined() -> None:
    again = replace(OPEN, number="xg-2026-0009", listing=None, grounds=OPEN.grounds[1:])
    units = json.loads(files(replace(SITE, cases=(again, OPEN)))["api/v1/employers.json"])["employers"]
    assert units == [
        {
            "page": "employers/91000000ma00000825/",
            "name": "虚构甲建筑劳务有限公司",
            "code": "91000000MA00000825",
            "cases": ["xg-2026-0009", "xg-2026-0001"],
            "bases": ["失信联合惩戒名单", "重大违法公布"],
            "listing_until": "2029-07-22",
            "until": "2029-12-31",
        }
    ]


def test_the_index_measures_every_file(made: Mapping[str, bytes]) -> None:
    index = json.loads(made["api/v1/index.json"])
    measured = {one["address"]: one for one in index["files"]} | {one["record"]: one for one in index["cases"]}
    assert sorted(measured) == sorted(made.keys() - {"api/v1/index.json", "api/v1/checksums.txt"})
    for path, one in measured.items():
        assert (one["size"], one["sha256"]) == (len(made[path]), hashlib.sha256(made[path]).hexdigest())


def test_the_index_keeps_the_keys_it_has_had() -> None:
    index = json.loads(files(SITE)["api/v1/index.json"])
    assert index["counts"] == {
        "cases": 3,
        "ended": 1,
        "by_basis": {"listing": 0, "major": 1, "penalty": 1, "media": 1},
    }
    assert (index["schema_version"], index["as_of"], index["next_change"]) == (1, "2026-11-01", "2026-12-10")
    assert index["demonstration"] is False
    assert [list(one.values())[:5] for one in index["cases"]] == [
        [number, f"disclosures/{number}/", since, until, [basis]]
        for number, since, until, basis in (
            ("xg-2023-0001", "2023-12-21", "2026-12-21", "media"),
            ("xg-2025-0001", "2025-05-06", "2028-05-05", "major"),
            ("xg-2026-0002", "2026-03-09", "2026-12-09", "penalty"),
        )
    ]
    assert index["ended"] == [{"number": "xg-2022-0001", "address": "disclosures/xg-2022-0001/", "ended": "2025-01-01"}]


def test_a_seal_takes_the_measures_that_are_known() -> None:
    planned = data_files(WHOLE, None)
    known = {file.path: ready(file.path, b"other bytes") for file in planned}
    index, sums = (file for file in planned if isinstance(file, Seal))
    assert {one["size"] for one in json.loads(index.seal(known))["files"]} == {11}
    digest = hashlib.sha256(b"other bytes").hexdigest()
    assert {line.split("  ")[0] for line in sums.seal(known).decode().splitlines()} == {digest}


def test_checksums_as_their_own_tool_reads_them(made: Mapping[str, bytes], tmp_path: Path) -> None:
    for path, data in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    call = ["sha256sum", "--check", "--strict", "checksums.txt"]
    done = subprocess.run(call, cwd=tmp_path / "api/v1", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    beside = {"api/v1/index.json", "api/v1/checksums.txt"}
    covered = {f"api/v1/{line.removesuffix(': OK')}" for line in done.stdout.splitlines()}
    assert covered == {path for path in made if path.startswith("api/v1/")} - beside


def test_many_cases_come_in_pages() -> None:
    cases = tuple(replace(TRICKY, number=f"xg-2026-{number:04}") for number in range(1, 2 * PAGE + 2))
    found = files(replace(SITE, cases=cases))
    address: str | None = "api/v1/cases.json"
    seen: list[str] = []
    while address:
        page = json.loads(found[address])
        seen += [record["number"] for record in page["cases"]]
        assert (page["pages"], page["total"]) == (3, len(cases))
        address = page["next"]
    assert seen == [case.number for case in cases]
    assert sorted(path for path in found if path.startswith("api/v1/cases-")) == [
        "api/v1/cases-2.json",
        "api/v1/cases-3.json",
    ]


def test_a_table_that_is_too_long_comes_in_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "ROWS", 2)
    cases = tuple(replace(OPEN, number=f"xg-2026-{number}") for number in (9999, 10000, 10001, 100000, 100001))
    made = files(replace(WHOLE, cases=cases))
    names = ["cases.xlsx", "cases-2.xlsx", "cases-3.xlsx"]
    books = [made[f"api/v1/{name}"] for name in names]
    rows = [row["number"] for book in books for row in from_excel(book)]
    assert rows == [row["number"] for row in from_csv(made["api/v1/cases.csv"])]
    assert rows == [case.number for case in cases]
    said = [[row[1] for row in load_workbook(io.BytesIO(book))["说明"].values if row[0] == "分册"] for book in books]
    assert said == [[f"第 {at} 册，共 3 册，每册 2 件：{'、'.join(names)}。"] for at in (1, 2, 3)]
    listed = {one["address"]: one["title"] for one in json.loads(made["api/v1/index.json"])["files"]}
    assert [listed[f"api/v1/{name}"] for name in names] == ["案件表（Excel）"] * 3


def test_one_volume_says_nothing_of_others(made: Mapping[str, bytes]) -> None:
    assert not any("分册" in row for row in load_workbook(io.BytesIO(made["api/v1/cases.xlsx"]))["说明"].values)
    assert [path for path in made if path.endswith(".xlsx")] == ["api/v1/cases.xlsx"]


def test_an_empty_site_still_answers() -> None:
    found = files(EMPTY)
    assert json.loads(found["api/v1/cases.json"])["cases"] == []
    assert found["api/v1/cases.ndjson"] == b""
    assert from_csv(found["api/v1/cases.csv"]) == from_excel(found["api/v1/cases.xlsx"]) == []


def test_the_moment_is_the_days_own() -> None:
    index = json.loads(files()["api/v1/index.json"])
    assert index["generated_at"] == "2026-11-01T00:00:00+08:00"
    assert date.fromisoformat(index["as_of"]) == WHOLE.portal.as_of


def test_the_later_of_two_listings() -> None:
    """One employer on the list twice, to 2029-07-22 and to 2029-12-01: it is on the list until the later day."""
    assert OPEN.listing
    later = replace(OPEN, number="xg-2026-0009", listing=replace(OPEN.listing, last_day=date(2029, 12, 1)))
    (unit,) = json.loads(files(replace(SITE, cases=(OPEN, later)))["api/v1/employers.json"])["employers"]
    assert (unit["cases"], unit["listing_until"]) == ([OPEN.number, later.number], "2029-12-01")
