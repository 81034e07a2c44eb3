"""The sweep finds every private fact in every writing and every packing, and takes no digest for one."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import product
from typing import Final
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.sweep import NOT_PUBLIC, SEALED, Leak, Sweeper
from generator.icalendar import folded
from generator.problems import has_unseen
from tests.disclosure.canaries.birds import ENCODINGS, FORMS, HIDDEN_UNIT, NAMES, PRIVATE
from tests.disclosure.canaries.packed import PACKINGS, chunk, package, png

ALL: Final = {**PRIVATE, **NAMES}
TEXTS: Final[Mapping[str, tuple[str, Callable[[str], str]]]] = {
    "html": ("x/index.html", lambda text: f"<!doctype html>\n<p>据查，{text}。</p>\n"),
    "html attribute": ("x/index.html", lambda text: f'<a href="/x?q={text}" title="{text}">甲</a>'),
    "html comment": ("x/index.html", lambda text: f"<p>甲</p><!-- {text} -->"),
    "json": ("api/x.json", lambda text: f'{{\n"facts": ["{text}"]\n}}\n'),
    "ndjson": ("api/x.ndjson", lambda text: f'{{"facts": "{text}"}}\n'),
    "csv": ("api/x.csv", lambda text: f'编号,"{text}"\r\n1,2\r\n'),
    "xml": ("feeds/x.xml", lambda text: f"<entry><title>{text}</title></entry>"),
    "calendar": ("x.ics", lambda text: f"SUMMARY:{text}\r\n"),
    "script": ("assets/x.js", lambda text: f"const x = '{text}';"),
    "style": ("assets/x.css", lambda text: f".x::before {{ content: '{text}' }}"),
    "picture": ("assets/x.svg", lambda text: f"<svg><desc>{text}</desc></svg>"),
    "sums": ("SHA256SUMS", lambda text: f"0  {text}\n"),
}
LOOK: Final = Sweeper((HIDDEN_UNIT,))


def heard(path: str, data: bytes) -> list[Leak]:
    return list(LOOK.sweep(path, data))


def test_every_fact_in_every_writing_in_every_kind_of_text() -> None:
    cases = list(product(ALL.items(), FORMS.items(), TEXTS.items()))
    missed = [
        (kind, form, place)
        for (kind, secret), (form, written), (place, (path, around)) in cases
        if not heard(path, around(written(secret)).encode())
    ]
    assert missed == []
    assert len(cases) == len(ALL) * len(FORMS) * len(TEXTS) == 15 * 17 * 12


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_fact_in_every_encoding(encoding: str) -> None:
    missed = [
        (kind, place)
        for (kind, secret), (place, (path, around)) in product(ALL.items(), TEXTS.items())
        if not heard(path, around(secret).encode(encoding))
    ]
    assert missed == []


@pytest.mark.parametrize("packing", PACKINGS)
def test_every_fact_in_every_packing(packing: str) -> None:
    path, packed = PACKINGS[packing]
    assert [kind for kind, secret in ALL.items() if not heard(path, packed(secret))] == []
    assert heard(path, packed("拖欠工资")) == []


def test_every_fact_in_the_name_of_a_file() -> None:
    """No name holds a stroke."""
    cases = list(product(ALL.items(), FORMS.items()))
    names = [(kind, form, written(secret).replace("/", "_")) for (kind, secret), (form, written) in cases]
    assert [(kind, form) for kind, form, name in names if not heard(f"x/{name}.html", b"")] == []


@pytest.mark.parametrize("tag", ["b", "span class='x'", "wbr", "sub", "a href='#'"])
def test_marks_within_a_number_are_not_seen(tag: str) -> None:
    closing = f"</{tag.split(maxsplit=1)[0]}>"
    assert heard("index.html", f"<p>138<{tag}>0013{closing}8000</p>".encode()) == [Leak("index.html", "手机号")]
    assert heard("index.html", b"<p>138<!-- x -->00138000</p>") == [Leak("index.html", "手机号")]
    assert heard("index.html", b"<td>138</td><td>00138000</td><p>138</p><p>00138000</p>") == []


@pytest.mark.parametrize("width", [20, 40, 75])
def test_a_calendar_folds_its_lines_anywhere(width: int) -> None:
    """RFC 5545 counts bytes; another program may cut earlier than ours."""
    for text in ALL.values():
        line = f"SUMMARY:{text}".encode()
        cut = b"\r\n ".join(line[at : at + width] for at in range(0, len(line), width))
        assert heard("x.ics", cut), text
        assert heard("x.ics", folded(f"DESCRIPTION:{'甲' * width}{text}")), text


def test_a_name_is_found_by_either_width() -> None:
    """The record writes half-width brackets and letters; the page full-width ones."""
    assert heard("index.html", "虚构未公开（Ａ１）有限公司".encode()) == [Leak("index.html", NOT_PUBLIC)]
    assert list(Sweeper(("虚构（Ｂ）公司",)).sweep("a.html", "虚构(B)公司".encode())) == [Leak("a.html", NOT_PUBLIC)]


@given(st.binary(min_size=16, max_size=64))
def test_a_digest_is_no_leak(data: bytes) -> None:
    """Pages name their scripts by digests in base64; what stands there by chance is no number of anybody."""
    digest = hashlib.sha256(data).digest()
    page = f'<script src="x.js" integrity="sha256-{b64encode(digest).decode()}"></script><p>{digest.hex()}</p>'
    assert heard("index.html", page.encode()) == []
    assert heard("index.json", json.dumps({"sha256": digest.hex()}).encode()) == []


@given(st.binary(min_size=200, max_size=3000))
def test_noise_in_a_picture_is_no_leak(data: bytes) -> None:
    assert heard("a.jpg", data) == []
    assert heard("a.png", png(chunk(b"IDAT", data))) == []


def locked() -> bytes:
    """A package whose part says that it has a password."""
    data = bytearray(package({"a.txt": b"x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def deep(levels: int) -> bytes:
    inner = b"13800138000"
    for _ in range(levels):
        inner = package({"a.zip": inner})
    return inner


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.zip", locked()),
        ("a.docx", locked()),
        ("a.zip", package({"b.zip": locked()})),
        ("a.zip", package({"b.7z": b"7z\xbc\xaf\x27\x1c\x00"})),
        ("a.zip", deep(5)),
        ("a.rar", b"Rar!\x1a\x07\x01\x00"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\x00"),
        ("a.tar.xz", b"\xfd7zXZ\x00\x00"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
        ("a.bin", b"%PDF-1.4\n"),
        ("a.pdf", b"no such thing"),
    ],
    ids=["zip", "docx", "zip in zip", "7z in zip", "too deep", "rar", "7z", "xz", "workbook", "pdf", "no pdf"],
)
def test_what_nobody_can_look_through_does_not_go_out(path: str, data: bytes) -> None:
    assert SEALED in [leak.kind for leak in heard(path, data)]


def test_a_bomb_is_not_unpacked() -> None:
    data = package({"a.txt": bytes(101_000_000)})
    assert len(data) < 200_000
    assert heard("a.zip", data) == [Leak("a.zip", SEALED)]
    with ZipFile(BytesIO(data)) as made:
        assert made.infolist()[0].file_size > 100_000_000


def test_two_texts_of_the_same_bytes_are_two_texts() -> None:
    """Letters of one byte that make up the letters of two: found clean, they must not stand for the other."""
    name = "浙江公司"
    twin = name.encode("utf-16-le").decode("latin-1")
    look = Sweeper((name,))
    assert list(look.sweep("a.txt", twin.encode())) == []
    assert list(look.sweep("b.txt", name.encode())) == [Leak("b.txt", NOT_PUBLIC)]


def test_whatever_the_reader_of_records_takes_for_unseen_the_sweep_does_not_see_either() -> None:
    unseen = [chr(code) for code in range(0x10FFFF + 1) if not 0xD800 <= code <= 0xDFFF and has_unseen(chr(code))]
    assert len(unseen) > 30
    assert [hex(ord(sign)) for sign in unseen if not heard("a.txt", f"138{sign}00138000".encode())] == []
