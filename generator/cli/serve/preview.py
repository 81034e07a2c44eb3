"""One look at the records: the site with its drafts, built out of sight, and all that is wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.build.site import Place, Refused, build, prepare
from generator.cli import diagnostics
from generator.cli.ledger import has_errors, open_ledger
from generator.cli.options import today
from generator.disclosure.draft import Draft, with_drafts
from generator.disclosure.gate import Withheld
from generator.disclosure.site import Disclosed, disclose_all
from generator.ledger import Ledger
from generator.model.personal import mask
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class View:
    """What the editor sees above every page."""

    as_of: date
    summary: str
    """Errors and warnings, counted."""
    problems: str
    """All of them, as the check words them; private words covered."""
    refusal: str = ""
    """Why the pages are still the old ones; empty where they are new."""
    drafts: tuple[Draft, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    wrong: bool = False
    """True where something has to be mended."""


def look(root: Path, as_of: date | None, site: Path, *, drafts: bool) -> View:
    """Check everything and build the preview into `site`; where that cannot be, the one before stays."""
    ledger, problems = open_ledger(root, as_of)
    if ledger is None:
        return _view(as_of or today(), root, problems, "content/portal.yml 读不通，页面没有更新。")
    disclosed, marked = with_drafts(ledger) if drafts else (disclose_all(ledger), ())
    made = _made(disclosed, ledger, root, site)
    if isinstance(made, Refused):
        more = [*problems, *made.problems]
        leaks = [f"{mask(leak.path)}：里面有{leak.kind}" for leak in made.leaks]
        reason = "；".join([*leaks, *([made.reason] if made.reason else [])]) or "见上面的问题"
        return _view(ledger.as_of, root, more, f"页面没有更新：{reason}。")
    withheld = disclosed.withheld if drafts else ()
    return replace(_view(ledger.as_of, root, problems, ""), drafts=marked, withheld=withheld)


def _made(disclosed: Disclosed, ledger: Ledger, root: Path, site: Path) -> object:
    prepared = prepare(disclosed, root, site.resolve())
    if isinstance(prepared, Refused):
        return prepared
    return build(prepared, ledger.portal.record, Place(site.resolve()), os.cpu_count() or 1)


def _view(as_of: date, root: Path, problems: Sequence[Problem], refusal: str) -> View:
    found = sorted(problems)
    text = diagnostics.report(found, root, "text") if found else ""
    return View(as_of, diagnostics.summary(found), text, refusal, wrong=bool(refusal) or has_errors(found))


def told(view: View) -> str:
    """The same for the terminal."""
    lines = [
        *([view.problems] if view.problems else []),
        *([view.refusal] if view.refusal else []),
        *(f"草稿 {one.number}：{one.reason}。" for one in view.drafts),
        f"截至 {view.as_of}：{view.summary}",
    ]
    return "\n".join(lines)
