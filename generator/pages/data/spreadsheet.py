"""What a spreadsheet would make of a text: a formula that it runs."""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet may run when a cell begins with it."""


def guarded(text: str) -> str:
    """The text, behind an apostrophe where a cell that begins with it might be run."""
    return f"'{text}" if _FORMULA.match(text) else text
