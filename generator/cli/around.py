"""What the public sees around the cases: sessions, what they add up to, published figures, pictures and other files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.disclosure.public import PublicCount, PublicSession, PublicSite
from generator.pages.data.fields import Kind
from generator.pages.data.sessions import SESSION
from generator.reports.change import Told, Value

ENGINE: Final = "mkdocs.yml"
_PAGES: Final = "content/pages"
_UNTOLD: Final = frozenset({"number", "page"})
"""What they say, the number says."""
_REPLACED: Final = frozenset({"place", "village", "project", "topics", "cancelled"})
"""Free texts, whose old wording is not repeated."""
_WORDS: Final[Mapping[bool, str]] = {True: "是", False: "否"}


def sessions(site: PublicSite) -> dict[str, Told]:
    """Each session by its number."""
    return {one.number: Told(_called(one), tuple(_values(one))) for one in site.outreach.sessions}


def _called(one: PublicSession) -> str:
    sample = "（样例）" if one.sample else ""
    return f"{one.number}{sample} {one.on} {one.town} {one.kind}"


def _values(one: PublicSession) -> Iterator[Value]:
    for field in SESSION:
        if field.key not in _UNTOLD:
            value = field.get(one)
            text = _WORDS[value] if isinstance(value, bool) else _text(value, field.unit)
            yield Value(field.title, text, retold=field.key not in _REPLACED and field.kind is not Kind.ADDRESS)


def _text(value: object, unit: str) -> str:
    match value:
        case None:
            return ""
        case list():
            return "、".join(map(str, value))
        case _:
            return f"{value}{unit}"


def totals(site: PublicSite) -> dict[str, Value]:
    """What the sessions add up to, by its name."""
    found = site.outreach.coverage
    said = {table.title: "、".join(map(_counted, table.counts)) for table in site.outreach.findings}
    if found:
        least = "至少 " if found.unsaid else ""
        said["今年讲到的工程项目"] = f"{found.projects} 个里的 {found.projects_reached} 个"
        said["今年讲到的其他企业"] = "" if found.firms_reached is None else f"{least}{found.firms_reached} 家"
    return {name: Value(name, text) for name, text in said.items()}


def _counted(count: PublicCount) -> str:
    return f"{count.label} {'不公布' if count.number is None else count.number}{count.unit if count.number else ''}"


def figures(site: PublicSite) -> dict[str, Value]:
    """Each figure that was published, by what it is and where it stands."""
    found = {}
    for item in site.figures:
        for one in item.figures:
            name = f"{one.label}（{item.source}，{item.published}）"
            note = f"，{one.note}" if one.note else ""
            found[name] = Value(name, f"{one.value}{one.unit}，{one.period}{note}")
    return found


def files(root: Path) -> dict[str, str]:
    """Digest of each file beside the texts that goes out, or shapes every page, by its path."""
    found = sorted(path for path in (root / _PAGES).rglob("*") if path.suffix != ".md" and not _hidden(path, root))
    return {path.relative_to(root).as_posix(): _digest(path) for path in [*found, root / ENGINE] if _ordinary(path)}


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _ordinary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
