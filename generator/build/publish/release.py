"""Publishing a finished site and going back to an earlier one: looked at first, whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import routes
from generator.build import manifest
from generator.build.manifest import Built
from generator.build.publish import folder as shelf
from generator.build.publish import log, reasons, shown, signature
from generator.build.publish.lock import held, is_begun
from generator.build.publish.log import Entry
from generator.build.publish.reasons import Reason, Today
from generator.build.publish.shown import Shown
from generator.build.publish.verify import differences, holds, listed
from generator.disclosure.sweep import Leak, Sweeper
from generator.pages.landing import is_revoked


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it, when, and how much they put up with."""

    at: str
    """ISO 8601 with its offset."""
    by: str
    allow_fewer: bool = False
    key: Path | None = None
    """What to sign the manifest with."""
    wait: int = 0
    """Seconds to wait for somebody else."""


class ChangedError(Exception):
    """The site was written to while it was copied."""


def objections_to(site: Path, folder: Path, today: Today, look: Sweeper) -> list[Reason]:
    """Everything that is in the way of publishing a site; nothing is changed."""
    files, said = listed(site), shown.read(site)
    if files is None or said is None:
        return [Reason("no-site", f"{site.name} 不是生成好的网站", "先用 anxin build 生成，或用 --site 写明在哪里")]
    before = _shown_now(folder)
    return [
        *_out_of_order(folder, today),
        *reasons.not_as_built(differences(site, files)),
        *reasons.only_shown(said, today),
        *reasons.not_as_recorded(said, today),
        *reasons.too_few(said, before, today),
        *reasons.revived(_revived(site, files, today)),
        *reasons.leaking(list(_leaks(site, files, look))),
    ]


def _out_of_order(folder: Path, today: Today) -> Iterator[Reason]:
    try:
        shelf.current(folder)
    except shelf.NoLinkError:
        yield Reason("no-link", f"{shelf.CURRENT} 已经存在，又不是本程序建的链接", "移走它，或换一个文件夹")
    newest = shelf.names(folder)[-1:]
    if newest and shelf.day_of(newest[0]) > today.day:
        yield Reason("clock", f"机器的日期 {today.day} 比上一次发布还早", "核对机器的日期")


def _shown_now(folder: Path) -> Shown | None:
    try:
        name = shelf.current(folder)
    except shelf.NoLinkError:
        return None
    return shown.read(shelf.place(folder, name)) if name else None


def _leaks(site: Path, files: Mapping[str, Built], look: Sweeper) -> Iterator[Leak]:
    for path in files:
        place = site / path
        if place.is_file() and not place.is_symlink():
            yield from look.sweep(path, place.read_bytes())


def publish(site: Path, folder: Path, today: Today, look: Sweeper, act: Act) -> Entry | list[Reason]:
    """Copy a site into a new release and show it; or every reason not to.

    Raises HeldError, UnsignedError, ChangedError, OSError, each before visitors see anything new.
    """
    if not is_begun(folder):  # a first one that is refused leaves nothing behind
        found = objections_to(site, folder, today, look)
        if _are_in_the_way(found, act):
            return found
    with held(folder, _holder(act), act.wait):
        found = objections_to(site, folder, today, look)
        if _are_in_the_way(found, act):
            return found
        _recover(folder, act)
        name = shelf.next_name(folder, today.day)
        with shelf.staging(folder) as fresh:
            _copy(site, fresh)
            if act.key:
                signature.sign(fresh, act.key)
            shelf.settle(folder, fresh, name)
        shelf.switch(folder, name)
        entry = _entry(folder, name, "发布", act, tuple(sorted({one.name for one in found})))
        log.add(folder, entry)
        shelf.clear(folder, _kept(folder))
        return entry


def _are_in_the_way(found: Iterable[Reason], act: Act) -> bool:
    return any(one.name != reasons.FEWER or not act.allow_fewer for one in found)


def _copy(site: Path, fresh: Path) -> None:
    """Every file as its manifest says it, and the manifest; nothing that lies beside them."""
    files = listed(site) or {}
    (fresh / manifest.FILE).write_bytes((site / manifest.FILE).read_bytes())
    for path in files:
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((site / path).read_bytes())
    if listed(fresh) != files or not all(holds(fresh, path, built) for path, built in files.items()):
        raise ChangedError


def rollback(folder: Path, name: str | None, today: Today, look: Sweeper, act: Act) -> Entry | list[Reason]:
    """Show an earlier release, the one before unless named; or every reason not to. Raises HeldError, OSError."""
    with held(folder, _holder(act), act.wait):
        found = list(_out_of_order(folder, today))
        wanted = name or _before(folder)
        if not found:
            found = _against(folder, wanted, today, look)
        if found or wanted is None:
            return found
        _recover(folder, act)
        shelf.switch(folder, wanted)
        entry = _entry(folder, wanted, "回退", act, ())
        log.add(folder, entry)
        return entry


def objections_to_going_back(folder: Path, name: str | None, today: Today, look: Sweeper) -> list[Reason]:
    """Everything that is in the way of going back; nothing is changed."""
    return list(_out_of_order(folder, today)) or _against(folder, name or _before(folder), today, look)


def _against(folder: Path, name: str | None, today: Today, look: Sweeper) -> list[Reason]:
    if name is None:
        return [Reason("nothing-before", "没有更早的一版可以退回", "改正记录，重新生成，再发布")]
    if name == shelf.current(folder):
        return [Reason("shown-already", f"现在显示的就是 {name}", f"用 anxin releases {folder.name} 查看有哪些版")]
    place = shelf.place(folder, name)
    files, said = listed(place), shown.read(place)
    if not shelf.is_name(name) or files is None or said is None:
        return [
            Reason("no-release", f"没有 {name} 这一版，或它不完整", f"用 anxin releases {folder.name} 查看有哪些版")
        ]
    now = {one.number: json.loads(one.line) for one in today.table.records}
    then = {number: shown.record(place, number) for number in said.records}
    return [
        *reasons.not_as_built(differences(place, files)),
        *reasons.withdrawn(then, now),
        *reasons.revived(_revived(place, files, today)),
        *reasons.leaking(list(_leaks(place, files, look))),
    ]


def _revived(site: Path, files: Mapping[str, Built], today: Today) -> list[str]:
    """Codes that were revoked and would open the page of a worksite all the same."""
    pages = {one.printed: routes.file_of(routes.landing(one.code)) for one in today.site.revoked_worksites}
    return [code for code, path in pages.items() if path in files and not is_revoked((site / path).read_bytes())]


def _recover(folder: Path, act: Act) -> None:
    """Finish what a killed run left: the line of a release that is shown, and releases that never were."""
    name, entries = shelf.current(folder), log.read(folder)
    if name and (not entries or entries[-1].release != name):
        log.add(folder, _entry(folder, name, "补记", act, ()))
    known = {entry.release for entry in log.read(folder)}
    shelf.clear(folder, {one for one in shelf.names(folder) if one in known})


def _entry(folder: Path, name: str, what: str, act: Act, allowed: tuple[str, ...]) -> Entry:
    place = shelf.place(folder, name)
    said = shown.read(place)
    digest = hashlib.sha256((place / manifest.FILE).read_bytes()).hexdigest()
    as_of, cases = (said.as_of.isoformat(), len(said.records)) if said else ("", 0)
    return Entry(act.at, what, name, act.by, as_of, cases, digest, allowed)


def _kept(folder: Path) -> set[str]:
    """The release shown, and the newest of the others."""
    shown_now = shelf.current(folder)
    others = [name for name in shelf.names(folder) if name != shown_now]
    return {*others[-(shelf.KEPT - 1) :], *([shown_now] if shown_now else [])}


def _before(folder: Path) -> str | None:
    """The release that was shown before the present one and is still there."""
    there = set(shelf.names(folder))
    acts = [entry.release for entry in log.read(folder)]
    shown_now = shelf.current(folder)
    if shown_now and acts[-1:] != [shown_now]:
        acts.append(shown_now)  # its line was not written any more
    return next((name for name in reversed(way_back(acts)[:-1]) if name in there), None)


def way_back(acts: Iterable[str]) -> list[str]:
    """The releases from the first to the one shown; whatever was gone back from is off the way."""
    way: list[str] = []
    for release in acts:
        if release in way:
            del way[way.index(release) :]
        way.append(release)
    return way


def _holder(act: Act) -> str:
    return f"{act.by}，{act.at}"
