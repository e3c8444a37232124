"""The application: every view at its path with its JSON and CSV twins, the static files, calm errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from tacitus.errors import TacitusError
from tacitus.web import adding, reviewing
from tacitus.web.asking import read_values
from tacitus.web.guards import HEADERS, MOST_SENT, Entry, Guard, TooMuch
from tacitus.web.keeping import Kept
from tacitus.web.names import code_names, modes_of_types
from tacitus.web.openapi import described, twin
from tacitus.web.room import Room
from tacitus.web.showing import HERE, as_csv, as_file, as_json, environment, tagged
from tacitus.web.views import NotHere, View
from tacitus.web.views_list import VIEWS

Shown = Callable[[Request, str, Mapping[str, Any]], str]
_PAGES = (
    ("/", "Overview"),
    ("/events", "Events"),
    ("/pairs", "Pairs"),
    ("/world", "World"),
    ("/stories", "Stories"),
    ("/review", "Review"),
    ("/add", "Add"),
)


def make_app(room: Room, entry: Entry) -> Starlette:
    """The reading room of a warehouse."""
    show, kept = _Shower(room, entry), Kept(room)
    routes: list[BaseRoute] = []
    for view in VIEWS:
        for ending in (".json", ".csv", ".html", ""):
            routes.append(Route(_path(view, ending), partial(_answered, kept, show, view, ending)))
    if room.home != "/":
        routes.insert(0, Route("/", lambda _: RedirectResponse(room.home, 307)))
    routes += reviewing.routes(room, entry.form_secret) + adding.routes(room, entry.form_secret)
    routes += [Route("/openapi.json", lambda _: JSONResponse(described(VIEWS))), Route("/api", partial(_api, show))]
    routes.append(Mount("/static", StaticFiles(directory=HERE / "static")))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, entry=entry)],
        exception_handlers={kind: partial(_failed, show) for kind in (*_STATUS, HTTPException, Exception)},
    )
    app.state.kept = kept
    return app


def _api(show: Shown, request: Request) -> Response:
    views = [{"json": twin(v, "json"), "about": v.about, "asks": v.asks} for v in VIEWS]
    shown = show(request, "api.html", {"title": "API", "views": views, "twins": {}})
    return tagged(request, Response(shown, media_type="text/html"))


def _path(view: View, ending: str) -> str:
    if view.path == "/":
        return f"/overview{ending}" if ending else "/"
    return view.path + ending


def _answered(kept: Kept, show: Shown, view: View, ending: str, request: Request) -> Response:
    values = read_values(view.asks, request.query_params)
    given = {**values, **request.path_params, "exported": ending == ".csv"}
    answer = kept(view, given)
    if ending == ".json":
        return tagged(request, as_json(answer))
    if ending == ".csv":
        return tagged(request, as_csv(answer))
    shown = {**answer.told, **answer.extra, "title": answer.title, "asked": values}
    if ending == ".html":
        return tagged(request, as_file(show(request, view.template, {**shown, "saved": True})))
    return tagged(request, Response(show(request, view.template, shown), media_type="text/html"))


class _Shower:
    """Renders templates for requests, with what every page shows."""

    def __init__(self, room: Room, entry: Entry) -> None:
        self._environment = environment()
        shown = {"room": room, "menu": _PAGES, "names": code_names(), "form_secret": entry.form_secret}
        self._environment.globals.update(shown, types=tuple(modes_of_types()))

    def __call__(self, request: Request, name: str, told: Mapping[str, Any]) -> str:
        path = request.url.path
        query = f"?{request.url.query}" if request.url.query else ""
        twin = "/overview" if path == "/" else path
        twins = {kind: f"{twin}.{kind}{query}" for kind in ("json", "csv", "html")}
        return self._environment.get_template(name).render(
            {"path": path, "twins": twins, "asked": {}, "saved": False, **told}
        )


_STATUS: Mapping[type[Exception], int] = {TacitusError: 400, NotHere: 404, TooMuch: 413}


def _failed(show: Shown, request: Request, error: Exception) -> Response:
    status, message = _told(error)
    if request.url.path.endswith((".json", ".csv")):
        return JSONResponse({"error": message}, status, headers=HEADERS)
    shown = show(request, "error.html", {"title": message, "message": message, "status": status, "twins": {}})
    return Response(shown, status, headers=HEADERS, media_type="text/html")


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, "There is no such page." if error.status_code == 404 else error.detail
    for kind, status in _STATUS.items():
        if isinstance(error, kind):
            message = str(error) or f"Too much at once: at most {MOST_SENT // 1024**2} MB."
            return status, message
    return 500, "Something went wrong here; the terminal that serves this page tells what."
