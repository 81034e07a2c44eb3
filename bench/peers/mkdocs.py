"""MkDocs with Material, and Zensical: the same facts as Markdown, in the theme that both bring.

No case is in the navigation and no search is built: both would make them slower than they have to be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.facts import Frame
from bench.peers.environment import program, python_version
from bench.peers.peer import Fact, Peer

_CONFIG: Final = {
    "site_name": "永康安薪",
    "docs_dir": "pages",
    "site_dir": "public",
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": [],
    "nav": [{"首页": "index.md"}],
    "markdown_extensions": ["def_list", "tables"],
}


def _write(folder: Path, facts: Sequence[Fact], _: Frame) -> None:
    (folder / "mkdocs.yml").write_text(json.dumps(_CONFIG), encoding="utf-8")
    (folder / "pages/disclosures").mkdir(parents=True)
    (folder / "pages/index.md").write_text("# 永康安薪\n", encoding="utf-8")
    for fact in facts:
        _page(folder, fact).write_text("\n".join(_markdown(fact)) + "\n", encoding="utf-8")


def _page(folder: Path, fact: Fact) -> Path:
    return folder / f"pages/disclosures/{fact['number']}.md"


def _markdown(fact: Fact) -> Iterator[str]:
    yield from (f"# {fact['name']}", "", f"案件编号 {fact['number']}　样例", "")
    yield from (f"**{fact['status']}**", "", f"{fact['since']}起公开，公开到{fact['until']}", "")
    yield from _pairs([*fact["sums"], *fact["facts"]])
    yield from ("## 经过", "")
    for step in fact["steps"]:
        yield from (f"### {step['on']}　{step['title']}", "")
        yield from _pairs(step["facts"])
        yield from _cites(step["cites"])
    if fact["listing"]:
        yield from ("## 失信联合惩戒名单", "")
        yield from _pairs(fact["listing"]["facts"])
        yield from (
            "| 姓名 | 身份 |",
            "|---|---|",
            *(f"| {name} | {role} |" for name, role in fact["listing"]["persons"]),
            "",
        )
    yield from ("## 公开的依据", "")
    for ground in fact["grounds"]:
        yield from (f"### {ground['name']}", "", f"{ground['text']}公开到{ground['until']}。", "")
        yield from _cites(ground["cites"])


def _pairs(pairs: Sequence[Sequence[str]]) -> Iterator[str]:
    for label, text in pairs:
        yield from (label, f":   {text}", "")


def _cites(cites: Sequence[Sequence[str]]) -> Iterator[str]:
    if cites:
        yield from ("、".join(f"[{text}](/laws/{href.rpartition('/')[2]})" for text, href in cites), "")


def _starting(name: str) -> Callable[[Path], list[str] | None]:
    def command(place: Path) -> list[str] | None:
        found = program(place, name)
        return [found, "build", "-f", "mkdocs.yml"] if found else None

    return command


MKDOCS: Final = Peer(
    "MkDocs + Material", _write, _page, _starting("mkdocs"), "public", (), python_version("mkdocs-material")
)
ZENSICAL: Final = Peer(
    "Zensical", _write, _page, _starting("zensical"), "public", (".cache",), python_version("zensical")
)
