"""Six hundred canaries in a city: none sings on a page, in a file, on paper, on the terminal or in a calendar."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from generator.cli import run
from generator.cli.ledger import open_ledger
from generator.disclosure.site import Disclosed, disclose_all
from generator.disclosure.sweep import CANARY, Sweeper, sweeper
from generator.ledger import Ledger
from generator.pages.plan import plan
from generator.pages.render import render
from generator.problems import Severity
from tests.disclosure.canaries.birds import forms
from tests.disclosure.canaries.city import AS_OF, OFFICE, WITHHELD, city, frames, git

Call = tuple[str, ...]

FORMATS: Final[Mapping[Call, Call]] = {
    ("check",): ("text", "json", "github", "gitlab"),
    ("doctor",): ("text", "json"),
    ("diff", "HEAD~1"): ("text", "json", "github"),
    ("report", "2026Q3", "--samples"): ("text", "json", "markdown"),
    ("due",): ("text", "json"),
}
CALLS: Final[tuple[Call, ...]] = (
    *((*words, "--format", style) for words, styles in FORMATS.items() for style in styles),
    ("report", "2026", "--samples", "--xlsx", "{out}/report.xlsx"),
    ("due", "--xlsx", "{out}/due.xlsx", "--ics", "{out}/due.ics", "--format", "json"),
    ("wechat", "--case", "yk-2026-0003", "--out", "{out}/wechat"),
    ("bulletin", "2026Q3", "--out", "{out}/bulletin"),
    (
        "posters",
        "--product",
        "海报",
        "--product",
        "告示牌",
        "--worksite",
        "QYHTTTFQ",
        "--out",
        "{out}/p",
        "--jobs",
        "1",
    ),
    ("export", "{out}/template.xlsx", "--template"),
    ("fmt", "--check"),
    ("publish", "{out}/releases", "--dry-run"),
    ("event", "yk-2026-0901", "立案", "日期=2026-02-30"),
    ("nothing", CANARY),
)
"""What the staff run: each leaves its words on a terminal or in the log of a machine that anybody may read."""
KNOW_THE_OFFICE: Final = frozenset({"due"})
"""What tells the staff whose turn it is."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city in a repository whose branch, author and messages are canaries too."""
    folder = tmp_path_factory.mktemp("city")
    assert city(folder) > 550
    git(folder, "init", "--quiet", f"--initial-branch={CANARY}")
    git(folder, "remote", "add", "origin", f"https://user:{CANARY}@git.portal.example/x.git")
    for amount in ("58.4万元", "60.1万元"):
        record = folder / "cases/2026/yk-2026-0003.yml"
        record.write_text(record.read_text("utf-8").replace("58.4万元", amount), "utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", f"{CANARY}：{amount}")
    return folder


@pytest.fixture(scope="module")
def ledger(root: Path) -> Ledger:
    found, problems = open_ledger(root, date.fromisoformat(AS_OF))
    assert found
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    return found


@pytest.fixture(scope="module")
def disclosed(ledger: Ledger) -> Disclosed:
    return disclose_all(ledger)


@pytest.fixture(scope="module")
def site(disclosed: Disclosed) -> list[tuple[str, bytes]]:
    """Every file of the site, in memory."""
    bare = frames()
    return [(page.path, render(page, bare)) for page in plan(disclosed.site, bare)]


def typed(root: Path, words: Call, out: Path) -> tuple[int, str]:
    """Run in this process, as every other test of words; what it says on both streams."""
    said = io.StringIO()
    call = [word.format(out=out) for word in words]
    argv, sys.argv = sys.argv, ["anxin", *call, *(() if words[0] == "nothing" else ("--root", str(root)))]
    try:
        with redirect_stdout(said), redirect_stderr(said), pytest.raises(SystemExit) as ended:
            run()
    finally:
        sys.argv = argv
    assert isinstance(ended.value.code, int)
    return ended.value.code, said.getvalue()


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def test_no_canary_on_any_page_nor_in_any_file_of_the_site(
    ledger: Ledger, disclosed: Disclosed, site: list[tuple[str, bytes]]
) -> None:
    """Found by the sweep, which knows the names, and by a plain search for every writing of the word."""
    look = sweeper(ledger.portal.record, disclosed.site, disclosed.names)
    assert [leak for path, data in site for leak in look.sweep(path, data)] == []
    needles = {**forms(CANARY), "office": OFFICE.encode()}
    assert [(path, form) for path, data in site for form, needle in needles.items() if needle in data] == []
    assert len(disclosed.withheld) >= len(WITHHELD) - 1
    kinds = Counter(Path(path).suffix for path, _ in site)
    assert {".html", ".json", ".ndjson", ".csv", ".xlsx", ".xml", ".ics", ".png", ".txt"} <= set(kinds)
    assert len(site) > 200


@pytest.mark.parametrize("number", ["yk-2026-0901", "yk-2026-0902", "yk-2020-0903"])
def test_of_what_is_withheld_or_over_there_is_no_word(site: list[tuple[str, bytes]], number: str) -> None:
    """Not decided, not disclosed: nobody learns the number. Over: number and article stay."""
    told = [path for path, data in site if number.encode() in data]
    assert bool(told) == (number == "yk-2020-0903")


@pytest.mark.parametrize("call", CALLS, ids=[" ".join(call[:1] + call[-1:]) for call in CALLS])
def test_no_canary_in_what_a_command_says_or_writes(root: Path, call: Call, tmp_path: Path) -> None:
    code, words = typed(root, call, tmp_path)
    assert code in {0, 1, 2, 3}
    assert words
    made = [
        ("stdout.txt", words.encode()),
        *((name, data) for name, data in files(tmp_path) if not name.startswith(".")),
    ]
    assert [leak for path, data in made for leak in Sweeper().sweep(path, data)] == []
    assert [path for path, data in made for needle in forms(CANARY).values() if needle in data] == []
    assert (OFFICE in words) <= (call[0] in KNOW_THE_OFFICE)


def test_the_workbook_of_the_records_holds_the_notes_and_nothing_beside_its_cells(root: Path, tmp_path: Path) -> None:
    """For the staff: what is exported can be imported again. Metadata say nothing of anybody."""
    assert typed(root, ("export", "{out}/all.xlsx"), tmp_path)[0] == 0
    book = load_workbook(tmp_path / "all.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    assert sum(CANARY in text for text in cells) > 100
    with ZipFile(tmp_path / "all.xlsx") as package:
        beside = [name for name in package.namelist() if "sheet" not in name and "sharedStrings" not in name]
        assert {"docProps/core.xml", "docProps/app.xml", "xl/workbook.xml"} <= {*beside}
        assert [name for name in beside if CANARY.encode() in package.read(name)] == []


def test_what_a_workbook_says_beside_its_cells_is_not_taken_in(root: Path, tmp_path: Path) -> None:
    """Author, comments, properties, names, a hidden sheet, a header: of whoever filled it in."""
    assert typed(root, ("export", "{out}/t.xlsx", "--template"), tmp_path)[0] == 0
    path = tmp_path / "t.xlsx"
    book = load_workbook(path)
    book.properties.creator = book.properties.lastModifiedBy = book.properties.description = CANARY
    book.custom_doc_props.append(StringProperty(name=CANARY, value=CANARY))  # type: ignore[attr-defined] # not in the stubs
    book.defined_names.add(DefinedName(f"_{CANARY}", attr_text='"1"', comment=CANARY))
    book.worksheets[0]["A1"].comment = Comment(CANARY, CANARY)
    hidden = book.create_sheet(f"{CANARY}存")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = CANARY
    book.save(path)
    before = {name: data for name, data in files(root) if not name.startswith(".")}
    for words in (("import", "{out}/t.xlsx", "--dry-run"), ("import", "{out}/t.xlsx", "--yes")):
        code, said = typed(root, words, tmp_path)
        assert code in {0, 1}
        assert CANARY not in said
    new = {name: data for name, data in files(root) if not name.startswith(".") and before.get(name) != data}
    assert [name for name, data in new.items() if CANARY.encode() in data] == []


def test_a_sweep_would_hear_one(ledger: Ledger, disclosed: Disclosed) -> None:
    """One let through on purpose, in a field that pages show, is found in every format that shows it."""
    # Open data leaves samples out, so this one is made to look real.
    spoilt = [replace(case, sample=False, facts=f"据查，{CANARY}。") for case in disclosed.site.cases]
    site = replace(disclosed.site, cases=tuple(spoilt))
    look, bare = sweeper(ledger.portal.record, site, disclosed.names), frames()
    heard = {Path(page.path).suffix for page in plan(site, bare) for _ in look.sweep(page.path, render(page, bare))}
    assert heard >= {".html", ".json", ".ndjson", ".csv", ".xlsx"}
