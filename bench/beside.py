"""The other generators on the same facts: each cold, and with one case changed in what it left."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bench import process, weight
from bench.facts import Frame
from bench.peers import PEERS, Peer
from bench.peers.peer import Fact
from bench.process import Cost

_PAGES: Final = "disclosures/*/"
_ENVIRONMENT: Final = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}


class Beside:
    """All that are installed, each in a folder of its own."""

    def __init__(self, folder: Path, environment: Path, facts: Sequence[Fact], frame: Frame) -> None:
        self._folder, self._facts = folder, facts
        self._commands = {peer.name: peer.command(environment) for peer in PEERS}
        self._peers = [peer for peer in PEERS if self._commands[peer.name]]
        for peer in self._peers:
            self._place(peer).mkdir(parents=True)
            peer.write(self._place(peer), facts, frame)

    @property
    def absent(self) -> list[str]:
        """Those that are not installed: nothing is said of them, and that is said."""
        return [peer.name for peer in PEERS if peer not in self._peers]

    def rounds(self, number: int) -> Iterator[tuple[str, Cost]]:
        """One round of all. Raises FailedError where one did not make a page for every case."""
        for peer in self._peers:
            for name in (peer.output, *peer.leftovers):
                shutil.rmtree(self._place(peer) / name, ignore_errors=True)
            yield f"{peer.name}, cold", self._run(peer)
            self._change(peer, number)
            yield f"{peer.name}, one case changed", self._run(peer)

    def built(self, name: str) -> Path:
        """What one of them made."""
        return next(self._place(peer) / peer.output for peer in PEERS if peer.name == name)

    def pages(self) -> dict[str, dict[str, float]]:
        """How many pages each made, and how large they are."""
        return {peer.name: weight.pages(self._place(peer) / peer.output, _PAGES) for peer in self._peers}

    def _run(self, peer: Peer) -> Cost:
        cost = process.run(self._commands[peer.name] or (), self._place(peer), _ENVIRONMENT)
        made = len(list((self._place(peer) / peer.output).glob(f"{_PAGES}index.html")))
        if made != len(self._facts):
            raise process.FailedError(f"{peer.name} made {made} pages of {len(self._facts)}")
        return cost

    def _change(self, peer: Peer, number: int) -> None:
        page = peer.page(self._place(peer), self._facts[0])
        page.write_text(page.read_text("utf-8").replace("拖欠", f"第{number}版拖欠", 1), encoding="utf-8")

    def _place(self, peer: Peer) -> Path:
        return self._folder / peer.name.split()[0].lower()
