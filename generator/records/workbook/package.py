"""Bytes of an .xlsx → its sheets' raw cells, within bounds and without trust; everything unusual is a Problem.

The package is read here rather than by openpyxl: one bounded pass sees what a library hides or guesses (a formula
behind a value, merged cells, the Chinese date formats), refuses every document type declaration, and cannot be made to
fill the memory with empty cells.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from io import BytesIO
from posixpath import join, normpath
from typing import Final
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from generator.problems import Problem, Span

MAX_BYTES: Final = 30_000_000
MAX_UNPACKED: Final = 100_000_000
MAX_CELLS: Final = 2_000_000
_MAX_PARTS: Final = 1000
_MAX_TEXT: Final = 32_767
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REF: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BUILT_IN_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_FORMAT: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|General', re.IGNORECASE)
_BROKEN: Final = (
    *(BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(LookupError, ValueError, OverflowError, StopIteration, expat.ExpatError),
)
"""What the standard library raises for a damaged package."""


class Type(Enum):
    """What a cell says its value is."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    """A number in a format of date or time."""
    FLAG = auto()
    ERROR = auto()
    FORMULA = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it; `text` is as the file has it."""

    type: Type
    text: str


Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells by row and column, both from 1."""

    name: str
    hidden: bool
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Merged, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """All sheets in their order. `since_1904`: dates count from 1904, as old files of Macs do."""

    sheets: tuple[Sheet, ...]
    since_1904: bool = False


class _Refused(Exception):  # noqa: N818 - it ends one reading and never leaves this module
    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code, self.message, self.hint = code, message, hint


def read(data: bytes, file: str) -> Package | Problem:
    """Read the sheets, or say why this is no workbook to read."""
    try:
        _look(data)
        with ZipFile(BytesIO(data)) as archive:
            return _package(_parts(archive))
    except _Refused as refused:
        return Problem(Span(file), refused.code, refused.message, refused.hint)
    except _BROKEN:
        return Problem(Span(file), "R151", "文件损坏，或不是 Excel 表格", "用 Excel 打开，另存为 .xlsx，再导入一次")


def _look(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise _Refused("R150", "文件超过 30 MB", "删去图片和多余的工作表，或分几次导入")
    if data.startswith(_OLE):
        raise _Refused("R152", "文件加了密码，或是旧式的 .xls", "在 Excel 里取消密码，另存为「Excel 工作簿（.xlsx）」")


def _parts(archive: ZipFile) -> Callable[[str], bytes]:
    infos = archive.infolist()
    if len(infos) > _MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise _Refused("R156", "解开之后太大", "只留要导入的工作表，删去空白的行和列")
    if any(info.flag_bits & 1 or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise _Refused("R152", "文件加了密码，或用了不认识的压缩方式", "在 Excel 里打开，另存为 .xlsx")
    names = {info.filename for info in infos}
    if any(name.endswith(".bin") and "vba" in name.lower() for name in names):
        raise _Refused("R153", "文件带有宏", "另存为「Excel 工作簿（.xlsx）」，不带宏")
    if any("externalLinks/" in name for name in names):
        raise _Refused("R154", "表格引用了别的文件", "在 Excel 的「数据 → 编辑链接」里断开链接，只留数值")
    return lambda name: archive.read(name) if name in names else b""


@dataclass
class _Scan:
    """Walks one XML part. Element names come without their namespaces, attributes are as they are."""

    start: Callable[[str, dict[str, str]], None]
    end: Callable[[str, str], None] = lambda _, __: None
    text: list[str] = field(default_factory=list)

    def run(self, data: bytes) -> None:
        """Read the part; `end` is given the text since the last start or end."""
        if not data:
            return
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text.append
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only

    def _refuse(self, *_: object) -> None:
        raise _Refused("R155", "文件里有不该有的 XML 声明", "用 Excel 打开，另存为 .xlsx，再导入一次")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.text.clear()
        self.start(_local(name), attributes)

    def _end(self, name: str) -> None:
        self.end(_local(name), "".join(self.text))
        self.text.clear()


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    _Scan(lambda name, attributes: found.append((name, attributes))).run(data)
    return found


def _package(part: Callable[[str], bytes]) -> Package:
    types = part("[Content_Types].xml")
    if b"macroEnabled" in types:
        raise _Refused("R153", "文件带有宏", "另存为「Excel 工作簿（.xlsx）」，不带宏")
    workbook = _elements(part("xl/workbook.xml"))
    if not any(name == "sheet" for name, _ in workbook):
        raise _Refused("R151", "文件不是 Excel 表格", "用 Excel 打开，另存为 .xlsx，再导入一次")
    targets = {
        said["Id"]: normpath(join("xl", said["Target"].removeprefix("/xl/")))
        for name, said in _elements(part("xl/_rels/workbook.xml.rels"))
        if name == "Relationship"
    }
    texts, dates, room = _texts(part("xl/sharedStrings.xml")), _dates(part("xl/styles.xml")), _Room()
    sheets = []
    for name, said in workbook:
        if name == "sheet":
            builder = _Builder(texts, dates, room)
            _Scan(builder.start, builder.end).run(part(targets[_link(said)]))
            hidden = said.get("state", "visible") != "visible"
            sheets.append(Sheet(said["name"], hidden, builder.rows, tuple(builder.merged)))
    old = any(name == "workbookPr" and said.get("date1904") in {"1", "true"} for name, said in workbook)
    return Package(tuple(sheets), old)


def _link(said: dict[str, str]) -> str:
    """The one attribute that has a namespace of its own, r:id."""
    return next(value for key, value in said.items() if key.endswith("}id"))


def _texts(data: bytes) -> list[str]:
    """The table of texts that cells refer to; phonetic readings are no part of them."""
    found: list[list[str]] = []
    state = {"phonetic": False}

    def start(name: str, _: dict[str, str]) -> None:
        if name == "si":
            found.append([])
        elif name == "rPh":
            state["phonetic"] = True

    def end(name: str, text: str) -> None:
        if name == "rPh":
            state["phonetic"] = False
        elif name == "t" and not state["phonetic"] and found:
            found[-1].append(text)

    _Scan(start, end).run(data)
    return [_written("".join(parts)) for parts in found]


def _written(text: str) -> str:
    """`_x000D_` is how Excel writes a character that XML cannot hold."""
    return _ESCAPED.sub(lambda match: _character(int(match[1], 16)), text).replace("\r\n", "\n")


def _character(number: int) -> str:
    return "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)


def _dates(data: bytes) -> frozenset[int]:
    """The cell styles that show a number as a date or a time."""
    custom: set[int] = set()
    styles: list[int] = []
    inside = {"cellXfs": False}

    def start(name: str, said: dict[str, str]) -> None:
        if name == "numFmt" and re.search("[ymdhs]", _NOT_FORMAT.sub("", said["formatCode"]), re.IGNORECASE):
            custom.add(int(said["numFmtId"]))
        elif name == "cellXfs":
            inside[name] = True
        elif name == "xf" and inside["cellXfs"]:
            styles.append(int(said.get("numFmtId", "0")))

    def end(name: str, _: str) -> None:
        if name == "cellXfs":
            inside[name] = False

    _Scan(start, end).run(data)
    return frozenset(index for index, number in enumerate(styles) if number in _BUILT_IN_DATES | custom)


@dataclass
class _Room:
    """How many filled cells the workbook may still have."""

    left: int = MAX_CELLS

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _Refused("R156", "有内容的格子超过二百万", "分几次导入")


_TYPES: Final = {"s": Type.TEXT, "str": Type.TEXT, "inlineStr": Type.TEXT, "b": Type.FLAG, "e": Type.ERROR}


class _Builder:
    """Collects the filled cells of one sheet."""

    def __init__(self, texts: list[str], dates: frozenset[int], room: _Room) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[Merged] = []
        self._texts, self._dates, self._room = texts, dates, room
        self._row = self._column = 0
        self._said: dict[str, str] = {}
        self._value: str | None = None
        self._formula = self._phonetic = False

    def start(self, name: str, said: dict[str, str]) -> None:
        match name:
            case "row":
                self._row, self._column = int(said.get("r", self._row + 1)), 0
            case "c":
                self._row, self._column = place(said["r"]) if "r" in said else (self._row, self._column + 1)
                self._said, self._value, self._formula = said, None, False
            case "f":
                self._formula = True
            case "rPh":
                self._phonetic = True
            case "mergeCell":
                first, _, last = said["ref"].partition(":")
                self.merged.append((*place(first), *place(last or first)))

    def end(self, name: str, text: str) -> None:
        match name:
            case "v":
                self._value = text
            case "t" if not self._phonetic:
                self._value = (self._value or "") + text
            case "rPh":
                self._phonetic = False
            case "c" if self._formula or self._value:
                self._keep()

    def _keep(self) -> None:
        self._room.take()
        kind, value = self._said.get("t", "n"), self._value or ""
        text = self._texts[int(value)] if kind == "s" and not self._formula else _written(value)
        if len(text) > _MAX_TEXT:
            raise _Refused("R151", "有一格的文字超过 32767 字", "删去这一格里多余的文字")
        if text or self._formula:
            self.rows.setdefault(self._row, {})[self._column] = Cell(self._type(kind), text)

    def _type(self, kind: str) -> Type:
        if self._formula:
            return Type.FORMULA
        if kind in _TYPES:
            return _TYPES[kind]
        return Type.DATE if kind == "d" or int(self._said.get("s", "0")) in self._dates else Type.NUMBER


def place(ref: str) -> tuple[int, int]:
    """Row and column, both from 1, of a reference such as C7."""
    match = _REF.fullmatch(ref)
    if not match:
        raise ValueError(ref)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
