"""A PDF is read before it goes out: pages, metadata, alternative texts, files inside; a locked one never goes."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdfium2
import pytest

from generator.disclosure import pdf
from generator.disclosure.sweep import CANARY, NOT_PUBLIC, SEALED, Leak, Sweeper
from generator.posters.batch import PrintFile, Wanted, produce
from generator.posters.compose import Order
from generator.posters.product import Product
from tests.pages.casebook import PORTAL
from tests.posters.casebook import LONG, PLAIN

HIDDEN = "虚构未公开建筑装饰工程有限公司"
LOOK = Sweeper((HIDDEN,))
EMPTY = b"%PDF-1.4\n"


@cache
def poster(name: str = "虚构花园二期") -> bytes:
    made = produce(Wanted("x.pdf", Order(Product.POSTER, "A4"), (replace(PLAIN, project=name),)), PORTAL)
    assert isinstance(made, PrintFile), made
    return made.data


def document(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of one empty page, with more objects from number 4 on."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        *objects,
    ]
    written, places = EMPTY, []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, len(written))
    return written + head + table + end


def kinds(data: bytes) -> list[str]:
    return [leak.kind for leak in LOOK.sweep("Q/x.pdf", data)]


def utf16(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def stream(head: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(data), data)


XMP = f"<x:xmpmeta><dc:description>经办人电话 &#49;3800138000，{HIDDEN}</dc:description></x:xmpmeta>".encode()


def test_a_poster_is_clean() -> None:
    assert kinds(poster()) == []
    assert kinds(document()) == []


def test_a_poster_is_read_as_people_read_it() -> None:
    said = "\n".join(pdf.texts(poster()))
    assert "虚构花园二期" in said
    assert "二维码：https://anxin.example/Q/K7M3P2Q8" in said, "the alternative text"
    assert "安薪码, 海报, K7M3-P2Q8" in said, "the metadata"


@pytest.mark.parametrize("name", [HIDDEN, CANARY, f"虚构东南沿海高端装备产业园三期{HIDDEN}厂房工程"])
def test_a_name_that_is_not_public_is_found_even_over_a_lines_end(name: str) -> None:
    assert kinds(poster(name)) == [NOT_PUBLIC]


@pytest.mark.parametrize(
    "data",
    [
        document(b"<</Author " + utf16(HIDDEN) + b">>", trailer=b"/Info 4 0 R"),
        document(b"<</Author (\xef\xbb\xbf" + HIDDEN.encode() + b")>>", trailer=b"/Info 4 0 R"),
        document(
            b"<</Title (\\376\\377" + "".join(f"\\{one:03o}" for one in HIDDEN.encode("utf-16-be")).encode() + b")>>"
        ),
        document(stream(b"/Type/Metadata/Subtype/XML", XMP)),
        document(stream(b"/Type/Metadata/Subtype/XML/Filter/FlateDecode", zlib.compress(XMP))),
        document(
            stream(b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode", zlib.compress(b"9 0 <</Alt" + utf16(HIDDEN) + b">>"))
        ),
    ],
    ids=["info", "utf-8", "octal", "xmp", "packed xmp", "packed object"],
)
def test_a_name_is_found_wherever_it_hides(data: bytes) -> None:
    assert NOT_PUBLIC in kinds(data)


def test_a_number_is_found_in_packed_metadata() -> None:
    assert "手机号" in kinds(document(stream(b"/Type/Metadata/Filter/FlateDecode", zlib.compress(XMP))))


@pytest.mark.parametrize(("name", "inner"), [("list.csv", f"名称\n{HIDDEN}\n"), (f"{HIDDEN}.csv", "名称\n")])
def test_files_packed_inside_are_read_too(name: str, inner: str) -> None:
    with pypdfium2.PdfDocument.new() as made:
        made.new_page(99, 99)
        made.new_attachment(name).set_data(inner.encode())
        out = BytesIO()
        made.save(out)
    assert NOT_PUBLIC in kinds(out.getvalue())


LOCK = b"<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>" % (b"o" * 32, b"u" * 32)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", document(LOCK, trailer=b"/Encrypt 4 0 R/ID[<00><00>]")],
    ids=["empty", "a head alone", "locked"],
)
def test_what_nobody_can_look_through_does_not_go_out(data: bytes) -> None:
    assert list(LOOK.sweep("Q/x.pdf", data)) == [Leak("Q/x.pdf", SEALED)]


def test_a_file_cut_short_does_not_go_out() -> None:
    assert list(LOOK.sweep("Q/x.pdf", poster()[:2000])) == [Leak("Q/x.pdf", SEALED)]


def test_the_files_own_digest_is_no_account_of_anybody() -> None:
    assert kinds(document(trailer=b"/ID[(xEimQQ9S4FlQ5O5UhzYO0w==)(pznQQabcdefgvttqZfPf3A==)]")) == []


def test_the_longest_poster_is_clean() -> None:
    assert kinds(poster(LONG.project)) == []
