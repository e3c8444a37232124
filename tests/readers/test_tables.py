"""Tables of articles: how they are recognised, which column is which, and what is said of bad rows."""

from __future__ import annotations

import gzip
from datetime import date, datetime
from pathlib import Path

import pytest

from tacitus.model import Article
from tacitus.readers import Columns, ReadFailure, read
from tacitus.readers.fields import NAMES, option

RAIN = "Rain fell on Lima on Monday, and the mayor closed the bridges over the Rímac."
SNOW = 'Snow fell on Oslo; "too much of it", a driver said.'
COLUMNS = Columns(text="Wortlaut", published="Tag", id="Nr")


def read_text(folder: Path, content: str | bytes, columns: Columns | None = None) -> list[Article | ReadFailure]:
    path = folder / "table"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read([path], columns=columns))


def articles(found: list[Article | ReadFailure]) -> list[Article]:
    return [one for one in found if isinstance(one, Article)]


def failures(found: list[Article | ReadFailure]) -> list[ReadFailure]:
    return [one for one in found if isinstance(one, ReadFailure)]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


class TestDialects:
    @pytest.mark.parametrize(
        "content",
        [
            f"id,text,date\n1,{quoted(RAIN)},2015-03-02\n2,{quoted(SNOW)},2015-03-03\n",
            f"id;text;date\r\n1;{quoted(RAIN)};2015-03-02\r\n2;{quoted(SNOW)};2015-03-03\r\n",
            f"id\ttext\tdate\n1\t{RAIN}\t2015-03-02\n2\t{SNOW}\t2015-03-03\n",
            f"\ufeffid|text|date\n1|{quoted(RAIN)}|2015-03-02\n2|{quoted(SNOW)}|2015-03-03",
            f"sep=;\nid;text;date\n1;{quoted(RAIN)};2015-03-02\n2;{quoted(SNOW)};2015-03-03\n",
            f"id,text,date\r1,{quoted(RAIN)},2015-03-02\r2,{quoted(SNOW)},2015-03-03\r",
            f'"ID", "Text", "Date"\n"1", {quoted(RAIN)}, "2015-03-02"\n"2", {quoted(SNOW)}, "2015-03-03"\n',
        ],
        ids=["commas", "semicolons", "tabs without quotes", "bars and a mark", "sep=", "carriage returns", "spaces"],
    )
    def test_a_table_is_read_however_its_cells_are_parted(self, tmp_path: Path, content: str) -> None:
        found = articles(read_text(tmp_path, content))
        assert [(one.id, one.text, one.published) for one in found] == [
            ("1", RAIN, date(2015, 3, 2)),
            ("2", SNOW, date(2015, 3, 3)),
        ]

    def test_quotes_may_have_a_backslash_before_them(self, tmp_path: Path) -> None:
        content = 'id,text\n1,"They call it \\"the wall\\", he said."\n2,"A \\"b\\", c."\n'
        assert articles(read_text(tmp_path, content))[0].text == 'They call it "the wall", he said.'

    def test_utf_16_and_windows_1252_are_read(self, tmp_path: Path) -> None:
        content = f"id,text\n1,{quoted(RAIN)}\n"
        (wide,) = articles(read_text(tmp_path, content.encode("utf-16")))
        (old,) = articles(read_text(tmp_path, content.encode("cp1252")))
        assert (wide.text, old.text) == (RAIN, RAIN)
        assert "Windows-1252" in old.problems[0].message

    def test_line_ends_within_a_cell_stay(self, tmp_path: Path) -> None:
        (found,) = articles(read_text(tmp_path, 'id,text\n1,"One.\r\nTwo.\n\nThree."\n'))
        assert found.text == "One.\r\nTwo.\n\nThree."

    def test_a_cell_longer_than_what_decides_on_the_format_is_read(self, tmp_path: Path) -> None:
        long = "The river rose again. " * 20_000
        assert [one.text for one in articles(read_text(tmp_path, f'id,text\n1,"{long}"\n2,Short.\n'))] == [
            long,
            "Short.",
        ]

    def test_one_column_of_texts_is_a_table_by_its_name(self, tmp_path: Path) -> None:
        assert [one.text for one in articles(read_text(tmp_path, "text\nOne.\nTwo.\n"))] == ["One.", "Two."]

    @pytest.mark.parametrize(
        "prose",
        [
            "Rain fell, and snow, too\nAfter that, the wind, rose\nThen, sun, shone\n",
            "Lima, Peru\nThe mayor closed the bridges, and the river rose.\n",
            "Article\nThe mayor closed the bridges.\n",
            "Text; date\nThe mayor closed the bridges.\nHe said so.\n",
        ],
    )
    def test_prose_is_no_table(self, tmp_path: Path, prose: str) -> None:
        assert [one.text for one in articles(read_text(tmp_path, prose))] == [prose]


class TestColumns:
    def test_usual_names_are_found_whatever_their_capitals_and_spaces(self, tmp_path: Path) -> None:
        content = "GUID,Head Line,Full-Text,pubDate,Link,News Source,Lang,By-Line\n"
        content += "a7,Rain,Rain fell.,17 May 2024,https://u.example/1,Harbour,EN_gb,Ana Kos\n"
        (found,) = articles(read_text(tmp_path, content))
        assert found == Article(
            "a7", "Rain fell.", "https://u.example/1", "Harbour", "Rain", date(2024, 5, 17), "en", "Ana Kos"
        )

    def test_named_columns_are_taken(self, tmp_path: Path) -> None:
        content = f"Nr;Wortlaut;Tag\n1;{quoted(RAIN)};17.05.2024\n2;{quoted(SNOW)};18.05.2024\n"
        found = articles(read_text(tmp_path, content, COLUMNS))
        assert (found[0].id, found[0].text, found[0].published) == ("1", RAIN, date(2024, 5, 17))

    def test_a_column_that_is_named_for_one_part_is_guessed_for_no_other(self, tmp_path: Path) -> None:
        (found,) = articles(read_text(tmp_path, f"title,date\n{quoted(RAIN)},2015-03-02\n", Columns(text="title")))
        assert (found.text, found.title) == (RAIN, None)

    @pytest.mark.parametrize(
        ("expected", "columns"),
        [
            ("no column is known to hold the text: name it with --text-column; there are `nr`, `wort`, `tag`", None),
            (
                "has no column `Wort`, which --text-column names; there are `nr`, `wort`, `tag`",
                Columns(text="Wort"),
            ),
            (
                "has no column `day`, which --date-column names; there are `nr`, `wort`, `tag`",
                Columns("wort", published="day"),
            ),
        ],
    )
    def test_a_column_that_is_not_there_is_named_with_those_that_are(
        self, tmp_path: Path, expected: str, columns: Columns | None
    ) -> None:
        found = read_text(tmp_path, "nr,wort,tag\n1,One.,2\n2,Two.,3\n", columns)
        assert found == [ReadFailure(str(tmp_path / "table"), expected)]

    def test_two_columns_of_one_name_are_refused_where_it_is_asked_for(self, tmp_path: Path) -> None:
        (failure,) = failures(read_text(tmp_path, "id,text,text\n1,a,b\n"))
        assert "two columns `text`" in failure.message

    def test_what_programs_write_for_nothing_is_nothing(self, tmp_path: Path) -> None:
        (found,) = articles(read_text(tmp_path, "id,text,title,date\nnan,Rain fell.,NULL,2015-03-02\n"))
        assert (found.title, len(found.id)) == (None, 16)


class TestRows:
    def test_a_bad_row_is_named_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        content = 'id,text,date\n1,"One.\nMore.",2015-03-02\n2,Two, and more.,2015-03-02\n3,Three\n4,,2015-03-02\n'
        content += "\n5,Five.,\n"
        found = read_text(tmp_path, content)
        assert [one.id for one in articles(found)] == ["1", "5"]
        names = [one.name.rsplit(", ", 1)[1] for one in failures(found)]
        assert names == ["row 3 (line 4)", "row 4 (line 5)", "row 5 (line 6)"]
        assert "4 cells where the header has 3" in failures(found)[0].message

    def test_empty_cells_behind_the_last_column_do_no_harm(self, tmp_path: Path) -> None:
        assert [one.text for one in articles(read_text(tmp_path, "id,text\n1,One.,,\n2,Two.\n"))] == ["One.", "Two."]

    def test_a_quotation_mark_without_end_costs_one_row(self, tmp_path: Path) -> None:
        found = read_text(tmp_path, 'id,text\n1,"never closed\n2,Two.\n3,Three.\n')
        assert [one.text for one in articles(found)] == ["Two.", "Three."]
        assert [(one.name.rsplit(", ", 1)[1], "never closed" in one.message) for one in failures(found)] == [
            ("row 2", True)
        ]

    def test_a_quotation_mark_without_end_is_found_far_from_the_end_too(self, tmp_path: Path) -> None:
        rows = "".join(f"{number},{'The river rose. ' * 100}\n" for number in range(3000))
        found = read_text(tmp_path, f'id,text\nx,"never closed\n{rows}')
        assert len(articles(found)) == 3000
        assert len(failures(found)) == 1

    def test_a_row_that_is_too_long_is_refused_and_the_next_is_read(self, tmp_path: Path) -> None:
        found = read_text(tmp_path, f"id,text\n1,{'word ' * 2_000_000}\n2,Two.\n")
        assert [one.text for one in articles(found)] == ["Two."]
        assert "2,000,000" in failures(found)[0].message

    def test_a_header_alone_is_a_failure(self, tmp_path: Path) -> None:
        (failure,) = failures(read_text(tmp_path, "id,text,date\n"))
        assert "holds no rows" in failure.message


class TestJsonLines:
    def test_fields_within_fields_are_named_with_dots(self, tmp_path: Path) -> None:
        content = '{"content": {"words": "Rain fell."}, "meta": {"day": "2015-03-02"}}\n'
        (found,) = articles(read_text(tmp_path, content, Columns(text="content.words", published="meta.day")))
        assert (found.text, found.published) == ("Rain fell.", date(2015, 3, 2))

    def test_a_field_that_no_row_has_is_refused_before_any_row_is_read(self, tmp_path: Path) -> None:
        found = read_text(tmp_path, '{"text": "One."}\n{"text": "Two."}\n', Columns(published="day"))
        message = "no row has a field `day`, which --date-column names; there are `text`"
        assert found == [ReadFailure(str(tmp_path / "table"), message)]

    def test_a_field_that_some_rows_lack_is_taken_where_it_is(self, tmp_path: Path) -> None:
        found = read_text(tmp_path, '{"text": "One."}\n{"text": "Two.", "day": 20150302}\n', Columns(published="day"))
        assert [one.published for one in articles(found)] == [None, date(2015, 3, 2)]

    def test_authors_may_be_a_list_and_publishers_objects(self, tmp_path: Path) -> None:
        content = '{"text": "One.", "authors": ["Ana Kos", {"name": "Jo Lee"}], "source": {"name": "Harbour"}}\n'
        (found,) = articles(read_text(tmp_path, content))
        assert (found.author, found.publisher) == ("Ana Kos, Jo Lee", "Harbour")


class TestParquet:
    @pytest.fixture
    def packed(self, tmp_path: Path) -> bytes:
        import pyarrow as pa
        from pyarrow.parquet import write_table

        days = pa.array([datetime(2015, 3, 2, 23), None, datetime(2015, 3, 4)], pa.timestamp("ns"))
        meta = [{"day": date(2001, 2, 3), "lang": "en"}, None, {"day": None, "lang": "fr"}]
        columns = {"doc_id": [1, 2, 3], "Body": [RAIN, None, SNOW], "published_at": days, "meta": meta}
        path = tmp_path / "made"
        write_table(pa.table({**columns, "Title": [b"Rain", b"?", b"Snow"], "vector": [[0.5] * 4] * 3}), path)
        return path.read_bytes()

    def test_rows_are_articles_and_a_bad_one_is_named(self, tmp_path: Path, packed: bytes) -> None:
        found = read_text(tmp_path, packed)
        assert articles(found) == [
            Article("1", RAIN, title="Rain", published=date(2015, 3, 2)),
            Article("3", SNOW, title="Snow", published=date(2015, 3, 4)),
        ]
        assert [one.name.rsplit(", ", 1)[1] for one in failures(found)] == ["row 2"]

    def test_fields_within_columns_are_named_with_dots(self, tmp_path: Path, packed: bytes) -> None:
        first, _, last = read_text(tmp_path, packed, Columns(published="meta.day", language="meta.lang"))
        assert isinstance(first, Article)
        assert isinstance(last, Article)
        assert (first.published, first.language) == (date(2001, 2, 3), "en")
        assert (last.published, last.language) == (None, "fr")

    def test_a_column_that_is_not_there_is_named_with_those_that_are(self, tmp_path: Path, packed: bytes) -> None:
        (failure,) = failures(read_text(tmp_path, packed, Columns(text="words")))
        assert "no column `words`, which --text-column names; there are `doc_id`, `Body`" in failure.message

    def test_a_compressed_file_is_read(self, tmp_path: Path, packed: bytes) -> None:
        assert len(articles(read_text(tmp_path, gzip.compress(packed)))) == 2

    @pytest.mark.parametrize("end", [4, 50, -20, -1])
    def test_a_damaged_file_is_named(self, tmp_path: Path, packed: bytes, end: int) -> None:
        (failure,) = failures(read_text(tmp_path, packed[:end]))
        assert "a damaged Parquet file" in failure.message


def test_the_documentation_lists_the_names_that_are_looked_for() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text(encoding="utf-8")
    for part, names in NAMES.items():
        assert f"| `{option(part)}` | {', '.join(f'`{name}`' for name in names)} |" in documented
