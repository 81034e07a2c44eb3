"""A root folder → every record in it, with every reading problem in one run; nothing is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Final, TypeVar

from generator.course.lesson import LESSONS, Lesson, is_lesson, read_lesson
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.problems import Problem, Severity, Span
from generator.records import yaml
from generator.records.decode import Loaded, decode, decode_sound
from generator.records.encoding import MAX_BYTES, text_of, too_large
from generator.records.page import PAGES, Page
from generator.records.tree import Node, Scalar

PORTAL: Final = "content/portal.yml"
FIGURES: Final = "content/figures.yml"
CASES: Final = "cases"
WORKSITES: Final = "content/worksites"
OUTREACH: Final = "content/outreach"
ISSUED: Final = f"{WORKSITES}/issued.txt"
"""Every 安薪码 that was ever issued, one a line; lines are added and never taken away."""
_SETTINGS: Final[Mapping[str, type[Record]]] = {PORTAL: Portal, FIGURES: Figures}
_ALMOST: Final = frozenset({".yaml", ".yml"})
_COMMENT: Final = re.compile(r"(?:^|\s)#\s*(.+)")

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Sites:
    """The worksites, in the order of their paths, and the register of codes, with the trees and problems of both."""

    worksites: tuple[Loaded[Worksite], ...] = ()
    issued: tuple[Scalar, ...] = ()
    trees: tuple[Node, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The lessons of 开工第一课, in the order of their paths, with the trees and problems of their files.

    `pages` are all editorial pages, lessons too.
    """

    lessons: tuple[Lesson, ...] = ()
    trees: tuple[Node, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of each year, in the order of the files, with the trees and problems of them."""

    years: tuple[Loaded[Outreach], ...] = ()
    trees: tuple[Node, ...] = ()
    problems: tuple[Problem, ...] = ()


NO_SITES: Final = Sites()
NO_LESSONS: Final = Course()
NO_SESSIONS: Final = Sessions()


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a root, in the order of their paths, and what could not be read.

    `portal` and `figures` are None where their files are missing or unsound throughout.
    """

    portal: Loaded[Portal] | None
    figures: Loaded[Figures] | None
    cases: tuple[Loaded[Case], ...]
    trees: tuple[Node, ...]
    """Files in which something may look private, sound or not, and every comment: there it is searched for."""
    problems: tuple[Problem, ...]
    sites: Sites = NO_SITES
    course: Course = NO_LESSONS
    outreach: Sessions = NO_SESSIONS


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands in `content/`, with its trees and problems; `digest` is of the very bytes that were read."""

    portal: Loaded[Portal] | None
    figures: Loaded[Figures] | None
    trees: tuple[Node, ...]
    problems: tuple[Problem, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Cases:
    """Some of the cases, in the order of their paths, with the trees and problems of their files."""

    cases: tuple[Loaded[Case], ...]
    trees: tuple[Node, ...]
    problems: tuple[Problem, ...]


def load(root: Path) -> Records:
    """Read `content/` and `cases/` below `root`."""
    files, problems = case_files(root)
    cases = read_cases({file: contents(root, file) for file in files})
    return together(read_settings(root), cases, problems, read_sites(root), read_course(root), read_sessions(root))


def model_of(file: str) -> type[Record]:
    """What a file below the root holds, by its path."""
    if file.startswith(f"{WORKSITES}/"):
        return Worksite
    if file.startswith(f"{OUTREACH}/"):
        return Outreach
    return _SETTINGS.get(file, Case)


def read_settings(root: Path) -> Settings:
    """Read `content/`."""
    reader = _Reader()
    found = [contents(root, file) for file in (PORTAL, FIGURES)]
    portal, figures = reader.read(Portal, PORTAL, found[0]), reader.read(Figures, FIGURES, found[1])
    digest = sha256(repr(found).encode()).hexdigest()
    return Settings(portal, figures, tuple(reader.trees), tuple(reader.problems), digest)


def read_cases(found: Mapping[str, bytes | Problem]) -> Cases:
    """Read what was found in some files as cases."""
    reader = _Reader()
    cases = [reader.read(Case, file, data) for file, data in found.items()]
    return Cases(tuple(case for case in cases if case), tuple(reader.trees), tuple(reader.problems))


def read_sites(root: Path) -> Sites:
    """Read `content/worksites/`, which need not be there."""
    if not (root / WORKSITES).is_dir():
        return NO_SITES
    files, problems = _files_below(root, WORKSITES, _beside_worksites)
    reader = _Reader()
    sites = [reader.read(Worksite, file, contents(root, file)) for file in files]
    issued = tuple(reader.lines(ISSUED, contents(root, ISSUED))) if (root / ISSUED).exists() else ()
    found = (*problems, *reader.problems)
    return Sites(tuple(site for site in sites if site), issued, (*reader.trees, *issued), found)


def read_sessions(root: Path) -> Sessions:
    """Read `content/outreach/`, which need not be there."""
    if not (root / OUTREACH).is_dir():
        return NO_SESSIONS
    files, problems = _files_below(root, OUTREACH, _beside_sessions)
    reader = _Reader()
    years = [reader.read(Outreach, file, contents(root, file)) for file in files]
    return Sessions(tuple(year for year in years if year), tuple(reader.trees), (*problems, *reader.problems))


def read_course(root: Path) -> Course:
    """Read the pages below `content/pages/`, and of them the lessons, which need not be there."""
    lessons: list[Lesson] = []
    problems: list[Problem] = []
    pages: list[Page] = []
    for file in sorted(path.relative_to(root).as_posix() for path in (root / PAGES).rglob("*.md")):
        data = contents(root, file)
        text, found = (None, [data]) if isinstance(data, Problem) else text_of(data, file)
        problems += found
        if text is not None:
            pages.append(Page(file, text))
            lessons += [read_lesson(text, file)] if is_lesson(file.removeprefix(f"{LESSONS}/")) else []
    trees = tuple(Scalar(said.markdown, said.span) for lesson in lessons for said in lesson.lines)
    return Course(tuple(lessons), trees, tuple(problems), tuple(pages))


def together(
    settings: Settings,
    cases: Cases,
    problems: Sequence[Problem],
    sites: Sites = NO_SITES,
    course: Course = NO_LESSONS,
    outreach: Sessions = NO_SESSIONS,
) -> Records:
    """Everything as one; `problems` are those of the folder itself."""
    return Records(
        settings.portal,
        settings.figures,
        cases.cases,
        (*settings.trees, *sites.trees, *course.trees, *outreach.trees, *cases.trees),
        tuple(sorted(chain(problems, *(part.problems for part in (settings, sites, course, outreach, cases))))),
        sites,
        course,
        outreach,
    )


def contents(root: Path, file: str) -> bytes | Problem:
    """The bytes of an ordinary file below `root`, or why they are not read: a pipe would hang, a device never end."""
    path = root / file
    try:
        about = path.lstat()
        if S_ISLNK(about.st_mode):
            if not path.resolve().is_relative_to(root.resolve()):
                return Problem(Span(file), "R111", "链接指到了文件夹外面", "把文件本身放进来，不要用链接")
            about = path.stat()
        if not S_ISREG(about.st_mode):
            return Problem(Span(file), "R107", "这不是一个普通文件", "换成普通文件；文件夹和管道不要取记录的名字")
        return too_large(file) if about.st_size > MAX_BYTES else path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            return Problem(Span(file), "R108", "缺少这个文件", "照手册里的样例新建它")
        return Problem(Span(file), "R107", "文件读不出来", "核对链接没有断、权限允许读取")


def _comments(text: str, file: str) -> list[Node]:
    """What stands behind a # on each line: no rule types it, but what is private must not stand there either."""
    if "#" not in text:
        return []
    found = (_COMMENT.search(line) for line in text.split("\n"))
    return [
        Scalar(match[1], Span(file, number, match.start(1) + 1, len(match[1])))
        for number, match in enumerate(found, 1)
        if match
    ]


class _Reader:
    """Collects trees and problems while records are read."""

    def __init__(self) -> None:
        self.trees: list[Node] = []
        self.problems: list[Problem] = []

    def read(self, model: type[R], file: str, data: bytes | Problem) -> Loaded[R] | None:
        """What was found in one file; what is wrong with it is kept aside."""
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        text, problems = text_of(data, file)
        sound = decode_sound(model, text, file) if text is not None else None
        if text is not None and sound:
            self.trees += _comments(text, file)
            self.problems += problems
            return sound
        node, found = (None, []) if text is None else yaml.read_text(text, file)
        self.problems += [*problems, *found]
        if text is None or node is None:
            return None
        self.trees += [node, *_comments(text, file)]
        loaded, problems = decode(model, node, file)
        self.problems += problems
        return loaded

    def lines(self, file: str, data: bytes | Problem) -> Iterator[Scalar]:
        """The lines of a plain list, each with its place; empty ones and comments are left out."""
        text, problems = (None, [data]) if isinstance(data, Problem) else text_of(data, file)
        self.problems += problems
        self.trees += _comments(text or "", file)
        for number, line in enumerate((text or "").split("\n"), 1):
            said = line.partition("#")[0].strip()
            if said:
                yield Scalar(said, Span(file, number, line.index(said) + 1, len(said)))


def case_files(root: Path) -> tuple[list[str], list[Problem]]:
    """Every `.yml` below `cases/`; anything else there is pointed out, for it would be passed over in silence."""
    if not (root / CASES).is_dir():
        hint = "案件放在 cases/<年>/ 里，没有案件也留着它；记录在别的文件夹里的，换过去再运行，或者加 --root 目录"
        return [], [Problem(Span(CASES), "R108", "缺少这个文件夹", hint)]
    return _files_below(root, CASES, _beside_cases)


def _files_below(
    root: Path, top: str, passed_over: Callable[[Path, str], list[Problem]]
) -> tuple[list[str], list[Problem]]:
    """Every `.yml` below a folder, and what is said of anything else there."""
    waiting, files, problems = [root / top], [], []
    while waiting:
        folder = waiting.pop()
        try:
            inside = list(folder.iterdir())
        except OSError:
            file = folder.relative_to(root).as_posix()
            problems.append(Problem(Span(file), "R107", "文件夹读不出来", "核对权限允许读取"))
            continue
        below = folder.relative_to(root).as_posix()
        for path in inside:
            file = f"{below}/{path.name}"
            if path.suffix == ".yml":
                files.append(file)
            elif path.is_dir() and not path.is_symlink():
                waiting.append(path)
            else:
                problems += passed_over(path, file)
    return sorted(files, key=_in_order), problems


def _in_order(file: str) -> list[tuple[str, int, str]]:
    """As the numbers were given out: 9999 before 10000."""
    split = (part.rpartition("-") for part in file.split("/"))
    return [(head, len(last), last) for head, _, last in split]


def _beside_cases(path: Path, file: str) -> list[Problem]:
    return _passed_over(path, file, "案件", "cases/")


def _beside_worksites(path: Path, file: str) -> list[Problem]:
    return [] if file == ISSUED else _passed_over(path, file, "工地", f"{WORKSITES}/")


def _beside_sessions(path: Path, file: str) -> list[Problem]:
    return _passed_over(path, file, "场次", f"{OUTREACH}/")


def _passed_over(path: Path, file: str, noun: str, folder: str) -> list[Problem]:
    if path.is_dir():
        return [Problem(Span(file), "R110", f"文件夹不能是链接，里面的{noun}会读不到", "换成真正的文件夹")]
    if path.suffix.lower() in _ALMOST:
        hint = f"把扩展名 {path.suffix} 改成小写的 .yml"
        return [Problem(Span(file), "R109", f"这个{noun}不会被读取，扩展名不对", hint)]
    if path.name.startswith("."):
        return []
    hint = f"{noun}文件的扩展名是 .yml；别的材料放到 {folder} 之外"
    return [Problem(Span(file), "R109", "这个文件不会被读取", hint, Severity.WARNING)]
