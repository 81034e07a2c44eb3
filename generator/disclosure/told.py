"""All that a site has to know of one case on one day, and how it is written down for the next build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from generator.disclosure.bulletin import Announcement
from generator.disclosure.gate import Outcome, Withheld
from generator.disclosure.public import EndedCase, PublicCase
from generator.disclosure.statistics.tally import Tally
from generator.law.articles import anchor_of, article_of


@dataclass(frozen=True, slots=True)
class Told:
    """All that a site has to know of one case on one day; the record itself is not asked again."""

    outcome: Outcome
    changes: date | None
    """The first later day on which the outcome would differ although no record changed."""
    tally: Tally
    names: tuple[str, ...]
    """Whoever the record names, so that nobody is named where this case is not public."""
    announcement: Announcement | None = None
    """What a quarterly bulletin says of it."""


_WRITE: Final = msgspec.msgpack.Encoder(enc_hook=anchor_of)
_READ: Final = msgspec.msgpack.Decoder(
    tuple[str, msgspec.Raw, date | None, Tally, tuple[str, ...], Announcement | None], dec_hook=article_of
)
_OUTCOMES: Final[dict[str, msgspec.msgpack.Decoder[Outcome]]] = {
    kind.__name__: msgspec.msgpack.Decoder(kind, dec_hook=article_of) for kind in (PublicCase, EndedCase, Withheld)
}


def encode(told: Told) -> bytes:
    """Write it down."""
    kind = type(told.outcome).__name__
    return _WRITE.encode((kind, told.outcome, told.changes, told.tally, told.names, told.announcement))


def decode(data: bytes) -> Told:
    """Read what `encode` wrote. Raises ValueError for anything else."""
    kind, outcome, changes, tally, names, announcement = _READ.decode(data)
    if kind not in _OUTCOMES:
        raise ValueError(f"no outcome: {kind}")
    return Told(_OUTCOMES[kind].decode(outcome), changes, tally, names, announcement)
