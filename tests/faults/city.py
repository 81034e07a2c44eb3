"""A city of a few cases and pages that is built in a second, and its output as it lies on the disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from generator.build import manifest
from generator.build.publish.verify import differences, listed
from generator.records.load import FIGURES, PORTAL
from tests.build.town import HOME, MOULDS, PAGES, case, number, page
from tests.faults.apart import apart

SHIPPED: Final = Path(__file__).parents[2]
FRAMES: Final = ".cache/anxin/frames"


def write(root: Path, file: str, text: str) -> None:
    """A file below the root."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")


def found(root: Path, cases: int = 3) -> Path:
    """Its records and pages."""
    for name in (PORTAL, FIGURES):
        write(root, name, (SHIPPED / name).read_text("utf-8"))
    write(root, "mkdocs.yml", "site_name: 永康安薪\nnav: [index.md]\nmarkdown_extensions: [attr_list, md_in_html]\n")
    write(root, f"{PAGES}/index.md", page("首页", HOME))
    for file, names in MOULDS.items():
        write(root, f"{PAGES}/{file}", page(file.rpartition("_")[2], names))
    for serial in range(cases):
        write(root, number(serial), case(serial, 0))
    return root


def built(root: Path) -> Path:
    """The same with its site."""
    done = apart(("build", "--root", root, "--jobs", "1"))
    assert done.code == 0, done.out + done.err
    return root


def copied(root: Path, folder: Path) -> Path:
    """Another such city, with all that it remembers."""
    shutil.copytree(root, folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_whole(site: Path) -> bool:
    """True where a site is, byte by byte, what its manifest says, and nothing besides."""
    files = listed(site)
    return files is not None and not differences(site, files)


def beside(root: Path) -> list[str]:
    """What lies in the root besides records, pages and the site."""
    known = {"cases", "content", "mkdocs.yml", "site", ".cache", ".site-lock"}
    return sorted(path.name for path in root.iterdir() if path.name not in known)


__all__ = ["PAGES", "apart", "beside", "built", "copied", "found", "is_whole", "manifest", "number", "tree", "write"]
