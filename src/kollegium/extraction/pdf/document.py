"""Open a PDF, go through its pages, and close it again whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_float
from typing import Any

from kollegium.domain.reading.pages import Line, Mark, Page, SourceText
from kollegium.extraction.limits import MAX_CHARACTERS, MAX_PAGES
from kollegium.extraction.pdf import library as pdfium
from kollegium.extraction.pdf.characters import CharacterReader, PageFrame, glyph_marks, page_segments
from kollegium.extraction.pdf.form_fields import FormReader
from kollegium.extraction.pdf.hyphens import decided
from kollegium.extraction.pdf.reading_order import Printed, printed_lines
from kollegium.extraction.pdf.running_titles import without_running_titles
from kollegium.extraction.pdf.shapes import Shapes, page_shapes
from kollegium.extraction.refusal import RefusalCode, Unreadable

# A scanned report has at most a stamp or a file number as text.
_FEWEST_CHARACTERS = 40

pdfium.FPDF_InitLibrary()


def pdf_lines(data: bytes) -> SourceText:
    """Return the pages of a PDF: lines in reading order, drawn marks and form fields.

    PDFium is not safe for threads: one call at a time per process.

    Raises: `Unreadable` — `encrypted`, `damaged`, `too-many-pages`, `too-large`, `no-text`.
    """
    with opened(data) as document:
        page_count = pdfium.FPDF_GetPageCount(document)
        if page_count > MAX_PAGES:
            raise Unreadable(RefusalCode.TOO_MANY_PAGES, page_count=page_count)
        if page_count < 1:
            raise Unreadable(RefusalCode.DAMAGED)
        form = FormReader(document)
        try:
            pages, unreadable = _read_pages(document, page_count, form)
        finally:
            form.close()
    if unreadable == page_count:
        raise Unreadable(RefusalCode.DAMAGED)
    if sum(len(line.text) for page in pages for line in page.lines) < _FEWEST_CHARACTERS:
        raise Unreadable(RefusalCode.NO_TEXT)
    return SourceText(kind="pdf", pages=tuple(_with_decided_hyphens(without_running_titles(pages))))


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF for PDFium's own functions, and close it again. Raises: `Unreadable`."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable(RefusalCode.ENCRYPTED if locked else RefusalCode.DAMAGED)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_pages(document: Any, page_count: int, form: FormReader) -> tuple[list[Page], int]:
    """Return the pages, and how many could not be loaded at all."""
    pages: list[Page] = []
    unreadable = characters = 0
    next_number = 1
    for index in range(page_count):
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            unreadable += 1
            pages.append(Page(number=index + 1, lines=()))
            continue
        try:
            read = _read_page(page, index + 1, next_number, form)
        finally:
            pdfium.FPDF_ClosePage(page)
        next_number += len(read.lines)
        characters += sum(len(line.text) for line in read.lines)
        if characters > MAX_CHARACTERS:
            raise Unreadable(RefusalCode.TOO_LARGE)
        pages.append(read)
    return pages, unreadable


def _read_page(page: Any, number: int, first_line: int, form: FormReader) -> Page:
    frame = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    marks: list[Mark] = []
    segments = []
    if text_page:
        try:
            reader = CharacterReader(text_page, frame)
            segments = page_segments(reader)
            marks = glyph_marks(reader, number)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    fields, field_marks = form.fields(page, number, frame)
    # A turned page keeps its unturned coordinates; its own order is the best guess then.
    turned = pdfium.FPDFPage_GetRotation(page) != 0
    shapes = Shapes() if turned else page_shapes(page, number, frame)
    segments += fields
    printed = [Printed(one) for one in segments] if turned else printed_lines(segments, shapes)
    return Page(
        number=number,
        lines=_numbered(printed, number, first_line),
        marks=(*shapes.marks, *marks, *field_marks),
        width=round(frame.width, 1),
        height=round(frame.height, 1),
    )


def _numbered(printed: list[Printed], page: int, first_line: int) -> tuple[Line, ...]:
    return tuple(
        Line(number, page, one.text, one.bounds, round(one.size, 1), one.bold, soft_break)
        for number, (one, _, _, soft_break) in enumerate(printed, first_line)
    )


def _with_decided_hyphens(pages: list[Page]) -> list[Page]:
    """Return the pages with the hyphens at line ends decided by the words of the whole file."""
    texts = [line.text for page in pages for line in page.lines]
    settled = decided(texts)
    if settled is texts:
        return pages
    rest = iter(settled)
    return [page._replace(lines=tuple(_with_text(line, next(rest)) for line in page.lines)) for page in pages]


def _with_text(line: Line, text: str) -> Line:
    return line if text is line.text else line._replace(text=text)


def _frame(page: Any) -> PageFrame:
    box = pdfium.Rectangle()
    if pdfium.FPDF_GetPageBoundingBox(page, box) and box[2] > box[0]:
        left, upper, right, lower = box
        top = max(lower, upper)
        return PageFrame(left=left, top=top, width=right - left, height=top - min(lower, upper))
    corners = [c_float() for _ in range(4)]
    pdfium.FPDFPage_GetMediaBox(page, *map(byref, corners))
    left, _, right, top = (corner.value for corner in corners)
    return PageFrame(left=left, top=top or 842.0, width=(right - left) or 595.0, height=842.0)
