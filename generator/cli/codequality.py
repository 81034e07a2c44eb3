"""Problems as a code-quality report (Code Climate's format), which GitLab shows on the lines of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.model.personal import mask
from generator.problems import Problem, Severity

FORMAT: Final = "gitlab"
_SEVERITY: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor"}


def report(problems: Sequence[Problem]) -> str:
    """All problems, without a trailing newline."""
    seen: Counter[str] = Counter()
    rows: list[dict[str, object]] = []
    for problem in problems:
        said = f"{problem.span.file}\n{problem.code}\n{problem.message}"
        seen[said] += 1
        rows.append(_row(problem, f"{said}\n{seen[said]}"))
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _row(problem: Problem, identity: str) -> dict[str, object]:
    """One problem. Its fingerprint holds no line, so that it stays the same problem when lines move."""
    return {
        "description": mask(f"{problem.message} 提示: {problem.hint}"),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _SEVERITY[problem.severity],
        "location": {"path": mask(problem.span.file), "lines": {"begin": problem.span.line}},
    }
