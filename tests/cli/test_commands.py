"""The command line: what goes in, what comes out, and what is said where something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tacitus import cli
from tacitus.api import Coder

RAID = "Gunmen attacked a village near Maiduguri on Tuesday, killing 14 farmers, police said."
TALKS = "Finland's president visited Norway on Monday."


@dataclass
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(coder: Coder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process, with the coder that is loaded already."""
    for module in ("running.local", "cli.evaluating", "cli.explaining", "cli.linting"):
        monkeypatch.setattr(f"tacitus.{module}.load", lambda *_, **__: coder)
    monkeypatch.setattr("tacitus.cli.showing.ERRORS._width", 400, raising=False)

    def call(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["tacitus", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return call


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    path = tmp_path / "raid.txt"
    path.write_text(RAID + "\n", encoding="utf-8")
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    articles = [{"id": "a", "text": RAID, "date": "2022-08-12"}, {"id": "b", "text": TALKS, "date": "2023-02-01"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
    return path


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def test_a_text_file_gives_events_with_the_date_it_was_given(run: Run, raid: Path) -> None:
    ended = run("code", raid, "--date", "2022-08-12")
    assert ended.code == 0
    assert [(e["type"], e["date"]) for e in lines(ended.out)] == [("ASSAULT", "2022-08-09")]


def test_a_folder_is_read_file_by_file(run: Run, raid: Path) -> None:
    (raid.parent / "talks.txt").write_text(TALKS, encoding="utf-8")
    ended = run("code", raid.parent, "--date", "2022-08-12")
    assert [e["type"] for e in lines(ended.out)] == ["ASSAULT", "CONSULT"]


def test_rows_keep_their_ids(run: Run, rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    assert run("code", rows, "-o", out).code == 0
    assert [e["article"] for e in lines(out.read_text(encoding="utf-8"))] == ["a", "b"]


def test_events_less_sure_than_asked_for_are_left_out(run: Run, rows: Path, tmp_path: Path) -> None:
    sure = {str(event["id"]): float(str(event["confidence"])) for event in lines(run("code", rows).out)}
    for least in (0.0, *sure.values(), 1.0):
        kept = [event["id"] for event in lines(run("code", rows, "--min-confidence", str(least)).out)]
        assert kept == [id_ for id_, confidence in sure.items() if confidence >= least]
    assert run("code", rows, "--min-confidence", "1.5").code == 2


def test_a_folder_gets_all_records_and_is_resumed(run: Run, rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "records"
    assert run("code", rows, "-o", out).code == 0
    whole = {path.name: path.read_bytes() for path in out.iterdir()}
    assert {"events.jsonl", "quotes.jsonl", "figures.jsonl", "articles.jsonl"} == set(whole)
    articles = whole["articles.jsonl"].splitlines(keepends=True)
    (out / "articles.jsonl").write_bytes(articles[0] + articles[1][:20])
    assert run("code", rows, "-o", out, "--resume").code == 0
    assert whole == {path.name: path.read_bytes() for path in out.iterdir()}


def test_a_warehouse_is_filled_resumed_merged_and_asked(run: Run, rows: Path, raid: Path, tmp_path: Path) -> None:
    news, more, folder = tmp_path / "news.duckdb", tmp_path / "more.duckdb", tmp_path / "by-month"
    assert run("code", rows, "-o", news).code == 0
    assert run("code", rows, "-o", news, "--resume").code == 0
    assert run("code", raid, "--date", "2022-08-12", "-o", more).code == 0
    assert "articles taken in: 1" in run("merge", news, more).err
    assert run("merge", folder, news).code == 0
    asked = run("query", folder, "months", "since=2022-01-01")
    assert asked.out.splitlines()[0] == '"month","quad","events","mean_score"'
    assert '"n"\n3\n' in run("query", news, "--sql", "SELECT count(*) AS n FROM articles").out
    assert "Maiduguri" in run("query", news, "--search", "Maiduguri").out
    assert "casualties" in run("query").out


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        ("no such warehouse; make one with", ["query", "none.duckdb", "pairs"]),
        ("ask one thing", ["query", "none.duckdb"]),
        ("no such warehouse", ["merge", "new.duckdb", "none.duckdb"]),
        ("name a .duckdb file to merge into", ["merge", "new.csv", "none.duckdb"]),
    ],
)
def test_a_warehouse_that_cannot_be_asked_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: str, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run(*arguments)
    assert ended.code == 2
    assert message in ended.err


def test_a_warehouse_keeps_events_of_every_confidence(run: Run, rows: Path, tmp_path: Path) -> None:
    ended = run("code", rows, "-o", tmp_path / "news.duckdb", "--min-confidence", "0.5")
    assert ended.code == 2
    assert "a warehouse keeps every event" in ended.err


def test_resume_without_a_folder_is_refused(run: Run, raid: Path) -> None:
    ended = run("code", raid, "--resume")
    assert ended.code == 2
    assert "needs a folder" in ended.err


def broken(path: Path) -> dict[str, bytes]:
    return {
        "empty.txt": b"",
        "binary.txt": b"\x00\x01\x02" * 100,
        "line.txt": b"word " * 2_100_000,
        "page.pdf": b"%PDF-1.7 ...",
    }


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "line.txt", "page.pdf"])
def test_a_bad_input_is_named_and_the_rest_is_coded(run: Run, raid: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(broken(tmp_path)[name])
    ended = run("code", path, raid, "--date", "2022-08-12")
    assert ended.code == 1
    assert name in ended.err.replace("\n", "")
    assert [e["type"] for e in lines(ended.out)] == ["ASSAULT"]


def test_what_is_not_utf_8_is_coded_with_a_word_of_warning_or_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Gunmen attacked a café in Bogotá on Tuesday.".encode("latin-1"))
    ended = run("code", path, "--date", "2022-08-12")
    assert ended.code in (0, 2)
    assert ended.err.strip()


def test_no_such_file_is_named_and_nothing_done_is_2(run: Run, tmp_path: Path) -> None:
    ended = run("code", tmp_path / "missing.txt")
    assert ended.code == 2
    assert "missing.txt: no such file" in ended.err.replace("\n", "")


def test_a_broken_row_is_named_by_its_number(run: Run, rows: Path) -> None:
    first, second = rows.read_text(encoding="utf-8").splitlines()
    rows.write_text(f"{first}\n{{broken\n{second}\n", encoding="utf-8")
    ended = run("code", rows)
    assert ended.code == 1
    assert "row 2" in ended.err
    assert [e["article"] for e in lines(ended.out)] == ["a", "b"]


def test_an_unknown_kind_of_output_is_refused(run: Run, raid: Path) -> None:
    ended = run("code", raid, "-o", "events.xlsx")
    assert ended.code == 2
    assert "events.xlsx" in ended.err


def test_annotate_writes_a_row_an_article_with_its_layers(run: Run, rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "layers.jsonl"
    assert run("annotate", rows, "--layers", "times,places", "-o", out).code == 0
    first, second = lines(out.read_text(encoding="utf-8"))
    assert list(first) == ["id", "times", "places"]
    assert second["id"] == "b"


def test_annotate_refuses_an_unknown_layer(run: Run, rows: Path, tmp_path: Path) -> None:
    ended = run("annotate", rows, "--layers", "weather", "-o", tmp_path / "x")
    assert ended.code == 2
    assert "weather" in ended.err


@pytest.fixture
def gold(run: Run, rows: Path, tmp_path: Path) -> Path:
    """A gold file that holds what is coded."""
    events = lines(run("code", rows).out)
    path = tmp_path / "gold.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for row in lines(rows.read_text(encoding="utf-8")):
            told = [event for event in events if event["article"] == row["id"]]
            stream.write(json.dumps(row | {"events": told}) + "\n")
    return path


def test_evaluate_finds_nothing_wrong_with_what_was_coded(run: Run, gold: Path) -> None:
    found = json.loads(run("evaluate", gold, "--json").out)
    assert (found["event"]["f1"], found["dyad"]["f1"]) == (1.0, 1.0)


def test_evaluate_measures_events_that_were_written_down_before(run: Run, gold: Path, tmp_path: Path) -> None:
    events = tmp_path / "events.jsonl"
    run("code", gold, "-o", events)
    events.write_text(events.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert json.loads(run("evaluate", gold, events, "--json").out)["event"] == {
        "p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 2, "coded": 1, "hit": 1
    }  # fmt: skip


@pytest.mark.parametrize("to_the_coder", [True, False])
def test_compare_tells_what_was_gained_and_what_changed(
    run: Run, gold: Path, tmp_path: Path, to_the_coder: bool
) -> None:
    new, old = tmp_path / "new.jsonl", tmp_path / "old.jsonl"
    run("code", gold, "-o", new)
    first = json.loads(new.read_text(encoding="utf-8").splitlines()[0])
    old.write_text(json.dumps(first | {"status": "planned"}) + "\n", encoding="utf-8")
    command = ["evaluate", gold, "--compare", old, *([] if to_the_coder else [new])]
    found = json.loads(run(*command, "--json").out)
    assert [(c["kind"], c["event"]["type"]) for c in found["changes"]] == [("mended", "ASSAULT"), ("gained", "CONSULT")]
    assert (found["old"]["event"]["r"], found["new"]["event"]["r"]) == (0.5, 1.0)
    shown = run(*command).out
    for words in ("visited Norway", "status: planned -> actual", "because", "gained", "en.consult."):
        assert words in shown


def test_compare_names_events_of_other_articles(run: Run, gold: Path, raid: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    run("code", raid, "-o", old)
    ended = run("evaluate", gold, "--compare", old, old)
    assert ended.code == 2
    assert "is not among the 2 of the gold file" in ended.err.replace("\n", "")


def test_evaluate_names_a_row_that_is_no_gold_article(run: Run, rows: Path) -> None:
    ended = run("evaluate", rows)
    assert ended.code == 2
    assert "articles.jsonl:1" in ended.err.replace("\n", "")


def test_explain_shows_the_words_and_the_reasons(run: Run, raid: Path) -> None:
    ended = run("explain", raid, "--event", "1", "--date", "2022-08-12")
    assert ended.code == 0
    assert "ASSAULT" in ended.out
    assert "en.assault." in ended.out


def test_explain_names_an_event_that_is_not_there(run: Run, raid: Path) -> None:
    ended = run("explain", raid, "--event", "99")
    assert ended.code == 2
    assert "99" in ended.err


def test_lint_finds_no_fault_in_the_knowledge(run: Run) -> None:
    ended = run("lint")
    assert ended.out.rstrip().endswith(": 0 faults"), ended.out[-2000:]
    assert ended.code == 0


def test_standard_input_is_read_by_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "tacitus", "code", "-", "--date", "2022-08-12"]
    done = subprocess.run(command, input=RAID.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [e["type"] for e in lines(done.stdout.decode())] == ["ASSAULT"]
