"""体检: what on this machine and in its repository needs a person."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from generator.cli.modeline import SCHEMAS
from generator.cli.schema import written
from generator.posters import glyphs
from generator.reports.upkeep import Advice, Weight

_LOCK: Final = "requirements.lock"
_PINNED: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)( *;[^\\\n]*)?", re.MULTILINE)
_HOOKS: Final = ".githooks"
_PUBLIC_HOSTS: Final = (
    *("github.com", "gitlab.com", "gitee.com", "gitcode.com", "atomgit.com"),
    *("coding.net", "bitbucket.org", "codeberg.org", "sr.ht"),
)
"""Code platforms on which anybody may read a repository that is not set to private."""
_ROOM: Final = 1 << 30
"""Bytes that two whole sites and their cache need in a large city."""
_SHOWN: Final = 5


def versions(root: Path) -> Iterator[Advice]:
    """Libraries that are not those that were locked."""
    lock = root / _LOCK
    if not lock.is_file():
        return
    pinned = [match.groups() for match in _PINNED.finditer(lock.read_text("utf-8"))]
    found = ((name, wanted, _installed(name)) for name, wanted, marker in pinned if not marker)
    odd = [f"{name} 应为 {wanted}，装的是 {there or '没有'}" for name, wanted, there in found if wanted != there]
    if odd:
        more = f" 等 {len(odd)} 个" if len(odd) > _SHOWN else ""
        yield Advice(
            Weight.MUST, f"软件包和锁定的版本不一致：{'；'.join(odd[:_SHOWN])}{more}", "运行 make site 重新安装"
        )


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def fonts(root: Path) -> Iterator[Advice]:
    """Whether the font of everything printed is there, with the signs that every poster has."""
    del root
    try:
        lacking = [one.character for one in glyphs.missing("", iter(["安薪码欠薪请拨打〔〕，。"]))]
    except ImportError:
        yield Advice(Weight.MUST, "印刷用的中文字体没有装好", "运行 make site 重新安装")
        return
    if lacking:
        yield Advice(Weight.MUST, f"印刷用的字体缺字：{'、'.join(lacking)}", "运行 make site 重新安装")


def room(root: Path) -> Iterator[Advice]:
    """Whether a site can be written."""
    free = shutil.disk_usage(root).free
    if free < _ROOM:
        yield Advice(
            Weight.MUST,
            f"磁盘只剩 {free // (1 << 20)} MB，生成网站可能不够",
            "清理磁盘；site/ 和 .cache/ 可以删去重新生成",
        )


def schemas(root: Path) -> Iterator[Advice]:
    """Whether the editors' help is that of this program."""
    stale = [name for name, text in written().items() if _text(root / SCHEMAS / name) != text]
    if stale:
        yield Advice(Weight.MUST, f"编辑器的提示不是最新的：{'、'.join(stale)}", "运行 anxin schema")


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def hook(root: Path) -> Iterator[Advice]:
    """Whether what is committed is checked first."""
    if _git(root, "rev-parse", "--is-inside-work-tree") != "true":
        mend = "用 git 管理记录，谁在什么时候改了什么才查得到"
        yield Advice(Weight.NOTE, "这个文件夹不在 git 仓库里，或者 git 不肯读它", mend)
    elif _git(root, "config", "core.hooksPath") != _HOOKS:
        mend = f"运行 git config core.hooksPath {_HOOKS}"
        yield Advice(Weight.NOTE, "提交之前的检查没有打开", mend)


def repository(root: Path) -> Iterator[Advice]:
    """Remotes on platforms where a repository may be open to all: whether it is cannot be seen from here."""
    remotes = (_git(root, "remote", "-v") or "").split("\n")
    urls = {parts[1] for parts in (line.split() for line in remotes) if len(parts) > 1}
    hosts = sorted({host for host in _PUBLIC_HOSTS for url in urls if _is_on(url, host)})
    if hosts:
        said = f"远程仓库在 {'、'.join(hosts)}；案件记录里有不公开的内容"
        yield Advice(Weight.NOTE, said, "到平台的设置里确认仓库是私有的，成员只有办案和维护的人")


def _is_on(url: str, host: str) -> bool:
    """True for https://host/…, ssh://git@host/…, git@host:…; the address may hold a password and is never told."""
    place = url.partition("://")[2].partition("/")[0] if "://" in url else url.partition(":")[0]
    name = place.rpartition("@")[2].partition(":")[0].lower()
    return name == host or name.endswith(f".{host}")


def _git(root: Path, *words: str) -> str | None:
    try:
        call = ["git", "-C", str(root), *words]
        done = subprocess.run(call, capture_output=True, text=True, check=False)  # noqa: S603 - no shell, words of ours
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


LOOKS: Final[tuple[tuple[str, Callable[[Path], Iterator[Advice]]], ...]] = (
    ("软件版本", versions),
    ("字体", fonts),
    ("磁盘", room),
    ("编辑器提示", schemas),
    ("提交前检查", hook),
    ("远程仓库", repository),
)
"""What is looked at on the machine, in the order of the list."""
