"""`python -m generator.cli.docs`: writes anew whatever in docs/ the code says about itself. `make docs` runs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from generator.checks import CHECKS
from generator.checks.examples import AS_OF, portal_text
from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.ledger import open_ledger
from generator.cli.morning import morning
from generator.cli.options import ROOT
from generator.cli.save import save
from generator.records.load import FIGURES, PORTAL
from generator.reference.codes import CODES
from generator.reference.manual import manual
from generator.reference.records import records_document
from generator.reference.rules import rules_document

RULES: Final = "docs/checks.md"
RECORDS: Final = "docs/records.md"
MANUAL: Final = "docs/编辑手册.md"


@click.command("docs", cls=ChineseCommand)
@ROOT
def command(root: Path) -> None:
    """重写 docs/ 里由程序写成的部分。

    例：python -m generator.cli.docs --root .
    """
    changed = {file: text for file, text in documents(root).items() if _read(root / file) != text}
    save(root, changed)
    click.echo("\n".join(f"已重写 {file}" for file in changed) or "没有要改的文件。")


def documents(root: Path) -> dict[str, str]:
    """What each document should say now, by its path below `root`."""
    with morning(root) as play:
        return {
            RULES: rules_document(CHECKS, CODES),
            RECORDS: records_document(),
            MANUAL: manual((root / MANUAL).read_text("utf-8"), answer, play),
        }


def answer(records: Mapping[str, str]) -> str:
    """What `anxin check` prints of these records, in the invented city of the rules' examples."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        save(root, {PORTAL: portal_text(), FIGURES: "已公布数字: []\n", **records})
        return diagnostics.report(open_ledger(root, AS_OF)[1], root, "text")


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


if __name__ == "__main__":
    command()
