"""Answers as responses: HTML through templates, JSON, CSV; each with an ETag."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from tacitus.web.charts import plotted
from tacitus.web.views import Answer

HERE = Path(__file__).parent
_encode = msgspec.json.Encoder(enc_hook=str).encode
# Marks that turn the direction of text are shown, not obeyed: a report must not dress up the page around it.
_UNSEEN = dict.fromkeys((*range(8234, 8239), *range(8294, 8298), 0), "�")
# What is shown is escaped, so that these tags are the templates' own.
_INTO_ROOM = re.compile(r'<a\b[^>]* href="/[^"]*"')
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would reckon with it


def environment() -> Environment:
    """The templates; everything that they show is escaped."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=_day, number=_number, signed=_signed, link=link, share=_share)
    sheet = (HERE / "static" / "room.css").read_text(encoding="utf-8")
    made.globals.update(plotted=plotted, quads=QUADS, sheet=Markup(sheet))
    return made


QUADS = {"verbal cooperation": "vcoop", "material cooperation": "mcoop", "verbal conflict": "vconf",
         "material conflict": "mconf"}  # fmt: skip


def as_json(answer: Answer) -> Response:
    """Everything that the page tells."""
    return Response(_encode({"title": answer.title, **answer.told}), media_type="application/json")


def as_csv(answer: Answer) -> Response:
    """The table of the page, lists joined with a bar; cells that a spreadsheet would reckon with begin with a quote."""
    out = io.StringIO()
    names = list(dict.fromkeys(name for row in answer.table for name in row))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in answer.table)
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8")


def as_file(page: str) -> Response:
    """A page as one file that needs nothing else: its links led into the room and lead nowhere now."""
    alone = _INTO_ROOM.sub("<a", _FORM.sub("", page))
    headers = {"Content-Disposition": 'attachment; filename="tacitus.html"'}
    return Response(alone, media_type="text/html", headers=headers)


def tagged(request: Request, response: Response) -> Response:
    """The response with its ETag, or 304 where the reader has it already."""
    tag = f'"{hashlib.blake2b(bytes(response.body), digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def _shown(value: Any) -> Any:
    if value is None:
        return ""
    return value.translate(_UNSEEN) if isinstance(value, str) and not isinstance(value, Markup) else value


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, (list, tuple)):
        value = "|".join(str(part) for part in value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _day(value: Any) -> str:
    """A day in words: 4 March 2019; what is no day stays as it is."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else str(value or "")


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def _signed(value: float | None) -> str:
    return "" if value is None else f"{value:+.1f}".replace("-", "\N{MINUS SIGN}")


def _share(value: float) -> str:
    return f"{value:.0%}"


def link(path: str | Sequence[str], query: Mapping[str, Any] | None = None) -> str:
    """An address on this site; each part of a path is quoted, empty values of the query are left out."""
    whole = path if isinstance(path, str) else "/" + "/".join(quote(part, safe="") for part in path)
    kept = {name: _joined(value) for name, value in (query or {}).items() if value not in (None, "", [], False)}
    return f"{whole}?{urlencode(kept)}" if kept else whole


def _joined(value: Any) -> str:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return "1" if value is True else str(value)
    return "|".join(str(part) for part in value)
