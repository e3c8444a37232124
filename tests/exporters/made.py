"""A warehouse of a few events, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tacitus.model import (
    Article,
    Coded,
    Entity,
    Event,
    Magnitude,
    Place,
    Quantity,
    Span,
    Status,
    Telling,
    TimeRef,
)  # fmt: skip
from tacitus.storage import Warehouse

TEXT = (
    'Kenya\'s "army" shelled a camp near Garissa on 3 March 2021, killing 12 fighters.\n'
    "Ghana and Togo held talks in Accra; students marched in Lomé.\n"
    "Kenya fined a Nairobi bank. Peru may expel Chile's envoy, Kenya's radio said."
)
KENYA = Entity(Span(0, 5), "Kenya", "state.ken", "Q114", "KEN", ("MIL", "GOV"), kind="state")
FIGHTERS = Entity(Span(67, 75), "al-Shabaab; fighters", None, None, "SOM", ("REB",), kind="group")
GHANA = Entity(Span(82, 87), "Ghana", "state.gha", None, "GHA", ("GOV",), "President", "state")
TOGO = Entity(Span(92, 96), "Togo", "state.tgo", None, "TGO", ("GOV",), kind="state")
STUDENTS = Entity(Span(118, 126), "students", None, None, "TGO", ("EDU",), kind="group")
BANK = Entity(Span(160, 172), "a Nairobi bank", None, None, "KEN", ("BUS",), kind="organisation")
UNION = Entity(Span(0, 5), "European Union", "org.eu", None, "EUR", (), kind="organisation")
PERU = Entity(Span(0, 5), "Peru", "state.per", None, "PER", ("GOV",), kind="state")
GARISSA = Place(Span(38, 45), "Garissa", 197745, -0.4532, 39.646, "Garissa County", "KEN", "city")
ACCRA = Place(Span(111, 116), "Accra", 2306104, 5.556, -0.1969, "Greater Accra", "GHA", "city")
TOGO_PLACE = Place(Span(92, 96), "Togo", 2363686, 8.667, 1.083, None, "TGO", "country")


def day(text: str) -> TimeRef:
    return TimeRef(Span(46, 58), "DATE", text, date=text, precision="day")


def event(
    id_: str, kind: str, actors: tuple[Entity, ...], recipients: tuple[Entity, ...] = (), *, status: Status = "actual",
    time: TimeRef | None = None, place: Place | None = None, contexts: tuple[str, ...] = (), confidence: float = 0.9,
) -> Event:  # fmt: skip
    type_, _, mode = kind.partition("/")
    quads = {"ASSAULT": "material conflict", "CONSULT": "verbal cooperation", "PROTEST": "material conflict",
             "SANCTION": "material conflict", "AID": "material cooperation"}  # fmt: skip
    return Event(
        id_, "kenyan-radio_1", type_, mode or None, quads[type_], -9.5 if type_ == "ASSAULT" else 4.0, status, actors,
        recipients, time, place, None, None, contexts, Span(14, 21), Telling(Span(0, 80), "body"), (), f"en.{id_}",
        ("made by hand",), confidence,
    )  # fmt: skip


EVENTS = (
    replace(
        event("shelling", "ASSAULT/heavy-weapons", (KENYA,), (FIGHTERS,), time=day("2021-03-03"), place=GARISSA,
              contexts=("military",)),
        magnitude=Magnitude(dead=Quantity(12)), mentions=(Telling(Span(142, 158), "body"),),
    ),
    event("talks", "CONSULT", (GHANA, TOGO), time=day("2021-03-05"), place=ACCRA),
    event("march", "PROTEST/demo", (STUDENTS,), place=TOGO_PLACE, confidence=0.6),
    event("fine", "SANCTION", (KENYA,), (BANK,), time=day("2021-03-04")),
    event("fine-again", "SANCTION", (KENYA,), (BANK,), time=day("2021-03-04"), confidence=0.8),
    event("expulsion", "SANCTION/expel", (PERU,), (TOGO,), status="hypothetical"),
    event("money", "AID", (UNION,), (GHANA,), time=TimeRef(Span(46, 58), "DATE", "2021-02", date="2021-02",
          precision="month"), contexts=("economic",)),
)  # fmt: skip
ACTUAL = ("money", "shelling", "fine", "fine-again", "talks", "march")  # in the order of their days


def warehouse_of(folder: Path) -> Path:
    """A warehouse with EVENTS in one article of 9 March 2021."""
    article = Article(
        "kenyan-radio_1", TEXT, "https://radio.example/1", "Radio Example", "News", date(2021, 3, 9), "en"
    )
    path = folder / "made.duckdb"
    with Warehouse(path) as warehouse:
        warehouse.put(Coded(article, EVENTS, places=(GARISSA, ACCRA)))
    return path
