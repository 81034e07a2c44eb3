"""How a value says that its text cannot be read: a sentence and a way out, both Chinese, without the value itself."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

KIND = "malformed"


def malformed(message: str, hint: str) -> PydanticCustomError:
    """An error for a validator to raise; the reader gives it its place.

    Neither text may hold the offending value: it could be private.
    """
    return PydanticCustomError(KIND, "{message}", {"message": message, "hint": hint})
