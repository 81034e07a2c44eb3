"""改动: what one version of the records shows the public that another does not, in sentences for a reviewer.

Both sides are what the gate lets out, so that nothing said here is private. What has left the site is named by its
number alone, and of names, codes, addresses and facts that were replaced only the new ones are told: an old one may
have been taken away because it should never have stood there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that is shown, in words; `text` is empty where it is not shown."""

    title: str
    text: str
    retold: bool = True
    """True where the old text may be repeated beside the new one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of several things of a kind, such as a step of the timeline."""

    title: str
    text: str
    brief: str
    """What may still be said of it once it is gone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A case that is open to the public on the day."""

    number: str
    name: str
    sample: bool
    until: date
    """The last day on which it is shown."""
    values: tuple[Value, ...]
    items: tuple[Item, ...]
    rest: str
    """Everything else that is shown of it: told only as 其他内容 where nothing above differs."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is called by its number: what else it is called, and what is shown of it."""

    called: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One version of the records, as the public sees it on the day."""

    cases: Mapping[str, Shown]
    ended: Mapping[str, str]
    """Numbers of which nothing is left but why."""
    worksites: Mapping[str, tuple[str, Mapping[str, str]]]
    """Code → what it is called, and what is shown of it by title."""
    pages: Mapping[str, tuple[str, str]]
    """File → title and text of each editorial page."""
    settings: Mapping[str, Value]
    """Each setting of the portal by its path."""
    unread: frozenset[str] = frozenset()
    """Numbers of cases whose files could not be read: nothing is said of them."""
    sessions: Mapping[str, Told] | None = field(default_factory=dict)
    """Each session by its number; None where a file of them could not be read."""
    totals: Mapping[str, Value] = field(default_factory=dict)
    """What the sessions add up to, by its name."""
    figures: Mapping[str, Value] = field(default_factory=dict)
    """Each published figure by what it is."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Digest of each file that goes out as it is, or shapes every page, by its path."""


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences that belong together."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """All that would change for the public."""

    as_of: date
    before: int
    """How many cases are open to the public."""
    after: int
    added: int
    changed: int
    gone: int
    lapsing: int
    """How many are shown for the last time on the day."""
    sections: tuple[Section, ...]
    """Only those that say something."""

    @property
    def summary(self) -> str:
        """One sentence for the whole."""
        moved = (("新增", self.added), ("改动", self.changed), ("停止公开", self.gone))
        said = [f"{word} {count} 条" for word, count in moved if count]
        total = (
            f"公开案件 {self.before} → {self.after} 条" if self.before != self.after else f"公开案件 {self.after} 条"
        )
        lapsing = [f"{self.lapsing} 条明日到期"] if self.lapsing else []
        return "；".join(["、".join(said) or "案件没有变化", total, *lapsing]) + "。"

    @property
    def nothing(self) -> bool:
        """True where the public would see no difference."""
        return not any(section.title != _LAPSING for section in self.sections)


_LAPSING: Final = "明日到期（今天是公开的最后一天）"


def change(old: Side, new: Side, as_of: date) -> Change:
    """Compare two versions of the records on one day."""
    unread = old.unread | new.unread
    before, after = _without(old.cases, unread), _without(new.cases, unread)
    added = [after[number] for number in after if number not in before]
    altered = [(after[number], list(_altered(before[number], after[number]))) for number in after if number in before]
    gone = [number for number in before if number not in after]
    lapsing = [one for one in after.values() if one.until == as_of]
    changed = [(one, said) for one, said in altered if said]
    sections = (
        Section("新增公开的案件", tuple(_introduced(one, number_was_ended=one.number in old.ended) for one in added)),
        Section("公开内容有改动的案件", tuple(f"{_called(one)}：{'；'.join(said)}" for one, said in changed)),
        Section("停止公开的案件", tuple(f"{number}：{new.ended.get(number, _GONE)}" for number in gone)),
        Section("停止公开的说明", tuple(_endings(old, new, before.keys() | after.keys() | unread))),
        Section("工地", tuple(_worksites(old.worksites, new.worksites))),
        Section("宣讲场次", tuple(_sessions(old, new))),
        Section("文章页面", tuple(_pages(old.pages, new.pages))),
        Section("图片、附件和网站的栏目", tuple(_files(old.files, new.files))),
        Section("公布过的数字", tuple(_settings(old.figures, new.figures))),
        Section("本市的设置", tuple(_settings(old.settings, new.settings))),
        Section("没有比较的案件", tuple(f"{number}：文件读不出来" for number in sorted(unread))),
        Section(_LAPSING, tuple(f"{_called(one)}：公开到 {one.until}" for one in lapsing)),
    )
    return Change(
        as_of=as_of,
        before=len(old.cases),
        after=len(new.cases),
        added=len(added),
        changed=len(changed),
        gone=len(gone),
        lapsing=len(lapsing),
        sections=tuple(section for section in sections if section.lines),
    )


_GONE: Final = "不再公开（记录删去了，或者没有仍然有效的公开决定）"


def _without(cases: Mapping[str, T], unread: frozenset[str]) -> dict[str, T]:
    return {number: cases[number] for number in sorted(cases) if number not in unread}


def _called(one: Shown) -> str:
    return f"{one.number}（样例）" if one.sample else one.number


def _introduced(one: Shown, *, number_was_ended: bool) -> str:
    said = {value.title: value.text for value in one.values if value.text}
    wanted = (f"{title} {said[title]}" for title in ("公开依据", "处理状态", "拖欠金额", "涉及人数") if title in said)
    again = "停止公开之后重新公开；" if number_was_ended else ""
    return f"{_called(one)} {one.name}：{again}{'，'.join(wanted)}，公开到 {one.until}"


def _altered(old: Shown, new: Shown) -> Iterator[str]:
    said = [*_values(old.values, new.values), *_items(old.items, new.items)]
    if not said and old.rest != new.rest:
        said = ["其他内容有变化"]
    yield from said


def _values(old: Sequence[Value], new: Sequence[Value]) -> Iterator[str]:
    for before, after in zip(old, new, strict=True):
        if before.text != after.text:
            yield _moved(before, after)


def _moved(before: Value, after: Value) -> str:
    if not after.text:
        return f"{after.title} 不再写明"
    if not before.text:
        return f"{after.title} 新写明 {after.text}"
    return f"{after.title} {before.text} → {after.text}" if after.retold else f"{after.title} 改为 {after.text}"


def _items(old: Sequence[Item], new: Sequence[Item]) -> Iterator[str]:
    known = {(item.title, item.brief) for item in old}
    for item in new:
        if item not in old:
            again = (item.title, item.brief) in known
            yield f"{item.title} {item.brief} 改写为 {item.text}" if again else f"新增{item.title} {item.text}"
    replaced = {(item.title, item.brief) for item in new}
    gone = (item for item in old if item not in new and (item.title, item.brief) not in replaced)
    yield from (f"不再显示{item.title} {item.brief}" for item in gone)


def _endings(old: Side, new: Side, told: set[str] | frozenset[str]) -> Iterator[str]:
    for number in sorted((old.ended.keys() | new.ended.keys()) - told):
        before, after = old.ended.get(number), new.ended.get(number)
        if before != after:
            yield f"{number}：{after or '编号和说明也不再显示'}"


def _worksites(
    old: Mapping[str, tuple[str, Mapping[str, str]]], new: Mapping[str, tuple[str, Mapping[str, str]]]
) -> Iterator[str]:
    for code in sorted(old.keys() | new.keys()):
        if code not in new:
            yield f"安薪码 {code}：不再显示"
            continue
        name, shown = new[code]
        if code not in old:
            yield f"新增 {name}"
            continue
        before = old[code][1]
        titles = [title for title in {**before, **shown} if before.get(title) != shown.get(title)]
        if titles:
            yield f"{name}：{'、'.join(titles)}有变化"


def _sessions(old: Side, new: Side) -> Iterator[str]:
    if old.sessions is None or new.sessions is None:
        yield "有一个文件读不出来，没有比较"
        return
    for number in sorted(old.sessions.keys() | new.sessions.keys()):
        before, after = old.sessions.get(number), new.sessions.get(number)
        if after is None:
            yield f"{number}：不再显示"
        elif before is None:
            yield f"新增 {after.called}"
        elif said := [*_values(before.values, after.values)]:
            yield f"{after.called}：{'；'.join(said)}"
    yield from _settings(old.totals, new.totals)


def _files(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        if before != after:
            yield f"{'新增' if before is None else '删去' if after is None else '改动'} {path}"


def _pages(old: Mapping[str, tuple[str, str]], new: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for file in sorted(old.keys() | new.keys()):
        if file not in new:
            yield f"删去 {file}"
        elif file not in old:
            yield f"新增「{new[file][0]}」（{file}）"
        elif old[file] != new[file]:
            yield f"改动「{new[file][0]}」（{file}）"


def _settings(old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[str]:
    for path in [*new, *(path for path in old if path not in new)]:
        known = new.get(path) or old[path]
        nothing = Value(path, "", known.retold)
        before, after = old.get(path, nothing), new.get(path, nothing)
        if before.text != after.text:
            yield _moved(before, after) if known.retold else f"{path} 有变化"
