"""A small server for one editor: files of the preview, the bar on every page, and word of the next change."""

from __future__ import annotations

import mimetypes
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.cli.serve.banner import CHANGES, FILES, alone, dressed
from generator.cli.serve.preview import View

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_LONGEST: Final = 25
"""Seconds that a browser waits for a change before it asks again."""
_TYPES: Final = {".ndjson": "application/x-ndjson", ".csv": "text/csv", ".md": "text/plain"}
_TEXT: Final = ("text/", "application/json", "application/xml", "application/x-ndjson")


class Stage:
    """What is shown at the moment; the builder puts it there, and every browser waits for the next."""

    def __init__(self, site: Path, loopback: bool) -> None:  # noqa: FBT001 - a fact, named where it is asked
        self.site = site
        self.loopback = loopback
        self._view: View | None = None
        self._version = 0
        self._changed = Condition()

    def show(self, view: View) -> None:
        """The next view."""
        with self._changed:
            self._view, self._version = view, self._version + 1
            self._changed.notify_all()

    def now(self) -> tuple[View, int]:
        """The view and its number, once there is one."""
        with self._changed:
            self._changed.wait_for(lambda: self._view is not None)
            if self._view is None:
                raise RuntimeError("woken without a view")
            return self._view, self._version

    def after(self, version: int) -> int:
        """The number of the view once it is another one, or the same after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, timeout=_LONGEST)
            return self._version


class _Server(ThreadingHTTPServer):
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    def __init__(self, stage: Stage, *args: object) -> None:
        self.stage = stage
        super().__init__(*args)  # type: ignore[arg-type]  # what the server hands over

    def do_GET(self) -> None:
        """One file, or word of a change."""
        asked = urlsplit(self.path)
        if not self._is_for_us():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", "只回答本机的请求。".encode())
        elif asked.path == CHANGES:
            _, _, since = asked.query.partition("since=")
            self._send(
                HTTPStatus.OK, "text/plain", str(self.stage.after(int(since) if since.isdigit() else 0)).encode()
            )
        elif asked.path in FILES:
            kind, text = FILES[asked.path]
            self._send(HTTPStatus.OK, kind, text.encode())
        else:
            self._page(unquote(asked.path))

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def _is_for_us(self) -> bool:
        """A page from elsewhere must not read drafts by a name of its own that leads to this machine."""
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        return not self.stage.loopback or name in LOOPBACK

    def _page(self, path: str) -> None:
        view, version = self.stage.now()
        place = self._place(path)
        if place and place.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.end_headers()
            return
        found = place / "index.html" if place and place.is_dir() else place
        data = _read(found) if found else None
        status = HTTPStatus.OK if data is not None else HTTPStatus.NOT_FOUND
        if data is None:
            found = self.stage.site / "404.html"
            data = _read(found)
        if data is None or found is None:
            self._send(status, "text/html", alone(view, version).encode())
            return
        kind = _TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        if kind == "text/html":
            data = dressed(data.decode(), view, version, path).encode()
        self._send(status, kind, data)

    def _place(self, path: str) -> Path | None:
        """The file below the site; None for what leads out of it."""
        parts = path.split("/")
        if ".." in parts or "\0" in path:
            return None
        return self.stage.site.joinpath(*(part for part in parts if part))

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Robots-Tag", "noindex")
        self.end_headers()
        if self.command != "HEAD":
            with suppress(ConnectionError):  # the browser has gone on to another page
                self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing: the terminal is for the problems."""


def _read(place: Path) -> bytes | None:
    with suppress(OSError):
        return place.read_bytes()
    return None


def serving(stage: Stage, host: str, port: int) -> str:
    """Start to answer, and say at which address. Raises OSError where the port is not to be had."""
    server = _Server((host, port), partial(_Handler, stage))
    Thread(target=server.serve_forever, daemon=True).start()
    shown = "127.0.0.1" if host in LOOPBACK else host
    return f"http://{shown}:{server.server_address[1]}/"
