"""How a run ends that was not finished: a sentence that says what to do, and the exit code."""

from __future__ import annotations

import io
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from typing import Final

import click

from generator.build.trouble import why
from generator.cli.chinese import explain
from generator.cli.options import BUG, PROBLEMS, REFUSED, USAGE
from generator.model.personal import mask

_INTERRUPTED: Final = 130
"""As a shell has it of whoever was interrupted."""
_MEMORY: Final = "内存不够，没有做完；关掉别的程序再来，能写 --jobs 的加 --jobs 1。"


def have_streams() -> None:
    """Whoever closed one of the three streams gets nothing on it; a sign that the terminal lacks is spelt out."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - stays to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def stoppable() -> Iterator[None]:
    """Who stops a job (`kill`, a service manager) is obeyed as Ctrl-C is: what is half done is cleared away first."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave_quietly() -> None:
    """A helper that was forked clears nothing away: its parent does."""
    if signal.getsignal(signal.SIGTERM) is signal.default_int_handler:
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, signal.SIG_DFL)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_quietly)


def end(error: BaseException) -> int:
    """Say what went wrong; the exit code."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.ctx.get_help() if error.ctx else "")
            return USAGE
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "anxin"
            click.echo(f"{explain(error)}。用 {command} --help 查看用法。", err=True)
            return USAGE
        case BrokenPipeError():  # whoever read our output has seen enough
            _drop_output()
            return PROBLEMS
        case click.Abort() | KeyboardInterrupt():
            click.echo("已中断。", err=True)
            return _INTERRUPTED
        case _:
            return _fail(error)


def _fail(error: BaseException) -> int:
    sentence = _trouble(error)
    _drop_output()
    click.echo(sentence or f"程序内部错误（{type(error).__name__}）；原有的网站没有改动。", err=True)
    if "--debug" in sys.argv:
        traceback.print_exception(error)
    elif not sentence:
        click.echo("用 anxin --debug 加原来的命令再运行一次，把显示的内容交给维护人员。", err=True)
    return REFUSED if sentence else BUG


def _trouble(error: BaseException) -> str:
    """What the machine lacks, and no program can mend; empty where the fault is ours."""
    match error:
        case ImportError(name="justmytype_intl_cjk" | "justmytype-intl-cjk"):
            return "印刷用的中文字体没有装好；运行 make site 重新安装。"
        case MemoryError():
            return _MEMORY
        case ImportError():
            return f"软件包没有装好，或者内存不够（{error.name}）；运行 make site 重新安装，再运行一次。"
        case OSError():
            place = f" {mask(os.fsdecode(error.filename))}" if isinstance(error.filename, str | bytes) else ""
            return f"没有做完：读写{place} 时{why(error)}；改好以后再运行一次。"
        case _:
            return ""


def _drop_output() -> None:
    """What could not be written is not tried again when the interpreter ends."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        return
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
