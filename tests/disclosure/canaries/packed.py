"""Files that hold a text where a person does not look: metadata, comments, hidden sheets, runs, chunks, packages."""

from __future__ import annotations

import gzip
import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from generator.disclosure.binary import PNG

Packing = Callable[[str], bytes]


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def book(put: Callable[[Workbook, str], object]) -> Packing:
    """A workbook into which something has been put."""

    def made(text: str) -> bytes:
        one = Workbook()
        put(one, text)
        return saved(one)

    return made


def _comment(one: Workbook, text: str) -> None:
    one.worksheets[0]["A1"].comment = Comment(text, "甲")


def _commenter(one: Workbook, text: str) -> None:
    one.worksheets[0]["A1"].comment = Comment("乙", text)


def _hidden(one: Workbook, text: str) -> None:
    sheet = one.create_sheet("存")
    sheet.sheet_state = "veryHidden"
    sheet["C9"] = text


def _property(one: Workbook, text: str) -> None:
    one.custom_doc_props.append(StringProperty(name="经办", value=text))  # type: ignore[attr-defined] # not in the stubs


def _header(one: Workbook, text: str) -> None:
    header = one.worksheets[0].oddHeader
    assert header is not None
    header.center.text = text


BOOKS: Final[Mapping[str, Packing]] = {
    "cell": book(lambda one, text: one.worksheets[0].append([text])),
    "author": book(lambda one, text: setattr(one.properties, "creator", text)),
    "description": book(lambda one, text: setattr(one.properties, "description", text)),
    "custom property": book(_property),
    "comment": book(_comment),
    "who commented": book(_commenter),
    "hidden sheet": book(_hidden),
    "defined name": book(
        lambda one, text: one.defined_names.add(DefinedName("经办", attr_text=f'"{text}"', comment=text))
    ),
    "header": book(_header),
}


def package(parts: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(ZipInfo(name), data, ZIP_DEFLATED)
        made.comment = comment
    return out.getvalue()


def document(text: str) -> bytes:
    """A document of Word in which every letter is a run of its own."""
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{sign}</w:t></w:r>" for sign in text)
    return package({"word/document.xml": f"<w:p>{runs}</w:p>".encode()})


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes) -> bytes:
    return PNG + chunk(b"IHDR", bytes(13)) + b"".join(chunks) + chunk(b"IDAT", zlib.compress(bytes(99)))


PACKINGS: Final[Mapping[str, tuple[str, Packing]]] = {
    **{f"xlsx {name}": ("cases.xlsx", made) for name, made in BOOKS.items()},
    "docx runs": ("list.docx", document),
    "zip name": ("list.zip", lambda text: package({f"{text}.csv": b""})),
    "zip comment": ("list.zip", lambda text: package({"a": b""}, text.encode())),
    "zip in zip": ("list.zip", lambda text: package({"a.zip": package({"b.txt": text.encode()})})),
    "gz": ("list.csv.gz", lambda text: gzip.compress(f"名称\n{text}\n".encode(), mtime=0)),
    "gz by another name": ("list.bin", lambda text: gzip.compress(text.encode(), mtime=0)),
    "png tEXt": ("a.png", lambda text: png(chunk(b"tEXt", b"Author\0" + text.encode()))),
    "png zTXt": ("a.png", lambda text: png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(text.encode())))),
    "png iTXt": ("a.png", lambda text: png(chunk(b"iTXt", b"Author\0\1\0\0\0" + zlib.compress(text.encode(), 9)))),
    "png eXIf": ("a.png", lambda text: png(chunk(b"eXIf", b"II*\0" + text.encode("utf-16-le")))),
    "png after its end": ("a.png", lambda text: png(chunk(b"IEND", b"")) + text.encode()),
    "jpeg": ("a.jpg", lambda text: b"\xff\xd8\xff\xe1\x01Exif\0\0\xfe" + text.encode("utf-16-le") + b"\xff\xd9"),
    "jpeg, an odd byte on": (
        "a.jpg",
        lambda text: b"\xff\xd8\xff\xe1\xffExif\0\0" + text.encode("utf-16-be") + b"\xd9",
    ),
    "old document": ("a.doc", lambda text: b"\xd0\xcf\x11\xe0" + bytes(60) + text.encode("utf-16-le") + bytes(9)),
}
"""Name of a file, and the file with a text somewhere in it."""
