"""Files that are no honest workbook: each gets a placed problem, soon, and never a traceback."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problem, Span
from generator.records.workbook import package
from generator.records.workbook.package import Cell, Package, Type, place, read
from tests.records.workbook.book import FILE, book, part, parts

HONEST = book(案件=[["编号", "单位·名称"], ["yk-2026-0001", "虚构甲公司"]])
SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet(rows: str, after: str = "") -> bytes:
    """The honest workbook with another sheet."""
    xml = f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"
    return parts(HONEST, {SHEET: xml.encode()})


def packed(members: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return out.getvalue()


def entities() -> bytes:
    """A billion laughs."""
    lines = ['<!ENTITY a0 "哈哈哈哈哈哈哈哈">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))]
    return f'<?xml version="1.0"?><!DOCTYPE x [{"".join(lines)}]><sst {MAIN}><si><t>&a8;</t></si></sst>'.encode()


def encrypted() -> bytes:
    data = bytearray(HONEST)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "R151"),
    "text": (lambda: "编号,名称\n".encode("gbk"), "R151"),
    "half": (lambda: HONEST[: len(HONEST) // 2], "R151"),
    "a zip of something else": (lambda: packed({"a": b"b"}), "R151"),
    "a document": (lambda: parts(HONEST, {"xl/workbook.xml": None}), "R151"),
    "no sheet behind its name": (lambda: parts(HONEST, {SHEET: b"<"}), "R151"),
    "no links to its sheets": (lambda: parts(HONEST, {"xl/_rels/workbook.xml.rels": None}), "R151"),
    "a text that is not in the table": (lambda: sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), "R151"),
    "a cell in no place": (lambda: sheet('<row r="1"><c r="壹"><v>1</v></c></row>'), "R151"),
    "a row that is no number": (lambda: sheet('<row r="x"><c><v>1</v></c></row>'), "R151"),
    "too much text": (lambda: sheet(f'<row><c t="str"><v>{"字" * 40_000}</v></c></row>'), "R151"),
    "old or locked": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "R152"),
    "locked entries": (encrypted, "R152"),
    "odd compression": (lambda: packed({"a": b"b"}, ZIP_LZMA), "R152"),
    "macros": (lambda: parts(HONEST, {"xl/vbaProject.bin": b"\0"}), "R153"),
    "macros by type": (
        lambda: parts(
            HONEST, {"[Content_Types].xml": b'<Types><Override ContentType="x.macroEnabled.main+xml"/></Types>'}
        ),
        "R153",
    ),
    "links to other files": (lambda: parts(HONEST, {"xl/externalLinks/externalLink1.xml": b"<x/>"}), "R154"),
    "entity bomb in texts": (lambda: parts(HONEST, {"xl/sharedStrings.xml": entities()}), "R155"),
    "a declaration in the workbook": (
        lambda: parts(HONEST, {"xl/workbook.xml": b"<!DOCTYPE x><x/>"}),
        "R155",
    ),
    "a declaration in UTF-16": (
        lambda: parts(HONEST, {SHEET: '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")}),
        "R155",
    ),
    "zip bomb": (lambda: parts(HONEST, {"xl/media/x": b"\0" * (package.MAX_UNPACKED + 1)}), "R156"),
    "many parts": (lambda: packed({f"p{n}": b"" for n in range(1001)}), "R156"),
    "larger than anybody needs": (lambda: b"PK" + b"\0" * package.MAX_BYTES, "R150"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_is_refused_with_a_reason(name: str) -> None:
    make, code = HOSTILE[name]
    data = make()
    start = perf_counter()
    found = read(data, FILE)
    assert isinstance(found, Problem)
    assert (found.span, found.code) == (Span(FILE), code)
    assert perf_counter() - start < 5


def test_empty_rows_up_to_the_last_are_nothing() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(1, 100_001))
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>'
    found = read(sheet(rows + far), FILE)
    assert isinstance(found, Package)
    assert found.sheets[0].rows == {1_048_576: {16_384: Cell(Type.TEXT, "远")}}


def test_filled_cells_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package._Room, "left", 2)  # noqa: SLF001 - two million cells take a minute to make
    monkeypatch.setattr(package._Room.__init__, "__defaults__", (2,))  # noqa: SLF001 - the same
    two, three = ("".join(f"<c><v>{n}</v></c>" for n in range(count)) for count in (2, 3))
    assert isinstance(read(sheet(f"<row>{two}</row>"), FILE), Package)
    refused = read(sheet(f"<row>{three}</row>"), FILE)
    assert isinstance(refused, Problem)
    assert refused.code == "R156"


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        ("<c><v>1.5</v></c>", Cell(Type.NUMBER, "1.5")),
        ('<c t="str"><v>甲</v></c>', Cell(Type.TEXT, "甲")),
        ('<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', Cell(Type.TEXT, "甲乙")),
        (
            '<c t="inlineStr"><is><t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
            Cell(Type.TEXT, "东京"),
        ),
        ('<c t="b"><v>1</v></c>', Cell(Type.FLAG, "1")),
        ('<c t="e"><v>#N/A</v></c>', Cell(Type.ERROR, "#N/A")),
        ("<c><f>1+1</f><v>2</v></c>", Cell(Type.FORMULA, "2")),
        ('<c t="s"><f>A2</f><v>0</v></c>', Cell(Type.FORMULA, "0")),
        ("<c><f>1+1</f></c>", Cell(Type.FORMULA, "")),
        ('<c t="str"><v>甲_x000A_乙_x005F_x0041__xD800_</v></c>', Cell(Type.TEXT, "甲\n乙_x0041_\ufffd")),
    ],
)
def test_cells_of_every_kind(xml: str, cell: Cell) -> None:
    found = read(sheet(f"<row>{xml}</row>"), FILE)
    assert isinstance(found, Package)
    assert found.sheets[0].rows == {1: {1: cell}}


def test_texts_in_the_table_come_without_their_readings() -> None:
    table = (
        f"<sst {MAIN}><si><r><t>东</t></r><r><t>京</t></r><rPh><t>トウ</t></rPh></si><si><t>甲_x000A_乙</t></si></sst>"
    )
    rows = f'<worksheet {MAIN}><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>'
    found = read(parts(HONEST, {"xl/sharedStrings.xml": table.encode(), SHEET: rows.encode()}), FILE)
    assert isinstance(found, Package)
    assert found.sheets[0].rows == {1: {1: Cell(Type.TEXT, "东京"), 2: Cell(Type.TEXT, "甲\n乙")}}


def test_namespaces_may_be_spelled_in_any_way() -> None:
    xml = part(HONEST, SHEET).decode()
    other = xml.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    assert read(parts(HONEST, {SHEET: other.encode()}), FILE) == read(HONEST, FILE)


@pytest.mark.parametrize(("ref", "found"), [("A1", (1, 1)), ("Z9", (9, 26)), ("AA10", (10, 27)), ("XFD1", (1, 16384))])
def test_places(ref: str, found: tuple[int, int]) -> None:
    assert place(ref) == found


@settings(deadline=None)
@given(st.integers(0, len(HONEST) - 1), st.binary(min_size=1, max_size=4))
def test_no_damage_crashes_the_reader(at: int, noise: bytes) -> None:
    found = read(HONEST[:at] + noise + HONEST[at + len(noise) :], FILE)
    assert isinstance(found, Package | Problem)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]), st.data())
def test_no_damaged_part_crashes_the_reader(name: str, data: st.DataObject) -> None:
    xml = part(HONEST, name)
    at = data.draw(st.integers(0, len(xml) - 1))
    noise = data.draw(st.sampled_from([b"", b"<", b">", b'"', b"9", b"-", b"A", b" ", b"\xff", b"&x;", b"</c>"]))
    changed = xml[:at] + noise + xml[at + data.draw(st.integers(0, 3)) :]
    found = read(parts(HONEST, {name: changed}), FILE)
    assert isinstance(found, Package | Problem)
