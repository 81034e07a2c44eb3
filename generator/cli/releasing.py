"""What `publish` and `rollback` share: the folder, the day's answer of the gate, who acts, and how a refusal reads."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.build.publish.lock import HeldError
from generator.build.publish.log import Entry
from generator.build.publish.reasons import Reason, Today
from generator.build.publish.release import ChangedError
from generator.build.publish.signature import UnsignedError
from generator.build.trouble import why
from generator.cli import diagnostics
from generator.cli.options import CHINA, PROBLEMS, REFUSED, USAGE, DayType, now
from generator.cli.telling import Opened, open_disclosed
from generator.disclosure.sweep import Sweeper, sweeper
from generator.model.personal import mask
from generator.pages.data.table import table

_LONGEST: Final = 40
BY = click.option("--by", metavar="岗位", help="谁来办，写进发布日志；默认是这台机器上的账号")
WAIT = click.option(
    "--wait", type=click.IntRange(0, 3600), default=0, metavar="秒", help="别人正在发布时最多等多久，默认不等"
)
DRY = click.option("--dry-run", "dry", is_flag=True, help="只检查，什么都不改动")
AHEAD = click.option(
    "--as-of", type=DayType(), metavar="日期", help="只和 --dry-run 一起写：到那一天行不行；真正做的总是今天"
)


def moment_of(as_of: date | None, *, dry: bool) -> datetime:
    """When it happens: now, unless a look that changes nothing is asked about another day."""
    if as_of is None:
        return now()
    if not dry:
        click.echo("--as-of 只和 --dry-run 一起写：访问者看到的总是今天的。", err=True)
        click.get_current_context().exit(USAGE)
    return datetime.combine(as_of, time(), CHINA)


def gate(root: Path, moment: datetime) -> tuple[Today, Sweeper]:
    """What may be shown on that day; ends the command with every problem where the records hold an error."""
    opened = open_disclosed(root, moment.date())
    if not isinstance(opened, Opened):
        click.echo(diagnostics.report(opened, root, "text"))
        click.echo("记录有错误，不知道今天什么可以公开；网站没有改动。", err=True)
        click.get_current_context().exit(PROBLEMS)
    site = opened.disclosed.site
    look = sweeper(opened.portal, site, opened.disclosed.names)
    return Today(moment.date(), opened.portal, site, table(site)), look


def actor(given: str | None) -> str:
    """Who acts, as one short line."""
    name = given or "未写明"
    with suppress(KeyError, OSError):  # an account that the system has no name for
        name = given or getpass.getuser()
    return mask("".join(character for character in name if character.isprintable()))[:_LONGEST]


def attempt(act: Callable[[], Entry | list[Reason]], style: str, done: Callable[[Entry], str]) -> None:
    """Do it and say how it went; ends the command with the exit code of a refusal where there is one."""
    try:
        outcome = act()
    except HeldError as error:
        refuse([Reason("held", f"别人正在发布（{error}）", "等他做完，或加 --wait 60")], style)
    except UnsignedError as error:
        refuse([Reason("unsigned", str(error), "改好之后再来，或不加 --sign")], style)
    except ChangedError:
        refuse([Reason("changed", "复制的时候网站又变了", "等生成结束再发布")], style)
    except OSError as error:
        refuse([Reason("disk", f"写不进去或读不出来（{why(error)}）", "核对位置、权限和磁盘空间")], style)
    if isinstance(outcome, Entry):
        click.echo(json.dumps(asdict(outcome), ensure_ascii=False) if style == "json" else done(outcome))
    else:
        refuse(outcome, style)


def refuse(found: Sequence[Reason], style: str) -> NoReturn:
    """Every reason, and the exit code that says so."""
    if style == "json":
        reasons = [{"name": one.name, "message": one.sentence, "hint": one.hint} for one in found]
        click.echo(json.dumps({"refused": reasons}, ensure_ascii=False))
    else:
        lines = [f"{at}. {one.sentence}\n   提示: {one.hint}" for at, one in enumerate(found, 1)]
        click.echo("\n".join([*lines, "访问者看到的网站没有改动。"]), err=True)
    click.get_current_context().exit(REFUSED)
