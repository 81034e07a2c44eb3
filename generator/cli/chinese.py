"""click in Chinese: headings of the help and the sentences of a wrong call; and whether a terminal wants colour."""

from __future__ import annotations

import os
import re
import sys
from difflib import get_close_matches
from typing import Final

import click

from generator.model.personal import mask

_RANGE: Final = re.compile(r"  \[(\d+)<=x<=(\d+)\]")
"""How click tells the range of a number."""
_UNSAID: Final = re.compile(r"--[^=]+=\s*")
_LONE: Final = re.compile(r"[\ud800-\udfff]")
"""What Python makes of bytes that are no text."""


class EmptyWordError(click.UsageError):
    """One of the words is empty."""

    def __init__(self, ctx: click.Context) -> None:
        super().__init__("有一个参数是空的", ctx)


class ChineseCommand(click.Command):
    """A command whose help has Chinese headings, and that takes no word that is empty or no text."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words. A script that names a variable which is not set must not act on the current folder."""
        if any(not word.strip() or _UNSAID.fullmatch(word) for word in args):
            raise EmptyWordError(ctx)
        rest = super().parse_args(ctx, args)
        for parameter in self.get_params(ctx):
            if isinstance(parameter.type, click.types.StringParamType) and not _is_text(ctx.params.get(parameter.name)):
                raise click.BadParameter("里面有认不出的字符", ctx, parameter)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Begin with 用法."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage line."""
        pieces = super().collect_usage_pieces(ctx)
        return [{"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 …"}.get(piece, piece) for piece in pieces]

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the arguments that need a word under 参数; the others the usage line names."""
        arguments = (item for item in self.get_params(ctx) if isinstance(item, click.Argument))
        rows = [(name, said) for name, said in (item.get_help_record(ctx) for item in arguments) if said]
        if rows:
            with formatter.section("参数"):
                formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options under 选项."""
        options = (item for item in self.get_params(ctx) if isinstance(item, click.Option))
        found = [row for item in options if (row := item.get_help_record(ctx))]
        rows = [(name, _RANGE.sub(r"（\1 到 \2）", said)) for name, said in found]
        with formatter.section("选项"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in Chinese."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这份说明"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """A group of commands, the same way."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        super().format_options(ctx, formatter)
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(80)) for name, command in found if command]
        with formatter.section("命令"):
            formatter.write_dl(rows)


def wants_colour() -> bool:
    """True on a terminal, unless NO_COLOR says otherwise (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _is_text(value: object) -> bool:
    """False where a word came in an encoding that is not the terminal's."""
    words = value if isinstance(value, tuple) else (value,)
    return not any(_LONE.search(word) for word in words if isinstance(word, str))


def explain(error: click.UsageError) -> str:
    """One Chinese sentence for a wrong call."""
    match error:
        case EmptyWordError():
            return error.message
        case click.NoSuchOption():
            near = f"（是否想写 {error.possibilities[0]}）" if error.possibilities else ""
            return f"没有 {mask(error.option_name)} 这个选项{near}"
        case click.NoSuchCommand():
            return f"没有 {mask(error.command_name)} 这个命令{_meant_command(error)}"
        case click.MissingParameter():
            return f"缺少 {error.param.human_readable_name if error.param else '参数'}"
        case click.BadParameter():
            return f"{_named(error.param)} 的写法不对：{_meant(error)}"
        case _:
            return "用法不对：多了或少了参数"


def _meant_command(error: click.NoSuchCommand) -> str:
    group = error.ctx.command if error.ctx else None
    known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []
    near = get_close_matches(error.command_name, known, n=1)
    return f"（是否想写 {near[0]}）" if near else ""


def _named(parameter: click.Parameter | None) -> str:
    match parameter:
        case click.Argument():
            return parameter.human_readable_name
        case click.Parameter():
            return parameter.opts[0]
        case None:
            return "参数"


def _meant(error: click.BadParameter) -> str:
    match error.param.type if error.param else None:
        case click.Choice() as kind:
            return f"可选 {'、'.join(kind.choices)}"
        case click.IntRange() as kind:
            return f"应为 {kind.min} 到 {kind.max} 的整数"
        case _:
            return error.message
