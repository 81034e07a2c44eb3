"""What every command line shares: exit codes, the kinds of values, the root, the day; the clock is read here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

import click

from generator.model.values import parse_day

CLEAN: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
REFUSED: Final = 3
BUG: Final = 70
CHINA: Final = ZoneInfo("Asia/Shanghai")


class DayType(click.ParamType[date]):
    """A date on the command line."""

    name = "日期"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read 2026-11-01."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError:
            self.fail("写成 2026-11-01 这样", param, ctx)


class _ThereType(click.ParamType[Path]):
    """Something that is there."""

    called: ClassVar[str]
    stands: ClassVar[Callable[[Path], bool]]

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Read a path."""
        place = Path(str(value))
        try:
            there = type(self).stands(place)
        except OSError:
            there = False
        if not there:
            self.fail(f"没有这个{self.called}", param, ctx)
        return place


class FolderType(_ThereType):
    """A folder that is there."""

    name = "目录"
    called = "文件夹"
    stands = Path.is_dir


class FileType(_ThereType):
    """A file that is there."""

    name = "文件"
    called = "文件"
    stands = Path.is_file


class PlaceType(click.ParamType[Path]):
    """Where something is to be put: a folder, or a file, that need not be there yet."""

    name = "位置"

    def __init__(self, *, file: bool = False) -> None:
        self.file = file

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Read a path that can be one."""
        place = Path(str(value))
        try:
            wrong = place.resolve().exists() and place.is_dir() == self.file
        except (OSError, RuntimeError):  # a link that leads to itself is the latter
            self.fail("打不开，或者名称太长", param, ctx)
        if wrong:
            self.fail(f"这里要一个{'文件' if self.file else '文件夹'}", param, ctx)
        return place


ROOT = click.option("--root", type=FolderType(), default=".", metavar="目录", help="记录所在的文件夹，默认当前文件夹")
AS_OF = click.option("--as-of", type=DayType(), metavar="日期", help="截至哪一天，默认 portal.yml 的演示日期或今天")

STYLE = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="给人看，或给程序用",
)


def now() -> datetime:
    """The time in China, wherever the machine stands."""
    return datetime.now(CHINA)


def today() -> date:
    """The day in China."""
    return now().date()
