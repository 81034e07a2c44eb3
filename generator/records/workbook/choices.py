"""The lists behind the drop-downs, on a hidden sheet: a list in a cell's own rule may have 255 characters only."""

from __future__ import annotations

from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from generator.model.portal import Portal
from generator.records.workbook.cells import YES
from generator.records.workbook.columns import CHOICES, Column, Keys, Shape


class Choices:
    """Collects word lists while sheets are written, each once."""

    def __init__(self, portal: Portal) -> None:
        self._known: Final = {
            "镇街": tuple(portal.towns),
            "渠道": tuple(channel.name for channel in portal.channels),
        }
        self._lists: dict[Keys, str] = {}

    def of(self, column: Column) -> Keys:
        """The words that a cell of a column may hold; empty where any text will do."""
        if column.shape is Shape.FLAG:
            return (YES,)
        if column.shape is not Shape.TEXT:
            return ()
        return column.choices or self._known.get(column.keys[-1], ())

    def range(self, words: Keys) -> str:
        """The range that holds a list of words, for a formula."""
        if words not in self._lists:
            letter = get_column_letter(len(self._lists) + 1)
            self._lists[words] = f"{CHOICES}!${letter}$1:${letter}${len(words)}"
        return self._lists[words]

    def write(self, book: Workbook) -> None:
        """Add the hidden sheet."""
        sheet = book.create_sheet(CHOICES)
        sheet.sheet_state = "hidden"
        for position, words in enumerate(self._lists, 1):
            for number, word in enumerate(words, 1):
                cell = sheet.cell(number, position, word)
                cell.data_type, cell.number_format = "s", "@"
