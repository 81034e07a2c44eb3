"""Generators that people would pick instead, each with the same facts in a page of the same frame, or its own theme."""

from __future__ import annotations

from bench.peers import eleventy, hugo, mkdocs
from bench.peers.peer import Peer as Peer

PEERS: tuple[Peer, ...] = (hugo.HUGO, eleventy.ELEVENTY, mkdocs.MKDOCS, mkdocs.ZENSICAL)
