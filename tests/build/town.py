"""A small town: pages of a few lines with every view, three cases, one worksite. It is built in a fraction of the time
of the shipped city, and a build treats it no differently.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

from bench import city
from generator.model.sitecode import draw
from generator.pages import views
from generator.records.load import FIGURES, OUTREACH, PORTAL, WORKSITES
from tests.posters import lessons

SHIPPED: Final = Path(__file__).parents[2]
PAGES: Final = "content/pages"
YEAR: Final = f"{OUTREACH}/2026.yml"
CODES: Final = [draw(Random(serial).choice) for serial in (1, 2)]  # noqa: S311 - invented codes
MOULDS: Final[Mapping[str, tuple[str, ...]]] = {
    views.CASE: ("case-heading", "case-summary", "case-timeline", "case-grounds", "case-listing", "case-about"),
    views.LIST: ("list-heading", "list-intro", "list-tabs", "disclosure-list", "list-pager"),
    views.BULLETIN: ("bulletin-heading", "bulletin"),
    views.NOTICES: ("removals-heading", "removals"),
    views.EMPLOYER: ("employer-heading", "employer-standing", "employer-cases", "employer-namesakes"),
    views.ENDED: ("ended",),
    views.NAMES: ("lookup-names",),
    views.SESSIONS: ("outreach-heading", "outreach-calendar", "outreach-towns", "outreach-years"),
    views.MISSING: ("header", "footer"),
}
HOME: Final = ("latest-disclosures", "latest-removals", "statistics-summary", "outreach-ahead", "systems-progress")
TAUGHT: Final = {
    lessons.FIRST: lessons.SMALL,
    "help.md": lessons.HELP,
    "help/evidence.md": lessons.EVIDENCE,
    "lessons/index.md": "<!-- view: handouts -->\n",
    "lessons/workers/index.md": "# 工友课\n",
    "laws.md": "<!-- view: articles -->\n",
}
_CONFIG: Final = "site_name: 永康安薪\nnav: [index.md]\nmarkdown_extensions: [attr_list, md_in_html, tables]\n"


def page(title: str, names: tuple[str, ...], words: str = "") -> str:
    """A page with slots."""
    head = f"---\ntitle: {title}\ndescription: {title}\n---"
    return "\n\n".join([head, words, *(f"<!-- view: {one} -->" for one in names), ""])


def number(serial: int) -> str:
    """The file of a case."""
    return f"cases/2026/yk-2026-{serial + 1:04d}.yml"


def case(serial: int, edition: int) -> str:
    """A case of one of three bases; another edition says something else of it."""
    text = city.case(Random(edition), date(2026, 1, 4), serial, "古山镇")  # noqa: S311 - invented records
    sample = text.replace("名称: 基准", "名称: 虚构", 1).replace("违法事实: ", f"违法事实: 第{edition}版，")
    return f"样例: true\n{sample}"


def write(root: Path, files: Mapping[str, str]) -> None:
    """New files, or old ones written anew."""
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")


def change(root: Path, file: str, old: str, new: str) -> None:
    """Other words in a file that has the old ones."""
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def settle(root: Path, taught: Mapping[str, str] | None = None) -> Path:
    """A case of each basis, a worksite, sessions; `taught` are further pages, from which hand-outs come."""
    sessions = (SHIPPED / YEAR).read_text("utf-8")
    pages = {file: page(file.rpartition("_")[2], names) for file, names in MOULDS.items()}
    pages |= {"index.md": page("首页", HOME), "about.md": page("关于", ()), **(taught or {})}
    write(root, {name: (SHIPPED / name).read_text("utf-8") for name in (PORTAL, FIGURES)})
    write(root, {YEAR: re.sub(r"(?m)^    工地: .*\n", "", sessions), "mkdocs.yml": _CONFIG})  # those sites are not here
    write(root, {f"{PAGES}/{file}": text for file, text in pages.items()})
    write(root, {number(serial): case(serial, 0) for serial in range(3)})
    write(root, {f"{WORKSITES}/{CODES[0]}.yml": city.worksite(0)})
    return root


def shipped(root: Path, *names: str) -> Path:
    """The shipped records of these folders and files in place of the town's own."""
    for name in names:
        if (SHIPPED / name).is_dir():
            shutil.rmtree(root / name, ignore_errors=True)
            shutil.copytree(SHIPPED / name, root / name)
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SHIPPED / name, root / name)
    return root


def copied(source: Path, target: Path, *more: str) -> Path:
    """A city with the editorial pages that are built already, without what it remembers of its builds."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("content", "cases", "mkdocs.yml", ".cache/anxin/frames", *more):
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)
        elif (source / name).is_file():
            shutil.copy(source / name, target / name)
    return target
