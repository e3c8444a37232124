"""What is exported is read back by readers that know nothing of tacitus."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import polars
import pytest
import rdflib
from icalendar import Calendar
from made import ACTUAL, EVENTS

import tacitus
from tacitus.errors import InputError
from tacitus.exporters.mapping import columns_of
from tacitus.exporters.registry import FORMATS, format_for
from tacitus.storage import Warehouse

# The columns as Dataverse and the GDELT codebook give them.
POLECAT = """Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|
Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|
Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|
Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|
Publication Date|Story People|Story Organizations|Story Locations|Language|Version""".replace("\n", "").split("|")
ICEWS = """Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|
Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|
Longitude""".replace("\n", "").split("|")
ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
         "Type2Code", "Type3Code")  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT = [
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO), "DATEADDED", "SOURCEURL",
]  # fmt: skip
MENTIONS = [
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset",
    "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo",
    "Extras",
]  # fmt: skip
NUMBERS = {"BIGINT": int, "DOUBLE": float, "DATE": date.fromisoformat, "VARCHAR": str}


def tabbed(path: Path, header: list[str] | None = None) -> list[dict[str, str]]:
    """The rows of a file as pandas or R read it: quotation marks count."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t"))
    names = header or rows.pop(0)
    assert {len(row) for row in rows} == {len(names)}
    return [dict(zip(names, row, strict=True)) for row in rows]


def exported(made: Warehouse, target: Path, form: str, **chosen: Any) -> Path:
    tacitus.export(made, target, tacitus.Selection(**chosen), form=form)
    return target


@pytest.mark.parametrize(
    ("form", "columns", "count", "header"),
    [("polecat", POLECAT, 40, True), ("icews", ICEWS, 20, True), ("gdelt", GDELT, 61, False),
     ("gdelt-mentions", MENTIONS, 16, False)],
)  # fmt: skip
def test_foreign_formats_have_their_columns_by_name_count_and_type(
    made: Warehouse, target: Path, form: str, columns: list[str], count: int, header: bool
) -> None:
    rows = tabbed(exported(made, target, form), None if header else columns)
    assert len(columns) == count
    assert list(columns_of(form)) == columns
    assert list(rows[0]) == columns
    for row in rows:
        for name, kind in columns_of(form).items():
            assert row[name] == "" or NUMBERS[kind](row[name]) is not None


def test_polecat_has_a_row_an_event_with_its_actors_joined(made: Warehouse, target: Path) -> None:
    rows = {row["Event ID"].rpartition("_")[2]: row for row in tabbed(exported(made, target, "polecat"))}
    assert tuple(rows) == ACTUAL
    talks, shelling = rows["talks"], rows["shelling"]
    assert (talks["Actor Name"], talks["Actor Country"], talks["Actor COW"]) == ("Ghana; Togo", "GHA; TGO", "452; 461")
    assert (talks["Actor Title"], talks["Recipient Name"]) == ("President; None", "None")
    assert (shelling["Event Type"], shelling["Event Mode"]) == ("ASSAULT", "heavy-weapons")
    assert (shelling["Quad Code"], shelling["Actor Sectors"]) == ("MATERIAL CONFLICT", "MIL|GOV")
    assert (shelling["City"], shelling["Country"], shelling["GeoNames ID"]) == ("Garissa", "KEN", "197745")
    assert shelling["Recipient Name"] == "al-Shabaab, fighters"


def test_gdelt_has_a_row_a_pair_and_a_mutual_event_goes_both_ways(made: Warehouse, target: Path) -> None:
    rows = tabbed(exported(made, target, "gdelt"), GDELT)
    pairs = [(row["Actor1Code"], row["EventCode"], row["Actor2Code"]) for row in rows]
    assert pairs == [
        ("EECIGO", "071", "GHAGOV"), ("KENMILGOV", "194", "SOMREB"), ("KENMILGOV", "160", "KENBUS"),
        ("KENMILGOV", "160", "KENBUS"), ("GHAGOV", "040", "TGOGOV"), ("TGOGOV", "040", "GHAGOV"),
        ("TGOEDU", "141", ""),
    ]  # fmt: skip
    shelling = rows[1]
    assert (shelling["SQLDATE"], shelling["GoldsteinScale"], shelling["QuadClass"]) == ("20210303", "-10", "4")
    assert (shelling["NumMentions"], shelling["ActionGeo_CountryCode"]) == ("2", "KE")
    assert shelling["ActionGeo_FullName"] == "Garissa, Garissa County, Kenya"
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)


def test_mentions_lead_to_the_events(made: Warehouse, tmp_path: Path) -> None:
    events = tabbed(exported(made, tmp_path / "20210309.export.CSV", "gdelt"), GDELT)
    mentions = tabbed(exported(made, tmp_path / "20210309.mentions.CSV", "gdelt-mentions"), MENTIONS)
    shelling = [m for m in mentions if m["GLOBALEVENTID"] == events[1]["GLOBALEVENTID"]]
    assert {m["GLOBALEVENTID"] for m in mentions} == {e["GLOBALEVENTID"] for e in events}
    assert [(m["Actor1CharOffset"], m["Actor2CharOffset"], m["ActionCharOffset"]) for m in shelling] == [
        ("0", "67", "14"), ("-1", "-1", "142"),
    ]  # fmt: skip


def test_icews_names_countries_sectors_and_codes_in_its_own_way(made: Warehouse, target: Path) -> None:
    row = tabbed(exported(made, target, "icews"))[1]
    assert (row["Source Name"], row["Source Sectors"], row["Source Country"]) == (
        "Kenya",
        "Military,Government",
        "Kenya",
    )
    assert (row["Event Text"], row["CAMEO Code"], row["Intensity"]) == ("Fight with artillery and tanks", "194", "-10")


def test_json_lines_are_what_coding_writes(made: Warehouse, target: Path) -> None:
    lines = (
        exported(made, target, "jsonl", statuses=("actual", "hypothetical")).read_text(encoding="utf-8").splitlines()
    )
    assert {row["id"]: row for row in map(json.loads, lines)} == {row["id"]: row for row in made.records("events")}


def test_plover_is_one_array(made: Warehouse, target: Path) -> None:
    records = json.loads(exported(made, target, "plover").read_text(encoding="utf-8"))
    assert [record["id"] for record in records] == list(ACTUAL)
    assert records[1]["actor"][0]["sector"] == ["MIL", "GOV"]
    assert (records[1]["auxiliary"], records[0]["date"]) == ("actual", "2021-02-01")


def test_csv_and_parquet_are_read_by_polars(made: Warehouse, tmp_path: Path) -> None:
    flat = polars.read_csv(exported(made, tmp_path / "a.csv", "csv"))
    whole = polars.read_parquet(exported(made, tmp_path / "a.parquet", "parquet"))
    assert flat["id"].to_list() == whole["id"].to_list() == list(ACTUAL)
    assert whole.schema["score"] == polars.Float64
    assert whole.schema["published"] == polars.Date
    assert whole["actors"][4].to_list()[1]["name"] == "Togo"
    assert flat["actor_codes"].to_list()[4] == "GHA; TGO"


def test_geojson_keeps_the_rules_of_rfc_7946(made: Warehouse, target: Path) -> None:
    found = json.loads(exported(made, target, "geojson").read_text(encoding="utf-8"))
    assert set(found) == {"type", "features"}
    assert found["type"] == "FeatureCollection"
    assert [feature["id"] for feature in found["features"]] == ["shelling", "talks", "march"]
    for feature in found["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        assert isinstance(feature["properties"], dict)
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
    assert found["features"][0]["geometry"]["coordinates"] == [39.646, -0.4532]


def test_graphml_is_read_by_networkx(made: Warehouse, target: Path) -> None:
    graph = networkx.read_graphml(exported(made, target, "graphml"))
    assert set(graph.edges) == {("EUR", "GHA"), ("GHA", "TGO"), ("KEN", "KEN"), ("KEN", "SOM"), ("TGO", "GHA")}
    assert graph.edges["KEN", "SOM"]["material_conflict"] == 1
    assert graph.edges["KEN", "KEN"]["events"] == 2
    assert graph.nodes["SOM"]["name"] == "Somalia"


def test_json_ld_is_read_by_rdflib_as_sem(made: Warehouse, target: Path) -> None:
    graph = rdflib.Graph().parse(exported(made, target, "jsonld"), format="json-ld")
    sem = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    shelling = rdflib.URIRef("urn:tacitus:event:shelling")
    assert len(set(graph.subjects(rdflib.RDF.type, sem.Event))) == len(ACTUAL)
    assert graph.value(shelling, sem.eventType) == rdflib.URIRef("urn:plover:ASSAULT/heavy-weapons")
    assert graph.value(shelling, sem.hasPlace) == rdflib.URIRef("https://sws.geonames.org/197745/")
    assert graph.value(shelling, sem.hasEarliestBeginTimeStamp).toPython() == date(2021, 3, 3)
    assert rdflib.URIRef("http://www.wikidata.org/entity/Q114") in set(graph.objects(shelling))


def test_a_calendar_is_read_by_icalendar(made: Warehouse, target: Path) -> None:
    raw = exported(made, target, "ical").read_bytes()
    entries = Calendar.from_ical(raw).walk("VEVENT")
    assert [str(entry["UID"]) for entry in entries] == [f"{id_}@tacitus" for id_ in ACTUAL]
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    money, shelling = entries[0], entries[1]
    assert (money.decoded("DTSTART"), money.decoded("DTEND")) == (date(2021, 2, 1), date(2021, 3, 1))
    assert str(shelling["SUMMARY"]) == "ASSAULT/heavy-weapons: Kenya > al-Shabaab; fighters"
    assert "Kenya's" in str(shelling["DESCRIPTION"])


@pytest.mark.parametrize(
    ("ids", "chosen"),
    [
        (ACTUAL, {}),
        (("money", "shelling", "fine", "talks", "march"), {"one_a_day": True}),
        (("shelling", "fine", "fine-again", "talks"), {"between_states": True}),
        (("shelling", "talks"), {"between_states": True, "no_self": True}),
        (("money", "shelling", "talks", "march"), {"no_self": True}),
        (("expulsion",), {"statuses": ("hypothetical",)}),
        (("talks", "march"), {"since": date(2021, 3, 5)}),
        (("money",), {"until": date(2021, 3, 1)}),
        (("march",), {"types": ("PROTEST/demo",)}),
        (("money",), {"types": ("AID", "ASSAULT/aerial")}),
        (("shelling", "fine", "fine-again"), {"countries": ("KEN",)}),
        (("money", "talks"), {"quads": ("material cooperation", "verbal cooperation")}),
        (("march",), {"places": ("TGO",)}),
        (("money", "shelling", "fine", "talks"), {"min_confidence": 0.9}),
        ((), {"countries": ("MNG",)}),
    ],
)  # fmt: skip
def test_a_selection_is_the_same_for_all_formats(
    made: Warehouse, target: Path, ids: tuple[str, ...], chosen: dict[str, Any]
) -> None:
    count = tacitus.export(made, target, tacitus.Selection(**chosen), form="jsonl")
    lines = target.read_text(encoding="utf-8").splitlines()
    assert (tuple(json.loads(line)["id"] for line in lines), count) == (ids, len(ids))


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_chosen_is_a_whole_file_too(made: Warehouse, target: Path, form: str) -> None:
    assert tacitus.export(made, target, tacitus.Selection(countries=("MNG",)), form=form) == 0
    assert target.exists()
    assert not target.with_name("out.part").exists()


def test_pairs_of_countries_alone_leave_out_other_pairs(made: Warehouse, target: Path) -> None:
    rows = tabbed(exported(made, target, "gdelt", between_states=True, no_self=True), GDELT)
    assert {(row["Actor1CountryCode"], row["Actor2CountryCode"]) for row in rows} == {
        ("KEN", "SOM"), ("GHA", "TGO"), ("TGO", "GHA"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "file"),
    [("gdelt", "x.export.CSV"), ("gdelt-mentions", "x.mentions.CSV"), ("csv", "x.csv"), ("ical", "x.ics"),
     ("polecat", "x.polecat.tsv"), ("plover", "x.json")],
)  # fmt: skip
def test_an_ending_tells_the_format(name: str, file: str) -> None:
    assert format_for(Path(file)).name == name


def test_what_cannot_be_told_or_written_is_told(made: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="add --format"):
        tacitus.export(made, tmp_path / "x.tsv")
    with pytest.raises(InputError, match="name another file"):
        tacitus.export(made, tmp_path / "missing" / "x.csv")
    with pytest.raises(InputError, match="did you mean ASSAULT"):
        tacitus.Selection(types=("ASSULT",))


def test_all_modes_have_a_cameo_code() -> None:
    from tacitus.exporters.mapping import kinds, rows_of
    from tacitus.knowledge import DATA
    from tacitus.knowledge.ontology import load_ontology

    types = load_ontology(DATA).types
    assert kinds() == {*types, *(f"{name}/{mode}" for name, kind in types.items() for mode in kind.modes)}
    assert {row["cameo"] for row in rows_of("plover")} <= {row["code"] for row in rows_of("cameo")}
    assert {row["type"] for row in rows_of("types")} == set(types)
    assert len(EVENTS) == len(ACTUAL) + 1
