"""The command `anxin`: argv → call → print → exit code; the clock is read here and nowhere else."""

from __future__ import annotations

import io
import os
import sys
import traceback

import click

from generator.cli import build, check, event, export, fmt, import_, new, schema
from generator.cli.chinese import ChineseGroup, explain
from generator.cli.ledger import BUG, CLEAN, PROBLEMS, USAGE


@click.group(cls=ChineseGroup, context_settings={"max_content_width": 100})
@click.option("--debug", is_flag=True, help="出内部错误时显示详情")
def main(*, debug: bool) -> None:
    """安薪门户生成器：从案件记录生成公开网站。"""
    del debug  # read by run(), which also has to know it when parsing fails


main.add_command(check.command)
main.add_command(build.command)
main.add_command(event.command)
main.add_command(fmt.command)
main.add_command(new.command)
main.add_command(schema.command)
main.add_command(export.command)
main.add_command(import_.command)


def run() -> None:
    """Entry point: everything that goes wrong ends in a short Chinese message and the right exit code."""
    _speak_any_encoding()
    try:
        sys.exit(main(prog_name="anxin", standalone_mode=False) or CLEAN)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        sys.exit(USAGE)
    except click.UsageError as error:
        click.echo(f"{explain(error)}。用 anxin --help 查看用法。", err=True)
        sys.exit(USAGE)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PROBLEMS)
    except click.Abort:
        click.echo("已中断。", err=True)
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last line: an editor gets a sentence, not a traceback
        click.echo(f"程序内部错误（{type(error).__name__}）；原有的网站没有改动。", err=True)
        if "--debug" in sys.argv:
            traceback.print_exc()
        else:
            click.echo("用 anxin --debug 加原来的命令再运行一次，把显示的内容交给维护人员。", err=True)
        sys.exit(BUG)


def _speak_any_encoding() -> None:
    """A sign that the terminal's encoding lacks is spelt out instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
