"""One build: gate, plan, render what is stale, sweep every byte, manifest, swap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.build import manifest, state
from generator.build.inputs import code_digest
from generator.build.manifest import Built
from generator.build.mirror import inodes, mirror
from generator.build.packed import PackedFile
from generator.build.plan import Artefact, Change, compare, plan, with_packed
from generator.build.render import Made, Workshop, make, write
from generator.build.state import Seen, State, Trace
from generator.build.swap import BusyError, staging, swap
from generator.build.trouble import why
from generator.disclosure.gate import Withheld
from generator.disclosure.public import PublicSite
from generator.disclosure.site import Disclosed
from generator.disclosure.sweep import Leak, Sweeper, sweeper
from generator.model.personal import mask
from generator.model.portal import Portal
from generator.pages.cards import MissingGlyph, missing
from generator.pages.data.releases import History
from generator.pages.data.seal import Seal
from generator.pages.engine import EngineFailure, Frames, build_frames
from generator.pages.landing import LandingFile
from generator.pages.plan import HtmlPage
from generator.pages.render import render, waits, weighed
from generator.pages.views import MissingFrame, UnknownView, faults
from generator.posters import glyphs
from generator.posters.batch import Rejected, WantedHandout
from generator.posters.bulletin import PORTAL_TEXTS, BulletinFile
from generator.posters.download import HandoutFile, PosterFile
from generator.posters.handouts.compose import source_of
from generator.problems import Problem, Span

CACHE: Final = ".cache/anxin"
_PORTAL: Final = "content/portal.yml"
_INPUTS: Final = ("content", "cases", ".cache")
Looking = Callable[[], Seen]
"""Hands over what somebody has begun to look at."""
_Late = Seal | LandingFile


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
    now: Seen
    """What stood there when it was looked at for this."""
    same: Mapping[str, Built]
    """What of it would be made of the same, as its list says."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no new site; the old one stays."""

    problems: tuple[Problem, ...] = ()
    leaks: tuple[Leak, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site goes."""

    out: Path
    spare: Path | None = None
    """Where the site before may be kept, so that the next one need not begin with nothing; it is no one's to serve."""


@dataclass(frozen=True, slots=True)
class _Old:
    """The site that stands there when a build begins to write."""

    out: Path
    now: Mapping[str, Trace]
    untouched: frozenset[str]
    """What is as the last build left it, which has looked for all that is looked for now but some names."""
    secret: tuple[str, ...]
    """Those names."""
    spare: Mapping[str, int]
    """What the new site's folder holds already, by inode."""
    same: Mapping[str, Built]
    """What would be made of the same, as its list says."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A new site, not yet in its place."""

    made: list[Made]
    kept: frozenset[str]
    """The files of the old one that were there already, and that nothing has changed about."""


class _UnfitError(Exception):
    """A poster that nobody may hang up must not be offered."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


class _LeakingError(Exception):
    """What was written must not stay."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__()
        self.leaks = leaks


def prepare(
    disclosed: Disclosed,
    root: Path,
    out: Path,
    before: History | None = None,
    *,
    packed: bool = False,
    now: Looking | None = None,
) -> Prepared | Refused:
    """Frames and plan for what the gate lets out.

    `before` is what an earlier site says of its releases, `now` how the site stands, where somebody has just looked.
    """
    inside = [name for name in _INPUTS if out.is_relative_to(root.resolve() / name)]
    if inside:
        return Refused(reason=f"不能生成到 {inside[0]} 里面；换一个 --out")
    frames = _frames(root, disclosed.site)
    if isinstance(frames, Refused):
        return frames
    artefacts = plan(disclosed.site, frames, before)
    if packed:
        artefacts = with_packed(artefacts)
    try:
        seen = now() if now else state.look(root, out)
        if not state.is_latest(seen.out, out):
            seen = replace(seen, out=state.traces(out))
        listed = manifest.read(out)
        foreign = _foreign(out, seen.out, {artefact.page.path for artefact in artefacts} | listed.keys())
    except OSError as error:
        return Refused(reason=f"{out.name} 读不出来（{why(error)}）；核对位置和权限")
    if foreign:
        return Refused(reason=f"{out.name} 里有不是生成的文件（{'、'.join(foreign[:3])}）；先移走，或换一个 --out")
    change = compare(artefacts, listed)
    unprintable = tuple(_unprintable(artefacts, {*change.new, *change.changed}, root))
    if unprintable:
        return Refused(problems=unprintable)
    same = _same(artefacts, listed)
    return Prepared(disclosed.site, disclosed.withheld, disclosed.names, frames, artefacts, change, seen, same)


def _frames(root: Path, site: PublicSite) -> Frames | Refused:
    """The editorial pages, where all that they ask for is there and every character can be drawn."""
    try:
        frames = build_frames(root, root / CACHE)
    except OSError as error:
        hint = f"核对 content/pages 和 {CACHE} 的权限、磁盘空间，再运行一次"
        return Refused(reason=f"编辑页面读不出来，或者缓存写不进去（{why(error)}）；{hint}")
    if isinstance(frames, EngineFailure):
        return Refused(problems=(_engine_problem(frames),))
    found = tuple(_fault_problem(fault, root) for fault in faults(frames))
    undrawn = () if found else tuple(_glyph_problem(glyph) for glyph in missing(site.portal, frames))
    return Refused(problems=(*found, *undrawn)) if found or undrawn else frames


def build(
    prepared: Prepared, portal: Portal, place: Place, jobs: int, before: State = state.NOTHING
) -> Refused | State:
    """Write the site out of sight, look at every byte, and put it in place; how it then stands.

    `before` is how the last build left it: what nobody has touched since is neither read nor looked through again.
    """
    out, look = place.out, sweeper(portal, prepared.site, prepared.names)
    try:
        with staging(out, place.spare) as folder:
            old = _old(out, prepared, before, look, folder)
            clean = frozenset[str]() if old.secret else old.untouched
            filled = _fill(prepared, Workshop(folder, prepared.frames, look, out, clean), old, jobs)
            _refuse_unfit(filled.made)
            _refuse_leaks(filled.made)
            (folder / manifest.FILE).write_bytes(manifest.write({one.path: one.built for one in filled.made}))
            swap(folder, out)
            return _left(folder, old, filled, look, keeps=folder == place.spare)
    except _UnfitError as error:
        return Refused(problems=error.problems)
    except _LeakingError as error:
        return Refused(leaks=error.leaks)
    except BusyError:
        return Refused(reason="另一个生成正在进行，等它结束再来")
    except OSError as error:
        return Refused(reason=f"{out.name} 写不进去（{why(error)}）；核对位置、权限和磁盘空间")


def _old(out: Path, prepared: Prepared, before: State, look: Sweeper, folder: Path) -> _Old:
    """What the new site can be made of in `folder`; what was seen is looked at again where it may be different now."""
    seen, same = prepared.now, prepared.same
    now = seen.out
    if not state.is_latest(now, out):
        now, same = state.traces(out), _same(prepared.artefacts, manifest.read(out))
    spare = dict(seen.spare if state.is_whole(seen.spare, folder) else inodes(str(folder)))
    if spare.pop(manifest.FILE, None) is not None:
        (folder / manifest.FILE).unlink()
    untouched = state.untouched(before, now) if before.swept == _looks(look) else frozenset[str]()
    secret = tuple(name for name, sign in state.signs(look.names).items() if sign not in before.signs)
    return _Old(out, now, untouched, secret, spare, same)


def _left(folder: Path, old: _Old, filled: _Filled, look: Sweeper, *, keeps: bool) -> State:
    """How a new site stands, the old one being made like it behind it; where the disk fails, the next build does more.

    Visitors see the new site already: whatever happens here is no reason to say that there is none.
    """
    paths = (*(one.path for one in filled.made), manifest.FILE)
    try:
        files = {path: old.now[path] for path in filled.kept}
        files = state.renewed(old.out, files, (path for path in paths if path not in files))
        if keeps or folder.exists():  # also after a first build: the next one has as little to do as any
            there, here = state.inodes(files), state.inodes(old.now)
            linked = mirror(folder, old.out, paths, there, here)
            # Whoever gets a second name has changed: the system says so.
            files = state.renewed(old.out, files, (path for path in linked if here.get(path) != there[path]))
        return State(swept=_looks(look), signs=_signs(look), files=files)
    except OSError:
        return state.NOTHING


def _refuse_unfit(made: Iterable[Made]) -> None:
    problems = sorted(_unfit_problem(one.rejected) for one in made if one.rejected)
    if problems:
        raise _UnfitError(tuple(problems))


def _refuse_leaks(made: Iterable[Made]) -> None:
    leaks = sorted(leak for one in made for leak in one.leaks)
    if leaks:
        raise _LeakingError(tuple(leaks))


def _signs(look: Sweeper) -> frozenset[str]:
    return frozenset(state.signs(look.names).values())


def _looks(look: Sweeper) -> str:
    """Digest of all that a file is searched for, the names apart."""
    return sha256(repr((code_digest(), sorted(look.given_out))).encode()).hexdigest()


def _foreign(out: Path, now: Iterable[str], ours: set[str]) -> list[str]:
    """Files in `out` that neither the last build nor this one made; they would be lost."""
    if out.is_file():
        return [out.name]
    return [mask(path) for path in sorted(now) if path not in ours and path != manifest.FILE]


def _fill(prepared: Prepared, shop: Workshop, old: _Old, jobs: int) -> _Filled:
    same = {one.path: one for one in _reused(shop.look, old)}
    there = state.inodes(old.now)
    planned = {artefact.page.path for artefact in prepared.artefacts}
    linked = mirror(shop.folder, old.out, same, there, old.spare, planned)
    stale = [artefact for artefact in prepared.artefacts if artefact.page.path not in linked]
    made = [same[path] for path in same if path in linked]
    made += make([one for one in stale if not _is_late(one) and not isinstance(one.page, PackedFile)], shop, jobs)
    # What speaks of the bytes of others comes when they are known, and copies of it all last.
    weights = {one.path: one.built for one in made}
    made += [write(one, _sealed(one, weights, shop), shop) for one in stale if _is_late(one)]
    made += make([one for one in stale if isinstance(one.page, PackedFile)], shop, jobs)
    return _Filled(made, frozenset(path for path in linked if old.spare.get(path) == there[path]))


def _is_late(artefact: Artefact) -> bool:
    page = artefact.page
    return isinstance(page, _Late) or (isinstance(page, HtmlPage) and waits(page))


def _sealed(artefact: Artefact, weights: Mapping[str, Built], shop: Workshop) -> bytes:
    page = artefact.page
    if isinstance(page, _Late):
        return page.seal(weights)
    if not isinstance(page, HtmlPage):
        raise TypeError(f"nothing of {page.path} waits for other files")
    return render(weighed(page, weights), shop.frames)


def _reused(look: Sweeper, old: _Old) -> Iterator[Made]:
    """The files of the old site that a new one would hold byte by byte, each searched for what has become secret."""
    for path, built in old.same.items():
        leaks: Iterable[Leak] = ()
        if path not in old.untouched:
            data = _read(old.out / path)
            if data is None or manifest.of_bytes(data, built.inputs) != built:
                continue
            leaks = look.sweep(path, data)
        elif old.secret:
            leaks = look.named(path, _read(old.out / path) or b"", old.secret)
        yield Made(path, built, tuple(leaks))


def _same(artefacts: Sequence[Artefact], old: Mapping[str, Built]) -> dict[str, Built]:
    """What a build would make of the same."""
    told = ((one.page.path, one.inputs, old.get(one.page.path)) for one in artefacts)
    return {path: built for path, inputs, built in told if built and built.inputs == inputs}


def _read(path: Path) -> bytes | None:
    """Its bytes; None where it cannot be read."""
    with suppress(OSError):
        return path.read_bytes()
    return None


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


def _unprintable(artefacts: Iterable[Artefact], stale: set[str], root: Path) -> Iterator[Problem]:
    """Characters that print would show as boxes, at the place where an editor wrote them.

    What is not stale was looked at when it was made.
    """
    pages = [artefact.page for artefact in artefacts if artefact.page.path in stale]
    for page in pages:
        if isinstance(page, PosterFile):
            file = _record_of(page.code)
            yield from (_unprintable_problem(glyph, root, file, "海报") for glyph in page.missing())
    handed = {glyph for page in pages if isinstance(page, HandoutFile) for glyph in page.missing()}
    yield from (_unprintable_problem(glyph, root, glyph.record or _PORTAL, "讲义") for glyph in sorted(handed))
    bulletins = [page for page in pages if isinstance(page, BulletinFile)]
    yield from map(_print_problem, sorted({glyph for page in bulletins for glyph in page.missing()}))


def _unprintable_problem(glyph: glyphs.MissingGlyph, root: Path, file: str, what: str) -> Problem:
    lines = (_read(root / file) or b"").decode("utf-8", errors="replace").split("\n")
    places = (
        Span(file, at, line.index(glyph.character) + 1, 1)
        for at, line in enumerate(lines, 1)
        if glyph.character in line
    )
    message = f"{what}的字体里没有「{glyph.character}」这个字，印出来是方框"
    return Problem(next(places, Span(file)), "V105", message, "换一个常用的写法；表情符号不写进名称")


def _unfit_problem(rejected: Rejected) -> Problem:
    wanted, site = rejected.wanted, rejected.wanted.sites[0]
    reasons = "；".join(dict.fromkeys(failure.reason for failure in rejected.failures))
    if isinstance(wanted, WantedHandout):
        page = min((failure.page for failure in rejected.failures), default=0)
        place = Span(source_of(wanted.handout, wanted.matter, page))
        return Problem(place, "V106", f"{wanted.handout.name}没有通过核对：{reasons}", "把这一页的话写短一些，再生成")
    hint = "把工程名称改短一些，再生成；还是这样就交给维护人员"
    return Problem(Span(_record_of(site.code if site else None)), "V106", f"海报没有通过核对：{reasons}", hint)


def _record_of(code: str | None) -> str:
    return f"content/worksites/{code}.yml" if code else _PORTAL


def _print_problem(glyph: glyphs.MissingGlyph) -> Problem:
    file = _PORTAL if glyph.record == PORTAL_TEXTS else f"cases/{glyph.record.split('-')[1]}/{glyph.record}.yml"
    return Problem(
        Span(file), "V107", f"季度公告的字体里没有「{glyph.character}」这个字", "核对这个字；换一个常用的写法"
    )


def _marker(file: str, number: int, line: str) -> Span:
    start = line.index("<!--") if "<!--" in line else 0
    return Span(file, number, start + 1, len(line.rstrip()) - start)


def _engine_problem(failure: EngineFailure) -> Problem:
    hint = "看引擎怎么说，多半要改 content/pages 或 mkdocs.yml：" + failure.output.strip()[-400:]
    return Problem(Span("mkdocs.yml"), "V102", "编辑页面生成失败", hint)
