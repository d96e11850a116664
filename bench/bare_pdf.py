"""What the PDF library alone needs: `python -I bench/bare_pdf.py FILE` reads characters and counts drawings."""

from __future__ import annotations

import sys
from ctypes import c_ushort
from pathlib import Path

import pypdfium2_raw as pdfium


def read_bare(data: bytes) -> tuple[int, int]:
    """Return how many characters and drawn things a PDF holds, each page loaded and its text fetched.

    No place, size or font of a character is asked for, and nothing is made of them.
    """
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    characters = drawn = 0
    for index in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        text_page = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text_page)
        characters += pdfium.FPDFText_GetText(text_page, 0, count, (c_ushort * (count + 1))())
        drawn += pdfium.FPDFPage_CountObjects(page)
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return characters, drawn


pdfium.FPDF_InitLibrary()

if __name__ == "__main__":
    print(*read_bare(Path(sys.argv[1]).read_bytes()))
