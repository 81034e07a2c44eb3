"""Every file of the open data, planned in one pass over the public cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from generator import routes
from generator.disclosure.public import Basis, EndedCase, PublicCase, PublicPortal, PublicSite, in_order
from generator.pages.data.catalogue import NO_LICENCE
from generator.pages.data.documents import PAGE, delta, document, employers, envelope, releases, removals, site_head
from generator.pages.data.feeds import disclosures_feed, removals_feed
from generator.pages.data.fields import Json
from generator.pages.data.package import datapackage
from generator.pages.data.record import Record, basis_key, line
from generator.pages.data.releases import History, advance, deltas
from generator.pages.data.schemas import schema_text, schemas
from generator.pages.data.seal import ChecksumsFile, DataFile, IndexFile, ready, record_file, told
from generator.pages.data.sessions import calendar, sessions
from generator.pages.data.table import CsvFile, NdjsonFile, Table, table
from generator.pages.data.workbook import ROWS, WorkbookFile


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page of `cases.json`."""

    path: str
    head: tuple[tuple[str, Json], ...]
    covered: str
    """What its records depend on, in one digest."""
    records: tuple[Record, ...] = field(repr=False)

    def render(self) -> bytes:
        """The head and the records."""
        return document(dict(self.head), {"cases": (one.line for one in self.records)})


def data_files(site: PublicSite, before: History | None, made: Table | None = None) -> tuple[DataFile, ...]:
    """All open data of a site, and the deltas from the releases of an earlier one; `made` is its table, if known."""
    made = made or table(site)
    records = tuple(map(record_file, made.records))
    history = advance(before, {one.number: one.sha256 for one in made.records}, site.portal.as_of)
    files = tuple(sorted((*_tables(site.portal, made), *_documents(site), *_past(made, history)), key=_path))
    sealed = tuple(sorted((file for file in (*files, *records) if file.path.startswith(routes.API)), key=_path))
    head = _head(site, made)
    index = IndexFile(routes.INDEX, told((ready(routes.INDEX, head), *files)), head, files)
    return (*files, *records, index, ChecksumsFile(routes.CHECKSUMS, told(sealed), sealed))


def _path(file: DataFile) -> str:
    return file.path


def _tables(portal: PublicPortal, made: Table) -> Iterator[DataFile]:
    yield CsvFile(routes.CASES_CSV, made)
    yield NdjsonFile(routes.CASES_NDJSON, made)
    yield from _books(portal, made)
    yield from _pages(portal, made)


def _notes(portal: PublicPortal, made: Table) -> tuple[tuple[str, str], ...]:
    return (
        ("数据", f"{portal.title}：正在依法公开的案件，一行一件，不含样例。"),
        ("主办单位", portal.publisher),
        ("版本", f"{made.id}（记录一样，版本就一样；截至日期见 {routes.INDEX}）"),
        ("许可", portal.licence or NO_LICENCE),
        ("注意", "过了「公开到」的日期，请删除那一行；停止公开的编号见「移出与更正」。没有列入，不等于没有欠过薪。"),
    )


def _books(portal: PublicPortal, made: Table) -> Iterator[DataFile]:
    of = max(1, -(-len(made.records) // ROWS))
    for number in range(1, of + 1):
        some = replace(made, records=made.records[(number - 1) * ROWS : number * ROWS])
        yield WorkbookFile(routes.cases_book(number), (*_notes(portal, made), *_part(number, of)), some)


def _part(number: int, of: int) -> Iterator[tuple[str, str]]:
    if of > 1:
        names = "、".join(PurePosixPath(routes.cases_book(one)).name for one in range(1, of + 1))
        yield "分册", f"第 {number} 册，共 {of} 册，每册 {ROWS} 件：{names}。"


def _pages(portal: PublicPortal, made: Table) -> Iterator[DataFile]:
    total, pages = len(made.records), max(1, -(-len(made.records) // PAGE))
    for number in range(1, pages + 1):
        head: dict[str, Json] = {
            **envelope(portal),
            "release": made.id,
            "page": number,
            "pages": pages,
            "total": total,
            "next": routes.cases_page(number + 1) if number < pages else None,
        }
        # The release in the head stands for the records of every page.
        found = made.records[(number - 1) * PAGE : number * PAGE]
        yield PageFile(routes.cases_page(number), tuple(head.items()), made.id, found)


def _documents(site: PublicSite) -> Iterator[DataFile]:
    yield ready(routes.EMPLOYERS_JSON, employers(site))
    yield ready(routes.REMOVALS_JSON, removals(site))
    yield ready(routes.FEED, disclosures_feed(site))
    yield ready(routes.REMOVALS_FEED, removals_feed(site))
    yield ready(routes.SESSIONS_JSON, sessions(site))
    yield ready(routes.SESSIONS_FEED, calendar(site))
    yield ready(routes.DATAPACKAGE, datapackage(site.portal))
    for name, body in schemas().items():
        yield ready(routes.schema(name), schema_text(body))


def _past(made: Table, history: History) -> Iterator[DataFile]:
    yield ready(routes.RELEASES, releases(history))
    found = list(deltas(history))
    changed = {number for one in found for number in one.upsert}
    lines = {one.number: one.line for one in made.records if one.number in changed}
    for one in found:
        yield ready(routes.delta(one.origin), delta(one, lines))


def _head(site: PublicSite, made: Table) -> bytes:
    shown = {case.number: case for case in site.cases if not case.sample}
    ended = sorted((one for one in site.ended if not one.sample), key=lambda one: in_order(one.number))
    counts: dict[str, Json] = {
        "cases": len(shown),
        "ended": len(ended),
        "by_basis": {
            basis_key(basis): sum(any(ground.basis is basis for ground in case.grounds) for case in shown.values())
            for basis in Basis
        },
    }
    return document(
        {**site_head(site, made.id), "counts": counts},
        {
            "cases": (line(_entry(shown[one.number], one)) for one in made.records),
            "ended": (line(_gone(one)) for one in ended),
        },
    )


def _entry(case: PublicCase, record: Record) -> dict[str, Json]:
    return {
        "number": case.number,
        "address": routes.case(case.number),
        "since": case.since.isoformat(),
        "until": case.until.isoformat(),
        "bases": [basis_key(ground.basis) for ground in case.grounds],
        "record": routes.record(case.number),
        "size": record.size,
        "sha256": record.sha256,
    }


def _gone(ended: EndedCase) -> dict[str, Json]:
    return {"number": ended.number, "address": routes.case(ended.number), "ended": ended.ended.isoformat()}
