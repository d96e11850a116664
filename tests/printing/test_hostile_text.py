"""Whatever a person pastes is printed as words: never run, never a broken file."""

from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from kollegium.printing import to_docx, to_pdf
from kollegium.printing.tree import (
    Document,
    Fact,
    FactTable,
    Heading,
    Paragraph,
    SummaryBox,
    SummaryBoxes,
    plain,
)
from tests.printing.trees import document

HOSTILE = {
    "typst": '#import "@preview/evil:1.0.0" $x^2$ *b* _e_ `raw` @ref <label> #eval("1") ~ \\n \\u{0} // kommentar',
    "xml": "<w:br/> &amp; & ]]> <!-- x --> <?pi?> \"'",
    "json": '"}],"blocks":[{"kind":"heading"',
    "braces": "{page} {pages} %s {0} ${jndi:x}",
    "controls": "a\x00b\x01c\x0bd\x1be\x7ff\x85g",
    "escape written out": "\\u0000 \\x00 &#0;",
}
UNPRINTABLE = {
    "emoji": ("Bra 👩‍⚕️ jobbat 😀", ("Bra", "jobbat")),
    "chinese": ("Namn 中文 här", ("Namn", "här")),
    "private and surrogate": ("x\ue000y \ud800z", ("x", "z")),
}


def with_text(text: str) -> Document:
    """Give a document that has the text everywhere a person's words can stand."""
    return Document(
        title=f"Titel {text}",
        language="sv",
        dated=document().dated,
        blocks=(
            *document().blocks,
            Paragraph(plain(text)),
            FactTable((Fact(text, (plain(text),)),)),
            SummaryBoxes(2, (SummaryBox("Styrkor", (plain(text),), text),)),
        ),
        author=text,
        subject=text,
        header=text,
        footer=text,
    )


def words_of_pdf(data: bytes) -> str:
    """Give the text of a PDF as one line, hyphenated words joined."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    text = (
        "\n".join(pages)
        .replace("\r\n", "\n")
        .replace("\ufffe\n", "")
        .replace("\ufffe", "")
        .replace("\u00ad", "")
    )
    return " ".join(text.split())


def words_of_docx(data: bytes) -> str:
    """Give the text of a DOCX as one line."""
    paragraphs = docx.Document(BytesIO(data)).element.body.iter(qn("w:p"))
    return " ".join(" ".join("".join(t.text for t in one.iter(qn("w:t"))) for one in paragraphs).split())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markup_and_control_characters_are_only_words(text: str) -> None:
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())

    assert clean in words_of_pdf(to_pdf(with_text(text)))
    assert clean in words_of_docx(to_docx(with_text(text)))


@pytest.mark.parametrize(("text", "kept"), UNPRINTABLE.values(), ids=UNPRINTABLE)
def test_character_without_a_glyph_is_replaced_and_the_words_stay(text: str, kept: tuple[str, ...]) -> None:
    printed = words_of_pdf(to_pdf(with_text(text)))

    assert "�" in printed
    assert all(word in printed for word in kept)


@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا بالعالم", "Привет Ελλάδα"], ids=["hebrew", "arabic", "cyrillic-greek"]
)
def test_other_scripts_are_printed(text: str) -> None:
    printed = words_of_pdf(to_pdf(with_text(text)))

    assert "�" not in printed
    assert text in words_of_docx(to_docx(with_text(text)))


@pytest.mark.parametrize(("part", "times"), [("ord ", 12_500), ("å", 50_000)], ids=["words", "one-word"])
def test_very_long_paragraph_is_printed_whole(part: str, times: int) -> None:
    tree = Document(
        "Titel", "sv", document().dated, (Heading(1, plain("Titel")), Paragraph(plain(part * times)))
    )

    assert words_of_pdf(to_pdf(tree)).count(part.strip()) == times
    assert words_of_docx(to_docx(tree)).count(part.strip()) == times


def test_empty_texts_are_printed() -> None:
    assert to_pdf(with_text("")).startswith(b"%PDF-")
    assert docx.Document(BytesIO(to_docx(with_text("")))).core_properties.title == "Titel "
