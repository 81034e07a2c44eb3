"""How a record answers a warning: a person says in its 备注 why what looks wrong is right."""

from __future__ import annotations


def answered(note: str | None, word: str) -> bool:
    """True where the note speaks of what the warning asks about."""
    return note is not None and word in note


def ask(word: str) -> str:
    """How to answer, as the end of a hint."""
    return f"确实如此的，在这一项的「备注」里写明「{word}」怎样核对过"
