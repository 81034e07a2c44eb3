"""The first line of a record, by which an editor's YAML extension finds its schema."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from generator.model.schema import DOCUMENTS
from generator.records.layout import Comments
from generator.records.load import model_of

SCHEMAS: Final = "schemas"
"""The folder of the schemas, below the root."""

_BEGIN: Final = "# yaml-language-server:"


def modeline(file: str) -> str:
    """The line for a file below the root; its path leads from the file to the schema."""
    name = next(name for name, (model, _) in DOCUMENTS.items() if model is model_of(file))
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"{_BEGIN} $schema={up}{SCHEMAS}/{name}.json"


def headed(comments: Comments, file: str) -> Comments:
    """The comments of a file with its modeline at the head, whatever modeline it had."""
    return comments.headed(modeline(file), _BEGIN)
