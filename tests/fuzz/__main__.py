"""`python -m tests.fuzz CORPUS [-max_total_time=300]`: any bytes as any kind of file, under atheris.

Needs the extra `fuzz` (`pip install -e .[fuzz]`). A crash, a problem outside its file, an endless run: each ends it and
leaves the input behind.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["generator"]):
    from generator.model.case import Case
    from generator.model.outreach import Outreach
    from generator.model.portal import Figures, Portal
    from generator.model.worksite import Worksite
    from generator.records import yaml
    from generator.records.decode import decode


def one(data: bytes) -> None:
    """Read the bytes as each kind of file; every problem lies inside it and offers a way out."""
    node, problems = yaml.read(data, "f.yml")
    if node is not None:
        for model in (Case, Worksite, Outreach, Portal, Figures):
            problems = [*problems, *decode(model, node, "f.yml")[1]]
    lines = data.count(b"\n") + 2
    for problem in problems:
        if not (1 <= problem.span.line <= lines and problem.span.column >= 1 and problem.message and problem.hint):
            raise AssertionError(problem)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
