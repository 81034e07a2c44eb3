"""Why a site is not published, or a release not brought back: every reason at once, each with a way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from generator.build.publish.shown import Shown
from generator.build.publish.verify import Difference
from generator.disclosure.public import EndedCase, PublicCase, PublicSite, PublicWorksite, RevokedWorksite
from generator.disclosure.sweep import NOT_PUBLIC, Leak
from generator.model.personal import mask
from generator.model.portal import Portal
from generator.pages.data.table import Table

FEWER: Final = "fewer"
_NAMED: Final = 5
"""Examples that a sentence names."""
_INSTEAD: Final = "不能退回这一版；改正记录，用 anxin build 重新生成，再发布"
_REBUILD: Final = "用 anxin build 重新生成，再发布"

Records = Mapping[str, Mapping[str, Any]]
"""Number → the record of a public case as the open data gives it out."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing in the way; `name` is for programs and stays."""

    name: str
    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class Today:
    """What the records say may be shown on the day of the act."""

    day: date
    portal: Portal
    site: PublicSite
    table: Table
    """The same cases as the open data gives them out."""

    @property
    def records(self) -> dict[str, str]:
        """Number of a public case → SHA-256 of its record."""
        return {one.number: one.sha256 for one in self.table.records}


def not_as_built(difference: Difference) -> Iterator[Reason]:
    """The folder against its manifest."""
    parts = (("缺少", difference.missing), ("多出", difference.extra), ("被改过", difference.changed))
    for word, paths in parts:
        if paths:
            yield Reason("not-as-built", f"与清单不符：{word} {_several(paths, '个文件')}", _REBUILD)


def leaking(leaks: Sequence[Leak]) -> Iterator[Reason]:
    """What must not get out on this day; the file is named, the words are not."""
    for kind in sorted({leak.kind for leak in leaks}):
        paths = sorted({leak.path for leak in leaks if leak.kind == kind})
        mended = f"{_REBUILD}；还有，就从记录或页面里去掉" if kind == NOT_PUBLIC else "从记录或页面里去掉，再重新生成"
        yield Reason("leak", f"{_several(paths, '个文件')}里有{kind}", mended)


def only_shown(shown: Shown, today: Today) -> Iterator[Reason]:
    """A demonstration, a site without an address, a site for another day."""
    if today.portal.demonstration or (shown.demonstration and not _holds_samples(today.site)):
        yield Reason(
            "pinned", "写着「演示截至日期」的是演示网站", "删去 content/portal.yml 里的「演示截至日期」，重新生成"
        )
    if _holds_samples(today.site):
        yield Reason(
            "samples", "记录里有样例（样例: true），样例不能正式发布", "删去案件、工地和场次里的样例，重新生成"
        )
    address = today.portal.website.address
    if address is None:
        yield Reason("no-address", "还没有正式网址", "在 content/portal.yml 的「网站」里写上「网址」，重新生成")
    elif shown.base_url != address:
        yield Reason("other-address", "网站里的网址和 content/portal.yml 里的不一样", _REBUILD)
    yield from _of_another_day(shown, today.day)


def _of_another_day(shown: Shown, day: date) -> Iterator[Reason]:
    if shown.as_of > day:
        yield Reason("future", f"网站是为 {shown.as_of} 生成的，这一天还没有到", _REBUILD)
    elif shown.next_change and shown.next_change <= day:
        yield Reason("stale", f"网站截至 {shown.as_of}，内容从 {shown.next_change} 起已有变化，不能再发布", _REBUILD)


def not_as_recorded(shown: Shown, today: Today) -> Iterator[Reason]:
    """The cases of the site against the records as they are now."""
    now = today.records
    gone = sorted(shown.records.keys() - now.keys())
    absent = sorted(now.keys() - shown.records.keys())
    other = sorted(number for number in now.keys() & shown.records.keys() if now[number] != shown.records[number])
    if gone:
        yield Reason("not-public", f"今天不应公开、网站里却有：{_several(gone, '件')}", _REBUILD)
    if absent:
        yield Reason("absent", f"今天应当公开、网站里没有：{_several(absent, '件')}", _REBUILD)
    if other:
        yield Reason("outdated", f"与现在的记录不一样：{_several(other, '件')}", _REBUILD)


def too_few(shown: Shown, before: Shown | None, today: Today) -> Iterator[Reason]:
    """Cases that vanish although no term ended since the release before: a slip of many records at once.

    A disclosure that ended between the two releases is not counted: to keep it up would be the mistake.
    """
    if before is None or not before.records:
        return
    over = {case.number for case in today.site.ended if before.as_of < case.ended <= today.day}
    lost = sorted(before.records.keys() - shown.records.keys() - over)
    most = today.portal.publishing.most_lost
    if len(lost) * 100 > most * len(before.records):
        yield Reason(
            FEWER,
            f"比现在的 {len(before.records)} 件少了 {_several(lost, '件')}，超过 {most}%（到期停止公开的不算）",
            "核对记录；确实应当减少，加 --allow-fewer",
        )


def withdrawn(records: Records, now: Records) -> Iterator[Reason]:
    """What an earlier release holds, case by case, and must not come back; `now` is what may be shown of each today."""
    ended = sorted(records.keys() - now.keys())
    if ended:
        yield Reason("ended", f"这一版里有今天已经不能公开的案件：{_several(ended, '件')}", _INSTEAD)
    both = sorted(records.keys() & now.keys())
    narrower = [number for number in both if _shows_more(records[number], now[number])]
    if narrower:
        yield Reason("narrower", f"这一版里有已经到期、撤下或更正的内容：{_several(narrower, '件')}", _INSTEAD)
    silent = [number for number in both if _says_less(records[number], now[number])]
    if silent:
        yield Reason("silent", f"这一版里没有后来的更正或异议：{_several(silent, '件')}", _INSTEAD)


def revived(codes: Sequence[str]) -> Iterator[Reason]:
    """安薪码 that are revoked and not shown so, as people read them."""
    if codes:
        yield Reason("revived", f"已撤销的安薪码还能打开：{_several(codes, '个')}", _INSTEAD)


def _shows_more(then: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return bool(
        _said(then, "bases", "") - _said(now, "bases", "")
        or _said(then, "timeline", "title") - _said(now, "timeline", "title")
    )


def _says_less(then: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return any(len(then.get(key) or ()) < len(now.get(key) or ()) for key in ("corrections", "objections"))


def _said(record: Mapping[str, Any], key: str, part: str) -> set[str]:
    """The entries of a list, each by one of its parts."""
    return {str(one[part] if part else one) for one in record.get(key) or ()}


def _holds_samples(site: PublicSite) -> bool:
    cases: tuple[PublicCase | EndedCase, ...] = (*site.cases, *site.ended)
    sites: tuple[PublicWorksite | RevokedWorksite, ...] = (*site.worksites, *site.revoked_worksites)
    found = (*cases, *sites, *site.outreach.sessions)
    return any(one.sample for one in found)


def _several(found: Iterable[str], unit: str) -> str:
    """How many, and the first few by name."""
    names = [mask(one) for one in found]
    more = "等" if len(names) > _NAMED else ""
    return f"{len(names)} {unit}（{'、'.join(names[:_NAMED])}{more}）"
