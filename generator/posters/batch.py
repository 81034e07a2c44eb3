"""A batch for the print shop: which files there are, each set and proven, and the list of what they are."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

from generator.course.matter import Matter
from generator.disclosure.public import PublicPortal, PublicWorksite
from generator.posters.compose import Data, Order, Sheet, is_specimen, sheet
from generator.posters.glyphs import MissingGlyph, missing
from generator.posters.handouts.compose import handout_sheet
from generator.posters.handouts.kinds import Handout, Kind, handouts
from generator.posters.product import Finish, Product, Theme
from generator.posters.proof import Failure, Page, Reading, prove
from generator.posters.typeset import pdf

MANIFEST: Final = "manifest.json"
KIND: Final = "posters"
"""What the manifest says of its folder, so that no other one is replaced."""
MANIFEST_TABLE: Final = "manifest.csv"
CITY: Final = "全市"
_NO_TOWN: Final = "未注明镇街"
_AHEAD: Final = 2
"""Files that may be set and wait for being read: the thread that sets is never idle, and memory stays small."""

Site = PublicWorksite | None
"""None stands for the whole city: a piece without a worksite."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a file is, in words for the list."""

    product: str
    size: str
    theme: str
    finish: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file of the batch."""

    path: str
    order: Order
    sites: tuple[Site, ...]

    @property
    def label(self) -> Label:
        """What the list says of it."""
        order = self.order
        return Label(order.product.value, order.size, order.theme.value, order.finish.value)


@dataclass(frozen=True, slots=True)
class WantedHandout:
    """A hand-out of the batch: the whole city's, like all that is taught."""

    path: str
    handout: Handout
    matter: Matter = field(repr=False)

    @property
    def sites(self) -> tuple[Site, ...]:
        """Of no worksite."""
        return (None,)

    @property
    def label(self) -> Label:
        """What the list says of it."""
        return Label(self.handout.kind.value, self.handout.size, Theme.TEAL.value, Finish.PLAIN.value)


AnyWanted = Wanted | WantedHandout


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A finished file, fit for print."""

    wanted: AnyWanted
    data: bytes
    readings: tuple[Reading, ...]
    specimen: bool
    pages: int

    @property
    def sha256(self) -> str:
        """Digest of the file."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that must not be printed, and why: nothing of its batch is kept."""

    wanted: AnyWanted
    failures: tuple[Failure, ...] = ()
    missing: tuple[MissingGlyph, ...] = ()


@dataclass(frozen=True, slots=True)
class _Unproven:
    """A file that has been set and not yet been read."""

    wanted: AnyWanted
    data: bytes
    pages: tuple[Page, ...]


def wanted(orders: Iterable[Order], sites: Sequence[Site]) -> tuple[Wanted, ...]:
    """A file for each site, and one for each town with more than one site; a board only where there is a site."""
    return tuple(found for order in orders for found in _of_order(order, sites))


def _of_order(order: Order, sites: Sequence[Site]) -> Iterator[Wanted]:
    printable = [site for site in sites if site or order.product is not Product.BOARD]
    suffix = _suffix(order)
    towns: dict[str, list[Site]] = defaultdict(list)
    for site in printable:
        town = _town(site)
        towns[town].append(site)
        if order.finish is not Finish.IMPOSED:
            yield Wanted(f"{town}/{site.code if site else CITY}-{suffix}.pdf", order, (site,))
    for town, found in towns.items():
        if len(found) > 1 or order.finish is Finish.IMPOSED:
            yield Wanted(f"{town}-{suffix}.pdf", order, tuple(found))


def _town(site: Site) -> str:
    return (site.town or _NO_TOWN) if site else CITY


def _suffix(order: Order) -> str:
    marks = {Finish.PLAIN: "", Finish.BLEED: "-出血", Finish.IMPOSED: "-拼版"}
    return f"{order.product.value}-{order.size}{marks[order.finish]}"


def wanted_handouts(kinds: Iterable[Kind], matter: Matter) -> tuple[WantedHandout, ...]:
    """Each hand-out of these kinds that there is text for, under the name that people know it by."""
    chosen = set(kinds)
    found = (one for one in handouts(matter) if one.kind in chosen)
    return tuple(WantedHandout(f"{CITY}/{one.name}.pdf", one, matter) for one in found)


def produced(files: Iterable[AnyWanted], portal: PublicPortal) -> Iterator[PrintFile | Rejected]:
    """Every file in turn: while one is read back, a second thread sets those that follow."""
    with ThreadPoolExecutor(1) as press:
        ahead: deque[Future[_Unproven | Rejected]] = deque()
        for one in files:
            ahead.append(press.submit(_typeset, one, portal))
            if len(ahead) > _AHEAD:
                yield _proven(ahead.popleft().result(), portal)
        while ahead:
            yield _proven(ahead.popleft().result(), portal)


def produce(one: AnyWanted, portal: PublicPortal) -> PrintFile | Rejected:
    """Set one file and prove it."""
    return _proven(_typeset(one, portal), portal)


def _typeset(one: AnyWanted, portal: PublicPortal) -> _Unproven | Rejected:
    made = _sheet(one, portal)
    unprintable = tuple(lacking(one, made.data))
    if unprintable:
        return Rejected(one, missing=unprintable)
    return _Unproven(one, pdf(made.template, made.data, portal.as_of), made.pages)


def _proven(made: _Unproven | Rejected, portal: PublicPortal) -> PrintFile | Rejected:
    if isinstance(made, Rejected):
        return made
    readings, failures = prove(made.data, made.pages)
    if failures:
        return Rejected(made.wanted, failures=failures)
    specimen = any(is_specimen(portal, site) for site in made.wanted.sites)
    return PrintFile(made.wanted, made.data, readings, specimen, len(made.pages))


def _sheet(one: AnyWanted, portal: PublicPortal) -> Sheet:
    if isinstance(one, WantedHandout):
        return handout_sheet(one.handout, portal, one.matter)
    return sheet(one.order, portal, one.sites)


def lacking(one: AnyWanted, data: Data) -> Iterator[MissingGlyph]:
    """Characters of a file's data that the font cannot print, each with the sites or the page that it may belong to."""
    if isinstance(one, WantedHandout):
        return (
            MissingGlyph(one.matter.source_of(glyph.character), glyph.character)
            for glyph in missing(CITY, _texts(data))
        )
    name = "、".join(site.printed if site else CITY for site in one.sites[:3])
    return missing(name, _texts(data))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for key, inner in value.items() if key != "qr" for text in _texts(inner))
        case list() | tuple():
            yield from (text for inner in value for text in _texts(inner))
        case _:
            return


def manifest(files: Sequence[PrintFile]) -> bytes:
    """`manifest.json`: every file, every code on it, how far it reads."""
    entries = [{**_row(one), "codes": _codes(one)} for one in files]
    return (json.dumps({"kind": KIND, "files": entries}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def manifest_table(files: Sequence[PrintFile]) -> bytes:
    """`manifest.csv`: the same, a line for each file, for a spreadsheet."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(
        ["文件", "品种", "规格", "样式", "页数", "安薪码", "地址", "模块毫米", "最远识读米", "样张", "字节", "SHA-256"]
    )
    for one in files:
        row, codes = _row(one), _codes(one)
        table.writerow(
            [
                *(row[name] for name in ("path", "product", "size", "theme", "pages")),
                " ".join(str(code["code"]) for code in codes),
                " ".join(str(code["address"]) for code in codes),
                row["module_mm"],
                row["distance_m"],
                "是" if one.specimen else "否",
                row["bytes"],
                row["sha256"],
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def _row(one: PrintFile) -> dict[str, object]:
    label = one.wanted.label
    return {
        "path": one.wanted.path,
        "product": label.product,
        "size": label.size,
        "theme": label.theme,
        "finish": label.finish,
        "pages": one.pages,
        "module_mm": min(reading.module_mm for reading in one.readings),
        "quiet_modules": min(reading.quiet for reading in one.readings),
        "distance_m": min(reading.distance_m for reading in one.readings),
        "specimen": one.specimen,
        "bytes": len(one.data),
        "sha256": one.sha256,
    }


def _codes(one: PrintFile) -> list[dict[str, object]]:
    """Each code once, in the order of the sites."""
    addresses = list(dict.fromkeys(reading.address for reading in one.readings))
    names = {site.code: site.printed for site in one.wanted.sites if site}
    found: Iterator[dict[str, object]] = (
        {"address": address, "code": names.get(address.rpartition("/")[2], CITY)} for address in addresses
    )
    return sorted(found, key=lambda code: str(code["code"]))
