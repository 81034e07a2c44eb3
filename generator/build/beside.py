"""Two computations at once: one in a forked process, which sees everything and hands back only its answer."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from typing import Final, TypeVar

from generator.build.forking import can_fork, give_back

_LARGE: Final = 1_000_000
"""Bytes of an answer that took many times as much memory to find."""

T = TypeVar("T")
U = TypeVar("U")


def beside(there: Callable[[], T], here: Callable[[], U]) -> tuple[T, U]:
    """Both answers. Where nothing can be forked, or the other process dies, this one does the work of both."""
    if not pays():
        return there(), here()
    theirs = _begun(there)
    ours = here()
    return theirs(), ours


def apart(one: Callable[[], T], other: Callable[[], T]) -> tuple[T, T]:
    """Both answers, each from a process of its own: what thousands of records leave behind in memory goes with it."""
    if not pays():
        return one(), other()
    begun = _begun(one), _begun(other)
    return begun[0](), begun[1]()


def aside(work: Callable[[], T]) -> Callable[[], T]:
    """What hands over the answer, once: another process works on it until somebody asks."""
    return _begun(work) if pays() else work


def _begun(work: Callable[[], T]) -> Callable[[], T]:
    """What waits for the answer of a process that has begun to work on it."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(receiver, sender, work), daemon=True)
    child.start()
    sender.close()

    def waited() -> T:
        try:
            answer: T = pickle.loads(receiver.recv_bytes())  # noqa: S301 - from our own process
        except EOFError:
            answer = work()
        child.join()
        return answer

    return waited


def pays() -> bool:
    """True on a system that forks, with a second processor to run on; whoever works for another gets no help."""
    return can_fork() and (os.cpu_count() or 1) > 1 and not current_process().daemon


def _answer(receiver: Connection, sender: Connection, there: Callable[[], object]) -> None:
    receiver.close()  # or nobody would see here that whoever asked is no more
    try:
        answer = pickle.dumps(there(), protocol=5)
        if len(answer) > _LARGE:
            give_back()  # it may be a while until somebody asks
        sender.send_bytes(answer)
    finally:
        os._exit(0)  # what goes wrong here goes wrong again there, and is said once


@contextmanager
def no_collection() -> Iterator[None]:
    """Records hold no cycles; looking for them while millions of objects come into being is half of a check's time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
