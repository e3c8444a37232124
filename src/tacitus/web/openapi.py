"""The description of the HTTP API (OpenAPI 3.1), made from the pages themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from tacitus.web.asking import MOST_CHARACTERS, Asks
from tacitus.web.views import View

_NAME = re.compile(r"\{(\w+)\}")
_SCHEMAS: dict[str, dict[str, Any]] = {
    "text": {"type": "string", "maxLength": MOST_CHARACTERS},
    "list": {"type": "string", "maxLength": MOST_CHARACTERS, "description": "values joined with |"},
    "day": {"type": "string", "format": "date"},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "count": {"type": "integer", "minimum": 1, "maximum": 1_000_000},
    "code": {"type": "string", "pattern": "^[A-Za-z]{3}$"},
    "flag": {"type": "string", "enum": ["0", "1"]},
}
_ERRORS = {
    "400": "a value that cannot be read; the message names it",
    "401": "the token is missing (only where the room asks for one)",
    "404": "what the address names is not in the warehouse",
}
_MEDIA = {"json": "application/json", "csv": "text/csv"}


def described(views: Sequence[View]) -> dict[str, Any]:
    """The description of all that can be asked for as JSON and CSV."""
    paths = {twin(view, kind): {"get": _operation(view, kind)} for view in views for kind in _MEDIA}
    told = "Every page of the reading room as JSON and CSV; the same addresses without the ending are the pages."
    return {
        "openapi": "3.1.0",
        "info": {"title": "tacitus", "version": version("tacitus"), "description": told},
        "paths": paths,
        "components": {
            "schemas": {
                "Error": {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def twin(view: View, kind: str) -> str:
    """The path of a page as JSON or CSV."""
    return f"/overview.{kind}" if view.path == "/" else f"{view.path}.{kind}"


def _operation(view: View, kind: str) -> dict[str, Any]:
    named = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
             for name in _NAME.findall(view.path)]  # fmt: skip
    own = view.template.removesuffix(".html")
    schema = {"type": "object"} if kind == "json" else {"type": "string"}
    wrong = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "operationId": f"{own}_{kind}",
        "summary": view.about,
        "parameters": named + [_parameter(asks) for asks in view.asks],
        "responses": {
            "200": {"description": view.about, "content": {_MEDIA[kind]: {"schema": schema}}},
            "304": {"description": "as in the ETag that was sent"},
            **{status: {"description": told, "content": wrong} for status, told in _ERRORS.items()},
        },
    }


def _parameter(asks: Asks) -> dict[str, Any]:
    return {"name": asks.name, "in": "query", "description": asks.meaning, "schema": _SCHEMAS[asks.kind]}
