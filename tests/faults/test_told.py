"""What a build tells programs: its plan, what it wrote, that nothing is left to do, and why it wrote nothing."""

from __future__ import annotations

import json
from pathlib import Path

from tests.faults import city
from tests.faults.apart import Ended, apart


def test_an_answer_for_programs(tmp_path: Path) -> None:
    """What would be written, what was, that nothing is left to do, and why nothing was: one object each time."""
    root = city.built(city.found(tmp_path / "city"))

    def built(*words: str) -> Ended:
        return apart(("build", "--root", root, "--as-of", "2026-11-03", "--jobs", "1", *words))

    page = f"disclosures/{Path(city.number(0)).stem}/index.html"
    plan = json.loads(built("--plan", "--format", "json").out)
    assert (plan["written"], page in plan["changed"], plan["message"].startswith("~ ")) == ([], True, True)
    done = json.loads(built("--format", "json").out)
    assert (done["written"], done["removed"]) == (sorted([*done["new"], *done["changed"]]), [])
    assert (done["changed"], done["as_of"], done["cases"]) == (plan["changed"], "2026-11-03", 3)
    assert done["next_change"] == "2027-01-01"
    again = json.loads(built("--format", "json").out)
    assert (again["written"], again["kept"]) == ([], len(done["written"]) + done["kept"])
    city.write(root, f"{city.PAGES}/index.md", "# 首页\n\n手机 13800138000\n")
    refused = built("--format", "json")
    said = json.loads(refused.out)
    assert (refused.code, refused.err, said["written"]) == (3, "", [])
    assert said["leaks"] == [{"file": "index.html", "kind": "手机号"}]
    assert "13800138000" not in refused.out
