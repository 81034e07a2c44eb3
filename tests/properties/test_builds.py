"""Whatever is done between two builds, the one that remembers leaves, byte for byte, what a clean one leaves."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jinja2 import BaseLoader, Environment

from bench import city
from generator.build import inputs, plan, site
from generator.cli import build, telling
from generator.pages import views
from generator.records.load import PORTAL, WORKSITES
from tests.build.town import CODES, HOME, MOULDS, PAGES, YEAR, case, number, page, settle, write

CASE: Final = f"{PAGES}/{views.CASE}"


def edit(file: str, old: str, new: str) -> Callable[[Root], None]:
    """Other words in a file, where they still stand."""

    def done(root: Root) -> None:
        path = root.path / file
        if path.is_file():
            path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")

    return done


@dataclass
class Root:
    """A small city, and how the next build is to be called."""

    path: Path
    day: date = date(2026, 11, 1)
    packed: bool = False
    edition: int = 0
    steps: list[str] = field(default_factory=list)

    def write(self, file: str, text: str) -> None:
        """A new file, or an old one written anew."""
        write(self.path, {file: text})


Step = tuple[str, Callable[[Root], None]]
SERIALS: Final = st.integers(0, 5)
EDITIONS: Final = st.integers(1, 3)


@st.composite
def steps(draw_one: st.DrawFn) -> Step:
    """One thing that editors, keepers of the program, days or disks do."""
    serial, edition = draw_one(SERIALS), draw_one(EDITIONS)
    code = CODES[edition % len(CODES)]
    kinds: dict[str, Callable[[Root], None]] = {
        "write a case": lambda root: root.write(number(serial), case(serial, edition)),
        "edit a case": edit(number(serial), "拖欠劳动者工资", f"拖欠{edition}名劳动者的工资"),
        "delete a case": lambda root: (root.path / number(serial)).unlink(missing_ok=True),
        "rename a case": lambda root: rename(root, number(serial), number(serial + 6)),
        "write a worksite": lambda root: root.write(f"{WORKSITES}/{code}.yml", city.worksite(edition)),
        "delete a worksite": lambda root: (root.path / WORKSITES / f"{code}.yml").unlink(missing_ok=True),
        "lose the sessions": lambda root: (root.path / YEAR).unlink(missing_ok=True),
        "edit a session": edit(YEAR, "企业: 186家", f"企业: {190 + edition}家"),
        "change a setting": edit(PORTAL, "简称: ", f"简称: 第{edition}"),
        "change a term": edit(PORTAL, "重大违法公布: 36个月", f"重大违法公布: {edition}个月"),
        "change a frame": lambda root: root.write(CASE, page("案件", MOULDS[views.CASE], f"第{edition}版")),
        "change a page": lambda root: root.write(f"{PAGES}/index.md", page("首页", HOME, f"第{edition}版")),
        "change a template": lambda root: setattr(root, "edition", edition),
        "wait": lambda root: setattr(root, "day", date(2026, 11, 1) + timedelta(days=(edition - 2) * 70 * serial)),
        "pack": lambda root: setattr(root, "packed", not root.packed),
        "damage": lambda root: damage(root, serial * 7919 + edition, serial % 3),
    }
    name = draw_one(st.sampled_from(sorted(kinds)))
    return f"{name} {serial} {edition}", kinds[name]


def rename(root: Root, file: str, other: str) -> None:
    if (root.path / file).exists():
        (root.path / file).replace(root.path / other)


def damage(root: Root, which: int, how: int) -> None:
    """Any file that a build keeps or has made is cut short, holds something else, or is gone."""
    found = sorted(path for name in (".cache", "site") for path in (root.path / name).rglob("*") if path.is_file())
    if found:
        path = found[which % len(found)]
        data = path.read_bytes()
        path.unlink()  # its other names keep what they hold
        if how < 2:
            path.write_bytes(data[: len(data) // 2] if how else b"another program's " + data[1:])


class Edited(BaseLoader):
    """The program's templates, one of them in another edition."""

    def __init__(self, whole: BaseLoader, edition: int) -> None:
        self._whole, self._edition = whole, edition

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source with a mark in the heading of a case and in the footer of every page."""
        source, name, fresh = self._whole.get_source(environment, template)
        marked = self._edition and template in {"case-heading.html", "footer.html", "landing.html"}
        return (f"{source}<!-- edition {self._edition} -->" if marked else source), name, fresh


@pytest.fixture(scope="module")
def frames() -> Iterator[Path]:
    """Built editorial pages, kept for all sequences: what they depend on is in their names."""
    folder = Path(mkdtemp())
    yield folder
    shutil.rmtree(folder)
    forget()


def found(frames: Path) -> Root:
    """A town, with whatever editorial pages are built already."""
    root = Root(settle(Path(mkdtemp())))
    shutil.copytree(frames, root.path / ".cache/anxin/frames")
    return root


def built(root: Root, out: Path) -> tuple[int, str, dict[str, bytes]]:
    """The whole command in this process: its exit code, what it refused for, and every file."""
    words = ["--root", str(root.path), "--out", str(out), "--as-of", str(root.day), "--jobs", "1"]
    words += ["--precompress"] if root.packed else []
    done = CliRunner().invoke(build.command, words, catch_exceptions=False)
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return done.exit_code, done.stderr, files


def forget() -> None:
    """What was rendered of another edition; whoever builds next in this process must not find it."""
    views._chrome.cache_clear()  # noqa: SLF001 - what a new process would not have
    views._template.cache_clear()  # noqa: SLF001 - the same


def compare(root: Root, patch: pytest.MonkeyPatch) -> None:
    """Build with everything that is remembered, and once more beside it with nothing."""
    environment = views.environment()
    for module in (inputs, plan, site):
        patch.setattr(module, "code_digest", lambda: f"edition {root.edition}")
    patch.setattr(environment, "loader", EDITED[root.edition])  # what is compiled is kept by its loader
    forget()
    with pytest.MonkeyPatch.context() as many:  # what is done for ten thousand cases
        many.setattr(telling, "WORTH_FORKING", 0)
        for module in (build, plan):
            many.setattr(module, "_WORTH_FORKING", 0)
        code, said, files = built(root, root.path / "site")
    clean = Path(mkdtemp()) / "site"
    expected = built(root, clean)
    shutil.rmtree(clean.parent)
    assert (code, said) == expected[:2], root.steps
    if code == 0:
        assert sorted(files) == sorted(expected[2]), root.steps
        assert [path for path in files if files[path] != expected[2][path]] == [], root.steps


EDITED: Final = [Edited(views.environment().loader or BaseLoader(), edition) for edition in range(4)]


@settings(
    max_examples=4,  # some six seconds each; every run draws others
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(sequence=st.lists(st.lists(steps(), min_size=1, max_size=3), min_size=2, max_size=4))
def test_any_sequence_of_builds(frames: Path, sequence: list[list[Step]]) -> None:
    """A few things happen, then there is a build, and again."""
    root = found(frames)
    with pytest.MonkeyPatch.context() as patch:
        compare(root, patch)
        for some in sequence:
            for name, step in some:
                root.steps.append(name)
                step(root)
            compare(root, patch)
    kept = root.path / ".cache/anxin/frames"
    shutil.copytree(kept, frames, dirs_exist_ok=True)
    shutil.rmtree(root.path)
