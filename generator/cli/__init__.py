"""The command `anxin`: argv → call → print → exit code; the clock is read here and nowhere else."""

from __future__ import annotations

import sys
from typing import Final

import click

from generator.cli.chinese import ChineseGroup
from generator.cli.ending import end, have_streams, stoppable
from generator.cli.options import CLEAN

_OF_RECORDS: Final = ("check", "event", "export", "fmt", "import", "new", "schema")
_OF_STAFF: Final = ("diff", "doctor", "due", "report")
"""What answers a question of the morning."""
_OF_PAPERS: Final = ("bulletin", "posters", "wechat")
_OF_SITES: Final = ("build", "init", "publish", "releases", "rollback", "serve", "verify")
"""What is done with a whole portal: begun, built, looked at, shown to the world."""


class _Commands(ChineseGroup):
    """Knows its commands by name and imports one when it is asked for: a check need not wait for Excel."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Every name, in the order of the alphabet."""
        return sorted((*_OF_RECORDS, *_OF_STAFF, *_OF_PAPERS, *_OF_SITES))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command of that name."""
        for names, found in ((_OF_RECORDS, _records), (_OF_STAFF, _staff), (_OF_PAPERS, _papers), (_OF_SITES, _sites)):
            if cmd_name in names:
                return found(cmd_name)
        return None


def _records(name: str) -> click.Command:
    match name:
        case "export":
            from generator.cli.export import command  # noqa: PLC0415 - openpyxl
        case "event":
            from generator.cli.event import command  # noqa: PLC0415 - as every other
        case "fmt":
            from generator.cli.fmt import command  # noqa: PLC0415 - as every other
        case "import":
            from generator.cli.import_ import command  # noqa: PLC0415 - openpyxl
        case "new":
            from generator.cli.new import command  # noqa: PLC0415 - as every other
        case "schema":
            from generator.cli.schema import command  # noqa: PLC0415 - as every other
        case _:
            from generator.cli.check import command  # noqa: PLC0415 - as every other
    return command


def _staff(name: str) -> click.Command:
    match name:
        case "diff":
            from generator.cli.diff import command  # noqa: PLC0415 - the words of the open data
        case "doctor":
            from generator.cli.doctor import command  # noqa: PLC0415 - the font and its reader
        case "report":
            from generator.cli.report import command  # noqa: PLC0415 - openpyxl
        case _:
            from generator.cli.due import command  # noqa: PLC0415 - openpyxl
    return command


def _papers(name: str) -> click.Command:
    match name:
        case "bulletin":
            from generator.cli.bulletin import command  # noqa: PLC0415 - Typst, its font and templates
        case "posters":
            from generator.cli.posters import command  # noqa: PLC0415 - Typst, its font and the readers
        case _:
            from generator.cli.wechat import command  # noqa: PLC0415 - templates and pictures
    return command


def _sites(name: str) -> click.Command:
    match name:
        case "init":
            from generator.cli.init import command  # noqa: PLC0415 - as every other
        case "publish":
            from generator.cli.publish import command  # noqa: PLC0415 - the readers of the sweep
        case "releases":
            from generator.cli.releases import command  # noqa: PLC0415 - as every other
        case "rollback":
            from generator.cli.rollback import command  # noqa: PLC0415 - the readers of the sweep
        case "serve":
            from generator.cli.serve import command  # noqa: PLC0415 - the site engine and a server
        case "verify":
            from generator.cli.verify import command  # noqa: PLC0415 - as every other
        case _:
            from generator.cli.build import command  # noqa: PLC0415 - the site engine and its templates
    return command


@click.group(cls=_Commands, context_settings={"max_content_width": 100})
@click.option("--debug", is_flag=True, help="出内部错误时显示详情")
def main(*, debug: bool) -> None:
    """安薪门户生成器：从案件记录生成公开网站。"""
    del debug  # read by run(), which also has to know it when parsing fails


def run() -> None:
    """Entry point: everything that goes wrong ends in a short Chinese message and the right exit code."""
    have_streams()
    with stoppable():
        try:
            code = main(prog_name="anxin", standalone_mode=False) or CLEAN
            sys.stdout.flush()  # a disk that is full is told while there is somebody to tell it
        except SystemExit:
            raise
        except BaseException as error:  # noqa: BLE001 - the last line: an editor gets a sentence, not a traceback
            code = end(error)
    sys.exit(code)
