"""CONTRIBUTING.md and the glossary speak of what is there."""

from __future__ import annotations

import re

from tests.architecture.source import MODULES, ROOT, TOP
from tests.architecture.test_imports import ANYTHING, LAW

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
STYLE = (ROOT / "docs" / "style.md").read_text("utf-8")


def _words(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_import_law_is_the_table_that_is_tested() -> None:
    section = CONTRIBUTING.partition("## The import law")[2].partition("##")[0]
    rows = [line.strip("| ").split(" | ") for line in section.split("\n") if line.startswith("| `")]
    written = {part: set(_words(allowed)) for parts, allowed in rows for part in _words(parts)}
    held = {part: set() if allowed == ANYTHING else set(allowed) for part, allowed in LAW.items() if part != TOP}
    assert written == held


def test_paths_exist() -> None:
    named = {
        word
        for word in _words(CONTRIBUTING)
        if re.fullmatch(r"(generator|docs|content|tests|cases|\.ci)/[\w./-]*", word)
    }
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_glossary_names_what_the_code_names() -> None:
    code = "\n".join(module.text for module in MODULES)
    glossary = STYLE.partition("|---|")[2].partition("\n\n")[0]
    words = [_words(line.split("|")[2])[0] for line in glossary.split("\n")[1:]]
    assert [word for word in words if not re.search(rf"^(class )?{word}\b|\b{word}:", code, re.MULTILINE)] == []
