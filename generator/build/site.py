"""One build: gate, plan, render what is stale, sweep every byte, manifest, swap."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.build import manifest
from generator.build.manifest import Built
from generator.build.plan import Artefact, Change, compare, plan
from generator.build.render import render
from generator.build.swap import BusyError, staging, swap
from generator.disclosure.gate import Withheld
from generator.disclosure.public import PublicSite
from generator.disclosure.site import disclose_all
from generator.disclosure.sweep import Leak, Sweeper, sweeper
from generator.ledger import Ledger
from generator.model.personal import mask
from generator.pages.cards import MissingGlyph, missing
from generator.pages.data.releases import History
from generator.pages.data.seal import Seal
from generator.pages.engine import EngineFailure, Frames, build_frames
from generator.pages.views import MissingFrame, UnknownView, faults
from generator.problems import Problem, Span

CACHE: Final = ".cache/anxin"
_PORTAL: Final = "content/portal.yml"
_INPUTS: Final = ("content", "cases", ".cache")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything decided, nothing written."""

    site: PublicSite
    withheld: tuple[Withheld, ...]
    names: frozenset[str]
    """Whoever any record names; for the sweep alone."""
    frames: Frames
    artefacts: tuple[Artefact, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no new site; the old one stays."""

    problems: tuple[Problem, ...] = ()
    leaks: tuple[Leak, ...] = ()
    reason: str = ""


def prepare(ledger: Ledger, root: Path, out: Path, before: History | None = None) -> Prepared | Refused:
    """Gate, frames and plan; `before` is what an earlier site says of its releases."""
    inside = [name for name in _INPUTS if out.is_relative_to(root.resolve() / name)]
    if inside:
        return Refused(reason=f"不能生成到 {inside[0]} 里面；换一个 --out")
    frames = build_frames(root, root / CACHE)
    if isinstance(frames, EngineFailure):
        return Refused(problems=(_engine_problem(frames),))
    found = tuple(_fault_problem(fault, root) for fault in faults(frames))
    if found:
        return Refused(problems=found)
    disclosed = disclose_all(ledger)
    undrawn = tuple(_glyph_problem(glyph) for glyph in missing(disclosed.site.portal, frames))
    if undrawn:
        return Refused(problems=undrawn)
    artefacts = plan(disclosed.site, frames, before)
    foreign = _foreign(out, {artefact.page.path for artefact in artefacts})
    if foreign:
        return Refused(reason=f"{out.name} 里有不是生成的文件（{'、'.join(foreign[:3])}）；先移走，或换一个 --out")
    change = compare(artefacts, manifest.read(out))
    return Prepared(disclosed.site, disclosed.withheld, disclosed.names, frames, artefacts, change)


def build(prepared: Prepared, ledger: Ledger, out: Path, jobs: int) -> Refused | None:
    """Write the site beside `out`, look at every byte, and put it in place; None when it stands."""
    try:
        with staging(out) as folder:
            built = _fill(prepared, out, folder, jobs)
            look = sweeper(ledger.portal.record, prepared.site, prepared.names)
            leaks = tuple(_sweep(folder, built, look))
            if leaks:
                return Refused(leaks=leaks)
            (folder / manifest.FILE).write_bytes(manifest.write(built))
            swap(folder, out)
    except BusyError:
        return Refused(reason="另一个生成正在进行，等它结束再来")
    except OSError as error:
        return Refused(reason=f"{out.name} 写不进去（{error.strerror}）；核对位置、权限和磁盘空间")
    return None


def _foreign(out: Path, planned: set[str]) -> list[str]:
    """Files in `out` that neither the last build nor this one made; they would be lost."""
    if out.is_file():
        return [out.name]
    ours = planned | manifest.read(out).keys() | {manifest.FILE}
    found = (path.relative_to(out).as_posix() for path in sorted(out.rglob("*")) if not path.is_dir())
    return [mask(path) for path in found if path not in ours]


def _fill(prepared: Prepared, out: Path, folder: Path, jobs: int) -> dict[str, Built]:
    before = manifest.read(out)
    planned = {artefact.page.path: artefact.inputs for artefact in prepared.artefacts}
    same = {path: built for path, built in before.items() if planned.get(path) == built.inputs}
    reused = {path: built for path, built in same.items() if _link(out / path, folder / path, built)}
    stale = [artefact for artefact in prepared.artefacts if artefact.page.path not in reused]
    plain = [artefact for artefact in stale if not isinstance(artefact.page, Seal)]
    rendered = render([artefact.page for artefact in plain], prepared.frames, jobs)
    fresh = {artefact.page.path: _write(folder, artefact, data) for artefact, data in zip(plain, rendered, strict=True)}
    built = reused | fresh
    # What speaks of the bytes of others comes last, when they are known.
    seals = [(artefact, artefact.page) for artefact in stale if isinstance(artefact.page, Seal)]
    return built | {page.path: _write(folder, artefact, page.seal(built)) for artefact, page in seals}


def _write(folder: Path, artefact: Artefact, data: bytes) -> Built:
    target = folder / artefact.page.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return manifest.of_bytes(data, artefact.inputs)


def _link(old: Path, new: Path, expected: Built) -> bool:
    """Reuse a file of the old site if it is still what the manifest says; never trust it unread."""
    try:
        if manifest.of_bytes(old.read_bytes(), expected.inputs) != expected:
            return False
        new.parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new)
    except OSError:
        return False
    return True


def _sweep(folder: Path, built: Mapping[str, Built], look: Sweeper) -> Iterable[Leak]:
    for path in sorted(built):
        yield from look.sweep(path, (folder / path).read_bytes())


def _fault_problem(fault: UnknownView | MissingFrame, root: Path) -> Problem:
    file = f"content/pages/{fault.source}"
    if isinstance(fault, MissingFrame):
        return Problem(Span(file), "V103", "缺少这个页框，案件页没有地方放", "照手册里的样例补上它")
    lines = (root / file).read_text("utf-8").split("\n")
    span = next(
        (_marker(file, at, line) for at, line in enumerate(lines, 1) if f"view: {fault.name}" in line), Span(file)
    )
    return Problem(span, "V101", f"这一页里没有「{fault.name}」这个视图", "核对 <!-- view: … --> 里的名字")


def _glyph_problem(glyph: MissingGlyph) -> Problem:
    file = f"content/pages/{glyph.source}" if glyph.source else _PORTAL
    return Problem(Span(file), "V104", f"分享卡片的字体里没有「{glyph.character}」这个字", "换一个常用的写法")


def _marker(file: str, number: int, line: str) -> Span:
    start = line.index("<!--") if "<!--" in line else 0
    return Span(file, number, start + 1, len(line.rstrip()) - start)


def _engine_problem(failure: EngineFailure) -> Problem:
    hint = "按下面的提示修改 content/pages 或 mkdocs.yml：" + failure.output.strip()[-400:]
    return Problem(Span("mkdocs.yml"), "V102", "编辑页面生成失败", hint)
