"""One page of a PDF as a picture, for the person who must see what is drawn and not written."""

from __future__ import annotations

import struct
import zlib
from ctypes import string_at
from typing import Any

from kollegium.extraction.pdf import library as pdfium
from kollegium.extraction.pdf.document import opened
from kollegium.extraction.refusal import RefusalCode, Unreadable

# Enough to read a report's small print on a screen; a page of a plan lying down is wider than high.
PICTURE_WIDTH = 1_000
# A page that is a narrow strip must not become a picture of a million rows.
_MOST_ROWS = 3_000
_WHITE = 0xFFFFFFFF
_FORMAT_BGR = 2  # FPDFBitmap_BGR: three bytes a point, blue first


def page_picture(data: bytes, number: int) -> bytes:
    """Return a page (counted from 1) as a PNG, `PICTURE_WIDTH` points wide.

    Raises: `Unreadable` — `encrypted`, `damaged` (also for a page that is not there).
    """
    with opened(data) as document:
        if not 1 <= number <= pdfium.FPDF_GetPageCount(document):
            raise Unreadable(RefusalCode.DAMAGED)
        page = pdfium.FPDF_LoadPage(document, number - 1)
        if not page:
            raise Unreadable(RefusalCode.DAMAGED)
        try:
            return _drawn(page)
        finally:
            pdfium.FPDF_ClosePage(page)


def _drawn(page: Any) -> bytes:
    page_width, page_height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if page_width <= 0 or page_height <= 0:
        raise Unreadable(RefusalCode.DAMAGED)
    width = PICTURE_WIDTH
    height = max(1, round(width * page_height / page_width))
    if height > _MOST_ROWS:
        width, height = max(1, round(_MOST_ROWS * page_width / page_height)), _MOST_ROWS
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, _FORMAT_BGR, None, 0)
    if not bitmap:
        raise Unreadable(RefusalCode.OUT_OF_MEMORY)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        # Notes and form fields are drawn too: a tick may be one.
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        points = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return _png(points, width, height, stride)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _png(points: bytes, width: int, height: int, stride: int) -> bytes:
    """Return rows of blue, green, red as a PNG."""
    rows = bytearray()
    for row in range(height):
        line = bytearray(points[row * stride : row * stride + 3 * width])
        line[0::3], line[2::3] = line[2::3], line[0::3]
        rows += b"\0" + line  # 0: the row is stored as it is
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
