"""What a command did to files: a sentence for people, one JSON object for scripts, whatever the exit code."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.cli import diagnostics
from generator.model.personal import mask
from generator.problems import Problem

VERSION: Final = 1
"""Of the JSON: it grows when a field changes its meaning or goes away, not when one is added."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went."""

    message: str
    """For people; in JSON the reason, where nothing was done."""
    written: Sequence[str | Path] = ()
    """Files as they stand now, by their paths below the root, or as they were given."""
    problems: Sequence[Problem] = ()
    more: Mapping[str, object] = field(default_factory=dict)
    """Of this command alone, in JSON."""


def tell(outcome: Outcome, style: str) -> None:
    """Say how it went."""
    click.echo(as_json(outcome) if style == "json" else outcome.message)


def stop(outcome: Outcome, style: str, code: int) -> NoReturn:
    """Say why nothing was done, to people where they look for errors, and leave."""
    click.echo(as_json(outcome) if style == "json" else outcome.message, err=style != "json")
    click.get_current_context().exit(code)


def as_json(outcome: Outcome) -> str:
    """The object, its keys always there."""
    told = {
        "version": VERSION,
        "written": [diagnostics.safe(str(path)) for path in outcome.written],
        "message": mask(outcome.message),
        "problems": [diagnostics.described(problem) for problem in outcome.problems],
        **outcome.more,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
