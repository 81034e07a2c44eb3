"""Processes that make lots of something; what one that dies leaves is made by whoever has begun it.

The pools of Python 3.11 wait for ever where a process dies while another begins, and leave theirs behind when they are
killed themselves.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Final, Literal, TypeVar

L = TypeVar("L")
A = TypeVar("A")

Way = Literal["fork", "spawn"]
"""Whether makers see everything that is there, or begin with nothing and are sent what they make and by what."""

_STOPPING: Final = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class _Floor:
    """Where makers wait for work."""

    idle: SimpleQueue[Connection | None]
    """None where nobody is left."""
    left: list[Connection]


@contextmanager
def making(make: Callable[[L], A], lots: Sequence[L], jobs: int, way: Way) -> Iterator[Iterator[A]]:
    """What is made of each lot, in their order: at most `jobs` processes work while this one does something else.

    `make` gives no None. Whoever leaves early does not wait for what is being made.
    """
    told = pickle.dumps(make, protocol=5) if way == "spawn" else b""
    count = max(1, min(jobs, len(lots)))
    with ThreadPoolExecutor(count) as threads, _makers(make, count, way) as makers:
        floor = _Floor(SimpleQueue(), [*makers])
        for maker in makers:
            threads.submit(_introduce, maker, told, floor)
        made = threads.map(partial(_made, floor), lots)
        yield (make(lot) if answer is None else answer for lot, answer in zip(lots, made, strict=True))


def _introduce(maker: Connection, told: bytes, floor: _Floor) -> None:
    if told:
        with suppress(OSError):  # it has died: whoever asks it for something will see
            maker.send_bytes(told)
    floor.idle.put(maker)


def _made(floor: _Floor, lot: L) -> A | None:
    """What another process makes of it; None where that has died, or nobody is left."""
    maker = floor.idle.get()
    if maker:
        try:
            maker.send(lot)
            answer: A = maker.recv()
        except (OSError, EOFError):
            floor.left.remove(maker)
        else:
            floor.idle.put(maker)
            return answer
    if not floor.left:
        floor.idle.put(None)
    return None


@contextmanager
def _makers(make: Callable[[L], object], jobs: int, way: Way) -> Iterator[Sequence[Connection]]:
    context: ForkContext | SpawnContext = get_context("fork") if way == "fork" else get_context("spawn")
    makers, begun = list[Connection](), list[BaseProcess]()
    try:
        with _undisturbed():
            for _ in range(jobs):
                ours, theirs = context.Pipe()
                makers.append(ours)
                forked = (make, makers) if way == "fork" else (None, ())
                process = context.Process(target=_work, args=(theirs, *forked), daemon=True)
                process.start()
                begun.append(process)
                theirs.close()
        yield makers
    finally:
        for one in begun:
            one.kill()
        for one in begun:
            one.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Whoever wants to stop the work waits; what begins meanwhile is deaf to it until it listens."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(asked: Connection, make: Callable[[L], object] | None, others: Sequence[Connection]) -> None:
    """Until nobody asks any more. Who stops the work says so; whoever is stopped with it says nothing."""
    for one in others:
        one.close()  # or nobody would see that the one at their other end has gone
    for stopping in _STOPPING:
        signal.signal(stopping, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    try:
        known = make or asked.recv()
        while True:
            asked.send(known(asked.recv()))
    finally:
        os._exit(0)  # what goes wrong here goes wrong again there, and is said once
