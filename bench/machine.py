"""What the figures were taken on, without a word that names the machine or a folder of it."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

from bench.peers import PEERS
from bench.peers.environment import python_version


def machine() -> dict[str, object]:
    """Cores, memory, processor, Python; and how busy it was, for nobody's clock is alone on a shared one."""
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[2], 1),
    }


def versions(peers: Path) -> dict[str, str | None]:
    """Ours and theirs; None for what is not installed."""
    theirs = {peer.name: peer.version(peers) for peer in PEERS}
    tools = {name: python_version(name)(peers) for name in ("check-jsonschema", "pagefind", "lunr", "jieba", "fpdf2")}
    return {"anxin": version("anxin-portal"), **theirs, **tools}


def _processor() -> str | None:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines() if Path("/proc/cpuinfo").is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), None)
