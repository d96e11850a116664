"""PDF bytes → pages of positioned lines in reading order, with boxes, ticks and form fields."""

from kollegium.extraction.pdf.document import pdf_lines

__all__ = ["pdf_lines"]
