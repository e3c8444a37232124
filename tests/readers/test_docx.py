"""A word processor's document is one article; its styles tell headline and captions."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from seeds import FIRST, SECOND, TITLE, docx

from tacitus.model import Article
from tacitus.readers import ReadFailure, read

STYLES = (
    "<w:styles xmlns:w='{w}'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
    "<w:style w:styleId='Beschriftung'><w:name w:val='caption'/></w:style></w:styles>"
)
FACTS = (
    "<c:coreProperties xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    "xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'>"
    "<d:title>Template 7 final</d:title><d:creator>Ana Reyes</d:creator>"
    "<t:created>2014-05-07T08:00:00Z</t:created></c:coreProperties>"
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(inner: str, style: str = "") -> str:
    told = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    return f"<w:p>{told}{inner}</w:p>"


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def document(body: str, **more: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(docx())) as seed:
            archive.writestr("[Content_Types].xml", seed.read("[Content_Types].xml"))
        root = f"<w:document xmlns:w='{W}' xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        archive.writestr("word/document.xml", f"{root}<w:body>{body}</w:body></w:document>")
        for name, content in more.items():
            archive.writestr({"styles": "word/styles.xml", "facts": "docProps/core.xml"}[name], content.format(w=W))
    return made.getvalue()


def found_in(folder: Path, content: bytes) -> Article | ReadFailure:
    path = folder / "input"
    path.write_bytes(content)
    (found,) = read([path])
    return found


def sections(found: Article | ReadFailure) -> list[tuple[str, str]]:
    assert isinstance(found, Article)
    return [(s.role, found.text[s.span.start : s.span.end]) for s in found.sections]


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        ([("body", FIRST), ("body", SECOND)], paragraph(run(FIRST)) + paragraph(run(SECOND))),
        (
            [("headline", TITLE), ("body", FIRST), ("caption", "Rice at the pier")],
            paragraph(run(TITLE), "Titel") + paragraph(run(FIRST)) + paragraph(run("Rice at the pier"), "Beschriftung"),
        ),
        (
            [("body", "Rain fell on Lima.")],
            paragraph(f"{run('Rain ')}<w:ins>{run('fell')}</w:ins><w:del>{run('snowed')}</w:del>{run(' on Lima.')}"),
        ),
        ([("body", "Rain fell")], paragraph("<w:r><w:t>Rain</w:t><w:br/><w:t>fell</w:t></w:r>")),
        (
            [("body", FIRST), ("box", "District, Dead"), ("box", "Lima, 3")],
            paragraph(run(FIRST))
            + "<w:tbl>"
            + "".join(
                f"<w:tr><w:tc>{paragraph(run(a))}</w:tc><w:tc>{paragraph(run(b))}</w:tc></w:tr>"
                for a, b in (("District", "Dead"), ("Lima", "3"))
            )
            + "</w:tbl>",
        ),
        (
            [("body", FIRST), ("box", SECOND)],
            paragraph(
                f"{run(FIRST)}<m:AlternateContent><m:Choice><w:txbxContent>{paragraph(run(SECOND))}</w:txbxContent>"
                f"</m:Choice><m:Fallback><w:txbxContent>{paragraph(run(SECOND))}</w:txbxContent></m:Fallback>"
                "</m:AlternateContent>"
            ),
        ),
    ],
    ids=["paragraphs", "styles of any language", "tracked changes", "line breaks", "a table", "a text box, once"],
)
def test_a_document_gives_a_line_a_paragraph(tmp_path: Path, expected: list[tuple[str, str]], body: str) -> None:
    assert sections(found_in(tmp_path, document(body, styles=STYLES))) == expected


def test_what_the_file_says_counts_where_it_is_printed_and_its_day_is_only_told(tmp_path: Path) -> None:
    body = paragraph(run(TITLE), "Titel") + paragraph(run("By Ana Reyes")) + paragraph(run(FIRST))
    found = found_in(tmp_path, document(body, styles=STYLES, facts=FACTS))
    assert isinstance(found, Article)
    assert (found.title, found.author, found.published) == (TITLE, "Ana Reyes", None)
    assert "made on 2014-05-07" in found.problems[-1].message


def test_a_document_within_an_archive_is_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("reports/a.docx", docx())
    assert [words for _, words in sections(found_in(tmp_path, made.getvalue()))] == [TITLE, FIRST, SECOND]


def renamed() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("expected", "content"),
    [
        ("no text, such as a sheet", renamed()),
        ("damaged", docx()[:-30]),
        ("without text", document("<w:p/>")),
        ("entities", document("<w:p/>", styles="<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")),
        ("more than 30 MB", document("<w:p/>", styles="<x>" + " " * (40 << 20))),
    ],
    ids=["a sheet", "damage", "no words", "entities", "a bomb"],
)
def test_what_is_no_document_says_what_would_help(tmp_path: Path, expected: str, content: bytes) -> None:
    found = found_in(tmp_path, content)
    assert isinstance(found, ReadFailure)
    assert expected in found.message
