"""Serving a room: a socket, an address to open, until it is stopped."""

from __future__ import annotations

import secrets
import socket
import threading
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tacitus.errors import InputError
from tacitus.storage import Warehouse
from tacitus.web.room import Room

if TYPE_CHECKING:
    from starlette.applications import Starlette

PORT = 8470


def address_of(host: str, port: int, token: str | None) -> str:
    """What to open in a browser."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?{urlencode({'token': token})}" if token else "")


def serve(room: Room, listening: socket.socket, host: str, token: str | None) -> None:
    """Serves until interrupted; from another machine only with the token."""
    try:
        import uvicorn  # noqa: PLC0415

        from tacitus.web.app import make_app  # noqa: PLC0415
        from tacitus.web.guards import entry_of  # noqa: PLC0415
    except ImportError as error:
        raise InputError(f"the reading room needs {error.name}; install it with: pip install 'tacitus[web]'") from error
    app = make_app(room, entry_of(host, token))
    threading.Thread(target=_prepare, args=(app,), daemon=True).start()
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _prepare(app: Starlette) -> None:
    from tacitus.web.views_list import VIEWS  # noqa: PLC0415

    for view in VIEWS:
        if "{" not in view.path:
            app.state.kept.prepare(view)


def token_for(host: str, given: str | None) -> str | None:
    """The token that is wanted at a host: the one given; from elsewhere than this machine never none."""
    return given or (None if is_loopback(host) else secrets.token_urlsafe(24))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and no other can reach it."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A socket at the port, or where it is taken at the next free one; InputError where the host cannot be bound."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for tried in (*range(port, min(port + 10, 65_536)), 0):
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, tried))
        except OSError as error:
            opened.close()
            if isinstance(error, socket.gaierror) or tried == 0:
                raise InputError(f"{host}: cannot be served at: {error}; leave --host out for this machine") from error
            continue
        return opened
    raise InputError(f"{port}: no free port from there on; name another with --port")


def brought_up_to_date(path: Path) -> Path:
    """The warehouse, led to the newest schema where this tacitus may write it; opening it tells what is wrong else."""
    if path.is_file():
        with suppress(InputError):
            Warehouse(path).close()
    return path


def is_warehouse(path: Path) -> bool:
    """Whether a path is a warehouse rather than a report."""
    return path.suffix == ".duckdb" or (path / "about.parquet").exists()
