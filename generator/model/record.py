"""What every record shares: frozen, nothing left over, and one entry of the field catalogue per field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pydantic import BaseModel, ConfigDict


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of a field besides its Chinese key and its type."""

    help: str
    example: str
    """As an editor writes it in the file."""
    public: bool = False
    """True where the privacy gate may hand the value on; private unless said."""


class Record(BaseModel):
    """A mapping in a file. Keys are the Chinese aliases; an unknown key is an error."""

    # Built when first needed: a check that finds every answer kept never reads a case.
    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    spread: ClassVar[bool] = False
    """True for a record that is written with a line for each key, however short it is."""
