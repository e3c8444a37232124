"""What reading makes of inputs: an article, or a failure that names the input and the remedy."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.model import Article, Problem
from tacitus.readers import FORMATS, MAX_CHARACTERS, ReadFailure, read

DAY = date(2016, 5, 3)


def articles(found: list[Article | ReadFailure]) -> list[Article]:
    return [one for one in found if isinstance(one, Article)]


def failures(found: list[Article | ReadFailure]) -> list[ReadFailure]:
    return [one for one in found if isinstance(one, ReadFailure)]


def read_bytes(folder: Path, content: bytes, name: str = "input") -> list[Article | ReadFailure]:
    path = folder / name
    path.write_bytes(content)
    return list(read([path], published=DAY))


def row(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


class TestPlainText:
    def test_a_file_is_one_article_that_its_text_identifies(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, b"Rain fell on Lima."))
        assert found.id == "81967c86e0e57500"
        assert found.text == "Rain fell on Lima."
        assert found.uri == str(tmp_path / "input")
        assert found.published == DAY
        assert found.problems == ()

    def test_without_a_date_a_problem_says_so(self, tmp_path: Path) -> None:
        path = tmp_path / "a.md"
        path.write_text("Rain fell on Lima.")
        (found,) = articles(list(read([path])))
        assert found.published is None
        assert [problem.stage for problem in found.problems] == ["reading"]
        assert "relative times stay unresolved" in found.problems[0].message

    def test_line_ends_stay_as_they_are(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, b"One.\r\nTwo.\n"))
        assert found.text == "One.\r\nTwo.\n"

    @pytest.mark.parametrize(
        ("expected", "content"),
        [
            ("Café", b"\xef\xbb\xbfCaf\xc3\xa9"),
            ("Café", "Café".encode("utf-16")),
            ("Café", b"\xfe\xff" + "Café".encode("utf-16-be")),
            ("Café", "Café".encode("utf-32")),
        ],
        ids=["UTF-8", "UTF-16", "UTF-16, big end first", "UTF-32"],
    )
    def test_a_byte_order_mark_names_the_encoding(self, tmp_path: Path, expected: str, content: bytes) -> None:
        (found,) = articles(read_bytes(tmp_path, content))
        assert found.text == expected
        assert found.problems == ()

    def test_bytes_that_are_no_utf_8_are_read_with_a_problem(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, b"The caf\xe9 closed."))
        assert found.text == "The café closed."
        assert "Windows-1252" in found.problems[0].message


class TestJsonLines:
    def test_a_row_gives_an_article_its_fields_by_any_of_their_names(self, tmp_path: Path) -> None:
        content = row(id="a1", text="Rain fell.", date="2012-01-02", outlet="Harbour", headline="Rain", url="u")
        content += row(doc_id=7, text="Snow fell.", dct="2012-01-03T05:00:00Z", publisher="H", title="Snow", uri="v")
        first, second = articles(read_bytes(tmp_path, content))
        assert first == Article("a1", "Rain fell.", "u", "Harbour", "Rain", date(2012, 1, 2))
        assert second == Article("7", "Snow fell.", "v", "H", "Snow", date(2012, 1, 3))

    def test_only_the_text_is_required(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, row(text="Rain fell on Lima.", date=None, title="")))
        assert replace(found, problems=()) == Article("81967c86e0e57500", "Rain fell on Lima.", published=DAY)
        assert [problem.message.split(":")[0] for problem in found.problems] == ["no title is known"]

    @pytest.mark.parametrize(
        ("expected", "words"),
        [
            (date(2012, 1, 2), "2012-01-02"),
            (date(2012, 1, 2), "2012-01-02T23:59:59-05:00"),
            (date(2012, 1, 2), "2012-01-02 23:59:59.002364-05"),
            (date(2012, 1, 2), "Mon, 02 Jan 2012 10:00:00 GMT"),
            (DAY, "last week"),
            (DAY, "2012-13-40"),
        ],
    )
    def test_a_date_is_the_day_as_written(self, tmp_path: Path, expected: date, words: str) -> None:
        (found,) = articles(read_bytes(tmp_path, row(text="Rain.", date=words)))
        assert found.published == expected

    def test_fields_of_wrong_types_are_problems(self, tmp_path: Path) -> None:
        content = row(id=True, text="Rain.", date=True, outlet={"city": "H"}, title=3.5)
        (found,) = articles(read_bytes(tmp_path, content))
        told = " ".join(problem.message for problem in found.problems)
        for key in ("`id`", "`date`", "`outlet`", "`title`"):
            assert key in told
        assert (found.publisher, found.title, len(found.id)) == (None, None, 16)

    def test_a_bad_row_is_named_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        content = row(text="One.") + b'{"text": "Two.\n' + row(text=3) + row(title="no text") + b"[1]\n\n"
        content += row(text=" ") + row(text="Three.")
        found = read_bytes(tmp_path, content)
        assert [article.text for article in articles(found)] == ["One.", "Three."]
        names = [failure.name.rsplit(", ", 1)[1] for failure in failures(found)]
        assert names == ["row 2", "row 3", "row 4", "row 5", "row 7"]

    def test_a_row_that_is_no_utf_8_is_read_with_a_problem(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, b'{"text": "The caf\xe9 closed."}\n'))
        assert found.text == "The café closed."
        assert "Windows-1252" in found.problems[0].message

    def test_half_characters_are_replaced_one_for_one(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, b'{"text": "A \\ud83d B", "title": "C"}\n'))
        assert found.text == "A � B"
        assert len(found.problems) == 1

    def test_a_row_that_is_too_long_is_refused_and_the_next_is_read(self, tmp_path: Path) -> None:
        found = read_bytes(tmp_path, row(text="x" * (MAX_CHARACTERS + 1)) + row(text="Rain."))
        assert "2,000,000" in failures(found)[0].message
        assert [article.text for article in articles(found)] == ["Rain."]

    def test_utf_16_rows_are_read(self, tmp_path: Path) -> None:
        (found,) = articles(read_bytes(tmp_path, '{"text": "Café"}\n'.encode("utf-16")))
        assert found.text == "Café"

    def test_deeply_nested_rows_end_in_a_failure(self, tmp_path: Path) -> None:
        (failure,) = failures(read_bytes(tmp_path, b'{"text": ' + b"[" * 100_000 + b"\n"))
        assert "row 1" in failure.name


class TestBadInput:
    @pytest.mark.parametrize(
        ("expected", "content"),
        [
            ("is empty", b""),
            ("is empty", b" \n\t\n"),
            ("is empty", b"\xef\xbb\xbf"),
            ("a PDF document", b"%PDF-1.7 ..."),
            ("cannot be unpacked", b"PK\x03\x04..."),
            ("cannot be unpacked", b"\x1f\x8b\x08..."),
            ("NUL bytes", b"text\x00text"),
            ("no report is found in the page", b"\n<!-- x -->\n<HTML lang=en>"),
            ("an XML document", b'<?xml version="1.0"?><svg/>'),
            ("a feed without entries", b'<?xml version="1.0"?><rss/>'),
            ("one JSON document", b'[{"text": "Rain."}]'),
            ("one JSON document", b'{\n  "text": "Rain."\n}'),
            ("2,000,000", b"word " * 2_000_000),
        ],
    )
    def test_what_cannot_be_read_says_what_it_is(self, tmp_path: Path, expected: str, content: bytes) -> None:
        found = read_bytes(tmp_path, content)
        (failure,) = failures(found)
        assert len(found) == 1
        assert failure.name == str(tmp_path / "input")
        assert expected in failure.message
        assert ": " in failure.message

    def test_a_missing_file_is_named_and_the_next_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "there"
        path.write_text("Rain fell.")
        found = list(read([tmp_path / "missing", path]))
        assert failures(found) == [ReadFailure(str(tmp_path / "missing"), "no such file or folder: check the path")]
        assert len(articles(found)) == 1

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
    def test_a_file_without_permission_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "locked"
        path.write_text("Rain fell.")
        path.chmod(0)
        (failure,) = failures(list(read([path])))
        assert "permissions" in failure.message

    def test_a_path_that_no_file_can_have_is_a_failure(self) -> None:
        long, odd = failures(list(read(["a" * 5000, "a\0b"])))
        assert long.name == "a" * 5000
        assert "NUL" in odd.message


class TestFolders:
    def test_files_are_read_in_order_at_every_depth(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/z.jsonl", "a/b/c.md", ".hidden"):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f'{{"text": "{name}"}}\n' if name.endswith("jsonl") else name)
        found = articles(list(read([tmp_path], published=DAY)))
        assert [article.text for article in found] == ["a/b/c.md", "a/z.jsonl", "b.txt"]

    def test_a_bad_file_does_not_stop_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"\x00")
        (tmp_path / "b").write_text("Rain fell.")
        found = list(read([tmp_path], published=DAY))
        assert [type(one) for one in found] == [ReadFailure, Article]

    def test_a_folder_without_files_is_a_failure(self, tmp_path: Path) -> None:
        (failure,) = failures(list(read([tmp_path])))
        assert "holds no files" in failure.message


class TestStandardInput:
    @pytest.fixture
    def typed(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # type: ignore[no-untyped-def]
        def give(content: bytes) -> list[Article | ReadFailure]:
            path = tmp_path / "typed"
            path.write_bytes(content)
            with path.open("rb") as stream:
                monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
                return list(read(["-"], published=DAY))

        return give

    def test_text_is_one_article_without_address(self, typed) -> None:  # type: ignore[no-untyped-def]
        assert typed(b"Rain fell on Lima.") == [Article("81967c86e0e57500", "Rain fell on Lima.", published=DAY)]

    def test_rows_are_articles(self, typed) -> None:  # type: ignore[no-untyped-def]
        found = typed(b"\n" + row(text="One.") + row(text="Two."))
        assert [article.text for article in articles(found)] == ["One.", "Two."]

    def test_nothing_is_a_failure(self, typed) -> None:  # type: ignore[no-untyped-def]
        assert typed(b"") == [ReadFailure("standard input", "is empty: there is nothing to read")]


def test_a_problem_of_reading_names_its_stage(tmp_path: Path) -> None:
    (found,) = articles(read_bytes(tmp_path, row(text="Rain.", date="soon")))
    assert found.problems[0] == Problem("reading", "date 'soon' is no clear date: passed over; write it as 2024-05-17")


SEEDS = st.sampled_from(
    [
        b'{"text": "Rain.", "date": "2012-01-02"}\n',
        b"Rain fell.\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x00\x00\xfe\xff",
        b"{",
        b'{"text": "\\ud800"}',
        b"<html>",
        b"\x00",
        b"\n",
        b'{"text": 1e999, "id": 12345678901234567890}\n',
    ]
)


@given(st.lists(st.one_of(SEEDS, st.binary(max_size=20)), max_size=8).map(b"".join))
@settings(max_examples=500, deadline=None)
def test_any_bytes_end_in_articles_or_failures(content: bytes) -> None:
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        found = list(read([file.name]))
    assert found
    for one in found:
        words = one.text if isinstance(one, Article) else one.message
        assert words.strip()
        words.encode("utf-8")


def test_the_formats_are_those_that_are_documented() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text(encoding="utf-8")
    rows = documented.partition("| format |")[2].partition("\n\n")[0].splitlines()[2:-1]
    assert sorted(name for row in rows for name in row.split("|")[1].strip().split(", ")) == sorted(
        format.name for format in FORMATS
    )
