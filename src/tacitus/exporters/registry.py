"""The formats that warehouses can be exported to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tacitus.errors import InputError
from tacitus.exporters import gdelt, geojson, graphml, icalendar, icews, json_records, jsonld, plain_tables, polecat
from tacitus.exporters.formats import Format

_ALL = (
    polecat.FORMAT, gdelt.EVENTS, gdelt.MENTIONS, icews.FORMAT, json_records.PLOVER, json_records.LINES,
    plain_tables.CSV, plain_tables.PARQUET, geojson.FORMAT, graphml.FORMAT, jsonld.FORMAT, icalendar.FORMAT,
)  # fmt: skip
FORMATS: Mapping[str, Format] = {form.name: form for form in _ALL}


def format_for(target: Path, name: str | None = None) -> Format:
    """The format of that name or, without one, that the file's ending can only mean; InputError where there is none.

    >>> format_for(Path("20240516.export.CSV")).name
    'gdelt'
    """
    if name is not None:
        if name not in FORMATS:
            raise InputError(f"no format '{name}'; there are {', '.join(FORMATS)}")
        return FORMATS[name]
    fitting = [
        (ending, form) for form in _ALL for ending in form.endings if target.name.lower().endswith(ending)
    ]  # the longest ending says most
    if not fitting:
        raise InputError(f"{target}: its ending does not tell the format; add --format with {', '.join(FORMATS)}")
    return max(fitting, key=lambda pair: len(pair[0]))[1]
