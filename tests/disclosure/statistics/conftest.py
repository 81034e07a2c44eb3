"""What the statistics say of a casebook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.disclosure.public import PublicTable
from tests.casebook import TODAY, Casebook

Table = Callable[..., PublicTable]


@pytest.fixture
def table(casebook: Casebook) -> Table:
    def found(slug: str, as_of: date = TODAY) -> PublicTable:
        tables = casebook.disclosed(as_of).site.statistics.tables
        return next(one for one in tables if one.slug == slug)

    return found
