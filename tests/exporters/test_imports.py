"""Events of other datasets stand in the warehouse beside those that were coded."""

from __future__ import annotations

import csv
import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import tacitus
from tacitus.errors import InputError
from tacitus.exporters.mapping import columns_of
from tacitus.storage import Warehouse
from tacitus.storage.importing import Imported

POLECAT = {
    "Event ID": "20190007_2", "Event Date": "2019-07-02", "Event Type": "SANCTION", "Event Mode": "expel",
    "Contexts": "diplomatic; trade", "Actor Name": "Iceland; None", "Actor Country": "ISL; NOR",
    "Actor Sectors": "GOV; GOV|LEG", "Actor Title": "None; None", "Actor Name Raw": "Iceland; Oslo lawmakers",
    "Recipient Name": "None", "Recipient Name Raw": "None", "Recipient Country": "None", "Placename": "Akureyri",
    "Country": "ISL", "Latitude": "65.68", "Longitude": "-18.1", "GeoNames ID": "2633274", "Feature Type": "PPLA",
    "Source": "Dagur", "Publication Date": "2019-07-03", "Language": "IS",
}  # fmt: skip
ICEWS = {
    "Event ID": "41", "Event Date": "2008-11-30", "Source Name": "Police (Fiji)", "Source Sectors": "Police,Government",
    "Source Country": "Fiji", "Event Text": "Arrest, detain, or charge with legal action", "CAMEO Code": "173",
    "Intensity": "-5", "Target Name": "Citizen (Fiji)",
    "Target Sectors": "General Population / Civilian / Social,Social",
    "Target Country": "Fiji", "Story ID": "77", "Sentence Number": "3", "Publisher": "Fiji Sun", "City": "Suva",
    "Province": "Central", "Country": "Fiji", "Latitude": "-18.14", "Longitude": "178.44",
}  # fmt: skip
GDELT = {
    "GLOBALEVENTID": "900", "SQLDATE": "20180912", "MonthYear": "201809", "Year": "2018", "Actor1Code": "ROMMIL",
    "Actor1Name": "BUCHAREST", "Actor1CountryCode": "ROM", "Actor1Type1Code": "MIL", "Actor2Code": "IGOUNO",
    "Actor2Name": "UNITED NATIONS", "Actor2KnownGroupCode": "UNO", "Actor2Type1Code": "IGO", "EventCode": "0874",
    "EventRootCode": "08", "GoldsteinScale": "10", "ActionGeo_Type": "4", "ActionGeo_FullName": "Bamako, Bamako, Mali",
    "ActionGeo_CountryCode": "ML", "ActionGeo_Lat": "12.65", "ActionGeo_Long": "-8", "DATEADDED": "20180913001500",
    "SOURCEURL": "https://news.example/mali",
}  # fmt: skip
ROWS = {"polecat": POLECAT, "icews": ICEWS, "gdelt": GDELT}


def lines_of(name: str, *changes: dict[str, str], header: bool = True) -> str:
    columns = list(columns_of(name))
    rows = [columns] if header and name != "gdelt" else []
    rows += [[(ROWS[name] | change).get(column, "") for column in columns] for change in changes]
    return "".join("\t".join(row) + "\n" for row in rows)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "news.duckdb"


def take_in(warehouse: Path, file: Path, **given: Any) -> tuple[Imported, list[dict[str, Any]]]:
    with tacitus.open_warehouse(warehouse, read_only=False) as opened:
        done = tacitus.import_events(opened, file, **given)
        return done, list(opened.records("events"))


def file_of(folder: Path, name: str, *changes: dict[str, str]) -> Path:
    path = folder / f"{name}.tsv"
    path.write_text(lines_of(name, *(changes or ({},))), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "kind", "score", "day", "actors", "recipients", "place"),
    [
        ("polecat", "SANCTION/expel", -5.5, "2019-07-02", [("ISL", ["GOV"]), ("NOR", ["GOV", "LEG"])], [],
         ("Akureyri", "ISL", "city")),
        ("icews", "COERCE/arrest", -7, "2008-11-30", [("FJI", ["COP", "GOV"])], [("FJI", ["CVL"])],
         ("Suva", "FJI", "city")),
        ("gdelt", "RETREAT/withdraw", 8, "2018-09-12", [("ROU", ["MIL"])], [("UNO", [])], ("Bamako", "MLI", "city")),
    ],
)  # fmt: skip
def test_a_row_becomes_an_event_in_our_codes(
    warehouse: Path, tmp_path: Path, *, name: str, kind: str, score: float, day: str, actors: object,
    recipients: object, place: object,
) -> None:  # fmt: skip
    done, (event,) = take_in(warehouse, file_of(tmp_path, name))
    assert (done.dataset, done.taken, done.broken) == (name, 1, 0)
    assert (event["type"] + "/" + event["mode"], event["score"], event["date"]) == (kind, score, day)
    assert [(entity["code"], entity["sectors"]) for entity in event["actors"]] == actors
    assert [(entity["code"], entity["sectors"]) for entity in event["recipients"]] == recipients
    assert (event["place"]["name"], event["place"]["country"], event["place"]["precision"]) == place
    assert (event["frame"], event["status"]) == (f"import.{name}", "actual")


def test_the_report_keeps_its_address_publisher_and_day(warehouse: Path, tmp_path: Path) -> None:
    take_in(warehouse, file_of(tmp_path, "gdelt"))
    query = "SELECT uri, publisher, published::VARCHAR, text, knowledge FROM articles"
    with Warehouse(warehouse, read_only=True) as opened:
        assert opened.connection.execute(query).fetchall() == [
            ("https://news.example/mali", "news.example", "2018-09-13", "", "import.gdelt")
        ]


@pytest.mark.parametrize("name", ROWS)
def test_the_same_file_again_changes_nothing(warehouse: Path, tmp_path: Path, name: str) -> None:
    _, before = take_in(warehouse, file_of(tmp_path, name))
    done, after = take_in(warehouse, file_of(tmp_path, name))
    assert (done.taken, done.held) == (0, 1)
    assert before == after


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("polecat", {"Event Type": "SPEAK"}, "'SPEAK' is no PLOVER type"),
        ("polecat", {"Event Date": "July"}, "Event Date: 'July' is no day"),
        ("icews", {"CAMEO Code": "---"}, "'---' is no CAMEO code"),
        ("gdelt", {"ActionGeo_Lat": "north"}, "ActionGeo_Lat: 'north' is no number"),
        ("gdelt", {"SQLDATE": "20181301"}, "SQLDATE: '20181301' is no day"),
    ],
)
def test_a_broken_row_is_told_with_its_line_and_the_rest_goes_on(
    warehouse: Path, tmp_path: Path, name: str, change: dict[str, str], fault: str
) -> None:
    faults: list[tuple[int, str]] = []
    file = file_of(tmp_path, name, change, {})
    done, events = take_in(warehouse, file, tell=lambda line, message: faults.append((line, message)))
    assert faults == [(1 if name == "gdelt" else 2, fault)]
    assert (done.taken, done.broken, len(events)) == (1, 1, 1)


def test_rows_with_other_numbers_of_columns_or_bytes_that_are_no_utf_8_are_broken(
    warehouse: Path, tmp_path: Path
) -> None:
    file, faults = tmp_path / "events.txt", []
    good = lines_of("polecat", {}, header=False).encode()
    file.write_bytes(
        lines_of("polecat").encode() + b"a\tb\n" + good.replace(b"Dagur", b"D\xe1gur") + good[:-1] + b"\t\t\n"
    )
    done, _ = take_in(warehouse, file, tell=lambda line, message: faults.append((line, message)))
    assert faults == [(2, "2 columns instead of 40"), (3, "not UTF-8")]
    assert done.taken == 1


def test_a_header_with_names_too_many_over_rows_of_40_is_read_by_position(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.txt"
    header = "\t".join(["Headline", *columns_of("polecat")])
    file.write_text(f"{header}\n{lines_of('polecat', {}, header=False)}", encoding="utf-8")
    _, (event,) = take_in(warehouse, file)
    assert (event["type"], event["place"]["geonameid"]) == ("SANCTION", 2633274)


def test_a_column_that_is_missing_is_told(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.txt"
    file.write_text(lines_of("polecat", {}).replace("Intensity", "Strength"), encoding="utf-8")
    with pytest.raises(InputError, match="no column 'Intensity'"):
        take_in(warehouse, file)


def test_statements_are_left_out_since_plover_has_none(warehouse: Path, tmp_path: Path) -> None:
    done, events = take_in(warehouse, file_of(tmp_path, "icews", {"CAMEO Code": "012"}, {"CAMEO Code": "0251"}))
    assert (done.left_out, [event["type"] for event in events]) == (1, ["REQUEST"])


def test_a_mode_that_we_do_not_have_is_told_in_the_reasons(warehouse: Path, tmp_path: Path) -> None:
    _, (event,) = take_in(warehouse, file_of(tmp_path, "polecat", {"Event Mode": "shun"}))
    assert event["mode"] is None
    assert event["because"] == ["import.polecat: SANCTION/shun", "import.polecat: mode 'shun' is not known"]


def test_packed_files_are_read(warehouse: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "20180913.export.CSV.zip", "w") as archive:
        archive.writestr("20180913.export.CSV", lines_of("gdelt", {}))
    (tmp_path / "events.tab.gz").write_bytes(gzip.compress(lines_of("icews", {}).encode()))
    take_in(warehouse, tmp_path / "20180913.export.CSV.zip")
    done, events = take_in(warehouse, tmp_path / "events.tab.gz")
    assert (done.taken, {event["frame"] for event in events}) == (1, {"import.gdelt", "import.icews"})


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_files_that_quote_are_read_too(warehouse: Path, tmp_path: Path, delimiter: str) -> None:
    rows = (line.split("\t") for line in lines_of("icews", {"Publisher": "Fiji, Sun"}).splitlines())
    with (tmp_path / "again.txt").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    done, _ = take_in(warehouse, tmp_path / "again.txt")
    assert (done.dataset, done.taken, done.broken) == ("icews", 1, 0)
    with Warehouse(warehouse, read_only=True) as opened:
        assert opened.connection.execute("SELECT publisher FROM articles").fetchall() == [("Fiji, Sun",)]


def test_a_file_of_no_dataset_is_told(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("name,size\nLima,10\n", encoding="utf-8")
    with pytest.raises(InputError, match="its 2 columns are those of no dataset"):
        take_in(warehouse, tmp_path / "other.csv")
    with pytest.raises(InputError, match="cannot be read"):
        take_in(warehouse, tmp_path / "missing.csv")


def test_polecat_exported_and_imported_keeps_what_happened_when_where_and_between_whom(
    made: Warehouse, warehouse: Path, tmp_path: Path
) -> None:
    def kept(event: dict[str, Any]) -> str:
        place = event["place"] and {key: event["place"][key] for key in ("name", "country", "geonameid", "lat", "lon")}
        sides = [[(e["code"], e["sectors"]) for e in event[side]] for side in ("actors", "recipients")]
        return json.dumps([event["type"], event["mode"], event["contexts"], place, sides])

    tacitus.export(made, tmp_path / "a.polecat.tsv")
    _, back = take_in(warehouse, tmp_path / "a.polecat.tsv")
    actual = [event for event in made.records("events") if event["status"] == "actual"]
    assert sorted(map(kept, back)) == sorted(map(kept, actual))
    dated = {event["date"] for event in actual if event["date_precision"] == "day"}
    assert {event["date"] for event in back} == dated | {"2021-02-01", "2021-03-09"}


def test_imported_events_are_exported_as_any_other(warehouse: Path, tmp_path: Path) -> None:
    take_in(warehouse, file_of(tmp_path, "gdelt"))
    with tacitus.open_warehouse(warehouse) as opened:
        assert tacitus.export(opened, tmp_path / "again.export.CSV") == 1
    _, (again,) = take_in(tmp_path / "other.duckdb", tmp_path / "again.export.CSV")
    assert (again["type"], again["mode"], again["actors"][0]["code"]) == ("RETREAT", "withdraw", "ROU")
