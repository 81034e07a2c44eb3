"""A leak is found inside a packed file, and wherever a data file keeps its values."""

from __future__ import annotations

import gzip
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from generator.disclosure.pieces import lots
from generator.disclosure.sweep import CANARY, Leak, Sweeper

PHONE = "13800138000"


def book(text: str, title: str = "案件") -> bytes:
    made = Workbook()
    sheet = made.create_sheet(title)
    sheet.append(["编号", text])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def leaks(path: str, data: bytes) -> list[Leak]:
    return list(Sweeper(("虚构未公开有限公司",)).sweep(path, data))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("cases.xlsx", book(PHONE)),
        ("cases.xlsx", book("一切正常", PHONE)),
        ("cases.csv", f'编号,"说明，{PHONE}"\r\n'.encode()),
        ("cases.ndjson", f'{{"facts": "{PHONE}"}}\n'.encode()),
        ("index.json", f'{{\n"facts": ["一",\n"{PHONE}"]\n}}\n'.encode()),
        ("index.html", f"<p>&#49;{PHONE[1:]}</p>".encode()),
        ("index.html.gz", gzip.compress(f"<p>&#49;{PHONE[1:]}</p>".encode(), mtime=0)),
        ("index.html.gz", f"damaged {PHONE}".encode()),
    ],
)
def test_finds_a_number(path: str, data: bytes) -> None:
    assert leaks(path, data) == [Leak(path, "手机号")]


def test_finds_a_name_in_a_cell() -> None:
    assert leaks("cases.xlsx", book("虚构未公开有限公司")) == [Leak("cases.xlsx", "未公开或已停止公开的名称")]


def test_a_part_of_a_workbook_is_read_whatever_it_is_called() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr(f"{PHONE}.xml", "<a/>")
    assert leaks("cases.xlsx", out.getvalue()) == [Leak("cases.xlsx", "手机号")]


def test_a_damaged_workbook_is_read_as_it_is() -> None:
    assert leaks("cases.xlsx", PHONE.encode()) == [Leak("cases.xlsx", "手机号")]


@pytest.mark.parametrize("path", ["cases.xlsx", "cases.csv"])
def test_clean_files_pass(path: str) -> None:
    assert leaks(path, book("拖欠工资") if path.endswith("xlsx") else "编号,拖欠工资\r\n".encode()) == []


def test_what_was_found_once_is_found_again() -> None:
    sweeper = Sweeper()
    found = [list(sweeper.sweep(path, f'{{"facts": "{PHONE}"}}\n'.encode())) for path in ("a.json", "b.json")]
    assert found == [[Leak("a.json", "手机号")], [Leak("b.json", "手机号")]]


@pytest.mark.parametrize(
    "noise",
    [b"\x01W\xffr\x8ek\xf3\xc2%\xb2qqaGDWD\xcea\x85\x1b}", b"\x00\xf1a@b.cd\x90\x81", b"\xe5\x8a\xa0V12345\x00"],
)
def test_noise_of_packed_pixels_is_not_read(noise: bytes) -> None:
    """A card of the site was refused for a number of QQ in its pixels."""
    sweeper = Sweeper()
    assert list(sweeper.sweep("cards/home.png", b"\x89PNG\r\n\x1a\n" + noise)) == []
    assert list(sweeper.sweep("cards/home.txt", noise)) != []


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "mp4"])
@pytest.mark.parametrize("note", ["tel 13800138000", "a.b@example.org", "微信号：abc12345", CANARY])
def test_what_is_noted_beside_the_pixels_is_read(note: str, suffix: str) -> None:
    data = b"\x89PNG\r\n\x1a\n\x00\x00\xfftEXtComment\x00" + note.encode() + b"\x00\xfe\x81IDATqqaGDWD\xce"
    assert len(list(Sweeper().sweep(f"pictures/gate.{suffix}", data))) == 1


def test_records_are_read_line_by_line() -> None:
    data = '{"a": 1},\r\n{"b": "甲"},\n\n{"c": "'.encode() + b"\xff" + b'"}'
    assert [piece for lot in lots("x.ndjson", data) for piece in lot.pieces] == [
        '{"a": 1},\r',
        '{"b": "甲"}',
        "",
        '{"c": "\ufffd"}',
    ]


def sheet(rows: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", f"<sheetData>{rows}</sheetData>")
    return out.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1"><c>{PHONE}</c></row><row r="2"><c>1</c></row>',
        f'<row r="1"><c>1</c></row><row r="2"><c>{PHONE}</c></row>',
        f'<row r="1"><c>1</c>{PHONE}</row><row r="2"/>',
        f'<row r="1"><c>1</c></row>{PHONE}<row r="2"/>',
        f'<row r="1"><c>1</c></row>{PHONE}',
        f'<row r="1"><c>1</c></row><row r="2" note="{PHONE}"><c>1</c></row>',
        f'<row r="1"><c>1</c></rows>{PHONE}<row r="2"/>',
        f'<c>1</c></row foo="{PHONE}">',
    ],
)
def test_a_sheet_is_read_row_by_row_and_whole(rows: str) -> None:
    assert leaks("cases.xlsx", sheet(rows)) == [Leak("cases.xlsx", "手机号")]


def test_a_row_that_stood_there_is_not_read_again() -> None:
    """It was clean when the file was swept; another of its cells is not."""
    look, head, clean, bad = Sweeper(), "<row/></row>", "<row><c>一</c></row>", f"<row><c>{PHONE}</c></row>"
    before = sheet(f"{head}{clean}{bad}")
    assert list(look.sweep("cases.xlsx", sheet(f"{head}{bad}{clean}"), before)) == []
    assert list(look.sweep("cases.xlsx", sheet(head + bad.replace("c>", "d>")), before)) == [
        Leak("cases.xlsx", "手机号")
    ]


@pytest.mark.parametrize(("path", "inner"), [("a.zip", "b.csv"), ("a.zip", "b.json"), ("a.zip", "b.html")])
def test_what_lies_in_a_package_is_cut_as_it_would_be_alone(path: str, inner: str) -> None:
    """Two values side by side are no number: neither in the file nor in a package."""
    texts = {"b.csv": "138,00138000\r\n", "b.json": '["138","00138000"]', "b.html": "138\n00138000"}
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr(inner, texts[inner])
    assert (leaks(inner, texts[inner].encode()), leaks(path, out.getvalue())) == ([], [])


def test_what_is_clean_in_parts_may_not_be_clean_as_a_whole() -> None:
    """The same line as a row of a table, where a comma parts two values, and as a text."""
    look, line = Sweeper(("虚构,未公开有限公司",)), "虚构,未公开有限公司"
    assert list(look.sweep("a.csv", line.encode())) == []
    assert list(look.sweep("a.html", line.encode())) == [Leak("a.html", "未公开或已停止公开的名称")]


def test_checksums_are_read_line_by_line() -> None:
    listed = f"{'0' * 64}  cases.csv\n{'a' * 64}  index.json\n"
    assert [piece for lot in lots("x.txt", listed.encode()) for piece in lot.pieces] == [*listed.split("\n")]
    other = f"{listed}{PHONE}\n"
    assert [piece for lot in lots("x.txt", other.encode()) for piece in lot.pieces] == [other]
    assert leaks("x.txt", f"{'0' * 64}  {PHONE}\n".encode()) == [Leak("x.txt", "手机号")]
